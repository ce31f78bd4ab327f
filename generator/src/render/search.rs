//! The search index of a language, from the texts of its pages.

use super::ask::Asker;
use super::markdown::plain_text;
use super::query::Query;
use crate::site::{Lang, Page};
use colibri_contract::search::{self, Analyser, Document, File, Part};
use rayon::prelude::*;

/// Documents that are read at once.
const TOGETHER: usize = 64;

/// The files of the index. Reads every page of the language.
pub(super) fn index(asker: &Asker, lang: Lang) -> Vec<(String, Vec<u8>)> {
    asker.ask(Query::Corpus(lang));
    let (site, plan) = (&asker.world().site, &asker.world().plan);
    let section = |id: &str| site.page(lang, id).map_or_else(String::new, |section| site.pages[section].title.clone());
    let is_found = |page: &Page| page.lang == lang && !page.front.noindex();
    let numbers: Vec<usize> = (0..site.pages.len()).filter(|number| is_found(&site.pages[*number])).collect();
    let document = |number: usize| -> Document<'_> {
        let page = &site.pages[number];
        let description = page.front.description.as_deref().unwrap_or_default();
        Document {
            url: plan.pages[number].url.as_str().into(),
            title: page.title.as_str().into(),
            section: page.parent().filter(|parent| !parent.is_empty()).map(section).unwrap_or_default().into(),
            text: plain_text(page, description).into(),
        }
    };
    let documents: Vec<Document<'_>> = numbers.into_par_iter().map(document).collect();
    let code = &site.config.languages[lang].code;
    let part = |some: &[Document<'_>]| Part::of(&Analyser::of(code), some);
    let parts: Vec<Part> = documents.par_chunks(TOGETHER).map(part).collect();
    let packed = |file: &File| (search::path(code, &file.name), file.pack());
    search::assemble(&parts, &documents).par_iter().map(packed).collect()
}
