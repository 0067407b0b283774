// What a reader takes away from a chart: files, a link, the words to cite it. Loaded when its menu is first opened.

import { words as all_words } from "../generated/download_words.js";
import { FILTERS } from "../generated/languages.js";
import { build } from "./dom.js";
import { link } from "./selection.js";
import { SvgCanvas } from "./svg.js";

/** @typedef {keyof typeof TEXTS | "png"} Form */

/** Of pictures, in CSS pixels, and how many pixels of a file each has. */
const WIDTH = 1200;
const RATIO = 2;

/** Files that are text, with their types. */
const TEXTS = { csv: "text/csv", json: "application/json", svg: "image/svg+xml" };

/** All, in the order of the menu. @type {Form[]} */
const FORMS = ["csv", "json", "svg", "png"];

/**
 * What TeX takes for commands, as text. BibTeX counts braces, whatever stands before them.
 * @type {Record<string, string>}
 */
const TEX = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
/** @param {string} text */
const tex = (text) => text.replace(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/**
 * An entry for BibTeX. Inner braces hold one name together, and capitals as they are. It has no date of access.
 * @param {string} key
 * @param {Record<"author" | "title" | "as_of" | "url" | "note", string>} fields
 */
export const bibtex = (key, { author, title, as_of, url, note }) =>
  `@misc{${key},
  author = {{${author}}},
  title = {{${tex(title)}}},
  year = {${as_of.slice(0, 4)}},
  version = {${as_of}},
  url = {${url.replace(/[\s{}"\\]/g, encodeURIComponent)}},
  note = {${tex(note)}}
}
`;

/** @type {(canvas: HTMLCanvasElement) => Promise<Blob | null>} */
const png_of = (canvas) => new Promise((resolve) => canvas.toBlob(resolve));

/** How many pixels are looked at each way, and by how much a channel may be off: what no eye sees leaves a picture true. */
const PROBE = 16;
const OFF = 16;

/**
 * Whether files of canvases of a size hold what was drawn. Browsers that protect against tracking may write noise, and tell
 * nobody: so white and black halves are written to a file, and looked at.
 * @param {{ width: number, height: number }} size
 */
async function keeps_pixels({ width, height }) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const [context, half] = [canvas.getContext("2d"), Math.floor(width / 2)];
  if (!context) return false;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#000";
  context.fillRect(half, 0, width, height);
  const file = await png_of(canvas);
  if (!file) return false;
  const written = await createImageBitmap(file);
  context.clearRect(0, 0, width, height);
  context.drawImage(written, 0, 0);
  const { data } = context.getImageData(half - PROBE / 2, Math.floor(height / 2), PROBE, PROBE);
  // Four channels a pixel, of which the last says that it is opaque.
  /** @param {number} at */
  const expected = (at) => (at % 4 === 3 || (at / 4) % PROBE < PROBE / 2 ? 255 : 0);
  return data.every((value, at) => Math.abs(value - expected(at)) <= OFF);
}

/**
 * Name of a file, without its ending, in letters that every system takes.
 * @param {Element} host
 * @param {string} as_of
 */
function stem(host, as_of) {
  const chosen = ["chart", ...FILTERS, "measure"].map((name) => host.getAttribute(name));
  const ascii = chosen.join("-").replace(/[^a-z0-9]+/gi, "-").replace(/-$/, "");
  return `heistogram-${ascii.slice(0, 150)}-${as_of}`;
}

/** Where this script comes from, if it is the site of the graphic: a single file has none, nor has what was bundled. */
const site = /^(http.*\/)download\.\w{8}\.js$/.exec(import.meta.url)?.[1];

/**
 * Where the view of a chart can be seen: on this page, if it is ours, or on the site of the graphic.
 * @param {Element} host
 */
function address(host) {
  /** @type {HTMLLinkElement | null} */
  const head = document.querySelector("link[rel=canonical]");
  const canonical = head?.href;
  const page = host.hasAttribute("data-links") ? canonical : (site ?? canonical);
  return link(host, host.getAttribute("incident"), page);
}

/**
 * Puts into an open menu what can be done with the chart it belongs to. `chart_on` makes that chart anew on a canvas of
 * ours.
 * @param {HTMLElement} menu
 * @param {import("./types.js").Shown} shown
 */
export function fill(menu, { chart, said, source, strings: shared, query, host, chart_on }) {
  const strings = { ...shared, ...all_words[source.lang] };
  const own = !host.data && !host.getAttribute("src");
  const status = build("p", { role: "status" });
  /** @type {(message: string, text?: string) => void} */
  const say = (message, text) => {
    const shown = build("textarea", { readonly: true, rows: 4, "aria-label": message, dir: "auto" });
    shown.value = text ?? "";
    status.textContent = message;
    status.parentNode?.querySelector("textarea")?.remove();
    if (text) status.after(shown);
    shown.select();
  };
  /** @type {(text: string, copied: string) => Promise<void>} */
  const copy = async (text, copied) => {
    try {
      await navigator.clipboard.writeText(text);
      say(copied);
    } catch {
      say(strings.copy_by_hand, text);
    }
  };
  /** The chart in words, with what is selected. */
  const named = () => {
    const { title, source, as_of, selection } = said;
    return { title: selection ? `${title} (${selection})` : title, source, as_of };
  };
  const cite = () => {
    const { title, source } = named();
    return `${strings.author}: ${title}. ${source}. ${strings.licence}. ${address(host)}`;
  };
  const cite_in_tex = () => {
    const { source, ...head } = named();
    const note = `${source}. ${strings.licence}`;
    return bibtex(stem(host, head.as_of), { ...head, author: strings.author, url: address(host), note });
  };
  /**
   * A frame may refuse to save a file, and nobody says so.
   * @type {(file: Blob, ending: Form, text?: string) => void}
   */
  const save = (file, ending, text) => {
    const url = URL.createObjectURL(file);
    build("a", { href: url, download: `${stem(host, said.as_of)}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    if (self.origin === "null") say(text ? strings.download_refused : strings.picture_refused, text);
  };
  /**
   * Light, as papers print. Gives a title and a description.
   * @type {(canvas: HTMLCanvasElement | SvgCanvas, ratio: number) => Promise<[string, string]>}
   */
  const draw = async (canvas, ratio) => {
    const { title, sentence, source, selection } = said;
    const picture = await chart_on(canvas);
    picture.set_state(query);
    const foot = own ? `${source}. ${strings.author}, ${strings.licence}` : source;
    picture.poster(WIDTH, ratio, [title, sentence, selection, foot].join("\x1f"));
    picture.free();
    return [title, [sentence, selection, source].filter(Boolean).join(" ")];
  };
  /** @param {keyof typeof TEXTS} form */
  const text = async (form) => {
    if (form === "svg") {
      const canvas = new SvgCanvas();
      const head = await draw(canvas, 1);
      return canvas.file(source.lang, ...head);
    }
    await source.details();
    return form === "csv" ? chart.write(true, await source.english()) : chart.write(false, "");
  };
  const png = async () => {
    const canvas = document.createElement("canvas");
    await draw(canvas, RATIO);
    return (await keeps_pixels(canvas).catch(() => false)) && png_of(canvas);
  };
  /** @param {Form} form */
  const download = async (form) => {
    if (form === "png") {
      const file = await png();
      return file ? save(file, form) : say(strings.pixels_refused);
    }
    const content = await text(form);
    save(new Blob([content], { type: TEXTS[form] }), form, content);
  };
  /** @type {(label: string, work: () => unknown) => Node} */
  const button = (label, work) => {
    const node = build("button", { part: "action" }, label);
    node.onclick = async () => {
      say("");
      try {
        await work();
      } catch {
        say(strings.details_failed);
      }
    };
    return node;
  };
  const entries = [
    ...FORMS.map((form) =>
      button(strings.download.replace("{format}", form.toUpperCase()), () => download(form)),
    ),
    host.hasAttribute("data-links") &&
      button(strings.copy_link, () => copy(link(host, host.getAttribute("incident")), strings.link_copied)),
    // Elsewhere there are no frames to offer.
    own && site && button(strings.embed, async () => (await import("./embed_dialog.js")).open(host)),
    // Somebody's own data is not ours to cite.
    own && button(strings.copy_citation, () => copy(cite(), strings.copied)),
    own && button(strings.copy_bibtex, () => copy(cite_in_tex(), strings.copied)),
  ];
  const buttons = entries.filter((entry) => entry instanceof Node);
  menu.replaceChildren(build("p", { class: "actions" }, ...buttons), status);
}
