//! `colibri schema`: what each type of page and each file of settings holds, for people who write templates and for editors.

use super::show::Show;
use colibri::site::types::{Field, FieldKind, Label, Type, json_schema};
use colibri::site::{self, Site};
use std::path::Path;
use std::process::ExitCode;

/// Shows one type or file, or all: as text, or as JSON Schema of the front matter or the file.
pub(super) fn schema(folder: &Path, name: Option<&str>, json: bool, show: &Show) -> ExitCode {
    let site = match show.read_site(folder) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let files = site::shapes(&site.config);
    let known: Vec<&str> = site.types.keys().map(String::as_str).chain(files.iter().map(|(name, ..)| *name)).collect();
    if let Some(name) = name.filter(|name| !known.contains(name)) {
        return show.wrong(&Show::no_type(name, known), &site.config.languages[0].code);
    }
    let is_chosen = |one: &str| name.is_none_or(|name| name == one);
    let types = site.types.values().filter(|declared| is_chosen(&declared.name));
    let files = files.iter().filter(|(name, ..)| is_chosen(name));
    if json {
        let say = |label: &Label| site.label(0, label);
        let schemas = types.map(|declared| (declared.name.clone(), json_schema(&site.types, declared, &say)));
        let schemas = schemas.chain(files.map(|(name, place, shape)| ((*name).to_owned(), shape.json_schema(place))));
        let schemas: serde_json::Map<_, _> = schemas.collect();
        // One alone is a schema that an editor takes as it is.
        let shown = name.and_then(|name| schemas.get(name).cloned()).unwrap_or_else(|| schemas.into());
        println!("{shown:#}");
    } else {
        types.for_each(|declared| print(&site, declared));
        for (name, place, shape) in files {
            println!("{name}, {place}: {}", shape.keys().collect::<Vec<_>>().join(", "));
        }
    }
    ExitCode::SUCCESS
}

fn print(site: &Site, declared: &Type) {
    println!("{} ({}), {}", declared.name, site.label(0, &declared.label), declared.file);
    for field in &declared.fields {
        println!("  page.fields.{:<16} {:<12} {}", field.name, field.kind.word(), facts(site, field).join("; "));
    }
    println!();
}

fn facts(site: &Site, field: &Field) -> Vec<String> {
    let mut facts = vec![site.label(0, &field.label)];
    let flags = [(field.required, "required"), (field.shared, "shared"), (field.facet, "facet")];
    facts.extend(flags.iter().filter(|(on, _)| *on).map(|(_, word)| (*word).to_owned()));
    match &field.kind {
        FieldKind::Enum(choices) => {
            facts.push(choices.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>().join(", "));
        }
        FieldKind::List(of) => facts.push(format!("of {}", of.word())),
        FieldKind::Page(Some(to)) => facts.push(format!("to {to}")),
        FieldKind::Term(taxonomy) => facts.push(format!("to a term of {taxonomy}")),
        FieldKind::Table(columns) => {
            facts.push(columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", "));
        }
        _ => {}
    }
    facts.extend(field.maps.iter().map(|(vocabulary, name)| format!("{vocabulary}: {name}")));
    facts
}
