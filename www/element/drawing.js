// Draws the chart of an element: keeps the canvas in step with its size, colours and state.

import { when_idle } from "./dom.js";
import { asked_for } from "./state.js";
import { Heights, insisted, insisted_colours, is_pictured, still, theme_of } from "./surroundings.js";
import { wait, wait_no_more } from "./turns.js";

/**
 * @typedef {import("../generated/bindings.js").Chart} Chart
 * @typedef {import("./types.js").Source} Source
 *
 * Callbacks of a drawing.
 * @typedef {object} Follower
 * @property {(query: string) => void} changed The state has changed.
 * @property {() => void} laid The layout is done.
 * @property {(cause: unknown) => void} failed
 */

const MOVE_MS = 200;
/** Delay in ms from the last picture until it is kept for a saved page. */
const KEEP_MS = 100;
/** The largest number of pixels of a canvas: larger ones stay empty in some browsers, but a zoomed page may ask for more. */
const MOST_PIXELS = 16e6;
/**
 * Gives an element its theme.
 * @param {import("./types.js").Parts["all"]} all
 * @param {[dark: boolean, apart: boolean]} theme
 */
function dress(all, [dark, apart]) {
  all.theme = String([dark, apart]);
  all.dataset.theme = dark ? "dark" : "light";
  all.classList.toggle("apart", apart);
}

export class Drawing {
  #host;
  #parts;
  #guard;
  #follower;
  /** @type {Chart | null} */
  #chart = null;
  /** @type {Source | null} */
  #source = null;
  /** The state last passed to the chart. @type {string | null} */
  #query = null;
  #width = 0;
  #ratio = 1;
  #silent = false; // whether the first texts are still to come
  /** The theme of the next picture, if it is known. @type {[dark: boolean, apart: boolean] | null} */
  #theme = null;
  /** Shows what has been painted. @type {(() => void) | null} */
  #show = null;
  #laying = 0;
  #heights = new Heights();
  #motion = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keeping;

  /**
   * @param {HTMLElement} host
   * @param {import("./types.js").Parts} parts
   * @param {import("./types.js").Guard} guard
   * @param {Follower} follower
   */
  constructor(host, parts, guard, follower) {
    this.#host = host;
    this.#parts = parts;
    this.#guard = guard;
    this.#follower = follower;
  }

  /** The current chart. */
  get chart() {
    return this.#chart;
  }

  /** The source of the current chart, or of the last one. */
  get source() {
    return this.#source;
  }

  get query() {
    return this.#query;
  }

  /**
   * Sets the chart to draw.
   * @param {Chart} chart
   * @param {Source} source
   */
  take(chart, source) {
    this.#chart = chart;
    this.#source = source;
    this.#query = null;
    // Where there are no texts yet, not even an error, the picture comes first.
    this.#silent = this.#parts.figures.hidden === true && !this.#parts.status.textContent;
    this.schedule();
  }

  drop() {
    const chart = this.#chart;
    this.#chart = this.#show = null;
    try {
      chart?.free();
    } catch {
      // The chart's failure has already been reported.
    }
  }

  /** Cancels pending drawing. */
  rest() {
    wait_no_more(this);
    cancelAnimationFrame(this.#laying);
    cancelAnimationFrame(this.#motion);
    clearTimeout(this.#keeping);
    this.#laying = this.#motion = 0;
  }

  /**
   * Draws in the same frame, so that the old picture never shows at the new size. The height follows in the next frame,
   * as a layout in an observer may trigger the observer again.
   * @param {number} width
   * @param {number} ratio
   */
  sized(width, ratio) {
    this.#width = width;
    this.#ratio = ratio;
    if (this.#parts.stage.hidden) this.schedule();
    else this.commit(true);
  }

  /** @param {number} ratio */
  sharper(ratio) {
    this.#ratio = ratio;
    this.schedule();
  }

  /** Some colour of the page has changed. */
  recoloured() {
    if (this.#chart && String(theme_of(this.#host)) !== this.#parts.all.theme) this.schedule();
  }

  schedule() {
    wait(this);
  }

  /** Reads the colours for `paint`. */
  look() {
    if (this.#chart) this.#guard(() => (this.#theme = theme_of(this.#host)));
  }

  /** Draws once for all changes since the last picture. */
  commit(observed = false) {
    this.paint(observed);
    this.show();
  }

  /** Paints the canvas; `show` does the rest. */
  paint(observed = false) {
    this.rest();
    const [chart, source] = [this.#chart, this.#source];
    if (chart && source && this.#width) this.#guard(() => this.#draw(chart, source, observed));
    this.#theme = null;
  }

  show() {
    const show = this.#show;
    this.#show = null;
    if (show) this.#guard(show);
  }

  /**
   * @param {Chart} chart
   * @param {Source} source
   * @param {boolean} observed
   */
  #draw(chart, source, observed) {
    const { all, canvas } = this.#parts;
    const query = asked_for(this.#host);
    const fresh = this.#query === null;
    const changed = query !== this.#query;
    const chosen = query || !fresh;
    if (changed && chosen && !source.chooses) return void this.#wait_for_choosing(chart, source);
    if (changed) {
      this.#query = query;
      this.#heights.forget();
      if (chosen) chart.set_state(query);
    }
    const theme = this.#theme ?? theme_of(this.#host);
    // Forced colours depend on it.
    if (insisted.matches) dress(all, theme);
    const [dark] = theme;
    chart.set_theme(dark, ...insisted_colours(canvas));
    let ratio = this.#ratio;
    const most = Math.sqrt(MOST_PIXELS / chart.layout(this.#width, ratio) / this.#width);
    if (ratio > most) chart.layout(this.#width, (ratio = most));
    if (changed && !fresh && !still.matches) this.#move(performance.now());
    else chart.paint(1);
    if (chart !== this.#chart) return; // it has failed
    this.#show = () => {
      dress(all, theme);
      if (changed && !this.#silent) this.#follower.changed(query);
      this.#place(chart, source, canvas.height / ratio, observed, fresh);
    };
  }

  /**
   * Makes room for the picture: whole device pixels, so that nothing is resampled.
   * @param {Chart} chart
   * @param {Source} source
   * @param {number} height
   * @param {boolean} observed
   * @param {boolean} fresh
   */
  #place(chart, source, height, observed, fresh) {
    const { canvas } = this.#parts;
    if (observed) {
      // Until then the picture is clipped, or ends early.
      canvas.style.objectFit = height > canvas.offsetHeight ? "cover" : "contain";
      this.#laying = requestAnimationFrame(() => this.#guard(() => this.#lay(height)));
    } else this.#lay(height);
    if (!fresh) return;
    this.#host.dispatchEvent(new CustomEvent("heist-ready", { bubbles: true, composed: true }));
    when_idle(() => {
      if (chart === this.#chart) this.#guard(() => this.#tell());
      source.ahead();
    });
  }

  /** Has the first texts made. */
  #tell() {
    if (!this.#silent || this.#query === null) return;
    this.#silent = false;
    this.#follower.changed(this.#query);
    this.#follower.laid();
  }

  /** Sets the height of the picture. @param {number} height */
  #lay(height) {
    const { canvas, picture, stage } = this.#parts;
    const room = this.#heights.take(this.#width, height);
    canvas.style.height = `${height}px`;
    picture.style.minHeight = room > height ? `${room}px` : "";
    stage.hidden = false;
    this.#parts.static.dataset.drawn = "";
    if (!this.#silent) this.#follower.laid();
    this.#keep();
  }

  /** Keeps the picture for saved pages when drawing has paused. */
  #keep() {
    const { canvas, picture } = this.#parts;
    clearTimeout(this.#keeping);
    if (is_pictured(this.#host, this.#source)) return void picture.querySelector("picture")?.remove();
    // On failure, only saved pages lack the picture.
    const keep = () => import("./saved.js").then((saved) => saved.keep(canvas)).catch(() => {});
    this.#keeping = setTimeout(() => (this.#motion ? this.#keep() : keep()), KEEP_MS);
  }

  /**
   * @param {Chart} chart
   * @param {Source} source
   */
  async #wait_for_choosing(chart, source) {
    try {
      await source.choosing();
      this.commit();
    } catch (cause) {
      if (chart === this.#chart) this.#follower.failed(cause);
    }
  }

  /** Animates marks from their old positions, fast at first. @param {number} start */
  #move(start) {
    const now = performance.now();
    const left = Math.max(0, 1 - (now - start) / MOVE_MS);
    let moves = false;
    this.#guard(() => (moves = this.#chart?.paint(1 - left ** 3) ?? false));
    this.#motion = moves && this.#chart ? requestAnimationFrame(() => this.#move(start)) : 0;
  }
}
