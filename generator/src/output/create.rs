//! Begins things: writes files that are not there yet, for `colibri new`.
#![expect(clippy::disallowed_methods, reason = "this is the door by which files go out")]

use super::error::WriteError;
use super::path;
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Writes texts below a folder, which is made if needed. Never changes a file that exists.
///
/// # Errors
/// When a path leaves the folder, when a file exists, when the disk refuses. Files written before that stay.
pub fn create(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), WriteError> {
    for name in files.keys() {
        path::check_one(name)?;
        if folder.join(name).symlink_metadata().is_ok() {
            return Err(WriteError::new("file-exists", folder.join(name), "file-exists-mend"));
        }
    }
    for (name, text) in files {
        let full = folder.join(name);
        if let Some(parent) = full.parent() {
            fs::create_dir_all(parent).map_err(|error| WriteError::io("cannot-make-folder", parent, &error))?;
        }
        let opened = OpenOptions::new().write(true).create_new(true).open(&full);
        let written = opened.and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| WriteError::io("cannot-write-file", &full, &error))?;
    }
    Ok(())
}
