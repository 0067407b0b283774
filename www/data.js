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
 * A dataset to draw and, when asked for, to speak of in a language: `words` gives the module and its own copy, `details` adds
 * texts and sources to that, `written` in another language; `export` writes incidents to a file.
 * @typedef {{ charts: object, lang: string, written: string, dataset: object, words: () => Promise<object>, details: () => Promise<void>, export: (chosen: Uint32Array, csv: boolean) => Promise<string> }} Source
 */

// Compiled while it arrives.
async function start(bindings, url) {
  const [wasm, code] = await Promise.all([bindings, answer(url)]);
  await wasm.default({ module_or_path: code });
  return wasm;
}

// None is tried again after a failure: every chart of the page would fail alike.
const running = {};

/** More than the module for most can draw, as `CROWD` in Rust. */
const CROWD = 2000;

/** What draws (`charts`, or for very many `crowd`), or says in words what is drawn (`words`), in a language. */
const code = (lang, part) => (running[part + lang] ??= start(...languages[lang][part]()));

/** What checks somebody's dataset (our own was checked when the page was built) and writes files of any. */
const reader_code = () =>
  (running.reader ??= start(import("./heistogram_reader.js"), new URL("./heistogram_reader_bg.wasm", import.meta.url)));

async function answer(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

const json = async (url) => (await answer(url)).json();

/** The two lists of a tape, as Rust takes them. */
const lists = ({ numbers, text }) => [Float64Array.from(numbers), text];

/**
 * Of a dataset in a language; `core` gives names of countries and its tape, `load` that of its details, which are in the
 * language `written`; `part` is what draws so many.
 */
async function source(lang, core, load, written, part) {
  const [charts, [countries, ...tape]] = await Promise.all([part.then((part) => code(lang, part)), core(lang)]);
  charts.add_country_names(countries);
  // Columns are more lists than a tape.
  const made = (Dataset) => (tape.length === 2 ? new Dataset(...tape) : Dataset.from_columns(...tape));
  let spoken, details;
  const speak = (words) => {
    words.add_country_names(countries);
    return { words, dataset: made(words.SpokenDataset) };
  };
  const words = () => (spoken ??= code(lang, "words").then(speak));
  const add = async () => {
    if (!load) return;
    try {
      const [{ dataset }, lists] = await Promise.all([words(), load()]);
      if (!dataset.add_details(...lists)) throw new Error("these are no details of this dataset");
    } catch (cause) {
      details = null; // the next card tries again
      throw cause;
    }
  };
  const write = async (chosen, csv) => {
    const [reader, lists] = await Promise.all([reader_code(), load?.()]);
    return lists ? reader.write(...tape, ...lists, chosen, csv) : reader.write_columns(...tape, chosen, csv);
  };
  return { charts, lang, written, dataset: made(charts.Dataset), words, details: () => (details ??= add()), export: write };
}

/** One source for each language that is asked for. */
function in_languages(core, load, written, part = Promise.resolve("charts")) {
  const sources = {};
  return (lang) => (sources[lang] ??= source(lang, core, load, written, part));
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
  const part = Promise.resolve(value).then(
    (value) => (value?.incidents?.length > CROWD ? "crowd" : "charts"),
    () => "charts", // which draws nothing: whoever reads it says why
  );
  return in_languages(core, async () => (await read).slice(2), "", part); // nobody says in which language
}

/** Somebody's columns: straight into what draws them, and to `tell` while that takes long. */
function of_columns(value, tell) {
  const both = (lang) => Promise.all([import("./columns.js"), json(languages[lang].own())]);
  const core = async (lang) => {
    const [{ announce, packed }, { countries, reading }] = await both(lang);
    await announce(value, reading, lang, tell);
    return [countries, ...packed(value)];
  };
  const source = in_languages(core, null, "", Promise.resolve("crowd"));
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
