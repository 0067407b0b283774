//! The compiled package and its JavaScript bindings.

use std::{fs, path::PathBuf, thread};

use anyhow::{Context, Result, bail, ensure};
use heistogram::locale::{self, Locale};
use walrus::ExportItem;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::{
    build::{
        cache::Cache,
        files_in, joined,
        loads::When,
        places,
        split::{self, uses::Uses},
        wasm_opt,
    },
    project::Project,
    setup::{
        rustc, small_std,
        wasm_target::{TARGET, Toolchain},
    },
    step::{line, long_step, run},
};

/// A module compiled from the package; its bindings are `NAME.js`.
#[derive(Clone, Debug)]
pub struct Module {
    /// Prefix of its file names.
    pub name: String,
    /// Cargo features it is compiled with.
    pub features: &'static str,
    /// The parts it is cut into.
    pub parts: &'static [Part],
}

/// A part of a module: a file `NAME_PART.wasm`.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Name of the part.
    pub name: &'static str,
    /// Index of the part that must be loaded before; 0 for the first.
    pub after: usize,
    /// When it loads.
    pub when: When,
    /// Functions of it that the bindings call. Every export of a split module is listed in one part; those of
    /// wasm-bindgen itself (`__…`) are in the first.
    pub exports: &'static [&'static str],
}

/// Parts of a module that draws and describes charts; the first alone is enough to draw.
pub const PARTS: [Part; 7] = [
    Part {
        name: "charts",
        after: 0,
        when: When::First,
        exports: &[
            "add_country_names",
            "chart_first",
            "chart_layout",
            "chart_paint",
            "chart_set_theme",
            "dataset_is_crowd",
            "dataset_new",
        ],
    },
    Part { name: "columns", after: 0, when: When::OwnData, exports: &["dataset_from_columns"] },
    Part { name: "choosing", after: 0, when: When::Later, exports: &["chart_set_state"] },
    Part { name: "more", after: 2, when: When::More, exports: &["chart_other"] },
    Part {
        name: "words",
        after: 3,
        when: When::Later,
        exports: &[
            "chart_card",
            "chart_choices",
            "chart_datum_of",
            "chart_describe",
            "chart_hit",
            "chart_poster",
            "chart_rows",
            "chart_spoken",
            "chart_strings",
            "chart_table",
            "chart_tooltip",
            "chart_walk",
            "dataset_add_details",
            "dataset_add_texts",
            "dataset_texts",
            "dataset_view",
        ],
    },
    Part { name: "files", after: 4, when: When::TakenAway, exports: &["chart_figures", "chart_write"] },
    // The chart of incidents is among those further down.
    Part { name: "crowd", after: 3, when: When::OwnData, exports: &["chart_of_crowd"] },
];

impl Module {
    /// Charts and their texts in a language. The first language needs no feature.
    pub fn of(locale: Locale) -> Self {
        let features = if locale == locale::ALL[0] { "" } else { locale.tag() };
        Self { name: format!("heistogram_{}", locale.tag()), features, parts: &PARTS }
    }

    /// The validator of own data, in no language.
    pub fn validator() -> Self {
        Self {
            name: "heistogram_validator".into(),
            features: "validator",
            parts: &[Part { name: "code", after: 0, when: When::OwnData, exports: &[] }],
        }
    }

    /// Path of its bindings among the sources.
    pub fn bindings(&self) -> String {
        format!("generated/{}.js", self.name)
    }

    /// File name of a part.
    pub fn file(&self, part: &Part) -> String {
        format!("{}_{}.wasm", self.name, part.name)
    }
}

/// Module name under which the bindings pass their functions to the code.
const IMPORTS: &str = "bindings";

/// The files of a module.
#[derive(Debug)]
pub struct Bindings {
    /// The bindings as an ES module.
    pub js: String,
    /// The code in one file, without the parts for own data.
    pub whole: Vec<u8>,
    /// The code in one file, with what draws many incidents: for tapes of others.
    pub whole_of_others: Vec<u8>,
    /// The code by part.
    pub parts: Vec<Vec<u8>>,
}

/// Builds modules. While one is optimised, the next compiles. For a release, optimisation must not be missing.
pub fn build(project: &Project, cache: &Cache, modules: &[Module], release: bool) -> Result<Vec<Bindings>> {
    let inputs = inputs(project)?;
    thread::scope(|scope| {
        let mut built = Vec::new();
        for module in modules {
            let code = compile(project, cache, &inputs, module, release)?;
            built.push(scope.spawn(move || {
                let Bindings { js, whole, whole_of_others, parts } = bindings(module, code)?;
                let small = |wasm| wasm_opt::shrink(project, cache, wasm, release);
                let parts = parts.into_iter().map(small).collect::<Result<_>>()?;
                Ok(Bindings { js, whole: small(whole)?, whole_of_others: small(whole_of_others)?, parts })
            }));
        }
        built.into_iter().map(joined).collect()
    })
}

/// Input and compiler of a module, as a cache key. Cargo would compile each module anew, as all have one output file.
fn inputs(project: &Project) -> Result<Vec<u8>> {
    let mut inputs = rustc(&["-vV"])?.into_bytes();
    let mut files: Vec<PathBuf> = ["Cargo.toml", "Cargo.lock"].map(|name| project.root.join(name)).into();
    for folder in ["src", "vendor"] {
        files.extend(files_in(&project.root.join(folder))?.into_values());
    }
    for file in files {
        inputs.extend(file.to_string_lossy().as_bytes());
        inputs.extend(fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(inputs)
}

/// Compiles the package with the profile for readers.
fn compile(project: &Project, cache: &Cache, inputs: &[u8], module: &Module, release: bool) -> Result<Vec<u8>> {
    let toolchain = Toolchain::ensure()?;
    let mut cargo = toolchain.cargo("rustc");
    let small = if toolchain == Toolchain::Own { small_std::apply(&mut cargo) } else { None };
    ensure!(
        small.is_some() || !release,
        "a release needs rustup's compiler and the standard library's sources; try: {}",
        small_std::LINE_TO_TYPE
    );
    let mut flags = places::remapped(project)?;
    flags.extend(small.unwrap_or_default().iter().map(|flag| (*flag).to_owned()));
    // The separator that cargo defines, so that names of folders may contain spaces.
    let flags = flags.join("\x1f");
    cargo
        .args(["--package", "heistogram", "--lib", "--profile", "wasm", "--features", module.features, "--target-dir"])
        .arg(&project.target)
        // Keeps relocations, which splitting needs.
        .args(["--", "-Clink-arg=--emit-relocs"])
        .env("CARGO_ENCODED_RUSTFLAGS", &flags)
        .current_dir(&project.root);
    let inputs = [inputs, line(&cargo).as_bytes(), flags.as_bytes()].concat();
    cache.get_or("compiled", &inputs, |_| {
        long_step(&format!("compiling {}", module.name), || run(&mut cargo))?;
        // Read at once: the other modules overwrite the file.
        let path = project.target.join(TARGET).join("wasm/heistogram.wasm");
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    })
}

/// Instantiates the code given and adds other parts to it: from a response, streamed if its MIME type allows, or from
/// bytes.
const START: &str = "const imports = __wbg_get_imports();
const start = async (code, imports) =>
  (code.headers?.get('Content-Type') === 'application/wasm'
    ? await WebAssembly.instantiateStreaming(code, imports)
    : await WebAssembly.instantiate(code.arrayBuffer ? await code.arrayBuffer() : code, imports));
export default async (code) => {
  const { instance, module } = await start(code, imports);
  __wbg_finalize_init(instance, module);
};
export const add = async (code) => {
  const { instance } = await start(code, { bindings: { ...imports.bindings, ...wasm } });
  wasm = { ...wasm, ...instance.exports };
};
";

/// Replaces the generated start by [`START`]: the generated one supports more kinds of input and warnings, which take
/// half a kilobyte in each module. Also removes the support of `using`.
fn with_short_start(js: &str) -> Result<String> {
    let (bindings, start) = js
        .split_once("async function __wbg_load(")
        .context("the generated start of the bindings is not the expected one")?;
    // Nothing else is exported there; a function with a reserved name of JavaScript would be.
    if start.matches("\nexport ").count() != 1
        || !start.trim_end().ends_with("export { initSync, __wbg_init as default };")
        || !js.contains("function __wbg_finalize_init(")
    {
        bail!("the generated start of the bindings is not the expected one");
    }
    let disposed = |line: &&str| !line.starts_with("if (Symbol.dispose) ");
    Ok(bindings.lines().filter(disposed).flat_map(|line| [line, "\n"]).chain([START]).collect())
}

/// Fails for an unlisted export: it would load before the first chart, visible only in the size.
fn check_listed<'a>(exports: impl Iterator<Item = &'a str>, parts: &[Part]) -> Result<()> {
    let listed: Vec<&str> = parts.iter().flat_map(|part| part.exports).copied().collect();
    let missing: Vec<&str> = exports.filter(|name| !name.starts_with("__") && !listed.contains(name)).collect();
    ensure!(
        parts.len() == 1 || missing.is_empty(),
        "no part of `PARTS` in xtask/src/build/wasm.rs lists {}",
        missing.join(", ")
    );
    Ok(())
}

/// Generates bindings for the web from a compiled module, and its parts.
fn bindings(Module { name, parts, .. }: &Module, bytes: Vec<u8>) -> Result<Bindings> {
    let uses = Uses::read(&bytes)?;
    let mut output = Bindgen::new()
        .input_bytes(name, bytes)
        .web(true)?
        .typescript(false)
        .demangle(false)
        .remove_producers_section(true)
        .omit_default_module_path(false)
        .encode_into(EncodeInto::Always)
        .generate_output()?;
    if output.snippets().values().any(|inline| !inline.is_empty()) || !output.local_modules().is_empty() {
        bail!("JavaScript inside Rust is not supported; put it into www/");
    }
    // Shortens the names of imports: of the module, which looks like a file but is not one, and of each function, which
    // ends in a hash. Measured: 0.9 kB of the first view (English, brotli).
    let imports = format!("./{name}_bg.js");
    let mut js = output.js().replace(&imports, IMPORTS);
    for (number, import) in output.wasm_mut().imports.iter_mut().filter(|import| import.module == imports).enumerate() {
        let short = format!("i{number}");
        js = js.replace(&import.name, &short);
        (import.module, import.name) = (IMPORTS.to_owned(), short);
    }
    let js = with_short_start(&js)?;
    let exported = output.wasm_mut().exports.iter().filter(|export| matches!(export.item, ExportItem::Function(_)));
    check_listed(exported.map(|export| export.name.as_str()), parts)?;
    let part_of = |export: &str| parts.iter().position(|part| part.exports.contains(&export)).unwrap_or(0);
    let after: Vec<usize> = parts.iter().map(|part| part.after).collect();
    let all = output.wasm_mut().emit_wasm();
    // A page in a single file shows only our data.
    let apart = |export: &str| usize::from(parts[part_of(export)].when == When::OwnData);
    let whole = split::cut(&all, &uses, &[0, 0], apart, IMPORTS)?.remove(0);
    let columns = |export: &str| usize::from(parts[part_of(export)].name == "columns");
    let whole_of_others = split::cut(&all, &uses, &[0, 0], columns, IMPORTS)?.remove(0);
    Ok(Bindings { js, whole, whole_of_others, parts: split::cut(&all, &uses, &after, part_of, IMPORTS)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The types are hand-written: `bindings.d.ts` declares exactly the methods that JavaScript may call.
    #[test]
    fn the_types_of_the_bindings_are_those_of_the_exports() {
        let types = include_str!("../../../www/generated/bindings.d.ts");
        let mut declared = Vec::new();
        let mut class = "";
        for line in types.lines() {
            if let Some(name) = line.strip_prefix("export class ") {
                class = name.trim_end_matches(" {");
            } else if line.starts_with('}') {
                class = "";
            } else if let Some((name, _)) = line.trim_start().trim_start_matches("static ").split_once('(')
                && !class.is_empty()
                && !["free", "private constructor"].contains(&name)
            {
                let name = if name == "constructor" { "new" } else { name };
                declared.push(format!("{}_{name}", class.to_lowercase()));
            } else if let Some(name) = line.strip_prefix("export function ") {
                declared.push(name.split('(').next().unwrap_or_default().to_owned());
            }
        }
        declared.sort();
        let mut exports: Vec<&str> = PARTS.iter().flat_map(|part| part.exports).copied().collect();
        exports.sort_unstable();
        assert_eq!(declared, exports);
    }

    #[test]
    fn an_export_that_no_part_lists_is_refused() {
        assert!(check_listed(["__wbg_chart_free", "chart_first", "chart_spoken"].into_iter(), &PARTS).is_ok());
        let error = check_listed(["chart_first", "chart_sung"].into_iter(), &PARTS).unwrap_err().to_string();
        assert!(error.ends_with("lists chart_sung"), "{error}");
        assert!(check_listed(["read"].into_iter(), Module::validator().parts).is_ok());
    }
}
