// What is around a chart: the colours of the page, what a reader insists on, room that comes and goes. No page is around a
// module that a server imports.

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
 * Red, green and blue of a computed colour as one number, where it is written so.
 * @param {string} color
 */
const packed = (color) =>
  (color.match(/^rgba?\((\d+), (\d+), (\d+)/)?.slice(1) ?? []).reduce((all, one) => all * 256 + Number(one), 0);

/**
 * The ground and the ink that a reader insists on. Asked for there alone: browsers then style the whole page.
 * @param {HTMLCanvasElement} canvas
 * @returns {[ground: number, ink: number]}
 */
export function insisted_colours(canvas) {
  if (!insisted.matches) return [0, 0];
  const { backgroundColor, color } = getComputedStyle(canvas);
  return [packed(backgroundColor), packed(color)];
}

/**
 * A sheet of style for the documents of a window, which take no other's.
 * @param {Window & typeof globalThis} window
 */
export const styled = ({ CSSStyleSheet }) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [sheet];
};
export const sheets = globalThis.document ? styled(window) : [];

/** What a page may write itself, each into the slot of this name. */
export const SLOTS = /** @type {const} */ (["title", "sentence", "source"]);

/** How long sizes alternate before they are held. */
const ALTERNATING_MS = 3000;

/**
 * Whether the text around is light, as on a dark page: a page that stays light in a dark system keeps a light chart.
 * @param {Element} host
 */
function is_page_dark(host) {
  const lightness = lightness_of(getComputedStyle(host).color);
  return Number.isNaN(lightness) ? system_dark.matches : lightness > 0.5;
}

/**
 * Whether a chart is dark, and whether its page is other than that.
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
 * Whether a chart shows our whole dataset.
 * @param {Element} host
 * @param {Source | null} source
 */
const is_whole = (host, source) =>
  source?.written && ![...FILTERS, "measure"].some((name) => host.getAttribute(name));

/**
 * Whether the page itself has a picture of what a chart shows.
 * @param {Element} host
 * @param {Source | null} source
 */
export const is_pictured = (host, source) => is_whole(host, source) && host.querySelector("picture, img, svg");

/**
 * The page's own words stand, where it has some, in the language `written`, and they say what the chart shows; in their place
 * the chart's otherwise.
 * @param {Element} host
 * @param {Parts} parts
 * @param {Source | null} source
 * @param {string} written
 */
export function arrange(host, { all, static: before, ...parts }, source, written) {
  const told = "told" in before.dataset;
  const whole = is_whole(host, source);
  before.hidden = told && !whole; // in a saved page, where no style of ours is, it would be seen again
  all.classList.toggle("other", told && !is_pictured(host, source));
  for (const name of SLOTS) {
    const slot = /** @type {HTMLSlotElement} */ (all.querySelector(`slot[name=${name}]`));
    const [node] = /** @type {(HTMLElement | undefined)[]} */ (slot.assignedElements());
    const lang = known_language(node?.lang) ?? written;
    slot.hidden = told && !(node && whole && lang === source?.lang);
    parts[name].hidden = !slot.hidden;
    if (name !== "title") continue;
    const level = node?.localName.match(/^h([1-6])$/)?.[1] ?? node?.getAttribute("aria-level");
    if (level) parts.title.setAttribute("aria-level", level);
  }
}

/**
 * The height of a chart at each width. A scrollbar that comes because the chart is high, and goes because it is lower
 * beside one, makes two widths alternate: then both get the larger height, until there is another width.
 */
export class Heights {
  /** @type {{ width: number, height: number, time: number }[]} */
  #last = [];
  /** @type {{ widths: Set<number>, height: number } | null} */
  #held = null;

  /**
   * What the chart takes up at a width where it needs a height.
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

  /** Of another picture, heights are others. */
  forget() {
    this.#last = [];
    this.#held = null;
  }
}
