//! Carries out a journal, now or after an interruption.
//!
//! A build stages its files and then renames its journal into place: that rename is the commit point. Before it, what
//! is staged is discarded and the folder is the old one; after it, the steps are done until they are all done, each of
//! them harmless when repeated. Safe against a process killed at any moment. Against a power cut, the journal, manifest
//! and memo are synced before the commit point; a page lost all the same has the wrong length, and the next build
//! writes it again.
#![expect(clippy::disallowed_methods, reason = "part of the door out: renames and removals")]

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use super::WriteError;
use super::home::Home;
use super::path::{ancestors, is_safe};
use super::record::{Journal, Step, decode};

/// Finishes or discards what an interrupted build left; nothing to do is the usual case.
pub(super) fn recover(home: &Home) -> Result<(), WriteError> {
    let path = home.journal();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return discard(home),
        Err(e) => return Err(WriteError::io("cannot-read-journal", &path, &e)),
    };
    let Some(journal) = decode::<Journal>(&bytes) else {
        return Err(WriteError::new("journal-damaged", path, "journal-damaged-mend"));
    };
    if journal.steps == [Step::Appear] && home.tree().is_dir() && is_occupied(&home.folder) {
        // Somebody made a folder of that name since: what we staged must not replace it.
        fs::remove_file(&path).map_err(|e| WriteError::io("cannot-remove-journal", &path, &e))?;
        return discard(home);
    }
    finish(home, &journal)
}

/// Removes what is staged.
pub(super) fn discard(home: &Home) -> Result<(), WriteError> {
    let staging = home.staging();
    match fs::remove_dir_all(&staging) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(WriteError::io("cannot-empty-staging", &staging, &e)),
        _ => Ok(()),
    }
}

/// Puts the staged journal in place, which makes the build certain, then carries it out.
pub(super) fn commit(home: &Home, journal: &Journal) -> Result<(), WriteError> {
    let place = home.journal();
    fs::rename(home.staging().join("journal"), &place)
        .map_err(|e| WriteError::io("cannot-place-journal", &place, &e))?;
    finish(home, journal)
}

/// A commit that is killed after so many steps.
#[cfg(test)]
pub(super) fn commit_in_part(home: &Home, steps: &[Step], done: usize) {
    fs::rename(home.staging().join("journal"), home.journal()).unwrap();
    let mut apply = Apply { home, real: HashSet::new() };
    steps.iter().take(done).for_each(|step| apply.step(step).unwrap());
}

/// Does all steps, then shows the manifest and memo that belong to them.
fn finish(home: &Home, journal: &Journal) -> Result<(), WriteError> {
    let mut apply = Apply { home, real: HashSet::new() };
    for step in &journal.steps {
        apply.step(step)?;
    }
    for (name, place) in [("manifest", home.manifest()), ("memo", home.memo())] {
        rename_if_there(&home.staging().join(name), &place)
            .map_err(|e| WriteError::io("cannot-keep-state", &place, &e))?;
    }
    let journal = home.journal();
    fs::remove_file(&journal).map_err(|e| WriteError::io("cannot-remove-journal", &journal, &e))?;
    discard(home)
}

/// Whether something that an appearing folder must not replace is at its place.
pub(super) fn is_occupied(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(e) => e.kind() != io::ErrorKind::NotFound,
    }
}

/// Renames unless an earlier attempt did.
fn rename_if_there(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(e) if e.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(from).is_err() => Ok(()),
        result => result,
    }
}

/// Steps being carried out.
struct Apply<'a> {
    home: &'a Home,
    /// Folders seen to be real ones, not links, by their path in the output folder.
    real: HashSet<String>,
}

impl Apply<'_> {
    fn step(&mut self, step: &Step) -> Result<(), WriteError> {
        let path = match step {
            Step::Appear => "",
            Step::Put(_, path) | Step::Remove(path) | Step::RemoveFolder(path) if is_safe(path) => path.as_str(),
            Step::Put(_, path) | Step::Remove(path) | Step::RemoveFolder(path) => {
                return Err(WriteError::new("journal-unsafe", path, "journal-unsafe-mend"));
            }
        };
        let place = self.home.folder.join(path);
        let (doing, done) = match step {
            Step::Appear => ("cannot-place-output", self.appear()),
            Step::Put(number, _) => ("cannot-place-file", self.put(*number, path, &place)),
            Step::Remove(_) => ("cannot-remove-file", self.remove(path, &place)),
            Step::RemoveFolder(_) => ("cannot-remove-folder", self.remove_folder(path, &place)),
        };
        done.map_err(|e| WriteError::io(doing, &place, &e))
    }

    fn appear(&self) -> io::Result<()> {
        let (tree, folder) = (self.home.tree(), &self.home.folder);
        if cfg!(windows) && tree.is_dir() && folder.is_dir() {
            // Unix renames over an empty folder; Windows wants it gone, and refuses when it is not empty.
            fs::remove_dir(folder)?;
        }
        rename_if_there(&tree, folder)
    }

    fn put(&mut self, number: u32, path: &str, place: &Path) -> io::Result<()> {
        let mut above: Vec<&str> = ancestors(path).collect();
        above.push("");
        for folder in above.into_iter().rev() {
            self.make_real(folder)?;
        }
        rename_if_there(&self.home.staged(number), place)
    }

    fn remove(&mut self, path: &str, place: &Path) -> io::Result<()> {
        let there = self.is_inside(path) && fs::symlink_metadata(place).is_ok_and(|found| !found.is_dir());
        if there { fs::remove_file(place) } else { Ok(()) }
    }

    fn remove_folder(&mut self, path: &str, place: &Path) -> io::Result<()> {
        if !self.is_inside(path) || !fs::symlink_metadata(place).is_ok_and(|found| found.is_dir()) {
            return Ok(());
        }
        self.real.remove(path);
        match fs::remove_dir(place) {
            Err(e) if e.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
            result => result,
        }
    }

    /// Sees that a folder is a real one, or makes it.
    fn make_real(&mut self, folder: &str) -> io::Result<()> {
        let place = self.home.folder.join(folder);
        if !self.is_real(folder) {
            fs::create_dir(place)?;
            self.real.insert(folder.to_owned());
        }
        Ok(())
    }

    /// Whether no folder above a path is a link.
    fn is_inside(&mut self, path: &str) -> bool {
        ancestors(path).all(|folder| self.is_real(folder)) && self.is_real("")
    }

    fn is_real(&mut self, folder: &str) -> bool {
        if self.real.contains(folder) {
            return true;
        }
        let real = fs::symlink_metadata(self.home.folder.join(folder)).is_ok_and(|found| found.is_dir());
        if real {
            self.real.insert(folder.to_owned());
        }
        real
    }
}
