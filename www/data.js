// Loading: one WebAssembly instance of each module a page and one dataset an address, shared by every chart on it.

/** A dataset that cannot be drawn: `errors` says why, each with its `text`; `words` gives the sentence above them. */
export class Refusal extends Error {
  constructor(errors, words) {
    super(errors[0]?.text);
    this.errors = errors;
    this.words = words;
  }
}

/**
 * A dataset to draw and, when asked for, to speak of: `words` gives the module and its own copy, `details` adds texts and
 * sources to that.
 * @typedef {{ charts: object, dataset: object, words: () => Promise<object>, details: () => Promise<void> }} Source
 */

// Compiled while it arrives.
async function start(bindings, url) {
  const [wasm, code] = await Promise.all([bindings, answer(url)]);
  await wasm.default({ module_or_path: code });
  return wasm;
}

// None is tried again after a failure: every chart of the page would fail alike.
let charts, words, reader;

/** What draws. */
const charts_code = () =>
  (charts ??= start(import("./heistogram_charts.js"), new URL("./heistogram_charts_bg.wasm", import.meta.url)));

/** What says in words what is drawn. */
const words_code = () =>
  (words ??= start(import("./heistogram_words.js"), new URL("./heistogram_words_bg.wasm", import.meta.url)));

/** What checks somebody's dataset; our own was checked when the page was built. */
const reader_code = () =>
  (reader ??= start(import("./heistogram_reader.js"), new URL("./heistogram_reader_bg.wasm", import.meta.url)));

async function answer(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

const json = async (url) => (await answer(url)).json();

/** The two lists of a tape, as Rust takes them. */
const lists = ({ numbers, text }) => [Float64Array.from(numbers), text];

/** Of a dataset on its tape; `load` gives the tape of its details. */
async function source(core, load) {
  const charts = await charts_code();
  let spoken, details;
  const speak = (words) => {
    words.set_country_names(charts.country_names()); // loaded once
    return { words, dataset: new words.SpokenDataset(...core) };
  };
  const words = () => (spoken ??= words_code().then(speak));
  const add = async () => {
    try {
      const [{ dataset }, lists] = await Promise.all([words(), load()]);
      if (!dataset.add_details(...lists)) throw new Error("these are no details of this dataset");
    } catch (cause) {
      details = null; // the next card tries again
      throw cause;
    }
  };
  return { charts, dataset: new charts.Dataset(...core), words, details: () => (details ??= add()) };
}

let own;

/** Heistogram's own dataset: what drawing needs now, texts and sources when asked for. */
export const own_source = () =>
  (own ??= (async () => {
    charts_code().catch(() => {}); // meanwhile; `source` reports it
    const part = async (url) => lists(await json(url));
    const core = await part(new URL("./data/core.json", import.meta.url));
    return source(core, () => part(new URL("./data/details.json", import.meta.url)));
  })());

/** Rust refuses data with a list of all its errors; whatever else it throws is a fault of ours. */
async function checked(value) {
  const reader = await reader_code();
  try {
    const [numbers, text, ...details] = reader.read(value);
    return source([numbers, text], () => details);
  } catch (thrown) {
    if (!Array.isArray(thrown)) throw thrown;
    throw new Refusal(thrown, (lang, unlisted) => reader.dataset_error_words(lang, thrown.length, unlisted));
  }
}

const by_url = new Map();

/** Somebody's dataset at an address. */
export function source_at(url) {
  const load = async () => {
    Promise.all([charts_code(), reader_code()]).catch(() => {}); // meanwhile; `checked` reports it
    const value = await json(url).catch((cause) => {
      throw new Refusal([{ text: cause.message }]);
    });
    return checked(value);
  };
  if (!by_url.has(url)) {
    const source = load();
    by_url.set(url, source);
    source.catch(() => by_url.delete(url));
  }
  return by_url.get(url);
}

const by_value = new WeakMap();

/** Somebody's dataset as an object; the same object is read once. */
export function source_of(value) {
  if (Object(value) !== value) return checked(value);
  if (!by_value.has(value)) by_value.set(value, checked(value));
  return by_value.get(value);
}
