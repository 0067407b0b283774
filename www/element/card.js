// The pinned card of a mark: its figures, its incidents, their attribution, links to the sources.

import { build } from "./dom.js";
import { ABOVE, BELOW, LEFT, RIGHT, area_in, build_ring, hand_back, lay, place } from "./overlay.js";

/**
 * @typedef {import("../generated/bindings.js").CardIncident} CardIncident
 * @typedef {import("../generated/bindings.js").CardSource} CardSource
 * @typedef {import("../generated/bindings.js").CardWords} CardWords
 * @typedef {import("../generated/bindings.js").Said} Said
 * @typedef {import("./types.js").Chooser} Chooser
 * @typedef {import("./types.js").Guard} Guard
 * @typedef {import("./types.js").Spoken} Spoken
 * @typedef {Node | string} Content
 * @typedef {{ written: string, attribution_label: string, sources_label: string, page?: string }} Labels
 */

/**
 * @param {string} name
 * @param {(Content | Content[])[]} items
 */
const list = (name, items) =>
  items.length ? [build("ul", { class: name }, ...items.map((item) => build("li", null, ...[item].flat())))] : [];

/**
 * Links are validated with the dataset, and again here, where readers can click them.
 * @param {string} url
 * @param {string} lang
 * @param {string} text
 */
const link = (url, lang, text) =>
  /^https?:\/\//i.test(url)
    ? build("a", { href: url, lang, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text)
    : text;

/**
 * The language of a text if it is not that of the card.
 * @type {(said: Said, labels: Labels) => string | null}
 */
const language_of = ({ as_written }, { written }) => (as_written ? written : null);

/** @type {(label: string, parts: Content[]) => Content[]} */
const labelled = (label, parts) => (parts.length ? [build("p", { class: "label" }, label), ...parts] : []);

/** @type {(labels: Labels, sources: CardSource[]) => Content[]} */
const cited = ({ sources_label, written }, sources) =>
  labelled(
    sources_label,
    list(
      "sources",
      sources.map(({ title, about, url }) => [link(url, written, title), " ", build("span", { class: "about", dir: "auto" }, about)]),
    ),
  );

/** @type {(incident: CardIncident, open: boolean, labels: Labels) => Node} */
const incident = ({ id, name, date, amount, lines, text, attribution, sources }, open, labels) =>
  build(
    "details",
    { "data-id": id, open },
    build(
      "summary",
      null,
      build("span", { class: "name", lang: language_of(name, labels), dir: "auto" }, name.text),
      build("span", { class: "when" }, date),
      build("span", { class: "amount" }, amount),
    ),
    ...list("lines", lines),
    ...(text ? [build("p", { lang: language_of(text, labels), dir: "auto" }, text.text)] : []),
    ...labelled(
      labels.attribution_label,
      list("values", attribution.map((name) => build("span", { lang: language_of(name, labels), dir: "auto" }, name.text))),
    ),
    ...cited(labels, sources),
    ...list("values", labels.page ? [build("a", { href: `i/${id}/` }, labels.page)] : []),
  );

/** The pinned card: a small non-modal dialog beside its mark; a sheet on narrow screens. */
export class Card {
  /** The chart described by the card. @type {Spoken | null} */
  spoken = null;
  #box;
  #guard;
  #element;
  #close = build("button", { type: "button", part: "close" }, "✕");
  // Focusable: when the dialog itself has the focus, Orca reads the whole text without a pause.
  #title = build("h3", { id: "card-title", dir: "auto", tabindex: "-1" });
  #body = build("div");
  #node = build(
    "div",
    { role: "dialog", part: "card", tabindex: "-1", "aria-labelledby": "card-title", hidden: true },
    this.#close,
    this.#title,
    this.#body,
  );
  #ring = build_ring();
  #datum = -1;
  /** The link beside which the card is, instead of its mark. @type {Element | null | undefined} */
  #near;
  /** The element with the focus before the card opened. @type {HTMLElement | null} */
  #back = null;

  /**
   * `choose` sets filters, `link` returns the address of an incident's card, if there is one. `host` names the link to
   * the page of an incident; only on our own pages are there such pages.
   * @param {import("./types.js").Parts["picture"]} box
   * @param {Guard} guard
   * @param {Chooser} element
   */
  constructor(box, guard, element) {
    this.#box = box;
    this.#guard = guard;
    this.#element = element;
    this.#close.onclick = () => this.close();
    box.append(this.#ring, this.#node);
  }

  get #is_open() {
    return this.#datum >= 0;
  }

  get #focused() {
    return /** @type {ShadowRoot} */ (this.#box.getRootNode()).activeElement;
  }

  /** Whether an event happened in the card. @param {Event} event */
  holds(event) {
    return event.composedPath().includes(this.#node);
  }

  /**
   * Opens the card of the datum at a point of the canvas; closes it if there is none.
   * @param {number} x
   * @param {number} y
   */
  open_at(x, y) {
    const datum = this.spoken?.chart.hit(x, y) ?? -1;
    if (datum < 0) this.close();
    else this.open(datum);
  }

  /**
   * Opens the card of a datum beside its mark, or beside a link on the page.
   * @param {number} datum
   * @param {Element | null} [near]
   */
  open(datum, near) {
    const { spoken } = this;
    if (!spoken) return;
    this.#near = near;
    if (!this.#is_open) this.#back = /** @type {HTMLElement | null} */ (this.#focused ?? document.activeElement);
    this.#datum = datum;
    const card = spoken.chart.card(datum);
    // The incidents wait for their details, so that nothing moves under the reader's finger.
    const waits = card.pending || !spoken.source.is_whole;
    this.#fill(spoken, card, waits ? [] : card.incidents, waits ? card.pending_text : undefined);
    this.#title.focus({ preventScroll: true });
    if (waits) this.#complete(spoken, datum);
  }

  /**
   * @param {Spoken} spoken
   * @param {number} datum
   */
  async #complete(spoken, datum) {
    /** @type {string | undefined} */
    let note;
    try {
      await spoken.source.details();
    } catch {
      note = spoken.strings.details_failed;
    }
    if (this.spoken !== spoken || this.#datum !== datum) return;
    this.#guard(() => {
      const card = spoken.chart.card(datum);
      this.#fill(spoken, card, card.incidents, note);
    });
  }

  /** Closes the card for the reader and clears its link; returns whether it was open. */
  close(by_key = false) {
    const open = this.hide(by_key);
    if (open) this.#element.choose({ incident: null });
    return open;
  }

  hide(by_key = false) {
    if (!this.#is_open) return false;
    this.#datum = -1;
    this.#ring.hidden = true;
    // Screen readers move through the card without the focus, and Chromium then gives it to the body.
    const lost = by_key && document.activeElement === document.body;
    if (lost || this.#node.contains(this.#focused)) hand_back(this.#node, this.#back, () => !this.#is_open);
    else this.#node.hidden = true;
    return true;
  }

  /** The element beside which the card is. */
  get #anchor() {
    return this.#near?.isConnected ? this.#near : this.#ring;
  }

  /** Places the card beside its mark or link after a layout. */
  place() {
    if (!this.#is_open || !this.spoken) return;
    const { ring } = this.spoken.chart.tooltip(this.#datum);
    lay(this.#ring, ring);
    const anchor = this.#anchor;
    const [at, sides] =
      anchor === this.#ring ? [ring, [RIGHT, LEFT, BELOW, ABOVE]] : [area_in(this.#box, anchor), [BELOW, ABOVE, RIGHT, LEFT]];
    const move = () => place(this.#node, this.#box, [at], sides);
    const { classList } = this.#node;
    classList.remove("beside");
    move();
    // A transform on an ancestor makes the sheet fixed to it, not to the screen; in a frame, to the frame's end.
    const { left, top, right, bottom } = this.#node.getBoundingClientRect();
    if (parent === window && left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1) return;
    classList.add("beside");
    move();
  }

  /** Scrolls the page if the sheet would cover its mark or link. */
  #uncover() {
    const mark = this.#anchor.getBoundingClientRect();
    const card = this.#node.getBoundingClientRect();
    const [x, y] = [(mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2];
    if (x < card.left || x > card.right || y < card.top || y > card.bottom) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    scrollBy({ top: Math.min(mark.bottom - card.top + 16, mark.top), behavior });
  }

  /**
   * Buttons and links for the incident or the group in the card.
   * @param {Spoken} spoken
   * @param {string} only
   * @param {string | undefined} id
   */
  #actions({ strings }, only, id) {
    const { only_this, copy_link, link_copied } = strings;
    /** @type {(text: string, work: () => void) => Node} */
    const button = (text, work) => {
      const node = build("button", { type: "button", part: "action" }, text);
      node.onclick = work;
      return node;
    };
    const address = id && this.#element.link(id);
    const said = build("span", { role: "status" });
    /** @param {string} address */
    const copy = async (address) => {
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = link_copied;
      } catch {
        said.textContent = address; // for copying by hand
      }
    };
    return [
      ...(only ? [button(only_this, () => this.#element.choose(Object.fromEntries(new URLSearchParams(only))))] : []),
      ...(address ? [button(copy_link, () => copy(address)), said] : []),
    ];
  }

  /**
   * @param {Spoken} spoken
   * @param {CardWords} card
   * @param {CardIncident[]} incidents
   * @param {string | undefined} note
   */
  #fill(spoken, { line, note: about, sources, only, ...others }, incidents, note) {
    const { title, lines } = spoken.chart.tooltip(this.#datum);
    const labels = { ...others, written: spoken.source.written, page: this.#element.host.dataset.links };
    const actions = this.#actions(spoken, only, incidents.length === 1 ? incidents[0].id : undefined);
    this.#close.setAttribute("aria-label", spoken.strings.close);
    this.#title.textContent = title;
    this.#body.replaceChildren(
      ...list("lines", line ? [line] : lines),
      ...(about ? [build("p", { lang: language_of(about, labels), dir: "auto" }, about.text)] : []),
      ...cited(labels, sources),
      ...(note ? [build("p", { class: "note" }, note)] : []),
      ...incidents.map((one) => incident(one, incidents.length === 1, labels)),
      ...(actions.length ? [build("p", { class: "actions" }, ...actions)] : []),
    );
    this.#node.hidden = false;
    this.#node.scrollTop = 0;
    this.place();
    this.#uncover();
  }
}
