// What a chart says: tooltip, title, sentence, selection, table, choices, card. Loaded after the first picture.

import { Card } from "./card.js";
import { fill_controls, lay_legend } from "./choices.js";
import { build, say, write } from "./dom.js";
import { Options } from "./options.js";
import { Tooltip, hand_back } from "./overlay.js";
import { listen } from "./pointing.js";
import { choose, clear, link } from "./selection.js";
import { fill_table } from "./table.js";

/**
 * @typedef {import("../generated/bindings.js").Chart} Chart
 * @typedef {import("./types.js").Guard} Guard
 * @typedef {import("./types.js").Host} Host
 * @typedef {import("./types.js").Parts} Parts
 * @typedef {import("./types.js").Source} Source
 */

/** A selection is announced once all charts of a page have come to rest: readers drop what is written in between. */
const PAUSE_MS = 500;

/** The words of one element: of the chart it shows, in its language. */
export class Words {
  #parts;
  #guard;
  #element;
  /** @type {import("./types.js").Spoken | null} */
  #now = null;
  #opener;
  #menu = build("div", { part: "menu", dir: "ltr", hidden: true });
  // The description of the canvas, and so no text of its own.
  #keys = build("p", { id: "keys", "aria-hidden": "true" });
  #options;
  /** @type {import("./walk.js").Walk | null} */
  #walk = null;
  #announced = ""; // the last announcement of the selection
  #notes = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** @type {AbortSignal | null} */
  #heard = null;
  by_keys = true; // and not by a pointer has the canvas got the focus

  /**
   * @param {Parts} parts
   * @param {Guard} guard
   * @param {Host} element
   */
  constructor(parts, guard, element) {
    const { host } = element;
    this.#parts = parts;
    this.#guard = guard;
    this.#element = {
      ...element,
      /** @param {import("./types.js").Filters} change */
      choose: (change) => choose(host, change),
      /** @param {string} id */
      link: (id) => host.hasAttribute("data-links") && link(host, id),
    };
    this.tooltip = new Tooltip(parts, guard, () => this.#now?.chart);
    this.card = new Card(parts.picture, guard, this.#element);
    this.#options = new Options(parts.canvas, (datum) => this.#now?.chart.spoken(datum) ?? "");
    parts.clear.onclick = () => clear(host);
    this.#opener = parts.take;
    parts.picture.append(this.#keys);
    parts.foot.append(this.#menu);
    this.#opener.onclick = async () => {
      this.#unfold(!this.#unfolded);
      if (!this.#unfolded) return;
      this.#menu.replaceChildren(); // nothing old takes the focus and goes with it
      try {
        const { fill } = await import("./download.js");
        const { query, said } = this.#now ?? {};
        if (this.#now && query != null && said) fill(this.#menu, { ...this.#now, query, said, ...this.#element });
      } catch {
        this.#menu.textContent = this.#now?.strings.details_failed ?? "";
      }
    };
    parts.foot.onkeydown = (event) => {
      if (event.key !== "Escape" || !this.#unfolded) return;
      event.preventDefault(); // closes the menu alone
      this.#opener.setAttribute("aria-expanded", "false");
      hand_back(this.#menu, this.#opener, () => !this.#unfolded);
    };
  }

  get #unfolded() {
    return this.#opener.getAttribute("aria-expanded") === "true";
  }

  /** Shows or hides what can be taken away. @param {boolean} open */
  #unfold(open) {
    this.#opener.setAttribute("aria-expanded", String(open));
    this.#menu.hidden = !open;
  }

  /**
   * Hears what readers do until `signal`, in one stay of the element in a document.
   * @param {AbortSignal} signal
   */
  listen(signal) {
    if (this.#heard === signal) return;
    this.#heard = signal;
    listen(this, this.#parts.canvas, this.#element, this.#guard, signal);
  }

  /** Whether it speaks of this chart. @param {Chart} chart */
  of(chart) {
    return this.#now?.chart === chart;
  }

  /**
   * From now on it speaks of this chart.
   * @param {Chart} chart
   * @param {Source} source
   */
  take(chart, source) {
    this.drop();
    this.#now = this.card.spoken = { chart, source, strings: chart.strings() };
    this.place();
  }

  drop() {
    this.tooltip.hide();
    this.card.hide();
    clearTimeout(this.#pause);
    this.#now = this.card.spoken = null;
    this.#opener.textContent = "";
    this.#unfold(false);
  }

  /**
   * Puts everything but the head of the chart into words; gives that.
   * @param {string} query
   */
  describe(query) {
    const { canvas, controls, scroll, status, summary, selection, selected, clear } = this.#parts;
    const now = this.#now;
    if (!now) return null;
    const { chart, strings } = now;
    this.card.hide();
    const before = now.said;
    const said = chart.describe(query);
    Object.assign(now, { query, said });
    write(this.#opener, strings.take_away);
    // A page has as many of these buttons as charts.
    this.#opener.setAttribute("aria-label", `${strings.take_away}: ${said.title}`);
    selection.hidden = !said.selection;
    write(selected, said.selection);
    write(clear, strings.clear);
    write(summary, strings.table);
    // Of a chart that is no more there are no rows.
    fill_table(scroll, said, (...part) => (this.#now?.chart === chart ? chart.rows(...part) : []), strings);
    fill_controls(controls, said.controls, (key, value) => this.#element.choose({ [key]: value }));
    // A page that keeps one state for all charts says what has come of it, and what is wrong with it, once.
    const notes = this.#quiet ? "" : said.notes.join(" ");
    if (!before) this.#announced = said.news;
    clearTimeout(this.#pause);
    const is_new = !this.#quiet && said.news !== this.#announced;
    // A note that stays is said with what is selected, and not before it once more.
    if (!is_new || notes !== this.#notes) say(status, false, notes);
    this.#notes = notes;
    if (is_new) {
      this.#pause = setTimeout(() => {
        this.#announced = said.news;
        say(status, !notes, [notes, said.news].join(" ").trim());
      }, PAUSE_MS);
    }
    write(this.#keys, strings.chart_keys);
    const names = { tabindex: 0, "aria-roledescription": strings.chart_role };
    Object.assign(names, { "aria-label": said.title, "aria-describedby": "keys" });
    for (const [name, value] of Object.entries(names)) canvas.setAttribute(name, String(value));
    this.#options.take(said.count, chart.walk(-1));
    return said;
  }

  /** Lays what lies on the canvas where the last layout put it. */
  place() {
    const { host, choose } = this.#element;
    this.card.place();
    if (this.#now) lay_legend(this.#parts.legend, this.#now.chart.choices(), host, choose);
  }

  /** The picture was drawn anew. */
  follow() {
    this.tooltip.hide();
    this.place();
    this.resume();
  }

  /** Shows again where a reader is who walks by keys. */
  resume() {
    const { canvas } = this.#parts;
    const { activeElement } = /** @type {ShadowRoot} */ (canvas.getRootNode());
    if (this.by_keys && activeElement === canvas) this.#element.speak(() => this.walk(-1));
  }

  get #quiet() {
    return this.#element.host.hasAttribute("data-links");
  }

  /** Does what a key stands for. @param {number} key */
  async walk(key) {
    try {
      const { Walk } = await import("./walk.js");
      this.#walk ??= new Walk(this.#parts, this.tooltip, this.card, this.#options);
    } catch {
      return; // the table has it all
    }
    const walk = this.#walk;
    this.#guard(() => this.#now && walk.press(key, this.#now.chart));
  }

  /** A link asks for no card any more. */
  forget() {
    this.card.hide();
    say(this.#parts.status, false);
  }

  /** Opens the card of an incident, where the chart has it. @param {string} incident */
  pin(incident) {
    if (!this.#now) return;
    const datum = this.#now.chart.datum_of(incident);
    if (datum >= 0) this.card.open(datum);
    else say(this.#parts.status, false, this.#now.strings.not_selected.replace("{value}", () => incident));
  }
}
