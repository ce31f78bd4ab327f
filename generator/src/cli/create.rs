//! `colibri new`: begins a site, a page, a translation.

use super::show::Show;
use colibri::diagnostic::Phrase;
use colibri::output;
use colibri::site::{self, Choices};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// Writes a site that builds: settings, and a first page in each language.
pub(super) fn site(folder: &Path, languages: &[String], show: &Show) -> ExitCode {
    let reference = &languages[0];
    let mut files = BTreeMap::from([
        ("site.toml".to_owned(), settings(languages)),
        (".gitignore".to_owned(), "/dist\n/.dist.colibri\n/.colibri\n".to_owned()),
    ]);
    for code in languages {
        if code.parse::<icu_locale_core::Locale>().is_err() {
            return show.wrong(&Phrase::of("no-language-code").with("code", code), reference);
        }
        files.insert(
            format!("content/{code}/_index.md"),
            page_text("Welcome", None, "This is the first page. Change this text, and add pages beside it.\n"),
        );
    }
    if let Err(error) = output::create(folder, &files) {
        return show.refused(&error.phrase(), reference);
    }
    let made = Phrase::of("site-made").with("folder", folder.display().to_string());
    println!("{}", show.say(&made, reference));
    ExitCode::SUCCESS
}

fn settings(languages: &[String]) -> String {
    let mut text = format!(
        "title = \"My site\"\n# Where the site will stand: scheme and host.\nbase_url = \"https://example.org\"\n# The language that the others are translated from.\nreference = \"{}\"\n",
        languages[0]
    );
    for code in languages {
        let _ = write!(text, "\n[languages.{code}]\nname = \"{code}\"\n");
    }
    text
}

fn page_text(title: &str, date: Option<&str>, body: &str) -> String {
    let date = date.map(|date| format!("date = {date}\n")).unwrap_or_default();
    format!("+++\ntitle = {}\n{date}+++\n\n{body}", toml::Value::from(title))
}

/// Writes a page that is not there yet. The translation of a page that exists begins with that page's text.
pub(super) fn page(folder: &Path, path: &str, lang: Option<&str>, title: Option<&str>, show: &Show) -> ExitCode {
    let tree = match colibri::source::read(folder) {
        Ok(tree) => tree,
        Err(error) => return show.unread(&error),
    };
    let today = show.surroundings.today.as_str();
    let choices = Choices { today: today.to_owned(), drafts: true, ..Choices::default() };
    let (site, _) = site::parse(&tree, &choices);
    let code = lang.unwrap_or(&site.config.languages[0].code);
    let Some(number) = site.config.language(code) else {
        return show.wrong(&Show::no_language(code, &site), &site.config.languages[0].code);
    };
    let id = path.trim_end_matches(".md").trim_matches('/');
    let translated = (number != 0).then(|| site.page(0, id)).flatten().map(|page| &site.pages[page]);
    let translated = translated.filter(|page| !page.is_made());
    let file = match translated {
        Some(page) => {
            page.file.replacen(&format!("content/{}/", site.config.languages[0].code), &format!("content/{code}/"), 1)
        }
        None => format!("content/{code}/{id}.md"),
    };
    let text = match (translated, title) {
        (Some(page), title) => page_text(title.unwrap_or(&page.title), None, page.body().trim_start()),
        (None, title) => page_text(&title.map_or_else(|| title_of(id), str::to_owned), Some(today), ""),
    };
    if let Err(error) = output::create(folder, &BTreeMap::from([(file.clone(), text)])) {
        return show.refused(&error.phrase(), &site.config.languages[0].code);
    }
    println!("{file}");
    ExitCode::SUCCESS
}

/// A title made of the last part of a path.
fn title_of(id: &str) -> String {
    let words = id.rsplit('/').next().unwrap_or(id).replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
