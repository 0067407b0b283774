//! What goes wrong on the way to a reader, and long use. Samples run with the other tests, whole drills with
//! `cargo xtask drill`.
#![allow(clippy::print_stdout)] // what a drill has come to is read while it runs

mod failing;
mod faults;
mod long_use;
mod orca;
mod panics;
// Shared with the tests of the page itself, which use more of it.
#[allow(dead_code)]
#[path = "../product/site.rs"]
mod site;
#[path = "../product/tour.rs"]
mod tour;

fn main() -> std::process::ExitCode {
    heistogram_browser_tests::main()
}
