// Styles of frames and plain parts: inline, so that no theme overrides them, and removable.

/** @typedef {Record<string, string | number>} Styles */

/** A plain part covered by a live frame. */
const COVERED = { height: 0, minHeight: 0, maxHeight: 0, margin: 0, padding: 0, border: 0, overflow: "hidden", opacity: 0 };
/** Ancestors of a live frame must not clip it. */
const UNCLIPPED = { height: "auto", "max-height": "none", "aspect-ratio": "auto", overflow: "visible" };
const LIVE = { "max-height": "none", "aspect-ratio": "auto", opacity: 1, "pointer-events": "auto" };
const FULL_WIDTH = { width: "100%", "min-width": 0, "max-width": "100%", border: 0, position: "static" };
const NAMES = Object.keys({ ...UNCLIPPED, ...LIVE, ...FULL_WIDTH, "min-height": 0, padding: 0 });
/** A frame that is not live, as in snippets: on top of the plain part, as browsers do not paint hidden frames. */
const WAITING = {
  position: "absolute",
  top: 0,
  left: 0,
  width: "100%",
  height: "100%",
  border: 0,
  opacity: 0,
  "pointer-events": "none",
};
const UNREACHABLE = { inert: "", "aria-hidden": "true", tabindex: "-1" };

/** The styles set on each element by this script. @type {WeakMap<Element, string>} */
const applied = new WeakMap();
/** The animation that covers each plain part. @type {WeakMap<Element, Animation>} */
const covers = new WeakMap();
/** Covered plain parts, even after a page has moved them. @type {Set<HTMLElement>} */
export const covered_parts = new Set();

/**
 * Replaces the styles that this script has set on an element.
 * @param {HTMLElement} node
 * @param {Styles} styles
 */
function set_styles(node, styles, priority = "") {
  const { style } = node;
  const state = JSON.stringify(styles);
  if (applied.get(node) === state + style.cssText) return;
  for (const name of NAMES) if (style.getPropertyPriority(name)) style.removeProperty(name);
  for (const [name, value] of Object.entries(styles)) style.setProperty(name, String(value), priority);
  applied.set(node, state + style.cssText);
}
/** The same with `!important`. @type {(node: HTMLElement | null, styles: Styles) => void} */
const set_important = (node, styles) => {
  if (node) set_styles(node, styles, "important");
};

/** @type {(node: Element) => HTMLElement | null} */
export const figure_of = (node) => node.closest(".heistogram");
/** Snippets of 2026 include a style sheet that reserves room for the frame and the plain part. @param {Element} node */
const has_sheet = (node) => figure_of(node)?.querySelector("style");

/**
 * Shows a frame at a height, whatever wrappers a theme adds.
 * @param {HTMLElement} frame
 * @param {number} pixels
 */
export function show(frame, pixels) {
  const height = `${pixels}px`;
  const figure = figure_of(frame);
  // A bare frame keeps its width, unless it is part of a snippet and has lost its figure.
  const full = figure || frame.getAttribute("height") === "0";
  set_important(frame, { ...LIVE, ...(full ? FULL_WIDTH : {}), height, "min-height": height });
  if (!full) return;
  for (const name of Object.keys(UNREACHABLE)) if (frame.hasAttribute(name)) frame.removeAttribute(name);
  if (!figure) return;
  for (let at = frame.parentElement; at && at !== figure; at = at.parentElement) set_important(at, { ...UNCLIPPED, padding: 0 });
  set_important(figure, { ...UNCLIPPED, position: "relative" });
}

/** Makes a frame that is not live cover nothing and take no focus. @param {HTMLElement} frame */
export function hide(frame) {
  for (const [name, value] of Object.entries(UNREACHABLE)) if (!frame.hasAttribute(name)) frame.setAttribute(name, value);
  if (has_sheet(frame)) return set_styles(frame, { opacity: 0, "pointer-events": "none" });
  set_important(figure_of(frame), { ...UNCLIPPED, position: "relative" });
  set_styles(frame, WAITING);
}

/** Covers a plain part by a paused animation, which copies and saved pages do not keep: they show the plain part. @param {HTMLElement} plain */
export function cover(plain) {
  const cover = covers.get(plain) ?? plain.animate([COVERED, COVERED], { duration: 1, fill: "both" });
  covers.set(plain, cover);
  if (cover.playState !== "paused") cover.pause();
  covered_parts.add(plain);
  if (!plain.inert) plain.inert = true;
}

/**
 * @param {HTMLElement} plain
 * @param {HTMLElement} [frame] The frame that would cover it.
 */
export function uncover(plain, frame) {
  covers.get(plain)?.cancel();
  covered_parts.delete(plain);
  if (plain.inert) plain.inert = false;
  set_important(plain, has_sheet(plain) && !frame?.getClientRects().length ? { height: "auto" } : {});
}
