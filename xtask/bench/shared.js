// Shared by the pages that draw by themselves or with a library: sizes, colours, sums, axes, tooltip.

import { FIRST_YEAR, LAST_YEAR, day_of } from "./data.js";

export { FIRST_YEAR, LAST_YEAR, day_of };

export const WIDTH = 720;
export const RADIUS = 4.5;
export const GROUPS = ["Banks", "Exchanges", "DeFi", "Companies", "Individuals"];
/** The group of each sector, as named in the data. */
const GROUP_OF = [0, 1, 2, 2, 3, 4];

export const LIGHT = {
  ground: "#ffffff",
  ink: "#1b1b1f",
  muted: "#5d5f66",
  grid: "#e4e2dd",
  groups: ["#021936", "#265a92", "#d76a0c", "#0f846d", "#6a355a"],
};
export const DARK = {
  ground: "#14161a",
  ink: "#ececea",
  muted: "#a5a8b0",
  grid: "#2d3036",
  groups: ["#dbf0ff", "#7daffa", "#e47c14", "#1b9375", "#feafcc"],
};

export const figure = (id) => document.getElementById(id);
export const height_of = (id) => Number(figure(id).dataset.height);

/** A canvas in a figure, at the pixel ratio of the screen. */
export function canvas_in(id) {
  const canvas = document.createElement("canvas");
  const height = height_of(id);
  canvas.width = WIDTH * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  canvas.style.width = `${WIDTH}px`;
  canvas.style.height = `${height}px`;
  figure(id).append(canvas);
  return canvas;
}

export const group_of = ({ sector }, row) => GROUP_OF[sector[row]];

const FIRST_DAY = day_of(FIRST_YEAR);
const YEAR_OF = new Uint8Array(day_of(LAST_YEAR + 1) - FIRST_DAY);
for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
  YEAR_OF.fill(year - FIRST_YEAR, day_of(year) - FIRST_DAY, day_of(year + 1) - FIRST_DAY);
}

/** Attacks and proceeds by year and group, in one pass: `[year * 5 + group]`, from the first year of the data. */
export function aggregate({ date, stolen_usd, sector }, from, to) {
  const cells = (LAST_YEAR - FIRST_YEAR + 1) * GROUPS.length;
  const [attacks, proceeds] = [new Float64Array(cells), new Float64Array(cells)];
  const [first, last] = [day_of(from), day_of(to + 1)];
  for (let row = 0; row < date.length; row++) {
    const day = date[row];
    if (day < first || day >= last) continue;
    const cell = YEAR_OF[day - FIRST_DAY] * GROUPS.length + GROUP_OF[sector[row]];
    attacks[cell]++;
    proceeds[cell] += stolen_usd[row];
  }
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const of = (sums) => years.map((year) => GROUPS.map((_, at) => sums[(year - FIRST_YEAR) * GROUPS.length + at]));
  return { years, attacks: of(attacks), proceeds: of(proceeds) };
}

/** Minimum and maximum of a column. */
export function extent(values) {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

export function usd(amount) {
  const [unit, word] = [
    [1e9, "bn"],
    [1e6, "m"],
    [1e3, "k"],
  ].find(([unit]) => amount >= unit) ?? [1, ""];
  return `$${Number((amount / unit).toPrecision(3))}${word}`;
}

/** Tooltip and ring above a figure, which never touch the canvas. */
export class Tooltip {
  #node = document.createElement("div");
  #ring = document.createElement("div");
  row = -1;

  constructor(id) {
    this.#node.className = "tooltip";
    this.#ring.className = "ring";
    this.hide();
    figure(id).append(this.#ring, this.#node);
  }

  show(data, row, x, y) {
    if (row === this.row) return;
    this.row = row;
    const day = new Date(data.date[row] * 86_400_000).toISOString().slice(0, 10);
    this.#node.textContent = `Incident ${row + 1}\n${day}, ${GROUPS[group_of(data, row)]}\n${usd(data.stolen_usd[row])}`;
    this.#node.hidden = this.#ring.hidden = false;
    this.#ring.style.transform = `translate(${x - 7.5}px, ${y - 7.5}px)`;
    this.#node.style.transform = `translate(${x > WIDTH / 2 ? x - 180 : x + 12}px, ${y + 12}px)`;
  }

  hide() {
    this.row = -1;
    this.#node.hidden = this.#ring.hidden = true;
  }

  remove() {
    this.#node.remove();
    this.#ring.remove();
  }
}
