//! The code relies on no style that somebody may take away or add.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, in_browsers};

use crate::parts;
use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

/// Pixels that a chart wants at the least.
const LEAST: f64 = 280.0;

in_browsers!(in_no_wrapper_is_a_chart_too_narrow);
async fn in_no_wrapper_is_a_chart_too_narrow(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::with(browser, Options { width: 900, height: 1800, ..Options::default() }).await?;
    for (page, last) in [("shrink-to-fit-wrapper", 8), ("shrink-to-fit-wrapper-others", 7)] {
        reader.open(&newsroom, page).await?;
        for frame in [0, 2, last] {
            reader.live(frame).await.with_context(|| format!("{page}, frame {frame}"))?;
            reader.fits(frame).await.with_context(|| format!("{page}, frame {frame}"))?;
        }
        let script = format!(
            "return [...document.querySelectorAll('.w')].flatMap((wrapper) =>
                [...wrapper.querySelectorAll('.heistogram, iframe')].map((node) => node.getBoundingClientRect().width)
                    .filter((width) => width < {LEAST} - 0.5)
                    .map((width) => `${{wrapper.outerHTML.slice(0, 60)}}: ${{width}} px`)).join(', ')"
        );
        let narrow = reader.look(&script).await?;
        ensure!(narrow == "", "{page}: {narrow}");
    }
    Ok(())
}

in_browsers!(in_no_wrapper_is_an_element_too_narrow: Chromium);
async fn in_no_wrapper_is_an_element_too_narrow(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let mut reader = Reader::with(browser, Options { width: 900, height: 2400, ..Options::default() }).await?;
    for page in ["element-shrink-to-fit", "element-shrink-to-fit-others"] {
        reader.open(&newsroom, page).await?;
        for width in [900, 400] {
            reader.session.resize(width, 2400).await?;
            let count = reader.look("return document.querySelectorAll('heist-chart').length").await?;
            for at in 0..count.as_u64().context("no elements")? {
                let right = format!(
                    "const chart = document.querySelectorAll('heist-chart')[{at}];
                     chart.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                     const [canvas] = canvases(chart);
                     const width = canvas?.getBoundingClientRect().width;
                     return width > 275 && width <= {width} && Math.abs(width - chart.offsetWidth) < 2"
                );
                reader.sees(&right).await.with_context(|| format!("{page}, {at}, at {width} px"))?;
            }
        }
    }
    Ok(())
}

in_browsers!(nobody_reads_css);
async fn nobody_reads_css(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let words = words("proceeds.en")?;
    for (page, tools) in [
        ("style-as-text", &["kses", "rehype", "bleach"][..]),
        ("style-as-text-others", &["xss", "sanitize_html", "dompurify", "markdown_it"]),
    ] {
        reader.open(&newsroom, page).await?;
        for tool in tools {
            if parts::cleaned(tool, "")?.is_none() {
                continue;
            }
            let section = format!("document.querySelector('#{tool}')");
            let css = format!(
                "return /\\{{[^{{}}]*:[^{{}}]*\\}}|@(container|media|supports|import)\\b|[.#][\\w-]+\\s*\\{{/
                    .exec({section}.textContent)?.[0] ?? ''"
            );
            let css = reader.look(&css).await?;
            ensure!(css == "", "{tool}: {css}");
            if *tool == "bleach" {
                // It knows neither pictures nor tables.
                let seen = format!("return {section}.textContent.includes({})", serde_json::json!(words.sentence));
                ensure!(reader.look(&seen).await? == true, "{tool}: the sentence is gone");
            } else if *tool != "xss" && *tool != "markdown_it" && *tool != "sanitize_html" {
                reader.plain_part(&section, &words).await.with_context(|| format!("{page}, {tool}"))?;
            }
        }
    }
    Ok(())
}

in_browsers!(the_picture_is_read_in_a_dark_article);
async fn the_picture_is_read_in_a_dark_article(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for page in ["dark-article-style-stripped", "dark-article-style-stripped-rehype"] {
        reader.open(&newsroom, page).await?;
        reader.sees("return images().some(seen)").await.context(page)?;
        // Seen is laid out: a screenshot may come before the picture is decoded and painted.
        reader.session.eval_async("await document.querySelector('#x img').decode()", []).await?;
        reader.session.next_paint().await?;
        let picture = reader.session.screenshot_of("return document.querySelector('#x img')").await?;
        let mut reading = png::Decoder::new(std::io::Cursor::new(picture)).read_info()?;
        let mut pixels = vec![0; reading.output_buffer_size().context("a picture too large")?];
        let info = reading.next_frame(&mut pixels)?;
        let step = info.color_type.samples();
        let light = pixels.chunks_exact(step).filter(|pixel| pixel[..3].iter().all(|part| *part > 200)).count();
        let share = light as f64 / (pixels.len() / step) as f64;
        // Dark words stand on a light ground that is the picture's own.
        ensure!(share > 0.5, "{page}: {share} of the picture is light");
    }
    Ok(())
}

in_browsers!(themes_do_not_cut_a_chart);
async fn themes_do_not_cut_a_chart(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for page in ["theme-forces-iframe-size", "theme-forces-iframe-size-others"] {
        reader.open(&newsroom, page).await?;
        let count = reader.look("return frames_of_ours().length").await?.as_u64().context("no frames")?;
        for frame in 0..usize::try_from(count)? {
            reader.live(frame).await.with_context(|| format!("{page}, frame {frame}"))?;
            let asked = "return document.documentElement.getBoundingClientRect().height";
            // Wider or higher than its chart is no harm; to lose a part of it is.
            let whole = format!(
                "const {{ width, height }} = frames_of_ours()[{frame}].getBoundingClientRect();
                 return width >= {LEAST} && height >= {} - 2",
                reader.inside(frame, asked).await?
            );
            reader.sees(&whole).await.with_context(|| format!("{page}, frame {frame}"))?;
        }
    }
    Ok(())
}
