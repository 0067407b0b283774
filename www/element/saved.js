// Fallback for saved pages, which lose the canvas: a picture that loads only without scripts. Loaded if the page has no
// picture of the chart's state.

import { build } from "./dom.js";

/**
 * A data URL, as a saved page keeps none of our files.
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
 * Puts a picture of the canvas beside it for saved pages; replaces the last one.
 * @param {HTMLCanvasElement} canvas
 */
export async function keep(canvas) {
  /** @type {Blob | null} */
  const file = await new Promise((resolve) => canvas.toBlob(resolve, "image/webp"));
  if (!file) return;
  // A source whose media query does not match is never loaded, whatever the page's content security policy.
  const size = { width: canvas.offsetWidth, height: canvas.offsetHeight };
  const source = build("source", { media: "(scripting: none)", srcset: await address_of(file), ...size });
  canvas.parentNode?.querySelector("picture")?.remove();
  canvas.after(build("picture", null, source, build("img", { alt: "" })));
}
