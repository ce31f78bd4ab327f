//! Changes texts of a site that are there already, for commands that an editor asks to change them.
#![expect(clippy::disallowed_methods, reason = "this is the door by which files go out")]

use super::error::WriteError;
use super::{Hash, hash, path};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A new text for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Hash of the text that was read; a file that has changed since is not touched. `None` for a file to be made.
    pub before: Option<Hash>,
    /// What the file will hold.
    pub text: String,
}

/// Writes new texts of files below a folder, which is made if needed, each by one rename. Nothing is written if any file is not as it was read.
///
/// # Errors
/// When a path leaves the folder, when a file has changed meanwhile, when the disk refuses.
pub fn edit(folder: &Path, edits: &BTreeMap<String, Edit>) -> Result<(), WriteError> {
    fs::create_dir_all(folder).map_err(|error| WriteError::io("cannot-make-folder", folder, &error))?;
    let root = folder.canonicalize().map_err(|error| WriteError::io("cannot-find-folder", folder, &error))?;
    let mut real = Vec::with_capacity(edits.len());
    for (name, edit) in edits {
        path::check_one(name)?;
        real.push(unchanged(&root, name, edit)?);
    }
    for (full, edit) in real.iter().zip(edits.values()) {
        put(full, &edit.text)?;
    }
    Ok(())
}

/// Where a file really is, if it is inside the folder and as it was read.
fn unchanged(root: &Path, name: &str, edit: &Edit) -> Result<PathBuf, WriteError> {
    let full = root.join(name);
    let Some(before) = edit.before else {
        return match full.symlink_metadata() {
            Ok(_) => Err(WriteError::new("file-made-meanwhile", full, "file-made-meanwhile-mend")),
            Err(_) => Ok(full),
        };
    };
    let real = full.canonicalize().map_err(|error| WriteError::io("cannot-find-file", &full, &error))?;
    if !real.starts_with(root) {
        return Err(WriteError::new("edit-outside", full, "edit-outside-mend"));
    }
    let bytes = fs::read(&real).map_err(|error| WriteError::io("cannot-read-file", &real, &error))?;
    if hash(&bytes) == before {
        return Ok(real);
    }
    Err(WriteError::new("file-changed-meanwhile", full, "file-changed-meanwhile-mend"))
}

fn put(full: &Path, text: &str) -> Result<(), WriteError> {
    let parent = full.parent().unwrap_or(full);
    fs::create_dir_all(parent).map_err(|error| WriteError::io("cannot-make-folder", parent, &error))?;
    let name = full.file_name().unwrap_or_default().to_string_lossy();
    let beside = parent.join(format!(".{name}.colibri"));
    fs::write(&beside, text).map_err(|error| WriteError::io("cannot-write-file", &beside, &error))?;
    if let Ok(metadata) = full.metadata() {
        fs::set_permissions(&beside, metadata.permissions())
            .map_err(|error| WriteError::io("cannot-keep-rights", full, &error))?;
    }
    fs::rename(&beside, full).map_err(|error| WriteError::io("cannot-write-file", full, &error))
}
