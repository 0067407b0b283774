// ECharts, with `large` where it exists, without animations and progressive rendering, which would hide costs. Its own
// tooltip writes markup, which our policy blocks; ours replaces it, driven by its events.

import { BarChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
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

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, ScatterChart]);
const DAY_MS = 86_400_000;

let data, theme, tooltip, shown;
let charts = [];
let boxes = [];

function mount({ columns }) {
  data = columns;
  theme = LIGHT;
  boxes = ["attacks", "proceeds", "incidents"].map(box_in);
  charts = ["attacks", "proceeds", "incidents"].map((id, at) =>
    init(boxes[at], null, { width: WIDTH, height: height_of(id), renderer: "canvas" }),
  );
  tooltip = new Tooltip("incidents");
  charts[2].on("mousemove", ({ seriesIndex, dataIndex }) => {
    const row = shown[seriesIndex].rows[dataIndex];
    tooltip.show(
      data,
      row,
      ...charts[2].convertToPixel({ gridIndex: 0 }, [data.date[row] * DAY_MS, data.stolen_usd[row]]),
    );
  });
  charts[2].on("mouseout", () => tooltip.hide());
  filter();
}

/** It clears its container through `innerHTML`, which our policy blocks as well. */
function box_in(id) {
  const box = document.createElement("div");
  Object.defineProperty(box, "innerHTML", { set: () => box.replaceChildren() });
  return figure(id).appendChild(box);
}

const axis = (more) => ({
  axisLabel: { color: theme.muted, ...more.label },
  splitLine: { lineStyle: { color: theme.grid } },
  ...more.axis,
});
const COMMON = { animation: false, grid: { left: 56, right: 8, top: 40, bottom: 24 } };

function bars(years, sums, format) {
  return {
    ...COMMON,
    legend: { top: 0, textStyle: { color: theme.ink } },
    xAxis: axis({ axis: { type: "category", data: years.map(String) } }),
    yAxis: axis({ label: { formatter: format }, axis: { type: "value" } }),
    series: GROUPS.map((name, group) => ({
      name,
      type: "bar",
      stack: "all",
      itemStyle: { color: theme.groups[group] },
      data: sums.map((row) => row[group]),
    })),
  };
}

function points(from, to) {
  const found = GROUPS.map(() => ({ rows: [], points: [] }));
  const [first, last] = [day_of(from), day_of(to + 1)];
  for (let row = 0; row < data.date.length; row++) {
    const day = data.date[row];
    if (day < first || day >= last) continue;
    const { rows, points } = found[group_of(data, row)];
    rows.push(row);
    points.push(day * DAY_MS, data.stolen_usd[row]);
  }
  for (const group of found) group.points = Float64Array.from(group.points);
  return found;
}

const dots = () => ({
  ...COMMON,
  legend: { top: 0, textStyle: { color: theme.ink } },
  xAxis: axis({ axis: { type: "time" } }),
  yAxis: axis({ label: { formatter: usd }, axis: { type: "log" } }),
  series: shown.map(({ points }, group) => ({
    name: GROUPS[group],
    type: "scatter",
    large: true,
    progressive: 0,
    dimensions: ["x", "y"],
    symbolSize: 2 * RADIUS,
    itemStyle: { color: theme.groups[group], opacity: 0.8 },
    data: points,
  })),
});

function put(options) {
  charts.forEach((chart, at) => {
    chart.setOption(options[at], { lazyUpdate: false });
    chart.getZr().flush();
  });
}

let sums;

function filter(from = FIRST_YEAR, to = LAST_YEAR) {
  sums = aggregate(data, from, to);
  shown = points(from, to);
  tooltip.hide();
  put([bars(sums.years, sums.attacks, String), bars(sums.years, sums.proceeds, usd), dots()]);
}

globalThis.page = {
  mount,
  unmount() {
    charts.forEach((chart) => chart.dispose());
    boxes.forEach((box) => box.remove());
    tooltip.remove();
  },
  redraw() {
    theme = theme === LIGHT ? DARK : LIGHT;
    const colors = {
      xAxis: axis({}),
      yAxis: axis({}),
      legend: { top: 0, textStyle: { color: theme.ink } },
      series: theme.groups.map((color) => ({ itemStyle: { color } })),
    };
    put([colors, colors, colors]);
  },
  filter,
  target: () => boxes[2].querySelector("canvas"),
  named: () => tooltip.row,
  places() {
    const at = (row) => charts[2].convertToPixel({ gridIndex: 0 }, [data.date[row] * DAY_MS, data.stolen_usd[row]]);
    const rows = Array.from(data.date.keys(), at);
    return { x: rows.map(([x]) => x), y: rows.map(([, y]) => y) };
  },
};
