// A chart in a frame: its state stands in the address of the frame; the page around gives it room, colours and language.

import { find } from "../element/dom.js";
import { CHOSEN, LANGUAGES, known_language, set } from "../element/state.js";
import { THEMES } from "../generated/languages.js";

const STATE = [...CHOSEN, "theme", "lang"];
const root = document.documentElement;
/** @type {HTMLElement} */
const chart = find(document, "heist-chart");
/** @type {HTMLAnchorElement} */
const whole = find(document, ".whole a");
const framed = parent !== window;
/** What the page around may ask for. @type {Record<string, string[]>} */
const known = { theme: THEMES, lang: LANGUAGES };
let heard = false;
let height = 0;

/** The state of the chart, by name. @returns {Record<string, string>} */
const chosen = () =>
  Object.fromEntries(STATE.map((name) => [name, chart.getAttribute(name) ?? ""]).filter(([, value]) => value));

/** The ground takes the colours of the chart, and the link to the whole graphic the view of it. */
function follow() {
  const state = Object.entries(chosen()).map(([name, value]) => `${name}=${value}`);
  root.dataset.theme = chart.getAttribute("theme") ?? "";
  whole.hash = state.join("&") || (chart.getAttribute("chart") ?? "");
}

/**
 * Another language has a frame of its own; there the view stays as it is. Says whether we go: once, wherever a host leads.
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
  // Squeezed to nothing, a frame has no height worth asking for.
  if (now === height || !framed || !innerWidth) return;
  height = now;
  parent.postMessage({ type: "heistogram:height", version: 1, height }, "*");
}

addEventListener("message", ({ source, data }) => {
  if (!framed || source !== parent || data?.version !== 1) return;
  const name = Object.keys(known).find((name) => data.type === `heistogram:${name}`);
  if (!name || !known[name].includes(data.value)) return;
  if (name === "lang" && leave(data.value)) return;
  chart.setAttribute(name, data.value);
  if (heard && data.ask !== true) return;
  // Whoever speaks for the first time may have missed what we said before.
  heard = true;
  height = 0;
  measure();
});

const given = Object.fromEntries(new URLSearchParams(location.search));
set(chart, Object.fromEntries(STATE.map((name) => [name, given[name]])));
leave(known_language(given.lang));
new MutationObserver(follow).observe(chart, { attributeFilter: STATE });
follow();
new ResizeObserver(measure).observe(root);
