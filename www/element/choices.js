// The controls above a chart, and the buttons over its legend.

import { build } from "./dom.js";
import { lay } from "./overlay.js";

/**
 * @typedef {import("../generated/bindings.js").Choice} Choice
 * @typedef {import("../generated/bindings.js").Control} Control
 * @typedef {import("../generated/bindings.js").ControlOption} ControlOption
 * @typedef {import("./types.js").Filters} Filters
 */

/**
 * The controls of a chart. Inputs are kept while the controls are the same, and with them the focus.
 * @param {import("./types.js").Parts["controls"]} node
 * @param {Control[]} controls
 * @param {(name: string, value: string) => void} choose
 */
export function fill_controls(node, controls, choose) {
  const shape = JSON.stringify(controls, ["key", "label", "options", "value"]);
  if (node.shape !== shape) {
    node.shape = shape;
    /** @type {(name: string, option: ControlOption) => Node} */
    const option = (name, { value, label }) =>
      build("label", null, build("input", { type: "radio", name, value }), build("span", null, label));
    /** @param {Control} control */
    const control = ({ key, label, options }) =>
      build("fieldset", null, build("legend", null, label), ...options.map((each) => option(key, each)));
    node.replaceChildren(...controls.map(control));
    node.onchange = ({ target }) => {
      const { name, value } = /** @type {HTMLInputElement} */ (target);
      choose(name, value);
    };
  }
  const options = controls.flatMap(({ options }) => options);
  node.querySelectorAll("input").forEach((input, i) => (input.checked = options[i].selected));
  node.hidden = !controls.length;
}

/**
 * Buttons over the legend on the canvas; they are kept while it stays the same, and with them the focus.
 * @param {HTMLElement} node
 * @param {Choice[]} choices
 * @param {Element} host
 * @param {(change: Filters) => void} choose
 */
export function lay_legend(node, choices, host, choose) {
  while (node.children.length > choices.length) node.lastChild?.remove();
  choices.forEach(({ key, value, words, area }, i) => {
    const known = /** @type {HTMLButtonElement | undefined} */ (node.children[i]);
    const button = known ?? node.appendChild(build("button", { type: "button" }));
    const pressed = host.getAttribute(key) === value;
    button.setAttribute("aria-label", words);
    button.setAttribute("aria-pressed", String(pressed));
    button.onclick = () => choose({ [key]: pressed ? null : value });
    lay(button, area);
  });
}
