//! Charts in pages that scripts rewrite: frameworks hydrate, routers replace the body, libraries morph it.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, in_browsers};
use xtask::setup;

use crate::parts;
use crate::reader::{Ground, Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

const DEFINE: &str = "const script = document.createElement('script'); script.type = 'module';
    script.src = `${window.site}heistogram.js`; document.head.append(script)";

const SERVED: &str = "return live(document.querySelector('#served'))";

/// Morphs the page to the same again, by the library of the page, and notes that it has changed.
const MORPH: &str = "
    window.morphed = false;
    new MutationObserver(() => (window.morphed = true))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const morphs = {
        'idiomorph': () => Idiomorph.morph(document.querySelector('#app'), document.querySelector('#again').innerHTML,
            { morphStyle: 'innerHTML' }),
        'turbo-morph': () => Turbo.visit(location.href, { action: 'replace' }),
    };
    morphs[arguments[0]]();";

in_browsers!(frameworks_hydrate_articles_with_charts: Chromium);
/// React, Vue and Svelte, with the element defined before and after hydration.
async fn frameworks_hydrate_articles_with_charts(browser: Browser) -> Result<()> {
    let site = site()?;
    let out = site.folder.path().join("built");
    let build = parts::folder().join("frameworks/build.mjs");
    parts::run(Command::new("node").arg(build).arg(setup::parts::packages()?).arg(out), "")?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let mut reader = Reader::start(browser).await?;
    for framework in ["react", "vue", "svelte"] {
        for defined in [true, false] {
            let place = format!("{framework}, defined before: {defined}");
            reader.open(&newsroom, &format!("built/{framework}/index")).await?;
            reader.sees("return window.hydrate", []).await.with_context(|| place.clone())?;
            if defined {
                reader.look(DEFINE, []).await?;
                reader.sees(SERVED, []).await.with_context(|| place.clone())?;
            }
            reader.look("window.first = document.querySelector('#served'); window.hydrate()", []).await?;
            // A click before the framework listens is lost.
            let more = "document.querySelector('#more').click();
                return document.querySelector('h1').textContent !== 'Article 1'";
            reader.sees(more, []).await.with_context(|| place.clone())?;
            if !defined {
                reader.look(DEFINE, []).await?;
            }
            reader.sees(SERVED, []).await.with_context(|| place.clone())?;
            let kept = "return window.first === document.querySelector('#served') && window.recovered.length === 0";
            ensure!(reader.look(kept, []).await? == true, "{place}: the element was replaced");
            if defined {
                reader.table_has("#own", "Namib Bank").await.with_context(|| format!("{place}: own data"))?;
            }
            let ours = "return texts(document.querySelector('#own')).some(({ text }) =>
                /Lazarus|Bybit|Bangladesh/.test(text))";
            ensure!(reader.look(ours, []).await? == false, "{place}: our own data is drawn");
        }
    }
    let console = reader.session.console().await?;
    let amiss: Vec<_> = console.iter().filter(|message| message.text.contains("ydration")).collect();
    ensure!(amiss.is_empty(), "{amiss:?}");
    Ok(())
}

in_browsers!(charts_are_right_after_a_morph: Chromium);
async fn charts_are_right_after_a_morph(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let words = words("proceeds.en")?;
    for page in ["idiomorph", "turbo-morph"] {
        reader.open(&newsroom, page).await?;
        reader.live(0).await.context(page)?;
        reader.finds(&words.sentence, 1).await.context(page)?;
        reader.live_element("#chart").await.context(page)?;
        reader.look(MORPH, [page.into()]).await?;
        reader.sees("return window.morphed", []).await.context(page)?;
        reader.good_chart(0, &words).await.with_context(|| format!("{page}, after it"))?;
        reader.live_element("#chart").await.with_context(|| format!("{page}, the element after it"))?;
    }
    Ok(())
}

in_browsers!(charts_are_right_after_a_visit_of_turbo: Chromium);
/// Turbo replaces the body; the second article is dark.
async fn charts_are_right_after_a_visit_of_turbo(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let words = words("proceeds.en")?;
    reader.open(&newsroom, "turbo-1").await?;
    reader.live(0).await?;
    for (name, ground) in [("Article 2", Ground::Dark), ("Article 1", Ground::Light), ("Article 2", Ground::Dark)] {
        reader.look("window.stays = true; document.querySelector('#next').click()", []).await?;
        let visited = "return window.stays && document.querySelector('h1').textContent === arguments[0]";
        reader.sees(visited, [name.into()]).await?;
        reader.live(0).await.context(name)?;
        reader.fits(0).await.context(name)?;
        reader.finds(&words.sentence, 1).await.context(name)?;
        reader.frame_is(0, ground).await.context(name)?;
        let element = "const chart = document.querySelector('#chart');
            chart.scrollIntoView({ behavior: 'instant' }); return live(chart) && faintest(chart) > 3";
        reader.sees(element, []).await.with_context(|| format!("{name}, the element"))?;
    }
    Ok(())
}
