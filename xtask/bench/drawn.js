// Finds out from outside where the element has drawn its dots: from the circles it draws on a canvas. If these are
// fewer than the incidents, because it has written pixels, from the scales, which hovering reveals.

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Top of the plot as a share of the height, below the legend. */
const LEGEND = 0.2;

/** Centre of the ring around the dot of the tooltip, in CSS pixels of the canvas. */
export function ringed(element) {
  const { left, top } = element.shadowRoot.querySelector("canvas").getBoundingClientRect();
  const ring = element.shadowRoot.querySelector("[part=ring]").getBoundingClientRect();
  return { x: (ring.left + ring.right) / 2 - left, y: (ring.top + ring.bottom) / 2 - top };
}

/** Every circle of the next picture. */
async function circles(canvas, redraw) {
  const prototype = CanvasRenderingContext2D.prototype;
  const { arc } = prototype;
  const found = { x: [], y: [] };
  const ratio = canvas.width / canvas.clientWidth;
  prototype.arc = function (x, y, ...rest) {
    if (this.canvas === canvas && y > LEGEND * canvas.height) {
      found.x.push(x / ratio);
      found.y.push(y / ratio);
    }
    return arc.call(this, x, y, ...rest);
  };
  redraw();
  await frame();
  prototype.arc = arc;
  return found;
}

/** The line through pairs of values; from medians, so that a few dots moved aside do not tilt it. */
function line_through(pairs) {
  const sorted = pairs.toSorted(([a], [b]) => a - b);
  const half = sorted.length >> 1;
  const slopes = [];
  for (let at = 0; at + half < sorted.length; at++) {
    const [[from, low], [to, high]] = [sorted[at], sorted[at + half]];
    if (to > from) slopes.push((high - low) / (to - from));
  }
  const slope = median(slopes);
  return [slope, median(pairs.map(([from, to]) => to - slope * from))];
}

/** `hover` returns row and ring for a position; `redraw` draws once more. */
export async function places(element, data, { hover, redraw }) {
  const found = await circles(element.shadowRoot.querySelector("canvas"), redraw);
  if (found.x.length >= data.date.length) return found;
  const seen = [];
  for (let tried = 0; tried < 60; tried++) seen.push(await hover());
  const [across, left] = line_through(seen.map(({ row, x }) => [data.date[row], x]));
  const [up, base] = line_through(seen.map(({ row, y }) => [Math.log10(data.stolen_usd[row]), y]));
  return {
    x: Float64Array.from(data.date, (day) => left + across * day),
    y: Float64Array.from(data.stolen_usd, (usd) => base + up * Math.log10(usd)),
  };
}
