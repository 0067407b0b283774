// What readers do on a chart: with pointers, fingers and keys.

import { clear } from "./choice.js";
import { point_in } from "./dom.js";

/** What a chart does something for; steps come first, as Rust numbers them. */
const KEYS = "ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown Enter Space KeyT t".split(" ");

/** Until `signal`, on the canvas of an element that `told` speaks of; `speak`, `choose` and `unpin` are the element's. */
export function listen(told, canvas, { host, speak, choose, unpin }, guard, signal) {
  const { card, tooltip } = told;
  const on = (target, type, work, options) =>
    target.addEventListener(type, (event) => guard(() => work(event)), { signal, passive: true, ...options });

  let start = null; // where a finger came down
  let scrubbing = false;
  let screen = "";
  on(canvas, "pointerdown", (event) => {
    start = event;
    told.by_keys = false;
    scrubbing = event.pointerType !== "touch";
  });
  const moved = ({ screenX, screenY }) => screen !== (screen = `${screenX} ${screenY}`);
  on(canvas, "pointermove", (event) => {
    // After scrolling, browsers send moves of a pointer that did not move.
    if (!moved(event)) return;
    const touch = event.pointerType === "touch";
    if (touch) scrubbing ||= Math.abs(event.clientX - start?.clientX) > 8;
    if (!touch || scrubbing) tooltip.follow(event, touch);
  });
  for (const type of ["pointerleave", "pointercancel"]) {
    on(canvas, type, (event) => {
      moved(event);
      tooltip.leave();
    });
  }
  on(canvas, "focus", () => told.resume());
  on(canvas, "blur", () => (told.by_keys = true));
  const press = (event) => {
    const key = Math.max(KEYS.indexOf(event.key), KEYS.indexOf(event.code));
    if (key < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    told.by_keys = true;
    speak(() => told.walk(key));
  };
  on(canvas, "keydown", press, { passive: false });
  on(canvas, "click", (event) => {
    const point = point_in(canvas, event);
    tooltip.hide();
    speak(() => card.open_at(...point));
    unpin();
    choose({ incident: null });
  });

  // Not `click`: phones send none for a tap on bare page, and a swipe ends without a pointerup.
  let inside = false;
  let swiped = false;
  const mine = (event) => card.holds(event) || event.composedPath()[0] === canvas;
  const down = (event) => ([inside, swiped] = [mine(event), false]);
  on(document, "pointerdown", down, { capture: true });
  on(document, "pointerup", (event) => inside || mine(event) || card.close(), { capture: true });
  on(document, "pointercancel", (event) => (swiped = !card.holds(event)), { capture: true });
  const scrolled = () => {
    tooltip.leave(true);
    if (swiped) card.close();
  };
  on(window, "scroll", scrolled, { capture: true });
  // The first Escape closes what is open, the next undoes the selection.
  const escape = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const closed = [tooltip.dismiss(), card.close(true)].includes(true);
    if (closed || (host.matches(":hover, :focus-within") && clear(host))) event.preventDefault();
  };
  on(document, "keydown", escape, { passive: false });
}
