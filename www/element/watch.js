// Observes the surroundings of an element: approach of a reader, size, pixel ratio, colours, printing.

import { insisted, paper, system_dark } from "./surroundings.js";

const exact_pixels = "devicePixelContentBoxSize" in (globalThis.ResizeObserverEntry?.prototype ?? {});

/**
 * Callbacks for changes.
 * @typedef {object} Changes
 * @property {(width: number, ratio: number) => void} sized
 * @property {(ratio: number) => void} sharper
 * @property {() => void} recoloured The system's colours or preferences have changed.
 * @property {() => void} page_recoloured Colours of the page may have changed.
 * @property {() => void} paper
 * @property {() => void} restored The canvas has lost its content.
 */

/**
 * Calls back when the element is within a screen's distance.
 * @param {Element} host
 * @param {AbortSignal} signal
 * @param {() => void} start
 */
export function when_near(host, signal, start) {
  // Some pages remove it, and in a frame that is not in view, browsers keep it waiting.
  if (!globalThis.IntersectionObserver || parent !== window) return start();
  // It reports with the next frame. Asking for the box here would lay out the whole page.
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && start(),
    { rootMargin: "100%" },
  );
  observer.observe(host);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * Observes until `signal`, which aborts when the element leaves the document.
 * @param {Element} host
 * @param {import("./types.js").Parts} parts
 * @param {AbortSignal} signal
 * @param {import("./types.js").Guard} guard
 * @param {Changes} changes
 */
export function watch(host, { canvas, ruler }, signal, guard, changes) {
  /** @type {(target: EventTarget, type: string, work: (event: any) => void) => void} */
  const on = (target, type, work) =>
    target.addEventListener(type, (event) => guard(() => work(event)), { signal, passive: true });

  // The ruler has no height, so a layout that changes the height does not trigger the observer.
  /** @param {ResizeObserverEntry[]} entries */
  const sized = (entries) => {
    const { contentRect, devicePixelContentBoxSize: exact } = entries[entries.length - 1];
    const width = contentRect.width;
    const pixels = width * devicePixelRatio;
    // Exact device pixels, if the browser supports them; emulation may not.
    const whole = exact?.[0].inlineSize;
    changes.sized(width, Math.abs(whole - pixels) <= 1 ? whole / width : devicePixelRatio);
  };
  const observer = new ResizeObserver((entries) => guard(() => sized(entries)));
  observer.observe(ruler, exact_pixels ? { box: "device-pixel-content-box" } : undefined);
  signal.addEventListener("abort", () => observer.disconnect());
  watch_ratio(signal, changes.sharper);
  for (const colours of [system_dark, insisted]) on(colours, "change", changes.recoloured);
  on(paper, "change", changes.paper);
  // The ruler inherits the page's colour and has a transition, so every change of it causes an event.
  for (const type of ["transitionrun", "transitionend", "transitioncancel"]) on(ruler, type, changes.page_recoloured);
  // During a transition of the page's colour, Firefox sends only the start event.
  on(window, "transitionend", ({ target }) => target.contains?.(host) && changes.page_recoloured());
  on(canvas, "contextrestored", changes.restored);
}

/**
 * The pixel ratio can change without the size: on another screen, or in browsers without exact pixels.
 * @param {AbortSignal} signal
 * @param {(ratio: number) => void} sharper
 */
function watch_ratio(signal, sharper) {
  const changed = () => {
    sharper(devicePixelRatio);
    watch_ratio(signal, sharper);
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, { once: true, signal });
}
