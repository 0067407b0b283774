//! Pages, frames and elements in every language: each loads only its own, and no English is left.

use anyhow::{Context, Result};
use heistogram::locale;
use heistogram_browser_tests::{Browser, Chart, ConsoleMessage, Options, Page, Session, in_browsers};
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
    std::fs::write(site.folder.path().join("article.html"), page)?;
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

/// Common words of English that no other language has; Italian has `all’`.
const ENGLISH: &str =
    r"\b(the|of|and|with|from|not|known|attacks?|year|by|are|was|were|this|that|for|one|more|than|all(?!’))\b";

/// Texts of the page that match the second argument once names are removed.
const LEFT: &str = r"const [names, pattern] = arguments, english = new RegExp(pattern, 'i'), left = [];
    const walk = (node) => {
      if (node.nodeType === 3) {
        let text = node.data.replace(/https?:\S+|CC BY|“[^”]*”/g, '');
        for (const name of names) text = text.replaceAll(name, '');
        if (english.test(text)) left.push(text.trim());
        return;
      }
      if (node.nodeType === 1) {
        // Titles of works, publishers, places in works, and the notation of the files stay as printed, marked.
        if (node.lang === 'en' && ['A', 'I', 'CODE'].includes(node.tagName)) return;
        if (['SCRIPT', 'STYLE', 'TEXTAREA'].includes(node.tagName)) return;
        for (const name of ['aria-label', 'alt', 'title', 'placeholder'])
          if (node.hasAttribute(name)) walk(new Text(node.getAttribute(name)));
        if (node.shadowRoot) walk(node.shadowRoot);
      }
      node.childNodes.forEach(walk);
    };
    walk(document.documentElement);
    return [...new Set(left)]";

in_browsers!(no_english_is_left_over: Chromium);
async fn no_english_is_left_over(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut names: Vec<String> = dataset()?.incidents.iter().map(|incident| incident.victim().to_owned()).collect();
    let sources = dataset()?.details.context("texts and sources")?.sources;
    names.extend(sources.into_iter().map(|source| source.publisher));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
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
        assert_eq!(session.eval(LEFT, [json!(names), json!(ENGLISH)]).await?, json!([]), "{lang}");
        let taken = locale::Locale::of(lang).context("the language is there")?.messages().take_away;
        assert_eq!(Chart::new(&session, "attacks").content("[part=take]").await?, taken);
        assert_eq!(session.console_errors().await?, []);
        for id in ["bybit-2025-02", "bangladesh-bank-2016", "coincheck-2018-01", "hector-network-2024-01"] {
            session.goto(&format!("{}{lang}/i/{id}/", site.server.url())).await?;
            session.wait_until("return document.querySelector('.facts')").await?;
            assert_eq!(session.eval(LEFT, [json!(names), json!(ENGLISH)]).await?, json!([]), "{lang}, {id}");
        }
    }
    Ok(())
}

/// Language and words of the text on the card; nothing before its sources are there.
const CARD: &str =
    "const card = document.querySelector('heist-chart[chart=incidents]')?.shadowRoot?.querySelector('[part=card]');
    const text = card?.querySelector('.sources') && card.querySelector('details > p[dir]');
    return text ? [text.lang, text.textContent] : null";

in_browsers!(texts_that_do_not_load_stay_english_and_are_marked: Chromium);
async fn texts_that_do_not_load_stay_english_and_are_marked(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = Session::open(browser, Options { width: 1000, height: 900, ..Options::default() }).await?;
    let dataset = dataset()?;
    let index =
        dataset.incidents.iter().position(|incident| incident.id() == "bybit-2025-02").context("it is there")?;
    let english = dataset.details.as_ref().and_then(|details| details.incidents[index].text.clone());
    site.remove("texts.ko")?;
    go(&session, &site, "ko/#incident=bybit-2025-02").await?;
    session.wait_until(CARD).await?;
    assert_eq!(session.eval(CARD, []).await?, json!(["en", english]));
    Ok(())
}
