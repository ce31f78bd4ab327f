//! A page as Markdown, for programs that read it: its facts, its title, and its text with links that hold anywhere.
//!
//! Takes a page of the site; gives text. Components stand as the words and links that they show. What is wrong in the
//! page is said where its HTML is made, never here.

mod plain;

use super::ask::Asker;
use super::component;
use super::directive::{Directive, Role};
use super::facts;
use super::link;
use super::markdown::{self, Events, in_file};
use super::page::Pages;
use super::query::Query;
use super::scan;
use crate::plan::{self, Kind};
use crate::site::Page;
use plain::paragraphs;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use serde_json::Value as Json;
use std::fmt::Write as _;
use tera::{Kwargs, TeraResult, Value};

/// What stands for the body of a component in what its template makes: no text of a page is where this is looked for.
const BODY: &str = "\u{fffc}";

/// The twin of a page.
pub(super) fn text(pages: &Pages, asker: &Asker, number: usize) -> String {
    let world = asker.world();
    let page = &world.site.pages[number];
    for query in [Query::Body, Query::Card, Query::Fields] {
        asker.ask(query(page.lang, page.id.clone()));
    }
    asker.ask(Query::Site(page.lang));
    let heading = |level| [Event::Start(heading_of(level)), Event::Text(page.title.as_str().into())];
    let mut events: Vec<Event<'_>> = heading(HeadingLevel::H1).into();
    events.push(Event::End(TagEnd::Heading(HeadingLevel::H1)));
    let body = markdown::with_events(page, |read, directives| {
        let twin = Twin { pages, asker, page, url: &world.plan.pages[number].url, directives };
        twin.events(read).into_iter().map(Event::into_static).collect::<Vec<_>>()
    });
    events.extend(body.unwrap_or_default());
    let mut text = facts_of(asker, page, number);
    // Events that cannot be written are of a page with errors, which is not published.
    let _ = pulldown_cmark_to_cmark::cmark(events.into_iter(), &mut text);
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// `twin_url()`: where the twin of the current page stands; none for later pages of lists, and where there are no twins.
pub(super) fn url(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let (site, plan) = (&*asker.world().site, &*asker.world().plan);
    let Kind::Page(number) = plan.routes[asker.route].kind else { return Ok(Value::none()) };
    let has = plan::has_twin(site, &site.pages[number]);
    Ok(if has { plan::twin_address(&plan.addresses, &plan.pages[number]).url.into() } else { Value::none() })
}

fn heading_of(level: HeadingLevel) -> Tag<'static> {
    Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }
}

/// What is known of a page, as YAML that is JSON line by line: every reader understands its quotes.
fn facts_of(asker: &Asker, page: &Page, number: usize) -> String {
    let (site, plan) = (&*asker.world().site, &*asker.world().plan);
    let mut text = String::from("---\n");
    let mut put = |name: &str, value: Json| {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            let _ = writeln!(text, "{name}: {value}");
        }
    };
    put("title", page.title.as_str().into());
    put("url", format!("{}{}", site.config.origin(), plan.pages[number].url).into());
    put("lang", site.config.languages[page.lang].code.as_str().into());
    put("description", page.front.description.as_deref().into());
    put("date", page.front.date.as_deref().into());
    put("updated", page.front.updated.as_deref().into());
    put("type", page.kind_name.as_str().into());
    put("terms", facts::terms_of(site, plan, page).map(|(_, term)| term.name.clone()).collect());
    let fields: Vec<String> = said(&super::fields::described(asker.world(), page));
    if !fields.is_empty() {
        let _ = write!(text, "fields:\n{}", fields.concat());
    }
    text.push_str("---\n\n");
    text
}

/// The fields that are said in a line, each as one.
fn said(described: &Json) -> Vec<String> {
    let item = |item: &Json| {
        let when = &item["when"];
        let known = [&item["text"], &item["date"], &when["start"]].into_iter().find(|value| !value.is_null())?;
        let end = when["end"].as_str().map(|end| format!("/{end}")).unwrap_or_default();
        Some(known.as_str().map_or_else(|| known.to_string(), |text| format!("{text}{end}")))
    };
    let line = |field: &Json| {
        let items: Vec<String> = field["items"].as_array()?.iter().filter_map(item).collect();
        let (name, value) = (field["name"].as_str()?, Json::from(items.join(", ")));
        (field["said"] == true && !items.is_empty()).then(|| format!("  {name}: {value}\n"))
    };
    described.as_array().into_iter().flatten().filter_map(line).collect()
}

/// One page on its way.
struct Twin<'t> {
    pages: &'t Pages,
    asker: &'t Asker<'t>,
    page: &'t Page,
    url: &'t str,
    directives: &'t [Directive<'t>],
}

impl Twin<'_> {
    fn events<'e>(&self, read: Events<'e>) -> Vec<Event<'e>> {
        let mut written = Vec::with_capacity(read.len());
        // What components show behind their bodies, for those that are open.
        let mut behind: Vec<(usize, String)> = Vec::new();
        for (event, range) in read {
            match event {
                Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::HtmlBlock)
                | Event::End(TagEnd::HtmlBlock) => {}
                Event::Rule => match self.directives.iter().position(|one| one.range.contains(&range.start)) {
                    Some(number) => self.directive(number, &mut behind, &mut written),
                    None => written.push(Event::Rule),
                },
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) if link_type != LinkType::Email => {
                    let dest_url = self.link(&dest_url, range);
                    written.push(Event::Start(Tag::Link {
                        link_type: kept(link_type),
                        dest_url,
                        title,
                        id: "".into(),
                    }));
                }
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    let (dest_url, link_type) = (self.link(&dest_url, range), LinkType::Inline);
                    written.push(Event::Start(Tag::Image { link_type, dest_url, title, id: "".into() }));
                }
                other => written.push(other),
            }
        }
        written
    }

    fn link(&self, dest: &str, range: std::ops::Range<usize>) -> CowStr<'static> {
        let (resolved, _) = link::resolve(self.asker, self.page, dest, in_file(self.page, range));
        self.anywhere(&resolved.url).into()
    }

    /// A link with scheme and host.
    fn anywhere(&self, link: &str) -> String {
        let origin = self.asker.world().site.config.origin();
        if link.starts_with('/') && !link.starts_with("//") {
            return format!("{origin}{link}");
        }
        scan::absolute(self.url, link).map_or_else(|| link.to_owned(), |path| format!("{origin}{path}"))
    }

    fn directive(&self, number: usize, behind: &mut Vec<(usize, String)>, written: &mut Vec<Event<'_>>) {
        let directive = &self.directives[number];
        let mut show = |html: &str| written.extend(paragraphs(html, |link| self.anywhere(link)));
        match directive.role {
            Role::Leaf => show(&self.component(directive, "")),
            Role::Open => {
                let html = self.component(directive, BODY);
                let (before, after) = html.split_once(BODY).unwrap_or((&html, ""));
                show(before);
                behind.push((number, after.to_owned()));
            }
            Role::Close(begin) => {
                if let Some((_, html)) = behind.pop_if(|(open, _)| *open == begin) {
                    show(&html);
                }
            }
            Role::Unclosed | Role::TooDeep | Role::Stray => {}
        }
    }

    fn component(&self, directive: &Directive<'_>, body: &str) -> String {
        component::html(self.pages.scope(self.asker, self.page), directive, body).unwrap_or_default()
    }
}

/// Links to names that stand elsewhere in a text are written out; addresses that stand for themselves stay so.
fn kept(link_type: LinkType) -> LinkType {
    if link_type == LinkType::Autolink { LinkType::Autolink } else { LinkType::Inline }
}
