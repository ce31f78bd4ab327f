//! What a type file declares.

use super::FieldValue;
use crate::output::Hash;
use std::collections::BTreeMap;

/// One type of page.
#[derive(Clone, Debug)]
pub struct Type {
    /// Name in front matter: the name of its file.
    pub name: String,
    /// What people call it.
    pub label: Label,
    /// What it is for.
    pub help: Label,
    /// Type of schema.org, for search engines.
    pub schema: Option<String>,
    /// Template, if it is not the one named after the type.
    pub template: Option<String>,
    /// Its fields, as they stand in the file.
    pub fields: Vec<Field>,
    /// Path of its file.
    pub file: String,
    /// Hash of all that it says.
    pub hash: Hash,
}

impl Type {
    /// A field by its name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// One field of a type.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name in front matter and templates.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether a page must have it.
    pub required: bool,
    /// Whether it is written once, in the reference language.
    pub shared: bool,
    /// Whether readers may choose pages by it.
    pub facet: bool,
    /// What a page has that does not say.
    pub default: Option<FieldValue>,
    /// What people call it.
    pub label: Label,
    /// What to write in it.
    pub help: Label,
    /// What catalogues call it: the vocabularies of [`MAPS`].
    pub maps: BTreeMap<&'static str, String>,
}

impl Field {
    /// A field of which nothing is declared but what it holds.
    pub(in crate::site) fn plain(name: &str, kind: FieldKind) -> Self {
        Field {
            name: name.to_owned(),
            kind,
            required: false,
            shared: false,
            facet: false,
            default: None,
            label: Label::Word(format!("field-{name}")),
            help: Label::Word(String::new()),
            maps: BTreeMap::new(),
        }
    }
}

/// Vocabularies to which a field can be mapped: Dublin Core, Learning Object Metadata, schema.org.
pub const MAPS: [&str; 3] = ["dc", "lom", "schema"];

/// What a field holds.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines with marks.
    Markdown,
    /// A day.
    Date,
    /// From a day to another, with times and a time zone where they matter.
    DateRange,
    /// An address of the web.
    Url,
    /// An e-mail address.
    Email,
    /// A picture with the words that stand for it.
    Image,
    /// A file to download.
    File,
    /// One word of a fixed choice.
    Enum(Vec<Choice>),
    /// A number.
    Number {
        /// What it counts, for people.
        unit: Option<String>,
        /// The least.
        min: Option<f64>,
        /// The most.
        max: Option<f64>,
    },
    /// Yes or no.
    Boolean,
    /// Several of a kind.
    List(Box<FieldKind>),
    /// Rows with the same columns.
    Table(Vec<Field>),
    /// A page, of this type if one is named.
    Page(Option<String>),
    /// A term of this taxonomy.
    Term(String),
    /// A code that no other page has, made by a rule where none is written.
    Code(Rule),
}

impl FieldKind {
    /// Its word in a type file.
    pub fn word(&self) -> &'static str {
        match self {
            FieldKind::Text => "text",
            FieldKind::Markdown => "markdown",
            FieldKind::Date => "date",
            FieldKind::DateRange => "date-range",
            FieldKind::Url => "url",
            FieldKind::Email => "email",
            FieldKind::Image => "image",
            FieldKind::File => "file",
            FieldKind::Enum(_) => "enum",
            FieldKind::Number { .. } => "number",
            FieldKind::Boolean => "boolean",
            FieldKind::List(_) => "list",
            FieldKind::Table(_) => "table",
            FieldKind::Page(_) | FieldKind::Term(_) => "reference",
            FieldKind::Code(_) => "code",
        }
    }
}

/// One word of a fixed choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// As front matter writes it.
    pub value: String,
    /// As people read it.
    pub label: Label,
}

/// Words for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A key of the interface words; where there is no such word, what stands after its first hyphen.
    Word(String),
    /// A text by language code.
    Texts(BTreeMap<String, String>),
}

/// How a code is made: parts one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// The parts; exactly one is a number.
    pub parts: Vec<Part>,
}

/// A part of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Letters as they stand.
    Letters(String),
    /// The last step of the section's path.
    Section,
    /// The year of the page's date.
    Year,
    /// A number of at least so many digits.
    Number(usize),
}
