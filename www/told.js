// What a chart says besides its tooltip: title, sentence, selection, table, choices, card. Loaded after the first picture.

import { Card } from "./card.js";
import { build } from "./dom.js";

/** The figures of a chart as a table. */
function fill_table(node, { caption, columns, rows }) {
  const type = (i) => columns[i]?.numeric && "number";
  const head = columns.map(({ text }, i) => build("th", { scope: "col", class: type(i) }, text));
  const body = rows.map(({ header, cells }) =>
    build(
      "tr",
      null,
      build("th", { scope: "row", dir: "auto" }, header),
      ...cells.map((text, i) => build("td", { class: type(i + 1) }, text)),
    ),
  );
  node.setAttribute("aria-label", caption);
  node.replaceChildren(
    build(
      "table",
      { part: "table" },
      build("caption", null, caption),
      build("thead", null, build("tr", null, ...head)),
      build("tbody", null, ...body),
    ),
  );
}

/** The choices a chart offers. The inputs stay while the choices do, and with them the focus. */
function fill_controls(node, controls, choose) {
  const shape = JSON.stringify(controls, ["key", "label", "options", "value"]);
  if (node.shape !== shape) {
    node.shape = shape;
    const option = (name, { value, label }) =>
      build("label", null, build("input", { type: "radio", name, value }), build("span", null, label));
    const control = ({ key, label, options }) =>
      build("fieldset", null, build("legend", null, label), ...options.map((each) => option(key, each)));
    node.replaceChildren(...controls.map(control));
    node.onchange = ({ target }) => choose(target.name, target.value);
  }
  const options = controls.flatMap(({ options }) => options);
  node.querySelectorAll("input").forEach((input, i) => (input.checked = options[i].selected));
  node.hidden = !controls.length;
}

/** The words of one element: of the chart it shows, in its language. */
export class Told {
  #parts;
  #choose;
  #quiet;
  #now = null;
  #opener;
  #menu = build("div", { part: "menu", dir: "ltr", hidden: true });

  /**
   * `guard` runs what crosses into Rust and reports its failures; `link` gives the address of an incident's card, `take`
   * what the menu of things to take away needs of the element.
   */
  constructor(parts, guard, { choose, link, quiet, take }) {
    [this.#parts, this.#choose, this.#quiet] = [parts, choose, quiet];
    this.card = new Card(parts.picture, guard, { choose, link });
    this.#opener = parts.take;
    parts.foot.append(this.#menu);
    this.#opener.onclick = async () => {
      this.#unfold(this.#menu.hidden);
      if (this.#menu.hidden) return;
      try {
        const { fill } = await import("./take.js");
        if (this.#now) fill(this.#menu, { ...this.#now, ...take });
      } catch {
        this.#menu.textContent = this.#now.strings.details_failed;
      }
    };
    parts.foot.onkeydown = (event) => {
      if (event.key !== "Escape" || this.#menu.hidden) return;
      event.preventDefault(); // closes the menu alone
      this.#unfold(false);
      this.#opener.focus();
    };
  }

  /** Shows or hides what can be taken away. */
  #unfold(open) {
    this.#menu.hidden = !open;
    this.#opener.setAttribute("aria-expanded", open);
  }

  /** Whether it speaks of this chart. */
  of(chart) {
    return this.#now?.chart === chart;
  }

  /** From now on it speaks of this chart. */
  take(chart, words, source) {
    this.drop();
    this.#now = this.card.told = { chart, words, source, strings: words.strings() };
  }

  drop() {
    this.card.hide();
    const words = this.#now?.words;
    this.#now = this.card.told = null;
    this.#opener.textContent = "";
    this.#unfold(false);
    try {
      words?.free();
    } catch {
      // It had already failed, and said so.
    }
  }

  /** Puts everything but the head of the chart into words; gives that. */
  describe(query) {
    const { controls, scroll, status, summary, selection, selected, clear } = this.#parts;
    const { words, strings } = this.#now;
    this.card.hide();
    this.#now.query = query;
    this.#opener.textContent = strings.take_away;
    const notes = words.set_state(query);
    status.textContent = this.#quiet ? "" : notes.join(" ");
    const chosen = words.selection();
    selection.hidden = !chosen;
    selected.textContent = chosen;
    clear.textContent = strings.clear;
    summary.textContent = strings.table;
    fill_table(scroll, words.table());
    fill_controls(controls, words.controls(), (key, value) => this.#choose({ [key]: value }));
    return words.head();
  }

  /** A link asks for no card any more. */
  forget() {
    this.card.hide();
    this.#parts.status.textContent = "";
  }

  /** There is no card for an incident. */
  miss(incident) {
    this.#parts.status.textContent = this.#now.words.not_selected(incident);
  }
}
