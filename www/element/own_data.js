// Loads own data, or rejects it with error messages. Loaded on demand, and for rejected columns.

import { in_languages, json, once, start } from "./data.js";
import { build } from "./dom.js";
import { languages } from "../generated/languages.js";
import * as reader from "../generated/reader.js";

/**
 * @typedef {import("../generated/bindings.js").DataError} DataError
 * @typedef {import("./types.js").Source} Source
 * @typedef {{ one: string, other: string }} Plural
 * @typedef {{ countries: string, errors: Plural, more: Plural, reading: string } & Record<Lack, string>} OwnWords
 * @typedef {import("./state.js").Lack} Lack
 */

/** The number of errors shown in full. */
const LISTED = 20;

/** Rejection of a dataset: `errors` with their `text`; `words` are a heading and a line for the errors not listed. */
class Refusal extends Error {
  /** Whether the dataset is not there yet, instead of invalid. */
  waits = false;

  /**
   * @param {DataError[]} errors
   * @param {string[]} [words]
   */
  constructor(errors, words) {
    super(errors[0]?.text);
    this.errors = errors;
    this.words = words;
  }

  /**
   * Lists the first errors in full.
   * @param {HTMLElement} node
   * @param {string} title
   */
  list(node, title) {
    const { errors, words } = this;
    node.hidden = !errors.length;
    node.replaceChildren(
      build("summary", null, title),
      build("ol", null, ...errors.slice(0, LISTED).map(({ text }) => build("li", { lang: "en", dir: "auto" }, text))),
      ...(errors.length > LISTED ? [build("p", null, words?.[1] ?? "")] : []),
    );
  }
}

/**
 * Rejects a dataset with a number of errors, of which the `first` are known.
 * @param {DataError[]} first
 * @param {number} count
 * @param {OwnWords} words
 * @param {string} lang
 */
export function refusal(first, count, { errors, more }, lang) {
  /** @type {(words: Plural, n: number) => string} */
  const say = ({ one, other }, n) => (n === 1 ? one : other).replace("{n}", n.toLocaleString(lang));
  return new Refusal(first, [say(errors, count), say(more, count - LISTED)]);
}

/** English fallback, for servers without the words of the language. */
const LACKS = {
  attribute: "The attribute “data” is not read: data is given as a property, by a script. Nothing is drawn.",
  address: "The attribute “src” holds no address, so nothing is drawn.",
  waiting: "Waiting for data …",
};

/**
 * Rejects an element that should show own data but has none, or none yet.
 * @param {Lack} lacks
 * @param {string} lang
 * @returns {Promise<never>}
 */
export async function nothing(lacks, lang) {
  /** @type {Record<Lack, string>} */
  const words = await json(languages[lang].own()).catch(() => LACKS);
  throw Object.assign(new Refusal([], [words[lacks]]), { waits: lacks === "waiting" });
}

/** The validator of own data; our own data is validated by the build. */
export const reader_code = () => once("reader", () => start(reader.bindings(), reader.code()));

/**
 * Rust rejects data with a list of errors; anything else thrown is a bug.
 * @param {unknown} value
 */
function checked(value) {
  const read = Promise.all([reader_code(), value]).then(([reader, value]) => reader.read(value));
  /** @type {(lang: string) => Promise<import("./types.js").Core>} */
  const core = (lang) =>
    read.then(
      async ([numbers, text]) => [(await json(languages[lang].own())).countries, numbers, text],
      async (thrown) => {
        if (!Array.isArray(thrown)) throw thrown;
        throw refusal(thrown, thrown.length, await json(languages[lang].own()), lang);
      },
    );
  /** @returns {Promise<[numbers: Float64Array, text: string]>} */
  const details = async () => {
    const [, , numbers, text] = await read;
    return [numbers, text];
  };
  return in_languages(core, details, "");
}

/** @typedef {(lang: string) => Promise<Source>} Sources */

/** @type {Map<string, Sources>} */
const by_url = new Map();

/**
 * The source of the dataset at an address, in a language.
 * @param {string} url
 * @param {string} lang
 */
function source_at(url, lang) {
  const loaded = () =>
    checked(
      json(url).catch((cause) => {
        throw new Refusal([{ text: cause.message }]);
      }),
    );
  const sources = by_url.get(url) ?? loaded();
  by_url.set(url, sources);
  const source = sources(lang);
  source.catch(() => by_url.delete(url));
  return source;
}

/** @type {WeakMap<object, Sources>} */
const by_value = new WeakMap();

/**
 * The source of a dataset object, in a language; the same object is read once.
 * @param {unknown} value
 * @param {string} lang
 */
function source_of(value, lang) {
  if (typeof value !== "object" || !value) return checked(value)(lang);
  const sources = by_value.get(value) ?? checked(value);
  by_value.set(value, sources);
  return sources(lang);
}

/**
 * The source of an element's own data, in a language: its property, or the address in `src`.
 * @param {{ data: unknown, src: string | null }} element
 * @param {string} lang
 */
export const own_source = ({ data, src }, lang) =>
  data == null ? source_at(new URL(src ?? "", document.baseURI).href, lang) : source_of(data, lang);
