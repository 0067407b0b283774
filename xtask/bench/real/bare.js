// Hand-written: columns on a canvas, and a tooltip in the DOM.

import { drawn, groups, place, years } from "./shared.js";

const [LEFT, TOP, BOTTOM] = [32, 56, 24];

const canvas = place.appendChild(document.createElement("canvas"));
const context = canvas.getContext("2d");
const tooltip = place.appendChild(document.createElement("div"));
tooltip.className = "tooltip";
tooltip.hidden = true;

const sums = years.map((_, at) => groups.reduce((sum, { attacks }) => sum + attacks[at], 0));
const most = Math.ceil(Math.max(...sums) / 10) * 10;
let band;

function legend() {
  let [x, y] = [LEFT, 12];
  for (const { name, color } of groups) {
    const width = context.measureText(name).width + 34;
    if (x + width > place.clientWidth) [x, y] = [LEFT, y + 20];
    context.fillStyle = color;
    context.fillRect(x, y - 9, 12, 12);
    context.fillStyle = "#1b1b1f";
    context.fillText(name, x + 18, y + 2);
    x += width;
  }
}

function draw() {
  const { clientWidth: width, clientHeight: height } = place;
  [canvas.width, canvas.height] = [width * devicePixelRatio, height * devicePixelRatio];
  [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
  context.scale(devicePixelRatio, devicePixelRatio);
  context.font = "12px sans-serif";
  legend();
  const bottom = height - BOTTOM;
  const px_per_attack = (bottom - TOP) / most;
  for (let value = 0; value <= most; value += 10) {
    const y = Math.round(bottom - value * px_per_attack);
    context.fillStyle = "#e4e2dd";
    context.fillRect(LEFT, y, width - LEFT, 1);
    context.fillStyle = "#5d5f66";
    context.fillText(value, 4, y + 4);
  }
  band = (width - LEFT) / years.length;
  years.forEach((year, at) => {
    const left = LEFT + at * band;
    let top = bottom;
    for (const { color, attacks } of groups) {
      const high = attacks[at] * px_per_attack;
      context.fillStyle = color;
      context.fillRect(left + band * 0.1, top - high, band * 0.8, high);
      top -= high;
    }
    context.fillStyle = "#5d5f66";
    context.fillText(`’${String(year).slice(2)}`, left + band / 2 - 8, bottom + 16);
  });
}

canvas.addEventListener("pointermove", ({ offsetX, offsetY }) => {
  const at = Math.floor((offsetX - LEFT) / band);
  tooltip.hidden = !(at in years);
  if (tooltip.hidden) return;
  const of_groups = groups.map(({ name, attacks }) => `${name}: ${attacks[at]}`);
  tooltip.textContent = [`${years[at]}: ${sums[at]}`, ...of_groups].join("\n");
  const x = offsetX > place.clientWidth / 2 ? offsetX - 140 : offsetX + 12;
  tooltip.style.transform = `translate(${x}px, ${Math.min(offsetY, place.clientHeight - 130)}px)`;
});
canvas.addEventListener("pointerleave", () => (tooltip.hidden = true));
addEventListener("resize", draw);
draw();
drawn();
