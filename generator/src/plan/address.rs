//! How addresses are made: from languages, slugs and the settings' way of writing them.

use super::Files;
use crate::output::Hash;
use crate::site::{Config, Kind, Lang, Page, Root, Site, Urls};
use hashbrown::HashMap;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::fmt::Write as _;

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// From the root of the host, percent-encoded, such as `/fr/actualites/`.
    pub url: String,
    /// In the output folder, such as `fr/actualites/index.html`.
    pub path: String,
}

/// What an address cannot hold as it is. Letters of all scripts can stay: browsers encode them, and people read them.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'');

/// Percent-encodes what an address cannot hold as it is.
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for c in path.chars() {
        let mut buffer = [0; 4];
        if c.is_ascii() {
            encoded.extend(utf8_percent_encode(c.encode_utf8(&mut buffer), UNSAFE));
        } else {
            encoded.push(c);
        }
    }
    encoded
}

/// How the addresses of a site are made.
#[derive(Clone, Debug)]
pub struct Addresses {
    base: String,
    prefixes: Vec<String>,
    urls: Urls,
}

impl Addresses {
    /// The way that the settings ask for.
    pub fn new(config: &Config) -> Self {
        let prefix = |(lang, language): (Lang, &crate::site::Language)| match config.root {
            Root::Reference if lang == 0 => String::new(),
            _ => language.code.clone(),
        };
        let prefixes = config.languages.iter().enumerate().map(prefix).collect();
        Addresses { base: config.base_path().to_owned(), prefixes, urls: config.urls }
    }

    /// The address of a page made of segments below the home of a language.
    pub fn page(&self, lang: Lang, below: &str) -> Address {
        let parts = [self.prefixes[lang].as_str(), below];
        self.raw_page(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/"))
    }

    /// The address of a page by its whole path from the root, without ending.
    pub fn raw_page(&self, inner: &str) -> Address {
        if inner.is_empty() {
            return Address { url: format!("{}/", self.base), path: "index.html".to_owned() };
        }
        match self.urls {
            Urls::Folders => {
                Address { url: format!("{}/{}/", self.base, encode(inner)), path: format!("{inner}/index.html") }
            }
            Urls::Files => Address { url: format!("{}/{}", self.base, encode(inner)), path: format!("{inner}.html") },
        }
    }

    /// The address of a file inside the folder of a language.
    pub fn file(&self, lang: Lang, below: &str) -> Address {
        let prefix = &self.prefixes[lang];
        let inner = if prefix.is_empty() { below.to_owned() } else { format!("{prefix}/{below}") };
        self.plain(&inner)
    }

    /// The address of a file by its path.
    pub fn plain(&self, path: &str) -> Address {
        Address { url: format!("{}/{}", self.base, encode(path)), path: path.to_owned() }
    }

    /// The address of a file with a fingerprint of its content before its ending.
    pub fn fingerprinted(&self, path: &str, hash: &Hash) -> Address {
        let mark = hash[..5].iter().fold(String::new(), |mut mark, byte| {
            let _ = write!(mark, "{byte:02x}");
            mark
        });
        let (stem, ending) = match path.rsplit_once('.') {
            Some((stem, ending)) if !ending.contains('/') => (stem, format!(".{ending}")),
            _ => (path, String::new()),
        };
        self.plain(&format!("{stem}.{mark}{ending}"))
    }

    /// Addresses of all pages, by their number.
    pub(super) fn of_pages(&self, site: &Site) -> Vec<Address> {
        let slugs = slugs(site);
        site.pages.iter().map(|page| self.page(page.lang, &below(&slugs, page))).collect()
    }

    /// Addresses of all files that are copied as they are.
    pub(super) fn of_files(&self, site: &Site, pages: &[Address]) -> Files {
        let owners: HashMap<&str, usize> = site
            .pages
            .iter()
            .enumerate()
            .filter_map(|(number, page)| Some((page.folder.as_deref()?, number)))
            .collect();
        let attachment = |path: &String| self.attachment(path, &owners, pages);
        Files {
            attachments: site.attachments.keys().map(|path| (path.clone(), attachment(path))).collect(),
            assets: site
                .assets
                .iter()
                .map(|(name, file)| (name.clone(), self.fingerprinted(&format!("assets/{name}"), &file.hash)))
                .collect(),
            styles: site
                .styles
                .iter()
                .map(|(name, style)| (name.clone(), self.fingerprinted(name, &style.hash)))
                .collect(),
        }
    }

    /// A file beside a page stands below the page's address, wherever its slug has led.
    fn attachment(&self, path: &str, owners: &HashMap<&str, usize>, pages: &[Address]) -> Address {
        let mut inner = path;
        while let Some((outer, _)) = inner.rsplit_once('/') {
            if let Some(owner) = owners.get(outer) {
                let base = folder(&pages[*owner]);
                let rest = &path[outer.len() + 1..];
                return self.plain(&if base.is_empty() { rest.to_owned() } else { format!("{base}/{rest}") });
            }
            inner = outer;
        }
        self.plain(path)
    }
}

/// The folder in the output below which things that belong to a page stand; empty for the root.
pub(super) fn folder(page: &Address) -> &str {
    page.path.trim_end_matches("index.html").trim_end_matches(".html").trim_end_matches('/')
}

type Slugs<'s> = HashMap<(Lang, &'s str), &'s str>;

/// The slugs of sections: those that change the address of what stands below.
fn slugs(site: &Site) -> Slugs<'_> {
    let sections = site.pages.iter().filter(|page| page.kind == Kind::Section);
    sections
        .filter_map(|page| Some(((page.lang, page.id.as_str()), page.front.slug.as_ref()?.value.as_str())))
        .collect()
}

/// Segments of a page below its language's home.
fn below(slugs: &Slugs<'_>, page: &Page) -> String {
    let mut segments = Vec::new();
    let mut id = page.id.as_str();
    let mut own = page.front.slug.as_ref().map(|slug| slug.value.as_str());
    while !id.is_empty() {
        let (outer, last) = id.rsplit_once('/').unwrap_or(("", id));
        segments.push(own.take().or_else(|| slugs.get(&(page.lang, id)).copied()).unwrap_or(last));
        id = outer;
    }
    segments.reverse();
    segments.join("/")
}
