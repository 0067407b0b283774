//! What each tool leaves of the code to paste, as a table of docs/embedding.md has it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use heistogram_browser_tests::{Browser, in_browsers};

use crate::parts;
use crate::reader::{Reader, words};
use crate::server::{Habit, Newsroom};
use crate::site::site;

/// Tools by the first cell of their rows.
const TOOLS: [(&str, &str); 10] = [
    ("markdown-it with `html: true`", "markdown_it"),
    ("markdown-it's default", "markdown_it_default"),
    ("WordPress, an author (`wp_kses_post`)", "kses"),
    ("rehype-sanitize (GitHub's list)", "rehype"),
    ("DOMPurify's default", "dompurify"),
    ("DOMPurify with `ADD_TAGS: [\"iframe\"]`", "dompurify_frames"),
    ("sanitize-html's default", "sanitize_html"),
    ("js-xss's default", "xss"),
    ("bleach with `strip=True`", "bleach"),
    ("TinyMCE's default", "tinymce"),
];

/// Whether words, picture and table are in the page, as the cells of a row have it.
const LEFT: &str = "
    const [sentence] = arguments;
    const out = document.querySelector('#out');
    const yes = (nodes) => nodes.some((node) => shown(node) && uncut(node) > 0.97) ? 'yes' : 'no';
    const code = out.textContent.includes('<figure') ? 'as code' : '';
    const open = yes(all('td', out)) === 'yes' ? 'open' : '';
    const table = open || (yes(all('summary', out)) === 'yes' && all('details td', out).length ? 'yes' : 'no');
    return [code || (one_line(out.textContent).includes(sentence) ? 'yes' : 'no'), yes(images(out)), table]";

in_browsers!(what_the_table_says_survives: Chromium);
async fn what_the_table_says_survives(browser: Browser) -> Result<()> {
    let site = site()?;
    let newsroom = Newsroom::start(&site, Habit::Usual)?;
    let reader = Reader::start(browser).await?;
    let sentence = words("proceeds.en")?.sentence;
    let mut rows = Vec::new();
    for (name, tool) in TOOLS {
        if tool == "tinymce" {
            reader.open(&newsroom, "editor-empties-sandbox").await?;
            reader.sees("return document.documentElement.dataset.saved", []).await?;
        } else {
            if parts::cleaned(tool, "")?.is_none() {
                continue;
            }
            reader.open(&newsroom, &format!("survives?{tool}")).await?;
        }
        // A frame whose sandbox forbids scripts never draws. Any other has sent its messages by the time it is drawn.
        let runs = "const { sandbox } = frames_of_ours()[0];
            return !sandbox.length || sandbox.contains('allow-scripts')";
        let live = reader.frames().await? == 1
            && reader.look(runs, []).await? == true
            && reader.live(0).await.is_ok()
            && reader.fits(0).await.is_ok()
            && reader.look("return shown(frames_of_ours()[0])", []).await? == true;
        if !live {
            reader.sees("return all('#out img').every((img) => img.complete)", []).await?;
        }
        let [words, picture, table] = if live {
            // The frame has all of it.
            ["yes", "yes", "yes"].map(str::to_owned)
        } else {
            let found = reader.look(LEFT, [sentence.as_str().into()]).await?;
            [0, 1, 2].map(|at| found[at].as_str().unwrap_or_default().to_owned())
        };
        let height = if live {
            "the chart's"
        } else if table == "open" {
            "that of the whole table"
        } else {
            "its own"
        };
        let live = if live { "yes" } else { "no" };
        rows.push(format!("| {name} | {words} | {picture} | {table} | {live} | {height} |"));
    }
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/embedding.md");
    let document = fs::read_to_string(&document)
        .with_context(|| format!("docs/embedding.md should have:\n{}", rows.join("\n")))?;
    // Cells may be padded to align the columns.
    let squeeze = |row: &str| row.split_whitespace().collect::<Vec<_>>().join(" ");
    let written: Vec<_> = document.lines().map(squeeze).collect();
    let missing: Vec<_> = rows.iter().filter(|row| !written.contains(&squeeze(row))).collect();
    ensure!(missing.is_empty(), "docs/embedding.md lacks:\n{}", rows.join("\n"));
    Ok(())
}
