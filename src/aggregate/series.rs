//! Series of data: the figures behind the marks of a chart.

use super::{Filter, Measure, Totals};
use crate::data::{Country, Dataset, Date, Evidence, Group, Incident, Method, Precision, RecoveryKind, sorted};

/// The property that the incidents of a datum share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The year in which they began.
    Year(i32),
    /// The year and the group of victims.
    YearGroup(i32, Group),
    /// The country or territory; `None` for incidents without a single one.
    Country(Option<Country>),
    /// The tail of countries or territories that are too small to be shown one by one: how many there are.
    MoreCountries(usize),
    /// The group of victims.
    Group(Group),
    /// The method of theft; `None` if it is not known.
    Method(Option<Method>),
    /// Incidents of which a part was recovered in this way.
    Recovered(RecoveryKind),
    /// The year and the level of evidence.
    YearEvidence(i32, Evidence),
    /// A theft with its first official attribution: its index in [`Dataset::incidents`].
    Attributed(usize),
    /// One incident: its index in [`Dataset::incidents`].
    Incident(usize),
    /// Everything up to the end of a month: year, and month from 1 to 12.
    UpTo(i32, u8),
    /// A row of the United Nations report of 2019: index of its incident in [`Dataset::incidents`].
    UnRow(usize),
    /// A published total: its index in [`Dataset::estimates`].
    Estimate(usize),
    /// A published share in all thefts: index of its estimate in [`Dataset::estimates`].
    Share(usize),
}

impl Key {
    /// The month with the middle of an incident's date.
    pub(super) fn up_to(incident: &Incident) -> Key {
        let middle = match incident.date.precision() {
            Precision::Day => incident.date.start(),
            _ => Date::from_days(incident.date.middle_days().floor() as i64),
        };
        Key::UpTo(middle.year(), middle.month())
    }

    /// The year, if the key has one.
    pub fn year(self) -> Option<i32> {
        match self {
            Key::Year(year) | Key::YearGroup(year, _) | Key::YearEvidence(year, _) => Some(year),
            _ => None,
        }
    }

    /// Its index among all possible keys of its kind, in their order. It makes searching for a key unnecessary.
    fn slot(self) -> usize {
        let year = |year: i32| (year - Date::MIN.year()) as usize;
        match self {
            Key::Year(of) => year(of),
            Key::YearGroup(of, group) => year(of) * Group::ALL.len() + group as usize,
            Key::Country(country) => country.map_or(0, |country| 1 + country.position()),
            Key::Group(group) => group as usize,
            Key::Method(method) => method.map_or(0, |method| 1 + method as usize),
            Key::Recovered(kind) => kind as usize,
            Key::YearEvidence(of, level) => year(of) * Evidence::ALL.len() + level as usize,
            Key::UpTo(of, month) => 12 * year(of) + usize::from(month),
            Key::MoreCountries(index)
            | Key::Incident(index)
            | Key::Attributed(index)
            | Key::UnRow(index)
            | Key::Estimate(index)
            | Key::Share(index) => index,
        }
    }

    /// Whether an incident has this key. `tail` has the countries that are not shown one by one.
    pub fn holds(self, incident: &Incident, tail: &[Datum]) -> bool {
        match self {
            Key::Year(year) => incident.date.year() == year,
            Key::YearGroup(year, group) => incident.date.year() == year && incident.sector.group() == group,
            Key::Country(country) => incident.country == country,
            Key::MoreCountries(_) => tail.iter().any(|datum| datum.key == Key::Country(incident.country)),
            Key::Group(group) => incident.sector.group() == group,
            Key::Method(method) => incident.method == method,
            Key::Recovered(kind) => incident.recovered_usd(kind) > 0.0,
            Key::YearEvidence(year, level) => incident.date.year() == year && incident.evidence == level,
            Key::UpTo(..) => Key::up_to(incident) == self,
            Key::Attributed(_) | Key::Incident(_) | Key::UnRow(_) | Key::Estimate(_) | Key::Share(_) => false,
        }
    }
}

/// One figure of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Datum {
    /// The property that its incidents share.
    pub key: Key,
    /// Totals of its incidents that count.
    pub totals: Totals,
    /// Totals of those that a government attributes or the UN panel lists.
    pub official: Totals,
    /// Number of `totals.attacks` for each level of evidence, in the order of [`Evidence`](crate::data::Evidence).
    pub by_evidence: [u32; 4],
    /// Number of `totals.attacks` with a disputed attribution.
    pub disputed: u32,
}

impl Datum {
    /// A datum without incidents.
    pub(super) fn new(key: Key) -> Self {
        let (totals, official) = (Totals::default(), Totals::default());
        Self { key, totals, official, by_evidence: [0; 4], disputed: 0 }
    }

    /// A datum of one incident. One that is not counted has empty totals.
    pub fn of(key: Key, incident: &Incident) -> Self {
        let mut datum = Self::new(key);
        if incident.counted {
            datum.add(incident);
        }
        datum
    }

    /// Adds an incident that counts.
    pub(super) fn add(&mut self, incident: &Incident) {
        self.totals.add(incident);
        self.by_evidence[incident.evidence as usize] += 1;
        self.disputed += u32::from(incident.disputed);
        if incident.evidence.is_official() {
            self.official.add(incident);
        }
    }

    /// Adds the incidents of another datum.
    pub(super) fn include(&mut self, other: &Datum) {
        self.totals.include(&other.totals);
        self.official.include(&other.official);
        self.disputed += other.disputed;
        for (n, n_of_other) in self.by_evidence.iter_mut().zip(other.by_evidence) {
            *n += n_of_other;
        }
    }

    /// The value that is drawn: number of attacks, or best estimate in US dollars.
    pub fn value(&self, measure: Measure) -> f64 {
        self.totals.value(measure)
    }

    /// The part of [`Datum::value`] with official evidence.
    pub fn official_value(&self, measure: Measure) -> f64 {
        self.official.value(measure)
    }
}

/// The figures of one chart in reading order, with their totals.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The figures, in the order of the table and of the keyboard.
    pub data: Vec<Datum>,
    /// The countries behind [`Key::MoreCountries`], one by one.
    pub tail: Vec<Datum>,
    /// Indices into [`Dataset::incidents`], in place of data, if there are too many to be shown one by one.
    pub crowd: Vec<u32>,
    /// Totals of everything selected, with or without a datum.
    pub totals: Totals,
    /// The part of `totals` with official evidence.
    pub official: Totals,
    /// First and last year of the selected incidents that count; [`running_total`](super::running_total) extends it.
    pub years: Option<(i32, i32)>,
    /// Last day of the data.
    pub as_of: Date,
    /// Whether a filter is active, so that these are not the totals of the whole dataset.
    pub filtered: bool,
}

impl Series {
    /// Adds up the selected incidents that count, by key, in one pass. The data are in the order of the keys.
    pub(super) fn new(dataset: &Dataset, filter: &Filter, key: fn(&Incident) -> Key) -> Self {
        let mut series = Self::empty(dataset);
        series.filtered = *filter != Filter::default();
        let mut data: Vec<Datum> = Vec::new();
        // For each slot the index of its datum plus 1; 0 means no datum.
        let mut numbers: Vec<usize> = Vec::new();
        for incident in &dataset.incidents {
            if !incident.counted || !filter.accepts(incident) {
                continue;
            }
            series.reach(incident);
            let key = key(incident);
            let slot = key.slot();
            if slot >= numbers.len() {
                numbers.resize(slot + 1, 0);
            }
            if numbers[slot] == 0 {
                data.push(Datum::new(key));
                numbers[slot] = data.len();
            }
            data[numbers[slot] - 1].add(incident);
        }
        for number in numbers {
            if number > 0 {
                series.push(data[number - 1]);
            }
        }
        series
    }

    /// A series without data.
    pub(super) fn empty(dataset: &Dataset) -> Self {
        let (totals, official) = (Totals::default(), Totals::default());
        let (data, tail, crowd) = (Vec::new(), Vec::new(), Vec::new());
        Self { data, tail, crowd, totals, official, years: None, as_of: dataset.as_of, filtered: false }
    }

    /// Appends a datum and adds it to the totals.
    pub(super) fn push(&mut self, datum: Datum) {
        self.totals.include(&datum.totals);
        self.official.include(&datum.official);
        self.data.push(datum);
    }

    /// Extends the years to an incident that counts. Incidents are sorted by date.
    pub(super) fn reach(&mut self, incident: &Incident) {
        let year = incident.date.year();
        self.years = Some((self.years.map_or(year, |(first, _)| first), year));
    }

    /// The year that the data covers only in part; `None` if the data ends on 31 December.
    pub fn part_year(&self) -> Option<i32> {
        let ends = (self.as_of.month(), self.as_of.day()) == (12, 31);
        (!ends).then_some(self.as_of.year())
    }

    /// Number of attacks of each year that has any, ascending. The data must be in the order of years.
    pub fn by_year(&self) -> Vec<(i32, u32)> {
        let mut years: Vec<(i32, u32)> = Vec::new();
        for datum in &self.data {
            let Some(year) = datum.key.year() else { continue };
            match years.last_mut() {
                Some((last, attacks)) if *last == year => *attacks += datum.totals.attacks,
                _ => years.push((year, datum.totals.attacks)),
            }
        }
        years
    }

    /// Index into [`Dataset::incidents`] of the incident of a datum or of an item of the crowd.
    pub fn index(&self, number: usize) -> Option<usize> {
        match self.data.get(number).map(|datum| datum.key) {
            Some(Key::Incident(index)) => Some(index),
            _ => self.crowd.get(number).map(|index| *index as usize),
        }
    }

    /// The datum of a key.
    pub fn find(&self, key: Key) -> Option<&Datum> {
        self.data.iter().find(|datum| datum.key == key)
    }
}

/// Incidents by year and group of victims: years ascending, groups in their order.
pub fn by_year_and_group(dataset: &Dataset, filter: &Filter) -> Series {
    Series::new(dataset, filter, |incident| Key::YearGroup(incident.date.year(), incident.sector.group()))
}

/// Incidents by year, ascending.
pub fn by_year(dataset: &Dataset, filter: &Filter) -> Series {
    Series::new(dataset, filter, |incident| Key::Year(incident.date.year()))
}

/// Incidents by country or territory, largest first. A long tail of small ones is one datum. Incidents without a single
/// country come last.
pub fn by_country(dataset: &Dataset, filter: &Filter, measure: Measure) -> Series {
    let mut series = Series::new(dataset, filter, |incident| Key::Country(incident.country));
    let nowhere = series.data.iter().position(|datum| datum.key == Key::Country(None));
    let nowhere = nowhere.map(|index| series.data.remove(index));
    let mut countries = largest_first(&series.data, measure);
    let tail = countries.split_off(shown_before_tail(&countries, measure));
    if !tail.is_empty() {
        let mut all = Datum::new(Key::MoreCountries(tail.len()));
        tail.iter().for_each(|datum| all.include(datum));
        countries.push(all);
    }
    series.tail = tail;
    countries.extend(nowhere);
    series.data = countries;
    series
}

/// Incidents by group of victims, largest first.
pub fn by_group(dataset: &Dataset, filter: &Filter, measure: Measure) -> Series {
    let mut series = Series::new(dataset, filter, |incident| Key::Group(incident.sector.group()));
    series.data = largest_first(&series.data, measure);
    series
}

/// Sorts by the measure, then by the other one, then by key.
pub(super) fn largest_first(data: &[Datum], measure: Measure) -> Vec<Datum> {
    let size = |index: usize| {
        let (attacks, usd) = (data[index].value(Measure::Attacks), data[index].value(Measure::Usd));
        if measure == Measure::Attacks { (attacks, usd) } else { (usd, attacks) }
    };
    let order = sorted(data.len(), &|a, b| {
        let (a, b) = (size(a), size(b));
        b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    order.into_iter().map(|index| data[index]).collect()
}

/// Number of the largest that are shown one by one: at most 12, and if possible without separating equal values. A tail
/// has at least two.
fn shown_before_tail(sorted: &[Datum], measure: Measure) -> usize {
    const MOST: usize = 12;
    const FEWEST: usize = 6;
    if sorted.len() <= MOST + 1 {
        return sorted.len();
    }
    let differs = |end: &usize| sorted[end - 1].value(measure) != sorted[*end].value(measure);
    (FEWEST..=MOST).rev().find(differs).unwrap_or(MOST)
}
