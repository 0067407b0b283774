// Written by `taking_words` in xtask/src/build/embed.rs.

/** What the menu below a chart says. */
export interface Words {
  download: string;
  copy_citation: string;
  copy_bibtex: string;
  embed: string;
  copied: string;
  copy_by_hand: string;
  download_refused: string;
  picture_refused: string;
  pixels_refused: string;
  author: string;
  licence: string;
}

/** By the tags of languages. */
export const words: Record<string, Words>;
