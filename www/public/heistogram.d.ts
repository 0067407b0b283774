// Types of `<heist-chart>` for pages that embed it: put this file beside heistogram.js.

/** What a reader has chosen, in the grammar of the attributes; `null` is everything. */
export interface HeistFilters {
  /** `YYYY[-MM]..YYYY[-MM]`, either end open. */
  period: string | null;
  /** `government`, `un-panel`, `firm`, `single-source`; several with a comma between. */
  evidence: string | null;
  /** `banks`, `exchanges`, `defi`, `companies`, `individuals`; several with a comma between. */
  group: string | null;
  /** ISO 3166-1 codes, or `none`. */
  country: string | null;
  set: "un-2019" | null;
  measure: "attacks" | "usd" | null;
  /** The id of the incident whose card is open. */
  incident: string | null;
}

/** A dataset of your own, as schema/dataset.schema.json describes it. */
export interface HeistDataset {
  schema: 1;
  title: string;
  /** `YYYY-MM-DD`. */
  as_of: string;
  incidents: readonly object[];
  sources: readonly object[];
  estimates?: readonly object[];
  claims?: readonly object[];
  rejected?: object;
}

/** A large dataset of your own as typed columns, all of the same length. */
export interface HeistColumns {
  schema: 1;
  title: string;
  /** `YYYY-MM-DD`. */
  as_of: string;
  columns: {
    /** Days since 1970-01-01. */
    date: Int32Array;
    stolen_usd: Float64Array;
    /** Indices into `names`. */
    evidence: Uint8Array;
    sector: Uint8Array;
    country: Uint8Array | Uint16Array;
    /** 1 where an amount is not known. */
    unknown?: Uint8Array;
  };
  names: {
    evidence: readonly string[];
    sector: readonly string[];
    country: readonly (string | null)[];
  };
}

/** A mistake in a dataset of your own. */
export interface HeistDataError {
  path?: string;
  id?: string;
  problem?: string;
  expected?: string;
  text: string;
}

/** A chart. What it shows is in its attributes, which are live. */
export interface HeistChartElement extends HTMLElement {
  /** A dataset of your own, in place of `src`. To have it read again, assign another object. */
  data: HeistDataset | HeistColumns | null | undefined;
}

/** The events of the element; all of them bubble, out of the shadow root too. */
export interface HeistEvents {
  /** The chart is drawn. */
  "heist-ready": CustomEvent<null>;
  /** A reader has chosen something; `preventDefault()` leaves it to you to set the attributes. */
  "heist-select": CustomEvent<{ filters: HeistFilters }>;
  /** The chart cannot be drawn. */
  "heist-error": CustomEvent<{ message: string; errors: HeistDataError[] }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "heist-chart": HeistChartElement;
  }
  interface HTMLElementEventMap extends HeistEvents {}
  interface DocumentEventMap extends HeistEvents {}
}
