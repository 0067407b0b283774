// A chart in a frame: its state is in the query of the frame; the host page sets height, colours and language.

import "../element/heistogram.js";
import { our_source } from "../element/data.js";
import { find, while_parsing } from "../element/dom.js";
import { CHOSEN, LANGUAGES, known_language, set } from "../element/state.js";
import { THEMES } from "../generated/languages.js";

const STATE = [...CHOSEN, "theme", "lang"];
const root = document.documentElement;
/** Set when the page has been parsed. @type {HTMLElement} */
let chart;
const framed = parent !== window;
/** Settings that the host page may change, with their values. @type {Record<string, string[]>} */
const known = { theme: THEMES, lang: LANGUAGES };
let heard = false;
let height = 0;

/** The state of the chart by key. @returns {Record<string, string>} */
const chosen = () =>
  Object.fromEntries(STATE.map((name) => [name, chart.getAttribute(name) ?? ""]).filter(([, value]) => value));

/** Applies the theme to the background and the state to the link to the whole graphic. */
function follow() {
  const state = Object.entries(chosen()).map(([name, value]) => `${name}=${value}`);
  root.dataset.theme = chart.getAttribute("theme") ?? "";
  /** @type {HTMLAnchorElement} */
  const whole = find(document, ".whole a");
  whole.hash = state.join("&") || (chart.getAttribute("chart") ?? "");
}

/**
 * Follows another language to its own frame with the same state; returns whether it does. At most once, so that no host
 * causes a loop.
 * @param {string | undefined} lang
 */
function leave(lang) {
  /** @type {HTMLLinkElement | null | undefined | false | ""} */
  const other = lang && lang !== root.lang && document.querySelector(`link[rel=alternate][hreflang=${lang}]`);
  if (!other || location.hash === `#${lang}`) return false;
  const { lang: _, ...view } = chosen();
  location.replace(`${other.href}?${new URLSearchParams(view)}#${lang}`);
  return true;
}

function measure() {
  const now = Math.ceil(root.getBoundingClientRect().height);
  // A frame without width has no valid height.
  if (now === height || !framed || !innerWidth) return;
  height = now;
  parent.postMessage({ type: "heistogram:height", version: 1, height }, "*");
  // The same for AMP pages: https://amp.dev/documentation/components/amp-iframe#iframe-resizing
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
}

/** @param {MessageEvent} event */
function hear({ source, data }) {
  if (!framed || source !== parent || data?.version !== 1) return;
  const name = Object.keys(known).find((name) => data.type === `heistogram:${name}`);
  if (!name || !known[name].includes(data.value)) return;
  if (name === "lang" && leave(data.value)) return;
  chart.setAttribute(name, data.value);
  if (heard && data.ask !== true) return;
  // A host that sends its first message may have missed earlier ones.
  heard = true;
  height = 0;
  measure();
}

// The chart needs it; errors are shown there.
our_source(root.lang).catch(() => {});

const given = Object.fromEntries(new URLSearchParams(location.search));
while_parsing(() => {
  const parsed = document.querySelector("heist-chart");
  if (parsed) set(parsed, Object.fromEntries(STATE.map((name) => [name, given[name]])));
}).then(() => {
  chart = find(document, "heist-chart");
  addEventListener("message", hear);
  leave(known_language(given.lang));
  new MutationObserver(follow).observe(chart, { attributeFilter: STATE });
  follow();
  new ResizeObserver(measure).observe(root);
});
