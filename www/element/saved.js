// A saved page holds no canvas: what shows in its place is a picture that browsers load only where no script runs. Loaded
// when the page has no picture of what a chart shows.

import { build } from "./dom.js";

/**
 * As an address in itself: in a saved page nothing else of ours is left.
 * @param {Blob} file
 * @returns {Promise<string>}
 */
const address_of = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/**
 * Puts what is on a canvas beside it, as a picture for a saved page; in place of one that was there.
 * @param {HTMLCanvasElement} canvas
 */
export async function keep(canvas) {
  /** @type {Blob | null} */
  const file = await new Promise((resolve) => canvas.toBlob(resolve, "image/webp"));
  if (!file) return;
  // A source that does not match is not loaded, whatever the policy of the page.
  const size = { width: canvas.offsetWidth, height: canvas.offsetHeight };
  const source = build("source", { media: "(scripting: none)", srcset: await address_of(file), ...size });
  canvas.parentNode?.querySelector("picture")?.remove();
  canvas.after(build("picture", null, source, build("img", { alt: "" })));
}
