//! Finds circular dependencies between modules. Without them, the files can be read in an order of their imports.
//!
//! A name from another module is an edge to the module that defines it; a `pub use` only re-exports names.

use std::collections::{BTreeMap, BTreeSet};

/// A module by its path below the crate, such as `["chart", "poster"]`.
type Path = Vec<String>;

/// Imports and re-exports of one file.
struct Module {
    path: Path,
    /// Names it does not define itself, with the paths they come from: imports, then re-exports.
    imports: Vec<(String, Path)>,
    passed_on: Vec<(String, Path)>,
    /// Paths of two or more names in its code.
    named: Vec<Path>,
    code: String,
}

impl Module {
    fn defines(&self, name: &str) -> bool {
        let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        ["struct", "enum", "trait", "type", "fn", "const", "static"]
            .iter()
            .any(|kind| self.code.split(&format!("{kind} {name}")).skip(1).any(is_end))
    }
}

/// A circle among files, given by their names below `src/` and their lines of code; `None` if there is none.
pub fn circle(files: &[(&str, String)]) -> Option<String> {
    let modules: BTreeMap<Path, Module> = files.iter().map(|(name, code)| module(name, code)).collect();
    let edges: BTreeMap<&Path, BTreeSet<Path>> =
        modules.iter().map(|(path, one)| (path, edges(one, &modules))).collect();
    let mut done = BTreeSet::new();
    let found = edges.keys().find_map(|start| walk(start, &edges, &mut Vec::new(), &mut done))?;
    Some(found.iter().map(|path| path.join("::")).collect::<Vec<_>>().join(" -> "))
}

/// Searches depth first, and returns the path from a module back to itself.
fn walk<'a>(
    here: &'a Path,
    edges: &'a BTreeMap<&Path, BTreeSet<Path>>,
    way: &mut Vec<&'a Path>,
    done: &mut BTreeSet<&'a Path>,
) -> Option<Vec<&'a Path>> {
    if let Some(start) = way.iter().position(|before| *before == here) {
        way.push(here);
        return Some(way[start..].to_vec());
    }
    if !done.insert(here) {
        return None;
    }
    way.push(here);
    let found = edges[here].iter().find_map(|next| walk(next, edges, way, done));
    way.pop();
    found
}

fn module(name: &str, code: &str) -> (Path, Module) {
    let mut path: Path = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|last| last == "mod" || last == "lib") {
        path.pop();
    }
    let mut module = Module {
        path: path.clone(),
        imports: Vec::new(),
        passed_on: Vec::new(),
        named: Vec::new(),
        code: code.to_owned(),
    };
    let mut rest = String::new();
    for item in code.split_inclusive(';') {
        let uses = item.find("use ").filter(|start| {
            let before = item[..*start].lines().last().unwrap_or_default().trim();
            item[*start..].ends_with(';') && (before.is_empty() || before.starts_with("pub"))
        });
        let Some(start) = uses else {
            rest.push_str(item);
            continue;
        };
        rest.push_str(&item[..start]);
        let tree: String = item[start + 4..item.len() - 1].split_whitespace().collect::<Vec<_>>().join(" ");
        let passes_on = item[..start].lines().last().unwrap_or_default().contains("pub");
        let list = if passes_on { &mut module.passed_on } else { &mut module.imports };
        flatten(&tree, &path, list);
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    for word in rest.split(|c| !is_name(c)).filter(|word| word.contains("::") && !word.starts_with(':')) {
        let names: Path = word.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        if names.len() > 1 {
            module.named.push(names);
        }
    }
    (path, module)
}

/// All names of a tree of imports, with their paths below the crate.
fn flatten(tree: &str, here: &Path, list: &mut Vec<(String, Path)>) {
    let Some((before, inside)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let Some(path) = below_crate(path.trim(), here) else { return };
        let name = if name.is_empty() { path.last().cloned().unwrap_or_default() } else { name.trim().to_owned() };
        list.push((name, path));
        return;
    };
    let inside = inside.trim_end().trim_end_matches('}');
    let (mut depth, mut start) = (0, 0);
    for (offset, sign) in inside.char_indices().chain([(inside.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = inside[start..offset].trim();
                match part {
                    "" => {}
                    "self" => flatten(before.trim_end().trim_end_matches("::"), here, list),
                    part => flatten(&format!("{}{part}", before.trim()), here, list),
                }
                start = offset + 1;
            }
            _ => {}
        }
    }
}

/// The path below the crate; `None` for names of other crates.
fn below_crate(path: &str, here: &Path) -> Option<Path> {
    let mut names = path.split("::").map(str::trim).peekable();
    let mut whole = match *names.peek()? {
        "crate" => Vec::new(),
        "super" | "self" => here.clone(),
        "std" | "core" => return None,
        // Either a child of this module or another crate; only the child is among the modules.
        _ => here.clone(),
    };
    for name in names {
        match name {
            "crate" | "self" => {}
            "super" => drop(whole.pop()),
            name => whole.push(name.to_owned()),
        }
    }
    Some(whole)
}

/// The modules that define the names a module uses.
fn edges(module: &Module, modules: &BTreeMap<Path, Module>) -> BTreeSet<Path> {
    let mut found = BTreeSet::new();
    for (_, path) in &module.imports {
        // Names taken from a module that is imported whole lead to their own modules.
        if !modules.contains_key(path) {
            found.extend(defined_in(path, modules));
        }
    }
    for names in &module.named {
        let imported = module.imports.iter().find(|(name, _)| *name == names[0]);
        let path = match imported {
            Some((_, path)) if modules.contains_key(path) => path.iter().chain(&names[1..]).cloned().collect(),
            Some(_) => continue,
            None => match below_crate(&names.join("::"), &module.path) {
                Some(path) => path,
                None => continue,
            },
        };
        found.extend(defined_in(&path, modules));
    }
    found.remove(&module.path);
    found.remove(&Path::new());
    found
}

/// The module that defines the name of a path, found through all re-exports; `None` if the path is a module.
fn defined_in(path: &Path, modules: &BTreeMap<Path, Module>) -> Option<Path> {
    let mut here: Path = Path::new();
    for (index, name) in path.iter().enumerate() {
        let child: Path = here.iter().chain([name]).cloned().collect();
        if modules.contains_key(&child) {
            here = child;
            continue;
        }
        for (passed, from) in &modules.get(&here)?.passed_on {
            if passed == name {
                return defined_in(&from.iter().chain(&path[index + 1..]).cloned().collect(), modules);
            }
            let all_of = &from[..from.len() - 1];
            if passed == "*" && modules.get(all_of).is_some_and(|other| other.defines(name)) {
                return Some(all_of.to_vec());
            }
        }
        return Some(here);
    }
    None
}

#[test]
fn circles_are_found() {
    let of = |files: &[(&str, &str)]| {
        let files: Vec<_> = files.iter().map(|(name, code)| (*name, (*code).to_owned())).collect();
        circle(&files)
    };
    let room = ("room/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use b::{B, c};\n");
    assert_eq!(of(&[room, ("room/a.rs", "use super::B;\n"), ("room/b.rs", "pub struct B;\n")]), None);
    let back = ("room/b.rs", "use crate::room::{\n    A,\n};\n");
    assert_eq!(
        of(&[room, ("room/a.rs", "use super::b;\nfn f() { b::c(); }\n"), back]).as_deref(),
        Some("room::a -> room::b -> room::a")
    );
    let parent = ("room/mod.rs", "mod a;\nuse a::A;\npub fn p() {}\n");
    assert_eq!(of(&[parent, ("room/a.rs", "fn f() { super::p() }\n")]).as_deref(), Some("room -> room::a -> room"));
}
