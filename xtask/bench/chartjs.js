// Chart.js with its own tooltip, which it draws on the canvas; without animations, as with reduced motion.

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import {
  DARK,
  FIRST_YEAR,
  GROUPS,
  LAST_YEAR,
  LIGHT,
  RADIUS,
  aggregate,
  canvas_in,
  day_of,
  group_of,
  usd,
} from "./shared.js";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
);
const COMMON = { animation: false, responsive: false, parsing: false };

let data, theme, points_of_all;
let charts = [];

function mount({ columns }) {
  data = columns;
  theme = LIGHT;
  points_of_all = points(FIRST_YEAR, LAST_YEAR);
  const sums = aggregate(data, FIRST_YEAR, LAST_YEAR);
  charts = [
    bars("attacks", sums.years, sums.attacks, String),
    bars("proceeds", sums.years, sums.proceeds, usd),
    dots(),
  ];
}

const datasets = (of_group, more) =>
  GROUPS.map((label, at) => ({ label, data: of_group(at), backgroundColor: theme.groups[at], ...more }));
const columns_of = (years, sums) => (group) => sums.map((row, at) => ({ x: String(years[at]), y: row[group] }));
const scale = (more) => ({ ticks: { color: theme.muted, ...more.ticks }, grid: { color: theme.grid }, ...more.scale });

function bars(id, years, sums, format) {
  return new Chart(canvas_in(id), {
    type: "bar",
    data: { labels: years.map(String), datasets: datasets(columns_of(years, sums)) },
    options: {
      ...COMMON,
      scales: {
        x: scale({ scale: { stacked: true } }),
        y: scale({ ticks: { callback: format }, scale: { stacked: true } }),
      },
    },
  });
}

function points(from, to) {
  const found = GROUPS.map(() => []);
  const [first, last] = [day_of(from), day_of(to + 1)];
  for (let row = 0; row < data.date.length; row++) {
    const x = data.date[row];
    if (x >= first && x < last) found[group_of(data, row)].push({ x, y: data.stolen_usd[row], row });
  }
  return found;
}

function dots() {
  const year = (day) => String(new Date(day * 86_400_000).getUTCFullYear());
  const label = ({ raw }) => [`Incident ${raw.row + 1}`, usd(raw.y)];
  return new Chart(canvas_in("incidents"), {
    type: "scatter",
    data: {
      datasets: datasets((group) => points_of_all[group], { pointRadius: RADIUS, pointHoverRadius: RADIUS + 3 }),
    },
    options: {
      ...COMMON,
      interaction: { mode: "nearest", intersect: false },
      plugins: { tooltip: { callbacks: { label } } },
      scales: {
        x: scale({ ticks: { callback: year }, scale: { type: "linear" } }),
        y: scale({ ticks: { callback: usd }, scale: { type: "logarithmic" } }),
      },
    },
  });
}

const colour = (chart) => {
  chart.data.datasets.forEach((dataset, at) => (dataset.backgroundColor = theme.groups[at]));
  for (const axis of Object.values(chart.options.scales)) {
    axis.ticks.color = theme.muted;
    axis.grid.color = theme.grid;
  }
};

globalThis.page = {
  mount,
  unmount() {
    for (const chart of charts) {
      chart.canvas.remove();
      chart.destroy();
    }
  },
  redraw() {
    theme = theme === LIGHT ? DARK : LIGHT;
    for (const chart of charts) {
      colour(chart);
      chart.update("none");
    }
  },
  filter(from = FIRST_YEAR, to = LAST_YEAR) {
    const sums = aggregate(data, from, to);
    const of_all = from === FIRST_YEAR && to === LAST_YEAR;
    const shown = of_all ? points_of_all : points(from, to);
    [columns_of(sums.years, sums.attacks), columns_of(sums.years, sums.proceeds), (group) => shown[group]].forEach(
      (of_group, at) => {
        if (at < 2) charts[at].data.labels = sums.years.map(String);
        charts[at].data.datasets.forEach((dataset, group) => (dataset.data = of_group(group)));
        charts[at].update("none");
      },
    );
  },
  target: () => charts[2].canvas,
  named: () => charts[2].tooltip.dataPoints?.[0]?.raw.row ?? -1,
  places() {
    const { x, y } = charts[2].scales;
    return {
      x: Float64Array.from(data.date, (day) => x.getPixelForValue(day)),
      y: Float64Array.from(data.stolen_usd, (usd) => y.getPixelForValue(usd)),
    };
  },
};
