// Turns the pages of a table that has more rows than are shown at a time. Loaded for such a table alone.

import { build } from "./dom.js";

/** Puts buttons over the table in `node`, whose `body` shows `size` of the `rows`; `row` makes one of it. */
export function turn(node, body, rows, row, size, { rows_shown, previous_rows, next_rows, tag }) {
  let at = 0;
  const status = build("span", { role: "status" });
  const button = (text, step) => {
    const node = build("button", { part: "action" }, text);
    node.onclick = () => rows[at + step] && show((at += step));
    return node;
  };
  const [back, on] = [button(previous_rows, -size), button(next_rows, size)];
  const show = () => {
    const shown = rows.slice(at, at + size);
    body.replaceChildren(...shown.map(row));
    const figures = { first: at + 1, last: at + shown.length, all: rows.length };
    status.textContent = rows_shown.replace(/{(\w+)}/g, (_, name) => figures[name].toLocaleString(tag));
    // Not `disabled`, which would take the focus away.
    back.setAttribute("aria-disabled", !at);
    on.setAttribute("aria-disabled", figures.last === rows.length);
  };
  show();
  node.prepend(build("p", { class: "actions" }, back, on, status));
}
