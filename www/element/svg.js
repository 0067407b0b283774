// A canvas and context that record drawing as SVG.

const NAMESPACE = "http://www.w3.org/2000/svg";
const ANCHORS = { start: "start", center: "middle", end: "end" };

/** @typedef {Record<string, unknown>} Attributes */

/** Escapes text for XML, without joiners, which some programs show as boxes. @param {unknown} text */
const safe = (text) =>
  String(text)
    .replace(/[^\t\n\r\u0020-\u205f\u2061-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @type {(name: string, attributes: Attributes, content?: string) => string} */
const element = (name, attributes, content) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${safe(value)}"`)
    .join("")}${content === undefined ? "/>" : `>${safe(content)}</${name}>`}\n`;

/** Converts `rgb(20 40 60/100%)` to a form that drawing programs read. @param {string} rgb */
const color = (rgb) =>
  `#${(rgb.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;

/** @param {string} css */
const font = (css) => {
  const [, weight = "", size = "", family = ""] = css.match(/^(\w+) ([\d.]+)px (.*)$/) ?? [];
  return { weight, size: Number(size), family };
};

export class SvgCanvas {
  width = 0;
  height = 0;
  fillStyle = "";
  strokeStyle = "";
  lineWidth = 1;
  font = "";
  /** @type {keyof typeof ANCHORS} */
  textAlign = "start";
  #marks = "";
  #path = "";
  /** @type {Attributes | null} */
  #circle = null;
  #family = "";

  getContext() {
    return this;
  }

  /** Without a font, layout uses its built-in widths, so the same state gives the same file in every browser. */
  measureText() {
    return { width: 0 };
  }

  /** @type {(x: number, y: number, width: number, height: number) => void} */
  fillRect(x, y, width, height) {
    this.#marks += element("rect", { x, y, width, height, fill: color(this.fillStyle) });
  }

  beginPath() {
    [this.#path, this.#circle] = ["", null];
  }

  /** @type {(x: number, y: number) => void} */
  moveTo(x, y) {
    this.#path += `M${x} ${y}`;
  }

  /** @type {(x: number, y: number) => void} */
  lineTo(x, y) {
    this.#path += `L${x} ${y}`;
  }

  closePath() {
    this.#path += "Z";
  }

  /** @type {(cx: number, cy: number, r: number) => void} */
  arc(cx, cy, r) {
    this.#circle = { cx, cy, r };
  }

  /** @param {Attributes} look */
  #outline(look) {
    this.#marks += this.#circle
      ? element("circle", { ...this.#circle, ...look })
      : element("path", { d: this.#path, ...look });
  }

  fill() {
    this.#outline({ fill: color(this.fillStyle) });
  }

  stroke() {
    this.#outline({ fill: "none", stroke: color(this.strokeStyle), "stroke-width": this.lineWidth });
  }

  /** @type {(text: string, x: number, y: number) => void} */
  fillText(text, x, y) {
    const { weight, size, family } = font(this.font);
    this.#family = family;
    const look = { "font-size": size, "font-weight": weight, "text-anchor": ANCHORS[this.textAlign] };
    this.#marks += element("text", { x, y, ...look, fill: color(this.fillStyle) }, text);
  }

  /**
   * The file, with a title and a description for screen readers.
   * @param {string} lang
   * @param {string} title
   * @param {string} description
   */
  file(lang, title, description) {
    const { width, height } = this;
    const look = { lang, width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": this.#family };
    const start = element("svg", { xmlns: NAMESPACE, ...look }).replace("/>", ">");
    return `${start}${element("title", {}, title)}${element("desc", {}, description)}${this.#marks}</svg>\n`;
  }
}
