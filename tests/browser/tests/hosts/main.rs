//! Heistogram in other people's pages: whatever such a page does, figures can be read and the page stays as it was.

mod bundled;
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
