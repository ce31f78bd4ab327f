//! `colibri i18n mark`.

use super::{MarkArgs, language, reference};
use crate::cli::show::Show;
use colibri::diagnostic::Phrase;
use colibri::output::{self, Edit};
use colibri::site::{Lang, Site};
use colibri::translation::{self, Refused};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn mark(folder: &Path, site: &Site, args: &MarkArgs, show: &Show) -> Result<ExitCode, Phrase> {
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
        return Ok(show.refused(&error.phrase(), reference(site)));
    }
    for file in edits.keys() {
        println!("{file}");
    }
    let done = Phrase::of("marked").with("count", edits.len()).with("already", marked - edits.len());
    eprintln!("{}", show.say(&done, reference(site)));
    Ok(ExitCode::SUCCESS)
}

/// The numbers of the pages to mark: those named, and those of the languages and the section asked for.
fn chosen(site: &Site, args: &MarkArgs, of: Lang) -> Result<Vec<usize>, Phrase> {
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

fn named(site: &Site, file: &str) -> Result<usize, Phrase> {
    let path = file.trim_start_matches("./").replace('\\', "/");
    let found = site.pages.iter().position(|page| page.file == path && !page.is_made());
    found.ok_or_else(|| {
        let near = colibri::declare::nearest(&path, site.pages.iter().map(|page| page.file.as_str()));
        Phrase::of("no-such-page").with("file", file).near(near)
    })
}

fn said(site: &Site, page: usize, of: Lang, why: Refused) -> Phrase {
    let (file, code) = (&site.pages[page].file, &site.config.languages[of].code);
    let key = match why {
        Refused::IsSource => "not-marked-source",
        Refused::NoSource => "not-marked-alone",
        Refused::Unclear => "not-marked-unclear",
    };
    Phrase::of(key).with("file", file).with("code", code)
}
