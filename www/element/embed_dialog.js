// The dialog with the code that embeds a chart. Loaded when a reader opens it.

import { as_of, words } from "../generated/embed_dialog_words.js";
import css from "../style/embed_dialog.css";
import { build, find } from "./dom.js";
import { CHOSEN, language } from "./state.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

const FROZEN = `v/${as_of}/`;
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
 * The snippet from the server, with absolute links.
 * @param {string} folder
 * @param {string} name
 */
async function load(folder, name) {
  const response = await fetch(`${folder}snippet/${name}`);
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
  /** @param {string} name */
  const part = (name) => find(host.shadowRoot, `[part=${name}]`);
  const said = part("sentence").textContent;
  const text = [part("selected").textContent, said].filter(Boolean).map((text) => `<p>${escaped(text)}</p>`);
  return code
    .replace(/<p><b>.*?<\/b>/s, () => `<p><b>${escaped(part("title").textContent)}</b>`)
    .replace(/<p>(?!<b>).*?<\/p>\s*<picture>.*?<\/picture>/s, () => text.join("\n"))
    .replace(/<table>.*<\/table>/s, () => markup(table()));
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
  const selected = find(root, "[part=selected]").textContent;
  const form = build(
    "form",
    null,
    build("h2", { id: "embedding-title" }, say.title),
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
    build("label", { class: "code" }, say.code, area),
    build("p", { class: "actions" }, copy, preview, close),
    status,
  );
  const dialog = build("dialog", { class: "embedding", lang, dir: "ltr", "aria-labelledby": "embedding-title" }, form);

  let turn = {};
  async function show() {
    const mine = (turn = {});
    const chosen = new FormData(form);
    const folder = chosen.get("data") === "frozen" ? site + FROZEN : site;
    const theme = String(chosen.get("colours"));
    status.textContent = "";
    preview.href = `${folder}embed/${name}${query_of(host, theme)}`;
    try {
      const code = fill(await load(folder, name), name, theme, host, table);
      if (mine !== turn) return;
      area.value = code;
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
