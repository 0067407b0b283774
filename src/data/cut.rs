//! Cutting text.

/// What stands before the first such ASCII character, and what behind it. One search serves every text: the standard
/// library's, for any character, is ten times the code that readers download.
#[inline(never)]
pub(crate) fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The text without the spaces at its end.
pub(crate) fn trim_end(mut text: &str) -> &str {
    while let Some(shorter) = text.strip_suffix(' ') {
        text = shorter;
    }
    text
}
