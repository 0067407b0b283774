// The state of a chart, kept in the attributes of the element.

import { CHECKED, FILTERS, THEMES, languages } from "../generated/languages.js";

/** All keys of the state. */
export const CHOSEN = [...FILTERS, "measure", "incident"];

/** Keys that an address may have. */
export const LANGUAGES = Object.keys(languages);

/**
 * The supported language of a tag, by its first subtag; undefined if there is none.
 * @param {string | null | undefined} tag
 */
export const known_language = (tag) => LANGUAGES.find((lang) => lang === tag?.split(/[-_]/)[0]?.toLowerCase());

/**
 * The language of a chart: the first supported one of its own, the surrounding element's, the document's, the
 * browser's.
 * @param {HTMLElement} host
 */
export const language = ({ lang, parentElement }) =>
  [lang, parentElement?.closest("[lang]")?.getAttribute("lang"), document.documentElement.lang, ...navigator.languages]
    .map(known_language)
    .find(Boolean) ?? LANGUAGES[0];

/**
 * Whether a host has an attribute that sets `name`, in any spelling of frameworks and templates, rendered or not.
 * @param {Element} host
 * @param {string} name
 */
const written = (host, name) =>
  host.getAttributeNames().some(
    (one) =>
      one.replace(/^data-/, "").split(/[^a-z]+/).includes(name) ||
      (name === "data" && /^(v-|data-)bind$|\{/.test(one)),
  );

/** @typedef {"attribute" | "address" | "waiting"} Lack */

/**
 * The data that an element shows, with the value of its property: ours only if no own data is named, so that ours never
 * appears under another headline; otherwise own data, or what is missing.
 * @param {Element} host
 * @param {unknown} data
 * @param {boolean} given
 * @returns {"ours" | "theirs" | Lack}
 */
export function named(host, data, given) {
  if (data != null) return "theirs";
  if (written(host, "data")) return "attribute";
  if (written(host, "src")) {
    const is_none = /^\s*(null|undefined|nan|true|false|\[object .*\])?\s*$/i.test(host.getAttribute("src") ?? "");
    return is_none ? "address" : "theirs";
  }
  return given ? "waiting" : "ours";
}

/**
 * The attributes of an element as a query. A theme only changes colours, so just an invalid one is included, for its
 * error message.
 * @param {Element} host
 */
export const asked_for = (host) =>
  CHECKED.map((name) => ({ name, value: host.getAttribute(name) }))
    .filter(({ name, value }) => value !== null && !(name === "theme" && THEMES.includes(value)))
    .map(({ name, value }) => `${name}=${value}`)
    .join("&");

/**
 * Sets filters; `null` removes one.
 * @param {Element} host
 * @param {import("./types.js").Filters} filters
 */
export function set(host, filters) {
  for (const [name, value] of Object.entries(filters)) {
    if (value) host.setAttribute(name, value);
    else host.removeAttribute(name);
  }
}
