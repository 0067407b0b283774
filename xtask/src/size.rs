//! What a reader downloads, against the budgets.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};

use heistogram::locale::{self, Locale};

use crate::build::{
    files_in,
    languages::{core, own},
    references::{self, Kind},
    site::folder,
    wasm::Module,
};

/// A share of the download with a limit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// Scripts and WebAssembly until the chart is live.
    Code,
    /// The page with its tables.
    Page,
    /// Style sheets.
    Style,
    /// What drawing needs of the dataset.
    Core,
    /// The largest static picture.
    Picture,
    /// Code of the charts further down.
    More,
    /// What loads when it is asked for.
    Later,
    /// What only those load who bring data of their own.
    Own,
    /// What only those load who take ours away.
    Taken,
    /// Everything a reader of an article loads for one chart in a frame.
    Framed,
}

/// What a reader of one language downloads.
type Shares = BTreeMap<Share, Vec<(String, Size)>>;

/// Limits in bytes after brotli at quality 11; 1 kB is 1000 bytes.
const BUDGETS: &[(Share, &str, usize)] = &[
    (Share::Code, "code to a live chart", 52_000),
    (Share::Page, "page with its tables", 40_000),
    (Share::Style, "style", 6_000),
    (Share::Core, "core data", 8_000),
    (Share::Picture, "largest static picture", 8_000),
    (Share::More, "code of the charts further down", 20_000),
    (Share::Later, "later, on demand", 69_000),
    (Share::Own, "own data", 60_000),
    (Share::Taken, "data to take away", 60_000),
    (Share::Framed, "a chart in an article, all of it", 90_000),
];

/// Size of a file as it is and compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    /// Takes the copies the build has made; a file that has none travels as it is.
    fn of(path: &Path) -> Result<Self> {
        let raw = length(path).with_context(|| format!("cannot read {}", path.display()))?;
        let copy = |end: &str| {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            length(Path::new(&name)).unwrap_or(raw)
        };
        Ok(Self { raw, gzip: copy(".gz"), brotli: copy(".br") })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

fn length(path: &Path) -> std::io::Result<usize> {
    Ok(fs::metadata(path)?.len().try_into().unwrap_or(usize::MAX))
}

/// Prints the table of the heaviest language in `dist/` and a line for each; fails when a share of one is over its budget.
pub fn report(dist: &Path) -> Result<()> {
    let files = scripts_and_pages(dist)?;
    let mut languages = Vec::new();
    for locale in locale::ALL {
        languages.push((locale.tag(), shares(dist, &files, *locale)?));
    }
    let code = |(_, shares): &&(_, Shares)| shares.get(&Share::Code).map(|files| sum(files).brotli);
    let Some((heaviest, shares)) = languages.iter().max_by_key(code) else { return Ok(()) };
    print!("kB of the heaviest language, {heaviest}\n{}\n{}", table(shares), lines(&languages));
    let over: Vec<String> = languages.iter().flat_map(|(lang, shares)| over(lang, shares)).collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// What readers of a language download, of all files.
fn shares(dist: &Path, files: &BTreeMap<String, String>, locale: Locale) -> Result<Shares> {
    let mut shares = Shares::new();
    let files: BTreeMap<String, String> = files
        .iter()
        .filter(|(name, _)| !of_another(name, locale))
        .map(|(name, text)| (name.clone(), text.clone()))
        .collect();
    for (file, share) in classify(&files, &format!("{}index.html", folder(locale))) {
        let size = Size::of(&dist.join(&file))?;
        shares.entry(share).or_default().push((file, size));
    }
    if let Some(pictures) = shares.get_mut(&Share::Picture) {
        pictures.sort_by_key(|(_, size)| size.brotli);
        pictures.drain(..pictures.len() - 1);
    }
    let mut framed = shares.get(&Share::Picture).cloned().unwrap_or_default();
    for file in framed_files(&files) {
        framed.push((file.clone(), Size::of(&dist.join(&file))?));
    }
    shares.insert(Share::Framed, framed);
    Ok(shares)
}

/// Whether a file is for readers of another language than this.
fn of_another(name: &str, locale: Locale) -> bool {
    let others = locale::ALL.iter().filter(|other| **other != locale);
    others.into_iter().any(|other| {
        let lang = other.tag();
        let module = Module::of(*other).name;
        [format!("{module}."), format!("{module}_")].iter().any(|start| name.starts_with(start))
            || [core(*other), own(*other)].iter().any(|json| name.starts_with(json.trim_end_matches("json")))
            || (name.starts_with("static/") || name.starts_with("embed/")) && name.contains(&format!(".{lang}."))
    })
}

/// Every path of `dist/` without compressed copies, with the text of scripts and pages.
fn scripts_and_pages(dist: &Path) -> Result<BTreeMap<String, String>> {
    files_in(dist)?
        .into_iter()
        .filter(|(name, _)| !name.ends_with(".br") && !name.ends_with(".gz"))
        .map(|(name, path)| {
            let read = name.ends_with(".js") || name.ends_with(".html");
            let text = if read { fs::read_to_string(&path)? } else { String::new() };
            Ok((name, text))
        })
        .collect()
}

/// What the longest frame loads before anybody touches it, but for its picture.
fn framed_files(files: &BTreeMap<String, String>) -> Vec<String> {
    let frames = files.iter().filter(|(name, _)| name.starts_with("embed/"));
    let Some((page, _)) = frames.max_by_key(|(_, text)| text.len()) else { return Vec::new() };
    let at_first = [Share::Page, Share::Code, Share::Style, Share::Core];
    let found = classify(files, page).into_iter().filter(|(_, share)| at_first.contains(share));
    found.map(|(name, _)| name).chain(["host.js".to_owned()]).collect()
}

/// The files a reader of a page downloads and the share each counts to. Files named by the page and what they
/// import come first; what scripts name otherwise comes later, but for the charts' code and the core data, without
/// which nothing is drawn.
fn classify(files: &BTreeMap<String, String>, page: &str) -> BTreeMap<String, Share> {
    let mut found = BTreeMap::from([(page.to_owned(), Share::Page)]);
    let page = files.get(page).map_or("", String::as_str);
    let mut open: Vec<(String, bool)> = files
        .keys()
        .filter(|name| [".js", ".css", ".wasm", ".json"].iter().any(|end| name.ends_with(end)))
        .filter(|name| ["", "./", "../"].iter().any(|way| page.contains(&format!("\"{way}{name}\""))))
        .map(|name| (name.clone(), true))
        .collect();
    let mut seen = BTreeSet::new();
    while let Some((name, at_first)) = open.pop() {
        if !files.contains_key(&name) || !seen.insert((name.clone(), at_first)) {
            continue;
        }
        let share = share_of(&name, at_first);
        let known = found.entry(name.clone()).or_insert(share);
        *known = (*known).min(share);
        for reference in references::find(&files[&name]) {
            if let Some(target) = references::resolve(&name, &reference.path) {
                open.push((target, at_first && reference.kind == Kind::Import || name.ends_with(".css")));
            }
        }
    }
    for name in files.keys().filter(|name| name.starts_with("static/") && name.ends_with(".svg")) {
        found.insert(name.clone(), Share::Picture);
    }
    found
}

fn share_of(name: &str, at_first: bool) -> Share {
    match name.rsplit('.').next() {
        Some("wasm") if name.contains("_charts.") => Share::Code,
        Some("wasm") if name.contains("_more.") => Share::More,
        // A style sheet that scripts adopt, see `build::assets`.
        Some("js") if at_first && name.contains(".css.") => Share::Style,
        Some("json") if name.starts_with("data/core.") => Share::Core,
        _ if ["heistogram_reader", "data/own.", "own.", "columns.", "paging."]
            .iter()
            .any(|start| name.starts_with(start)) =>
        {
            Share::Own
        }
        Some("wasm") if name.contains("_columns.") || name.contains("_crowd.") => Share::Own,
        _ if ["data/changes.json", "data/dataset.json", "embedding", "take.", "taking_words.", "svg."]
            .iter()
            .any(|start| name.starts_with(start)) =>
        {
            Share::Taken
        }
        // The charts do not wait for what serves the page below them.
        Some("js") if ["incidents.", "print."].iter().any(|start| name.starts_with(start)) => Share::Later,
        Some("js") if at_first => Share::Code,
        Some("css") if at_first => Share::Style,
        _ => Share::Later,
    }
}

fn sum(files: &[(String, Size)]) -> Size {
    files.iter().fold(Size::default(), |sum, (_, size)| sum.plus(*size))
}

/// Every share with its files.
fn table(shares: &Shares) -> String {
    let mut text = format!("{:44}{:>10}{:>10}{:>10}{:>10}\n", "", "raw", "gzip", "brotli", "budget");
    for (share, what, budget) in BUDGETS {
        let Some(files) = shares.get(share) else { continue };
        text += &format!("{what:44}{}{:>10}\n", columns(sum(files)), kilobytes(*budget));
        for (file, size) in files {
            text += &format!("  {file:42}{}\n", columns(*size));
        }
    }
    text
}

/// Every share in every language, after brotli.
fn lines(languages: &[(&str, Shares)]) -> String {
    let heads: String = languages.iter().map(|(lang, _)| format!("{lang:>10}")).collect();
    let mut text = format!("{:44}{heads}{:>10}\n", "brotli, by language", "budget");
    for (share, what, budget) in BUDGETS {
        let of = |(_, shares): &(_, Shares)| sum(shares.get(share).map_or(&[][..], Vec::as_slice)).brotli;
        let sums: String = languages.iter().map(|shares| format!("{:>10}", kilobytes(of(shares)))).collect();
        text += &format!("{what:44}{sums}{:>10}\n", kilobytes(*budget));
    }
    text
}

/// The shares above their budgets.
fn over(lang: &str, shares: &Shares) -> Vec<String> {
    let over = |(share, what, budget): &(Share, &str, usize)| {
        let brotli = sum(shares.get(share)?).brotli;
        (brotli > *budget).then(|| format!("{lang}: {what} {} of {} kB", kilobytes(brotli), kilobytes(*budget)))
    };
    BUDGETS.iter().filter_map(over).collect()
}

fn columns(size: Size) -> String {
    format!("{:>10}{:>10}{:>10}", kilobytes(size.raw), kilobytes(size.gzip), kilobytes(size.brotli))
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{:02}", bytes / 1000, bytes % 1000 / 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(brotli: usize) -> Size {
        Size { raw: 4 * brotli, gzip: 2 * brotli, brotli }
    }

    #[test]
    fn a_share_above_its_budget_is_named() {
        let (share, what, budget) = BUDGETS[0];
        let of = |bytes| BTreeMap::from([(share, vec![("a.js".into(), size(bytes)), ("b.js".into(), size(1))])]);
        assert!(over("en", &of(budget - 1)).is_empty());
        let limit = kilobytes(budget);
        let text = table(&of(budget - 1));
        assert!(text.contains(what) && text.contains(&format!("{limit:>10}{limit:>10}\n")), "{text}");
        let text = lines(&[("en", of(1)), ("ko", of(budget - 1))]);
        assert!(text.contains(&format!("{:>10}{limit:>10}{limit:>10}\n", kilobytes(2))), "{text}");
        assert_eq!(over("ko", &of(budget + 9)), [format!("ko: {what} {} of {limit} kB", kilobytes(budget + 10))]);
    }

    #[test]
    fn every_share_has_one_budget() {
        let shares = [
            Share::Code,
            Share::Page,
            Share::Style,
            Share::Core,
            Share::Picture,
            Share::More,
            Share::Later,
            Share::Own,
            Share::Taken,
            Share::Framed,
        ];
        assert_eq!(BUDGETS.iter().map(|(share, ..)| *share).collect::<Vec<_>>(), shares);
    }

    #[test]
    fn a_language_counts_to_its_own_readers() {
        let of_korean =
            ["heistogram_ko_words.1.wasm", "data/core.ko.1.json", "embed/a.ko.html", "static/a.ko.360.dark.svg"];
        for name in of_korean {
            assert!(of_another(name, Locale::En) && !of_another(name, Locale::Ko), "{name}");
        }
        assert!(!of_another("heistogram_reader.1.js", Locale::En) && !of_another("static/a.svg", Locale::En));
    }

    #[test]
    fn files_count_where_they_load() {
        let files = [
            ("index.html", "<link href=\"page.1.css\"><script type=\"module\" src=\"./heistogram.js\"></script>"),
            ("page.1.css", ""),
            ("heistogram.js", "import './shell/a.1.js'; import('./export.1.js')"),
            (
                "shell/a.1.js",
                "import '../chart.css.1.js'; f('../heistogram_en_charts.1.wasm', '../data/core.en.1.json'); \
                 f('../data/details.1.json', '../heistogram_reader_code.1.wasm')",
            ),
            ("chart.css.1.js", ""),
            ("export.1.js", "import './png.1.js'"),
            ("png.1.js", ""),
            ("heistogram_en_charts.1.wasm", ""),
            ("heistogram_reader_code.1.wasm", ""),
            ("data/core.en.1.json", ""),
            ("data/details.1.json", ""),
            ("data/dataset.json", ""),
            ("static/a.svg", ""),
            ("host.js", ""),
            ("embed/a.html", "<script type=\"module\" src=\"../embed.1.js\"></script>"),
            ("embed.1.js", "import('./export.1.js')"),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
        assert_eq!(framed_files(&files), ["embed.1.js", "embed/a.html", "host.js"]);
        let found = classify(&files, "index.html");
        let of = |share| found.iter().filter(|(_, s)| **s == share).map(|(name, _)| name.as_str()).collect::<Vec<_>>();
        assert_eq!(of(Share::Code), ["heistogram.js", "heistogram_en_charts.1.wasm", "shell/a.1.js"]);
        assert_eq!(of(Share::Page), ["index.html"]);
        assert_eq!(of(Share::Style), ["chart.css.1.js", "page.1.css"]);
        assert_eq!(of(Share::Core), ["data/core.en.1.json"]);
        assert_eq!(of(Share::Picture), ["static/a.svg"]);
        assert_eq!(of(Share::Later), ["data/details.1.json", "export.1.js", "png.1.js"]);
        assert_eq!(of(Share::Own), ["heistogram_reader_code.1.wasm"]);
    }
}
