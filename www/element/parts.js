// The shadow root of an element: its parts, and slots for static content.

import { build } from "./dom.js";
import { sheets } from "./surroundings.js";

/**
 * Builds the shadow root of an element; returns its parts by name.
 * @param {HTMLElement} host
 */
export function build_parts(host) {
  /** @type {Record<string, HTMLElement>} */
  const parts = {};
  /** @type {(tag: keyof HTMLElementTagNameMap, name: string, attributes?: any, ...children: Node[]) => HTMLElement} */
  const part = (tag, name, attributes, ...children) =>
    (parts[name] = build(tag, { part: name, dir: "ltr", ...attributes }, ...children));
  const canvas = part("canvas", "canvas", { role: "img" });
  const legend = part("div", "legend");
  const picture = part("div", "picture", {}, canvas, legend);
  // Not a part: static content has the style of its page.
  parts.foot = build(
    "div",
    { class: "foot" },
    build("slot", { name: "source" }),
    part("p", "source", { hidden: true }),
    part("button", "take", { type: "button" }),
  );
  // States of the element are on an inner node: host and children belong to the page.
  parts.all = build(
    "div",
    { class: "all" },
    part("div", "ruler"),
    build("slot", { name: "title" }),
    part("h3", "title", { hidden: true }),
    build("slot", { name: "sentence" }),
    part("p", "sentence", { hidden: true }),
    part("p", "selection", { hidden: true }, part("span", "selected"), part("button", "clear", { type: "button" })),
    part(
      "div",
      "body",
      { dir: null }, // static content has the direction of its page
      part("slot", "static", { dir: null }),
      part(
        "div",
        "stage",
        { hidden: true },
        part("div", "controls", { hidden: true }),
        picture,
        part(
          "details",
          "figures",
          { hidden: true },
          part("summary", "summary"),
          part("div", "scroll", { role: "group", tabindex: "0" }),
        ),
      ),
    ),
    parts.foot,
    part("p", "status", { role: "status" }),
    part("details", "errors", { hidden: true }),
  );
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = sheets;
  root.append(parts.all);
  return /** @type {import("./types.js").Parts} */ (/** @type {unknown} */ (parts));
}
