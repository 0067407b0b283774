// What lies on top of the canvas: the tooltip of a mark, its pinned card, and the ring around it.

import { build } from "./dom.js";

const GAP = 10;
const MARGIN = 8;

const ABOVE = [0, -1];
const BELOW = [0, 1];
const LEFT = [-1, 0];
const RIGHT = [1, 0];

const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

/** Where an event is, in pixels of `node`: other ones than the screen's where an ancestor zooms or scales. */
export function point_in(node, { clientX, clientY }) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [((clientX - left) * node.clientWidth) / width, ((clientY - top) * node.clientHeight) / height];
}

/**
 * Moves `node`, which is absolute at the origin of `box`, to the first of `sides` of the first of `anchors` where it
 * hides neither that anchor nor the last one (the finger or the pointer), and always into what the reader sees.
 * Anchors are {x, y, width, height} in pixels of `box`.
 */
function place(node, box, anchors, sides) {
  const rect = box.getBoundingClientRect();
  const scale = rect.width / box.offsetWidth || 1;
  const view = visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
  const [width, height] = [view.width / scale, view.height / scale];
  const [left, top] = [(view.offsetLeft - rect.left) / scale, (view.offsetTop - rect.top) / scale];
  node.style.setProperty("--wide", `${width - 2 * MARGIN}px`);
  node.style.setProperty("--high", `${height - 2 * MARGIN}px`);
  const { offsetWidth: wide, offsetHeight: high } = node;
  const last = anchors.at(-1);
  const along = (side, start, size, own, middle) =>
    side > 0 ? start + size + GAP : side < 0 ? start - GAP - own : clamp(middle, start, start + size) - own / 2;
  const seen = (value, start, size, own) => clamp(value, start + MARGIN, start + size - MARGIN - own);
  const spots = anchors.flatMap((anchor) =>
    sides.map(([across, down]) => {
      const x = along(across, anchor.x, anchor.width, wide, last.x + last.width / 2);
      const y = along(down, anchor.y, anchor.height, high, last.y + last.height / 2);
      return { anchor, x: seen(x, left, width, wide), y: seen(y, top, height, high) };
    }),
  );
  const hides = ({ x, y }, mark) =>
    x < mark.x + mark.width && x + wide > mark.x && y < mark.y + mark.height && y + high > mark.y;
  const { x, y } = spots.find((spot) => !hides(spot, spot.anchor) && !hides(spot, last)) ?? spots[0];
  node.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

/** A ring to lay around marks. */
const build_ring = () => build("div", { part: "ring", "aria-hidden": "true", hidden: true });

function lay_ring(ring, { x, y, width, height }) {
  ring.hidden = false;
  Object.assign(ring.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}

/** What a finger hides, most of it below its tip, and what a pointer does. */
const FINGER = { left: 26, top: 30, width: 52, height: 100 };
const POINTER = { left: 4, top: 4, width: 16, height: 24 };

/** Tooltip and ring: DOM on top of the canvas, so that hovering never repaints the chart. */
export class Tooltip {
  chart = null;
  #box;
  #canvas;
  #guard;
  #node = build("div", { role: "tooltip", part: "tooltip", hidden: true });
  #ring = build_ring();
  #mark; // where the ring lies
  #datum = -1;
  #frame = 0;

  /** `guard` runs what crosses into Rust and reports its failures. */
  constructor(box, canvas, guard) {
    [this.#box, this.#canvas, this.#guard] = [box, canvas, guard];
    box.append(this.#ring, this.#node);
  }

  /** The pointer is at a point of the canvas: one question to Rust a frame, and words only for a new datum. */
  follow(x, y, touch) {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#guard(() => this.#show(x, y, touch)));
  }

  #show(x, y, touch) {
    if (!this.chart) return;
    const datum = this.chart.hit(x, y);
    if (datum !== this.#datum) {
      this.hide();
      if (datum < 0 && this.chart.choice(x, y)) this.#canvas.style.cursor = "pointer";
      if (datum < 0) return;
      this.#datum = datum;
      const { title, lines, ring } = this.chart.tooltip(datum);
      this.#node.replaceChildren(build("b", { dir: "auto" }, title), ...lines.map((line) => build("p", null, line)));
      this.#node.hidden = false;
      this.#canvas.style.cursor = "pointer";
      lay_ring(this.#ring, (this.#mark = ring));
    }
    if (this.#node.hidden) return;
    const { left, top, width, height } = touch ? FINGER : POINTER;
    const hidden = { x: x - left, y: y - top, width, height };
    place(this.#node, this.#box, touch ? [hidden] : [this.#mark, hidden], [ABOVE, RIGHT, LEFT, BELOW]);
  }

  /** Closed until the pointer is on something else; says whether it was open. */
  dismiss() {
    const open = !this.#node.hidden;
    this.#node.hidden = this.#ring.hidden = true;
    return open;
  }

  hide() {
    this.dismiss();
    cancelAnimationFrame(this.#frame);
    this.#datum = -1;
    this.#canvas.style.cursor = "";
  }
}

const list = (name, items) =>
  items.length ? [build("ul", { class: name }, ...items.map((item) => build("li", null, ...[item].flat())))] : [];

/** The dataset's links are checked when it is read; once more here, where a mistake would be clicked. */
const link = (url, text) =>
  /^https?:\/\//i.test(url)
    ? build("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text)
    : text;

const labelled = (label, parts) => (parts.length ? [build("p", { class: "label" }, label), ...parts] : []);

const cited = (label, sources) =>
  labelled(
    label,
    list(
      "sources",
      sources.map(({ title, about, url }) => [link(url, title), build("span", { class: "about", dir: "auto" }, about)]),
    ),
  );

const incident = ({ id, name, date, amount, lines, text, attribution, sources }, open, labels) =>
  build(
    "details",
    { "data-id": id, open },
    build(
      "summary",
      null,
      build("span", { class: "name", dir: "auto" }, name),
      build("span", { class: "when" }, date),
      build("span", { class: "amount" }, amount),
    ),
    ...list("lines", lines),
    ...(text ? [build("p", { dir: "auto" }, text)] : []),
    ...labelled(labels.attribution_label, list("values", attribution)),
    ...cited(labels.sources_label, sources),
  );

/** The pinned card: a small dialog beside its mark that does not block the page; a sheet where the screen is narrow. */
export class Card {
  chart = null;
  source = null;
  words = {};
  #box;
  #guard;
  #choose;
  #link;
  #close = build("button", { type: "button", part: "close" }, "✕");
  #body = build("div");
  #node = build(
    "div",
    { role: "dialog", part: "card", tabindex: "-1", "aria-labelledby": "card-title", hidden: true },
    this.#close,
    this.#body,
  );
  #ring = build_ring();
  #datum = -1;
  #back = null; // what had the focus before

  /**
   * `guard` runs what crosses into Rust and reports its failures, `choose` takes what a reader selects, `link` gives the
   * address of an incident's card where there is one.
   */
  constructor(box, guard, { choose, link }) {
    [this.#box, this.#guard, this.#choose, this.#link] = [box, guard, choose, link];
    this.#close.onclick = () => this.close();
    box.append(this.#ring, this.#node);
  }

  get #focused() {
    return this.#box.getRootNode().activeElement;
  }

  /** Whether an event happened in the card. */
  holds(event) {
    return event.composedPath().includes(this.#node);
  }

  open(datum) {
    if (this.#node.hidden) this.#back = this.#focused ?? document.activeElement;
    this.#datum = datum;
    const card = this.chart.card(datum);
    // While the details are on their way the incidents wait too: nothing moves under the reader's finger.
    this.#fill(card, card.pending ? [] : card.incidents, card.pending && card.pending_text);
    this.#node.focus({ preventScroll: true });
    if (card.pending) this.#complete(this.chart, datum);
  }

  async #complete(chart, datum) {
    let note;
    try {
      await this.source.details();
    } catch {
      note = this.words.details_failed;
    }
    if (this.chart !== chart || this.#datum !== datum) return;
    this.#guard(() => {
      const card = chart.card(datum);
      this.#fill(card, card.incidents, note);
    });
  }

  /** By the reader, so a link to it holds no more; says whether it was open. */
  close() {
    const open = this.hide();
    if (open) this.#choose({ incident: null });
    return open;
  }

  hide() {
    if (this.#node.hidden) return false;
    const held = this.#node.contains(this.#focused);
    this.#node.hidden = this.#ring.hidden = true;
    this.#datum = -1;
    if (held) this.#back?.focus({ preventScroll: true });
    return true;
  }

  /** Beside the mark, wherever the last layout put it. */
  place() {
    if (this.#node.hidden) return;
    const { ring } = this.chart.tooltip(this.#datum);
    lay_ring(this.#ring, ring);
    const move = () => place(this.#node, this.#box, [ring], [RIGHT, LEFT, BELOW, ABOVE]);
    const { classList } = this.#node;
    classList.remove("beside");
    move();
    // A sheet is fixed to an ancestor that has a transform, not to the screen.
    const { left, top, right, bottom } = this.#node.getBoundingClientRect();
    if (left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1) return;
    classList.add("beside");
    move();
  }

  /** A sheet that would hide the mark it speaks of moves the page up by as much. */
  #uncover() {
    const mark = this.#ring.getBoundingClientRect();
    const card = this.#node.getBoundingClientRect();
    const apart = mark.right < card.left || mark.left > card.right || mark.bottom < card.top || mark.top > card.bottom;
    if (apart) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    scrollBy({ top: Math.min(mark.bottom - card.top + 16, mark.top), behavior });
  }

  /** What can be done with what the card is about. */
  #actions(only, id) {
    const { only_this, copy_link, link_copied } = this.words;
    const button = (text, work) => {
      const node = build("button", { type: "button", part: "action" }, text);
      node.onclick = work;
      return node;
    };
    const address = id && this.#link(id);
    const said = build("span", { role: "status" });
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = link_copied;
      } catch {
        said.textContent = address; // to be copied by hand
      }
    };
    return [
      ...(only ? [button(only_this, () => this.#choose(Object.fromEntries(new URLSearchParams(only))))] : []),
      ...(address ? [button(copy_link, copy), said] : []),
    ];
  }

  #fill({ title, lines, note: about, sources, only, ...labels }, incidents, note) {
    const actions = this.#actions(only, incidents.length === 1 && incidents[0].id);
    this.#close.setAttribute("aria-label", this.words.close);
    this.#body.replaceChildren(
      build("h3", { id: "card-title", dir: "auto" }, title),
      ...list("lines", lines),
      ...(about ? [build("p", { dir: "auto" }, about)] : []),
      ...cited(labels.sources_label, sources),
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
