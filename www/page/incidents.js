// The table of all incidents: search, sorting, and the filters of the charts. The static page contains it with all its
// texts. Here only the rows shown are in the document.

import { our_source } from "../element/data.js";
import { build, find, when_idle, write } from "../element/dom.js";
import { line } from "./folding.js";
import "./laying_out.js";

/**
 * A row with the searchable texts of its incident.
 * @typedef {object} Listed
 * @property {HTMLTableRowElement} row
 * @property {string} id
 * @property {HTMLElement} [stand_in] Its text, for searches by the browser while the row is not shown.
 * @property {string} [words] Its words, normalised; made with the first search.
 * @property {string} more Its texts and details, normalised; loaded with the first search.
 * @property {[text: string, lang: string][]} said The same texts unchanged, each with its language.
 */

const FIRST = 25; // rows shown at first

/** @type {HTMLElement} */
const section = find(document, "#all-incidents");
/** @type {HTMLTableElement} */
const table = find(section, "table");
/** @type {HTMLFormElement} */
const form = find(section, "form");
/** @type {HTMLButtonElement} */
const more = find(section, ".more");
const [body] = table.tBodies;
/** @type {HTMLInputElement} */
const search = find(form, "input");
/** @type {HTMLElement} */
const status = find(form, "[role=status]");
const { lang } = document.documentElement;
const show_all = more.textContent ?? "";
const collator = new Intl.Collator(lang, { numeric: true });

/** Removes case, accents, quotation marks and signs that are not seen, but not the marks of kana. @param {string} text */
const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/(?![\u3099\u309a])[\p{M}\p{Cf}\p{Pi}\p{Pf}'"]/gu, "")
    .toLowerCase();

/** In the order of the page; sorting starts from it, so that equal rows keep it. @type {Listed[]} */
const incidents = [...body.rows].map((row) => ({ row, id: row.id.slice("incident=".length), more: "", said: [] }));
// Without scripts, the name of a victim links to the page of the incident. Now it selects the incident.
const { links = "" } = find(document, "heist-chart").dataset;
for (const { row } of incidents) {
  const name = find(row, "a");
  row.cells[row.cells.length - 1].append("\u00a0· ", build("a", { href: `${name.getAttribute("href")}/` }, links));
  name.setAttribute("href", `#${row.id}`);
}
let order = incidents;
/** Ids of the incidents that match the filters. @type {Set<string> | null} */
let selected = null;
let short = true;
let composing = false;
let printing = false;
/** Id of the incident in the address. @type {string | null} */
let pointed = null;

/** Stands for rows that match and are not shown. Before the table: a search by the browser goes on into the rows. */
const rest = build("div");
/** What `rest` stands for. @type {Listed[]} */
let later = [];
/** Texts that rows show because of a search. @type {Element[]} */
let quotes = [];

function show() {
  const typed = plain(search.value);
  // The last consonant of a syllable being composed may begin the next one.
  const asked = (composing ? typed.replace(/[\u11a8-\u11c2]$/, "") : typed).split(/\s+/).filter(Boolean);
  /** @param {Listed} incident */
  const lacks = (incident) => asked.filter((word) => !(incident.words ??= words_of(incident)).includes(word));
  const found = order.filter(
    (incident) => (!selected || selected.has(incident.id)) && lacks(incident).every((word) => incident.more.includes(word)),
  );
  const shown = found.filter(({ id }, at) => printing || !short || at < FIRST || id === pointed);
  place(shown.map(({ row }) => row));
  for (const old of quotes) old.remove();
  quotes = shown.flatMap((incident) => quote(incident, lacks(incident)));
  const left = found.filter(({ row }) => !row.isConnected);
  more.hidden = !left.length;
  write(more, fill(show_all, 0, found.length));
  const template = found.length ? (selected && !left.length ? "selected" : "shown") : lacking;
  write(status, fill(form.dataset[template] ?? "", shown.length, left.length ? found.length : incidents.length));
  // What stands stays, as a search of the browser may be under way.
  if (left.length === later.length && left.every((incident, at) => incident === later[at])) return;
  later = left;
  rest.replaceChildren();
  when_idle(stand_in);
}

/** @param {Listed} incident */
const words_of = ({ row }) => plain([...row.cells].slice(0, -1).map((cell) => cell.textContent).join(" "));

/** Shows rows. Those that are shown already stay where they are, with focus and selection. @param {Element[]} rows */
function place(rows) {
  const stay = new Set(rows);
  for (const row of [...body.rows]) if (!stay.has(row)) row.remove();
  let next = body.firstElementChild;
  for (const row of rows) {
    if (row === next) next = next.nextElementSibling;
    else body.insertBefore(row, next);
  }
}

function stand_in() {
  if (rest.firstChild) return;
  rest.append(
    ...later.map((incident) => {
      const text = (incident.stand_in ??= build("div", null, line(incident.row) ?? ""));
      text.setAttribute("hidden", "until-found"); // browsers remove it from what they find
      return text;
    }),
  );
}

/**
 * Shows in a row why it matches a search, if the row itself does not show it.
 * @param {Listed} incident
 * @param {string[]} lacks
 */
function quote({ row, said }, lacks) {
  const why = said.filter(([text]) => lacks.some((word) => plain(text).includes(word)));
  const texts = why.map(([text, lang]) => build("small", { lang, dir: "auto" }, text));
  row.cells[row.cells.length - 2].append(...texts);
  return texts;
}

/** What is said if no row is found: texts may be on their way, or missing. */
let lacking = "none";
/** The loading of texts and details that rows lack; starts with the first search. @type {Promise<void> | null | undefined} */
let loading;
async function load() {
  lacking = "pending";
  const source = await our_source(lang);
  await source.details();
  lacking = source.is_whole ? "none" : "failed";
  if (!source.is_whole) loading = null; // The next search retries.
  for (const { id, text, lines, words } of source.dataset.texts()) {
    const said = [...lines.map((line) => [line, lang]), ...(text ? [[text.text, text.as_written ? source.written : lang]] : [])];
    const incident = incidents.find((listed) => listed.id === id);
    if (incident) Object.assign(incident, { said, more: plain([text?.text, words, ...lines].join(" ")) });
  }
  show();
}

/**
 * @param {string} template
 * @param {number} shown
 * @param {number} all
 */
function fill(template, shown, all) {
  /** @type {Record<string, number>} */
  const figures = { shown, all };
  return template.replace(/\{(\w+)\}/g, (_, name) => figures[name].toLocaleString(lang));
}

/**
 * The sort key of a row in a column; `null` if it is unknown.
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
function key(row, column) {
  const cell = row.cells[column];
  /** @type {HTMLTimeElement | HTMLDataElement | null} */
  const machine = cell.querySelector("time, data");
  if (!machine) return cell.textContent ?? "";
  // An imprecise date sorts by its first day.
  if ("dateTime" in machine) return `${machine.dateTime}-01-01`.slice(0, 10);
  return machine.value === "" ? null : Number(machine.value);
}

/**
 * @param {HTMLTableCellElement[]} heads
 * @param {HTMLTableCellElement} head
 */
function sort(heads, head) {
  const sorted = head.getAttribute("aria-sort");
  const down = sorted ? sorted === "ascending" : head.dataset.first === "descending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  /** @type {(a: string | number, b: string | number) => number} */
  const compare = (a, b) =>
    (typeof a === "number" ? a - Number(b) : collator.compare(a, String(b))) * (down ? -1 : 1);
  const keyed = incidents.map((incident) => ({ by: key(incident.row, head.cellIndex), incident }));
  // Unknown values come last in both directions.
  keyed.sort(({ by: a }, { by: b }) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b),
  );
  order = keyed.map(({ incident }) => incident);
  show();
}

const heads = [...(table.tHead?.rows[0].cells ?? [])].filter((head) => head.dataset.first);
for (const head of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () => sort(heads, head));
  head.append(button);
}
heads.find(({ cellIndex }) => body.rows[0]?.cells[cellIndex].querySelector("time"))?.setAttribute(
  "aria-sort",
  "descending",
);

/** @param {boolean} is_open whether a syllable is being composed */
function seek(is_open) {
  composing = is_open;
  status.setAttribute("aria-live", "polite");
  loading ??= load().catch(() => {
    [loading, lacking] = [null, "failed"];
    show();
  });
  show();
}
search.addEventListener("input", (event) => seek(/** @type {InputEvent} */ (event).isComposing));
search.addEventListener("compositionend", () => seek(false));
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", () => {
  const [next] = later;
  short = false;
  show();
  next.row.querySelector("a")?.focus({ preventScroll: true });
});
rest.addEventListener("beforematch", ({ target }) => {
  const found = later.find(({ stand_in }) => stand_in === target);
  short = false;
  show();
  // After the browser, which scrolls to what it has found.
  requestAnimationFrame(() => found?.row.scrollIntoView({ block: "center" }));
});

/** Marks the row that the address names. */
export function point() {
  pointed = new URLSearchParams(location.hash.slice(1)).get("incident");
  for (const { row, id } of incidents) row.classList.toggle("pointed", id === pointed);
  return incidents.find(({ id }) => id === pointed);
}
addEventListener("hashchange", () => {
  const incident = point();
  const was_shown = incident?.row.isConnected;
  show();
  // The browser has not found it.
  if (incident && !was_shown) incident.row.scrollIntoView({ block: "center" });
});

for (const type of ["beforeprint", "afterprint"]) {
  addEventListener(type, () => {
    printing = type === "beforeprint";
    show();
  });
}

/** `ids` of the incidents that match the filters, or `null` for all. */
document.addEventListener("heist-filtered", (event) => {
  const { detail } = /** @type {CustomEvent<{ ids: string[] | null }>} */ (event);
  selected = detail.ids && new Set(detail.ids);
  status.setAttribute("aria-live", "off"); // the page announces the filters for all its parts
  when_idle(show); // the charts and key figures come first
});

/** Nothing moves under the eyes of a reader who is already further down, such as after a link to a text. */
function start() {
  const incident = point();
  const { top, bottom } = section.getBoundingClientRect();
  const is_near = top < innerHeight; // otherwise the rows may have no layout yet
  if (is_near && !incident) short = bottom > 0 && body.rows[FIRST]?.getBoundingClientRect().top > innerHeight;
  show();
  if (is_near && bottom > 0) incident?.row.scrollIntoView({ block: "center" });
}

table.before(rest);
form.hidden = false;
start();
// Now that they are few, all rows are laid out.
find(section, ".rows").classList.add("live", "laid-out");
