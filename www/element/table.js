// The table of a chart, with the figures of its picture.

import { build, when_idle } from "./dom.js";

/** Number of rows shown at a time. */
const PAGE = 200;

/** Number of rows of a closed table. The others are one text: each of its elements costs time with every change. */
const CLOSED = 50;

/**
 * Adds pages. Loaded for long tables only, while they are still closed, as print waits for nothing.
 * @type {typeof import("./paging.js").turn | undefined}
 */
let turn;

/**
 * @typedef {import("../generated/bindings.js").Chart} Chart
 * @typedef {import("../generated/bindings.js").Row} Row
 * @typedef {import("../generated/bindings.js").Strings} Strings
 */

/**
 * The table of a chart. While it is closed, its first rows are made in idle time, and a text of the others, so that
 * find-in-page opens it.
 */
export class Table {
  #details;
  #node;
  #guard;
  /** The chart that it shows. @type {Chart | null} */
  #chart = null;
  /** Makes the table, of a number of rows; null if it is there. @type {((most: number) => void) | null} */
  #make = null;

  /**
   * @param {import("./types.js").Parts} parts
   * @param {import("./types.js").Guard} guard
   */
  constructor({ figures, scroll }, guard) {
    this.#details = figures;
    this.#node = scroll;
    this.#guard = guard;
    // A click comes before the table opens: no frame shows it empty.
    for (const type of ["click", "toggle"]) figures.addEventListener(type, () => this.fill());
  }

  /**
   * Shows a chart as it is now: at once if the table is open.
   * @param {Chart} chart
   * @param {string} title
   * @param {Strings} strings
   */
  take(chart, title, strings) {
    this.#chart = chart;
    /** Rows from an index on; none of a chart that has been replaced. @type {Chart["rows"]} */
    const rows = (...part) => (this.#chart === chart ? chart.rows(...part) : []);
    /** @param {number} most */
    const make = (most) => fill_table(this.#node, title, chart.table(), rows, strings, most);
    this.#make = make;
    this.#node.setAttribute("aria-label", title);
    if (this.#details.open) return this.fill();
    this.#node.replaceChildren();
    when_idle(() => make === this.#make && this.#guard(() => make(CLOSED)));
  }

  /** Makes the whole table, if it is not there yet. */
  fill() {
    const make = this.#make;
    this.#make = null;
    if (make) this.#guard(() => make(PAGE));
  }

  /** The table itself. */
  get made() {
    this.fill();
    return /** @type {HTMLTableElement} */ (this.#node.querySelector("table"));
  }

  /** Forgets the chart. An open table stays until the next chart replaces it. */
  drop() {
    this.#chart = this.#make = null;
    if (!this.#details.open) this.#node.replaceChildren();
  }
}

/**
 * Fills a node with a table.
 * @param {HTMLElement} node
 * @param {string} title
 * @param {import("../generated/bindings.js").Table} description
 * @param {Chart["rows"]} rows
 * @param {Strings} strings
 * @param {number} most The number of rows at first.
 */
function fill_table(node, title, { columns, rows: count }, rows, strings, most) {
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
  const table = build(
    "table",
    { part: "table" },
    build("caption", null, title),
    build("thead", null, build("tr", null, ...head)),
    ...page(0, most),
  );
  if (count <= PAGE && node.firstChild?.isEqualNode(table)) return;
  node.replaceChildren(table);
  const is_whole = most === PAGE;
  if (!is_whole && count > most) {
    /** @param {Row} row */
    const line = ({ header, cells }) => [header, ...cells].join("\t");
    node.append(build("pre", null, rows(most, PAGE - most).map(line).join("\n")));
  }
  const add_pages = () => is_whole && table.isConnected && turn?.(node, table, count, page, PAGE, strings);
  if (count <= PAGE) return;
  if (turn) add_pages();
  else {
    import("./paging.js").then(
      (paging) => {
        ({ turn } = paging);
        add_pages();
      },
      () => is_whole && table.append(...page(PAGE, count)),
    );
  }
}
