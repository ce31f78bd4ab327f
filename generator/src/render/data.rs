//! Tables of data as templates and components see them.

use super::ask::Asker;
use super::functions::{hint, route};
use super::query::Query;
use super::world::World;
use crate::site::{Data, DataRow, Lang};
use serde_json::{Map, Value as Json, json};
use tera::{Error, Kwargs, TeraResult, Value};

/// A table in a language: its name for people, its columns, and its rows by column.
pub(super) fn shown(world: &World, lang: Lang, name: &str) -> Option<Json> {
    let data = world.site.data.get(name)?;
    let column = |column: &crate::site::types::Field| {
        json!({
            "name": column.name,
            "kind": column.kind.word(),
            "label": world.site.label(lang, &column.label),
            "help": world.site.label(lang, &column.help),
        })
    };
    let columns: Vec<Json> = data.columns.iter().map(column).collect();
    let rows: Vec<Json> = data.rows.iter().map(|one| row(world, lang, data, one)).collect();
    Some(json!({ "name": name, "label": world.site.label(lang, &data.label), "columns": columns, "rows": rows }))
}

fn row(world: &World, lang: Lang, data: &Data, row: &DataRow) -> Json {
    let one = |(number, column): (usize, &crate::site::types::Field)| {
        let found = row.value(number, lang).or(column.default.as_ref());
        let value = found.map_or(Json::Null, |found| super::fields::value(world, lang, &column.kind, found));
        (column.name.clone(), value)
    };
    Json::Object(data.columns.iter().enumerate().map(one).collect::<Map<_, _>>())
}

/// `data(name="...")`: the rows of a table, its columns and its name.
pub(super) fn data(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let name = kwargs.must_get::<String>("name")?;
    let found = asker.ask(Query::Data(route(asker).lang, name.clone()));
    if found.is_none() {
        let hint = hint(&name, asker.world().site.data.keys().map(String::as_str));
        return Err(Error::message(format!("there is no table `{name}` in data{hint}")));
    }
    Ok(found)
}
