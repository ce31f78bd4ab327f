//! The files of a picture: which formats, and at which quality each.
//!
//! A quality is searched once, at a middle width, and checked at the others. A format that is not smaller than what all
//! browsers show anyway is left out.

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

/// At another width a quality found is taken as it is when the score is at most so much under the target.
const ENOUGH: f64 = 0.5;

/// A format beside another is worth its line in the page when its files are smaller than this share of the other's.
const WORTH: (usize, usize) = (93, 100);

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
    let Some(middle) = steps.iter().rposition(|step| step.pixels.width <= FOR_ALL).or(Some(0)) else { return vec![] };
    let is_opaque = steps[middle].pixels.is_opaque();
    let target = if nature == Nature::Drawing { DRAWING } else { PHOTOGRAPH };
    let (avif, (webp, old)) = rayon::join(
        || if is_opaque { lossy(&steps, middle, target, avif_of(nature)) } else { Vec::new() },
        || rayon::join(|| webp(&steps, middle, target, nature), || for_all(&steps[middle], target, nature)),
    );
    chosen(avif, webp, old)
}

/// The formats that are worth their place: each smaller than those that follow it.
fn chosen(avif: Vec<Variant>, webp: Vec<Variant>, old: Option<Variant>) -> Vec<Variant> {
    let Some(old) = old else { return Vec::new() };
    let at =
        |variants: &[Variant]| variants.iter().find(|variant| variant.width == old.width).map(|one| one.bytes.len());
    let is_worth = |size: Option<usize>, other: usize| size.is_some_and(|size| size * WORTH.1 < other * WORTH.0);
    let webp = if is_worth(at(&webp), old.bytes.len()) { webp } else { Vec::new() };
    let next = at(&webp).unwrap_or(old.bytes.len());
    let avif = if is_worth(at(&avif), next) { avif } else { Vec::new() };
    avif.into_iter().chain(webp).chain([old]).collect()
}

fn avif_of(nature: Nature) -> Lossy {
    let way: Way = if nature == Nature::Drawing { avif::whole } else { avif::halved };
    Lossy { format: Format::Avif, way, range: (10, 95), first: if nature == Nature::Drawing { 65 } else { 52 } }
}

/// Lossy or lossless, whichever is smaller.
fn webp(steps: &[Step<'_>], middle: usize, target: f64, nature: Nature) -> Vec<Variant> {
    let way = Lossy { format: Format::WebP, way: webp::lossy, range: (5, 98), first: 60 };
    let (lossy, lossless) = rayon::join(
        || lossy(steps, middle, target, way),
        || {
            let is_drawn = nature == Nature::Drawing || !steps[middle].pixels.is_opaque();
            let one = |step: &Step<'_>| webp::lossless(step.pixels).map(|bytes| variant(Format::WebP, step, bytes));
            if is_drawn { steps.par_iter().filter_map(one).collect() } else { Vec::new() }
        },
    );
    let size = |variants: &[Variant]| variants.iter().map(|one| one.bytes.len()).sum::<usize>();
    let has_all = lossless.len() == steps.len();
    if has_all && (lossy.is_empty() || size(&lossless) <= size(&lossy)) { lossless } else { lossy }
}

/// The one file for browsers that know nothing newer.
fn for_all(step: &Step<'_>, target: f64, nature: Nature) -> Option<Variant> {
    let way = Lossy { format: Format::Jpeg, way: jpeg::encode, range: (10, 98), first: 70 };
    let jpeg = || step.pixels.is_opaque().then(|| found(step, way, target, way.first)).flatten();
    let jpeg = jpeg().map(|tried| variant(Format::Jpeg, step, tried.bytes));
    let is_exact = nature == Nature::Drawing || jpeg.is_none();
    let png = is_exact.then(|| png::encode(step.pixels)).flatten().map(|bytes| variant(Format::Png, step, bytes));
    [jpeg, png].into_iter().flatten().min_by_key(|one| one.bytes.len())
}

fn variant(format: Format, step: &Step<'_>, bytes: Vec<u8>) -> Variant {
    Variant { format, width: step.pixels.width, bytes }
}

/// All widths in one format: the quality searched at the middle one, and mended at others where it does not do.
fn lossy(steps: &[Step<'_>], middle: usize, target: f64, way: Lossy) -> Vec<Variant> {
    let Some(first) = found(&steps[middle], way, target, way.first) else { return Vec::new() };
    let quality = first.quality;
    let one = |(number, step): (usize, &Step<'_>)| {
        if number == middle {
            return None;
        }
        let tried = found(step, way, target - ENOUGH, quality)?;
        Some(variant(way.format, step, tried.bytes))
    };
    let mut others: Vec<Variant> = steps.par_iter().enumerate().filter_map(one).collect();
    others.push(variant(way.format, &steps[middle], first.bytes));
    others.sort_by_key(|one| one.width);
    if others.len() == steps.len() { others } else { Vec::new() }
}

/// The search for one width in one format.
fn found(step: &Step<'_>, way: Lossy, target: f64, first: u8) -> Option<Tried> {
    search(way.range, first, target, |quality| {
        let (bytes, seen) = (way.way)(step.pixels, quality)?;
        Some(Tried { quality, bytes, score: step.model.score(&seen) })
    })
}
