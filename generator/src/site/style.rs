//! Styles: bundled and minified, once per build.

use super::Theme;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::output::{Hash, hash};
use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use lightningcss::targets::{Features, Targets};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One bundled style.
#[derive(Clone, Debug)]
pub struct Style {
    /// The minified text.
    pub css: Arc<str>,
    /// Its hash.
    pub hash: Hash,
}

/// Bundles every style that the theme names.
pub(super) fn bundle_all(theme: &Theme) -> (BTreeMap<String, Style>, Diagnostics) {
    let mut styles = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for name in &theme.entries {
        // A broken style is empty, so that templates do not complain of it too.
        let css = bundle(theme, name).unwrap_or_else(|finding| {
            diagnostics.push(*finding);
            String::new()
        });
        styles.insert(name.clone(), Style { hash: hash(css.as_bytes()), css: css.into() });
    }
    (styles, diagnostics)
}

fn bundle(theme: &Theme, name: &str) -> Result<String, Box<Diagnostic>> {
    let sources = Sources(&theme.styles);
    let mut bundler = Bundler::new(&sources, None, ParserOptions::default());
    let mut sheet = bundler.bundle(Path::new(name)).map_err(|error| {
        let place = error.loc.as_ref().map(|at| (at.filename.as_str(), at.line as usize + 1, at.column as usize));
        Box::new(broken(theme, place.unwrap_or((name, 0, 0)), &error.kind.to_string()))
    })?;
    let whole = |error: String| Box::new(broken(theme, (name, 0, 0), &error));
    sheet.minify(MinifyOptions::default()).map_err(|error| whole(error.kind.to_string()))?;
    // `(width >= 48rem)` is shorter, and older browsers drop every rule that stands below it.
    let targets = Targets { include: Features::MediaRangeSyntax, ..Targets::default() };
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    printed.map(|result| result.code).map_err(|error| whole(error.kind.to_string()))
}

fn broken(theme: &Theme, (name, line, column): (&str, usize, usize), reason: &str) -> Diagnostic {
    let known = theme.styles.get(name);
    let file = known.map_or(name, |(path, _)| path);
    let text = known.map_or("", |(_, file)| file.text());
    // CSS ends lines at form feeds too, which no editor counts: the place stays inside the file.
    let line = line.min(text.matches('\n').count() + 1);
    let place = Place { file: file.to_owned(), line, column, length: 0 };
    Diagnostic::error("broken-style", place).line_of(text).with("reason", reason)
}

/// Gives lightningcss the styles by name, so that `@import "tokens.css"` finds the site's file before the theme's.
struct Sources<'t>(&'t BTreeMap<String, (String, crate::source::SourceFile)>);

impl SourceProvider for Sources<'_> {
    type Error = std::io::Error;

    fn read<'a>(&'a self, file: &Path) -> Result<&'a str, Self::Error> {
        let name = file.to_string_lossy();
        let missing = || std::io::Error::new(std::io::ErrorKind::NotFound, format!("there is no style {name}"));
        self.0.get(name.as_ref()).map(|(_, file)| file.text()).ok_or_else(missing)
    }

    fn resolve(&self, specifier: &str, from: &Path) -> Result<ResolveResult, Self::Error> {
        let folder = from.parent().unwrap_or(Path::new(""));
        Ok(ResolveResult::File(normalised(&folder.join(specifier))))
    }
}

/// A path without `.` and `..`, resolved by text alone: styles are names here, not files.
fn normalised(path: &Path) -> PathBuf {
    let mut parts: Vec<String> = Vec::new();
    for part in path.iter().map(|part| part.to_string_lossy().into_owned()) {
        match part.as_str() {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.iter().collect()
}
