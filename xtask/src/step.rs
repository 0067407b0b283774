//! Progress messages, and child processes that fail with one clear line.

use std::{
    ffi::OsStr,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, bail};

/// Runs `work`, which prints nothing itself, and prints one line: its name and the seconds it took.
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

/// Runs `work`, whose output is shown, between a heading and the seconds it took.
pub fn long_step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("{what} …");
    let start = Instant::now();
    let result = work();
    if result.is_ok() {
        eprintln!("{what}: {}", seconds(start));
    }
    result
}

/// The time since `start`, formatted for all commands.
pub fn seconds(start: Instant) -> String {
    format!("{:.1} s", start.elapsed().as_secs_f64())
}

/// Runs a command and shows its output; an error contains the command line.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command without showing its output; an error contains it.
pub fn run_quiet(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        // Some programs complain where others print results.
        let text = if output.stderr.is_empty() { &output.stdout } else { &output.stderr };
        let text = String::from_utf8_lossy(text);
        bail!("`{}` failed ({}): {}", line(command), output.status, text.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command line as typed in a shell.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
