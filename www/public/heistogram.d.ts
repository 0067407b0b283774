// Types of `<heist-chart>` for pages that embed it. The npm package has them; else put this file beside heistogram.js.

/** Filters, in the grammar of the attributes; `null` means all. */
export interface HeistFilters {
  /** `YYYY[-MM]..YYYY[-MM]`, either end open. */
  period: string | null;
  /** `government`, `un-panel`, `firm`, `single-source`; separated by commas. */
  evidence: string | null;
  /** `banks`, `exchanges`, `defi`, `companies`, `individuals`; separated by commas. */
  group: string | null;
  /** ISO 3166-1 codes, or `none`. */
  country: string | null;
  set: "un-2019" | null;
  measure: "attacks" | "usd" | null;
  /** The id of the incident whose card is open. */
  incident: string | null;
}

/** Your own words, each one line of at most 60 characters without markup. Those left out are ours. */
export interface HeistLabels {
  /** Who is held responsible. */
  subject?: string | null;
  groups?: { [id in "banks" | "exchanges" | "defi" | "companies" | "individuals"]?: string | null } | null;
  evidence?: { [id in "government" | "un-panel" | "firm" | "single-source"]?: string | null } | null;
}

/** Your own dataset, as described by schema/dataset.schema.json. */
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
  labels?: HeistLabels | null;
}

/** Your own large dataset as typed columns of equal length. */
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
    /** 1 if the amount is unknown, else 0. */
    unknown?: Uint8Array;
  };
  names: {
    evidence: readonly string[];
    sector: readonly string[];
    country: readonly (string | null)[];
  };
}

/** An error in your own dataset. */
export interface HeistDataError {
  /** The path of the value; in CSV its place, such as `line 12, column amount`. */
  path?: string;
  id?: string;
  problem?: string;
  expected?: string;
  text: string;
}

/** A chart. Its attributes are live. */
export interface HeistChartElement extends HTMLElement {
  /** Your own dataset, instead of `src`; a `Blob` is a file of JSON or CSV. Assign another object to have it read again. */
  data: HeistDataset | HeistColumns | Blob | null | undefined;
}

/** Attributes and the property, as JSX and templates take them. */
export interface HeistChartProps extends Partial<HeistFilters> {
  chart: "raids" | "attacks" | "proceeds" | "incidents" | "running-total" | "targets" | "methods" | "evidence" | "counters" | "share" | "un-2019";
  src?: string;
  lang?: string;
  theme?: "auto" | "light" | "dark";
  data?: HeistChartElement["data"];
}

/** The events of the element; all of them bubble and are composed. */
export interface HeistEvents {
  /** The chart is drawn. */
  "heist-ready": CustomEvent<null>;
  /** A reader has changed a filter; `preventDefault()` leaves the attributes to you. */
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
