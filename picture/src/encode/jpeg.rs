//! JPEG, progressive, for browsers that know nothing newer.

use super::super::pixels::Pixels;
use image::ImageFormat;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// Encodes an opaque picture; gives its bytes and how they look.
pub(super) fn encode(pixels: &Pixels, quality: u8) -> Option<(Vec<u8>, Vec<u8>)> {
    let (width, height) = (u16::try_from(pixels.width).ok()?, u16::try_from(pixels.height).ok()?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.encode(&pixels.data, width, height, ColorType::Rgb).ok()?;
    let seen = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).ok()?;
    Some((bytes, seen.into_rgb8().into_raw()))
}
