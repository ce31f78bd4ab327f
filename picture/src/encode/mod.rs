//! The files of a picture: which formats, and at which quality each.
//!
//! A quality is searched once, at a small width, where looking costs little, and checked at the others. A format that is not smaller
//! there than what all browsers show anyway is left out, and no larger width of it is made.

mod avif;
mod jpeg;
mod png;
mod webp;
mod yuv;

use super::nature::Nature;
use super::pixels::Pixels;
use super::record::{Format, Variant};
use super::score::Model;
use super::search::{Tried, search};
use rayon::prelude::*;

/// A photograph so near to its original is taken for it at a glance.
const PHOTOGRAPH: f64 = 60.0;
/// Of a drawing the edges are looked at.
const DRAWING: f64 = 75.0;

/// The picture for all browsers is the widest up to this: few need it, and they have large screens.
const FOR_ALL: u32 = 960;

/// The quality is searched at the first width from this on: smaller ones have little of what the eye looks at.
const PROBE: u32 = 360;

/// At another width a quality found is taken as it is when the score is at most so much under the target.
const ENOUGH: f64 = 1.5;

/// A format beside another is worth its line in the page when its files are smaller than this share of the other's.
const WORTH: (usize, usize) = (93, 100);

/// The quality of a card that is like a photograph: it is made smaller by whoever shows it.
const CARD: u8 = 82;

/// One way of encoding at a quality from 0 to 100: its bytes, and how they look again.
type Way = fn(&Pixels, u8) -> Option<(Vec<u8>, Vec<u8>)>;

/// A way, the format that it gives, and where its search begins.
#[derive(Clone, Copy)]
struct Lossy {
    format: Format,
    way: Way,
    range: (u8, u8),
    first: u8,
}

/// One width of a picture, with what its variants are compared to.
struct Step<'p> {
    pixels: &'p Pixels,
    model: Model,
}

/// The variants of a picture that is given in all its widths, the smallest first.
pub(super) fn variants(widths: &[Pixels], nature: Nature) -> Vec<Variant> {
    let steps: Vec<Step<'_>> = widths.par_iter().map(|pixels| Step { pixels, model: Model::new(pixels) }).collect();
    let Some(last) = steps.len().checked_sub(1) else { return Vec::new() };
    let probe = steps.iter().position(|step| step.pixels.width >= PROBE).unwrap_or(last);
    let old = steps.iter().rposition(|step| step.pixels.width <= FOR_ALL).unwrap_or(0);
    let target = if nature == Nature::Drawing { DRAWING } else { PHOTOGRAPH };
    let (webp, old) =
        rayon::join(|| webp(&steps, probe, target, nature), || for_all(&steps, (probe, old), target, nature));
    let limit = webp.get(probe).map_or(usize::MAX, |one| one.bytes.len());
    let is_opaque = steps[probe].pixels.is_opaque();
    let avif = if is_opaque { lossy(&steps, probe, target, avif_of(nature), limit) } else { Vec::new() };
    chosen(avif, webp, old)
}

/// The one file of a card: those who show it elsewhere know JPEG and PNG. A drawing is given again in few colours.
pub(super) fn card(pixels: &Pixels, drawn: Option<Pixels>) -> Option<Variant> {
    let one = |format: Format, bytes: Vec<u8>| Variant { format, width: pixels.width, bytes };
    match drawn {
        Some(drawn) => png::encode(&drawn).map(|bytes| one(Format::Png, bytes)),
        None => jpeg::encode(pixels, CARD).map(|(bytes, _)| one(Format::Jpeg, bytes)),
    }
}

/// The formats that are worth their place: each smaller than those that follow it.
fn chosen(avif: Vec<Variant>, webp: Vec<Variant>, old: Option<Variant>) -> Vec<Variant> {
    let Some(old) = old else { return Vec::new() };
    let at =
        |variants: &[Variant]| variants.iter().find(|variant| variant.width == old.width).map(|one| one.bytes.len());
    let is_smaller = |size: Option<usize>, other: usize| size.is_some_and(|size| is_worth(size, other));
    let webp = if is_smaller(at(&webp), old.bytes.len()) { webp } else { Vec::new() };
    let next = at(&webp).unwrap_or(old.bytes.len());
    let avif = if is_smaller(at(&avif), next) { avif } else { Vec::new() };
    avif.into_iter().chain(webp).chain([old]).collect()
}

/// Whether files of this size are worth a line in the page beside those of another.
fn is_worth(size: usize, other: usize) -> bool {
    size.saturating_mul(WORTH.1) < other.saturating_mul(WORTH.0)
}

fn avif_of(nature: Nature) -> Lossy {
    let way: Way = if nature == Nature::Drawing { avif::whole } else { avif::halved };
    Lossy { format: Format::Avif, way, range: (10, 95), first: if nature == Nature::Drawing { 65 } else { 52 } }
}

/// Lossy or lossless, whichever is smaller at one width.
fn webp(steps: &[Step<'_>], probe: usize, target: f64, nature: Nature) -> Vec<Variant> {
    let way = Lossy { format: Format::WebP, way: webp::lossy, range: (5, 98), first: 60 };
    let lossy = lossy(steps, probe, target, way, usize::MAX);
    let is_drawn = nature == Nature::Drawing || !steps[probe].pixels.is_opaque();
    let exact = |step: &Step<'_>| webp::lossless(step.pixels).map(|bytes| variant(Format::WebP, step, bytes));
    let seen = lossy.get(probe).map_or(usize::MAX, |one| one.bytes.len());
    if is_drawn && exact(&steps[probe]).is_some_and(|one| one.bytes.len() <= seen) {
        let all: Vec<Variant> = steps.par_iter().filter_map(exact).collect();
        return if all.len() == steps.len() { all } else { lossy };
    }
    lossy
}

/// The one file for browsers that know nothing newer, at the second of two widths.
fn for_all(steps: &[Step<'_>], (probe, at): (usize, usize), target: f64, nature: Nature) -> Option<Variant> {
    let way = Lossy { format: Format::Jpeg, way: jpeg::encode, range: (10, 98), first: 70 };
    let step = &steps[at];
    let jpeg = step.pixels.is_opaque().then(|| found(&steps[probe], way, target, way.first)).flatten();
    let jpeg = jpeg.and_then(|first| if at == probe { Some(first) } else { mended(step, way, target, first.quality) });
    let jpeg = jpeg.map(|tried| variant(Format::Jpeg, step, tried.bytes));
    let is_exact = nature == Nature::Drawing || jpeg.is_none();
    let png = is_exact.then(|| png::encode(step.pixels)).flatten().map(|bytes| variant(Format::Png, step, bytes));
    [jpeg, png].into_iter().flatten().min_by_key(|one| one.bytes.len())
}

fn variant(format: Format, step: &Step<'_>, bytes: Vec<u8>) -> Variant {
    Variant { format, width: step.pixels.width, bytes }
}

/// All widths in one format: the quality searched at one of them, and mended at others where it does not do. None if what is
/// found there is not worth its place beside files of another size.
fn lossy(steps: &[Step<'_>], probe: usize, target: f64, way: Lossy, limit: usize) -> Vec<Variant> {
    let Some(first) = found(&steps[probe], way, target, way.first) else { return Vec::new() };
    if !is_worth(first.bytes.len(), limit) {
        return Vec::new();
    }
    let quality = first.quality;
    let one = |(number, step): (usize, &Step<'_>)| {
        let tried = (number != probe).then(|| mended(step, way, target, quality))??;
        Some(variant(way.format, step, tried.bytes))
    };
    let mut all: Vec<Variant> = steps.par_iter().enumerate().filter_map(one).collect();
    all.push(variant(way.format, &steps[probe], first.bytes));
    all.sort_by_key(|one| one.width);
    if all.len() == steps.len() { all } else { Vec::new() }
}

/// A width at the quality that was found at another, or at a better one where that does not do.
fn mended(step: &Step<'_>, way: Lossy, target: f64, quality: u8) -> Option<Tried> {
    let target = target - ENOUGH;
    let tried = look(step, way, quality)?;
    if tried.score.is_none_or(|score| score >= target) || quality >= way.range.1 {
        return Some(tried);
    }
    search((quality + 1, way.range.1), quality + 5, target, |quality| look(step, way, quality))
}

/// The search for one width in one format.
fn found(step: &Step<'_>, way: Lossy, target: f64, first: u8) -> Option<Tried> {
    search(way.range, first, target, |quality| look(step, way, quality))
}

fn look(step: &Step<'_>, way: Lossy, quality: u8) -> Option<Tried> {
    let (bytes, seen) = (way.way)(step.pixels, quality)?;
    Some(Tried { quality, bytes, score: step.model.score(&seen) })
}
