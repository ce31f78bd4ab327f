//! Which paths may stand in an output folder. Takes and gives text only; never looks at files.

use crate::diagnostic::Phrase;
use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::{File, WriteError};

/// The longest name that common file systems take, in bytes.
const LONGEST_NAME: usize = 255;

/// The longest path, in bytes; leaves room below the usual 4,096 for the folder's own path.
const LONGEST_PATH: usize = 2_048;

/// The folders above a path, nearest first, without the output folder itself.
pub(super) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(slash, _)| &path[..slash])
}

/// Whether a path stays inside its folder on every system.
pub(super) fn is_safe(path: &str) -> bool {
    let segments = path.split('/').count();
    path.len() <= LONGEST_PATH
        && !path.contains(['\0', '\\'])
        && path.split('/').all(|name| !matches!(name, "" | "." | "..") && name.len() <= LONGEST_NAME)
        && Path::new(path).components().filter(|part| matches!(part, Component::Normal(_))).count() == segments
}

/// Refuses paths that could leave the folder, and a file in the place of another's folder.
pub(super) fn check(files: &BTreeMap<String, File>) -> Result<(), WriteError> {
    for path in files.keys() {
        check_one(path)?;
        if let Some(folder) = ancestors(path).find(|folder| files.contains_key(*folder)) {
            let what = Phrase::of("output-clash").with("folder", folder);
            return Err(WriteError::new(what, path, "output-clash-mend"));
        }
    }
    Ok(())
}

/// Refuses a path that could leave the folder.
pub(super) fn check_one(path: &str) -> Result<(), WriteError> {
    if is_safe(path) {
        return Ok(());
    }
    Err(WriteError::new("output-unsafe", path, "output-unsafe-mend"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_are_safe() {
        for path in
            ["a", "a/b.html", "_/data/site.json", "ar/مرحبا/index.html", ".well-known/x", "..a/b..", "a b/%2e%2e"]
        {
            assert!(is_safe(path), "{path}");
        }
    }

    #[test]
    fn paths_that_leave_the_folder_are_not() {
        let long = "x".repeat(LONGEST_NAME + 1);
        let deep = "x/".repeat(LONGEST_PATH) + "x";
        for path in ["", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a\\b", "a\0b", &long, &deep] {
            assert!(!is_safe(path), "{path:?}");
        }
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_refused() {
        let file = File { hash: [0; 16], length: 0, bytes: None };
        let files = |paths: &[&str]| paths.iter().map(|path| ((*path).to_owned(), file.clone())).collect();
        assert!(check(&files(&["a", "a-b", "a/b/c"])).unwrap_err().to_string().contains("`a`"));
        assert_eq!(check(&files(&["a-b", "a/b", "a/c"])), Ok(()));
    }
}
