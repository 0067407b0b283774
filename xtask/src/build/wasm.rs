//! The compiled package and its JavaScript bindings.

use std::{env, fs, path::PathBuf, process::Command, thread};

use anyhow::{Context, Result, bail};
use heistogram::locale::{self, Locale};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::{
    build::{cache::Cache, files_in, joined, wasm_opt},
    project::Project,
    setup::{
        small_std,
        wasm_target::{TARGET, Toolchain},
    },
    step::{line, long_step, run, run_quiet},
};

/// A module the package compiles to; its bindings are `NAME.js` and `NAME_bg.wasm`.
#[derive(Clone, Debug)]
pub struct Module {
    /// Start of the names of its files.
    pub name: String,
    /// Features of the package that make it this one, with commas between.
    pub features: String,
}

/// What a module is for.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Draws charts.
    Charts,
    /// Draws charts of very many incidents as well.
    Crowd,
    /// Says them in words.
    Words,
    /// Both, for the page in a single file.
    Whole,
}

impl Module {
    /// A part in a language. Without a feature for it, it speaks the first.
    pub fn new(part: Part, locale: Locale) -> Self {
        let (name, feature) = match part {
            Part::Charts => ("charts", ""),
            Part::Crowd => ("crowd", "crowd"),
            Part::Words => ("words", "words,crowd"),
            Part::Whole => ("whole", "whole"),
        };
        let lang = locale.tag();
        let features = if locale == locale::ALL[0] { feature.into() } else { format!("{feature},{lang}") };
        Self { name: format!("heistogram_{name}_{lang}"), features: features.trim_start_matches(',').into() }
    }

    /// What reads somebody's own dataset. It speaks no language.
    pub fn reader() -> Self {
        Self { name: "heistogram_reader".into(), features: "reader,crowd".into() }
    }
}

/// What goes through a million incidents is fast before it is small: nobody else loads it.
const FAST: &str = "--config=profile.wasm.opt-level=2";

/// Name under which the bindings hand their functions to the code.
const IMPORTS: &str = "bindings";

/// What a browser loads.
#[derive(Debug)]
pub struct Bindings {
    /// The ES module.
    pub js: String,
    /// The code it instantiates.
    pub wasm: Vec<u8>,
}

/// Makes modules as browsers load them. While one is made smaller, the next compiles.
pub fn build(project: &Project, cache: &Cache, modules: &[Module]) -> Result<Vec<Bindings>> {
    let inputs = inputs(project)?;
    thread::scope(|scope| {
        let mut built = Vec::new();
        for module in modules {
            let code = compile(project, cache, &inputs, module)?;
            built.push(scope.spawn(move || {
                let bindings = bindings(module, code)?;
                Ok(Bindings { wasm: wasm_opt::shrink(project, cache, bindings.wasm)?, ..bindings })
            }));
        }
        built.into_iter().map(joined).collect()
    })
}

/// What a module is compiled from, and by what. Cargo would compile each anew every time: all come out under the same name.
fn inputs(project: &Project) -> Result<Vec<u8>> {
    let mut inputs =
        run_quiet(Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("-vV"))?.into_bytes();
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

/// Compiles the package with the profile made for readers.
fn compile(project: &Project, cache: &Cache, inputs: &[u8], module: &Module) -> Result<Vec<u8>> {
    let toolchain = Toolchain::ensure()?;
    let mut cargo = toolchain.cargo("build");
    if toolchain == Toolchain::Own {
        small_std::apply(&mut cargo);
    }
    cargo
        .args([
            "--package",
            "heistogram",
            "--lib",
            "--profile",
            "wasm",
            "--no-default-features",
            "--features",
            &module.features,
            "--target-dir",
        ])
        .arg(&project.target)
        .args(module.name.contains("crowd").then_some(FAST))
        .current_dir(&project.root);
    let inputs = [inputs, line(&cargo).as_bytes()].concat();
    cache.get_or("compiled", &inputs, |_| {
        long_step(&format!("compiling {}", module.name), || run(&mut cargo))?;
        // Read at once: the other modules will be written to the same place.
        let path = project.target.join(TARGET).join("wasm/heistogram.wasm");
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    })
}

/// Starts what it is given: an answer of a server, compiled while it arrives where its type allows that, or bytes.
const START: &str = "export default async ({ module_or_path: code }) => {
  const imports = __wbg_get_imports();
  const streams = code.headers?.get('Content-Type') === 'application/wasm';
  const started = streams
    ? WebAssembly.instantiateStreaming(code, imports)
    : WebAssembly.instantiate(code.arrayBuffer ? await code.arrayBuffer() : code, imports);
  const { instance, module } = await started;
  return __wbg_finalize_init(instance, module);
};
";

/// The bindings with [`START`] in place of the generated start, which has ways and warnings for every caller there is: half
/// a kilobyte for readers in each module. Nor do we free by `using`.
fn with_short_start(js: &str) -> Result<String> {
    let (bindings, start) = js.split_once("async function __wbg_load(").context("the bindings start in another way")?;
    // Nothing else is exported there, as a function whose name JavaScript reserves would be.
    if start.matches("\nexport ").count() != 1
        || !start.trim_end().ends_with("export { initSync, __wbg_init as default };")
        || !js.contains("function __wbg_finalize_init(")
    {
        bail!("the bindings start in another way");
    }
    let disposed = |line: &&str| !line.starts_with("if (Symbol.dispose) ");
    Ok(bindings.lines().filter(disposed).flat_map(|line| [line, "\n"]).chain([START]).collect())
}

/// Makes bindings for the web from a compiled module.
fn bindings(Module { name, .. }: &Module, bytes: Vec<u8>) -> Result<Bindings> {
    let mut output = Bindgen::new()
        .input_bytes(name, bytes)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(false)
        .encode_into(EncodeInto::Always)
        .generate_output()?;
    if output.snippets().values().any(|inline| !inline.is_empty()) || !output.local_modules().is_empty() {
        bail!("JavaScript inside Rust is not supported; put it into www/");
    }
    // The module asks for its imports by a name that looks like a file and is none; a plain one is also shorter.
    let imports = format!("./{name}_bg.js");
    for import in output.wasm_mut().imports.iter_mut().filter(|import| import.module == imports) {
        import.module = IMPORTS.to_owned();
    }
    let js = with_short_start(&output.js().replace(&imports, IMPORTS))?;
    Ok(Bindings { js, wasm: output.wasm_mut().emit_wasm() })
}
