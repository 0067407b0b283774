// What can be chosen: it stands in the attributes of the element.

import { CHECKED, FILTERS, THEMES, languages } from "../generated/languages.js";

/** Everything a reader can choose. */
export const CHOSEN = [...FILTERS, "measure", "incident"];

/** Those that can be asked for. */
export const LANGUAGES = Object.keys(languages);

/**
 * The language that a tag names by its first part, if there is one.
 * @param {string | null | undefined} tag
 */
export const known_language = (tag) => LANGUAGES.find((lang) => lang === tag?.split(/[-_]/)[0]?.toLowerCase());

/**
 * The language of a chart: its own, that of what is around it, of the document, the browser's; the first that there is.
 * @param {HTMLElement} host
 */
export const language = ({ lang, parentElement }) =>
  [lang, parentElement?.closest("[lang]")?.getAttribute("lang"), document.documentElement.lang, ...navigator.languages]
    .map(known_language)
    .find(Boolean) ?? LANGUAGES[0];

/**
 * What pages and templates write for an attribute or a property, be it not yet, or never, the one that is meant.
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
 * Whose data an element names, with the value of its property: ours where nobody names any, so that ours never stands under
 * the headline of somebody who meant to; theirs, or what it lacks.
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
 * What the attributes of an element ask for, as a query. A theme changes nothing that is drawn but colours; only one that
 * is none has to be spoken of.
 * @param {Element} host
 */
export const asked_for = (host) =>
  CHECKED.map((name) => ({ name, value: host.getAttribute(name) }))
    .filter(({ name, value }) => value !== null && !(name === "theme" && THEMES.includes(value)))
    .map(({ name, value }) => `${name}=${value}`)
    .join("&");

/**
 * Sets what is chosen; `null` takes it back.
 * @param {Element} host
 * @param {import("./types.js").Filters} filters
 */
export function set(host, filters) {
  for (const [name, value] of Object.entries(filters)) {
    if (value) host.setAttribute(name, value);
    else host.removeAttribute(name);
  }
}
