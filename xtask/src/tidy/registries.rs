//! No file says where packages come from: that is for each machine's own clients to know, and differs between networks.

use super::{Finding, Text};

/// Settings by which a file would choose a registry.
const SETTINGS: &[&str] = &[
    "--index-url",
    "--extra-index-url",
    "--registry",
    "replace-with",
    "registry=",
    "index-url =",
    "npm_config_registry",
    "PIP_INDEX_URL",
];

/// First names of hosts that are registries, or mirrors of one.
const HOSTS: &[&str] = &["registry", "index", "deb", "mirror", "mirrors", "pypi", "crates"];

/// This file names what it looks for; cargo writes the name of its registry into its lock file by itself, the same everywhere.
const EXEMPT: &[&str] = &["xtask/src/tidy/registries.rs", "Cargo.lock"];

/// Findings in one text.
pub(super) fn check(text: &Text) -> Vec<Finding> {
    if EXEMPT.contains(&text.path.as_str()) {
        return Vec::new();
    }
    let lock = text.path.ends_with("package-lock.json");
    let lines = text.content.lines().enumerate();
    let wrong = lines.filter_map(|(at, line)| Some((at + 1, reason(line, lock)?)));
    wrong.map(|(line, message)| Finding { file: text.path.clone(), line, message }).collect()
}

fn reason(line: &str, lock: bool) -> Option<String> {
    if lock && line.contains("\"resolved\"") {
        return Some(
            "records where a package was fetched: write the lock file with omit-lockfile-registry-resolved".to_owned(),
        );
    }
    if let Some(setting) = SETTINGS.iter().find(|setting| line.contains(*setting)) {
        return Some(format!("chooses a registry with `{setting}`: leave that to the machine"));
    }
    let host = line.split("://").skip(1).map(host_of).find(|host| host.contains('.') && is_registry(host))?;
    Some(format!("names the registry host {host}: name the package instead"))
}

fn host_of(after_scheme: &str) -> &str {
    after_scheme.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-')).next().unwrap_or_default()
}

fn is_registry(host: &str) -> bool {
    host.split('.').next().is_some_and(|first| HOSTS.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, content: &str) -> Vec<usize> {
        check(&Text { path: path.into(), content: content.into() }).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn a_lock_file_may_not_say_where_it_fetched() {
        assert_eq!(lines("tests/package-lock.json", "{\n\"resolved\": \"x\"\n}"), [2]);
        assert!(lines("tests/other.json", "{\n\"resolved\": \"x\"\n}").is_empty());
    }

    #[test]
    fn settings_and_hosts_are_told() {
        assert_eq!(lines(".ci/run", "pip install --index-url x\nok\ncurl https://registry.example.org/x"), [1, 3]);
        assert_eq!(lines("a.toml", "replace-with = \"mine\""), [1]);
    }

    #[test]
    fn other_addresses_and_words_pass() {
        let text =
            "https://colibri.example/registry https://www.example.org the registry index\nhttp://localhost:8080/index";
        assert!(lines("README.md", text).is_empty());
    }
}
