//! Styles: bundled and minified, once per build, and taken apart, so that a page is given what it uses.

pub(super) mod contrast;
mod names;
mod needs;
mod settings;
mod sheet;

pub(crate) use names::{Named, Names};
pub(crate) use needs::Need;
pub use settings::{Delivery, StyleSettings};
pub(crate) use settings::{compressed, read_settings};
pub(crate) use sheet::{Choice, Declaration, Sheet, StyleRule};

use super::Theme;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::output::{Hash, hash};
use crate::source::SourceFile;
use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use lightningcss::targets::{Features, Targets};
use std::collections::{BTreeMap, BTreeSet};
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

/// The styles of a site in parts.
#[derive(Debug, Default)]
pub struct Sheets {
    /// What the parts name.
    pub(crate) names: Names,
    /// Whether something beside `pre` may show spaces as they are.
    pub(crate) spaces_matter: bool,
    by_style: BTreeMap<String, Sheet>,
    linked: BTreeSet<String>,
}

impl Sheets {
    /// A style in parts, by its name.
    pub(crate) fn sheet(&self, style: &str) -> Option<&Sheet> {
        self.by_style.get(style)
    }

    /// Whether pages share a file of a style.
    pub(crate) fn is_linked(&self, style: &str) -> bool {
        self.linked.contains(style)
    }

    /// Takes every style apart. `assets` are the files that pages may use as they are.
    pub(super) fn of(
        styles: &BTreeMap<String, Style>,
        assets: &BTreeMap<String, SourceFile>,
        settings: StyleSettings,
    ) -> Self {
        let mut names = Names::default();
        let mut sheets: Vec<Sheet> = styles.values().map(|style| sheet::split(&style.css, &mut names)).collect();
        sheet::note_asked(&mut sheets);
        let linked = styles.iter().filter(|(_, style)| settings.links(style)).map(|(name, _)| name.clone()).collect();
        let is_style = |path: &str| Path::new(path).extension().is_some_and(|kind| kind.eq_ignore_ascii_case("css"));
        let mut others = assets.iter().filter(|(path, _)| is_style(path));
        let spaces_matter =
            sheets.iter().any(Sheet::shows_spaces) || others.any(|(_, file)| file.text().contains("white-space"));
        Sheets { names, spaces_matter, by_style: styles.keys().cloned().zip(sheets).collect(), linked }
    }
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
    let printed = sheet.to_css(minified());
    printed.map(|result| result.code).map_err(|error| whole(error.kind.to_string()))
}

/// How styles are printed.
fn minified() -> PrinterOptions<'static> {
    // `(width >= 48rem)` is shorter, and older browsers drop every rule that stands below it.
    let targets = Targets { include: Features::MediaRangeSyntax, ..Targets::default() };
    PrinterOptions { minify: true, targets, ..PrinterOptions::default() }
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

#[cfg(test)]
impl Sheets {
    /// One style of this text, called `style`, as a build would have it; with the text.
    pub(crate) fn of_text(css: &str) -> (Self, String) {
        let mut sheet = lightningcss::stylesheet::StyleSheet::parse(css, ParserOptions::default()).unwrap();
        sheet.minify(MinifyOptions::default()).unwrap();
        let css = sheet.to_css(minified()).unwrap().code;
        let style = Style { hash: hash(css.as_bytes()), css: css.as_str().into() };
        let styles = [("style".to_owned(), style)].into_iter().collect();
        (Sheets::of(&styles, &BTreeMap::new(), StyleSettings::default()), css)
    }
}
