//! The words in the pictures of our own data are whole, in every language and at every width.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{figure, languages, real, scene, texts, views};

#[test]
fn no_words_are_shortened() {
    let dataset = real();
    for locale in languages() {
        for (kind, measure) in views() {
            let figure = figure(kind, measure, &dataset);
            for width in [288.0, 328.0, 358.0, 450.0, 706.0, 1120.0] {
                let scene = scene(&figure, &dataset, width, locale);
                let short = texts(&scene).find(|text| text.content.contains('…'));
                assert!(short.is_none(), "{kind:?}, {}, {width} px: {short:?}", locale.tag());
            }
        }
    }
}
