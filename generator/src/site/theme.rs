//! Themes: templates, components, styles and assets, the site's own before the theme's before its parents'.

use super::Config;
use super::component::{self, Component};
use super::layout;
use super::style::contrast::{Contrast, LEAST, Least};
use crate::declare::{self, Origin, Shape, Table, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::output::Hash;
use crate::source::{SourceFile, SourceTree};
use colibri_picture::Layout;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Path of its file.
    pub file: String,
    /// Its text.
    pub source: Arc<str>,
    /// Hash of its text.
    pub hash: Hash,
}

/// What a site looks like.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Templates by name, such as `page.html`.
    pub templates: BTreeMap<String, Template>,
    /// What a text can ask for, by name.
    pub components: BTreeMap<String, Component>,
    /// Style files by name, such as `styles/main.css`, with the path of each.
    pub styles: BTreeMap<String, (String, SourceFile)>,
    /// Names of the styles that are bundled.
    pub entries: Vec<String>,
    /// Colours that stand on each other, of the theme and of its parents.
    pub contrasts: Vec<Contrast>,
    /// The file that declares them first.
    pub contrast_file: String,
    /// Asset files by path from `assets/`.
    pub assets: BTreeMap<String, SourceFile>,
    /// Fonts that cards are drawn with, by path from `fonts/`: readers never fetch them.
    pub fonts: BTreeMap<String, SourceFile>,
    /// How pictures are shown, by name of the layout.
    pub layouts: BTreeMap<String, Layout>,
    /// Files of content types by the name of the type, the nearest first, each with its path.
    pub types: BTreeMap<String, Vec<(String, SourceFile)>>,
}

/// The endings of fonts.
const FONTS: [&str; 2] = ["otf", "ttf"];

/// Themes may extend one another this deep.
const DEPTH: usize = 8;

/// Collects the theme that the settings name, with its parents and the site's own files.
pub(super) fn parse(tree: &SourceTree, config: &Config) -> (Theme, Diagnostics) {
    let mut theme = Theme::default();
    let mut diagnostics = Vec::new();
    collect(tree, "", &mut theme, &mut diagnostics);
    let mut next = Some(config.theme.clone());
    let mut seen: Vec<String> = Vec::new();
    while let Some(name) = next.take() {
        let folder = format!("themes/{name}");
        if seen.contains(&name) || seen.len() == DEPTH {
            diagnostics.push(circle(&seen, &name));
            break;
        }
        if tree.below(&folder).next().is_none() {
            diagnostics.push(missing(tree, seen.last(), &name));
            break;
        }
        collect(tree, &format!("{folder}/"), &mut theme, &mut diagnostics);
        let (settings, found) = settings(tree, &folder);
        diagnostics.extend(found);
        if theme.contrasts.is_empty() && !settings.contrasts.is_empty() {
            theme.contrast_file = format!("{folder}/theme.toml");
        }
        theme.contrasts.extend(settings.contrasts);
        if theme.entries.is_empty() {
            theme.entries = settings.styles.into_iter().map(|text| text.value).collect();
        }
        for (name, layout) in settings.layouts {
            theme.layouts.entry(name).or_insert(layout);
        }
        next = settings.extends.map(|text| text.value);
        seen.push(name);
    }
    diagnostics.extend(component::without_template(&theme));
    (theme, diagnostics)
}

/// Adds the files of a folder that no nearer folder has given.
fn collect(tree: &SourceTree, folder: &str, theme: &mut Theme, diagnostics: &mut Diagnostics) {
    let path = |kind: &str| format!("{folder}{kind}");
    for (name, file) in tree.below(&path("components")) {
        let Some(name) = name.strip_suffix(".toml").filter(|name| !theme.components.contains_key(*name)) else {
            continue;
        };
        let (component, found) = component::parse(&format!("{folder}components/{name}.toml"), file);
        theme.components.insert(name.to_owned(), component);
        diagnostics.extend(found);
    }
    for (name, file) in tree.below(&path("templates")) {
        theme.templates.entry(name.to_owned()).or_insert_with(|| Template {
            file: format!("{folder}templates/{name}"),
            source: file.text().into(),
            hash: file.hash,
        });
    }
    for (name, file) in tree.below(&path("styles")) {
        let full = format!("{folder}styles/{name}");
        theme.styles.entry(format!("styles/{name}")).or_insert_with(|| (full, file.clone()));
    }
    for (name, file) in tree.below(&path("assets")) {
        theme.assets.entry(name.to_owned()).or_insert_with(|| file.clone());
    }
    // A theme has fonts beside their licence; a site with other scripts has a theme of its own that extends it.
    let is_font = |name: &str| name.rsplit_once('.').is_some_and(|(_, ending)| FONTS.contains(&ending));
    for (name, file) in tree.below(&path("fonts")).filter(|(name, _)| is_font(name)) {
        theme.fonts.entry(name.to_owned()).or_insert_with(|| file.clone());
    }
    // The site's own stand with its content, where its editors are at home.
    let types = if folder.is_empty() { "content/types".to_owned() } else { path("types") };
    for (name, file) in tree.below(&types) {
        if let Some(kind) = name.strip_suffix(".toml").filter(|kind| !kind.contains('/')) {
            theme.types.entry(kind.to_owned()).or_default().push((format!("{types}/{name}"), file.clone()));
        }
    }
}

#[derive(Default)]
struct Settings {
    extends: Option<Text>,
    styles: Vec<Text>,
    contrasts: Vec<Contrast>,
    layouts: Vec<(String, Layout)>,
}

fn settings(tree: &SourceTree, folder: &str) -> (Settings, Diagnostics) {
    let path = format!("{folder}/theme.toml");
    let Some(file) = tree.files.get(&path) else { return (Settings::default(), Vec::new()) };
    let origin = Origin { file: &path, source: file.text(), start: 0 };
    declare::read(origin, file.text(), read)
}

fn read(table: &mut Table<'_, '_>) -> Settings {
    // For people who choose a theme; the build needs neither.
    table.text("name");
    table.text("description");
    let layouts = table.keyed_tables("images", |name, table| (name.value.clone(), layout::read(&name.range, table)));
    Settings {
        extends: table.text("extends"),
        styles: table.texts("styles").unwrap_or_default(),
        contrasts: table.tables("contrast", |inner, _| contrast(inner)),
        layouts,
    }
}

fn contrast(table: &mut Table<'_, '_>) -> Contrast {
    let names = |texts: Option<Vec<Text>>| texts.unwrap_or_default().into_iter().map(|text| text.value).collect();
    Contrast {
        text: names(table.texts("text")),
        on: names(table.texts("on")),
        least: table.choice("least", &LEAST).unwrap_or(Least::Text),
    }
}

/// The lines of `theme.toml`.
pub(super) fn shape() -> Shape {
    declare::shape(read)
}

fn missing(tree: &SourceTree, child: Option<&String>, name: &str) -> Diagnostic {
    let mut themes: Vec<&str> = tree.below("themes").filter_map(|(path, _)| Some(path.split_once('/')?.0)).collect();
    themes.dedup();
    let place = child.map_or_else(
        || Place::in_file(super::CONFIG_FILE),
        |child| Place::in_file(format!("themes/{child}/theme.toml")),
    );
    Diagnostic::error("unknown-theme", place)
        .with("name", name)
        .near(declare::nearest(name, themes.iter().copied()))
        .with("known", themes)
}

fn circle(seen: &[String], name: &str) -> Diagnostic {
    let file = seen.last().map(|last| format!("themes/{last}/theme.toml")).unwrap_or_default();
    Diagnostic::error("theme-circle", Place::in_file(&file)).with("name", name).with("seen", seen)
}
