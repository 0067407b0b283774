// Loading: one WebAssembly instance of each module a page and one dataset an address, shared by every chart on it.

import { details as details_address, languages } from "./languages.js";

/**
 * A dataset in a language: `chart` draws one of a name on a canvas, and takes a state once it `chooses`, after `choosing`;
 * what it says comes with `words`, and `details` adds texts and sources, which are in the language `written`; `ahead` does
 * so once, before anybody asks. `english` are names of its countries for files, which are the same in every language.
 * @typedef {{ lang: string, choosing: () => Promise<void>, chooses?: boolean, written: string, dataset: object, chart: (canvas: HTMLCanvasElement, name: string) => Promise<object>, words: () => Promise<void>, details: () => Promise<void>, ahead: () => Promise<void>, english: () => Promise<string> }} Source
 */

// A page of a frozen copy names the hash of each file.
const named = (url) => [...document.querySelectorAll("link[integrity]")].find(({ href }) => href === String(url));

async function answer(url) {
  const response = await fetch(url, { integrity: named(url)?.integrity });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

export const json = async (url) => (await answer(url)).json();

// Compiled while it arrives.
export async function start(bindings, url) {
  const [wasm, code] = await Promise.all([bindings, answer(url)]);
  await wasm.default(code);
  return wasm;
}

// None is tried again after a failure: every chart of the page would fail alike.
const running = {};
export const once = (name, work) => (running[name] ??= work());

/** What draws, in a language. */
export const code = (lang) => once(lang, () => start(languages[lang].code(), languages[lang].charts));

/** A later part of that, which needs the one `before` it. */
const part = (lang, name, before) =>
  once(lang + name, async () => {
    const url = languages[lang][name]; // a page in a single file has it with the first
    const [bindings, code] = await Promise.all([before(lang), url && answer(url)]);
    if (code) await bindings.add(code);
    return bindings;
  });

/** What takes columns. */
export const columns = (lang) => part(lang, "columns", code);

const choosing = (lang) => part(lang, "choosing", code);
const more = (lang) => part(lang, "more", choosing);
const words = (lang) => part(lang, "words", more);

/** The two lists of a tape, as Rust takes them. */
const lists = ({ numbers, text }) => [Float64Array.from(numbers), text];

/** Of all countries, in English, for data that may name any. */
const english_names = async () => (await json(languages.en.own())).countries;

/** Of a dataset in a language; `core` gives names of countries and its tape, `load` that of its details, which are in the language `written`. */
async function source(lang, core, load, written, english = english_names) {
  const [{ Chart, Dataset, add_country_names }, [countries, ...tape]] = await Promise.all([code(lang), core(lang)]);
  add_country_names(countries);
  // Columns are more lists than a tape.
  const from_columns = async () => (await columns(lang), Dataset.from_columns(...tape));
  const dataset = tape.length === 2 ? new Dataset(...tape) : await from_columns();
  const chart = async (canvas, name) => {
    if (name === "incidents" && dataset.is_crowd()) {
      await part(lang, "crowd", code);
      return Chart.of_crowd(dataset, canvas);
    }
    return Chart.first(dataset, canvas, name) ?? (await more(lang), Chart.other(dataset, canvas, name));
  };
  let details;
  const add = async () => {
    if (!load) return;
    try {
      const [lists] = await Promise.all([load(), words(lang)]);
      if (!dataset.add_details(...lists)) throw new Error("these are no details of this dataset");
    } catch (cause) {
      details = null; // the next card tries again
      throw cause;
    }
  };
  const source = { lang, written, dataset, chart, english, words: () => words(lang), details: () => (details ??= add()) };
  // Before anybody asks, so once: a failure is nobody's yet.
  let ahead;
  source.ahead = () => (ahead ??= source.details().catch(() => {}));
  source.choosing = () => choosing(lang).then(() => (source.chooses = true));
  return source;
}

/** One source for each language that is asked for, see `source`. */
export function in_languages(...parts) {
  const sources = {};
  return (lang) => (sources[lang] ??= source(lang, ...parts));
}

let details;
const our_details = () =>
  (details ??= json(details_address()).catch((cause) => {
    details = null; // the next card tries again
    throw cause;
  }));

/** Heistogram's own dataset in a language: what drawing needs now, texts and sources when asked for. */
export const our_source = in_languages(
  async (lang) => {
    const core = await json(languages[lang].core);
    return [core.countries, ...lists(core)];
  },
  async () => lists(await our_details()),
  "en",
  async () => (await our_details()).countries,
);
