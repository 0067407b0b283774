//! The strings of a language for charts.

/// A template with `{n}` in the forms a count can take.
#[derive(Debug)]
pub struct Plural {
    /// For exactly one.
    pub one: &'static str,
    /// Legend: only others attribute it.
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
    /// `{best}` estimate with `{low}` and `{high}`.
    pub usd_with_range: &'static str,
    /// Units of short amounts with their templates for `{amount}`, largest first, the last for everything smaller.
    pub money_units: &'static [(f64, &'static str)],
    /// The same units inside a sentence, for `{n}` of them; empty if the language has no words for them there.
    pub money_words: &'static [Plural],
    /// Units of an amount in full with their words, largest first; empty if an amount is written as one number.
    pub large_units: &'static [(u64, &'static str)],
    /// Digits after the point of short amounts below ten and below a hundred.
    pub short_digits: &'static [usize; 2],
    /// `{n}` percent.
    pub percent: &'static str,
    /// A share that rounds to 0 but is not 0.
    pub percent_below_one: &'static str,
    /// Names of the months.
    pub months: &'static [&'static str; 12],
    /// The number of the first day of a month.
    pub first_day: &'static str,
    /// Short names of the months.
    pub short_months: &'static [&'static str; 12],
    /// A `{day}` of a `{month}` and `{year}`.
    pub day: &'static str,
    /// A `{day}` and `{short_month}` where the year is clear.
    pub day_of_year: &'static str,
    /// A `{month}` of a `{year}`.
    pub month: &'static str,
    /// A `{year}` in words.
    pub year: &'static str,
    /// The last two digits of a year, `{year}`, where the century is clear.
    pub short_year: &'static str,
    /// From one `{first}` year to the `{last}`, after a verb.
    pub from_to: &'static str,
    /// Within one `{year}`, after a verb.
    pub in_year: &'static str,

    // Counts and categories
    /// Groups of victims, in the order of `Group`.
    pub groups: &'static [&'static str; 5],
    /// The same inside a sentence.
    pub groups_in_sentence: &'static [&'static str; 5],
    /// Levels of evidence, in the order of `Evidence`.
    pub evidence: &'static [&'static str; 4],
    /// Who attributes an incident, in the order of `Evidence`.
    pub evidence_of_incident: &'static [&'static str; 4],
    /// Measures, in the order of `Measure`.
    pub measures: &'static [&'static str; 2],
    /// `{n}` attacks.
    pub attacks: &'static Plural,
    /// The article of country names that have one inside a sentence, with its space.
    pub country_article: &'static str,
    /// Incidents without a country.
    pub no_country: &'static str,
    /// `{n}` countries or territories not shown one by one.
    pub more_countries: &'static Plural,

    // Labels of charts
    /// Legend: a government names the attacker, or the UN panel lists the case.
    pub official: &'static str,
    /// Legend: attributed by others only.
    pub other: &'static str,
    /// Legend: in the period, but not selected.
    pub not_chosen: &'static str,
    /// Legend: the line from the lowest to the highest estimate.
    pub interval: &'static str,
    /// Under a year that is covered up to `{day}`, which may be a month.
    pub up_to: &'static str,
    /// Under a year that is covered from `{day}` on, which may be a month.
    pub from_day: &'static str,
    /// Under a year that is covered from `{first}` to `{last}`, which may be months.
    pub from_day_to: &'static str,
    /// Beside a line at the start of a `{year}`: no later incident has this evidence, in the order of `Evidence`.
    pub none_from: &'static [&'static str; 2],
    /// Beside a bar: the selected `{value}` of `{all}` in the period.
    pub of_all: &'static str,
    /// An unknown figure, as a whole label.
    pub not_known: &'static str,
    /// An unknown figure, if there is room for one character only.
    pub no_figure: &'static str,
    /// Before a row of counts of unknown amounts.
    pub unknown_row: &'static str,
    /// An `{amount}`, and `{n}` more incidents without a known amount.
    pub plus_unknown: &'static str,
    /// Heading of the bars by country.
    pub by_country: &'static str,
    /// Heading of the bars by group.
    pub by_group: &'static str,
    /// In place of a chart: the dataset is empty, and the selection is empty.
    pub nothing: &'static [&'static str; 2],
    /// The same for the rows of the report.
    pub un_nothing: &'static [&'static str; 2],

    // Tooltips and tables
    /// A `{group}` in a `{year}`.
    pub year_group: &'static str,
    /// `{amount}` taken, with its range.
    pub taken: &'static str,
    /// Nothing was taken in any of the incidents.
    pub nothing_taken: &'static str,
    /// The amount is not known in any of the incidents.
    pub amount_not_known: &'static str,
    /// `{n}` incidents have no known amount.
    pub unknown_among: &'static Plural,
    /// Nothing was taken in `{n}` incidents.
    pub nothing_among: &'static Plural,
    /// `{n}` incidents have a disputed attribution.
    pub disputed_among: &'static Plural,
    /// `{levels}` of evidence with their counts.
    pub evidence_counts: &'static str,
    /// A `{level}` of evidence with its count `{n}`.
    pub evidence_count: &'static str,
    /// The year is covered up to `{day}`.
    pub part_year: &'static str,
    /// The days from `{first}` to `{last}` of the year are selected.
    pub part_year_chosen: &'static str,
    /// Column: the year.
    pub column_year: &'static str,
    /// Column: everything.
    pub column_all: &'static str,
    /// Column: who was hit.
    pub column_target: &'static str,
    /// Column: number of incidents.
    pub column_attacks: &'static str,
    /// Column: number of incidents with official evidence.
    pub column_official: &'static str,
    /// Heading in a table: rows below count the incidents with official evidence.
    pub official_heading: &'static str,
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
    /// Finding: all attacks of the first year were on a `{group}`; its last is of a much earlier `{year}` than the last of all.
    pub attacks_finding: &'static str,
    /// `{attacks}` `{when}`, with the optional part `{peak}`, then the sentence `{official}`.
    pub attacks_sentence: &'static str,
    /// Part: `{most}` in the peak `{year}`.
    pub attacks_peak: &'static str,
    /// Further sentence: `{n}` of them rest on official evidence.
    pub attacks_official: &'static Plural,
    /// Further sentence: none of them rests on official evidence.
    pub attacks_official_none: &'static str,
    /// Title of `targets`.
    pub targets_title: &'static str,
    /// Finding: the `{group}` was hit most often, `{n}` times of `{total}`.
    pub targets_finding_attacks: &'static str,
    /// Finding: the `{group}` lost most, `{value}` of `{total}`.
    pub targets_finding_usd: &'static str,
    /// Finding: the `{group}` lost more than half of everything, `{value}`.
    pub targets_finding_majority: &'static str,
    /// `{total}` attacks `{when}`, with the further sentences `{groups}` and `{countries}`.
    pub targets_sentence_attacks: &'static str,
    /// Further sentence: the groups, `{names}`, with the most attacks, `{value}`.
    pub targets_groups_attacks: &'static str,
    /// Further sentence: the countries, `{names}`, with the most attacks, `{value}`.
    pub targets_countries_attacks: &'static str,
    /// `{total}` dollars `{when}`, with the further sentences `{groups}` and `{countries}`.
    pub targets_sentence_usd: &'static str,
    /// Further sentence: the groups, `{names}`, that lost most, `{value}`.
    pub targets_groups_usd: &'static str,
    /// Further sentences: the countries, `{names}`, that lost most, `{value}`, with the optional part `{largest}`, and what
    /// a country stands for.
    pub targets_countries_usd: &'static str,
    /// Part: one `{victim}` lost a `{share}` of it.
    pub targets_largest: &'static str,
    /// The same `{value}` for each of several.
    pub each: &'static str,
    /// Title of `proceeds`.
    pub proceeds_title: &'static str,
    /// Finding: `{best}` in the `{year}` with the most.
    pub proceeds_finding: &'static str,
    /// The same, with the `{share}` of its largest theft, from `{victim}`.
    pub proceeds_finding_one: &'static str,
    /// `{best}` taken `{when}`, with optional parts `{range}` and `{peak}`, then the sentence `{unknown}`.
    pub proceeds_sentence: &'static str,
    /// Part: from `{low}` to `{high}`.
    pub proceeds_range: &'static str,
    /// Part: `{best}` in the peak `{year}`.
    pub proceeds_peak: &'static str,
    /// Further sentence: `{n}` incidents without a known amount.
    pub proceeds_unknown: &'static Plural,
    /// No money is known to have been taken in `{attacks}`, with the further sentence `{unknown}`.
    pub no_proceeds_sentence: &'static str,
    /// No amount is known for `{attacks}` `{when}`.
    pub all_unknown_sentence: &'static str,
    /// Line under a chart: the dataset's `{title}` and `{day}`.
    pub source_line: &'static str,
    /// Line under a chart: the `{publishers}` cited most, and the `{day}` of the data.
    pub publishers_line: &'static str,
    /// Publisher of the list of `un-2019`, with the symbol of its report.
    pub un_source: &'static str,

    // `raids`
    /// Title of `raids`.
    pub raids_title: &'static str,
    /// One to ten thefts in words, as they begin the title.
    pub raids_counts: &'static [&'static str; 10],
    /// Title: these `{raids}` took half of the `{total}`, and more than half.
    pub raids_finding: &'static [&'static str; 2],
    /// In `{attacks}` `{when}`, `{best}` was taken; the part `{largest}`, and optional parts `{nothing}` and `{unknown}`.
    pub raids_sentence: &'static str,
    /// Part: the largest, of `{victim}` on `{date}`, took `{amount}`, a `{share}`; begins with the space before it.
    pub raids_largest: &'static str,
    /// Part: `{n}` took the most, `{amount}` each; begins with the space before it.
    pub raids_equal: &'static Plural,
    /// Part: all of it was taken from `{victim}` on `{date}`; begins with the space before it.
    pub raids_only: &'static str,
    /// Above the squares: the meaning of their areas.
    pub raids_area: &'static str,
    /// After that: the `{n}` largest took at least half; begins with the space before it.
    pub raids_half: &'static Plural,
    /// After that: `{n}` thefts have a square smaller than a pixel; begins with the space before it.
    pub raids_small: &'static Plural,
    /// Above the squares, if there are too many to draw: only the `{n}` largest of `{all}` are drawn.
    pub raids_drawn: &'static str,
    /// Below the squares: `{names}` of the largest that have no room for their names.
    pub raids_also: &'static str,
    /// Column: share of the total.
    pub raids_column_share: &'static str,

    // `incidents`
    /// Title of `incidents`.
    pub incidents_title: &'static str,
    /// Finding: the few largest, `{n}`, took a `{share}` of everything that is at least half.
    pub incidents_finding: &'static Plural,
    /// Above a logarithmic axis of US dollars.
    pub log_axis: &'static str,
    /// Above the dots of incidents with an unknown amount.
    pub unknown_strip: &'static str,
    /// Above the dots of incidents in which nothing was taken.
    pub nothing_strip: &'static str,
    /// Legend: in no count and no sum.
    pub left_out: &'static str,
    /// Name of an incident without a name of its own, by its number `{n}`.
    pub numbered_incident: &'static str,
    /// A `{name}` in the script of the language with the name as `{written}` in the dataset.
    pub transcribed: &'static str,
    /// Above a crowd: the meaning of its colours.
    pub crowd: &'static str,
    /// Legend: someone with standing contradicts the attribution.
    pub disputed_dot: &'static str,
    /// Legend: the length of a date known to the month or year only.
    pub coarse_date: &'static str,
    /// Beside a dot: `{victim}` and short `{amount}`.
    pub named_theft: &'static str,
    /// The same for an incident in no count and no sum.
    pub named_theft_left_out: &'static str,
    /// The same without the amount, where room is short.
    pub named_left_out: &'static str,
    /// Tooltip: the `{group}` and `{country}` of a victim.
    pub group_and_country: &'static str,
    /// Tooltip: the incident is in no count and no sum.
    pub left_out_of_all: &'static str,
    /// The only incident: `{victim}`, `{date}` and `{best}` estimate.
    pub incidents_sentence_one: &'static str,
    /// `{attacks}` `{when}`, and the largest: `{victim}`, `{date}` and `{best}` estimate, with the optional part `{share}`,
    /// then the sentences `{tie}`, `{half}`, `{nothing}` and `{unknown}`.
    pub incidents_sentence: &'static str,
    /// Part: the largest is `{share}` of all.
    pub incidents_share: &'static str,
    /// Further sentence: `{n}` others took as much.
    pub incidents_tie: &'static Plural,
    /// Further sentence: the `{n}` largest took a `{share}` that is at least half.
    pub incidents_half: &'static str,
    /// Further sentence: `{n}` took nothing.
    pub incidents_nothing: &'static Plural,
    /// Further sentence: `{n}` amounts are not known.
    pub incidents_unknown: &'static Plural,
    /// No selected incident counts, but `{n}` are shown.
    pub incidents_left_out_only: &'static Plural,
    /// Column: victim.
    pub column_victim: &'static str,
    /// Column: date.
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
    /// Finding: more than half of the `{best}` since the start of a `{month}`.
    pub running_finding: &'static str,
    /// Legend: the line.
    pub running_line: &'static str,
    /// Legend: the band, which is no confidence interval.
    pub running_band: &'static str,
    /// At the end of the line: `{best}`, between `{low}` and `{high}`.
    pub running_end: &'static str,
    /// `{best}` taken `{when}`, with the further sentences `{half}`, `{range}` and `{unknown}`.
    pub running_sentence: &'static str,
    /// Further sentence: `{low}` and `{high}` are sums of bounds.
    pub running_range: &'static str,
    /// Further sentence: the `{month}` in which half of it was reached.
    pub running_half: &'static str,
    /// Everything up to the end of a `{month}`.
    pub up_to_end_of: &'static str,
    /// Everything up to a `{day}`.
    pub up_to_day: &'static str,
    /// Attacks and amount `{added}` by a month.
    pub added_in_month: &'static str,
    /// Column: the month.
    pub column_month: &'static str,
    /// Column: number of incidents up to the end of the month.
    pub column_attacks_so_far: &'static str,
    /// Column: those of them without a known amount.
    pub column_unknown_so_far: &'static str,

    // `counters`
    /// Title of `counters`.
    pub counters_title: &'static str,
    /// Title: whole totals of a `{year}` run from `{low}` to `{high}`.
    pub counters_finding: &'static str,
    /// `{low_name}` publishes `{low}` for a `{year}`, `{high_name}` `{high}`, with the optional part `{own}`.
    pub counters_sentence: &'static str,
    /// Part: the sum of the dataset, `{best}`.
    pub counters_sentence_own: &'static str,
    /// The sentence if no year is counted differently: `{n}` totals of others are shown.
    pub counters_sentence_alike: &'static Plural,
    /// In place of the chart: the dataset has no such totals, and the selection is empty.
    pub counters_nothing: &'static [&'static str; 2],
    /// Legend: the dataset's own sum with its range, without and with banks.
    pub counters_own: &'static [&'static str; 2],
    /// Legend: from the lowest to the highest figure of others.
    pub counters_span: &'static str,
    /// Legend: from an earlier figure of an estimator to its latest.
    pub counters_revised: &'static str,
    /// The `{name}` of an estimator and what it counts, `{scope}`.
    pub counters_scope: &'static str,
    /// Below a picture that begins with a `{year}`.
    pub counters_since: &'static str,
    /// Ids of estimators, and what each counts.
    pub scopes: &'static [(&'static str, &'static str)],

    // `share`
    /// Title of `share`.
    pub share_title: &'static str,
    /// Title: `{share}` of all thefts of a `{period}`, by `{name}`.
    pub share_finding: &'static str,
    /// Shares run from `{low}` (`{low_who}`) to `{high}` (`{high_who}`): publisher and period of each.
    pub share_sentence: &'static str,
    /// The same if all are `{high}`, one of them by `{high_who}`.
    pub share_sentence_one: &'static str,
    /// In place of the chart: the dataset has no share, and the selection has none.
    pub share_nothing: &'static [&'static str; 2],
    /// Heading of the bars.
    pub share_heading: &'static str,
    /// Legend: the share stated.
    pub share_stated: &'static str,
    /// Legend: the rest up to all thefts.
    pub share_of_others: &'static str,
    /// Tooltip: `{share}` of all thefts.
    pub share_of_all: &'static str,
    /// Card: the publisher's total of all thefts, `{amount}`.
    pub share_total: &'static str,
    /// Column: share in all thefts.
    pub column_share: &'static str,

    // Totals published by others
    /// Ids and names of estimators.
    pub estimators: &'static [(&'static str, &'static str)],
    /// Heading: figures published by others.
    pub published: &'static str,
    /// Why figures published by others are hidden; follows another sentence and begins with the space between them.
    pub published_gone: &'static str,
    /// The `{name}` of the estimator, and the `{period}` covered.
    pub published_title: &'static str,
    /// The `{mark}` of a published total with its `{number}` in the chart.
    pub published_numbered: &'static str,
    /// These `{words}` with the `{period}` covered.
    pub published_in_line: &'static str,
    /// A published total in a table: its `{mark}`, the `{period}` it covers and the `{date}` of the report.
    pub published_row: &'static str,
    /// An `{amount}` as published on a `{date}`.
    pub published_on: &'static str,
    /// The `{amount}` of an edition before that, of a `{date}`.
    pub earlier_edition: &'static str,
    /// The `{amount}` of an edition after that which does not replace it, of a `{date}`.
    pub other_edition: &'static str,
    /// An `{amount}` that covers another `{period}`.
    pub amount_for_period: &'static str,
    /// Qualifiers in the words of the dataset, each with its template for an `{amount}`; empty if none is translated.
    pub qualifiers: &'static [(&'static str, &'static str)],
    /// An `{amount}` with any other `{qualifier}`.
    pub qualified: &'static str,
    /// `{n}` attacks are counted in a published figure.
    pub published_attacks: &'static Plural,
    /// The `{name}` of an estimator and its `{amount}`.
    pub published_named: &'static str,
    /// These `{words}`, for a `{part}` of the year only.
    pub published_part: &'static str,
    /// What an estimator counts, `{scope}`.
    pub published_scope: &'static str,
    /// The `{figures}` of others for the same year.
    pub published_of_year: &'static str,
    /// From the `{first}` to the `{last}` month, day or year.
    pub span: &'static str,
    /// A `{short_month}` of a `{year}`.
    pub short_date: &'static str,

    // `un-2019`
    /// Title of `un-2019`.
    pub un_2019_title: &'static str,
    /// Finding: more than half of the `{sum}` was attempted.
    pub un_finding: &'static str,
    /// Kinds of rows of the report, in the order of `UnKind`.
    pub un_kinds: &'static [&'static str; 3],
    /// A `{kind}` of rows or dots with its sum or number, `{amount}`.
    pub un_kind_sum: &'static str,
    /// `{n}` rows of the report.
    pub un_rows: &'static Plural,
    /// `{n}` cases, each theft once.
    pub un_cases: &'static Plural,
    /// Heading: `{amount}` is printed for `{cases}` in `{rows}`.
    pub un_heading: &'static str,
    /// Note: `{n}` rows repeat the theft of another row.
    pub un_repeated: &'static Plural,
    /// Note: `{n}` cases have no amount.
    pub un_without_amount: &'static Plural,
    /// A label of a row, `{row}`, and its `{victim}`.
    pub un_row: &'static str,
    /// Place of an entry in the list of the United Nations, as a `{row}`.
    pub un_entry: &'static str,
    /// Beside a row without an amount.
    pub un_no_amount: &'static str,
    /// Beside the `{amount}` of a row that repeats another.
    pub un_twin: &'static str,
    /// Heading of the countries: `{n}` in the rows, `{listed}` in the press list.
    pub un_countries: &'static Plural,
    /// The same for a selection of rows, which is not compared with the list as a whole.
    pub un_selected_countries: &'static Plural,
    /// Before countries of the rows that the press list names: `{n}` of them.
    pub un_in_both: &'static str,
    /// Before countries of the rows that it does not name: `{n}` of them.
    pub un_in_rows_only: &'static str,
    /// Before countries that only the press list names: `{n}` of them.
    pub un_in_press_only: &'static str,
    /// Subject and verb: the `{n}` entries of the list state.
    pub un_rows_print: &'static Plural,
    /// The same for a selection of entries.
    pub un_selected_rows_print: &'static Plural,
    /// `{rows_print}` `{sum}`, with the optional part `{repeated}`; `{attempted}` of it was attempted; then the sentences
    /// `{without_amount}` and `{reading}`.
    pub un_sentence: &'static str,
    /// `{rows_print}` no amount.
    pub un_sentence_no_amount: &'static str,
    /// Part: without the `{n}` repeated thefts.
    pub un_sentence_repeated: &'static Plural,
    /// Further sentence: `{n}` cases without an amount.
    pub un_sentence_without_amount: &'static Plural,
    /// Further sentence: those who published a total of `{amount}` do not state that it includes attempts.
    pub un_reading: &'static str,
    /// Tooltip: `{amount}` printed.
    pub un_printed: &'static str,
    /// A `{kind}` of row and the report's `{wording}`, which is quoted in English, in its quotation marks.
    pub un_wording: &'static str,
    /// Tooltip: another row repeats the theft.
    pub un_printed_twice: &'static str,
    /// Tooltip: `{country}`, which the press list names.
    pub un_listed: &'static str,
    /// Tooltip: `{country}`, which the press list does not name.
    pub un_not_listed: &'static str,
    /// Column: label and victim of a row.
    pub column_un_row: &'static str,
    /// Column: kind and wording of the row.
    pub column_wording: &'static str,
    /// Column: amount printed.
    pub column_printed: &'static str,
    /// Column: whether the press list names the country.
    pub column_listed: &'static str,
    /// Column: whether the row counts.
    pub column_counts: &'static str,
    /// No, and yes.
    pub no_yes: &'static [&'static str; 2],

    // Encodings, and tables of `targets`
    /// Above a column: less than `{n}` units of the axis.
    pub below: &'static str,
    /// Below the heading of the bars by country: what they go by.
    pub where_based: &'static str,
    /// Above the rows of `{n}` countries or territories that one bar stands for.
    pub more_countries_listed: &'static Plural,
    /// The largest of several thefts: `{victim}` and `{amount}`.
    pub largest_theft: &'static str,
    // `methods`
    /// Title of `methods`.
    pub methods_title: &'static str,
    /// Title if two methods, `{first}` and `{second}`, took more than the others: `{value}` of `{total}`.
    pub methods_finding: &'static str,
    /// In place of the chart: the dataset states neither method nor recovery, and the selection has none.
    pub methods_nothing: &'static [&'static str; 2],
    /// Methods of theft as labels, in the order of `Method`.
    pub method_labels: &'static [&'static str; 13],
    /// Label of the incidents without a known method.
    pub method_not_known: &'static str,
    /// Heading of the bars by method.
    pub by_method_of_theft: &'static str,
    /// Heading of what came back.
    pub recovered_heading: &'static str,
    /// In its place if the data list nothing that came back.
    pub recovered_nothing: &'static str,
    /// Label of the amount taken, beside what came back of it.
    pub recovered_of: &'static str,
    /// Kinds of recovery as labels, in the order of `RecoveryKind`.
    pub recovery_kinds: &'static [&'static str; 4],
    /// The same inside a sentence, with `{amount}`.
    pub recovered_in_sentence: &'static [&'static str; 4],
    /// Note: recoveries are as published, may overlap, and are not subtracted.
    pub methods_gross: &'static str,
    /// Of `{total}` attacks, the most frequent known `{method}` has `{value}`; parts `{tie}`, `{unknown}`, `{back}`.
    pub methods_sentence_attacks: &'static str,
    /// Of `{total}` dollars, the largest known `{method}` took `{value}`; parts `{tie}`, `{unknown}`, `{back}`.
    pub methods_sentence_usd: &'static str,
    /// No method is known in `{total}` attacks `{when}`.
    pub methods_none: &'static str,
    /// No method is known for any of `{total}` dollars.
    pub methods_none_usd: &'static str,
    /// Part: another method has as much.
    pub methods_tie: &'static str,
    /// Part, a sentence: for `{n}` attacks, with the part `{amount}`, the method is not known.
    pub methods_unknown: &'static Plural,
    /// Part: the `{amount}` of those attacks.
    pub methods_unknown_usd: &'static str,
    /// Part, a sentence: the `{parts}` known to have come back.
    pub methods_back: &'static str,
    /// Tooltip: values by `{years}`.
    pub by_year: &'static str,
    /// A `{year}` with its `{value}`.
    pub value_of_year: &'static str,
    /// Column: method.
    pub column_method: &'static str,
    /// Column: values by year.
    pub column_by_year: &'static str,

    // `evidence`
    /// Title of `evidence`.
    pub evidence_title: &'static str,
    /// Title if less of the dollars of a `{year}` than of the year `{before}` rests on official evidence: `{share}` and
    /// `{share_before}`.
    pub evidence_finding: &'static str,
    /// The same if none does.
    pub evidence_finding_none: &'static str,
    /// Levels of evidence as labels, in the order of `Evidence`.
    pub evidence_labels: &'static [&'static str; 4],
    /// Above the dots of years and levels without known dollars.
    pub evidence_no_dollars: &'static str,
    /// Beside a line: `{by}` attributed `{n}` thefts in one list of a `{date}`.
    pub evidence_list: &'static str,
    /// `{share}` of `{total}` dollars taken `{when}` rests on official evidence; part `{delays}`.
    pub evidence_sentence: &'static str,
    /// Part, a sentence: the median of `{cases}` is `{days}`.
    pub evidence_delays: &'static str,
    /// Heading of the days to attribution.
    pub delays_heading: &'static str,
    /// In their place if there are none.
    pub delays_none: &'static str,
    /// Note: `{cases}` named one by one, by citations held; the line is the median, `{days}`.
    pub delays_note: &'static str,
    /// Part, a sentence: `{n}` thefts of one list by `{by}` of a `{date}` are not drawn.
    pub delays_listed: &'static str,
    /// `{n}` days.
    pub days: &'static Plural,
    /// Heading in a table: rows below state shares of the dollars of each year.
    pub shares_heading: &'static str,
    /// Tooltip: `{share}` of the dollars of the year.
    pub share_of_year: &'static str,
    /// Tooltip: attributed `{days}` after the theft, on a `{date}`, by `{by}`.
    pub attributed_after: &'static str,

    // Key figures
    /// Label of the number of attacks.
    pub key_attacks: &'static str,
    /// Under the number of attacks: `{n}` more are shown, but in no count.
    pub key_left_out: &'static Plural,
    /// Label of the sum taken.
    pub key_proceeds: &'static str,
    /// Under the sum: from `{low}` to `{high}`.
    pub key_range: &'static str,
    /// Label of the number of countries.
    pub key_countries: &'static str,
    /// Under the number of countries: `{n}` incidents have none.
    pub key_no_country: &'static Plural,
    /// Label of the share of the dollars on official evidence.
    pub key_official: &'static str,
    /// Under the share: `{amount}` of `{total}`.
    pub key_official_note: &'static str,

    // Selection
    /// The selection with its `{parts}`.
    pub selected: &'static str,
    /// Separator of the parts of a selection.
    pub list_separator: &'static str,
    /// Separator of names in a list.
    pub list_comma: &'static str,
    /// Separator of figures that have commas or words of their own.
    pub list_dot: &'static str,
    /// Separator of the last two alternatives in a list.
    pub list_or: &'static str,
    /// Separator of the last two names in a list.
    pub list_and: &'static str,
    /// Separator of the parts of a text for screen readers.
    pub stop: &'static str,
    /// Only months or years between `{from}` and `{to}`.
    pub selected_period: &'static str,
    /// Only since `{from}`.
    pub selected_from: &'static str,
    /// Only until `{to}`.
    pub selected_to: &'static str,
    /// Only these levels of evidence: `{names}`.
    pub selected_evidence: &'static str,
    /// Only these groups: `{names}`.
    pub selected_groups: &'static str,
    /// Only these countries or territories: `{names}`.
    pub selected_countries: &'static str,
    /// Only the `{n}` cases of the United Nations report of 2019.
    pub selected_un_2019: &'static Plural,
    /// Clears the selection.
    pub clear: &'static str,

    // Cards and controls
    /// Selects the datum of a card.
    pub only_this: &'static str,
    /// Copies a link to the datum of a card.
    pub copy_link: &'static str,
    /// Confirms that a link is copied.
    pub link_copied: &'static str,
    /// Opens the menu to download, embed and cite a chart.
    pub take_away: &'static str,
    /// Downloads a file of a `{format}`.
    pub download: &'static str,
    /// Saves the incidents behind the chart as a file of a `{format}`.
    pub download_incidents: &'static str,
    /// Saves the figures of the chart as CSV; the name of the format is that of the incidents alone.
    pub download_figures: &'static str,
    /// Opens the system's menu for sharing.
    pub share: &'static str,
    /// Copies the sentence of the chart with source and address.
    pub copy_sentence: &'static str,
    /// Copies the citation of a chart.
    pub copy_citation: &'static str,
    /// Copies the citation as an entry for BibTeX.
    pub copy_bibtex: &'static str,
    /// Opens the dialog with the code to embed the chart.
    pub embed: &'static str,
    /// Confirms that something is copied.
    pub copied: &'static str,
    /// Before the text itself, if the clipboard is not available.
    pub copy_by_hand: &'static str,
    /// Before the text of a file, in a frame: it may block downloads silently.
    pub download_refused: &'static str,
    /// The same for a file that is not text.
    pub picture_refused: &'static str,
    /// If the browser returns other pixels than were drawn.
    pub pixels_refused: &'static str,
    /// Author of graphic and dataset.
    pub author: &'static str,
    /// Licence of the dataset.
    pub licence: &'static str,
    /// Before who attributes an incident.
    pub attributed_to_dprk_by: &'static str,

    // For a dataset with words of its own, which are inserted as they are: none has a form that depends on them
    /// Who is held responsible, in place of `{subject}` if the dataset does not say.
    pub subject: &'static str,
    /// Evidence of `{n}` attacks, `{level}`.
    pub labelled_count: &'static str,
    /// Further sentence of `attacks`: `{n}` of them rest on official evidence, `{levels}`.
    pub labelled_official: &'static str,
    /// Title of `share`.
    pub labelled_share_title: &'static str,
    /// Of a total of `{total}` `{when}`, a `{share}` rests on official evidence, `{levels}`; then `{delays}`.
    pub labelled_evidence: &'static str,
    /// Before who attributes an incident, then while that loads.
    pub labelled_attribution: &'static [&'static str; 2],
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
    /// Kinds of recovery, with `{amount}` and `{date}`, in the order of `RecoveryKind`.
    pub recoveries: &'static [&'static str; 4],
    /// The `{method}` of a theft.
    pub by_method: &'static str,
    /// Methods of theft, in the order of `Method`.
    pub methods: &'static [&'static str; 13],
    /// A `{name}` of the group behind a theft, and those who use it, `{by}`.
    pub named_by: &'static str,
    /// The `{date}` of an attribution, and its author, `{by}`.
    pub attributed_on: &'static str,
    /// The source was read `{via}` another copy.
    pub read_through: &'static str,
    /// A work known only as the one at `{via}` quotes it.
    pub quoted_in: &'static str,
    /// On a card with a shortened list of incidents: the list has `{n}` of `{all}`.
    pub largest_on_card: &'static str,
    /// While texts and sources load.
    pub details_pending: &'static str,
    /// If texts and sources could not be loaded.
    pub details_failed: &'static str,
    /// Closes a card.
    pub close: &'static str,
    /// Opens the table of a chart.
    pub show_table: &'static str,
    /// Role description of a chart, for screen readers.
    pub chart_role: &'static str,
    /// Instructions for the keyboard: visible while the chart has the focus, and announced.
    pub chart_keys: &'static str,
    /// Which rows of a long table are shown: from the `{first}` to the `{last}` of `{all}`.
    pub rows_shown: &'static str,
    /// Shows the rows of a long table before those shown.
    pub previous_rows: &'static str,
    /// Shows the rows after them.
    pub next_rows: &'static str,
    /// Label of the menu of measures.
    pub measure: &'static str,
    /// Names of [`crate::state::KEYS`], in their order.
    pub state_keys: &'static [&'static str; 8],
    /// A `{value}` of the `{key}` in a link is invalid.
    pub bad_state: &'static str,
    /// The incident in a link, `{value}`, is not selected.
    pub not_selected: &'static str,
    /// There is no chart called `{name}`.
    pub no_such_chart: &'static str,
    /// The dataset has `{n}` errors and is not drawn.
    pub dataset_errors: &'static Plural,
    /// `{n}` more errors are not listed.
    pub more_errors: &'static Plural,
    /// While a large dataset of `{n}` incidents is read.
    pub reading: &'static str,
}
