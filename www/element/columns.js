// Own data as typed columns, see docs/own-data.md: passed to Rust without parsing. Loaded on demand.

import { columns, in_languages, json } from "./data.js";
import { languages } from "../generated/languages.js";

/**
 * A dataset as columns, not yet validated.
 * @typedef {object} Columns
 * @property {unknown} schema
 * @property {string | undefined} title
 * @property {string} as_of
 * @property {Record<string, any>} columns
 * @property {Record<string, any>} names
 */

/** @typedef {(text: string) => void} Tell */

/** Types by name: `instanceof` fails for arrays of another window. @type {Record<string, string[]>} */
const KINDS = {
  date: ["Int32Array"],
  stolen_usd: ["Float64Array"],
  evidence: ["Uint8Array"],
  sector: ["Uint8Array"],
  country: ["Uint8Array", "Uint16Array"],
  unknown: ["Uint8Array"],
};

/** Rows from which loading takes long enough for a message. */
const LONG = 200_000;

/**
 * The columns as Rust takes them: texts in one string, numbers in one array and indices in another; empty if their
 * types are invalid.
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
  const is_known = (name) => Object.hasOwn(KINDS, name); // no inherited properties
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
 * Shows a message while many rows are read, and lets it paint before the work begins.
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
 * The sources of columns; `tell` shows the message that reading takes long.
 * @param {Columns} value
 * @param {Tell} tell
 * @returns {(lang: string) => Promise<import("./types.js").Source>}
 */
function of_columns(value, tell) {
  /** @param {string} lang */
  const words = (lang) => json(languages[lang].own());
  /** @type {(lang: string) => Promise<import("./types.js").Core>} */
  const core = async (lang) => {
    columns(lang).catch(() => {}); // starts the request early; a later await reports the error
    const { countries, reading } = await words(lang);
    await announce(value, reading, lang, tell);
    return [countries, ...packed(value)];
  };
  const source = in_languages(core, null, "");
  return (lang) =>
    source(lang).catch(async (cause) => {
      const { reader_code, refusal } = await import("./own_data.js");
      const [[first, count], said] = [(await reader_code()).column_errors(value), await words(lang)];
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
 * The source of an element's columns in a language; the same object is read once. `tell` shows that it takes long.
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
