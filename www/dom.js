// Building DOM, and the parts of a chart that are plain DOM: table, choices, errors. Text only ever goes in as text.

/** An element with attributes (`null`, `undefined` and `false` leave one out) and children; strings become text. */
export function build(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/** The figures of a chart as a table. */
export function fill_table(node, { caption, columns, rows }) {
  const type = (i) => columns[i]?.numeric && "number";
  const head = columns.map(({ text }, i) => build("th", { scope: "col", class: type(i) }, text));
  const body = rows.map(({ header, cells }) =>
    build(
      "tr",
      null,
      build("th", { scope: "row", dir: "auto" }, header),
      ...cells.map((text, i) => build("td", { class: type(i + 1) }, text)),
    ),
  );
  node.setAttribute("aria-label", caption);
  node.replaceChildren(
    build(
      "table",
      { part: "table" },
      build("caption", null, caption),
      build("thead", null, build("tr", null, ...head)),
      build("tbody", null, ...body),
    ),
  );
}

/** The choices a chart offers. The inputs stay while the choices do, and with them the focus. */
export function fill_controls(node, controls, choose) {
  const shape = JSON.stringify(controls, ["key", "label", "options", "value"]);
  if (node.shape !== shape) {
    node.shape = shape;
    const option = (name, { value, label }) =>
      build("label", null, build("input", { type: "radio", name, value }), build("span", null, label));
    const control = ({ key, label, options }) =>
      build("fieldset", null, build("legend", null, label), ...options.map((each) => option(key, each)));
    node.replaceChildren(...controls.map(control));
    node.onchange = ({ target }) => choose(target.name, target.value);
  }
  const options = controls.flatMap(({ options }) => options);
  node.querySelectorAll("input").forEach((input, i) => (input.checked = options[i].selected));
  node.hidden = !controls.length;
}

/** How many errors are shown in full. */
export const LISTED = 20;

/** What is wrong with a dataset: the first errors in full, `more` says how many there are beyond them. */
export function fill_errors(node, errors, title, more) {
  node.hidden = !errors.length;
  node.replaceChildren(
    build("summary", null, title ?? ""),
    build("ol", null, ...errors.slice(0, LISTED).map(({ text }) => build("li", { dir: "auto" }, text))),
    ...(errors.length > LISTED ? [build("p", null, more)] : []),
  );
}
