// Types shared by the scripts of the element.

import type { Bindings, Chart, Dataset, Description, Strings } from "../generated/bindings.js";
import type { SvgCanvas } from "./svg.js";

/** Filters by attribute name; `null` or undefined means all. */
export type Filters = Record<string, string | null | undefined>;

/** A point in CSS pixels. */
export type Point = [x: number, y: number];

/** A dataset in a language. */
export interface Source {
  lang: string;
  /** The language of its texts; empty for own data. */
  written: string;
  dataset: Dataset;
  /** Draws a chart by name on a canvas. */
  chart(canvas: HTMLCanvasElement | SvgCanvas, name: string): Promise<Chart>;
  /** Loads the part that handles filters. */
  choosing(): Promise<void>;
  /** Whether that part has loaded. */
  chooses?: boolean;
  /** Loads the part that describes charts. */
  words(): Promise<unknown>;
  /** Loads the part that writes files. */
  files(): Promise<unknown>;
  /** Loads texts and sources. */
  details(): Promise<void>;
  /** Whether details and translations are in, as far as there are any. */
  is_whole: boolean;
  /** Prefetches texts and sources once. */
  ahead(): Promise<void>;
  /** English names of its countries for files, which are the same in every language. */
  english(): Promise<string>;
}

/** The parts of a shadow root, each with the attribute `part` of its name, except for `all` and `foot`. */
export interface Parts {
  all: HTMLElement & { theme?: string };
  ruler: HTMLElement;
  title: HTMLElement;
  sentence: HTMLElement;
  selection: HTMLElement;
  selected: HTMLElement;
  clear: HTMLButtonElement;
  body: HTMLElement;
  static: HTMLSlotElement;
  stage: HTMLElement;
  controls: HTMLElement & { shape?: string };
  picture: HTMLElement & { room?: string };
  canvas: HTMLCanvasElement;
  legend: HTMLElement;
  figures: HTMLDetailsElement;
  summary: HTMLElement;
  scroll: HTMLElement;
  foot: HTMLElement;
  source: HTMLElement;
  take: HTMLButtonElement;
  status: HTMLElement;
  errors: HTMLDetailsElement;
}

/** Runs a callback that calls Rust, and reports its errors. */
export type Guard = (work: () => void) => void;

/** Methods of the element that its texts need. */
export interface Host {
  /** `near` is the link beside which the card of a linked incident opens; without one, it opens beside its mark. */
  host: HTMLElement & { data?: unknown; near?: Element | null };
  /** Runs a callback once the texts are up to date. */
  speak(work: () => void): void;
  /** Draws the same chart on another canvas. */
  chart_on(canvas: HTMLCanvasElement | SvgCanvas): Promise<Chart>;
  /** Clears the incident in the link. */
  unpin(): void;
}

/** A host with methods for filters. */
export interface Chooser extends Host {
  choose(change: Filters): void;
  /** The address of the card of an incident, if there is one. */
  link(id: string): string | false;
  /** The table of the chart, open or closed. */
  table(): HTMLTableElement;
}

/** The chart described. */
export interface Spoken {
  chart: Chart;
  source: Source;
  strings: Strings;
  query?: string;
  said?: Description;
}

/** Input of the download menu. */
export interface Shown extends Spoken, Chooser {
  query: string;
  said: Description;
}

/** Arguments of a dataset: names of countries, then the numbers and the text of a tape, or three arrays of columns. */
export type Core = [countries: string, ...lists: unknown[]];

export type { Bindings };
