//! What must not happen: links followed, work half done, damage taken for truth.

use super::super::home::Home;
use super::super::record::{Journal, Step, encode};
use super::*;

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;
    let (around, folder) = place();
    let outside = around.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("a"), "theirs").unwrap();
    write(&output(&[("fr/a", "1"), ("b", "1")]), &folder).unwrap();

    // A folder of ours became a link: nothing is written, and nothing is removed, beyond it.
    fs::rename(folder.join("fr"), around.path().join("fr")).unwrap();
    symlink(&outside, folder.join("fr")).unwrap();
    assert!(write(&output(&[("fr/a", "2"), ("b", "1")]), &folder).unwrap_err().to_string().contains("in the way"));
    assert_eq!(write(&output(&[("b", "1")]), &folder).unwrap().foreign, ["fr"]);
    assert_eq!(fs::read(outside.join("a")).unwrap(), b"theirs");

    // A file of ours became a link: the link is replaced, what it names is not.
    fs::remove_file(folder.join("b")).unwrap();
    symlink(outside.join("a"), folder.join("b")).unwrap();
    write(&output(&[("b", "2"), ("c", "1")]), &folder).unwrap();
    assert_eq!(fs::read(outside.join("a")).unwrap(), b"theirs");
    assert_eq!(fs::read(folder.join("b")).unwrap(), b"2");

    // The output folder and its state are no links either.
    symlink(&outside, around.path().join("link")).unwrap();
    symlink(&outside, around.path().join(".other.colibri")).unwrap();
    for name in ["link", "other"] {
        assert!(
            write(&output(&[("b", "2")]), &around.path().join(name)).unwrap_err().to_string().contains("symbolic link")
        );
    }
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_planted_before_recovery_is_not_followed() {
    let (around, folder) = place();
    let outside = around.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("a"), "theirs").unwrap();
    write(&output(&[("b", "1")]), &folder).unwrap();
    std::os::unix::fs::symlink(&outside, folder.join("fr")).unwrap();
    let home = Home::of(&folder).unwrap();
    fs::create_dir_all(home.staged_folder(0)).unwrap();
    fs::write(home.staged(0), "ours").unwrap();
    for step in [Step::Remove("fr/a".to_owned()), Step::RemoveFolder("fr".to_owned()), Step::Put(0, "fr/a".to_owned())]
    {
        let harmless = !matches!(step, Step::Put(..));
        fs::write(home.journal(), encode(&Journal { steps: vec![step] })).unwrap();
        assert_eq!(previous(&folder).is_ok(), harmless);
    }
    fs::write(home.journal(), encode(&Journal { steps: vec![Step::Remove("../outside/a".to_owned())] })).unwrap();
    assert!(previous(&folder).unwrap_err().to_string().contains("unsafe path"));
    assert_eq!(fs::read(outside.join("a")).unwrap(), b"theirs");
    assert!(folder.join("fr").is_symlink());
}

#[test]
fn an_unfinished_staging_is_discarded() {
    let (_around, folder) = place();
    write(&output(&[("a", "1")]), &folder).unwrap();
    let home = Home::of(&folder).unwrap();
    fs::create_dir_all(home.tree()).unwrap();
    fs::write(home.tree().join("half"), "ha").unwrap();
    assert_is(&folder, &output(&[("a", "1")]));
    assert!(!home.staging().exists());
}

#[test]
fn an_unfinished_first_build_does_not_replace_a_folder_made_since() {
    let (_around, folder) = place();
    let home = Home::of(&folder).unwrap();
    fs::create_dir_all(home.tree()).unwrap();
    fs::write(home.tree().join("a"), "1").unwrap();
    fs::write(home.journal(), encode(&Journal { steps: vec![Step::Appear] })).unwrap();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("letter"), "dear").unwrap();
    assert!(previous(&folder).unwrap_err().to_string().contains("did not write it"));
    assert_eq!(seen(&folder).len(), 1);
    assert!(!home.journal().exists());
}

#[test]
fn damaged_records_are_refused_with_what_to_do() {
    let (_around, folder) = place();
    let site = output(&[("a", "1")]);
    write(&site, &folder).unwrap();
    let home = Home::of(&folder).unwrap();
    fs::write(home.memo(), "another").unwrap();
    assert_eq!(previous(&folder).unwrap().memo, b"", "a memo of another build is not used");
    fs::write(home.journal(), "x").unwrap();
    assert!(write(&site, &folder).unwrap_err().to_string().contains(". Delete"));
    fs::remove_file(home.journal()).unwrap();
    fs::write(home.manifest(), "x").unwrap();
    assert!(write(&site, &folder).unwrap_err().to_string().contains(". Delete"));
    assert_eq!(seen(&folder), bytes_of(&site));
}

#[test]
fn two_builds_are_kept_apart() {
    let (_around, folder) = place();
    let lock = Home::of(&folder).unwrap().lock().unwrap();
    assert!(write(&output(&[("a", "1")]), &folder).unwrap_err().to_string().starts_with("Another build"));
    assert!(previous(&folder).is_err());
    drop(lock);
    write(&output(&[("a", "1")]), &folder).unwrap();
}

#[cfg(unix)]
#[test]
fn a_refusal_of_the_disk_changes_nothing() {
    let (_around, folder) = place();
    write(&output(&[("a", "1")]), &folder).unwrap();
    let home = Home::of(&folder).unwrap();
    // A file where the staging folder must go stands for a disk that refuses, whoever runs the test.
    fs::write(home.staging(), "").unwrap();
    assert!(write(&output(&[("a", "2")]), &folder).is_err());
    assert_eq!(seen(&folder), bytes_of(&output(&[("a", "1")])));
    fs::remove_file(home.staging()).unwrap();
    write(&output(&[("a", "2")]), &folder).unwrap();
}
