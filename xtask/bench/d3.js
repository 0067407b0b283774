// Modules of d3 for scales, sums, stacks and nearest neighbours, drawn on canvas by hand.

import { rollup, extent, max, sum } from "d3-array";
import { quadtree } from "d3-quadtree";
import { scaleBand, scaleLinear, scaleLog, scaleUtc } from "d3-scale";
import { stack } from "d3-shape";
import {
  DARK,
  FIRST_YEAR,
  GROUPS,
  LAST_YEAR,
  LIGHT,
  RADIUS,
  Tooltip,
  WIDTH,
  canvas_in,
  group_of,
  height_of,
  usd,
} from "./shared.js";

const MARGIN = { left: 56, top: 40, right: RADIUS, bottom: 24 };
const DAY_MS = 86_400_000;

let data, theme, period, rows, sums, scales, tree, tooltip;
let canvases = {};

function mount({ columns }) {
  data = columns;
  theme = LIGHT;
  for (const id of ["attacks", "proceeds", "incidents"]) canvases[id] = canvas_in(id);
  tooltip = new Tooltip("incidents");
  canvases.incidents.addEventListener("pointermove", (event) => {
    const row = tree.find(event.offsetX, event.offsetY);
    if (row !== undefined) tooltip.show(data, row, x_of(row), y_of(row));
  });
  filter();
}

const x_of = (row) => scales.x(data.date[row] * DAY_MS);
const y_of = (row) => scales.y(data.stolen_usd[row]);
const year_of = (row) => new Date(data.date[row] * DAY_MS).getUTCFullYear();

function filter(from = FIRST_YEAR, to = LAST_YEAR) {
  period = [Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1)];
  rows = Array.from(data.date.keys()).filter((row) => {
    const time = data.date[row] * DAY_MS;
    return time >= period[0] && time < period[1];
  });
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const group = (row) => group_of(data, row);
  const stacked = (of_rows) => {
    const sums = rollup(rows, of_rows, year_of, group);
    const keys = GROUPS.map((_, at) => at);
    return stack()
      .keys(keys)
      .value((year, at) => sums.get(year)?.get(at) ?? 0)(years);
  };
  sums = {
    years,
    attacks: stacked((rows) => rows.length),
    proceeds: stacked((rows) => sum(rows, (row) => data.stolen_usd[row])),
  };
  scales = {
    x: scaleUtc(period, [MARGIN.left, WIDTH - MARGIN.right]),
    y: scaleLog(extent(data.stolen_usd), [height_of("incidents") - MARGIN.bottom, MARGIN.top]).nice(),
  };
  tree = quadtree(rows, x_of, y_of);
  tooltip.hide();
  draw();
}

function draw() {
  columns("attacks", sums.attacks, String);
  columns("proceeds", sums.proceeds, usd);
  dots();
}

function start(id) {
  const context = canvases[id].getContext("2d");
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, WIDTH, height_of(id));
  context.font = "12px sans-serif";
  GROUPS.forEach((group, at) => {
    context.fillStyle = theme.groups[at];
    context.fillRect(at * 120, 8, 12, 12);
    context.fillStyle = theme.ink;
    context.fillText(group, at * 120 + 18, 18);
  });
  return context;
}

function grid(context, y, ticks, format) {
  for (const tick of ticks) {
    context.fillStyle = theme.grid;
    context.fillRect(0, Math.round(y(tick)), WIDTH, 1);
    context.fillStyle = theme.muted;
    context.fillText(format(tick), 0, y(tick) - 4);
  }
}

function columns(id, stacks, format) {
  const context = start(id);
  const bottom = height_of(id) - MARGIN.bottom;
  const x = scaleBand(sums.years, [MARGIN.left, WIDTH]).padding(0.2);
  const y = scaleLinear([0, max(stacks.at(-1), ([, top]) => top)], [bottom, MARGIN.top]);
  grid(context, y, y.ticks(6), format);
  stacks.forEach((series, group) => {
    context.fillStyle = theme.groups[group];
    for (const part of series) context.fillRect(x(part.data), y(part[1]), x.bandwidth(), y(part[0]) - y(part[1]));
  });
  context.fillStyle = theme.muted;
  for (const year of sums.years) context.fillText(`’${String(year).slice(2)}`, x(year), bottom + 16);
}

function dots() {
  const context = start("incidents");
  const powers = scales.y.ticks().filter((tick) => Number.isInteger(Math.log10(tick)));
  grid(context, scales.y, powers, usd);
  for (const tick of scales.x.ticks(9)) {
    context.fillText(String(tick.getUTCFullYear()), scales.x(tick), height_of("incidents") - 8);
  }
  context.globalAlpha = 0.8;
  for (const row of rows) {
    context.fillStyle = theme.groups[group_of(data, row)];
    context.beginPath();
    context.arc(x_of(row), y_of(row), RADIUS, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

globalThis.page = {
  mount,
  unmount() {
    for (const canvas of Object.values(canvases)) canvas.remove();
    canvases = {};
    tooltip.remove();
  },
  redraw() {
    theme = theme === LIGHT ? DARK : LIGHT;
    draw();
  },
  filter,
  target: () => canvases.incidents,
  named: () => tooltip.row,
  places: () => ({ x: Float64Array.from(data.date.keys(), x_of), y: Float64Array.from(data.date.keys(), y_of) }),
};
