//! What a site says, before anything is decided about it.
//!
//! `parse` takes the files of a site; gives its settings, pages, words, theme, styles and forms, with a finding for
//! everything that is not as it should be. Wrong content is data: a page that cannot be understood is left out and
//! said. Nothing here knows an address of the finished site, and nothing reads or writes.

mod budget;
mod component;
mod config;
mod data;
pub(crate) mod directive;
mod drawing;
mod feeds;
mod form;
mod front;
mod history;
mod language;
mod layout;
mod links;
mod locale;
mod markdown;
mod menu;
mod newsletter;
mod page;
mod path;
mod reading;
mod rows;
mod shapes;
mod style;
mod taxonomy;
mod theme;
pub mod types;
mod typography;
mod wording;
mod words;

pub use budget::{Budget, Budgets};
pub use component::{Argument, ArgumentKind, Component, template as component_template};
pub use config::{Config, FILE as CONFIG_FILE, Lang, Root, Urls};
pub use data::{Data, DataRow};
pub use feeds::{Feeds, Format};
pub use form::Form;
pub use front::{Cascade, Front, Mark, SORTS, Sort};
pub use history::HistorySettings;
pub use language::{Language, Missing, Policy, SectionPolicy};
pub use links::Links;
pub use locale::{Locale, Own, canonical};
pub use markdown::markdown_options;
pub use menu::{Entry, MAIN_MENU, Menu, Target};
pub use page::{Hidden, Kind, Page, PageKey, Why};
pub(crate) use path::content_path;
pub use rows::{From as FromData, Row};
pub use shapes::shapes;
pub(crate) use style::{Choice, Declaration, Named, Need, Sheet, StyleRule, compressed};
pub use style::{Delivery, Sheets, Style, StyleSettings};
pub use taxonomy::{Taxonomy, slug};
pub use theme::{Template, Theme};
pub use typography::{Quotes, RULES, Rule, quotes};
pub use wording::findings as word_findings;
pub use words::{Word, Words};

use crate::diagnostic::Diagnostics;
use crate::source::{DEVELOPED_FOLDER, SourceFile, SourceTree};
use crate::watch::Watch;
use colibri_picture::Develop;
use std::collections::BTreeMap;

/// What decides about publishing, apart from the files.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Today, in ISO 8601: pages dated later wait.
    pub today: String,
    /// Publish drafts and future pages too, to look at them.
    pub drafts: bool,
    /// Where the site will stand, if not where `site.toml` says.
    pub base_url: Option<String>,
    /// Whether texts may be compressed beside themselves, if the settings ask for it; not for sites that are only looked at.
    pub compress: bool,
    /// Who watches the work.
    pub watch: Watch,
    /// Who keeps developed pictures; without, pictures are shown as they are.
    pub develop: Develop,
}

/// Everything a site says.
#[derive(Debug)]
pub struct Site {
    /// Settings.
    pub config: Config,
    /// How each language says dates and numbers and orders words, by its number.
    pub locales: Vec<Locale>,
    /// The text of the settings, for messages.
    pub settings: String,
    /// The day that counts as today, ISO 8601.
    pub today: String,
    /// Content types by name.
    pub types: types::Types,
    /// Pages to publish, by language and id.
    pub pages: Vec<Page>,
    /// Pages that wait, for messages about links to them.
    pub hidden: Vec<Hidden>,
    /// Interface words.
    pub words: Words,
    /// Templates and theme files.
    pub theme: Theme,
    /// Bundled styles by name, such as `styles/main.css`.
    pub styles: BTreeMap<String, Style>,
    /// The same in parts.
    pub sheets: Sheets,
    /// Colours of the light by the name of their token, where cards are drawn in them.
    pub colours: BTreeMap<String, String>,
    /// Tables of data by name.
    pub data: BTreeMap<String, Data>,
    /// Forms by id.
    pub forms: BTreeMap<String, Form>,
    /// Files that lie beside pages, by path from `content/`.
    pub attachments: BTreeMap<String, SourceFile>,
    /// Files of `assets/`, the site's before its themes', by path from there.
    pub assets: BTreeMap<String, SourceFile>,
    /// Pictures that earlier builds developed, by key.
    pub developed: BTreeMap<String, SourceFile>,
}

/// Understands the settings of a site alone.
pub fn settings(tree: &SourceTree, choices: &Choices) -> (Config, Diagnostics) {
    let (mut config, diagnostics) = config::parse(text_of_settings(tree));
    if let Some(base_url) = &choices.base_url {
        base_url.trim_end_matches('/').clone_into(&mut config.base_url);
    }
    config.compress &= choices.compress;
    (config, diagnostics)
}

fn text_of_settings(tree: &SourceTree) -> &str {
    tree.files.get(CONFIG_FILE).map(SourceFile::text).unwrap_or_default()
}

/// Understands the files of a site.
pub fn parse(tree: &SourceTree, choices: &Choices) -> (Site, Diagnostics) {
    let settings = text_of_settings(tree);
    let (config, mut diagnostics) = self::settings(tree, choices);
    let theme = gather(theme::parse(tree, &config), &mut diagnostics);
    let types = gather(types::parse(&theme), &mut diagnostics);
    diagnostics.extend(config.budgets.check(settings, types.keys().map(String::as_str)));
    let data = gather(data::parse_all(tree, &config), &mut diagnostics);
    let (pages, hidden, attachments) = gather(page::parse_all(tree, &config, &types, &data, choices), &mut diagnostics);
    let words = gather(words::parse(tree, &config), &mut diagnostics);
    let styles = gather(style::bundle_all(&theme), &mut diagnostics);
    diagnostics.extend(style::contrast::findings(&theme, &styles));
    let forms = {
        let around = form::Around { config: &config, types: &types, pages: &pages };
        gather(form::parse_all(tree, around), &mut diagnostics)
    };
    let (attachments, assets) = gather(drawing::safe(attachments, theme.assets.clone()), &mut diagnostics);
    let developed = tree.below(DEVELOPED_FOLDER).map(|(key, file)| (key.to_owned(), file.clone())).collect();
    let colours = if config.cards { style::contrast::light(&styles) } else { BTreeMap::new() };
    let sheets = Sheets::of(&styles, &assets, config.styles);
    let (settings, today) = (settings.to_owned(), choices.today.clone());
    let locales = config.languages.iter().map(Locale::new).collect();
    let site = Site {
        config,
        locales,
        settings,
        today,
        types,
        pages,
        hidden,
        words,
        theme,
        styles,
        sheets,
        colours,
        data,
        forms,
        attachments,
        assets,
        developed,
    };
    (site, diagnostics)
}

fn gather<T>((value, found): (T, Diagnostics), diagnostics: &mut Diagnostics) -> T {
    diagnostics.extend(found);
    value
}

impl Site {
    /// Words for people in a language: a text in it, in the language it borrows from, or in the reference; or an
    /// interface word, and where there is none, the name that its key is made of.
    pub fn label(&self, lang: Lang, label: &types::Label) -> String {
        let code = |lang: Lang| self.config.languages[lang].code.as_str();
        match label {
            types::Label::Word(key) => {
                let word = Word { key: key.clone(), values: Vec::new() };
                let name = || key.split_once('-').map_or(key.as_str(), |(_, name)| name).to_owned();
                self.words.say(lang, &word).unwrap_or_else(name)
            }
            types::Label::Texts(texts) => {
                let base = code(lang).split('-').next().unwrap_or_default();
                let found = [code(lang), base, code(0)].iter().find_map(|code| texts.get(*code));
                found.or_else(|| texts.values().next()).cloned().unwrap_or_default()
            }
        }
    }

    /// A page by language and id.
    pub fn page(&self, lang: Lang, id: &str) -> Option<usize> {
        self.pages.binary_search_by(|page| (page.lang, page.id.as_str()).cmp(&(lang, id))).ok()
    }
}
