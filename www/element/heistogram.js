// <heist-chart>: loads the data, has a picture drawn of it, and puts tooltip, card and table around that.
// What the chart shows is Rust's business; what it should show stands in the attributes alone.

import { code, our_source } from "./data.js";
import { say, write } from "./dom.js";
import { message_of, warn, word } from "./failure.js";
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

// One promise for all: two imports of a module may come in another order than they were asked for.
/** @type {Promise<typeof import("./words.js")> | undefined} */
let words;
const words_code = () => (words ??= import("./words.js"));

// A server that imports this has no elements.
const Base = /** @type {typeof HTMLElement} */ (/** @type {unknown} */ (globalThis.HTMLElement ?? Object));

class HeistChart extends Base {
  static observedAttributes = [...IDENTITY, ...STATE];

  #parts = build_parts(this);
  /** What is said comes after the first picture. @type {Words | null} */
  #words = null;
  #drawing = new Drawing(this, this.#parts, (work) => this.#guard(work), {
    changed: (query) => this.#changed(query),
    laid: () => this.#laid(),
    failed: (cause) => this.#fail(cause),
  });
  /** @type {unknown} */
  #data;
  #given = false; // somebody has named data of their own, be they there or not
  /** Ends with the stay of the element in a document. @type {AbortController | null} */
  #life = null;
  #started = false; // in this stay
  /** A newer one makes an unfinished load void. @type {object | null} */
  #turn = null;
  /** Whose card a link asked for. @type {string | null} */
  #incident = null;
  #written = ""; // the language of what stood there before the chart

  constructor() {
    super();
    this.shadowRoot?.addEventListener("slotchange", () => this.#arrange());
  }

  /** A dataset as an object, instead of `src`. Reading it again takes a new object. */
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
    // Set before the element was defined: make the property go through the setter.
    if (Object.hasOwn(this, "data")) {
      const { data } = this;
      delete (/** @type {{ data?: unknown }} */ (this).data);
      this.#data = data;
      this.#given = true;
    }
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
    // What stands in the element says nothing of a selection, so that one waits for no reader.
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
    if (!this.#started) STATE.includes(name) && this.#start();
    else if (IDENTITY.includes(name)) this.#remake();
    else this.#drawing.schedule();
  }

  /** Loads and draws; once in a stay in a document. */
  #start() {
    if (this.#started) return;
    this.#started = true;
    this.#remake();
  }

  /** Another chart, language or dataset. The old picture stays until the new one is ready. */
  async #remake() {
    const turn = (this.#turn = {});
    try {
      const source = await this.#load();
      if (asked_for(this)) await source.choosing();
      const chart = await source.chart(this.#parts.canvas, this.#name);
      if (turn !== this.#turn) return chart.free();
      this.#drop();
      // Not always that of the text around.
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
    this.#given ||= what !== "ours";
    if (what === "ours") return our_source(lang);
    if (what === "waiting") this.#clear();
    if (what !== "theirs") return (await import("./own_data.js")).nothing(what, lang);
    code(lang).catch(() => {}); // on its way meanwhile; whoever waits for it hears of a failure
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

  /** The card closes, and is there again if its mark is. @param {string} query */
  #changed(query) {
    this.#incident = null;
    this.#words?.card.hide();
    this.#speak((words) => query === this.#drawing.query && this.#head(words.describe(query)));
  }

  #laid() {
    this.#words?.follow();
    this.#pin();
  }

  /** The card of the incident a link names. */
  #pin() {
    const incident = this.getAttribute("incident");
    if (incident === this.#incident) return;
    this.#incident = incident;
    if (!incident) return this.#words?.forget();
    this.#speak((words) => words.pin(incident));
  }

  /**
   * Does something with the words of the present chart, as soon as they are there.
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
    if (figures.hidden) figures.open = this.querySelector("details")?.open ?? false;
    figures.hidden = false;
    before.dataset.told = "";
    this.#arrange();
  }

  #arrange() {
    arrange(this, this.#parts, this.#drawing.source, this.#written);
  }

  /** Back to what the page held before. */
  #clear() {
    const { stage, errors, selection, figures, static: before } = this.#parts;
    this.#drop();
    stage.hidden = selection.hidden = figures.hidden = errors.hidden = true;
    delete before.dataset.drawn;
    delete before.dataset.told;
    this.#arrange();
  }

  /** Back to that, with one sentence why. @param {any} cause */
  #fail(cause) {
    const { status, errors } = this.#parts;
    const message = message_of(this, cause);
    const list = cause?.errors ?? [];
    this.#clear();
    say(status, false, message);
    if (cause?.waits) return;
    cause?.list?.(errors, word(this, "errors"));
    warn(message, list[0]?.text, cause);
    const detail = { message, errors: list };
    this.dispatchEvent(new CustomEvent("heist-error", { bubbles: true, composed: true, detail }));
  }
}

const { customElements: elements } = globalThis;
if (elements && !elements.get("heist-chart")) elements.define("heist-chart", HeistChart);
