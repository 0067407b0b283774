//! Colours and type sizes: the only source of colours for charts.

use crate::data::Group;

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// The colour mixed with a `share` of `other`: 0 results in `self`, 1 in `other`.
    pub fn mixed(self, other: Color, share: f64) -> Color {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share + 0.5) as u8;
        Color(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Relative luminance as defined by WCAG 2.2, from 0 for black to 1 for white.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio as defined by WCAG 2.2, from 1 to 21.
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// The colours of a chart, such as [`LIGHT`] or [`DARK`].
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The background that colours are made for; the canvas itself stays transparent.
    pub ground: Color,
    /// Primary text.
    pub ink: Color,
    /// Secondary text: ticks, notes.
    pub muted: Color,
    /// Grid lines.
    pub grid: Color,
    /// Columns and bars that do not represent a group.
    pub plain: Color,
    /// Selected marks beside a few that stand out.
    pub pale: Color,
    /// Unselected marks: visible, but with less contrast than marks of a datum must have.
    pub faded: Color,
    /// Each differs from every other in lightness, so that they are distinct without their hue, and in hue to readers who
    /// see two colours only. Banks and companies, which lie on each other in some years, differ by 3:1.
    groups: [Color; 5],
}

/// Dark marks on a light ground.
pub const LIGHT: Theme = Theme {
    ground: Color::hex(0xffffff),
    ink: Color::hex(0x1b1b1f),
    muted: Color::hex(0x5d5f66),
    grid: Color::hex(0xe4e2dd),
    plain: Color::hex(0x4a5a78),
    pale: Color::hex(0x8792a6),
    faded: Color::hex(0xdcdad4),
    groups: [
        Color::hex(0x021936),
        Color::hex(0x265a92),
        Color::hex(0xd76a0c),
        Color::hex(0x0f846d),
        Color::hex(0x6a355a),
    ],
};

/// Light marks on a dark ground.
pub const DARK: Theme = Theme {
    ground: Color::hex(0x14161a),
    ink: Color::hex(0xececea),
    muted: Color::hex(0xa5a8b0),
    grid: Color::hex(0x2d3036),
    plain: Color::hex(0x8fa3c8),
    pale: Color::hex(0x5b687f),
    faded: Color::hex(0x363a42),
    groups: [
        Color::hex(0xdbf0ff),
        Color::hex(0x7daffa),
        Color::hex(0xe47c14),
        Color::hex(0x1b9375),
        Color::hex(0xfeafcc),
    ],
};

impl Theme {
    /// Colour of a group of victims.
    pub fn group(&self, group: Group) -> Color {
        self.groups[group as usize]
    }

    /// A theme from the two colours of a reader's system, as 0xRRGGBB. Only groups of victims keep their colours,
    /// because these have a meaning.
    pub fn in_colors(ground: u32, ink: u32) -> Theme {
        let Theme { groups, .. } = if ink > ground { DARK } else { LIGHT };
        let (ground, ink) = (Color::hex(ground), Color::hex(ink));
        let mixed = |share| ground.mixed(ink, share);
        let (grid, plain, pale, faded) = (mixed(0.5), mixed(0.65), mixed(0.6), mixed(0.2));
        Theme { ground, ink, muted: ink, grid, plain, pale, faded, groups }
    }
}

/// CSS font stack of all text: the interface font of the reader's system.
pub const FONT_FAMILY: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// Size of tick labels, legends and values in CSS pixels.
pub const LABEL_SIZE: f64 = 12.0;
/// Size of secondary notes in CSS pixels; no text is smaller.
pub const NOTE_SIZE: f64 = 12.0;
/// Size of a panel's heading in CSS pixels.
pub const HEADING_SIZE: f64 = 13.0;
/// Size of the sentence above the chart of a poster, in CSS pixels.
pub const LEAD_SIZE: f64 = 14.0;
/// Size of the title of a poster, in CSS pixels.
pub const TITLE_SIZE: f64 = 20.0;

/// Size of the title of a poster for its width, both in CSS pixels.
pub fn title_size(width: f64) -> f64 {
    (width / 40.0).clamp(20.0, 32.0)
}

/// Size of the sentence below the title of a poster for its width, both in CSS pixels.
pub fn lead_size(width: f64) -> f64 {
    (width / 64.0).clamp(14.0, 19.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_stands_out_from_its_ground() {
        for theme in [&LIGHT, &DARK] {
            for group in Group::ALL {
                let contrast = theme.group(group).contrast(theme.ground);
                assert!(contrast >= 3.0, "{group:?} on {:?}: {contrast:.2}", theme.ground);
            }
            assert!(theme.plain.contrast(theme.ground) >= 3.0 && theme.pale.contrast(theme.ground) >= 3.0);
            let faded = theme.faded.contrast(theme.ground);
            assert!((1.15..3.0).contains(&faded), "quiet, yet there: {faded:.2}");
            assert!(theme.ink.contrast(theme.faded) >= 7.0, "values are drawn on it");
            assert!(theme.muted.contrast(theme.ground) >= 4.5);
            assert!(theme.ink.contrast(theme.ground) >= 7.0);
            let faded = theme.faded.contrast(theme.ground);
            assert!(faded > 1.1 && faded < 3.0, "{faded:.2}");
        }
    }

    #[test]
    fn groups_are_told_apart_without_their_hue() {
        for theme in [&LIGHT, &DARK] {
            for (a, b) in Group::ALL.into_iter().flat_map(|a| Group::ALL.into_iter().map(move |b| (a, b))) {
                let contrast = theme.group(a).contrast(theme.group(b));
                assert!(a == b || contrast >= 1.3, "{a:?} and {b:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn contrast_runs_from_one_to_twenty_one() {
        assert!((Color(0, 0, 0).contrast(Color(255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((Color(9, 9, 9).contrast(Color(9, 9, 9)) - 1.0).abs() < 1e-9);
    }
}
