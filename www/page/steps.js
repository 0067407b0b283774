// The steps of the story beside the first chart. As a step passes, the chart shows what it tells of, and the page stays as
// it is: a reader who scrolls has not chosen anything. Each step is also a link that selects for the whole page; pressed
// again, it clears. A selection ends the story until it is cleared.

import { find } from "../element/dom.js";
import { FILTERS } from "../generated/languages.js";

/** @typedef {import("./filters.js").State} State */
/** @typedef {import("./filters.js").Page} Page */

/** Lowest edge of the picture in the window while steps pass over it, and beside it. */
const [OVER, BESIDE] = [0.8, 0.98];
/** Highest edge of the chart in CSS pixels: below the contents, which stay too. */
const HIGHEST_PX = 42;

/** @type {HTMLElement} */
const figure = find(document, ".story");
/** @type {HTMLElement} */
const chart = find(figure, "heist-chart");
const links = /** @type {HTMLAnchorElement[]} */ ([...figure.querySelectorAll(".steps a")]);
const none = Object.fromEntries(FILTERS.map((name) => [name, null]));

/** @param {HTMLAnchorElement} link @returns {State} */
const state_of = ({ hash }) => ({ ...none, ...Object.fromEntries(new URLSearchParams(hash.slice(1))) });

/** Keeps the picture in view: all of it, or else its lower end, as a reader has seen the upper one on the way. */
function place() {
  const picture = chart.shadowRoot?.querySelector("canvas") ?? chart;
  const low = picture.getBoundingClientRect().bottom - chart.getBoundingClientRect().top;
  const { clientHeight } = document.documentElement;
  const is_beside = figure.offsetWidth > chart.offsetWidth;
  chart.style.setProperty("--top", `${Math.min(HIGHEST_PX, clientHeight * (is_beside ? BESIDE : OVER) - low)}px`);
}

/** @param {Pick<Page, "go" | "query" | "watch"> & { tell: (step: State) => void }} page */
export function start({ go, query, tell, watch }) {
  /** The step that passes. @type {HTMLAnchorElement | null} */
  let passing = null;
  /** @type {State} */
  let state = {};

  function show() {
    const selected = query(FILTERS, state);
    for (const link of links) {
      if (selected ? selected === query(FILTERS, state_of(link)) : link === passing) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
  }

  /** @param {HTMLAnchorElement | null} link */
  function pass(link) {
    passing = link;
    tell(link ? state_of(link) : {});
    show();
  }

  for (const [at, link] of links.entries()) {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(query(FILTERS, state) === query(FILTERS, state_of(link)) ? none : state_of(link));
    });
    link.addEventListener("keydown", ({ key }) => {
      const next = key === "ArrowRight" ? links[at + 1] : key === "ArrowLeft" ? links[at - 1] : null;
      next?.focus();
      next?.click();
    });
  }
  watch((now) => {
    state = now;
    show();
  });

  const observer = new IntersectionObserver(
    (entries) => {
      const told = entries.find(({ isIntersecting }) => isIntersecting)?.target.querySelector("a");
      if (told) pass(told);
      else if (entries.some(({ target }) => target.contains(passing))) pass(null);
    },
    { rootMargin: "-50% 0px" }, // the middle of the window
  );
  for (const link of links) observer.observe(/** @type {Element} */ (link.parentElement));
  new ResizeObserver(place).observe(chart);
  addEventListener("resize", place);
  // Paper shows the whole picture, and all steps below it.
  addEventListener("beforeprint", () => tell({}));
  addEventListener("afterprint", () => pass(passing));
}
