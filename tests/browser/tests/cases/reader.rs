//! A reader of an article of another site, as a page object: what a person sees, hears and reaches there.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::elements::Element;
use heistogram_browser_tests::{Browser, Options, Session, is_truthy};
use serde_json::Value;

use crate::server::{self, Newsroom};

/// Functions that tell what a person perceives; every script of a reader starts with them.
const EYES: &str = include_str!("../../cases/eyes.js");

/// How long a condition is waited for, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The time between two looks while waiting.
const PAUSE: Duration = Duration::from_millis(50);

/// A browser that shows an article.
pub struct Reader {
    pub session: Session,
}

/// How light a background is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    Dark,
    Light,
}

const GROUND: &str = "
    const light = luminance(ground(document.body));
    return arguments[0] ? light < 0.2 : light > 0.7";

/// The number of places where a text is seen, and of those where it is heard.
const PLACES: &str = "
    const places = holding(arguments[0]);
    return [places.filter(seen).length, places.filter(heard).length]";

const PLAIN_PART: &str = r##"
    const [selector, sentence] = arguments;
    const root = document.querySelector(selector);
    for (const details of all('details', root)) details.open = true;
    const cut = all('*', root).filter((node) => getComputedStyle(node).overflowY !== 'visible'
        && getComputedStyle(node).clipPath === 'none' && getComputedStyle(node).clip === 'auto'
        && node.localName !== 'iframe' && node.scrollHeight > node.clientHeight + 1);
    const parts = { sentence: holding(sentence, root), picture: images(root),
        table: all('td', root).slice(0, 1), link: all('a[href*="#"]', root) };
    const missing = Object.keys(parts).filter((name) => !parts[name].some(seen));
    return missing.length || cut.length ? '' : 'all'"##;

impl Reader {
    pub async fn start(browser: Browser) -> Result<Self> {
        Self::with(browser, Options { width: 900, ..Options::default() }).await
    }

    pub async fn with(browser: Browser, options: Options) -> Result<Self> {
        Ok(Self { session: Session::open(browser, options).await? })
    }

    pub async fn open(&self, newsroom: &Newsroom, page: &str) -> Result<()> {
        self.session.goto(&newsroom.url(page)).await
    }

    /// Returns what the body of a function returns; it can use `eyes.js`, and `arguments` holds `args`.
    pub async fn look(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        self.session.eval(&[EYES, body].concat(), args).await
    }

    /// The same for the body of an async function.
    pub async fn watch(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        self.session.eval_async(&[EYES, body].concat(), args).await
    }

    /// Waits until the body of a function returns something truthy, and returns that.
    pub async fn sees(&self, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        let args: Vec<Value> = args.into_iter().collect();
        let start = Instant::now();
        loop {
            // A document that unloads during a look gives an error.
            match self.look(body, args.clone()).await {
                Ok(value) if is_truthy(&value) => return Ok(value),
                answer if start.elapsed() > PATIENCE => bail!("timed out waiting for {body} with {args:?}: {answer:?}"),
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Enters one of our frames, counted in the order of the page.
    async fn enter(&self, frame: usize) -> Result<()> {
        let found = self.look("return frames_of_ours()[arguments[0]]", [frame.into()]).await?;
        let id = found.as_object().and_then(|keys| keys.values().next()?.as_str()).context("there is no frame")?;
        Element::from_element_id(self.session.client.clone(), id.to_owned().into()).enter_frame().await?;
        Ok(())
    }

    /// [`look`](Self::look) in one of our frames.
    pub async fn inside(&self, frame: usize, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        self.enter(frame).await?;
        let value = self.look(body, args).await;
        self.session.client.enter_parent_frame().await?;
        value
    }

    /// [`sees`](Self::sees) in one of our frames.
    pub async fn sees_inside(&self, frame: usize, body: &str, args: impl IntoIterator<Item = Value>) -> Result<Value> {
        let args: Vec<Value> = args.into_iter().collect();
        let start = Instant::now();
        loop {
            match self.inside(frame, body, args.clone()).await {
                Ok(value) if is_truthy(&value) => return Ok(value),
                answer if start.elapsed() > PATIENCE => {
                    bail!("timed out waiting in frame {frame} for {body} with {args:?}: {answer:?}")
                }
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Clicks the first element that matches a selector.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.look("document.querySelector(arguments[0]).click()", [selector.into()]).await.map(drop)
    }

    /// The number of our frames.
    pub async fn frames(&self) -> Result<usize> {
        let count = self.look("return frames_of_ours().length", []).await?;
        Ok(usize::try_from(count.as_u64().context("no number of frames")?)?)
    }

    /// Scrolls to a frame and waits until its chart is drawn.
    pub async fn live(&self, frame: usize) -> Result<()> {
        self.sees("return frames_of_ours().length > arguments[0]", [frame.into()]).await?;
        let come = "frames_of_ours()[arguments[0]].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.look(come, [frame.into()]).await?;
        self.sees_inside(frame, "return live()", []).await.map(drop)
    }

    /// Scrolls to an element and waits until its chart is drawn.
    pub async fn live_element(&self, selector: &str) -> Result<()> {
        let live = "const chart = document.querySelector(arguments[0]);
            chart.scrollIntoView({ behavior: 'instant' });
            return live(chart)";
        self.sees(live, [selector.into()]).await.map(drop)
    }

    /// Waits until a table in an element contains a text.
    pub async fn table_has(&self, selector: &str, text: &str) -> Result<()> {
        let has = "const [selector, text] = arguments;
            const chart = document.querySelector(selector);
            return chart && all('[part=scroll]', chart).some(({ textContent }) => textContent.includes(text))";
        self.sees(has, [selector.into(), text.into()]).await.map(drop)
    }

    /// In how many places a text is seen, and in how many it is heard; frames count.
    async fn places(&self, text: &str) -> Result<(u64, u64)> {
        let number = |value: &Value, index: usize| value[index].as_u64().unwrap_or_default();
        let outside = self.look(PLACES, [text.into()]).await?;
        let mut sum = (number(&outside, 0), number(&outside, 1));
        let frames = self.look("return frames_of_ours().map((frame) => [shown(frame), heard(frame)])", []).await?;
        for (at, frame) in frames.as_array().into_iter().flatten().enumerate() {
            // A frame that has not loaded holds no text.
            let Ok(inside) = self.inside(at, PLACES, [text.into()]).await else { continue };
            sum.0 += if frame[0] == true { number(&inside, 0) } else { 0 };
            sum.1 += if frame[1] == true { number(&inside, 1) } else { 0 };
        }
        Ok(sum)
    }

    /// Waits until a text is seen and heard in a number of places.
    pub async fn finds(&self, text: &str, times: u64) -> Result<()> {
        let start = Instant::now();
        loop {
            let (seen, heard) = self.places(text).await?;
            if (seen, heard) == (times, times) {
                return Ok(());
            }
            ensure!(start.elapsed() < PATIENCE, "it is seen in {seen} places and heard in {heard}: {text}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until a frame is as high as its chart asks for and nothing in it scrolls.
    pub async fn fits(&self, frame: usize) -> Result<()> {
        let start = Instant::now();
        loop {
            let outer = self.look("return frames_of_ours()[arguments[0]].clientHeight", [frame.into()]).await?;
            let outer = outer.as_f64().unwrap_or_default();
            let asked = "const { height } = document.documentElement.getBoundingClientRect();
                return [height, innerWidth - document.documentElement.clientWidth]";
            let inner = self.inside(frame, asked, []).await?;
            let (asked, bar) = (inner[0].as_f64().unwrap_or(-1.0), inner[1].as_f64().unwrap_or(-1.0));
            if (outer - asked).abs() < 3.0 && bar == 0.0 {
                return Ok(());
            }
            ensure!(start.elapsed() < PATIENCE, "the frame is {outer} px high, its chart {asked}, its scrollbar {bar}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The height of a frame no longer changes.
    pub async fn rests(&self, frame: usize) -> Result<()> {
        let count = self.watch("return changes(frames_of_ours()[arguments[0]], 40)", [frame.into()]).await?;
        ensure!(count == 0, "the height of frame {frame} changes {count} times");
        Ok(())
    }

    /// Waits until a frame has a dark or a light background.
    pub async fn frame_is(&self, frame: usize, ground: Ground) -> Result<()> {
        self.sees_inside(frame, GROUND, [(ground == Ground::Dark).into()]).await.map(drop)
    }

    /// A frame follows an article that turns dark, and light again.
    pub async fn follows(&self, frame: usize) -> Result<()> {
        for (style, ground) in [("background:#111;color:#eee", Ground::Dark), ("", Ground::Light)] {
            self.look("document.body.style.cssText = arguments[0]", [style.into()]).await?;
            self.frame_is(frame, ground).await?;
        }
        Ok(())
    }

    /// Checks a chart in a frame: it is drawn, as high as it asks for, at rest, and in the colours of the page, and its
    /// sentence is found once.
    pub async fn good_chart(&self, frame: usize, words: &Words) -> Result<()> {
        self.live(frame).await?;
        self.fits(frame).await?;
        self.finds(&words.sentence, 1).await?;
        self.rests(frame).await?;
        self.follows(frame).await
    }

    /// Waits until the plain part in an element is complete: sentence, picture, table and link, each in full and with
    /// nothing over it.
    pub async fn plain_part(&self, selector: &str, words: &Words) -> Result<()> {
        let pictures = "return images(document.querySelector(arguments[0])).length";
        self.sees(pictures, [selector.into()]).await.context("the picture does not load")?;
        let args = [selector.into(), words.sentence.as_str().into()];
        self.sees(PLAIN_PART, args).await.context("a part is not seen in full").map(drop)
    }
}

/// Title and sentence of a chart.
pub struct Words {
    pub title: String,
    pub sentence: String,
}

/// Those of a chart in a language, such as `proceeds.en`, as in the code to paste.
pub fn words(name: &str) -> Result<Words> {
    let code = server::snippet(name, "")?;
    let attribute = |name: &str| Some(decode(code.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0));
    let title = code.split_once("<b>").and_then(|(_, rest)| Some(decode(rest.split_once("</b>")?.0)));
    let title = title.context("the code has no title")?;
    let both = attribute("alt").context("the picture has no words")?;
    let sentence = both.strip_prefix(&title).context("the picture has other words")?;
    let sentence = sentence.strip_prefix(". ").or_else(|| sentence.strip_prefix("。"));
    let sentence = sentence.context("no full stop parts title and sentence")?.to_owned();
    Ok(Words { title, sentence })
}

/// Decodes the character references that templates and minifiers write.
fn decode(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('&') {
        text += before;
        let (name, after) = after.split_once(';').unwrap_or((after, ""));
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let named = match name {
            "quot" => Some('"'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            _ => None,
        };
        let hex = || number(name.strip_prefix("#x")?, 16);
        let decimal = || number(name.strip_prefix('#')?, 10);
        text.extend(named.or_else(hex).or_else(decimal));
        rest = after;
    }
    text + rest
}
