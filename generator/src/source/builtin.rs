//! The theme and the interface words that come inside the program, for sites that bring none of their own.

use super::SourceFile;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../themes/colibri");
static WORDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../i18n");

/// Where the theme of the program stands in the tree of every site that has no such folder.
const THEME_FOLDER: &str = "themes/colibri";
/// Where the words of the program stand: behind the site's own `i18n/`.
pub const WORDS_FOLDER: &str = "builtin/i18n";

/// The files of a site, completed by those of the program.
pub(super) fn completed(mut files: BTreeMap<String, SourceFile>) -> BTreeMap<String, SourceFile> {
    let own_theme =
        files.range(format!("{THEME_FOLDER}/")..).next().is_some_and(|(path, _)| path.starts_with(THEME_FOLDER));
    if !own_theme {
        add(&mut files, &THEME, THEME_FOLDER);
    }
    add(&mut files, &WORDS, WORDS_FOLDER);
    files
}

/// The words of the program in a language.
pub fn program_words(code: &str) -> Option<&'static str> {
    WORDS.get_file(format!("{code}.ftl"))?.contents_utf8()
}

fn add(files: &mut BTreeMap<String, SourceFile>, folder: &Dir<'static>, prefix: &str) {
    for file in folder.files() {
        files.insert(format!("{prefix}/{}", file.path().to_string_lossy()), SourceFile::new(file.contents()));
    }
    for inner in folder.dirs() {
        add(files, inner, prefix);
    }
}
