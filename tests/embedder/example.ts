// A page that embeds the element, as its authors write it: `cargo xtask test` compiles it against heistogram.d.ts.

import type { HeistChartElement, HeistChartProps, HeistColumns, HeistDataset } from "../../www/public/heistogram.js";

const chart: HeistChartElement = document.createElement("heist-chart");
chart.setAttribute("chart", "proceeds");

const dataset: HeistDataset = { schema: 1, title: "Ours", as_of: "2026-01-31", incidents: [], sources: [] };
chart.data = dataset;
chart.data = { ...dataset, labels: { subject: "The Locksmiths", groups: { banks: "Vaults" }, evidence: { firm: null } } };

const columns: HeistColumns = {
  schema: 1,
  title: "Ours",
  as_of: "2026-01-31",
  columns: {
    date: Int32Array.of(20_000),
    stolen_usd: Float64Array.of(1e6),
    evidence: Uint8Array.of(0),
    sector: Uint8Array.of(0),
    country: Uint16Array.of(0),
  },
  names: { evidence: ["government"], sector: ["bank"], country: ["KR", null] },
};
chart.data = columns;
chart.data = null;

const props: HeistChartProps = { chart: "targets", measure: "usd", group: null, theme: "dark", data: columns };
chart.setAttribute("theme", props.theme ?? "auto");

chart.addEventListener("heist-select", (event) => {
  event.preventDefault();
  const { period, measure } = event.detail.filters;
  chart.toggleAttribute("period", period !== null);
  if (measure === "usd") chart.setAttribute("measure", measure);
});
document.addEventListener("heist-error", ({ detail }) => console.warn(detail.message, detail.errors[0]?.text));
document.querySelector("heist-chart")?.addEventListener("heist-ready", () => chart.remove());

// What is not so must not compile.
// @ts-expect-error A text is no dataset.
chart.data = "data/dataset.json";
// @ts-expect-error There is no such group.
chart.data = { ...dataset, labels: { groups: { vaults: "Vaults" } } };
// @ts-expect-error There is no such chart.
props.chart = "pie";
// @ts-expect-error There is no such measure.
chart.addEventListener("heist-select", ({ detail }) => detail.filters.measure === "euros");
// @ts-expect-error Days are whole numbers.
columns.columns.date = Float64Array.of(20_000);
