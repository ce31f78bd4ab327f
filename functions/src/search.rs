//! The search page: one HTML page of results, in the site's shell.

use bytes::Bytes;
use colibri_contract::form;
use colibri_contract::html::{push_attribute, push_text};
use colibri_contract::search::{self, Hit, Results, Search};
use futures_util::future::join_all;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::host::{Host, Level};
use crate::page::Refusal;
use crate::response::Response;
use crate::visitor::Visitor;

/// Results on one page.
const PAGE_SIZE: usize = 10;
/// The last page that is shown.
const LAST_PAGE: usize = 100;
/// The most characters of a question.
const MOST_CHARACTERS: usize = 200;

/// Files of the index that are asked for at the same time; a Worker's host answers six.
const AT_ONCE: usize = 6;

/// What a visitor looks for.
struct Question {
    words: String,
    /// From 1.
    page: usize,
}

impl Question {
    /// Reads `q` and `page`; other parameters are somebody else's and do no harm.
    fn read(query: &str) -> Option<Self> {
        let sent = form::decode(query.as_bytes()).ok()?;
        let words: String = sent.values("q").next().unwrap_or_default().trim().chars().take(MOST_CHARACTERS).collect();
        let page = sent.values("page").next().and_then(|page| page.parse().ok()).unwrap_or(1);
        Some(Self { words, page: page.clamp(1, LAST_PAGE) })
    }

    fn url(&self, lang: &str, page: usize) -> String {
        format!("/_/{lang}/search?q={}&page={page}", utf8_percent_encode(&self.words, NON_ALPHANUMERIC))
    }
}

/// Answers a question, or asks for one.
pub(crate) async fn answer(query: &str, visitor: &Visitor, host: &impl Host) -> Response {
    let Some(question) = Question::read(query) else { return Refusal::BadRequest.page(visitor) };
    let mut content = String::new();
    push_form(&mut content, &question, visitor);
    if question.words.is_empty() {
        push_paragraph(&mut content, &visitor.say("functions-search-empty"));
        return visitor.page(200, &visitor.say("functions-search-title"), &content);
    }
    let Some(results) = find(&question, visitor, host).await else { return Refusal::Unavailable.page(visitor) };
    push_results(&mut content, &question, &results, visitor);
    let title = format!("{} – {}", question.words, visitor.say("functions-search-title"));
    visitor.page(200, &title, &content)
}

async fn find(question: &Question, visitor: &Visitor, host: &impl Host) -> Option<Results> {
    let lang = &visitor.language.code;
    let mut search = Search::new(lang, &question.words, (question.page - 1) * PAGE_SIZE, PAGE_SIZE);
    let mut wanted = search.first();
    while !wanted.is_empty() {
        let files = read(lang, &wanted, host).await?;
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
async fn read(lang: &str, wanted: &[String], host: &impl Host) -> Option<Vec<Bytes>> {
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

fn push_form(out: &mut String, question: &Question, visitor: &Visitor) {
    out.push_str("<form class=\"search-form\" role=\"search\" method=\"get\"");
    push_attribute(out, "action", &format!("/_/{}/search", visitor.language.code));
    out.push_str(">\n<label for=\"search-words\">");
    push_text(out, &visitor.say("functions-search-label"));
    out.push_str("</label>\n<input type=\"search\" id=\"search-words\" name=\"q\" dir=\"auto\" maxlength=\"200\"");
    push_attribute(out, "value", &question.words);
    out.push_str(">\n<button type=\"submit\">");
    push_text(out, &visitor.say("functions-search-submit"));
    out.push_str("</button>\n</form>\n");
}

fn push_paragraph(out: &mut String, text: &str) {
    out.push_str("<p class=\"search-count\">");
    push_text(out, text);
    out.push_str("</p>\n");
}

fn push_results(out: &mut String, question: &Question, results: &Results, visitor: &Visitor) {
    if results.total == 0 {
        push_paragraph(out, &visitor.words.say("functions-search-none", &[("query", &question.words)]));
        return;
    }
    push_paragraph(out, &visitor.words.say("functions-search-count", &[("n", &results.total.to_string())]));
    for (typed, found) in &results.mended {
        push_paragraph(out, &visitor.words.say("functions-search-mended", &[("typed", typed), ("found", found)]));
    }
    let start = (question.page - 1) * PAGE_SIZE + 1;
    out.push_str("<ol class=\"search-results\"");
    push_attribute(out, "start", &start.to_string());
    out.push_str(">\n");
    for hit in &results.hits {
        push_hit(out, hit);
    }
    out.push_str("</ol>\n");
    let more = (question.page * PAGE_SIZE < results.total && question.page < LAST_PAGE)
        .then(|| (question.page + 1, "next", "functions-search-more"));
    let previous = (question.page > 1).then(|| (question.page - 1, "prev", "functions-search-previous"));
    for (page, rel, key) in previous.into_iter().chain(more) {
        out.push_str("<p class=\"search-more\"><a");
        push_attribute(out, "rel", rel);
        push_attribute(out, "href", &question.url(&visitor.language.code, page));
        out.push('>');
        push_text(out, &visitor.say(key));
        out.push_str("</a></p>\n");
    }
}

fn push_hit(out: &mut String, hit: &Hit) {
    out.push_str("<li class=\"search-result\">\n<h2><a");
    push_attribute(out, "href", &hit.url);
    out.push('>');
    push_text(out, &hit.title);
    out.push_str("</a></h2>\n");
    if !hit.section.is_empty() {
        out.push_str("<p class=\"search-section\">");
        push_text(out, &hit.section);
        out.push_str("</p>\n");
    }
    out.push_str("<p class=\"search-excerpt\">");
    for fragment in &hit.excerpt {
        out.push_str(if fragment.found { "<mark>" } else { "" });
        push_text(out, &fragment.text);
        out.push_str(if fragment.found { "</mark>" } else { "" });
    }
    out.push_str("</p>\n</li>\n");
}
