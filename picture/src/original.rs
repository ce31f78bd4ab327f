//! Originals as authors give them: what their header says, and their pixels.
//!
//! Takes bytes that anybody may have made; gives sizes and pixels, or a [`Fault`]. A picture is looked at before it is
//! decoded: one that claims more pixels than are allowed is never decoded at all.

use super::pixels::Pixels;
use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageFormat, ImageResult, Limits};
use moxcms::{ColorProfile, Layout, TransformOptions};
use std::io::Cursor;

/// The most pixels of an original, in millions: a phone of today takes up to fifty.
pub const MEGAPIXELS: u64 = 50;

/// Why a picture cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Fault {
    /// Its bytes are not those of a whole picture.
    Broken,
    /// It has more pixels than [`MEGAPIXELS`], said in millions.
    TooLarge(u64),
    /// It is in a format that is not understood here, such as AVIF.
    Unknown,
    /// A card has letters that none of its fonts has.
    Letters,
}

/// What the header of a picture says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Width in pixels, as it is seen.
    pub width: u32,
    /// Height in pixels, as it is seen.
    pub height: u32,
    /// Whether it is a film of several pictures.
    pub moves: bool,
    /// The usual ending of its format.
    pub ending: &'static str,
}

impl Look {
    /// How many pixels it has.
    pub fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

type Source<'b> = Cursor<&'b [u8]>;

/// Looks at the header of a picture.
///
/// # Errors
/// When there is no header of a format that is understood, or the picture is too large.
pub fn look(bytes: &[u8]) -> Result<Look, Fault> {
    let format = image::guess_format(bytes).map_err(|_| Fault::Unknown)?;
    let mut decoder = decoder(bytes, format)?;
    seen(bytes, format, &mut *decoder)
}

/// What a decoder has read of the header.
fn seen(bytes: &[u8], format: ImageFormat, decoder: &mut dyn ImageDecoder) -> Result<Look, Fault> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MEGAPIXELS * 1_000_000 {
        return Err(Fault::TooLarge(pixels.div_ceil(1_000_000)));
    }
    if pixels == 0 {
        return Err(Fault::Broken);
    }
    let (width, height) = if is_turned(orientation(decoder)) { (height, width) } else { (width, height) };
    let ending = format.extensions_str().first().copied().unwrap_or_default();
    Ok(Look { width, height, moves: moves(bytes, format), ending })
}

/// How a picture must be turned to be seen as it was taken; as it is if that cannot be read.
fn orientation(decoder: &mut dyn ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn is_turned(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

fn decoder(bytes: &[u8], format: ImageFormat) -> Result<Box<dyn ImageDecoder + '_>, Fault> {
    let source = Cursor::new(bytes);
    let boxed: ImageResult<Box<dyn ImageDecoder + '_>> = match format {
        ImageFormat::Jpeg => JpegDecoder::new(source).map(|decoder| Box::new(decoder) as _),
        ImageFormat::Png => PngDecoder::with_limits(source, limits()).map(|decoder| Box::new(decoder) as _),
        ImageFormat::Gif => GifDecoder::new(source).map(|decoder| Box::new(decoder) as _),
        ImageFormat::WebP => WebPDecoder::new(source).map(|decoder| Box::new(decoder) as _),
        _ => return Err(Fault::Unknown),
    };
    boxed.map_err(|_| Fault::Broken)
}

/// What a decoder may use beside the pixels themselves.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEGAPIXELS * 1_000_000 * 16);
    limits
}

/// Whether a picture is a film.
fn moves(bytes: &[u8], format: ImageFormat) -> bool {
    let source = || -> Source<'_> { Cursor::new(bytes) };
    match format {
        ImageFormat::Gif => GifDecoder::new(source()).is_ok_and(|gif| gif.into_frames().take(2).flatten().count() > 1),
        ImageFormat::Png => PngDecoder::new(source()).is_ok_and(|png| png.is_apng().unwrap_or(false)),
        ImageFormat::WebP => WebPDecoder::new(source()).is_ok_and(|webp| webp.has_animation()),
        _ => false,
    }
}

/// Decodes a picture: the first of a film; turned as it was taken, in the colours of sRGB.
///
/// # Errors
/// As for [`look`], and when the pixels end too early or make no sense.
pub(super) fn decode(bytes: &[u8]) -> Result<(Look, Pixels), Fault> {
    let format = image::guess_format(bytes).map_err(|_| Fault::Unknown)?;
    if format == ImageFormat::Jpeg && !ends(bytes) {
        return Err(Fault::Broken);
    }
    let mut decoder = decoder(bytes, format)?;
    let look = seen(bytes, format, &mut *decoder)?;
    decoder.set_limits(limits()).map_err(|_| Fault::Broken)?;
    let turn = orientation(&mut *decoder);
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Broken)?;
    picture.apply_orientation(turn);
    Ok((look, in_srgb(opened(picture), profile.as_deref())))
}

/// Whether the last scan of a JPEG has its end: decoders fill what is missing with grey. Inside a scan no other byte follows FF.
fn ends(bytes: &[u8]) -> bool {
    let last = |mark: &[u8]| memchr::memmem::rfind(bytes, mark);
    last(b"\xff\xd9").is_some_and(|end| last(b"\xff\xda").is_some_and(|scan| scan < end))
}

/// The bytes of a decoded picture; transparency is kept only where there is some.
fn opened(picture: DynamicImage) -> Pixels {
    let (width, height) = (picture.width(), picture.height());
    if picture.color().has_alpha() {
        let rgba = picture.into_rgba8();
        if rgba.pixels().any(|pixel| pixel.0[3] < u8::MAX) {
            return Pixels { width, height, channels: 4, data: rgba.into_raw() };
        }
        return Pixels { width, height, channels: 3, data: DynamicImage::ImageRgba8(rgba).into_rgb8().into_raw() };
    }
    Pixels { width, height, channels: 3, data: picture.into_rgb8().into_raw() }
}

/// The same picture in sRGB. A profile that cannot be read, or is of grey or ink, is left out: viewers do so too.
fn in_srgb(mut pixels: Pixels, profile: Option<&[u8]>) -> Pixels {
    let layout = if pixels.is_opaque() { Layout::Rgb } else { Layout::Rgba };
    let transform = profile.and_then(|profile| {
        let profile = ColorProfile::new_from_slice(profile).ok()?;
        profile.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, TransformOptions::default()).ok()
    });
    if let Some(transform) = transform {
        let mut changed = vec![0; pixels.data.len()];
        if transform.transform(&pixels.data, &mut changed).is_ok() {
            pixels.data = changed;
        }
    }
    pixels
}
