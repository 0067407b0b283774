//! The strings a language consists of.

/// A template with `{n}` in the forms a count can take.
#[derive(Debug)]
pub struct Plural {
    /// For exactly one.
    pub one: &'static str,
    /// For every other count; languages without plurals repeat it.
    pub other: &'static str,
}

/// Every string of charts, tooltips, cards and controls. Words in braces are filled in.
#[derive(Debug)]
pub struct Messages {
    // Figures and dates
    /// Between groups of three digits.
    pub thousands_separator: &'static str,
    /// Between whole number and fraction.
    pub decimal_point: &'static str,
    /// `{amount}` in US dollars, in full.
    pub usd: &'static str,
    /// `{best}` estimate with `{low}` and `{high}`, in full.
    pub usd_with_range: &'static str,
    /// Units of short amounts with their templates for `{amount}`, largest first, the last for everything smaller.
    pub money_units: &'static [(f64, &'static str)],
    /// `{n}` percent.
    pub percent: &'static str,
    /// Names of the months.
    pub months: [&'static str; 12],
    /// Short names of the months.
    pub short_months: [&'static str; 12],
    /// A `{day}` of a `{month}` and `{year}`.
    pub day: &'static str,
    /// A `{day}` and `{short_month}` where the year is clear.
    pub day_of_year: &'static str,
    /// A `{month}` of a `{year}`.
    pub month: &'static str,
    /// The last two digits of a year, `{year}`, where the century is clear.
    pub short_year: &'static str,
    /// From one `{first}` year to the `{last}`, after a verb.
    pub from_to: &'static str,
    /// Within one `{year}`, after a verb.
    pub in_year: &'static str,

    // What is counted
    /// Groups of victims, in the order of `Group`.
    pub groups: [&'static str; 5],
    /// The same as they stand inside a sentence.
    pub groups_in_sentence: [&'static str; 5],
    /// Levels of evidence, in the order of `Evidence`.
    pub evidence: [&'static str; 4],
    /// Who attributes a single incident, in the order of `Evidence`.
    pub evidence_of_incident: [&'static str; 4],
    /// Measures, in the order of `Measure`.
    pub measures: [&'static str; 2],
    /// `{n}` attacks.
    pub attacks: Plural,
    /// Before the names of countries that take one inside a sentence, with its space.
    pub country_article: &'static str,
    /// Incidents without a country.
    pub no_country: &'static str,
    /// `{n}` countries or territories not shown one by one.
    pub more_countries: Plural,

    // Parts of pictures
    /// Legend: attributed by a government or listed by the UN panel.
    pub official: &'static str,
    /// Legend: attributed by others only.
    pub other: &'static str,
    /// Legend: the line from the lowest to the highest estimate.
    pub interval: &'static str,
    /// Under a year that the data covers up to `{day}`.
    pub up_to: &'static str,
    /// A figure the data lacks, as a whole label.
    pub not_known: &'static str,
    /// The same where there is room for a sign only.
    pub no_figure: &'static str,
    /// Before a row of counts of unknown amounts.
    pub unknown_row: &'static str,
    /// An `{amount}`, and `{n}` more incidents that have none.
    pub plus_unknown: &'static str,
    /// Heading of the bars by country.
    pub by_country: &'static str,
    /// Heading of the bars by group.
    pub by_group: &'static str,
    /// Instead of a picture: nothing meets the choice.
    pub nothing_chosen: &'static str,

    // Tooltips and tables
    /// A `{group}` in a `{year}`.
    pub year_group: &'static str,
    /// `{amount}` taken, with its range.
    pub taken: &'static str,
    /// Nothing was taken in any incident meant.
    pub nothing_taken: &'static str,
    /// No amount is known of any incident meant.
    pub amount_not_known: &'static str,
    /// `{n}` incidents have no known amount.
    pub unknown_among: Plural,
    /// `{n}` incidents took nothing.
    pub nothing_among: Plural,
    /// `{n}` incidents have a disputed attribution.
    pub disputed_among: Plural,
    /// `{levels}` of evidence with their counts.
    pub evidence_counts: &'static str,
    /// A `{level}` of evidence with its count `{n}`.
    pub evidence_count: &'static str,
    /// The year is covered up to `{day}`.
    pub part_year: &'static str,
    /// `{n}` incidents, `{official}` of them on official evidence.
    pub count_with_official: &'static str,
    /// Column: the year.
    pub column_year: &'static str,
    /// Column: everything.
    pub column_all: &'static str,
    /// Column: who was hit.
    pub column_target: &'static str,
    /// Column: number of incidents.
    pub column_attacks: &'static str,
    /// Column: of them on official evidence.
    pub column_official: &'static str,
    /// Column: best estimate in US dollars.
    pub column_best: &'static str,
    /// Column: lowest estimate.
    pub column_low: &'static str,
    /// Column: highest estimate.
    pub column_high: &'static str,
    /// Column: incidents without a known amount.
    pub column_unknown: &'static str,

    // Titles and sentences, for each chart
    /// Title of `attacks`.
    pub attacks_title: &'static str,
    /// Who counts: the whole dataset, and a selection from it.
    pub counters: [&'static str; 2],
    /// Whose attacks: the whole dataset's, and those of a selection from it.
    pub counted_attacks: [&'static str; 2],
    /// `{attacks}` counted by `{counter}` `{when}`, with the optional part `{peak}` and the part `{official}`.
    pub attacks_sentence: &'static str,
    /// Part: `{most}` in the `{year}` with most.
    pub attacks_peak: &'static str,
    /// Part: `{n}` of them rest on official evidence.
    pub attacks_official: Plural,
    /// Part: none of them does.
    pub attacks_official_none: &'static str,
    /// Title of `targets`.
    pub targets_title: &'static str,
    /// Of `{total}` attacks, `{country_value}` in `{country}`, `{group_value}` on `{group}`.
    pub targets_sentence_attacks: &'static str,
    /// The same where no country is known.
    pub targets_sentence_attacks_no_country: &'static str,
    /// Of `{total}` dollars, `{country_value}` in `{country}`, `{group_value}` from `{group}`.
    pub targets_sentence_usd: &'static str,
    /// The same where no country is known.
    pub targets_sentence_usd_no_country: &'static str,
    /// Title of `proceeds`.
    pub proceeds_title: &'static str,
    /// Part, after all: another leads with the same count.
    pub targets_tie_attacks: &'static str,
    /// Part, after all: another leads with the same sum.
    pub targets_tie_usd: &'static str,
    /// `{best}` taken in `{attacks}` `{when}`, with optional parts `{range}`, `{peak}` and `{unknown}`.
    pub proceeds_sentence: &'static str,
    /// Part: between `{low}` and `{high}`.
    pub proceeds_range: &'static str,
    /// Part: `{best}` in the `{year}` with most.
    pub proceeds_peak: &'static str,
    /// Part: `{n}` incidents without a known amount.
    pub proceeds_unknown: Plural,
    /// No money is known to have been taken in `{attacks}`, with the optional part `{unknown}`.
    pub no_proceeds_sentence: &'static str,
    /// Of `{attacks}` `{when}` no amount is known.
    pub all_unknown_sentence: &'static str,
    /// Line under a chart: the dataset's `{title}` and `{day}`.
    pub source_line: &'static str,

    // `incidents`
    /// Title of `incidents`.
    pub incidents_title: &'static str,
    /// Above a logarithmic axis of US dollars.
    pub log_axis: &'static str,
    /// Over the dots of incidents whose amount is not known.
    pub unknown_strip: &'static str,
    /// Over the dots of attempts.
    pub nothing_strip: &'static str,
    /// Legend: in no count and no sum.
    pub left_out: &'static str,
    /// Legend: someone with standing contradicts the attribution.
    pub disputed_dot: &'static str,
    /// Legend: the length of a date known to the month or year only.
    pub coarse_date: &'static str,
    /// Beside a dot: `{victim}` and short `{amount}`.
    pub named_theft: &'static str,
    /// The same for an incident in no count and no sum.
    pub named_theft_left_out: &'static str,
    /// Tooltip: the `{group}` and `{country}` of a victim.
    pub group_and_country: &'static str,
    /// Tooltip: the incident is in no count and no sum.
    pub left_out_of_all: &'static str,
    /// Of one incident, counted by `{counter}`: `{victim}`, `{date}` and `{best}` estimate.
    pub incidents_sentence_one: &'static str,
    /// Among several, `{scope}` `{when}`, the largest: `{victim}`, `{date}` and `{best}` estimate, with optional parts
    /// `{share}`, `{tie}`, `{half}`, `{unknown}` and `{nothing}`.
    pub incidents_sentence: &'static str,
    /// `{attacks}` of the whole dataset, and of a selection from it.
    pub incidents_scope: [&'static str; 2],
    /// Part: the largest is `{share}` of all.
    pub incidents_share: &'static str,
    /// Part: `{n}` others took as much.
    pub incidents_tie: Plural,
    /// Part: the `{n}` largest took at least half.
    pub incidents_half: &'static str,
    /// Part: `{n}` took nothing.
    pub incidents_nothing: Plural,
    /// Nothing chosen counts, but `{n}` incidents are shown.
    pub incidents_left_out_only: Plural,
    /// Column: who was hit.
    pub column_victim: &'static str,
    /// Column: when.
    pub column_date: &'static str,
    /// Column: group of victims.
    pub column_group: &'static str,
    /// Column: country or territory.
    pub column_country: &'static str,
    /// Column: strongest evidence.
    pub column_evidence: &'static str,
    /// Column: whether it is disputed or left out.
    pub column_note: &'static str,

    // `running-total`
    /// Title of `running-total`.
    pub running_total_title: &'static str,

    // Totals published by others

    // `un-2019`
    /// Title of `un-2019`.
    pub un_2019_title: &'static str,

    // Key figures
    /// Label of the number of attacks.
    pub key_attacks: &'static str,
    /// Under the number of attacks: `{n}` more are shown, but in no count.
    pub key_left_out: Plural,
    /// Label of the sum taken.
    pub key_proceeds: &'static str,
    /// Under the sum: from `{low}` to `{high}`.
    pub key_range: &'static str,
    /// Label of the number of countries.
    pub key_countries: &'static str,
    /// Under the number of countries: `{n}` incidents have none.
    pub key_no_country: Plural,
    /// Label of the share of the dollars on official evidence.
    pub key_official: &'static str,
    /// Under the share: `{amount}` of `{total}`.
    pub key_official_note: &'static str,

    // Cards and controls
    /// Before who attributes an incident.
    pub attributed_to_dprk_by: &'static str,
    /// Before the sources of an incident.
    pub sources: &'static str,
    /// The `{date}` of an incident whose attribution is disputed.
    pub date_disputed: &'static str,
    /// Someone with standing contradicts the attribution.
    pub disputed: &'static str,
    /// `{amount}` was attempted.
    pub attempted: &'static str,
    /// `{amount}` was recovered.
    pub recovered: &'static str,
    /// The source was read `{via}` another copy.
    pub read_through: &'static str,
    /// While texts and sources are still on their way.
    pub details_pending: &'static str,
    /// When texts and sources could not be loaded.
    pub details_failed: &'static str,
    /// Closes a card.
    pub close: &'static str,
    /// Opens the table of a chart.
    pub show_table: &'static str,
    /// Label of the choice of measure.
    pub measure: &'static str,
    /// A `{value}` of the `{key}` in a link cannot be read.
    pub bad_state: &'static str,
    /// There is no chart called `{name}`.
    pub no_such_chart: &'static str,
    /// The dataset has `{n}` errors and is not drawn.
    pub dataset_errors: Plural,
    /// `{n}` errors more than are listed.
    pub more_errors: Plural,
}
