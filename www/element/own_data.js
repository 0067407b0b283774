// Loads own data, or rejects it with error messages. Loaded on demand, and for rejected columns.

import { answer, in_languages, json, once, start } from "./data.js";
import { build } from "./dom.js";
import { languages } from "../generated/languages.js";
import * as validator from "../generated/validator.js";

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
export const validator_code = () => once("validator", () => start(validator.bindings(), validator.code()));

/**
 * A file with own data: JSON, or lines and columns.
 * @typedef {{ bytes: ArrayBuffer, type: string, name: string, url: string, changed: Date }} Table
 */

/**
 * The file at an address.
 * @param {string} url
 * @returns {Promise<Table>}
 */
async function file_at(url) {
  const response = await answer(url);
  const changed = response.headers.get("last-modified");
  return {
    bytes: await response.arrayBuffer(),
    type: response.headers.get("content-type") ?? "",
    name: decodeURI(new URL(url).pathname),
    url: url.startsWith("http") ? url : "",
    changed: changed ? new Date(changed) : new Date(),
  };
}

/**
 * A file that a reader has chosen.
 * @param {Blob & { name?: string, lastModified?: number }} file
 * @returns {Promise<Table>}
 */
const file_of = async (file) => ({
  bytes: await file.arrayBuffer(),
  type: file.type,
  name: file.name ?? "",
  url: "",
  changed: new Date(file.lastModified ?? Date.now()),
});

/**
 * Reads a file by what it holds: JSON begins with a bracket. No head of columns does, and no page of a server.
 * @param {import("../generated/bindings.js").Validator} validator
 * @param {Table} file
 */
function read_file(validator, { bytes, type, name, url, changed }) {
  const text = new TextDecoder().decode(bytes);
  const first = text.trimStart()[0];
  if (/[[{]/.test(first) || (/json/.test(type) && first !== "<")) {
    /** @type {unknown} */
    let value;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new Refusal([{ text: /** @type {Error} */ (cause).message }]);
    }
    return validator.read(value);
  }
  const title = name.replace(/^.*\//, "").replace(/\.\w+$/, "");
  return validator.read_sheet(new Uint8Array(bytes), title || url || "CSV", url, changed.toISOString().slice(0, 10));
}

/** The tapes of a file, for a page that holds its data. @param {Blob} file */
export const tapes = async (file) => read_file(await validator_code(), await file_of(file));

/**
 * Rust rejects data with a list of errors; anything else thrown is a bug.
 * @template Given
 * @param {Given | Promise<Given>} given
 * @param {(validator: import("../generated/bindings.js").Validator, given: Given) => import("../generated/bindings.js").Tapes} by
 */
function checked(given, by) {
  const read = Promise.all([validator_code(), given]).then(([validator, given]) => by(validator, given));
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
      file_at(url).catch((cause) => {
        throw new Refusal([{ text: cause.message }]);
      }),
      read_file,
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
  const loaded = () =>
    Object.prototype.toString.call(value).match(/Blob|File/)
      ? checked(file_of(/** @type {Blob} */ (value)), read_file)
      : checked(value, (validator, value) => validator.read(value));
  if (typeof value !== "object" || !value) return loaded()(lang);
  const sources = by_value.get(value) ?? loaded();
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
