//! When each file loads: derived from esbuild's metafile and the parts into which modules are cut.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use heistogram::locale::{self, Locale};
use minijinja::{Value, context};
use serde::{Deserialize, Serialize};

use super::{
    languages,
    wasm::{Module, Part},
};

/// Files of a page, by their sources in `www/`. Its script imports the element.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The style sheet.
    pub style: &'static str,
    /// The script.
    pub script: &'static str,
}

/// The main page.
pub const PAGE: Page = Page { style: "style/style.css", script: "page/page.js" };
/// The page of a chart in a frame.
pub const FRAME: Page = Page { style: "style/frame.css", script: "embed/frame.js" };
/// The page that draws a reader's own file.
pub const TRY: Page = Page { style: "style/try.css", script: "page/try.js" };
/// All pages.
pub const PAGES: [Page; 3] = [PAGE, FRAME, TRY];

/// The style sheet of incidents' pages, which load no script.
pub const INCIDENT_STYLE: &str = "style/incident.css";
/// The style sheet of the printed main page. Browsers load it without waiting for it.
pub const PRINT_STYLE: &str = "style/print.css";
/// All style sheets of pages.
pub const STYLES: [&str; 5] = [PAGE.style, FRAME.style, TRY.style, INCIDENT_STYLE, PRINT_STYLE];

/// When a file loads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum When {
    /// Before the first chart.
    First,
    /// With the charts further down the page.
    More,
    /// After the first paint, or at a reader's request.
    Later,
    /// With own data.
    OwnData,
    /// With a download.
    TakenAway,
}

/// Scripts that load on demand, if other than [`When::Later`]. It does not apply to what they load in turn.
const ON_DEMAND: [(&str, When); 4] = [
    ("element/own_data.js", When::OwnData),
    ("element/columns.js", When::OwnData),
    ("element/paging.js", When::OwnData),
    ("element/download.js", When::TakenAway),
];

/// Icon of the pages, in `www/`.
pub const ICON: &str = "favicon.svg";

/// The script of the element, whose name other sites rely on. All other scripts share its code.
pub const ELEMENT: &str = "element/heistogram.js";

/// Scripts that a single file leaves out, as they need a site around it, the table of all incidents or the steps.
const OF_THE_SITE: [&str; 4] = ["element/embed_dialog.js", "page/incidents.js", "page/print.js", "page/steps.js"];

/// The manifest: paths of built files in `dist/`, and imports between scripts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The built file of each source that has one.
    pub files: BTreeMap<String, String>,
    /// All scripts.
    pub scripts: BTreeMap<String, Script>,
}

/// Imports of a script.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Script {
    /// Static imports.
    pub imports: BTreeSet<String>,
    /// Dynamic imports.
    pub on_demand: BTreeSet<String>,
    /// Whether it only holds a style sheet.
    pub is_style: bool,
}

/// The files that a page loads in a language, for templates.
#[derive(Debug)]
pub struct Loads {
    /// Its style sheet.
    pub style: String,
    /// Its script.
    pub script: String,
    /// Modules that the script imports at first.
    pub modules: Vec<String>,
    /// Files that scripts fetch at first.
    pub fetched: Vec<String>,
    /// Modules imported later.
    pub later_modules: Vec<String>,
    /// Files fetched later.
    pub later_fetched: Vec<String>,
}

impl From<Loads> for Value {
    fn from(Loads { style, script, modules, fetched, later_modules, later_fetched }: Loads) -> Self {
        context! { style, script, modules, fetched, later_modules, later_fetched }
    }
}

/// The sources of all scripts that pages request.
pub fn scripts() -> Vec<&'static str> {
    PAGES.iter().map(|page| page.script).chain([ELEMENT]).collect()
}

/// Scripts that a single file leaves out: those for own data, and those that need a site.
pub fn left_out_of_single_files() -> Vec<&'static str> {
    let own = ON_DEMAND.iter().filter(|(_, when)| *when == When::OwnData).map(|(source, _)| *source);
    own.chain(OF_THE_SITE).collect()
}

impl Script {
    /// All scripts that it may load.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.imports.iter().chain(&self.on_demand).map(String::as_str)
    }
}

impl Manifest {
    /// Reads the manifest of the last build.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read(path).with_context(|| format!("cannot read {}: `cargo xtask build`", path.display()))?;
        Ok(serde_json::from_slice(&text)?)
    }

    /// Writes the manifest for commands that examine the build.
    pub fn write(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
    }

    /// The built file of a source.
    pub fn file(&self, source: &str) -> Result<&str> {
        self.files.get(source).map(String::as_str).with_context(|| format!("no file is built from {source}"))
    }

    /// A manifest whose files have the names of their sources, without imports.
    #[cfg(test)]
    pub fn for_tests() -> Self {
        let modules: Vec<Module> = locale::ALL.iter().copied().map(Module::of).chain([Module::validator()]).collect();
        let bindings = modules.iter().map(Module::bindings);
        let scripts = scripts().into_iter().chain(ON_DEMAND.map(|(source, _)| source)).map(str::to_owned);
        let scripts: Vec<String> = scripts.chain(bindings).collect();
        let code = modules.iter().flat_map(|module| module.parts.iter().map(|part| module.file(part)));
        let data = locale::ALL.iter().flat_map(|locale| {
            [languages::core(*locale), languages::own(*locale)].into_iter().chain(languages::texts(*locale))
        });
        let others = [ICON, languages::DETAILS].into_iter().chain(STYLES).map(str::to_owned).chain(code).chain(data);
        Self {
            files: others.chain(scripts.clone()).map(|name| (name.clone(), name)).collect(),
            scripts: scripts.into_iter().map(|name| (name, Script::default())).collect(),
        }
    }

    /// Every script of a page in a language, with the earliest time at which it may load.
    pub fn scripts_of(&self, page: Page, locale: Locale) -> Result<BTreeMap<&str, When>> {
        let bindings = |locale: Locale| self.file(&Module::of(locale).bindings());
        let mut declared = BTreeMap::new();
        for (source, when) in ON_DEMAND {
            declared.insert(self.file(source)?, when);
        }
        let others = locale::ALL.iter().filter(|other| **other != locale);
        // One that is not built has none.
        let others: BTreeSet<&str> = others.filter_map(|other| bindings(*other).ok()).collect();
        let mut found: BTreeMap<&str, When> = BTreeMap::new();
        let mut open = vec![(bindings(locale)?, When::First), (self.file(page.script)?, When::First)];
        while let Some((path, when)) = open.pop() {
            if others.contains(path) || found.get(path).is_some_and(|known| *known <= when) {
                continue;
            }
            let (path, script) = self.scripts.get_key_value(path).with_context(|| format!("{path} is not a script"))?;
            found.insert(path, when);
            open.extend(script.imports.iter().map(|import| (import.as_str(), when)));
            open.extend(script.on_demand.iter().map(|import| {
                let own = declared.get(import.as_str()).copied().unwrap_or(When::Later);
                (import.as_str(), own.max(when))
            }));
        }
        Ok(found)
    }

    /// Code and data of a language, with the time at which they load.
    pub fn fetched(&self, locale: Locale) -> Result<Vec<(&str, When)>> {
        let (module, validator) = (Module::of(locale), Module::validator());
        let parts = |module: &Module| module.parts.iter().map(|part: &Part| (module.file(part), part.when)).collect();
        let mut sources: Vec<(String, When)> = parts(&module);
        sources.push((languages::core(locale), When::First));
        sources.push((languages::DETAILS.into(), When::Later));
        sources.extend(languages::texts(locale).map(|texts| (texts, When::Later)));
        sources.push((languages::own(locale), When::OwnData));
        sources.extend::<Vec<_>>(parts(&validator));
        sources.iter().map(|(source, when)| Ok((self.file(source)?, *when))).collect()
    }

    /// The files that a page loads in a language.
    pub fn loads(&self, page: Page, locale: Locale) -> Result<Loads> {
        let script = self.file(page.script)?.to_owned();
        let is_later = |when: When| when != When::First && when != When::OwnData;
        let all = self.scripts_of(page, locale)?;
        let modules = |wanted: &dyn Fn(When) -> bool| {
            let wanted = all.iter().filter(|(_, when)| wanted(**when)).map(|(path, _)| (*path).to_owned());
            wanted.filter(|path| *path != script).collect()
        };
        let fetched = self.fetched(locale)?;
        let files = |wanted: &dyn Fn(When) -> bool| {
            fetched.iter().filter(|(_, when)| wanted(*when)).map(|(path, _)| (*path).to_owned()).collect()
        };
        Ok(Loads {
            style: self.file(page.style)?.to_owned(),
            modules: modules(&|when| when == When::First),
            fetched: files(&|when| when == When::First),
            later_modules: modules(&is_later),
            later_fetched: files(&is_later),
            script,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A manifest of scripts with their static and dynamic imports; each file has the name of its source.
    fn manifest(scripts: &[(&str, &[&str], &[&str])]) -> Manifest {
        let mut manifest = Manifest::for_tests();
        for (name, imports, on_demand) in scripts {
            let owned = |paths: &[&str]| paths.iter().map(ToString::to_string).collect();
            let script = Script { imports: owned(imports), on_demand: owned(on_demand), is_style: false };
            manifest.scripts.insert((*name).to_owned(), script);
        }
        manifest
    }

    #[test]
    fn a_file_loads_at_the_earliest_of_its_times() {
        let manifest = manifest(&[
            ("page/page.js", &["a.js"], &["page/incidents.js"]),
            ("embed/frame.js", &["a.js"], &[]),
            (
                "a.js",
                &["element/heistogram.js"],
                &[
                    "element/words.js",
                    "element/own_data.js",
                    "generated/heistogram_en.js",
                    "generated/heistogram_ko.js",
                ],
            ),
            ("element/words.js", &["b.js"], &["element/download.js", "element/paging.js"]),
            ("b.js", &[], &[]),
            ("element/own_data.js", &["a.js", "c.js"], &["generated/heistogram_validator.js"]),
            ("c.js", &[], &[]),
            ("element/download.js", &["b.js", "d.js"], &["element/embed_dialog.js"]),
            ("d.js", &[], &[]),
            ("element/embed_dialog.js", &["c.js"], &[]),
            ("page/incidents.js", &["a.js", "e.js"], &[]),
            ("e.js", &[], &[]),
        ]);
        let found = manifest.scripts_of(PAGE, Locale::En).unwrap();
        let of = |wanted: When| -> Vec<&str> {
            found.iter().filter(|(_, when)| **when == wanted).map(|(path, _)| *path).collect()
        };
        assert_eq!(of(When::First), ["a.js", "element/heistogram.js", "generated/heistogram_en.js", "page/page.js"]);
        assert_eq!(of(When::Later), ["b.js", "e.js", "element/words.js", "page/incidents.js"]);
        assert_eq!(
            of(When::OwnData),
            ["c.js", "element/own_data.js", "element/paging.js", "generated/heistogram_validator.js"]
        );
        assert_eq!(of(When::TakenAway), ["d.js", "element/download.js", "element/embed_dialog.js"]);
        assert!(!found.contains_key("generated/heistogram_ko.js"));
        let frame = manifest.loads(FRAME, Locale::Ko).unwrap();
        assert_eq!(frame.script, "embed/frame.js");
        assert_eq!(frame.modules, ["a.js", "element/heistogram.js", "generated/heistogram_ko.js"]);
        assert_eq!(frame.fetched, ["heistogram_ko_charts.wasm", "data/core.ko.json"]);
        assert_eq!(
            frame.later_modules,
            ["b.js", "d.js", "element/download.js", "element/embed_dialog.js", "element/words.js"]
        );
    }

    #[test]
    fn what_is_not_built_is_named() {
        let mut manifest = Manifest::for_tests();
        assert!(manifest.loads(PAGE, Locale::En).is_ok());
        manifest.files.remove("element/own_data.js");
        assert_eq!(
            manifest.loads(PAGE, Locale::En).unwrap_err().to_string(),
            "no file is built from element/own_data.js"
        );
    }
}
