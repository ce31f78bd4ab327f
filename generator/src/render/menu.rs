//! Menus as templates see them: in each language, with what leads to another one said.

use super::ask::Asker;
use super::query::{Fact, Query};
use crate::plan::{self, Plan};
use crate::site::{Entry, Lang, MAIN_MENU, Site, Target};
use serde_json::{Value as Json, json};
use tera::{Kwargs, TeraResult, Value};

/// A menu in a language, of whatever page: no entry is current.
pub(super) fn fact(site: &Site, plan: &Plan, lang: Lang, name: &str) -> Fact {
    let Some(menu) = site.config.menus.get(name) else { return Fact::Missing };
    Fact::Data(entries(site, plan, lang, &menu.entries))
}

fn entries(site: &Site, plan: &Plan, lang: Lang, all: &[Entry]) -> Json {
    all.iter().filter_map(|entry| shown(site, plan, lang, entry)).collect()
}

/// What an entry becomes; nothing where the language lacks its page and does not list what is missing. If others stand below
/// it and it has words of its own, they alone stay.
fn shown(site: &Site, plan: &Plan, lang: Lang, entry: &Entry) -> Option<Json> {
    let children = entries(site, plan, lang, &entry.children);
    let has_children = children.as_array().is_some_and(|children| !children.is_empty());
    let own = entry.own_title(&site.config.languages[lang].code);
    let led = match &entry.target {
        None => None,
        Some(target) => match leads(site, plan, lang, target) {
            None if has_children && own.is_some() => None,
            led => Some(led?),
        },
    };
    if led.is_none() && !has_children {
        return None;
    }
    let page = led.as_ref().and_then(|led| led.page);
    let (title, language) = title(site, lang, entry, page);
    let url = led.map(|led| led.url);
    let foreign = page.map(|page| site.pages[page].lang).filter(|other| *other != lang);
    Some(json!({
        "title": title,
        "url": url,
        "id": page.map(|page| &*site.pages[page].id),
        "lang": site.config.languages[language].code,
        "dir": site.config.languages[language].dir(),
        "hreflang": foreign.map(|other| &*site.config.languages[other].code),
        "foreign": foreign.is_some(),
        "external": url.as_deref().is_some_and(|url| is_elsewhere(site, url)),
        "current": false,
        "ancestor": false,
        "children": children,
    }))
}

struct Led {
    url: String,
    page: Option<usize>,
}

fn leads(site: &Site, plan: &Plan, lang: Lang, target: &Target) -> Option<Led> {
    if let Some(id) = plan::menu_page(site, plan, target) {
        let foreign = || plan.lists.foreign(lang).iter().copied().find(|page| site.pages[*page].id == id);
        let page = site.page(lang, &id).or_else(foreign)?;
        return Some(Led { url: plan.pages[page].url.clone(), page: Some(page) });
    }
    let url = match target {
        Target::Url(url) if url.value.starts_with('/') => format!("{}{}", site.config.base_path(), url.value),
        Target::Url(url) => url.value.clone(),
        Target::Path(path) | Target::Page(path) => plan::menu_file(site, plan, lang, &path.value)?.to_owned(),
    };
    Some(Led { url, page: None })
}

/// The words of an entry and their language: its own, or its page's, or those of the nearest language.
fn title(site: &Site, lang: Lang, entry: &Entry, page: Option<usize>) -> (String, Lang) {
    let languages = &site.config.languages;
    if let (None, Some(page)) = (entry.own_title(&languages[lang].code), page) {
        let page = &site.pages[page];
        return (page.title.clone(), page.lang);
    }
    let (title, other) = entry.title(&languages[lang].code, &languages[0].code).unwrap_or_default();
    (title.to_owned(), other.and_then(|code| site.config.language(code)).unwrap_or(lang))
}

fn is_elsewhere(site: &Site, url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && url.strip_prefix(site.config.origin()).is_none_or(|rest| !(rest.is_empty() || rest.starts_with('/')))
}

/// The menu of a name, with the entry of the page at hand and those above it marked.
pub(super) fn menu(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let name = kwargs.get::<String>("name")?.unwrap_or_else(|| MAIN_MENU.to_owned());
    let world = asker.world();
    let route = &world.plan.routes[asker.route];
    let menu = asker.ask(Query::Menu(route.lang, name));
    let here = Here { url: &route.url, id: route.page().map(|number| &*world.site.pages[number].id) };
    let all = if menu.is_none() { Value::from(Vec::<Value>::new()) } else { menu };
    Ok(marked(&all, &here).unwrap_or(all))
}

/// Where the reader is.
struct Here<'w> {
    url: &'w str,
    id: Option<&'w str>,
}

impl Here<'_> {
    fn is(&self, entry: &Value) -> bool {
        let id = entry.get_from_path("id").and_then(Value::as_str);
        let url = entry.get_from_path("url").and_then(Value::as_str);
        (id.is_some() && id == self.id) || url == Some(self.url)
    }

    /// Whether the page stands in the section that an entry leads to. All stand below the home: that says nothing.
    fn is_below(&self, entry: &Value) -> bool {
        let id = entry.get_from_path("id").and_then(Value::as_str).filter(|id| !id.is_empty());
        let rest = id.zip(self.id).and_then(|(id, here)| here.strip_prefix(id));
        rest.is_some_and(|rest| rest.starts_with('/'))
    }
}

/// The entries with what is current; none if nothing is, as the one value then serves every page.
fn marked(all: &Value, here: &Here<'_>) -> Option<Value> {
    let all = all.as_array()?;
    let changed: Vec<Option<Value>> = all.iter().map(|entry| marked_one(entry, here)).collect();
    if changed.iter().all(Option::is_none) {
        return None;
    }
    let both = changed.into_iter().zip(all);
    Some(both.map(|(changed, entry)| changed.unwrap_or_else(|| entry.clone())).collect::<Vec<_>>().into())
}

fn marked_one(entry: &Value, here: &Here<'_>) -> Option<Value> {
    let children = entry.get_from_path("children").and_then(|children| marked(children, here));
    let (current, ancestor) = (here.is(entry), children.is_some() || here.is_below(entry));
    if !current && !ancestor {
        return None;
    }
    let mut map = entry.as_map().cloned().unwrap_or_default();
    map.insert("current".into(), current.into());
    map.insert("ancestor".into(), (ancestor && !current).into());
    if let Some(children) = children {
        map.insert("children".into(), children);
    }
    Some(Value::from(map))
}
