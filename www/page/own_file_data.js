// In a page that try.html saves, this takes the place of own_data.js: its data are in the page, and validated.

import { in_languages } from "../element/data.js";
import { find } from "../element/dom.js";

/**
 * @typedef {{ numbers: number[], text: string }} Tape
 * @typedef {{ title: string, state: Record<string, string | null> }} Chart
 * @type {{ headline: string, charts: Chart[], countries: string, english: string, core: Tape, details: Tape }}
 */
export const held = JSON.parse(find(document, "#data").textContent);

/** @type {(tape: Tape) => [Float64Array, string]} */
const lists = ({ numbers, text }) => [Float64Array.from(numbers), text];

const sources = in_languages(
  async () => [held.countries, ...lists(held.core)],
  async () => lists(held.details),
  "",
  async () => held.english,
);

/**
 * @param {unknown} _
 * @param {string} lang
 */
export const own_source = (_, lang) => sources(lang);
