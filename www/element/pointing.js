// Input on a chart by pointers, fingers and keys.

import { point_in } from "./dom.js";
import { key_of } from "./keys.js";
import { clear } from "./selection.js";

/**
 * Handles input on the canvas of an element until `signal`.
 * @param {import("./words.js").Words} words
 * @param {HTMLCanvasElement} canvas
 * @param {import("./types.js").Chooser} element
 * @param {import("./types.js").Guard} guard
 * @param {AbortSignal} signal
 */
export function listen(words, canvas, { host, speak, choose, unpin }, guard, signal) {
  const { card, tooltip } = words;
  /** @type {(target: EventTarget, type: string, work: (event: any) => void, options?: AddEventListenerOptions) => void} */
  const on = (target, type, work, options) =>
    target.addEventListener(type, (event) => guard(() => work(event)), { signal, passive: true, ...options });

  /** Where a finger touched down. @type {PointerEvent | null} */
  let start = null;
  let scrubbing = false;
  let screen = "";
  on(canvas, "pointerdown", (/** @type {PointerEvent} */ event) => {
    start = event;
    words.by_keys = false;
    scrubbing = event.pointerType !== "touch";
  });
  /** @param {PointerEvent} event */
  const moved = ({ screenX, screenY }) => screen !== (screen = `${screenX} ${screenY}`);
  on(canvas, "pointermove", (/** @type {PointerEvent} */ event) => {
    // After scrolling, browsers send moves of a pointer that did not move.
    if (!moved(event)) return;
    const touch = event.pointerType === "touch";
    if (touch && start) scrubbing ||= Math.abs(event.clientX - start.clientX) > 8;
    if (!touch || scrubbing) tooltip.follow(event, touch);
  });
  for (const type of ["pointerleave", "pointercancel"]) {
    on(canvas, type, (event) => {
      moved(event);
      tooltip.leave();
    });
  }
  on(canvas, "focus", () => words.resume());
  on(canvas, "blur", () => (words.by_keys = true));
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const key = key_of(event);
    if (key < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    words.by_keys = true;
    speak(() => words.walk(key));
  };
  on(canvas, "keydown", press, { passive: false });
  on(canvas, "click", (/** @type {MouseEvent} */ event) => {
    const point = point_in(canvas, event);
    tooltip.hide();
    speak(() => card.open_at(...point));
    unpin();
    choose({ incident: null });
  });

  // Not `click`: phones send none for a tap on empty parts of a page, and a swipe ends without a pointerup.
  let inside = false;
  let swiped = false;
  /** @param {PointerEvent} event */
  const mine = (event) => card.holds(event) || event.composedPath()[0] === canvas;
  /** @param {PointerEvent} event */
  const down = (event) => ([inside, swiped] = [mine(event), false]);
  on(document, "pointerdown", down, { capture: true });
  on(document, "pointerup", (event) => inside || mine(event) || card.close(), { capture: true });
  on(document, "pointercancel", (event) => (swiped = !card.holds(event)), { capture: true });
  const scrolled = () => {
    tooltip.leave(true);
    if (swiped) card.close();
  };
  on(window, "scroll", scrolled, { capture: true });
  // The first Escape closes an open tooltip or card, the next clears the filters.
  /** @param {KeyboardEvent} event */
  const escape = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const closed = [tooltip.dismiss(), card.close(true)].includes(true);
    if (closed || (host.matches(":hover, :focus-within") && clear(host))) event.preventDefault();
  };
  on(document, "keydown", escape, { passive: false });
}
