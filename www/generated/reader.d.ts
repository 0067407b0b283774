// Written by `languages::reader` in xtask/src/build/languages.rs.

import type { Reader } from "./bindings.js";

export const bindings: () => Promise<Reader>;
export const code: () => URL;
