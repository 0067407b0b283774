//! What screen readers get: roles, names, one text for each announcement, and nothing twice.

use anyhow::{Context, Result, ensure};
use heistogram::chart::{ChartKind, Figure};
use heistogram::data::Dataset;
use heistogram::describe;
use heistogram::locale::{self, Locale};
use heistogram::scene::DatumRef;
use heistogram::state::State;
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers, told};
use serde_json::{Value, json};

use crate::shown::figure;
use crate::site::{Site, dataset, read_all, site};

fn wide() -> Options {
    Options { width: 1000, height: 800, ..Options::default() }
}

/// Where charts appear in each language: our page, a frame, an article with an element.
const SURFACES: [&str; 3] = ["page", "frame", "element"];

/// Opens a surface in a language and waits until its charts take keys; returns those charts.
async fn visit(site: &Site, session: &Session, surface: &str, locale: Locale) -> Result<Vec<ChartKind>> {
    let tag = locale.tag();
    let article = format!(
        "<!doctype html><html lang={tag}><title>Article</title><script type=module src=heistogram.js></script>\
         <main><h1>Article</h1><heist-chart chart=attacks></heist-chart></main>"
    );
    let folder = if locale == locale::ALL[0] { String::new() } else { format!("{tag}/") };
    let path = match surface {
        "page" => folder,
        "frame" => format!("embed/attacks.{tag}.html"),
        _ => {
            site.write("article.html", article)?;
            "article.html".into()
        }
    };
    session.goto(&format!("{}{path}", site.server.url())).await?;
    if surface != "page" {
        Chart::new(session, "attacks").wait_keys().await?;
        return Ok(vec![ChartKind::Attacks]);
    }
    read_all(session).await?;
    for kind in ChartKind::ALL {
        Chart::new(session, kind.id()).wait_keys().await?;
    }
    Ok(ChartKind::ALL.to_vec())
}

/// A surface in a language, with its charts.
struct Visit {
    place: String,
    locale: Locale,
    told: Dataset,
    charts: Vec<ChartKind>,
}

/// Opens every surface in every language and runs `look` on each.
async fn on_every_surface(browser: Browser, look: impl AsyncFn(&Session, &Visit) -> Result<()>) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let session = Session::open(browser, wide()).await?;
    for locale in locale::ALL.iter().copied() {
        for surface in SURFACES {
            let told = told(dataset.clone(), locale);
            let charts = visit(&site, &session, surface, locale).await?;
            let place = format!("{surface}, {}", locale.tag());
            let visit = Visit { place, locale, told, charts };
            look(&session, &visit).await.with_context(|| visit.place.clone())?;
        }
    }
    Ok(())
}

/// Every list box with its first option, and every status message.
const EXPOSED: &str = "const roots = [...document.querySelectorAll('heist-chart')].map((chart) => chart.shadowRoot);
    const described = ({ root, node }) => (node.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
      .map((id) => root.getElementById(id)).map((text) => [text.textContent, text.getAttribute('aria-hidden')]);
    return roots.map((root) => {
      const node = root.querySelector('canvas');
      const options = [...node.querySelectorAll('[role=option]:not([hidden])')];
      return {
        role: [node.getAttribute('role'), node.ariaRoleDescription], name: node.ariaLabel, described: described({ root, node }),
        options: options.map(({ childNodes, textContent, ariaPosInSet, ariaSetSize }) =>
          [textContent, ariaPosInSet, ariaSetSize, childNodes.length]),
        status: [...root.querySelector('[part=status]').childNodes].map(({ nodeType }) => nodeType),
        roles: root.querySelectorAll('[part=status], [part=card] [role=status]').length,
      };
    })";

in_browsers!(charts_are_list_boxes_on_every_surface_in_every_language);
async fn charts_are_list_boxes_on_every_surface_in_every_language(browser: Browser) -> Result<()> {
    on_every_surface(browser, async |session, Visit { place, locale, told, charts }| {
        let exposed = session.eval(EXPOSED, []).await?;
        for (at, kind) in charts.iter().enumerate() {
            let figure = figure(*kind, told);
            let spoken = describe::tooltip(&figure, DatumRef(0), told, *locale).spoken(*locale);
            let expected = json!({
                "role": ["listbox", locale.messages().chart_role], "name": describe::title(*kind, *locale),
                "described": [[locale.messages().chart_keys, "true"]],
                "options": [[spoken, "1", figure.count().to_string(), 1]], "status": [], "roles": 1,
            });
            assert_eq!(exposed[at], expected, "{place}");
        }
        let (role, name) = Chart::new(session, "attacks").role_and_name("canvas").await?;
        assert_eq!(
            (role.as_str(), name.as_str()),
            ("listbox", describe::title(ChartKind::Attacks, *locale)),
            "{place}"
        );
        Ok(())
    })
    .await
}

/// Nodes of the tree that screen readers get.
async fn tree(session: &Session) -> Result<Vec<Value>> {
    Ok(session.accessibility_tree().await?.into_iter().filter(|node| node["ignored"] == false).collect())
}

in_browsers!(nothing_stands_twice_in_the_accessibility_tree: Chromium);
async fn nothing_stands_twice_in_the_accessibility_tree(browser: Browser) -> Result<()> {
    on_every_surface(browser, async |session, Visit { place, locale, told, charts }| {
        let nodes = tree(session).await?;
        let of_role =
            |role: &str| -> Vec<&Value> { nodes.iter().filter(|node| node["role"]["value"] == role).collect() };
        let texts = of_role("StaticText");
        let times = |text: &str| texts.iter().filter(|node| node["name"]["value"] == text).count();
        let boxes = of_role("listbox");
        assert_eq!(boxes.len(), charts.len(), "{place}");
        for (chart, kind) in boxes.iter().zip(charts) {
            assert_eq!(chart["name"]["value"], describe::title(*kind, *locale), "{place}");
            assert_eq!(chart["description"]["value"], locale.messages().chart_keys, "{place}");
            let mut properties = chart["properties"].as_array().into_iter().flatten();
            let focusable = properties.find(|property| property["name"] == "focusable");
            assert_eq!(focusable.map(|property| &property["value"]["value"]), Some(&json!(true)), "{place}");
            let sentence = describe::sentence(&figure(*kind, told), told, *locale);
            assert_eq!(times(&sentence), 1, "{place}: {sentence}");
            let describes =
                |node: &&Value| node["description"]["value"].as_str().is_some_and(|text| text.contains(&sentence));
            assert_eq!(nodes.iter().filter(describes).count(), 0, "{place}: {sentence}");
        }
        assert_eq!(times(locale.messages().chart_keys), 0, "{place}: the help on keys is no text of its own");
        Ok(())
    })
    .await
}

in_browsers!(the_option_that_is_reached_is_the_active_one: Chromium);
async fn the_option_that_is_reached_is_the_active_one(browser: Browser) -> Result<()> {
    let (site, dataset) = (site()?, dataset()?);
    let session = site.open_frame(browser, "proceeds", wide()).await?;
    let press = "canvas.focus();
        for (const key of ['Home', 'ArrowRight']) {
          canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          const before = canvas.getAttribute('aria-activedescendant');
          while (canvas.getAttribute('aria-activedescendant') === before) await new Promise((done) => setTimeout(done));
        }";
    Chart::first(&session).eval_async(press, []).await?;
    let nodes = tree(&session).await?;
    let chart = nodes.iter().find(|node| node["role"]["value"] == "listbox").context("no list box")?;
    let mut properties = chart["properties"].as_array().into_iter().flatten();
    let active = properties.find(|property| property["name"] == "activedescendant").context("nothing is active")?;
    let id = &active["value"]["relatedNodes"][0]["backendDOMNodeId"];
    let option = nodes.iter().find(|node| node["backendDOMNodeId"] == *id).context("it is not in the tree")?;
    let figure = figure(ChartKind::Proceeds, &dataset);
    let spoken = describe::tooltip(&figure, DatumRef(1), &dataset, locale::ALL[0]).spoken(locale::ALL[0]);
    assert_eq!((&option["role"]["value"], &option["name"]["value"]), (&json!("option"), &json!(spoken)));
    Ok(())
}

in_browsers!(a_selection_of_one_or_none_leaves_no_other_option);
async fn a_selection_of_one_or_none_leaves_no_other_option(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_frame(browser, "incidents", wide()).await?;
    let chart = Chart::first(&session);
    let reach = "canvas.focus();
        canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }))";
    chart.eval(reach, []).await?;
    chart.wait_active().await?;
    let dataset = dataset()?;
    let count = |period: &str| {
        let filter = State::read(&format!("period={period}")).0.filter;
        Figure::new(ChartKind::Incidents, &dataset, &filter, ChartKind::Incidents.measures()[0]).count()
    };
    let months =
        (2015..2026).flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}..{year}-{month:02}")));
    let single = months.into_iter().find(|month| count(month) == 1).context("no month has one incident")?;
    let state = "const [role, options] = arguments;
        const shown = all('canvas [role=option]:not([hidden])');
        return canvas.getAttribute('role') === role && shown.length === options
          && shown.every((option) => option.textContent && option.ariaSetSize === '1')
          && !canvas.hasAttribute('aria-activedescendant') && root.activeElement === canvas";
    for (period, role, options) in [(single.as_str(), "listbox", 1), ("1999-01..1999-01", "img", 0)] {
        chart.set_attribute("period", period).await?;
        chart.wait_until(state, [json!(role), json!(options)]).await.with_context(|| period.to_owned())?;
    }
    Ok(())
}

in_browsers!(texts_that_stay_are_not_written_again);
/// Orca drops a text that changes within 0.1 s of another one.
async fn texts_that_stay_are_not_written_again(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "", wide()).await?;
    let watch = "window.again = [];
        const text = (nodes) => [...nodes].map(({ textContent }) => textContent).join('');
        const roots = [document, ...[...document.querySelectorAll('heist-chart')].map(({ shadowRoot }) => shadowRoot)];
        for (const root of roots) {
          new MutationObserver((records) => {
            for (const { addedNodes, removedNodes, type, oldValue, target } of records) {
              const [before, after] = type === 'characterData' ? [oldValue, target.data] : [text(removedNodes), text(addedNodes)];
              if (before && before === after) again.push(before);
            }
          }).observe(root, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
        }";
    session.eval(watch, []).await?;
    let page = Page::new(&session);
    page.choose("banks").await?;
    page.wait_content("#said", "Banks").await?;
    let again = session.eval("return again", []).await?;
    ensure!(again == json!([]), "written again: {again}");
    Ok(())
}

in_browsers!(a_chart_alone_announces_its_selection_in_one_text);
async fn a_chart_alone_announces_its_selection_in_one_text(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_frame(browser, "attacks", wide()).await?;
    let chart = Chart::first(&session);
    let listen = "const status = get('[part=status]');
        window.said = [];
        new MutationObserver(() => said.push([status.textContent, status.childNodes.length]))
          .observe(status, { childList: true, characterData: true, subtree: true });
        for (const group of ['exchanges', 'defi', 'banks']) {
          host.setAttribute('group', group);
          await new Promise((done) => setTimeout(done, 50));
        }
        host.setAttribute('evidence', 'government,un-panel');";
    chart.eval_async(listen, []).await?;
    let said = session.wait_until("return said.length && said").await?;
    let expected = [chart.content("[part=selected]").await?, chart.content("[part=sentence]").await?].join(". ");
    assert_eq!(said, json!([[expected, 1]]));
    Ok(())
}

in_browsers!(headings_among_the_rows_head_a_group_of_their_own: Chromium);
async fn headings_among_the_rows_head_a_group_of_their_own(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_frame(browser, "targets", wide()).await?;
    let headings = "const table = get('table');
        return [...table.tBodies].map((body) => [...body.querySelectorAll('th[scope=rowgroup]')].map((head) =>
          [head.colSpan === table.tHead.rows[0].cells.length, head.parentNode === body.rows[0], head.parentNode.cells.length]))
          .flat()";
    let chart = Chart::first(&session);
    chart.open_table().await?;
    let headings = chart.eval(headings, []).await?;
    ensure!(headings[0] == json!([true, true, 1]), "{headings}");
    Ok(())
}

in_browsers!(a_card_is_read_and_left_from_wherever_a_reader_is_in_it);
/// Screen readers move through its lines; in Chromium the focus is then on the body.
async fn a_card_is_read_and_left_from_wherever_a_reader_is_in_it(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_frame(browser, "attacks", wide()).await?;
    let chart = Chart::first(&session);
    for leaves in [false, true] {
        chart.focus("canvas").await?;
        session.key(Key::Home).await?;
        chart.wait_active().await?;
        session.key(Key::Enter).await?;
        let on_title = "const card = get('[role=dialog]');
            return !card.hidden && root.activeElement === root.getElementById(card.getAttribute('aria-labelledby'))";
        chart.wait_until(on_title, []).await.context("the title has no focus")?;
        // The card is hidden later, so that Orca says where the focus went.
        let escape = "if (arguments[0]) root.activeElement.blur();
            const target = root.activeElement ?? document.body;
            const flags = { bubbles: true, composed: true, cancelable: true };
            target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...flags }));
            return [root.activeElement === canvas, get('[role=dialog]').hidden]";
        assert_eq!(chart.eval(escape, [leaves.into()]).await?, json!([true, false]), "leaves the card: {leaves}");
        chart.wait_hidden("[role=dialog]").await?;
    }
    Ok(())
}

in_browsers!(other_data_under_the_focus_are_said_by_another_option);
async fn other_data_under_the_focus_are_said_by_another_option(browser: Browser) -> Result<()> {
    let site = site()?;
    let fixture = include_str!("../../../fixtures/fixture.json");
    site.write("one.json", fixture)?;
    site.write("other.json", fixture.replace("81000000", "80500000"))?;
    let article = "<!doctype html><html lang=en><title>Article</title><script type=module src=heistogram.js></script>\
         <heist-chart chart=proceeds src=one.json></heist-chart>";
    site.write("article.html", article)?;
    let session = Session::open(browser, wide()).await?;
    session.goto(&format!("{}article.html", site.server.url())).await?;
    let chart = Chart::first(&session);
    chart.wait_keys().await?;
    chart.focus("canvas").await?;
    let mut before = Value::Null;
    for (data, amount) in [("one.json", "$93m"), ("other.json", "$92.5m")] {
        chart.set_attribute("src", data).await?;
        chart.wait_content("canvas[role=listbox] [role=option]:not([hidden])", amount).await?;
        session.key(Key::Home).await?;
        let now = chart.wait_active().await?;
        ensure!(now != before, "nothing would be heard");
        before = now;
    }
    Ok(())
}

in_browsers!(a_note_that_stays_silences_no_selection);
async fn a_note_that_stays_silences_no_selection(browser: Browser) -> Result<()> {
    let site = site()?;
    let article = "<!doctype html><html lang=en><title>Article</title><script type=module src=heistogram.js></script>\
         <heist-chart chart=attacks></heist-chart>";
    site.write("article.html", article)?;
    let session = Session::open(browser, wide()).await?;
    session.goto(&format!("{}article.html", site.server.url())).await?;
    let chart = Chart::first(&session);
    chart.wait_keys().await?;
    let mut note = String::new();
    for (name, value, word) in [("country", "ZZ", "ZZ"), ("group", "banks", "Banks"), ("group", "defi", "DeFi")] {
        chart.set_attribute(name, value).await?;
        chart.wait_content("[part=status]", word).await?;
        let text = chart.content("[part=status]").await?;
        if name == "country" {
            note = text;
        } else {
            ensure!(text.starts_with(&note), "{text}");
        }
    }
    Ok(())
}
