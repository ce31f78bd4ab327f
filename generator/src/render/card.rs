//! What others see of a page, and small tables, as values for templates.
//!
//! Takes pages and rows; gives values, each made once: the maps of templates are filled by serialisation, which knows
//! their length and copies nothing twice.

use super::facts;
use super::query::{Cell, Row};
use super::world::{World, short};
use crate::output::Hash;
use crate::source::History;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use tera::Value;

/// A page as others see it.
#[derive(serde::Serialize)]
struct Card<'p> {
    id: &'p str,
    lang: &'p str,
    dir: &'p str,
    language: &'p str,
    foreign: bool,
    kind: &'p str,
    title: &'p str,
    description: Option<&'p str>,
    url: &'p str,
    permalink: String,
    date: Option<&'p str>,
    updated: Option<&'p str>,
    history: Option<&'p History>,
    noindex: bool,
    section: Option<&'p str>,
    weight: Option<i64>,
    tags: Vec<Cells<'p>>,
    r#type: &'p str,
    fields: serde_json::Value,
    extra: &'p toml::Table,
    form: Option<&'p str>,
    survey: Option<&'p str>,
    words: u32,
    minutes: u32,
}

/// The value of a page.
pub(super) fn of(world: &World, number: usize) -> Value {
    let (site, page) = (&world.site, &world.site.pages[number]);
    let (front, language) = (&page.front, &site.config.languages[page.lang]);
    let url = world.plan.pages[number].url.as_str();
    // A form that is not there has been said already.
    let [form, survey] = [&front.form, &front.survey]
        .map(|form| form.as_ref().map(|form| form.value.as_str()).filter(|form| site.forms.contains_key(*form)));
    let tags = facts::tag_rows(site, &world.plan, page);
    Value::from_serializable(&Card {
        id: &page.id,
        lang: &language.code,
        dir: language.dir(),
        language: &language.name,
        foreign: false,
        kind: facts::kind_name(page),
        title: &page.title,
        description: front.description.as_deref(),
        url,
        permalink: format!("{}{url}", site.config.origin()),
        date: front.date.as_deref(),
        updated: front.updated.as_deref(),
        history: page.history.as_ref(),
        noindex: front.noindex(),
        section: page.parent(),
        weight: front.weight,
        tags: tags.iter().map(Cells).collect(),
        r#type: &page.kind_name,
        fields: super::fields::shown(world, page),
        extra: &front.extra,
        form,
        survey,
        words: page.words,
        minutes: page.words.div_ceil(language.pace.max(1)).max(1),
    })
}

/// The value of small tables.
pub(super) fn rows(rows: &[Row]) -> Value {
    Value::from_serializable(&rows.iter().map(Cells).collect::<Vec<_>>())
}

/// One small table, to be serialised.
struct Cells<'r>(&'r Row);

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Row", self.0.len())?;
        for (name, cell) in self.0 {
            match cell {
                Cell::Text(text) => fields.serialize_field(name, text)?,
                Cell::Flag(flag) => fields.serialize_field(name, flag)?,
                Cell::Count(count) => fields.serialize_field(name, count)?,
            }
        }
        fields.end()
    }
}

/// The hash of what others see of a page: its settings, its address and its terms.
pub(super) fn hash(world: &World, number: usize) -> Hash {
    let (site, plan) = (&*world.site, &*world.plan);
    let page = &site.pages[number];
    let mut hasher = blake3::Hasher::new();
    hasher.update(&page.source.bytes[page.parts.front.clone()]);
    hasher.update(plan.pages[number].url.as_bytes());
    hasher.update(facts::kind_name(page).as_bytes());
    hasher.update(&page.words.to_le_bytes());
    if page.lang != 0
        && let Some(reference) = site.page(0, &page.id).map(|reference| &site.pages[reference])
    {
        hasher.update(&reference.source.bytes[reference.parts.front.clone()]);
    }
    hasher.update(site.config.base_url.as_bytes());
    hasher.update(page.kind_name.as_bytes());
    hasher.update(&page.said);
    if let Some(history) = &page.history {
        hasher.update(format!("{history:?}").as_bytes());
    }
    // Fields show addresses, titles of other pages and words of the interface, and whether a day is past.
    if !page.fields.is_empty() {
        hasher.update(super::fields::shown(world, page).to_string().as_bytes());
    }
    for (_, term) in facts::terms_of(site, plan, page) {
        hasher.update(term.address.url.as_bytes());
        hasher.update(term.name.as_bytes());
    }
    short(&hasher)
}
