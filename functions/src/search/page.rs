//! Results for people, as a page that works without script.

use colibri_contract::html::{push_attribute, push_text};
use colibri_contract::search::{CountedFacet, CountedValue, Hit, Results};
use colibri_contract::site::Language;

use super::Found;
use super::question::{Question, written};
use crate::response::Response;
use crate::visitor::Visitor;

/// The most values of a facet that are shown, besides those that are chosen.
const MOST_SHOWN: usize = 12;

/// A page that asks for words.
pub(super) fn empty(question: &Question, visitor: &Visitor) -> Response {
    let mut content = String::new();
    push_form(&mut content, question, visitor);
    push_paragraph(&mut content, &visitor.say("functions-search-empty"));
    visitor.page(200, &visitor.say("functions-search-title"), &content)
}

/// A page of results.
pub(super) fn results(question: &Question, found: &Found, visitor: &Visitor) -> Response {
    let mut content = String::new();
    push_form(&mut content, question, visitor);
    push_said(&mut content, question, &found.results, visitor);
    push_narrowing(&mut content, question, &found.results, visitor);
    push_hits(&mut content, question, &found.results, visitor);
    for (language, results) in &found.elsewhere {
        push_elsewhere(&mut content, language, results, visitor);
    }
    let title = match question.words.as_str() {
        "" => visitor.say("functions-search-title"),
        words => format!("{words} – {}", visitor.say("functions-search-title")),
    };
    visitor.page(200, &title, &content)
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

/// How many pages there are, and what was looked for instead of what was typed.
fn push_said(out: &mut String, question: &Question, results: &Results, visitor: &Visitor) {
    if results.total == 0 {
        push_paragraph(out, &visitor.words.say("functions-search-none", &[("query", &question.words)]));
        return;
    }
    push_paragraph(out, &visitor.words.say("functions-search-count", &[("n", &results.total.to_string())]));
    for (typed, found) in &results.mended {
        push_paragraph(out, &visitor.words.say("functions-search-mended", &[("typed", typed), ("found", found)]));
    }
}

/// Facets and the order, each folded away until something of it is chosen; in the clothes of the facets of a section.
fn push_narrowing(out: &mut String, question: &Question, results: &Results, visitor: &Visitor) {
    let is_choice = |facet: &&CountedFacet| facet.values.len() > 1 || facet.values.iter().any(|value| value.is_chosen);
    let facets: Vec<&CountedFacet> = results.facets.iter().filter(is_choice).collect();
    let is_dated = !question.words.is_empty() && results.hits.iter().any(|hit| hit.date > 0);
    if facets.is_empty() && !is_dated {
        return;
    }
    out.push_str("<nav class=\"facets\"");
    push_attribute(out, "aria-label", &visitor.say("functions-search-narrow"));
    out.push_str(">\n");
    for facet in facets {
        push_facet(out, question, facet, visitor);
    }
    if is_dated {
        push_orders(out, question, visitor);
    }
    out.push_str("</nav>\n");
}

/// Begins a list of choices.
fn push_summary(out: &mut String, label: &str, is_open: bool) {
    out.push_str(if is_open { "<details open>\n<summary>" } else { "<details>\n<summary>" });
    push_text(out, label);
    out.push_str("</summary>\n<ul>\n");
}

fn push_facet(out: &mut String, question: &Question, facet: &CountedFacet, visitor: &Visitor) {
    push_summary(out, &facet.label, facet.values.iter().any(|value| value.is_chosen));
    // The values that most pages have are shown, in their own order.
    let mut counts: Vec<usize> = facet.values.iter().map(|value| value.count).collect();
    counts.sort_unstable_by(|one, other| other.cmp(one));
    let least = counts.get(MOST_SHOWN - 1).copied().unwrap_or(1);
    let mut shown = 0;
    for value in &facet.values {
        shown += usize::from(value.count >= least);
        if value.is_chosen || (value.count >= least && shown <= MOST_SHOWN) {
            push_value(out, question, &facet.key, value, visitor);
        }
    }
    out.push_str("</ul>\n</details>\n");
}

fn push_value(out: &mut String, question: &Question, key: &str, value: &CountedValue, visitor: &Visitor) {
    let url = question.switched(key, &value.slug).url(&visitor.language.code);
    push_choice(out, &url, &value.label, value.is_chosen, Some(value.count));
}

/// A link that is chosen or not. Robots follow none: there are as many pages as there are choices.
fn push_choice(out: &mut String, url: &str, label: &str, is_chosen: bool, count: Option<usize>) {
    out.push_str("<li><a rel=\"nofollow\"");
    push_attribute(out, "href", url);
    out.push_str(if is_chosen { " aria-current=\"true\"><bdi>" } else { "><bdi>" });
    push_text(out, label);
    out.push_str("</bdi></a>");
    if let Some(count) = count {
        out.push_str(" <small>");
        push_text(out, &count.to_string());
        out.push_str("</small>");
    }
    out.push_str("</li>\n");
}

fn push_orders(out: &mut String, question: &Question, visitor: &Visitor) {
    push_summary(out, &visitor.say("functions-search-order"), question.filter.newest_first);
    for (newest_first, key) in [(false, "functions-search-best"), (true, "functions-search-newest")] {
        let url = question.ordered(newest_first).url(&visitor.language.code);
        push_choice(out, &url, &visitor.say(key), question.filter.newest_first == newest_first, None);
    }
    out.push_str("</ul>\n</details>\n");
}

fn push_hits(out: &mut String, question: &Question, results: &Results, visitor: &Visitor) {
    if results.hits.is_empty() {
        return;
    }
    out.push_str("<ol class=\"search-results\"");
    push_attribute(out, "start", &(question.from() + 1).to_string());
    out.push_str(">\n");
    for hit in &results.hits {
        push_hit(out, hit, None);
    }
    out.push_str("</ol>\n");
    let more = question.has_more(results.total).then(|| (question.page + 1, "next", "functions-search-more"));
    let previous = (question.page > 1).then(|| (question.page - 1, "prev", "functions-search-previous"));
    for (page, rel, key) in previous.into_iter().chain(more) {
        out.push_str("<p class=\"search-more\"><a");
        push_attribute(out, "rel", rel);
        push_attribute(out, "href", &question.on_page(page).url(&visitor.language.code));
        out.push('>');
        push_text(out, &visitor.say(key));
        out.push_str("</a></p>\n");
    }
}

/// A hit; with the language it is in, where that is not the page's.
fn push_hit(out: &mut String, hit: &Hit, language: Option<&Language>) {
    out.push_str("<li class=\"search-result\"");
    if let Some(language) = language {
        push_attribute(out, "lang", &language.code);
        push_attribute(out, "dir", &language.dir);
    }
    out.push_str(">\n<h2><a");
    push_attribute(out, "href", &hit.url);
    if let Some(language) = language {
        push_attribute(out, "hreflang", &language.code);
    }
    out.push('>');
    push_text(out, &hit.title);
    out.push_str("</a></h2>\n");
    push_about(out, hit);
    out.push_str("<p class=\"search-excerpt\">");
    for fragment in &hit.excerpt {
        out.push_str(if fragment.found { "<mark>" } else { "" });
        push_text(out, &fragment.text);
        out.push_str(if fragment.found { "</mark>" } else { "" });
    }
    out.push_str("</p>\n</li>\n");
}

/// What a hit is, where it is and of which day.
fn push_about(out: &mut String, hit: &Hit) {
    let about: Vec<&str> = [hit.kind.1.as_str(), &hit.section].into_iter().filter(|text| !text.is_empty()).collect();
    if about.is_empty() && hit.day.is_empty() {
        return;
    }
    out.push_str("<p class=\"search-section\">");
    push_text(out, &about.join(" · "));
    if !hit.day.is_empty() {
        out.push_str(if about.is_empty() { "<time" } else { " · <time" });
        push_attribute(out, "datetime", &written(hit.date));
        out.push('>');
        push_text(out, &hit.day);
        out.push_str("</time>");
    }
    out.push_str("</p>\n");
}

/// What was found in another language.
fn push_elsewhere(out: &mut String, language: &Language, results: &Results, visitor: &Visitor) {
    out.push_str("<h2>");
    push_text(out, &visitor.words.say("functions-search-elsewhere", &[("language", &language.name)]));
    out.push_str("</h2>\n<ol class=\"search-results\">\n");
    for hit in &results.hits {
        push_hit(out, hit, Some(language));
    }
    out.push_str("</ol>\n");
}
