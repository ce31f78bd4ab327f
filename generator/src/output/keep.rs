//! Keeps developed pictures beside the sources, so that no build develops one twice.
//!
//! Takes names that are made of a hash and bytes; writes each file whole or not at all. Nothing else is touched.
#![expect(clippy::disallowed_methods, reason = "this is a door by which files go out")]

use std::fs;
use std::io;
use std::path::Path;

/// Writes a file of this name into a folder, which is made if needed.
///
/// # Errors
/// When the disk refuses.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let whole = folder.join(name);
    // Visible under its name only when all of it is there; another build may be at work on the same.
    let part = folder.join(format!(".{name}.{}", std::process::id()));
    fs::write(&part, bytes)?;
    fs::rename(&part, &whole)
}

/// Removes files of these names from a folder; gives how many were there.
///
/// # Errors
/// When the disk refuses.
pub fn forget<'n>(folder: &Path, names: impl Iterator<Item = &'n str>) -> io::Result<usize> {
    let mut count = 0;
    for name in names {
        fs::remove_file(folder.join(name))?;
        count += 1;
    }
    Ok(count)
}
