//! The table of all incidents: searched, sorted and filtered as the charts are; complete without scripts.

use anyhow::{Context, Result};
use heistogram::data::Incident;
use heistogram_browser_tests::{Browser, Options, Page, Session, in_browsers};
use serde_json::{Value, json};

use crate::site::{Site, dataset, site};

/// Rows of incidents.
const ROWS: &str = "#all-incidents tbody tr";

async fn open(browser: Browser, site: &Site, width: u32) -> Result<Session> {
    let session = site.open_early(browser, Options { width, height: 700, ..Options::default() }).await?;
    // The page also filters the table once its controls are live.
    let live = "return !get('#all-incidents form').hidden && !get('#filters').inert";
    Page::new(&session).wait_until(live, []).await?;
    Ok(session)
}

fn counted() -> Result<Vec<Incident>> {
    Ok(dataset()?.incidents.into_iter().filter(|incident| incident.counted).collect())
}

/// The ids of the incidents whose rows are visible.
const IDS: &str = "return allShown(arguments[0]).map(({ id }) => id.replace('incident=', ''))";

async fn ids(session: &Session) -> Result<Vec<String>> {
    Ok(serde_json::from_value(Page::new(session).eval(IDS, [json!(ROWS)]).await?)?)
}

async fn status(session: &Session) -> Result<String> {
    Page::new(session).content("#all-incidents [role=status]").await
}

async fn search(session: &Session, words: &str) -> Result<()> {
    Page::new(session).search(words).await
}

/// The table follows when the browser is idle.
async fn select(session: &Session, ids: Value) -> Result<()> {
    let page = Page::new(session);
    let script = "get('#all-incidents [role=status]').textContent = '';
        document.dispatchEvent(new CustomEvent('heist-filtered', { detail: { ids: arguments[0] } }))";
    page.eval(script, [ids]).await?;
    page.wait_until("return get('#all-incidents [role=status]').textContent !== ''", []).await?;
    Ok(())
}

in_browsers!(a_search_finds_victims_whatever_their_case_and_accents);
async fn a_search_finds_victims_whatever_their_case_and_accents(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, 1200).await?;
    for (words, width) in [("Bybit", 1200), ("  bÝBIT ", 320), ("exchanges bybit", 768)] {
        session.resize(width, 700).await?;
        search(&session, words).await?;
        assert_eq!(ids(&session).await?, ["bybit-2025-02"], "{words}");
        assert_eq!(status(&session).await?, format!("1 of {} shown", counted()?.len()));
    }
    search(&session, "nothing is called this").await?;
    assert_eq!(ids(&session).await?, [""; 0]);
    assert!(status(&session).await?.starts_with("No attack matches"));
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

/// The ids of counted incidents for which `holds` is true, read without the code under test.
fn of_the_file(holds: impl Fn(&Value) -> bool) -> Result<Vec<String>> {
    let file: Value = serde_json::from_str(include_str!("../../../../www/data/dataset.json"))?;
    let all = file["incidents"].as_array().context("no incidents")?;
    let counted = all.iter().filter(|one| one["counted"] == true && holds(one));
    let mut ids: Vec<String> = counted.filter_map(|one| one["id"].as_str()).map(str::to_owned).collect();
    ids.sort();
    Ok(ids)
}

/// Waits until the rows are these, all of which the reader asks for.
async fn wait_for(session: &Session, expected: &[String], what: &str) -> Result<()> {
    let same = "find('#all-incidents .more:not([hidden])')?.click();
        const ids = allShown(arguments[0]).map(({ id }) => id.replace('incident=', ''));
        return ids.sort().join() === arguments[1].join()";
    let found = Page::new(session).wait_until(same, [json!(ROWS), json!(expected)]).await;
    found.with_context(|| format!("{what} finds {} incidents", expected.len()))?;
    Ok(())
}

in_browsers!(a_search_finds_groups_methods_and_texts);
async fn a_search_finds_groups_methods_and_texts(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, 1200).await?;
    for word in ["Lazarus", "TraderTraitor", "phishing"] {
        let expected = of_the_file(|one| {
            // Sources are not searched.
            let actors = one["actor"].as_array().cloned().unwrap_or_default();
            let names = actors.iter().flat_map(|actor| [actor["name"].clone(), actor["by"].clone()]);
            let fields = ["victim", "asset", "method", "attribution", "text"].map(|name| one[name].clone());
            let said: Vec<String> = fields.into_iter().chain(names).map(|field| field.to_string()).collect();
            said.join(" ").to_lowercase().contains(&word.to_lowercase())
        })?;
        assert!(expected.len() > 3, "{word}: {expected:?}");
        search(&session, word).await?;
        wait_for(&session, &expected, word).await?;
    }
    search(&session, "swift").await?;
    Page::new(&session).wait_shown("#all-incidents tbody tr[id='incident=bangladesh-bank-2016']").await?;
    // If no cell has the words that were searched, the row quotes its text.
    search(&session, "linkedin skype").await?;
    let quoted = "const rows = allShown(arguments[0]);
        return rows.length > 0 && rows.every((row) => [...row.querySelectorAll('small:not([hidden])')]
            .some(({ lang, textContent }) => lang === 'en' && /LinkedIn.+Skype/.test(textContent)))";
    Page::new(&session).wait_until(quoted, [json!(ROWS)]).await?;
    search(&session, "").await?;
    Page::new(&session).wait_gone("#all-incidents small[dir=auto]:not([hidden])").await?;
    session.resize(320, 700).await?;
    assert_eq!(Page::new(&session).width().await?, 320);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(a_few_rows_at_first_and_all_on_demand);
async fn a_few_rows_at_first_and_all_on_demand(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, 360).await?;
    let all = counted()?.len();
    assert_eq!((ids(&session).await?.len(), status(&session).await?), (25, format!("25 of {all} shown")));
    let page = Page::new(&session);
    page.click("#all-incidents .more").await?;
    assert_eq!((ids(&session).await?.len(), status(&session).await?), (all, format!("{all} of {all} shown")));
    let focus = "return allShown(arguments[0])[25].contains(document.activeElement)";
    assert_eq!(page.eval(focus, [json!(ROWS)]).await?, true, "the keyboard goes on where the reader stopped");
    assert_eq!(page.width().await?, 360);
    Ok(())
}

in_browsers!(a_few_matches_at_first_and_all_on_demand);
async fn a_few_matches_at_first_and_all_on_demand(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = open(browser, &site, 1200).await?;
    let page = Page::new(&session);
    let all = counted()?.len();
    let later: Vec<String> = counted()?.iter().map(|incident| incident.id().to_owned()).take(40).collect();
    select(&session, json!(later)).await?;
    assert_eq!((ids(&session).await?.len(), status(&session).await?), (25, "25 of 40 shown".to_owned()));
    assert_eq!(page.text("#all-incidents .more").await?, "Show all 40");
    // Rows that stay are not moved: a focus in one of them survives.
    page.eval("get(arguments[0]).querySelector('a').focus()", [json!(ROWS)]).await?;
    let first = ids(&session).await?[0].clone();
    select(&session, json!([first, later[0], later[1]])).await?;
    assert_eq!(page.eval("return document.activeElement.closest('tr')?.id", []).await?, format!("incident={first}"));
    select(&session, json!(later)).await?;
    page.click("#all-incidents .more").await?;
    let whole = format!("40 of {all} shown, as filtered");
    assert_eq!((ids(&session).await?.len(), status(&session).await?), (40, whole));
    Ok(())
}

in_browsers!(heads_sort_down_and_up_and_the_unknown_stays_last);
async fn heads_sort_down_and_up_and_the_unknown_stays_last(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, 1200).await?;
    let incidents = counted()?;
    search(&session, "un panel").await?;
    let page = Page::new(&session);
    page.click("#all-incidents .more").await?;
    let press = "const head = all('#all-incidents thead th')[arguments[0]];
        head.querySelector('button').click();
        return head.ariaSort";
    let best = |id: &String| incidents.iter().find(|incident| incident.id() == id)?.stolen_usd.map(|usd| usd.best);
    for direction in ["descending", "ascending", "descending"] {
        assert_eq!(page.eval(press, [json!(1)]).await?, direction);
        let amounts: Vec<Option<f64>> = ids(&session).await?.iter().map(best).collect();
        let known: Vec<f64> = amounts.iter().copied().flatten().collect();
        let sorted = known.is_sorted_by(|a, b| if direction == "ascending" { a <= b } else { a >= b });
        assert!(sorted && known.len() > 10, "{direction}: {known:?}");
        assert!(amounts.len() > known.len() && amounts[known.len()..].iter().all(Option::is_none), "{direction}");
    }
    assert_eq!(page.eval(press, [json!(0)]).await?, "ascending");
    assert_eq!(page.count("#all-incidents [aria-sort]").await?, 1);
    let names = "return allShown(arguments[0]).map(({ cells }) => cells[0].textContent)";
    let names = page.eval(names, [json!(ROWS)]).await?;
    let collated = "return arguments[0].toSorted(new Intl.Collator('en', { numeric: true }).compare)";
    assert_eq!(session.eval(collated, [names.clone()]).await?, names);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(what_the_charts_select_and_what_is_searched_combine);
async fn what_the_charts_select_and_what_is_searched_combine(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, 1200).await?;
    let all = counted()?.len();
    // The page itself selects once its controls are live.
    Page::new(&session).wait_controls().await?;
    select(&session, json!(["bybit-2025-02", "ronin-2022-03", "no-such-incident"])).await?;
    let found = ids(&session).await?;
    assert!(found.contains(&"bybit-2025-02".to_owned()) && found.len() <= 2, "{found:?}");
    assert_eq!(status(&session).await?, format!("{} of {all} shown, as filtered", found.len()));
    search(&session, "bybit").await?;
    assert_eq!(ids(&session).await?, ["bybit-2025-02"]);
    select(&session, json!([])).await?;
    assert_eq!(ids(&session).await?, [""; 0]);
    assert!(status(&session).await?.starts_with("No attack matches"));
    select(&session, Value::Null).await?;
    search(&session, "").await?;
    assert_eq!(ids(&session).await?.len(), 25);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}

in_browsers!(without_scripts_every_row_stands_with_its_sources);
async fn without_scripts_every_row_stands_with_its_sources(browser: Browser) -> Result<()> {
    let site = site()?;
    let options = Options { width: 320, height: 700, scripts: false, ..Options::default() };
    let session = site.open_early(browser, options).await?;
    assert_eq!(ids(&session).await?.len(), counted()?.len());
    let page = Page::new(&session);
    let cited =
        "return allShown(arguments[0]).every((row) => row.querySelector('td:last-child a').href.startsWith('http'))";
    assert_eq!(page.eval(cited, [json!(ROWS)]).await?, true);
    assert_eq!(page.width().await?, 320);
    Ok(())
}
