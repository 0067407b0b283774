//! The code to paste relies on no style that a content system may remove or add.

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, Options, in_browsers};

use crate::parts;
use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

/// The least width of a chart, in pixels.
const LEAST: f64 = 280.0;

/// The figures and frames in wrappers that are narrower than a width.
const NARROW: &str = "
    const [least] = arguments;
    return [...document.querySelectorAll('.w')].flatMap((wrapper) =>
        [...wrapper.querySelectorAll('.heistogram, iframe')].map((node) => node.getBoundingClientRect().width)
            .filter((width) => width < least - 0.5)
            .map((width) => `${wrapper.outerHTML.slice(0, 60)}: ${width} px`)).join(', ')";

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
        let narrow = reader.look(NARROW, [LEAST.into()]).await?;
        ensure!(narrow == "", "{page}: {narrow}");
    }
    Ok(())
}

/// Scrolls to one of the elements; it is drawn as wide as itself, within the window.
const WIDE: &str = "
    const [at, width] = arguments;
    const chart = document.querySelectorAll('heist-chart')[at];
    chart.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [canvas] = canvases(chart);
    const drawn_width = canvas?.getBoundingClientRect().width;
    return drawn_width > 275 && drawn_width <= width && Math.abs(drawn_width - chart.offsetWidth) < 2";

in_browsers!(in_no_wrapper_is_an_element_too_narrow: Chromium);
async fn in_no_wrapper_is_an_element_too_narrow(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let mut reader = Reader::with(browser, Options { width: 900, height: 2400, ..Options::default() }).await?;
    for page in ["element-shrink-to-fit", "element-shrink-to-fit-others"] {
        reader.open(&newsroom, page).await?;
        for width in [900, 400] {
            reader.session.resize(width, 2400).await?;
            let count = reader.look("return document.querySelectorAll('heist-chart').length", []).await?;
            for at in 0..count.as_u64().context("no elements")? {
                let wide = reader.sees(WIDE, [at.into(), width.into()]).await;
                wide.with_context(|| format!("{page}, {at}, at {width} px"))?;
            }
        }
    }
    Ok(())
}

/// What looks like a piece of a style sheet in the text of an element.
const CSS: &str = r"
    const css = /\{[^{}]*:[^{}]*\}|@(container|media|supports|import)\b|[.#][\w-]+\s*\{/;
    return css.exec(document.querySelector(arguments[0]).textContent)?.[0] ?? ''";

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
            let section = format!("#{tool}");
            let css = reader.look(CSS, [section.as_str().into()]).await?;
            ensure!(css == "", "{tool}: {css}");
            if *tool == "bleach" {
                // bleach removes pictures and tables.
                let has = "const [selector, text] = arguments;
                    return document.querySelector(selector).textContent.includes(text)";
                let kept = reader.look(has, [section.into(), words.sentence.as_str().into()]).await?;
                ensure!(kept == true, "{tool}: the sentence is gone");
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
        reader.sees("return images().some(seen)", []).await.context(page)?;
        // The picture is laid out by now; it may not be decoded and painted.
        reader.session.eval_async("await document.querySelector('#x img').decode()", []).await?;
        reader.session.next_paint().await?;
        let picture = reader.session.screenshot_of("return document.querySelector('#x img')").await?;
        let mut reading = png::Decoder::new(std::io::Cursor::new(picture)).read_info()?;
        let mut pixels = vec![0; reading.output_buffer_size().context("a picture too large")?];
        let info = reading.next_frame(&mut pixels)?;
        let step = info.color_type.samples();
        let light = pixels.chunks_exact(step).filter(|pixel| pixel[..3].iter().all(|part| *part > 200)).count();
        let share = light as f64 / (pixels.len() / step) as f64;
        // Dark text is on a light background, which belongs to the picture.
        ensure!(share > 0.5, "{page}: {share} of the picture is light");
    }
    Ok(())
}

/// A frame cuts off nothing of its chart; it may be larger.
const WHOLE: &str = "
    const [frame, least, asked] = arguments;
    const { width, height } = frames_of_ours()[frame].getBoundingClientRect();
    return width >= least && height >= asked - 2";

in_browsers!(themes_do_not_cut_a_chart);
async fn themes_do_not_cut_a_chart(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    for page in ["theme-forces-iframe-size", "theme-forces-iframe-size-others"] {
        reader.open(&newsroom, page).await?;
        for frame in 0..reader.frames().await? {
            reader.live(frame).await.with_context(|| format!("{page}, frame {frame}"))?;
            let asked = "return document.documentElement.getBoundingClientRect().height";
            let asked = reader.inside(frame, asked, []).await?;
            let whole = reader.sees(WHOLE, [frame.into(), LEAST.into(), asked]).await;
            whole.with_context(|| format!("{page}, frame {frame}"))?;
        }
    }
    Ok(())
}
