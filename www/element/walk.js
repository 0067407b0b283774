// Keyboard control of a chart: between data, into the card, to the table. Rust decides where a key leads.

import { CARD, SPACE, TABLE } from "./keys.js";

export class Walk {
  #parts;
  #tooltip;
  #card;
  #options;
  #table;

  /**
   * @param {import("./types.js").Parts} parts
   * @param {import("./overlay.js").Tooltip} tooltip
   * @param {import("./card.js").Card} card
   * @param {import("./options.js").Options} options
   * @param {import("./table.js").Table} table
   */
  constructor(parts, tooltip, card, options, table) {
    this.#parts = parts;
    this.#tooltip = tooltip;
    this.#card = card;
    this.#options = options;
    this.#table = table;
    const { canvas, figures } = parts;
    canvas.addEventListener("blur", () => tooltip.hide());
    figures.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !figures.open) return;
      event.preventDefault(); // keeps the table as it is
      canvas.focus();
    });
  }

  /**
   * Handles a key; a key without an action shows the current datum again.
   * @param {number} key
   * @param {import("../generated/bindings.js").Chart} chart
   */
  press(key, chart) {
    const { figures, scroll } = this.#parts;
    if (key >= TABLE) {
      this.#table.fill();
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
