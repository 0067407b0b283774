//! The steps of the story told below `raids`.

use heistogram::{
    aggregate::Totals,
    data::{Dataset, Group, Incident, Precision},
    locale::{Locale, fill},
};
use minijinja::{Value, context};

/// A step: its finding, and the state that selects what it speaks of.
struct Step {
    title: String,
    text: String,
    state: String,
}

/// The steps whose finding holds in the data, as a list of `title`, `text` and `state`.
pub fn steps(dataset: &Dataset, locale: Locale) -> Vec<Value> {
    let steps = [banks, crypto, one_day, no_official_word].into_iter().filter_map(|step| step(dataset, locale));
    steps.map(|Step { title, text, state }| context! { title, text, state }).collect()
}

/// The incidents that count and have a property, and their totals.
fn counted(dataset: &Dataset, holds: impl Fn(&Incident) -> bool) -> (Vec<&Incident>, Totals) {
    let chosen: Vec<&Incident> =
        dataset.incidents.iter().filter(|incident| incident.counted && holds(incident)).collect();
    let totals = Totals::of(chosen.iter().copied());
    (chosen, totals)
}

const CRYPTO: [Group; 2] = [Group::Exchanges, Group::Defi];

fn is_crypto(incident: &Incident) -> bool {
    CRYPTO.contains(&incident.sector.group())
}

/// Banks came first, and none was hit this year or the year before.
fn banks(dataset: &Dataset, locale: Locale) -> Option<Step> {
    let (banks, totals) = counted(dataset, |incident| incident.sector.group() == Group::Banks);
    let (crypto, _) = counted(dataset, is_crypto);
    let (first, last) = (banks.first()?.date.start(), banks.last()?.date.year());
    let came_first = crypto.first().is_none_or(|other| first < other.date.start());
    if !came_first || last + 2 > dataset.as_of.year() || totals.usd.best == 0.0 {
        return None;
    }
    let values = [
        ("n", &*locale.count(totals.attacks)),
        ("amount", &locale.usd_in_sentence(totals.usd.best)),
        ("year", &locale.year(last)),
    ];
    let page = locale.page();
    Some(Step {
        title: page.step_banks_title.into(),
        text: fill(page.step_banks, &values),
        state: format!("group={}", Group::Banks.id()),
    })
}

/// Exchanges and `DeFi` services lost more than half of everything.
fn crypto(dataset: &Dataset, locale: Locale) -> Option<Step> {
    let (_, totals) = counted(dataset, is_crypto);
    let share = totals.usd.best / counted(dataset, |_| true).1.usd.best;
    let values = [
        ("n", &*locale.count(totals.attacks)),
        ("amount", &locale.usd_in_sentence(totals.usd.best)),
        ("share", &locale.percent(share)),
    ];
    let page = locale.page();
    (share > 0.5).then(|| Step {
        title: page.step_crypto_title.into(),
        text: fill(page.step_crypto, &values),
        state: format!("group={}", CRYPTO.map(Group::id).join(",")),
    })
}

/// The largest theft was on one day, and took a tenth of everything or more.
fn one_day(dataset: &Dataset, locale: Locale) -> Option<Step> {
    let best = |incident: &Incident| incident.stolen_usd.map_or(0.0, |usd| usd.best);
    let (mut all, totals) = counted(dataset, |_| true);
    all.sort_by(|a, b| best(b).total_cmp(&best(a)));
    let (largest, next) = (all.first()?, all.get(1)?);
    let share = best(largest) / totals.usd.best;
    if best(largest) == best(next) || share < 0.1 || largest.date.precision() != Precision::Day {
        return None;
    }
    let (day, page) = (largest.date.start(), locale.page());
    let values = [
        ("victim", &*locale.called_in_sentence(largest)),
        ("date", &locale.day(day)),
        ("amount", &locale.usd_in_sentence(best(largest))),
        ("share", &locale.percent(share)),
    ];
    let month = format!("{}-{:02}", day.year(), day.month());
    Some(Step {
        title: fill(page.step_day_title, &values),
        text: fill(page.step_day, &values),
        state: format!("period={month}..{month}"),
    })
}

/// Of the money of the last year hardly any is officially attributed, while most of all money is.
fn no_official_word(dataset: &Dataset, locale: Locale) -> Option<Step> {
    let year = dataset.as_of.year();
    let official = |incident: &Incident| incident.evidence.is_official();
    let taken = counted(dataset, |incident| incident.date.year() == year).1;
    let named = counted(dataset, |incident| incident.date.year() == year && official(incident)).1.usd.best;
    let (of_all, all) = (counted(dataset, official).1.usd.best, counted(dataset, |_| true).1.usd.best);
    if taken.usd.best == 0.0 || named > 0.1 * taken.usd.best || of_all < 0.5 * all {
        return None;
    }
    let values = [
        ("year", &*locale.year(year)),
        ("n", &locale.count(taken.attacks)),
        ("amount", &locale.usd_in_sentence(named)),
        ("all", &locale.usd_in_sentence(taken.usd.best)),
    ];
    let page = locale.page();
    let (title, text) = match named {
        0.0 => (page.step_no_word_title, page.step_no_word),
        _ => (page.step_hardly_a_word_title, page.step_hardly_a_word),
    };
    Some(Step { title: fill(title, &values), text: fill(text, &values), state: format!("period={year}..{year}") })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::build::data;

    fn shipped() -> Json {
        serde_json::from_str(include_str!("../../../../www/data/dataset.json")).unwrap()
    }

    fn states(json: &Json) -> Vec<String> {
        let dataset = data::parse(&json.to_string()).unwrap();
        let steps = steps(&dataset, heistogram::locale::ALL[0]);
        steps.iter().map(|step| step.get_attr("state").unwrap().to_string()).collect()
    }

    #[test]
    fn the_data_hold_four_steps_in_every_language() {
        assert_eq!(
            states(&shipped()),
            ["group=banks", "group=exchanges,defi", "period=2025-02..2025-02", "period=2026..2026"]
        );
        let dataset = data::parse(&shipped().to_string()).unwrap();
        for locale in heistogram::locale::ALL.iter().copied() {
            for step in steps(&dataset, locale) {
                for name in ["title", "text"] {
                    let text = step.get_attr(name).unwrap().to_string();
                    assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_step_whose_finding_no_longer_holds_is_left_out() {
        let change = |change: &dyn Fn(&mut Json)| {
            let mut whole = shipped();
            whole["incidents"].as_array_mut().unwrap().iter_mut().for_each(change);
            states(&whole)
        };
        let banks = change(&|one| {
            if one["id"] == "waterplum-2026" {
                one["sector"] = json!("bank");
            }
        });
        assert!(!banks.contains(&"group=banks".into()), "{banks:?}");
        let twins = change(&|one| {
            if one["victim"] == "Bybit" {
                one["stolen_usd"] = json!({"low": 620e6, "best": 620e6, "high": 620e6});
            }
        });
        assert!(!twins.iter().any(|state| state.contains("2025")), "{twins:?}");
        let official = change(&|one| {
            if one["evidence"] == "firm" {
                one["evidence"] = json!("government");
            }
        });
        assert!(!official.contains(&"period=2026..2026".into()), "{official:?}");
        assert_eq!(change(&|one| one["stolen_usd"] = Json::Null), Vec::<String>::new());
    }
}
