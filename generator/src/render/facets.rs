//! Facets as templates see them: the values by which a section is divided, and the page that lists one.

use super::ask::Asker;
use super::functions::route;
use super::query::Query;
use crate::plan::{Facet, FacetOf, FacetValue, Plan, Route};
use crate::site::{Lang, Site, Word};
use serde_json::{Value as Json, json};
use tera::{Kwargs, TeraResult, Value};

/// The facets of a section with the address and the number of pages of each value.
pub(super) fn of_section(site: &Site, plan: &Plan, lang: Lang, id: &str) -> Json {
    let Some(section) = site.page(lang, id) else { return json!([]) };
    let value = |value: &FacetValue| json!({ "key": value.key, "name": value.name, "url": value.address.url, "count": value.pages.len(), "current": false });
    let facet = |facet: &Facet| {
        let values: Vec<Json> = facet.values.iter().map(value).collect();
        json!({ "name": facet.name, "label": facet.label, "all": plan.pages[section].url, "current": false, "values": values })
    };
    plan.facets.of(section).iter().filter(|facet| !facet.values.is_empty()).map(facet).collect()
}

/// `facets()`: those of the section, the chosen value marked; none on other pages.
pub(super) fn facets(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let (world, route) = (asker.world(), route(asker));
    let section = route.page().map(|page| &world.site.pages[page]);
    let Some(section) = section.filter(|page| !page.front.facets.is_empty()) else {
        return Ok(Value::from(Vec::<Value>::new()));
    };
    let all = asker.ask(Query::Facets(route.lang, section.id.clone()));
    let Some(of) = route.facet() else { return Ok(all) };
    let facets = all.as_array().map(<[Value]>::to_vec).unwrap_or_default();
    Ok(facets.into_iter().map(|facet| marked(&facet, of)).collect::<Vec<_>>().into())
}

/// A facet with its chosen value marked, if it is the one that the route lists.
fn marked(facet: &Value, of: &FacetOf) -> Value {
    let said = |value: &Value, name: &str, wanted: &str| {
        value.get_from_path(name).and_then(Value::as_str).is_some_and(|found| found == wanted)
    };
    if !said(facet, "name", &of.facet) {
        return facet.clone();
    }
    let values = facet.get_from_path("values").and_then(Value::as_array).map(<[Value]>::to_vec).unwrap_or_default();
    let value =
        |value: Value| if said(&value, "key", &of.value) { with(&value, "current", true.into()) } else { value };
    let values: Vec<Value> = values.into_iter().map(value).collect();
    with(&with(facet, "values", values.into()), "current", true.into())
}

fn with(value: &Value, name: &'static str, new: Value) -> Value {
    let mut map = value.as_map().cloned().unwrap_or_default();
    map.insert(name.into(), new);
    Value::from(map)
}

/// The page value of a list by one value: the section's, with a title and an address of its own.
pub(super) fn page(asker: &Asker, route: &Route, of: &FacetOf) -> Value {
    let world = asker.world();
    let section = &world.site.pages[of.section];
    asker.ask(Query::Card(section.lang, section.id.clone()));
    asker.ask(Query::Facets(section.lang, section.id.clone()));
    let name = world.plan.facets.one(of.section, &of.facet, &of.value).map(|value| value.name.clone());
    let values = [("section", section.title.clone()), ("value", name.unwrap_or_default())];
    let values = values.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let title = asker.ask(Query::Word(route.lang, Word { key: "facet-title".to_owned(), values }));
    let permalink = format!("{}{}", world.site.config.origin(), route.url);
    let card = with(&world.card(of.section), "title", title);
    let card = with(&card, "description", Value::none());
    with(&with(&card, "url", route.url.as_str().into()), "permalink", permalink.into())
}
