//! Sites made for tests: a small base, and what a case lays over it.
//!
//! A case is a folder of `tests/sites/`; what it holds replaces the same file of `tests/sites/base`. What no folder of a
//! repository can hold (links, broken bytes, huge files) is added by the test itself.
#![expect(clippy::disallowed_methods, reason = "tests make and look at folders of their own")]
#![expect(clippy::missing_panics_doc, reason = "a test that cannot be set up ends by a panic, as every test does")]

use colibri::diagnostic::forms;
use colibri::diagnostic::words::{Catalogue, Language};
use colibri::output::Output;
use colibri::site::Choices;
use colibri::{Made, Report};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// The day on which all tests happen.
pub const TODAY: &str = "2026-06-01";

/// A site in a folder of its own, gone with the value.
#[derive(Debug)]
pub struct Site {
    folder: TempDir,
}

/// Where the fixtures are.
pub fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sites")
}

/// The names of the cases of a topic, in order.
pub fn cases(topic: &str) -> Vec<String> {
    let entries = fs::read_dir(sites().join(topic)).expect("the topic has a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What counts for a build in these tests.
pub fn choices() -> Choices {
    Choices { today: TODAY.to_owned(), compress: true, ..Choices::default() }
}

impl Site {
    /// The base site: two languages, three pieces of news, a theme of its own.
    pub fn base() -> Self {
        let site = Site { folder: tempfile::tempdir().expect("a folder can be made") };
        site.lay(&sites().join("base"));
        site
    }

    /// The base with a case over it, such as `messages/unknown-key`.
    pub fn case(name: &str) -> Self {
        let site = Site::base();
        site.lay(&sites().join(name));
        site
    }

    fn lay(&self, from: &Path) {
        for entry in WalkDir::new(from).into_iter().map(|entry| entry.expect("fixtures can be read")) {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(from).expect("it is below");
                self.write(path, fs::read(entry.path()).expect("fixtures can be read"));
            }
        }
    }

    fn write(&self, path: &Path, bytes: impl AsRef<[u8]>) {
        let full = self.folder().join(path);
        fs::create_dir_all(full.parent().expect("a file has a folder")).expect("folders can be made");
        fs::write(full, bytes).expect("files can be written");
    }

    /// With a file of these bytes.
    #[must_use]
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.write(Path::new(path), bytes);
        self
    }

    /// With other settings, made of those that it has.
    #[must_use]
    pub fn settings(self, change: impl Fn(&str) -> String) -> Self {
        let settings = fs::read_to_string(self.folder().join("site.toml")).expect("a site has settings");
        self.file("site.toml", change(&settings))
    }

    /// Without a file.
    #[must_use]
    pub fn without(self, path: &str) -> Self {
        fs::remove_file(self.folder().join(path)).expect("the file is there");
        self
    }

    /// With a symbolic link.
    #[must_use]
    pub fn link(self, path: &str, target: impl AsRef<Path>) -> Self {
        std::os::unix::fs::symlink(target, self.folder().join(path)).expect("links can be made");
        self
    }

    /// One of its own files, as text.
    pub fn source(&self, path: &str) -> String {
        fs::read_to_string(self.folder().join(path)).expect("the file is there")
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The site in memory, made anew.
    pub fn make(&self) -> Made {
        self.make_after(&Output::default())
    }

    /// The site in memory, after a build that left `previous`.
    pub fn make_after(&self, previous: &Output) -> Made {
        let tree = colibri::source::read(self.folder()).expect("the site can be read");
        colibri::make(&tree, &choices(), previous)
    }

    /// The site with one change, made after a build without it and made anew: both must be the same. Gives what was made.
    ///
    /// # Panics
    /// When the file does not hold `from`, or when what was made differs.
    pub fn make_changed(self, (path, from, to): (&str, &str, &str)) -> Made {
        let previous = self.make().output;
        assert!(!output_bytes(&previous).is_empty());
        let changed = self.source(path).replacen(from, to, 1);
        assert_ne!(changed, self.source(path), "{path} has {from}");
        let site = self.file(path, changed);
        let (after, clean) = (site.make_after(&previous), site.make());
        assert_eq!(after.diagnostics, clean.diagnostics);
        assert_eq!(output_bytes(&after.output), output_bytes(&clean.output), "{path}: {from}");
        clean
    }

    /// The site in memory on another day, after a build that left `previous`.
    pub fn make_on(&self, today: &str, previous: &Output) -> Made {
        let tree = colibri::source::read(self.folder()).expect("the site can be read");
        colibri::make(&tree, &Choices { today: today.to_owned(), ..choices() }, previous)
    }

    /// All findings as a person sees them, in English.
    pub fn messages(&self) -> String {
        self.messages_in(Language::English)
    }

    /// All findings as a person sees them.
    pub fn messages_in(&self, language: Language) -> String {
        forms::human(&self.make().diagnostics, &Catalogue::new(language), false)
    }

    /// Builds into the folder `dist` of the site.
    pub fn build(&self) -> Report {
        colibri::build(self.folder(), &self.folder().join("dist"), &choices(), true).expect("the doors open")
    }

    /// A file of the site in memory, as text.
    pub fn text(&self, path: &str) -> String {
        text(&self.make(), path)
    }

    /// The folder `dist` of the site: every file by its path.
    pub fn written(&self) -> BTreeMap<String, Vec<u8>> {
        folder_bytes(&self.folder().join("dist"))
    }
}

/// The site of this repository, in memory.
pub fn own() -> Made {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let tree = colibri::source::read(&folder).expect("the site can be read");
    // A day on which nothing of it waits.
    colibri::make(&tree, &Choices { today: "2026-11-23".to_owned(), ..Choices::default() }, &Output::default())
}

/// A file of a made site, as text.
pub fn text(made: &Made, path: &str) -> String {
    let file =
        made.output.files.get(path).unwrap_or_else(|| panic!("there is no {path}: {:#?}", made.output.files.keys()));
    String::from_utf8(file.bytes.as_ref().expect("its bytes are here").to_vec()).expect("it is text")
}

/// Every file below a folder.
pub fn folder_bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().map(|entry| entry.expect("the folder can be read"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("it is below");
            (path.to_string_lossy().into_owned(), fs::read(entry.path()).expect("files can be read"))
        })
        .collect()
}

/// Every file of a made site. What the memo kept must have its bytes, as it has after a build in memory.
pub fn output_bytes(output: &Output) -> BTreeMap<String, Vec<u8>> {
    let files = output.files.iter();
    files.map(|(path, file)| (path.clone(), file.bytes.as_ref().expect("bytes are in memory").to_vec())).collect()
}

/// Paths of an output, one a line, in which the parts of a search index, named by their content, count as one.
pub fn listed<'p>(paths: impl Iterator<Item = &'p str>) -> String {
    let is_part = |path: &str| path.starts_with("_/data/search/") && !path.ends_with("/index.bin");
    let shown = |path: &'p str| match path.rsplit_once('/') {
        Some((folder, _)) if is_part(path) => format!("{folder}/*.bin"),
        _ => path.to_owned(),
    };
    let mut lines: Vec<String> = paths.map(shown).collect();
    lines.dedup();
    lines.join("\n")
}
