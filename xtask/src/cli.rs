//! The command line.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand, builder::PossibleValuesParser};
use heistogram::locale;

use crate::{
    bench,
    build::{self, Options},
    dataset::{control, diff, format},
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
    /// Build, and serve the result on this machine.
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
        /// To be published: leaves out nothing that makes it smaller, and lists all files in SHA256SUMS.
        #[arg(long)]
        release: bool,
    },
    /// Build a release twice from nothing, in different folders, and compare every file.
    Reproduce,
    /// Build, and hold what a reader downloads against the budgets.
    Size,
    /// Run every check, native and in browsers.
    Test {
        /// Formats, lints, native tests and Chromium alone.
        #[arg(long)]
        quick: bool,
    },
    /// Build, and try in browsers for hours what could break it: faults of every file, long use.
    Drill {
        /// Part of the names of the drills to run; all where none is given.
        #[arg(default_value = "")]
        name: String,
    },
    /// Build, and measure it in Chromium beside a page written by hand and chart libraries.
    Bench {
        /// Pages to measure.
        #[arg(long, value_delimiter = ',', default_values = bench::PAGES, value_parser = PossibleValuesParser::new(bench::PAGES))]
        pages: Vec<String>,
        /// Numbers of incidents.
        #[arg(long, value_delimiter = ',', default_values_t = [100, 1000, 10_000, 100_000, 1_000_000])]
        sizes: Vec<u32>,
        /// How often everything is measured; the median counts.
        #[arg(long, default_value_t = 3)]
        rounds: u32,
    },
    /// Work on the dataset.
    Dataset {
        #[command(subcommand)]
        task: DatasetTask,
    },
}

#[derive(Debug, Subcommand)]
enum DatasetTask {
    /// Compare the recorded counts and sums with those of the dataset.
    Control {
        /// Record those of the dataset.
        #[arg(long)]
        write: bool,
    },
    /// Compare the schema and the tables of the documents with the format.
    Format {
        /// Write those of the format.
        #[arg(long)]
        write: bool,
    },
    /// Print the entry that a change of figures needs in the list of changes; without a change, check that list.
    Diff {
        /// The dataset as it was; otherwise the repository's history is searched for it.
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
    },
}

/// Runs what the command line asks for.
pub fn main() -> Result<()> {
    let cli = Cli::parse();
    let project = Project::find()?;
    match cli.command {
        Task::Serve { port, open, watch } => serve(&project, port, open, watch),
        Task::Build { base_url, release } => {
            build::build(&project, &Options { base_url, release, ..Options::default() })
        }
        Task::Reproduce => reproduce::reproduce(&project),
        Task::Size => {
            build::build(&project, &Options::default())?;
            size::report(&project)
        }
        Task::Test { quick: false } => test::all(&project),
        Task::Test { quick: true } => test::quick(&project),
        Task::Drill { name } => test::drill(&project, &name),
        Task::Bench { pages, sizes, rounds } => bench::bench(&project, &bench::Options { pages, sizes, rounds }),
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

/// An address that file names can be put behind.
fn base_url(text: &str) -> Result<String> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        bail!("it must start with https:// or http://");
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
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
    fn a_base_url_ends_in_one_slash() {
        assert_eq!(base_url("https://a.example/b").unwrap(), "https://a.example/b/");
        assert_eq!(base_url("https://a.example//").unwrap(), "https://a.example/");
        assert!(base_url("a.example").is_err());
    }
}
