//! The fields of a page as templates see them.
//!
//! Takes a page; gives plain values, so that one function serves the template and the hash of what others see of it.

use super::world::World;
use crate::site::types::{DateRange, Field, FieldKind, FieldValue, Fields, Label};
use crate::site::{Lang, Page, Word};
use serde_json::{Map, Value, json};

/// All fields of a page, by name; those that it does not have are `null`.
pub(crate) fn shown(world: &World, page: &Page) -> Value {
    let Some(declared) = world.site.types.get(&page.kind_name) else { return Value::Object(Map::new()) };
    row(world, page.lang, &declared.fields, &page.fields)
}

fn row(world: &World, lang: Lang, declared: &[Field], values: &Fields) -> Value {
    let one = |field: &Field| {
        let value = values.get(&field.name).map_or(Value::Null, |found| value(world, lang, &field.kind, found));
        (field.name.clone(), value)
    };
    Value::Object(declared.iter().map(one).collect())
}

/// One field with the words for people, for tables of facts and for pages that know nothing of the type.
pub(crate) fn described(world: &World, page: &Page) -> Value {
    let declared = world.site.types.get(&page.kind_name).map(|found| &*found.fields).unwrap_or_default();
    let found = declared.iter().filter_map(|field| Some((field, page.fields.get(&field.name)?)));
    let one = |(field, found): (&Field, &FieldValue)| {
        json!({
            "name": field.name,
            "kind": field.kind.word(),
            "label": label(world, page.lang, &field.label),
            "help": label(world, page.lang, &field.help),
            "value": value(world, page.lang, &field.kind, found),
            "items": items(world, page.lang, &field.kind, found),
            "said": !matches!(field.kind, FieldKind::Image | FieldKind::Markdown | FieldKind::Table(_)),
            "facet": field.facet,
        })
    };
    found.map(one).collect()
}

/// What a value is to people, in one line each: `text`, perhaps with `url`; or `date`, or `when`.
pub(super) fn items(world: &World, lang: Lang, kind: &FieldKind, found: &FieldValue) -> Vec<Value> {
    let shown = || value(world, lang, kind, found);
    let one = |item: Value| vec![item];
    match (kind, found) {
        (FieldKind::List(of), FieldValue::List(list)) => {
            list.iter().flat_map(|item| items(world, lang, of, item)).collect()
        }
        (FieldKind::Number { unit: Some(unit), .. }, FieldValue::Number(number)) => {
            one(json!({ "text": counted(world, lang, unit, *number) }))
        }
        (FieldKind::Url, FieldValue::Text(url)) => one(json!({ "text": host(url), "url": url })),
        (FieldKind::Email, FieldValue::Text(address)) => {
            one(json!({ "text": address, "url": format!("mailto:{address}") }))
        }
        (_, FieldValue::Date(date)) => one(json!({ "date": date })),
        (_, FieldValue::Range(_)) => one(json!({ "when": shown() })),
        (_, FieldValue::Boolean(flag)) => {
            one(json!({ "text": label(world, lang, &Label::Word(format!("value-{flag}"))) }))
        }
        (_, FieldValue::Choice(_)) => one(json!({ "text": shown()["label"] })),
        (_, FieldValue::Page { .. }) => one(linked(&shown(), "title")),
        (_, FieldValue::Term { .. } | FieldValue::File { .. }) => one(linked(&shown(), "name")),
        (_, FieldValue::Text(_) | FieldValue::Number(_)) => one(json!({ "text": shown() })),
        _ => Vec::new(),
    }
}

fn linked(shown: &Value, name: &str) -> Value {
    const KILOBYTE: u64 = 1000;
    let kilobytes = shown["bytes"].as_u64().map(|bytes| bytes.div_ceil(KILOBYTE));
    let (text, lang) = (&shown[name], &shown["lang"]);
    json!({ "text": text, "url": shown["url"], "lang": lang, "format": shown["format"], "kilobytes": kilobytes })
}

/// An address of the web as people say it.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/')
}

pub(super) fn value(world: &World, lang: Lang, kind: &FieldKind, found: &FieldValue) -> Value {
    match (kind, found) {
        (FieldKind::List(of), FieldValue::List(items)) => {
            items.iter().map(|item| value(world, lang, of, item)).collect()
        }
        (FieldKind::Table(columns), FieldValue::Table(rows)) => {
            rows.iter().map(|cells| row(world, lang, columns, cells)).collect()
        }
        (FieldKind::Enum(choices), FieldValue::Choice(chosen)) => {
            let choice = choices.iter().find(|choice| choice.value == *chosen);
            let label = choice.map_or_else(|| chosen.clone(), |choice| label(world, lang, &choice.label));
            json!({ "value": chosen, "label": label })
        }
        (FieldKind::Term(taxonomy), FieldValue::Term { name, .. }) => term(world, lang, taxonomy, name),
        (_, FieldValue::Text(text) | FieldValue::Markdown(text) | FieldValue::Date(text)) => json!(text),
        (_, FieldValue::Number(number)) => number_value(*number),
        (_, FieldValue::Boolean(flag)) => json!(flag),
        (_, FieldValue::Range(range)) => when(range, &world.site.today),
        (_, FieldValue::Image { path, alt, credit, .. }) => {
            let url = world.plan.files.of_field(path).map(|address| &address.url);
            json!({ "src": url, "alt": alt, "credit": credit })
        }
        (_, FieldValue::File { path, .. }) => file(world, path),
        (_, FieldValue::Page { id, .. }) => reference(world, lang, id),
        _ => Value::Null,
    }
}

/// A whole number is written without a point.
fn number_value(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and far inside the range")]
        return json!(number as i64);
    }
    json!(number)
}

fn when(range: &DateRange, today: &str) -> Value {
    let time = |date: &str| date.get(11..16).map(str::to_owned);
    let state = match (range.last_day() < today, range.day() > today) {
        (true, _) => "past",
        (_, true) => "upcoming",
        _ => "now",
    };
    json!({
        "start": range.start,
        "end": range.end,
        "day": range.day(),
        "last_day": range.last_day(),
        "several_days": range.day() != range.last_day(),
        "all_day": range.is_all_day(),
        "time": time(&range.start),
        "end_time": range.end.as_deref().and_then(time),
        "zone": range.zone,
        "city": range.zone.as_deref().and_then(|zone| zone.rsplit('/').next()).map(|city| city.replace('_', " ")),
        "state": state,
    })
}

fn file(world: &World, path: &str) -> Value {
    let name = path.rsplit('/').next().unwrap_or(path);
    let format = name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase());
    let source = match path.strip_prefix('/') {
        Some(asset) => world.site.assets.get(asset),
        None => world.site.attachments.get(path),
    };
    let url = world.plan.files.of_field(path).map(|address| &address.url);
    json!({ "url": url, "name": name, "format": format, "bytes": source.map(|file| file.bytes.len()) })
}

/// What a page shows of another: in its language, or else in the one that there is.
fn reference(world: &World, lang: Lang, id: &str) -> Value {
    let (site, plan) = (&world.site, &world.plan);
    let found =
        plan.nearest_translation(id, lang).or_else(|| plan.translations_of(id).iter().flatten().next().copied());
    let Some(number) = found else { return Value::Null };
    let page = &site.pages[number];
    json!({
        "id": page.id,
        "lang": site.config.languages[page.lang].code,
        "type": page.kind_name,
        "title": page.title,
        "description": page.front.description,
        "url": plan.pages[number].url,
        "permalink": format!("{}{}", site.config.origin(), plan.pages[number].url),
    })
}

fn term(world: &World, lang: Lang, taxonomy: &str, name: &str) -> Value {
    let (site, terms) = (&world.site, &world.plan.terms);
    let number = site.config.taxonomies.iter().position(|declared| declared.name == taxonomy);
    let found = number.and_then(|number| terms.written(site, number, lang, name));
    found.map_or(Value::Null, |term| json!({ "name": term.name, "url": term.address.url, "taxonomy": taxonomy }))
}

/// Words for people in a language.
fn label(world: &World, lang: Lang, label: &Label) -> String {
    world.site.label(lang, label)
}

/// A number with its unit, as the language says it: the word `unit-<unit>` with `$n`.
fn counted(world: &World, lang: Lang, unit: &str, number: f64) -> String {
    let written = number_value(number).to_string();
    let word = Word { key: format!("unit-{unit}"), values: vec![("n".to_owned(), written.clone())] };
    world.site.words.say(lang, &word).unwrap_or_else(|| format!("{written} {unit}"))
}
