//! Reduces the output of plotters-svg to a quarter of its bytes without a visible change.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use heistogram::theme::Color;
use resvg::usvg::roxmltree::{Document, Node};

/// Attributes of text that the root element sets for all texts that do not differ.
const INHERITED: [&str; 3] = ["font-family", "font-size", "fill"];

/// Default values of attributes.
const DEFAULTS: [(&str, &str); 4] =
    [("opacity", "1"), ("stroke", "none"), ("stroke-width", "1"), ("text-anchor", "start")];

/// Rewrites a picture with its language and an opaque background, as the background of the host page is unknown. Text
/// moves to whole pixels, as on the canvas.
pub fn shrink(svg: &str, lang: &str, Color(red, green, blue): Color) -> Result<String> {
    let document = Document::parse(svg)?;
    let root = document.root_element();
    let first_text = root.children().find(|node| node.has_tag_name("text"));
    let usual = |name: &str| first_text.and_then(|text| text.attribute(name)).filter(|_| INHERITED.contains(&name));
    let mut file = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let size = ["width", "height", "viewBox"].map(|name| (name, root.attribute(name)));
    attribute(&mut file, "lang", lang);
    let inherited = INHERITED.map(|name| (name, usual(name)));
    for (name, value) in size.into_iter().chain(inherited) {
        attribute(&mut file, name, value.unwrap_or_default());
    }
    write!(file, "><rect width=\"100%\" height=\"100%\" fill=\"#{red:02x}{green:02x}{blue:02x}\"/>")?;
    let mut path = Path::default();
    let mut nodes = root.children().filter(Node::is_element).peekable();
    while let Some(node) = nodes.next() {
        let on_top = nodes.next_if(|next| is_disc(node) && is_disc(*next) && is_inside(*next, node));
        match node.tag_name().name() {
            "rect" => path.rect(&mut file, node)?,
            "line" => path.line(&mut file, node)?,
            "polygon" => path.polygon(&mut file, node)?,
            name @ ("circle" | "text") => {
                path.end(&mut file);
                if let Some(on_top) = on_top {
                    disc_in_disc(&mut file, node, on_top)?;
                    continue;
                }
                write!(file, "<{name}")?;
                for (name, value) in node.attributes().map(|attribute| (attribute.name(), attribute.value())) {
                    match name {
                        "dy" => {}
                        "y" => attribute(&mut file, name, &baseline(node)?.to_string()),
                        _ if node.has_tag_name("text") && usual(name) == Some(value) => {}
                        _ if DEFAULTS.contains(&(name, value)) => {}
                        _ => attribute(&mut file, name, value.trim()),
                    }
                }
                match node.text() {
                    Some(text) => write!(file, ">{}</text>", escaped(text.trim()))?,
                    None => file += "/>",
                }
            }
            name => bail!("<{name}> is not supported"),
        }
    }
    path.end(&mut file);
    Ok(file + "</svg>\n")
}

fn attribute(file: &mut String, name: &str, value: &str) {
    *file += &format!(" {name}=\"{}\"", escaped(value));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn required<'a>(node: Node<'a, '_>, name: &str) -> Result<&'a str> {
    node.attribute(name).with_context(|| format!("<{}> has no {name}", node.tag_name().name()))
}

fn numbers<const N: usize>(node: Node, names: [&str; N]) -> Result<[i32; N]> {
    let mut numbers = [0; N];
    for (number, name) in numbers.iter_mut().zip(names) {
        *number = required(node, name)?.parse().with_context(|| format!("{name} is not a whole number"))?;
    }
    Ok(numbers)
}

/// Whether it is a filled circle without an outline.
fn is_disc(node: Node) -> bool {
    let is = |name: &str, value: &str| node.attribute(name).is_some_and(|actual| actual == value);
    node.has_tag_name("circle") && is("opacity", "1") && is("stroke", "none") && !is("fill", "none")
}

/// Whether a circle is concentric with a larger one.
fn is_inside(inner: Node, outer: Node) -> bool {
    let circle = |node| numbers(node, ["cx", "cy", "r"]).unwrap_or_default();
    let ([x, y, inner], [outer_x, outer_y, outer]) = (circle(inner), circle(outer));
    (x, y) == (outer_x, outer_y) && inner < outer
}

/// Writes two concentric discs as one disc with an outline: one element instead of two.
fn disc_in_disc(file: &mut String, outer: Node, inner: Node) -> Result<()> {
    let ([cx, cy, outer_r], [inner_r]) = (numbers(outer, ["cx", "cy", "r"])?, numbers(inner, ["r"])?);
    let (r, width) = (f64::from(outer_r + inner_r) / 2.0, outer_r - inner_r);
    let (fill, stroke) = (required(inner, "fill")?, required(outer, "fill")?);
    write!(file, "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\" fill=\"{fill}\" stroke=\"{stroke}\"")?;
    if width > 1 {
        attribute(file, "stroke-width", &width.to_string());
    }
    *file += "/>";
    Ok(())
}

/// The baseline of a text: its `y` and the share of its size that plotters-svg adds.
fn baseline(text: Node) -> Result<i32> {
    let [y] = numbers(text, ["y"])?;
    let em = |value: &str| value.trim_end_matches("em").parse::<f64>();
    let size: f64 = required(text, "font-size")?.parse()?;
    Ok((f64::from(y) + em(required(text, "dy")?)? * size).round() as i32)
}

/// Joins adjacent shapes of one colour into a path.
#[derive(Default)]
struct Path {
    /// The common paint; empty outside of a path.
    paint: String,
    /// End of the last shape.
    at: (i32, i32),
}

impl Path {
    fn rect(&mut self, file: &mut String, node: Node) -> Result<()> {
        let [x, y, width, height] = numbers(node, ["x", "y", "width", "height"])?;
        self.go(file, format!(" fill=\"{}\"", required(node, "fill")?), (x, y));
        write!(file, "h{width}v{height}h{}z", -width)?;
        Ok(())
    }

    fn line(&mut self, file: &mut String, node: Node) -> Result<()> {
        let [x1, y1, x2, y2] = numbers(node, ["x1", "y1", "x2", "y2"])?;
        let paint =
            format!(" stroke=\"{}\" stroke-width=\"{}\"", required(node, "stroke")?, required(node, "stroke-width")?);
        self.go(file, paint, (x1, y1));
        write!(file, "l{}", pair(x2 - x1, y2 - y1))?;
        self.at = (x2, y2);
        Ok(())
    }

    fn polygon(&mut self, file: &mut String, node: Node) -> Result<()> {
        if node.attribute("stroke").is_some_and(|stroke| stroke != "none") {
            bail!("a polygon with an outline is not supported");
        }
        let points = required(node, "points")?.split_whitespace().map(|point| {
            let (x, y) = point.split_once(',').context("a point has two numbers")?;
            Ok((x.parse()?, y.parse()?))
        });
        let points: Vec<(i32, i32)> = points.collect::<Result<_>>()?;
        let first = *points.first().context("a polygon without points")?;
        self.go(file, format!(" fill=\"{}\"", required(node, "fill")?), first);
        for (from, to) in points.iter().zip(&points[1..]) {
            write!(file, "l{}", pair(to.0 - from.0, to.1 - from.1))?;
        }
        *file += "z";
        Ok(())
    }

    /// Moves to a point; starts a new path if the paint differs.
    fn go(&mut self, file: &mut String, paint: String, to: (i32, i32)) {
        if paint == self.paint {
            *file += &format!("m{}", pair(to.0 - self.at.0, to.1 - self.at.1));
        } else {
            self.end(file);
            *file += &format!("<path{paint} d=\"M{}", pair(to.0, to.1));
            self.paint = paint;
        }
        self.at = to;
    }

    fn end(&mut self, file: &mut String) {
        if !self.paint.is_empty() {
            *file += "\"/>";
            self.paint.clear();
        }
    }
}

/// Two numbers; a minus needs no space before it.
fn pair(x: i32, y: i32) -> String {
    if y < 0 { format!("{x}{y}") } else { format!("{x} {y}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_path_and_texts_the_root() {
        let svg = r##"<svg width="9" height="8" viewBox="0 0 9 8" xmlns="http://www.w3.org/2000/svg">
            <rect x="1" y="2" width="3" height="4" opacity="1" fill="#111" stroke="none"/>
            <rect x="5" y="1" width="3" height="4" opacity="1" fill="#111" stroke="none"/>
            <polygon opacity="1" fill="#111" points="5,5 8,5 6,1"/>
            <line opacity="1" stroke="#222" stroke-width="2" x1="1" y1="6" x2="3" y2="4"/>
            <text x="2" y="3" dy="0.76em" text-anchor="start" font-family="a, 'b'" font-size="10" opacity="1" fill="#333">
            A &amp; B
            </text>
            <text x="2" y="3" dy="0.76em" text-anchor="end" font-family="a, 'b'" font-size="10" opacity="1" fill="#444">C</text>
            </svg>"##;
        let short = r##"<svg xmlns="http://www.w3.org/2000/svg" lang="ja" width="9" height="8" viewBox="0 0 9 8" font-family="a, 'b'" font-size="10" fill="#333"><rect width="100%" height="100%" fill="#0a0b0c"/><path fill="#111" d="M1 2h3v4h-3zm4-1h3v4h-3zm0 4l3 0l-2-4z"/><path stroke="#222" stroke-width="2" d="M1 6l2-2"/><text x="2" y="11">A &amp; B</text><text x="2" y="11" text-anchor="end" fill="#444">C</text></svg>"##;
        assert_eq!(shrink(svg, "ja", Color(10, 11, 12)).unwrap().trim_end(), short);
    }

    #[test]
    fn a_disc_on_a_disc_is_one_with_an_outline() {
        let disc = |x: u32, r: u32, fill: &str| {
            format!(
                "<circle cx=\"{x}\" cy=\"9\" r=\"{r}\" opacity=\"1\" fill=\"{fill}\" stroke=\"none\" stroke-width=\"1\"/>"
            )
        };
        let short = |discs: &[String]| {
            let file = shrink(&format!("<svg>{}</svg>", discs.concat()), "en", Color(0, 0, 0)).unwrap();
            file[file.find("<circle").unwrap()..].to_owned()
        };
        assert_eq!(
            short(&[disc(5, 6, "#fff"), disc(5, 5, "#111"), disc(5, 3, "#222")]).trim_end(),
            r##"<circle cx="5" cy="9" r="5.5" fill="#111" stroke="#fff"/><circle cx="5" cy="9" r="3" fill="#222"/></svg>"##
        );
        let two = short(&[disc(5, 5, "#111"), disc(5, 3, "#222")]);
        assert!(
            two.starts_with(r##"<circle cx="5" cy="9" r="4" fill="#222" stroke="#111" stroke-width="2"/>"##),
            "{two}"
        );
        // At another place, or covering the whole disc.
        for other in [disc(6, 3, "#222"), disc(5, 5, "#222")] {
            assert_eq!(short(&[disc(5, 5, "#111"), other]).matches("<circle").count(), 2);
        }
    }

    #[test]
    fn what_it_does_not_know_is_an_error() {
        let error = shrink("<svg><ellipse rx=\"1\"/></svg>", "en", Color(0, 0, 0)).unwrap_err();
        assert_eq!(error.to_string(), "<ellipse> is not supported");
    }
}
