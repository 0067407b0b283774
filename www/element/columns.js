// Somebody's dataset as typed columns, see docs: straight into what draws them. Loaded for such a dataset alone.

import { columns, in_languages, json } from "./data.js";
import { languages } from "../generated/languages.js";

/**
 * A dataset as columns; nothing in it is checked yet.
 * @typedef {object} Columns
 * @property {unknown} schema
 * @property {string | undefined} title
 * @property {string} as_of
 * @property {Record<string, any>} columns
 * @property {Record<string, any>} names
 */

/** @typedef {(text: string) => void} Tell */

/** By name: an array that comes out of another window is none of ours. @type {Record<string, string[]>} */
const KINDS = {
  date: ["Int32Array"],
  stolen_usd: ["Float64Array"],
  evidence: ["Uint8Array"],
  sector: ["Uint8Array"],
  country: ["Uint8Array", "Uint16Array"],
  unknown: ["Uint8Array"],
};

/** So many rows take long enough to say that they are read. */
const LONG = 200_000;

/**
 * The columns as Rust takes them: texts in one, numbers in one list and positions in another; nothing where they are not
 * what they should be.
 * @param {Columns} value
 */
function packed({ schema, title, as_of, columns, names }) {
  const count = columns.date?.length;
  /** @param {[string, string[]]} column */
  const is_right = ([name, kinds]) => {
    const column = columns[name];
    if (name === "unknown" && column === undefined) return true;
    return kinds.includes(column?.[Symbol.toStringTag]) && column.length === count;
  };
  /** @param {string} name */
  const is_known = (name) => Object.hasOwn(KINDS, name); // not what objects inherit
  if (schema !== 1 || !Object.keys(columns).every(is_known) || !title?.trim() || !Object.entries(KINDS).every(is_right)) return [];
  const numbers = new Float64Array(2 * count);
  numbers.set(columns.date);
  numbers.set(columns.stolen_usd, count);
  const places = new Uint8ClampedArray(4 * count);
  const lists = ["evidence", "sector", "country"].map((name, i) => {
    places.set(columns[name], i * count);
    return names[name].slice(0, 256).map((/** @type {unknown} */ one) => `${one ?? ""}\n`).join("");
  });
  if (columns.unknown) places.set(columns.unknown, 3 * count);
  return [[title, as_of, ...lists].join("\x1f"), numbers, new Uint8Array(places.buffer)];
}

/**
 * Says that many are read, and lets that be seen before the work begins.
 * @param {Columns} value
 * @param {string} words
 * @param {string} lang
 * @param {Tell} tell
 */
async function announce({ columns }, words, lang, tell) {
  const count = columns.date?.length;
  if (!(count >= LONG)) return;
  tell(words.replace("{n}", count.toLocaleString(lang)));
  await new Promise((go) => setTimeout(go, 30));
}

/**
 * The columns; to `tell` is said that reading takes long.
 * @param {Columns} value
 * @param {Tell} tell
 * @returns {(lang: string) => Promise<import("./types.js").Source>}
 */
function of_columns(value, tell) {
  /** @param {string} lang */
  const words = (lang) => json(languages[lang].own());
  /** @type {(lang: string) => Promise<import("./types.js").Core>} */
  const core = async (lang) => {
    columns(lang).catch(() => {}); // on its way meanwhile; whoever waits for it hears of a failure
    const { countries, reading } = await words(lang);
    await announce(value, reading, lang, tell);
    return [countries, ...packed(value)];
  };
  const source = in_languages(core, null, "");
  return (lang) =>
    source(lang).catch(async (cause) => {
      const { validator_code, refusal } = await import("./own_data.js");
      const [[first, count], said] = [(await validator_code()).column_errors(value), await words(lang)];
      throw count ? refusal(first, count, said, lang) : cause;
    });
}

/** @type {WeakMap<Columns, { source: ReturnType<typeof of_columns>, tellers: Set<Tell> }>} */
const by_value = new WeakMap();

/** @param {Columns} data */
function read(data) {
  /** @type {Set<Tell>} */
  const tellers = new Set();
  return { source: of_columns(data, (text) => tellers.forEach((tell) => tell(text))), tellers };
}

/**
 * Of an element that was given columns, in a language; the same object is read once. `tell` shows that it takes long.
 * @param {{ data: Columns }} element
 * @param {string} lang
 * @param {Tell} tell
 */
export function own_source({ data }, lang, tell) {
  const known = by_value.get(data) ?? read(data);
  by_value.set(data, known);
  const { source, tellers } = known;
  tellers.add(tell);
  return source(lang).finally(() => tellers.delete(tell));
}
