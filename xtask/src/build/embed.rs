//! Embedding: the frame of each chart, and the snippets that editors paste.

use heistogram::{
    chart::Figure,
    data::{Dataset, Date},
    describe,
    locale::{self, Locale, fill},
    text::{BuiltInMetrics, MeasureText, Weight},
};

use serde_json::json;

use super::pictures::Picture;

/// Widths of frames in CSS pixels for which heights are reserved. Wider frames take the height of the widest.
const WIDTHS: std::ops::RangeInclusive<u32> = 280..=1200;
/// Width in CSS pixels of a frame that content systems make: that of their columns of text.
pub const FRAME_WIDTH: u32 = 640;
/// Largest difference between a reserved height and the real one, in CSS pixels.
const TOLERANCE: f64 = 24.0;

/// Padding at each side of a frame in CSS pixels; as in `www/style/frame.css`.
const PADDING: f64 = 16.0;
/// Fixed heights in CSS pixels: margins, and the lines of the table's summary, of the menu and of the link.
const FURNITURE: f64 = 4.0 + 16.0 + 37.6 + 28.0 + 8.0 + 18.85;
/// Height of the line of choices above some charts, in the browser where it is highest (WebKit).
const CONTROLS: f64 = 48.0;
/// Size, line height and weight of title, sentence and source, in CSS pixels.
const TITLE: (f64, f64, Weight) = (20.0, 25.0, Weight::Bold);
const SENTENCE: (f64, f64, Weight) = (16.0, 23.2, Weight::Regular);
const SOURCE: (f64, f64, Weight) = (13.0, 18.85, Weight::Regular);

/// The height of a frame from a width upwards, both in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reserved {
    pub from: u32,
    pub height: u32,
}

/// The width of a frame that leaves `room` for the chart, in CSS pixels.
pub fn with_padding(room: u32) -> u32 {
    if room == 0 { 0 } else { room + 2 * PADDING as u32 }
}

/// The heights to reserve for a frame, narrowest first, so that the host page does not shift while the chart loads.
pub fn heights(figure: &Figure, dataset: &Dataset, locale: Locale, pictures: &[Picture]) -> Vec<Reserved> {
    let mut steps: Vec<(u32, f64, f64)> = Vec::new(); // from a width on: the least and the greatest height
    for width in WIDTHS.step_by(8) {
        let height = height(figure, dataset, locale, pictures, width);
        match steps.last_mut() {
            Some((_, least, most)) if most.max(height) - least.min(height) <= TOLERANCE => {
                (*least, *most) = (least.min(height), most.max(height));
            }
            _ => steps.push((width, height, height)),
        }
    }
    let reserved = |(index, (from, _, most)): (usize, (u32, f64, f64))| Reserved {
        from: if index == 0 { 0 } else { from },
        height: most.ceil() as u32,
    };
    steps.into_iter().enumerate().map(reserved).collect()
}

/// The height of a frame of a width, both in CSS pixels.
pub fn at(heights: &[Reserved], width: u32) -> u32 {
    heights.iter().rev().find(|reserved| reserved.from <= width).map_or(0, |reserved| reserved.height)
}

/// A `padding` that reserves the height of a frame without a style sheet. Percentages in a padding refer to the width
/// of the containing block, so it follows the width. Each step is a slope of a tenth of a pixel.
pub fn reserve(heights: &[Reserved]) -> String {
    let steps = heights.windows(2).rev().map(|pair| {
        let (from, [narrow, wide]) = (pair[1].from, [pair[0].height, pair[1].height]);
        if narrow > wide {
            format!(" + clamp(0px, ({from}px - 100%) * 999, {}px)", narrow - wide)
        } else {
            format!(" - clamp(0px, ({from}px - 100%) * 999, {}px)", wide - narrow)
        }
    });
    let widest = heights.last().map_or(0, |reserved| reserved.height);
    format!("calc({widest}px{})", steps.collect::<String>())
}

/// The heights of a frame by the width of the window, for an attribute `heights` of AMP. Columns of text are rarely wider
/// than [`FRAME_WIDTH`], however wide the window.
pub fn by_window(heights: &[Reserved]) -> String {
    let step = |reserved: &Reserved| match reserved.from {
        0 => format!("{}px", reserved.height),
        from => format!("(min-width: {from}px) {}px", reserved.height),
    };
    let steps = heights.iter().rev().filter(|reserved| reserved.from <= FRAME_WIDTH);
    steps.map(step).collect::<Vec<_>>().join(", ")
}

/// Height of a frame of a width, both in CSS pixels: the chart and the lines of text around it.
fn height(figure: &Figure, dataset: &Dataset, locale: Locale, pictures: &[Picture], width: u32) -> f64 {
    let places = pictures.iter().flat_map(|picture| &picture.places);
    let place = places.filter(|place| with_padding(place.from) <= width).max_by_key(|place| place.from);
    let chart = place.map_or(0.0, |place| place.height.into());
    let width = f64::from(width) - 2.0 * PADDING;
    let controls = if describe::controls(figure, locale).is_empty() { 0.0 } else { CONTROLS };
    let lines = [
        (describe::heading(figure, dataset, locale), TITLE),
        (describe::sentence(figure, dataset, locale), SENTENCE),
        (describe::source_line(figure, dataset, locale), SOURCE),
    ];
    let lines: f64 = lines.iter().map(|(text, style)| paragraph(text, width, *style)).sum();
    2.0 * PADDING + FURNITURE + controls + chart + lines
}

/// Height of a text that wraps at its spaces.
fn paragraph(text: &str, width: f64, (size, line_height, weight): (f64, f64, Weight)) -> f64 {
    let measure = |text: &str| BuiltInMetrics.width(text, size, weight);
    let mut lines = 1.0;
    let mut used = 0.0;
    for word in text.split(' ') {
        let word = measure(word);
        if used > 0.0 && used + measure(" ") + word > width {
            lines += 1.0;
            used = word;
        } else {
            used += word + if used > 0.0 { measure(" ") } else { 0.0 };
        }
    }
    lines * line_height
}

/// Path of the generated module with [`dialog_words`].
pub const DIALOG_WORDS: &str = "generated/embed_dialog_words.js";

/// The texts of the embed dialog in every language, with the day of the data and the address of the site, as a module for
/// `embed_dialog.js`.
pub fn dialog_words(as_of: Date, base_url: &str) -> String {
    let words = |locale: Locale| -> serde_json::Map<String, serde_json::Value> {
        let texts = locale.page().entries().filter_map(|(name, text)| Some((name.strip_prefix("embed_")?, text)));
        let as_of = locale.day(as_of);
        texts.map(|(name, text)| (name.to_owned(), fill(text, &[("as_of", &as_of)]).into())).collect()
    };
    let all: serde_json::Map<_, _> =
        locale::ALL.iter().map(|locale| (locale.tag().to_owned(), words(*locale).into())).collect();
    let release = json!({ "as_of": as_of.to_string(), "base_url": base_url });
    format!("export const release = {release};\nexport const words = {};\n", serde_json::Value::from(all))
}

/// Path of the generated module with [`taking_words`].
pub const TAKING: &str = "generated/download_words.js";

/// The texts of the menu below a chart in some languages, as a module for `download.js`.
pub fn taking_words(locales: &[Locale]) -> String {
    let words = |locale: &Locale| {
        let messages = locale.messages();
        let words = json!({
            "download": messages.download,
            "download_incidents": messages.download_incidents,
            "download_figures": messages.download_figures,
            "share": messages.share,
            "copy_sentence": messages.copy_sentence,
            "copy_citation": messages.copy_citation,
            "copy_bibtex": messages.copy_bibtex,
            "embed": messages.embed,
            "copied": messages.copied,
            "copy_by_hand": messages.copy_by_hand,
            "download_refused": messages.download_refused,
            "picture_refused": messages.picture_refused,
            "pixels_refused": messages.pixels_refused,
            "author": messages.author,
            "licence": messages.licence,
        });
        (locale.tag().to_owned(), words)
    };
    let all: serde_json::Map<_, _> = locales.iter().map(words).collect();
    format!("export const words = {};\n", serde_json::Value::from(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_reserved_by_width() {
        let reserved = |from, height| Reserved { from, height };
        assert_eq!(reserve(&[reserved(0, 700)]), "calc(700px)");
        assert_eq!([399, 400, 640].map(|width| at(&[reserved(0, 800), reserved(400, 700)], width)), [800, 700, 700]);
        assert_eq!(
            reserve(&[reserved(0, 800), reserved(400, 700), reserved(600, 750)]),
            "calc(750px - clamp(0px, (600px - 100%) * 999, 50px) + clamp(0px, (400px - 100%) * 999, 100px))"
        );
    }

    #[test]
    fn windows_wider_than_a_column_of_text_change_no_height() {
        let reserved = |from, height| Reserved { from, height };
        let heights = [reserved(0, 800), reserved(400, 700), reserved(648, 600)];
        assert_eq!(by_window(&heights), "(min-width: 400px) 700px, 800px");
        assert_eq!(by_window(&heights[..1]), "800px");
    }

    #[test]
    fn text_breaks_at_its_spaces() {
        let style = (10.0, 12.0, Weight::Regular);
        let word = BuiltInMetrics.width("word", 10.0, Weight::Regular);
        assert_eq!(paragraph("word", word, style), 12.0);
        assert_eq!(paragraph("word word word", word, style), 36.0);
        assert_eq!(paragraph("word word word", 2.5 * word, style), 24.0);
        assert_eq!(paragraph("", 0.0, style), 12.0);
    }
}
