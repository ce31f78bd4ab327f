//! Where an output folder keeps its state, and the lock that lets one build at a time touch it.
//!
//! For `dist` the state is its sibling `.dist.colibri`, on the same file system so that a rename brings files in:
//! `manifest`, `memo`, `journal`, `lock`, and `staging/` while a build writes.
#![expect(clippy::disallowed_methods, reason = "part of the door out: the lock and the state folder")]

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::WriteError;

/// Staged files are spread over folders of this many, so that no folder grows slow.
const STAGED_PER_FOLDER: u32 = 1_000;

/// An output folder and its state folder.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) folder: PathBuf,
    pub(super) state: PathBuf,
}

impl Home {
    /// The home of an output folder that has a name of its own; refuses one that is not a real folder.
    pub(super) fn of(folder: &Path) -> Result<Self, WriteError> {
        let Some(name) = folder.file_name() else {
            return Err(WriteError::new("output-without-name", folder, "output-without-name-mend"));
        };
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(".colibri");
        let home = Self { folder: folder.to_owned(), state: folder.with_file_name(hidden) };
        refuse_unless_folder(&home.folder)?;
        refuse_unless_folder(&home.state)?;
        Ok(home)
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.state.join("manifest")
    }

    pub(super) fn memo(&self) -> PathBuf {
        self.state.join("memo")
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.state.join("journal")
    }

    pub(super) fn staging(&self) -> PathBuf {
        self.state.join("staging")
    }

    /// The whole staged folder of a first build.
    pub(super) fn tree(&self) -> PathBuf {
        self.staging().join("tree")
    }

    /// The folder of a staged file.
    pub(super) fn staged_folder(&self, number: u32) -> PathBuf {
        self.staging().join(format!("part{}", number / STAGED_PER_FOLDER))
    }

    /// A staged file.
    pub(super) fn staged(&self, number: u32) -> PathBuf {
        self.staged_folder(number).join(number.to_string())
    }

    /// Takes the lock, given back when the value is dropped, and by the system however the process ends.
    ///
    /// Where the file system knows no locks, builds are not kept apart.
    pub(super) fn lock(&self) -> Result<Lock, WriteError> {
        let path = self.state.join("lock");
        fs::create_dir_all(&self.state).map_err(|e| WriteError::io("cannot-make-state", &self.state, &e))?;
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(WriteError::new("lock-no-file", path, "lock-no-file-mend"));
        }
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(|e| WriteError::io("cannot-lock", &path, &e))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::Error(e)) if e.kind() == io::ErrorKind::Unsupported => Ok(Lock(file)),
            Err(TryLockError::Error(e)) => Err(WriteError::io("cannot-lock", &path, &e)),
            Err(TryLockError::WouldBlock) => Err(WriteError::new("output-locked", &self.folder, "output-locked-mend")),
        }
    }
}

/// The right to write an output folder.
///
/// It is given back by word, not by closing the file: a process started meanwhile by another thread holds a copy of every
/// open file until it runs its program, and the lock with it.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Where this fails, the system gives the lock back when the file closes.
        let _ = self.0.unlock();
    }
}

/// A link could lead anywhere, so neither the output folder nor its state may be one.
fn refuse_unless_folder(path: &Path) -> Result<(), WriteError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(found) => {
            let what = if found.is_symlink() { "output-a-link" } else { "output-no-folder" };
            Err(WriteError::new(what, path, "output-real-mend"))
        }
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(WriteError::io("cannot-see-output", path, &e)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_is_a_hidden_sibling() {
        let home = Home::of(Path::new("nowhere/dist/")).unwrap();
        assert_eq!(home.state, Path::new("nowhere/.dist.colibri"));
        assert!(Home::of(Path::new("nowhere/..")).is_err());
    }

    #[test]
    fn one_build_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::of(&folder.path().join("dist")).unwrap();
        let lock = home.lock().unwrap();
        assert!(home.lock().unwrap_err().to_string().starts_with("Another build"));
        drop(lock);
        assert!(home.lock().is_ok());
    }

    #[test]
    fn a_copy_of_the_open_file_does_not_keep_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::of(&folder.path().join("dist")).unwrap();
        let lock = home.lock().unwrap();
        let _copy = lock.0.try_clone().unwrap();
        drop(lock);
        assert!(home.lock().is_ok());
    }
}
