// Loading: one WebAssembly instance of each module a page and one dataset an address, shared by every chart on it.

import { LISTED } from "./dom.js";
import { languages } from "./languages.js";

/** A dataset that cannot be drawn: `errors` says why, each with its `text`; `words` are the sentence above them and one for those not listed. */
export class Refusal extends Error {
  constructor(errors, words) {
    super(errors[0]?.text);
    this.errors = errors;
    this.words = words;
  }
}

/**
 * A dataset in a language: `chart` draws one of a name on a canvas, and takes a state once it `chooses`, after `choosing`;
 * what it says comes with `words`, and `details` adds texts and sources, which are in the language `written`.
 * @typedef {{ lang: string, choosing: () => Promise<void>, chooses?: boolean, written: string, dataset: object, chart: (canvas: HTMLCanvasElement, name: string) => Promise<object>, words: () => Promise<void>, details: () => Promise<void> }} Source
 */

async function answer(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

const json = async (url) => (await answer(url)).json();

// Compiled while it arrives.
async function start(bindings, url) {
  const [wasm, code] = await Promise.all([bindings, answer(url)]);
  await wasm.default(code);
  return wasm;
}

// None is tried again after a failure: every chart of the page would fail alike.
const running = {};
const once = (name, work) => (running[name] ??= work());

/** What draws, in a language. */
const code = (lang) => once(lang, () => start(languages[lang].code(), languages[lang].charts));

/** A later part of that, which needs the one `before` it. */
const part = (lang, name, before) =>
  once(lang + name, async () => {
    const url = languages[lang][name]; // a page in a single file has it with the first
    const [bindings, code] = await Promise.all([before(lang), url && answer(url)]);
    if (code) await bindings.add(code);
    return bindings;
  });

const choosing = (lang) => part(lang, "choosing", code);
const more = (lang) => part(lang, "more", choosing);
const words = (lang) => part(lang, "words", more);

/** What checks somebody's dataset; our own was checked when the page was built. */
const reader_code = () =>
  once("reader", () => start(import("./heistogram_reader.js"), new URL("./heistogram_reader_code.wasm", import.meta.url)));

/** The two lists of a tape, as Rust takes them. */
const lists = ({ numbers, text }) => [Float64Array.from(numbers), text];

/** Of a dataset in a language; `core` gives names of countries and its tape, `load` that of its details, which are in the language `written`. */
async function source(lang, core, load, written) {
  const [{ Chart, Dataset, add_country_names }, [countries, ...tape]] = await Promise.all([code(lang), core(lang)]);
  add_country_names(countries);
  // Columns are more lists than a tape.
  const from_columns = async () => (await part(lang, "columns", code), Dataset.from_columns(...tape));
  const dataset = tape.length === 2 ? new Dataset(...tape) : await from_columns();
  const chart = async (canvas, name) =>
    Chart.first(dataset, canvas, name) ?? (await more(lang), Chart.other(dataset, canvas, name));
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
  const source = { lang, written, dataset, chart, words: () => words(lang), details: () => (details ??= add()) };
  source.choosing = () => choosing(lang).then(() => (source.chooses = true));
  return source;
}

/** One source for each language that is asked for. */
function in_languages(core, load, written) {
  const sources = {};
  return (lang) => (sources[lang] ??= source(lang, core, load, written));
}

/** Heistogram's own dataset in a language: what drawing needs now, texts and sources when asked for. */
export const own_source = in_languages(
  async (lang) => {
    const core = await json(languages[lang].core);
    return [core.countries, ...lists(core)];
  },
  async () => lists(await json(new URL("./data/details.json", import.meta.url))),
  "en",
);

/** Rust refuses data with a list of all its errors; whatever else it throws is a fault of ours. */
function checked(value) {
  const read = Promise.all([reader_code(), value]).then(([reader, value]) => reader.read(value));
  const core = (lang) =>
    read.then(
      async (tapes) => [(await json(languages[lang].own())).countries, ...tapes.slice(0, 2)],
      async (thrown) => {
        if (!Array.isArray(thrown)) throw thrown;
        const { errors, more } = await json(languages[lang].own());
        const say = ({ one, other }, n) => (n === 1 ? one : other).replace("{n}", n.toLocaleString(lang));
        throw new Refusal(thrown, [say(errors, thrown.length), say(more, thrown.length - LISTED)]);
      },
    );
  return in_languages(core, async () => (await read).slice(2), ""); // nobody says in which language
}

/** Somebody's columns: straight into what draws them, and to `tell` while that takes long. */
function of_columns(value, tell) {
  const both = (lang) => Promise.all([import("./columns.js"), json(languages[lang].own())]);
  const core = async (lang) => {
    const [{ announce, packed }, { countries, reading }] = await both(lang);
    await announce(value, reading, lang, tell);
    return [countries, ...packed(value)];
  };
  const source = in_languages(core, null, "");
  return (lang) =>
    source(lang).catch(async (cause) => {
      const [[{ errors_of }, words], reader] = await Promise.all([both(lang), reader_code()]);
      const refused = errors_of(value, reader, words, lang);
      throw refused ? new Refusal(...refused) : cause;
    });
}

const by_url = new Map();

/** Somebody's dataset at an address, in a language. */
export function source_at(url, lang) {
  if (!by_url.has(url)) {
    by_url.set(
      url,
      checked(
        json(url).catch((cause) => {
          throw new Refusal([{ text: cause.message }]);
        }),
      ),
    );
  }
  const source = by_url.get(url)(lang);
  source.catch(() => by_url.delete(url));
  return source;
}

const by_value = new WeakMap();

/** Somebody's dataset as an object, in a language; the same object is read once. `tell` shows that it takes long. */
export function source_of(value, lang, tell) {
  if (Object(value) !== value) return checked(value)(lang);
  if (!by_value.has(value)) {
    const tellers = new Set();
    const all = (text) => tellers.forEach((tell) => tell(text));
    const source = Object(value.columns) === value.columns ? of_columns(value, all) : checked(value);
    by_value.set(value, { source, tellers });
  }
  const { source, tellers } = by_value.get(value);
  tellers.add(tell);
  return source(lang).finally(() => tellers.delete(tell));
}
