// The controls above the charts and everything that depends on them: the sentence, the key figures, the table below.

import { our_source } from "../element/data.js";
import { find, write } from "../element/dom.js";
import { language } from "../element/state.js";
import { CHECKED } from "../generated/languages.js";

/**
 * @typedef {import("../element/types.js").Filters} State
 * @typedef {import("../generated/bindings.js").View} View
 *
 * Methods of the page.
 * @typedef {object} Page
 * @property {(change: State, replace?: boolean) => void} go
 * @property {() => void} clear
 * @property {(names: string[], from?: State) => string} query
 * @property {(work: (state: State) => void) => void} watch
 */

/** @type {HTMLFormElement} */
const form = find(document, "#filters");
/** @type {HTMLButtonElement} */
const opener = find(form, "button");
/** @type {HTMLElement} */
const selection = find(document, "#selection");
const [words, clearer] = selection.children;
/** @type {HTMLElement} */
const notes = find(document, "#notes");
/** @type {HTMLElement} */
const said = find(document, "#said");
/** @type {ReturnType<typeof setTimeout> | undefined} */
let news;
let is_first = true;

/** Texts in the form's data attributes, by name. */
const texts = /** @type {Record<string, string>} */ ({ ...form.dataset });
/** @type {(name: string) => any} */
const control = (name) => form.elements.namedItem(name);

/** @type {(text: string, values: Record<string, string>) => string} */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Delay in ms of an announcement, as sliders send an event for every month they pass. */
const PAUSE_MS = 500;
const figures = document.querySelectorAll(".key-figures > div");
/** The selection, above the key figures. @type {HTMLElement} */
const scope = find(document, ".scope");

/** @type {(name: string) => HTMLInputElement[]} */
const boxes = (name) => /** @type {any[]} */ ([...form.querySelectorAll(`input[name="${name}"]`)]);

/** The ticked boxes of a key; none means all. @param {string} name */
const ticked = (name) =>
  boxes(name)
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
    .join(",");

/** The overview of years with its range of months, counted from the first January. */
const brush = {
  area: /** @type {HTMLElement} */ (find(form, ".overview")),
  from: /** @type {HTMLInputElement} */ (control("from")),
  to: /** @type {HTMLInputElement} */ (control("to")),
  said: /** @type {HTMLOutputElement} */ (find(form, "output")),
  first: Number(texts.first),
  months: texts.months.split("|"),
  /** @param {number} at */
  month(at) {
    return `${this.first + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  },
  /**
   * @param {string} text
   * @param {boolean} last
   */
  at(text, last) {
    const [year, month = last ? 12 : 1] = text.split("-").map(Number);
    return Math.min(Math.max((year - this.first) * 12 + month - 1, 0), Number(this.to.max));
  },
  /** The selected period; null for all of it. @returns {string | null | undefined} */
  get period() {
    const [low, high] = [this.from, this.to].map(({ valueAsNumber }) => valueAsNumber).sort((a, b) => a - b);
    return low === 0 && high === Number(this.to.max) ? null : `${this.month(low)}..${this.month(high)}`;
  },
  set period(text) {
    const [from, to] = (text ?? "").split("..");
    this.from.value = String(from ? this.at(from, false) : 0);
    this.to.value = to ? String(this.at(to, true)) : this.to.max;
    this.show();
  },
  /** @param {number} at */
  name(at) {
    return fill(texts.month, { month: this.months[at % 12], year: String(this.first + Math.floor(at / 12)) });
  },
  show() {
    const max = Number(this.to.max) + 1;
    const [low, high] = [this.from.valueAsNumber, this.to.valueAsNumber].sort((a, b) => a - b);
    this.area.style.setProperty("--from", String(low / max));
    this.area.style.setProperty("--to", String((high + 1) / max));
    write(this.said, fill(texts.span, { from: this.name(low), to: this.name(high) }));
    for (const handle of [this.from, this.to]) handle.setAttribute("aria-valuetext", this.name(handle.valueAsNumber));
  },
};

/** @param {Page["go"]} go */
function start_brush(go) {
  const { area, from, to } = brush;
  /** @type {number | null} */
  let start = null;
  /** @param {PointerEvent} event */
  const month = ({ clientX }) => {
    const { left, width } = area.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((clientX - left) / width) * (Number(to.max) + 1)), 0), Number(to.max));
  };
  area.addEventListener("pointerdown", (event) => {
    if (/** @type {HTMLInputElement} */ (event.target).type === "range" || event.button) return;
    start = month(event);
    area.setPointerCapture(event.pointerId);
  });
  /** @param {PointerEvent} event */
  const draw = (event) => {
    if (start === null) return;
    from.value = String(Math.min(start, month(event)));
    to.value = String(Math.max(start, month(event)));
    brush.show();
  };
  area.addEventListener("pointermove", draw);
  /** @param {PointerEvent} event */
  const end = (event) => {
    if (start === null) return;
    const done = event.type === "pointerup";
    if (done) draw(event); // a press without a drag changes nothing
    start = null;
    if (done) go({ period: brush.period, set: null });
  };
  area.addEventListener("pointerup", end);
  area.addEventListener("pointercancel", end);
  for (const handle of [from, to]) handle.addEventListener("input", () => brush.show());
}

/** @param {State} state */
function show_controls(state) {
  brush.period = state.period;
  for (const name of ["evidence", "group"]) {
    const chosen = (state[name] ?? "").split(/[ ,]+/);
    for (const box of boxes(name)) box.checked = chosen.includes(box.value);
  }
  show_country(control("country"), state.country?.toUpperCase().replace("NONE", "none") ?? "");
  for (const preset of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-preset]"))) {
    const { period, set } = preset.dataset;
    const chosen = (state.period ?? "") === (period ?? "") && (state.set ?? "") === (set ?? "");
    preset.setAttribute("aria-pressed", String(chosen));
  }
}

/**
 * A link may name several countries, or one that the data lacks: these become an additional option.
 * @param {HTMLSelectElement} select
 * @param {string} codes
 */
function show_country(select, codes) {
  select.querySelector("[data-asked]")?.remove();
  select.value = codes;
  if (select.selectedIndex >= 0) return;
  const asked = new Option(codes.split(/[ ,]+/).join(", "), codes, true, true);
  asked.dataset.asked = "";
  select.append(asked);
}

/** The filters and their totals in one sentence. @param {View} view */
function announcement({ words, empty, key_figures }) {
  if (empty) return texts.empty + words;
  const [count, amount] = key_figures.map(({ value }) => value);
  return fill(texts.said, { selected: words || texts.all, count, amount });
}

/**
 * Updates what depends on the filters: the sentence, the key figures, and the table below by an event.
 * @param {View} view
 */
function show_view(view) {
  write(words, view.empty ? texts.empty + view.words : view.words);
  scope.hidden = !view.words;
  write(scope, view.words);
  // A focused element that disappears passes the focus on.
  if (!view.words && selection.contains(document.activeElement)) opener.focus({ preventScroll: true });
  selection.hidden = !view.words;
  clearTimeout(news);
  // The first view equals the static content.
  if (!is_first) news = setTimeout(() => write(said, announcement(view)), PAUSE_MS);
  is_first = false;
  write(notes, view.notes.join(" "));
  figures.forEach((node, i) => {
    write(find(node, ".value"), view.key_figures[i].value);
    write(find(node, ".note"), view.key_figures[i].note);
  });
  document.dispatchEvent(new CustomEvent("heist-filtered", { detail: { ids: view.ids } }));
}

/** Connects the controls. @param {Page} page */
export async function start({ go, clear, query, watch }) {
  const { words: load, dataset } = await our_source(language(document.documentElement));
  await load();
  opener.setAttribute("aria-expanded", String(matchMedia("(min-width: 48rem)").matches));
  form.inert = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    if (name === "evidence" || name === "group") go({ [name]: ticked(name) });
    else if (name === "country") go({ country: value });
    else go({ period: brush.period, set: null });
  });
  form.addEventListener("click", ({ target }) => {
    if (target === opener) opener.setAttribute("aria-expanded", String(opener.getAttribute("aria-expanded") !== "true"));
    /** @type {HTMLElement | null} */
    const preset = /** @type {Element} */ (target).closest("[data-preset]");
    if (preset) go({ period: preset.dataset.period ?? null, set: preset.dataset.set ?? null });
  });
  clearer.addEventListener("click", clear);
  start_brush(go);
  watch((state) => {
    const view = dataset.view(query(CHECKED));
    // Intermediate values are not committed.
    show_controls({ ...state, ...Object.fromEntries(view.bad.map((key) => [key, null])) });
    show_view(view);
  });
}
