//! The shipped page in every language: its figures are sums of its rows, and each row names its sources.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use heistogram::data::{PartialDate, RecoveryKind};

use super::*;
use crate::{build::data, dataset::changes};

/// A row of `data/incidents.csv`, by column.
type Row = HashMap<String, String>;

struct Shipped {
    data: data::Data,
    /// Rows that count.
    rows: Vec<Row>,
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn shipped() -> Shipped {
    let data = data::read(&root().join("www"), &Changes::read(root()).unwrap()).unwrap();
    let csv = data.csv.trim_start_matches('\u{feff}');
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_deserialize::<Row>().map(Result::unwrap);
    let rows = rows.filter(|row| row["counted"] == "TRUE").collect();
    Shipped { data, rows }
}

impl Shipped {
    fn pages(&self) -> impl Iterator<Item = (Locale, &Dataset, String)> {
        let changes = Changes::read(root()).unwrap();
        let translated = self.data.translated.iter();
        translated.map(move |(locale, dataset)| (*locale, dataset, page_of(dataset, &changes, *locale, "")))
    }
}

fn is_official(row: &&Row) -> bool {
    ["government", "un-panel"].contains(&row["evidence"].as_str())
}

/// Sum of a column; unknown values add nothing.
fn sum<'a>(rows: impl IntoIterator<Item = &'a Row>, column: &str) -> f64 {
    rows.into_iter().filter_map(|row| row[column].parse::<f64>().ok()).sum()
}

fn best<'a>(rows: impl IntoIterator<Item = &'a Row>) -> f64 {
    sum(rows, "stolen_usd_best")
}

/// The rows by value of a key.
fn by<K: Ord>(rows: &[Row], key: impl Fn(&Row) -> K) -> BTreeMap<K, Vec<&Row>> {
    let mut parts: BTreeMap<K, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        parts.entry(key(row)).or_default().push(row);
    }
    parts
}

#[test]
fn the_texts_state_what_the_rows_add_up_to() {
    let shipped = shipped();
    let rows = &shipped.rows;
    let number = |test: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| test(row)).count() as u32;
    let mut amounts: Vec<f64> = rows.iter().filter_map(|row| row["stolen_usd_best"].parse().ok()).collect();
    amounts.sort_by(f64::total_cmp);
    let three_largest: f64 = amounts.iter().rev().take(3).sum();
    let largest = |n: usize| amounts.iter().rev().take(n).sum::<f64>();
    let half = (1..).find(|n| largest(*n) * 2.0 >= best(rows)).unwrap();
    let one_list = one_list(rows);
    let file: Json = serde_json::from_str(&shipped.data.whole).unwrap();
    let listed = |pointer: &str| file.pointer(pointer).unwrap().as_array().unwrap().len() as u32;
    // The page omits what world totals and events cite.
    let mut printed = json!([file["incidents"], file["claims"], file["estimates"]]);
    printed[2].as_array_mut().unwrap().iter_mut().for_each(|estimate| estimate["world"] = Json::Null);
    let printed = printed.to_string();
    let works = file["sources"].as_array().unwrap().iter().filter(|work| printed.contains(&work["id"].to_string()));
    let works: Vec<&Json> = works.collect();
    let read = |how: &str| works.iter().filter(|work| work["read"] == how).count() as u32;
    let first_year = rows.iter().map(|row| row["date"][..4].parse::<i32>().unwrap()).min().unwrap();
    let countries = by(rows, |row| row["country"].clone()).into_keys().filter(|code| !code.is_empty()).count();
    for (locale, translated, page) in shipped.pages() {
        let figures = [
            ("as_of", locale.day(shipped.data.dataset.as_of)),
            ("first_year", locale.year(first_year)),
            ("attacks", locale.count(rows.len() as u32)),
            ("low", locale.usd_in_sentence(sum(rows, "stolen_usd_low"))),
            ("best", locale.usd_in_sentence(best(rows))),
            ("high", locale.usd_in_sentence(sum(rows, "stolen_usd_high"))),
            ("unknown", locale.count(number(&|row| row["stolen_usd_best"].is_empty()))),
            ("nothing_taken", locale.count(number(&|row| row["stolen_usd_high"] == "0"))),
            ("disputed", locale.count(number(&|row| row["disputed"] == "TRUE"))),
            ("no_country", locale.count(number(&|row| row["country"].is_empty()))),
            ("half_thefts", locale.count(half as u32)),
            ("one_list", locale.usd_in_sentence(one_list)),
            ("one_list_share", locale.percent(one_list / best(rows))),
            ("largest_three_share", locale.percent(three_largest / best(rows))),
            ("left_out", locale.count(listed("/incidents") - rows.len() as u32)),
            ("rejected", locale.count(listed("/rejected/cases"))),
            ("sources", locale.count(works.len() as u32)),
            ("read_original", locale.count(read("original"))),
            ("read_copy", locale.count(read("copy"))),
            ("read_quoted", locale.count(read("quoted"))),
        ];
        let figures: Vec<(&str, &str)> = figures.iter().map(|(name, figure)| (*name, figure.as_str())).collect();
        for (name, text) in prose(translated, locale) {
            let (_, template) = locale.page().entries().find(|(other, _)| *other == name).unwrap();
            assert_eq!(text, fill(template, &figures), "{}: {name}", locale.tag());
        }
        let values: Vec<&str> =
            page.split("<dd class=\"value\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        let official = best(rows.iter().filter(is_official)) / best(rows);
        let expected = [
            locale.count(rows.len() as u32),
            locale.usd_short(best(rows)),
            locale.count(countries as u32),
            locale.percent(official),
        ];
        assert_eq!(values, expected, "{}", locale.tag());
        let listed = page.matches("<tr id=\"incident=").count();
        assert_eq!(listed, rows.len(), "{}: the table has a row for each", locale.tag());
        let in_table = page
            .split("<tr id=\"incident=")
            .skip(1)
            .filter_map(|row| row.split("<data value=\"").nth(1)?.split('"').next()?.parse::<f64>().ok());
        assert_eq!(in_table.sum::<f64>(), best(rows), "{}: they add up", locale.tag());
    }
}

/// Dollars that rest on the list of one researcher alone.
fn one_list(rows: &[Row]) -> f64 {
    best(rows.iter().filter(|row| row["attribution"] == "Taylor Monahan, researcher"))
}

/// Every sum of rows that the page may state, and every figure of one row or of another source.
fn explained(shipped: &Shipped) -> BTreeSet<i64> {
    let rows = &shipped.rows;
    let dataset = &shipped.data.dataset;
    let mut parts: Vec<Vec<&Row>> = vec![rows.iter().collect(), rows.iter().filter(is_official).collect()];
    for column in ["country", "group", "method"] {
        parts.extend(by(rows, |row| row[column].clone()).into_values());
    }
    parts.extend(by(rows, |row| row["date"][..4].to_owned()).into_values());
    for column in ["method", "evidence"] {
        parts.extend(by(rows, |row| [&row[column], &row["date"][..4]].concat()).into_values());
    }
    // Two methods at once.
    let methods = by(rows, |row| row["method"].clone());
    for (first, of_first) in &methods {
        let others = methods.iter().filter(|(second, _)| *second > first);
        parts.extend(others.map(|(_, of_second)| of_first.iter().chain(of_second).copied().collect()));
    }
    // The chart joins countries with few attacks into one row.
    let countries = by(rows, |row| row["country"].clone());
    for few in 1..5 {
        let small = countries.iter().filter(|(code, rows)| !code.is_empty() && rows.len() <= few);
        parts.push(small.flat_map(|(_, rows)| rows.iter().copied()).collect());
    }
    // Single rows, and everything up to each of them.
    let middle = |row: &Row| PartialDate::parse(&row["date"]).unwrap().middle_days();
    for row in rows {
        parts.push(vec![row]);
        parts.push(rows.iter().filter(|other| middle(other) <= middle(row)).collect());
    }
    // The periods of the estimates.
    for estimate in &dataset.estimates {
        let (from, to) = (estimate.period.from.start().to_days(), estimate.period.to.end().to_days() + 1);
        let within = |row: &&Row| (from as f64..to as f64).contains(&middle(row));
        parts.push(rows.iter().filter(within).collect());
    }
    let columns = ["low", "best", "high"].map(|end| format!("stolen_usd_{end}"));
    let mut sums: BTreeSet<i64> =
        parts.iter().flat_map(|part| columns.iter().map(|column| sum(part.iter().copied(), column) as i64)).collect();
    // What was recovered, by kind.
    for kind in RecoveryKind::ALL {
        let counted = dataset.incidents.iter().filter(|incident| incident.counted);
        sums.insert(counted.map(|incident| incident.recovered_usd(kind)).sum::<f64>() as i64);
    }
    // Rows of the report of 2019, including one that does not count.
    let printed = || dataset.incidents.iter().filter_map(|incident| incident.un2019());
    sums.extend(printed().filter_map(|row| row.usd).map(|usd| usd as i64));
    for kinds in [&["attempted"][..], &["taken"], &["attempted", "taken"]] {
        let of_kind = printed().filter(|row| row.counts && kinds.contains(&row.kind.id()));
        sums.insert(of_kind.filter_map(|row| row.usd).sum::<f64>() as i64);
    }
    sums.insert(one_list(rows) as i64);
    let left_out = dataset.incidents.iter().filter(|incident| !incident.counted).filter_map(|one| one.stolen_usd);
    let published = dataset.estimates.iter().map(|estimate| estimate.stolen_usd);
    sums.extend(left_out.chain(published).flat_map(|usd| [usd.low, usd.best, usd.high]).map(|usd| usd as i64));
    let claims = &dataset.details.as_ref().unwrap().claims;
    sums.extend(claims.iter().filter_map(|claim| claim.value).map(|value| value as i64));
    sums
}

/// The page's own text: without claims and texts of the dataset, without former figures, which `dataset::changes`
/// checks, and without markup.
fn own_words(page: &str) -> String {
    let mut text = page.to_owned();
    for (start, end) in [
        ("<head>", "</head>"),
        ("<section class=\"prose\" id=\"claims\">", "</section>"),
        ("<section class=\"prose\" id=\"left-out\">", "</section>"),
        ("<section class=\"prose\" id=\"sources\">", "</section>"),
        ("<section class=\"prose\" id=\"changes\">", "</section>"),
        ("<span lang=\"en\">", "</span>"),
        ("<p lang=\"en\">", "</p>"),
        ("<i lang=\"en\">", "</i>"),
        ("<", ">"),
    ] {
        let mut rest = text.as_str();
        let mut kept = String::new();
        while let Some((before, after)) = rest.split_once(start) {
            kept += before;
            kept.push('\n');
            rest = after.split_once(end).unwrap().1;
        }
        text = kept + rest;
    }
    text
}

/// Without no-break spaces and joiners, which figures and translated texts use differently.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

/// A text without an amount, unless it is part of a longer one.
fn without(text: &str, amount: &str, locale: Locale) -> String {
    let unit = |sign: char| locale.messages().large_units.iter().any(|(_, word)| word.contains(sign));
    let goes_on = |sign: char| sign.is_ascii_digit() || ".,".contains(sign);
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text.match_indices(amount) {
        let (before, after) = (&text[..at], &text[at + amount.len()..]);
        let longer = before.ends_with(goes_on)
            || before.trim_end_matches(' ').ends_with(unit)
            || after.starts_with(|sign: char| sign.is_ascii_alphanumeric())
            || after.starts_with(goes_on) && after[1..].starts_with(|sign: char| sign.is_ascii_digit());
        kept += &text[from..at];
        kept += if longer { amount } else { "…" };
        from = at + amount.len();
    }
    kept + &text[from..]
}

#[test]
fn every_amount_on_the_page_is_explained_by_rows() {
    let shipped = shipped();
    let sums = explained(&shipped);
    let report = 2.0 * 1e9;
    for (locale, _, page) in shipped.pages() {
        let messages = locale.messages();
        let sign = plain(&fill(messages.usd, &[("amount", "")])).trim().to_owned();
        // The language's word for the amount, if it has one: `di dollari` after `miliardi`.
        let words = messages.money_words.first().map_or(String::new(), |words| plain(words.other));
        let words = words.splitn(3, ' ').nth(2).unwrap_or(&sign);
        let ways = |usd: f64| {
            let short = [locale.usd(usd), locale.usd_short(usd), locale.usd_part(usd, report)].map(|way| plain(&way));
            let long = [locale.usd_in_sentence(usd), locale.usd_part_in_sentence(usd, report)].map(|way| plain(&way));
            let in_words = short.clone().map(|way| way.replace(&sign, words));
            short.into_iter().chain(long).chain(in_words)
        };
        let mut known: Vec<String> = sums.iter().flat_map(|usd| ways(*usd as f64)).collect();
        // Longest first, as a short amount may be the end of a longer one.
        known.sort_by_key(|amount| std::cmp::Reverse(amount.len()));
        let mut text = plain(&own_words(&page));
        let stated = text.matches(&sign).count();
        for amount in &known {
            text = without(&text, amount, locale);
        }
        let figure_first = messages.usd.starts_with('{');
        let beside = |(at, found): (usize, &str)| {
            if figure_first {
                let line = text[..at].rsplit('\n').next().unwrap_or_default();
                return line.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
            }
            text[at + found.len()..].lines().next().unwrap_or_default().chars().take(16).collect()
        };
        let signs: BTreeSet<&str> = [sign.as_str(), words].into();
        let left = signs.iter().flat_map(|sign| text.match_indices(sign)).map(beside);
        let left: Vec<String> =
            left.filter(|text: &String| text.contains(|sign: char| sign.is_ascii_digit())).collect();
        assert!(left.is_empty(), "{}: {left:#?}", locale.tag());
        assert!(stated > 1000, "{}: {stated}", locale.tag());
    }
}

/// The links in HTML.
fn links(html: &str) -> Vec<&str> {
    html.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_row_names_a_source_with_a_link() {
    let shipped = shipped();
    for (locale, _, page) in shipped.pages() {
        let mut checked = 0;
        for (start, end) in
            [("<tr id=\"incident=", "</tr>"), ("<li id=\"incident=", "</li>"), ("<li id=\"claim-", "</li>")]
        {
            for row in page.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()) {
                let links: Vec<&str> = links(row).into_iter().filter(|url| !url.starts_with(['#', 'i'])).collect();
                assert!(!links.is_empty(), "{}: no source in {row}", locale.tag());
                assert!(links.iter().all(|url| changes::is_link(url)), "{}: {links:?}", locale.tag());
                checked += 1;
            }
        }
        let file: Json = serde_json::from_str(&shipped.data.whole).unwrap();
        let rows = ["incidents", "claims"].map(|list| file[list].as_array().unwrap().len());
        assert_eq!(checked, rows.iter().sum::<usize>(), "{}", locale.tag());
    }
    let details = shipped.data.dataset.details.as_ref().unwrap();
    for source in &details.sources {
        for url in [&source.url].into_iter().chain(&source.via) {
            assert!(changes::is_link(url), "{}: {url:?}", source.id);
        }
    }
    assert!(details.estimates.iter().all(|estimate| estimate.source < details.sources.len()));
}
