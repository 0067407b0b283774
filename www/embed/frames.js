// The frames of a page: finds them, records their reports, and sends them theme and language.

import { lightness_of } from "../element/dom.js";
import { figure_of } from "./looks.js";

/** Time in ms for a new document in a frame to report. */
const REPLY_MS = 3_000;
const FRAMES = '.heistogram iframe, iframe[data-theme], iframe[data-lang], iframe[src*="/embed/"]';
export const PLAIN = ".heistogram-static";

/**
 * The last report of a frame, and the settings sent to it.
 * @typedef {object} Report
 * @property {number} time
 * @property {MessageEventSource | null} window
 * @property {string | null} src
 * @property {number} height
 * @property {{ time: number, height: number, width: number }[]} asked Heights it requested.
 * @property {string} [theme]
 * @property {string} [lang]
 *
 * @typedef {Document | ShadowRoot} Root
 */

/** @type {Map<HTMLIFrameElement, Report>} */
export const reports = new Map();
/** The document, and shadow roots with a chart that has reported. @type {Set<Root>} */
export const roots = new Set();
/** Windows that report but belong to no frame of ours. @type {WeakSet<object>} */
const unknown = new WeakSet();
/** Plain parts that a reader has used. @type {WeakSet<EventTarget>} */
export const used = new WeakSet();

/** @type {(root: ParentNode) => HTMLIFrameElement[]} */
export const frames_in = (root) => /** @type {HTMLIFrameElement[]} */ ([...root.querySelectorAll(FRAMES)]);

/** @type {(frame: Element) => HTMLElement | null | undefined} */
export const plain_of = (frame) => figure_of(frame)?.querySelector(PLAIN);

/** The document and all shadow roots in it. */
export function all_roots() {
  /** @type {Root[]} */
  const all = [document];
  for (const root of all) for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) all.push(shadowRoot);
  return all;
}

/** Callbacks for possible changes of a frame. */
let changed = () => {};
/** @param {() => void} work */
export const follow = (work) => {
  changed = work;
};

/** A new document in a frame has a few seconds to report: an error page never does. @param {Event} event */
function reloaded({ target }) {
  const frame = /** @type {HTMLIFrameElement} */ (target);
  if (!reports.has(frame)) return;
  const loaded = performance.now();
  ask(frame);
  setTimeout(() => {
    const last = reports.get(frame);
    if (last && last.time < loaded) reports.delete(frame);
    changed();
  }, REPLY_MS);
}

/** @param {Root} root */
export function add_root(root) {
  roots.add(root);
  root.addEventListener("load", reloaded, true);
  for (const type of ["keydown", "pointerdown"]) {
    root.addEventListener(type, ({ target }) => {
      if (target) used.add(/** @type {Element} */ (target).closest?.(PLAIN) ?? target);
    }, true);
  }
}

/** The frame of a window, in any root. @param {MessageEventSource} source */
export function find(source) {
  /** @param {Root} root */
  const within = (root) => frames_in(root).find(({ contentWindow }) => contentWindow === source);
  for (const root of roots) {
    const frame = within(root);
    if (frame) return frame;
  }
  // Once per window, as searching the page is slow.
  const root = !unknown.has(source) && all_roots().find(within);
  if (!root) {
    unknown.add(source);
    return null;
  }
  add_root(root);
  return within(root);
}

/** Light text implies a dark background: a light page in a dark system keeps light charts. @param {HTMLElement} frame */
function theme_of(frame) {
  const { theme } = frame.dataset;
  if (theme !== "auto") return theme;
  // Themes may colour figures and frames differently from the text.
  const lightness = lightness_of(getComputedStyle((figure_of(frame) ?? frame).parentElement ?? frame).color);
  return Number.isNaN(lightness) ? theme : lightness > 0.5 ? "dark" : "light";
}

// A sandboxed frame has an opaque origin, so messages cannot name one; they hold no secrets.
/** @type {(frame: HTMLIFrameElement, name: string, value: string, ask?: boolean) => void} */
const post = ({ contentWindow }, name, value, ask) =>
  contentWindow?.postMessage({ type: `heistogram:${name}`, version: 1, value, ask }, "*");

/**
 * Sends a frame its theme and language, unless it has them.
 * @param {HTMLIFrameElement} frame
 * @param {Report} last
 */
export function tell(frame, last) {
  const [theme, lang] = [theme_of(frame), frame.dataset.lang];
  if (theme && last.theme !== theme) post(frame, "theme", (last.theme = theme));
  if (lang && last.lang !== lang) post(frame, "lang", (last.lang = lang));
}

/** Asks a chart that may have reported before this script ran to report again. @param {HTMLIFrameElement} frame */
export function ask(frame) {
  const theme = theme_of(frame) ?? (plain_of(frame) && "auto");
  if (theme) post(frame, "theme", theme, true);
}

/** Whether a chart has reported from the current document of a frame, and is visible. @param {HTMLIFrameElement} frame */
export function is_live(frame) {
  const last = reports.get(frame);
  if (last?.window !== frame.contentWindow || last.src !== frame.getAttribute("src")) return false;
  if (frame.hasAttribute("srcdoc") || getComputedStyle(frame).visibility !== "visible") return false;
  const figure = figure_of(frame);
  for (let at = frame.parentElement; figure && at && at !== figure; at = at.parentElement) {
    if (getComputedStyle(at).opacity === "0") return false;
  }
  const { width, height } = frame.getBoundingClientRect();
  return width > 1 && height > 1;
}
