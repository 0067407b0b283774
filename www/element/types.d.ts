// What the scripts of the element hand to one another.

import type { Bindings, Chart, Dataset, Description, Strings } from "../generated/bindings.js";
import type { SvgCanvas } from "./svg.js";

/** What a reader has chosen, by the names of attributes; `null` or nothing is everything. */
export type Filters = Record<string, string | null | undefined>;

/** A point in CSS pixels. */
export type Point = [x: number, y: number];

/** A dataset in a language. */
export interface Source {
  lang: string;
  /** The language of its texts; empty for data of somebody's own. */
  written: string;
  dataset: Dataset;
  /** Draws the chart of a name on a canvas. */
  chart(canvas: HTMLCanvasElement | SvgCanvas, name: string): Promise<Chart>;
  /** Loads what takes a state. */
  choosing(): Promise<void>;
  /** Whether that is there. */
  chooses?: boolean;
  /** Loads what says in words what a chart shows. */
  words(): Promise<unknown>;
  /** Adds texts and sources. */
  details(): Promise<void>;
  /** The same once, before anybody asks. */
  ahead(): Promise<void>;
  /** Names of its countries in English for files, which are the same in every language. */
  english(): Promise<string>;
}

/** The parts of the shadow of an element, each with the attribute `part` of its name except for `all` and `foot`. */
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

/** Runs what crosses into Rust, and reports its failures. */
export type Guard = (work: () => void) => void;

/** What the words of a chart need of its element. */
export interface Host {
  host: HTMLElement & { data?: unknown };
  /** Does something once the words are up to date. */
  speak(work: () => void): void;
  /** The same chart on another canvas. */
  chart_on(canvas: HTMLCanvasElement | SvgCanvas): Promise<Chart>;
  /** A link asks for no card any more. */
  unpin(): void;
}

/** What is added to that. */
export interface Chooser extends Host {
  choose(change: Filters): void;
  /** The address of the card of an incident, where there is one. */
  link(id: string): string | false;
}

/** The chart that is spoken of. */
export interface Spoken {
  chart: Chart;
  source: Source;
  strings: Strings;
  query?: string;
  said?: Description;
}

/** What the menu below a chart is filled from. */
export interface Shown extends Spoken, Chooser {
  query: string;
  said: Description;
}

/** What names of countries, numbers and text a dataset is made from: a tape, or columns with one list more. */
export type Core = [countries: string, ...lists: unknown[]];

export type { Bindings };
