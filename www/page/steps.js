// The steps of the story below the first chart. Each is a link that selects; pressed again, it clears.

import { FILTERS } from "../generated/languages.js";

/** @typedef {import("./filters.js").Page} Page */

/** @param {Pick<Page, "go" | "query" | "watch">} page */
export function start({ go, query, watch }) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".steps a")]);
  const none = Object.fromEntries(FILTERS.map((name) => [name, null]));
  /** @param {HTMLAnchorElement} link */
  const state_of = ({ hash }) => ({ ...none, ...Object.fromEntries(new URLSearchParams(hash.slice(1))) });
  for (const [at, link] of links.entries()) {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(link.hasAttribute("aria-current") ? none : state_of(link));
    });
    link.addEventListener("keydown", ({ key }) => {
      const next = key === "ArrowRight" ? links[at + 1] : key === "ArrowLeft" ? links[at - 1] : null;
      next?.focus();
      next?.click();
    });
  }
  watch((state) => {
    for (const link of links) {
      if (query(FILTERS, state) === query(FILTERS, state_of(link))) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
  });
}
