// Loading: each WebAssembly module is instantiated once per page, each dataset is loaded once per address, for all
// charts.

import { details as details_address, languages } from "../generated/languages.js";

/**
 * @typedef {import("./types.js").Bindings} Bindings
 * @typedef {import("./types.js").Core} Core
 * @typedef {import("./types.js").Source} Source
 * @typedef {"columns" | "crowd" | "choosing" | "more" | "words" | "files"} Part
 * @typedef {[numbers: Float64Array, text: string]} Tape
 */

/**
 * The link with the integrity hash of a file, in pages of a frozen copy.
 * @param {URL | string} url
 */
const named = (url) => /** @type {HTMLLinkElement[]} */ ([...document.querySelectorAll("link[integrity]")]).find(({ href }) => href === String(url));

/**
 * @param {URL | string} url
 * @param {AbortSignal} [signal]
 */
export async function answer(url, signal) {
  const response = await fetch(url, { integrity: named(url)?.integrity, signal });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

/**
 * @param {URL | string} url
 * @param {AbortSignal} [signal]
 */
export const json = async (url, signal) => (await answer(url, signal)).json();

/**
 * Compiles a module while it downloads.
 * @template {{ default(code: Response): Promise<void> }} Module
 * @param {Promise<Module>} bindings
 * @param {URL} url
 */
export async function start(bindings, url) {
  const [wasm, code] = await Promise.all([bindings, answer(url)]);
  await wasm.default(code);
  return wasm;
}

/** Results by name. A failure is cached too, as a retry would fail for every chart. @type {Record<string, Promise<any>>} */
const running = {};
/**
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export const once = (name, work) => (running[name] ??= work());

/**
 * The bindings that draw, in a language.
 * @param {string} lang
 * @returns {Promise<Bindings>}
 */
export const code = (lang) => once(lang, () => start(languages[lang].code(), languages[lang].charts));

/**
 * Loads a later part of the module, after the part `before`.
 * @param {string} lang
 * @param {Part} name
 * @param {(lang: string) => Promise<Bindings>} before
 */
const part = (lang, name, before) =>
  once(lang + name, async () => {
    const url = languages[lang][name]; // absent in a single file, whose first part holds everything
    const [bindings, code] = await Promise.all([before(lang), url && answer(url)]);
    if (code) await bindings.add(code);
    return bindings;
  });

/** The part that reads columns. @param {string} lang */
export const columns = (lang) => part(lang, "columns", code);

/** @param {string} lang */
const choosing = (lang) => part(lang, "choosing", code);
/** @param {string} lang */
const more = (lang) => part(lang, "more", choosing);
/** @param {string} lang */
const words = (lang) => part(lang, "words", more);
/** @param {string} lang */
const files = (lang) => part(lang, "files", words);

/**
 * The arguments of a tape for Rust: numbers and text.
 * @param {{ numbers: number[], text: string }} tape
 * @returns {Tape}
 */
const lists = ({ numbers, text }) => [Float64Array.from(numbers), text];

/** Names of all countries in English, for own data. */
const english_names = async () => (await json(languages.en.own())).countries;

/**
 * The source of a dataset in a language; `core` loads the names of countries and the core tape, `load` the tape of
 * details, whose language is `written`, and `translate` their translations.
 * @param {string} lang
 * @param {(lang: string) => Promise<Core>} core
 * @param {(() => Promise<Tape>) | null} load
 * @param {string} written
 * @param {() => Promise<string>} english
 * @param {(lang: string) => Promise<string | undefined | null>} translate
 * @returns {Promise<Source>}
 */
async function source(lang, core, load, written, english = english_names, translate = async () => undefined) {
  const [{ Chart, Dataset, add_country_names }, [countries, ...tape]] = await Promise.all([code(lang), core(lang)]);
  add_country_names(countries);
  // Columns are three arguments, a tape two.
  const from_columns = async () => {
    await columns(lang);
    return Dataset.from_columns(.../** @type {[string, Float64Array, Uint8Array]} */ (tape));
  };
  const dataset = tape.length === 2 ? new Dataset(.../** @type {Tape} */ (tape)) : await from_columns();
  /** @type {Source["chart"]} */
  const chart = async (canvas, name) => {
    if (name === "incidents" && dataset.is_crowd()) {
      await part(lang, "crowd", more);
      return Chart.of_crowd(dataset, canvas);
    }
    return Chart.first(dataset, canvas, name) ?? (await more(lang), Chart.other(dataset, canvas, name));
  };
  /** @type {Promise<void> | null | undefined} */
  let details;
  const add = async () => {
    if (!load) return;
    try {
      const [lists] = await Promise.all([load(), words(lang)]);
      if (!dataset.add_details(...lists)) throw new Error("these are no details of this dataset");
    } catch (cause) {
      details = null; // retried by the next card
      throw cause;
    }
  };
  /** Translations; `undefined` if there are none, `null` if they did not load. @type {Promise<string | undefined | null> | null} */
  let texts = null;
  const add_all = async () => {
    const request = (texts ??= translate(lang).catch(() => null));
    await (details ??= add());
    const text = await request;
    source.is_whole ||= text === undefined || (text !== null && dataset.add_texts(text));
    // Until then the texts stay as they are written, and are marked; the next card tries again.
    if (!source.is_whole) texts = null;
  };
  /** @type {Promise<void> | undefined} */
  let ahead;
  /** @type {Source} */
  const source = {
    lang,
    written,
    dataset,
    chart,
    english,
    words: () => words(lang),
    files: () => files(lang),
    is_whole: !load,
    details: add_all,
    // Prefetched without a retry: nobody waits for the result, so no error is shown.
    ahead: () => (ahead ??= source.details().catch(() => {})),
    choosing: () => choosing(lang).then(() => void (source.chooses = true)),
  };
  return source;
}

/**
 * A function that creates one source for each language requested, see `source`.
 * @param {(lang: string) => Promise<Core>} core
 * @param {(() => Promise<Tape>) | null} load
 * @param {string} written
 * @param {() => Promise<string>} [english]
 * @param {(lang: string) => Promise<string | undefined | null>} [translate]
 * @returns {(lang: string) => Promise<Source>}
 */
export function in_languages(core, load, written, english, translate) {
  /** @type {Record<string, Promise<Source>>} */
  const sources = {};
  return (lang) => (sources[lang] ??= source(lang, core, load, written, english, translate));
}

/** @type {Promise<any> | null | undefined} */
let details;
const our_details = () =>
  (details ??= json(details_address()).catch((cause) => {
    details = null; // retried by the next card
    throw cause;
  }));

/** The source of our own dataset in a language: core data now, details on demand. */
export const our_source = in_languages(
  async (lang) => {
    const core = await json(languages[lang].core);
    return [core.countries, ...lists(core)];
  },
  async () => lists(await our_details()),
  "en",
  async () => (await our_details()).countries,
  async (lang) => {
    const { texts } = languages[lang];
    // Nobody waits for translations as long as for details: the texts can be read without.
    return texts && ((await json(texts(), AbortSignal.timeout(8_000))).text ?? null);
  },
);
