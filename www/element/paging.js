// Pagination of a table. Loaded for long tables only.

import { build } from "./dom.js";

/**
 * Adds buttons above the `table` in `node`, which shows `size` of `count` rows; `page` returns the table bodies from a
 * row on.
 * @param {HTMLElement} node
 * @param {HTMLTableElement} table
 * @param {number} count
 * @param {(from: number) => Node[]} page
 * @param {number} size
 * @param {import("../generated/bindings.js").Strings} strings
 */
export function turn(node, table, count, page, size, { rows_shown, previous_rows, next_rows, tag }) {
  let at = 0;
  const status = build("span", { role: "status" });
  /** @type {(text: string, step: number) => HTMLButtonElement} */
  const button = (text, step) => {
    const node = build("button", { part: "action" }, text);
    node.onclick = () => {
      if (at + step < 0 || at + step >= count) return;
      at += step;
      show();
    };
    return node;
  };
  const [back, on] = [button(previous_rows, -size), button(next_rows, size)];
  const show = () => {
    for (const body of [...table.tBodies]) body.remove();
    table.append(...page(at));
    /** @type {Record<string, number>} */
    const figures = { first: at + 1, last: Math.min(at + size, count), all: count };
    status.textContent = rows_shown.replace(/{(\w+)}/g, (_, name) => figures[name].toLocaleString(tag));
    // Not `disabled`, which would lose the focus.
    back.setAttribute("aria-disabled", String(!at));
    on.setAttribute("aria-disabled", String(figures.last === count));
  };
  show();
  node.prepend(build("p", { class: "actions" }, back, on, status));
}
