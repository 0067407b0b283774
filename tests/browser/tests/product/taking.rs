//! Exports: the menu by mouse and keyboard, files as the native code writes them, citations.

use anyhow::{Context, Result};
use heistogram::aggregate::Filter;
use heistogram::chart::{ChartKind, Figure};
use heistogram::export;
use heistogram::locale::{ALL, Locale, fill, territory};
use heistogram::state::State;
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers, once};
use serde_json::{Value, json};

use crate::site::{Site, dataset, site};

const VIEW: &str = "period=2016..2019-05&group=banks,exchanges";

pub async fn open(browser: Browser, site: &Site, options: Options) -> Result<Session> {
    let session = site.open_view(browser, VIEW, options).await?;
    // Words and menu load after the charts.
    let have_words = "return all('heist-chart').every(({ shadowRoot }) => shadowRoot?.querySelector('.other'))";
    Page::new(&session).wait_until(have_words, []).await?;
    Ok(session)
}

/// Opens the menu of a chart, presses an entry, and returns `[name, text, type]` of the saved file.
pub async fn save(session: &Session, chart: &str, entry: &str) -> Result<[String; 3]> {
    let press = "const menu = get('[part=menu]');
        if (menu.hidden) get('[part=take]').click();
        const pause = () => new Promise((done) => setTimeout(done, 20));
        const until = async (what) => { while (!what()) await pause(); return what() };
        const made = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
        let file, name;
        URL.createObjectURL = (blob) => made.call(URL, (file = blob));
        HTMLAnchorElement.prototype.click = function () { if (this.href.startsWith('blob:')) name = this.download; };
        const button = await until(() => [...menu.querySelectorAll('button')].find((one) => one.textContent === arguments[0]));
        button.click();
        await until(() => name);
        [URL.createObjectURL, HTMLAnchorElement.prototype.click] = [made, click];
        const bytes = new Uint8Array(await file.arrayBuffer());
        return [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), file.type]";
    let saved = Chart::new(session, chart).eval_async(press, [entry.into()]).await?;
    Ok([0, 1, 2].map(|at| saved[at].as_str().unwrap_or_default().to_owned()))
}

/// Presses an entry; returns what is copied, the status and the text to copy by hand. With `refuse` copying fails.
async fn copy(session: &Session, chart: &str, entry: &str, refuse: bool) -> Result<Value> {
    let press = "const menu = get('[part=menu]');
        if (menu.hidden) get('[part=take]').click();
        let given;
        const writeText = async (text) => { if (arguments[1]) throw new Error(); given = text; };
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        const button = () => [...menu.querySelectorAll('button')].find((one) => one.textContent === arguments[0]);
        const status = () => menu.querySelector('[role=status]')?.textContent;
        while (!button()) await new Promise((done) => setTimeout(done, 20));
        button().click();
        while (!status()) await new Promise((done) => setTimeout(done, 20));
        return [given, status(), menu.querySelector('textarea')?.value]";
    Chart::new(session, chart).eval_async(press, [entry.into(), refuse.into()]).await
}

fn figure(kind: ChartKind) -> Result<(Figure, heistogram::data::Dataset)> {
    let dataset = dataset()?;
    let figure = Figure::new(kind, &dataset, &State::read(VIEW).0.filter, kind.measures()[0]);
    Ok((figure, dataset))
}

in_browsers!(tables_are_those_of_the_native_code);
async fn tables_are_those_of_the_native_code(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, Options::default()).await?;
    for kind in ChartKind::ALL {
        let (figure, dataset) = figure(kind)?;
        let chosen = export::incidents_of(&figure, &dataset);
        // No incident is behind a share that somebody states.
        assert_eq!(chosen.is_empty(), kind == ChartKind::Share);
        assert!(chosen.len() < dataset.incidents.len(), "{kind:?}");
        let [name, text, form] = save(&session, kind.id(), "Download the figures (table)").await?;
        assert!(name.ends_with("-figures.csv"), "{name}");
        assert_eq!(text, export::figures(&figure, &dataset, territory::names(ALL[0])));
        assert_eq!(form, "text/csv");
        let [name, text, form] = save(&session, kind.id(), "Download incidents (CSV)").await?;
        assert_eq!(name, format!("heistogram-{}-2016-2019-05-banks-exchanges-{}.csv", kind.id(), dataset.as_of));
        assert_eq!(text, export::csv(&dataset, &chosen, territory::names(ALL[0])));
        assert_eq!(form, "text/csv");
        let [name, text, form] = save(&session, kind.id(), "Download incidents (JSON)").await?;
        assert!(name.ends_with(".json"), "{name}");
        assert_eq!(text, export::json(&dataset, &chosen));
        assert_eq!(form, "application/json");
    }
    assert!(session.console_errors().await?.is_empty());
    Ok(())
}

in_browsers!(tables_name_countries_in_english_in_every_language);
/// Our dataset, that of a single file, and another one, which loads the names of countries from another file.
async fn tables_name_countries_in_english_in_every_language(browser: Browser) -> Result<()> {
    let site = site()?;
    let fixture = include_str!("../../../fixtures/fixture.json").replacen("\"KR\"", "\"NA\"", 1);
    site.write("data/fixture.json", &fixture)?;
    let own = heistogram::data::Dataset::from_value(&serde_json::from_str(&fixture)?);
    let own = own.map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let session = Session::open(browser, Options::default()).await?;
    let ready = "return canvas?.offsetHeight > 0 && rowsOf(root) && find('[part=menu]')
        && get('[part=take]').hidden === false";
    let chart = Chart::new(&session, "incidents");
    let entry = fill(Locale::Ja.messages().download_incidents, &[("format", "CSV")]);
    for (page, is_own) in [("ja/", false), ("heistogram.ja.html", false), ("ja/", true)] {
        session.goto(&format!("{}{page}", site.server.url())).await?;
        chart.come_near().await?;
        chart.wait_until(ready, []).await?;
        let mut expected = dataset()?;
        if is_own {
            let give = "const drawn = new Promise((done) => host.addEventListener('heist-ready', done));
                host.setAttribute('src', '../data/fixture.json');
                await drawn;";
            chart.eval_async(give, []).await.context("not drawn")?;
            expected = own.clone();
            chart.wait_until(ready, []).await?;
        }
        let all: Vec<usize> = (0..expected.incidents.len()).collect();
        let [_, text, _] = save(&session, "incidents", &entry).await.with_context(|| format!("{page}, {is_own}"))?;
        assert_eq!(text, export::csv(&expected, &all, territory::names(Locale::En)), "{page}, {is_own}");
    }
    Ok(())
}

once!(everything_is_also_a_file_of_the_site);
async fn everything_is_also_a_file_of_the_site() -> Result<()> {
    let site = site()?;
    let dataset = dataset()?;
    let all: Vec<usize> = (0..dataset.incidents.len()).collect();
    let file = std::fs::read_to_string(site.folder.path().join("data/incidents.csv"))?;
    assert_eq!(file, export::csv(&dataset, &all, territory::names(ALL[0])));
    Ok(())
}

in_browsers!(what_was_taken_away_can_be_drawn_again);
async fn what_was_taken_away_can_be_drawn_again(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Options::default()).await?;
    let [_, text, _] = save(&session, "incidents", "Download incidents (JSON)").await?;
    site.write("data/taken.json", text)?;
    let script = "const chart = document.createElement('heist-chart'); chart.setAttribute('chart', 'incidents');
        chart.setAttribute('src', 'data/taken.json');
        const ready = new Promise((done) => { for (const type of ['heist-ready', 'heist-error']) chart.addEventListener(type, done); });
        document.body.prepend(chart);
        const { type, detail } = await ready;
        return [type, detail?.message ?? null]";
    assert_eq!(session.eval_async(script, []).await?, json!(["heist-ready", null]));
    Ok(())
}

in_browsers!(pictures_hold_title_selection_source_and_licence_and_stay_the_same);
async fn pictures_hold_title_selection_source_and_licence_and_stay_the_same(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Options::default()).await?;
    let other =
        open(browser, &site, Options { width: 360, dpr: 3.0, dark: true, lang: "de-DE".into(), ..Options::default() })
            .await?;
    for kind in ChartKind::ALL {
        let [name, svg, form] = save(&session, kind.id(), "Download SVG").await?;
        assert!(name.ends_with(".svg") && form == "image/svg+xml", "{name} {form}");
        let (figure, dataset) = figure(kind)?;
        let locale = ALL[0];
        // On as many lines as it needs.
        let said = svg.split("<text").skip(1).filter_map(|text| text.split(['>', '<']).nth(1));
        let said = said.collect::<Vec<_>>().join(" ");
        for words in [
            heistogram::describe::title(kind, locale).to_owned(),
            heistogram::describe::selection(&figure.filter, &dataset, locale),
            format!(
                "{}. Heistogram contributors, CC BY 4.0",
                heistogram::describe::source_line(&figure, &dataset, locale)
            ),
        ] {
            assert!(said.contains(&words), "{words} is not in {}: {said}", kind.id());
        }
        // It is valid and complete: an image can load no other file.
        let drawn = session
            .eval_async(
                "const image = new Image(); image.src = URL.createObjectURL(new Blob([arguments[0]], { type: 'image/svg+xml' }));
                await image.decode();
                const [, height] = arguments[0].match(/<svg[^>]* height=\"([\\d.]+)\"/);
                return [image.naturalWidth, image.naturalHeight - Math.round(height), image.naturalHeight]",
                [svg.as_str().into()],
            )
            .await?;
        // A selection has no share: a line says so.
        let least = if kind == ChartKind::Share { 200 } else { 300 };
        assert!(drawn[0] == 1200 && drawn[1] == 0 && drawn[2].as_u64() > Some(least), "{kind:?}: {drawn}");
        assert_eq!(save(&other, kind.id(), "Download SVG").await?[1], svg, "screen, theme and language change nothing");
        let [name, png, form] = save(&session, kind.id(), "Download PNG").await?;
        assert!(name.ends_with(".png") && form == "image/png" && png.len() > 10_000, "{name} {form}");
    }
    Ok(())
}

// Byte for byte, in every browser. A missing golden file is written; look at it then.
in_browsers!(a_picture_is_the_golden_one);
async fn a_picture_is_the_golden_one(browser: Browser) -> Result<()> {
    let site = site()?;
    site.write("data/fixture.json", include_str!("../../../fixtures/fixture.json"))?;
    let session = site.open(browser, Options::default()).await?;
    let give = "host.setAttribute('src', 'data/fixture.json');
        await new Promise((done) => host.addEventListener('heist-ready', done));
        while (get('[part=take]').hidden) await new Promise((done) => setTimeout(done, 20));";
    Chart::new(&session, "targets").eval_async(give, []).await?;
    let [_, svg, _] = save(&session, "targets", "Download SVG").await?;
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/targets.svg");
    if !path.exists() {
        std::fs::create_dir_all(path.parent().context("no folder")?)?;
        std::fs::write(&path, &svg)?;
    }
    assert_eq!(svg, std::fs::read_to_string(path)?);
    Ok(())
}

in_browsers!(a_citation_says_who_what_when_and_where);
async fn a_citation_says_who_what_when_and_where(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Options::default()).await?;
    let page = format!("{}#{}", site.server.url(), VIEW);
    let selection = "Showing: January 2016 to May 2019; Banks or Exchanges";
    let (figure, dataset) = figure(ChartKind::Attacks)?;
    assert_ne!(figure.filter, Filter::default());
    let title = heistogram::describe::title(ChartKind::Attacks, ALL[0]);
    let source = heistogram::describe::source_line(&figure, &dataset, ALL[0]);
    let copied = copy(&session, "attacks", "Copy citation", false).await?;
    let words = format!("Heistogram contributors: {title} ({selection}). {source}. CC BY 4.0. {page}");
    assert_eq!(copied, json!([words, "Copied.", null]));
    let as_of = dataset.as_of;
    let entry = format!(
        "@misc{{heistogram-attacks-2016-2019-05-banks-exchanges-{as_of},\n  author = {{{{Heistogram contributors}}}},\n  \
         title = {{{{{title} ({selection})}}}},\n  year = {{{}}},\n  version = {{{as_of}}},\n  url = {{{page}}},\n  \
         note = {{{source}. CC BY 4.0}}\n}}\n",
        as_of.year()
    );
    assert_eq!(copy(&session, "attacks", "Copy BibTeX", false).await?, json!([entry, "Copied.", null]));
    assert_eq!(copy(&session, "attacks", "Copy link", false).await?[0], json!(page));
    let refused = copy(&session, "attacks", "Copy BibTeX", true).await?;
    assert_eq!(refused[2], json!(entry), "the text is there to be copied by hand: {refused}");
    Ok(())
}

in_browsers!(a_bibliography_holds_any_text_as_text);
async fn a_bibliography_holds_any_text_as_text(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Options::default()).await?;
    let any = "}} {\\} %&#_$~^ \" @misc{b, \\input{/etc/passwd}";
    Chart::new(&session, "attacks").click("[part=take]").await?;
    let take = "return performance.getEntriesByType('resource').map(({ name }) => name)
        .find((name) => name.includes('/download.'))";
    let take = session.wait_until(take).await?;
    let entry = "const [file, any] = arguments; const { bibtex } = await import(file);
        return bibtex('key', { author: 'A', title: any, as_of: '2026-11-01', url: `https://example.org/${any}`, note: any })";
    let entry = session.eval_async(entry, [take, any.into()]).await?;
    let entry = entry.as_str().context("no text")?;
    let harmless = |command: &str| command.starts_with("text") || command.starts_with(['%', '&', '#', '_', '$']);
    assert!(entry.split('\\').skip(1).all(harmless), "{entry}");
    // In BibTeX a value ends where its braces balance.
    let mut depth = 0;
    let fields = entry.lines().filter(|line| {
        let outside = depth == 1;
        depth += line.matches('{').count().cast_signed() - line.matches('}').count().cast_signed();
        outside
    });
    assert_eq!(fields.count(), 7, "{entry}");
    assert_eq!(depth, 0, "{entry}");
    Ok(())
}

in_browsers!(the_menu_opens_and_closes_by_keyboard_and_alone);
async fn the_menu_opens_and_closes_by_keyboard_and_alone(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, Options { width: 320, height: 700, ..Options::default() }).await?;
    let (page, chart) = (Page::new(&session), Chart::new(&session, "attacks"));
    chart.scroll_to("[part=take]").await?;
    chart.focus("[part=take]").await?;
    session.key(Key::Enter).await?;
    chart.wait_shown("[part=menu] button").await?;
    assert_eq!(
        chart.contents("[part=menu] button").await?,
        [
            "Download the figures (table)",
            "Download incidents (CSV)",
            "Download incidents (JSON)",
            "Download SVG",
            "Download PNG",
            "Copy sentence with source",
            "Copy link",
            "Embed…",
            "Copy citation",
            "Copy BibTeX"
        ]
    );
    let small = "return all('[part=take], [part=menu] button').map((one) => one.getBoundingClientRect())
        .filter(({ width, height, left, right }) => width < 24 || height < 24 || left < 0 || right > innerWidth).length";
    assert_eq!(chart.eval(small, []).await?, json!(0));
    session.key(Key::Tab).await?;
    assert_eq!(chart.eval("return root.activeElement.textContent", []).await?, json!("Download the figures (table)"));
    session.key(Key::Escape).await?;
    chart.wait_hidden("[part=menu]").await?;
    assert!(chart.is_focused("[part=take][aria-expanded=false]").await?);
    assert_eq!(session.eval("return location.hash", []).await?, json!(format!("#{VIEW}")), "the selection stays");
    session.key(Key::Escape).await?;
    page.wait_fragment("").await?;

    // It is filled again each time it opens: an old button would take the focus and then lose it.
    let again = "const old = get('[part=menu] button'); get('[part=take]').click(); return old.isConnected";
    assert_eq!(chart.eval(again, []).await?, json!(false));
    Ok(())
}

in_browsers!(only_what_can_be_shared_is_offered);
async fn only_what_can_be_shared_is_offered(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = Session::open(browser, Options::default()).await?;
    let file = format!("file://{}", site.folder.path().join("heistogram.en.html").display());
    let share = "const [may] = arguments;
        navigator.share = async (given) => { window.given = given };
        navigator.canShare = ({ url }) => may && !(url && !url.startsWith('http'));";
    for (url, may, offers) in [
        (&site.server.url(), true, [true, true]),
        (&site.server.url(), false, [false, true]),
        (&file, true, [true, false]),
    ] {
        session.goto(url).await?;
        let chart = Chart::first(&session);
        chart.wait_told().await?;
        session.eval(share, [json!(may)]).await?;
        let is_empty = "get('[part=take]').click(); const menu = get('[part=menu]');
            return menu.checkVisibility() && !menu.textContent";
        assert_eq!(chart.eval(is_empty, []).await?, false, "no empty menu is shown");
        chart.wait_shown("[part=menu] button").await?;
        let buttons = chart.contents("[part=menu] button").await?;
        assert_eq!(["Share…", "Copy link"].map(|one| buttons.iter().any(|other| other == one)), offers, "{url}");
        for entry in ["Copy sentence with source", "Copy citation", "Copy BibTeX"] {
            let copied = copy(&session, "raids", entry, false).await?;
            let text = copied[0].as_str().context("nothing is copied")?;
            assert_eq!((text.contains("http"), text.contains("file:")), (offers[1], false), "{entry}: {text}");
        }
    }
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
