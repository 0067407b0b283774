// What a chart does something for: keys of a keyboard, by their numbers. Steps come first, as Rust numbers them.

import { STEPS } from "../generated/languages.js";

/** Opens the card of the figure a reader is at. */
export const CARD = STEPS.length;
export const SPACE = CARD + 1;
/** This, and its other name, opens the table. */
export const TABLE = SPACE + 1;

const KEYS = [...STEPS, "Enter", "Space", "KeyT", "t"];

/**
 * The number of the key of an event, or -1.
 * @param {KeyboardEvent} event
 */
export const key_of = ({ key, code }) => Math.max(KEYS.indexOf(key), KEYS.indexOf(code));
