//! Components: what a theme lets a text ask for, declared in `components/<name>.toml` beside the theme's templates.

use super::theme::Theme;
use crate::declare::{self, Origin, Shape, Table};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::output::Hash;
use crate::source::SourceFile;

/// What the value of an argument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentKind {
    /// Any text.
    Text,
    /// A whole number, 0 or more.
    Number,
    /// `true` or `false`; the name alone means `true`.
    Boolean,
    /// One of the values that the declaration lists.
    Choice,
    /// Anywhere that a link may lead.
    Url,
    /// A page, by id or by the path of its file.
    Page,
    /// An image of the site; its component has an argument `alt`.
    Image,
    /// Any other file of the site.
    File,
    /// A form, by id.
    Form,
    /// A section, by id.
    Section,
    /// A term of the taxonomy `tags`.
    Term,
    /// A table of data, by name.
    Data,
    /// Names of columns of the table that another argument names, with commas between.
    Columns,
}

const KINDS: [(&str, ArgumentKind); 13] = [
    ("text", ArgumentKind::Text),
    ("number", ArgumentKind::Number),
    ("boolean", ArgumentKind::Boolean),
    ("choice", ArgumentKind::Choice),
    ("url", ArgumentKind::Url),
    ("page", ArgumentKind::Page),
    ("image", ArgumentKind::Image),
    ("file", ArgumentKind::File),
    ("form", ArgumentKind::Form),
    ("section", ArgumentKind::Section),
    ("term", ArgumentKind::Term),
    ("data", ArgumentKind::Data),
    ("columns", ArgumentKind::Columns),
];

const BODIES: [(&str, bool); 2] = [("markdown", true), ("none", false)];

/// The name of the argument that says what an image shows.
const ALTERNATIVE: &str = "alt";

/// One argument of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// What its value is.
    pub kind: ArgumentKind,
    /// Whether it must be given.
    pub required: bool,
    /// Its value when it is not given, as it would be written.
    pub default: Option<String>,
    /// The values of a choice.
    pub values: Vec<String>,
}

/// One component.
#[derive(Clone, Debug)]
pub struct Component {
    /// Path of its declaration.
    pub file: String,
    /// Hash of its declaration.
    pub hash: Hash,
    /// Whether a text stands in it.
    pub has_body: bool,
    /// Its arguments, in the order in which they are declared.
    pub arguments: Vec<Argument>,
}

/// The name of the template of a component.
pub fn template(name: &str) -> String {
    format!("components/{name}.html")
}

/// Reads one declaration.
pub(super) fn parse(path: &str, file: &SourceFile) -> (Component, Diagnostics) {
    let origin = Origin { file: path, source: file.text(), start: 0 };
    declare::read(origin, file.text(), |table| read(path, file, table))
}

/// The lines of a declaration.
pub(super) fn shape() -> Shape {
    declare::shape(|table| read("", &SourceFile::new(&[]), table))
}

fn read(path: &str, file: &SourceFile, table: &mut Table<'_, '_>) -> Component {
    // For people who write; the build does not need it.
    table.text("description");
    let has_body = table.choice("body", &BODIES).unwrap_or(false);
    let arguments = table.keyed_tables("arguments", |name, inner| argument(&name.value, name.range.clone(), inner));
    let alternative = |argument: &Argument| argument.name == ALTERNATIVE && argument.required;
    if arguments.iter().any(|argument| argument.kind == ArgumentKind::Image) && !arguments.iter().any(alternative) {
        table.report(without_alternative(Place::in_file(path)));
    }
    Component { file: path.to_owned(), hash: file.hash, has_body, arguments }
}

fn argument(name: &str, range: std::ops::Range<usize>, table: &mut Table<'_, '_>) -> Argument {
    let texts = |table: &mut Table<'_, '_>, key| table.texts(key).unwrap_or_default();
    let found = Argument {
        name: name.to_owned(),
        kind: table.choice("kind", &KINDS).unwrap_or(ArgumentKind::Text),
        required: table.boolean("required").unwrap_or(false),
        default: table.text("default").map(|text| text.value),
        values: texts(table, "values").into_iter().map(|text| text.value).collect(),
    };
    if found.kind == ArgumentKind::Choice && found.values.is_empty() {
        let place = table.place_of(range);
        table.report(without_values(name, place));
    }
    found
}

/// Components that no template shows.
pub(super) fn without_template(theme: &Theme) -> Diagnostics {
    let without = theme.components.iter().filter(|(name, _)| !theme.templates.contains_key(&template(name)));
    without.map(|(name, component)| no_template(name, &component.file)).collect()
}

fn no_template(name: &str, file: &str) -> Diagnostic {
    Diagnostic::error("component-without-template", Place::in_file(file))
        .with("name", name)
        .with("template", template(name))
}

fn without_alternative(place: Place) -> Diagnostic {
    Diagnostic::error("image-without-alternative", place)
}

fn without_values(name: &str, place: Place) -> Diagnostic {
    Diagnostic::error("choice-without-values", place).with("name", name)
}
