//! Heistogram in pages of other people: whatever the page does, its figures stay readable and the page is not changed.

mod bundled;
mod developing;
mod element;
mod frame;
mod host;
mod others;
// Shared with the tests of the page itself, which use more of it.
#[allow(dead_code)]
#[path = "../product/site.rs"]
mod site;

fn main() -> std::process::ExitCode {
    heistogram_browser_tests::main()
}
