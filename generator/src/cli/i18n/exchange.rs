//! `colibri i18n export` and `colibri i18n import`.

use super::{ExportArgs, ImportArgs, IncompleteArg, language};
use crate::cli::{DOORS, refused};
use colibri::output::{self, Edit, hash};
use colibri::site::{Lang, Page, Site};
use colibri::source::read_text;
use colibri::translation::{self, Catalogue, Incomplete, NotImported, State};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn export(site: &Site, args: &ExportArgs) -> Result<ExitCode, String> {
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
        return Ok(refused(&error));
    }
    for name in edits.keys() {
        println!("{}", args.to.join(name).display());
    }
    eprintln!("{} files written.", edits.len());
    Ok(ExitCode::SUCCESS)
}

/// Language and source of each translation that is asked for.
fn chosen(site: &Site, args: &ExportArgs) -> Result<Vec<(Lang, usize)>, String> {
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

fn not_po(file: &Path, line: usize) -> String {
    format!(
        "{}:{line} is not understood as a line of a PO file. Save it again with your translation tool.",
        file.display()
    )
}

pub(super) fn import(folder: &Path, site: &Site, args: &ImportArgs) -> Result<ExitCode, String> {
    let mut edits = BTreeMap::new();
    for file in &args.files {
        let text = match read_text(file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{} cannot be read: {error}.", file.display());
                return Ok(ExitCode::from(DOORS));
            }
        };
        let catalogue = translation::parse_po(&text).map_err(|broken| not_po(file, broken.line))?;
        let (name, edit) = imported(site, file, &catalogue, args.incomplete)?;
        edits.insert(name, edit);
    }
    if let Err(error) = output::edit(folder, &edits) {
        return Ok(refused(&error));
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
) -> Result<(String, Edit), String> {
    let shown = file.display();
    let head = |name: &str| {
        catalogue
            .head(name)
            .ok_or_else(|| format!("{shown} has no {name} in its head. Export it again with colibri i18n export."))
    };
    let lang = language(site, head("X-Colibri-Language")?)?;
    let id = head("X-Colibri-Page")?.trim_matches('/');
    let source =
        site.page(0, id).ok_or_else(|| format!("{shown} translates the page `{id}`, which is not there any more."))?;
    let incomplete = match incomplete {
        IncompleteArg::Refuse => Incomplete::Refuse,
        IncompleteArg::Source => Incomplete::Source,
    };
    let made = translation::import(site, source, lang, catalogue, incomplete);
    let made = made.map_err(|why| said(file, &site.pages[source].file, &why))?;
    if !made.open.is_empty() {
        eprintln!(
            "{}: the text of {} stands at line {} of the source.",
            made.file,
            site.config.languages[0].code,
            lines(&made.open)
        );
    }
    let before = site.pages.iter().find(|page| page.file == made.file).map(|page| page.source.hash);
    Ok((made.file, Edit { before, text: made.text }))
}

fn lines(lines: &[usize]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn said(file: &Path, source: &str, why: &NotImported) -> String {
    let shown = file.display();
    match why {
        NotImported::Open(open) => format!(
            "{shown}: not translated, or fuzzy, at line {} of {source}. Translate it, or take the source text with --incomplete source.",
            lines(open)
        ),
        NotImported::OtherShape(line) => format!(
            "{shown}: the translation of line {line} of {source} makes another kind of text of it, such as a list of a paragraph. Begin it as the source does."
        ),
        NotImported::UnclearMark => {
            format!("{shown}: the page has a `translation` that is not a mark. Remove it, then run the command again.")
        }
    }
}
