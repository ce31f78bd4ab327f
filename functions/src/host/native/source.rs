//! Where the files of the built site come from: memory or a folder.
#![expect(clippy::disallowed_methods, reason = "this is the native host's door to the files of the built site")]

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::RwLock;
use std::time::SystemTime;

use bytes::Bytes;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its bytes; a clone shares them.
    pub bytes: Bytes,
    /// What changes when the bytes do: letters and digits, without quotes.
    pub etag: String,
}

/// The files of a built site.
pub trait AssetSource: Send + Sync + 'static {
    /// The file of this path, such as `fr/index.html`: pieces joined by `/`, none of them empty, `.` or `..`, without
    /// a character that any file system gives a meaning to. None when there is no such file.
    fn find(&self, path: &str) -> Option<Asset>;
}

impl<S: AssetSource + ?Sized> AssetSource for std::sync::Arc<S> {
    fn find(&self, path: &str) -> Option<Asset> {
        (**self).find(path)
    }
}

/// Files up to this many bytes are kept in memory.
const KEPT_FILE: u64 = 256 * 1024;
/// How many bytes are kept in memory.
const KEPT_IN_ALL: usize = 24 * 1024 * 1024;

/// A file kept in memory, as long as it is the same on the disk.
struct Kept {
    modified: SystemTime,
    length: u64,
    asset: Asset,
}

#[derive(Default)]
struct Memory {
    files: HashMap<String, Kept>,
    bytes: usize,
}

/// A folder on disk. Files that change there change here; small ones are kept in memory.
pub struct FolderSource {
    root: PathBuf,
    memory: RwLock<Memory>,
}

impl FolderSource {
    /// The files of a folder.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        if !std::fs::metadata(&root)?.is_dir() {
            return Err(io::Error::new(io::ErrorKind::NotADirectory, "not a folder"));
        }
        Ok(Self { root, memory: RwLock::default() })
    }

    fn kept(&self, path: &str, modified: SystemTime, length: u64) -> Option<Asset> {
        let memory = self.memory.read().ok()?;
        let kept = memory.files.get(path)?;
        (kept.modified == modified && kept.length == length).then(|| kept.asset.clone())
    }

    fn keep(&self, path: &str, kept: Kept) {
        let Ok(mut memory) = self.memory.write() else { return };
        if memory.bytes + kept.asset.bytes.len() > KEPT_IN_ALL {
            *memory = Memory::default();
        }
        memory.bytes += kept.asset.bytes.len();
        if let Some(old) = memory.files.insert(path.to_owned(), kept) {
            memory.bytes -= old.asset.bytes.len();
        }
    }
}

impl AssetSource for FolderSource {
    fn find(&self, path: &str) -> Option<Asset> {
        let file = self.root.join(path);
        let facts = std::fs::metadata(&file).ok().filter(std::fs::Metadata::is_file)?;
        let (modified, length) = (facts.modified().ok()?, facts.len());
        if let Some(asset) = self.kept(path, modified, length) {
            return Some(asset);
        }
        // A link in the folder may lead out of it; what is outside is not part of the site.
        if !file.canonicalize().ok()?.starts_with(&self.root) {
            return None;
        }
        let bytes = std::fs::read(&file).ok()?;
        let etag = blake3::hash(&bytes).to_hex()[..32].to_owned();
        let asset = Asset { bytes: Bytes::from(bytes), etag };
        if length <= KEPT_FILE {
            self.keep(path, Kept { modified, length, asset: asset.clone() });
        }
        Some(asset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changes_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.txt"), "one").unwrap();
        let source = FolderSource::open(folder.path()).unwrap();
        let first = source.find("a.txt").unwrap();
        assert_eq!(source.find("a.txt"), Some(first.clone()));
        std::fs::write(folder.path().join("a.txt"), "three").unwrap();
        let second = source.find("a.txt").unwrap();
        assert_eq!(second.bytes, "three");
        assert_ne!(first.etag, second.etag);
        std::fs::remove_file(folder.path().join("a.txt")).unwrap();
        assert_eq!(source.find("a.txt"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let outside = tempfile::NamedTempFile::new().unwrap();
        std::os::unix::fs::symlink(outside.path(), folder.path().join("link")).unwrap();
        assert_eq!(FolderSource::open(folder.path()).unwrap().find("link"), None);
    }
}
