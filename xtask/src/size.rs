//! Sizes of downloads, compared with the budgets.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, bail};

use heistogram::locale::{self, Locale};

use crate::{
    build::{
        files_in, languages,
        loads::{FRAME, Manifest, PAGE, PRINT_STYLE, Page, When},
        site::folder,
    },
    project::Project,
};

/// A group of downloads with a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// Scripts and WebAssembly up to the first live chart.
    Code,
    /// HTML of the page, tables included.
    Page,
    /// Style sheets.
    Style,
    /// Core data, which drawing needs.
    Core,
    /// The largest static picture.
    Picture,
    /// Code of the charts further down.
    More,
    /// Files loaded on demand.
    Later,
    /// Files loaded only for own data.
    Own,
    /// Files loaded only for downloads.
    Taken,
    /// Everything a reader of an article downloads for one chart in a frame.
    Framed,
}

/// Downloads of one language, by share.
type Shares = BTreeMap<Share, Vec<(String, Size)>>;

/// Limits in bytes after brotli at quality 11; 1 kB is 1000 bytes.
const BUDGETS: &[(Share, &str, usize)] = &[
    (Share::Code, "code to a live chart", 54_000),
    (Share::Page, "page with its tables", 40_000),
    (Share::Style, "style", 6_000),
    (Share::Core, "core data", 8_000),
    (Share::Picture, "largest static picture", 8_000),
    (Share::More, "code of the charts further down", 43_000),
    (Share::Later, "later, on demand", 86_000),
    (Share::Own, "own data", 60_000),
    (Share::Taken, "data to take away", 60_000),
    (Share::Framed, "a chart in an article, all of it", 90_000),
];

/// Size of a file, raw and compressed, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    /// Uses the precompressed copies; a file without them is sent uncompressed.
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

/// Prints the table of the heaviest language in `dist/` and a line for each; fails if a share is over its budget.
pub fn report(project: &Project) -> Result<()> {
    let (dist, manifest) = (project.dist(), Manifest::read(&project.manifest())?);
    let mut languages = Vec::new();
    for locale in locale::ALL {
        languages.push((locale.tag(), shares(&dist, &manifest, *locale)?));
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

/// Downloads of a language among all files.
fn shares(dist: &Path, manifest: &Manifest, locale: Locale) -> Result<Shares> {
    let mut shares = Shares::new();
    let mut add = |share: Share, path: &str| -> Result<()> {
        shares.entry(share).or_default().push((path.to_owned(), Size::of(&dist.join(path))?));
        Ok(())
    };
    let page = format!("{}index.html", folder(locale));
    for (share, path) in classify(manifest, PAGE, &page, locale)? {
        add(share, path)?;
    }
    for path in ["data/changes.json", "data/dataset.json"] {
        add(Share::Taken, path)?;
    }
    let picture = largest(dist, "static", locale, ".svg")?;
    add(Share::Picture, &picture)?;
    let frame = largest(dist, "embed", locale, ".html")?;
    let at_first = [Share::Page, Share::Code, Share::Style, Share::Core];
    let framed = classify(manifest, FRAME, &frame, locale)?.into_iter().filter(|(share, _)| at_first.contains(share));
    for path in framed.map(|(_, path)| path).chain(["host.js", &*picture]) {
        add(Share::Framed, path)?;
    }
    Ok(shares)
}

/// The file of a folder with the largest download in a language.
fn largest(dist: &Path, folder: &str, locale: Locale, end: &str) -> Result<String> {
    let lang = format!(".{}.", locale.tag());
    let of_language = |name: &str| name.contains(&lang) && name.ends_with(end);
    let names = files_in(&dist.join(folder))?.into_iter().filter(|(name, _)| of_language(name));
    let sizes = names.map(|(name, path)| Ok((Size::of(&path)?.brotli, name))).collect::<Result<Vec<_>>>()?;
    let (_, name) = sizes.into_iter().max().with_context(|| format!("no {end} of {lang} in {folder}/"))?;
    Ok(format!("{folder}/{name}"))
}

/// Files that a page loads in a language, at first or later, with the share of each.
fn classify<'a>(manifest: &'a Manifest, page: Page, html: &'a str, locale: Locale) -> Result<Vec<(Share, &'a str)>> {
    let core = manifest.file(&languages::core(locale))?;
    let mut found = vec![(Share::Page, html), (Share::Style, manifest.file(page.style)?)];
    if page.style == PAGE.style {
        found.push((Share::Later, manifest.file(PRINT_STYLE)?));
    }
    for (path, when) in manifest.scripts_of(page, locale)? {
        let is_style = when == When::First && manifest.scripts.get(path).is_some_and(|script| script.is_style);
        found.push((if is_style { Share::Style } else { share_of(when) }, path));
    }
    for (path, when) in manifest.fetched(locale)? {
        found.push((if path == core { Share::Core } else { share_of(when) }, path));
    }
    Ok(found)
}

fn share_of(when: When) -> Share {
    match when {
        When::First => Share::Code,
        When::More => Share::More,
        When::Later => Share::Later,
        When::OwnData => Share::Own,
        When::TakenAway => Share::Taken,
    }
}

fn sum(files: &[(String, Size)]) -> Size {
    files.iter().fold(Size::default(), |sum, (_, size)| sum.plus(*size))
}

/// Table of every share and its files.
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

/// Every share in every language, in bytes after brotli.
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
    use crate::build::loads::Script;

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
    fn files_count_where_they_load() {
        let mut manifest = Manifest::for_tests();
        let page = manifest.scripts.get_mut("page/page.js").unwrap();
        page.imports.extend(["element/heistogram.js", "sheet.js"].map(str::to_owned));
        page.on_demand.insert("element/words.js".into());
        let sheet = Script { is_style: true, ..Script::default() };
        manifest.scripts.insert("element/words.js".into(), Script::default());
        manifest.scripts.insert("sheet.js".into(), sheet);
        let found = classify(&manifest, PAGE, "ko/index.html", Locale::Ko).unwrap();
        let of = |share| found.iter().filter(|(s, _)| *s == share).map(|(_, path)| *path).collect::<Vec<_>>();
        assert_eq!(
            of(Share::Code),
            ["element/heistogram.js", "generated/heistogram_ko.js", "page/page.js", "heistogram_ko_charts.wasm"]
        );
        assert_eq!(of(Share::Page), ["ko/index.html"]);
        assert_eq!(of(Share::Style), ["style/style.css", "sheet.js"]);
        assert_eq!(of(Share::Core), ["data/core.ko.json"]);
        assert_eq!(of(Share::More), ["heistogram_ko_more.wasm"]);
        let later = ["style/print.css", "element/words.js", "heistogram_ko_choosing.wasm", "heistogram_ko_words.wasm"];
        assert_eq!(of(Share::Later), [&later[..], &[languages::DETAILS, "data/texts.ko.json"]].concat());
        let own = ["heistogram_ko_columns.wasm", "heistogram_ko_crowd.wasm", "data/own.ko.json"];
        assert_eq!(of(Share::Own), [&own[..], &["heistogram_validator_code.wasm"]].concat());
    }

    #[test]
    fn the_largest_file_of_a_language_counts() {
        let dist = tempfile::tempdir().unwrap();
        fs::create_dir(dist.path().join("static")).unwrap();
        for (name, length) in [("a.ko.360.svg", 5), ("b.ko.360.svg", 9), ("b.en.360.svg", 20), ("b.ko.png", 30)] {
            fs::write(dist.path().join("static").join(name), vec![b'x'; length]).unwrap();
        }
        assert_eq!(largest(dist.path(), "static", Locale::Ko, ".svg").unwrap(), "static/b.ko.360.svg");
        assert!(largest(dist.path(), "static", Locale::Ja, ".svg").is_err());
    }
}
