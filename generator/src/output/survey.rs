//! What an output folder truly holds.
//!
//! Takes the folder and the manifest of the last build; gives every path found and which files are still as written.
//! Links are noted and never followed. Never writes.
#![expect(clippy::disallowed_methods, reason = "the door out must know what it would overwrite")]

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::WriteError;
use super::hash;
use super::record::{Entry, Manifest};

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Folder,
    File,
    /// A link, a device, anything that is not ours to follow.
    Other,
}

/// Everything found below a folder, by its path there.
pub(super) type Survey = BTreeMap<String, Found>;

/// Every path below a folder; none when the folder does not exist. Reads the folders of one depth in parallel.
pub(super) fn survey(folder: &Path) -> Result<Survey, WriteError> {
    let mut survey = Survey::new();
    let mut level = vec![String::new()];
    while !level.is_empty() {
        let found: Vec<_> = level.par_iter().map(|path| entries(folder, path)).collect::<Result<_, _>>()?;
        let found: Vec<(String, Found)> = found.into_iter().flatten().collect();
        level = found.iter().filter(|(_, found)| *found == Found::Folder).map(|(path, _)| path.clone()).collect();
        survey.extend(found);
    }
    Ok(survey)
}

fn entries(folder: &Path, path: &str) -> Result<Vec<(String, Found)>, WriteError> {
    let here = folder.join(path);
    let failed = |e: &io::Error| WriteError::io("cannot-read-output", &here, e);
    match fs::read_dir(&here) {
        Ok(entries) => entries.map(|entry| found(path, &entry?)).collect::<io::Result<_>>().map_err(|e| failed(&e)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(e) => Err(failed(&e)),
    }
}

/// A name that is not Unicode cannot be one of ours: it is shown as well as can be, and never entered.
fn found(path: &str, entry: &DirEntry) -> io::Result<(String, Found)> {
    let name = entry.file_name();
    let kind = entry.file_type()?;
    let found = match (name.to_str(), kind.is_dir(), kind.is_file()) {
        (None, _, _) | (_, false, false) => Found::Other,
        (_, true, _) => Found::Folder,
        (_, _, true) => Found::File,
    };
    let name = name.to_string_lossy();
    Ok((if path.is_empty() { name.into_owned() } else { format!("{path}/{name}") }, found))
}

/// The modification time in nanoseconds since 1970; 0 where the system tells none.
pub(super) fn modified(metadata: &Metadata) -> i64 {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

/// The files of the manifest that still hold what was written, with the modification times they have now.
///
/// A file whose time differs is hashed: a restored copy counts, an edited file does not. Looks in parallel.
pub(super) fn intact(folder: &Path, manifest: &Manifest) -> BTreeMap<String, Entry> {
    let intact = |(path, entry): (&String, &Entry)| {
        let place = folder.join(path);
        let metadata = fs::symlink_metadata(&place).ok()?;
        if !metadata.is_file() || metadata.len() != entry.length {
            return None;
        }
        let now = Entry { modified: modified(&metadata), ..*entry };
        let same = now == *entry || fs::read(&place).is_ok_and(|bytes| hash(&bytes) == entry.hash);
        same.then(|| (path.clone(), now))
    };
    let intact: Vec<(String, Entry)> = manifest.files.par_iter().filter_map(intact).collect();
    intact.into_iter().collect()
}
