//! What documents say about the repository: every path that they name must be there. And what must not be there at all.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::rules::SITE_FOLDERS;
use super::{Finding, Text, has_extension};

/// Findings in a document at the top of the repository or under `docs/`.
pub(super) fn check(text: &Text, paths: &[String]) -> Vec<Finding> {
    let watched = has_extension(&text.path, "md") && (!text.path.contains('/') || text.path.starts_with("docs/"));
    if !watched {
        return Vec::new();
    }
    let named = named_paths(&text.content, &text.path, paths);
    let gone = named.into_iter().filter(|(path, _)| !is_there(path, paths));
    gone.map(|(path, line)| Finding {
        file: text.path.clone(),
        line,
        message: format!("names `{path}`, which is not in the repository"),
    })
    .collect()
}

/// Findings for files that a test run left to be looked at: a snapshot nobody accepted or refused.
pub(super) fn leftovers(paths: &[String]) -> Vec<Finding> {
    let left = paths.iter().filter(|path| path.ends_with(".snap.new") || path.ends_with(".pending-snap"));
    left.map(|path| Finding {
        file: path.clone(),
        line: 0,
        message: "a snapshot that nobody reviewed: accept it or remove it".to_owned(),
    })
    .collect()
}

/// The paths that a document names, from the root of the repository, with their lines: in code spans and in links.
fn named_paths(markdown: &str, document: &str, paths: &[String]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        let path = match event {
            Event::Code(code) => from_code(&code, paths).filter(|path| !of_the_reader(path, document)),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => from_link(&dest_url, document),
            _ => None,
        };
        let line = markdown[..range.start].matches('\n').count() + 1;
        found.extend(path.map(|path| (path, line)));
    }
    found
}

/// A code span is a path when it is one word that starts with a folder of ours. What follows a placeholder cannot be checked.
fn from_code(code: &str, paths: &[String]) -> Option<String> {
    let (root, _) = code.split_once('/')?;
    let ours = paths.iter().any(|path| path.starts_with(root) && path[root.len()..].starts_with('/'));
    if root.is_empty() || !ours || code.contains(char::is_whitespace) {
        return None;
    }
    let plain: Vec<&str> =
        code.split('/').take_while(|part| !part.contains(['<', '*', '{', '…', '$']) && *part != "...").collect();
    // `path.rs:12` and `path.rs::name` name a place in a file.
    Some(plain.join("/").split(':').next().unwrap_or_default().trim_end_matches('/').to_owned())
}

/// The guide speaks of its reader's own site, whose folders are named as ours.
fn of_the_reader(path: &str, document: &str) -> bool {
    document.starts_with("docs/") && SITE_FOLDERS.contains(&path.split('/').next().unwrap_or_default())
}

fn from_link(url: &str, document: &str) -> Option<String> {
    let url = url.split(['#', '?']).next().unwrap_or_default();
    if url.is_empty() || url.starts_with('/') || url.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in url.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn is_there(path: &str, paths: &[String]) -> bool {
    path.is_empty()
        || paths
            .iter()
            .any(|known| known.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, content: &str) -> Vec<String> {
        let paths = ["generator/src/lib.rs", "docs/a.md", "docs/b.md", "README.md"].map(str::to_owned);
        let text = Text { path: path.into(), content: content.into() };
        check(&text, &paths).into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn a_path_that_is_gone_is_told_with_its_line() {
        let wrong = found("README.md", "# A\n\nSee `generator/src/gone.rs`\nand [b](docs/gone.md#x).\n");
        assert_eq!(wrong.len(), 2);
        assert!(wrong[0].starts_with("README.md:3: names `generator/src/gone.rs`"), "{}", wrong[0]);
        assert!(wrong[1].starts_with("README.md:4: names `docs/gone.md`"), "{}", wrong[1]);
    }

    #[test]
    fn paths_that_are_there_pass() {
        let text = "`generator/src/`, `generator/src/lib.rs:12`, `generator/src/<stage>/x.rs`, `docs/*.md`, [b](docs/b.md), ![i](docs/a.md)";
        assert_eq!(found("README.md", text), Vec::<String>::new());
    }

    #[test]
    fn links_are_resolved_from_the_document() {
        assert!(found("docs/a.md", "[b](b.md) [r](../README.md) [r](./b.md)").is_empty());
        assert_eq!(found("docs/a.md", "[r](README.md)").len(), 1);
    }

    #[test]
    fn what_is_no_path_of_ours_is_left_alone() {
        let text = "`text/html` `a/b c` `/x` [w](https://x.example/generator/y) [m](mailto:a@b.example) [s](#part)\n\n```\ngenerator/no\n```\n";
        assert!(found("README.md", text).is_empty());
        assert!(found("content/en/x.md", "`generator/gone.rs`").is_empty());
    }

    #[test]
    fn the_guide_speaks_of_its_readers_site_and_the_readme_of_ours() {
        let paths = ["content/en/x.md", "generator/src/lib.rs"].map(str::to_owned);
        let found =
            |path: &str, content: &str| check(&Text { path: path.into(), content: content.into() }, &paths).len();
        assert_eq!(found("docs/writing.md", "`content/fr/news/boat.md`"), 0);
        assert_eq!(found("README.md", "`content/fr/news/boat.md`"), 1);
        assert_eq!(found("docs/writing.md", "`generator/src/gone.rs`"), 1);
    }

    #[test]
    fn a_snapshot_left_for_review_is_told() {
        let paths = ["tests/a.snap", "tests/b.snap.new"].map(str::to_owned);
        assert_eq!(leftovers(&paths).len(), 1);
    }
}
