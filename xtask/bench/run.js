// Runs and times the operations on a page: `bench`, for the program that drives the browser.
//
// A page exports `mount(data)`, `unmount()`, `redraw()`, and `filter(from, to)` in years (or nothing for all). It also
// exports `target()`, the node that takes the pointer, and `named()`, the row in the tooltip. The positions of all dots
// are `places()`, or are found from outside in `element()`.

import { generate, random } from "./data.js";

const { page } = globalThis;
const rows = Number(new URLSearchParams(location.search).get("n"));
const data = generate(rows);

/** Half of the years. */
const HALF = [2014, 2022];

const { port1, port2 } = new MessageChannel();
const waiting = [];
port1.onmessage = () => waiting.shift()();
/** A new task, after which pending work has ended. */
const task = () =>
  new Promise((done) => {
    waiting.push(done);
    port2.postMessage(0);
  });

/**
 * Milliseconds of the main thread for some work and the frame that shows it: style, layout, paint and commit, but not
 * the idle time in between.
 */
async function cost(work) {
  let start;
  // Requested before the work requests the same frame, so that the clock starts before its callback.
  const framed = new Promise((done) => {
    requestAnimationFrame(() => {
      start = performance.now();
      done(task());
    });
  });
  const begun = performance.now();
  work();
  // Includes microtasks, and the browser's work after a script: some canvases draw only then.
  await task();
  const rested = performance.now();
  const between = start === undefined ? () => start - rested : () => 0;
  await framed;
  return performance.now() - begun - between();
}

/** Counts all frames that show the work, until one does next to nothing. */
async function whole_cost(work) {
  let sum = await cost(work);
  for (let last = sum; last > QUIET_MS;) {
    last = await cost(() => {});
    if (last > QUIET_MS) sum += last;
  }
  return sum;
}
const QUIET_MS = 5;

/** The costs of an operation done `most` times, or as often as time allows. */
async function costs(of, work, most, undo = null) {
  const found = [];
  const start = performance.now();
  while (found.length < most && performance.now() - start < BUDGET_MS) {
    found.push(await of(work));
    if (undo) await whole_cost(undo);
  }
  // The first is slower: engines compile code that runs often.
  return found.length > 1 ? found.slice(1) : found;
}
const BUDGET_MS = 3000;

/**
 * Positions of the pointer on the chart of incidents, in CSS pixels from the corner of its target. Each one is new,
 * because staying on a dot costs nothing, most of all if dots are few.
 */
function* path(seed) {
  const next = random(seed);
  const { width, height } = page.target().getBoundingClientRect();
  for (;;) yield [Math.round((0.12 + 0.84 * next()) * width), Math.round((0.32 + 0.48 * next()) * height)];
}

function move([x, y]) {
  const target = page.target();
  const box = target.getBoundingClientRect();
  const [clientX, clientY] = [box.left + x, box.top + y];
  const at = { clientX, clientY, screenX: clientX, screenY: clientY, bubbles: true, composed: true, view: window };
  target.dispatchEvent(new PointerEvent("pointermove", { ...at, pointerId: 1, pointerType: "mouse", isPrimary: true }));
  target.dispatchEvent(new MouseEvent("mousemove", at));
}

/** Distance in CSS pixels within which another dot counts as equally near. */
const TIE = 0.5;

/** Hovers and waits: some pages draw the tooltip a frame or two later. */
async function hover(at) {
  move(at);
  for (let frame = 0; frame < 2; frame++) await cost(() => {});
}

/** The positions of the dots, and the dot in the tooltip. */
async function drawn() {
  const element = page.element?.();
  if (!element) {
    const { x, y } = await page.places();
    const named = () => (page.named() < 0 ? null : { x: x[page.named()], y: y[page.named()] });
    return { x, y, named };
  }
  const { places, ringed } = await import("./drawn.js");
  const path_to_see = path(4);
  const see = async () => {
    await hover(path_to_see.next().value);
    return { row: page.named(), ...ringed(element) };
  };
  const { x, y } = await places(element, data.columns, { hover: see, redraw: page.redraw });
  return { x, y, named: () => (page.named() < 0 ? null : ringed(element)) };
}

/** The share of pointer positions at which hovering names the nearest dot, compared with all that are drawn. */
async function nearest(count) {
  const { x, y, named } = await drawn();
  const places = path(3);
  const start = performance.now();
  let [right, tried] = [0, 0];
  for (; tried < count && performance.now() - start < 3 * BUDGET_MS; tried++) {
    const at = places.next().value;
    await hover(at);
    let least = Infinity;
    for (let dot = 0; dot < x.length; dot++) least = Math.min(least, (x[dot] - at[0]) ** 2 + (y[dot] - at[1]) ** 2);
    const found = named();
    if (found && Math.hypot(found.x - at[0], found.y - at[1]) <= Math.sqrt(least) + TIE) right++;
  }
  return right / tried;
}

globalThis.bench = {
  /** From data in memory to three painted charts. The code is warm: it has run for a hundred other incidents. */
  async mount() {
    await page.mount(generate(100, 2));
    await cost(() => {});
    page.unmount();
    await cost(() => {});
    const start = performance.now();
    await page.mount(data);
    await cost(() => {});
    const took = performance.now() - start;
    await page.settled?.();
    return [took];
  },
  hover() {
    const places = path(2);
    return costs(cost, () => move(places.next().value), 101);
  },
  nearest: async () => [await nearest(100)],
  redraw: () => costs(whole_cost, () => page.redraw(), 11),
  filter: () =>
    costs(
      whole_cost,
      () => page.filter(...HALF),
      11,
      () => page.filter(),
    ),
  async redraw_often(times) {
    for (let time = 0; time < times; time++) await cost(page.redraw);
  },
};

if (new URLSearchParams(location.search).has("load")) {
  await page.mount(data);
  await cost(() => {});
  const ready = performance.now();
  // Scripts and WebAssembly loaded so far, without files that all pages share and those that a page needs later.
  const counts = (name) => /\.(js|wasm)$/.test(name) && !/\/(run|data)\.js$/.test(name) && !page.is_later?.(name);
  const code = performance
    .getEntriesByType("resource")
    .filter(({ name, responseEnd }) => counts(name) && responseEnd < ready)
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  // Known a little after the paint.
  const first_picture = await new Promise((done) => {
    const painted = (list) => list.getEntriesByName("first-contentful-paint").forEach((entry) => done(entry.startTime));
    new PerformanceObserver(painted).observe({ type: "paint", buffered: true });
  });
  globalThis.loaded = { ready, code, first_picture };
} else globalThis.loaded = {};
