//! The page in English.

use super::page::PageMessages;

/// Every string of the English page.
pub const PAGE: PageMessages = PageMessages {
    title: "What North Korea is accused of stealing – Heistogram",
    description: "{attacks} attacks on banks, crypto exchanges and others attributed to North Korea since {first_year}, \
                  case by case: estimated proceeds of {best}, with ranges, evidence and sources.",
    skip: "Skip to the charts",

    kicker: "Cyber theft",
    headline: "What North\u{a0}Korea is accused of stealing",
    standfirst: "Between them, governments, United Nations experts, analytics firms and researchers attribute {attacks} \
                 attacks on banks, crypto services and their users since {first_year} to North Korea, with proceeds estimated at {best}.",
    data_to: "Data to {as_of}",
    filters_title: "Filter every chart",
    filter_period: "Period",
    filter_all: "All",
    filter_last_five: "Last five years",
    filter_from: "First month",
    filter_to: "Last month",
    filter_evidence: "Only evidence from",
    filter_groups: "Only thefts from",
    filter_country: "Country or territory",
    filter_everywhere: "Everywhere",
    filter_clear: "Clear",
    key_figures: "Key figures",

    caution_title: "Accusations, not verdicts.",
    caution: "For {disputed} of the attacks somebody with standing contradicts the attribution; each is marked as disputed.",
    denial: "North Korea denied the accusations in September 2019 and called them a fabrication.",
    denial_source: "Source",

    table: "Show the figures as a table",
    failed: "The interactive chart could not start.",
    failed_instead: "The picture and the table show the same figures.",
    unreadable: "The data could not be loaded, so nothing is drawn from it.",
    errors: "What is wrong",

    method_title: "How these figures are made",
    method_intro: "In short, what the charts count and what they cannot know.",
    counting_title: "What counts",
    counting: "An attack counts once, whether money was taken, nothing was taken or the amount is not known. Of the \
               {attacks} counted here, {nothing_taken} are known to have taken nothing; they count as attacks and add \
               nothing to the sums.",
    dollars_title: "Which dollars",
    dollars: "Amounts are in US dollars of the day of the theft and say what was taken, not what was ever turned into cash. \
              They are gross: money frozen, recovered or returned later is not deducted, even where, as in one case of \
              2024 and one of 2025, all of it came back.",
    ranges_title: "Ranges and unknowns",
    ranges: "Where sources differ, the best estimate stands between the lowest and the highest figure published. All the \
             lows add up to {low}, all the highs to {high}: a sum of bounds, not a confidence interval. For {unknown} \
             attacks no amount is known. They are counted in words and never drawn as zero.",
    evidence_title: "Four levels of evidence",
    evidence: "Strongest first: government (a named state body, a court filing or the Multilateral Sanctions Monitoring \
               Team, MSMT), UN panel (listed as suspected), firm (an analytics company, the victim or a responder) and \
               single source (one researcher, one catalogue or unnamed officials). The charts set the first two, the \
               official ones, apart from the rest.",
    basis_title: "The basis changes",
    basis: "Up to 2023 the attributions come largely from the annexes of UN panel reports; for 2024 to September 2025 from \
            the MSMT; since then from firms, researchers and unnamed officials. More weak evidence in the latest years is \
            therefore partly the end of official lists.",
    estimators_title: "Why others have other sums",
    estimators: "Chainalysis, Elliptic, TRM Labs, the UN panel, the MSMT and South Korea’s intelligence service each draw \
                 their own line: which cases, which prices, how much certainty. And they revise: Chainalysis has since \
                 lowered its figure for 2023, Elliptic raised its own for 2022. The sums here are built case by case and \
                 need not match any of theirs.",
    double_title: "Possible double counts",
    double: "The thefts from Irys in July 2024 and from an unnamed New York company a month later may be one. BtcTurk \
             stands in the data twice, in 2024 and 2025, each time attributed by a source that leaves out the other.",
    concentration_title: "A record of a few days",
    concentration: "The three largest thefts make up {largest_three_share} of all the dollars. A tall column is mostly one \
                    bad day, not a trend. Small thefts from individuals are under-counted.",
    dates_title: "Dates",
    dates: "A case dated only to a month or a year counts in the year in which the middle of that span falls. The data runs \
            to {as_of}; a year it does not cover to the end is marked as a part-year.",
    places_title: "Places and names",
    places: "Country or territory means where the victim is based or registered. For {no_country} attacks, among them \
             many on DeFi services and on individuals, none is known, and they stand apart. No private victim or suspect is named.",

    left_out_title: "What was left out",
    left_out: "A further {left_out} cases are kept in the data with the reason why they stand in no count and no sum.",
    left_out_cases: "{rejected} entries looked at and not included",

    sources_title: "Sources",
    sources_intro: "{sources} works are cited. Where an official document was read through an open copy, the copy is linked \
                    beside it.",
    sources_primary: "Official documents",
    sources_analysis: "Analyses",
    sources_press: "Press",
    sources_catalogue: "Catalogues and researchers’ lists",
    sources_via: "read through a copy",

    licence_title: "Reuse",
    licence: "Data and text: CC BY 4.0, credit “Heistogram contributors”. Code: MIT or Apache-2.0, as you choose.",
    download: "Download the data (JSON)",
    corrections_title: "Found an error?",
    corrections: "Open an issue in the repository with the case and a source that can be checked. Every correction is \
                  recorded in the changelog.",
};
