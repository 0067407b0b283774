// Keys that a chart handles, by number. Movements come first, in the order of Rust.

import { STEPS } from "../generated/languages.js";

/** Opens the card of the current datum. */
export const CARD = STEPS.length;
export const SPACE = CARD + 1;
/** This key and its synonym open the table. */
export const TABLE = SPACE + 1;

const KEYS = [...STEPS, "Enter", "Space", "KeyT", "t"];

/**
 * The number of the key of an event, or -1.
 * @param {KeyboardEvent} event
 */
export const key_of = ({ key, code }) => Math.max(KEYS.indexOf(key), KEYS.indexOf(code));
