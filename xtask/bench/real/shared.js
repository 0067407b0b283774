// Shared by the pages in frames: the data, the place of the chart, and the event of its first picture.

/** Attacks of each group by year: `groups` has a name, a colour and as many `attacks` as there are `years`. */
export const { years, groups } = JSON.parse(document.getElementById("data").textContent);

export const place = document.getElementById("chart");

/** Reports that the chart is drawn, as `<heist-chart>` does by `heist-ready`. */
export const drawn = () => dispatchEvent(new Event("chart-drawn"));
