// The dialog with what editors paste: code, a picture with its alternative text, an address. Loaded when a reader opens it.

import { release, words } from "../generated/embed_dialog_words.js";
import css from "../style/embed_dialog.css";
import { build, find } from "./dom.js";
import { CHOSEN, language } from "./state.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** What an editor may take, in this order. */
const FORMS = /** @type {const} */ (["page", "amp", "picture", "alt", "address"]);
/** @typedef {typeof FORMS[number]} Form */
/** @typedef {(folder: string, theme: string) => Promise<string>} HandOut */

const FROZEN = `v/${release.as_of}/`;
const here = import.meta.url.replace(/[^/]*$/, "");
/** The address of the current site; a frozen copy is in a subfolder of it. */
const site = here.endsWith(`/${FROZEN}`) ? here.slice(0, -FROZEN.length) : here;

/** @param {string | null} text */
const escaped = (text) => (text ?? "").replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * The table of a chart as plain HTML, without attributes.
 * @param {HTMLTableElement} table
 */
function markup(table) {
  /** @param {HTMLTableCellElement} node */
  const cell = (node) => {
    const tag = node.localName;
    const scope = node.scope ? ` scope="${node.scope}"` : "";
    const span = node.colSpan > 1 ? ` colspan="${node.colSpan}"` : "";
    return `<${tag}${scope}${span}>${escaped(node.textContent)}</${tag}>`;
  };
  /** @param {HTMLTableSectionElement | null} part */
  const rows = (part) => [...(part?.rows ?? [])].map((row) => `<tr>${[...row.cells].map(cell).join("")}</tr>`).join("\n");
  return `<table>
<caption>${escaped(table.caption?.textContent ?? "")}</caption>
<thead>${rows(table.tHead)}</thead>
${[...table.tBodies].map((body) => `<tbody>\n${rows(body)}\n</tbody>`).join("\n")}
</table>`;
}

/**
 * Code from the server, with absolute links.
 * @param {string} folder
 * @param {string} path
 */
async function load(folder, path) {
  const response = await fetch(folder + path);
  if (!response.ok) throw new Error(String(response.status));
  const code = (await response.text()).replace(/^<!--.*?-->\s*/s, "");
  return code.replace(/ (src|srcset|href)="(?!https?:)/g, ` $1="${folder}`);
}

/**
 * The state of a chart without an open card.
 * @param {Element} host
 */
const selection = (host) => CHOSEN.filter((key) => key !== "incident" && host.getAttribute(key));

/**
 * The text of a part of a chart.
 * @param {HTMLElement & { shadowRoot: ShadowRoot }} host
 * @param {string} part
 */
const said = (host, part) => find(host.shadowRoot, `[part=${part}]`).textContent;

/**
 * The picture of a chart in words, as its alternative text.
 * @param {HTMLElement & { shadowRoot: ShadowRoot }} host
 */
const alternative = (host) => `${said(host, "title")}. ${said(host, "sentence")}`;

/**
 * The query of a frame that shows the chart in its current state.
 * @param {Element} host
 * @param {string} theme
 */
function query_of(host, theme) {
  const pairs = selection(host).map((key) => [key, host.getAttribute(key) ?? ""]);
  if (theme !== "auto") pairs.push(["theme", theme]);
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

/**
 * Applies the reader's options to the code. Replacements are functions, as strings could contain patterns of `replace`.
 * @param {string} code
 * @param {string} name
 * @param {string} theme
 * @param {HTMLElement & { shadowRoot: ShadowRoot }} host
 * @param {() => HTMLTableElement} table
 */
function fill(code, name, theme, host, table) {
  code = code.replace('data-theme="auto"', `data-theme="${theme}"`);
  if (theme === "dark") code = code.replaceAll(".light.svg", ".dark.svg");
  code = code.replace(`embed/${name}`, (address) => address + escaped(query_of(host, theme)));
  if (!selection(host).length) return code;
  // The static picture shows all data, so the filtered figures replace it.
  const [title, selected, sentence] = ["title", "selected", "sentence"].map((part) => said(host, part));
  const text = [selected, sentence].filter(Boolean).map((text) => `<p>${escaped(text)}</p>`);
  return code
    .replace(/<p><b>.*?<\/b>/s, () => `<p><b>${escaped(title)}</b>`)
    .replace(/<p>(?!<b>).*?<\/p>\s*<picture>.*?<\/picture>/s, () => text.join("\n"))
    .replace(/<amp-img.*<\/amp-img>/s, () => `<p placeholder="">${escaped(alternative(host))}</p>`)
    .replace(/<table>.*<\/table>/s, () => markup(table()));
}

/**
 * The picture in the code of an article, alone: that of medium width, as no `<picture>` chooses one.
 * @param {string} code
 */
function picture(code) {
  const [image = ""] = /<img .*?\/>/s.exec(code) ?? [];
  const [, source] = /srcset="(\S*\.720\.\S* width="\d+" height="\d+")/.exec(code) ?? [];
  return image.replace(/ src=".*? height="\d+"/s, () => ` src="${source}`);
}

/**
 * A group of radio buttons.
 * @param {string} legend
 * @param {string} name
 * @param {[value: string, text: string][]} options
 */
function choice(legend, name, options) {
  /** @type {(option: [value: string, text: string], at: number) => Node} */
  const option = ([value, text], at) =>
    build(
      "label",
      null,
      build("input", { type: "radio", name, value, checked: at === 0 }),
      build("span", null, text),
    );
  return build("fieldset", null, build("legend", null, legend), ...options.map(option));
}

/**
 * Opens the dialog for a chart of our own data.
 * @param {HTMLElement} chart
 * @param {() => HTMLTableElement} table
 */
export function open(chart, table) {
  const host = /** @type {HTMLElement & { shadowRoot: ShadowRoot }} */ (chart);
  const root = host.shadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const lang = language(host);
  const name = `${host.getAttribute("chart")}.${lang}.html`;
  const say = words[lang];

  const area = build("textarea", { readonly: true, wrap: "off" });
  const copy = build("button", { type: "button", part: "action" }, say.copy);
  const preview = build("a", { target: "_blank", rel: "noopener" }, say.preview);
  const close = build("button", { type: "button", part: "action", class: "close" }, say.close);
  const status = build("p", { role: "status" });
  const label = build("span");
  const selected = said(host, "selected");
  /** @type {(kind: string) => HandOut} */
  const code_of = (kind) => async (folder, theme) => fill(await load(folder, `${kind}/${name}`), name, theme, host, table);
  const code = code_of("snippet");
  /** @type {Partial<Record<Form, HandOut>>} */
  const forms = { page: code, amp: code_of("amp") };
  // Files show everything: a selection has neither a picture nor an address of its own.
  if (!selection(host).length) {
    forms.picture = async (folder, theme) => picture(await code(folder, theme));
    forms.alt = async () => alternative(host);
    if (release.base_url) forms.address = async () => `${release.base_url}embed/${name}`;
  }
  const form = build(
    "form",
    null,
    build("h2", { id: "embedding-title" }, say.title),
    choice(
      say.form,
      "form",
      FORMS.filter((kind) => forms[kind]).map((kind) => [kind, say[kind]]),
    ),
    choice(say.data, "data", [
      ["live", say.live],
      ["frozen", say.frozen],
    ]),
    choice(say.colours, "colours", [
      ["auto", say.auto],
      ["light", say.light],
      ["dark", say.dark],
    ]),
    ...(selected ? [build("p", null, `${say.selected} ${selected}`)] : []),
    ...(forms.picture ? [] : [build("p", null, say.unselected)]),
    build("label", { class: "code" }, label, area),
    build("p", { class: "actions" }, copy, preview, close),
    status,
  );
  const dialog = build("dialog", { class: "embedding", lang, dir: "ltr", "aria-labelledby": "embedding-title" }, form);

  let turn = {};
  async function show() {
    const mine = (turn = {});
    const kind = /** @type {Form} */ (new FormData(form).get("form"));
    // Neither words nor an address have a date and colours.
    const [, ...sets] = form.querySelectorAll("fieldset");
    for (const set of sets) set.disabled = kind === "alt" || kind === "address";
    const chosen = new FormData(form);
    const folder = chosen.get("data") === "frozen" ? site + FROZEN : site;
    const theme = String(chosen.get("colours") ?? "auto");
    label.textContent = kind === "alt" || kind === "address" ? say[kind] : say.code;
    status.textContent = "";
    const pictured = `static/${chart.getAttribute("chart")}.${lang}.720.${theme === "dark" ? theme : "light"}.svg`;
    const framed = `embed/${name}${query_of(host, theme)}`;
    preview.href = folder + (kind === "picture" || kind === "alt" ? pictured : framed);
    try {
      const text = (await forms[kind]?.(folder, theme)) ?? "";
      if (mine !== turn) return;
      area.value = text;
    } catch (cause) {
      if (mine === turn) status.textContent = say.failed;
      console.warn("heist-chart:", cause);
    }
  }

  copy.onclick = async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      status.textContent = say.copied;
    } catch {
      area.select();
      status.textContent = say.by_hand;
    }
  };
  close.onclick = () => dialog.close();
  form.onchange = show;
  form.onsubmit = (event) => event.preventDefault();
  // Escape closes the dialog and keeps the filters.
  dialog.onkeydown = (event) => {
    if (event.key === "Escape") event.stopPropagation();
  };
  dialog.onclose = () => dialog.remove();
  find(root, ".all").append(dialog);
  dialog.showModal();
  return show();
}
