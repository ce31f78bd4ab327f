//! What stopped the output from being written, said for a person.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why an output folder could not be read or written. Nothing of the site was changed, or the next command finishes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError {
    /// What went wrong, in one sentence without its full stop.
    pub what: String,
    /// The file or folder concerned.
    pub path: PathBuf,
    /// What to do, in one sentence.
    pub mend: String,
}

impl WriteError {
    pub(super) fn new(what: impl Into<String>, path: impl Into<PathBuf>, mend: impl Into<String>) -> Self {
        Self { what: what.into(), path: path.into(), mend: mend.into() }
    }

    /// The error of the operating system while `doing` something to `path`; `doing` follows "Could not".
    pub(super) fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        let (reason, mend) = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                ("the disk is full".to_owned(), "Free some space, then run the command again.")
            }
            io::ErrorKind::PermissionDenied => {
                ("permission is denied".to_owned(), "Give yourself the right to write there, or choose another folder.")
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                ("the file system is read-only".to_owned(), "Choose an output folder that can be written.")
            }
            io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => (
                "the output folder is a file system of its own".to_owned(),
                "Choose a folder inside it, so that files can be renamed into place.",
            ),
            _ => (error.to_string(), "Look at this path, then run the command again."),
        };
        Self::new(format!("Could not {doing}: {reason}"), path, mend)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}). {}", self.what, self.path.display(), self.mend)
    }
}

impl std::error::Error for WriteError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_where_and_what_to_do() {
        let error = WriteError::io("write a file", Path::new("dist/a"), &io::ErrorKind::StorageFull.into());
        let text = "Could not write a file: the disk is full (dist/a). Free some space, then run the command again.";
        assert_eq!(error.to_string(), text);
    }
}
