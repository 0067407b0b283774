//! Scripts without comments, spaces and long local or private names; style sheets without comments and spaces.

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
    let printed = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping)
        .with_private_member_mappings(minified.class_private_mappings)
        .build(&parsed.program);
    Ok(printed.code.to_string())
}

/// A style sheet without comments and the spaces that mean nothing. Strings stay as they are.
pub fn style(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '"' | '\'' => string_length(rest, next),
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            _ => next.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if next.is_whitespace() || token.starts_with("/*") {
            // A space counts between selectors, words and figures only.
            if !short.is_empty() && !short.ends_with(['{', '}', ';', ',', ':', ' ']) {
                short.push(' ');
            }
            continue;
        }
        if matches!(next, '{' | '}' | ';' | ',') && short.ends_with(' ') {
            short.pop();
        }
        if next == '}' && short.ends_with(';') {
            short.pop();
        }
        short.push_str(token);
    }
    short.truncate(short.trim_end().len());
    short
}

/// Bytes of the string that a text starts with, its quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        if char == quote && !escaped {
            return at + 1;
        }
        escaped = char == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_keep_the_spaces_that_mean_something() {
        let cases = [
            (
                "/* why */\na :hover,\n.b > i {\n  margin: 0 auto; /* it's */\n  color: red;\n}\n",
                "a :hover,.b > i{margin:0 auto;color:red}",
            ),
            (
                "@media (min-width: 40rem) and (hover) {\n  a {\n    width: calc(1px + 2em);\n  }\n}",
                "@media (min-width:40rem) and (hover){a{width:calc(1px + 2em)}}",
            ),
            ("p::before { content: \"a;  \\\" /* } '\"; }", "p::before{content:\"a;  \\\" /* } '\"}"),
            ("a/**/b { }", "a b{}"),
            ("a{} /*/ b{} */ c{}", "a{}c{}"),
            ("", ""),
        ];
        for (long, short) in cases {
            assert_eq!(style(long), short);
        }
    }

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
