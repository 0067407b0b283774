//! Lists of thefts from spreadsheets: what is read, and what is refused in words.

use super::{DATASET, lines, read};
use heistogram::data::{Dataset, Evidence, Sector, Sheet};
use heistogram::{export, locale::territory};
use proptest::prelude::*;

fn sheet(bytes: &[u8]) -> Result<Dataset, Vec<String>> {
    let sheet = Sheet { bytes, name: "Thefts", url: "https://example.org/thefts.csv", as_of: "2026-06-30" };
    Dataset::from_sheet(&sheet).map_err(|errors| lines(&errors))
}

#[track_caller]
fn refused(text: &str, expected: &[&str]) {
    let errors = sheet(text.as_bytes()).err().unwrap_or_default();
    assert_eq!(errors, expected, "{text}");
}

/// The best estimates of a sheet with one column of amounts.
fn amounts(delimiter: char, cells: &[&str]) -> Vec<Option<f64>> {
    let mut text = ["date", "victim", "amount"].join(&delimiter.to_string());
    for cell in cells {
        text += &format!("\n2020{delimiter}Alder{delimiter}{cell}");
    }
    let dataset = sheet(text.as_bytes()).unwrap();
    let mut found: Vec<_> = dataset.incidents.iter().map(|one| (line(one.id()), one.stolen_usd)).collect();
    found.sort_by_key(|(line, _)| *line);
    found.into_iter().map(|(_, usd)| usd.map(|usd| usd.best)).collect()
}

fn line(id: &str) -> usize {
    id.strip_prefix("line-").unwrap().parse().unwrap()
}

#[test]
fn date_victim_and_amount_are_enough() {
    let dataset = sheet(b"Date,Victim,Amount\n2024-05,Alder Exchange,1200000\n2025,Birch Bridge,\n").unwrap();
    assert_eq!((dataset.title.as_str(), dataset.as_of.to_string().as_str()), ("Thefts", "2026-06-30"));
    let [alder, birch] = &dataset.incidents[..] else { panic!("two incidents") };
    let usd = alder.stolen_usd.unwrap();
    assert_eq!((usd.low, usd.best, usd.high), (1.2e6, 1.2e6, 1.2e6));
    assert_eq!((alder.id(), alder.victim(), alder.country), ("line-2", "Alder Exchange", None));
    assert_eq!((alder.sector, alder.evidence, alder.counted), (Sector::Other, Evidence::SingleSource, true));
    assert!(birch.stolen_usd.is_none());
    // Its source is the sheet itself.
    let details = dataset.details.unwrap();
    let [source] = &details.sources[..] else { panic!("one source") };
    assert_eq!((source.publisher.as_str(), source.url.as_str()), ("example.org", "https://example.org/thefts.csv"));
    assert_eq!(details.incidents[1].sources[0].locator.as_deref(), Some("line 3"));
}

#[test]
fn a_sheet_without_an_address_is_a_source_without_a_link() {
    let sheet = Sheet { bytes: b"date,victim,amount\n2020,Alder,1", name: "My list", url: "", as_of: "2026-06-30" };
    let dataset = Dataset::from_sheet(&sheet).unwrap();
    let json = export::json(&dataset, &[0]);
    let again = read(&json);
    let source = &again.details.unwrap().sources[0];
    assert_eq!((source.publisher.as_str(), source.url.as_str()), ("My list", ""));
}

#[test]
fn our_own_csv_draws_again() {
    let ours = read(DATASET);
    let all: Vec<usize> = (0..ours.incidents.len()).collect();
    let csv = export::csv(&ours, &all, territory::names(heistogram::locale::ALL[0]));
    let dataset = Dataset::from_sheet(&Sheet { bytes: csv.as_bytes(), name: "Ours", url: "", as_of: "2000-01-01" });
    let again = dataset.map_err(|errors| lines(&errors)).unwrap();
    assert_eq!(again.as_of, ours.as_of);
    assert_eq!(again.incidents.len(), ours.incidents.len());
    let links = |dataset: &Dataset, index: usize| {
        let details = dataset.details.as_ref().unwrap();
        let urls = details.incidents[index].sources.iter().map(|one| details.sources[one.source].url.clone());
        urls.collect::<Vec<_>>()
    };
    for (index, (one, other)) in ours.incidents.iter().zip(&again.incidents).enumerate() {
        assert_eq!((one.id(), one.date, one.victim()), (other.id(), other.date, other.victim()));
        assert_eq!((one.country, one.sector, one.stolen_usd), (other.country, other.sector, other.stolen_usd));
        assert_eq!((one.evidence, one.disputed, one.counted), (other.evidence, other.disputed, other.counted));
        assert_eq!(one.method, other.method);
        assert_eq!(links(&ours, index), links(&again, index), "{}", one.id());
    }
    // A dataset from a sheet can be saved as JSON, which is a dataset again.
    assert_eq!(read(&export::json(&again, &all)).incidents.len(), ours.incidents.len());
}

#[test]
fn commas_semicolons_and_tabs_separate_cells() {
    for separator in [",", ";", "\t"] {
        for (start, end) in [("", "\n"), ("\u{feff}", "\r\n"), ("", "\r"), ("\n\n", "\n")] {
            let rows = [["victim", "stolen_usd", "date"], ["Alder; Birch, and\tothers", "12", "2020"]];
            let quoted = rows.map(|row| row.map(|cell| format!("\"{cell}\"")).join(separator));
            let dataset = sheet(format!("{start}{}{end}", quoted.join(end)).as_bytes()).unwrap();
            assert_eq!(dataset.incidents[0].victim(), "Alder; Birch, and\tothers");
            assert_eq!(dataset.incidents[0].stolen_usd.unwrap().best, 12.0);
        }
    }
}

#[test]
fn amounts_are_digits_with_a_decimal_point_or_comma() {
    let cells = ["0", "1200000", "1200000.5", "1200000,5", "12,34", "0.125", "1234,567", "1.5e+09", "1,5E9", ""];
    let best = [0.0, 1.2e6, 1_200_000.5, 1_200_000.5, 12.34, 0.125, 1_234.567, 1.5e9, 1.5e9];
    let expected: Vec<_> = best.into_iter().map(Some).chain([None]).collect();
    assert_eq!(amounts(';', &cells), expected);
    assert_eq!(amounts(',', &["\"1,5\"", "1.5"]), [Some(1.5), Some(1.5)]);
}

#[test]
fn amounts_that_can_be_misread_are_refused() {
    let digits = "expected US dollars in digits alone, such as 1200000 or 1200000.5; empty if not known";
    for (cell, problem) in [
        ("$1.2m", "not a number in digits"),
        ("1.2m", "not a number in digits"),
        ("unknown", "not a number in digits"),
        ("1e", "not a number in digits"),
        ("1,200,000", "a number with separators between thousands"),
        ("1 200 000", "a number with separators between thousands"),
        ("1\u{202f}200", "a number with separators between thousands"),
        ("1'200", "a number with separators between thousands"),
        ("1.200.000,50", "a number with separators between thousands"),
        ("1,200", "a number whose sign may separate thousands or decimals"),
        ("1.200", "a number whose sign may separate thousands or decimals"),
    ] {
        let error = format!("line 2, column amount: \"{cell}\" is {problem}; {digits}");
        refused(&format!("date;victim;amount\n2020;Alder;{cell}"), &[&error]);
    }
    let rules = "expected US dollars from 0 to 10^15";
    for (cell, problem) in [("-5", "negative"), ("1e16", "above 10^15"), ("1e999", "infinite")] {
        let error = format!("line 2, column amount: {problem}; {rules}");
        refused(&format!("date;victim;amount\n2020;Alder;{cell}"), &[&error]);
    }
}

#[test]
fn dates_of_spreadsheets_are_refused() {
    for (cell, problem) in [
        ("05/06/2024", "\"05/06/2024\" is a date in an order that differs between countries"),
        ("5.6.24", "\"5.6.24\" is a date in an order that differs between countries"),
        ("5-6-2024 10:00", "\"5-6-2024 10:00\" is a date in an order that differs between countries"),
        ("45448", "\"45448\" is a serial number, as Excel stores dates"),
        ("45448.5", "\"45448.5\" is a serial number, as Excel stores dates"),
        ("2024-05-01 00:00:00", "\"2024-05-01 00:00:00\" is not a date"),
        ("May 2024", "\"May 2024\" is not a date"),
        ("2024-13", "month 13"),
        ("", "empty"),
        ("########", "\"########\" is an error of the spreadsheet"),
    ] {
        let expected = if cell.starts_with('#') { "its value" } else { "YYYY, YYYY-MM or YYYY-MM-DD" };
        refused(
            &format!("date,victim,amount\n{cell},Alder,1"),
            &[&format!("line 2, column date: {problem}; expected {expected}")],
        );
    }
    refused(
        "date,victim,amount\n2026-07,Alder,1",
        &["line 2, column date: after as_of; expected a date up to 2026-06-30"],
    );
}

#[test]
fn formulas_and_their_errors_are_refused() {
    refused(
        "date,victim,amount\n2020,\"=A1&\"\"x\"\"\",=B2*1000\n2020,#REF!,#N/A\n",
        &[
            "line 2, column victim: \"=A1&\"x\"\" is a formula; expected its value",
            "line 2, column amount: \"=B2*1000\" is a formula; expected its value",
            "line 3, column victim: \"#REF!\" is an error of the spreadsheet; expected its value",
            "line 3, column amount: \"#N/A\" is an error of the spreadsheet; expected its value",
        ],
    );
    // Our CSV writes text that would be computed with an apostrophe.
    let dataset = sheet(b"date,victim,amount\n2020,'=1+1,1\n2021,'t Hooft Bank,1\n2022,#1 Bank,1").unwrap();
    let victims: Vec<&str> = dataset.incidents.iter().map(|one| one.victim()).collect();
    assert_eq!(victims, ["=1+1", "'t Hooft Bank", "#1 Bank"]);
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = [
            "date,victim,amount",
            "",
            "2020,\"Alder",
            "Exchange\",1",
            ",,",
            "2020,Birch,x",
            "2020,\"Cedar \"\"and",
            "",
            "others\",x",
            "2020,,1",
        ];
        let errors = sheet(text.join(end).as_bytes()).unwrap_err();
        let places: Vec<&str> = errors.iter().map(|error| error.split(':').next().unwrap()).collect();
        assert_eq!(places, ["line 6, column amount", "line 7, column amount", "line 10, column victim"], "{end:?}");
        let dataset = sheet(text[..4].join(end).as_bytes()).unwrap();
        assert_eq!(dataset.incidents[0].victim(), "Alder Exchange");
    }
}

#[test]
fn rows_that_do_not_fit_the_head_are_refused() {
    let expected = "expected 3, as in the head; a cell that contains the separator is in quotation marks";
    refused("date,victim,amount\n2020,Alder,1,200", &[&format!("line 2: 4 cells; {expected}")]);
    refused("date,victim,amount\n2020,Alder", &[&format!("line 2: 2 cells; {expected}")]);
    // Spreadsheets add separators for cells that are empty.
    assert!(sheet(b"date,victim,amount\n2020,Alder,1,,\n,,,,\n").is_ok());
}

#[test]
fn a_quotation_mark_that_is_not_closed_hides_no_line() {
    let open = "a quotation mark that is not closed; expected a second one at the end of the cell";
    refused("date,amount,victim\n2020,1,Alder\n2021,1,\"Birch\n2022,1,Cedar\n", &[&format!("line 3: {open}")]);
    refused("date,amount,victim\n2020,\"1,Alder", &[&format!("line 2: {open}")]);
}

#[test]
fn the_head_names_each_column_once() {
    refused(
        "2020,Alder,1\n2021,Birch,2",
        &["line 1: no head; expected names of columns, among them date, victim and amount"],
    );
    refused(
        "name,amount",
        &[
            "line 1: no column date; expected a column of this name",
            "line 1: no column victim; expected a column of this name",
        ],
    );
    refused(
        "date,victim\n2020,Alder",
        &["line 1: no column with the amount; expected a column amount, stolen_usd or stolen_usd_best, in US dollars"],
    );
    refused("date,victim,amount,Victim", &["line 1, column Victim: a second column of this name; expected one column"]);
    refused(
        "date,victim,amount,stolen_usd",
        &["line 1, column stolen_usd: a second column with the amount; expected one column"],
    );
    // Columns that are not read may be anything.
    assert!(sheet(b"date,victim,amount,,,note,note,year,group\n2020,Alder,1,,,a,b,1999,moles").is_ok());
}

#[test]
fn the_rules_of_the_format_hold_for_each_cell() {
    let text = "id;date;victim;Stolen USD low;stolen_usd_best;stolen_usd_high;country;sector;evidence;disputed;\
                recovered_usd;source_urls\n\
                a;2020;Alder;5;4;6;UK;casino;rumour;maybe;7;https://example.org/a ftp://example.org\n\
                a;2020;Birch;;;6;KR;bank;firm;TRUE;;https://example.org/a\n";
    let errors = sheet(text.as_bytes()).unwrap_err();
    let expected = [
        "line 2, column country (a): \"UK\" is not a known country; expected an ISO 3166-1 code of two capital letters, \
         such as KR",
        "line 2, column sector (a): \"casino\" is not a known sector; expected bank, exchange, defi-protocol, bridge, \
         wallet, payments, fund, gaming, individuals, other",
        "line 2, column stolen_usd_best (a): low is above best; expected low <= best <= high",
        "line 2, column recovered_usd (a): more than was taken; expected at most stolen_usd.high",
        "line 2, column evidence (a): \"rumour\" is not a known kind of evidence; expected government, un-panel, firm, \
         single-source",
        "line 2, column disputed (a): the text \"maybe\"; expected true or false",
        "line 2, column source_urls: \"ftp://example.org\" is not a link; expected a link that begins with https:// or \
         http://, without spaces or a user's name",
        "line 3, column id (a): \"a\" is the id of line 2 already; expected an id of its own",
        "line 3, column stolen_usd_best: empty, though low or high is given; expected the best estimate in US dollars",
    ];
    let mut found = errors.clone();
    found.sort();
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(found, expected);
    assert!(errors.is_sorted_by_key(|error| &error[..6]), "{errors:#?}");
}

#[test]
fn files_of_other_kinds_are_named() {
    let csv = "expected lines of text with a head, saved as “CSV UTF-8”";
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    for (bytes, problem) in [
        (b"".to_vec(), "empty"),
        (b"\xef\xbb\xbf \r\n".to_vec(), "empty"),
        (b"PK\x03\x04\x14\x00\x06".to_vec(), "a packed file, such as a workbook (xlsx, ods)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), "a workbook (xls)"),
        (b"\n<!doctype html><title>404</title>".to_vec(), "a web page or other markup"),
        (utf16("\u{feff}date\tvictim\tamount"), "text in UTF-16"),
        (utf16("date\tvictim\tamount"), "not text, or text in UTF-16"),
    ] {
        assert_eq!(sheet(&bytes).unwrap_err(), [format!("file: {problem}; {csv}")]);
    }
    assert_eq!(
        sheet(b"date,victim,amount\n2020,Z\xc3\xbcrich Bank,1\n2020,Z\xfcrich Bank,1").unwrap_err(),
        ["line 3, character 7: not in UTF-8, but in another encoding, such as Latin-1; expected UTF-8, saved \
             as “CSV UTF-8”"]
    );
    refused("{\"schema\": 1}", &["line 1: no head; expected names of columns, among them date, victim and amount"]);
}

#[test]
fn a_hundred_thousand_lines_are_read() {
    let mut text = String::from("date,victim,amount,source_urls\n");
    for line in 0..100_000 {
        text += &format!("{}-05,\"Victim {line}\",{line},https://example.org/{line}\n", 1900 + line % 120);
    }
    let dataset = sheet(text.as_bytes()).unwrap();
    assert_eq!(dataset.incidents.len(), 100_000);
    let wrong = text.replace(",5,", ",$5,");
    assert_eq!(sheet(wrong.as_bytes()).unwrap_err().len(), 1);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = sheet(&bytes);
    }

    #[test]
    fn any_cells_are_read_or_refused(cells in prop::collection::vec("[0-9a-z,;=#\"'./ \\-\r\n\u{e9}]{0,12}", 0..30)) {
        let text = format!("date,victim,amount,text,source_urls,attribution\n{}", cells.join(","));
        if let Err(errors) = sheet(text.as_bytes()) {
            prop_assert!(errors.iter().all(|error| error.starts_with("line ")), "{errors:?}");
        }
    }
}
