//! Output folders, as a build and an accident leave them.
#![expect(clippy::disallowed_methods, reason = "tests make folders and look at them")]

mod accidents;
mod sequences;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use super::{File, Output, Written, hash, previous, write};

/// A new place for an output folder, which does not exist yet; in memory where that is to be had, which spares waits.
fn place() -> (TempDir, PathBuf) {
    let memory = Path::new("/dev/shm");
    let around = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    let folder = around.path().join("dist");
    (around, folder)
}

fn output(files: &[(&str, &str)]) -> Output {
    let file = |text: &str| File {
        hash: hash(text.as_bytes()),
        length: text.len() as u64,
        bytes: Some(text.as_bytes().into()),
    };
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), file(text))).collect();
    Output { files, memo: b"memo".to_vec() }
}

/// The same output without the bytes, as a build gives what it did not render again.
fn without_bytes(mut output: Output) -> Output {
    output.files.values_mut().for_each(|file| file.bytes = None);
    output
}

/// Every file below a folder; a folder without any file counts as one named with a slash.
fn seen(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut seen = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_file() {
            seen.insert(path, fs::read(entry.path()).unwrap());
        } else if fs::read_dir(entry.path()).unwrap().next().is_none() {
            seen.insert(path + "/", Vec::new());
        }
    }
    seen
}

fn bytes_of(output: &Output) -> BTreeMap<String, Vec<u8>> {
    let bytes = |file: &File| file.bytes.as_ref().map(Arc::as_ref).unwrap_or_default().to_vec();
    output.files.iter().map(|(path, file)| (path.clone(), bytes(file))).collect()
}

fn assert_is(folder: &Path, output: &Output) {
    assert_eq!(seen(folder), bytes_of(output));
    let previous = previous(folder).unwrap();
    assert!(previous.files.keys().eq(output.files.keys()));
    assert_eq!(previous.memo, output.memo);
}

fn counts(written: &Written) -> (usize, usize, usize) {
    (written.written, written.kept, written.removed)
}

#[test]
fn a_fresh_folder_appears_and_then_gets_only_its_changes() {
    let (_around, folder) = place();
    let first = output(&[("index.html", "1"), ("fr/a.html", "1"), ("fr/b/c.html", "1")]);
    assert_eq!(counts(&write(&first, &folder).unwrap()), (3, 0, 0));
    assert_is(&folder, &first);

    assert_eq!(counts(&write(&without_bytes(first), &folder).unwrap()), (0, 3, 0));
    let second = output(&[("index.html", "1"), ("fr/a.html", "2"), ("en/a.html", "1")]);
    let kept = fs::metadata(folder.join("index.html")).unwrap().modified().unwrap();
    assert_eq!(counts(&write(&second, &folder).unwrap()), (2, 1, 1));
    assert_is(&folder, &second);
    assert_eq!(fs::metadata(folder.join("index.html")).unwrap().modified().unwrap(), kept);
}

#[test]
fn an_empty_folder_is_accepted_and_a_strangers_is_not() {
    let (around, folder) = place();
    fs::create_dir(&folder).unwrap();
    assert_eq!(previous(&folder).unwrap(), super::Previous::default());
    write(&output(&[("a", "1")]), &folder).unwrap();

    let home = around.path().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("letter"), "dear").unwrap();
    assert!(write(&output(&[("a", "1")]), &home).unwrap_err().to_string().contains("did not write it"));
    assert!(previous(&home).is_err());
    assert_eq!(seen(&home).len(), 1);
    assert!(!around.path().join(".home.colibri").exists());
}

#[test]
fn a_strangers_folder_in_the_place_of_ours_is_refused() {
    let (_around, folder) = place();
    write(&output(&[("a", "1")]), &folder).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("letter"), "dear").unwrap();
    assert!(write(&output(&[("a", "1")]), &folder).unwrap_err().to_string().contains("did not write it"));
    fs::remove_file(folder.join("letter")).unwrap();
    write(&output(&[("a", "1")]), &folder).unwrap();
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let (_around, folder) = place();
    let one = output(&[("a", "1"), ("b/c/d", "1"), ("b/e", "1"), ("z", "1")]);
    let two = output(&[("a/x/y", "2"), ("b", "2"), ("z", "1")]);
    for output in [&one, &two, &one, &two] {
        write(output, &folder).unwrap();
        assert_is(&folder, output);
    }
}

#[test]
fn what_was_removed_or_edited_by_hand_is_made_again() {
    let (_around, folder) = place();
    let site = output(&[("a", "1"), ("b", "1"), ("c", "1"), ("d/e", "1")]);
    write(&site, &folder).unwrap();
    fs::remove_file(folder.join("a")).unwrap();
    fs::write(folder.join("b"), "22").unwrap();
    fs::remove_dir_all(folder.join("d")).unwrap();
    fs::write(folder.join("d"), "now a file").unwrap();
    assert_eq!(previous(&folder).unwrap().files.into_keys().collect::<Vec<_>>(), ["c"]);
    assert!(write(&without_bytes(site.clone()), &folder).unwrap_err().to_string().contains("changed while"));
    assert!(write(&site, &folder).unwrap_err().to_string().contains("in the way"));
    fs::remove_file(folder.join("d")).unwrap();
    assert_eq!(counts(&write(&site, &folder).unwrap()), (3, 1, 0));
    assert_is(&folder, &site);
}

#[test]
fn a_restored_folder_with_other_times_is_recognised() {
    let (around, folder) = place();
    let site = output(&[("a", "1"), ("b/c", "1")]);
    write(&site, &folder).unwrap();
    let copy = around.path().join("copy");
    fs::rename(&folder, &copy).unwrap();
    fs::create_dir_all(folder.join("b")).unwrap();
    for (path, bytes) in seen(&copy) {
        fs::write(folder.join(&path), bytes).unwrap();
        let old = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1);
        fs::File::options().write(true).open(folder.join(&path)).unwrap().set_modified(old).unwrap();
    }
    assert_eq!(previous(&folder).unwrap().files.len(), 2);
    assert_eq!(counts(&write(&without_bytes(site.clone()), &folder).unwrap()), (0, 2, 0));
    assert_is(&folder, &site);
}

#[test]
fn what_colibri_did_not_write_is_told_and_left_alone() {
    let (_around, folder) = place();
    write(&output(&[("a/b", "1"), ("c", "1")]), &folder).unwrap();
    fs::write(folder.join("a/mine"), "kept").unwrap();
    let written = write(&output(&[("c", "1")]), &folder).unwrap();
    assert_eq!(written.foreign, ["a/mine"]);
    assert_eq!(seen(&folder)["a/mine"], b"kept");
    assert!(write(&output(&[("a", "1"), ("c", "1")]), &folder).unwrap_err().to_string().contains("in the way of `a`"));
}

#[test]
fn unsafe_paths_change_nothing() {
    let (around, folder) = place();
    for path in ["../evil", "/evil", "a/../../evil", "a\\b"] {
        assert!(write(&output(&[("ok", "1"), (path, "1")]), &folder).is_err());
    }
    assert_eq!(fs::read_dir(around.path()).unwrap().count(), 0);
}
