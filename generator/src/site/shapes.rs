//! The shapes of the files of TOML in which a site is declared, for editors.
//!
//! Each is taken from the reader of that file, by what it asks for. The front matter of pages differs from type to type and
//! has its schemas with the types.

use super::{Config, component, config, data, form, theme, types};
use crate::declare::Shape;

/// The name of each kind of file, where such files stand, and their shape.
pub fn shapes(config: &Config) -> [(&'static str, &'static str, Shape); 6] {
    [
        ("site.toml", "site.toml", config::shape()),
        ("form.toml", "content/forms/*.toml", form::shape(config)),
        ("table.toml", "data/*.table.toml", data::shape()),
        ("type.toml", "content/types/*.toml", types::shape()),
        ("component.toml", "components/*.toml", component::shape()),
        ("theme.toml", "themes/*/theme.toml", theme::shape()),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::shapes;
    use crate::declare::{self, Origin, Table};
    use crate::diagnostic::{Argument, Diagnostics};
    use crate::site::config;
    use std::collections::BTreeMap;

    /// The keys that a reader says it knows, by table, when it meets one that it does not in each of the tables of `source`.
    fn known(findings: &Diagnostics) -> BTreeMap<String, Vec<String>> {
        let text = |argument: &Argument| match argument {
            Argument::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        let one = |finding: &crate::diagnostic::Diagnostic| {
            let value = |wanted| finding.arguments.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
            let Some(Argument::List(known)) = value("known") else { panic!("{finding:?}") };
            (value("table").map(text).unwrap_or_default(), known.iter().map(text).collect())
        };
        findings.iter().filter(|finding| finding.id == "unknown-key").map(one).collect()
    }

    fn config() -> Config {
        config::parse("base_url = \"https://a.example\"\n[languages.en]\nname = \"English\"\n").0
    }

    /// The keys that the schema of a file has at a path of its tables.
    fn in_schema(name: &str, path: &[&str]) -> Vec<String> {
        let shapes = shapes(&config());
        let (_, _, shape) = shapes.iter().find(|(one, ..)| *one == name).unwrap();
        let mut schema = &shape.json_schema("")["properties"].clone();
        for step in path {
            let found = &schema[step];
            let inner =
                [&found["properties"], &found["items"]["properties"], &found["additionalProperties"]["properties"]];
            schema = inner.into_iter().find(|inner| inner.is_object()).unwrap_or_else(|| panic!("{step}: {found}"));
        }
        schema.as_object().unwrap().keys().cloned().collect()
    }

    #[test]
    fn the_schemas_have_every_key_that_is_read_and_no_other() {
        const STRANGE: &str = "qqqqqqqqqqqqqqqq = 1\n";
        let paths: [&[&str]; 8] = [
            &[],
            &["languages"],
            &["languages", "sections"],
            &["taxonomies"],
            &["taxonomies", "terms"],
            &["lists"],
            &["feeds"],
            &["menu"],
        ];
        let source = format!(
            "{STRANGE}[languages.en]\n{STRANGE}[languages.en.sections.news]\n{STRANGE}[[taxonomies]]\n{STRANGE}name = \"a\"\n[[taxonomies.terms]]\n{STRANGE}id = \"b\"\n[lists]\n{STRANGE}[feeds]\n{STRANGE}[[menu]]\n{STRANGE}page = \"\"\n"
        );
        // Free keys have no name in the schema.
        let known = known(&config::parse(&source).1).into_iter();
        let known: BTreeMap<_, _> =
            known.map(|(name, keys)| (name.replace(".en", "").replace(".news", ""), keys)).collect();
        assert_eq!(known.len(), paths.len(), "{known:?}");
        for path in paths {
            let mut keys = in_schema("site.toml", path);
            let mut read = known[&path.join(".")].clone();
            keys.sort();
            read.sort();
            assert_eq!(keys, read, "{path:?}");
        }
    }

    #[test]
    fn a_shape_has_what_is_asked_for() {
        let read = |table: &mut Table<'_, '_>| {
            table.needs("name");
            table.text("name");
            table.tables("rows", |inner, _| inner.choice("kind", &[("a", 1), ("b", 2)]));
        };
        let schema = declare::shape(read).json_schema("File");
        assert_eq!(schema["required"], serde_json::json!(["name"]));
        let kind = &schema["properties"]["rows"]["items"]["properties"]["kind"];
        assert_eq!(*kind, serde_json::json!({ "enum": ["a", "b"] }));
        let source = "nam = 1\n";
        let ((), found) = declare::read(Origin { file: "a.toml", source, start: 0 }, source, read);
        assert_eq!(known(&found)[""], ["name", "rows"]);
    }

    #[test]
    fn a_field_of_a_type_has_the_lines_of_every_kind() {
        let lines = in_schema("type.toml", &["fields"]);
        for line in ["kind", "values", "of", "columns", "to", "taxonomy", "rule", "unit", "min", "max", "facet", "dc"] {
            assert!(lines.iter().any(|one| one == line), "{line}: {lines:?}");
        }
        assert_eq!(lines, in_schema("table.toml", &["columns"]));
    }
}
