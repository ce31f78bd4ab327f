//! The pictures of all pages together: which routes show some, and which files the output needs for them.

use super::gallery::PictureFile;
use super::query::Query;
use super::world::World;
use super::{Memo, Rendered, Source, picture, share};
use std::collections::{BTreeMap, BTreeSet};

/// Tells whether a route that was made now shows pictures.
pub(super) fn shown_by(world: &World) -> impl Fn(&Rendered) -> bool + Sync + use<> {
    let pictures = world.pictures();
    move |one| match &one.source {
        Source::Made(reads) => reads.iter().any(|number| pictures.contains_key(number)),
        Source::Kept(_) => false,
    }
}

/// The files of every picture that a route shows, those that were kept included.
pub(super) fn files(world: &World, memo: &Memo, rendered: &[Rendered]) -> Vec<PictureFile> {
    let (now, before) = (world.pictures(), memo.pictures());
    let mut shown: BTreeSet<&Query> = BTreeSet::new();
    for one in rendered {
        match &one.source {
            Source::Made(reads) if !now.is_empty() => {
                shown.extend(reads.iter().filter_map(|number| now.get(number)));
            }
            Source::Kept(number) if !before.is_empty() => shown.extend(memo.pictures_of(*number, &before)),
            _ => {}
        }
    }
    let files = shown.into_iter().flat_map(|query| match query {
        Query::Picture(url, layout) => picture::files(world, url, layout),
        Query::Drawn(key) => share::files(world, key),
        _ => Vec::new(),
    });
    let by_path: BTreeMap<String, PictureFile> = files.map(|file| (file.path.clone(), file)).collect();
    by_path.into_values().collect()
}
