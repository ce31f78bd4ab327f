//! `colibri new`: begins a site, a page, a translation. Asks a person at a terminal for what is needed and not given;
//! never changes a file that exists.

mod ask;
mod front;
mod translation;

pub(super) use translation::translation;

use super::show::Show;
use super::{PageArgs, SiteArgs, TranslationArgs, USAGE};
use ask::Person;
use colibri::diagnostic::Phrase;
use colibri::output;
use colibri::site::Site;
use front::quoted;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// What common languages call themselves.
const NAMES: [(&str, &str); 16] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ha", "Hausa"),
    ("ht", "Kreyòl ayisyen"),
    ("it", "Italiano"),
    ("ln", "Lingála"),
    ("mg", "Malagasy"),
    ("nl", "Nederlands"),
    ("pt", "Português"),
    ("sw", "Kiswahili"),
    ("vi", "Tiếng Việt"),
    ("wo", "Wolof"),
    ("zh", "中文"),
];

/// Writes a site that builds: settings, and a first page in each language.
pub(super) fn site(args: &SiteArgs, show: &Show) -> ExitCode {
    let person = Person { show, reference: "" };
    let given = args.folder.as_ref().map(|folder| folder.display().to_string());
    let folder = person.or_ask(given.as_deref(), "ask-folder", "");
    if folder.is_empty() {
        return unsaid(person, "colibri new site my-site");
    }
    let title = person.or_ask(args.title.as_deref(), "ask-title", "My site");
    let languages = args.languages.as_ref().map(|codes| codes.join(","));
    let languages = person.or_ask(languages.as_deref(), "ask-languages", "en");
    let languages: Vec<&str> = languages.split([',', ' ']).filter(|code| !code.is_empty()).collect();
    if let Some(code) = languages.iter().find(|code| code.parse::<icu_locale_core::Locale>().is_err()) {
        return show.wrong(&Phrase::of("no-language-code").with("code", *code), languages[0]);
    }
    if languages.is_empty() {
        return unsaid(person, "colibri new site my-site --languages fr,en");
    }
    let address = person.or_ask(args.base_url.as_deref(), "ask-address", "https://example.org");
    let mut files = BTreeMap::from([
        ("site.toml".to_owned(), settings(&title, &address, &languages)),
        (".gitignore".to_owned(), "/dist\n/.dist.colibri\n/.colibri\n".to_owned()),
    ]);
    for code in &languages {
        let text =
            "+++\ntitle = \"Welcome\"\n+++\n\nThis is the first page. Change this text, and add pages beside it.\n";
        files.insert(format!("content/{code}/_index.md"), text.to_owned());
    }
    if let Err(error) = output::create(Path::new(&folder), &files) {
        return show.refused(&error.phrase(), languages[0]);
    }
    println!("{}", show.say(&Phrase::of("site-made").with("folder", folder), languages[0]));
    ExitCode::SUCCESS
}

fn settings(title: &str, address: &str, languages: &[&str]) -> String {
    let mut text = format!(
        "title = {}\n# Where the site will stand: scheme and host.\nbase_url = {}\n# The language that the others are translated from.\nreference = {}\n",
        quoted(title),
        quoted(address),
        quoted(languages[0]),
    );
    for code in languages {
        let base = code.split('-').next().unwrap_or_default();
        let name = NAMES.iter().find(|(known, _)| *known == base).map_or(*code, |(_, name)| name);
        let _ = write!(text, "\n[languages.{code}]\nname = {}\n", quoted(name));
    }
    text
}

/// Writes a page that is not there yet. If the reference language has the page, it is a translation that begins.
pub(super) fn page(folder: &Path, args: &PageArgs, show: &Show) -> ExitCode {
    let site = match show.read_site(folder) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let person = Person { show, reference: &site.config.languages[0].code };
    let path = person.or_ask(args.path.as_deref(), "ask-page", "");
    let id = path.trim_end_matches(".md").trim_matches('/');
    if id.is_empty() {
        return unsaid(person, "colibri new page news/first-meeting");
    }
    let lang = match args.lang.as_deref().map_or(Ok(0), |code| language(person, &site, code)) {
        Ok(lang) => lang,
        Err(code) => return code,
    };
    let written_page = |lang| site.page(lang, id).map(|number| &site.pages[number]).filter(|page| !page.is_made());
    if let Some(there) = written_page(lang) {
        return exists(person, folder, &there.file);
    }
    if let Some(source) = written_page(0) {
        let more = TranslationArgs { path: None, to: None, slug: None, title: args.title.clone() };
        return translation::begin(folder, &site, (source, lang), &more, person);
    }
    let kind = args.kind.as_deref();
    if let Some(unknown) = kind.filter(|kind| !site.types.contains_key(*kind)) {
        let known = site.types.keys().map(String::as_str).collect();
        return show.wrong(&Show::no_type(unknown, known), person.reference);
    }
    let title = person.or_ask(args.title.as_deref(), "ask-title", &title_of(id));
    let file = format!("content/{}/{id}.md", site.config.languages[lang].code);
    written(person, folder, &file, text(person, &site, (lang, id), kind, &title))
}

/// The text of a page that begins. What stands for what nobody has said yet is not published.
fn text(person: Person<'_>, site: &Site, (lang, id): (usize, &str), kind: Option<&str>, title: &str) -> String {
    let today = person.show.surroundings.today.as_str();
    let given = front::given_type(site, lang, id);
    let own = kind.filter(|kind| given.as_deref() != Some(*kind));
    let declared = own.or(given.as_deref()).and_then(|name| site.types.get(name));
    let fields = declared.map(|declared| front::fields(site, lang, declared, today)).unwrap_or_default();
    let kind = own.map(|kind| format!("type = {}\n", quoted(kind))).unwrap_or_default();
    let note = || person.show.say(&Phrase::of("note-examples"), person.reference);
    let draft = if fields.is_empty() { String::new() } else { format!("# {}\ndraft = true\n", note()) };
    format!("+++\n{draft}title = {}\ndate = {today}\n{kind}{fields}+++\n\n", quoted(title))
}

/// Writes one file that is not there yet.
fn written(person: Person<'_>, folder: &Path, file: &str, text: String) -> ExitCode {
    if let Err(error) = output::create(folder, &BTreeMap::from([(file.to_owned(), text)])) {
        return person.show.refused(&error.phrase(), person.reference);
    }
    println!("{file}");
    ExitCode::SUCCESS
}

fn language(person: Person<'_>, site: &Site, code: &str) -> Result<usize, ExitCode> {
    let found = site.config.language(code);
    found.ok_or_else(|| person.show.wrong(&Show::no_language(code, site), person.reference))
}

fn exists(person: Person<'_>, folder: &Path, file: &str) -> ExitCode {
    let file = folder.join(file).display().to_string();
    person.show.refused(&Phrase::of("page-exists").with("file", file), person.reference)
}

/// Something is needed, was not given, and nobody could be asked.
fn unsaid(person: Person<'_>, example: &str) -> ExitCode {
    eprintln!("{}", person.show.say(&Phrase::of("nothing-to-begin").with("example", example), person.reference));
    ExitCode::from(USAGE)
}

/// A title made of the last part of a path.
fn title_of(id: &str) -> String {
    let words = id.rsplit('/').next().unwrap_or(id).replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
