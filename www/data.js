// Loading: one WebAssembly instance of each module a page and one dataset an address, shared by every chart on it.

/** A dataset that cannot be drawn: `errors` says why, each with its `text`; `words` gives the sentence above them. */
export class Refusal extends Error {
  constructor(errors, words) {
    super(errors[0]?.text);
    this.errors = errors;
    this.words = words;
  }
}

/** @typedef {{ wasm: object, dataset: object, details: () => Promise<void> }} Source */

// Compiled while it arrives.
async function start(bindings, url) {
  const [wasm, code] = await Promise.all([bindings, answer(url)]);
  await wasm.default({ module_or_path: code });
  return wasm;
}

// Neither is tried again after a failure: every chart of the page would fail alike.
let charts, reader;

/** What draws. */
const charts_code = () =>
  (charts ??= start(import("./heistogram_wasm.js"), new URL("./heistogram_wasm_bg.wasm", import.meta.url)));

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

let own;

/** Heistogram's own dataset: what drawing needs now, texts and sources when asked for. */
export const own_source = () =>
  (own ??= (async () => {
    const [wasm, core] = await Promise.all([charts_code(), json(new URL("./data/core.json", import.meta.url))]);
    const dataset = new wasm.Dataset(...lists(core));
    let details;
    const load = async () => {
      try {
        dataset.add_details(...lists(await json(new URL("./data/details.json", import.meta.url))));
      } catch (cause) {
        details = null; // the next card tries again
        throw cause;
      }
    };
    return { wasm, dataset, details: () => (details ??= load()) };
  })());

/** Rust refuses data with a list of all its errors; whatever else it throws is a fault of ours. */
async function checked(value) {
  const [wasm, reader] = await Promise.all([charts_code(), reader_code()]);
  try {
    const [numbers, text, ...details] = reader.read(value);
    const dataset = new wasm.Dataset(numbers, text);
    dataset.add_details(...details);
    return { wasm, dataset, details: async () => {} };
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
