//! The plain part does not depend on the frame that replaces it.

use anyhow::{Context, Result, ensure};
use heistogram::{chart::ChartKind, locale::TAGS};
use heistogram_browser_tests::{Browser, Key, Options, in_browsers};
use serde_json::json;

use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom, snippet};
use crate::site::site;

/// Nothing covers the plain part of a figure, and every control of it is in reach.
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
    ensure!(reader.look(below, []).await? == true, "the article goes on under the chart");
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
        reader.plain_part("#out", &proceeds).await.context(page)?;
        if page == "frame-taken-out" {
            reader.plain_part("#hidden", &attacks).await.context("hidden")?;
        }
    }
    // The plain part comes back when its frame is removed or hidden.
    reader.open(&newsroom, "frame-taken-out-later").await?;
    reader.live(0).await?;
    reader.live(1).await?;
    reader.finds(&proceeds.sentence, 1).await?;
    reader.look("frames_of_ours()[1].style.setProperty('display', 'none', 'important')", []).await?;
    reader.look("frames_of_ours()[0].remove()", []).await?;
    reader.plain_part("#out", &proceeds).await.context("taken out later")?;
    reader.plain_part("#hidden", &attacks).await.context("hidden later")
}

in_browsers!(a_table_wider_than_its_column_has_its_caption_in_view);
/// Also in a column of a phone.
async fn a_table_wider_than_its_column_has_its_caption_in_view(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    reader.open(&newsroom, "plain").await?;
    // The plain part of the code alone, opened, in columns of two widths. Code in `innerHTML` does not run.
    let captions = "document.body.innerHTML = arguments[0];
        for (const frame of document.querySelectorAll('iframe')) frame.remove();
        for (const details of document.querySelectorAll('details')) details.open = true;
        return [700, 300].flatMap((width) => {
            document.body.style.maxWidth = `${width}px`;
            return [...document.querySelectorAll('caption')].map((caption) => uncut(caption));
        })";
    for kind in ChartKind::ALL {
        for tag in TAGS {
            let name = format!("{}.{tag}", kind.id());
            let seen = reader.look(captions, [snippet(&name, "")?.into()]).await?;
            let seen: Vec<f64> = serde_json::from_value(seen)?;
            ensure!(seen.len() == 2 && seen.iter().all(|part| *part > 0.97), "{name}: {seen:?}");
        }
    }
    Ok(())
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
        reader.finds(&words.sentence, 1).await.context(page)?;
        let load = "const script = document.createElement('script');
            script.src = '/_npm/@mozilla/readability/Readability.js'; document.head.append(script)";
        reader.look(load, []).await?;
        reader.sees("return typeof Readability === 'function'", []).await?;
        let script = "const article = new Readability(document.cloneNode(true)).parse();
            const view = new DOMParser().parseFromString(article?.content ?? '', 'text/html');
            return [one_line(view.body.textContent), view.querySelectorAll('img, table').length]";
        let view = reader.look(script, []).await?;
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
        reader.sees(REACHED, []).await.with_context(|| page.clone())?;
        reader.click("#agree").await?;
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
        reader.sees("return document.documentElement.dataset.saved", []).await.context(page)?;
        reader.finds(&words.sentence, 1).await.context(page)?;
        reader.plain_part("#out", &words).await.context(page)?;
        let link = "const link = document.querySelector('#out a[href*=\"#proceeds\"]');
            return link && !covered_by(link) && link.href";
        reader.sees(link, []).await.context(page)?;
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
        reader.finds(&words("proceeds.en")?.sentence, 1).await.context(page)?;
        reader.look("scrollTo(0, 0); document.querySelector('#first').focus()", []).await?;
        let mut presses = 0;
        loop {
            reader.session.key(Key::Tab).await?;
            let focused = "const { activeElement: node } = document;
                return [node.id, ['iframe', 'body'].includes(node.localName) ? '' : covered_by(node)]";
            let focused = reader.look(focused, []).await?;
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

/// Sentence and picture are seen once, in the plain part or in a frame.
const ONCE: &str = "
    const words = holding(arguments[0]).filter(shown).length;
    const pictures = images().filter((img) => uncut(img) > 0.97).length;
    const covered = frames_of_ours().filter(shown).length;
    return words + covered === 1 && pictures + covered === 1";

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
            reader.finds(&sentence, 1).await?;
        }
        reader.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        reader.look("dispatchEvent(new Event('beforeprint'))", []).await?;
        let once = reader.sees(ONCE, [sentence.as_str().into()]).await.with_context(|| format!("{page}, live: {live}"));
        reader.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        once?;
    }
    Ok(())
}

in_browsers!(a_chart_hidden_at_first_is_right_when_shown: Chromium);
async fn a_chart_hidden_at_first_is_right_when_shown(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for (page, places) in [("hidden-at-load", ["#tab", "#det"]), ("hidden-at-load-others", ["#acc", "#cv"])] {
        shown_later(&reader, &newsroom, page, places).await.context(page)?;
    }
    Ok(())
}

/// Scrolls to the element in a place; it is drawn as wide as the place lets it.
const FILLED: &str = "
    const chart = document.querySelector(arguments[0]).querySelector('heist-chart');
    chart.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [canvas] = canvases(chart);
    return canvas && Math.abs(canvas.offsetWidth - chart.offsetWidth) < 3";

async fn shown_later(reader: &Reader, newsroom: &Newsroom, page: &str, places: [&str; 2]) -> Result<()> {
    reader.open(newsroom, page).await?;
    reader.click("#b").await?;
    for place in places {
        reader.sees(FILLED, [place.into()]).await.with_context(|| place.to_owned())?;
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
    reader.sees(others, []).await?;
    let errors = reader.session.console_errors().await?;
    let thrown: Vec<_> = errors.iter().filter(|error| error.source == "javascript").collect();
    ensure!(thrown.is_empty(), "{thrown:?}");
    Ok(())
}
