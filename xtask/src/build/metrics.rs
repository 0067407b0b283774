//! The built-in widths of text as a script: pictures that browsers write as SVG are laid out with the same.

use heistogram::text::{BuiltInMetrics, Weight};

/// Name of the script among the sources.
pub const NAME: &str = "metrics.js";

/// `ascii` from the space on, then `[first character, width]` wherever widths change; thousandths of the font size, and
/// what to multiply by for regular and bold type.
pub fn script() -> String {
    let advance = |code: u32| char::from_u32(code).map(BuiltInMetrics::advance);
    let ascii: Vec<String> = (32..127).filter_map(advance).map(|width| width.to_string()).collect();
    let mut wider = Vec::new();
    let mut before = None;
    for code in 127..=0x10_ffff {
        let Some(width) = advance(code).filter(|width| before != Some(*width)) else { continue };
        wider.push(format!("[{code},{width}]"));
        before = Some(width);
    }
    format!(
        "export const ascii=[{}],wider=[{}],regular={},bold={};\n",
        ascii.join(","),
        wider.join(","),
        BuiltInMetrics::slack(Weight::Regular),
        BuiltInMetrics::slack(Weight::Bold),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_change_where_rust_says() {
        let script = script();
        assert!(script.starts_with("export const ascii=[278,278,355,"), "{script}");
        assert!(script.contains("wider=[[127,556],[4352,1000],[4448,556],"), "{script}");
        assert!(script.ends_with("regular=1.16,bold=1.32;\n"), "{script}");
        assert!(script.len() < 1000, "{}", script.len());
    }
}
