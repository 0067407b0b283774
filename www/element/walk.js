// Keys on a chart: from datum to datum, into the card, to the table. Where a key leads is Rust's business.

import { CARD, SPACE, TABLE } from "./keys.js";

export class Walk {
  #parts;
  #tooltip;
  #card;
  #options;

  /**
   * @param {import("./types.js").Parts} parts
   * @param {import("./overlay.js").Tooltip} tooltip
   * @param {import("./card.js").Card} card
   * @param {import("./options.js").Options} options
   */
  constructor(parts, tooltip, card, options) {
    this.#parts = parts;
    this.#tooltip = tooltip;
    this.#card = card;
    this.#options = options;
    const { canvas, figures } = parts;
    canvas.addEventListener("blur", () => tooltip.hide());
    figures.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !figures.open) return;
      event.preventDefault(); // leaves the table alone
      canvas.focus();
    });
  }

  /**
   * Does what a key stands for; one that stands for nothing shows again where the reader is.
   * @param {number} key
   * @param {import("../generated/bindings.js").Chart} chart
   */
  press(key, chart) {
    const { figures, scroll } = this.#parts;
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
    this.#tooltip.walk_to(datum);
    this.#options.go(datum);
  }
}
