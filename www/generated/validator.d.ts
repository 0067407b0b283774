// Written by `languages::validator` in xtask/src/build/languages.rs.

import type { Validator } from "./bindings.js";

export const bindings: () => Promise<Validator>;
export const code: () => URL;
