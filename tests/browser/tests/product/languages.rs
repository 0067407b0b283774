//! Pages, frames and elements in every language: each loads only its own, and no English is left.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use heistogram::data::Dataset;
use heistogram::locale;
use heistogram_browser_tests::{Browser, Chart, ConsoleMessage, Options, Page, Session, in_browsers, told};
use serde_json::json;

use crate::site::{Site, dataset, site};

/// Languages of the files that the page has loaded.
const LOADED: &str = "return [...new Set(performance.getEntriesByType('resource')
    .map(({ name }) => name.match(/(?:heistogram_|core\\.|static\\/.*\\.)([a-z]{2})[._]/)?.[1]).filter(Boolean))].sort()";

/// A chart is drawn and has its table.
const SPOKEN: &str = "return [...document.querySelectorAll('heist-chart')].some(({ shadowRoot }) =>
    shadowRoot?.querySelector('canvas')?.offsetHeight > 0 && shadowRoot.querySelector('[part=scroll]').firstChild)";

async fn go(session: &Session, site: &Site, path: &str) -> Result<()> {
    // Otherwise only the fragment would change.
    session.goto("about:blank").await?;
    session.goto(&format!("{}{path}", site.server.url())).await?;
    session.wait_until(SPOKEN).await.with_context(|| path.to_owned())?;
    Ok(())
}

const AT: &str = "return [location.pathname + location.hash, document.documentElement.lang]";

in_browsers!(a_page_loads_its_language_and_keeps_the_view_in_another);
async fn a_page_loads_its_language_and_keeps_the_view_in_another(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, Options { width: 900, height: 900, ..Options::default() }).await?;
    go(&session, &site, "ko/#period=2017..2019&theme=dark").await?;
    assert_eq!(session.eval(LOADED, []).await?, json!(["ko"]));
    Page::new(&session).click("nav a[hreflang=ja]").await?;
    Page::new(&session).wait_language("ja").await?;
    session.wait_until(SPOKEN).await?;
    assert_eq!(session.eval(AT, []).await?, json!(["/ja/#period=2017..2019&theme=dark", "ja"]));
    assert_eq!(session.eval(LOADED, []).await?, json!(["ja"]));

    // A link with a language leads to its page, and keeps the rest of the state.
    session.goto(&format!("{}#lang=it&group=banks", site.server.url())).await?;
    Page::new(&session).wait_language("it").await?;
    assert_eq!(session.eval(AT, []).await?, json!(["/it/#group=banks", "it"]));
    // An unknown language is ignored, with a note.
    go(&session, &site, "it/#lang=xx&group=banks").await?;
    Page::new(&session).wait_content("#notes", "“xx”").await?;
    assert_eq!(session.eval(AT, []).await?, json!(["/it/#lang=xx&group=banks", "it"]));
    go(&session, &site, "ko/#lang=ko-KP&group=banks").await?;
    session.wait_until("return document.querySelector('#selection span').textContent !== ''").await?;
    assert_eq!(Page::new(&session).content("#notes").await?, "");

    // Frames do the same.
    go(&session, &site, "embed/attacks.it.html").await?;
    assert_eq!(session.eval(LOADED, []).await?, json!(["it"]));
    session.goto(&format!("{}embed/attacks.en.html?lang=ko&period=2016..2018", site.server.url())).await?;
    Page::new(&session).wait_language("ko").await?;
    session.wait_until(SPOKEN).await?;
    let at = session.eval("return location.pathname + location.search", []).await?;
    assert_eq!(at, "/embed/attacks.ko.html?period=2016..2018");
    // Firefox logs an error for a module that a page was loading when we left it.
    let errors = session.console_errors().await?;
    let other = errors.iter().filter(|error| !error.text.contains("error loading dynamically imported module"));
    assert_eq!(other.collect::<Vec<_>>(), Vec::<&ConsoleMessage>::new());
    Ok(())
}

in_browsers!(elements_of_one_page_speak_many_languages: Chromium);
async fn elements_of_one_page_speak_many_languages(browser: Browser) -> Result<()> {
    let site = site()?;
    let page = "<!doctype html><html lang=de><meta charset=utf-8><title>Artikel</title><link rel=icon href='data:,'>\
        <script type=module src=heistogram.js></script><div lang=it><heist-chart chart=attacks lang=xx></heist-chart></div>\
        <heist-chart chart=attacks lang=ko-KP></heist-chart><div lang=JA><heist-chart chart=targets lang=''></heist-chart></div>";
    fs::write(site.folder.path().join("article.html"), page)?;
    let options = Options { width: 900, height: 2500, lang: "it-CH".into(), ..Options::default() };
    let mut session = Session::open(browser, options).await?;
    session.goto(&format!("{}article.html", site.server.url())).await?;
    let speak = "const spoken = all('heist-chart').map(({ shadowRoot }) => {
            const part = (name) => shadowRoot?.querySelector(`[part=${name}]`);
            return [part('canvas')?.lang, part('summary')?.textContent, part('status')?.textContent.includes('xx')];
        });
        return JSON.stringify(spoken) === JSON.stringify(arguments[0])";
    let shown = |tag| locale::Locale::of(tag).map(|locale| locale.messages().show_table);
    let expected = json!([["it", shown("it"), true], ["ko", shown("ko"), false], ["ja", shown("ja"), false]]);
    Page::new(&session).wait_until(speak, [expected]).await?;
    assert_eq!(session.eval(LOADED, []).await?, json!(["it", "ja", "ko"]));

    // The attribute can change; a language is loaded once.
    session.eval("for (const chart of document.querySelectorAll('heist-chart')) chart.lang = 'en'", []).await?;
    let expected = json!([["en", shown("en"), false], ["en", shown("en"), false], ["en", shown("en"), false]]);
    Page::new(&session).wait_until(speak, [expected]).await?;
    let english =
        "return performance.getEntriesByType('resource').filter(({ name }) => /_en_.*wasm/.test(name)).length";
    assert_eq!(session.eval(english, []).await?, 4);
    // If no attribute has a known language, the browser's is used.
    session
        .eval("document.querySelector('div[lang]').lang = document.querySelector('heist-chart').lang = 'xx'", [])
        .await?;
    Chart::first(&session).wait_until("return canvas.lang === 'it'", []).await?;
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// Common words of English that no other language has; Italian has `all’`, and `{all}` is a blank to be filled.
const ENGLISH: &str = r"\b(the|of|and|with|from|not|known|attacks?|year|by|are|was|were|this|that|for|one|more|than|later|central|(?<!\{)all(?!’))\b";

/// Gathers texts in `left` that match the second argument once names are removed.
const WALK: &str = r"const [names, pattern, paths] = arguments, english = new RegExp(pattern, 'i'), left = [];
    const known = new RegExp(names.map((name) => name.replace(/[.*+?()[\]|^$]/g, '\\$&')).join('|'), 'g');
    const walk = (node) => {
      if (node.nodeType === 3) {
        const text = node.data.replace(/https?:\S+|CC BY|“[^”]*”/g, '').replace(known, '');
        if (english.test(text)) left.push(text.trim());
        return;
      }
      if (node.nodeType === 1) {
        // Titles of works, publishers, places in works, and the notation of the files stay as printed, marked.
        if (node.lang === 'en' && ['A', 'I', 'CODE'].includes(node.tagName)) return;
        if (['SCRIPT', 'STYLE', 'TEXTAREA'].includes(node.tagName)) return;
        for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'label'])
          if (node.hasAttribute(name)) walk(new Text(node.getAttribute(name)));
        if (/description|title/.test(node.getAttribute('name') ?? node.getAttribute('property')))
          walk(new Text(node.content));
        for (const inner of [node.shadowRoot, node.tagName === 'TEMPLATE' && node.content]) if (inner) walk(inner);
      }
      node.childNodes.forEach(walk);
    };";

/// The texts that [`WALK`] finds in the page.
const IN_PAGE: &str = "walk(document.documentElement); return [...new Set(left)]";

/// Puts the texts that [`WALK`] finds in files, as they are without scripts, on the page's body.
const IN_FILES: &str = "(async () => {
      for (const path of paths) {
        const request = new XMLHttpRequest();
        request.open('GET', '/' + path);
        request.responseType = 'document';
        await new Promise((done) => { request.onloadend = done; request.send(); });
        const { documentElement } = request.response, before = left.length;
        walk(documentElement);
        if (documentElement.lang === 'en' || !documentElement.textContent.trim()) left.push('');
        for (let at = before; at < left.length; at++) left[at] = `${path}: ${left[at]}`;
      }
      return left;
    })().catch((error) => [String(error)]).then((left) => (document.body.dataset.left = JSON.stringify(left)))";

/// Names that stay as they are: of publishers, and of victims without the words in brackets that explain them.
fn names() -> Result<Vec<String>> {
    let dataset = dataset()?;
    let victims = dataset.incidents.iter().flat_map(|incident| incident.victim().split(['(', '/', ')']));
    let mut names: Vec<String> = victims.map(|name| name.trim().to_owned()).collect();
    names.retain(|name| name.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit()));
    let sources = dataset.details.as_ref().context("texts and sources")?.sources.iter();
    names.extend(sources.map(|source| source.publisher.clone()));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    Ok(names)
}

in_browsers!(no_english_is_left_over: Chromium);
async fn no_english_is_left_over(browser: Browser) -> Result<()> {
    let site = site()?;
    let (names, left) = (names()?, [WALK, IN_PAGE].concat());
    let mut session = Session::open(browser, Options { width: 1000, height: 900, ..Options::default() }).await?;
    for lang in &locale::TAGS[1..] {
        go(&session, &site, &format!("{lang}/#incident=bybit-2025-02")).await?;
        // Everything that opens is open: tables, cards, menus, the dialog.
        let open = "(async () => {
            const until = async (found) => { while (!found()) await new Promise((done) => setTimeout(done, 50)) };
            document.querySelectorAll('details').forEach((one) => (one.open = true));
            const more = document.querySelector('#all-incidents .more');
            await until(() => !more.hidden);
            more.click();
            for (const chart of document.querySelectorAll('heist-chart')) {
              chart.scrollIntoView({ behavior: 'instant' });
              const root = chart.shadowRoot;
              await until(() => root.querySelector('[part=take]').textContent);
              root.querySelector('[part=figures]').open = true;
              await until(() => root.querySelector('tbody tr'));
              root.querySelector('[part=take]').click();
              await until(() => root.querySelector('[part=menu] .actions'));
            }
            const { shadowRoot: root } = document.querySelector('heist-chart[chart=incidents]');
            await until(() => root.querySelector('[part=card] .sources'));
            root.querySelectorAll('[part=card] details').forEach((one) => (one.open = true));
            const actions = [...root.querySelectorAll('[part=menu] [part=action]')];
            actions[actions.length - 3].click();
            await until(() => root.querySelector('dialog textarea')?.value);
            document.body.dataset.opened = '';
          })()";
        session.eval(open, []).await?;
        session.wait_until("return 'opened' in document.body.dataset").await?;
        assert_eq!(session.eval(&left, [json!(names), json!(ENGLISH)]).await?, json!([]), "{lang}");
        let taken = locale::Locale::of(lang).context("the language is there")?.messages().take_away;
        assert_eq!(Chart::new(&session, "attacks").content("[part=take]").await?, taken);
        assert_eq!(session.console_errors().await?, []);
        for id in ["bybit-2025-02", "bangladesh-bank-2016", "coincheck-2018-01", "hector-network-2024-01"] {
            session.goto(&format!("{}{lang}/i/{id}/", site.server.url())).await?;
            session.wait_until("return document.querySelector('.facts')").await?;
            assert_eq!(session.eval(&left, [json!(names), json!(ENGLISH)]).await?, json!([]), "{lang}, {id}");
        }
    }
    Ok(())
}

/// Pages and pictures of a language below a folder, without frozen copies: those keep the words of their time.
fn files_of(lang: &str, root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.strip_prefix(root)?.to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "v" {
                files_of(lang, root, &path, found)?;
            }
        } else if (name.starts_with(&format!("{lang}/")) || name.contains(&format!(".{lang}.")))
            && (name.ends_with(".html") || name.ends_with(".svg"))
        {
            found.push(name);
        }
    }
    Ok(())
}

in_browsers!(no_english_is_left_over_in_files: Chromium);
async fn no_english_is_left_over_in_files(browser: Browser) -> Result<()> {
    let (site, names) = (site()?, names()?);
    let session = Session::open(browser, Options { width: 1000, height: 900, ..Options::default() }).await?;
    for lang in &locale::TAGS[1..] {
        let mut paths = Vec::new();
        files_of(lang, site.folder.path(), site.folder.path(), &mut paths)?;
        // The page, the page of the changes, and one of each incident; a frame, a snippet, a page for AMP and six
        // pictures of each chart.
        let expected = 2 + dataset()?.incidents.len() + 9 * ChartKind::ALL.len();
        assert!(paths.len() > expected, "{} files, not {expected}", paths.len());
        session.goto(&format!("{}{lang}/changes/", site.server.url())).await?;
        session.eval(&[WALK, IN_FILES].concat(), [json!(names), json!(ENGLISH), json!(paths)]).await?;
        session.wait_until("return 'left' in document.body.dataset").await?;
        assert_eq!(session.eval("return JSON.parse(document.body.dataset.left)", []).await?, json!([]), "{lang}");
    }
    Ok(())
}

/// Language and words of the text on the card; nothing before its sources are there.
const CARD: &str =
    "const card = document.querySelector('heist-chart[chart=incidents]')?.shadowRoot?.querySelector('[part=card]');
    const text = card?.querySelector('.sources') && card.querySelector('details > p[dir]');
    return text ? [text.lang, text.textContent] : null";

/// Searches the table of all incidents.
const SEARCH: &str = "const input = document.querySelector('#all-incidents input');
    input.value = arguments[0];
    input.dispatchEvent(new InputEvent('input', { isComposing: arguments[1] ?? false }))";
const FOUND: &str =
    "return document.querySelector('#all-incidents [role=status]').textContent === arguments[0] || undefined";

in_browsers!(texts_that_do_not_load_stay_english_until_they_do: Chromium);
async fn texts_that_do_not_load_stay_english_until_they_do(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options { width: 1000, height: 900, ..Options::default() }).await?;
    let dataset = dataset()?;
    let text = |dataset: &Dataset, id| {
        let index = dataset.incidents.iter().position(|incident| incident.id() == id).context("it is there")?;
        let details = dataset.details.as_ref().context("details")?;
        let text = details.incidents[index].text.clone().context("a text")?;
        anyhow::Ok(details.said(&text).text)
    };
    site.take_away("texts.ko")?;
    go(&session, &site, "ko/#incident=bybit-2025-02").await?;
    session.wait_until(CARD).await?;
    assert_eq!(session.eval(CARD, []).await?, json!(["en", text(&dataset, "bybit-2025-02")?]));
    // A search does not say that nothing matches when it cannot know.
    let page = locale::Locale::Ko.page();
    session.eval(SEARCH, [json!("라자루스")]).await?;
    Page::new(&session).wait_until(FOUND, [json!(page.all_failed)]).await?;

    // The next card and the next search try again.
    site.give_back("texts.ko")?;
    let korean = told(dataset, locale::Locale::Ko);
    session.eval("location.hash = 'incident=ronin-2022-03'", []).await?;
    let expected = json!(["", text(&korean, "ronin-2022-03")?]);
    let shown = "const expected = JSON.stringify(arguments[0]), card = (() => { CARD })();
        return JSON.stringify(card) === expected";
    Page::new(&session).wait_until(&shown.replace("CARD", CARD), [expected]).await?;
    session.eval(SEARCH, [json!("라자루스")]).await?;
    session.wait_until("return document.querySelectorAll('#all-incidents tbody tr').length > 10").await?;
    session.eval(SEARCH, [json!("없는 낱말")]).await?;
    Page::new(&session).wait_until(FOUND, [json!(page.all_none)]).await?;
    Ok(())
}

/// The rows of the table are these.
const ROWS: &str =
    "return [...document.querySelectorAll('#all-incidents tbody tr')].map(({ id }) => id).join() === arguments[0]";

in_browsers!(names_are_found_in_each_script: Chromium);
async fn names_are_found_in_each_script(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options { width: 1000, height: 900, ..Options::default() }).await?;
    let searches = [
        ("ko", ["바이비트", "bybit", "ＢＹＢＩＴ", "바이비트", "by\u{200b}bit"]),
        ("ja", ["バイビット", "BYBIT", "ﾊﾞｲﾋﾞｯﾄ", "ハ\u{3099}イヒ\u{3099}ット", "by\u{ad}bit"]),
    ];
    for (lang, words) in searches {
        go(&session, &site, &format!("{lang}/")).await?;
        for word in words {
            session.eval(SEARCH, [json!(word)]).await?;
            let found = [json!("incident=bybit-2025-02")];
            Page::new(&session).wait_until(ROWS, found).await.with_context(|| format!("{lang}: {word}"))?;
        }
    }
    // A syllable that is being composed takes the first consonant of the next one for its last.
    go(&session, &site, "ko/").await?;
    session.eval(SEARCH, [json!("바입"), json!(true)]).await?;
    Page::new(&session).wait_until(ROWS, [json!("incident=bybit-2025-02")]).await?;
    session.eval(SEARCH, [json!("바입"), json!(false)]).await?;
    Page::new(&session).wait_until(ROWS, [json!("")]).await?;
    go(&session, &site, "ja/").await?;
    // Without its marks a kana is another one.
    session.eval(SEARCH, [json!("ハイヒット")]).await?;
    Page::new(&session).wait_until(ROWS, [json!("")]).await?;
    Ok(())
}

in_browsers!(messages_that_are_not_translated_are_marked: Chromium);
async fn messages_that_are_not_translated_are_marked(browser: Browser) -> Result<()> {
    let site = site()?;
    site.remove("heistogram_ko_charts")?;
    let page = "<!doctype html><html lang=ko><meta charset=utf-8><title>기사</title><link rel=icon href='data:,'>\
        <script type=module src=heistogram.js></script><heist-chart chart=attacks></heist-chart>\
        <heist-chart chart=attacks data-failed='시작하지 못했습니다.'></heist-chart>";
    site.write("article.html", page)?;
    let session = Session::open(browser, Options { width: 900, height: 900, ..Options::default() }).await?;
    session.goto(&format!("{}article.html", site.server.url())).await?;
    let says = "return JSON.stringify(all('heist-chart').map(({ shadowRoot }) => {
        const status = shadowRoot?.querySelector('[part=status]');
        return status?.textContent && [status.lang, status.textContent];
      })) === JSON.stringify(arguments[0])";
    let english = "The interactive chart could not start.";
    Page::new(&session).wait_until(says, [json!([["en", english], ["", "시작하지 못했습니다."]])]).await?;
    // The page for own files has its messages in the language of the page.
    session.goto(&format!("{}ko/try.html", site.server.url())).await?;
    session.wait_until("return customElements.get('heist-chart')").await?;
    let give = "const list = new DataTransfer();
        list.items.add(new File(['{'], 'a.json'));
        const input = document.querySelector('input[type=file]');
        input.files = list.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    session.eval(give, []).await?;
    let failed = locale::Locale::Ko.page().failed;
    let first = "return document.querySelector('heist-chart')?.shadowRoot.querySelector('[part=status]').textContent
        === arguments[0]";
    Page::new(&session).wait_until(first, [json!(failed)]).await?;
    Ok(())
}

/// Amounts and dates in parts, each in two lines; and signs that begin a line and should not.
const PARTED: &str = r"const parted = [], inside = /[兆億万月]\u2060?(?=\d)|[억만조월]\s(?=\d)|\d\s(?=달러)|%\u2060?(?=[\p{L}])|\d\s(?=mili)/gu;
    const walk = (node) => {
      if (node.shadowRoot) walk(node.shadowRoot);
      if (node.nodeType === 3 && node.parentElement?.checkVisibility()) {
        for (const { 0: sign, index } of node.data.matchAll(inside)) {
          const [before, after] = [index, index + sign.length].map((at) => {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            return range.getBoundingClientRect();
          });
          if (after.width && after.top > before.bottom - 2) parted.push(node.data.slice(index - 8, index + 8));
        }
      }
      node.childNodes.forEach(walk);
    };
    walk(document.body);
    return parted";

in_browsers!(amounts_and_dates_stay_in_one_line: Chromium);
async fn amounts_and_dates_stay_in_one_line(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, Options { width: 390, height: 900, ..Options::default() }).await?;
    for lang in &locale::TAGS[1..] {
        for page in ["", "changes/", "i/bybit-2025-02/", "i/ronin-2022-03/"] {
            for width in [320, 390, 1000] {
                session.resize(width, 900).await?;
                session.goto(&format!("{}{lang}/{page}", site.server.url())).await?;
                assert_eq!(session.eval(PARTED, []).await?, json!([]), "{lang}/{page}, {width}");
            }
        }
    }
    Ok(())
}
