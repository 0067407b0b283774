//! A reader of somebody's page: what is seen, heard and reached there.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::elements::Element;
use heistogram_browser_tests::{Browser, Options, Session, is_truthy};
use serde_json::{Value, json};

use crate::server::{self, Newsroom};

const EYES: &str = include_str!("../../cases/eyes.js");

/// How long something that must come is waited for, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser on somebody's page.
pub struct Reader {
    pub session: Session,
}

/// The lightness of a document's ground, to be compared.
const LIGHTNESS: &str = "return luminance(ground(document.body))";

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

    /// What the body of a function with the eyes of `eyes.js` returns.
    pub async fn look(&self, body: &str) -> Result<Value> {
        self.session.eval(&format!("{EYES}\n{body}"), []).await
    }

    /// The same, of an async function.
    pub async fn watch(&self, body: &str) -> Result<Value> {
        self.session.eval_async(&format!("{EYES}\n{body}"), []).await
    }

    /// Waits until the body of a function returns something truthy, and gives that.
    pub async fn sees(&self, body: &str) -> Result<Value> {
        let start = Instant::now();
        loop {
            // A document that goes while it is asked has no answer.
            let answer = self.look(body).await;
            match answer {
                Ok(value) if is_truthy(&value) => return Ok(value),
                answer if start.elapsed() > PATIENCE => bail!("waited in vain for {body}: {answer:?}"),
                _ => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Goes into one of our frames, counted in the order of the page.
    async fn enter(&self, frame: usize) -> Result<()> {
        let found = self.look(&format!("return frames_of_ours()[{frame}]")).await?;
        let id = found.as_object().and_then(|keys| keys.values().next()?.as_str()).context("there is no frame")?;
        Element::from_element_id(self.session.client.clone(), id.to_owned().into()).enter_frame().await?;
        Ok(())
    }

    /// What the body of a function returns in one of our frames.
    pub async fn inside(&self, frame: usize, body: &str) -> Result<Value> {
        self.enter(frame).await?;
        let value = self.look(body).await;
        self.session.client.enter_parent_frame().await?;
        value
    }

    /// Waits until the body of a function returns something truthy in one of our frames, and gives that.
    pub async fn sees_inside(&self, frame: usize, body: &str) -> Result<Value> {
        let start = Instant::now();
        loop {
            match self.inside(frame, body).await {
                Ok(value) if is_truthy(&value) => return Ok(value),
                answer if start.elapsed() > PATIENCE => bail!("waited in vain in a frame for {body}: {answer:?}"),
                _ => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Scrolls to a frame and waits until its chart is drawn.
    pub async fn live(&self, frame: usize) -> Result<()> {
        self.sees(&format!("return frames_of_ours().length > {frame}")).await?;
        self.look(&format!("frames_of_ours()[{frame}].scrollIntoView({{ block: 'center', behavior: 'instant' }})"))
            .await?;
        self.sees_inside(frame, "return live()").await.map(drop)
    }

    /// In how many places a text is seen, and in how many it is heard; frames count.
    pub async fn said(&self, text: &str) -> Result<(u64, u64)> {
        let count = format!(
            "const places = holding({}); return [places.filter(seen).length, places.filter(heard).length]",
            json!(text)
        );
        let number = |value: &Value, at: usize| value[at].as_u64().unwrap_or_default();
        let outside = self.look(&count).await?;
        let mut sum = (number(&outside, 0), number(&outside, 1));
        let frames = self.look("return frames_of_ours().map((frame) => [shown(frame), heard(frame)])").await?;
        for (at, frame) in frames.as_array().into_iter().flatten().enumerate() {
            // A frame that has not come says nothing.
            let Ok(inside) = self.inside(at, &count).await else { continue };
            sum.0 += if frame[0] == true { number(&inside, 0) } else { 0 };
            sum.1 += if frame[1] == true { number(&inside, 1) } else { 0 };
        }
        Ok(sum)
    }

    /// Waits until a sentence is seen and heard in so many places.
    pub async fn says(&self, sentence: &str, times: u64) -> Result<()> {
        let start = Instant::now();
        loop {
            let said = self.said(sentence).await?;
            if said == (times, times) {
                return Ok(());
            }
            let (seen, heard) = said;
            ensure!(start.elapsed() < PATIENCE, "it is seen in {seen} places and heard in {heard}: {sentence}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until a frame is as high as its chart asks for and nothing in it scrolls.
    pub async fn fits(&self, frame: usize) -> Result<()> {
        let start = Instant::now();
        loop {
            let height = format!("return frames_of_ours()[{frame}].clientHeight");
            let outer = self.look(&height).await?.as_f64().unwrap_or_default();
            let asked = "const { height } = document.documentElement.getBoundingClientRect();
                return [height, innerWidth - document.documentElement.clientWidth]";
            let inner = self.inside(frame, asked).await?;
            let (asked, bar) = (inner[0].as_f64().unwrap_or(-1.0), inner[1].as_f64().unwrap_or(-1.0));
            if (outer - asked).abs() < 3.0 && bar == 0.0 {
                return Ok(());
            }
            ensure!(start.elapsed() < PATIENCE, "the frame is {outer} px high, its chart {asked}, its scrollbar {bar}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The height of an element does not change any more.
    pub async fn rests(&self, element: &str) -> Result<()> {
        let count = self.watch(&format!("return changes({element}, 40)")).await?;
        ensure!(count == 0, "the height of {element} changes {count} times");
        Ok(())
    }

    /// A frame follows an article that goes dark, and light again.
    pub async fn follows(&self, frame: usize) -> Result<()> {
        for (body, right) in [("background:#111;color:#eee", "< 0.2"), ("", "> 0.7")] {
            self.look(&format!("document.body.style.cssText = {}", json!(body))).await?;
            self.sees_inside(frame, &format!("{LIGHTNESS} {right}")).await?;
        }
        Ok(())
    }

    /// What any chart in a frame should be: drawn, as high as it asks for, at rest, said once, in the page's colours.
    pub async fn good_chart(&self, frame: usize, words: &Words) -> Result<()> {
        self.live(frame).await?;
        self.fits(frame).await?;
        self.says(&words.sentence, 1).await?;
        self.rests(&format!("frames_of_ours()[{frame}]")).await?;
        self.follows(frame).await
    }

    /// The plain part is all there: sentence, picture, table and link, each in full and with nothing over it.
    pub async fn plain_part(&self, root: &str, words: &Words) -> Result<()> {
        let sentence = json!(words.sentence);
        self.sees(&format!("return images({root}).length")).await.context("the picture does not come")?;
        let script = format!(
            "const root = {root};
             for (const details of all('details', root)) details.open = true;
             const cut = all('*', root).filter((node) => getComputedStyle(node).overflowY !== 'visible'
                 && getComputedStyle(node).clipPath === 'none' && getComputedStyle(node).clip === 'auto'
                 && node.localName !== 'iframe' && node.scrollHeight > node.clientHeight + 1);
             const parts = {{ sentence: holding({sentence}, root), picture: images(root),
                 table: all('td', root).slice(0, 1), link: all('a[href*=\"#\"]', root) }};
             const missing = Object.keys(parts).filter((name) => !parts[name].some(seen));
             return missing.length || cut.length ? '' : 'all'"
        );
        self.sees(&script).await.context("a part is not seen in full").map(drop)
    }
}

/// Title and sentence of a chart.
pub struct Words {
    pub title: String,
    pub sentence: String,
}

/// Those of a chart in a language, such as `proceeds.en`, as the code to paste has them.
pub fn words(name: &str) -> Result<Words> {
    let code = server::snippet(name, "")?;
    let attribute = |name: &str| Some(decode(code.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0));
    let title = attribute("title").context("the frame has no title")?;
    let both = attribute("alt").context("the picture has no words")?;
    let sentence = both.strip_prefix(&format!("{title}. ")).context("the picture has other words")?.to_owned();
    Ok(Words { title, sentence })
}

/// Text without the references that templates and minifiers write.
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
