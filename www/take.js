// What a reader takes away from a chart: files, a link, the words to cite it. Loaded when its menu is first opened.

import { link } from "./choice.js";
import { build } from "./dom.js";
import { SvgCanvas } from "./svg.js";

/** Of pictures, in CSS pixels, and how many pixels of a file each has. */
const WIDTH = 1200;
const RATIO = 2;

/** Files that are text, with their types. */
const TEXTS = { csv: "text/csv", json: "application/json", svg: "image/svg+xml" };

/** Where the view of a chart can be seen: on this page, if it is ours, or where this script comes from. */
function address(host) {
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const page = host.hasAttribute("data-links") ? canonical : new URL("./", import.meta.url).href;
  return link(host, host.getAttribute("incident"), page);
}

/**
 * Puts into an open menu what can be done with the chart it belongs to. `chart_on` makes that chart anew on a canvas of
 * ours.
 */
export function fill(menu, { words, source, strings, query, host, chart_on }) {
  const own = !host.data && !host.getAttribute("src");
  const status = build("p", { role: "status" });
  const say = (message, text) => {
    const shown = build("textarea", { readonly: true, rows: 4, "aria-label": message, dir: "auto" });
    shown.value = text ?? "";
    status.textContent = message;
    status.parentNode?.querySelector("textarea")?.remove();
    if (text) status.after(shown);
    shown.select();
  };
  const copy = async (text, copied) => {
    try {
      await navigator.clipboard.writeText(text);
      say(copied);
    } catch {
      say(strings.copy_by_hand, text);
    }
  };
  /** A frame may refuse to save a file, and nobody says so. */
  const save = (file, ending, text) => {
    const url = URL.createObjectURL(file);
    build("a", { href: url, download: `${words.file_stem()}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    if (self.origin === "null") say(text ? strings.download_refused : strings.picture_refused, text);
  };
  /** Light, as papers print. */
  const draw = (canvas, ratio) => {
    const { title, sentence, source } = words.head();
    const selection = words.selection();
    const chart = chart_on(canvas);
    chart.set_state(query);
    chart.poster(WIDTH, ratio, title, sentence, selection, own ? `${source}. ${strings.licence}` : source);
    chart.free();
    return [title, [sentence, selection, source].filter(Boolean).join(" ")];
  };
  const text = async (form) => {
    if (form === "svg") {
      const canvas = new SvgCanvas();
      const head = draw(canvas, 1);
      return canvas.file(...head);
    }
    await source.details();
    return words.take(form, "");
  };
  const png = () => {
    const canvas = document.createElement("canvas");
    draw(canvas, RATIO);
    return new Promise((resolve) => canvas.toBlob(resolve));
  };
  const download = async (form) => {
    if (form === "png") return save(await png(), form);
    const content = await text(form);
    save(new Blob([content], { type: TEXTS[form] }), form, content);
  };
  const button = (label, work) => {
    const node = build("button", { type: "button", part: "action" }, label);
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
    ...[...Object.keys(TEXTS), "png"].map((form) =>
      button(strings.download.replace("{format}", form.toUpperCase()), () => download(form)),
    ),
    host.hasAttribute("data-links") &&
      button(strings.copy_link, () => copy(link(host, host.getAttribute("incident")), strings.link_copied)),
    // Somebody's own data is not ours to cite.
    own && button(strings.copy_citation, () => copy(words.take("text", address(host)), strings.copied)),
    own && button(strings.copy_bibtex, () => copy(words.take("bib", address(host)), strings.copied)),
  ];
  menu.replaceChildren(menu.firstChild, build("p", { class: "actions" }, ...entries.filter(Boolean)), status);
  menu.onkeydown = (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.preventDefault(); // closes the menu alone
    menu.open = false;
    menu.firstChild.focus();
  };
}
