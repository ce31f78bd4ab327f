//! Writes new files beside the output folder, where nobody looks, whole before they are shown.
#![expect(clippy::disallowed_methods, reason = "part of the door out: staging")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::changes::Files;
use super::home::Home;
use super::path::ancestors;
use super::record::{Entry, Journal, Manifest, Step, encode};
use super::survey::modified;
use super::{File, Output, WriteError, hash};

/// Writes the files that the folder lacks into the staging folder; the manifest, memo and journal with it.
///
/// # Errors
/// When the disk is full or refuses; the output folder is as it was.
pub(super) fn stage(home: &Home, output: &Output, files: Files<'_>, journal: &Journal) -> Result<(), WriteError> {
    let whole = journal.steps == [Step::Appear];
    make_folders(home, &files.put, whole)?;
    let written = write_files(home, output, &files.put, whole)?;
    let mut manifest = Manifest { files: files.kept, memo: hash(&output.memo) };
    manifest.files.extend(written);
    write_synced(&home.staging().join("memo"), &output.memo)?;
    write_synced(&home.staging().join("manifest"), &encode(&manifest))?;
    write_synced(&home.staging().join("journal"), &encode(journal))
}

/// Makes each folder once, before the files, which are then written in parallel.
fn make_folders(home: &Home, put: &[&str], whole: bool) -> Result<(), WriteError> {
    let make = |folder: PathBuf| fs::create_dir(&folder).map_err(|e| WriteError::io("cannot-make-folder", &folder, &e));
    make(home.staging())?;
    if !whole {
        let inside: BTreeSet<PathBuf> = (0..).zip(put).map(|(number, _)| home.staged_folder(number)).collect();
        return inside.into_par_iter().try_for_each(make);
    }
    let tree = home.tree();
    make(tree.clone())?;
    // Those of one depth do not need one another.
    let mut levels: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for folder in put.iter().flat_map(|path| ancestors(path)) {
        levels.entry(folder.matches('/').count()).or_default().insert(folder);
    }
    levels.into_values().try_for_each(|level| level.into_par_iter().try_for_each(|folder| make(tree.join(folder))))
}

/// Writes the files in parallel.
fn write_files(home: &Home, output: &Output, put: &[&str], whole: bool) -> Result<Vec<(String, Entry)>, WriteError> {
    let tree = home.tree();
    let write = |(number, path): (usize, &&str)| {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let place = if whole { tree.join(path) } else { home.staged(number) };
        let entry =
            write_file(&place, &output.files[*path]).map_err(|e| WriteError::io("cannot-write-file", &place, &e))?;
        Ok(((*path).to_owned(), entry))
    };
    put.par_iter().enumerate().map(write).collect()
}

fn write_file(place: &Path, file: &File) -> io::Result<Entry> {
    let bytes = file.bytes.as_deref().unwrap_or_default();
    let mut new = OpenOptions::new().write(true).create_new(true).open(place)?;
    new.write_all(bytes)?;
    Ok(Entry { hash: file.hash, length: bytes.len() as u64, modified: modified(&new.metadata()?) })
}

fn write_synced(place: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        let mut new = OpenOptions::new().write(true).create_new(true).open(place)?;
        new.write_all(bytes)?;
        new.sync_all()
    };
    write().map_err(|e| WriteError::io("cannot-write-file", place, &e))
}
