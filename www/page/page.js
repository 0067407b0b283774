// The page around the charts: one state for all of them, kept in the address, so that every view has a link.

import { find } from "../element/dom.js";
import { CHOSEN, known_language, set } from "../element/state.js";
import { FILTERS } from "../generated/languages.js";

/** @typedef {import("../element/types.js").Filters} State */

const charts = [...document.querySelectorAll("heist-chart")];
/** Links to the page in each language. */
const languages = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("nav a[hreflang]")]);
/** @type {((state: State) => void)[]} */
const watchers = [];
/** @type {State} */
let state = {};

/** The state without filters. @type {State} */
const nothing = Object.fromEntries(CHOSEN.map((name) => [name, null]));

/**
 * The values in an address.
 * @param {string} hash
 * @returns {State}
 */
const given = (hash) => Object.fromEntries(new URLSearchParams(hash.slice(1)));

/**
 * The state of an address.
 * @param {string} hash
 * @returns {State}
 */
function read(hash) {
  const { theme = null, lang = null, ...chosen } = given(hash);
  return { ...Object.fromEntries(CHOSEN.map((name) => [name, chosen[name] ?? null])), theme, lang };
}

/** @param {string[]} names */
const query = (names) =>
  names
    .filter((name) => state[name])
    .map((name) => `${name}=${state[name]}`)
    .join("&");

/** @param {State} now */
function show(now) {
  const before = state.incident;
  state = now;
  const { theme, incident, lang, ...filters } = state;
  document.documentElement.dataset.theme = theme ?? "";
  for (const chart of charts) {
    const pinned = chart.getAttribute("chart") === "incidents" ? incident : null;
    set(chart, { ...filters, theme, incident: pinned });
    if (pinned && pinned !== before) look_at(chart);
  }
  for (const link of languages) link.hash = query([...CHOSEN, "theme"]);
  const other = languages.find(({ hreflang }) => hreflang === known_language(lang));
  if (other && other.lang !== document.documentElement.lang) return location.replace(other.href);
  for (const watch of watchers) watch(state);
}

/**
 * Scrolls to a chart after the browser's own jump to the row with the same id, which follows the load event.
 * @param {Element} chart
 */
async function look_at(chart) {
  if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  setTimeout(() => chart.scrollIntoView({ block: "center", behavior: "instant" }), 60);
}

/**
 * Changes the state; `replace` adds no step to the history.
 * @param {State} change
 */
function go(change, replace = false) {
  const next = { ...state, ...change };
  if (CHOSEN.every((name) => (next[name] || null) === (state[name] || null))) return;
  show(next);
  const hash = query([...CHOSEN, "theme", "lang"]);
  history[replace ? "replaceState" : "pushState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
}

const clear = () => go(Object.fromEntries(FILTERS.map((name) => [name, null])));

/**
 * Calls back with the state, now and whenever it changes.
 * @param {(state: State) => void} work
 */
function watch(work) {
  watchers.push(work);
  work(state);
}

document.addEventListener("heist-select", (event) => {
  event.preventDefault();
  const { filters } = /** @type {{ detail: { filters: State } }} */ (/** @type {unknown} */ (event)).detail;
  go(filters, Boolean(state.incident && !filters.incident));
});

const arrive = () => {
  const { hash } = location;
  // An anchor on the page, such as `#method`, changes no state.
  if (!hash || hash.includes("=")) show(read(hash));
};
addEventListener("hashchange", arrive);
addEventListener("popstate", arrive);

document.addEventListener("click", (event) => {
  /** @type {HTMLAnchorElement | null | undefined} */
  const link = /** @type {Element} */ (event.target).closest?.("a[href^='#']");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const [place, { chart }] = [link.hash.slice(1), link.dataset];
  // A link of a claim sets its own state, clearing other filters.
  if (chart) go(place.includes("=") ? { ...nothing, ...given(`#${place}`) } : nothing);
  // Anchors on the page must not remove the state from the address.
  const target = document.getElementById(chart ?? place);
  if (!target || !(chart || (location.hash.includes("=") && !place.includes("=")))) return;
  event.preventDefault();
  target.scrollIntoView();
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
});

/** @param {Event} event */
const in_search = ({ target }) => /** @type {Element} */ (target).closest?.("input[type=search]");
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || in_search(event)) return;
  clear();
});

show(read(location.hash));
import("./filters.js")
  .then(({ start }) => start({ go, clear, query, watch }))
  .catch(() => {
    // The browser or the charts have set the name of the file.
    find(document, "#notes").textContent = find(document, "#filters").dataset.failed;
  });
