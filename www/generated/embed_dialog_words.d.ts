// Written by `dialog_words` in xtask/src/build/embed.rs.

/** What the dialog that hands out code says. */
export interface Words {
  title: string;
  data: string;
  live: string;
  frozen: string;
  colours: string;
  auto: string;
  light: string;
  dark: string;
  selected: string;
  code: string;
  copy: string;
  copied: string;
  by_hand: string;
  preview: string;
  close: string;
  failed: string;
}

/** The day the data runs to, as in the address of the frozen copy. */
export const as_of: string;

/** By the tags of languages. */
export const words: Record<string, Words>;
