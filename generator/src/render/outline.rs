//! What `llms.txt` says: where the texts of the site stand as Markdown, by language and section.

use super::ask::Asker;
use super::query::Query;
use crate::plan::{self, Plan};
use crate::site::{Kind, Lang, Page, Site, Sort};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The pages that a language tells of, by their number, in the order of their ids.
pub(super) fn pages(site: &Site, lang: Lang) -> Vec<usize> {
    let told = |page: &Page| page.lang == lang && !page.front.noindex();
    (0..site.pages.len()).filter(|number| told(&site.pages[*number])).collect()
}

/// The whole site: its languages. Where the reference language has no folder of its own, its pages too.
pub(super) fn of_site(asker: &Asker) -> String {
    let (site, plan) = (&*asker.world().site, &*asker.world().plan);
    let own = plan.outline(0).url == plan.routes[asker.route].url;
    let mut text = if own { of_language(asker) } else { head(asker, 0, &site.config.title) };
    for (lang, language) in site.config.languages.iter().enumerate().skip(usize::from(own)) {
        let _ = writeln!(text, "\n## {}\n", line(&language.name));
        entry(&mut text, site, &language.title, &plan.outline(lang).url, &language.description);
    }
    text
}

/// One language: its pages by section, each section in its order.
pub(super) fn of_language(asker: &Asker) -> String {
    let (site, plan) = (&*asker.world().site, &*asker.world().plan);
    let lang = plan.routes[asker.route].lang;
    asker.ask(Query::Outline(lang));
    let mut text = head(asker, lang, &site.config.languages[lang].title);
    for (section, mut pages) in sections(site, lang) {
        let page = site.page(lang, &section).filter(|_| !section.is_empty()).map(|page| &site.pages[page]);
        if !section.is_empty() {
            let _ = writeln!(text, "\n## {}", line(page.map_or(&section, |page| &page.title)));
        }
        text.push('\n');
        plan::sort_pages(site, lang, &mut pages, page.and_then(|page| page.front.sort_by).unwrap_or(Sort::Date));
        // What a list is of comes before what it lists.
        pages.sort_by_key(|number| site.pages[*number].kind == Kind::Page);
        for number in pages {
            let page = &site.pages[number];
            entry(
                &mut text,
                site,
                &page.title,
                &twin(plan, number),
                page.front.description.as_deref().unwrap_or_default(),
            );
        }
    }
    text
}

/// Pages by the section that stands directly below the home; those below none come first.
fn sections(site: &Site, lang: Lang) -> BTreeMap<String, Vec<usize>> {
    let mut sections: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for number in pages(site, lang) {
        let page = &site.pages[number];
        let first = page.id.split('/').next().unwrap_or_default();
        let alone = page.id == first && page.kind != Kind::Section;
        sections.entry(if alone { String::new() } else { first.to_owned() }).or_default().push(number);
    }
    sections
}

fn twin(plan: &Plan, page: usize) -> String {
    plan::twin_address(&plan.addresses, &plan.pages[page]).url
}

fn head(asker: &Asker, lang: Lang, title: &str) -> String {
    asker.ask(Query::Site(lang));
    let description = line(&asker.world().site.config.languages[lang].description);
    let about = if description.is_empty() { String::new() } else { format!("\n> {description}\n") };
    format!("# {}\n{about}", line(title))
}

fn entry(text: &mut String, site: &Site, title: &str, url: &str, description: &str) {
    let about = if description.is_empty() { String::new() } else { format!(": {}", line(description)) };
    let title = line(title).replace('[', "\\[").replace(']', "\\]");
    let _ =
        writeln!(text, "- [{title}]({}{}){about}", site.config.origin(), url.replace('(', "%28").replace(')', "%29"));
}

/// A text in one line, whatever it holds.
fn line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
