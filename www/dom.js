// Building DOM. Text only ever goes in as text.

/** An element with attributes (`null`, `undefined` and `false` leave one out) and children; strings become text. */
export function build(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/** Writes a text where another one stands. Screen readers take any writing for news, and drop what comes right after. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Writes a status message, or takes it away; `heard` ones are for screen readers alone. */
export function say(status, heard, text = "") {
  status.className = heard ? "heard" : "";
  write(status, text);
}

/** From 0 to 1, of a computed colour in whatever space a page names it; `NaN` where that is not known. */
export function lightness_of(color) {
  const [, space, a, b, c] = color.match(/^(\w+)\((?:[a-z][\w-]* )?([^ ,]+),? ([^ ,]+),? ([^ ,)]+)/) ?? [];
  const scale = { oklch: 1, oklab: 1, lch: 100, lab: 100, color: 1 }[space] ?? 255;
  return (/^(ok)?l/.test(space) ? a : a * 0.3 + b * 0.6 + c * 0.1) / scale;
}

/** Where an event is, in pixels of `node`: other ones than the screen's where an ancestor zooms or scales. */
export function point_in(node, { clientX, clientY }) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [((clientX - left) * node.clientWidth) / width, ((clientY - top) * node.clientHeight) / height];
}
