//! Texts compressed once, for hosts that send files as they find them.
//!
//! Takes finished files; gives for each text `x` the files `x.br` and `x.gz`, where they are shorter. What only the functions read is
//! left as it is. Pure; what the last build compressed of the same bytes is not compressed again.

use super::{Memo, Rendered, RenderedFile, Source, finished};
use crate::output::{Hash, Output};
use crate::plan::{Address, Plan};
use crate::site::Site;
use brotli::enc::BrotliEncoderParams;
use libdeflater::{CompressionLvl, Compressor};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Bytes below which a text is left alone: it travels in one packet whatever is done, and hosts count files.
const WORTH: usize = 512;

/// Endings of texts that browsers and readers fetch.
const TEXTS: [&str; 14] =
    ["atom", "css", "csv", "html", "ics", "js", "json", "md", "mjs", "svg", "txt", "vtt", "webmanifest", "xml"];

/// What only the functions read, each time it is asked for, as it is.
const OF_THE_FUNCTIONS: &str = "_/data/";

/// What lies compressed beside files that are copied, and what the next build must know of it.
#[derive(Debug, Default)]
pub struct Packs {
    /// The compressed files.
    pub files: Vec<RenderedFile>,
    /// By path of the copied file.
    pub(super) notes: Notes,
}

/// For each copied text, the hash of its bytes, and path, hash and length of what was made of it.
pub(super) type Notes = BTreeMap<String, Note>;

/// What was made of one copied text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Note {
    of: Hash,
    made: Vec<(String, Hash, u64)>,
}

/// Compresses what was rendered now and what is copied, on all cores. A route has what it was compressed to among its files.
pub fn pack(site: &Site, plan: &Plan, rendered: &mut [Rendered], memo: &Memo, previous: &Output) -> Packs {
    rendered.par_iter_mut().for_each(pack_route);
    let copies = copies(site, plan);
    let kept =
        |path: &str, of: Hash| memo.note(path).filter(|note| note.of == of).and_then(|note| there(note, previous));
    let one = |(path, of, bytes): (&str, Hash, &[u8])| {
        let files = kept(path, of).unwrap_or_else(|| beside(path, bytes));
        let made = files.iter().map(|file| (file.path.clone(), file.hash, file.length)).collect();
        (files, (path.to_owned(), Note { of, made }))
    };
    let (files, notes): (Vec<Vec<RenderedFile>>, Vec<(String, Note)>) = copies.into_par_iter().map(one).unzip();
    Packs { files: files.into_iter().flatten().collect(), notes: notes.into_iter().collect() }
}

/// A route that is as the last build left it has its compressed files already.
fn pack_route(one: &mut Rendered) {
    if matches!(one.source, Source::Made(_)) {
        let texts = one.files.iter().filter_map(|file| Some((&file.path, file.bytes.as_deref()?)));
        let packs: Vec<RenderedFile> = texts.flat_map(|(path, bytes)| beside(path, bytes)).collect();
        one.files.extend(packs);
    }
}

/// The texts among the files that are copied: path, hash and bytes.
fn copies<'s>(site: &'s Site, plan: &'s Plan) -> Vec<(&'s str, Hash, &'s [u8])> {
    let path = |address: &'s Address| Some(address.path.as_str()).filter(|path| is_sent_as_text(path));
    let attachments = site.attachments.iter().map(|(name, file)| (plan.files.attachments.get(name), file));
    let assets = site.assets.iter().map(|(name, file)| (plan.files.assets.get(name), file));
    let copied = attachments.chain(assets).map(|(address, file)| (address, file.hash, &*file.bytes));
    let styles = site.styles.iter();
    let styles = styles.map(|(name, style)| (plan.files.styles.get(name), style.hash, style.css.as_bytes()));
    copied.chain(styles).filter_map(|(address, hash, bytes)| Some((path(address?)?, hash, bytes))).collect()
}

/// The files of a note, if the last build's are still where it left them.
fn there(note: &Note, previous: &Output) -> Option<Vec<RenderedFile>> {
    let file = |(path, hash, length): &(String, Hash, u64)| {
        let found = previous.files.get(path).filter(|found| found.hash == *hash)?;
        Some(RenderedFile { path: path.clone(), hash: *hash, length: *length, bytes: found.bytes.clone() })
    };
    note.made.iter().map(file).collect()
}

/// What is put beside a file.
fn beside(path: &str, bytes: &[u8]) -> Vec<RenderedFile> {
    if bytes.len() < WORTH || !is_sent_as_text(path) {
        return Vec::new();
    }
    let packed = [("br", by_brotli(bytes)), ("gz", by_gzip(bytes))];
    let shorter = packed
        .into_iter()
        .filter_map(|(ending, packed)| Some((ending, packed.filter(|packed| packed.len() < bytes.len())?)));
    shorter.map(|(ending, packed)| finished(format!("{path}.{ending}"), &packed)).collect()
}

fn is_sent_as_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    !path.starts_with(OF_THE_FUNCTIONS) && TEXTS.iter().any(|text| text.eq_ignore_ascii_case(ending))
}

fn by_brotli(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters).ok()?;
    Some(packed)
}

fn by_gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut packed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut packed).ok()?;
    packed.truncate(length);
    Some(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_that_visitors_fetch_are_compressed_and_only_if_that_is_shorter() {
        let text = "An island, and another island. ".repeat(40);
        let paths =
            |path: &str, bytes: &[u8]| beside(path, bytes).into_iter().map(|file| file.path).collect::<Vec<_>>();
        assert_eq!(paths("fr/index.HTML", text.as_bytes()), ["fr/index.HTML.br", "fr/index.HTML.gz"]);
        for path in ["_/data/shell/fr.html", "a.html/b", "a.br", "html", "photo.avif", "_redirects"] {
            assert!(paths(path, text.as_bytes()).is_empty(), "{path}");
        }
        assert!(paths("a.txt", &text.as_bytes()[..WORTH - 1]).is_empty());
        // Bytes of chance get longer.
        let chance: Vec<u8> = (0..40_u8).flat_map(|n| crate::output::hash(&[n])).collect();
        assert!(chance.len() > WORTH && paths("a.txt", &chance).is_empty());
    }
}
