//! The arrows between crates: which may use which, in manifests and in paths.

use super::rules::{CRATES, Crate, SERVING};
use super::tokens::mentions;
use super::{Finding, Text};

/// Findings in a manifest, if the text is one of ours.
pub(super) fn manifest(text: &Text) -> Vec<Finding> {
    let Some(owner) =
        text.path.strip_suffix("/Cargo.toml").and_then(|folder| CRATES.iter().find(|it| it.folder == folder))
    else {
        return Vec::new();
    };
    let Ok(table) = text.content.parse::<toml::Table>() else { return Vec::new() };
    let mut names = Vec::new();
    dependency_names(&table, &mut names);
    let wrong = names
        .into_iter()
        .filter_map(|name| CRATES.iter().find(|it| it.name == name))
        .filter(|used| !may_use(owner, used));
    wrong.map(|used| finding(text, 0, owner, used)).collect()
}

/// Findings in the paths of a source file: a crate may come in by a path as well as by a manifest.
pub(super) fn source(text: &Text) -> Vec<Finding> {
    let Some(owner) = CRATES.iter().find(|it| text.path.starts_with(&format!("{}/", it.folder))) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for mention in mentions(&text.content, &[]) {
        let Some(used) = CRATES.iter().find(|it| it.name.contains('-') && it.name.replace('-', "_") == mention.path[0])
        else {
            continue;
        };
        if !may_use(owner, used) {
            findings.push(finding(text, mention.line, owner, used));
        } else if owner.folder == "generator" && used.folder == "functions" && !serves(&text.path) {
            findings.push(Finding {
                file: text.path.clone(),
                line: mention.line,
                message: format!("names the functions; in the generator only {} may", SERVING.join(" and ")),
            });
        }
    }
    findings
}

fn serves(path: &str) -> bool {
    SERVING.iter().any(|place| path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/') || rest == ".rs"))
}

fn may_use(owner: &Crate, used: &Crate) -> bool {
    owner.folder == used.folder || owner.may_use.contains(&used.folder)
}

fn finding(text: &Text, line: usize, owner: &Crate, used: &Crate) -> Finding {
    let allowed = if owner.may_use.is_empty() { "nothing of ours".to_owned() } else { owner.may_use.join(", ") };
    let message = format!("{} uses {}; it may use {allowed} (xtask/src/tidy/rules.rs)", owner.folder, used.folder);
    Finding { file: text.path.clone(), line, message }
}

/// The names in every dependency table, those of targets included.
fn dependency_names<'a>(table: &'a toml::Table, names: &mut Vec<&'a str>) {
    for (key, value) in table {
        let Some(inner) = value.as_table() else { continue };
        if key.ends_with("dependencies") {
            names.extend(inner.keys().map(String::as_str));
        } else if key != "features" && key != "package" {
            dependency_names(inner, names);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &str, content: &str) -> Text {
        Text { path: path.into(), content: content.into() }
    }

    #[test]
    fn a_manifest_may_not_point_upwards() {
        let wrong = text(
            "functions/Cargo.toml",
            "[dependencies]\ncolibri.workspace = true\ncolibri-contract.workspace = true\n",
        );
        let found = manifest(&wrong);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.starts_with("functions uses generator; it may use contract"), "{}", found[0].message);
        assert!(
            manifest(&text("generator/Cargo.toml", "[dependencies]\ncolibri-functions.workspace = true\n")).is_empty()
        );
    }

    #[test]
    fn dependencies_for_tests_and_for_targets_count_too() {
        let development = text("contract/Cargo.toml", "[dev-dependencies]\ncolibri = { path = \"../generator\" }\n");
        assert_eq!(manifest(&development).len(), 1);
        let target = text("xtask/Cargo.toml", "[target.'cfg(unix)'.dependencies]\ncolibri-tests.workspace = true\n");
        assert_eq!(manifest(&target).len(), 1);
    }

    #[test]
    fn the_generator_names_the_functions_only_where_it_serves() {
        let source_of = |path: &str| source(&text(path, "fn f() { colibri_functions::handle() }")).len();
        assert_eq!(source_of("generator/src/render/mod.rs"), 1);
        assert_eq!(source_of("generator/src/server.rs"), 1);
        assert_eq!(source_of("generator/src/serve/mod.rs"), 0);
        assert_eq!(source_of("generator/src/serve.rs"), 0);
        assert_eq!(source_of("contract/src/lib.rs"), 1);
        assert_eq!(source_of("tests/tests/build.rs"), 0);
    }
}
