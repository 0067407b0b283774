//! The HTTP headers of the published files: one list for `serve` and for `dist/_headers`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// Sent with every file.
///
/// `Access-Control-Allow-Origin` and `Cross-Origin-Resource-Policy` are open because embedded charts run in sandboxed
/// frames, whose origin is `null`, and on other sites.
pub const SECURITY: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
         connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    ),
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

/// Length of the hash in a hashed file name.
pub const HASH_LENGTH: usize = 8;

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const REVALIDATE: &str = "no-cache";

/// How long a file may be kept: a hashed name for ever, anything else must be asked for again.
pub fn cache_control(path: &str) -> &'static str {
    if has_hashed_name(path) { IMMUTABLE } else { REVALIDATE }
}

/// Whether a path ends in `name.HASH.ext`.
fn has_hashed_name(path: &str) -> bool {
    let mut parts = path.rsplit('/').next().unwrap_or_default().rsplit('.').skip(1);
    let hash = parts.next().unwrap_or_default();
    parts.next().is_some()
        && hash.len() == HASH_LENGTH
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The `_headers` file that static hosts such as Netlify and Cloudflare Pages read.
///
/// Hosts join the values of every rule that matches, so no two rules may set the caching of one file: a folder whose
/// files all agree gets one rule, any other file its own.
pub fn headers_file<'a>(files: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in SECURITY {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files {
        folders.entry(file.split_once('/').map_or("", |(folder, _)| folder)).or_default().push(file);
    }
    for (folder, files) in folders {
        let kinds: BTreeSet<_> = files.iter().map(|file| cache_control(file)).collect();
        match kinds.first() {
            Some(one) if kinds.len() == 1 && !folder.is_empty() => cache_rule(&mut text, &format!("/{folder}/*"), one),
            _ => files.iter().for_each(|file| {
                if let Some(folder) = file.strip_suffix("index.html") {
                    cache_rule(&mut text, &format!("/{folder}"), cache_control(file));
                }
                cache_rule(&mut text, &format!("/{file}"), cache_control(file));
            }),
        }
    }
    text
}

fn cache_rule(text: &mut String, path: &str, value: &str) {
    let _ = writeln!(text, "{path}\n  Cache-Control: {value}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_allows_wasm_and_nothing_inline() {
        let policy = SECURITY.iter().find(|(name, _)| *name == "Content-Security-Policy").unwrap().1;
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "));
        assert!(policy.contains("; require-trusted-types-for 'script'"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("  "));
    }

    #[test]
    fn only_hashed_names_are_immutable() {
        for path in ["chart.0123abcd.js", "data/core.89abcdef.json", "a/b.min.00000000.css"] {
            assert_eq!(cache_control(path), IMMUTABLE, "{path}");
        }
        for path in ["heistogram.js", "index.html", "0123abcd.js", "chart.0123ABCD.js", "chart.0123abc.js", ""] {
            assert_eq!(cache_control(path), REVALIDATE, "{path}");
        }
    }

    #[test]
    fn no_file_gets_two_caching_rules() {
        let text = headers_file(["data/core.0123abcd.json", "data/dataset.json", "index.html", "static/a.svg"]);
        let (security, caching) = text.split_once("\n/\n").unwrap();
        assert!(!security.contains("Cache-Control"), "it would be joined with the rule of the file");
        assert_eq!(
            caching,
            "  Cache-Control: no-cache\n/index.html\n  Cache-Control: no-cache\n\
             /data/core.0123abcd.json\n  Cache-Control: public, max-age=31536000, immutable\n\
             /data/dataset.json\n  Cache-Control: no-cache\n/static/*\n  Cache-Control: no-cache\n"
        );
    }
}
