//! The invariants of ARCHITECTURE.md, checked in the sources.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod circles;

use std::fs;
use std::path::{Path, PathBuf};

use heistogram::chart::ChartKind;
use heistogram::locale::TAGS;

struct File {
    /// Path below the root folder, with forward slashes.
    path: String,
    text: String,
    /// Its lines without comments and without the tests at its end, which may use what the code may not.
    code: Vec<String>,
}

fn files(folder: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(read(root, &path));
            }
        }
    }
    assert!(!found.is_empty(), "no .{ending} file in {folder}");
    found
}

fn read(root: &Path, path: &PathBuf) -> File {
    let text = fs::read_to_string(path).unwrap();
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code = before_tests
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.split(" // ").next().unwrap_or_default().to_owned())
        .collect();
    let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    File { path, text, code }
}

/// Fails with every line outside `rooms` that contains one of `words`.
fn only_in(rooms: &[&str], words: &[&str]) {
    let mut strays = Vec::new();
    for file in files("src", "rs") {
        if rooms.iter().any(|room| file.path.starts_with(room)) {
            continue;
        }
        let strange = |line: &&String| words.iter().any(|word| line.contains(word));
        strays.extend(file.code.iter().filter(strange).map(|line| format!("{}: {}", file.path, line.trim())));
    }
    assert!(strays.is_empty(), "only {rooms:?} may name {words:?}:\n{}", strays.join("\n"));
}

#[test]
fn only_paint_names_plotters() {
    only_in(&["src/paint", "src/web/"], &["plotters"]);
}

#[test]
fn only_web_names_the_browser() {
    only_in(&["src/web/"], &["wasm_bindgen", "web_sys", "js_sys", "plotters_canvas", "JsValue"]);
}

#[test]
fn serde_lives_at_one_edge() {
    only_in(&["src/data/deserialize.rs", "src/web/validator.rs"], &["serde", "Serialize", "Deserialize"]);
}

#[test]
fn the_core_knows_no_clock_chance_or_file() {
    only_in(&[], &["std::time", "std::fs", "std::net", "std::env", "std::thread", "rand::", "Instant", "SystemTime"]);
}

#[test]
fn colours_come_from_the_theme() {
    only_in(&["src/theme.rs"], &["Color::hex(", "Color(0", "Color(1", "Color(2", "RGBColor(0"]);
}

#[test]
fn rounding_to_device_pixels_happens_in_paint() {
    only_in(&["src/paint", "src/web/"], &["device_pixel_ratio"]);
}

/// A room may import those above it in the list, never those below.
#[test]
fn imports_point_one_way() {
    const ROOMS: [&str; 18] = [
        "data",
        "geometry",
        "aggregate",
        "scale",
        "text",
        "theme",
        "locale",
        "scene",
        "chart",
        "paint",
        "hit",
        "walk",
        "tween",
        "describe",
        "state",
        "export",
        "app",
        "web",
    ];
    for file in files("src", "rs") {
        let room = file.path.trim_start_matches("src/").split(['/', '.']).next().unwrap().to_owned();
        let Some(level) = ROOMS.iter().position(|other| *other == room) else {
            assert_eq!(file.path, "src/lib.rs", "{} is in no room", file.path);
            continue;
        };
        for line in &file.code {
            for (other_level, other) in ROOMS.iter().enumerate() {
                let path = format!("crate::{other}");
                let mut after = line.split(&path).skip(1);
                let imports = after.any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
                assert!(
                    !imports || other_level <= level,
                    "{}: {room} may not import {other}: {}",
                    file.path,
                    line.trim()
                );
            }
        }
    }
}

#[test]
fn no_modules_import_each_other() {
    let files = files("src", "rs");
    let files: Vec<_> = files.iter().map(|file| (&file.path["src/".len()..], file.code.join("\n"))).collect();
    assert_eq!(circles::circle(&files), None);
}

/// The list in CONTRIBUTING.md of files that a new chart touches has exactly the files that name an existing chart.
#[test]
fn a_chart_is_in_the_files_that_its_recipe_lists() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md")).unwrap();
    let (_, recipe) = text.split_once("## Adding a chart\n").unwrap();
    let (steps, _) = recipe.split_once("If no series").unwrap();
    let quoted = steps.split('`').skip(1).step_by(2).filter(|path| path.starts_with("src/") && path.ends_with(".rs"));
    let listed: Vec<&str> = quoted.collect();
    for kind in ChartKind::ALL {
        let variant = format!("ChartKind::{kind:?}");
        let name = kind.id().replace('-', "_");
        let mut expected: Vec<String> = Vec::new();
        for path in &listed {
            let tags = if path.contains("TAG") { TAGS.to_vec() } else { vec![""] };
            expected.extend(tags.iter().map(|tag| path.replace("NAME", &name).replace("TAG", tag)));
        }
        // Two of its own, and four beside those of languages.
        assert!(expected.len() <= 6 + TAGS.len(), "{expected:?}");
        let words = [variant, format!("mod {name};"), format!("{name}_title"), format!("{name}::RECIPE")];
        let names_it = |file: &File| {
            let named = |line: &String| words.iter().any(|word| line.contains(word));
            file.code.iter().any(named) || file.path.ends_with(&format!("/{name}.rs"))
        };
        let files = files("src", "rs");
        // Files with rules of counting have the same names.
        let files = files.iter().filter(|file| !file.path.starts_with("src/aggregate/") && names_it(file));
        let mut found: Vec<String> = files.map(|file| file.path.clone()).collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{kind:?}");
    }
}

/// Words reach charts through the locale: the only literals are formats of the dump and names of files.
#[test]
fn charts_hold_no_words() {
    for file in files("src/chart", "rs") {
        for line in &file.code {
            let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            let words = quoted.iter().filter(|text| text.contains(' ') || text.starts_with(char::is_uppercase));
            assert_eq!(words.count(), 0, "{}: {}", file.path, line.trim());
        }
    }
}

/// Text is never mixed with markup: scripts build elements and set their text.
#[test]
fn the_shell_writes_no_markup() {
    let sinks = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setHTML"];
    let keepsakes =
        ["localStorage", "sessionStorage", "indexedDB", "document.cookie", "sendBeacon", "http://", "https://"];
    for file in files("www", "js") {
        for line in file.text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            // The namespace of a markup language, not a host.
            let line = line.replace("http://www.w3.org/2000/svg", "");
            let found = sinks.iter().chain(&keepsakes).find(|word| line.contains(**word));
            assert_eq!(found, None, "{}: {}", file.path, line.trim());
        }
    }
}

#[test]
fn files_stay_short() {
    for folder in ["src", "xtask/src", "tests"] {
        for file in files(folder, "rs") {
            let lines = file.text.lines().count();
            // A language is one list of strings and may be of any length.
            assert!(lines <= 400 || file.path.starts_with("src/locale/"), "{} has {lines} lines", file.path);
        }
    }
}

/// Only marks move, by `drawing.js`, which asks `prefers-reduced-motion` first. The one transition of a style sheet, of
/// 1 ms on the invisible ruler, reports a change of colour.
#[test]
fn styles_move_nothing() {
    for file in files("www", "css") {
        let text = file.text.replacen("  transition: color 1ms;\n", "", 1);
        for word in ["transition", "animation", " scroll-behavior"] {
            assert!(!text.contains(word), "{}: {word}", file.path);
        }
    }
}

/// Scripts of browser tests are constants, and values are their arguments: no quotes to escape, no braces to double.
#[test]
fn no_script_is_put_together_by_format() {
    const SIGNS: [&str; 6] = ["querySelector", "=>", "return ", "const ", "document.", "canvas."];
    let files = ["tests/browser/src", "tests/browser/tests"].into_iter().flat_map(|folder| files(folder, "rs"));
    for file in files {
        for after in file.text.split("format!(").skip(1) {
            // The first string, up to a quote without a backslash.
            let string = after.split_once('"').map_or("", |(_, rest)| rest).replace("\\\"", "");
            let string = string.split('"').next().unwrap_or_default();
            let sign = SIGNS.iter().find(|sign| string.contains(**sign));
            assert_eq!(sign, None, "{}: {string}", file.path);
        }
    }
}

/// Every test that SECURITY.md names exists.
#[test]
fn the_tests_that_security_names_exist() {
    let promises = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("SECURITY.md")).unwrap();
    let (_, promises) = promises.split_once("| promise |").unwrap();
    let quoted = promises.split('`').skip(1).step_by(2);
    let names: Vec<&str> = quoted.filter(|name| name.split('_').count() > 2 && !name.contains(' ')).collect();
    assert!(names.len() > 30, "{names:?}");
    let sources: Vec<File> = ["src", "tests", "xtask/src"].into_iter().flat_map(|folder| files(folder, "rs")).collect();
    for name in names {
        let test = format!("fn {name}(");
        assert!(sources.iter().any(|file| file.text.contains(&test)), "SECURITY.md names {name}, which is no test");
    }
}
