//! WebP, lossy or lossless, by libwebp.

use super::super::pixels::Pixels;
use image::{DynamicImage, ImageFormat};
use webp::{Encoder, WebPConfig};

/// The most care that libwebp takes: it is quick beside AVIF.
const METHOD: i32 = 6;

/// How hard it is pressed without loss, of 100: more takes ten times as long for two bytes in a hundred.
const EFFORT: f32 = 75.0;

/// Encodes a picture; gives its bytes and how they look on white paper.
pub(super) fn lossy(pixels: &Pixels, quality: u8) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut config = WebPConfig::new().ok()?;
    config.quality = f32::from(quality);
    config.method = METHOD;
    config.use_sharp_yuv = 1;
    let bytes = encode(pixels, &config)?;
    let seen = image::load_from_memory_with_format(&bytes, ImageFormat::WebP).ok()?;
    let seen = opened(seen, pixels.channels);
    let (width, height, channels) = (pixels.width, pixels.height, pixels.channels);
    Some((bytes, Pixels { width, height, channels, data: seen }.on_white()))
}

/// Encodes a picture without any loss.
pub(super) fn lossless(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut config = WebPConfig::new().ok()?;
    config.lossless = 1;
    config.quality = EFFORT;
    config.method = METHOD;
    encode(pixels, &config)
}

fn encode(pixels: &Pixels, config: &WebPConfig) -> Option<Vec<u8>> {
    let encoder = if pixels.is_opaque() {
        Encoder::from_rgb(&pixels.data, pixels.width, pixels.height)
    } else {
        Encoder::from_rgba(&pixels.data, pixels.width, pixels.height)
    };
    encoder.encode_advanced(config).ok().map(|bytes| bytes.to_vec())
}

fn opened(seen: DynamicImage, channels: usize) -> Vec<u8> {
    if channels == 3 { seen.into_rgb8().into_raw() } else { seen.into_rgba8().into_raw() }
}
