// Somebody's dataset as typed columns, see docs. Loaded for such a dataset alone.

/** By name: an array that comes out of another window is none of ours. */
const KINDS = {
  date: ["Int32Array"],
  stolen_usd: ["Float64Array"],
  evidence: ["Uint8Array"],
  sector: ["Uint8Array"],
  country: ["Uint8Array", "Uint16Array"],
  unknown: ["Uint8Array"],
};

/** So many rows take long enough to say that they are read. */
const LONG = 200_000;

/** The columns as Rust takes them: numbers in one list and positions in another; nothing where they are not what they should be. */
export function packed({ schema, title, as_of, columns, names }) {
  const count = columns.date?.length;
  const is_right = ([name, kinds]) => {
    const column = columns[name];
    if (name === "unknown" && column === undefined) return true;
    return kinds.includes(column?.[Symbol.toStringTag]) && column.length === count;
  };
  if (schema !== 1 || !title?.trim() || !Object.entries(KINDS).every(is_right)) return [];
  const numbers = new Float64Array(2 * count);
  numbers.set(columns.date);
  numbers.set(columns.stolen_usd, count);
  const places = new Uint8ClampedArray(4 * count);
  const lists = ["evidence", "sector", "country"].map((name, i) => {
    places.set(columns[name], i * count);
    return names[name].slice(0, 255).map((one) => `${one ?? ""}\n`).join("");
  });
  if (columns.unknown) places.set(columns.unknown, 3 * count);
  return [title, as_of, ...lists, numbers, new Uint8Array(places.buffer)];
}

/** Says that many are read, and lets that be seen before the work begins. */
export async function announce({ columns }, words, lang, tell) {
  const count = columns.date?.length;
  if (!(count >= LONG)) return;
  tell(words.replace("{n}", count.toLocaleString(lang)));
  await new Promise((go) => setTimeout(go, 30));
}

/** Errors of columns, and the words for their number and for those beyond the `listed`, if there are any. */
export function errors_of(value, { column_errors }, { errors, more }, lang, listed) {
  const [first, count] = column_errors(value);
  const say = ({ one, other }, n) => (n === 1 ? one : other).replace("{n}", n.toLocaleString(lang));
  return count ? [first, [say(errors, count), say(more, count - listed)]] : null;
}
