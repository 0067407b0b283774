//! From bytes to text, or to the words for another kind of file.

use super::super::DataError;

const CSV: &str = "lines of text with a head, saved as “CSV UTF-8”";

/// How other kinds of files begin.
const OTHERS: [(&[u8], &str); 4] = [
    (b"PK\x03\x04", "a packed file, such as a workbook (xlsx, ods)"),
    (b"\xd0\xcf\x11\xe0", "a workbook (xls)"),
    (b"\xff\xfe", "text in UTF-16"),
    (b"\xfe\xff", "text in UTF-16"),
];

/// The text of a file in UTF-8, without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, DataError> {
    let refuse = |problem: &str| Err(error_at("file".into(), problem, CSV));
    for (start, kind) in OTHERS {
        if bytes.starts_with(start) {
            return refuse(kind);
        }
    }
    if bytes.contains(&0) {
        return refuse("not text, or text in UTF-16");
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(&bytes[..error.valid_up_to()])),
    };
    match text.trim_start().as_bytes().first() {
        None => refuse("empty"),
        Some(b'<') => refuse("a web page or other markup"),
        Some(_) => Ok(text),
    }
}

/// The error of a file whose first bytes are in UTF-8, and the next is not.
fn not_utf8(before: &[u8]) -> DataError {
    let lines = before.iter().filter(|&&byte| byte == b'\n').count();
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    // Valid up to here, so characters are the bytes that do not continue one.
    let chars = before[start..].iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count();
    let place = format!("line {}, character {}", lines + 1, chars + 1);
    error_at(place, "not in UTF-8, but in another encoding, such as Latin-1", "UTF-8, saved as “CSV UTF-8”")
}

/// An error at a place of the file, such as `line 12, column amount`.
pub(super) fn error_at(path: String, problem: &str, expected: &str) -> DataError {
    DataError { path, id: None, problem: problem.into(), expected: expected.into() }
}
