// The frames of a page: where they are, which chart speaks in each, and what it is told.

import { lightness_of } from "../element/dom.js";
import { figure_of } from "./looks.js";

/** How long a document that is new in a frame may take to report. */
const REPLY_MS = 3_000;
export const FRAMES = '.heistogram iframe, iframe[data-theme], iframe[data-lang], iframe[src*="/embed/"]';
export const PLAIN = ".heistogram-static";

/**
 * What a frame reported last, and was told.
 * @typedef {object} Report
 * @property {number} time
 * @property {MessageEventSource | null} window
 * @property {string | null} src
 * @property {number} height
 * @property {{ time: number, height: number, width: number }[]} asked Heights it asked for.
 * @property {string} [theme]
 * @property {string} [lang]
 *
 * @typedef {Document | ShadowRoot} Root
 */

/** @type {Map<HTMLIFrameElement, Report>} */
export const reports = new Map();
/** The document, and shadow roots in which a chart has reported. @type {Set<Root>} */
export const roots = new Set();
/** Windows that report and are no frame of ours. @type {WeakSet<object>} */
const unknown = new WeakSet();
/** Plain parts in which a reader has pressed something. @type {WeakSet<EventTarget>} */
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

/** Called when a frame may have changed. */
let changed = () => {};
/** @param {() => void} work */
export const follow = (work) => {
  changed = work;
};

/** Another document in a frame has a second or three to report: an error page never does. @param {Event} event */
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

/** The frame of a window, wherever it stands. @param {MessageEventSource} source */
export function find(source) {
  /** @param {Root} root */
  const within = (root) => frames_in(root).find(({ contentWindow }) => contentWindow === source);
  for (const root of roots) {
    const frame = within(root);
    if (frame) return frame;
  }
  // Once for each window: a search through the page is slow.
  const root = !unknown.has(source) && all_roots().find(within);
  if (!root) {
    unknown.add(source);
    return null;
  }
  add_root(root);
  return within(root);
}

/** Light text stands on dark ground: a page that stays light in a dark system keeps light charts. @param {HTMLElement} frame */
function theme_of(frame) {
  const { theme } = frame.dataset;
  if (theme !== "auto") return theme;
  // Themes colour figures and frames apart from the text.
  const lightness = lightness_of(getComputedStyle((figure_of(frame) ?? frame).parentElement ?? frame).color);
  return Number.isNaN(lightness) ? theme : lightness > 0.5 ? "dark" : "light";
}

// A sandboxed frame has no origin to address; what it is told is no secret.
/** @type {(frame: HTMLIFrameElement, name: string, value: string, ask?: boolean) => void} */
const post = ({ contentWindow }, name, value, ask) =>
  contentWindow?.postMessage({ type: `heistogram:${name}`, version: 1, value, ask }, "*");

/**
 * Tells a frame its colours and language, unless it has them.
 * @param {HTMLIFrameElement} frame
 * @param {Report} last
 */
export function tell(frame, last) {
  const [theme, lang] = [theme_of(frame), frame.dataset.lang];
  if (theme && last.theme !== theme) post(frame, "theme", (last.theme = theme));
  if (lang && last.lang !== lang) post(frame, "lang", (last.lang = lang));
}

/** A chart that reported before we listened is asked to report again. @param {HTMLIFrameElement} frame */
export function ask(frame) {
  const theme = theme_of(frame) ?? (plain_of(frame) && "auto");
  if (theme) post(frame, "theme", theme, true);
}

/** Whether a chart has reported from this very frame, and readers can see it. @param {HTMLIFrameElement} frame */
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
