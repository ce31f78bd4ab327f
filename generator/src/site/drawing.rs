//! Drawings in SVG are published without what runs or fetches: see [`colibri_picture::vector`].

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::source::SourceFile;
use colibri_picture::vector;
use rayon::prelude::*;
use std::collections::BTreeMap;

type Files = BTreeMap<String, SourceFile>;

/// The files beside pages and those of `assets/`, each drawing made safe; what is no drawing though its ending says so is a finding.
pub(super) fn safe(mut attachments: Files, mut assets: Files) -> ((Files, Files), Diagnostics) {
    let found = [("content", &mut attachments), ("assets", &mut assets)].map(|(folder, files)| {
        let drawings = files.par_iter_mut().filter(|(name, _)| name.to_ascii_lowercase().ends_with(".svg"));
        let found = drawings.map(|(name, file)| match vector(file.text()) {
            Some(drawing) => {
                *file = SourceFile::new(drawing.text.as_bytes());
                None
            }
            None => Some(broken(&format!("{folder}/{name}"))),
        });
        found.collect::<Vec<_>>()
    });
    ((attachments, assets), found.into_iter().flatten().flatten().collect())
}

fn broken(path: &str) -> Diagnostic {
    let finding = Diagnostic::error("broken-picture", Place::in_file(path)).with("picture", path);
    finding.with("case", "drawing").with("found", "").with("limit", 0_u64)
}
