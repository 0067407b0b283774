//! Failures on the network and in code, long use, and screen readers. Samples run with the other tests, whole drills
//! with `cargo xtask drill`.
#![allow(clippy::print_stdout)] // the output of a drill is read while it runs

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
