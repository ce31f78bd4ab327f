//! The front matter of a page that begins: what its type asks for, each field with words that say what it is.

use colibri::site::Site;
use colibri::site::types::{Field, FieldKind, Type};
use std::fmt::Write as _;
use toml::Value;

/// A text as TOML.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The type that the nearest section gives to what stands below it in a language.
pub(super) fn given_type(site: &Site, lang: usize, id: &str) -> Option<String> {
    let mut outer = id;
    while !outer.is_empty() {
        outer = outer.rsplit_once('/').map_or("", |(outer, _)| outer);
        for lang in [lang, 0] {
            let section = site.page(lang, outer).map(|number| &site.pages[number]);
            let kind = section.and_then(|section| section.front.cascade.as_ref()?.kind.as_ref());
            if let Some(kind) = kind {
                return Some(kind.value.clone());
            }
        }
    }
    None
}

/// The fields that a page of a type must fill in, with examples in their place; nothing if there are none.
pub(super) fn fields(site: &Site, lang: usize, declared: &Type, today: &str) -> String {
    // What is shared stands in the reference language, and a code is made where none is written.
    let asked =
        |field: &&Field| field.required && !(field.shared && lang != 0) && !matches!(field.kind, FieldKind::Code(_));
    let mut text = String::new();
    for field in declared.fields.iter().filter(asked) {
        let (label, help) = (site.label(lang, &field.label), site.label(lang, &field.help));
        let about = [label.as_str(), help.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let _ = writeln!(text, "# {} ({})", one_line(&about.join(": ")), field.kind.word());
        let _ = match example(site, &field.kind, &label, today) {
            Some(value) => writeln!(text, "{} = {value}", field.name),
            None => writeln!(text, "# {} = {}", field.name, shape(&field.kind)),
        };
    }
    if text.is_empty() { text } else { format!("\n[fields]\n{text}") }
}

fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value of a kind that the site understands, where one can be known.
fn example(site: &Site, kind: &FieldKind, label: &str, today: &str) -> Option<String> {
    Some(match kind {
        FieldKind::Text | FieldKind::Markdown => quoted(label),
        FieldKind::Date | FieldKind::DateRange => today.to_owned(),
        FieldKind::Url => quoted("https://example.org"),
        FieldKind::Email => quoted("name@example.org"),
        FieldKind::Enum(choices) => quoted(&choices.first()?.value),
        FieldKind::Number { min, .. } => min.unwrap_or(0.0).to_string(),
        FieldKind::Boolean => "false".to_owned(),
        FieldKind::List(of) => format!("[{}]", example(site, of, label, today)?),
        FieldKind::Page(of) => {
            let fits = |kind: &str| of.as_ref().is_none_or(|of| of == kind);
            quoted(&site.pages.iter().find(|page| page.lang == 0 && !page.id.is_empty() && fits(&page.kind_name))?.id)
        }
        FieldKind::Image | FieldKind::File | FieldKind::Table(_) | FieldKind::Term(_) | FieldKind::Code(_) => {
            return None;
        }
    })
}

/// How a value is written of which no example is known.
fn shape(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Image => "{ src = \"picture.jpg\", alt = \"What it shows\" }",
        FieldKind::File => "\"file.pdf\"",
        FieldKind::Table(_) | FieldKind::List(_) => "[]",
        _ => "\"\"",
    }
}
