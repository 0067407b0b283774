// Starts every script of `Page` and `Chart`: the tree they search, and functions to search it. The last argument is the
// selector of a chart, whose shadow root they search, or null for the document.
const within = arguments[arguments.length - 1];
const host = within && document.querySelector(within);
const root = within ? host?.shadowRoot : document;
const canvas = host?.shadowRoot?.querySelector('canvas');
// The first match of a selector, if there is one.
const find = (selector) => root?.querySelector(selector);
// The same; an error if there is none.
const get = (selector) => {
  const node = find(selector);
  if (!node) throw new Error(`there is no ${selector}`);
  return node;
};
const all = (selector) => [...root.querySelectorAll(selector)];
const allShown = (selector) => all(selector).filter((node) => node.checkVisibility());
// The number of rows in the table of a chart, by its shadow root. A closed table comes a little after the picture; if it
// is long, its last rows are lines of a text.
const rowsOf = (shadow) => {
  const lines = shadow?.querySelector('[part=scroll] > pre')?.textContent.split('\n').length ?? 0;
  return lines + (shadow?.querySelectorAll('[part=scroll] tbody tr').length ?? 0);
};
const place = (node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return [x, y, width, height];
};
// The visible element with a chart's title, sentence or source: the page's own, or the chart's in its place.
const words = (slot) =>
  [...host.querySelectorAll(`[slot=${slot}]`), find(`[part=${slot}]`)].find((node) => node?.checkVisibility());
