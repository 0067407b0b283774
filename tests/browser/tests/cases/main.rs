//! Charts in articles as they are out there: pages of `cases/`, each a bug report of somebody's in small, with parts of
//! real content systems, frameworks and readers. What is looked for is what a reader finds.

mod addresses;
mod bad_input;
mod colours;
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
