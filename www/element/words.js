// Texts of a chart: tooltip, title, sentence, filters, table, controls, card. Loaded after the first picture.

import { Card } from "./card.js";
import { fill_controls, lay_legend } from "./choices.js";
import { build, say, write } from "./dom.js";
import { Options } from "./options.js";
import { Tooltip, hand_back } from "./overlay.js";
import { listen } from "./pointing.js";
import { choose, clear, link } from "./selection.js";
import { Table } from "./table.js";

/**
 * @typedef {import("../generated/bindings.js").Chart} Chart
 * @typedef {import("./types.js").Guard} Guard
 * @typedef {import("./types.js").Host} Host
 * @typedef {import("./types.js").Parts} Parts
 * @typedef {import("./types.js").Source} Source
 */

/** Delay in ms of an announcement, until all charts are idle: screen readers drop messages in rapid succession. */
const PAUSE_MS = 500;

/** The texts of an element's current chart, in its language. */
export class Words {
  #parts;
  #guard;
  #element;
  /** @type {import("./types.js").Spoken | null} */
  #now = null;
  #opener;
  #menu = build("div", { part: "menu", dir: "ltr", hidden: true });
  // The description of the canvas, so it is hidden as a text of its own.
  #keys = build("p", { id: "keys", "aria-hidden": "true" });
  #options;
  #table;
  /** @type {import("./walk.js").Walk | null} */
  #walk = null;
  #announced = ""; // the last announcement of the selection
  #notes = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** @type {AbortSignal | null} */
  #heard = null;
  by_keys = true; // whether the canvas got the focus by keyboard

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
      table: () => this.#table.made,
    };
    this.tooltip = new Tooltip(parts, guard, () => this.#now?.chart);
    this.card = new Card(parts.picture, guard, this.#element);
    this.#options = new Options(parts.canvas, (datum) => this.#now?.chart.spoken(datum) ?? "");
    this.#table = new Table(parts, guard);
    parts.clear.onclick = () => clear(host);
    this.#opener = parts.take;
    parts.picture.append(this.#keys);
    parts.foot.append(this.#menu);
    this.#opener.onclick = async () => {
      this.#unfold(!this.#unfolded);
      if (!this.#unfolded) return;
      this.#menu.replaceChildren(); // no old item keeps the focus
      this.#menu.hidden = true; // nor is an empty menu shown
      try {
        const { fill } = await import("./download.js");
        const { query, said } = this.#now ?? {};
        if (this.#now && query != null && said) fill(this.#menu, { ...this.#now, query, said, ...this.#element });
      } catch {
        this.#menu.textContent = this.#now?.strings.details_failed ?? "";
      }
      this.#menu.hidden = !this.#unfolded || !this.#menu.hasChildNodes();
    };
    parts.foot.onkeydown = (event) => {
      if (event.key !== "Escape" || !this.#unfolded) return;
      event.preventDefault(); // keeps the card and the filters
      this.#opener.setAttribute("aria-expanded", "false");
      hand_back(this.#menu, this.#opener, () => !this.#unfolded);
    };
  }

  get #unfolded() {
    return this.#opener.getAttribute("aria-expanded") === "true";
  }

  /** Opens or closes the download menu. @param {boolean} open */
  #unfold(open) {
    this.#opener.setAttribute("aria-expanded", String(open));
    this.#menu.hidden = !open;
  }

  /**
   * Handles input until `signal`, while the element is in a document.
   * @param {AbortSignal} signal
   */
  listen(signal) {
    if (this.#heard === signal) return;
    this.#heard = signal;
    listen(this, this.#parts.canvas, this.#element, this.#guard, signal);
    addEventListener("beforeprint", () => this.#table.fill(), { signal });
  }

  /** Whether the texts are those of a chart. @param {Chart} chart */
  of(chart) {
    return this.#now?.chart === chart;
  }

  /**
   * Sets the current chart.
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
    this.#table.drop();
    clearTimeout(this.#pause);
    this.#now = this.card.spoken = null;
    this.#opener.textContent = "";
    this.#unfold(false);
  }

  /**
   * Updates all texts except the header, and returns the description.
   * @param {string} query
   */
  describe(query) {
    const { canvas, controls, figures, status, summary, selection, selected, clear } = this.#parts;
    const now = this.#now;
    if (!now) return null;
    const { chart, strings } = now;
    this.card.hide();
    const before = now.said;
    const said = chart.describe(query);
    // If nothing at all is selected, a page with one state for all charts says so once.
    if (this.#quiet && said.empty) said.sentence = "";
    Object.assign(now, { query, said });
    write(this.#opener, strings.take_away);
    // A page has one such button per chart, so its label names the chart.
    this.#opener.setAttribute("aria-label", `${strings.take_away}: ${said.name}`);
    selection.hidden = !said.selection;
    write(selected, said.selection);
    write(clear, strings.clear);
    write(summary, strings.table);
    if (figures.hidden) figures.open = this.#element.host.querySelector("details")?.open ?? false;
    this.#table.take(chart, said.name, strings);
    fill_controls(controls, said.controls, (key, value) => this.#element.choose({ [key]: value }));
    // A page with one state for all charts announces results and errors itself, once.
    const notes = this.#quiet ? "" : said.notes.join(" ");
    if (!before) this.#announced = said.news;
    clearTimeout(this.#pause);
    const is_new = !this.#quiet && said.news !== this.#announced;
    // An unchanged note is announced with the filters only, not once more before.
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
    Object.assign(names, { "aria-label": said.name, "aria-describedby": "keys" });
    for (const [name, value] of Object.entries(names)) canvas.setAttribute(name, String(value));
    this.#options.take(said.count, chart.walk(-1));
    return said;
  }

  /** Places overlays according to the last layout. */
  place() {
    const { host, choose } = this.#element;
    this.card.place();
    if (this.#now) lay_legend(this.#parts.legend, this.#now.chart.choices(), host, choose);
  }

  /** Updates overlays after drawing. */
  follow() {
    this.tooltip.hide();
    this.place();
    this.resume();
  }

  /** Shows the datum selected by keyboard again. */
  resume() {
    const { canvas } = this.#parts;
    const { activeElement } = /** @type {ShadowRoot} */ (canvas.getRootNode());
    if (this.by_keys && activeElement === canvas) this.#element.speak(() => this.walk(-1));
  }

  get #quiet() {
    return this.#element.host.hasAttribute("data-links");
  }

  /** Handles a key. @param {number} key */
  async walk(key) {
    try {
      const { Walk } = await import("./walk.js");
      this.#walk ??= new Walk(this.#parts, this.tooltip, this.card, this.#options, this.#table);
    } catch {
      return; // the table shows everything
    }
    const walk = this.#walk;
    this.#guard(() => this.#now && walk.press(key, this.#now.chart));
  }

  /** Clears the incident in the link. */
  forget() {
    this.card.hide();
    say(this.#parts.status, false);
  }

  /** Opens the card of an incident, if the chart has it. @param {string} incident */
  pin(incident) {
    if (!this.#now) return;
    const datum = this.#now.chart.datum_of(incident);
    if (datum >= 0) this.card.open(datum, this.#element.host.near);
    else say(this.#parts.status, false, this.#now.strings.not_selected.replace("{value}", () => incident));
  }
}
