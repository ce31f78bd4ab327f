//! Search: one HTML page of results in the site's shell, or the same as JSON.
//!
//! ```text
//! query ─ Question::read ─▶ Question ─ look ─▶ Found ─ page | json ─▶ Response
//! ```

mod json;
mod page;
mod question;

use bytes::Bytes;
use colibri_contract::search::{self, Results, Search};
use colibri_contract::site::Language;
use futures_util::future::join_all;

use crate::host::{Host, Level};
use crate::page::Refusal;
use crate::request::Request;
use crate::response::Response;
use crate::visitor::{Place, Visitor};
use question::Question;

/// Files of the index that are asked for at the same time; a Worker's host answers six.
const AT_ONCE: usize = 6;
/// The most files that a search in one language reads.
const MOST_READ: usize = 24;
/// The most files that all searches for one answer read; a Worker may ask for fifty things.
const MOST_READ_IN_ALL: usize = 45;
/// With fewer results than these, pages in other languages are shown too.
const FEW: usize = 3;

/// What was found.
struct Found {
    results: Results,
    /// In other languages, where there is little in the own one.
    elsewhere: Vec<(Language, Results)>,
}

/// Answers a question, or asks for one.
pub(crate) async fn answer(request: &Request, place: &Place, visitor: &Visitor, host: &impl Host) -> Response {
    let Some(question) = Question::read(&request.query) else { return Refusal::BadRequest.page(visitor) };
    let is_json = request.headers.wants_json();
    if question.is_empty() && !is_json {
        return page::empty(&question, visitor).cached();
    }
    let Some(found) = look(&question, place, host).await else { return Refusal::Unavailable.page(visitor) };
    if is_json {
        return Response::json(200, &json::results(&question, &found, &visitor.language)).cached();
    }
    page::results(&question, &found, visitor).cached()
}

async fn look(question: &Question, place: &Place, host: &impl Host) -> Option<Found> {
    let lang = &place.language.code;
    let search = Search::new(lang, &question.words, question.from(), question.limit).narrowed(question.filter.clone());
    let mut read = 0;
    let results = run(search, lang, host, &mut read).await?;
    let mut elsewhere = Vec::new();
    if results.total < FEW && question.is_plain() {
        for language in place.manifest.languages.iter().filter(|one| one.code != *lang) {
            if read + MOST_READ > MOST_READ_IN_ALL {
                break;
            }
            let search = Search::new(&language.code, &question.words, 0, FEW);
            // Trouble with the index of another language is no trouble for this answer.
            if let Some(results) = run(search, &language.code, host, &mut read).await.filter(is_sure) {
                elsewhere.push((language.clone(), results));
            }
        }
    }
    Some(Found { results, elsewhere })
}

/// Whether a page has the words themselves: what was guessed in another language helps nobody.
fn is_sure(results: &Results) -> bool {
    results.total > 0 && results.mended.is_empty()
}

async fn run(mut search: Search, lang: &str, host: &impl Host, read: &mut usize) -> Option<Results> {
    if search::is_left_out(lang) {
        host.log(
            Level::Error,
            &format!("these functions were built without the words of `{lang}`: COLIBRI_LANGUAGES lacks it"),
        );
        return None;
    }
    let mut wanted = search.first();
    while !wanted.is_empty() {
        *read += wanted.len();
        let files = files(lang, &wanted, host).await?;
        wanted = match search.step(&files) {
            Ok(wanted) => wanted,
            Err(error) => {
                host.log(Level::Error, &format!("{}: {error}: build the site again", search::path(lang, "")));
                return None;
            }
        };
    }
    Some(search.finish())
}

/// Some files of the index, a few at the same time.
async fn files(lang: &str, wanted: &[String], host: &impl Host) -> Option<Vec<Bytes>> {
    let mut files = Vec::with_capacity(wanted.len());
    for some in wanted.chunks(AT_ONCE) {
        let paths: Vec<String> = some.iter().map(|file| search::path(lang, file)).collect();
        let read = join_all(paths.iter().map(|path| host.asset(path))).await;
        for (path, bytes) in paths.iter().zip(read) {
            if bytes.is_none() {
                host.log(Level::Error, &format!("{path} is not in the site: build it again"));
            }
            files.push(bytes?);
        }
    }
    Some(files)
}
