//! The strings of the page around the charts.
//!
//! The build fills in the page, so these strings are in no WebAssembly module. They contain no figures but placeholders
//! in braces, which are filled in from the dataset; [`FIGURES`] lists them.

use super::Plural;

/// Placeholders that every string of a page may contain.
pub const FIGURES: [&str; 20] = [
    "as_of",               // the day of this version, in words
    "first_year",          // the first year of the data
    "attacks",             // counted incidents
    "low",                 // sum of the lowest estimates
    "best",                // sum of the best estimates
    "high",                // sum of the highest estimates
    "unknown",             // counted incidents without a known amount
    "nothing_taken",       // counted incidents in which nothing was taken
    "disputed",            // counted incidents whose attribution is disputed
    "no_country",          // counted incidents without a known country
    "half_thefts",         // how many of the largest make up half of the best estimate
    "one_list",            // taken in the incidents that only one researcher attributes
    "one_list_share",      // its share of the best estimate
    "largest_three_share", // share of the three largest incidents in the best estimate
    "left_out",            // incidents shown with a reason, but in no count and no sum
    "rejected",            // cases looked at and not included
    "sources",             // works cited
    "read_original",       // of these, read in the original
    "read_copy",           // read through a copy
    "read_quoted",         // known as others quote them
];

/// Further placeholders of single strings, filled in by the template, the build or a script that uses them.
pub const BLANKS: [&str; 19] = [
    "n",         // a count
    "count",     // of attacks selected
    "amount",    // taken in them
    "selected",  // the selection in words
    "who",       // author of a claim
    "date",      // date of a claim
    "from",      // the first year, month or day of a time
    "to",        // its last
    "period",    // a time in words
    "chart",     // title of a chart
    "countries", // names of countries
    "before",    // a figure as it was
    "after",     // a figure as it is
    "revisions", // a list of such changes
    "shown",     // rows of a table that are visible
    "all",       // all its rows
    "victim",    // of a theft
    "share",     // of the dollars
    "year",      // a year in words
];

/// Defines the struct and the walk over its fields from one list.
macro_rules! page_messages {
    ($($(#[$doc:meta])+ $name:ident,)+; $($(#[$plural_doc:meta])+ $plural:ident,)+) => {
        /// The strings of the page in one language.
        #[derive(Debug)]
        pub struct PageMessages {
            $($(#[$doc])+ pub $name: &'static str,)+
            $($(#[$plural_doc])+ pub $plural: Plural,)+
        }

        impl PageMessages {
            /// Name and value of every field but the counted nouns, in the order of the page.
            pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
                [$((stringify!($name), self.$name)),+].into_iter()
            }

            /// Name and value of every counted noun.
            pub fn plurals(&self) -> impl Iterator<Item = (&'static str, &Plural)> {
                [$((stringify!($plural), &self.$plural)),+].into_iter()
            }
        }
    };
}

page_messages! {
    // Head
    /// Title of the document.
    title,
    /// Description for search engines and previews.
    description,
    /// Skip link to the charts, for keyboard users.
    skip,
    /// Name of this language, in itself.
    language,
    /// Name of the links to the page in every language, for screen readers.
    languages,

    // Top
    /// Name of the links to the parts below the charts, for screen readers.
    contents,
    /// Link to the method.
    contents_method,
    /// Chapter: how much was taken.
    chapter_how_much,
    /// Chapter: who was hit.
    chapter_who,
    /// Chapter: how it was done, and who says so.
    chapter_says_so,
    /// Chapter: whose count is right.
    chapter_count,
    /// Subject of the page, in two or three words above the headline.
    kicker,
    /// Headline.
    headline,
    /// One sentence under the headline.
    standfirst,
    /// The last day covered by the data.
    data_to,
    /// Heading of the controls that filter every chart.
    filters_title,
    /// Label of the choice of a period.
    filter_period,
    /// Choice of no period in particular.
    filter_all,
    /// Choice of the `{period}` that the UN report of 2019 covers.
    filter_un_period,
    /// Label of the first month of a period.
    filter_from,
    /// Label of the last month of a period.
    filter_to,
    /// Label of the choice of evidence.
    filter_evidence,
    /// Label of the choice of groups.
    filter_groups,
    /// Label of the choice of a country or territory.
    filter_country,
    /// Choice of no country or territory in particular.
    filter_everywhere,
    /// Clears every filter.
    filter_clear,
    /// Announced when the selection changes: what is `{selected}`, the `{count}` of attacks and the `{amount}` taken.
    filter_said,
    /// The selection in words, if everything is selected.
    filter_none,
    /// In front of the selection in words, if no attack is selected.
    filter_empty,
    /// In place of the selection in words, if the controls do not work.
    filter_failed,
    /// Name of the row of key figures, for screen readers.
    key_figures,

    // Meaning of the figures
    /// First words of the note that none of this is a verdict.
    caution_title,
    /// Disputes, and that they are marked.
    caution,
    /// The position of North Korea.
    denial,
    /// Link to a report of the denial.
    denial_source,

    // Charts
    /// Opens the table of a chart.
    table,
    /// The interactive chart cannot run.
    failed,
    /// What is shown in place of the interactive chart.
    failed_instead,
    /// A dataset could not be loaded or is not JSON.
    unreadable,
    /// Above the list of errors.
    errors,
    /// The element has an attribute `data`, which has no effect; the property has.
    attribute_data,
    /// Its attribute `src` holds no address.
    no_address,
    /// Its property `data` is null: there is no dataset yet.
    waiting,
    /// Link from an embedded chart to this page.
    whole,

    // Embedded charts; the dialog uses the fields that begin with `embed_`
    /// Note in the code to paste if its links are relative.
    snippet_relative,
    /// In AMP code: lets a frame grow to the height of its chart.
    whole_chart,
    /// Title of the dialog.
    embed_title,
    /// Label of the choice of what is handed out.
    embed_form,
    /// The frame with its static version.
    embed_page,
    /// The frame for AMP pages.
    embed_amp,
    /// The static picture as an image element.
    embed_picture,
    /// The alternative text of that picture.
    embed_alt,
    /// An address that content systems turn into the frame.
    embed_address,
    /// Label of the choice between live and frozen.
    embed_data,
    /// The frame always shows the current data.
    embed_live,
    /// The frame shows a snapshot of today's data.
    embed_frozen,
    /// Label of the choice of colours.
    embed_colours,
    /// Colours of the page around the frame.
    embed_auto,
    /// Light colours.
    embed_light,
    /// Dark colours.
    embed_dark,
    /// Note that the code includes the current selection.
    embed_selected,
    /// Note that some forms show everything, so that a selection has none of them.
    embed_unselected,
    /// Label of the code.
    embed_code,
    /// Copies what is shown.
    embed_copy,
    /// Confirms that it is copied.
    embed_copied,
    /// If the clipboard is not available.
    embed_by_hand,
    /// Link to what is handed out: the frame or the picture.
    embed_preview,
    /// Closes the dialog.
    embed_close,
    /// The code could not be loaded.
    embed_failed,

    // Claims
    /// Title of the claims.
    claims_title,
    /// Introduction to the claims in one sentence.
    claims_intro,
    /// Author of the claim, `{who}`, and its `{date}`.
    claim_said,
    /// The `{period}` it is about.
    claim_period,
    /// The `{countries}` it lists.
    claim_countries,
    /// A span of months or years, `{from}` and `{to}`.
    span,
    /// Title: what this data shows in comparison.
    claim_beside,
    /// Link to the `{chart}` that shows it.
    claim_shown,
    /// There is no chart that shows it.
    claim_not_shown,
    /// Before links to works cited.
    cited,
    /// Colon after a label.
    colon,

    // Steps of the story
    /// Name of the list of steps, for screen readers.
    steps,
    /// Title: banks came first.
    step_banks_title,
    /// `{n}` attacks on banks took `{amount}`; the last was in `{year}`.
    step_banks,
    /// Title: then came exchanges and the `DeFi` group.
    step_crypto_title,
    /// `{n}` attacks on them took `{amount}`, a `{share}` of everything.
    step_crypto,
    /// Title: the `{date}` of the largest theft.
    step_day_title,
    /// `{victim}` lost `{amount}`, a `{share}` of everything.
    step_day,
    /// Title: no official attribution in a `{year}`.
    step_no_word_title,
    /// None of the `{n}` attacks, which took `{all}`.
    step_no_word,
    /// Title: hardly any official attribution in a `{year}`.
    step_hardly_a_word_title,
    /// `{amount}` of `{all}` is officially attributed.
    step_hardly_a_word,
    /// In place of a chart's table: a link to the table of all incidents.
    all_as_table,

    // All incidents
    /// Title of the table of all incidents.
    all_title,
    /// Introduction to it in one sentence.
    all_intro,
    /// Label of its search.
    all_search,
    /// Label of the menu of sort orders, for narrow screens.
    all_sort,
    /// `{shown}` of `{all}` rows are visible.
    all_shown,
    /// The same, if rows are hidden by the selection.
    all_selected,
    /// No row is visible.
    all_none,
    /// The same while texts that are searched load.
    all_pending,
    /// The same if texts did not load.
    all_failed,
    /// Shows all rows (`{all}`).
    all_more,
    /// Column: victim.
    column_victim,
    /// Column: amount taken.
    column_amount,
    /// Column: date.
    column_date,
    /// Column: country.
    column_country,
    /// Column: group of victims.
    column_group,
    /// Column: level of evidence, and who attributes it.
    column_evidence,
    /// Column: sources.
    column_sources,

    // Pages of incidents
    /// Link to the page of an incident.
    incident_link,
    /// Above the name of the victim.
    incident_kicker,
    /// Below the amount: what it is.
    incident_estimate,
    /// Below an amount that is not known.
    incident_unknown,
    /// Label: the method.
    incident_how,
    /// No method is known.
    incident_how_unknown,
    /// Label: currency or asset taken.
    incident_asset,
    /// Title: what came back.
    incident_back,
    /// Nothing is known to have come back.
    incident_back_none,
    /// Below the list of what came back.
    incident_back_note,
    /// Title: the incidents next in size.
    incident_size,
    /// Label: the next larger incident.
    incident_larger,
    /// Label: the next smaller incident.
    incident_smaller,
    /// Label: an incident of the same size.
    incident_equal,
    /// In place of these, for an incident without an amount.
    incident_no_size,
    /// Link to the graphic with the incident selected.
    incident_graphic,

    // What was left out
    /// Title of what was left out.
    left_out_title,
    /// Incidents shown with a reason, but in no sum.
    left_out,
    /// Title of the cases that were not included.
    rejected_title,
    /// Opens their list.
    left_out_cases,

    // Method
    /// Title of the method.
    method_title,
    /// Introduction to the method in one sentence.
    method_intro,
    /// Part: what is counted.
    method_counting,
    /// Part: the sources of attribution.
    method_evidence,
    /// Part: how the charts are read.
    method_charts,
    /// Title: what counts as an attack.
    counting_title,
    /// What counts as an attack.
    counting,
    /// Title: which dollars.
    dollars_title,
    /// Dollars of the day of the theft.
    dollars,
    /// Title: what came back.
    gross_title,
    /// Sums are gross of recoveries.
    gross,
    /// Title: ranges and unknown amounts.
    ranges_title,
    /// The meaning of low, best and high, and the treatment of unknown amounts.
    ranges,
    /// Title: possible double counts.
    double_title,
    /// Possible double counts.
    double,
    /// Title: countries and names.
    places_title,
    /// What the country of a victim means, and who is not named.
    places,
    /// Title: levels of evidence.
    levels_title,
    /// The four levels of evidence.
    evidence,
    /// Title: how the basis of attribution changed.
    basis_title,
    /// How the basis of attribution changed.
    basis,
    /// Title: disputed attributions.
    disputed_title,
    /// Disputed attributions.
    disputed,
    /// Title: dates and the part-year.
    dates_title,
    /// How coarse dates are placed, and the part-year.
    dates,
    /// Title: how few thefts make up a year.
    concentration_title,
    /// How few thefts make up a year.
    concentration,
    /// Title: the running total.
    running_title,
    /// What its band is.
    running,
    /// Title: the logarithmic axis.
    log_title,
    /// How it is read.
    log,
    /// Title: totals published by others.
    published_title,
    /// When they are shown.
    published,

    // Sums of others
    /// Title: why the sums differ from those of others.
    estimators_title,
    /// Why the sums differ from those of others.
    estimators,
    /// Column: who publishes it.
    column_estimator,
    /// Column: its figure today.
    column_published,
    /// Column: the sum of this data over the same time.
    column_here,
    /// Column: why they differ.
    column_why,
    /// Their `{revisions}`.
    revised,
    /// The sum of a `{period}` was `{before}` and is `{after}`.
    revision,
    /// Name of `chainalysis`.
    chainalysis,
    /// Why its sums differ.
    chainalysis_why,
    /// Name of `elliptic`.
    elliptic,
    /// Why its sums differ.
    elliptic_why,
    /// Name of `trm`.
    trm,
    /// Why its sums differ.
    trm_why,
    /// Name of `un-panel`.
    un_panel,
    /// Why its sums differ.
    un_panel_why,
    /// Name of `msmt`.
    msmt,
    /// Why its sums differ.
    msmt_why,
    /// Name of `nis`.
    nis,
    /// Why its sums differ.
    nis_why,
    /// Name of `monahan`.
    monahan,
    /// Why its sums differ.
    monahan_why,

    // Sources
    /// Title of the list of sources.
    sources_title,
    /// Introduction to the list in one sentence.
    sources_intro,
    /// Kind of source: official documents.
    sources_primary,
    /// Kind of source: analyses.
    sources_analysis,
    /// Kind of source: press.
    sources_press,
    /// Kind of source: catalogues.
    sources_catalogue,
    /// Link to the copy a source was read through.
    sources_via,
    /// Note on a source that is known only from quotations.
    sources_quoted,

    // What changed
    /// Title of the list of versions.
    versions_title,
    /// Introduction to the list in one sentence.
    versions_intro,
    /// Note on the first version.
    version_first,
    /// Note on a version with the same figures as the one before.
    version_same,
    /// An addition: `{after}`.
    version_added,
    /// A removal: `{before}`.
    version_removed,
    /// Link to the list as a file.
    download_changes,

    // Foot
    /// Title: reuse.
    licence_title,
    /// Licences of data and code.
    licence,
    /// Link to the dataset.
    download,
    /// The same as a table.
    download_csv,
    /// Link to the licences of all code in it.
    licences,
    /// Title: how to report an error.
    corrections_title,
    /// How to report an error.
    corrections,
    /// Link to the address for reports, if the build has one.
    corrections_report,
    /// Title: the state of the data.
    changes_title,
    /// The last day covered, and a reference to the list of changes.
    changes,
    /// At the top of printed pages.
    printed,
    /// At the top of the printed page: what is only on the screen.
    not_printed,
    /// Attribution below a downloaded picture.
    credit,
    /// The page that draws a reader's own file: its title.
    try_title,
    /// What to choose there, and that it is sent nowhere.
    try_lead,
    /// Before links to our own list; followed by a colon.
    try_example,
    /// Where scripts do not run.
    try_script,
    /// Label of the field for the file.
    try_file,
    /// Label of the choice of a chart.
    try_chart,
    /// Choice of all charts.
    try_all,
    /// Label of the first year.
    try_from,
    /// Label of the last year.
    try_to,
    /// Label of the headline of the page to publish.
    try_headline,
    /// Button: saves the page to publish.
    try_save,
    /// What that page holds, and where pictures and data are.
    try_save_note,
;
    /// How much a version changes: `{n}` incidents, estimates and claims.
    changed,
    /// Unit of a claim: `{n}` countries.
    countries,
    /// Unit of a claim: `{n}` people.
    people,
}

impl PageMessages {
    /// Id, name and reason of difference of each known estimator, in the order they are listed.
    pub fn estimators(&self) -> [(&'static str, &'static str, &'static str); 7] {
        [
            ("chainalysis", self.chainalysis, self.chainalysis_why),
            ("elliptic", self.elliptic, self.elliptic_why),
            ("trm", self.trm, self.trm_why),
            ("un-panel", self.un_panel, self.un_panel_why),
            ("msmt", self.msmt, self.msmt_why),
            ("nis", self.nis, self.nis_why),
            ("monahan", self.monahan, self.monahan_why),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{BLANKS, FIGURES};
    use crate::locale::ALL;

    #[test]
    fn texts_name_only_known_figures() {
        for locale in ALL {
            let forms = locale.page().plurals().flat_map(|(name, plural)| [(name, plural.one), (name, plural.other)]);
            for (field, text) in locale.page().entries().chain(forms) {
                assert!(!text.trim().is_empty(), "{}: {field} is empty", locale.tag());
                for part in text.split('{').skip(1) {
                    let name = part.split_once('}').map(|(name, _)| name);
                    assert!(
                        name.is_some_and(|name| FIGURES.contains(&name) || BLANKS.contains(&name)),
                        "{}: {field} names {name:?}, which is no figure",
                        locale.tag()
                    );
                }
            }
        }
    }

    #[test]
    fn no_blank_hides_a_figure() {
        assert!(FIGURES.iter().all(|figure| !BLANKS.contains(figure)));
    }
}
