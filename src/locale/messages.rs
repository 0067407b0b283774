//! The strings of a language for charts.

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
    /// Legend: attributed by a government or listed by the UN panel.
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
    /// Above the names of estimators whose totals of a year are shown.
    pub published_by: &'static str,
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
    /// Column: number of incidents with official evidence.
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
    /// Subject that counts: the whole dataset, and a selection.
    pub counters: &'static [&'static str; 2],
    /// The attacks counted: those of the whole dataset, and those of a selection.
    pub counted_attacks: &'static [&'static str; 2],
    /// `{attacks}` counted by `{counter}` `{when}`, with the optional part `{peak}` and the part `{official}`.
    pub attacks_sentence: &'static str,
    /// Part: `{most}` in the peak `{year}`.
    pub attacks_peak: &'static str,
    /// Part: `{n}` of them rest on official evidence.
    pub attacks_official: &'static Plural,
    /// Part: none of them rests on official evidence.
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
    /// Part, at the end: another has the same count.
    pub targets_tie_attacks: &'static str,
    /// Part, at the end: another has the same sum.
    pub targets_tie_usd: &'static str,
    /// `{best}` taken in `{attacks}` `{when}`, with optional parts `{range}`, `{peak}` and `{unknown}`.
    pub proceeds_sentence: &'static str,
    /// Part: between `{low}` and `{high}`.
    pub proceeds_range: &'static str,
    /// Part: `{best}` in the peak `{year}`.
    pub proceeds_peak: &'static str,
    /// Part: `{n}` incidents without a known amount.
    pub proceeds_unknown: &'static Plural,
    /// No money is known to have been taken in `{attacks}`, with the optional part `{unknown}`.
    pub no_proceeds_sentence: &'static str,
    /// No amount is known for `{attacks}` `{when}`.
    pub all_unknown_sentence: &'static str,
    /// Line under a chart: the dataset's `{title}` and `{day}`.
    pub source_line: &'static str,

    // `raids`
    /// Title of `raids`.
    pub raids_title: &'static str,
    /// One to ten thefts in words, as they begin the title.
    pub raids_counts: &'static [&'static str; 10],
    /// Title: these `{raids}` took half of the `{total}`, and more than half.
    pub raids_finding: &'static [&'static str; 2],
    /// Of `{attacks}` `{when}`, counted by `{counter}`, `{best}` was taken; optional parts `{nothing}` and `{unknown}`, and
    /// the part `{largest}`.
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
    pub column_share: &'static str,

    // `incidents`
    /// Title of `incidents`.
    pub incidents_title: &'static str,
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
    pub incidents_scope: &'static [&'static str; 2],
    /// Part: the largest is `{share}` of all.
    pub incidents_share: &'static str,
    /// Part: `{n}` others took as much.
    pub incidents_tie: &'static Plural,
    /// Part: the `{n}` largest took at least half.
    pub incidents_half: &'static str,
    /// Part: `{n}` took nothing.
    pub incidents_nothing: &'static Plural,
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
    /// Legend: the line.
    pub running_line: &'static str,
    /// Legend: the band, which is no confidence interval.
    pub running_band: &'static str,
    /// At the end of the line: `{best}`, between `{low}` and `{high}`.
    pub running_end: &'static str,
    /// `{attacks}` `{when}` add up to `{best}`, with optional parts `{range}`, `{half}` and `{unknown}`.
    pub running_sentence: &'static str,
    /// Part: `{low}` and `{high}` are sums of bounds.
    pub running_range: &'static str,
    /// Part: the `{month}` by whose end half of it had been taken.
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
    /// The `{figures}` of others for the same year.
    pub published_of_year: &'static str,
    /// From the `{first}` to the `{last}` month, day or year.
    pub span: &'static str,
    /// A `{short_month}` of a `{year}`.
    pub short_date: &'static str,

    // `un-2019`
    /// Title of `un-2019`.
    pub un_2019_title: &'static str,
    /// Kinds of rows of the report, in the order of `UnKind`.
    pub un_kinds: &'static [&'static str; 3],
    /// A `{kind}` of rows with its sum, `{amount}`.
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
    /// Subject and verb: the `{n}` rows of the report print.
    pub un_rows_print: &'static Plural,
    /// The same for a selection of rows.
    pub un_selected_rows_print: &'static Plural,
    /// `{rows_print}` `{sum}`, with the optional part `{repeated}`, in `{attempted}` and `{taken}`; optional parts
    /// `{without_amount}` and `{reading}`.
    pub un_sentence: &'static str,
    /// `{rows_print}` no amount.
    pub un_sentence_no_amount: &'static str,
    /// Part: without the `{n}` repeated thefts.
    pub un_sentence_repeated: &'static Plural,
    /// Part: `{n}` cases without an amount.
    pub un_sentence_without_amount: &'static Plural,
    /// Part: those who published a total of `{amount}` do not state that it includes attempts.
    pub un_reading: &'static str,
    /// Tooltip: `{amount}` printed.
    pub un_printed: &'static str,
    /// A `{kind}` of row and the report's `{wording}`.
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
    /// Separator of the last two alternatives in a list.
    pub list_or: &'static str,
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
