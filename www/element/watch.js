// Tells an element what changes around it: when a reader comes near, its size and pixels, colours, paper.

import { insisted, paper, system_dark } from "./surroundings.js";

const exact_pixels = "devicePixelContentBoxSize" in (globalThis.ResizeObserverEntry?.prototype ?? {});

/**
 * What an element does when something changes.
 * @typedef {object} Changes
 * @property {(width: number, ratio: number) => void} sized
 * @property {(ratio: number) => void} sharper
 * @property {() => void} recoloured By a reader's system.
 * @property {() => void} page_recoloured Perhaps: the page has changed some colour.
 * @property {() => void} paper
 * @property {() => void} restored The canvas has lost what was drawn.
 */

/**
 * Calls back once a reader is a screen away.
 * @param {Element} host
 * @param {AbortSignal} signal
 * @param {() => void} start
 */
export function when_near(host, signal, start) {
  // Observers tell a frame later.
  const [box] = host.getClientRects();
  if (box && box.top < 2 * innerHeight && box.bottom > -innerHeight) return start();
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && start(),
    { rootMargin: "100%" },
  );
  observer.observe(host);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * Watches until `signal`, which ends with the stay of the element in a document.
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

  // The ruler has no height, so what a layout does to the height never calls for another.
  /** @param {ResizeObserverEntry[]} entries */
  const sized = (entries) => {
    const { contentRect, devicePixelContentBoxSize: exact } = entries[entries.length - 1];
    const width = contentRect.width;
    const pixels = width * devicePixelRatio;
    // Whole device pixels where the browser knows them; emulated ones it may not know.
    const whole = exact?.[0].inlineSize;
    changes.sized(width, Math.abs(whole - pixels) <= 1 ? whole / width : devicePixelRatio);
  };
  const observer = new ResizeObserver((entries) => guard(() => sized(entries)));
  observer.observe(ruler, exact_pixels ? { box: "device-pixel-content-box" } : undefined);
  signal.addEventListener("abort", () => observer.disconnect());
  watch_ratio(signal, changes.sharper);
  for (const colours of [system_dark, insisted]) on(colours, "change", changes.recoloured);
  on(paper, "change", changes.paper);
  // The ruler takes its colour from the page, and says so: whatever changed that, and be it slow.
  for (const type of ["transitionrun", "transitionend", "transitioncancel"]) on(ruler, type, changes.page_recoloured);
  // Firefox tells it of the start alone where the colour of the page is on its way.
  on(window, "transitionend", ({ target }) => target.contains?.(host) && changes.page_recoloured());
  on(canvas, "contextrestored", changes.restored);
}

/**
 * A ratio can change and the size stay: on another screen, or where a browser knows no exact pixels.
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
