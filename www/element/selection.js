// Filters that a reader sets: written to the attributes of the element unless the page handles the event.

import { FILTERS } from "../generated/languages.js";
import { CHOSEN, set } from "./state.js";

/** @typedef {import("./types.js").Filters} Filters */

/**
 * @param {Element} host
 * @returns {Filters}
 */
const current = (host) => Object.fromEntries(CHOSEN.map((name) => [name, host.getAttribute(name) || null]));

/**
 * Dispatches a change of filters; applies it to this chart unless a listener prevents that.
 * @param {Element} host
 * @param {Filters} change
 */
export function choose(host, change) {
  const before = current(host);
  if (Object.entries(change).every(([name, value]) => before[name] === value)) return;
  const filters = { ...before, ...change };
  const options = { bubbles: true, composed: true, cancelable: true, detail: { filters } };
  if (host.dispatchEvent(new CustomEvent("heist-select", options))) set(host, filters);
}

/**
 * Clears every filter; returns whether there was one.
 * @param {Element} host
 */
export function clear(host) {
  const filtered = FILTERS.some((name) => host.getAttribute(name));
  choose(host, Object.fromEntries(FILTERS.map((name) => [name, null])));
  return filtered;
}

/**
 * The address of a page with the state of a chart, and an incident whose card opens.
 * @param {Element} host
 * @param {string | null} incident
 */
export function link(host, incident, page = location.href.split("#")[0]) {
  const state = Object.entries({ ...current(host), incident }).filter(([, value]) => value);
  return page + (state.length ? `#${state.map((pair) => pair.join("=")).join("&")}` : "");
}
