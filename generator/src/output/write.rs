//! The door out: makes an output folder equal to an [`Output`], whatever interrupts it.
//!
//! Takes the finished site and a folder. A folder that is missing or empty appears by one rename; an existing one gets
//! only its changes, staged, then renamed into place, removals last. Each command first finishes what the last one left.
//! Never writes outside the folder and its state beside it, never follows a link, never touches what it did not write.
#![expect(clippy::disallowed_methods, reason = "this is the door out")]

use crate::diagnostic::Phrase;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::changes::{self, Ground, Standing};
use super::home::Home;
use super::record::{Journal, Manifest, decode};
use super::survey::Found;
use super::{Hash, Output, WriteError};
use super::{path, recovery, stage, survey};

/// What an output folder holds from the last build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Previous {
    /// Content hash and length in bytes of each file that is there as the last build wrote it.
    pub files: BTreeMap<String, (Hash, u64)>,
    /// The memo of the last build; empty when there is none.
    pub memo: Vec<u8>,
}

/// What writing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files written because they are new or differ.
    pub written: usize,
    /// Files left as they were.
    pub kept: usize,
    /// Files removed because they are no longer part of the site.
    pub removed: usize,
    /// Paths in the folder that Colibri did not write and left alone; not looked for when nothing had to be written.
    pub foreign: Vec<String>,
}

/// What the output folder holds, after finishing what an interrupted build left.
///
/// Files removed or edited since are not listed, so that the next build makes them again; a folder restored with other
/// modification times is read and recognised.
///
/// # Errors
/// When the folder is not empty and not Colibri's, when another build is at work, when the disk refuses.
pub fn previous(folder: &Path) -> Result<Previous, WriteError> {
    let home = Home::of(folder)?;
    if !home.state.is_dir() {
        return if recovery::is_occupied(&home.folder) { Err(not_ours(&home)) } else { Ok(Previous::default()) };
    }
    let _lock = home.lock()?;
    recovery::recover(&home)?;
    let standing = standing(&home)?;
    let memo = fs::read(home.memo()).unwrap_or_default();
    let memo = if super::hash(&memo) == standing.manifest.memo { memo } else { Vec::new() };
    let files = standing.intact.into_iter().map(|(path, entry)| (path, (entry.hash, entry.length))).collect();
    Ok(Previous { files, memo })
}

/// Makes the folder equal to the output, leaving alone what Colibri did not write.
///
/// # Errors
/// When a path is unsafe, when the folder is not empty and not Colibri's, when something is in the way, when another
/// build is at work: the folder is as it was. When the disk refuses a rename: the next call finishes the work.
pub fn write(output: &Output, folder: &Path) -> Result<Written, WriteError> {
    path::check(&output.files)?;
    let home = Home::of(folder)?;
    if !home.state.is_dir() && recovery::is_occupied(&home.folder) {
        return Err(not_ours(&home));
    }
    let _lock = home.lock()?;
    recovery::recover(&home)?;
    let standing = standing(&home)?;
    let files = changes::files(output, &standing, &home.folder)?;
    let mut written = Written { written: files.put.len(), kept: files.kept.len(), ..Written::default() };
    let same = files.kept == standing.manifest.files && super::hash(&output.memo) == standing.manifest.memo;
    if files.put.is_empty() && same && home.folder.is_dir() {
        return Ok(written);
    }
    let survey = survey::survey(&home.folder)?;
    let ground = Ground { folder: &home.folder, manifest: &standing.manifest, survey: &survey };
    let changes = changes::changes(&files.put, output, &ground)?;
    (written.removed, written.foreign) = (changes.removed, changes.foreign);
    let journal = Journal { steps: changes.steps };
    if let Err(error) = stage::stage(&home, output, files, &journal) {
        // The first error is the one to tell; what stays staged is discarded by the next command.
        let _ = recovery::discard(&home);
        return Err(error);
    }
    recovery::commit(&home, &journal)?;
    Ok(written)
}

/// What the folder holds and what the last build wrote there.
pub(super) fn standing(home: &Home) -> Result<Standing, WriteError> {
    let manifest = match fs::read(home.manifest()) {
        Ok(bytes) => decode::<Manifest>(&bytes).ok_or_else(|| unreadable(home))?,
        Err(e) if e.kind() != io::ErrorKind::NotFound => {
            return Err(WriteError::io("cannot-read-manifest", &home.manifest(), &e));
        }
        Err(_) if recovery::is_occupied(&home.folder) => return Err(not_ours(home)),
        Err(_) => Manifest::default(),
    };
    let intact = survey::intact(&home.folder, &manifest);
    if intact.is_empty() && is_strangers(home, &manifest)? {
        return Err(not_ours(home));
    }
    Ok(Standing { manifest, intact })
}

/// Whether a folder of the right name holds files, none of them at a path of ours: somebody put it there since.
fn is_strangers(home: &Home, manifest: &Manifest) -> Result<bool, WriteError> {
    let survey = survey::survey(&home.folder)?;
    let files = survey.values().any(|found| *found != Found::Folder);
    Ok(files && !manifest.files.keys().any(|path| survey.contains_key(path)))
}

fn not_ours(home: &Home) -> WriteError {
    let state = home.state.display();
    WriteError::new(
        "output-not-ours",
        &home.folder,
        Phrase::of("output-not-ours-mend").with("state", state.to_string()),
    )
}

fn unreadable(home: &Home) -> WriteError {
    WriteError::new(
        "manifest-damaged",
        home.manifest(),
        Phrase::of("manifest-damaged-mend")
            .with("folder", home.folder.display().to_string())
            .with("state", home.state.display().to_string()),
    )
}
