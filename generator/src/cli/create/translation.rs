//! `colibri new translation`: a page again in another language, without what all languages share.

use super::ask::Person;
use super::front::quoted;
use super::{exists, language, unsaid, written};
use crate::cli::TranslationArgs;
use crate::cli::show::Show;
use colibri::declare::nearest;
use colibri::diagnostic::Phrase;
use colibri::plan;
use colibri::site::{Page, Site};
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// Begins the translation of a page. It is a draft until somebody has translated it.
pub(in crate::cli) fn translation(folder: &Path, args: &TranslationArgs, show: &Show) -> ExitCode {
    let site = match show.read_site(folder) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let person = Person { show, reference: &site.config.languages[0].code };
    let path = person.or_ask(args.path.as_deref(), "ask-source", "");
    if path.is_empty() {
        return unsaid(person, "colibri new translation news/first-meeting --to ar");
    }
    let Some(source) = source(&site, &path) else {
        let right = nearest(&path, site.pages.iter().map(|page| page.id.as_str()));
        return show.wrong(&Phrase::of("no-such-source").with("path", &path).near(right), person.reference);
    };
    let missing = |lang: &usize| *lang != source.lang && site.page(*lang, &source.id).is_none();
    let first = (0..site.config.languages.len()).find(missing).map(|lang| site.config.languages[lang].code.as_str());
    let code = person.or_ask(args.to.as_deref(), "ask-language", first.unwrap_or_default());
    match language(person, &site, &code) {
        Ok(lang) => begin(folder, &site, (source, lang), args, person),
        Err(code) => code,
    }
}

/// Writes the translation of a page into a language.
pub(super) fn begin(
    folder: &Path,
    site: &Site,
    (source, lang): (&Page, usize),
    args: &TranslationArgs,
    person: Person<'_>,
) -> ExitCode {
    if let Some(there) = site.page(lang, &source.id) {
        return exists(person, folder, &site.pages[there].file);
    }
    let code = &site.config.languages[lang].code;
    let from = &site.config.languages[source.lang].code;
    let file = source.file.replacen(&format!("content/{from}/"), &format!("content/{code}/"), 1);
    let title = person.or_ask(args.title.as_deref(), "ask-title", &source.title);
    let slug = person.or_ask(args.slug.as_deref(), "ask-slug", "");
    let slug = if slug.trim().is_empty() { String::new() } else { plan::slug(&slug) };
    let note = person.show.say(&Phrase::of("note-translate").with("file", &file), person.reference);
    let text = text(site, source, &file, &format!("# {note}\n"), (&title, &slug));
    written(person, folder, &file, text)
}

/// A page by its path below a language, or by its file.
fn source<'s>(site: &'s Site, path: &str) -> Option<&'s Page> {
    let path = path.trim_start_matches("./");
    let id = path.trim_end_matches(".md").trim_matches('/');
    let written = || site.pages.iter().filter(|page| !page.is_made());
    let file = |page: &&Page| page.file == path || page.file.strip_prefix("content/") == Some(path);
    // Pages stand by language, the reference first.
    written().find(file).or_else(|| written().find(|page| page.id == id))
}

fn text(site: &Site, source: &Page, file: &str, note: &str, (title, slug): (&str, &str)) -> String {
    let mut front = format!("{note}draft = true\ntitle = {}\n", quoted(title));
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(front, "{name} = {}", quoted(value));
        }
    };
    put("description", source.front.description.as_deref().unwrap_or_default());
    put("slug", slug);
    // Where the file alone would not say which page it translates.
    let inner = file.splitn(3, '/').nth(2).unwrap_or_default().trim_end_matches(".md");
    let own = inner.strip_suffix("/_index").or_else(|| inner.strip_suffix("/index")).unwrap_or(inner);
    if own != source.id && inner != "_index" {
        put("translation_of", &source.id);
    }
    front.push_str(&fields(site, source));
    format!("+++\n{front}+++\n\n{}", source.body().trim_start())
}

/// The fields that each language has for itself, as the source writes them.
fn fields(site: &Site, source: &Page) -> String {
    let written = &source.source.text()[source.parts.front.clone()];
    let table: toml::Table = toml::from_str(written).unwrap_or_default();
    let Some(fields) = table.get("fields").and_then(toml::Value::as_table) else { return String::new() };
    let declared = site.types.get(&source.kind_name);
    let is_own = |name: &String| declared.and_then(|kind| kind.field(name)).is_some_and(|field| !field.shared);
    let lines: Vec<String> =
        fields.iter().filter(|(name, _)| is_own(name)).map(|(name, value)| format!("{name} = {value}\n")).collect();
    if lines.is_empty() { String::new() } else { format!("\n[fields]\n{}", lines.concat()) }
}
