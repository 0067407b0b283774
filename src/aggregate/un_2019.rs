//! Totals over the rows of the United Nations report of 2019.

use super::{Key, Series};
use crate::data::{Country, Dataset, Date, EstimateKind, Incident, UnKind};

/// Counts and sums over the selected rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnReport {
    /// Number of rows of each kind, in the order of [`UnKind`].
    pub rows: [u32; UnKind::ALL.len()],
    /// Number of rows that repeat a theft of another row.
    pub repeated: u32,
    /// Number of the other rows that have no amount.
    pub without_amount: u32,
    /// Sum of the printed amounts in US dollars for each kind, in the order of [`UnKind`], without repeated rows.
    pub printed: [f64; UnKind::ALL.len()],
    /// Whether all cases of the report are selected.
    pub whole: bool,
    /// Countries of the rows that the press listed too, sorted by code.
    pub in_both: Vec<Country>,
    /// Countries of the rows that the press did not list, sorted by code.
    pub in_rows_only: Vec<Country>,
    /// Countries that the press listed and no row names, sorted by code; empty unless `whole`.
    pub in_press_only: Vec<Country>,
    /// Index into [`Dataset::estimates`] of a published total of the same time; `None` unless `whole`.
    pub headline: Option<usize>,
}

impl UnReport {
    /// Adds up the rows of a series.
    pub fn of(series: &Series, dataset: &Dataset) -> UnReport {
        let mut report = UnReport::default();
        let mut countries = Vec::new();
        for datum in &series.data {
            let Key::UnRow(index) = datum.key else { continue };
            let incident = &dataset.incidents[index];
            let Some(row) = incident.un2019() else { continue };
            let kind = row.kind as usize;
            report.rows[kind] += 1;
            if row.counts {
                report.printed[kind] += row.printed().unwrap_or(0.0);
                report.without_amount += u32::from(row.printed().is_none());
            } else {
                report.repeated += 1;
            }
            countries.extend(incident.country);
        }
        let rows = || dataset.incidents.iter().filter_map(Incident::un2019);
        let cases = rows().filter(|row| row.counts).count();
        report.whole = cases > 0 && cases as u32 == report.cases();
        for country in Country::all() {
            let listed = dataset.press_countries.contains(&country);
            let list = match (countries.contains(&country), listed) {
                (true, true) => &mut report.in_both,
                (true, false) => &mut report.in_rows_only,
                (false, true) if report.whole => &mut report.in_press_only,
                _ => continue,
            };
            list.push(country);
        }
        if report.whole {
            report.headline = headline(dataset);
        }
        report
    }

    /// Number of rows, without repeated ones.
    pub fn cases(&self) -> u32 {
        self.all_rows() - self.repeated
    }

    /// Number of rows, with repeated ones.
    pub fn all_rows(&self) -> u32 {
        self.rows.iter().sum()
    }

    /// Sum of all printed amounts, in US dollars.
    pub fn sum(&self) -> f64 {
        self.printed.iter().sum()
    }
}

/// The published total that begins in the month of the report's first case and ends after its last in the same year.
fn headline(dataset: &Dataset) -> Option<usize> {
    let month = |date: Date| (date.year(), date.month());
    let of_report = || dataset.incidents.iter().filter(|incident| incident.un2019().is_some());
    let first = of_report().map(|incident| month(incident.date.start())).min();
    let last = of_report().map(|incident| month(incident.date.end())).max()?;
    dataset.estimates.iter().position(|estimate| {
        let (from, to) = (month(estimate.period.from.start()), month(estimate.period.to.end()));
        let cumulative = estimate.kind == EstimateKind::Cumulative && estimate.mark.is_some();
        cumulative && Some(from) == first && to >= last && to.0 == last.0
    })
}
