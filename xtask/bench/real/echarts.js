// ECharts with its own legend and tooltip.

import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { drawn, groups, place, years } from "./shared.js";

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, TooltipComponent]);

const chart = init(place);
chart.setOption({
  animation: false,
  grid: { left: 32, right: 8, top: 60, bottom: 24 },
  legend: { top: 0 },
  tooltip: {},
  xAxis: { type: "category", data: years.map(String) },
  yAxis: { type: "value" },
  series: groups.map(({ name, color, attacks }) => ({
    name,
    type: "bar",
    stack: "all",
    itemStyle: { color },
    data: attacks,
  })),
});
// Otherwise it draws in the next frame.
chart.getZr().flush();
addEventListener("resize", () => chart.resize());
drawn();
