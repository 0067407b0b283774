// The controls above the charts and what follows them: the words for what is selected, the key figures, the table below.

import { CHECKED, language } from "./state.js";
import { our_source } from "./data.js";
import { write } from "./dom.js";

const form = document.querySelector("#filters");
const opener = form.querySelector("button");
const selection = document.querySelector("#selection");
const [words, clearer] = selection.children;
const notes = document.querySelector("#notes");
const said = document.querySelector("#said");
let news;

/** Handles send every month they pass: what is said is where they stop. */
const PAUSE_MS = 500;
const figures = document.querySelectorAll(".key-figures > div");

/** Boxes of one key: those ticked are asked for, none ticked asks for all. */
const ticked = (name) => [...form.querySelectorAll(`input[name="${name}"]:checked`)].map(({ value }) => value).join(",");

/** Months are counted from the first January of the overview. */
const brush = {
  area: form.querySelector(".overview"),
  from: form.elements.from,
  to: form.elements.to,
  said: form.querySelector("output"),
  first: Number(form.dataset.first),
  months: form.dataset.months.split("|"),
  month(at) {
    return `${this.first + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  },
  at(text, last) {
    const [year, month = last ? 12 : 1] = text.split("-").map(Number);
    return Math.min(Math.max((year - this.first) * 12 + month - 1, 0), Number(this.to.max));
  },
  /** The period between the handles; all of it is none. */
  get period() {
    const [low, high] = [this.from, this.to].map(({ valueAsNumber }) => valueAsNumber).sort((a, b) => a - b);
    return low === 0 && high === Number(this.to.max) ? null : `${this.month(low)}..${this.month(high)}`;
  },
  set period(text) {
    const [from, to] = (text ?? "").split("..");
    this.from.value = from ? this.at(from, false) : 0;
    this.to.value = to ? this.at(to, true) : this.to.max;
    this.show();
  },
  name(at) {
    return form.dataset.month.replace("{month}", this.months[at % 12]).replace("{year}", this.first + Math.floor(at / 12));
  },
  show() {
    const max = Number(this.to.max) + 1;
    const [low, high] = [this.from.valueAsNumber, this.to.valueAsNumber].sort((a, b) => a - b);
    this.area.style.setProperty("--from", low / max);
    this.area.style.setProperty("--to", (high + 1) / max);
    write(this.said, form.dataset.span.replace("{from}", this.name(low)).replace("{to}", this.name(high)));
    for (const handle of [this.from, this.to]) handle.setAttribute("aria-valuetext", this.name(handle.valueAsNumber));
  },
};

function start_brush(go) {
  const { area, from, to } = brush;
  let start = null;
  const month = ({ clientX }) => {
    const { left, width } = area.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((clientX - left) / width) * (Number(to.max) + 1)), 0), Number(to.max));
  };
  area.addEventListener("pointerdown", (event) => {
    if (event.target.type === "range" || event.button) return;
    start = month(event);
    area.setPointerCapture(event.pointerId);
  });
  const draw = (event) => {
    if (start === null) return;
    [from.value, to.value] = [Math.min(start, month(event)), Math.max(start, month(event))];
    brush.show();
  };
  area.addEventListener("pointermove", draw);
  const end = (event) => {
    if (start === null) return;
    const done = event.type === "pointerup";
    if (done) draw(event); // a press on one month moves nothing
    start = null;
    if (done) go({ period: brush.period, set: null });
  };
  for (const type of ["pointerup", "pointercancel"]) area.addEventListener(type, end);
  for (const handle of [from, to]) handle.addEventListener("input", () => brush.show());
}

function show_controls(state) {
  brush.period = state.period;
  for (const name of ["evidence", "group"]) {
    const chosen = (state[name] ?? "").split(/[ ,]+/);
    for (const box of form.querySelectorAll(`input[name="${name}"]`)) box.checked = chosen.includes(box.value);
  }
  show_country(form.elements.country, state.country?.toUpperCase().replace("NONE", "none") ?? "");
  for (const preset of form.querySelectorAll("[data-preset]")) {
    const { period, set } = preset.dataset;
    const chosen = (state.period ?? "") === (period ?? "") && (state.set ?? "") === (set ?? "");
    preset.setAttribute("aria-pressed", chosen);
  }
}

/** A link may ask for several, or for one that the data does not have: those are an option of their own. */
function show_country(select, codes) {
  select.querySelector("[data-asked]")?.remove();
  select.value = codes;
  if (select.selectedIndex >= 0) return;
  const asked = new Option(codes.split(/[ ,]+/).join(", "), codes, true, true);
  asked.dataset.asked = "";
  select.append(asked);
}

/** What is selected and what it comes to, in one sentence. */
function announcement({ words, key_figures }) {
  const [count, amount] = key_figures.map(({ value }) => value);
  const values = { selected: words || form.dataset.all, count, amount };
  return form.dataset.said.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** What follows the selection: said in words, counted in the key figures, and announced to the table below. */
function show_view(view) {
  write(words, view.words);
  // What has the focus and goes hands it on.
  if (!view.words && selection.contains(document.activeElement)) opener.focus({ preventScroll: true });
  selection.hidden = !view.words;
  clearTimeout(news);
  // The first view is what the page says anyway.
  if (news) news = setTimeout(() => write(said, announcement(view)), PAUSE_MS);
  news ??= -1;
  write(notes, view.notes.join(" "));
  figures.forEach((node, i) => {
    write(node.querySelector(".value"), view.key_figures[i].value);
    write(node.querySelector(".note"), view.key_figures[i].note);
  });
  document.dispatchEvent(new CustomEvent("heist-filtered", { detail: { ids: view.ids } }));
}

/** Puts the controls to work; the functions are the page's. */
export async function start({ go, clear, query, watch }) {
  // The table listens once the page is read to its end.
  if (document.readyState === "loading") await new Promise((read) => document.addEventListener("DOMContentLoaded", read));
  const { words: load, dataset } = await our_source(language(document.documentElement));
  await load();
  opener.setAttribute("aria-expanded", matchMedia("(min-width: 48rem)").matches);
  form.inert = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target: { name, value } }) => {
    if (name === "evidence" || name === "group") go({ [name]: ticked(name) });
    else if (name === "country") go({ country: value });
    else go({ period: brush.period, set: null });
  });
  form.addEventListener("click", ({ target }) => {
    if (target === opener) opener.setAttribute("aria-expanded", opener.getAttribute("aria-expanded") !== "true");
    const preset = target.closest("[data-preset]");
    if (preset) go({ period: preset.dataset.period ?? null, set: preset.dataset.set ?? null });
  });
  clearer.addEventListener("click", clear);
  start_brush(go);
  watch((state) => {
    const view = dataset.view(query(CHECKED));
    // What was passed over is not chosen.
    show_controls({ ...state, ...Object.fromEntries(view.bad.map((key) => [key, null])) });
    show_view(view);
  });
}
