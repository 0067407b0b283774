//! The page of an incident: whole without scripts, and linked with the graphic in both directions.

use anyhow::{Context, Result};
use heistogram::locale;
use heistogram_browser_tests::{Browser, Chart, Options, Page, Session, in_browsers, told};
use serde_json::json;

use crate::site::{Site, dataset, site};

const ID: &str = "bybit-2025-02";

async fn open(browser: Browser, site: &Site, path: &str, scripts: bool) -> Result<Session> {
    let session = Session::open(browser, Options { width: 320, height: 700, scripts, ..Options::default() }).await?;
    session.goto(&format!("{}{path}", site.server.url())).await?;
    Ok(session)
}

in_browsers!(it_is_whole_without_scripts_and_leads_to_its_neighbours);
async fn it_is_whole_without_scripts_and_leads_to_its_neighbours(browser: Browser) -> Result<()> {
    let site = site()?;
    let dataset = dataset()?;
    let index = dataset.incidents.iter().position(|one| one.id() == ID).context("it is in the data")?;
    let usd = dataset.incidents[index].stolen_usd.context("its amount is known")?;
    for locale in locale::ALL {
        let dataset = told(dataset.clone(), *locale);
        let (incident, details) = (&dataset.incidents[index], dataset.details.as_ref().context("there are details")?);
        let folder = if *locale == locale::ALL[0] { String::new() } else { format!("{}/", locale.tag()) };
        let mut session = open(browser, &site, &format!("{folder}i/{ID}/"), false).await?;
        let page = Page::new(&session);
        assert_eq!(page.text("h1").await?, locale.called_in_full(incident));
        let whole = page.text("main").await?;
        let said = [&*locale.usd(usd.best), &locale.date(incident.date), locale.page().incident_back];
        let attributed = details.incidents[index].attribution.iter().map(|name| details.said(name).text);
        for words in said.into_iter().map(str::to_owned).chain(attributed) {
            assert!(whole.contains(&words), "{}: {words}", locale.tag());
        }
        let cited = "return all('a[href^=http]').map((link) => link.href)";
        let cited = page.eval(cited, []).await?.to_string();
        for citation in &details.incidents[index].sources {
            assert!(cited.contains(&details.sources[citation.source].url), "{}", locale.tag());
        }
        assert_eq!(page.width().await?, 320);
        assert_eq!(page.count("script:not([type='application/ld+json'])").await?, 0);
        let styled = "return getComputedStyle(get('.facts')).display";
        assert_eq!(page.eval(styled, []).await?, "grid", "its style sheet is there");
        page.click("main section .facts a").await?;
        page.wait_until(
            "return location.pathname.includes('/i/') && !location.pathname.includes(arguments[0])",
            [json!(ID)],
        )
        .await?;
        assert_ne!(page.text("h1").await?, incident.victim());
        assert_eq!(session.console_errors().await?, []);
    }
    Ok(())
}

in_browsers!(it_leads_to_the_graphic_and_card_and_row_lead_to_it);
async fn it_leads_to_the_graphic_and_card_and_row_lead_to_it(browser: Browser) -> Result<()> {
    let site = site()?;
    let mut session = open(browser, &site, &format!("it/i/{ID}/"), true).await?;
    session.resize(1000, 800).await?;
    Page::new(&session).click(".graphic a").await?;
    Page::new(&session).wait_fragment(&format!("#incident={ID}")).await?;
    let chart = Chart::new(&session, "incidents");
    let link = format!("[role=dialog]:not([hidden]) a[href='i/{ID}/']");
    chart.wait_found(&link).await?;
    let words = locale::Locale::It.page().incident_link;
    assert_eq!(chart.content(&link).await?, words);

    // The scripts of the table turn the name into a link to the graphic, and add one to the page.
    let live = "return !get('#all-incidents form').hidden";
    Page::new(&session).wait_until(live, []).await?;
    let links = "const [name, ...others] = get('#all-incidents tbody tr').querySelectorAll('a'), page = others.pop();
        return [name.getAttribute('href').replace('#incident=', ''), page.getAttribute('href').slice(2, -1), page.textContent]";
    let found = Page::new(&session).eval(links, []).await?;
    assert_eq!((&found[0], &found[2]), (&found[1], &json!(words)), "{found}");

    chart.click(&link).await?;
    let there = "return location.pathname === arguments[0]";
    session.wait_until("return !document.querySelector('heist-chart')").await?;
    assert_eq!(session.eval(there, [json!(format!("/it/i/{ID}/"))]).await?, true);
    assert_eq!(session.console_errors().await?, []);
    Ok(())
}
