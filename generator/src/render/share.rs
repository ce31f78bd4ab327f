//! The picture by which a page is shown elsewhere: a card, drawn by the theme's `card.svg`, or a file of a picture that the page has.

use super::ask::Asker;
use super::functions::optional;
use super::gallery::{CARD, PictureFile, path};
use super::picture::TEXT;
use super::query::{Fact, Query};
use super::world::World;
use crate::output::hash;
use colibri_picture::{Developed, Fault};
use serde_json::json;
use tera::{Kwargs, TeraResult, Value};

/// Under which name a card stands in the output.
const NAME: &str = "card";

/// The answer to a question for a card: where it stands, or what is wrong with it.
pub(super) fn drawn(world: &World, key: &str) -> Fact {
    match world.gallery.drawn(key) {
        Some(Ok(card)) => files_of(world, key, card.clone()).first().map_or(Fact::Missing, |file| {
            Fact::Data(json!({ "url": file.url, "width": card.width, "height": card.height }))
        }),
        // A page whose letters are not in the fonts has no card: its words are not at fault.
        Some(Err(Fault::Letters)) | None => Fact::Missing,
        Some(Err(_)) => Fact::Data(json!({ "fault": true })),
    }
}

/// The card of a page, from what its template has made: what templates are given, or none.
pub(super) fn card(asker: &Asker, drawing: &str) -> Value {
    let drawing = drawing.trim();
    if drawing.is_empty() {
        return Value::none();
    }
    let world = asker.world();
    let Some(key) = world.gallery.card(drawing) else { return Value::none() };
    let found = asker.ask(Query::Drawn(key));
    if found.get_from_path("fault").is_some_and(|fault| fault.as_bool() == Some(true)) {
        let file = world.site.theme.templates.get(CARD).map(|template| template.file.clone());
        asker.complain([file.unwrap_or_default(), "drawing".to_owned(), String::new()]);
        return Value::none();
    }
    found
}

/// The file of a card, for the output.
pub(super) fn files(world: &World, key: &str) -> Vec<PictureFile> {
    world.gallery.drawn(key).and_then(Result::ok).map(|card| files_of(world, key, card)).unwrap_or_default()
}

fn files_of(world: &World, key: &str, card: Developed) -> Vec<PictureFile> {
    let one = |variant: colibri_picture::Variant| {
        let address = world.plan.addresses.plain(&path(NAME, key, &variant));
        let (key, hash) = (key.to_owned(), hash(&variant.bytes));
        PictureFile { key, hash, path: address.path, url: address.url, bytes: variant.bytes.into() }
    };
    card.variants.into_iter().map(one).collect()
}

/// `picture_file(src, layout)`: the file of a picture that every program shows, with its size; none for drawings, for what is not ours,
/// and without `src`.
pub(super) fn picture_file(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let src = kwargs.get::<&Value>("src")?.and_then(Value::as_str).map(str::to_owned);
    let Some(src) = src else { return Ok(Value::none()) };
    let layout = optional::<String>(kwargs, "layout")?.unwrap_or_else(|| TEXT.to_owned());
    let named = asker.ask(Query::File(src.clone()));
    let url = named.as_str().unwrap_or(&src).to_owned();
    let found = asker.ask(Query::Picture(url, layout));
    Ok(found.get_from_path("file").cloned().unwrap_or_else(Value::none))
}
