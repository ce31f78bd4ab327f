//! `colibri schema`: what each type of page holds, for people who write templates and for editors.

use super::{CONTENT, refused};
use colibri::declare::nearest;
use colibri::site::types::{Field, FieldKind, Label, Type, json_schema};
use colibri::site::{self, Choices, Site};
use std::path::Path;
use std::process::ExitCode;

/// Shows one type, or all: as text, or as the JSON Schema of the front matter.
pub(super) fn schema(folder: &Path, name: Option<&str>, json: bool, today: &str) -> ExitCode {
    let tree = match colibri::source::read(folder) {
        Ok(tree) => tree,
        Err(error) => return refused(&error),
    };
    let choices = Choices { today: today.to_owned(), drafts: true, ..Choices::default() };
    let (site, _) = site::parse(&tree, &choices);
    if let Some(name) = name.filter(|name| !site.types.contains_key(*name)) {
        let near = nearest(name, site.types.keys().map(String::as_str));
        let known: Vec<&str> = site.types.keys().map(String::as_str).collect();
        let mend = near.map_or_else(
            || format!("The types are: {}.", known.join(", ")),
            |right| format!("Did you mean `{right}`?"),
        );
        eprintln!("There is no type `{name}`. {mend}");
        return ExitCode::from(CONTENT);
    }
    let chosen = site.types.values().filter(|declared| name.is_none_or(|name| declared.name == name));
    let say = |label: &Label| site.label(0, label);
    if json {
        let schemas = chosen.map(|declared| (declared.name.clone(), json_schema(&site.types, declared, &say)));
        let schemas: serde_json::Map<_, _> = schemas.collect();
        // One type alone is a schema that an editor takes as it is.
        let shown = name.and_then(|name| schemas.get(name).cloned()).unwrap_or_else(|| schemas.into());
        println!("{shown:#}");
    } else {
        chosen.for_each(|declared| show(&site, declared));
    }
    ExitCode::SUCCESS
}

fn show(site: &Site, declared: &Type) {
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
