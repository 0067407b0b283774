use super::*;

fn link(files: &[(&str, &str)]) -> Result<(Dist, Urls)> {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add(name, *text);
    }
    let mut dist = Dist::default();
    sources.prepare()?;
    let urls = sources.link(&mut dist)?;
    Ok((dist, urls))
}

fn text<'a>(dist: &'a Dist, path: &str) -> &'a str {
    std::str::from_utf8(dist.get(path).unwrap()).unwrap()
}

fn error(files: &[(&str, &str)]) -> String {
    format!("{:#}", link(files).unwrap_err())
}

#[test]
fn references_lead_to_hashed_names() {
    let (dist, urls) = link(&[
        ("heistogram.js", "import { a } from './chart.js'; import './shell/table.js'; a();"),
        ("chart.js", "export const a = () => fetch(new URL('./data/core.json', import.meta.url));"),
        ("shell/table.js", "import { a } from '../chart.js'; a(1);"),
        ("data/core.json", "{}"),
        ("page.css", "body { background: url('./paper.svg') }"),
        ("paper.svg", "<svg/>"),
    ])
    .unwrap();
    assert_eq!(urls["heistogram.js"], "heistogram.js");
    for name in ["chart.js", "shell/table.js", "data/core.json", "page.css", "paper.svg"] {
        assert_eq!(urls[name].len(), name.len() + 9, "{}", urls[name]);
        assert!(crate::headers::of(&urls[name], "").iter().any(|(_, value)| value.ends_with("immutable")));
    }
    let entry = text(&dist, "heistogram.js");
    assert!(entry.contains(&format!("./{}", urls["chart.js"])), "{entry}");
    assert!(entry.contains(&format!("./{}", urls["shell/table.js"])), "{entry}");
    assert!(text(&dist, &urls["shell/table.js"]).contains(&format!("../{}", urls["chart.js"])));
    assert!(text(&dist, &urls["chart.js"]).contains(&format!("./{}", urls["data/core.json"])));
    assert!(text(&dist, &urls["page.css"]).contains(&format!("url('./{}')", urls["paper.svg"])));
}

#[test]
fn a_change_of_a_leaf_changes_every_name_above_it() {
    let build = |leaf| link(&[("a.js", "import './b.js'"), ("b.js", "import './c.js'"), ("c.js", leaf)]).unwrap().1;
    let (before, after) = (build("f(1)"), build("f(2)"));
    for name in ["a.js", "b.js", "c.js"] {
        assert_ne!(before[name], after[name]);
    }
    assert_eq!(before, build("f(1)"));
}

#[test]
fn an_imported_style_sheet_becomes_a_module() {
    let css = "p::before { content: \"\\201c\" } /* it's */";
    let (dist, urls) = link(&[("a.js", "import css from './chart.css.js'; f(css)"), ("chart.css", css)]).unwrap();
    assert!(!urls.contains_key("chart.css"));
    let module = text(&dist, &urls["chart.css.js"]);
    let string = module.strip_prefix("export default ").unwrap().trim_end().trim_end_matches(';');
    assert_eq!(serde_json::from_str::<String>(string).unwrap(), "p::before{content:\"\\201c\"}");
}

#[test]
fn imported_style_sheets_are_joined() {
    let sources = [
        ("style.css", "@import \"./page.css\";\n@import \"./print.css\" print;\nb { c: d; }"),
        ("page.css", "p { q: r; }"),
        ("print.css", "@page { margin: 0; }"),
    ];
    let (dist, urls) = link(&sources).unwrap();
    assert_eq!(urls.len(), 1, "the parts are no files: {urls:?}");
    assert_eq!(text(&dist, &urls["style.css"]), "p{q:r}@media print{@page{margin:0}}b{c:d}");
    assert!(error(&[("a.css", "@import \"./b.css\";")]).contains("imports ./b.css"));
}

#[test]
fn what_cannot_be_linked_is_named() {
    assert_eq!(
        error(&[("a.js", "import './b.js'")]),
        "a.js refers to b.js, which is neither in www/ nor made by the build"
    );
    assert_eq!(
        error(&[("a.js", "import './b.js'"), ("b.js", "import './a.js'")]),
        "files refer to one another in a circle: a.js → b.js → a.js"
    );
    assert_eq!(error(&[("a.js", "import '../b.js'")]), "a.js refers to \"../b.js\", which is outside of www/");
    assert!(error(&[("a.js", "let 1")]).starts_with("a.js is no valid script: line 1: "));
    let names_a_file = [("a.js", "import './b.css.js'"), ("b.css", "a { background: url('./c.svg') }")];
    assert!(error(&names_a_file).contains("can refer to no file"));
}

#[test]
fn the_data_and_its_schema_are_no_assets() {
    let www = tempfile::tempdir().unwrap();
    for (name, text) in [("data/dataset.json", "{}"), ("schema/dataset.schema.json", "{}"), ("a/b.css", "")] {
        let path = www.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    assert_eq!(Sources::read(www.path()).unwrap().0.into_keys().collect::<Vec<_>>(), ["a/b.css"]);
}
