// The steps of the story below the first chart. Each is a link that selects; pressed again, it clears. On phones they are
// a strip, and the step at which a reader's swipe comes to rest selects too.

import { FILTERS } from "../generated/languages.js";

/** @typedef {import("./filters.js").Page} Page */

/** Time in ms without a scroll event after which the strip is at rest: `scrollend` came to Safari only in 26.2. */
const REST_MS = 150;

/** @param {Pick<Page, "go" | "query" | "watch">} page */
export function start({ go, query, watch }) {
  const strip = /** @type {HTMLElement} */ (document.querySelector(".steps"));
  const links = [...strip.querySelectorAll("a")];
  const none = Object.fromEntries(FILTERS.map((name) => [name, null]));
  /** @param {HTMLAnchorElement} link */
  const state_of = ({ hash }) => ({ ...none, ...Object.fromEntries(new URLSearchParams(hash.slice(1))) });
  for (const [at, link] of links.entries()) {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(link.hasAttribute("aria-current") ? none : state_of(link));
    });
    link.addEventListener("keydown", (event) => {
      const next = { ArrowRight: links[at + 1], ArrowLeft: links[at - 1] }[event.key];
      if (!next) return;
      event.preventDefault(); // the key would scroll the strip too
      next.focus();
      next.click();
    });
  }
  watch((state) => {
    for (const link of links) {
      if (query(FILTERS, state) === query(FILTERS, state_of(link))) {
        link.setAttribute("aria-current", "step");
        strip.scrollLeft += link.getBoundingClientRect().left - strip.getBoundingClientRect().left;
      } else link.removeAttribute("aria-current");
    }
  });
  start_strip(strip, links, (link) => {
    // A selection that the reader made elsewhere stays.
    const is_free = !query(FILTERS) || links.some((other) => other.hasAttribute("aria-current"));
    if (is_free) go(state_of(link), true);
  });
}

/**
 * Tells the step at which the strip comes to rest after a reader has moved it by finger, wheel or scroll bar. Focus, screen
 * readers and turned phones move it too, and tell nothing.
 * @param {HTMLElement} strip
 * @param {HTMLAnchorElement[]} links
 * @param {(link: HTMLAnchorElement) => void} tell
 */
function start_strip(strip, links, tell) {
  const nearest = () => {
    const away = links.map((link) => Math.abs(link.getBoundingClientRect().left - strip.getBoundingClientRect().left));
    return away.indexOf(Math.min(...away));
  };
  let [at, is_by_hand] = [nearest(), false];
  /** Where the strip stands in the window until the reader moves on. @type {number | null} */
  let top = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  strip.addEventListener("scroll", () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      const before = at;
      at = nearest();
      if (!is_by_hand || at === before) return;
      top = strip.getBoundingClientRect().top;
      tell(links[at]);
    }, REST_MS);
  });
  for (const type of ["pointerdown", "wheel"]) strip.addEventListener(type, () => (is_by_hand = true), { passive: true });
  for (const type of ["focusin", "click"]) strip.addEventListener(type, () => (is_by_hand = false));
  for (const type of ["pointerdown", "wheel", "keydown"]) addEventListener(type, () => (top = null), { capture: true, passive: true });
  // The words above change their height, and the strip stays under the finger.
  new ResizeObserver(() => {
    if (top !== null) scrollBy({ top: strip.getBoundingClientRect().top - top, behavior: "instant" });
  }).observe(document.body);
}
