//! The page in English.

use crate::locale::{Plural, page::PageMessages};

/// Every string of the English page.
pub const PAGE: PageMessages = PageMessages {
    title: "What North Korea is accused of stealing – Heistogram",
    description: "{attacks} attacks on banks, crypto exchanges and others attributed to North Korea since {first_year}, \
                  case by case: estimated proceeds of {best}, with ranges, evidence and sources.",
    skip: "Skip to the charts",
    language: "English",
    languages: "Languages",

    contents: "Below the charts",
    contents_method: "Method",
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
    filter_said: "{selected}. Attacks: {count}, estimated proceeds: {amount}.",
    filter_none: "Everything is shown",
    filter_failed: "Nothing can be selected: the controls could not start.",
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
    attribute_data: "The attribute “data” is not read: data is given as a property, by a script. Nothing is drawn.",
    no_address: "The attribute “src” holds no address, so nothing is drawn.",
    waiting: "Waiting for data …",
    whole: "The whole graphic, with every source",

    snippet_relative: "Links are relative to the root of the site; a build with the option base-url makes them absolute.",
    embed_title: "Embed this chart",
    embed_data: "Data",
    embed_live: "Live, with corrections",
    embed_frozen: "Frozen as of {as_of}",
    embed_colours: "Colours",
    embed_auto: "As the article",
    embed_light: "Light",
    embed_dark: "Dark",
    embed_selected: "Shows what is selected now:",
    embed_code: "Code to paste into the article",
    embed_copy: "Copy code",
    embed_copied: "Copied",
    embed_by_hand: "Copying was refused. The code is selected: copy it by keyboard or menu.",
    embed_preview: "Preview the frame",
    embed_close: "Close",
    embed_failed: "The code could not be loaded.",

    claims_title: "What was claimed",
    claims_intro: "What news of 2019 and the reports behind it said, who said it, and what this data shows beside it.",
    claim_said: "{who}, {date}",
    claim_period: "Speaks of {period}",
    claim_countries: "Countries listed: {countries}",
    span: "{from} to {to}",
    claim_beside: "This data beside it",
    claim_shown: "See it in “{chart}”",
    claim_not_shown: "This data cannot show it.",
    cited: "Sources",
    colon: ": ",

    steps: "The story, step by step",
    step_banks_title: "First, banks",
    step_banks: "{n} attacks on banks took {amount}. The last one counted was in {year}.",
    step_crypto_title: "Then, crypto",
    step_crypto: "{n} attacks on exchanges and DeFi services took {amount}, {share} of everything.",
    step_day_title: "One day: {date}",
    step_day: "{victim} lost {amount}, {share} of everything since the first theft.",
    step_no_word_title: "{year}: no official word",
    step_no_word: "North Korea has not yet been officially named for any of the {n} attacks of {year}, which took {all}.",
    step_hardly_a_word_title: "{year}: hardly an official word",
    step_hardly_a_word: "So far, North Korea has been officially named for {amount} of the {all} taken in {year}.",
    all_as_table: "All attacks in a table",

    all_title: "All incidents",
    all_intro: "Each of the {attacks} attacks that count, with who attributes it to North Korea and where that stands. \
                Amounts are estimates in US dollars of the day.",
    all_search: "Search victims, places, methods, names of groups, who attributes, and texts",
    all_sort: "Sort by",
    all_shown: "{shown} of {all} shown",
    all_selected: "{shown} of {all} shown, as selected in the charts",
    all_none: "None of the {all} attacks meets this search and selection.",
    all_more: "Show all {all}",
    column_victim: "Victim",
    column_amount: "Amount",
    column_date: "Date",
    column_country: "Country or territory",
    column_group: "Group",
    column_evidence: "Evidence: who attributes it",
    column_sources: "Sources",

    incident_link: "Page of this incident",
    incident_kicker: "Attack attributed to North\u{a0}Korea",
    incident_estimate: "Estimate in US dollars of the day of the theft",
    incident_unknown: "Not known is not zero: the sums hold no figure for this attack.",
    incident_how: "How",
    incident_how_unknown: "Method not known",
    incident_asset: "Currency or asset",
    incident_back: "What came back",
    incident_back_none: "This data holds no report that any of it was returned, frozen or seized.",
    incident_back_note: "None of it is deducted from the amount. Parts may overlap.",
    incident_size: "Next in size",
    incident_larger: "Next larger",
    incident_smaller: "Next smaller",
    incident_equal: "As large",
    incident_no_size: "Without an amount it has no place in the order of size.",
    incident_graphic: "See it in the graphic",

    left_out_title: "What was left out",
    left_out: "A further {left_out} cases are kept in the data with the reason why they stand in no count and no sum.",
    rejected_title: "Looked at and not included",
    left_out_cases: "{rejected} entries with the reason",

    method_title: "How these figures are made",
    method_intro: "What the charts count, who says so, and how to read them.",
    method_counting: "What is counted",
    method_evidence: "Who says so",
    method_charts: "Reading the charts",
    counting_title: "Attacks",
    counting: "An attack counts once, whether money was taken, nothing was taken or the amount is not known. Of the \
               {attacks} counted here, {nothing_taken} are known to have taken nothing; they count as attacks and add \
               nothing to the sums.",
    dollars_title: "Dollars of the day",
    dollars: "Amounts are in US dollars of the day of the theft and say what was taken, not what was ever turned into cash.",
    gross_title: "Gross of recoveries",
    gross: "Money frozen, recovered or returned later is not deducted, even where, as in one case of 2024 and one of 2025, \
            all of it came back.",
    ranges_title: "Ranges and unknowns",
    ranges: "Where sources differ, the best estimate stands between the lowest and the highest figure published. For \
             {unknown} attacks no amount is known. They are counted in words and never drawn as zero.",
    double_title: "Possible double counts",
    double: "The thefts from Irys in July 2024 and from an unnamed New York company a month later may be one. BtcTurk \
             stands in the data twice, in 2024 and 2025, each time attributed by a source that leaves out the other.",
    places_title: "Places and names",
    places: "Country or territory means where the victim is based or registered. For {no_country} attacks none is known, \
             and they stand apart. No private victim or suspect is named.",
    evidence_title: "Four levels of evidence",
    evidence: "Strongest first: government (a named state body, a court filing or the Multilateral Sanctions Monitoring \
               Team, MSMT), UN panel (listed as suspected), firm (an analytics company, the victim or a responder) and \
               single source (one researcher, one catalogue or unnamed officials). The charts set the first two, the \
               official ones, apart from the rest.",
    basis_title: "The basis changes",
    basis: "Up to 2023 the attributions come largely from the annexes of UN panel reports; for 2024 to September 2025 from \
            the MSMT; since then from firms and researchers. Of 2026, the official documents read attribute \
            one campaign against thousands of wallets, and no theft from a named victim. More weak evidence in the \
            latest years is therefore partly the end of official lists.",
    disputed_title: "Disputes",
    disputed: "For {disputed} attacks someone with standing contradicts the attribution. They count, and are marked \
               wherever they appear.",
    dates_title: "Dates and part-years",
    dates: "A case dated only to a month or a year counts where the middle of that span falls. The data runs to {as_of}; a \
            year it does not cover to the end is marked as a part-year.",
    concentration_title: "A record of a few days",
    concentration: "The three largest thefts make up {largest_three_share} of all the dollars. A tall column is mostly one \
                    bad day, not a trend. Small thefts from individuals are under-counted.",
    running_title: "The band of the running total",
    running: "It runs from the sum of all lows, {low}, to the sum of all highs, {high}: a sum of bounds, not a confidence \
              interval.",
    log_title: "The logarithmic axis",
    log: "Where every theft is a dot, each step of the dollar axis is ten times the one before, so that small and large \
          thefts are both seen. Read positions there, not lengths.",
    published_title: "Totals of others",
    published: "Totals that others published are for the whole world. They are shown only while no evidence, group, country \
                or set is selected, and are never added up.",

    estimators_title: "Why others have other sums",
    estimators: "Everyone who adds up draws a line of their own: which cases, which prices, how much certainty. Beside each \
                 estimator’s figure for its longest time stands the sum of this data, built case by case, for the same time.",
    column_estimator: "Who",
    column_published: "Published",
    column_here: "This data, same time",
    column_why: "Why they differ",
    revised: "Revised: {revisions}.",
    revision: "{period} from {before} to {after}",
    chainalysis: "Chainalysis",
    chainalysis_why: "A firm’s sums by year, which it revises. Most years were read from transcriptions of its charts, not from a \
                      list of cases.",
    elliptic: "Elliptic",
    elliptic_why: "A firm’s totals, mostly stated as a floor: “more than”.",
    trm: "TRM Labs",
    trm_why: "A firm’s totals; it leaves out cases it has not definitively attributed. Its earlier years were read off a \
              chart and are approximate.",
    un_panel: "UN Panel of Experts",
    un_panel_why: "Lists cases as suspected. By this data’s reading its total of 2019 includes attempts; in this data an attempt \
                   adds nothing.",
    msmt: "MSMT",
    msmt_why: "The Multilateral Sanctions Monitoring Team lists cases from January 2024 to September 2025 only.",
    nis: "NIS, South Korea",
    nis_why: "Sums of South Korea’s intelligence service, known from press reports; which cases they count is not known.",
    monahan: "Taylor Monahan",
    monahan_why: "A researcher’s list. Of the cases that rest on one researcher alone, this data leaves out the small ones; it \
                  holds cases of others besides.",

    sources_title: "Sources",
    sources_intro: "{sources} works are cited. Read in the original: {read_original}; through a copy, such as an archive, a \
                    transcription or a reprint: {read_copy}; known only as others quote them: {read_quoted}. An open copy is \
                    linked beside its work.",
    sources_primary: "Official documents",
    sources_analysis: "Analyses",
    sources_press: "Press",
    sources_catalogue: "Catalogues and researchers’ lists",
    sources_via: "read through a copy",
    sources_quoted: "known only as others quote it",

    versions_title: "What changed",
    versions_intro: "Every version of the data, newest first, with each figure that changed: from what to what, why, and by which \
                     source.",
    version_first: "First published; later versions are held against this one.",
    version_same: "No figure changed.",
    version_added: "Added: {after}",
    version_removed: "Removed: {before}",
    download_changes: "Download the changes (JSON)",

    licence_title: "Reuse",
    licence: "Data and text: CC BY 4.0, credit “Heistogram contributors”. Code: MIT or Apache-2.0, as you choose.",
    download: "Download the data (JSON)",
    download_csv: "Download the incidents (CSV)",
    licences: "Licences of the code",
    corrections_title: "Found an error?",
    corrections: "Report it in the project’s repository, with the case and a source that can be checked; its file \
                  CONTRIBUTING.md says how an incident is corrected or added.",
    changes_title: "State of the data",
    changes: "As of {as_of}. Every change of a figure is listed: from what to what, why, and by which source.",
    printed: "Heistogram. Data to {as_of}. Data and text CC BY 4.0, credit “Heistogram contributors”.",
    credit: "Graphic: Heistogram contributors, CC BY 4.0",

    changed: Plural { one: "{n} change", other: "{n} changes" },
    countries: Plural { one: "{n} country", other: "{n} countries" },
    people: Plural { one: "{n} person", other: "{n} people" },
};
