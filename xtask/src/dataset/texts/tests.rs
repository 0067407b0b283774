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
    for text in ["<b>7</b>", "", " 7", "7\u{202e}8", "7\n8"] {
        let entry = translation.texts.first_mut().unwrap();
        entry.text = text.into();
        let [problem] = &translation.problems(&dataset, &changes)[..] else { panic!("{text}") };
        assert!(problem.contains("is not plain text"), "{problem}");
    }
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
