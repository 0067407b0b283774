// Keys on a chart: from datum to datum, into the card, to the table. Where a key leads is Rust's business.

import { say } from "./dom.js";

/** Keys as pointing.js numbers them; those before are steps. */
const [CARD, SPACE, TABLE] = [8, 9, 10];

/** A key that is held down is heard where it stops, not on its way. */
const PAUSE_MS = 250;

export class Walk {
  #parts;
  #tooltip;
  #card;
  #pause = 0;

  constructor(parts, tooltip, card) {
    [this.#parts, this.#tooltip, this.#card] = [parts, tooltip, card];
    const { canvas, figures, status } = parts;
    canvas.addEventListener("blur", () => {
      clearTimeout(this.#pause);
      tooltip.hide();
      if (status.className) say(status, false);
    });
    figures.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // leaves the table alone
      canvas.focus();
    });
  }

  /** Does what a key stands for; one that stands for nothing shows again where the reader is. */
  press(key, chart) {
    const { figures, scroll, status } = this.#parts;
    if (key >= TABLE) {
      figures.open = true;
      scroll.focus();
      return;
    }
    let datum = chart.walk(key);
    if (datum >= 0 && (key === CARD || key === SPACE)) {
      this.#card.open(datum);
      return;
    }
    if (datum < 0 && key >= 0) datum = chart.walk(0);
    if (datum < 0) return;
    const shown = this.#tooltip.walk_to(datum);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      // The very words in sight, if they still are; not once more where the same are said already.
      if (!shown.hidden && status.textContent !== shown.textContent) say(status, true, ...shown.cloneNode(true).childNodes);
    }, PAUSE_MS);
  }
}
