//! The search index of a language, from the texts of its pages and what they are of.

use super::ask::Asker;
use super::markdown::plain_text;
use super::query::Query;
use super::unsearched;
use crate::plan::{self, Plan};
use crate::site::types::{DateRange, Label};
use crate::site::{Lang, Page, Site};
use colibri_contract::search::{self, Analyser, Document, Facet, FacetValue, File, Part, Synonyms};
use libdeflater::{CompressionLvl, Compressor};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Documents that are read at once.
const TOGETHER: usize = 64;

/// The files of the index. Reads every page of the language.
pub(super) fn index(asker: &Asker, lang: Lang) -> Vec<(String, Vec<u8>)> {
    asker.ask(Query::Corpus(lang));
    let world = asker.world();
    let (site, plan) = (&world.site, &world.plan);
    let numbers = found(site, lang);
    let out = unsearched::components(&site.theme);
    let document = |number: &usize| document(site, plan, *number, &out);
    let documents: Vec<Document<'_>> = numbers.par_iter().map(document).collect();
    let code = &site.config.languages[lang].code;
    let files = files(code, &documents, world.facets(lang), &site.config.languages[lang].synonyms);
    files.into_iter().map(|(name, bytes)| (search::path(code, &name), bytes)).collect()
}

/// The files of an index of these documents, with their names: made on every processor there is.
pub fn files(
    code: &str,
    documents: &[Document<'_>],
    facets: &[Facet],
    groups: &[Vec<String>],
) -> Vec<(String, Vec<u8>)> {
    let synonyms = Synonyms::new(&Analyser::of(code), groups);
    let part = |some: &[Document<'_>]| Part::of(&Analyser::of(code), some, &synonyms);
    let parts: Vec<Part> = documents.par_chunks(TOGETHER).map(part).collect();
    let packed = |file: &File| (file.name.clone(), file.pack_by(deflated));
    search::assemble(&parts, documents, facets).par_iter().map(packed).collect()
}

fn deflated(raw: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(CompressionLvl::default());
    let mut out = vec![0; compressor.deflate_compress_bound(raw.len())];
    // There is always room within the bound.
    let length = compressor.deflate_compress(raw, &mut out).unwrap_or(0);
    out.truncate(length);
    out
}

/// The pages of a language that searches find.
fn found(site: &Site, lang: Lang) -> Vec<usize> {
    let is_found = |page: &Page| page.lang == lang && !page.front.noindex();
    (0..site.pages.len()).filter(|number| is_found(&site.pages[*number])).collect()
}

fn document<'s>(site: &'s Site, plan: &'s Plan, number: usize, out: &BTreeSet<&str>) -> Document<'s> {
    let page = &site.pages[number];
    let section = page.parent().filter(|parent| !parent.is_empty()).and_then(|parent| site.page(page.lang, parent));
    let day = day(page);
    Document {
        url: plan.pages[number].url.as_str().into(),
        title: page.title.as_str().into(),
        section: section.map(|section| site.pages[section].title.as_str()).unwrap_or_default().into(),
        text: plain_text(page, page.front.description.as_deref().unwrap_or_default(), out).into(),
        day: day.and_then(|day| site.locales[page.lang].date(day, "long").ok()).unwrap_or_default().into(),
        date: day.and_then(|day| day.get(..10)?.replace('-', "").parse().ok()).unwrap_or(0),
    }
}

/// The day of what a page tells of, or else of the page.
fn day(page: &Page) -> Option<&str> {
    page.when().map(DateRange::day).or(page.front.date.as_deref())
}

/// What the pages of a language that searches find are of: their type, their section, taxonomies and fields.
pub(super) fn facets(site: &Site, plan: &Plan, lang: Lang) -> Vec<Facet> {
    let numbers = found(site, lang);
    let label = |key: &str| site.label(lang, &Label::Word(format!("functions-search-{key}")));
    let in_order = |mut values: Vec<FacetValue>| {
        values.sort_by_cached_key(|value| (site.locales[lang].sort_key(&value.label), value.slug.clone()));
        values
    };
    let kinds = grouped(&numbers, |number| {
        let declared = site.types.get(&site.pages[number].kind_name)?;
        Some((declared.name.clone(), site.label(lang, &declared.label)))
    });
    let sections = grouped(&numbers, |number| {
        let top = site.pages[number].id.split_once('/').map(|(top, _)| top)?;
        let section = site.page(lang, top)?;
        Some((top.to_owned(), site.pages[section].title.clone()))
    });
    let own = [("type", label("type"), in_order(kinds)), ("section", label("section"), in_order(sections))];
    let own = own.into_iter().map(|(key, label, values)| Facet { key: key.to_owned(), label, values });
    let declared = names(site, &numbers).into_iter().filter_map(|name| {
        let (label, values) = plan::facets_among(site, &plan.terms, lang, &numbers, name)?;
        let values =
            values.into_iter().map(|(slug, name, pages)| value(slug, name, &places(&numbers, &pages))).collect();
        Some(Facet { key: name.to_owned(), label, values })
    });
    // One value is no choice.
    own.chain(declared).filter(|facet| facet.values.len() > 1).collect()
}

/// The taxonomies, and the fields that readers choose by, of the types of some pages.
fn names<'s>(site: &'s Site, numbers: &[usize]) -> Vec<&'s str> {
    let kinds: BTreeSet<&str> = numbers.iter().map(|number| site.pages[*number].kind_name.as_str()).collect();
    let types = kinds.into_iter().filter_map(|kind| site.types.get(kind));
    let fields =
        types.flat_map(|declared| &declared.fields).filter(|field| field.facet).map(|field| field.name.as_str());
    let taxonomies = site.config.taxonomies.iter().map(|taxonomy| taxonomy.name.as_str());
    let mut known = BTreeSet::new();
    taxonomies.chain(fields).filter(|name| known.insert(*name)).collect()
}

/// Values in the order in which they are met, of what says slug and name of a page.
fn grouped(numbers: &[usize], of: impl Fn(usize) -> Option<(String, String)>) -> Vec<FacetValue> {
    let mut values: Vec<FacetValue> = Vec::new();
    for (place, number) in (0..).zip(numbers) {
        let Some((slug, name)) = of(*number) else { continue };
        match values.iter_mut().find(|value| value.slug == slug) {
            Some(value) => value.documents.push(place),
            None => values.push(value(slug, name, &[place])),
        }
    }
    values
}

fn value(slug: String, label: String, documents: &[u32]) -> FacetValue {
    FacetValue { slug, label, documents: documents.to_vec() }
}

/// The places of some pages among all, both in order.
fn places(all: &[usize], some: &[usize]) -> Vec<u32> {
    let place = |number: &usize| all.binary_search(number).ok().and_then(|place| u32::try_from(place).ok());
    some.iter().filter_map(place).collect()
}
