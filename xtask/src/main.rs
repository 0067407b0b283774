//! The developer's commands: `cargo xtask --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    match xtask::cli::main() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
