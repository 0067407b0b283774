//! Rules for several fields of an object together.

use super::super::{EstimateKind, PartialDate, Period, Precision, Value};
use super::report::Report;
use super::rules::YEAR_OF_PERIOD;
use super::scalar::{amount_problem, count, ends};

/// A field that is a valid amount; `None` for others, which are already reported.
fn amount(object: &Value, name: &str) -> Option<f64> {
    match object.get(name) {
        &Value::Number(number) if amount_problem(number).is_none() => Some(number),
        _ => None,
    }
}

impl Report<'_> {
    pub(super) fn low_to_high(&mut self, range: &Value) {
        let amount = |name| amount(range, name).unwrap_or(f64::NAN);
        let (low, best, high) = (amount("low"), amount("best"), amount("high"));
        if low > best {
            self.fail("low is above best", "low <= best <= high");
        }
        if best > high {
            self.fail("best is above high", "low <= best <= high");
        }
    }

    pub(super) fn kind_period_and_year(&mut self, estimate: &Value) {
        let (from, to) = ends(estimate.text("period"));
        let (Some(kind), Ok(from), Ok(to)) =
            (EstimateKind::from_id(estimate.text("kind")), PartialDate::parse(from), PartialDate::parse(to))
        else {
            return;
        };
        if from.start() > to.end() {
            return;
        }
        let period = Period { from, to };
        let (agrees, expected) = match kind {
            EstimateKind::Year => (from == to && from.precision() == Precision::Year, "one year"),
            EstimateKind::PartialYear => (from.year() == to.year(), "a part of one year"),
            EstimateKind::Cumulative => (true, ""),
        };
        if !agrees {
            self.fail_field("period", &format!("{} with the period {period}", kind.id()), expected);
        }
        if let Some(year) = estimate.optional_number("year").and_then(count)
            && (kind == EstimateKind::Cumulative || i64::from(year) != i64::from(from.year()))
        {
            self.fail_field("year", &format!("year {year} with the period {period}"), YEAR_OF_PERIOD);
        }
    }

    pub(super) fn within_the_world(&mut self, estimate: &Value) {
        let total = estimate.get("world").get("total_usd");
        if let (Some(part), Some(whole)) = (amount(estimate.get("stolen_usd"), "best"), amount(total, "high"))
            && part > whole
        {
            let here = self.here();
            self.enter_field("world");
            self.fail_field("total_usd", "below stolen_usd", "a total of all thefts, these among them");
            self.back_to(here);
        }
    }

    pub(super) fn total_or_share(&mut self, world: &Value) {
        if world.given("total_usd").is_none() && world.given("share_pct").is_none() {
            self.fail("neither total_usd nor share_pct", "one of them at least");
        }
    }

    pub(super) fn read_or_copied(&mut self, source: &Value) {
        if source.text("read") == "original" && source.given("via").is_some() {
            self.fail_field("read", "original, though via names a copy", "copy or quoted where via is given");
        }
    }

    pub(super) fn after_the_theft(&mut self, incident: &Value) {
        let theft = PartialDate::parse(incident.text("date")).ok();
        let taken = amount(incident.get("stolen_usd"), "high");
        self.recovered_at_most("recovered_usd", amount(incident, "recovered_usd"), taken);
        let here = self.here();
        let mut kinds: Vec<(&str, f64)> = Vec::new();
        for (position, recovery) in incident.get("recovered").items().iter().enumerate() {
            self.enter_field("recovered");
            self.enter_item(position, "");
            let usd = amount(recovery, "usd");
            self.recovered_at_most("usd", usd, taken);
            self.not_before(theft, recovery);
            self.back_to(here);
            let kind = recovery.text("kind");
            match kinds.iter_mut().find(|(other, _)| *other == kind) {
                Some((_, sum)) => *sum += usd.unwrap_or_default(),
                None => kinds.push((kind, usd.unwrap_or_default())),
            }
        }
        let each_fits = |recovery: &Value| amount(recovery, "usd") <= taken;
        for (kind, sum) in kinds {
            // A part that is too large by itself is already reported.
            if taken.is_some_and(|taken| sum > taken) && incident.get("recovered").items().iter().all(each_fits) {
                let problem = format!("{kind} adds up to more than was taken");
                self.fail_field("recovered", &problem, AT_MOST);
            }
        }
        self.enter_field("attributed_on");
        self.not_before(theft, incident.get("attributed_on"));
        self.back_to(here);
    }

    fn recovered_at_most(&mut self, name: &str, usd: Option<f64>, taken: Option<f64>) {
        if let (Some(usd), Some(taken)) = (usd, taken)
            && usd > taken
        {
            self.fail_field(name, "more than was taken", AT_MOST);
        }
    }

    fn not_before(&mut self, theft: Option<PartialDate>, later: &Value) {
        if let (Some(theft), Ok(date)) = (theft, PartialDate::parse(later.text("date")))
            && date.end() < theft.start()
        {
            self.fail_field("date", "before the theft", &format!("a date from {theft} on"));
        }
    }
}

const AT_MOST: &str = "at most stolen_usd.high";
