// Hand-written and tuned: sums are computed once, a grid finds the dot under the pointer, and tooltip and ring are DOM,
// so that hovering never repaints the canvas. Many dots are blended in a typed array, which is put on the canvas at
// once.

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
  canvas_in,
  day_of,
  extent,
  group_of,
  height_of,
  usd,
} from "./shared.js";

const LEFT = 56;
const TOP = 40;
const BOTTOM = 24;
const MANY = 2000;
const CELL = 8;

let data, logs, theme, sums, period, amounts, tooltip;
let canvases = {};
let rows, x, y; // visible dots and their positions
let grid;

const context_of = (id) => canvases[id].getContext("2d", { willReadFrequently: true });

function mount({ columns }) {
  data = columns;
  theme = LIGHT;
  logs = Float32Array.from(data.stolen_usd, Math.log10);
  const [least, most] = extent(logs);
  amounts = [Math.floor(least), Math.ceil(most)];
  for (const id of ["attacks", "proceeds", "incidents"]) canvases[id] = canvas_in(id);
  tooltip = new Tooltip("incidents");
  canvases.incidents.addEventListener("pointermove", (event) => hover(event.offsetX, event.offsetY));
  canvases.incidents.addEventListener("pointerleave", () => tooltip.hide());
  filter();
}

function filter(from = FIRST_YEAR, to = LAST_YEAR) {
  period = [from, to];
  sums = aggregate(data, from, to);
  place();
  tooltip.hide();
  draw();
}

/** The positions of the dots, and the grid cell of each. */
function place() {
  const [first, last] = [day_of(period[0]), day_of(period[1] + 1)];
  const height = height_of("incidents") - TOP - BOTTOM;
  const [wide, high] = [(WIDTH - LEFT - RADIUS) / (last - first), height / (amounts[1] - amounts[0])];
  const { date } = data;
  const size = date.length;
  if (x?.length !== size) [rows, x, y] = [new Uint32Array(size), new Float32Array(size), new Float32Array(size)];
  let shown = 0;
  for (let row = 0; row < size; row++) {
    const day = date[row];
    if (day < first || day >= last) continue;
    rows[shown] = row;
    x[shown] = LEFT + (day - first) * wide;
    y[shown++] = TOP + (amounts[1] - logs[row]) * high;
  }
  const across = Math.ceil(WIDTH / CELL);
  const down = Math.ceil(height_of("incidents") / CELL);
  const starts = new Uint32Array(across * down + 1);
  const cell = new Uint16Array(shown);
  for (let dot = 0; dot < shown; dot++) {
    cell[dot] = Math.floor(y[dot] / CELL) * across + Math.floor(x[dot] / CELL);
    starts[cell[dot] + 1]++;
  }
  for (let at = 1; at < starts.length; at++) starts[at] += starts[at - 1];
  const next = starts.slice();
  const dots = new Uint32Array(shown);
  for (let dot = 0; dot < shown; dot++) dots[next[cell[dot]]++] = dot;
  grid = { shown, across, down, starts, dots };
}

function nearest(px, py) {
  const { across, down, starts, dots } = grid;
  const [column, line] = [Math.floor(px / CELL), Math.floor(py / CELL)];
  let [found, least] = [-1, Infinity];
  for (let ring = 0; ring < across && least > ((ring - 1) * CELL) ** 2; ring++) {
    for (let j = Math.max(0, line - ring); j <= Math.min(down - 1, line + ring); j++) {
      const whole = j === line - ring || j === line + ring;
      for (let i = column - ring; i <= column + ring; i += whole ? 1 : Math.max(1, 2 * ring)) {
        if (i < 0 || i >= across) continue;
        for (let at = starts[j * across + i]; at < starts[j * across + i + 1]; at++) {
          const dot = dots[at];
          const far = (x[dot] - px) ** 2 + (y[dot] - py) ** 2;
          if (far < least) [found, least] = [dot, far];
        }
      }
    }
  }
  return found;
}

function hover(px, py) {
  const dot = nearest(px, py);
  if (dot < 0) tooltip.hide();
  else tooltip.show(data, rows[dot], x[dot], y[dot]);
}

function draw() {
  columns("attacks", sums.attacks, String);
  columns("proceeds", sums.proceeds, usd);
  dots();
}

function start(id) {
  const context = context_of(id);
  const ratio = devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
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

function line(context, y, words) {
  context.fillStyle = theme.grid;
  context.fillRect(0, Math.round(y), WIDTH, 1);
  context.fillStyle = theme.muted;
  context.fillText(words, 0, y - 4);
}

function columns(id, sums_of_years, format) {
  const context = start(id);
  const bottom = height_of(id) - BOTTOM;
  const most = Math.max(1, ...sums_of_years.map((sums) => sums.reduce((all, one) => all + one)));
  const unit = 10 ** Math.floor(Math.log10(most));
  const step = unit * [0.2, 0.5, 1].find((part) => most / (part * unit) <= 6) || unit * 2;
  const px_per_unit = (bottom - TOP) / most;
  for (let value = 0; value <= most; value += step) line(context, bottom - value * px_per_unit, format(value));
  const band = (WIDTH - LEFT) / sums_of_years.length;
  sums_of_years.forEach((sums, at) => {
    let top = bottom;
    sums.forEach((sum, group) => {
      context.fillStyle = theme.groups[group];
      context.fillRect(LEFT + at * band + band * 0.1, top - sum * px_per_unit, band * 0.8, sum * px_per_unit);
      top -= sum * px_per_unit;
    });
    context.fillStyle = theme.muted;
    context.fillText(`’${String(period[0] + at).slice(2)}`, LEFT + at * band + band / 2 - 8, bottom + 16);
  });
}

function dots() {
  const context = start("incidents");
  const bottom = height_of("incidents") - BOTTOM;
  for (let power = amounts[0]; power <= amounts[1]; power++) {
    line(context, bottom - ((power - amounts[0]) / (amounts[1] - amounts[0])) * (bottom - TOP), usd(10 ** power));
  }
  const years = period[1] - period[0] + 1;
  for (let at = 0; at < years; at++) {
    context.fillText(String(period[0] + at), LEFT + (at * (WIDTH - LEFT - RADIUS)) / years, bottom + 16);
  }
  if (grid.shown > MANY) return blend(context);
  const paths = GROUPS.map(() => new Path2D());
  for (let dot = 0; dot < grid.shown; dot++) {
    const path = paths[group_of(data, rows[dot])];
    path.moveTo(x[dot] + RADIUS, y[dot]);
    path.arc(x[dot], y[dot], RADIUS, 0, 2 * Math.PI);
  }
  context.globalAlpha = 0.8;
  paths.forEach((path, group) => {
    context.fillStyle = theme.groups[group];
    context.fill(path);
  });
  context.globalAlpha = 1;
}

/** Draws all discs into the pixel array, then copies it to the canvas. */
function blend(context) {
  const ratio = devicePixelRatio;
  const { width, height } = context.canvas;
  const image = context.getImageData(0, 0, width, height);
  const pixels = image.data;
  const radius = RADIUS * ratio;
  const reach = Math.ceil(radius);
  const [offsets, covers] = [[], []];
  for (let down = -reach; down <= reach; down++) {
    for (let across = -reach; across <= reach; across++) {
      const cover = Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(across, down)));
      if (cover > 0) {
        offsets.push(4 * (down * width + across));
        covers.push(0.8 * cover);
      }
    }
  }
  const colors = theme.groups.map((color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)));
  const [steps, shares] = [Int32Array.from(offsets), Float32Array.from(covers)];
  for (let dot = 0; dot < grid.shown; dot++) {
    const [red, green, blue] = colors[group_of(data, rows[dot])];
    const centre = 4 * (Math.round(y[dot] * ratio) * width + Math.min(Math.round(x[dot] * ratio), width - reach - 1));
    for (let at = 0; at < steps.length; at++) {
      const pixel = centre + steps[at];
      const share = shares[at];
      pixels[pixel] += (red - pixels[pixel]) * share;
      pixels[pixel + 1] += (green - pixels[pixel + 1]) * share;
      pixels[pixel + 2] += (blue - pixels[pixel + 2]) * share;
    }
  }
  context.putImageData(image, 0, 0);
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
  // Called while all are shown, so indices of dots are indices of rows.
  places: () => ({ x, y }),
};
