//! Rules for all languages, and the figures, dates and sentences of each.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{figure, fixture, views};
use heistogram::data::{Date, PartialDate, UsdRange};
use heistogram::describe::sentence;
use heistogram::locale::{ALL, Locale};

/// The names in braces of each field, from the `Debug` output of a struct: a field begins with a line indented once.
fn names_of(printed: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut fields: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut field = "";
    for line in printed.lines() {
        if let Some((name, _)) = line.strip_prefix("    ").and_then(|line| line.split_once(": "))
            && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
        {
            field = name;
        }
        let names = line.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
        // Characters that are escaped have braces too.
        let names = names.filter(|name| name.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase()));
        fields.entry(field).or_default().extend(names);
    }
    fields
}

#[test]
fn templates_name_the_same_in_every_language() {
    let printed = |locale: Locale| format!("{:#?}{:#?}", locale.messages(), locale.page());
    let english = printed(Locale::En);
    let mut expected = names_of(&english);
    // English has no words for these.
    let of_others = [("money_words", "n"), ("qualifiers", "amount")];
    for (field, name) in of_others {
        assert!(expected.insert(field, [name].into()).unwrap().is_empty());
    }
    assert!(expected.len() > 300 && expected["un_sentence"].len() == 7, "{expected:?}");
    for locale in ALL {
        for (field, names) in names_of(&printed(*locale)) {
            let has_none = names.is_empty() && of_others.iter().any(|(other, _)| *other == field);
            assert!(has_none || names == expected[field], "{}: {field} names {names:?}", locale.tag());
        }
    }
}

/// The same amounts in short, inside a sentence and in full.
fn amounts(locale: Locale, expected: [[&str; 3]; 6]) {
    let amounts = [0.0, 12_345.0, 81_000_000.0, 999_600_000.0, 1_459_000_000.0, 7_501_051_000.0];
    for (amount, expected) in amounts.into_iter().zip(expected) {
        let written = [locale.usd_short(amount), locale.usd_in_sentence(amount), locale.usd(amount)];
        assert_eq!(written, expected.map(|text| text.replace('_', "\u{a0}").replace('+', "\u{2060}")), "{amount}");
    }
}

#[test]
fn korean_counts_money_in_ten_thousands() {
    amounts(
        Locale::Ko,
        [
            ["0달러", "0달러", "0달러"],
            ["1.23만_달러", "1만_2300달러", "1만_2345달러"],
            ["8100만_달러", "8100만_달러", "8100만_달러"],
            ["10억_달러", "10억_달러", "9억_9960만_달러"],
            ["14.6억_달러", "14억_6000만_달러", "14억_5900만_달러"],
            ["75억_달러", "75억_달러", "75억_105만_1000달러"],
        ],
    );
    assert_eq!(Locale::Ko.usd_short(99_996_000.0), "1억\u{a0}달러");
    assert_eq!(Locale::Ko.usd_short(1.2e13), "12조\u{a0}달러");
    let range = UsdRange { low: 5e7, best: 1.2e8, high: 3e8 };
    assert_eq!(Locale::Ko.usd_range(&range), "1.2억\u{a0}달러(5000만\u{a0}달러~3억\u{a0}달러)");
    assert_eq!((Locale::Ko.count(9_999), Locale::Ko.count(12_345)), ("9999".into(), "12,345".into()));
}

#[test]
fn japanese_counts_money_in_ten_thousands() {
    amounts(
        Locale::Ja,
        [
            ["0ドル", "0ドル", "0ドル"],
            ["1.23万ドル", "1万+2300ドル", "1万+2345ドル"],
            ["8100万ドル", "8100万+ドル", "8100万+ドル"],
            ["10億ドル", "10億+ドル", "9億+9960万+ドル"],
            ["14.6億ドル", "14億+6000万+ドル", "14億+5900万+ドル"],
            ["75億ドル", "75億+ドル", "75億+105万+1000ドル"],
        ],
    );
    assert_eq!(Locale::Ja.usd(2e12 + 1.0), "2兆\u{2060}1ドル");
}

#[test]
fn italian_says_money_in_words_inside_a_sentence() {
    amounts(
        Locale::It,
        [
            ["0_$", "0 dollari", "0_$"],
            ["12.345_$", "12.345 dollari", "12.345_$"],
            ["81_mln_$", "81_milioni di_dollari", "81.000.000_$"],
            ["1_mld_$", "1_miliardo di_dollari", "999.600.000_$"],
            ["1,5_mld_$", "1,5_miliardi di_dollari", "1.459.000.000_$"],
            ["7,5_mld_$", "7,5_miliardi di_dollari", "7.501.051.000_$"],
        ],
    );
}

#[test]
fn parts_have_the_unit_and_the_digits_of_their_sum() {
    let parts =
        |locale: Locale| [1_955_300_000.0, 257_159_000.0, 0.0].map(|part| locale.usd_part(part, 2_212_459_000.0));
    assert_eq!(parts(Locale::Ko), ["19.6억\u{a0}달러", "2.6억\u{a0}달러", "0달러"]);
    assert_eq!(parts(Locale::Ja), ["19.6億ドル", "2.6億ドル", "0ドル"]);
    assert_eq!(parts(Locale::It), ["1,96\u{a0}mld\u{a0}$", "0,26\u{a0}mld\u{a0}$", "0\u{a0}$"]);
    assert_eq!(Locale::Ko.usd_part_in_sentence(257_159_000.0, 2_212_459_000.0), "2억\u{a0}6000만\u{a0}달러");
    assert_eq!(Locale::It.usd_part_in_sentence(257_159_000.0, 2_212_459_000.0), "0,26\u{a0}miliardi di\u{a0}dollari");
}

#[test]
fn dates_keep_their_precision() {
    let dates =
        |locale: Locale| ["2025-02-21", "2018-08", "2019"].map(|date| locale.date(PartialDate::parse(date).unwrap()));
    assert_eq!(dates(Locale::Ko), ["2025년 2월\u{a0}21일", "2018년 8월", "2019년"]);
    assert_eq!(dates(Locale::Ja), ["2025年2月\u{2060}21日", "2018年8月", "2019年"]);
    assert_eq!(dates(Locale::It), ["21\u{a0}febbraio 2025", "agosto 2018", "2019"]);
    assert_eq!(Locale::It.day(Date::parse("2026-04-01").unwrap()), "1º\u{a0}aprile 2026");
    let parts = |locale: Locale| {
        let ends = [("2026-01-01", "2026-10-08"), ("2015-12-01", "2015-12-31"), ("2018-03-01", "2018-05-31")];
        ends.map(|(from, to)| locale.part_of_year((Date::parse(from).unwrap(), Date::parse(to).unwrap())))
    };
    assert_eq!(parts(Locale::Ko), ["~10월\u{a0}8일", "12월~", "3월~5월"]);
    assert_eq!(parts(Locale::Ja), ["〜\u{2060}10月\u{2060}8日", "12月〜", "3月〜5月"]);
    assert_eq!(parts(Locale::It), ["→ 8 ott", "dic →", "mar–mag"]);
    for locale in ALL {
        assert_eq!((locale.year_on_axis(2026), locale.short_year(2026)), ("2026".into(), "’26".into()));
    }
}

/// Parts of sentences include the separators between them.
#[test]
fn no_sentence_has_a_gap_or_a_sign_too_many() {
    let dataset = fixture();
    for locale in ALL {
        for (kind, measure) in views() {
            let said = sentence(&figure(kind, measure, &dataset), &dataset, *locale);
            for stray in ["  ", "..", "。。", " .", " ,", "( ", " )", "()"] {
                assert!(!said.contains(stray), "{said}");
            }
            let signs: Vec<char> = said.chars().collect();
            let has_gap = |three: &[char]| three[1] == ' ' && !three[0].is_ascii() && !three[2].is_ascii();
            assert!(*locale != Locale::Ja || !signs.windows(3).any(has_gap), "{said}");
        }
    }
}
