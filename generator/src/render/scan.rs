//! What a finished page links to, and by which anchors it can be linked: one pass over its HTML.
//!
//! The HTML is our own, from templates and cleaned Markdown: tags are well formed and attributes stand between quotes.

use hashbrown::HashMap;
use memchr::memmem::find;
use memchr::{memchr, memchr3_iter};
use rustc_hash::FxBuildHasher;
use std::borrow::Cow;
use std::sync::Arc;

/// Links and anchors of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Addresses inside the site that the page leads to, from the root, with their fragment; each once.
    pub links: Vec<Arc<str>>,
    /// Anchors: values of `id`.
    pub ids: Vec<Arc<str>>,
}

/// Reads pages one after another. Most of their links are those of the page before: each text is kept once.
#[derive(Default)]
pub(super) struct Scanner {
    /// Each link, with the last page that had it.
    links: HashMap<Arc<str>, usize, FxBuildHasher>,
    page: usize,
}

impl Scanner {
    /// Reads links and anchors of a page that stands at `url`.
    pub(super) fn facts(&mut self, url: &str, html: &[u8]) -> Facts {
        self.page += 1;
        let mut facts = Facts::default();
        tags(html).for_each(|tag| self.read_tag(url, tag, &mut facts));
        facts
    }

    fn read_tag(&mut self, url: &str, tag: &[u8], facts: &mut Facts) {
        for (name, value) in attributes(tag) {
            let told = || unescape(std::str::from_utf8(value).unwrap_or_default());
            match name {
                b"id" => facts.ids.push(told().into()),
                b"href" | b"src" if leads_somewhere(tag) => facts.links.extend(self.link(url, &told())),
                _ => {}
            }
        }
    }

    /// A link as an address from the root; nothing for other sites, other schemes, and what this page had before.
    fn link(&mut self, url: &str, written: &str) -> Option<Arc<str>> {
        let link = absolute(url, written)?;
        if let Some((known, last)) = self.links.get_key_value_mut(&*link) {
            return (std::mem::replace(last, self.page) != self.page).then(|| known.clone());
        }
        let new: Arc<str> = link.into();
        self.links.insert(new.clone(), self.page);
        Some(new)
    }
}

/// What stands between `<` and `>` of every element that begins, comments and ends left out.
pub(super) fn tags(html: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = html;
    let each = std::iter::from_fn(move || {
        let after = &rest[memchr(b'<', rest)? + 1..];
        let (tag, left) = match after.strip_prefix(b"!--") {
            // Up to its own end: a comment may hold tags.
            Some(comment) => (&b"!"[..], &comment[find(comment, b"-->")? + 3..]),
            None => after.split_at(tag_end(after)?),
        };
        rest = left;
        Some(tag)
    });
    each.filter(|tag| !tag.starts_with(b"/") && !tag.starts_with(b"!"))
}

/// Where a tag ends: at the first `>` outside quotes.
pub(super) fn tag_end(tag: &[u8]) -> Option<usize> {
    let mut quote = None;
    for at in memchr3_iter(b'>', b'"', b'\'', tag) {
        match (quote, tag[at]) {
            (None, b'>') => return Some(at),
            (None, open) => quote = Some(open),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Whether the address in a tag is one to go to, not one to speak of: canonical and language links are made by the plan.
fn leads_somewhere(tag: &[u8]) -> bool {
    !tag.starts_with(b"link ") || find(tag, b"stylesheet").is_some() || find(tag, b"icon").is_some()
}

/// The attributes of a tag that have a value.
pub(super) fn attributes(tag: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let equals = memchr(b'=', rest)?;
        let (before, after) = (&rest[..equals], &rest[equals + 1..]);
        let name = before.iter().rposition(u8::is_ascii_whitespace).map_or(before, |space| &before[space + 1..]);
        let (value, left) = match after.first() {
            Some(quote @ (b'"' | b'\'')) => {
                let end = memchr(*quote, &after[1..])? + 1;
                (&after[1..end], &after[end + 1..])
            }
            // Without quotes it goes on to the next space: a slash is part of it.
            _ => after.split_at(after.iter().position(u8::is_ascii_whitespace).unwrap_or(after.len())),
        };
        rest = left;
        Some((name, value))
    })
}

pub(super) fn unescape(value: &str) -> Cow<'_, str> {
    const WRITTEN: [(&str, &str); 7] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        // Last, so that what it gives is not read again.
        ("&amp;", "&"),
    ];
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    Cow::Owned(WRITTEN.iter().fold(value.to_owned(), |text, (written, meant)| text.replace(written, meant)))
}

/// A link as an address from the root; nothing for other sites and other schemes.
pub(super) fn absolute<'l>(url: &str, link: &'l str) -> Option<Cow<'l, str>> {
    let link = link.trim();
    if link.starts_with("//") {
        return None;
    }
    let bare = link.strip_suffix('#').unwrap_or(link);
    if bare.starts_with('/') && memchr(b'?', bare.as_bytes()).is_none() {
        return Some(Cow::Borrowed(bare));
    }
    let before_slash = link.split(['/', '#', '?']).next().unwrap_or_default();
    if before_slash.contains(':') {
        return None;
    }
    let (path, fragment) = bare.split_once('#').map_or((bare, ""), |(path, _)| (path, &bare[path.len()..]));
    let path = path.split('?').next().unwrap_or_default();
    let path = match path {
        "" => url.to_owned(),
        _ if path.starts_with('/') => path.to_owned(),
        _ => joined(url, path),
    };
    Some(Cow::Owned(path + fragment))
}

fn joined(url: &str, path: &str) -> String {
    let folder = url.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            ".." if parts.len() > 1 => drop(parts.pop()),
            "." | ".." => {}
            _ => parts.push(part),
        }
    }
    let joined = parts.join("/");
    if path.ends_with("..") { format!("{joined}/") } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(html: &str) -> Vec<String> {
        Scanner::default().facts("/fr/news/", html.as_bytes()).links.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn links_become_addresses_from_the_root() {
        let html =
            r##"<a href="../a/">x</a><a href='b.pdf'>x</a><a href="#c">x</a><img alt="a > b" src="/d.png?v=1">"##;
        assert_eq!(links(html), ["/fr/a/", "/fr/news/b.pdf", "/fr/news/#c", "/d.png"]);
    }

    #[test]
    fn an_address_without_quotes_is_read_whole() {
        let html = "<a href=/a/>x</a><a class=b href=c.pdf\tid=d>x</a><a href=/e/\nrel=me>x</a><img src=/f.png alt=/g>";
        assert_eq!(links(html), ["/a/", "/fr/news/c.pdf", "/e/", "/f.png"]);
        let found = Scanner::default().facts("/", html.as_bytes());
        assert_eq!(found.ids.iter().map(ToString::to_string).collect::<Vec<_>>(), ["d"]);
    }

    #[test]
    fn a_page_has_each_link_once_and_the_next_has_it_again() {
        let mut scanner = Scanner::default();
        let html = r#"<a href="/a/">x</a><a href="/a/#">x</a><a href="/b/?x#">x</a>"#;
        for _ in 0..2 {
            let links: Vec<_> = scanner.facts("/", html.as_bytes()).links.iter().map(ToString::to_string).collect();
            assert_eq!(links, ["/a/", "/b/"]);
        }
    }

    #[test]
    fn other_sites_are_left_alone() {
        assert!(
            links(r#"<a href="https://x.org/">x</a><a href="//x.org">x</a><a href="mailto:a@b.c">x</a>"#).is_empty()
        );
        assert!(links(r#"<link rel="canonical" href="/x/"><!-- <a href="/y/"> -->"#).is_empty());
    }

    #[test]
    fn anchors_are_found() {
        let found = Scanner::default().facts("/", br#"<h2 class="x" id="l&#x27;eau">x</h2><p data-id="no">"#);
        assert_eq!(found.ids.iter().map(ToString::to_string).collect::<Vec<_>>(), ["l'eau"]);
    }
}
