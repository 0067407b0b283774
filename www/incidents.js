// The table of all incidents: searched, sorted, and narrowed to what the charts select. It stands in the page without
// this; every word it says stands in the page too.

import { our_source } from "./data.js";
import { write } from "./dom.js";

const FIRST = 25; // rows in sight before a reader asks for more

const section = document.getElementById("all-incidents");
const [table, form, more] = ["table", "form", ".more"].map((selector) => section.querySelector(selector));
const [body] = table.tBodies;
const search = form.querySelector("input");
const status = form.querySelector("[role=status]");
const { lang } = document.documentElement;
const collator = new Intl.Collator(lang, { numeric: true });

/** Without case and accents. */
const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

// What the dataset calls groups and those who attribute, and what this language calls them.
const names = (form.dataset.also ?? "").split(";").map((pair) => pair.split("="));
const also = (text) => [text, ...names.filter(([name]) => text.includes(name)).map(([, name]) => name)].join(" ");

// As the page lists them; every order is made from this one, so that equals keep it.
const incidents = [...body.rows].map((row) => ({
  row,
  id: row.id.slice("incident=".length),
  words: plain(also([...row.cells].slice(0, -1).map((cell) => cell.textContent).join(" "))),
  more: "", // words of its text and details, which come with the first search
  said: [], // these as they are, each with its language
}));
let order = incidents;
let selected = null; // ids the charts have selected
let short = incidents.length > FIRST;

function show() {
  const asked = plain(search.value).split(/\s+/);
  const lacks = (incident) => asked.filter((word) => !incident.words.includes(word));
  const found = order.filter(
    (incident) => (!selected || selected.has(incident.id)) && lacks(incident).every((word) => incident.more.includes(word)),
  );
  for (const incident of incidents) quote(incident, lacks(incident));
  const all = found.length === incidents.length;
  const shown = new Set(found.map(({ row }) => row));
  order.forEach(({ row }) => (row.hidden = !shown.has(row)));
  // Hidden from screens alone: printed pages have every row.
  order.forEach(({ row }, at) => row.classList.toggle("later", short && all && at >= FIRST));
  more.hidden = !short || !all;
  const template = !found.length ? "none" : selected ? "selected" : "shown";
  write(status, fill(form.dataset[template], more.hidden ? found.length : FIRST));
}

/** Says in its row why an incident was found, where the row itself does not. */
function quote({ row, said }, lacks) {
  for (const old of row.querySelectorAll("small[dir]")) old.remove();
  for (const [textContent, lang] of said) {
    if (!lacks.some((word) => plain(textContent).includes(word))) continue;
    row.cells[row.cells.length - 2].append(Object.assign(document.createElement("small"), { lang, dir: "auto", textContent }));
  }
}

/** Texts and details, which the rows do not hold: on their way from the first search on. */
let told;
async function tell() {
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

function fill(template, shown) {
  const figures = { shown, all: incidents.length };
  return template.replace(/\{(\w+)\}/g, (_, name) => figures[name].toLocaleString(lang));
}

/** What a row is sorted by in a column; `null` where it is not known. */
function key(row, column) {
  const cell = row.cells[column];
  const machine = cell.querySelector("time, data");
  if (!machine) return cell.textContent;
  // A coarse date begins where its first day does.
  if (machine.dateTime) return `${machine.dateTime}-01-01`.slice(0, 10);
  return machine.value === "" ? null : Number(machine.value);
}

function sort(heads, head) {
  const sorted = head.getAttribute("aria-sort");
  const down = sorted ? sorted === "ascending" : head.dataset.first === "descending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b)) * (down ? -1 : 1);
  const keyed = incidents.map((incident) => [key(incident.row, head.cellIndex), incident]);
  // What is not known comes last in both directions.
  keyed.sort(([a], [b]) => (a === null || b === null ? (a === null) - (b === null) : compare(a, b)));
  order = keyed.map(([, incident]) => incident);
  body.append(...order.map(({ row }) => row));
  show();
}

const heads = [...table.tHead.rows[0].cells].filter((head) => head.dataset.first);
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
  // The next search tries again.
  told ??= tell().catch(() => (told = null));
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", () => {
  const next = order[FIRST];
  short = false;
  show();
  next.row.querySelector("a").focus({ preventScroll: true });
});
more.textContent = fill(more.textContent);

/** `ids` of the incidents that the charts select, or `null` for all. */
document.addEventListener("heist-filtered", ({ detail }) => {
  selected = detail.ids && new Set(detail.ids);
  status.setAttribute("aria-live", "off"); // the page says it for all that it shows
  show();
});

table.classList.add("live");
form.hidden = false;
show();
