//! The HTTP headers of the published files: one list for `serve`, `dist/_headers` and `dist/nginx.conf.example`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

const POLICY: &str = "Content-Security-Policy";
const CACHING: &str = "Cache-Control";
const EMBEDDER: &str = "Cross-Origin-Embedder-Policy";

/// Sent with every file.
///
/// `Access-Control-Allow-Origin` and `Cross-Origin-Resource-Policy` are open because embedded charts run in sandboxed
/// frames, whose origin is `null`, and on other sites.
pub const SECURITY: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), \
         gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
         publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
    ),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// Length of the hash that esbuild puts into file names, and its characters as a class of a regular expression.
const HASH_LENGTH: usize = 8;
const HASH_CLASS: &str = "[A-Z2-7]";

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const REVALIDATE: &str = "no-cache";

/// Extensions and MIME types of all published files.
const TYPES: &[(&str, &str)] = &[
    ("application/atom+xml", "atom"),
    ("application/json", "json"),
    ("application/wasm", "wasm"),
    ("image/png", "png"),
    ("image/svg+xml", "svg"),
    ("text/css", "css"),
    ("text/csv", "csv"),
    ("text/html", "html"),
    ("text/javascript", "js"),
    ("text/plain", "ts"),
    ("text/plain", "txt"),
    ("text/xml", "xml"),
];

/// Whether the type of a file is known: nginx downloads what it does not know.
pub fn has_type(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| TYPES.iter().any(|(_, known)| *known == ending))
}

/// The headers of a file for a server at an origin, such as `https://a.example`.
pub fn of(path: &str, origin: &str) -> Vec<(&'static str, String)> {
    let mut headers: Vec<_> = SECURITY.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    headers.extend(Page::at(path).map(|page| (POLICY, page.policy(origin))));
    headers.extend(embedder_policy(path).map(|value| (EMBEDDER, value)));
    headers.push((CACHING, cache_control(path).to_owned()));
    headers
}

/// Kind of an HTML file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Page {
    /// A page of its own.
    Alone,
    /// Made for frames on other sites.
    Framed,
    /// Contains everything, including its content security policy.
    SingleFile,
}

impl Page {
    fn at(path: &str) -> Option<Self> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if !name.is_empty() && !name.ends_with(".html") {
            return None;
        }
        Some(match folder.rsplit('/').next() {
            Some("embed") => Self::Framed,
            _ if name.starts_with("heistogram.") => Self::SingleFile,
            _ => Self::Alone,
        })
    }

    /// In a sandboxed frame, WebKit compares `'self'` with the opaque origin of the frame, so the origin is written
    /// out.
    fn policy(self, origin: &str) -> String {
        let (ours, ancestors) = match self {
            Self::Alone => ("'self'".to_owned(), "'self'"),
            Self::Framed => (format!("'self' {origin}"), "*"),
            Self::SingleFile => return "frame-ancestors 'self'".to_owned(),
        };
        format!(
            "default-src 'none'; script-src {ours} 'wasm-unsafe-eval'; style-src {ours}; img-src {ours} data: blob:; \
             connect-src {ours}; frame-ancestors {ancestors}; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; trusted-types 'none'"
        )
    }
}

/// A cross-origin isolated article accepts only frames that are isolated as well.
fn embedder_policy(path: &str) -> Option<String> {
    (Page::at(path) == Some(Page::Framed)).then(|| "require-corp".to_owned())
}

/// Caching: for ever for hashed names and frozen copies; everything else is revalidated.
fn cache_control(path: &str) -> &'static str {
    let frozen = path.trim_start_matches('/').starts_with("v/");
    if frozen || has_hashed_name(path) { IMMUTABLE } else { REVALIDATE }
}

/// Whether a file name has the form `name.HASH.ext`.
fn has_hashed_name(path: &str) -> bool {
    let mut parts = path.rsplit('/').next().unwrap_or_default().rsplit('.').skip(1);
    let hash = parts.next().unwrap_or_default();
    parts.next().is_some()
        && hash.len() == HASH_LENGTH
        && hash.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'))
}

/// The `_headers` file of static hosts such as Netlify and Cloudflare Pages. Without a base URL, frames may load
/// scripts from any HTTPS host, as their policy must name one.
///
/// Hosts join the values of every rule that matches, so no two rules may set the same header of a file.
pub fn headers_file<'a>(files: impl IntoIterator<Item = &'a str>, base_url: &str) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in SECURITY {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let origin = origin(base_url).unwrap_or("https:");
    let files: Vec<&str> = files.into_iter().collect();
    add_rules(&mut text, "", &files, CACHING, &|path| Some(cache_control(path).to_owned()));
    add_rules(&mut text, "", &files, POLICY, &|path| Page::at(path).map(|page| page.policy(origin)));
    add_rules(&mut text, "", &files, EMBEDDER, &embedder_policy);
    text
}

/// Scheme, host and port of a URL.
fn origin(url: &str) -> Option<&str> {
    let host = url.find("://")? + 3;
    let end = url[host..].find('/').map_or(url.len(), |end| host + end);
    Some(&url[..end])
}

/// One rule for a folder whose files all agree, else one for each file.
fn add_rules(text: &mut String, folder: &str, files: &[&str], name: &str, value: &dyn Fn(&str) -> Option<String>) {
    let mut rule = |path: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(text, "/{path}\n  {name}: {value}");
        }
    };
    let values: BTreeSet<_> = files.iter().map(|path| value(path)).collect();
    if values.len() == 1 && !folder.is_empty() {
        return rule(&format!("{folder}*"), values.into_iter().next().flatten());
    }
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in files {
        if let Some((below, _)) = path[folder.len()..].split_once('/') {
            folders.entry(&path[..folder.len() + below.len() + 1]).or_default().push(path);
            continue;
        }
        // Hosts strip `.html` and match the remaining path.
        if let Some(page) = path.strip_suffix("index.html").or_else(|| path.strip_suffix(".html")) {
            rule(page, value(path));
        }
        rule(path, value(path));
    }
    for (folder, files) in folders {
        add_rules(text, folder, &files, name, value);
    }
}

/// An nginx configuration that sends the same headers.
pub fn nginx_file() -> String {
    let pages = [Page::Framed, Page::SingleFile, Page::Alone];
    let [framed, single_file, alone] = pages.map(|page| page.policy("$scheme://$http_host"));
    let mut types = String::new();
    for (kind, endings) in TYPES {
        let _ = write!(types, "\n        {kind} {endings};");
    }
    let mut headers = String::new();
    let more = [("Vary", "Accept-Encoding"), (POLICY, "$heistogram_policy"), (EMBEDDER, "$heistogram_embedder")];
    for (name, value) in SECURITY.iter().chain(&more) {
        let _ = write!(headers, "\n    add_header {name} \"{value}\" always;");
    }
    // Errors must not be cached for a year.
    let _ = write!(headers, "\n    add_header {CACHING} \"$heistogram_caching\";");
    format!(
        r#"# Heistogram behind nginx: this file goes to /etc/nginx/conf.d/, those beside it to the root named below.
# Debian's nginx has no brotli. With its module, `brotli_static on;` beside gzip_static makes files smaller.

map $uri $heistogram_caching {{
    default "{REVALIDATE}";
    "~/v/[0-9-]+/" "{IMMUTABLE}";
    "~[^/]\.{HASH_CLASS}{{{HASH_LENGTH}}}\.[^./]+$" "{IMMUTABLE}";
}}

map $uri $heistogram_embedder {{
    default "";
    "~/embed/[^/]*\.html$" "require-corp";
}}

map $uri $heistogram_policy {{
    default "";
    "~/embed/[^/]*\.html$" "{framed}";
    "~/heistogram\.[^/]*\.html$" "{single_file}";
    "~\.html$" "{alone}";
}}

server {{
    listen 80;
    server_name graphics.example;
    root /srv/heistogram;
    absolute_redirect off; # to folders; a proxy may have another scheme

    gzip_static on;
    default_type application/octet-stream;
    types {{{types}
    }}
{headers}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_allows_wasm_and_nothing_inline() {
        for page in [Page::Alone, Page::Framed] {
            let policy = page.policy("https://a.example");
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self' ") && policy.contains(" 'wasm-unsafe-eval';")
            );
            assert!(policy.ends_with("; require-trusted-types-for 'script'; trusted-types 'none'"));
            assert!(!policy.contains("unsafe-inline") && !policy.contains("  "));
        }
    }

    #[test]
    fn only_frames_may_be_framed_and_name_the_origin() {
        assert!(Page::Alone.policy("https://a.example").contains("frame-ancestors 'self';"));
        assert!(!Page::Alone.policy("https://a.example").contains("a.example"));
        assert!(Page::Framed.policy("https://a.example").contains("img-src 'self' https://a.example data: blob:;"));
        assert!(Page::Framed.policy("https://a.example").contains("frame-ancestors *;"));
        for path in ["/embed/a.en.html", "embed/a.en.html", "/v/2026-10-08/embed/a.en.html"] {
            assert_eq!(Page::at(path), Some(Page::Framed), "{path}");
        }
        for path in ["", "/", "/v/2026-10-08/", "index.html", "/embed.html", "snippet/a.en.html", "/a/b.embed/c.html"] {
            assert_eq!(Page::at(path), Some(Page::Alone), "{path}");
        }
        for path in ["/embed.ABCD2345.js", "data/core.ABCD2345.json", "/embed/a.svg"] {
            assert_eq!(Page::at(path), None, "{path}");
        }
    }

    #[test]
    fn an_origin_ends_before_the_path() {
        assert_eq!(origin("https://a.example:8080/b/"), Some("https://a.example:8080"));
        assert_eq!(origin("https://a.example/"), Some("https://a.example"));
        assert_eq!(origin(""), None);
    }

    #[test]
    fn only_hashed_names_and_frozen_copies_are_immutable() {
        for path in ["chart.ABCD2345.js", "data/core.WXYZ6723.json", "a/b.min.AAAAAAAA.css", "/v/2026-10-08/host.js"] {
            assert_eq!(cache_control(path), IMMUTABLE, "{path}");
        }
        for path in ["heistogram.js", "index.html", "ABCD2345.js", "chart.abcd2345.js", "chart.ABCD234.js", ""] {
            assert_eq!(cache_control(path), REVALIDATE, "{path}");
        }
    }

    #[test]
    fn no_file_gets_a_header_from_two_rules() {
        let files = [
            "data/core.ABCD2345.json",
            "data/dataset.json",
            "embed/a.en.html",
            "index.html",
            "static/a.svg",
            "v/2026-10-08/embed/a.en.html",
            "v/2026-10-08/index.html",
            "v/2026-10-08/static/a.svg",
        ];
        let text = headers_file(files, "https://a.example/b/");
        let (security, rules) = text.split_once("\n/\n").unwrap();
        assert!(
            !security.contains(CACHING) && !security.contains(POLICY),
            "they would be joined with those of the file"
        );
        let [alone, framed] = [Page::Alone, Page::Framed].map(|page| page.policy("https://a.example"));
        assert_eq!(
            rules,
            format!(
                "  Cache-Control: no-cache\n/index.html\n  Cache-Control: no-cache\n\
                 /data/core.ABCD2345.json\n  Cache-Control: public, max-age=31536000, immutable\n\
                 /data/dataset.json\n  Cache-Control: no-cache\n/embed/*\n  Cache-Control: no-cache\n\
                 /static/*\n  Cache-Control: no-cache\n/v/*\n  Cache-Control: public, max-age=31536000, immutable\n\
                 /\n  Content-Security-Policy: {alone}\n/index.html\n  Content-Security-Policy: {alone}\n\
                 /embed/*\n  Content-Security-Policy: {framed}\n\
                 /v/2026-10-08/\n  Content-Security-Policy: {alone}\n\
                 /v/2026-10-08/index.html\n  Content-Security-Policy: {alone}\n\
                 /v/2026-10-08/embed/*\n  Content-Security-Policy: {framed}\n\
                 /embed/*\n  Cross-Origin-Embedder-Policy: require-corp\n\
                 /v/2026-10-08/embed/*\n  Cross-Origin-Embedder-Policy: require-corp\n"
            )
        );
    }
}
