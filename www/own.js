// Somebody's own dataset: read, or refused with words. Loaded for such a dataset alone, and for columns that are refused.

import { in_languages, json, once, start } from "./data.js";
import { build } from "./dom.js";
import { languages } from "./languages.js";
import * as reader from "./reader.js";

/** How many errors are shown in full. */
const LISTED = 20;

/** A dataset that cannot be drawn: `errors` says why, each with its `text`; `words` are the sentence above them and one for those not listed. */
class Refusal extends Error {
  constructor(errors, words) {
    super(errors[0]?.text);
    this.errors = errors;
    this.words = words;
  }

  /** Lists the first errors in full. */
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

/** Refuses a dataset for so many errors, of which `first` are known. */
export function refusal(first, count, { errors, more }, lang) {
  const say = ({ one, other }, n) => (n === 1 ? one : other).replace("{n}", n.toLocaleString(lang));
  return new Refusal(first, [say(errors, count), say(more, count - LISTED)]);
}

/** For when a server has none of them in the language. */
const LACKS = {
  attribute: "The attribute “data” is not read: data is given as a property, by a script. Nothing is drawn.",
  address: "The attribute “src” holds no address, so nothing is drawn.",
  waiting: "Waiting for data …",
};

/** Refuses to draw an element that means data of its own and names none, or none yet. */
export async function nothing(lacks, lang) {
  const words = await json(languages[lang].own()).catch(() => LACKS);
  throw Object.assign(new Refusal([], [words[lacks]]), { waits: lacks === "waiting" });
}

/** What checks somebody's dataset; our own was checked when the page was built. */
export const reader_code = () => once("reader", () => start(reader.bindings(), reader.code()));

/** Rust refuses data with a list of all its errors; whatever else it throws is a fault of ours. */
function checked(value) {
  const read = Promise.all([reader_code(), value]).then(([reader, value]) => reader.read(value));
  const core = (lang) =>
    read.then(
      async (tapes) => [(await json(languages[lang].own())).countries, ...tapes.slice(0, 2)],
      async (thrown) => {
        if (!Array.isArray(thrown)) throw thrown;
        throw refusal(thrown, thrown.length, await json(languages[lang].own()), lang);
      },
    );
  return in_languages(core, async () => (await read).slice(2), "");
}

const by_url = new Map();

/** Somebody's dataset at an address, in a language. */
function source_at(url, lang) {
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

/** Somebody's dataset as an object, in a language; the same object is read once. */
function source_of(value, lang) {
  if (Object(value) !== value) return checked(value)(lang);
  if (!by_value.has(value)) by_value.set(value, checked(value));
  return by_value.get(value)(lang);
}

/** Of an element, in a language: what it was given, or what is at the address it names. */
export const own_source = ({ data, src }, lang) =>
  data == null ? source_at(new URL(src, document.baseURI).href, lang) : source_of(data, lang);
