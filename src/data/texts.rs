//! Translations of the texts of a dataset, which is in one language while its readers speak several.

use super::{Details, Tape, Texts, cut, tape::END};

/// A text for readers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Whether it is in the language of the dataset, for want of a translation.
    pub as_written: bool,
}

impl Details {
    /// A text of the dataset in the language of the reader, if it has a translation.
    pub fn said(&self, text: &str) -> Said {
        let translation = self.texts.of(text);
        Said { text: translation.unwrap_or(text).into(), as_written: translation.is_none() }
    }

    /// Encodes the translations of what cards show, without the texts that they translate.
    pub fn texts_tape(&self) -> Tape {
        let mut text = String::new();
        for word in self.words() {
            text.push_str(self.texts.of(word).unwrap_or_default());
            text.push(END.into());
        }
        Tape { numbers: Vec::new(), text }
    }

    /// Decodes the text of [`Details::texts_tape`]. Returns `false` and changes nothing if it is not that of these
    /// details.
    pub fn add_texts_from_tape(&mut self, text: &str) -> bool {
        let words = self.words();
        let (mut translations, mut rest) = (Vec::new(), text);
        while let Some((translation, after)) = cut(rest, END) {
            translations.push(translation);
            rest = after;
        }
        let fits = translations.len() == words.len();
        if fits {
            let mut pairs = Vec::new();
            for (word, translation) in words.into_iter().zip(translations) {
                if !translation.is_empty() {
                    pairs.push((word.into(), translation.into()));
                }
            }
            self.texts = Texts::new(pairs);
        }
        fits
    }

    /// The texts that cards show, each once.
    fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        self.each_text(&mut |_, _, _, text| {
            if !words.contains(&text) {
                words.push(text);
            }
        });
        words
    }

    /// Passes on the texts that cards show, each with its place: list, index and field.
    fn each_text<'a>(&'a self, pass: &mut dyn FnMut(&'static str, usize, &'static str, &'a str)) {
        for (index, one) in self.incidents.iter().enumerate() {
            let mut of_incident = |field, text: &'a str| pass("incidents", index, field, text);
            for name in &one.attribution {
                of_incident("attribution", name);
            }
            for actor in &one.actor {
                of_incident("actor", &actor.name);
                of_incident("actor", &actor.by);
            }
            if let Some(attributed) = &one.attributed_on {
                of_incident("attributed_on", &attributed.by);
            }
            for (field, text) in [("asset", &one.asset), ("text", &one.text)] {
                if let Some(text) = text {
                    of_incident(field, text);
                }
            }
        }
        for (index, one) in self.estimates.iter().enumerate() {
            if let Some(note) = &one.note {
                pass("estimates", index, "note", note);
            }
        }
        for (index, one) in self.sources.iter().enumerate() {
            pass("sources", index, "publisher", &one.publisher);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod whole {
    //! Translation of a whole dataset, as the build does it.

    use std::collections::BTreeMap;

    use super::super::{Dataset, Texts};

    /// Numbers the texts that share a place from the second on: `incidents/ID/actor#2`.
    fn numbered(mut texts: Vec<(String, &str)>) -> Vec<(String, &str)> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (place, _) in &mut texts {
            let count = counts.entry(place.clone()).or_default();
            *count += 1;
            if *count > 1 {
                *place = format!("{place}#{count}");
            }
        }
        texts
    }

    impl Dataset {
        /// Every text of the dataset that readers see, with the place of each: `incidents/ID/text`. A text may occur
        /// more than once, a place does not. Titles of works are not among them, as they stay as printed.
        pub fn texts(&self) -> Vec<(String, &str)> {
            let mut texts = vec![("title".to_owned(), self.title.as_str())];
            for incident in &self.incidents {
                texts.push((format!("incidents/{}/victim", incident.id()), incident.victim()));
            }
            let Some(details) = &self.details else { return numbered(texts) };
            details.each_text(&mut |list, index, field, text| {
                let of = match list {
                    "incidents" => self.incidents[index].id().to_owned(),
                    "sources" => details.sources[index].id.clone(),
                    _ => index.to_string(),
                };
                texts.push((format!("{list}/{of}/{field}"), text));
            });
            for (index, estimate) in self.estimates.iter().enumerate() {
                texts.extend(estimate.mark.iter().map(|mark| (format!("estimates/{index}/mark"), mark.as_str())));
            }
            for claim in &details.claims {
                let of = |field: &str| format!("claims/{}/{field}", claim.id);
                texts.extend([(of("what"), claim.what.as_str()), (of("said_by"), &claim.said_by)]);
                texts.extend(claim.compare.iter().map(|compare| (of("compare"), compare.as_str())));
            }
            if let Some(rejected) = &details.rejected {
                texts.push(("rejected/rule".to_owned(), &rejected.rule));
                for (index, case) in rejected.cases.iter().enumerate() {
                    let of = |field: &str| format!("rejected/{index}/{field}");
                    texts.extend([(of("what"), case.what.as_str()), (of("why"), &case.why)]);
                }
            }
            for event in &details.events {
                let of = |field: &str| format!("events/{}/{field}", event.date);
                texts.push((of("line"), &event.line));
                texts.extend(event.mark.iter().map(|mark| (of("mark"), mark.as_str())));
            }
            numbered(texts)
        }

        /// Translates a dataset for charts and pages. `is_name` tells of a victim whether its translation is the same
        /// name in another script.
        pub fn translate(&mut self, texts: Texts, is_name: impl Fn(&str) -> bool) {
            let translate = |text: &mut String| {
                if let Some(translation) = texts.of(text) {
                    *text = translation.to_owned();
                }
            };
            for names in self.incidents.iter_mut().filter_map(|incident| incident.names.as_mut()) {
                names.translated = texts.of(&names.victim).unwrap_or_default().to_owned();
                names.transcribed = !names.translated.is_empty() && is_name(&names.victim);
                translate(&mut names.attributed_by);
            }
            self.estimates.iter_mut().filter_map(|estimate| estimate.mark.as_mut()).for_each(translate);
            self.publishers.iter_mut().for_each(translate);
            self.marked_events.iter_mut().map(|event| &mut event.mark).for_each(translate);
            if let Some(details) = &mut self.details {
                details.texts = texts;
            }
        }
    }
}
