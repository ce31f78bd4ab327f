//! The settings of feeds.

use crate::declare::Table;

/// What feeds say, and in which formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feeds {
    /// The most entries of one feed.
    pub entries: u32,
    /// Whether each entry holds the whole text of its page.
    pub full: bool,
    /// Whether each term has a feed.
    pub terms: bool,
    /// In which formats each feed is made.
    pub formats: Vec<Format>,
}

/// A format of feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Atom, RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// The words for [`Format`] in the settings.
const FORMATS: [(&str, Format); 2] = [("atom", Format::Atom), ("json", Format::Json)];

impl Format {
    /// Name of its files.
    pub fn file(self) -> &'static str {
        match self {
            Format::Atom => "feed.xml",
            Format::Json => "feed.json",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Atom => "application/atom+xml",
            Format::Json => "application/feed+json",
        }
    }
}

impl Default for Feeds {
    fn default() -> Self {
        Feeds { entries: 20, full: false, terms: true, formats: vec![Format::Atom, Format::Json] }
    }
}

/// Reads `[feeds]`.
pub(super) fn read(table: &mut Table<'_, '_>) -> Feeds {
    let usual = Feeds::default();
    Feeds {
        entries: table.count("entries").unwrap_or(usual.entries),
        full: table.choice("content", &[("summary", false), ("full", true)]).unwrap_or(usual.full),
        terms: table.boolean("terms").unwrap_or(usual.terms),
        formats: table.choices("formats", &FORMATS).unwrap_or(usual.formats),
    }
}
