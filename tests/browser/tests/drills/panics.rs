//! Code that panics. Our code is compiled so that a panic is only the instruction `unreachable`; here that instruction
//! replaces the body of a function.

use std::ops::Range;

use anyhow::{Context, Result};
use heistogram_browser_tests::once;
use wasmparser::{ExternalKind, Parser, Payload, TypeRef};

const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;

/// The instructions of each function, down to its `end`.
fn functions(wasm: &[u8]) -> Result<Vec<Range<usize>>> {
    let mut functions = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            functions.push(body.get_operators_reader()?.original_position()..body.range().end - 1);
        }
    }
    Ok(functions)
}

/// The numbers of the functions that do anything but panic.
pub fn numbers(wasm: &[u8]) -> Result<Vec<usize>> {
    let functions = functions(wasm)?.into_iter().enumerate();
    let works = functions.filter(|(_, body)| !body.is_empty() && wasm[body.start] != UNREACHABLE);
    Ok(works.map(|(number, _)| number).collect())
}

/// Makes a function panic when it is called; the length of the code stays the same.
pub fn put(wasm: &mut [u8], number: usize) -> Result<()> {
    let instructions = functions(wasm)?.get(number).cloned().context("there is no such function")?;
    replace(&mut wasm[instructions]);
    Ok(())
}

fn replace(instructions: &mut [u8]) {
    instructions.fill(NOP);
    if let Some(first) = instructions.first_mut() {
        *first = UNREACHABLE;
    }
}

/// The number of the function that is exported under a name.
pub fn number_of(wasm: &[u8], name: &str) -> Result<usize> {
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.name == name && export.kind == ExternalKind::Func {
                        let index = usize::try_from(export.index)?;
                        return index.checked_sub(imported).context("the function is imported");
                    }
                }
            }
            _ => {}
        }
    }
    anyhow::bail!("no function is called {name}")
}

once!(code_that_panics_is_code);
async fn code_that_panics_is_code() -> Result<()> {
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    for entry in std::fs::read_dir(dist)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "wasm") {
            continue;
        }
        let mut wasm = std::fs::read(&path)?;
        functions(&wasm)?.into_iter().for_each(|body| replace(&mut wasm[body]));
        wasmparser::validate(&wasm).with_context(|| path.display().to_string())?;
        assert_eq!(numbers(&wasm)?, [0_usize; 0], "{}", path.display());
    }
    Ok(())
}
