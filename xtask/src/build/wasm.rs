//! The compiled package and its JavaScript bindings.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    project::Project,
    setup::{
        small_std,
        wasm_target::{TARGET, Toolchain},
    },
    step::run,
};

/// Name of the bindings: `NAME.js` and `NAME_bg.wasm`.
const NAME: &str = "heistogram_wasm";

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

/// Compiles the package with the profile made for readers, and gives the module's path.
pub fn compile(project: &Project) -> Result<PathBuf> {
    let toolchain = Toolchain::ensure()?;
    let mut cargo = toolchain.cargo("build");
    if toolchain == Toolchain::Own {
        small_std::apply(&mut cargo);
    }
    cargo
        .args(["--package", "heistogram", "--lib", "--profile", "wasm", "--target-dir"])
        .arg(&project.target)
        .current_dir(&project.root);
    run(&mut cargo)?;
    Ok(project.target.join(TARGET).join("wasm/heistogram.wasm"))
}

/// Makes bindings for the web from a compiled module.
pub fn bindings(module: &Path) -> Result<Bindings> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let mut output = Bindgen::new()
        .input_bytes(NAME, bytes)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(false)
        .generate_output()?;
    if output.snippets().values().any(|inline| !inline.is_empty()) || !output.local_modules().is_empty() {
        bail!("JavaScript inside Rust is not supported; put it into www/");
    }
    // The module asks for its imports by a name that looks like a file and is none; a plain one is also shorter.
    let imports = format!("./{NAME}_bg.js");
    for import in output.wasm_mut().imports.iter_mut().filter(|import| import.module == imports) {
        import.module = IMPORTS.to_owned();
    }
    // Written so that linking finds the file.
    let file = format!("{NAME}_bg.wasm");
    let js = output.js().replace(&imports, IMPORTS).replace(&format!("'{file}'"), &format!("'./{file}'"));
    Ok(Bindings { js, wasm: output.wasm_mut().emit_wasm() })
}
