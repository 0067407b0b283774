// What a reader chooses: it stands in the attributes of the element, and the page may take it over.

import { languages } from "./languages.js";

/** Which incidents. */
export const FILTERS = ["period", "evidence", "group", "country", "set"];

/** What Rust reads, or at least looks at. */
export const CHECKED = [...FILTERS, "measure", "theme", "lang"];

/** Everything a reader can choose. */
export const CHOSEN = [...FILTERS, "measure", "incident"];

/** Those that can be asked for. */
export const LANGUAGES = Object.keys(languages);

/** The language that a tag names by its first part, if there is one. */
export const known_language = (tag) => LANGUAGES.find((lang) => lang === tag?.split(/[-_]/)[0].toLowerCase());

/** The language of a chart: its own, that of what is around it, of the document, the browser's; the first that there is. */
export const language = ({ lang, parentElement }) =>
  [lang, parentElement?.closest("[lang]")?.lang, document.documentElement.lang, ...navigator.languages]
    .map(known_language)
    .find(Boolean) ?? LANGUAGES[0];

const current = (host) => Object.fromEntries(CHOSEN.map((name) => [name, host.getAttribute(name) || null]));

/** Sets what is chosen; `null` takes it back. */
export function set(host, filters) {
  for (const [name, value] of Object.entries(filters)) {
    if (value) host.setAttribute(name, value);
    else host.removeAttribute(name);
  }
}

/** Announces a choice; unless a listener takes it over for all charts of the page, it becomes this one's own. */
export function choose(host, change) {
  const before = current(host);
  if (Object.entries(change).every(([name, value]) => before[name] === value)) return;
  const filters = { ...before, ...change };
  const options = { bubbles: true, composed: true, cancelable: true, detail: { filters } };
  if (host.dispatchEvent(new CustomEvent("heist-select", options))) set(host, filters);
}

/** Undoes every filter; says whether there was one. */
export function clear(host) {
  const filtered = FILTERS.some((name) => host.getAttribute(name));
  choose(host, Object.fromEntries(FILTERS.map((name) => [name, null])));
  return filtered;
}

/** The address of a page with the view of a chart, and in it the card of an incident. */
export function link(host, incident, page = location.href.split("#")[0]) {
  const state = Object.entries({ ...current(host), incident }).filter(([, value]) => value);
  return page + (state.length ? `#${state.map((pair) => pair.join("=")).join("&")}` : "");
}
