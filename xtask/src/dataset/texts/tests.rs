use heistogram::data::Value;

use super::*;
use crate::project::Project;

fn shipped() -> (Dataset, Changes) {
    let root = Project::find().unwrap().root;
    let text = fs::read_to_string(root.join("www/data/dataset.json")).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    (Dataset::from_value(&value).unwrap(), Changes::read(&root).unwrap())
}

fn read(locale: Locale) -> Translation {
    Translation::read(&Project::find().unwrap().root.join("www"), locale).unwrap()
}

#[test]
fn every_text_is_translated_into_every_language() {
    let (dataset, changes) = shipped();
    for locale in &locale::ALL[1..] {
        let problems = read(*locale).problems(&dataset, &changes);
        assert!(problems.is_empty(), "{}:\n{}", locale.tag(), problems.join("\n"));
    }
    assert!(file(Locale::En).is_none() && read(Locale::En).texts.is_empty());
}

#[test]
fn a_changed_text_names_its_translation() {
    let (mut dataset, changes) = shipped();
    let translation = read(Locale::Ko);
    let details = dataset.details.as_mut().unwrap();
    details.incidents[0].text = Some("Another text.".into());
    let id = dataset.incidents[0].id().to_owned();
    let [problem, missing] = &translation.problems(&dataset, &changes)[..] else { panic!() };
    assert!(problem.starts_with(&format!("incidents/{id}/text is stale: the English is now “Another text.”")));
    assert!(missing.starts_with(&format!("incidents/{id}/text is not translated")), "{missing}");
    // Readers get the English.
    translation.apply(&mut dataset, &changes);
    let said = dataset.details.as_ref().unwrap().said("Another text.");
    assert_eq!((said.text.as_str(), said.as_written), ("Another text.", true));
}

#[test]
fn texts_are_plain() {
    let (dataset, changes) = shipped();
    let mut translation = read(Locale::It);
    let hidden = ["\u{200b}", "7\u{200f}", "7\u{202e}8", "7\u{61c}", "7\u{feff}", "7\u{ad}8", "\u{3164}", "7\u{e0041}"];
    let others = ["<b>7</b>", "7 &lt; 8", "{amount}", "", " 7", "7  8", "7\n8", "7\u{2028}8", "\u{fffd}", "\u{e000}"];
    for text in hidden.into_iter().chain(others).chain(["e\u{301}", "\u{1112}\u{1161}\u{11ab}"]) {
        translation.texts[0].text = text.into();
        let [problem] = &translation.problems(&dataset, &changes)[..] else { panic!("{text:?}") };
        assert!(problem.contains("is not plain text"), "{problem}");
        let mut told = dataset.clone();
        translation.apply(&mut told, &changes);
        let said = told.details.as_ref().unwrap().said(&dataset.title);
        assert!(said.as_written && said.text == dataset.title, "{text:?}: English stands");
    }
}

#[test]
fn an_entry_stands_where_its_text_does() {
    let (dataset, changes) = shipped();
    let problem = |change: fn(&mut Vec<Entry>)| {
        let mut translation = read(Locale::Ko);
        change(&mut translation.texts);
        translation.problems(&dataset, &changes).first().cloned().unwrap_or_default()
    };
    assert_eq!(problem(|_| ()), "");
    let unknown = problem(|texts| texts[0].at = "incidents/nowhere/text".into());
    assert_eq!(unknown, "incidents/nowhere/text: the dataset has no such text");
    let of_another = problem(|texts| texts[1].at = texts[2].at.clone());
    assert!(of_another.contains("is stale: the English is now"), "{of_another}");
    let twice = problem(|texts| {
        let Entry { at, english, text, name } = &texts[0];
        let second = Entry { at: at.clone(), english: english.clone(), text: text.clone(), name: *name };
        texts.push(second);
    });
    assert_eq!(twice, "title: a second translation");
    let no_victim = problem(|texts| texts[0].name = true);
    assert!(no_victim.starts_with("title is no name in another script"), "{no_victim}");
}

#[test]
fn names_with_words_of_english_do_not_stay() {
    let stays = |text| may_stay("incidents/x/victim", text) && may_stay("sources/x/publisher", text);
    assert!(stays("Bybit") && stays("WOO X") && stays("lazarus.day") && stays("Reuters / Zawya"));
    assert!(!stays("Users of Upbit") && !stays("ATMs in South Korea") && !stays("Bitget, as reported"));
    assert!(!may_stay("incidents/x/text", "Bybit"));
}

#[test]
fn a_name_that_is_not_translated_is_known_to_be() {
    let (mut dataset, changes) = shipped();
    let names = dataset.incidents[0].names.as_mut().unwrap();
    names.victim.push_str(" and others");
    read(Locale::Ko).apply(&mut dataset, &changes);
    assert!(dataset.incidents[0].is_as_written(), "stale");
    let is_as_written =
        |victim: &str| dataset.incidents.iter().find(|incident| incident.victim() == victim).unwrap().is_as_written();
    assert!(is_as_written("Cypherium") && !is_as_written("Upbit") && !is_as_written("Users of Upbit"));
}

#[test]
fn a_name_in_another_script_stands_beside_the_latin_one() {
    let (mut dataset, changes) = shipped();
    read(Locale::Ko).apply(&mut dataset, &changes);
    let called = |victim: &str| {
        let incident = dataset.incidents.iter().find(|incident| incident.victim() == victim).unwrap();
        (Locale::Ko.called(incident), Locale::Ko.called_in_full(incident))
    };
    assert_eq!(called("Upbit"), ("업비트".to_owned(), "업비트(Upbit)".to_owned()));
    let (described, in_full) = called("Users of Upbit");
    assert_eq!(described, in_full);
    assert!(described.contains("업비트"), "{described}");
}
