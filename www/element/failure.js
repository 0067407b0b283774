// Error messages of charts.

/**
 * A thrown value: a string by Rust, a refusal by `own_data.js`, an error by the browser.
 * @typedef {{ errors?: import("../generated/bindings.js").DataError[], words?: string[], waits?: boolean }} Refusal
 */

/** English fallbacks, as nothing that translates may have loaded; pages set translations in `data-failed` and so on. */
const WORDS = {
  failed: "The interactive chart could not start.",
  failedInstead: "The picture and the table show the same figures.",
  unreadable: "The data could not be loaded, so nothing is drawn from it.",
  errors: "What is wrong",
};

const warned = new Set();

/**
 * The page's translation of a message, or the fallback.
 * @param {HTMLElement} host
 * @param {keyof typeof WORDS} name
 */
export const word = (host, name) => host.dataset[name] ?? WORDS[name];

/**
 * The message for a failure, in one sentence.
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
 * Whether that message is a fallback, and so in English.
 * @param {HTMLElement} host
 * @param {string | Refusal | null | undefined} cause
 */
export const is_fallback = ({ dataset }, cause) => !dataset.failed && typeof cause !== "string" && !cause?.words;

/**
 * Logs a message once in the console.
 * @param {string} message
 * @param {string | undefined} first
 * @param {unknown} cause
 */
export function warn(message, first, cause) {
  const line = message + (first ?? "");
  if (!warned.has(line)) console.warn(`heist-chart: ${message}`, ...(cause === message ? [] : [cause]));
  warned.add(line);
}
