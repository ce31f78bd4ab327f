//! The widths in which a picture is made, and the picture in each of them. Never larger than the original.

use super::pixels::Pixels;
use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// The widths of a picture that is `own` pixels wide: those wanted that are smaller, and then its own or the largest.
/// A width that is nearly the next one is left out: it would cost a file and spare nobody a byte.
pub(super) fn steps(own: u32, wanted: &[u32]) -> Vec<u32> {
    let last = wanted.last().map_or(own, |largest| own.min(*largest)).max(1);
    let is_worth = |width: &u32| u64::from(*width) * 5 <= u64::from(last) * 4;
    wanted.iter().copied().filter(|width| *width > 0).filter(is_worth).chain([last]).collect()
}

/// The picture in each of these widths.
pub(super) fn all(pixels: &Pixels, widths: &[u32]) -> Vec<Pixels> {
    widths.iter().map(|width| one(pixels, *width)).collect()
}

fn one(pixels: &Pixels, width: u32) -> Pixels {
    if width >= pixels.width {
        return pixels.clone();
    }
    let height = u64::from(pixels.height) * u64::from(width) + u64::from(pixels.width) / 2;
    let height = u32::try_from(height / u64::from(pixels.width)).unwrap_or(u32::MAX).max(1);
    resized(pixels, width, height).unwrap_or_else(|| pixels.clone())
}

fn resized(pixels: &Pixels, width: u32, height: u32) -> Option<Pixels> {
    let kind = if pixels.is_opaque() { PixelType::U8x3 } else { PixelType::U8x4 };
    let source = Image::from_vec_u8(pixels.width, pixels.height, pixels.data.clone(), kind).ok()?;
    let mut target = Image::new(width, height, kind);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    Some(Pixels { width, height, channels: pixels.channels, data: target.into_vec() })
}
