// Closed parts of the page. In idle time their content leaves the document, whose elements cost time with every change.
// Its text stands in its place: who searches the page finds it, which opens the part, and the content is back.

import { build, when_idle } from "../element/dom.js";

/** The content of closed parts, by the text in its place. @type {WeakMap<Element, Element>} */
const contents = new WeakMap();

/** The texts in a row of a table or an entry of a list. @param {Element} row */
export const line = ({ children, textContent }) =>
  children.length ? Array.from(children, (cell) => cell.textContent?.trim()).join("\t") : textContent;

/** @param {HTMLDetailsElement} details */
function fold(details) {
  const [, content] = details.children;
  if (details.open || contents.has(content)) return;
  const text = build("pre", null, Array.from(content.querySelectorAll("caption, tr, li"), line).join("\n"));
  contents.set(text, content);
  content.replaceWith(text);
}

/** Puts the content back. @param {HTMLDetailsElement} details */
export function unfold(details) {
  const [, text] = details.children;
  const content = contents.get(text);
  if (content) text.replaceWith(content);
}

/** @type {NodeListOf<HTMLDetailsElement>} */
const all = document.querySelectorAll("details");
// Unlike `toggle`, it comes before the browser draws.
const observer = new MutationObserver((changes) => {
  for (const { target } of changes) {
    const details = /** @type {HTMLDetailsElement} */ (target);
    if (details.open) unfold(details);
    else when_idle(() => fold(details));
  }
});
for (const details of all) {
  observer.observe(details, { attributeFilter: ["open"] });
  when_idle(() => fold(details));
}
