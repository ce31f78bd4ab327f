//! What stopped the output from being written, said for a person.

use crate::diagnostic::Phrase;
use crate::diagnostic::words::{Catalogue, Language};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why an output folder could not be read or written. Nothing of the site was changed, or the next command finishes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError {
    /// What went wrong.
    what: Phrase,
    /// The file or folder concerned.
    path: PathBuf,
    /// What to do.
    mend: Phrase,
}

impl WriteError {
    pub(super) fn new(what: impl Into<Phrase>, path: impl Into<PathBuf>, mend: impl Into<Phrase>) -> Self {
        Self { what: what.into(), path: path.into(), mend: mend.into() }
    }

    /// The error of the operating system at something done to `path`; `cannot` is the key of the words for what was done.
    pub(super) fn io(cannot: &'static str, path: &Path, error: &io::Error) -> Self {
        let (reason, mend) = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ("disk-full", "disk-full-mend"),
            io::ErrorKind::PermissionDenied => ("not-permitted", "not-permitted-mend"),
            io::ErrorKind::ReadOnlyFilesystem => ("read-only", "read-only-mend"),
            io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => ("other-device", "other-device-mend"),
            _ => ("system-error", "system-error-mend"),
        };
        let reason = Phrase::of(reason).with("error", error.to_string());
        let what = Phrase::of("cannot").with("what", Phrase::of(cannot)).with("reason", reason);
        Self::new(what, path, mend)
    }

    /// All of it, for a person.
    pub fn phrase(&self) -> Phrase {
        let path = self.path.display().to_string();
        Phrase::of("refused").with("what", self.what.clone()).with("path", path).with("mend", self.mend.clone())
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Catalogue::new(Language::default()).phrase(&self.phrase()))
    }
}

impl std::error::Error for WriteError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_where_and_what_to_do() {
        let error = WriteError::io("cannot-write-file", Path::new("dist/a"), &io::ErrorKind::StorageFull.into());
        let text = "Could not write the file: the disk is full (dist/a). Free some space, then run the command again.";
        assert_eq!(error.to_string(), text);
        let french = Catalogue::new(Language::French).phrase(&error.phrase());
        let text = "Impossible d’écrire le fichier\u{a0}: le disque est plein (dist/a). Libérez de la place, puis relancez la commande.";
        assert_eq!(french, text);
    }
}
