// The page that draws a reader's own file. The file stays in the browser: only code and words of ours are fetched.

import "../element/heistogram.js";
import { answer, json } from "../element/data.js";
import { build, find, write } from "../element/dom.js";
import { language, set } from "../element/state.js";
import { CHECKED, languages } from "../generated/languages.js";

const lang = language(document.documentElement);
/** @type {HTMLFormElement} */
const form = find(document, "#try");
/** @type {HTMLInputElement} */
const input = find(form, "input[type=file]");
/** @type {HTMLFieldSetElement} */
const choices = find(form, "#choices");
/** @type {HTMLButtonElement} */
const saver = find(form, "#save");
/** @type {HTMLElement} */
const status = find(form, "[role=status]");
/** @type {HTMLElement} */
const errors = find(document, "#errors");
/** @type {HTMLElement} */
const room = find(document, "#charts");
/** @type {(name: string) => any} */
const control = (name) => form.elements.namedItem(name);

/** The file drawn. @type {File | null} */
let file = null;

/** One for each choice of the list except the first, which is all of them. Their messages are the form's. */
const charts = [...control("chart").options].slice(1).map(({ value, text }) => {
  const chart = build("heist-chart", { chart: value }, build("h2", { slot: "title" }, text));
  const { failed, unreadable, errors } = form.dataset;
  Object.assign(chart.dataset, { failed, unreadable, errors });
  return chart;
});

/** @param {File | undefined} given */
function take(given) {
  if (!given) return;
  file = given;
  errors.hidden = choices.disabled = true;
  room.hidden = false;
  write(status, file.name);
  control("headline").value = file.name.replace(/\.\w+$/, "");
  // With their data, so that they never draw ours.
  for (const chart of charts) Object.assign(chart, { data: file });
  if (!room.firstChild) room.append(...charts.map((chart) => build("figure", { class: "chart" }, chart)));
  choose();
}

/** The ticked boxes of a key; none means all. @param {string} name */
const ticked = (name) =>
  [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`[name=${name}]:checked`))]
    .map(({ value }) => value)
    .join(",");

/** Shows the chosen charts, with the filters. */
function choose() {
  const [from, to] = ["from", "to"].map((name) => control(name).value);
  const period = from || to ? `${from}..${to}` : null;
  for (const chart of charts) {
    const { parentElement } = chart;
    if (parentElement) parentElement.hidden = ![chart.getAttribute("chart"), ""].includes(control("chart").value);
    set(chart, { period, evidence: ticked("evidence"), group: ticked("group") });
  }
}

input.addEventListener("change", () => take(input.files?.[0]));
choices.addEventListener("change", choose);
form.addEventListener("submit", (event) => event.preventDefault());
for (const type of ["dragover", "drop"]) {
  addEventListener(type, (event) => {
    event.preventDefault();
    take(/** @type {DragEvent} */ (event).dataTransfer?.files[0]);
  });
}

document.addEventListener("heist-ready", () => {
  choices.disabled = false;
});
document.addEventListener("heist-error", ({ detail }) => {
  if (!detail.errors.length) return; // of a chart, which shows it
  room.hidden = choices.disabled = true;
  errors.hidden = false;
  write(find(errors, "h2"), detail.message);
  write(find(errors, "pre"), detail.errors.map(({ text }) => text).join("\n"));
});

/** The charts that are shown, with the state that each has now. */
const shown = () =>
  charts
    .filter(({ parentElement }) => !parentElement?.hidden)
    .map((chart) => ({
      title: chart.textContent,
      state: Object.fromEntries(["chart", ...CHECKED].map((name) => [name, chart.getAttribute(name)])),
    }));

/** Puts the data into a page that holds everything else, and saves it. @param {File} file */
async function publish(file) {
  const { tapes } = await import("../element/own_data.js");
  const [page, own, english, [numbers, text, details, texts]] = await Promise.all([
    answer(/** @type {string} */ (form.dataset.page)).then((response) => response.text()),
    json(languages[lang].own()),
    json(languages.en.own()),
    tapes(file),
  ]);
  const headline = control("headline").value;
  const data = {
    headline,
    charts: shown(),
    countries: own.countries,
    english: english.countries,
    core: { numbers: [...numbers], text },
    details: { numbers: [...details], text: texts },
  };
  // No text can end the block that holds it.
  const held = JSON.stringify(data).replaceAll("<", "\\u003c");
  const whole = page.replace('id="data">{}', () => `id="data">${held}`);
  const url = URL.createObjectURL(new Blob([whole], { type: "text/html" }));
  build("a", { href: url, download: `${headline || "heistogram"}.html` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

saver.addEventListener("click", () => {
  if (file) publish(file).catch(() => write(status, form.dataset.failed ?? ""));
});

// Kept by the browser over a reload.
take(input.files?.[0]);
