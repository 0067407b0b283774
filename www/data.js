// Loading: one WebAssembly instance a page and one dataset an address, shared by every chart on it.

/** A dataset that cannot be drawn: `errors` says why, each with its `text`; `words` gives the sentence above them. */
export class Refusal extends Error {
  constructor(errors, words) {
    super(errors[0]?.text);
    this.errors = errors;
    this.words = words;
  }
}

/** @typedef {{ wasm: object, dataset: object, details: () => Promise<void> }} Source */

let started;

// Compiled while it arrives, and not tried again after a failure: every chart of the page would fail alike.
const start = () =>
  (started ??= (async () => {
    const [wasm, code] = await Promise.all([
      import("./heistogram_wasm.js"),
      answer(new URL("./heistogram_wasm_bg.wasm", import.meta.url)),
    ]);
    await wasm.default({ module_or_path: code });
    return wasm;
  })());

async function answer(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

const json = async (url) => (await answer(url)).json();

/** Rust refuses data with a list of all its errors; whatever else it throws is a fault of ours. */
function made(wasm, make) {
  try {
    return make(wasm.Dataset);
  } catch (thrown) {
    if (!Array.isArray(thrown)) throw thrown;
    throw new Refusal(thrown, (lang, unlisted) => wasm.dataset_error_words(lang, thrown.length, unlisted));
  }
}

let own;

/** Heistogram's own dataset: what drawing needs now, texts and sources when asked for. */
export const own_source = () =>
  (own ??= (async () => {
    const [wasm, core] = await Promise.all([start(), json(new URL("./data/core.json", import.meta.url))]);
    const dataset = made(wasm, (Dataset) => Dataset.core(core));
    let details;
    const load = async () => {
      try {
        dataset.add_details(await json(new URL("./data/details.json", import.meta.url)));
      } catch (cause) {
        details = null; // the next card tries again
        throw cause;
      }
    };
    return { wasm, dataset, details: () => (details ??= load()) };
  })());

async function whole(value) {
  const wasm = await start();
  return { wasm, dataset: made(wasm, (Dataset) => Dataset.whole(value)), details: async () => {} };
}

const by_url = new Map();

/** Somebody's dataset at an address. */
export function source_at(url) {
  const load = async () => {
    start().catch(() => {}); // meanwhile; `whole` reports it
    const value = await json(url).catch((cause) => {
      throw new Refusal([{ text: cause.message }]);
    });
    return whole(value);
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
  if (Object(value) !== value) return whole(value);
  if (!by_value.has(value)) by_value.set(value, whole(value));
  return by_value.get(value);
}
