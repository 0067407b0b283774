//! Scripts without comments, spaces and long local names.

use anyhow::{Error, Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The oldest language a browser that runs the graphic understands.
const TARGET: &str = "es2022";

/// Minifies an ES module; a syntax error names its line.
pub fn script(text: &str) -> Result<String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        let offset = error.labels.first().map_or(0, |label| label.offset());
        let line = text.bytes().take(offset as usize).filter(|byte| *byte == b'\n').count() + 1;
        bail!("line {line}: {error}");
    }
    let target = EngineTargets::from_target(TARGET).map_err(Error::msg)?;
    let options = MinifierOptions {
        compress: Some(CompressOptions { target, ..CompressOptions::default() }),
        ..MinifierOptions::default()
    };
    let minified = Minifier::new(options).minify(&allocator, &mut parsed.program);
    let printed =
        Codegen::new().with_options(CodegenOptions::minify()).with_scoping(minified.scoping).build(&parsed.program);
    Ok(printed.code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_meaning_stays() {
        let short = script(
            "// why\nimport init from './a.js';\n/** @import { B } from './b.js' */\n\
             export async function start(element) {\n  const code = await init();\n  element.code = code ?? null;\n}\n",
        )
        .unwrap();
        assert_eq!(short, "import e from\"./a.js\";export async function start(t){t.code=await e()??null}");
    }

    #[test]
    fn an_error_names_its_line() {
        let error = script("let a = 1;\nlet = ;\n").unwrap_err().to_string();
        assert!(error.starts_with("line 2: "), "{error}");
    }
}
