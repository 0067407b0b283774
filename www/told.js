// What a chart says: tooltip, title, sentence, selection, table, choices, card. Loaded after the first picture.

import { Card } from "./card.js";
import { choose, clear, link } from "./choice.js";
import { build, say, write } from "./dom.js";
import { Options } from "./options.js";
import { Tooltip, hand_back, lay } from "./overlay.js";
import { listen } from "./pointing.js";

/** How many rows of a table are shown at a time. */
const PAGE = 200;

/** A selection is announced once all charts of a page have come to rest: readers drop what is written in between. */
const PAUSE_MS = 500;

/** The figures of a chart as a table; `rows` gives those from one on. */
function fill_table(node, { title, columns, rows: count }, rows, strings) {
  const type = (i) => columns[i]?.numeric && "number";
  const head = columns.map(({ text }, i) => build("th", { scope: "col", class: type(i) }, text));
  // Copied: rows are many, and built one by one they take longer than their chart.
  const [, ...rest] = columns.map((_, i) => build("td", { class: type(i) }));
  const blank = build("tr", null, build("th", { scope: "row", dir: "auto" }), ...rest);
  const row = ({ header, cells }) => {
    const line = blank.cloneNode(true);
    [header, ...cells].forEach((text, i) => (line.children[i].textContent = text));
    return line;
  };
  const heading = ({ header }) =>
    build("tr", null, build("th", { scope: "rowgroup", colspan: columns.length, dir: "auto" }, header));
  /** Bodies of rows: one, and another for each heading among them. */
  const page = (from, most = PAGE) => {
    const bodies = [build("tbody")];
    for (const each of rows(from, most)) {
      const is_heading = !each.cells.length;
      if (is_heading && bodies.at(-1).hasChildNodes()) bodies.push(build("tbody"));
      bodies.at(-1).append(is_heading ? heading(each) : row(each));
    }
    return bodies;
  };
  node.setAttribute("aria-label", title);
  const table = build(
    "table",
    { part: "table" },
    build("caption", null, title),
    build("thead", null, build("tr", null, ...head)),
    ...page(0),
  );
  // The pages of a long one are for whoever turns them.
  if (count <= PAGE && node.firstChild?.isEqualNode(table)) return;
  node.replaceChildren(table);
  if (count <= PAGE) return;
  import("./paging.js").then(
    ({ turn }) => table.isConnected && turn(node, table, count, page, PAGE, strings),
    () => table.append(...page(PAGE, count)),
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

/** Buttons over what the legend on the canvas offers; they stay while it does, and with them the focus. */
function lay_legend(node, choices, host, choose) {
  while (node.children.length > choices.length) node.lastChild.remove();
  choices.forEach(({ key, value, words, area }, i) => {
    const button = node.children[i] ?? node.appendChild(build("button", { type: "button" }));
    const pressed = host.getAttribute(key) === value;
    button.setAttribute("aria-label", words);
    button.setAttribute("aria-pressed", pressed);
    button.onclick = () => choose({ [key]: pressed ? null : value });
    lay(button, area);
  });
}

/** The words of one element: of the chart it shows, in its language. */
export class Told {
  #parts;
  #guard;
  #element;
  #now = null;
  #opener;
  #menu = build("div", { part: "menu", dir: "ltr", hidden: true });
  // The description of the canvas, and so no text of its own.
  #keys = build("p", { id: "keys", "aria-hidden": "true" });
  #options;
  #walk = null;
  #announced = ""; // the last announcement of the selection
  #notes = "";
  #pause = 0;
  #heard = null;
  by_keys = true; // and not by a pointer has the canvas got the focus

  /**
   * `guard` runs what crosses into Rust and reports its failures. Of the element it takes the `host`, how to `speak` once
   * this is up to date and to `unpin`, and `chart_on` for another canvas.
   */
  constructor(parts, guard, element) {
    const { host } = element;
    [this.#parts, this.#guard] = [parts, guard];
    this.#element = {
      ...element,
      choose: (change) => choose(host, change),
      link: (id) => host.hasAttribute("data-links") && link(host, id),
    };
    this.tooltip = new Tooltip(parts, guard, () => this.#now?.chart);
    this.card = new Card(parts.picture, guard, this.#element);
    this.#options = new Options(parts.canvas, (datum) => this.#now.chart.spoken(datum));
    parts.clear.onclick = () => clear(host);
    this.#opener = parts.take;
    parts.picture.append(this.#keys);
    parts.foot.append(this.#menu);
    this.#opener.onclick = async () => {
      this.#unfold(!this.#unfolded);
      if (!this.#unfolded) return;
      this.#menu.replaceChildren(); // nothing old takes the focus and goes with it
      try {
        const { fill } = await import("./take.js");
        if (this.#now) fill(this.#menu, { ...this.#now, ...this.#element });
      } catch {
        this.#menu.textContent = this.#now.strings.details_failed;
      }
    };
    parts.foot.onkeydown = (event) => {
      if (event.key !== "Escape" || !this.#unfolded) return;
      event.preventDefault(); // closes the menu alone
      this.#opener.setAttribute("aria-expanded", false);
      hand_back(this.#menu, this.#opener, () => !this.#unfolded);
    };
  }

  get #unfolded() {
    return this.#opener.getAttribute("aria-expanded") === "true";
  }

  /** Shows or hides what can be taken away. */
  #unfold(open) {
    this.#opener.setAttribute("aria-expanded", open);
    this.#menu.hidden = !open;
  }

  /** Hears what readers do until `signal`, in one stay of the element in a document. */
  listen(signal) {
    if (this.#heard === signal) return;
    this.#heard = signal;
    listen(this, this.#parts.canvas, this.#element, this.#guard, signal);
  }

  /** Whether it speaks of this chart. */
  of(chart) {
    return this.#now?.chart === chart;
  }

  /** From now on it speaks of this chart. */
  take(chart, source) {
    this.drop();
    this.#now = this.card.told = { chart, source, strings: chart.strings() };
    this.place();
  }

  drop() {
    this.tooltip.hide();
    this.card.hide();
    clearTimeout(this.#pause);
    this.#now = this.card.told = null;
    this.#opener.textContent = "";
    this.#unfold(false);
  }

  /** Puts everything but the head of the chart into words; gives that. */
  describe(query) {
    const { canvas, controls, scroll, status, summary, selection, selected, clear } = this.#parts;
    const { chart, strings } = this.#now;
    this.card.hide();
    const before = this.#now.said;
    const said = chart.describe(query);
    Object.assign(this.#now, { query, said });
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
    for (const [name, value] of Object.entries(names)) canvas.setAttribute(name, value);
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
    if (this.by_keys && canvas.getRootNode().activeElement === canvas) this.#element.speak(() => this.walk(-1));
  }

  get #quiet() {
    return this.#element.host.hasAttribute("data-links");
  }

  /** Does what a key stands for. */
  async walk(key) {
    try {
      const { Walk } = await import("./walk.js");
      this.#walk ??= new Walk(this.#parts, this.tooltip, this.card, this.#options);
    } catch {
      return; // the table has it all
    }
    this.#guard(() => this.#now && this.#walk.press(key, this.#now.chart));
  }

  /** A link asks for no card any more. */
  forget() {
    this.card.hide();
    say(this.#parts.status, false);
  }

  /** Opens the card of an incident, where the chart has it. */
  pin(incident) {
    const datum = this.#now.chart.datum_of(incident);
    if (datum >= 0) this.card.open(datum);
    else say(this.#parts.status, false, this.#now.strings.not_selected.replace("{value}", () => incident));
  }
}
