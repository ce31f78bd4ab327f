//! Paths as texts write them.

/// The path from `content/`, language included, that a target names in the text of a file: from the folder of the file's
/// language if it begins with a slash, else from the file's own. It never climbs out.
pub(crate) fn content_path(file: &str, target: &str) -> String {
    let own = file.strip_prefix("content/").unwrap_or(file);
    let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
    let lang = own.split('/').next().unwrap_or_default();
    let mut parts: Vec<&str> = if target.starts_with('/') { vec![lang] } else { folder.split('/').collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::content_path;

    #[test]
    fn targets_are_found_from_the_file_or_from_its_language() {
        let from = |target| content_path("content/fr/news/boat.md", target);
        assert_eq!(from("sail.md"), "fr/news/sail.md");
        assert_eq!(from("../about.md"), "fr/about.md");
        assert_eq!(from("/about.md"), "fr/about.md");
        assert_eq!(from("../../../../site.toml"), "site.toml");
    }
}
