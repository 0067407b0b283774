// <heist-chart>: loads the data, draws the chart, and adds tooltip, card and table.
// Rust decides what the chart shows; its state is in the attributes alone.

import { code, our_source } from "./data.js";
import { parsed, say, write } from "./dom.js";
import { is_fallback, message_of, warn, word } from "./failure.js";
import { Drawing } from "./drawing.js";
import { build_parts } from "./parts.js";
import { CHOSEN, asked_for, language, named } from "./state.js";
import { SLOTS, arrange, sheets, styled } from "./surroundings.js";
import { watch, when_near } from "./watch.js";

/**
 * @typedef {import("./types.js").Source} Source
 * @typedef {import("./words.js").Words} Words
 */

const IDENTITY = ["chart", "src", "data", "lang"];
const STATE = [...CHOSEN, "theme"];

// One promise for all: imports of one module may resolve in another order than they were requested.
/** @type {Promise<typeof import("./words.js")> | undefined} */
let words;
const words_code = () => (words ??= import("./words.js"));

// A server that imports this module has no `HTMLElement`.
const Base = /** @type {typeof HTMLElement} */ (/** @type {unknown} */ (globalThis.HTMLElement ?? Object));

class HeistChart extends Base {
  static observedAttributes = [...IDENTITY, ...STATE];

  #parts = build_parts(this);
  /** Texts load after the first picture. @type {Words | null} */
  #words = null;
  #drawing = new Drawing(this, this.#parts, (work) => this.#guard(work), {
    changed: (query) => this.#changed(query),
    laid: () => this.#laid(),
    failed: (cause) => this.#fail(cause),
  });
  /** @type {unknown} */
  #data;
  #given = false; // whether own data was requested, valid or not
  /** Aborts when the element leaves the document. @type {AbortController | null} */
  #life = null;
  #started = false; // while connected
  /** Token of the latest load; an earlier load is discarded. @type {object | null} */
  #turn = null;
  /** The incident whose card a link opens. @type {string | null} */
  #incident = null;
  #written = ""; // the language of the static content

  constructor() {
    super();
    this.shadowRoot?.addEventListener("slotchange", () => this.#arrange());
  }

  /** Own data as an object, instead of `src`. Assign another object to have it read again. */
  get data() {
    return this.#data;
  }

  set data(value) {
    this.#data = value;
    this.#given = true;
    if (this.#started) this.#remake();
  }

  connectedCallback() {
    this.#written ||= language(this);
    // Properties set before the element was defined bypass the setter: set them again.
    if (Object.hasOwn(this, "data")) {
      const { data } = this;
      delete (/** @type {{ data?: unknown }} */ (this).data);
      this.#data = data;
      this.#given = true;
    }
    this.#note();
    this.#life = new AbortController();
    const { signal } = this.#life;
    watch(this, this.#parts, signal, (work) => this.#guard(work), {
      sized: (width, ratio) => this.#drawing.sized(width, ratio),
      sharper: (ratio) => this.#drawing.sharper(ratio),
      recoloured: () => this.#drawing.schedule(),
      page_recoloured: () => this.#drawing.recoloured(),
      paper: () => this.#drawing.commit(),
      restored: () => void this.#remake(),
    });
    // Static content ignores filters, so a chart with filters is not deferred.
    if (STATE.some((name) => this.hasAttribute(name))) this.#start();
    else when_near(this, signal, () => this.#start());
  }

  adoptedCallback() {
    const { defaultView } = this.ownerDocument;
    if (!defaultView || !this.shadowRoot) return;
    this.shadowRoot.adoptedStyleSheets = defaultView === window ? sheets : styled(defaultView);
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#started = false;
    this.#turn = null;
    this.#drawing.rest();
    this.#drop();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected || !this.#life) return;
    this.#note();
    if (!this.#started) STATE.includes(name) && this.#start();
    else if (IDENTITY.includes(name)) this.#remake();
    else this.#drawing.schedule();
  }

  /** Notes that own data has been named, even if that is taken back before a reader comes near. */
  #note() {
    this.#given ||= named(this, this.#data, false) !== "ours";
  }

  /** Loads and draws; once per connection. */
  #start() {
    if (this.#started) return;
    this.#started = true;
    this.#remake();
  }

  /** Loads another chart, language or dataset. The old picture stays until the new one is ready. */
  async #remake() {
    const turn = (this.#turn = {});
    try {
      const source = await this.#load();
      if (asked_for(this)) await source.choosing();
      const chart = await source.chart(this.#parts.canvas, this.#name);
      if (turn !== this.#turn) return chart.free();
      this.#drop();
      // May differ from the language of the surrounding text.
      for (const part of Object.values(this.#parts)) part.lang = source.lang;
      this.#incident = null;
      this.#drawing.take(chart, source);
    } catch (cause) {
      if (turn === this.#turn) this.#fail(cause);
    }
  }

  get #name() {
    return this.getAttribute("chart") ?? "";
  }

  /** @returns {Promise<Source>} */
  async #load() {
    const lang = language(this);
    const [data, src] = [this.#data, this.getAttribute("src")];
    const what = named(this, data, this.#given);
    if (what === "ours") return our_source(lang);
    if (what === "waiting") this.#clear();
    if (what !== "theirs") return (await import("./own_data.js")).nothing(what, lang);
    code(lang).catch(() => {}); // starts the request early; a later await reports the error
    const given = /** @type {{ columns?: unknown } | null | undefined} */ (data);
    if (Object(given?.columns) !== given?.columns) return (await import("./own_data.js")).own_source({ data, src }, lang);
    const columns = /** @type {import("./columns.js").Columns} */ (given);
    const tell = (/** @type {string} */ text) => say(this.#parts.status, false, text);
    return (await import("./columns.js")).own_source({ data: columns }, lang, tell);
  }

  #drop() {
    this.#words?.drop();
    this.#drawing.drop();
  }

  /** @param {() => void} work */
  #guard(work) {
    try {
      work();
    } catch (cause) {
      this.#fail(cause);
    }
  }

  /** Closes the card, and opens it again if its mark still exists. @param {string} query */
  #changed(query) {
    this.#incident = null;
    this.#words?.card.hide();
    this.#speak((words) => query === this.#drawing.query && this.#head(words.describe(query)));
  }

  #laid() {
    this.#words?.follow();
    this.#pin();
  }

  /** Opens the card of the incident that a link names. */
  #pin() {
    const incident = this.getAttribute("incident");
    if (incident === this.#incident) return;
    this.#incident = incident;
    if (!incident) return this.#words?.forget();
    this.#speak((words) => words.pin(incident));
  }

  /**
   * Runs a callback with the texts of the current chart, as soon as they have loaded.
   * @param {(words: Words) => void} work
   */
  async #speak(work) {
    const { chart, source } = this.#drawing;
    if (!chart || !source) return;
    try {
      const [{ Words }] = await Promise.all([words_code(), source.words()]);
      if (chart !== this.#drawing.chart || !this.#life) return;
      this.#words ??= new Words(this.#parts, (work) => this.#guard(work), {
        host: this,
        speak: (work) => void this.#speak(work),
        chart_on: (canvas) => (this.#drawing.source ?? source).chart(canvas, this.#name),
        unpin: () => (this.#incident = null),
      });
      this.#words.listen(this.#life.signal);
      if (!this.#words.of(chart)) this.#words.take(chart, source);
      work(this.#words);
    } catch (cause) {
      if (chart === this.#drawing.chart) this.#fail(cause);
    }
  }

  /** @param {ReturnType<Words["describe"]>} said */
  #head(said) {
    if (!said) return;
    for (const name of SLOTS) write(this.#parts[name], said[name]);
    this.#parts.errors.hidden = true;
    const { figures, static: before } = this.#parts;
    figures.hidden = false;
    before.dataset.told = "";
    this.#arrange();
  }

  #arrange() {
    arrange(this, this.#parts, this.#drawing.source, this.#written);
  }

  /** Restores the static content. */
  #clear() {
    const { stage, errors, selection, figures, static: before } = this.#parts;
    this.#drop();
    stage.hidden = selection.hidden = figures.hidden = errors.hidden = true;
    delete before.dataset.drawn;
    delete before.dataset.told;
    this.#arrange();
  }

  /** Restores the static content, and shows an error message. @param {any} cause */
  async #fail(cause) {
    const { status, errors } = this.#parts;
    const turn = this.#turn;
    this.#clear();
    await parsed(); // before that, the picture which the message names may be missing
    if (turn !== this.#turn) return;
    const message = message_of(this, cause);
    const list = cause?.errors ?? [];
    say(status, false, message);
    if (is_fallback(this, cause)) status.lang = "en";
    if (cause?.waits) return;
    cause?.list?.(errors, word(this, "errors"));
    warn(message, list[0]?.text, cause);
    const detail = { message, errors: list };
    this.dispatchEvent(new CustomEvent("heist-error", { bubbles: true, composed: true, detail }));
  }
}

const { customElements: elements } = globalThis;
if (elements && !elements.get("heist-chart")) elements.define("heist-chart", HeistChart);
