//! `colibri i18n export` and `colibri i18n import`.

use super::{ExportArgs, ImportArgs, IncompleteArg, language, reference};
use crate::cli::show::Show;
use colibri::diagnostic::Phrase;
use colibri::output::{self, Edit, hash};
use colibri::site::{Lang, Page, Site};
use colibri::source::read_text;
use colibri::translation::{self, Catalogue, Incomplete, NotImported, State};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn export(site: &Site, args: &ExportArgs, show: &Show) -> Result<ExitCode, Phrase> {
    let mut edits = BTreeMap::new();
    for (lang, source) in chosen(site, args)? {
        let name = format!("{}/{}.po", site.config.languages[lang].code, file_name(&site.pages[source]));
        let last = read_text(&args.to.join(&name)).ok();
        let known = last.as_deref().map(translation::parse_po).transpose();
        let known = known.map_err(|broken| not_po(Path::new(&name), broken.line))?;
        let text = translation::export(site, source, lang, known.as_ref()).write();
        if last.as_deref() != Some(&*text) {
            edits.insert(name, Edit { before: last.map(|last| hash(last.as_bytes())), text });
        }
    }
    if let Err(error) = output::edit(&args.to, &edits) {
        return Ok(show.refused(&error.phrase(), reference(site)));
    }
    for name in edits.keys() {
        println!("{}", args.to.join(name).display());
    }
    eprintln!("{}", show.say(&Phrase::of("exported").with("count", edits.len()), reference(site)));
    Ok(ExitCode::SUCCESS)
}

/// Language and source of each translation that is asked for.
fn chosen(site: &Site, args: &ExportArgs) -> Result<Vec<(Lang, usize)>, Phrase> {
    let languages = args.which.languages(site)?;
    let status = translation::status(site);
    let all = status.languages.iter().filter(|of| languages.contains(&of.lang));
    let entries = all.flat_map(|of| of.entries.iter().map(move |entry| (of.lang, entry)));
    let is_open = |state: &State| matches!(state, State::Missing | State::Stale(_));
    let wanted = entries.filter(|(_, entry)| {
        args.which.has(&entry.id)
            && if args.open { is_open(&entry.state) && entry.expected } else { entry.state != State::Orphaned }
    });
    let sources = wanted.filter_map(|(lang, entry)| Some((lang, site.page(0, &entry.id)?)));
    // A row is translated in its table.
    Ok(sources.filter(|(_, source)| !site.pages[*source].is_made()).collect())
}

fn file_name(page: &Page) -> &str {
    if page.id.is_empty() { "_index" } else { &page.id }
}

fn not_po(file: &Path, line: usize) -> Phrase {
    Phrase::of("not-po").with("file", file.display().to_string()).with("line", line.to_string())
}

pub(super) fn import(folder: &Path, site: &Site, args: &ImportArgs, show: &Show) -> Result<ExitCode, Phrase> {
    let mut edits = BTreeMap::new();
    for file in &args.files {
        let text = match read_text(file) {
            Ok(text) => text,
            Err(error) => {
                let why = Phrase::of("po-unread").with("file", file.display().to_string());
                return Ok(show.refused(&why.with("error", error.to_string()), reference(site)));
            }
        };
        let catalogue = translation::parse_po(&text).map_err(|broken| not_po(file, broken.line))?;
        let (name, edit) = imported(site, file, &catalogue, args.incomplete, show)?;
        edits.insert(name, edit);
    }
    if let Err(error) = output::edit(folder, &edits) {
        return Ok(show.refused(&error.phrase(), reference(site)));
    }
    for name in edits.keys() {
        println!("{name}");
    }
    Ok(ExitCode::SUCCESS)
}

fn imported(
    site: &Site,
    file: &Path,
    catalogue: &Catalogue,
    incomplete: IncompleteArg,
    show: &Show,
) -> Result<(String, Edit), Phrase> {
    let about = |key: &'static str| Phrase::of(key).with("file", file.display().to_string());
    let head = |name: &str| catalogue.head(name).ok_or_else(|| about("po-without-head").with("name", name));
    let lang = language(site, head("X-Colibri-Language")?)?;
    let id = head("X-Colibri-Page")?.trim_matches('/');
    let source = site.page(0, id).ok_or_else(|| about("po-of-no-page").with("id", id))?;
    let incomplete = match incomplete {
        IncompleteArg::Refuse => Incomplete::Refuse,
        IncompleteArg::Source => Incomplete::Source,
    };
    let made = translation::import(site, source, lang, catalogue, incomplete);
    let made = made.map_err(|why| said(file, &site.pages[source].file, &why))?;
    if !made.open.is_empty() {
        let open = Phrase::of("imported-open").with("file", &made.file).with("lines", lines(&made.open));
        eprintln!("{}", show.say(&open.with("code", reference(site)), reference(site)));
    }
    let before = site.pages.iter().find(|page| page.file == made.file).map(|page| page.source.hash);
    Ok((made.file, Edit { before, text: made.text }))
}

fn lines(lines: &[usize]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn said(file: &Path, source: &str, why: &NotImported) -> Phrase {
    let about = |key: &'static str| Phrase::of(key).with("file", file.display().to_string()).with("source", source);
    match why {
        NotImported::Open(open) => about("po-open").with("lines", lines(open)),
        NotImported::OtherShape(line) => about("po-other-shape").with("line", line.to_string()),
        NotImported::UnclearMark => about("po-unclear-mark"),
    }
}
