//! The fonts: those built in, and a folder's where they lack a character.

use super::coverage;
use crate::documents::request::{Fault, Request};
use std::collections::BTreeSet;
use std::path::Path;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// Read in this order; the templates choose by family.
static BUILT_IN: &[&[u8]] = &[
    include_bytes!("../../../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSerif-Italic.ttf"),
    include_bytes!("../../../fonts/NotoSerifSC-Regular.otf"),
    include_bytes!("../../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSansMono-Regular.ttf"),
];

/// The fonts of one document.
pub(super) struct Fonts(Vec<Font>);

impl Fonts {
    /// Fonts for every character of the request. Characters that no font has refuse an exact document and are
    /// replaced by their numbers in others.
    pub(super) fn covering(request: &mut Request) -> Result<Self, Fault> {
        let mut fonts = Self(
            BUILT_IN
                .iter()
                .flat_map(|file| Font::iter(Bytes::new(*file)))
                .collect(),
        );
        let mut missing = fonts.missing(&request.data);
        if !missing.is_empty()
            && let Some(folder) = &request.fonts
        {
            fonts.add_folder(folder)?;
            missing = fonts.missing(&request.data);
        }
        if !missing.is_empty() && request.exact {
            return Err(Fault::Unprintable {
                characters: missing.into_iter().collect(),
            });
        }
        coverage::prepare(&mut request.data, &missing);
        Ok(fonts)
    }

    pub(super) fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.0)
    }

    pub(super) fn into_faces(self) -> Vec<Font> {
        self.0
    }

    fn missing(&self, data: &serde_json::Value) -> BTreeSet<char> {
        let mut used = BTreeSet::new();
        coverage::collect(data, &mut used);
        used.retain(|&c| !self.can_print(c));
        used
    }

    fn can_print(&self, c: char) -> bool {
        match coverage::sort(c) {
            coverage::Sort::Layout => true,
            coverage::Sort::Forbidden => false,
            coverage::Sort::Glyph => self
                .0
                .iter()
                .any(|font| font.info().coverage.contains(u32::from(c))),
        }
    }

    /// Reads the fonts of a folder in the order of their names, so that the same folder gives the same document.
    fn add_folder(&mut self, folder: &Path) -> Result<(), Fault> {
        let unreadable =
            |e: std::io::Error| Fault::failed(format!("cannot read the folder of fonts: {e}"));
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let is_font = path.extension().is_some_and(|kind| {
                ["ttf", "otf", "ttc", "otc"]
                    .iter()
                    .any(|known| kind.eq_ignore_ascii_case(known))
            });
            if is_font {
                files.push(path);
            }
        }
        files.sort();
        for file in files {
            self.0.extend(Font::iter(Bytes::new(
                std::fs::read(file).map_err(unreadable)?,
            )));
        }
        Ok(())
    }
}
