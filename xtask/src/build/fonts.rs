//! The fonts of the link previews. Readers never load them.

use std::{path::Path, sync::Arc};

use anyhow::Result;
use resvg::usvg::fontdb;

use crate::npm;

/// The default font family.
pub const FAMILY: &str = "Noto Sans";

/// A package with its version, and the files used from it with their SHA-256.
type Package = (&'static str, &'static str, [(&'static str, &'static str); 2]);

/// Latin first; Japanese before Korean, which lacks the Japanese forms of shared characters.
const PACKAGES: [Package; 3] = [
    (
        "@expo-google-fonts/noto-sans",
        "0.4.2",
        [
            ("400Regular/NotoSans_400Regular.ttf", "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614"),
            ("700Bold/NotoSans_700Bold.ttf", "13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431"),
        ],
    ),
    (
        "@expo-google-fonts/noto-sans-jp",
        "0.4.3",
        [
            (
                "400Regular/NotoSansJP_400Regular.ttf",
                "d930d5d52d15231c283089760f84584272ad5e37e14607ba0d19c798e7a9caec",
            ),
            ("700Bold/NotoSansJP_700Bold.ttf", "c5b7b9d6a6eb682b0d4e6bbb38509575fd2759a28f147daa74714d1359a7909e"),
        ],
    ),
    (
        "@expo-google-fonts/noto-sans-kr",
        "0.4.3",
        [
            (
                "400Regular/NotoSansKR_400Regular.ttf",
                "8cbc9b353bb9ce848fd69bb6a507319dfacc659cf5fd643db5d88f3c4970e1dd",
            ),
            ("700Bold/NotoSansKR_700Bold.ttf", "4ffa20c272ae6d689f7c8d34ff9c8039a326e9c334d9fc8852b2a7396227d077"),
        ],
    ),
];

/// Loads every font; downloads those that are missing.
pub fn load(tools: &Path) -> Result<Arc<fontdb::Database>> {
    let mut fonts = fontdb::Database::new();
    for (name, version, files) in PACKAGES {
        let folder = npm::package(tools, name, version)?;
        for (file, sha256) in files {
            fonts.load_font_data(npm::file(&folder, file, sha256)?);
        }
    }
    fonts.set_sans_serif_family(FAMILY);
    Ok(Arc::new(fonts))
}

#[cfg(test)]
mod tests {
    use heistogram::text::{BuiltInMetrics, MeasureText, Weight};
    use skrifa::{
        FontRef, MetadataProvider,
        instance::{LocationRef, Size},
    };

    use super::*;
    use crate::project::Project;

    #[test]
    fn built_in_metrics_are_those_of_the_font_and_room() {
        let fonts = load(&Project::find().unwrap().tools()).unwrap();
        let faces = fonts.faces().map(|face| face.id);
        for (face, (weight, room)) in faces.zip([(Weight::Regular, 1.119..1.14), (Weight::Bold, 1.0..1.45)]) {
            let width = |c: char| {
                fonts.with_face_data(face, |bytes, index| {
                    let font = FontRef::from_index(bytes, index).unwrap();
                    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
                    f64::from(metrics.advance_width(font.charmap().map(c).unwrap()).unwrap())
                })
            };
            for c in (' '..='~').chain("é–’“”…€".chars()) {
                let share = BuiltInMetrics.width(&c.to_string(), 1.0, weight) / width(c).unwrap();
                assert!(share > room.start, "{weight:?} {c:?}: {share:.3}");
                assert!(share < room.end || !c.is_ascii(), "{weight:?} {c:?}: {share:.3}");
            }
        }
    }
}
