//! The plain part has attributes for its language and direction.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, in_browsers};

use crate::parts;
use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

/// Whether the full stop is right of the text, the language of the sentence, and whether columns go from left to right.
const DIRECTION: &str = "
    const [sentence] = holding(arguments[0]);
    const text = [...sentence.childNodes].findLast((node) => node.nodeType === 3 && node.data.trim());
    const end = text.data.trimEnd().length;
    const box = (from, to) => {
        const range = new Range();
        range.setStart(text, from);
        range.setEnd(text, to);
        return range.getBoundingClientRect();
    };
    const columns = [...document.querySelectorAll('#out thead th')].map((node) => node.getBoundingClientRect().x);
    return [box(end - 1, end).left >= box(end - 2, end - 1).right - 1, sentence.closest('[lang]').lang,
        columns.length > 1 && columns.every((x, at) => !at || x > columns[at - 1])]";

in_browsers!(an_english_chart_reads_from_left_to_right_in_an_arabic_article: Chromium);
async fn an_english_chart_reads_from_left_to_right_in_an_arabic_article(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let sentence = words("proceeds.en")?.sentence;
    for page in ["rtl-article", "rtl-article-kses"] {
        if page.ends_with("kses") && parts::cleaned("kses", "")?.is_none() {
            continue;
        }
        reader.open(&newsroom, page).await?;
        let found = reader.look(DIRECTION, [sentence.as_str().into()]).await?;
        ensure!(found[0] == true, "{page}: the full stop is not at the end");
        ensure!(found[1] == "en", "{page}: the sentence is marked as {}", found[1]);
        ensure!(found[2] == true, "{page}: the columns are mirrored");
    }
    Ok(())
}

in_browsers!(code_in_another_language_says_so: Chromium);
async fn code_in_another_language_says_so(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for (page, name, lang) in [("foreign-code", "proceeds.ko", "ko"), ("foreign-code-japanese", "attacks.ja", "ja")] {
        reader.open(&newsroom, page).await?;
        let words = words(name)?;
        for text in [words.title, words.sentence] {
            let marked = "const [text, lang] = arguments;
                const found = holding(text);
                return found.length && found.every((node) => node.closest('[lang]').lang === lang)";
            let args = [text.as_str().into(), lang.into()];
            reader.sees(marked, args).await.with_context(|| format!("{page}: {text}"))?;
        }
    }
    Ok(())
}
