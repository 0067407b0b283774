// The data of a chart for screen readers: options in the canvas, which is a list box.

import { build, write } from "./dom.js";

const ACTIVE = "aria-activedescendant";

/**
 * Two options represent all data: the current one and the one before. Screen readers speak an option when it becomes
 * active; `aria-posinset` is its position.
 */
export class Options {
  #canvas;
  #spoken;
  #count = 0;
  #at = -1;
  /** The previously active option: Orca does not speak it when it becomes active again. @type {HTMLElement | undefined} */
  #last;
  #nodes = [0, 1].map((i) => build("div", { role: "option", id: `option-${i}`, class: "heard", dir: "auto", hidden: true }));

  /**
   * `spoken` returns the text of a datum.
   * @param {HTMLCanvasElement} canvas
   * @param {(datum: number) => string} spoken
   */
  constructor(canvas, spoken) {
    this.#canvas = canvas;
    this.#spoken = spoken;
    canvas.append(...this.#nodes);
  }

  /**
   * Sets the number of data, and the current one (-1 for none).
   * @param {number} count
   * @param {number} at
   */
  take(count, at) {
    this.#count = count;
    const active = at < 0 ? null : this.#active;
    if (!active) this.#canvas.removeAttribute(ACTIVE);
    // Screen readers pass arrow keys to a list box only if it has an option, so the first one exists in advance.
    this.#canvas.setAttribute("role", count ? "listbox" : "img");
    const node = active ?? this.#next;
    const before = node.textContent;
    for (const each of this.#nodes) each.hidden = each !== node || !count;
    if (count) this.#fill(node, active ? at : 0);
    // A change at the current position is spoken when the reader returns to it.
    this.#at = active && node.textContent === before ? at : -1;
  }

  /** Moves to a datum. @param {number} datum */
  go(datum) {
    if (this.#active && datum === this.#at) return;
    const node = this.#next;
    this.#last = node;
    this.#at = datum;
    this.#fill(node, datum);
    node.hidden = false;
    for (const each of this.#nodes) each.setAttribute("aria-selected", String(each === node));
    this.#canvas.setAttribute(ACTIVE, node.id);
  }

  get #active() {
    return this.#nodes.find(({ id }) => id === this.#canvas.getAttribute(ACTIVE));
  }

  get #next() {
    return this.#nodes[0] === this.#last ? this.#nodes[1] : this.#nodes[0];
  }

  /**
   * @param {HTMLElement} node
   * @param {number} datum
   */
  #fill(node, datum) {
    node.setAttribute("aria-posinset", String(datum + 1));
    node.setAttribute("aria-setsize", String(this.#count));
    write(node, this.#spoken(datum));
  }
}
