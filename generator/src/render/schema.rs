//! What machines are told of a page: schema.org as JSON-LD, Dublin Core and Learning Object Metadata as `meta`.
//!
//! Takes a page with the declaration of its type; gives values. The names that fields have in these vocabularies are
//! those of the declaration; no type is known here by name.

use super::query::{Fact, Row};
use super::world::World;
use crate::site::types::{DateRange, Field, FieldKind, FieldValue, Type};
use crate::site::{Kind, Page};
use serde_json::{Map, Value, json};

/// Everything of a page: a list of things of schema.org.
pub(crate) fn json_ld(world: &World, number: usize) -> Fact {
    let page = &world.site.pages[number];
    let mut things: Vec<Value> = page_thing(world, number).into_iter().chain(trail(world, number)).collect();
    if page.kind == Kind::Home {
        let language = &world.site.config.languages[page.lang];
        things.push(json!({
            "@type": "WebSite", "name": language.title, "url": permalink(world, number), "inLanguage": language.code,
        }));
    }
    if things.is_empty() {
        return Fact::Missing;
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": things });
    Fact::Markup(format!("<script type=\"application/ld+json\">{}</script>", inside_html(&graph.to_string())))
}

/// JSON that no HTML parser takes for the end of the script, nor for anything else.
fn inside_html(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn permalink(world: &World, number: usize) -> String {
    absolute(world, &world.plan.pages[number].url)
}

fn absolute(world: &World, url: &str) -> String {
    format!("{}{url}", world.site.config.origin())
}

fn page_thing(world: &World, number: usize) -> Option<Value> {
    let page = &world.site.pages[number];
    let declared = world.site.types.get(&page.kind_name)?;
    let schema = declared.schema.as_deref()?;
    let mut thing = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            thing.insert(name.to_owned(), value);
        }
    };
    put("@type", json!(schema));
    put("@id", json!(permalink(world, number)));
    put("url", json!(permalink(world, number)));
    put("name", json!(page.title));
    put("description", json!(page.front.description));
    let organiser = json!({ "@type": "Organization", "name": world.site.config.languages[page.lang].title });
    if is_work(schema) {
        put("inLanguage", json!(world.site.config.languages[page.lang].code));
        put("datePublished", json!(page.front.date));
        put("dateModified", json!(page.front.updated.as_ref().or(page.front.date.as_ref())));
    }
    if schema.ends_with("Article") {
        put("headline", json!(page.title));
        put("publisher", organiser.clone());
    }
    // Search engines show no course without somebody who gives it.
    if schema == "Course" {
        put("provider", organiser);
    }
    for (name, value) in mapped(world, page, declared) {
        put(&name, value);
    }
    Some(Value::Object(thing))
}

/// Whether it is something that was written, and not a person, a group or a day.
fn is_work(schema: &str) -> bool {
    !matches!(schema, "Event" | "Organization" | "Person" | "Place")
}

/// The fields that the type maps to schema.org, by the names there.
fn mapped(world: &World, page: &Page, declared: &Type) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for field in &declared.fields {
        let Some(value) = page.fields.get(&field.name) else { continue };
        if let FieldValue::Range(range) = value {
            found.push(("startDate".to_owned(), json!(start(range))));
            found.push(("endDate".to_owned(), json!(end(range))));
        } else if let Some(name) = field.maps.get("schema") {
            found.push((name.clone(), said(world, page, name, &field.kind, value)));
        }
    }
    found
}

fn start(range: &DateRange) -> String {
    range.instants.as_ref().map_or_else(|| range.start.clone(), |(from, _)| extended(from))
}

fn end(range: &DateRange) -> Option<String> {
    match &range.instants {
        Some((_, until)) => until.as_deref().map(extended),
        None => range.end.clone(),
    }
}

/// `20270303T170000Z` as `2027-03-03T17:00:00Z`.
fn extended(instant: &str) -> String {
    let part = |from: usize, to: usize| instant.get(from..to).unwrap_or_default();
    format!("{}-{}-{}T{}:{}:{}Z", part(0, 4), part(4, 6), part(6, 8), part(9, 11), part(11, 13), part(13, 15))
}

fn said(world: &World, page: &Page, name: &str, kind: &FieldKind, value: &FieldValue) -> Value {
    match (kind, value) {
        (FieldKind::List(of), FieldValue::List(items)) => {
            items.iter().map(|item| said(world, page, name, of, item)).collect()
        }
        (FieldKind::Number { unit, .. }, FieldValue::Number(number)) => match unit.as_deref() {
            Some("hours") => json!(hours(*number)),
            _ => json!(number.to_string()),
        },
        (_, FieldValue::Choice(word)) if name == "eventAttendanceMode" => json!(attendance(word)),
        (_, FieldValue::Page { id, .. }) => reference(world, page, id),
        (_, FieldValue::Image { path, .. } | FieldValue::File { path, .. }) => {
            json!(world.plan.files.of_field(path).map(|address| absolute(world, &address.url)))
        }
        (_, FieldValue::Text(place)) if name == "location" => {
            json!({ "@type": "Place", "name": place, "address": place })
        }
        _ => {
            let shown = super::fields::value(world, page.lang, kind, value);
            shown.get("label").or_else(|| shown.get("name")).cloned().unwrap_or(shown)
        }
    }
}

/// A duration as ISO 8601 writes it, in hours and minutes.
fn hours(number: f64) -> String {
    const MINUTES: f64 = 60.0;
    #[expect(clippy::cast_possible_truncation, reason = "a duration is bounded by its declaration or absurd anyway")]
    let minutes = (number * MINUTES).round() as i64;
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("PT{hours}H"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}

/// How to take part in an event, as schema.org calls it.
fn attendance(word: &str) -> Option<&'static str> {
    match word {
        "on-site" => Some("https://schema.org/OfflineEventAttendanceMode"),
        "online" => Some("https://schema.org/OnlineEventAttendanceMode"),
        "mixed" => Some("https://schema.org/MixedEventAttendanceMode"),
        _ => None,
    }
}

fn reference(world: &World, page: &Page, id: &str) -> Value {
    let Some(number) = world.plan.nearest_translation(id, page.lang) else { return Value::Null };
    let other = &world.site.pages[number];
    let schema = world.site.types.get(&other.kind_name).and_then(|declared| declared.schema.as_deref());
    json!({ "@type": schema.unwrap_or("Thing"), "name": other.title, "url": permalink(world, number) })
}

/// The way from the home to the page.
fn trail(world: &World, number: usize) -> Option<Value> {
    let page = &world.site.pages[number];
    let above = super::facts::above(&world.site, page.lang, &page.id);
    if above.is_empty() {
        return None;
    }
    let step = |(place, step): (usize, usize)| {
        json!({
            "@type": "ListItem", "position": place + 1,
            "name": world.site.pages[step].title, "item": permalink(world, step),
        })
    };
    let steps: Vec<Value> = above.into_iter().chain([number]).enumerate().map(step).collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
}

/// Rows of `name` and `content`, in Dublin Core and Learning Object Metadata, where the type maps a field to these.
pub(crate) fn metadata(world: &World, number: usize) -> Vec<Row> {
    let page = &world.site.pages[number];
    let Some(declared) = world.site.types.get(&page.kind_name) else { return Vec::new() };
    let has_map = |field: &Field| field.maps.contains_key("dc") || field.maps.contains_key("lom");
    if !declared.fields.iter().any(has_map) {
        return Vec::new();
    }
    let mut rows = own_metadata(world, number);
    for field in &declared.fields {
        let Some(value) = page.fields.get(&field.name) else { continue };
        for (vocabulary, prefix) in [("dc", "DC"), ("lom", "LOM")] {
            let Some(name) = field.maps.get(vocabulary) else { continue };
            let texts = texts(world, page, field, value);
            rows.extend(texts.into_iter().map(|text| row(format!("{prefix}.{name}"), text)));
        }
    }
    rows
}

fn row(name: String, content: String) -> Row {
    vec![("name", super::query::Cell::Text(name)), ("content", super::query::Cell::Text(content))]
}

/// What every page says of itself.
fn own_metadata(world: &World, number: usize) -> Vec<Row> {
    let page = &world.site.pages[number];
    let known = [
        ("DC.title", Some(page.title.clone())),
        ("DC.description", page.front.description.clone()),
        ("DC.language", Some(world.site.config.languages[page.lang].code.clone())),
        ("DC.identifier", Some(permalink(world, number))),
        ("DC.date", page.front.updated.clone().or_else(|| page.front.date.clone())),
    ];
    let said = known.into_iter().filter_map(|(name, content)| Some(row(name.to_owned(), content?)));
    said.chain(
        super::facts::terms_of(&world.site, &world.plan, page)
            .map(|(_, term)| row("DC.subject".to_owned(), term.name.clone())),
    )
    .collect()
}

fn texts(world: &World, page: &Page, field: &Field, value: &FieldValue) -> Vec<String> {
    if let (FieldKind::Number { unit: Some(unit), .. }, FieldValue::Number(number)) = (&field.kind, value)
        && unit == "hours"
    {
        return vec![hours(*number)];
    }
    if let FieldValue::Range(range) = value {
        return vec![end(range).map_or_else(|| start(range), |end| format!("{}/{end}", start(range)))];
    }
    let items = super::fields::items(world, page.lang, &field.kind, value);
    let text = |item: &Value| match item.get("text").or_else(|| item.get("date"))? {
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    items.iter().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::{extended, hours, inside_html};

    #[test]
    fn json_cannot_end_the_script_that_holds_it() {
        let json = serde_json::json!({ "name": "</script><script>alert(1)</script><!--&amp;" });
        let inside = inside_html(&json.to_string());
        assert!(!inside.contains(['<', '>', '&']));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&inside).unwrap(), json);
    }

    #[test]
    fn durations_and_instants_are_written_as_the_standards_do() {
        assert_eq!((hours(28.0).as_str(), hours(1.5).as_str()), ("PT28H", "PT1H30M"));
        assert_eq!(extended("20270303T170000Z"), "2027-03-03T17:00:00Z");
    }
}
