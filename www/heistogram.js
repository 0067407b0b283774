// <heist-chart>: loads the data, keeps a canvas in step with its size, theme and attributes, and puts tooltip, card and
// table around it. What the chart shows is Rust's business; what it should show stands in the attributes alone.

import { code, our_source } from "./data.js";
import { build, say, write } from "./dom.js";
import { CHECKED, CHOSEN, language, named } from "./state.js";
import { Heights, SLOTS, arrange, insisted, insisted_colours, is_pictured, paper } from "./surroundings.js";
import { sheets, still, styled, system_dark, theme_of } from "./surroundings.js";

const IDENTITY = ["chart", "src", "data", "lang"];
const STATE = [...CHOSEN, "theme"];
const THEMES = ["auto", "dark", "light"];
const MOVE_MS = 200;
/** From the last picture on, until it is kept for a saved page. */
const KEEP_MS = 100;
/** When charts have taken so long in a frame, the others of the page take the next. */
const BUSY_MS = 12;
/** Canvases of more pixels stay empty in some browsers; a zoomed page on a fine screen asks for more. */
const MOST_PIXELS = 16e6;
let shared = {}; // a frame, and since when charts are busy in it

// Needed before, or without, anything that could translate them; a page has its own in data-failed and so on.
const WORDS = {
  failed: "The interactive chart could not start.",
  failedInstead: "The picture and the table show the same figures.",
  unreadable: "The data could not be loaded, so nothing is drawn from it.",
  errors: "What is wrong",
};

const exact_pixels = "devicePixelContentBoxSize" in (globalThis.ResizeObserverEntry?.prototype ?? {});
const warned = new Set();

// One promise for all: two imports of a module may come in another order than they were asked for.
let told;
const told_code = () => (told ??= import("./told.js"));

class HeistChart extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = [...IDENTITY, ...STATE];

  #parts = {};
  #told = null; // what is said comes after the first picture
  #chart = null;
  #source = null;
  #data;
  #given = false; // somebody has named data of their own, be they there or not
  #life = null; // ends with the element's stay in a document
  #started = false; // in this stay
  #turn = null; // a newer one makes an unfinished load void
  #query = null; // what the chart was last told
  #width = 0;
  #ratio = 1;
  #frame = 0;
  #laying = 0;
  #heights = new Heights();
  #motion = 0;
  #keeping = 0;
  #incident = null; // whose card a link asked for
  #written = ""; // the language of what stood there before the chart

  constructor() {
    super();
    const part = (tag, name, attributes, ...children) =>
      (this.#parts[name] = build(tag, { part: name, dir: "ltr", ...attributes }, ...children));
    const canvas = part("canvas", "canvas", { role: "img" });
    const legend = part("div", "legend", {});
    const picture = part("div", "picture", {}, canvas, legend);
    // No part: what the page brings reads as the page does.
    const foot = (this.#parts.foot = build(
      "div",
      { class: "foot" },
      build("slot", { name: "source" }),
      part("p", "source", { hidden: true }),
      part("button", "take", { type: "button" }),
    ));
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sheets;
    // Its states stand on a part of its own: host and children are the page's.
    const all = (this.#parts.all = build(
      "div",
      { class: "all" },
      part("div", "ruler", {}),
      build("slot", { name: "title" }),
      part("h3", "title", { hidden: true }),
      build("slot", { name: "sentence" }),
      part("p", "sentence", { hidden: true }),
      part("p", "selection", { hidden: true }, part("span", "selected"), part("button", "clear", { type: "button" })),
      part(
        "div",
        "body",
        { dir: null }, // what the page brings reads as the page does
        part("slot", "static", { dir: null }),
        part(
          "div",
          "stage",
          { hidden: true },
          part("div", "controls", { hidden: true }),
          picture,
          part(
            "details",
            "figures",
            { hidden: true },
            part("summary", "summary"),
            part("div", "scroll", { role: "group", tabindex: "0" }),
          ),
        ),
      ),
      foot,
      part("p", "status", { role: "status" }),
      part("details", "errors", { hidden: true }),
    ));
    root.append(all);
    root.addEventListener("slotchange", () => this.#arrange());
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
      delete this.data;
      this.#data = data;
      this.#given = true;
    }
    this.#life = new AbortController();
    this.#listen(this.#life.signal);
    // What stands in the element says nothing of a selection, so that one waits for no reader.
    if (STATE.some((name) => this.hasAttribute(name))) this.#start();
    else this.#wait(this.#life.signal);
  }

  adoptedCallback() {
    const { defaultView } = this.ownerDocument;
    if (defaultView) this.shadowRoot.adoptedStyleSheets = defaultView === window ? sheets : styled(defaultView);
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#started = false;
    this.#turn = null;
    this.#rest();
    this.#drop();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected || !this.#life) return;
    if (!this.#started) STATE.includes(name) && this.#start();
    else if (IDENTITY.includes(name)) this.#remake();
    else this.#schedule();
  }

  /** Loads and draws; once in a stay in a document. */
  #start() {
    if (this.#started) return;
    this.#started = true;
    this.#remake();
  }

  /** Until a reader is a screen away. */
  #wait(signal) {
    // Observers tell a frame later.
    const [box] = this.getClientRects();
    if (box && box.top < 2 * innerHeight && box.bottom > -innerHeight) return this.#start();
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#start(),
      { rootMargin: "100%" },
    );
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  #listen(signal) {
    const { canvas, ruler } = this.#parts;
    const on = (target, type, work, options) =>
      target.addEventListener(type, (event) => this.#guard(() => work(event)), { signal, passive: true, ...options });

    // The ruler has no height, so what a layout does to the height never calls for another.
    const sized = (entries) => {
      const { contentRect, devicePixelContentBoxSize: exact } = entries.at(-1);
      const width = contentRect.width;
      const pixels = width * devicePixelRatio;
      // Whole device pixels where the browser knows them; emulated ones it may not know.
      const whole = exact?.[0].inlineSize;
      this.#width = width;
      this.#ratio = Math.abs(whole - pixels) <= 1 ? whole / width : devicePixelRatio;
      // In this very frame: the old picture never shows at the new size. Its height follows in the next, for what an
      // observer does to the layout may call for it again.
      if (this.#parts.stage.hidden) this.#schedule();
      else this.#commit(true);
    };
    const observer = new ResizeObserver((entries) => this.#guard(() => sized(entries)));
    observer.observe(ruler, exact_pixels ? { box: "device-pixel-content-box" } : undefined);
    signal.addEventListener("abort", () => observer.disconnect());
    this.#watch_ratio(signal);
    for (const colours of [system_dark, insisted]) on(colours, "change", () => this.#schedule());
    on(paper, "change", () => this.#commit());
    // The ruler takes its colour from the page, and says so: whatever changed that, and be it slow.
    const recoloured = () => this.#chart && String(theme_of(this)) !== this.#parts.all.theme && this.#schedule();
    for (const type of ["transitionrun", "transitionend", "transitioncancel"]) on(ruler, type, recoloured);
    // Firefox tells it of the start alone where the colour of the page is on its way.
    on(window, "transitionend", ({ target }) => target.contains?.(this) && recoloured());
    on(canvas, "contextrestored", () => this.#remake());
  }

  /** A ratio can change and the size stay: on another screen, or where a browser knows no exact pixels. */
  #watch_ratio(signal) {
    const changed = () => {
      this.#ratio = devicePixelRatio;
      this.#schedule();
      this.#watch_ratio(signal);
    };
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, { once: true, signal });
  }

  /** Another chart, language or dataset. The old picture stays until the new one is ready. */
  async #remake() {
    const turn = (this.#turn = {});
    try {
      const source = await this.#load();
      if (this.#state()) await source.choosing();
      const chart = await this.#chart_on(this.#parts.canvas, source);
      if (turn !== this.#turn) return chart.free();
      this.#drop();
      this.#chart = chart;
      this.#source = source;
      // Not always that of the text around.
      for (const part of Object.values(this.#parts)) part.lang = source.lang;
      this.#query = this.#incident = null;
      this.#schedule();
    } catch (cause) {
      if (turn === this.#turn) this.#fail(cause);
    }
  }

  #chart_on(canvas, source = this.#source) {
    return source.chart(canvas, this.getAttribute("chart") ?? "");
  }

  async #load() {
    const lang = language(this);
    const [data, src] = [this.#data, this.getAttribute("src")];
    const what = named(this, data, this.#given);
    this.#given ||= what !== "ours";
    if (what === "ours") return our_source(lang);
    if (what === "waiting") this.#clear();
    if (what !== "theirs") return (await import("./own.js")).nothing(what, lang);
    code(lang).catch(() => {}); // on its way meanwhile; whoever waits for it hears of a failure
    const columns = data?.columns;
    const { own_source } = await (Object(columns) === columns ? import("./columns.js") : import("./own.js"));
    return own_source({ data, src }, lang, (text) => say(this.#parts.status, false, text));
  }

  #drop() {
    this.#told?.drop();
    const chart = this.#chart;
    this.#chart = null;
    try {
      chart?.free();
    } catch {
      // It had already failed, and said so.
    }
  }

  #guard(work) {
    try {
      work();
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #rest() {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#laying);
    cancelAnimationFrame(this.#motion);
    clearTimeout(this.#keeping);
    this.#frame = this.#laying = this.#motion = 0;
  }

  #schedule() {
    this.#frame ||= requestAnimationFrame((frame) => {
      this.#frame = 0;
      const now = performance.now();
      if (frame !== shared.frame) shared = { frame, start: now };
      if (now - shared.start > BUSY_MS) this.#schedule();
      else this.#commit();
    });
  }

  /** Everything that changed since the last picture, in one picture. */
  #commit(observed) {
    this.#rest();
    if (this.#chart && this.#width) this.#guard(() => this.#draw(observed));
  }

  #draw(observed) {
    const chart = this.#chart;
    const { all, canvas } = this.#parts;
    const query = this.#state();
    const fresh = this.#query === null;
    const changed = query !== this.#query;
    const chosen = query || !fresh;
    if (changed && chosen && !this.#source.chooses) return this.#wait_for_choosing();
    if (changed) {
      this.#query = query;
      this.#heights.forget();
      if (chosen) chart.set_state(query);
      this.#incident = null; // its card closes, and is there again if its mark is
      this.#told?.card.hide();
      this.#speak((told) => query === this.#query && this.#head(told.describe(query)));
    }
    const [dark, apart] = theme_of(this);
    all.theme = String([dark, apart]);
    all.dataset.theme = dark ? "dark" : "light";
    all.classList.toggle("apart", apart);
    chart.set_theme(dark, ...insisted_colours(canvas));
    let ratio = this.#ratio;
    const most = Math.sqrt(MOST_PIXELS / chart.layout(this.#width, ratio) / this.#width);
    if (ratio > most) chart.layout(this.#width, (ratio = most));
    if (changed && !fresh && !still.matches) this.#move(performance.now());
    else chart.paint(1);
    const height = canvas.height / ratio; // whole device pixels: nothing is resampled
    if (observed) {
      // Until then it is cut off, or ends early.
      canvas.style.objectFit = height > canvas.offsetHeight ? "cover" : "contain";
      this.#laying = requestAnimationFrame(() => this.#guard(() => this.#lay(height)));
    } else this.#lay(height);
    if (!fresh) return;
    this.dispatchEvent(new CustomEvent("heist-ready", { bubbles: true, composed: true }));
    (window.requestIdleCallback ?? setTimeout)(this.#source.ahead);
  }

  /** Gives the picture its room. */
  #lay(height) {
    const { canvas, picture, stage } = this.#parts;
    const room = this.#heights.take(this.#width, height);
    canvas.style.height = `${height}px`;
    picture.style.minHeight = room > height ? `${room}px` : "";
    stage.hidden = false;
    this.#parts.static.dataset.drawn = "";
    this.#told?.follow();
    this.#pin();
    this.#keep();
  }

  /** Once it rests: for a page that is saved, and has no picture of this. */
  #keep() {
    const { canvas, picture } = this.#parts;
    clearTimeout(this.#keeping);
    if (is_pictured(this, this.#source)) return picture.querySelector("picture")?.remove();
    // Without it a saved page lacks a picture, and nothing else.
    const keep = () => import("./saved.js").then((saved) => saved.keep(canvas)).catch(() => {});
    this.#keeping = setTimeout(() => (this.#motion ? this.#keep() : keep()), KEEP_MS);
  }

  async #wait_for_choosing() {
    const chart = this.#chart;
    try {
      await this.#source.choosing();
      this.#commit();
    } catch (cause) {
      if (chart === this.#chart) this.#fail(cause);
    }
  }

  /** Marks on their way from where they were, fast at first. */
  #move(start) {
    const now = performance.now();
    const left = Math.max(0, 1 - (now - start) / MOVE_MS);
    let moves = false;
    this.#guard(() => (moves = this.#chart.paint(1 - left ** 3)));
    this.#motion = moves && this.#chart ? requestAnimationFrame(() => this.#move(start)) : 0;
  }

  /** The card of the incident a link names. */
  #pin() {
    const incident = this.getAttribute("incident");
    if (incident === this.#incident) return;
    this.#incident = incident;
    if (!incident) return this.#told?.forget();
    this.#speak((told) => told.pin(incident));
  }

  #state() {
    // A theme changes nothing that is drawn but colours; only one that is none has to be spoken of.
    const counts = (name) => this.hasAttribute(name) && !(name === "theme" && THEMES.includes(this.getAttribute(name)));
    return CHECKED.filter(counts)
      .map((name) => `${name}=${this.getAttribute(name)}`)
      .join("&");
  }

  /** Does something with the words of the present chart, as soon as they are there. */
  async #speak(work) {
    const chart = this.#chart;
    try {
      const [{ Told }] = await Promise.all([told_code(), this.#source.words()]);
      if (chart !== this.#chart) return;
      this.#told ??= new Told(this.#parts, (work) => this.#guard(work), {
        host: this,
        speak: (work) => this.#speak(work),
        chart_on: (canvas) => this.#chart_on(canvas),
        unpin: () => (this.#incident = null),
      });
      this.#told.listen(this.#life.signal);
      if (!this.#told.of(chart)) this.#told.take(chart, this.#source);
      work(this.#told);
    } catch (cause) {
      if (chart === this.#chart) this.#fail(cause);
    }
  }

  #head(said) {
    for (const name of SLOTS) write(this.#parts[name], said[name]);
    this.#parts.errors.hidden = true;
    const { figures, static: before } = this.#parts;
    if (figures.hidden) figures.open = this.querySelector("details")?.open ?? false;
    figures.hidden = false;
    before.dataset.told = "";
    this.#arrange();
  }

  #arrange() {
    arrange(this, this.#parts, this.#source, this.#written);
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

  /** Back to that, with one sentence why. */
  #fail(cause) {
    const { status, errors } = this.#parts;
    const word = (name) => this.dataset[name] ?? WORDS[name];
    const list = cause?.errors ?? [];
    let message = cause;
    if (cause?.words) [message] = cause.words;
    else if (cause?.errors) message = word("unreadable");
    else if (typeof cause !== "string") {
      message = word("failed");
      if (this.querySelector("picture")) message += ` ${word("failedInstead")}`;
    }
    this.#clear();
    say(status, false, message);
    if (cause?.waits) return;
    cause?.list?.(errors, word("errors"));
    const line = message + (list[0]?.text ?? "");
    if (!warned.has(line)) console.warn(`heist-chart: ${message}`, ...(cause === message ? [] : [cause]));
    warned.add(line);
    const detail = { message, errors: list };
    this.dispatchEvent(new CustomEvent("heist-error", { bubbles: true, composed: true, detail }));
  }
}

const { customElements: elements } = globalThis;
if (elements && !elements.get("heist-chart")) elements.define("heist-chart", HeistChart);
