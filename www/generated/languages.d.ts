// Written by `languages::module` in xtask/src/build/languages.rs.

import type { Bindings } from "./bindings.js";

/** What a browser loads for a language: the bindings, the parts of the code, and data. */
interface Language {
  code(): Promise<Bindings>;
  charts: URL;
  columns: URL;
  crowd: URL;
  choosing: URL;
  more: URL;
  words: URL;
  core: URL;
  own(): URL;
}

/** By their tags, in the order of menus. */
export const languages: Record<string, Language> & { en: Language };

/** Where the texts and sources of our own data are. */
export const details: () => URL;

/** Which incidents. */
export const FILTERS: string[];

/** What Rust reads, or at least looks at. */
export const CHECKED: string[];

/** What a theme may be. */
export const THEMES: string[];

/** The keys of a keyboard that lead from datum to datum, numbered as Rust does. */
export const STEPS: string[];
