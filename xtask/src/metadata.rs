//! Validates what the site says about itself, with programs of others: structured data, the data package, the feed, the
//! site map, oEmbed documents, the citation.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use heistogram::locale;
use resvg::usvg::roxmltree::Document;

use crate::{
    build::{self, dist::Dist, site},
    headers, markup,
    project::Project,
    serve::{Server, listen},
    setup::{
        parts,
        validators::{self, Validators},
    },
    step::run_quiet,
};

/// Renders the site for an address on this machine, serves it there and lets others read it.
pub fn check(project: &Project) -> Result<()> {
    let validators = validators::ensure()?;
    let listener = listen(0)?;
    let base_url = format!("http://{}/", listener.local_addr()?);
    let dist = build::pages_at(project, &base_url)?;
    let folder = tempfile::tempdir()?;
    let folder = &folder.path().join("dist");
    dist.replace(folder)?;
    let server = Server::on(listener, folder)?;
    ensure!(server.url() == base_url, "the server has another address");
    let mut wrong = missing(&dist, &base_url)?;
    let scripts = project.root.join("xtask/validators");
    let pages = pages(&dist);
    let mut read = |program: &mut Command| -> Result<()> {
        wrong.extend(run_quiet(program)?.lines().filter(|line| !line.is_empty()).map(str::to_owned));
        Ok(())
    };
    read(python(&validators.data).arg(scripts.join("data.py")).arg(folder).arg(&base_url))?;
    read(python(&validators.citation).arg(scripts.join("citation.py")).arg(project.root.join("CITATION.cff")))?;
    let Validators { pages: packages, vocabulary, .. } = &validators;
    let mut node = Command::new("node");
    read(node.arg(scripts.join("pages.mjs")).arg(packages).arg(vocabulary).arg(&base_url).args(&pages))?;
    // `dist/` has no address, so its pages lack half of what these have.
    let files: Vec<PathBuf> = pages.iter().map(|page| folder.join(file_of(page))).collect();
    wrong.extend(markup::read(&files, &[markup::IN_THE_PAGE], folder)?);
    match parts::wordpress() {
        Ok(sources) => {
            for (page, file) in pages.iter().zip(&files) {
                wrong.extend(in_wordpress(&scripts, &sources, folder, page, file, &base_url)?);
            }
        }
        Err(why) => println!("skipped with WordPress: {why:#}"),
    }
    println!("{} pages read", pages.len());
    ensure!(wrong.is_empty(), "{} complaints about metadata:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// The file of a page.
fn file_of(page: &str) -> String {
    if page.ends_with(".html") { page.to_owned() } else { format!("{page}index.html") }
}

fn python(packages: &Path) -> Command {
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", packages).env("PYTHONDONTWRITEBYTECODE", "1");
    python
}

/// The page and one incident in each language, and every frame of the first.
fn pages(dist: &Dist) -> Vec<String> {
    let lang = locale::ALL[0].tag();
    let frame = |path: &str| path.starts_with("embed/") && path.ends_with(&format!(".{lang}.html"));
    let incident = dist.paths().find_map(|path| path.strip_prefix("i/")?.strip_suffix("index.html"));
    let incident = incident.map(|id| format!("i/{id}")).unwrap_or_default();
    let folders = locale::ALL.iter().map(|locale| site::folder(*locale));
    let alone = folders.flat_map(|folder| [folder.clone(), format!("{folder}{incident}")]);
    alone.chain(dist.paths().filter(|path| frame(path)).map(str::to_owned)).collect()
}

/// Pages that the site map names and the site lacks, or the other way round, and files without a type.
fn missing(dist: &Dist, base_url: &str) -> Result<Vec<String>> {
    let text = std::str::from_utf8(dist.get("sitemap.xml").context("there is no site map")?)?;
    let map = Document::parse(text)?;
    let mut wrong = Vec::new();
    let mut file_of = |url: &str| {
        let path = url.strip_prefix(base_url).map(file_of);
        let path = path.filter(|path| dist.get(path).is_some());
        if path.is_none() {
            wrong.push(format!("sitemap.xml: {url} is missing"));
        }
        path
    };
    let urls = map.descendants().filter(|node| node.has_tag_name("loc")).filter_map(|node| node.text());
    let mut named: Vec<String> = urls.filter_map(&mut file_of).collect();
    for link in map.descendants().filter_map(|node| node.attribute("href")) {
        file_of(link);
    }
    named.sort();
    let is_page = |path: &&str| path.ends_with("index.html");
    ensure!(named == dist.paths().filter(is_page).collect::<Vec<_>>(), "the site map names other pages");
    wrong.extend(dist.paths().filter(|path| !headers::has_type(path)).map(|path| format!("{path}: of no known type")));
    Ok(wrong)
}

/// What is wrong with the frame that an author of WordPress gets for the address of a page.
fn in_wordpress(
    scripts: &Path,
    sources: &Path,
    site: &Path,
    page: &str,
    file: &Path,
    base_url: &str,
) -> Result<Option<String>> {
    let mut php = Command::new("php");
    let frame = run_quiet(php.arg(scripts.join("wordpress.php")).arg(sources).arg(file).arg(site))?;
    let is_frame = frame.starts_with("<iframe") && frame.contains(&format!(" src=\"{base_url}embed/"));
    let is_shown = !frame.contains("clip:") && frame.contains(" sandbox=\"allow-scripts\"");
    Ok((!is_frame || !is_shown).then(|| format!("{page}: WordPress makes {frame:?} of it")))
}
