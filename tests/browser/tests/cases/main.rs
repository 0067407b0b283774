//! Charts in real articles: each page of `cases/` is a small bug report, with parts of real content systems, frameworks
//! and reader views. The tests check what a person perceives.

mod addresses;
mod bad_input;
mod colours;
mod examples;
mod languages;
mod own_data;
mod ownership;
mod parts;
mod plain;
mod reader;
mod server;
mod sizes;
// Shared with the tests of the page itself, which use more of it.
#[allow(dead_code)]
#[path = "../product/site.rs"]
mod site;
mod styles;
mod survives;
mod toolchains;

fn main() -> std::process::ExitCode {
    heistogram_browser_tests::main()
}
