// The data of the benchmark: the same rows for every page, from the same seed.

/** The first day of the first and of the last year, since 1 January 1970. */
export const FIRST_YEAR = 2009;
export const LAST_YEAR = 2026;
export const day_of = (year, month = 1, day = 1) => Date.UTC(year, month - 1, day) / 86_400_000;
const [FIRST, LAST] = [day_of(FIRST_YEAR), day_of(LAST_YEAR, 10, 31)];

const NAMES = {
  evidence: ["government", "un-panel", "firm", "single-source"],
  sector: ["bank", "exchange", "defi-protocol", "bridge", "wallet", "individuals"],
  country: ["KR", "US", "JP", "IN", "VN", "SG", "GB", null],
};

/** mulberry32: a number from 0 to 1, the same sequence everywhere. */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Incidents as typed columns in random order, as `<heist-chart>` takes in `data`. */
export function generate(rows, seed = 1) {
  const next = random(seed);
  const columns = {
    date: new Int32Array(rows),
    stolen_usd: new Float64Array(rows),
    evidence: new Uint8Array(rows),
    sector: new Uint8Array(rows),
    country: new Uint8Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    columns.date[row] = FIRST + Math.floor(next() * (LAST - FIRST + 1));
    // Most between 100 000 and 10 million dollars, some a thousand times less or more.
    columns.stolen_usd[row] = Math.round(10 ** (3 + 2 * (next() + next() + next())));
    columns.evidence[row] = Math.floor(next() * NAMES.evidence.length);
    columns.sector[row] = Math.floor(next() * NAMES.sector.length);
    columns.country[row] = Math.floor(next() * NAMES.country.length);
  }
  return { schema: 1, title: "Synthetic thefts", as_of: "2026-10-31", columns, names: NAMES };
}
