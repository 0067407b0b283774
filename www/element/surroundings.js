// Surroundings of a chart: colours of the page, preferences of the reader, changing room. A server that imports this
// module has no page.

import css from "../style/chart.css";
import { lightness_of } from "./dom.js";
import { FILTERS } from "../generated/languages.js";
import { known_language } from "./state.js";

/**
 * @typedef {import("./types.js").Parts} Parts
 * @typedef {import("./types.js").Source} Source
 */

const never = /** @type {MediaQueryList} */ ({ matches: false });
/** @param {string} query */
const media = (query) => globalThis.matchMedia?.(query) ?? never;

export const system_dark = media("(prefers-color-scheme: dark)");
export const still = media("(prefers-reduced-motion: reduce)");
export const paper = media("print");
export const insisted = media("(prefers-contrast: more), (forced-colors: active)");

/**
 * A computed colour as one number with red, green and blue, if it is in the form `rgb()`.
 * @param {string} color
 */
const packed = (color) =>
  (color.match(/^rgba?\((\d+), (\d+), (\d+)/)?.slice(1) ?? []).reduce((all, one) => all * 256 + Number(one), 0);

/**
 * Forced colours: background and text. Read only in that mode, as it makes browsers compute the style of the whole
 * page.
 * @param {HTMLCanvasElement} canvas
 * @returns {[ground: number, ink: number]}
 */
export function insisted_colours(canvas) {
  if (!insisted.matches) return [0, 0];
  const { backgroundColor, color } = getComputedStyle(canvas);
  return [packed(backgroundColor), packed(color)];
}

/**
 * A constructed style sheet of a window, whose documents accept no other window's.
 * @param {Window & typeof globalThis} window
 */
export const styled = ({ CSSStyleSheet }) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [sheet];
};
export const sheets = globalThis.document ? styled(window) : [];

/** Slots for content of the page, each with this name. */
export const SLOTS = /** @type {const} */ (["title", "sentence", "source"]);

/** Time in ms in which alternating sizes are detected. */
const ALTERNATING_MS = 3000;

/**
 * Whether the surrounding text is light, as on a dark page: a light page in a dark system keeps a light chart.
 * @param {Element} host
 */
function is_page_dark(host) {
  const lightness = lightness_of(getComputedStyle(host).color);
  return Number.isNaN(lightness) ? system_dark.matches : lightness > 0.5;
}

/**
 * Whether a chart is dark, and whether its theme differs from the page's.
 * @param {Element} host
 * @returns {[dark: boolean, apart: boolean]}
 */
export function theme_of(host) {
  if (paper.matches) return [false, false];
  const page = is_page_dark(host);
  const theme = host.getAttribute("theme");
  const dark = theme === "dark" || (theme !== "light" && page);
  return [dark, dark !== page];
}

/**
 * Whether a chart shows all of our dataset.
 * @param {Element} host
 * @param {Source | null} source
 */
const is_whole = (host, source) =>
  source?.written && ![...FILTERS, "measure"].some((name) => host.getAttribute(name));

/**
 * Whether the static content has a picture of the chart's state.
 * @param {Element} host
 * @param {Source | null} source
 */
export const is_pictured = (host, source) => is_whole(host, source) && host.querySelector("picture, img, svg");

/**
 * Shows the page's own texts if it has some in the language `written` that fit the chart's state; otherwise the
 * chart's.
 * @param {Element} host
 * @param {Parts} parts
 * @param {Source | null} source
 * @param {string} written
 */
export function arrange(host, { all, static: before, ...parts }, source, written) {
  const is_described = "told" in before.dataset;
  const whole = is_whole(host, source);
  before.hidden = is_described && !whole; // hidden by attribute, as a saved page lacks our style
  all.classList.toggle("other", is_described && !is_pictured(host, source));
  for (const name of SLOTS) {
    const slot = /** @type {HTMLSlotElement} */ (all.querySelector(`slot[name=${name}]`));
    const [node] = /** @type {(HTMLElement | undefined)[]} */ (slot.assignedElements());
    const lang = known_language(node?.lang) ?? written;
    slot.hidden = is_described && !(node && whole && lang === source?.lang);
    parts[name].hidden = !slot.hidden;
    if (name !== "title") continue;
    const level = node?.localName.match(/^h([1-6])$/)?.[1] ?? node?.getAttribute("aria-level");
    if (level) parts.title.setAttribute("aria-level", level);
  }
}

/**
 * The height of a chart by width. A scrollbar that appears because the chart is high, and disappears because the
 * narrower chart is lower, makes two widths alternate. Both then get the greater height, until the width is another.
 */
export class Heights {
  /** @type {{ width: number, height: number, time: number }[]} */
  #last = [];
  /** @type {{ widths: Set<number>, height: number } | null} */
  #held = null;

  /**
   * The height to use at a width, given the height of the layout.
   * @param {number} width
   * @param {number} height
   */
  take(width, height) {
    if (!this.#held?.widths.has(width)) this.#held = null;
    if (this.#held) return (this.#held.height = Math.max(this.#held.height, height));
    const time = performance.now();
    const last = this.#last;
    if (last.at(-1)?.width !== width) last.push({ width, height, time });
    if (last.length > 4) last.shift();
    const [a, b, c, d] = last;
    if (d && a.width === c.width && b.width === d.width && time - a.time < ALTERNATING_MS) {
      this.#last = [];
      this.#held = { widths: new Set([a.width, b.width]), height: Math.max(a.height, b.height, height) };
      return this.#held.height;
    }
    return height;
  }

  /** Forgets the heights of the last chart. */
  forget() {
    this.#last = [];
    this.#held = null;
  }
}
