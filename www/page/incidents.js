// The table of all incidents: search, sorting, and the filters of the charts. The static page contains it with all its
// texts.

import { our_source } from "../element/data.js";
import { find, write } from "../element/dom.js";

/**
 * A row with the searchable texts of its incident.
 * @typedef {object} Listed
 * @property {HTMLTableRowElement} row
 * @property {string} id
 * @property {string} words
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
const collator = new Intl.Collator(lang, { numeric: true });

/** Removes case and accents. @param {string} text */
const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

// Names of groups and attributions as in the dataset, with their translations.
const names = (form.dataset.also ?? "").split(";").map((pair) => pair.split("="));
/** @param {string} text */
const also = (text) => [text, ...names.filter(([name]) => text.includes(name)).map(([, name]) => name)].join(" ");

/** In the order of the page; sorting starts from it, so that equal rows keep it. @type {Listed[]} */
const incidents = [...body.rows].map((row) => ({
  row,
  id: row.id.slice("incident=".length),
  words: plain(also([...row.cells].slice(0, -1).map((cell) => cell.textContent).join(" "))),
  more: "",
  said: [],
}));
let order = incidents;
/** Ids of the incidents that match the filters. @type {Set<string> | null} */
let selected = null;
let short = incidents.length > FIRST;

function show() {
  const asked = plain(search.value).split(/\s+/);
  /** @param {Listed} incident */
  const lacks = (incident) => asked.filter((word) => !incident.words.includes(word));
  const found = order.filter(
    (incident) => (!selected || selected.has(incident.id)) && lacks(incident).every((word) => incident.more.includes(word)),
  );
  for (const incident of incidents) quote(incident, lacks(incident));
  const all = found.length === incidents.length;
  const shown = new Set(found.map(({ row }) => row));
  order.forEach(({ row }) => (row.hidden = !shown.has(row)));
  // Hidden on screens only: printed pages have every row.
  order.forEach(({ row }, at) => row.classList.toggle("later", short && all && at >= FIRST));
  more.hidden = !short || !all;
  const template = !found.length ? "none" : selected ? "selected" : "shown";
  write(status, fill(form.dataset[template] ?? "", more.hidden ? found.length : FIRST));
}

/**
 * Shows in a row why it matches a search, if the row itself does not show it.
 * @param {Listed} incident
 * @param {string[]} lacks
 */
function quote({ row, said }, lacks) {
  for (const old of row.querySelectorAll("small[dir]")) old.remove();
  for (const [textContent, lang] of said) {
    if (!lacks.some((word) => plain(textContent).includes(word))) continue;
    row.cells[row.cells.length - 2].append(Object.assign(document.createElement("small"), { lang, dir: "auto", textContent }));
  }
}

/** The loading of texts and details that rows lack; starts with the first search. @type {Promise<void> | null | undefined} */
let loading;
async function load() {
  const source = await our_source(lang);
  await source.details();
  const by_id = new Map(incidents.map((incident) => [incident.id, incident]));
  for (const { id, text, lines, words } of source.dataset.texts()) {
    const said = [...lines.map((line) => [line, lang]), ...(text ? [[text, "en"]] : [])];
    const incident = by_id.get(id);
    if (incident) Object.assign(incident, { said, more: plain(also([text, words, ...lines].join(" "))) });
  }
  show();
}

/**
 * @param {string} template
 * @param {number} shown
 */
function fill(template, shown) {
  /** @type {Record<string, number>} */
  const figures = { shown, all: incidents.length };
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
  body.append(...order.map(({ row }) => row));
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

search.addEventListener("input", () => {
  status.setAttribute("aria-live", "polite");
  // The next search retries.
  loading ??= load().catch(() => void (loading = null));
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", () => {
  const next = order[FIRST];
  short = false;
  show();
  next.row.querySelector("a")?.focus({ preventScroll: true });
});
more.textContent = fill(more.textContent ?? "", 0);

/** `ids` of the incidents that match the filters, or `null` for all. */
document.addEventListener("heist-filtered", (event) => {
  const { detail } = /** @type {CustomEvent<{ ids: string[] | null }>} */ (event);
  selected = detail.ids && new Set(detail.ids);
  status.setAttribute("aria-live", "off"); // the page announces the filters for all its parts
  show();
});

table.classList.add("live");
form.hidden = false;
show();
