//! DOOR IN: the only place where the generator reads files.
//!
//! Takes the site's folder; gives every file that can matter to the site, sorted by path and hashed. What cannot be
//! read (a link that turns in circles, a file too large, text that is not UTF-8) is a finding and is left out of the
//! tree. It never follows a link out of the site's folder, and never writes.
#![expect(clippy::disallowed_methods, reason = "this is the door by which files come in")]

mod builtin;
mod history;

pub use builtin::{WORDS_FOLDER, program_words};
pub use history::{Histories, History};

use crate::diagnostic::words::{Catalogue, Language};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Place};
use crate::output::{Hash, hash};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The largest file of text (Markdown, TOML, templates, styles, words), in bytes.
pub const TEXT_LIMIT: u64 = 2 * 1024 * 1024;
/// The largest file of any other kind, in bytes: hosts such as Cloudflare refuse more.
pub const FILE_LIMIT: u64 = 25 * 1024 * 1024;

/// Where developed pictures are kept, in the site's folder.
pub const DEVELOPED_FOLDER: &str = ".colibri/images";

/// The folders of a site that are read; all others are left alone.
const FOLDERS: [&str; 9] =
    [DEVELOPED_FOLDER, "assets", "components", "content", "data", "i18n", "styles", "templates", "themes"];
const TEXT_ENDINGS: [&str; 6] = ["css", "ftl", "html", "md", "toml", "xml"];
/// Where tables of data stand, and the endings that are texts there alone.
const DATA: (&str, [&str; 2]) = ("data/", ["csv", "json"]);

/// One file, whole.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its content.
    pub bytes: Arc<[u8]>,
    /// The same, where it is text: checked once, kept once.
    text: Option<Arc<str>>,
    /// The hash of its content.
    pub hash: Hash,
}

impl SourceFile {
    /// A file of these bytes.
    pub fn new(bytes: &[u8]) -> Self {
        let text: Option<Arc<str>> = std::str::from_utf8(bytes).ok().map(Arc::from);
        let kept = text.clone().map_or_else(|| Arc::from(bytes), Arc::<[u8]>::from);
        SourceFile { hash: hash(bytes), bytes: kept, text }
    }

    /// The content as text; empty if it is not UTF-8, which the reading has then reported.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

/// Every file of a site by its path from the site's folder, with forward slashes.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    /// The files.
    pub files: BTreeMap<String, SourceFile>,
    /// What git knows of the files, if the settings ask for it.
    pub histories: Histories,
    /// What could not be read, and why.
    pub diagnostics: Diagnostics,
}

impl SourceTree {
    /// The files below a folder, as (path from that folder, file), in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a SourceFile)> {
        self.files
            .range(folder.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(folder))
            .filter_map(move |(path, file)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, file)))
    }
}

/// Why a site could not be read at all.
#[derive(Debug)]
pub struct ReadError {
    /// The folder that was to be read.
    pub folder: PathBuf,
    /// Why, with what to do.
    pub reason: Phrase,
}

impl ReadError {
    /// All of it, for a person.
    pub fn phrase(&self) -> Phrase {
        Phrase::of("no-site").with("folder", self.folder.display().to_string()).with("reason", self.reason.clone())
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Catalogue::new(Language::default()).phrase(&self.phrase()))
    }
}

impl std::error::Error for ReadError {}

/// Reads a site's folder.
///
/// # Errors
/// When the folder is not there, or holds no `site.toml`.
pub fn read(folder: &Path) -> Result<SourceTree, ReadError> {
    let refuse = |reason: Phrase| ReadError { folder: folder.to_owned(), reason };
    if !folder.join("site.toml").is_file() {
        return Err(refuse(Phrase::of("no-site-settings")));
    }
    let root =
        folder.canonicalize().map_err(|error| refuse(Phrase::of("no-site-system").with("error", error.to_string())))?;
    let (paths, mut diagnostics) = walk(&root);
    let (files, more) = read_all(&root, paths);
    diagnostics.extend(more);
    let wanted = files.get("site.toml").and_then(|settings| history::wanted(settings.text()));
    let histories = wanted.map_or_else(|| Ok(Histories::default()), |wanted| history::read(&root, wanted));
    let histories = histories.unwrap_or_else(|case| {
        diagnostics.push(Diagnostic::warning("no-history", Place::in_file("site.toml")).with("case", case));
        Histories::default()
    });
    let files = builtin::completed(files);
    Ok(SourceTree { files, histories, diagnostics })
}

/// Reads one file of text that a person names on the command line.
///
/// # Errors
/// When it cannot be read, is larger than texts may be, or is not UTF-8.
pub fn read_text(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(file)?.take(TEXT_LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > TEXT_LIMIT {
        return Err(io::Error::other("it is larger than 2 MB"));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))
}

/// Whether a path from the site's folder is one that `read` would take.
pub fn concerns(path: &Path) -> bool {
    let mut parts = path.iter().map(|part| part.to_string_lossy());
    let Some(first) = parts.next() else { return false };
    let visible = !path.iter().any(|part| part.to_string_lossy().starts_with('.'));
    visible && (first == "site.toml" || FOLDERS.contains(&first.as_ref()))
}

/// Paths of all files that matter, with forward slashes, in order.
fn walk(root: &Path) -> (Vec<String>, Diagnostics) {
    let mut paths = vec!["site.toml".to_owned()];
    let mut diagnostics = Vec::new();
    for top in FOLDERS.iter().map(|name| root.join(name)).filter(|top| top.exists()) {
        // Below a linked folder every file may lie elsewhere; asking the system for each of many thousands is slow.
        let mut linked_folders: Vec<PathBuf> = top.is_symlink().then(|| top.clone()).into_iter().collect();
        for entry in WalkDir::new(top).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_visible) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {
                    linked_folders.extend(entry.path_is_symlink().then(|| entry.path().to_owned()));
                }
                Ok(entry) => {
                    let linked =
                        entry.path_is_symlink() || linked_folders.iter().any(|folder| entry.path().starts_with(folder));
                    match inside(root, &entry, linked) {
                        Ok(path) => paths.push(path),
                        Err(finding) => diagnostics.push(*finding),
                    }
                }
                Err(error) => diagnostics.push(unreadable_entry(root, &error)),
            }
        }
    }
    paths.sort();
    (paths, diagnostics)
}

fn is_visible(entry: &DirEntry) -> bool {
    !entry.file_name().to_string_lossy().starts_with('.')
}

/// The path of an entry from the root, if it is text and the file lies inside the site.
fn inside(root: &Path, entry: &DirEntry, linked: bool) -> Result<String, Box<Diagnostic>> {
    let path = relative(root, entry.path());
    if linked && !entry.path().canonicalize().is_ok_and(|real| real.starts_with(root)) {
        return Err(Box::new(Diagnostic::error("link-outside", Place::in_file(&path))));
    }
    Ok(path)
}

fn unreadable_entry(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = relative(root, error.path().unwrap_or(root));
    if error.loop_ancestor().is_some() {
        return Diagnostic::error("link-loop", Place::in_file(&path));
    }
    unreadable(&path, &error.io_error().map_or_else(|| error.to_string(), io::Error::to_string))
}

fn unreadable(path: &str, reason: &str) -> Diagnostic {
    Diagnostic::error("unreadable", Place::in_file(path)).with("case", "file").with("reason", reason)
}

fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    if cfg!(windows) { inside.replace('\\', "/") } else { inside.into_owned() }
}

/// Reads the files on all cores; results keep the order of the paths.
fn read_all(root: &Path, paths: Vec<String>) -> (BTreeMap<String, SourceFile>, Diagnostics) {
    let one = |buffer: &mut Vec<u8>, path: String| (read_one(root, &path, buffer), path);
    let read: Vec<_> = paths.into_par_iter().map_init(|| Vec::with_capacity(BUFFER), one).collect();
    let mut files = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (result, path) in read {
        match result {
            Ok(file) => drop(files.insert(path, file)),
            Err(finding) => diagnostics.push(*finding),
        }
    }
    (files, diagnostics)
}

/// Most files of text are shorter: one question to the system reads them whole.
const BUFFER: usize = 64 * 1024;

/// Reads a file by way of a buffer that the next will use again.
fn read_one(root: &Path, path: &str, buffer: &mut Vec<u8>) -> Result<SourceFile, Box<Diagnostic>> {
    let full = root.join(path);
    let unread = |error: io::Error| Box::new(unreadable(path, &error.to_string()));
    let is_text = path.rsplit_once('.').is_some_and(|(_, ending)| {
        TEXT_ENDINGS.contains(&ending) || path.starts_with(DATA.0) && DATA.1.contains(&ending)
    });
    let limit = if is_text { TEXT_LIMIT } else { FILE_LIMIT };
    let mut opened = File::open(&full).map_err(unread)?;
    buffer.clear();
    // One byte more than the limit is enough to know that it is passed; the length is asked for only then.
    let read = opened.by_ref().take(limit + 1).read_to_end(buffer).map_err(unread)? as u64;
    if read > limit {
        let length = opened.metadata().map_or(read, |metadata| metadata.len());
        return Err(Box::new(too_large(path, length, limit)));
    }
    let file = SourceFile::new(buffer);
    if is_text && file.text.is_none() {
        return Err(Box::new(not_utf8(path, buffer)));
    }
    Ok(file)
}

fn too_large(path: &str, length: u64, limit: u64) -> Diagnostic {
    const MEGABYTE: u64 = 1024 * 1024;
    Diagnostic::error("file-too-large", Place::in_file(path))
        .with("size", length.div_ceil(MEGABYTE))
        .with("limit", limit / MEGABYTE)
}

fn not_utf8(path: &str, bytes: &[u8]) -> Diagnostic {
    let before = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let place = Place::at(path, before, before.len()..before.len());
    Diagnostic::error("not-utf8", place).line_of(before)
}
