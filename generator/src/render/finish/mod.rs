//! The last step of a page: its styles are put in, and what no reader is sent for is left out.
//!
//! Takes the HTML that a template gave, with marks where it asked for styles; gives the bytes of the page. What a reader sees
//! stays as it was: of styles only rules go that nothing on the page can match, of texts only spaces that a browser shows as
//! one, and comments. HTML that cannot be read without doubt stays as it is, with whole styles.

mod pieces;
mod spaces;
mod style;

use crate::plan::{Kind, Plan, Route};
use crate::site::{Sheet, Site};
use memchr::memmem::find;
use pieces::{Piece, Pieces};
use spaces::Trims;
pub(super) use style::mark;
use style::{Asked, Names};

/// Puts the finished page into `finished`, which is empty before.
pub(super) fn finish(site: &Site, plan: &Plan, route: &Route, html: &[u8], finished: &mut Vec<u8>) {
    let open = site.config.styles.keep_unused || matches!(route.kind, Kind::Shell);
    let page = Page { site, plan, html };
    let read = page.read(open).unwrap_or_else(|| page.in_doubt());
    let texts = page.texts(&read);
    let mut texts = texts.iter();
    let mut from = 0;
    for place in &read.styles {
        finished.extend_from_slice(&read.html[from..place.at]);
        page.put_style(place, &mut texts, finished);
        from = place.at;
    }
    finished.extend_from_slice(&read.html[from..]);
}

/// A page to finish.
#[derive(Clone, Copy)]
struct Page<'p> {
    site: &'p Site,
    plan: &'p Plan,
    html: &'p [u8],
}

/// A page that was read: its HTML without the texts of its styles, and where these stand.
struct Read<'p> {
    html: Vec<u8>,
    styles: Vec<Place<'p>>,
    names: Names<'p>,
}

/// Where styles stand.
struct Place<'p> {
    at: usize,
    asked: Vec<Asked<'p>>,
    /// Whether the tags of the element are in the HTML, since they say more than that it is a style.
    in_tags: bool,
}

impl<'p> Page<'p> {
    /// Reads the page; none if it cannot be read without doubt.
    fn read(self, open: bool) -> Option<Read<'p>> {
        let spaces =
            self.site.config.minify && !self.site.sheets.spaces_matter && find(self.html, b"white-space").is_none();
        let names = Names::new(&self.site.sheets, open);
        let read = Read { html: Vec::with_capacity(self.html.len()), styles: Vec::new(), names };
        let mut reader = Reader { page: self, read, trims: spaces.then(Trims::default), style: None };
        let mut pieces = Pieces::of(self.html);
        while let Some(piece) = pieces.next() {
            reader.put(piece, &pieces);
        }
        (!pieces.doubt).then_some(reader.read)
    }

    /// The page as it is, its styles whole.
    fn in_doubt(self) -> Read<'p> {
        let names = Names::new(&self.site.sheets, true);
        let mut read = Read { html: Vec::with_capacity(self.html.len()), styles: Vec::new(), names };
        let mut rest = self.html;
        while let Some((before, text, after)) = naive_style(rest) {
            read.html.extend_from_slice(before);
            let asked = style::asked(text, &self.site.sheets);
            read.styles.push(Place { at: read.html.len(), asked, in_tags: true });
            rest = after;
        }
        read.html.extend_from_slice(rest);
        read
    }

    /// The text of each style that the page asks for, in order; of linked ones, none.
    fn texts(self, read: &Read) -> Vec<String> {
        let asked = read.styles.iter().flat_map(|place| &place.asked);
        let names: Vec<&str> =
            asked.filter_map(|one| if let Asked::Style(name) = one { Some(*name) } else { None }).collect();
        if read.names.open {
            let whole =
                |name: &&str| self.site.styles.get(*name).map(|style| style.css.to_string()).unwrap_or_default();
            return names.iter().map(whole).collect();
        }
        let sheets: Vec<&Sheet> = names.iter().filter_map(|name| self.site.sheets.sheet(name)).collect();
        // Attributes, drawings and the template's own styles may read them.
        let read_elsewhere =
            [&b"var("[..], b"animation", b"font-family"].iter().any(|word| find(self.html, word).is_some());
        read.names.used(&sheets, read_elsewhere)
    }

    fn put_style<'t>(self, place: &Place, texts: &mut impl Iterator<Item = &'t String>, finished: &mut Vec<u8>) {
        let mut inside = place.in_tags;
        let inline = |text: &str, inside: &mut bool, finished: &mut Vec<u8>| {
            if !text.is_empty() && !std::mem::replace(inside, true) {
                finished.extend_from_slice(b"<style>");
            }
            finished.extend_from_slice(text.as_bytes());
        };
        for asked in &place.asked {
            match asked {
                Asked::Own(text) => inline(text, &mut inside, finished),
                Asked::Style(name) => {
                    let text = texts.next().map(String::as_str).unwrap_or_default();
                    match self.linked(name).filter(|_| !place.in_tags) {
                        None => inline(text, &mut inside, finished),
                        Some(url) => {
                            let end = if std::mem::take(&mut inside) { "</style>" } else { "" };
                            let link = format!(r#"{end}<link rel="stylesheet" href="{url}">"#);
                            finished.extend_from_slice(link.as_bytes());
                        }
                    }
                }
            }
        }
        if inside && !place.in_tags {
            finished.extend_from_slice(b"</style>");
        }
    }

    /// The address of a style that pages share.
    fn linked(self, name: &str) -> Option<&'p str> {
        let address = self.plan.files.styles.get(name)?;
        self.site.sheets.is_linked(name).then_some(address.url.as_str())
    }
}

/// The first `<style>` of a text: what stands before its text, its text, and what stands behind.
fn naive_style(html: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let tag = find(html, b"<style")?;
    let begin = tag + find(&html[tag..], b">")? + 1;
    let end = begin + find(&html[begin..], b"</style")?;
    Some((&html[..begin], &html[begin..end], &html[end..]))
}

/// Puts a page together piece by piece.
struct Reader<'p> {
    page: Page<'p>,
    read: Read<'p>,
    /// What is known of spaces; none if they all stay.
    trims: Option<Trims>,
    /// Inside a `<style>`: whether its tags are kept.
    style: Option<bool>,
}

impl<'p> Reader<'p> {
    fn put(&mut self, piece: Piece<'p>, pieces: &Pieces<'p>) {
        match (piece, self.style) {
            (Piece::Raw(text), Some(in_tags)) => {
                let asked = style::asked(text, &self.page.site.sheets);
                self.read.styles.push(Place { at: self.read.html.len(), asked, in_tags });
                return;
            }
            (Piece::End(name, _), Some(in_tags)) if name.eq_ignore_ascii_case(b"style") => {
                self.style = None;
                if !in_tags {
                    return;
                }
            }
            (Piece::Start(name, _), _) => {
                self.read.names.read_tag(name, &pieces.attributes);
                if name.eq_ignore_ascii_case(b"style") {
                    let in_tags = !pieces.attributes.is_empty();
                    self.style = Some(in_tags);
                    if !in_tags {
                        return;
                    }
                }
            }
            _ => {}
        }
        match &mut self.trims {
            Some(trims) => trims.put(piece, pieces.is_foreign(), &mut self.read.html),
            None => self.read.html.extend_from_slice(piece.whole()),
        }
    }
}

#[cfg(test)]
mod tests;
