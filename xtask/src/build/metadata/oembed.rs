//! oEmbed documents, from which content systems make a frame of a pasted address: <https://oembed.com>.
//!
//! They are files, so they cannot follow `maxwidth`. Their addresses are absolute: without a base URL there are none.

use anyhow::{Context, Result};
use heistogram::chart::ChartKind;
use minijinja::{Value, context};
use serde_json::json;

use crate::build::{dist::Dist, embed, posters, site::Site};

/// Adds a document for the page, for every chart and every incident of a site.
pub fn add(site: &Site, dist: &mut Dist) -> Result<()> {
    if site.base_url.is_empty() {
        return Ok(());
    }
    let lang = site.locale.tag();
    let first = site.charts.first().context("a site has charts")?;
    let headline = site.page.get_attr("page")?.get_attr("headline")?;
    dist.add(&path("page", lang), document(site, first, &headline, &first.get_attr("poster")?, "")?)?;
    for chart in &site.charts {
        let text = document(site, chart, &chart.get_attr("title")?, &chart.get_attr("poster")?, "")?;
        dist.add(&path(&chart.get_attr("id")?.to_string(), lang), text)?;
    }
    let all = ChartKind::Incidents.id();
    let chart = site.charts.iter().find(|chart| chart.get_attr("id").is_ok_and(|id| id.as_str() == Some(all)));
    for incident in site.incidents.iter() {
        let (chart, id) = (chart.context("incidents have a chart")?, incident.get_attr("id")?);
        let query = format!("?incident={id}");
        let text = document(site, chart, &incident.get_attr("title")?, &incident.get_attr("poster")?, &query)?;
        dist.add(&path(&format!("i/{id}"), lang), text)?;
    }
    Ok(())
}

fn path(id: &str, lang: &str) -> String {
    format!("oembed/{id}.{lang}.json")
}

/// The frame of a chart. A blockquote beside it, as others have, would make WordPress hide the frame until a script of
/// WordPress reports from inside.
fn document(site: &Site, chart: &Value, title: &Value, poster: &Value, query: &str) -> Result<String> {
    let (base_url, lang) = (site.base_url, site.locale.tag());
    let height = chart.get_attr("frame_height")?;
    let src = format!("{base_url}embed/{}.{lang}.html{query}", chart.get_attr("id")?);
    let frame = context! { src, title, width => embed::FRAME_WIDTH, height => &height };
    let document = json!({
        "version": "1.0",
        "type": "rich",
        "title": title.to_string().replace('\u{2060}', ""),
        "author_name": site.locale.messages().author,
        "provider_name": "Heistogram",
        "provider_url": base_url,
        "thumbnail_url": format!("{base_url}{poster}"),
        "thumbnail_width": posters::SIZE.0,
        "thumbnail_height": posters::SIZE.1,
        "width": embed::FRAME_WIDTH,
        "height": height,
        "html": site.templates.render("frame.html", frame)?.trim_end(),
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}
