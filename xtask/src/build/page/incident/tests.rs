use std::{collections::BTreeSet, path::Path};

use heistogram::{data as format, locale};
use serde_json::{Value as Json, json};

use super::*;
use crate::{
    build::{
        data,
        dist::Dist,
        loads::Manifest,
        page,
        site::{Site, folder, freeze},
        templates::Templates,
    },
    dataset::changes::Changes,
};

const SHIPPED: &str = include_str!("../../../../../www/data/dataset.json");

fn fixture() -> Json {
    serde_json::from_str(include_str!("../../../../../tests/fixtures/fixture.json")).unwrap()
}

fn dataset(json: &Json) -> Dataset {
    let value: format::Value = serde_json::from_value(json.clone()).unwrap();
    Dataset::from_value(&value).unwrap()
}

/// The site of a dataset in all languages and its snapshot, with one empty chart.
fn site(dataset: &Dataset, base_url: &str) -> Dist {
    let templates = Templates::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))).unwrap();
    let manifest = Manifest::for_tests();
    let chart = || {
        context! {
            id => "incidents", chapter => "how-much", title => "", name => "", sentence => "", source => "", poster => "static/incidents.png",
            reserve => "", frame_width => 640, frame_height => 700, heights => "700px",
            pictures => Vec::<Value>::new(), controls => Vec::<Value>::new(),
            is_list => false, table => context! { caption => "", columns => Vec::<Value>::new(), rows => Vec::<Value>::new() },
        }
    };
    let mut dist = Dist::default();
    for path in manifest.files.values().map(String::as_str).chain(["host.js", "static/incidents.png"]) {
        dist.add(path, "asset").unwrap();
    }
    for path in ["data/dataset.json", "data/incidents.csv", "data/changes.json", "licenses.txt"] {
        dist.add(path, "file").unwrap();
    }
    let mut sites = Vec::new();
    for locale in locale::ALL {
        for incident in &dataset.incidents {
            dist.add(&previews::path(incident, *locale), "picture").unwrap();
        }
        let incidents = pages(dataset, *locale, base_url).unwrap();
        let page = page::context(dataset, &Changes::default(), *locale, &manifest, base_url, "", &[chart()]).unwrap();
        let site = Site { templates: &templates, page, charts: vec![chart()], incidents, locale: *locale, base_url };
        site.add(&mut dist).unwrap();
        sites.push(site);
    }
    freeze(&sites, dataset.as_of, &mut dist).unwrap();
    dist
}

fn text<'a>(dist: &'a Dist, path: &str) -> &'a str {
    std::str::from_utf8(dist.get(path).unwrap_or_else(|| panic!("there is no {path}"))).unwrap()
}

/// Values of `href` that are no addresses of other sites.
fn links(html: &str) -> impl Iterator<Item = &str> {
    let values = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.filter(|value| !value.starts_with("http"))
}

/// The path of a link in a page, and its fragment. Servers add the slash after the name of a folder.
fn target(page: &str, link: &str) -> (String, Option<String>) {
    let (path, fragment) = link.split_once('#').map_or((link, None), |(path, name)| (path, Some(name.to_owned())));
    if path.is_empty() {
        return (page.to_owned(), fragment);
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{page}: {link} leaves the site"),
            part => parts.push(part),
        }
    }
    let mut path = parts.join("/");
    if parts.len() > 1 && parts[parts.len() - 2] == "i" && !path.ends_with('/') {
        path.push('/');
    }
    (if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }, fragment)
}

#[test]
fn every_incident_has_a_page_in_each_language_and_every_link_leads_somewhere() {
    let dataset = data::parse(SHIPPED).unwrap();
    let dist = site(&dataset, "");
    for copy in [String::new(), format!("v/{}/", dataset.as_of)] {
        let mut linked = BTreeSet::new();
        let mut all = Vec::new();
        for locale in locale::ALL {
            let home = format!("{copy}{}", folder(*locale));
            let of = |incident: &Incident| format!("{home}i/{}/index.html", incident.id());
            all.extend(dataset.incidents.iter().map(of));
            let page = format!("{home}index.html");
            let from_home: BTreeSet<String> =
                links(text(&dist, &page)).map(|link| target(&page, link).0).filter(|path| path != &page).collect();
            for incident in &dataset.incidents {
                assert!(from_home.contains(&of(incident)), "{page} has no link to {}", incident.id());
            }
        }
        for page in &all {
            for link in links(text(&dist, page)) {
                let (path, fragment) = target(page, link);
                let there = text(&dist, &path);
                assert!(copy.is_empty() || path.starts_with(&copy), "{page}: {link} leaves the snapshot");
                if let Some(name) = fragment {
                    assert!(there.contains(&format!(" id=\"{name}\"")), "{page}: {link} has no such part");
                }
                if path != *page {
                    linked.insert(path);
                }
            }
        }
        assert!(all.iter().all(|page| linked.contains(page)), "a page is not linked from its other languages");
    }
}

#[test]
fn the_snapshot_has_the_pages_and_not_their_pictures() {
    let dataset = dataset(&fixture());
    let dist = site(&dataset, "https://a.example/");
    let copy = format!("v/{}/", dataset.as_of);
    let is_picture = |path: &&str| path.contains(previews::FOLDER);
    let pictures: Vec<&str> = dist.paths().filter(is_picture).collect();
    assert_eq!(pictures.len(), dataset.incidents.len() * locale::ALL.len());
    assert!(pictures.iter().all(|path| path.starts_with(previews::FOLDER)), "{pictures:?}");
    let page = text(&dist, &format!("{copy}ko/i/birch-bank-2016/index.html"));
    assert!(
        page.contains("<link rel=\"stylesheet\" crossorigin href=\"../../../style/incident.css\" integrity=\"sha384-")
    );
    for meta in [
        "<meta property=\"og:image\" content=\"https://a.example/static/i/birch-bank-2016.ko.png\">",
        "<meta property=\"og:url\" content=\"https://a.example/ko/i/birch-bank-2016/\">",
        "<link rel=\"canonical\" href=\"https://a.example/ko/i/birch-bank-2016/\">",
        "<link rel=\"alternate\" hreflang=\"ja\" href=\"https://a.example/ja/i/birch-bank-2016/\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://a.example/i/birch-bank-2016/\">",
    ] {
        assert!(page.contains(meta), "{meta}");
    }
    let hashes = text(&dist, &format!("{copy}integrity.json"));
    assert!(hashes.contains("\"ko/i/birch-bank-2016/index.html\"") && !hashes.contains(previews::FOLDER));
}

#[test]
fn texts_of_the_dataset_are_text() {
    let mut whole = fixture();
    let incident = &mut whole["incidents"][0];
    let id = incident["id"].as_str().unwrap().to_owned();
    for field in ["victim", "text", "asset"] {
        incident[field] = json!(format!("<img src={field} onerror='alert(1)'>"));
    }
    incident["attribution"] = json!(["</ul><script>alert(1)</script>"]);
    let dist = site(&dataset(&whole), "https://a.example/");
    for locale in locale::ALL {
        let page = text(&dist, &format!("{}i/{id}/index.html", folder(*locale)));
        let data = "<script type=\"application/ld+json\">{";
        assert!(page.matches("<script").count() == 1 && page.contains(data) && !page.contains("<img"), "{page}");
        assert!(page.matches("&lt;img src=").count() >= 5, "title, preview, heading, text, asset");
    }
}

/// The page of an incident of the fixture after a change, in English.
fn changed(change: impl Fn(&mut Json)) -> String {
    let mut whole = fixture();
    let incident = whole["incidents"].as_array_mut().unwrap().iter_mut().find(|one| one["id"] == "birch-bank-2016");
    change(incident.unwrap());
    text(&site(&dataset(&whole), ""), "i/birch-bank-2016/index.html").to_owned()
}

#[test]
fn what_is_not_known_or_disputed_is_said() {
    let words = locale::ALL[0].page();
    let messages = locale::ALL[0].messages();
    let usd = |low: f64, best: f64, high: f64| json!({"low": low, "best": best, "high": high});
    let none_back = |one: &mut Json| {
        (one["recovered"], one["recovered_usd"]) = (json!([]), json!(null));
    };
    let unknown = changed(|one| one["stolen_usd"] = json!(null));
    for said in [messages.amount_not_known, words.incident_unknown, words.incident_no_size] {
        assert!(unknown.contains(said), "{said}");
    }
    assert!(!unknown.contains("$0") && !unknown.contains(words.incident_larger));

    let nothing = changed(|one| {
        none_back(one);
        one["stolen_usd"] = usd(0.0, 0.0, 0.0);
    });
    assert!(nothing.contains(messages.nothing_taken) && nothing.contains(words.incident_no_size));
    assert!(!nothing.contains(words.incident_back) && !nothing.contains(words.incident_unknown));

    let known = changed(|one| {
        none_back(one);
        one["stolen_usd"] = usd(1e6, 2e6, 3e6);
        (one["disputed"], one["method"]) = (json!(true), json!(null));
    });
    for said in [
        "$2,000,000 <small>$1,000,000 – $3,000,000</small>",
        messages.disputed,
        words.incident_estimate,
        words.incident_back_none,
        words.incident_how_unknown,
        words.caution_title,
        "href=\"../../#incident=birch-bank-2016\"",
    ] {
        assert!(known.contains(said), "{said}");
    }
    assert!(!known.contains(messages.left_out_of_all));
    let out = changed(|one| one["counted"] = json!(false));
    assert!(out.contains(messages.left_out_of_all) && !out.contains(messages.disputed));
}

#[test]
fn neighbours_are_the_next_in_size_among_those_that_count() {
    let dataset = data::parse(SHIPPED).unwrap();
    let locale = locale::ALL[0];
    let pages: Vec<Json> =
        pages(&dataset, locale, "").unwrap().iter().map(|page| serde_json::to_value(page).unwrap()).collect();
    let by_id = |id: &Json| dataset.incidents.iter().find(|incident| *id == incident.id()).unwrap();
    let others = |own: &str| {
        let counted = dataset.incidents.iter().filter(|one| one.counted && best(one) > 0.0);
        counted.filter(|one| one.id() != own).map(best).collect::<Vec<_>>()
    };
    let mut ends = 0;
    for (page, incident) in pages.iter().zip(&dataset.incidents) {
        let found = page["neighbours"].as_array().unwrap();
        if best(incident) == 0.0 {
            assert!(found.is_empty(), "{}", incident.id());
            continue;
        }
        ends += usize::from(found.len() == 1);
        for one in found {
            let (other, own) = (by_id(&one["id"]), best(incident));
            let between = |low: f64, high: f64| others(incident.id()).iter().any(|size| low < *size && *size < high);
            assert!(other.counted && other.id() != incident.id());
            match one["label"].as_str().unwrap() {
                "Next larger" => assert!(best(other) > own && !between(own, best(other)), "{}", incident.id()),
                "Next smaller" => assert!(best(other) < own && !between(best(other), own), "{}", incident.id()),
                "As large" => assert!(best(other) == own, "{}", incident.id()),
                label => panic!("{label}"),
            }
        }
    }
    assert_eq!(ends, 2, "the largest and the smallest have one neighbour");
}

#[test]
fn an_id_that_cannot_name_a_folder_is_refused() {
    let mut whole = fixture();
    whole["incidents"][0]["id"] = json!("..");
    let error = pages(&dataset(&whole), locale::ALL[0], "").unwrap_err().to_string();
    assert_eq!(error, "the id of an incident cannot name a folder: \"..\"");
}
