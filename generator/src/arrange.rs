//! Front matter in one order, with one way of writing.
//!
//! Takes a page; gives its text with the front matter arranged: keys in the order of the guide, fields in that of the type,
//! one space around `=`, plain quotes, no empty lines but one where a table is set apart. Comments stay with what they stand above or behind.
//! The Markdown is never touched, and neither is a page whose front matter cannot be read or would then say something else.

use crate::site::{Page, Site};
use toml_edit::{DocumentMut, Item, RawString, Table, Value};

/// The keys of a page, in the order in which they are written; keys that are not here stand behind them.
const FIRST: [&str; 24] = [
    "title",
    "description",
    "type",
    "slug",
    "translation_of",
    "date",
    "updated",
    "publish",
    "expires",
    "draft",
    "noindex",
    "tags",
    "weight",
    "template",
    "form",
    "survey",
    "sort_by",
    "paginate_by",
    "facets",
    "aliases",
    "taxonomies",
    FIELDS,
    "cascade",
    "from",
];

/// What stands behind all others: free values, and what a program writes.
const LAST: [&str; 2] = ["extra", "translation"];

/// The table of fields, whose order is that of the type.
const FIELDS: &str = "fields";

/// The text of a page with its front matter arranged; nothing if it is so already, or has to stay as it is.
pub fn page(site: &Site, page: &Page) -> Option<String> {
    let source = page.source.text();
    let declared = site.types.get(&page.kind_name).map(|found| &*found.fields).unwrap_or_default();
    let fields: Vec<&str> = declared.iter().map(|field| field.name.as_str()).collect();
    let front = &source[page.parts.front.clone()];
    let arranged = arranged(front, &fields).filter(|arranged| arranged != front)?;
    Some([&source[..page.parts.front.start], &arranged, &source[page.parts.front.end..]].concat())
}

fn arranged(front: &str, fields: &[&str]) -> Option<String> {
    let lines = front.replace("\r\n", "\n");
    let mut document = lines.parse::<DocumentMut>().ok()?;
    let trailing = comments(Some(document.trailing()));
    let root = document.as_table_mut();
    root.sort_values_by(|a, _, b, _| rank(a, &FIRST).cmp(&rank(b, &FIRST)));
    if let Some(table) = root.get_mut(FIELDS).and_then(Item::as_table_mut) {
        table.sort_values_by(|a, _, b, _| rank(a, fields).cmp(&rank(b, fields)));
    }
    place(root, &mut 0, &|name| rank(name, &FIRST));
    write(root);
    document.set_trailing(trailing);
    let text = document.to_string();
    let text = text.trim_start_matches('\n');
    let same = text.parse::<toml::Table>().ok()? == lines.parse::<toml::Table>().ok()?;
    let ended = if front.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() };
    same.then_some(ended)
}

/// Where a key stands among others.
fn rank(name: &str, order: &[&str]) -> usize {
    let last = || LAST.iter().position(|last| *last == name).map(|at| order.len() + 1 + at);
    order.iter().position(|known| *known == name).or_else(last).unwrap_or(order.len())
}

/// Numbers the tables in the order in which they are to stand: by rank, then as they were.
fn place(table: &mut Table, next: &mut isize, rank: &dyn Fn(&str) -> usize) {
    table.set_position(Some(*next));
    *next += 1;
    let tables = table.iter().filter(|(_, item)| item.is_table() || item.is_array_of_tables());
    let mut inner: Vec<_> = tables.map(|(name, item)| (rank(name), first_position(item), name.to_owned())).collect();
    inner.sort();
    for (_, _, name) in inner {
        match table.get_mut(&name) {
            Some(Item::Table(inner)) => place(inner, next, &|_| 0),
            Some(Item::ArrayOfTables(all)) => all.iter_mut().for_each(|inner| place(inner, next, &|_| 0)),
            _ => {}
        }
    }
}

/// Where a table stands, or the first of those inside one that is only named by them.
fn first_position(item: &Item) -> Option<isize> {
    let of = |table: &Table| {
        let inner = || table.iter().filter_map(|(_, item)| first_position(item)).min();
        table.position().or_else(inner)
    };
    match item {
        Item::Table(table) => of(table),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(of).min(),
        _ => None,
    }
}

/// Writes every key, value and head of a table in one way.
fn write(table: &mut Table) {
    let decor = table.decor_mut();
    let (above, after) = (comments(decor.prefix()), behind(decor.suffix()));
    // An empty line that sets a table apart stays; several become one.
    let apart =
        decor.prefix().and_then(RawString::as_str).is_some_and(|raw| raw.trim_start_matches(' ').starts_with('\n'));
    decor.set_prefix(format!("{}{above}", if apart { "\n" } else { "" }));
    decor.set_suffix(after);
    for (mut key, item) in table.iter_mut() {
        match item {
            // A key with points has its signs in several places: it stays as it is written.
            Item::Table(inner) if inner.is_dotted() => {}
            Item::Table(inner) => write(inner),
            Item::ArrayOfTables(all) => all.iter_mut().for_each(write),
            Item::Value(value) => {
                let above = comments(key.leaf_decor().prefix());
                key.leaf_decor_mut().set_prefix(above);
                key.leaf_decor_mut().set_suffix(" ");
                let after = behind(value.decor().suffix());
                plain(value);
                value.decor_mut().set_prefix(" ");
                value.decor_mut().set_suffix(after);
            }
            Item::None => {}
        }
    }
}

/// Comments above a line, without empty lines and indents.
fn comments(raw: Option<&RawString>) -> String {
    let lines = raw.and_then(RawString::as_str).unwrap_or_default().lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).fold(String::new(), |all, line| all + line + "\n")
}

/// A comment behind a value.
fn behind(raw: Option<&RawString>) -> String {
    let comment = raw.and_then(RawString::as_str).unwrap_or_default().trim();
    if comment.is_empty() { String::new() } else { format!(" {comment}") }
}

/// Plain quotes and spaces. What goes over several lines was laid out by hand.
fn plain(value: &mut Value) {
    let written = value.to_string();
    if written.trim().contains(['\n', '#']) {
        return;
    }
    match value {
        Value::String(text) => {
            let is_plain = !text.value().contains(|c: char| matches!(c, '"' | '\\') || c.is_control());
            if is_plain {
                text.fmt();
            }
        }
        Value::Array(items) => {
            items.iter_mut().for_each(plain);
            items.fmt();
        }
        Value::InlineTable(table) => {
            table.iter_mut().for_each(|(_, value)| plain(value));
            table.fmt();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
