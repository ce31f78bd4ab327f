//! PNG, for drawings and for what is transparent, in browsers that know nothing newer.

use super::super::pixels::Pixels;
use oxipng::{BitDepth, ColorType, Options, RawImage};

/// How hard it is pressed, of 6: more takes several times as long for one byte in a hundred.
const EFFORT: u8 = 3;

/// Encodes a picture without any loss.
pub(super) fn encode(pixels: &Pixels) -> Option<Vec<u8>> {
    let kind = if pixels.is_opaque() { ColorType::RGB { transparent_color: None } } else { ColorType::RGBA };
    let raw = RawImage::new(pixels.width, pixels.height, kind, BitDepth::Eight, pixels.data.clone()).ok()?;
    raw.create_optimized_png(&Options::from_preset(EFFORT)).ok()
}
