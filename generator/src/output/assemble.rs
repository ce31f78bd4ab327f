//! The finished routes and the files that are copied as they are, as one map.

use super::{File, Hash, Output};
use crate::plan::{Address, Plan};
use crate::render::{Packs, PictureFile, Rendered};
use crate::site::Site;
use crate::source::SourceFile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Puts everything at its path.
pub fn assemble(
    site: &Site,
    plan: &Plan,
    rendered: Vec<Rendered>,
    packs: Packs,
    pictures: Vec<PictureFile>,
    memo: Vec<u8>,
) -> Output {
    let mut files = BTreeMap::new();
    // What somebody compressed by hand is a copied file, and comes later.
    for file in rendered.into_iter().flat_map(|one| one.files).chain(packs.files) {
        files.insert(file.path, File { hash: file.hash, length: file.length, bytes: file.bytes });
    }
    for PictureFile { path, hash, bytes, .. } in pictures {
        files.insert(path, File { hash, length: bytes.len() as u64, bytes: Some(bytes) });
    }
    copy(&mut files, &plan.files.attachments, &site.attachments);
    copy(&mut files, &plan.files.assets, &site.assets);
    for (name, style) in &site.styles {
        let bytes: Arc<[u8]> = style.css.as_bytes().into();
        put(&mut files, plan.files.styles.get(name), style.hash, bytes);
    }
    Output { files, memo }
}

fn copy(
    files: &mut BTreeMap<String, File>,
    addresses: &BTreeMap<String, Address>,
    sources: &BTreeMap<String, SourceFile>,
) {
    for (name, source) in sources {
        put(files, addresses.get(name), source.hash, source.bytes.clone());
    }
}

fn put(files: &mut BTreeMap<String, File>, address: Option<&Address>, hash: Hash, bytes: Arc<[u8]>) {
    if let Some(address) = address {
        files.insert(address.path.clone(), File { hash, length: bytes.len() as u64, bytes: Some(bytes) });
    }
}
