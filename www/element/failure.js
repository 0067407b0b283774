// Why a chart cannot be drawn, in words.

/**
 * What is thrown: by Rust a text, by `own_data.js` a refusal, by a browser an error.
 * @typedef {{ errors?: import("../generated/bindings.js").DataError[], words?: string[], waits?: boolean }} Refusal
 */

/** Needed before, or without, anything that could translate them; a page has its own in data-failed and so on. */
const WORDS = {
  failed: "The interactive chart could not start.",
  failedInstead: "The picture and the table show the same figures.",
  unreadable: "The data could not be loaded, so nothing is drawn from it.",
  errors: "What is wrong",
};

const warned = new Set();

/**
 * In the words of the page, where it has some.
 * @param {HTMLElement} host
 * @param {keyof typeof WORDS} name
 */
export const word = (host, name) => host.dataset[name] ?? WORDS[name];

/**
 * One sentence why.
 * @param {HTMLElement} host
 * @param {string | Refusal | null | undefined} cause
 */
export function message_of(host, cause) {
  if (typeof cause === "string") return cause;
  if (cause?.words) return cause.words[0];
  if (cause?.errors) return word(host, "unreadable");
  const instead = host.querySelector("picture") ? ` ${word(host, "failedInstead")}` : "";
  return word(host, "failed") + instead;
}

/**
 * Says it once to whoever looks at the console.
 * @param {string} message
 * @param {string | undefined} first
 * @param {unknown} cause
 */
export function warn(message, first, cause) {
  const line = message + (first ?? "");
  if (!warned.has(line)) console.warn(`heist-chart: ${message}`, ...(cause === message ? [] : [cause]));
  warned.add(line);
}
