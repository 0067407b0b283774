// Starts the scripts of `Page` and `Chart`: where they look, and how they find things there. The last argument selects a
// chart, in whose shadow they look, or is null for the page itself.
const within = arguments[arguments.length - 1];
const host = within && document.querySelector(within);
const root = within ? host?.shadowRoot : document;
const canvas = host?.shadowRoot?.querySelector('canvas');
// What a selector finds first, if it is there.
const find = (selector) => root?.querySelector(selector);
// The same, for scripts that need it.
const get = (selector) => {
  const node = find(selector);
  if (!node) throw new Error(`there is no ${selector}`);
  return node;
};
const all = (selector) => [...root.querySelectorAll(selector)];
const place = (node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return [x, y, width, height];
};
// The element in which a reader finds a chart's title, sentence or source: the page's own, or the chart's in its place.
const words = (slot) =>
  [...host.querySelectorAll(`[slot=${slot}]`), find(`[part=${slot}]`)].find((node) => node?.checkVisibility());
