//! Few colours in place of many that are nearly the same: what a drawing is made of, so that it is light without a loss one sees.

use super::super::pixels::Pixels;
use hashbrown::{HashMap, HashSet};

/// How many colours a light PNG has.
const COLOURS: usize = 256;

/// A drawing has fewer colours than this, edges included; with more it is a photograph.
const MOST: usize = 20_000;

type Rgb = [u8; 3];

/// The picture in its commonest colours, each pixel in the one nearest to its own; none if it is no drawing.
pub(super) fn few_colours(pixels: &Pixels) -> Option<Pixels> {
    let mut counts: HashMap<Rgb, u32> = HashMap::new();
    for pixel in pixels.each() {
        *counts.entry(rgb(pixel)).or_default() += 1;
        if counts.len() > MOST {
            return None;
        }
    }
    let mut by_count: Vec<(Rgb, u32)> = counts.into_iter().collect();
    by_count.sort_unstable_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let kept = apart(&by_count);
    let nearest = |colour: &Rgb| kept.iter().copied().min_by_key(|other| distance(*colour, *other)).unwrap_or(*colour);
    let map: HashMap<Rgb, Rgb> = by_count.iter().map(|(colour, _)| (*colour, nearest(colour))).collect();
    let data = pixels.each().flat_map(|pixel| map.get(&rgb(pixel)).copied().unwrap_or_default()).collect();
    Some(Pixels { width: pixels.width, height: pixels.height, channels: 3, data })
}

/// The commonest colours that differ to the eye: of neighbours that are nearly the same, one is enough.
fn apart(by_count: &[(Rgb, u32)]) -> Vec<Rgb> {
    let cell = |colour: Rgb| colour.map(|value| value >> 3);
    let mut cells = HashSet::new();
    let (mut kept, rest): (Vec<Rgb>, Vec<Rgb>) =
        by_count.iter().map(|(colour, _)| *colour).partition(|colour| cells.insert(cell(*colour)));
    kept.extend(rest);
    kept.truncate(COLOURS);
    kept
}

fn rgb(pixel: &[u8]) -> Rgb {
    [pixel[0], pixel[1], pixel[2]]
}

fn distance(one: Rgb, other: Rgb) -> u32 {
    one.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}
