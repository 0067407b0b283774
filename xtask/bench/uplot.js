// uPlot: points and bars by custom paths, and its cursor, which finds the nearest in x, with a tooltip beside it.

import uPlot from "uplot";
import css from "uplot/dist/uPlot.min.css";
import {
  DARK,
  FIRST_YEAR,
  GROUPS,
  LAST_YEAR,
  LIGHT,
  RADIUS,
  Tooltip,
  WIDTH,
  aggregate,
  day_of,
  figure,
  group_of,
  height_of,
  usd,
} from "./shared.js";

const DAY_S = 86_400;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];

let data, theme, order, tooltip, shown;
let charts = [];

function mount({ columns }) {
  data = columns;
  theme = LIGHT;
  // It requires sorted x.
  order = Uint32Array.from(data.date.keys()).sort((a, b) => data.date[a] - data.date[b]);
  const sums = aggregate(data, FIRST_YEAR, LAST_YEAR);
  charts = [
    bars("attacks", stacked(sums.years, sums.attacks), String),
    bars("proceeds", stacked(sums.years, sums.proceeds), usd),
    dots(points(FIRST_YEAR, LAST_YEAR)),
  ];
  tooltip = new Tooltip("incidents");
}

const lines = { stroke: () => theme.muted, grid: { stroke: () => theme.grid } };
const labels = (format) => (_, ticks) => ticks.map((tick) => tick && format(tick));
const amounts = (format) => ({ ...lines, size: 56, values: labels(format) });

/** The highest stack first: lower ones are drawn over it. */
function stacked(years, sums) {
  const tops = sums.map((row) => row.map((_, at) => row.slice(0, at + 1).reduce((all, one) => all + one)));
  return [years, ...GROUPS.map((_, at) => tops.map((row) => row[GROUPS.length - 1 - at]))];
}

function bars(id, given, format) {
  const paths = uPlot.paths.bars({ size: [0.8] });
  const series = GROUPS.map((_, at) => {
    const group = GROUPS.length - 1 - at;
    return { label: GROUPS[group], fill: () => theme.groups[group], width: 0, paths, points: { show: false } };
  });
  const options = {
    width: WIDTH,
    height: height_of(id),
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_, least, most) => [least - 0.6, most + 0.6] },
      y: { range: (_, least, most) => [0, most] },
    },
    axes: [{ ...lines, values: labels(String) }, amounts(format)],
    series: [{}, ...series],
  };
  return new uPlot(options, given, figure(id));
}

/** A series per group, null where a dot belongs to another group. */
function points(from, to) {
  const [first, last] = [day_of(from), day_of(to + 1)];
  shown = order.filter((row) => data.date[row] >= first && data.date[row] < last);
  const series = GROUPS.map(() => new Array(shown.length).fill(null));
  shown.forEach((row, at) => (series[group_of(data, row)][at] = data.stolen_usd[row]));
  return [Array.from(shown, (row) => data.date[row] * DAY_S), ...series];
}

function dots(given) {
  const series = GROUPS.map((label, at) => ({
    label,
    stroke: () => theme.groups[at],
    paths: () => null,
    points: { show: true, size: 2 * RADIUS, width: 0, fill: () => theme.groups[at] },
  }));
  const options = {
    width: WIDTH,
    height: height_of("incidents"),
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { y: { distr: 3 } },
    axes: [lines, amounts(usd)],
    series: [{}, ...series],
    hooks: { setCursor: [hover] },
  };
  return new uPlot(options, given, figure("incidents"));
}

function hover(chart) {
  const { left, top, idxs } = chart.cursor;
  if (left < 0) return tooltip.hide();
  let [found, least] = [-1, Infinity];
  idxs.forEach((at, series) => {
    if (series === 0 || at == null) return;
    const far = Math.hypot(x_of(shown[at]) - left, y_of(shown[at]) - top);
    if (far < least) [found, least] = [shown[at], far];
  });
  if (found < 0) return tooltip.hide();
  const { offsetLeft, offsetTop } = chart.over;
  tooltip.show(data, found, x_of(found) + offsetLeft, y_of(found) + offsetTop);
}

const x_of = (row) => charts[2].valToPos(data.date[row] * DAY_S, "x");
const y_of = (row) => charts[2].valToPos(data.stolen_usd[row], "y");

globalThis.page = {
  mount,
  unmount() {
    for (const chart of charts) chart.destroy();
    tooltip.remove();
  },
  redraw() {
    theme = theme === LIGHT ? DARK : LIGHT;
    for (const chart of charts) chart.redraw(true, true);
  },
  filter(from = FIRST_YEAR, to = LAST_YEAR) {
    const sums = aggregate(data, from, to);
    charts[0].setData(stacked(sums.years, sums.attacks));
    charts[1].setData(stacked(sums.years, sums.proceeds));
    charts[2].setData(points(from, to));
  },
  target: () => charts[2].over,
  named: () => tooltip.row,
  places: () => ({ x: Float64Array.from(data.date.keys(), x_of), y: Float64Array.from(data.date.keys(), y_of) }),
};
