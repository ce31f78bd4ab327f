//! `colibri search <words>`: what a visitor of the built site finds, asked of the functions themselves.

use super::SearchArgs;
use crate::cli::CONTENT;
use crate::cli::show::Show;
use colibri::diagnostic::Phrase;
use colibri_contract::site::{MANIFEST_PATH, Manifest};
use colibri_functions::native::{AssetSource, FolderSource, Reader};
use colibri_functions::{Headers, Request, handle};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) fn ask(site: &Path, args: &SearchArgs, show: &Show) -> ExitCode {
    let results = match results(site, args) {
        Ok(results) => results,
        Err(why) => return show.refused(&why, ""),
    };
    if args.json {
        println!("{results}");
    } else {
        print(&results, args.explain, show);
    }
    if results["total"].as_u64() > Some(0) { ExitCode::SUCCESS } else { ExitCode::from(CONTENT) }
}

fn results(site: &Path, args: &SearchArgs) -> Result<Value, Phrase> {
    let folder = built(site);
    let not_built = || Phrase::of("search-not-built").with("folder", folder.display().to_string());
    let files = FolderSource::open(&folder).map_err(|_| not_built())?;
    let manifest =
        files.find(MANIFEST_PATH).and_then(|file| Manifest::decode(&file.bytes).ok()).ok_or_else(not_built)?;
    let lang = args.lang.as_ref().unwrap_or(&manifest.reference);
    if manifest.language(lang).is_none() {
        let known: Vec<&str> = manifest.languages.iter().map(|language| language.code.as_str()).collect();
        return Err(Phrase::of("no-such-language").with("code", lang.as_str()).with("known", known));
    }
    let words = args.words.join(" ");
    let request = Request {
        path: format!("/_/{lang}/search"),
        query: format!("q={}&limit={}", utf8_percent_encode(&words, NON_ALPHANUMERIC), args.limit),
        headers: Headers { accept: "application/json".to_owned(), ..Headers::default() },
        ..Request::default()
    };
    let answered = futures_util::future::FutureExt::now_or_never(handle(request, &Reader(files)));
    let body = answered.filter(|response| response.status == 200).map(|response| response.body);
    body.and_then(|body| serde_json::from_slice(&body).ok()).ok_or_else(not_built)
}

/// The folder itself, if it is a built site, or else what is built from it when nothing else is said.
fn built(site: &Path) -> PathBuf {
    let inside = site.join("dist");
    if site.join(MANIFEST_PATH).is_file() { site.to_owned() } else { inside }
}

fn print(results: &Value, explain: bool, show: &Show) {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let said = |phrase: Phrase| println!("{}", show.say(&phrase, ""));
    said(Phrase::of("search-total").with("total", results["total"].as_u64().unwrap_or(0)));
    for mended in results["corrected"].as_array().into_iter().flatten() {
        said(Phrase::of("search-mended").with("typed", text(mended, "typed")).with("found", text(mended, "found")));
    }
    for hit in results["results"].as_array().into_iter().flatten() {
        println!("\n{}\n  {}", text(hit, "title"), text(hit, "url"));
        let about: Vec<String> = ["type_label", "section", "day"]
            .map(|key| text(hit, key))
            .into_iter()
            .filter(|one| !one.is_empty())
            .collect();
        if !about.is_empty() {
            println!("  {}", about.join(" · "));
        }
        let fragments = hit["excerpt"].as_array().into_iter().flatten();
        let shown = |fragment: &Value| {
            if fragment["found"] == true { format!("[{}]", text(fragment, "text")) } else { text(fragment, "text") }
        };
        let excerpt: String = fragments.map(shown).collect();
        println!("  {excerpt}");
        if explain {
            println!("  {:.3}", hit["score"].as_f64().unwrap_or(0.0));
        }
    }
}
