// The table of a chart, with the figures of its picture.

import { build } from "./dom.js";

/** Number of rows shown at a time. */
const PAGE = 200;

/**
 * @typedef {import("../generated/bindings.js").Description} Description
 * @typedef {import("../generated/bindings.js").Row} Row
 * @typedef {import("../generated/bindings.js").Strings} Strings
 */

/**
 * Fills a node with the table of a chart; `rows` returns rows from an index on.
 * @param {HTMLElement} node
 * @param {Description} description
 * @param {(from: number, most: number) => Row[]} rows
 * @param {Strings} strings
 */
export function fill_table(node, { title, columns, rows: count }, rows, strings) {
  /** @param {number} i */
  const type = (i) => columns[i]?.numeric && "number";
  const head = columns.map(({ text }, i) => build("th", { scope: "col", class: type(i) }, text));
  // Cells are cloned: building each of many rows is slower than drawing the chart.
  const [, ...rest] = columns.map((_, i) => build("td", { class: type(i) }));
  const blank = build("tr", null, build("th", { scope: "row", dir: "auto" }), ...rest);
  /** @param {Row} row */
  const row = ({ header, cells }) => {
    const line = /** @type {HTMLElement} */ (blank.cloneNode(true));
    [header, ...cells].forEach((text, i) => (line.children[i].textContent = text));
    return line;
  };
  /** @param {Row} row */
  const heading = ({ header }) =>
    build("tr", null, build("th", { scope: "rowgroup", colspan: columns.length, dir: "auto" }, header));
  /** Table bodies: a new one begins at each heading row. @param {number} from */
  const page = (from, most = PAGE) => {
    const bodies = [build("tbody")];
    for (const each of rows(from, most)) {
      const is_heading = !each.cells.length;
      if (is_heading && bodies[bodies.length - 1].hasChildNodes()) bodies.push(build("tbody"));
      bodies[bodies.length - 1].append(is_heading ? heading(each) : row(each));
    }
    return bodies;
  };
  node.setAttribute("aria-label", title);
  const table = build(
    "table",
    { part: "table" },
    build("caption", null, title),
    build("thead", null, build("tr", null, ...head)),
    ...page(0),
  );
  // Pagination loads only when it is used.
  if (count <= PAGE && node.firstChild?.isEqualNode(table)) return;
  node.replaceChildren(table);
  if (count <= PAGE) return;
  import("./paging.js").then(
    ({ turn }) => table.isConnected && turn(node, table, count, page, PAGE, strings),
    () => table.append(...page(PAGE, count)),
  );
}
