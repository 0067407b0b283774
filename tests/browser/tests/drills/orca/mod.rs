//! Charts by ear: what Orca says to a reader who uses its keys, in words that golden transcripts keep.

mod reader;
mod try_it;
