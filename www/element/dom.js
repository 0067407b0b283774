// Building DOM. Text only ever goes in as text.

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
 * What a page or template is known to have.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {any}
 */
export const find = (root, selector) => root.querySelector(selector);

/**
 * Writes a text where another one stands. Screen readers take any writing for news, and drop what comes right after.
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Writes a status message, or takes it away; `heard` ones are for screen readers alone.
 * @param {HTMLElement} status
 * @param {boolean} heard
 */
export function say(status, heard, text = "") {
  status.className = heard ? "heard" : "";
  write(status, text);
}

/** The largest value of a channel in each space; in the others it is 255. @type {Record<string, number>} */
const SCALES = { oklch: 1, oklab: 1, lch: 100, lab: 100, color: 1 };

/**
 * From 0 to 1, of a computed colour in whatever space a page names it; `NaN` where that is not known.
 * @param {string} color
 */
export function lightness_of(color) {
  const [, space = "", ...channels] = color.match(/^(\w+)\((?:[a-z][\w-]* )?([^ ,]+),? ([^ ,]+),? ([^ ,)]+)/) ?? [];
  const [a, b, c] = channels.map(Number);
  return (/^(ok)?l/.test(space) ? a : a * 0.3 + b * 0.6 + c * 0.1) / (SCALES[space] ?? 255);
}

/**
 * Where an event is, in pixels of `node`: other ones than the screen's where an ancestor zooms or scales.
 * @param {Element} node
 * @param {{ clientX: number, clientY: number }} event
 * @returns {import("./types.js").Point}
 */
export function point_in(node, { clientX, clientY }) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [((clientX - left) * node.clientWidth) / width, ((clientY - top) * node.clientHeight) / height];
}
