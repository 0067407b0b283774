// The download menu of a chart: files, a link, a citation. Loaded when the menu is first opened.

import { words as all_words } from "../generated/download_words.js";
import { FILTERS } from "../generated/languages.js";
import { build } from "./dom.js";
import { link } from "./selection.js";
import { SvgCanvas } from "./svg.js";

/** @typedef {keyof typeof TEXTS | "png"} Form */

/** Width of pictures in CSS pixels, and device pixels per CSS pixel in a file. */
const WIDTH = 1200;
const RATIO = 2;

/** Text formats, with their MIME types. */
const TEXTS = { csv: "text/csv", json: "application/json", svg: "image/svg+xml" };

/** Formats of pictures, in the order of the menu. @type {Form[]} */
const PICTURES = ["svg", "png"];
/** Formats of incidents. @type {Form[]} */
const DATA = ["csv", "json"];

/**
 * Escapes for special characters of TeX. BibTeX counts even escaped braces, so they are replaced.
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
 * A BibTeX entry. Inner braces keep a name together, and capitals as they are. It has no access date.
 * @param {string} key
 * @param {Record<"author" | "title" | "as_of" | "url" | "note", string>} fields
 */
export const bibtex = (key, { author, title, as_of, url, note }) =>
  `@misc{${key},
  author = {{${author}}},
  title = {{${tex(title)}}},
  year = {${as_of.slice(0, 4)}},
  version = {${as_of}},
${url && `  url = {${url.replace(/[\s{}"\\]/g, encodeURIComponent)}},\n`}  note = {${tex(note)}}
}
`;

/** @type {(canvas: HTMLCanvasElement) => Promise<Blob | null>} */
const png_of = (canvas) => new Promise((resolve) => canvas.toBlob(resolve));

/** Size of the sample in pixels, and the greatest deviation of a channel: less is invisible. */
const PROBE = 16;
const OFF = 16;

/**
 * Whether PNG files of canvases of a size are unaltered. Browsers that resist fingerprinting may silently add noise, so a
 * canvas with a white and a black half is encoded and compared.
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
  // Four channels per pixel; the last one is alpha.
  /** @param {number} at */
  const expected = (at) => (at % 4 === 3 || (at / 4) % PROBE < PROBE / 2 ? 255 : 0);
  return data.every((value, at) => Math.abs(value - expected(at)) <= OFF);
}

/**
 * Base name of a file, in characters that every system accepts.
 * @param {Element} host
 * @param {string} as_of
 */
function stem(host, as_of) {
  const chosen = ["chart", ...FILTERS, "measure"].map((name) => host.getAttribute(name));
  const ascii = chosen.join("-").replace(/[^a-z0-9]+/gi, "-").replace(/-$/, "");
  return `heistogram-${ascii.slice(0, 150)}-${as_of}`;
}

/** The site this script was loaded from, if it is the graphic's: not for a single file, a package or a bundle. */
const site = IN_SITE ? /^(http.*\/)download\.\w{8}\.js$/.exec(import.meta.url)?.[1] : undefined;

/** An address that others can open; none for a file on a disk. @param {string} url */
const shared = (url) => (url.startsWith("http") ? url : "");

/**
 * The address that shows the chart in its state: this page, if it is ours, or the site of the graphic.
 * @param {Element} host
 */
function address(host) {
  /** @type {HTMLLinkElement | null} */
  const head = document.querySelector("link[rel=canonical]");
  const canonical = head?.href;
  const page = host.hasAttribute("data-links") ? canonical : (site ?? canonical);
  return shared(link(host, host.getAttribute("incident"), page));
}

/**
 * Fills an open menu with the downloads of its chart. `chart_on` draws the same chart on another canvas.
 * @param {HTMLElement} menu
 * @param {import("./types.js").Shown} shown
 */
export function fill(menu, { chart, said, source, strings: own_words, query, host, chart_on, table }) {
  const strings = { ...own_words, ...all_words[source.lang] };
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
  const copy = async (joined, copied) => {
    const text = joined.replaceAll("\u2060", ""); // joiners show as boxes in some programs
    try {
      await navigator.clipboard.writeText(text);
      say(copied);
    } catch {
      say(strings.copy_by_hand, text);
    }
  };
  /** The chart in words, with its filters. */
  const named = () => {
    const { title, source, as_of, selection } = said;
    return { title: selection ? `${title} (${selection})` : title, source, as_of };
  };
  const cite = () => {
    const { title, source } = named();
    return `${strings.author}: ${title}. ${source}. ${strings.licence}. ${address(host)}`.trim();
  };
  const cite_in_tex = () => {
    const { source, ...head } = named();
    const note = `${source}. ${strings.licence}`;
    return bibtex(stem(host, head.as_of), { ...head, author: strings.author, url: address(host), note });
  };
  /**
   * A frame may block downloads without an error.
   * @type {(file: Blob, ending: string, text?: string) => void}
   */
  const save = (file, ending, text) => {
    const url = URL.createObjectURL(file);
    build("a", { href: url, download: stem(host, said.as_of) + ending }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    if (self.origin === "null") say(text ? strings.download_refused : strings.picture_refused, text);
  };
  /**
   * Draws in the light theme, for print. Returns a title and a description.
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
    await Promise.all([source.details(), source.files()]);
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
      return file ? save(file, ".png") : say(strings.pixels_refused);
    }
    const content = await text(form);
    save(new Blob([content], { type: TEXTS[form] }), `.${form}`, content);
  };
  const download_figures = async () => {
    const [countries] = await Promise.all([source.english(), source.files()]);
    const content = chart.figures(countries);
    save(new Blob([content], { type: TEXTS.csv }), "-figures.csv", content);
  };
  /** The sentence of the chart, with what is selected. */
  const statement = () => [said.sentence, said.selection && `(${said.selection})`].filter(Boolean).join(" ");
  /** The chart where it is shown: own data are on this page only. */
  const here = () => (own ? address(host) : shared(location.href));
  const sentence_with_source = () => `${statement()} ${said.source}. ${here()}`.trim();
  const shareable = () => ({ title: said.title, text: statement(), url: here() || undefined });
  const share = () =>
    navigator.share(shareable()).catch((cause) => {
      if (cause.name !== "AbortError") throw cause; // a reader may close the menu without sharing
    });
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
  /** @type {(template: string, form: string) => string} */
  const label = (template, form) => template.replace("{format}", form.toUpperCase());
  const entries = [
    button(strings.download_figures, download_figures),
    ...DATA.map((form) => button(label(strings.download_incidents, form), () => download(form))),
    ...PICTURES.map((form) => button(label(strings.download, form), () => download(form))),
    // Only some systems have a menu for sharing, and only some pages and frames may open it.
    navigator.canShare?.(shareable()) && button(strings.share, share),
    button(strings.copy_sentence, () => copy(sentence_with_source(), strings.copied)),
    host.hasAttribute("data-links") &&
      shared(location.href) &&
      button(strings.copy_link, () => copy(link(host, host.getAttribute("incident")), strings.link_copied)),
    // Other sites have no frames of ours to embed. The constant comes first, so that packages leave the dialog out.
    IN_SITE && own && site && button(strings.embed, async () => (await import("./embed_dialog.js")).open(host, table)),
    // Own data has no citation of ours.
    own && button(strings.copy_citation, () => copy(cite(), strings.copied)),
    own && button(strings.copy_bibtex, () => copy(cite_in_tex(), strings.copied)),
  ];
  const buttons = entries.filter((entry) => entry instanceof Node);
  menu.replaceChildren(build("p", { class: "actions" }, ...buttons), status);
}
