//! Splits a module into parts that load one after the other and share memory; no code or data is in two parts.
//!
//! A part holds what its exports need, except what earlier parts already hold.
//!
//! Splitting takes the first view's code and bindings from 91.6 to 43.2 kB (English, brotli). Two published splitters were
//! tried with the same split points, compiler flags, `wasm-opt` and brotli, and timed in Chromium over 29 loads:
//!
//! - `wasm_split_cli_support` 0.2.4 (Leptos): 45.7 kB, the first picture 2 % later. A chart answers a reader 26 % later,
//!   after 214 ms instead of 170, because its words are nine files instead of one. Code that parts share becomes eight
//!   more files, whose names depend on the build. Exports stay in the first part, so each function is written twice.
//! - `wasm-split-cli` 0.8.0-alpha.3 (Dioxus): 46.2 kB without its loader, and 147 kB instead of 102 in all, because it
//!   copies shared code into every part.

pub mod uses;

use std::collections::{BTreeSet, HashMap};

use anyhow::{Context, Result};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportedFunction,
    Module, ModuleConfig,
    ir::{Value, Visitor, dfs_in_order},
};

use uses::{Used, Uses};

/// A function or a piece of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Piece {
    /// Index among the functions.
    Function(usize),
    /// Index in [`Uses::data`].
    Data(usize),
}

/// Prefix of the names under which the first part exports what later parts share. No binding has such a name.
const SHARED: &str = "$";

/// Splits a module. `after` holds, for each part, the index of the part that must be loaded before; it is 0 for the
/// first. `part_of` returns the part of an export; `imports` is the module name of all imports.
pub fn cut(
    wasm: &[u8],
    uses: &Uses,
    after: &[usize],
    part_of: impl Fn(&str) -> usize,
    imports: &str,
) -> Result<Vec<Vec<u8>>> {
    let module = parse(wasm)?;
    let homes = homes(&module, uses, after, &part_of);
    let mut borrowed = BTreeSet::new();
    let mut cut = Vec::new();
    // In reverse order: what later parts borrow determines what a part must export.
    for part in (0..after.len()).rev() {
        let first = part == 0;
        let is_here = |piece| homes.get(&piece).map_or(first, |home| *home == part);
        let mut module = parse(wasm)?;
        keep_exports(&mut module, |name| part_of(name) == part);
        lend(&mut module, &borrowed, |index| is_here(Piece::Function(index)), first)?;
        place_data(&mut module, uses, |index| is_here(Piece::Data(index)), first)?;
        place_elements(&mut module, |index| is_here(Piece::Function(index)), first)?;
        if !first {
            borrow(&mut module, imports, |index| is_here(Piece::Function(index)));
        }
        walrus::passes::gc::run(&mut module);
        borrowed.extend(
            module.imports.iter().filter(|import| import.name.starts_with(SHARED)).map(|import| import.name.clone()),
        );
        cut.push(module.emit_wasm());
    }
    cut.reverse();
    Ok(cut)
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut module = ModuleConfig::new().generate_producers_section(false).parse(wasm)?;
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

/// The part of each piece that is used: the first part that needs it, or part 0 if another part that may load without
/// that one needs it too.
fn homes(module: &Module, uses: &Uses, after: &[usize], part_of: impl Fn(&str) -> usize) -> HashMap<Piece, usize> {
    let needed = Needed::of(module, uses);
    let mut homes = HashMap::new();
    for part in 0..after.len() {
        let is_before = |other: usize| {
            let mut part_before = part;
            while part_before != other && part_before != 0 {
                part_before = after[part_before];
            }
            part_before == other
        };
        let exports = module.exports.iter().filter(|export| part_of(&export.name) == part);
        let mut left: Vec<Piece> = exports.filter_map(|export| needed.exported(&export.item)).collect();
        while let Some(piece) = left.pop() {
            let home = match homes.get(&piece) {
                Some(home) if is_before(*home) => continue,
                Some(_) => 0,
                None => part,
            };
            homes.insert(piece, home);
            needed.extend(&mut left, piece);
        }
    }
    homes
}

/// The pieces that each piece needs.
struct Needed<'a> {
    module: &'a Module,
    uses: &'a Uses,
    functions: Vec<FunctionId>,
    index_of: HashMap<FunctionId, usize>,
    by_name: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Needed<'a> {
    fn of(module: &'a Module, uses: &'a Uses) -> Self {
        let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
        let index_of = functions.iter().enumerate().map(|(index, id)| (*id, index)).collect();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, function) in module.funcs.iter().enumerate() {
            if let Some(name) = &function.name {
                by_name.entry(name).or_default().push(index);
            }
        }
        Self { module, uses, functions, index_of, by_name }
    }

    fn exported(&self, item: &ExportItem) -> Option<Piece> {
        match item {
            ExportItem::Function(id) => Some(Piece::Function(self.index_of[id])),
            _ => None,
        }
    }

    /// Adds the pieces that a piece needs.
    fn extend(&self, left: &mut Vec<Piece>, piece: Piece) {
        let mut used = None;
        match piece {
            Piece::Data(index) => used = Some(&self.uses.data[index].1),
            Piece::Function(index) => {
                let function = self.module.funcs.get(self.functions[index]);
                if let Some(name) = &function.name {
                    used = self.uses.functions.get(name);
                }
                if let FunctionKind::Local(local) = &function.kind {
                    let mut calls = Calls::default();
                    dfs_in_order(&mut calls, local, local.entry_block());
                    left.extend(calls.0.iter().map(|id| Piece::Function(self.index_of[id])));
                }
            }
        }
        let Some(Used { functions, data }) = used else { return };
        let functions = functions.iter().filter_map(|name| self.by_name.get(&**name)).flatten();
        left.extend(functions.map(|index| Piece::Function(*index)));
        left.extend(data.iter().map(|index| Piece::Data(*index)));
    }
}

#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl<'a> Visitor<'a> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

fn keep_exports(module: &mut Module, keep: impl Fn(&str) -> bool) {
    let others: Vec<_> = module.exports.iter().filter(|export| !keep(&export.name)).map(|export| export.id()).collect();
    for id in others {
        module.exports.delete(id);
    }
}

/// Replaces everything that lives in other parts by imports.
fn borrow(module: &mut Module, imports: &str, is_here: impl Fn(usize) -> bool) {
    module.start = None;
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    for (index, id) in functions.into_iter().enumerate() {
        if is_here(index) || !matches!(module.funcs.get(id).kind, FunctionKind::Local(_)) {
            continue;
        }
        let ty = module.funcs.get(id).ty();
        let import = module.imports.add(imports, &format!("{SHARED}f{index}"), id);
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    let memories: Vec<_> = module.memories.iter().map(|memory| memory.id()).collect();
    for (index, id) in memories.into_iter().enumerate() {
        let import = module.imports.add(imports, &format!("{SHARED}m{index}"), id);
        module.memories.get_mut(id).import = Some(import);
    }
    let tables: Vec<_> = module.tables.iter().map(|table| table.id()).collect();
    for (index, id) in tables.into_iter().enumerate() {
        let import = module.imports.add(imports, &format!("{SHARED}t{index}"), id);
        module.tables.get_mut(id).import = Some(import);
    }
    let globals: Vec<_> = module.globals.iter().map(|global| global.id()).collect();
    for (index, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(imports, &format!("{SHARED}g{index}"), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Exports what later parts borrow from this one.
fn lend(module: &mut Module, names: &BTreeSet<String>, is_here: impl Fn(usize) -> bool, first: bool) -> Result<()> {
    for name in names {
        let (kind, index) = name.trim_start_matches(SHARED).split_at(1);
        let index: usize = index.parse()?;
        let item: ExportItem = match kind {
            "f" if is_here(index) => module.funcs.iter().nth(index).map(|function| function.id().into()),
            "m" if first => module.memories.iter().nth(index).map(|memory| memory.id().into()),
            "t" if first => module.tables.iter().nth(index).map(|table| table.id().into()),
            "g" if first => module.globals.iter().nth(index).map(|global| global.id().into()),
            _ => continue,
        }
        .context("a shared item is missing")?;
        module.exports.add(name, item);
    }
    Ok(())
}

/// Keeps only the data of this part.
fn place_data(module: &mut Module, uses: &Uses, is_here: impl Fn(usize) -> bool, by_default: bool) -> Result<()> {
    let segments: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in segments {
        let DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(start)) } = module.data.get(id).kind else {
            anyhow::bail!("unsupported form of a data segment");
        };
        let (value, start) = (std::mem::take(&mut module.data.get_mut(id).value), usize::try_from(start)?);
        module.data.delete(id);
        module.memories.get_mut(memory).data_segments.remove(&id);
        let mut here = vec![by_default; value.len()];
        for pass in [!by_default, by_default] {
            for (index, (range, _)) in uses.data.iter().enumerate() {
                if range.start < start || range.end > start + value.len() || is_here(index) != pass {
                    continue;
                }
                // Data of overlapping names belongs to the first part.
                here[range.start - start..range.end - start].fill(pass);
            }
        }
        let mut from = 0;
        while from < value.len() {
            let to = (from..value.len()).find(|index| here[*index] != here[from]).unwrap_or(value.len());
            if here[from] {
                let offset = ConstExpr::Value(Value::I32(i32::try_from(start + from)?));
                let id = module.data.add(DataKind::Active { memory, offset }, value[from..to].to_vec());
                module.memories.get_mut(memory).data_segments.insert(id);
            }
            from = to;
        }
    }
    Ok(())
}

/// Keeps only the elements of the table that are in this part.
fn place_elements(module: &mut Module, is_here: impl Fn(usize) -> bool, first: bool) -> Result<()> {
    let index_of: HashMap<FunctionId, usize> =
        module.funcs.iter().enumerate().map(|(index, function)| (function.id(), index)).collect();
    let segments: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
    for id in segments {
        let element = module.elements.get_mut(id);
        let ElementItems::Functions(functions) = &mut element.items else {
            anyhow::bail!("unsupported form of an element segment")
        };
        let ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(start)) } = element.kind else {
            anyhow::bail!("unsupported form of an element segment");
        };
        let here = functions.iter().copied().find(|id| is_here(index_of[id]));
        if let (true, Some(other)) = (first, here) {
            // Gaps are filled with any function, as none is called before it is loaded: one segment instead of many.
            for id in functions.iter_mut().filter(|id| !is_here(index_of[id])) {
                *id = other;
            }
            continue;
        }
        let functions = std::mem::take(functions);
        module.elements.delete(id);
        module.tables.get_mut(table).elem_segments.remove(&id);
        let mut from = 0;
        while from < functions.len() {
            let here = is_here(index_of[&functions[from]]);
            let to = (from..functions.len())
                .find(|index| is_here(index_of[&functions[*index]]) != here)
                .unwrap_or(functions.len());
            if here {
                let offset = ConstExpr::Value(Value::I32(start + i32::try_from(from)?));
                let id = module
                    .elements
                    .add(ElementKind::Active { table, offset }, ElementItems::Functions(functions[from..to].to_vec()));
                module.tables.get_mut(table).elem_segments.insert(id);
            }
            from = to;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = r#"(module
        (memory (export "memory") 1)
        (table 2 funcref)
        (elem (i32.const 0) $shared $own)
        (data (i32.const 8) "firstlater")
        (func $shared)
        (func $own)
        (func $one (export "one") call $shared)
        (func $two (export "two") call $shared (call_indirect (i32.const 1))))"#;

    /// `one` uses the first data, `two` the second, and `own` through the table.
    fn uses() -> Uses {
        let one = Used { functions: vec![], data: vec![0] };
        let two = Used { functions: vec!["own".into()], data: vec![1] };
        Uses {
            functions: HashMap::from([("one".into(), one), ("two".into(), two)]),
            data: vec![(8..13, Used::default()), (13..18, Used::default())],
        }
    }

    fn here(module: &Module) -> Vec<&str> {
        let local = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
        let mut names: Vec<&str> = local.filter_map(|function| function.name.as_deref()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn nothing_is_in_two_parts() {
        let parts =
            cut(&wat::parse_str(MODULE).unwrap(), &uses(), &[0, 0], |name| usize::from(name == "two"), "us").unwrap();
        let parts: Vec<Module> = parts.iter().map(|part| Module::from_buffer(part).unwrap()).collect();
        let [first, later] = &parts[..] else { panic!("two parts") };
        assert_eq!((here(first), here(later)), (vec!["one", "shared"], vec!["own", "two"]));
        let data = |module: &Module| module.data.iter().map(|data| data.value.clone()).collect::<Vec<_>>();
        assert_eq!((data(first), data(later)), (vec![b"first".to_vec()], vec![b"later".to_vec()]));
        let mut lent: Vec<&str> = first.exports.iter().map(|export| &*export.name).collect();
        let mut borrowed: Vec<&str> = later.imports.iter().map(|import| &*import.name).collect();
        lent.sort_unstable();
        borrowed.sort_unstable();
        assert_eq!((lent, borrowed), (vec!["$f0", "$m0", "$t0", "memory", "one"], vec!["$f0", "$m0", "$t0"]));
        assert!(later.imports.iter().all(|import| import.module == "us"));
    }

    #[test]
    fn what_two_need_without_one_another_comes_first() {
        let part_of = |name: &str| ["memory", "one", "two"].iter().position(|other| *other == name).unwrap();
        let homes_of = |after: &[usize]| {
            let wasm = wat::parse_str(MODULE).unwrap();
            let parts = cut(&wasm, &uses(), after, part_of, "us").unwrap();
            parts.iter().map(|part| here(&Module::from_buffer(part).unwrap()).join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(homes_of(&[0, 0, 0]), ["shared", "one", "own two"]);
        assert_eq!(homes_of(&[0, 0, 1]), ["", "one shared", "own two"]);
    }
}
