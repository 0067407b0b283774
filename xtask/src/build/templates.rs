//! The templates of all HTML.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, escape_formatter, syntax::SyntaxConfig};

use heistogram::locale;

use super::dist::files_in;

/// Templates by name. Values are escaped for HTML; an undefined variable is an error.
pub struct Templates(Environment<'static>);

impl Templates {
    /// Reads the page and the files of `xtask/templates/`.
    pub fn read(root: &Path) -> Result<Self> {
        let mut files = files_in(&root.join("xtask/templates"))?;
        files.insert("index.html".to_owned(), root.join("index.html"));
        let texts = files.into_iter().map(|(name, path)| {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok((name, text))
        });
        Self::new(texts.collect::<Result<Vec<_>>>()?)
    }

    /// Compiles templates given by name.
    pub fn new(texts: impl IntoIterator<Item = (String, String)>) -> Result<Self> {
        let syntax =
            SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?;
        let mut environment = Environment::new();
        environment.set_syntax(syntax);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(|out, state, value| match value.as_str() {
            Some(text) if !value.is_safe() => Ok(out.write_str(&escaped(text))?),
            _ => escape_formatter(out, state, value),
        });
        environment.add_filter("phrases", phrases);
        for (name, text) in texts {
            environment.add_template_owned(name, text)?;
        }
        Ok(Self(environment))
    }

    /// Renders a template.
    pub fn render(&self, name: &str, context: Value) -> Result<String> {
        let template = self.0.get_template(name)?;
        let text = template.render(context).with_context(|| format!("{name} cannot be rendered"))?;
        // Other programs read what is in the head, and may show joiners as boxes.
        let (head, body) = text.split_at(text.find("<body").unwrap_or_default());
        Ok(head.replace('\u{2060}', "") + body)
    }
}

/// A text of a language with a place for a line break after each phrase, where the language has no spaces: Chromium finds
/// phrases itself (`word-break: auto-phrase`), other browsers do not.
fn phrases(text: &str, lang: &str) -> Value {
    if lang != "ja" {
        return Value::from(text);
    }
    let (mut marked, text) = (String::new(), text.replace('\u{2060}', ""));
    for phrase in budoux::parse(budoux::models::default_japanese_model(), &text) {
        // A number stays in one line, such as 60億7000万, as does 74%は. Where the model parts one, the line ends before it.
        let is_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '兆' | '億' | '万' | '月' | '.' | '%');
        let is_parted = marked.ends_with(is_number) && phrase.starts_with(|sign: char| sign.is_ascii_digit());
        let goes_on = is_parted || marked.ends_with('%');
        let end = if goes_on { marked.trim_end_matches(is_number).len() } else { marked.len() };
        if end > 0 && !marked[..end].ends_with("<wbr>") {
            marked.insert_str(end, "<wbr>");
        }
        // The model takes a comma between two amounts for part of one of them.
        let parts: Vec<_> = phrase.split_inclusive('、').map(escaped).collect();
        marked.push_str(&parts.join("<wbr>"));
    }
    Value::from_safe_string(locale::bound(&marked))
}

/// Escapes special characters of text and attributes, but not slashes: editors read the addresses in snippets.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    #[test]
    fn lines_break_between_phrases() {
        let texts = [("a.html".to_owned(), "{{ text | phrases(lang) }}".to_owned())];
        let templates = Templates::new(texts).unwrap();
        let written = |text, lang| templates.render("a.html", context! { text, lang }).unwrap();
        assert_eq!(written("これは<テスト>です。", "ja").replace("<wbr>", "|"), "これは|&lt;テスト&gt;です。");
        let marked = |text| written(text, "ja").replace("<wbr>", "|").replace('\u{2060}', "+");
        assert_eq!(marked("攻撃85件で60億7000万ドルが"), "攻撃85件で|60億+7000万ドルが");
        assert_eq!(marked("20億4000万ドル、うち74%は"), "20億+4000万ドル、|うち|74%+は");
        assert_eq!(written("a <b", "it"), "a &lt;b");
    }

    #[test]
    fn heads_have_no_joiners() {
        let text = "<head><title>{{ title }}</title></head><body>{{ title }}";
        let templates = Templates::new([("a.html".to_owned(), text.to_owned())]).unwrap();
        let page = templates.render("a.html", context! { title => "1億\u{2060}2" }).unwrap();
        assert_eq!(page, "<head><title>1億2</title></head><body>1億\u{2060}2");
    }

    #[test]
    fn values_are_escaped_and_unknown_names_refused() {
        let texts = [("a.html", "<p>{{ name }}</p>\n"), ("b.html", "\n{{ nmae }}")];
        let templates = Templates::new(texts.map(|(name, text)| (name.to_owned(), text.to_owned()))).unwrap();
        let page = templates.render("a.html", context! { name => "<img onerror='a/b' \"&amp;\">" }).unwrap();
        assert_eq!(page, "<p>&lt;img onerror=&#39;a/b&#39; &quot;&amp;amp;&quot;&gt;</p>\n");
        let error = format!("{:#}", templates.render("b.html", context! { name => "x" }).unwrap_err());
        assert!(
            error.starts_with("b.html cannot be rendered: undefined value") && error.contains("b.html:2"),
            "{error}"
        );
    }
}
