//! Pictures in pages: HTML of one picture in one layout, what templates call, and what is wrong with pictures.
//!
//! An answer to a question holds the HTML around the words that stand for the picture; what they are, who shows it says.

use super::ask::Asker;
use super::functions::{hint, optional};
use super::gallery::{Original, PictureFile, State, Trouble, path};
use super::query::{Fact, Query};
use super::world::World;
use crate::diagnostic::{Diagnostic, Place};
use crate::output::hash;
use colibri_picture::{Developed, Fault, Format, Layout, MEGAPIXELS, Variant};
use pulldown_cmark_escape::escape_html;
use serde_json::{Value as Json, json};
use tera::{Error, Kwargs, TeraResult, Value};

/// The layout of pictures in texts.
pub(super) const TEXT: &str = "text";

/// What a picture ends with that may wait until it is nearly seen.
const LATER: &str = " loading=\"lazy\" decoding=\"async\"";

/// The answer to a question for a picture; none if there is no such original, or the theme says nothing of the layout.
pub(super) fn fact(world: &World, url: &str, layout: &str) -> Fact {
    let found = world.gallery.original(url).zip(world.site.theme.layouts.get(layout));
    let Some((original, layout)) = found else { return Fact::Missing };
    Fact::Data(match world.gallery.state(original, &layout.widths) {
        State::Drawing(drawing) => {
            let size = drawing.and_then(|drawing| drawing.size);
            let after = size.map_or_else(|| format!("{LATER}>"), |(width, height)| after(width, height, layout));
            json!({ "before": format!("<img src=\"{url}\""), "after": after })
        }
        State::Raw(look) => {
            let after = after(look.width, look.height, layout);
            let file = json!({ "url": url, "width": look.width, "height": look.height });
            json!({ "before": format!("<img src=\"{url}\""), "after": after, "file": file })
        }
        State::Ready(developed, key) => shown(world, original, layout, &developed, &key, url),
        State::Faulty(trouble) => said(original, &trouble),
    })
}

/// The end of a picture of this size.
fn after(width: u32, height: u32, layout: &Layout) -> String {
    let first = if layout.leads { " fetchpriority=\"high\"" } else { "" };
    format!(" width=\"{width}\" height=\"{height}\"{LATER}{first}>")
}

/// A developed picture.
fn shown(world: &World, original: &Original, layout: &Layout, made: &Developed, key: &str, url: &str) -> Json {
    let address = |variant: &Variant| world.plan.addresses.plain(&path(&original.path, key, variant)).url;
    let sources = [(Format::Avif, "avif"), (Format::WebP, "webp")].map(|(format, name)| {
        let of: Vec<&Variant> = made.variants.iter().filter(|variant| variant.format == format).collect();
        source(&of, name, layout, address)
    });
    let Some(old) = made.variants.iter().find(|variant| variant.format.is_for_all()) else { return Json::Null };
    let sources = sources.concat();
    let (open, close) = if sources.is_empty() { ("", "") } else { ("<picture>", "</picture>") };
    let width = made.variants.iter().map(|variant| variant.width).max().unwrap_or(made.width);
    let height = height(made, width);
    json!({
        "file": { "url": address(old), "width": old.width, "height": self::height(made, old.width) },
        "before": format!("{open}{sources}<img src=\"{}\"", address(old)),
        "after": after(width, height, layout) + close,
        "ground": ground(made.colour),
        "film": made.moves.then_some(url),
    })
}

/// How high a picture is at a width.
fn height(made: &Developed, width: u32) -> u32 {
    let height = (u64::from(made.height) * u64::from(width) + u64::from(made.width) / 2) / u64::from(made.width.max(1));
    u32::try_from(height).unwrap_or(made.height).max(1)
}

/// The files of one format.
fn source(of: &[&Variant], format: &str, layout: &Layout, address: impl Fn(&Variant) -> String) -> String {
    let candidates = match of {
        [] => return String::new(),
        [one] => address(one),
        several => {
            let all = several.iter().map(|variant| format!("{} {}w", address(variant), variant.width));
            all.collect::<Vec<_>>().join(", ")
        }
    };
    let mut html = format!("<source type=\"image/{format}\" srcset=\"{candidates}\"");
    if of.len() > 1 && !layout.sizes.is_empty() {
        html.push_str(" sizes=\"");
        let _ = escape_html(&mut html, &layout.sizes);
        html.push('"');
    }
    html + ">"
}

/// The class of the ground on which a picture comes: a strict policy refuses style attributes, so the theme has one rule for each
/// of 27 colours.
fn ground(colour: [u8; 3]) -> String {
    let steps = colour.map(|value| u32::from(value) * 3 / 256);
    format!("g{}{}{}", steps[0], steps[1], steps[2])
}

fn said(original: &Original, trouble: &Trouble) -> Json {
    let (case, found) = match trouble {
        Trouble::Fault(Fault::TooLarge(found)) => ("large", found.to_string()),
        Trouble::Fault(Fault::Broken | Fault::Unknown | Fault::Letters) => ("broken", String::new()),
        Trouble::Ending(ending) => ("ending", (*ending).to_owned()),
    };
    json!({ "fault": { "case": case, "found": found, "picture": original.path } })
}

/// A picture that somebody shows.
pub(super) struct Wanted<'w> {
    pub(super) url: &'w str,
    pub(super) layout: &'w str,
    pub(super) alt: &'w str,
    pub(super) class: &'w str,
    /// Whether a film may be a link to itself here.
    pub(super) is_free: bool,
}

/// The HTML of a picture; none if it is not one of ours. What is wrong with it is noted.
pub(super) fn html(asker: &Asker, wanted: &Wanted<'_>) -> Option<String> {
    let found = asker.ask(Query::Picture(wanted.url.to_owned(), wanted.layout.to_owned()));
    found.as_map()?;
    if let Some(fault) = found.get_from_path("fault").filter(|fault| fault.as_map().is_some()) {
        let part = |name| fault.get_from_path(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        asker.complain([part("picture"), part("case"), part("found")]);
        return Some(String::new());
    }
    let part = |name| found.get_from_path(name).and_then(Value::as_str);
    let (before, after) = (part("before")?, part("after")?);
    let mut html = before.to_owned();
    push_words(&mut html, wanted, part("ground").unwrap_or_default());
    html.push_str(after);
    Some(match part("film").filter(|_| wanted.is_free) {
        Some(film) => format!("<a class=\"film\" href=\"{film}\">{html}</a>"),
        None => html,
    })
}

/// What stands for the picture, and its classes, that of its ground among them if it has one.
fn push_words(html: &mut String, wanted: &Wanted<'_>, ground: &str) {
    html.push_str(" alt=\"");
    let _ = escape_html(&mut *html, wanted.alt);
    html.push('"');
    let classes: Vec<&str> = [wanted.class, ground].into_iter().filter(|class| !class.is_empty()).collect();
    if !classes.is_empty() {
        html.push_str(" class=\"");
        let _ = escape_html(&mut *html, &classes.join(" "));
        html.push('"');
    }
}

/// `picture(src, alt, layout, class)`: a picture of the site in a layout of the theme, as safe HTML.
pub(super) fn picture(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let src = kwargs.must_get::<String>("src")?;
    let alt = kwargs.must_get::<String>("alt")?;
    let layout = optional::<String>(kwargs, "layout")?.unwrap_or_else(|| TEXT.to_owned());
    let class = optional::<String>(kwargs, "class")?.unwrap_or_default();
    let layouts = &asker.world().site.theme.layouts;
    asker.ask(Query::Layouts);
    // A theme that declares none shows pictures as they are.
    if !layouts.is_empty() && !layouts.contains_key(&layout) {
        let hint = hint(&layout, layouts.keys().map(String::as_str));
        return Err(Error::message(format!("there is no [images.{layout}] in theme.toml{hint}")));
    }
    // An asset may be named as `asset()` names it.
    let named = asker.ask(Query::File(src.clone()));
    let url = named.as_str().unwrap_or(&src).to_owned();
    let wanted = Wanted { url: &url, layout: &layout, alt: &alt, class: &class, is_free: true };
    Ok(Value::safe_string(&html(asker, &wanted).unwrap_or_else(|| plain(&wanted))))
}

/// A picture that is not ours, or in a format that is published as it is.
fn plain(wanted: &Wanted<'_>) -> String {
    let mut html = String::from("<img src=\"");
    let _ = escape_html(&mut html, wanted.url);
    html.push('"');
    push_words(&mut html, wanted, "");
    html.push_str(LATER);
    html.push('>');
    html
}

/// The first picture of a page is not made to wait: it is most often seen at once.
pub(super) fn first_comes_at_once(html: &mut Vec<u8>) {
    let Some(at) = memchr::memmem::find(html, LATER.as_bytes()) else { return };
    let later = " loading=\"lazy\"".len();
    let is_of_picture =
        html[..at].iter().rposition(|byte| *byte == b'<').is_some_and(|tag| html[tag..].starts_with(b"<img "));
    if is_of_picture {
        html.drain(at..at + later);
    }
}

/// What is wrong with the pictures of a page, where its text names them.
pub(super) fn findings(asker: &Asker, complaints: Vec<[String; 3]>) -> Vec<Diagnostic> {
    let world = asker.world();
    let route = &world.plan.routes[asker.route];
    let page = route.page().map(|page| &world.site.pages[page]);
    let one = |[picture, case, found]: [String; 3]| {
        let name = picture.rsplit('/').next().unwrap_or_default();
        let written = page.and_then(|page| page.source.text().find(name).map(|at| at..at + name.len()));
        let source = page.map_or("", |page| page.source.text());
        let file = page.map_or(route.path.as_str(), |page| page.file.as_str());
        let place = written.map_or_else(|| Place::in_file(file), |range| Place::at(file, source, range));
        let finding = Diagnostic::error("broken-picture", place).line_of(source);
        finding.with("picture", &picture).with("case", case).with("found", found).with("limit", MEGAPIXELS)
    };
    complaints.into_iter().map(one).collect()
}

/// The files of a picture in a layout, for the output.
pub(super) fn files(world: &World, url: &str, layout: &str) -> Vec<PictureFile> {
    let found = world.gallery.original(url).zip(world.site.theme.layouts.get(layout));
    let Some((original, layout)) = found else { return Vec::new() };
    let State::Ready(developed, key) = world.gallery.state(original, &layout.widths) else { return Vec::new() };
    let one = |variant: Variant| {
        let address = world.plan.addresses.plain(&path(&original.path, &key, &variant));
        let (key, hash) = (key.clone(), hash(&variant.bytes));
        PictureFile { key, hash, path: address.path, url: address.url, bytes: variant.bytes.into() }
    };
    developed.variants.into_iter().map(one).collect()
}
