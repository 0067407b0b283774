//! The strings of the page around the charts.
//!
//! The page is made when the project is built, so none of this is in what readers download. Figures never stand in a
//! text: they are named in braces and filled in from the dataset; [`FIGURES`] lists every name.

/// What the texts of a page may name in braces.
pub const FIGURES: [&str; 14] = [
    "as_of",               // the day the data runs to, in words
    "first_year",          // the first year of the data
    "attacks",             // counted incidents
    "low",                 // sum of the lowest estimates
    "best",                // sum of the best estimates
    "high",                // sum of the highest estimates
    "unknown",             // counted incidents without a known amount
    "nothing_taken",       // counted incidents in which nothing was taken
    "disputed",            // counted incidents whose attribution is disputed
    "no_country",          // counted incidents without a known country
    "largest_three_share", // share of the three largest incidents in the best estimate
    "left_out",            // incidents shown with a reason, but in no count and no sum
    "rejected",            // cases looked at and not included
    "sources",             // works cited
];

/// Defines the struct and the walk over its fields from one list.
macro_rules! page_messages {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        /// Every string of the page, in one language.
        #[derive(Debug)]
        pub struct PageMessages {
            $($(#[$doc])+ pub $name: &'static str,)+
        }

        impl PageMessages {
            /// Every field with its name, in the order of the page.
            pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
                [$((stringify!($name), self.$name)),+].into_iter()
            }
        }
    };
}

page_messages! {
    // Head
    /// Title of the document.
    title,
    /// What search engines and previews show under the title.
    description,
    /// Link to the charts for those who walk by keyboard.
    skip,

    // Top
    /// What the page is about, in two or three words above the headline.
    kicker,
    /// Headline.
    headline,
    /// One sentence under the headline.
    standfirst,
    /// The day the data runs to.
    data_to,
    /// Heading of the controls that filter every chart.
    filters_title,
    /// Label of the choice of a period.
    filter_period,
    /// Choice of no period in particular.
    filter_all,
    /// Choice of the last five calendar years.
    filter_last_five,
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
    /// Undoes every filter.
    filter_clear,
    /// Name of the row of key figures, for screen readers.
    key_figures,

    // What the figures are
    /// First words of the note that none of this is a verdict.
    caution_title,
    /// Disputes, and that they are marked.
    caution,
    /// What North Korea says.
    denial,
    /// Link to a report of the denial.
    denial_source,

    // Charts
    /// Opens the table of a chart.
    table,
    /// The interactive chart cannot run.
    failed,
    /// What stands in its place.
    failed_instead,
    /// A dataset could not be loaded or is not JSON.
    unreadable,
    /// Above the list of errors.
    errors,

    // Method
    /// Title of the method.
    method_title,
    /// One sentence that leads into the method.
    method_intro,
    /// Title: what counts as an attack.
    counting_title,
    /// What counts as an attack.
    counting,
    /// Title: which dollars.
    dollars_title,
    /// Dollars of the day of the theft, gross of recoveries.
    dollars,
    /// Title: ranges and unknown amounts.
    ranges_title,
    /// What low, best and high mean, and how unknown amounts are told.
    ranges,
    /// Title: levels of evidence.
    evidence_title,
    /// The four levels of evidence.
    evidence,
    /// Title: how the basis of attribution changed.
    basis_title,
    /// How the basis of attribution changed.
    basis,
    /// Title: why the sums differ from those of others.
    estimators_title,
    /// Why the sums differ from those of others.
    estimators,
    /// Title: possible double counts.
    double_title,
    /// Possible double counts.
    double,
    /// Title: how few thefts make up a year.
    concentration_title,
    /// How few thefts make up a year.
    concentration,
    /// Title: dates and the part-year.
    dates_title,
    /// How coarse dates are placed, and the part-year.
    dates,
    /// Title: countries and names.
    places_title,
    /// What the country of a victim means, and who is not named.
    places,

    // What was left out
    /// Title of what was left out.
    left_out_title,
    /// Incidents shown with a reason, but in no sum.
    left_out,
    /// Opens the list of cases that were not included.
    left_out_cases,

    // Sources
    /// Title of the list of sources.
    sources_title,
    /// One sentence that leads into the list.
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

    // Foot
    /// Title: reuse.
    licence_title,
    /// Licences of data and code.
    licence,
    /// Link to the dataset.
    download,
    /// Title: how to report an error.
    corrections_title,
    /// How to report an error.
    corrections,
}

#[cfg(test)]
mod tests {
    use super::FIGURES;
    use crate::locale::ALL;

    #[test]
    fn texts_name_only_known_figures() {
        for locale in ALL {
            for (field, text) in locale.page.entries() {
                assert!(!text.trim().is_empty(), "{}: {field} is empty", locale.tag);
                for part in text.split('{').skip(1) {
                    let name = part.split_once('}').map(|(name, _)| name);
                    assert!(
                        name.is_some_and(|name| FIGURES.contains(&name)),
                        "{}: {field} names {name:?}, which is no figure",
                        locale.tag
                    );
                }
            }
        }
    }
}
