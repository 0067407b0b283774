//! Structured data of pages, in the vocabulary of <https://schema.org> as JSON-LD: the dataset, and what is made of it.

use heistogram::{
    data::{Dataset, Date, Incident},
    locale::{self, Locale},
};
use minijinja::Value;
use serde_json::{Value as Json, json};

use super::LICENCE;
use crate::{
    build::{previews, site},
    dataset::changes::Changes,
};

const CONTEXT: &str = "https://schema.org";

/// Columns of the CSV that search engines show as the variables of the dataset.
const VARIABLES: [&str; 5] = ["date", "victim", "country", "stolen_usd_best", "evidence"];

/// The page in one language: the article, and in the first language the dataset with its files, which all articles name
/// as their basis. In every language it would be one dataset with four descriptions, and 0.2 kB of each page (brotli).
///
/// `words` are its headline, its description and the path of its picture. Without a base URL the addresses are relative to the page, and there is no picture, as its address must be absolute.
pub fn of_page(dataset: &Dataset, changes: &Changes, words: [&str; 3], locale: Locale, base_url: &str) -> Value {
    let [headline, description, picture] = words;
    let base = base(base_url, if site::folder(locale).is_empty() { "" } else { "../" });
    let published = changes.versions.last().map_or(dataset.as_of, |version| version.as_of);
    let mut article = article(headline, picture, dataset, locale, base_url, base);
    article["datePublished"] = day(published).into();
    if locale == locale::ALL[0] {
        let data = data(description, dataset, locale, base);
        return script(&json!({ "@context": CONTEXT, "@graph": [data, article] }));
    }
    article["@context"] = CONTEXT.into();
    script(&article)
}

fn data(description: &str, dataset: &Dataset, locale: Locale, base: &str) -> Json {
    let file = |name: &str, kind: &str| json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{base}data/{name}") });
    let first = dataset.incidents.iter().map(|incident| incident.date.start()).min().unwrap_or(dataset.as_of);
    json!({
        "@type": "Dataset",
        "@id": id(base),
        "name": dataset.title,
        "description": description,
        "license": LICENCE,
        "creator": creator(locale),
        "dateModified": day(dataset.as_of),
        "temporalCoverage": format!("{}/{}", day(first), day(dataset.as_of)),
        "variableMeasured": VARIABLES,
        "distribution": [file("incidents.csv", "text/csv"), file("dataset.json", "application/json")],
    })
}

/// The page of an incident.
pub fn of_incident(incident: &Incident, title: &str, dataset: &Dataset, locale: Locale, base_url: &str) -> Value {
    let base = base(base_url, if site::folder(locale).is_empty() { "../../" } else { "../../../" });
    let mut article = article(title, &previews::path(incident, locale), dataset, locale, base_url, base);
    article["@context"] = CONTEXT.into();
    script(&article)
}

fn article(headline: &str, picture: &str, dataset: &Dataset, locale: Locale, base_url: &str, base: &str) -> Json {
    let mut article = json!({
        "@type": "NewsArticle",
        "headline": headline,
        "inLanguage": locale.tag(),
        "dateModified": day(dataset.as_of),
        "author": creator(locale),
        "isBasedOn": id(base),
    });
    if !base_url.is_empty() {
        article["image"] = format!("{base_url}{picture}").into();
    }
    article
}

/// The name of the dataset in the web of data: a place on the page that describes it.
fn id(base: &str) -> String {
    format!("{base}#dataset")
}

fn creator(locale: Locale) -> Json {
    json!({ "@type": "Organization", "name": locale.messages().author })
}

fn base<'a>(base_url: &'a str, root: &'a str) -> &'a str {
    if base_url.is_empty() { root } else { base_url }
}

fn day(day: Date) -> String {
    day.to_string()
}

/// The content of a script element: no text may end it.
fn script(json: &Json) -> Value {
    Value::from_safe_string(json.to_string().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use heistogram::{export, locale};

    use super::*;
    use crate::build::data;

    #[test]
    fn no_text_ends_the_script() {
        let mut dataset = data::parse(include_str!("../../../../tests/fixtures/fixture.json")).unwrap();
        dataset.title = "</script><script>alert(1)</script><!--".into();
        let words = ["</script>", "a < b", "static/raids.en.png"];
        for locale in locale::ALL {
            let text = of_page(&dataset, &Changes::default(), words, *locale, "").to_string();
            assert!(!text.contains('<'), "{text}");
            let read: Json = serde_json::from_str(&text).unwrap();
            let [data, article] = if *locale == locale::ALL[0] {
                [read["@graph"][0].clone(), read["@graph"][1].clone()]
            } else {
                [json!({ "name": dataset.title }), read]
            };
            assert_eq!((&data["name"], &article["headline"]), (&json!(dataset.title), &json!(words[0])));
        }
    }

    #[test]
    fn variables_are_columns_of_the_file() {
        let columns = export::columns();
        for name in VARIABLES {
            assert!(columns.iter().any(|column| column.names.iter().any(|(other, _)| *other == name)), "{name}");
        }
    }

    #[test]
    fn only_a_known_address_makes_a_picture() {
        let dataset = data::parse(include_str!("../../../../tests/fixtures/fixture.json")).unwrap();
        let page = |base_url| -> Json {
            let words = ["a", "b", "static/c.png"];
            let text = of_page(&dataset, &Changes::default(), words, locale::ALL[0], base_url).to_string();
            serde_json::from_str(&text).unwrap()
        };
        let (relative, absolute) = (page(""), page("https://a.example/b/"));
        assert!(relative["@graph"][1]["image"].is_null());
        assert_eq!(relative["@graph"][0]["distribution"][0]["contentUrl"], "data/incidents.csv");
        assert_eq!(absolute["@graph"][0]["distribution"][1]["contentUrl"], "https://a.example/b/data/dataset.json");
        assert_eq!(absolute["@graph"][1]["image"], "https://a.example/b/static/c.png");
        assert_eq!(absolute["@graph"][1]["isBasedOn"], absolute["@graph"][0]["@id"]);
        let korean = of_page(&dataset, &Changes::default(), ["a", "b", "c"], Locale::Ko, "").to_string();
        assert!(korean.contains("\"isBasedOn\":\"../#dataset\"") && !korean.contains("\"Dataset\""), "{korean}");
    }
}
