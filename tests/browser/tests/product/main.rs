//! Heistogram as readers get it: the built page in real browsers, served by the real server.
#![allow(clippy::unwrap_used)]

mod arriving;
mod bad_data;
mod canvas;
mod card;
mod columns;
mod drawing;
mod embedding;
mod filtering;
mod folding;
mod framed;
mod frozen;
mod growth;
mod hearing;
mod host;
mod incident_pages;
mod incidents_table;
mod languages;
mod lifecycle;
mod messages;
mod page;
mod paging;
mod pictures;
mod pixels;
mod policy;
mod preferences;
mod printing;
mod reaching;
mod rules;
mod sheets;
mod shown;
mod single_file;
mod site;
mod steps;
mod tables;
mod takeover;
mod taking;
mod touching;
mod tour;
mod trying;
mod walking;
mod zooming;

fn main() -> std::process::ExitCode {
    heistogram_browser_tests::main()
}
