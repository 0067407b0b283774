// Elements on top of the canvas: the tooltip and the ring around a mark.

import { build, point_in } from "./dom.js";

const GAP = 10;
const MARGIN = 8;

export const ABOVE = [0, -1];
export const BELOW = [0, 1];
export const LEFT = [-1, 0];
export const RIGHT = [1, 0];

/**
 * @typedef {import("../generated/bindings.js").Area} Area
 * @typedef {import("../generated/bindings.js").Chart} Chart
 * @typedef {import("./types.js").Guard} Guard
 * @typedef {import("./types.js").Parts} Parts
 * @typedef {import("./types.js").Point} Point
 */

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

/**
 * Moves `node`, which is absolute at the origin of `box`, to the first of `sides` of the first of `anchors` where it
 * covers neither that anchor nor the last one (the finger or the pointer). It always stays in the visible area. Anchors
 * are in pixels of `box`.
 * @param {HTMLElement} node
 * @param {Parts["picture"]} box
 * @param {Area[]} anchors
 * @param {number[][]} sides
 */
export function place(node, box, anchors, sides) {
  const rect = box.getBoundingClientRect();
  const scale = rect.width / box.offsetWidth || 1;
  const view = visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
  const [width, height] = [view.width / scale, view.height / scale];
  const [left, top] = [(view.offsetLeft - rect.left) / scale, (view.offsetTop - rect.top) / scale];
  // Rarely changes, and not a style of the node itself: custom properties on it make moving it slow.
  if (box.room !== (box.room = `${width} ${height}`)) {
    box.style.setProperty("--wide", `${width - 2 * MARGIN}px`);
    box.style.setProperty("--high", `${height - 2 * MARGIN}px`);
  }
  const { offsetWidth: wide, offsetHeight: high } = node;
  const last = anchors[anchors.length - 1];
  /** @type {(side: number, start: number, size: number, own: number, middle: number) => number} */
  const along = (side, start, size, own, middle) =>
    side > 0 ? start + size + GAP : side < 0 ? start - GAP - own : clamp(middle, start, start + size) - own / 2;
  /** @type {(value: number, start: number, size: number, own: number) => number} */
  const seen = (value, start, size, own) => clamp(value, start + MARGIN, start + size - MARGIN - own);
  const spots = anchors.flatMap((anchor) =>
    sides.map(([across, down]) => {
      const x = along(across, anchor.x, anchor.width, wide, last.x + last.width / 2);
      const y = along(down, anchor.y, anchor.height, high, last.y + last.height / 2);
      return { anchor, x: seen(x, left, width, wide), y: seen(y, top, height, high) };
    }),
  );
  /** @type {(spot: { x: number, y: number }, mark: Area) => boolean} */
  const hides = ({ x, y }, mark) =>
    x < mark.x + mark.width && x + wide > mark.x && y < mark.y + mark.height && y + high > mark.y;
  const { x, y } = spots.find((spot) => !hides(spot, spot.anchor) && !hides(spot, last)) ?? spots[0];
  node.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

/**
 * The area of an element of the page in pixels of `box`.
 * @param {Parts["picture"]} box
 * @param {Element} element
 * @returns {Area}
 */
export function area_in(box, element) {
  const [{ left, top, width }, to] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const scale = width / box.offsetWidth || 1;
  return {
    x: (to.left - left) / scale,
    y: (to.top - top) / scale,
    width: to.width / scale,
    height: to.height / scale,
  };
}

/** A ring around marks. */
export const build_ring = () => build("div", { part: "ring", "aria-hidden": "true", hidden: true });

/**
 * Moves a node, which is absolute at the origin, over a part of the chart.
 * @param {HTMLElement} node
 * @param {Area} area
 */
export function lay(node, { x, y, width, height }) {
  node.hidden = false;
  // By a transform, which needs no layout.
  Object.assign(node.style, { transform: `translate(${x}px, ${y}px)`, width: `${width}px`, height: `${height}px` });
}

/** Area in pixels that a finger covers, mostly below its tip, and that a pointer covers. */
const FINGER = { left: 26, top: 30, width: 52, height: 100 };
const POINTER = { left: 4, top: 4, width: 16, height: 24 };

const SIDES = [ABOVE, RIGHT, LEFT, BELOW];

/** Time in ms on a mark after which a pointer may move to the tooltip. */
const REST_MS = 400;

/** @type {(point: Point, rect: DOMRect) => number} */
const distance = ([x, y], { left, right, top, bottom }) =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/**
 * Tooltip and ring are DOM on top of the canvas, so that hovering never repaints the chart.
 *
 * A moving pointer hits every mark, also those under the tooltip. After it has rested, it can move onto the tooltip,
 * which stays while the pointer approaches it or is on it.
 */
export class Tooltip {
  #box;
  #canvas;
  #guard;
  #chart;
  // Hidden from screen readers, as the options or the table have the same text.
  #node = build("div", { role: "tooltip", part: "tooltip", "aria-hidden": "true", hidden: true });
  #ring = build_ring();
  #mark = { x: 0, y: 0, width: 0, height: 0 }; // the position of the ring
  #datum = -1;
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  /** The last position of the pointer. @type {Point} */
  #last = [0, 0];
  #by_keys = false;

  /**
   * `chart` returns the current chart.
   * @param {Parts} parts
   * @param {Guard} guard
   * @param {() => Chart | undefined} chart
   */
  constructor({ picture, canvas }, guard, chart) {
    this.#box = picture;
    this.#canvas = canvas;
    this.#guard = guard;
    this.#chart = chart;
    picture.append(this.#ring, this.#node);
    this.#node.onpointerenter = () => clearTimeout(this.#rest);
    this.#node.onpointerleave = () => this.leave();
  }

  /**
   * Handles a move on the canvas: one hit test per frame, and new text only for a new datum.
   * @param {PointerEvent} event
   * @param {boolean} touch
   */
  follow(event, touch) {
    const before = this.#last;
    /** @type {Point} */
    const at = (this.#last = [event.clientX, event.clientY]);
    const room = this.#node.getBoundingClientRect();
    const nearer = distance(before, room) - distance(at, room);
    const sought = this.#within_reach && nearer > Math.hypot(at[0] - before[0], at[1] - before[1]) / 4;
    const point = point_in(this.#canvas, event);
    const show = () => this.#guard(() => this.#show(...point, touch));
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      show();
      this.#within_reach = !touch;
    }, REST_MS);
    if (sought) return;
    this.#within_reach = false;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(show);
  }

  get #within_reach() {
    return !this.#node.hidden && !!this.#node.style.pointerEvents;
  }

  set #within_reach(is) {
    this.#node.style.pointerEvents = is ? "auto" : "";
  }

  /** Hides the tooltip of a pointer that has left the chart, but not the one of the keyboard. */
  leave(at_once = false) {
    if (this.#by_keys) return;
    if (at_once || !this.#within_reach) return this.hide();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.hide(), REST_MS);
  }

  /** Shows the datum selected by keyboard. @param {number} datum */
  walk_to(datum) {
    this.hide();
    this.#tell(datum);
    this.#by_keys = true;
    this.#ring.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    place(this.#node, this.#box, [this.#mark], SIDES);
  }

  /** @param {number} datum */
  #tell(datum) {
    const chart = this.#chart();
    if (!chart) return;
    this.#datum = datum;
    const { title, lines, ring } = chart.tooltip(datum);
    const { children } = this.#node;
    while (children.length > 1 + lines.length) this.#node.lastChild?.remove();
    [title, ...lines].forEach((text, i) => {
      const line = children[i] ?? this.#node.appendChild(i ? build("p", null, "") : build("b", { dir: "auto" }, ""));
      /** @type {Text} */ (line.firstChild).data = text; // elements are reused, as a pointer passes many marks
    });
    this.#node.hidden = false;
    lay(this.#ring, (this.#mark = ring));
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {boolean} touch
   */
  #show(x, y, touch) {
    const datum = this.#chart()?.hit(x, y) ?? -1;
    if (datum < 0) return this.hide();
    if (datum !== this.#datum) this.#tell(datum);
    this.#by_keys = false;
    this.#canvas.style.cursor = "pointer";
    if (this.#node.hidden) return;
    const { left, top, width, height } = touch ? FINGER : POINTER;
    const hidden = { x: x - left, y: y - top, width, height };
    place(this.#node, this.#box, touch ? [hidden] : [this.#mark, hidden], SIDES);
  }

  /** Hides the tooltip until the pointer is on something else; returns whether it was open. */
  dismiss() {
    const open = !this.#node.hidden;
    this.#node.hidden = this.#ring.hidden = true;
    return open;
  }

  hide() {
    this.dismiss();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#within_reach = this.#by_keys = false;
    this.#datum = -1;
    this.#canvas.style.cursor = "";
  }
}

/** Time in ms before a closed node is hidden. When the focused node disappears, Orca 43 does not announce the new focus. */
const STAY_MS = 200;

/**
 * Closes a node with the focus: moves the focus to `back`, then hides the node unless it was opened again.
 * @param {HTMLElement} node
 * @param {HTMLElement | null} back
 * @param {() => boolean} is_closed
 */
export function hand_back(node, back, is_closed) {
  back?.focus({ preventScroll: true });
  setTimeout(() => {
    if (is_closed()) node.hidden = true;
  }, STAY_MS);
}
