//! `colibri i18n mark`.

use super::{MarkArgs, language};
use crate::cli::refused;
use colibri::output::{self, Edit};
use colibri::site::{Lang, Site};
use colibri::translation::{self, Refused};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn mark(folder: &Path, site: &Site, args: &MarkArgs) -> Result<ExitCode, String> {
    let of = args.from.as_deref().map_or(Ok(0), |code| language(site, code))?;
    let mut edits = BTreeMap::new();
    let mut marked = 0_usize;
    for page in chosen(site, args, of)? {
        let text = translation::mark(site, page, of).map_err(|why| said(site, page, of, why))?;
        marked += 1;
        let page = &site.pages[page];
        if text != page.source.text() {
            edits.insert(page.file.clone(), Edit { before: Some(page.source.hash), text });
        }
    }
    if let Err(error) = output::edit(folder, &edits) {
        return Ok(refused(&error));
    }
    for file in edits.keys() {
        println!("{file}");
    }
    eprintln!("{} translations marked, {} were so already.", edits.len(), marked - edits.len());
    Ok(ExitCode::SUCCESS)
}

/// The numbers of the pages to mark: those named, and those of the languages and the section asked for.
fn chosen(site: &Site, args: &MarkArgs, of: Lang) -> Result<Vec<usize>, String> {
    let mut pages: Vec<usize> = args.files.iter().map(|file| named(site, file)).collect::<Result<_, _>>()?;
    if args.all || !args.which.lang.is_empty() || args.which.section.is_some() {
        let languages = args.which.languages(site)?;
        let meant = |page: &&usize| {
            let page = &site.pages[**page];
            languages.contains(&page.lang)
                && !page.is_made()
                && page.lang != of
                && args.which.has(&page.id)
                && site.page(of, &page.id).is_some()
        };
        let all: Vec<usize> = (0..site.pages.len()).collect();
        pages.extend(all.iter().filter(meant));
    }
    pages.sort_unstable();
    pages.dedup();
    Ok(pages)
}

fn named(site: &Site, file: &str) -> Result<usize, String> {
    let path = file.trim_start_matches("./").replace('\\', "/");
    let found = site.pages.iter().position(|page| page.file == path && !page.is_made());
    found.ok_or_else(|| match colibri::declare::nearest(&path, site.pages.iter().map(|page| page.file.as_str())) {
        Some(right) => format!("{file} is not a page of this site. Did you mean {right}?"),
        None => format!(
            "{file} is not a page of this site. Write its path from the site's folder, such as content/en/about.md."
        ),
    })
}

fn said(site: &Site, page: usize, of: Lang, why: Refused) -> String {
    let (file, code) = (&site.pages[page].file, &site.config.languages[of].code);
    match why {
        Refused::IsSource => format!("{file} is in `{code}` itself: only translations are marked."),
        Refused::NoSource => {
            format!("{file} translates no page of `{code}`. Write translation_of with the id of its source into it.")
        }
        Refused::Unclear => {
            format!("{file} has a `translation` that is not a mark. Remove it, then run the command again.")
        }
    }
}
