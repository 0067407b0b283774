//! The plain part does not depend on the frame that replaces it.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Key, Options, in_browsers};
use serde_json::json;

use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

/// The plain part of a figure is covered by nothing, and nothing of it is out of reach.
const REACHED: &str = "const parts = ['summary', 'a[href*=\"#\"]', '.heistogram-static p'];
    return parts.every((part) => { const node = document.querySelector(part); return node && !covered_by(node); })";

in_browsers!(a_chart_in_an_article_is_said_once);
async fn a_chart_in_an_article_is_said_once(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let mut reader = Reader::start(browser).await?;
    reader.open(&newsroom, "plain").await?;
    reader.good_chart(0, &words("proceeds.en")?).await?;
    let below = "return after.getBoundingClientRect().top >= frames_of_ours()[0].getBoundingClientRect().bottom";
    ensure!(reader.look(below).await? == true, "the article goes on under the chart");
    assert_eq!(reader.session.console_errors().await?, []);
    Ok(())
}

in_browsers!(without_its_frame_the_plain_part_is_whole);
async fn without_its_frame_the_plain_part_is_whole(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let (proceeds, attacks) = (words("proceeds.en")?, words("attacks.en")?);
    for page in ["frame-taken-out", "frame-taken-out-dompurify"] {
        reader.open(&newsroom, page).await?;
        reader.plain_part("document.querySelector('#out')", &proceeds).await.context(page)?;
        if page == "frame-taken-out" {
            reader.plain_part("document.querySelector('#hidden')", &attacks).await.context("hidden")?;
        }
    }
    // What had been covered comes back when its frame goes.
    reader.open(&newsroom, "frame-taken-out-later").await?;
    reader.live(0).await?;
    reader.live(1).await?;
    reader.says(&proceeds.sentence, 1).await?;
    reader.look("frames_of_ours()[1].style.setProperty('display', 'none', 'important')").await?;
    reader.look("frames_of_ours()[0].remove()").await?;
    reader.plain_part("document.querySelector('#out')", &proceeds).await.context("taken out later")?;
    reader.plain_part("document.querySelector('#hidden')", &attacks).await.context("hidden later")
}

in_browsers!(a_reader_view_keeps_words_and_figures);
async fn a_reader_view_keeps_words_and_figures(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let words = words("proceeds.en")?;
    for page in ["reader-view", "reader-view-paragraph"] {
        reader.open(&newsroom, page).await?;
        reader.live(0).await.context(page)?;
        reader.says(&words.sentence, 1).await.context(page)?;
        let load = "const script = document.createElement('script');
            script.src = '/_npm/@mozilla/readability/Readability.js'; document.head.append(script)";
        reader.look(load).await?;
        reader.sees("return typeof Readability === 'function'").await?;
        let script = "const article = new Readability(document.cloneNode(true)).parse();
            const view = new DOMParser().parseFromString(article?.content ?? '', 'text/html');
            return [one_line(view.body.textContent), view.querySelectorAll('img, table').length]";
        let view = reader.look(script).await?;
        ensure!(view[0].as_str().is_some_and(|text| text.contains(&words.sentence)), "{page}: the sentence is gone");
        ensure!(view[1].as_u64() > Some(0), "{page}: picture and table are gone");
    }
    Ok(())
}

in_browsers!(before_consent_the_plain_part_is_reached);
/// After it the chart is like any other.
async fn before_consent_the_plain_part_is_reached(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for page in ["", "-module", "-only", "-replaced"] {
        let page = format!("consent-blocked-frame{page}");
        reader.open(&newsroom, &page).await?;
        reader.sees(REACHED).await.with_context(|| page.clone())?;
        reader.look("document.querySelector('#agree').click()").await?;
        reader.good_chart(0, &words("proceeds.en")?).await.context(page)?;
    }
    Ok(())
}

in_browsers!(a_frame_that_never_speaks_covers_nothing);
async fn a_frame_that_never_speaks_covers_nothing(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let words = words("proceeds.en")?;
    for page in ["editor-empties-sandbox", "editor-empties-sandbox-scripted"] {
        reader.open(&newsroom, page).await?;
        reader.sees("return document.documentElement.dataset.saved").await.context(page)?;
        reader.says(&words.sentence, 1).await.context(page)?;
        reader.plain_part("document.querySelector('#out')", &words).await.context(page)?;
        let link = "const link = document.querySelector('#out a[href*=\"#proceeds\"]');
            return link && !covered_by(link) && link.href";
        reader.sees(link).await.context(page)?;
    }
    Ok(())
}

in_browsers!(the_focus_is_never_on_what_is_covered);
async fn the_focus_is_never_on_what_is_covered(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for page in ["keyboard-under-the-frame", "keyboard-under-the-frame-paragraph"] {
        reader.open(&newsroom, page).await?;
        if page.ends_with("paragraph") {
            reader.live(0).await?;
        }
        reader.says(&words("proceeds.en")?.sentence, 1).await.context(page)?;
        reader.look("scrollTo(0, 0); document.querySelector('#first').focus()").await?;
        let mut presses = 0;
        loop {
            reader.session.key(Key::Tab).await?;
            let focused = "const { activeElement: node } = document;
                return [node.id, ['iframe', 'body'].includes(node.localName) ? '' : covered_by(node)]";
            let focused = reader.look(focused).await?;
            ensure!(focused[1] == "", "{page}: the focus is under {}", focused[1]);
            presses += 1;
            if focused[0] == "last" {
                break;
            }
            ensure!(presses < 40, "{page}: forty presses of Tab do not lead past the chart");
        }
    }
    Ok(())
}

in_browsers!(paper_has_sentence_and_picture_once: Chromium);
async fn paper_has_sentence_and_picture_once(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let sentence = words("proceeds.en")?.sentence;
    for (page, live) in [("print-article", false), ("print-article", true), ("print-article-hides-frames", true)] {
        reader.open(&newsroom, page).await?;
        if live {
            reader.live(0).await?;
            reader.says(&sentence, 1).await?;
        }
        reader.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        reader.look("dispatchEvent(new Event('beforeprint'))").await?;
        let on_paper = format!(
            "const words = holding({}).filter(shown).length;
             const covered = frames_of_ours().filter(shown).length;
             return words + covered === 1 && images().filter((img) => uncut(img) > 0.97).length + covered === 1",
            json!(sentence)
        );
        let result = reader.sees(&on_paper).await.with_context(|| format!("{page}, live: {live}"));
        reader.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        result?;
    }
    Ok(())
}

in_browsers!(a_chart_hidden_at_first_is_right_when_shown: Chromium);
async fn a_chart_hidden_at_first_is_right_when_shown(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for (page, places) in [("hidden-at-load", ["tab", "det"]), ("hidden-at-load-others", ["acc", "cv"])] {
        shown_later(&reader, &newsroom, page, places).await.context(page)?;
    }
    Ok(())
}

async fn shown_later(reader: &Reader, newsroom: &Newsroom, page: &str, places: [&str; 2]) -> Result<()> {
    reader.open(newsroom, page).await?;
    reader.look("document.querySelector('#b').click()").await?;
    for place in places {
        let drawn = format!(
            "const chart = document.querySelector('#{place} heist-chart');
             chart.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const [canvas] = canvases(chart);
             return canvas && Math.abs(canvas.offsetWidth - chart.offsetWidth) < 3"
        );
        reader.sees(&drawn).await.with_context(|| format!("#{place}"))?;
    }
    for (frame, name) in [(0, "attacks.en"), (1, "targets.en")] {
        reader.good_chart(frame, &words(name)?).await.context(name)?;
    }
    Ok(())
}

in_browsers!(other_embeds_size_themselves_beside_ours: Chromium);
async fn other_embeds_size_themselves_beside_ours(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let mut reader = Reader::with(browser, Options { width: 900, height: 1600, ..Options::default() }).await?;
    reader.open(&newsroom, "other-embeds").await?;
    reader.good_chart(0, &words("proceeds.en")?).await?;
    let others = "const [pym, resized] = ['#pym iframe', '#resized'].map((name) => document.querySelector(name));
        return pym?.offsetHeight === 222 && resized.offsetHeight === 333";
    reader.sees(others).await?;
    let errors = reader.session.console_errors().await?;
    let thrown: Vec<_> = errors.iter().filter(|error| error.source == "javascript").collect();
    ensure!(thrown.is_empty(), "{thrown:?}");
    Ok(())
}
