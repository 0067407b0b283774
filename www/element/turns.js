// The charts of a page take turns at drawing: together in a frame, or one after the other if that takes long.

/** @typedef {import("./drawing.js").Drawing} Drawing */

/** Time in ms that charts may use in a frame; the others of the page wait for the next. */
const BUSY_MS = 40;

/** @type {Set<Drawing>} */
const waiting = new Set();
let frame = 0;

/**
 * Draws in the next frame.
 * @param {Drawing} drawing
 */
export function wait(drawing) {
  waiting.add(drawing);
  frame ||= requestAnimationFrame(draw_waiting);
}

/** @param {Drawing} drawing */
export const wait_no_more = (drawing) => waiting.delete(drawing);

function draw_waiting() {
  frame = 0;
  const all = [...waiting];
  waiting.clear();
  // Colours are read and fonts set before any chart changes its elements: both make browsers compute the style of the
  // page.
  for (const drawing of all) drawing.look();
  const start = performance.now();
  let busy = false;
  for (const drawing of all) {
    if (busy) wait(drawing);
    else drawing.paint();
    busy ||= performance.now() - start > BUSY_MS;
  }
  for (const drawing of all) drawing.show();
}
