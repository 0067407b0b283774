//! From text to rows of cells, by the rules of RFC 4180.

use csv_core::{ReadFieldResult, ReaderBuilder};

/// A row of cells.
pub(super) struct Row {
    /// Number of the line in the file on which it begins, from 1.
    pub(super) line: usize,
    /// Its cells, without the white space around them. Line breaks inside are spaces.
    pub(super) cells: Vec<String>,
    /// Whether a quotation mark in it is never closed, so that it holds the rest of the file.
    pub(super) open: bool,
}

/// A row of its own after the end of the text. It is missing if a quotation mark before it is not closed.
const END: &[u8] = b"\n\x01";

/// All rows with any content, the head first.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter(text)).build();
    let bytes = [text.as_bytes(), END].concat();
    // No field is longer than the text.
    let mut field = vec![0; bytes.len()];
    let mut rows: Vec<Row> = Vec::new();
    let (mut cells, mut length) = (Vec::new(), 0);
    let (mut at, mut line, mut counted) = (0, 1, 0);
    loop {
        if cells.is_empty() && length == 0 {
            // The reader skips the end of the line before only now.
            let skipped = bytes[at..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            line += breaks(&bytes, counted, at + skipped);
            counted = at + skipped;
        }
        // An empty input is the end.
        let (result, read, written) = reader.read_field(&bytes[at..], &mut field[length..]);
        at += read;
        length += written;
        match result {
            ReadFieldResult::Field { record_end } => {
                cells.push(cell(&field[..length]));
                length = 0;
                if record_end {
                    if cells.iter().any(|cell: &String| !cell.is_empty()) {
                        rows.push(Row { line, cells, open: false });
                    }
                    cells = Vec::new();
                }
            }
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
        }
    }
    match rows.last_mut() {
        Some(last) if last.cells.iter().all(|cell| cell == "\u{1}") => _ = rows.pop(),
        Some(last) => last.open = true,
        None => {}
    }
    rows
}

/// Number of line breaks, each `\n`, `\r\n` or `\r`, between two offsets.
fn breaks(text: &[u8], from: usize, to: usize) -> usize {
    let is_break = |at: &usize| match text.get(*at) {
        Some(b'\n') => true,
        Some(b'\r') => text.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (from..to).filter(is_break).count()
}

fn cell(field: &[u8]) -> String {
    // Cut at ASCII characters, so still UTF-8.
    let text = std::str::from_utf8(field).unwrap_or_default().trim();
    let mut cell = String::with_capacity(text.len());
    for line in text.split(['\r', '\n']).filter(|line| !line.is_empty()) {
        if !cell.is_empty() {
            cell.push(' ');
        }
        cell.push_str(line.trim_end());
    }
    cell
}

/// The sign that occurs most in the head, outside quotation marks; of equal ones the first.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if !quoted => {
                for (sign, count) in &mut counts {
                    *count += usize::from(*sign == byte);
                }
            }
            _ => {}
        }
    }
    let mut best = (b',', 0);
    for other in counts {
        if other.1 > best.1 {
            best = other;
        }
    }
    best.0
}
