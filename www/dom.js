// Building DOM, and the list of what is wrong with a dataset. Text only ever goes in as text.

/** An element with attributes (`null`, `undefined` and `false` leave one out) and children; strings become text. */
export function build(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/** How many errors are shown in full. */
export const LISTED = 20;

/** What is wrong with a dataset: the first errors in full, `more` says how many there are beyond them. */
export function fill_errors(node, errors, title, more) {
  node.hidden = !errors.length;
  node.replaceChildren(
    build("summary", null, title ?? ""),
    build("ol", null, ...errors.slice(0, LISTED).map(({ text }) => build("li", { lang: "en", dir: "auto" }, text))),
    ...(errors.length > LISTED ? [build("p", null, more)] : []),
  );
}
