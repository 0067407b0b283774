// The page around the charts: one state for all of them, kept in the address, so that every view has a link.

import "../element/heistogram.js";
import { our_source } from "../element/data.js";
import { find, when_idle, while_parsing } from "../element/dom.js";
import { CHOSEN, known_language, language, set } from "../element/state.js";
import { FILTERS } from "../generated/languages.js";

/** @typedef {import("../element/types.js").Filters} State */

/** Time in ms from the load event, after which the rest of the page no longer waits for the first chart. */
const PATIENCE_MS = 1000;

const root = document.documentElement;
const charts = /** @type {HTMLCollectionOf<HTMLElement>} */ (document.getElementsByTagName("heist-chart"));
/** Charts in view. @type {Set<Element>} */
const seen = new Set();
/** @type {((state: State) => void)[]} */
const watchers = [];

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

/** The state of the page. */
let state = read(location.hash);
/** The link that a reader pressed to open the card of an incident. @type {Element | null} */
let pressed = null;
/** Whether the chart with the card is being brought into view. The card opens after that, and moves out of its mark's way. */
let looks = false;

/**
 * @param {string[]} names
 * @param {State} [from]
 */
const query = (names, from = state) =>
  names
    .filter((name) => from[name])
    .map((name) => `${name}=${from[name]}`)
    .join("&");

/** Gives a chart the state. @param {Element} chart */
function pass(chart) {
  const { incident, lang: _, ...filters } = state;
  set(chart, { ...filters, incident: chart === pinned() && !looks ? incident : null });
  // With filters a chart is drawn wherever it is, as its static picture is another.
  if (FILTERS.some((name) => state[name])) lay_out(chart);
}

/** The chart with the cards of incidents. */
const pinned = () => /** @type {import("../element/types.js").Host["host"] | null} */ (document.querySelector("heist-chart[chart=incidents]"));

/** Has a chart laid out even if it is not near. @param {Element} chart */
const lay_out = (chart) => chart.closest(".chart")?.classList.add("laid-out");

/** Charts out of view that lack the state. @type {Set<Element>} */
const waiting = new Set();

/** One in each idle time: input never waits for all of them. */
function pass_next() {
  const [chart] = waiting;
  if (!chart) return;
  waiting.delete(chart);
  pass(chart);
  if (waiting.size) when_idle(pass_next);
}

/**
 * Shows a state: charts in view first, the others when the browser is idle.
 * @param {State} now
 */
function show(now, before = state.incident) {
  state = now;
  const { theme, incident, lang } = state;
  root.dataset.theme = theme ?? "";
  const chart = incident && incident !== before && pinned();
  if (chart) {
    chart.near = pressed;
    looks = !pressed;
    pressed = null;
    lay_out(chart);
    if (looks) look_at(chart);
    else pass(chart);
  }
  seen.forEach(pass);
  if (!waiting.size) when_idle(pass_next);
  for (const chart of charts) if (!seen.has(chart)) waiting.add(chart);
  const languages = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("nav a[hreflang]")]);
  for (const link of languages) link.hash = query([...CHOSEN, "theme"]);
  const other = languages.find(({ hreflang }) => hreflang === known_language(lang));
  if (other && other.lang !== root.lang) return location.replace(other.href);
  for (const watch of watchers) watch(state);
}

/**
 * Scrolls to a chart after the browser's own jump to the row with the same id, which follows the load event. Then its
 * card opens.
 * @param {Element} chart
 */
async function look_at(chart) {
  if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  setTimeout(() => {
    chart.scrollIntoView({ block: "center", behavior: "instant" });
    looks = false;
    pass(chart);
  }, 60);
}

/**
 * Changes the state; `replace` adds no step to the history.
 * @param {State} change
 */
function go(change, replace = false) {
  const next = { ...state, ...change };
  if (CHOSEN.every((name) => (next[name] || null) === (state[name] || null))) return;
  const hash = query([...CHOSEN, "theme", "lang"], next);
  // Before the change, as a new address makes the browser compute the style of the page.
  history[replace ? "replaceState" : "pushState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
  show(next);
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
  if (place.startsWith("incident=")) {
    event.preventDefault();
    return open_at(link, place);
  }
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

/**
 * Opens the card of an incident where the reader is, without the browser's jump to its row. Rows of the table match the
 * filters, which stay.
 * @param {Element} link
 * @param {string} place
 */
function open_at(link, place) {
  const { incident } = given(`#${place}`);
  const filters = link.closest("#all-incidents") ? state : { ...nothing, theme: state.theme, lang: state.lang };
  if (state.incident) show({ ...state, incident: null });
  pressed = link;
  history.pushState(null, "", `#${query([...CHOSEN, "theme", "lang"], { ...filters, incident })}`);
  show(read(location.hash));
}

/** @param {Event} event */
const in_search = ({ target }) => /** @type {Element} */ (target).closest?.("input[type=search]");
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || in_search(event)) return;
  clear();
});

document.addEventListener("heist-ready", ({ target }) => lay_out(/** @type {Element} */ (target)));

// The first chart needs it; errors are shown there.
our_source(language(root)).catch(() => {});

/** Resolves when a chart is live or has failed, or when none comes. */
const settled = new Promise((done) => {
  for (const type of ["heist-ready", "heist-error"]) document.addEventListener(type, done, { once: true });
  addEventListener("load", () => setTimeout(done, PATIENCE_MS));
});

const parsed = while_parsing(() => {
  root.dataset.theme = state.theme ?? "";
  [...charts].forEach(pass);
}).then(() => {
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
  });
  for (const chart of charts) observer.observe(chart);
  show(state, null);
});

/** Loads what no chart waits for. The table listens before the filters tell it of a selection. */
async function start_rest() {
  await Promise.all([parsed, settled]);
  await new Promise((done) => when_idle(() => done(null)));
  if (document.querySelector("#all-incidents")) {
    const [table] = await Promise.allSettled([import("./incidents.js"), import("./print.js")]);
    // Without its script, the table stays as it is.
    if (table.status === "fulfilled") watch(table.value.point);
  }
  const { start } = await import("./filters.js");
  await start({ go, clear, query, watch });
  if (document.querySelector(".steps")) (await import("./steps.js")).start({ go, query, watch });
}

start_rest().catch(() => {
  // The browser or the charts have set the name of the file.
  find(document, "#notes").textContent = find(document, "#filters").dataset.failed;
});
