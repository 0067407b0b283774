//! Steps: what runs, how long it took, and child processes that fail with one clear line.

use std::{
    ffi::OsStr,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, bail};

/// Runs `work`, which prints nothing itself, and reports it on one line: what, then the seconds.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprint!("{what} … ");
    let start = Instant::now();
    let result = work();
    match &result {
        Ok(_) => eprintln!("{}", seconds(start)),
        Err(_) => eprintln!("failed"),
    }
    result
}

/// Runs `work`, whose own output passes through to the terminal, between a heading and the seconds it took.
pub fn long_step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("{what} …");
    let start = Instant::now();
    let result = work();
    if result.is_ok() {
        eprintln!("{what}: {}", seconds(start));
    }
    result
}

/// The time since `start`, as every command prints it.
pub fn seconds(start: Instant) -> String {
    format!("{:.1} s", start.elapsed().as_secs_f64())
}

/// Runs a command with its output on the terminal; an error names the command line.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command in silence; an error carries what it wrote.
pub fn run_quiet(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({}): {}", line(command), output.status, text.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
