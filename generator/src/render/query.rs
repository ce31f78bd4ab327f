//! Questions that a page may ask of the rest of the site, and the shape of the answers.
//!
//! Whatever a route reads beyond itself is a question of this kind, so that the next build can ask again and see at
//! once whether the answer is still the same.

use crate::output::Hash;
use crate::plan::{FeedOf, Subject};
use crate::site::{Lang, Word};
use serde::{Deserialize, Serialize};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) enum Query {
    /// The settings as templates see them, in a language.
    Site(Lang),
    /// A template with all that it includes or extends.
    Template(String),
    /// The declaration of a component.
    Component(String),
    /// The whole of a page: settings and text.
    Body(Lang, String),
    /// What others see of a page.
    Card(Lang, String),
    /// The fields of a page with the words for people.
    Fields(Lang, String),
    /// What machines are told of a page by schema.org.
    Graph(Lang, String),
    /// What catalogues are told of a page.
    Metadata(Lang, String),
    /// The pages of a list that happen at a time.
    Events(Lang, Listed),
    /// The day that counts as today.
    Today,
    /// Pages of a language by section, order and number.
    Pages(Selection),
    /// Sections directly below a section.
    Sections(Lang, String),
    /// One page of a list: section, or term below a taxonomy.
    List(Lang, Listed, usize),
    /// Terms of a taxonomy.
    Terms(Lang, String),
    /// The versions of a subject in all languages, as a language switcher shows them.
    Translations(Subject),
    /// Addresses of a subject in all languages that have it.
    Alternates(Subject),
    /// Addresses of the first pages of all languages.
    Homes,
    /// The menu of a name.
    Menu(Lang, String),
    /// The way from the home to a subject.
    Breadcrumbs(Lang, Subject),
    /// The pages before and after a page.
    Neighbours(Lang, String),
    /// An interface word.
    Word(Lang, Word),
    /// Where a page stands, by id.
    Link(Lang, String),
    /// Where a file stands, by the path from `content/` or `assets/`.
    File(String),
    /// The text of a bundled style.
    Style(String),
    /// A picture by the address of its original, in a layout.
    Picture(String, String),
    /// The layouts of pictures.
    Layouts,
    /// A card by its key.
    Drawn(String),
    /// The colours in which cards are drawn.
    Colours,
    /// The pages nearest to a page, and how many at most.
    Related(Lang, String, usize),
    /// The pages that a feed tells of.
    Entries(Lang, FeedOf),
    /// The feeds of a list, or of its language if it has none, in each format.
    Feeds(Lang, FeedOf),
    /// The events of the series of a page.
    Series(Lang, String),
    /// The facets of a section, with their values.
    Facets(Lang, String),
    /// A table of data, as a language shows it.
    Data(Lang, String),
    /// A form with the page that thanks.
    Form(Lang, String),
    /// Every page of a language that may be found: for `llms.txt`.
    Outline(Lang),
    /// Every page of a language, whole: for the search index.
    Corpus(Lang),
    /// Every address: for the sitemap.
    Addresses,
    /// Every old address: for the hosts.
    Redirects,
    /// The newsletter with the words that ask for an address.
    Newsletter(Lang),
}

impl Query {
    /// Whether it asks for something that is developed or drawn.
    pub(crate) fn is_shown(&self) -> bool {
        matches!(self, Query::Picture(..) | Query::Drawn(_))
    }

    /// The language in which the pages of the answer are shown.
    pub(crate) fn shown_in(&self) -> Option<Lang> {
        match self {
            Query::Pages(selection) => Some(selection.lang),
            Query::Sections(lang, _) | Query::Series(lang, _) | Query::List(lang, ..) | Query::Neighbours(lang, _) => {
                Some(*lang)
            }
            _ => None,
        }
    }
}

/// Which pages are asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Selection {
    /// Language.
    pub(crate) lang: Lang,
    /// Section, all if none.
    pub(crate) section: Option<String>,
    /// Order: `date`, `title`, `weight`; the section's own if none.
    pub(crate) sort: Option<String>,
    /// Key of a term of the taxonomy `tags` that they bear.
    pub(crate) term: Option<String>,
    /// The most pages.
    pub(crate) limit: Option<usize>,
    /// With the pages of sections below.
    pub(crate) deep: bool,
    /// Without pages of the reference language that stand in for missing ones.
    pub(crate) own: bool,
    /// Name of their type, any if none.
    pub(crate) kind: Option<String>,
    /// When they happen, seen from today; at any time if none.
    pub(crate) when: Option<When>,
}

/// When something happens, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) enum When {
    /// At any time, the first to start first.
    Any,
    /// Today or later, the first to start first.
    Upcoming,
    /// Before today, the last to start first.
    Past,
}

/// The words for [`When`] in templates.
pub(crate) const WHENS: [(&str, When); 3] = [("any", When::Any), ("upcoming", When::Upcoming), ("past", When::Past)];

/// What a list lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) enum Listed {
    /// The pages of a section.
    Section(String),
    /// The pages of a term: taxonomy and key.
    Term(String, String),
    /// The pages of a section with one value: id of the section, name of the facet, key of the value.
    Facet(String, String, String),
}

/// An answer, before it becomes a value for templates.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fact {
    /// There is none.
    Missing,
    /// Pages, by number.
    Pages(Vec<usize>),
    /// Pages of a list, by number, with the number of all.
    Slice(Vec<usize>, usize),
    /// Small tables.
    Rows(Vec<Row>),
    /// A text.
    Text(String),
    /// A text that is safe HTML or CSS.
    Markup(String),
    /// Free data.
    Data(serde_json::Value),
    /// Something whose hash alone matters.
    Whole(Hash),
}

/// One small table: names and cells, in a fixed order.
pub(crate) type Row = Vec<(&'static str, Cell)>;

/// One cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// A text.
    Text(String),
    /// True or false.
    Flag(bool),
    /// A number.
    Count(usize),
}
