// The page around the charts: one state for all of them, in the address, so that every view is a link.

import { CHOSEN, FILTERS, set } from "./choice.js";

const charts = [...document.querySelectorAll("heist-chart")];
const watchers = [];
let state = {};

/** The state of an address. */
function read(hash) {
  const given = new URLSearchParams(hash.slice(1));
  return Object.fromEntries([...CHOSEN, "theme", "lang"].map((name) => [name, given.get(name)]));
}

const query = (names) =>
  names
    .filter((name) => state[name])
    .map((name) => `${name}=${state[name]}`)
    .join("&");

function show(now) {
  state = now;
  const { theme, incident, lang, ...filters } = state;
  document.documentElement.dataset.theme = theme ?? "";
  for (const chart of charts) {
    const pinned = chart.getAttribute("chart") === "incidents" ? incident : null;
    set(chart, { ...filters, theme, incident: pinned });
    // After the browser's own jump to the row of the same name.
    if (pinned) setTimeout(() => chart.scrollIntoView({ block: "center" }));
  }
  for (const watch of watchers) watch(state);
}

/** Takes changes of the state; `replace` leaves no step to come back to. */
function go(change, replace) {
  const next = { ...state, ...change };
  if (CHOSEN.every((name) => (next[name] || null) === (state[name] || null))) return;
  show(next);
  const hash = query([...CHOSEN, "theme", "lang"]);
  history[replace ? "replaceState" : "pushState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
}

const clear = () => go(Object.fromEntries(FILTERS.map((name) => [name, null])));

/** Calls back with the state, now and whenever it changes. */
function watch(work) {
  watchers.push(work);
  work(state);
}

document.addEventListener("heist-select", (event) => {
  event.preventDefault();
  const { filters } = event.detail;
  go(filters, state.incident && !filters.incident);
});

const arrive = () => {
  const { hash } = location;
  // A place on the page, such as `#method`, changes no state.
  if (!hash || hash.includes("=")) show(read(hash));
};
addEventListener("hashchange", arrive);
addEventListener("popstate", arrive);

// A link to a view says in which chart to look.
document.addEventListener("click", ({ target }) => {
  const chart = target.closest?.("a[data-chart]")?.dataset.chart;
  if (chart) document.getElementById(chart)?.scrollIntoView();
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || event.target.closest("input[type=search]")) return;
  clear();
});

show(read(location.hash));
import("./filters.js").then(({ start }) => start({ go, clear, query, watch }));
