// Helpers for the DOM. Text is never parsed as markup.

/** @typedef {string | number | boolean | null | undefined} Attribute */

/**
 * An element with attributes (`null`, `undefined` and `false` leave one out) and children; strings become text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute> | null} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function build(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children);
  return node;
}

/**
 * Finds an element that must exist.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {any}
 */
export const find = (root, selector) => root.querySelector(selector);

/** Resolves at the end of the document. A script that does not wait for the page may be there first. */
export async function parsed() {
  if (document.readyState !== "loading") return;
  await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed, { once: true }));
}

/**
 * Calls back now and after whatever the parser adds; resolves at the end of the document.
 * @param {() => void} work
 */
export async function while_parsing(work) {
  work();
  const observer = new MutationObserver(work);
  observer.observe(document, { childList: true, subtree: true });
  await parsed();
  observer.disconnect();
  work();
}

/**
 * Writes a text if it differs. Screen readers announce any change, and drop messages that follow at once. A new value of
 * the same text node needs no new style.
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  const { firstChild, lastChild, textContent } = node;
  if (textContent === text) return;
  if (text && firstChild === lastChild && firstChild?.nodeValue) firstChild.nodeValue = text;
  else node.textContent = text;
}

/**
 * Shows or clears a status message; with `heard` it is for screen readers only.
 * @param {HTMLElement} status
 * @param {boolean} heard
 */
export function say(status, heard, text = "") {
  status.className = heard ? "heard" : "";
  status.removeAttribute("lang");
  write(status, text);
}

/** The largest channel value by colour space; 255 in all others. @type {Record<string, number>} */
const SCALES = { oklch: 1, oklab: 1, lch: 100, lab: 100, color: 1 };

/**
 * Lightness of a computed colour, from 0 to 1; `NaN` if the format is unknown.
 * @param {string} color
 */
export function lightness_of(color) {
  const [, space = "", ...channels] = color.match(/^(\w+)\((?:[a-z][\w-]* )?([^ ,]+),? ([^ ,]+),? ([^ ,)]+)/) ?? [];
  const [a, b, c] = channels.map(Number);
  return (/^(ok)?l/.test(space) ? a : a * 0.3 + b * 0.6 + c * 0.1) / (SCALES[space] ?? 255);
}

/**
 * Position of an event in pixels of `node`, which differ from the screen's if an ancestor is zoomed or scaled.
 * @param {Element} node
 * @param {{ clientX: number, clientY: number }} event
 * @returns {import("./types.js").Point}
 */
export function point_in(node, { clientX, clientY }) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [((clientX - left) * node.clientWidth) / width, ((clientY - top) * node.clientHeight) / height];
}

/** Time in ms within which idle work is done on a busy page, and after which in a browser that cannot tell. */
const IDLE_MS = { timeout: 500, guessed: 50 };

/**
 * Runs a callback when the browser is idle.
 * @param {() => void} work
 */
export function when_idle(work) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, IDLE_MS);
  else setTimeout(work, IDLE_MS.guessed);
}
