// Chart.js with its own legend and tooltip.

import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from "chart.js";
import { drawn, groups, place, years } from "./shared.js";

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

new Chart(place.appendChild(document.createElement("canvas")), {
  type: "bar",
  data: {
    labels: years,
    datasets: groups.map(({ name, color, attacks }) => ({ label: name, data: attacks, backgroundColor: color })),
  },
  options: {
    animation: false,
    maintainAspectRatio: false,
    scales: { x: { stacked: true }, y: { stacked: true } },
  },
});
drawn();
