//! References of functions and data in a linked module besides direct calls: indices in the table of functions, and
//! addresses of data. In a linked module these are plain numbers; the linker's relocations identify them.

use std::{collections::HashMap, ops::Range};

use anyhow::{Context, Result};
use wasmparser::{
    BinaryReader, KnownCustom, Linking, Name, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

/// References of a function or a piece of data.
#[derive(Clone, Debug, Default)]
pub struct Used {
    /// Names of functions whose address is taken.
    pub functions: Vec<String>,
    /// Indices in [`Uses::data`].
    pub data: Vec<usize>,
}

/// All references in a module.
#[derive(Debug, Default)]
pub struct Uses {
    /// By the function's name, which the linker keeps.
    pub functions: HashMap<String, Used>,
    /// Pieces of data: address range in memory and references.
    pub data: Vec<(Range<usize>, Used)>,
}

/// A symbol of the linker.
enum Symbol {
    Function(String),
    Data(usize),
    Other,
}

impl Uses {
    /// Reads the references of a module linked with `--emit-relocs`.
    pub fn read(wasm: &[u8]) -> Result<Self> {
        let mut names = HashMap::new();
        let (mut imported, mut bodies, mut code_start) = (0, Vec::new(), 0);
        let (mut segments, mut data_start) = (Vec::new(), 0);
        let (mut symbols, mut relocations) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => code_start = range.start,
                Payload::CodeSectionEntry(body) => bodies.push(body.range()),
                Payload::DataSection(section) => {
                    data_start = section.range().start;
                    for data in section {
                        let data = data?;
                        let wasmparser::DataKind::Active { offset_expr, .. } = data.kind else { continue };
                        let mut offset = offset_expr.get_binary_reader();
                        offset.read_u8()?;
                        let address = offset.read_var_i32()?;
                        segments.push((data.range.end - data.data.len(), usize::try_from(address)?));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(section) => {
                        for part in section {
                            if let Name::Function(functions) = part? {
                                for function in functions {
                                    let function = function?;
                                    names.insert(function.index, function.name.to_owned());
                                }
                            }
                        }
                    }
                    KnownCustom::Linking(section) => {
                        for part in section.subsections() {
                            if let Linking::SymbolTable(table) = part? {
                                for symbol in table {
                                    symbols.push(symbol?);
                                }
                            }
                        }
                    }
                    KnownCustom::Reloc(section) => {
                        let of_code = section_is_code(wasm, section.section_index())?;
                        for entry in section.entries() {
                            relocations.push((of_code, entry?));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        let mut uses = Self::default();
        let symbols: Vec<Symbol> = symbols
            .into_iter()
            .map(|symbol| match symbol {
                SymbolInfo::Func { index, .. } => {
                    names.get(&index).map_or(Symbol::Other, |name| Symbol::Function(name.clone()))
                }
                SymbolInfo::Data { symbol: Some(data), .. } => {
                    let start = segments[data.index as usize].1 + data.offset as usize;
                    uses.data.push((start..start + data.size as usize, Used::default()));
                    Symbol::Data(uses.data.len() - 1)
                }
                _ => Symbol::Other,
            })
            .collect();
        for (of_code, entry) in relocations {
            let used = if of_code {
                let position = code_start + entry.offset as usize;
                let body = bodies.partition_point(|body: &Range<usize>| body.end <= position);
                let index = imported + u32::try_from(body)?;
                let name = names.get(&index).with_context(|| format!("function {index} has no name"))?;
                vec![uses.functions.entry(name.clone()).or_default()]
            } else {
                let position = data_start + entry.offset as usize;
                let segment =
                    segments.iter().rev().find(|(start, _)| *start <= position).context("no data at this position")?;
                let address = segment.1 + position - segment.0;
                uses.data.iter_mut().filter(|(range, _)| range.contains(&address)).map(|(_, used)| used).collect()
            };
            for used in used {
                note(used, &entry, &symbols);
            }
        }
        Ok(uses)
    }
}

fn note(used: &mut Used, entry: &RelocationEntry, symbols: &[Symbol]) {
    match (&symbols.get(entry.index as usize), entry.ty) {
        (Some(Symbol::Function(name)), RelocationType::TableIndexSleb | RelocationType::TableIndexI32) => {
            used.functions.push(name.clone());
        }
        (Some(Symbol::Data(index)), _) => used.data.push(*index),
        _ => {}
    }
}

/// Whether a section index is that of the code section; the other section with relocations is that of data.
fn section_is_code(wasm: &[u8], number: u32) -> Result<bool> {
    let mut reader = BinaryReader::new(&wasm[8..], 8);
    for _ in 0..number {
        reader.read_u8()?;
        let length = reader.read_var_u32()?;
        reader.read_bytes(length as usize)?;
    }
    Ok(reader.read_u8()? == 10)
}
