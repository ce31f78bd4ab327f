//! What feeds tell: the answers that they are made of.

use super::facts;
use super::query::{Cell, Row, Selection};
use crate::plan::{self, FeedOf, Plan};
use crate::site::{Format, Lang, Site};

/// The newest pages that a feed tells of.
pub(super) fn entries(site: &Site, plan: &Plan, lang: Lang, of: &FeedOf) -> Vec<usize> {
    let select = |section: Option<String>| Selection {
        lang,
        section,
        term: None,
        sort: Some("date".to_owned()),
        limit: None,
        deep: true,
        own: true,
        kind: None,
        when: None,
    };
    let mut found = match of {
        FeedOf::Language => facts::pages(site, plan, &select(None)),
        FeedOf::Section(id) => facts::pages(site, plan, &select(Some(id.clone()))),
        FeedOf::Term(taxonomy, key) => {
            plan.terms.one(*taxonomy, lang, key).map_or_else(Vec::new, |term| term.pages.clone())
        }
    };
    found.retain(|page| site.pages[*page].lang == lang && plan::is_followed(site, *page));
    found.truncate(site.config.feeds.entries as usize);
    found
}

/// What a feed is called.
pub(super) fn title(site: &Site, plan: &Plan, lang: Lang, of: &FeedOf) -> String {
    let language = &site.config.languages[lang].title;
    let own = match of {
        FeedOf::Language => None,
        FeedOf::Section(id) => site.page(lang, id).map(|page| site.pages[page].title.as_str()),
        FeedOf::Term(taxonomy, key) => plan.terms.one(*taxonomy, lang, key).map(|term| term.name.as_str()),
    };
    own.map_or_else(|| language.clone(), |own| format!("{own} · {language}"))
}

/// The list that a feed follows.
pub(super) fn home(site: &Site, plan: &Plan, lang: Lang, of: &FeedOf) -> String {
    let page = |id: &str| site.page(lang, id).map(|page| plan.pages[page].url.clone());
    let home = match of {
        FeedOf::Language => page(""),
        FeedOf::Section(id) => page(id),
        FeedOf::Term(taxonomy, key) => plan.terms.one(*taxonomy, lang, key).map(|term| term.address.url.clone()),
    };
    home.unwrap_or_else(|| format!("{}/", site.config.base_path()))
}

/// The feeds of a list, or of its language if it has none, in each format.
pub(super) fn feeds(site: &Site, plan: &Plan, lang: Lang, of: &FeedOf) -> Vec<Row> {
    let row = |format: &Format| {
        let (of, address) = plan.nearest_feed(site, lang, of, *format)?;
        Some(vec![
            ("url", Cell::Text(address.url)),
            ("type", Cell::Text(format.media_type().to_owned())),
            ("title", Cell::Text(title(site, plan, lang, &of))),
            ("home", Cell::Text(home(site, plan, lang, &of))),
        ])
    };
    site.config.feeds.formats.iter().filter_map(row).collect()
}
