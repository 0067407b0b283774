//! The command line.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand, builder::PossibleValuesParser};
use heistogram::locale;

use crate::{
    bench,
    build::{self, Options},
    dataset::{control, diff, format},
    package,
    project::Project,
    reproduce,
    serve::{self, Server, watch},
    size, test,
};

/// The developer's commands of Heistogram.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Build, and serve `dist/` on 127.0.0.1.
    Serve {
        /// Port to listen on.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open the page in the default browser.
        #[arg(long)]
        open: bool,
        /// Build again whenever a source changes.
        #[arg(long)]
        watch: bool,
    },
    /// Write dist/, ready for any static host.
    Build {
        /// Address the files will have, for absolute links.
        #[arg(long, value_name = "URL", value_parser = base_url)]
        base_url: Option<String>,
        /// Where readers report errors: the address of a page, or a mail address.
        #[arg(long, value_name = "URL", value_parser = report_url)]
        report_url: Option<String>,
        /// For publication: requires all optimisation, and writes SHA256SUMS and archives.
        #[arg(long)]
        release: bool,
    },
    /// Build, pack the npm package and validate it.
    Package,
    /// Build a release twice from scratch, in different folders, and compare every file.
    Reproduce,
    /// Build, and compare the size of every download with its budget.
    Size,
    /// Run every check, native and in browsers.
    Test {
        /// Formats, lints, native tests and most tests in Chromium.
        #[arg(long)]
        quick: bool,
    },
    /// Build, and run long fault and endurance drills in browsers.
    Drill {
        /// Part of a drill's name; all drills without it.
        #[arg(default_value = "")]
        name: String,
    },
    /// Build, and compare the speed in Chromium with a hand-written page and chart libraries.
    Bench {
        /// Measure the built page, a frame and articles instead.
        #[arg(long, conflicts_with_all = ["pages", "sizes"])]
        real: bool,
        /// Pages to measure.
        #[arg(long, value_delimiter = ',', default_values = bench::PAGES, value_parser = PossibleValuesParser::new(bench::PAGES))]
        pages: Vec<String>,
        /// Numbers of incidents.
        #[arg(long, value_delimiter = ',', default_values_t = [100, 1000, 10_000, 100_000, 1_000_000])]
        sizes: Vec<u32>,
        /// Repetitions of every measurement; the median counts.
        #[arg(long, default_value_t = 3)]
        rounds: u32,
    },
    /// Maintain the dataset.
    Dataset {
        #[command(subcommand)]
        task: DatasetTask,
    },
}

#[derive(Debug, Subcommand)]
enum DatasetTask {
    /// Compare the recorded control totals with the dataset.
    Control {
        /// Record the totals of the dataset.
        #[arg(long)]
        write: bool,
    },
    /// Compare the schema and the tables of the documents with the format.
    Format {
        /// Write the schema and the tables.
        #[arg(long)]
        write: bool,
    },
    /// Print the missing entry of the list of changes; if there is none, validate the list.
    Diff {
        /// The dataset before the change; by default it is searched for in the repository's history.
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
    },
}

/// Runs the command of the command line.
pub fn main() -> Result<()> {
    let cli = Cli::parse();
    let project = Project::find()?;
    match cli.command {
        Task::Serve { port, open, watch } => serve(&project, port, open, watch),
        Task::Build { base_url, report_url, release } => {
            build::build(&project, &Options { base_url, report_url, release, ..Options::default() })
        }
        Task::Package => {
            build::build(&project, &Options { package: true, ..Options::default() })?;
            package::check(&project)
        }
        Task::Reproduce => reproduce::reproduce(&project),
        Task::Size => {
            build::build(&project, &Options::default())?;
            size::report(&project)
        }
        Task::Test { quick: false } => test::all(&project),
        Task::Test { quick: true } => test::quick(&project),
        Task::Drill { name } => test::drill(&project, &name),
        Task::Bench { real: true, rounds, .. } => bench::real::bench(&project, rounds),
        Task::Bench { pages, sizes, rounds, real: false } => {
            bench::bench(&project, &bench::Options { pages, sizes, rounds })
        }
        Task::Dataset { task: DatasetTask::Control { write } } => control::run(&project, write),
        Task::Dataset { task: DatasetTask::Format { write } } => format::run(&project, write),
        Task::Dataset { task: DatasetTask::Diff { from } } => diff::run(&project, from),
    }
}

fn serve(project: &Project, port: u16, open: bool, watch: bool) -> Result<()> {
    // Before the build, so that a taken port is reported at once.
    let listener = serve::listen(port)?;
    // Compiling takes a minute a language: in a fresh clone the page shows up in one, while the others are made.
    let first = (!project.dist().exists()).then(|| Options { locales: &locale::ALL[..1], ..Options::default() });
    match build::build(project, &first.clone().unwrap_or_default()) {
        Ok(()) => {}
        Err(error) if watch => eprintln!("error: {error:#}"),
        Err(error) => return Err(error),
    }
    let server = Server::on(listener, &project.dist())?;
    println!("serving on {}", server.url());
    if open && let Err(error) = opener::open_browser(server.url()) {
        eprintln!("cannot open a browser: {error}");
    }
    if first.is_some() {
        println!("building the other languages");
        build::build(project, &Options::default())?;
    }
    if watch {
        return watch::rebuild_on_change(project);
    }
    server.wait();
    Ok(())
}

/// Validates a base URL, and ends it in a slash.
fn base_url(text: &str) -> Result<String> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        bail!("it must start with https:// or http://");
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// Validates an address for reports; a mail address becomes a `mailto:` link.
fn report_url(text: &str) -> Result<String> {
    if ["https://", "http://", "mailto:"].iter().any(|scheme| text.starts_with(scheme)) {
        return Ok(text.to_owned());
    }
    match text.split_once('@') {
        Some((name, host)) if !name.is_empty() && !host.is_empty() && !text.contains([':', '/', ' ']) => {
            Ok(format!("mailto:{text}"))
        }
        _ => bail!("it must start with https:// or http://, or be a mail address"),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn reports_go_to_a_page_or_a_mail_address() {
        assert_eq!(report_url("https://a.example/report").unwrap(), "https://a.example/report");
        assert_eq!(report_url("desk@a.example").unwrap(), "mailto:desk@a.example");
        for bad in ["a.example", "@a.example", "desk@", "javascript:a@b", "ftp://a@b"] {
            assert!(report_url(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_base_url_ends_in_one_slash() {
        assert_eq!(base_url("https://a.example/b").unwrap(), "https://a.example/b/");
        assert_eq!(base_url("https://a.example//").unwrap(), "https://a.example/");
        assert!(base_url("a.example").is_err());
    }
}
