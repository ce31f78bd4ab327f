//! Which links to other sites the finished pages have, and where in the sources each is written.

use crate::diagnostic::Place;
use crate::output::Output;
use crate::site::Config;
use crate::source::SourceTree;
use memchr::memmem::find_iter;
use std::collections::BTreeMap;
use url::Url;

/// Each address with the first page that has it, in the order of addresses.
pub(super) type Links = BTreeMap<String, String>;

/// Every link of a finished page to another site, without its fragment, and without what the settings ignore.
pub(super) fn links(output: &Output, config: &Config) -> Links {
    let mut links = Links::new();
    let pages = output.files.iter().filter(|(path, _)| path.rsplit_once('.').is_some_and(|(_, end)| end == "html"));
    for (path, file) in pages {
        let html = file.bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
        for written in written(html) {
            let url = normal(&written.replace("&amp;", "&"));
            if !is_own(&url, config) && !config.links.ignores(&url) {
                links.entry(url).or_insert_with(|| path.clone());
            }
        }
    }
    links
}

/// Values of `href` and `src` that name another host; what only speaks of an address, as canonical links do, is none.
fn written(html: &str) -> impl Iterator<Item = &str> {
    find_iter(html.as_bytes(), b"=\"http").filter_map(|at| {
        let tag = &html[html[..at].rfind('<')?..at];
        let named = tag.ends_with(" href") || tag.ends_with(" src");
        let led = named && !tag.contains('>') && !tag.starts_with("<link");
        let value = html[at + 2..].split('"').next()?;
        (led && (value.starts_with("http://") || value.starts_with("https://"))).then_some(value)
    })
}

fn is_own(url: &str, config: &Config) -> bool {
    let rest = url.strip_prefix(config.origin());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}

/// An address as it is asked: one way of writing for all that mean the same. What cannot be read stays as it is.
pub(super) fn normal(written: &str) -> String {
    let Ok(mut url) = Url::parse(written) else { return written.to_owned() };
    url.set_fragment(None);
    url.into()
}

/// Every place in the sources where one of the `wanted` addresses is written, by address; the page that shows it if it
/// is found nowhere, as it may be put together by a template.
pub(super) fn places<'w>(
    tree: &SourceTree,
    wanted: impl Iterator<Item = &'w str>,
    pages: &Links,
) -> BTreeMap<String, Vec<(Place, String)>> {
    let mut places: BTreeMap<String, Vec<(Place, String)>> = wanted.map(|url| (url.to_owned(), Vec::new())).collect();
    if places.is_empty() {
        return places;
    }
    for (path, file) in tree.files.iter().filter(|(path, _)| !path.starts_with("assets/")) {
        let source = file.text();
        for at in find_iter(source.as_bytes(), b"http") {
            let (length, url) = found(&source[at..]);
            if let Some(list) = url.and_then(|url| places.get_mut(&url)) {
                let line = &source[source[..at].rfind('\n').map_or(0, |end| end + 1)..];
                let line = line.lines().next().unwrap_or_default().to_owned();
                list.push((Place::at(path, source, at..at + length), line));
            }
        }
    }
    for (url, list) in places.iter_mut().filter(|(_, list)| list.is_empty()) {
        list.extend(pages.get(url).map(|page| (Place::in_file(page), String::new())));
    }
    places
}

/// The address at the beginning of a text, with its length as it is written.
fn found(text: &str) -> (usize, Option<String>) {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return (0, None);
    }
    let ends = |c: char| c.is_whitespace() || c.is_control() || "\"'<>`|\\^{}".contains(c);
    let mut written = &text[..text.find(ends).unwrap_or(text.len())];
    // In Markdown a parenthesis ends the link, unless the address has opened it itself.
    let closes = |text: &str| text.matches(')').count() > text.matches('(').count();
    while closes(written) || written.ends_with(['.', ',', ';', ':', '!', '?', '*', '_', ']']) {
        let end =
            if closes(written) { written.rfind(')') } else { written.char_indices().next_back().map(|(at, _)| at) };
        written = &written[..end.unwrap_or(0)];
    }
    (written.len(), Some(normal(&written.replace("&amp;", "&"))))
}
