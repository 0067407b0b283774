use super::*;

/// Bundles `files`, with an empty file for everything else that a build needs.
fn bundled(files: &[(&str, &str)]) -> Result<(Dist, Manifest)> {
    let mut sources = Sources::default();
    let empty = loads::scripts().into_iter().chain(loads::STYLES).chain(ADOPTED).chain([HOST.0]);
    for name in empty {
        sources.add(name, "");
    }
    for (name, text) in files {
        sources.add(name, *text);
    }
    let esbuild = Esbuild::for_tests();
    let mut dist = Dist::default();
    let mut manifest = add_files(&esbuild, &mut sources, &mut dist)?;
    add_scripts(&esbuild, &sources, &mut manifest, &mut dist)?;
    Ok((dist, manifest))
}

fn text<'a>(dist: &'a Dist, path: &str) -> &'a str {
    std::str::from_utf8(dist.get(path).unwrap()).unwrap()
}

/// Too large to be inlined into another script.
const LARGE: &str = "export const a = () => f('a'); export const b = () => f('b');";

#[test]
fn files_have_hashes_in_their_names_but_for_those_that_others_rely_on() {
    let (dist, manifest) = bundled(&[
        ("element/heistogram.js", "import { a } from '../a.js'; import('../later.js'); a();"),
        ("page/page.js", "import { b } from '../a.js'; b();"),
        ("a.js", LARGE),
        ("later.js", "g(new URL('./data/core.en.ABCDEFGH.json', import.meta.url))"),
        ("embed/host.js", "import { a } from '../a.js'; a('é');"),
        ("data/core.en.json", "{}"),
        ("a_charts.wasm", "code"),
        ("style/style.css", "body { background: url('../paper.svg') }"),
        ("paper.svg", "<svg/>"),
    ])
    .unwrap();
    let mut hashed = 0;
    for path in dist.paths().filter(|path| !["heistogram.js", "host.js"].contains(path)) {
        assert!(crate::headers::of(path, "").iter().any(|(_, value)| value.ends_with("immutable")), "{path}");
        hashed += 1;
    }
    assert!(hashed > 8, "{manifest:?}");
    assert!(manifest.files["data/core.en.json"].starts_with("data/core.en."), "{manifest:?}");
    assert_eq!(text(&dist, &manifest.files["a_charts.wasm"]), "code");
    assert!(text(&dist, &manifest.files["style/style.css"]).contains(&manifest.files["paper.svg"]));
    let element = &manifest.scripts["heistogram.js"];
    let [shared] = &*element.imports.iter().collect::<Vec<_>>() else { panic!("{element:?}") };
    let page = &manifest.scripts[&manifest.files["page/page.js"]];
    assert_eq!(page.imports, element.imports, "one chunk for all");
    let chunk = &manifest.scripts[*shared];
    let [later] = &*chunk.on_demand.iter().collect::<Vec<_>>() else { panic!("{chunk:?}") };
    assert!(text(&dist, shared).contains(&format!("import(\"./{later}\")")));
    assert!(text(&dist, later).contains("new URL(\"./data/core.en.ABCDEFGH.json\",import.meta.url)"));
    // A bundle of its own, in ASCII.
    let host = text(&dist, "host.js");
    assert!(host.starts_with("(()=>{") && host.is_ascii() && !host.contains("import"), "{host}");
}

#[test]
fn the_same_sources_are_the_same_files_and_a_change_changes_every_name_above_it() {
    let build = |leaf: &str| {
        let files =
            [("page/page.js", "import '../a.js'; import('../b.js')"), ("a.js", "f()"), ("b.js", "import('./c.js')")];
        bundled(&[&files[..], &[("c.js", leaf)]].concat()).unwrap().1
    };
    let (before, after) = (build("f(1)"), build("f(2)"));
    for source in ["page/page.js", "b.js", "c.js"] {
        assert_ne!(before.files[source], after.files[source]);
    }
    assert_eq!(before.files, build("f(1)").files);
}

#[test]
fn a_style_sheet_that_scripts_adopt_is_text_in_a_file_of_its_own() {
    let css = "p::before { content: \"\\201c\" } /* it's */";
    let sheet = ("style/chart.css", "@import './table.css'; a { b: c }");
    let (dist, manifest) = bundled(&[
        ("element/heistogram.js", "import css from '../style/chart.css'; f(css)"),
        sheet,
        ("style/table.css", css),
    ])
    .unwrap();
    let styles: Vec<&String> =
        manifest.scripts.iter().filter(|(_, script)| script.is_style).map(|(path, _)| path).collect();
    let [style] = &styles[..] else { panic!("{manifest:?}") };
    assert!(text(&dist, style).contains("p:before{content:\"\u{201c}\"}a{b:c}"), "{}", text(&dist, style));
    let element = &manifest.scripts["heistogram.js"];
    assert!(!element.is_style && element.imports.contains(*style), "{element:?}");
    assert!(!manifest.files.contains_key("style/chart.css"));
}

#[test]
fn imported_style_sheets_are_joined() {
    let (dist, manifest) = bundled(&[
        ("style/style.css", "@import \"./page.css\";\n@import \"./print.css\" print;\nb { c: d; }"),
        ("style/page.css", "p { q: r; }"),
        ("style/print.css", "@page { margin: 0; }"),
    ])
    .unwrap();
    assert_eq!(text(&dist, &manifest.files["style/style.css"]).trim(), "p{q:r}@media print{@page{margin:0}}b{c:d}");
}

#[test]
fn what_is_not_there_is_named() {
    let error = bundled(&[("page/page.js", "import './b.js'")]).unwrap_err().to_string();
    assert!(error.contains("Could not resolve \"./b.js\""), "{error}");
    let error = bundled(&[("style/style.css", "@import './b.css';")]).unwrap_err().to_string();
    assert!(error.contains("Could not resolve \"./b.css\""), "{error}");
}

#[test]
fn what_is_in_one_file_is_imported_at_once() {
    let mut sources = Sources::default();
    sources
        .add("a.js", "// A type of import(\"./types.js\").A\nimport(\"./b.js\").then(f);\nawait import(\"./c.js\");\n");
    sources.add("b.js", "export const b = 1;");
    sources.add("c.js", "export const c = 1;");
    sources.import_at_once(&["element/c.js"]);
    let text = "import * as later2 from \"./b.js\";\n// A type of import(\"./types.js\").A\n\
                Promise.resolve(later2).then(f);\nawait import(\"./c.js\");\n";
    assert_eq!(String::from_utf8_lossy(&sources.0["a.js"]), text);
}

#[test]
fn the_data_and_its_schema_are_not_bundled() {
    let www = tempfile::tempdir().unwrap();
    for (name, text) in [("data/dataset.json", "{}"), ("schema/dataset.schema.json", "{}"), ("a/b.css", "")] {
        let path = www.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    assert_eq!(Sources::read(www.path()).unwrap().0.into_keys().collect::<Vec<_>>(), ["a/b.css"]);
}

#[test]
fn a_package_lacks_what_needs_a_site() {
    let files = [
        ("element/heistogram.js", "import('../words.js'); if (IN_SITE && f()) import('../dialog.js');"),
        ("words.js", LARGE),
        ("dialog.js", LARGE),
    ];
    let (dist, _) = bundled(&files).unwrap();
    let starts = |dist: &Dist, name: &str| dist.paths().any(|path| path.starts_with(name));
    assert!(starts(&dist, "words.") && starts(&dist, "dialog.") && starts(&dist, "page."));
    let mut sources = Sources::default();
    for (name, text) in files.into_iter().chain([(ADOPTED[0], "")]) {
        sources.add(name, text);
    }
    let mut package = Dist::default();
    add_element(&Esbuild::for_tests(), &sources, &mut package).unwrap();
    assert!(package.get("heistogram.js").is_some() && starts(&package, "words."));
    assert!(!starts(&package, "dialog.") && !starts(&package, "page."), "{:?}", package.paths().collect::<Vec<_>>());
}
