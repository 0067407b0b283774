// Somebody's own dataset: read, refused with words, or taken as columns. Loaded for such a dataset alone.

import { columns, in_languages, json, once, start } from "./data.js";
import { build } from "./dom.js";
import { languages } from "./languages.js";

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

/** What checks somebody's dataset; our own was checked when the page was built. */
const reader_code = () =>
  once("reader", () => start(import("./heistogram_reader.js"), new URL("./heistogram_reader_code.wasm", import.meta.url)));

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
  return in_languages(core, async () => (await read).slice(2), "");
}

/** Somebody's columns: straight into what draws them, and to `tell` while that takes long. */
function of_columns(value, tell) {
  const both = (lang) => Promise.all([import("./columns.js"), json(languages[lang].own())]);
  const core = async (lang) => {
    columns(lang).catch(() => {}); // on its way meanwhile; whoever waits for it hears of a failure
    const [{ announce, packed }, { countries, reading }] = await both(lang);
    await announce(value, reading, lang, tell);
    return [countries, ...packed(value)];
  };
  const source = in_languages(core, null, "");
  return (lang) =>
    source(lang).catch(async (cause) => {
      const [[{ errors_of }, words], reader] = await Promise.all([both(lang), reader_code()]);
      const refused = errors_of(value, reader, words, lang, LISTED);
      throw refused ? new Refusal(...refused) : cause;
    });
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

/** Somebody's dataset as an object, in a language; the same object is read once. `tell` shows that it takes long. */
function source_of(value, lang, tell) {
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

/** Of an element, in a language: what it was given, or what is at the address it names. */
export const own_source = ({ data, src }, lang, tell) =>
  data == null ? source_at(new URL(src, document.baseURI).href, lang) : source_of(data, lang, tell);
