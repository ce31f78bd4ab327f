//! Results for programs.

use colibri_contract::search::{CountedFacet, Hit};
use colibri_contract::site::Language;
use serde_json::{Value, json};

use super::Found;
use super::question::{Question, written};

/// The results as one document: see docs/search.md.
pub(super) fn results(question: &Question, found: &Found, language: &Language) -> Value {
    let results = &found.results;
    let corrected = results.mended.iter().map(|(typed, found)| json!({ "typed": typed, "found": found }));
    let elsewhere =
        found.elsewhere.iter().flat_map(|(other, results)| results.hits.iter().map(|one| hit(one, &other.code)));
    let next = question.has_more(results.total).then(|| question.on_page(question.page + 1).url(&language.code));
    json!({
        "query": question.words,
        "lang": language.code,
        "total": results.total,
        "page": question.page,
        "corrected": corrected.collect::<Vec<_>>(),
        "results": results.hits.iter().map(|one| hit(one, &language.code)).collect::<Vec<_>>(),
        "facets": results.facets.iter().map(facet).collect::<Vec<_>>(),
        "elsewhere": elsewhere.collect::<Vec<_>>(),
        "next": next,
    })
}

fn hit(hit: &Hit, lang: &str) -> Value {
    let excerpt = hit.excerpt.iter().map(|fragment| json!({ "text": fragment.text, "found": fragment.found }));
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    json!({
        "url": hit.url,
        "title": hit.title,
        "lang": lang,
        "section": filled(&hit.section),
        "type": filled(&hit.kind.0),
        "type_label": filled(&hit.kind.1),
        "date": (hit.date > 0).then(|| written(hit.date)),
        "day": filled(&hit.day),
        "score": hit.score,
        "excerpt": excerpt.collect::<Vec<_>>(),
    })
}

fn facet(facet: &CountedFacet) -> Value {
    let values = facet.values.iter().map(
        |value| json!({ "value": value.slug, "label": value.label, "count": value.count, "chosen": value.is_chosen }),
    );
    json!({ "key": facet.key, "label": facet.label, "values": values.collect::<Vec<_>>() })
}
