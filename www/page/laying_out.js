// Lays out what is not near, one part in each idle time. A reader who jumps there finds everything at its place, and so
// does a picture of the whole page.

import { when_idle } from "../element/dom.js";

const parts = [...document.querySelectorAll(".chart, .prose, .rows")];

function lay_out_next() {
  parts.shift()?.classList.add("laid-out");
  if (parts.length) when_idle(lay_out_next);
}

when_idle(lay_out_next);
