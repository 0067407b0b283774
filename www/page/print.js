// Opens closed parts for printing. Tables of charts and changes are not printed.

import { unfold } from "./folding.js";

/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(".prose:not(#changes) details:not([open])")]);
  for (const details of opened) {
    details.open = true;
    unfold(details); // at once, as a script that prints is still running
  }
});

addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
