//! Originals of pictures and drawings, as anybody may have made them.

use colibri::picture::{Fault, MEGAPIXELS, develop, look, open, vector};
use image::{ExtendedColorType, Frame, ImageEncoder, ImageFormat, Rgba, RgbaImage, codecs};
use std::io::Cursor;

/// Small pictures in every format and several kinds of pixels.
pub(crate) fn originals() -> Vec<Vec<u8>> {
    let colour = |x: u32, y: u32, alpha: u8| {
        let mix = |n: u32| u8::try_from((x * n + y * (n + 5) + x * y / 3) % 256).unwrap_or_default();
        Rgba([mix(7), mix(3), mix(2), alpha])
    };
    let opaque = RgbaImage::from_fn(24, 16, |x, y| colour(x, y, 255));
    let clear = RgbaImage::from_fn(17, 9, |x, y| colour(x, y, u8::try_from(x * 14).unwrap_or(255)));
    let opaque = image::DynamicImage::ImageRgba8(opaque);
    let clear = image::DynamicImage::ImageRgba8(clear);
    let rgb = image::DynamicImage::ImageRgb8(opaque.to_rgb8());
    let all = [
        (&rgb, ImageFormat::Png),
        (&clear, ImageFormat::Png),
        (&rgb, ImageFormat::Jpeg),
        (&rgb, ImageFormat::WebP),
        (&clear, ImageFormat::WebP),
        (&opaque, ImageFormat::Gif),
    ];
    let mut seeds: Vec<Vec<u8>> = all.iter().map(|(picture, format)| written(picture, *format)).collect();
    let grey = image::DynamicImage::ImageLuma8(rgb.to_luma8());
    let deep = image::DynamicImage::ImageRgb16(rgb.to_rgb16());
    seeds.extend([
        written(&grey, ImageFormat::Png),
        written(&grey, ImageFormat::Jpeg),
        written(&deep, ImageFormat::Png),
    ]);
    seeds.extend([turned(&rgb), film()]);
    seeds
}

fn written(picture: &image::DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("a seed can be written");
    bytes.into_inner()
}

/// A JPEG that says how it was held.
fn turned(picture: &image::DynamicImage) -> Vec<u8> {
    let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    let mut bytes = Vec::new();
    let mut encoder = codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(exif).expect("it can say so");
    encoder
        .write_image(picture.as_bytes(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .expect("a seed can be written");
    bytes
}

fn film() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = codecs::gif::GifEncoder::new(&mut bytes);
    for shade in [10, 200] {
        let frame = Frame::new(RgbaImage::from_pixel(20, 20, Rgba([shade, 90, 40, 255])));
        encoder.encode_frame(frame).expect("a seed can be written");
    }
    drop(encoder);
    bytes
}

/// How many inputs are decoded for one that is made into variants: encoding takes most of the time.
const DEVELOPED: u8 = 96;

/// Decodes a picture: what the header says, the pixels keep.
pub(crate) fn read(input: &[u8]) -> Result<u64, String> {
    let looked = look(input);
    let opened = open(input);
    if let (Err(fault), Ok(found)) = (looked, opened) {
        return Err(format!("its header says {fault:?}, and it opens as {found:?}"));
    }
    if let Ok(found) = opened {
        if looked != opened {
            return Err(format!("its header says {looked:?}, and it opens as {found:?}"));
        }
        if found.pixels() == 0 || found.pixels() > MEGAPIXELS * 1_000_000 {
            return Err(format!("it opens beyond the limits: {found:?}"));
        }
        let sum = input.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte));
        if sum % DEVELOPED == 0 && found.pixels() < 10_000 {
            let made = develop(input, &[16]).map_err(|fault| format!("it opens, and is {fault:?}"))?;
            if !made.variants.iter().any(|variant| variant.format.is_for_all()) {
                return Err("nothing for all browsers comes of it".to_owned());
            }
        }
    }
    Ok(outcome(looked) * 1_000_003 + outcome(opened))
}

/// Outcomes that differ are worth looking further.
fn outcome(found: Result<colibri::picture::Look, Fault>) -> u64 {
    match found {
        Ok(look) => {
            16 + u64::from(look.width.ilog2()) * 64 + u64::from(look.height.ilog2()) * 2 + u64::from(look.moves)
        }
        Err(Fault::Broken) => 1,
        Err(Fault::Unknown) => 2,
        Err(Fault::Letters) => 3,
        Err(Fault::TooLarge(_)) => 4,
    }
}

/// Sets the sums of the pieces of a PNG right: decoders stop at one that is wrong.
pub(crate) fn mend(input: &mut [u8]) {
    if !input.starts_with(b"\x89PNG\r\n\x1a\n") {
        return;
    }
    let mut at = 8;
    while let Some(length) = input.get(at..at + 4) {
        let length = length.iter().fold(0_usize, |length, byte| length << 8 | usize::from(*byte));
        let Some(end) = (at + 8).checked_add(length).filter(|end| end + 4 <= input.len()) else { return };
        let sum = crc(&input[at + 4..end]);
        input[end..end + 4].copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
}

/// CRC-32 as PNG has it, bit by bit: inputs are short.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

/// Drawings, safe ones and others.
pub(crate) fn drawings() -> Vec<Vec<u8>> {
    let drawings = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\"><path d=\"M0 0L9 9\"/><text>a &amp; b</text></svg>",
        "<?xml version=\"1.0\"?><!DOCTYPE svg><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"10mm\" height=\"5mm\" onload=\"x()\"><script>x()</script><a xlink:href=\"javascript:x()\"><g/></a></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>@import url(//x);.a{fill:url(http://y)}</style><image href=\"http://z\"/>\
         <foreignObject><div/></foreignObject><use href=\"#a\"/><animate attributeName=\"href\" values=\"javascript:x()\"/></svg>",
    ];
    drawings.iter().map(|drawing| drawing.as_bytes().to_vec()).collect()
}

/// Makes a drawing safe: no element that runs is in what comes of it, which is a drawing still, and comes to rest: names that nothing
/// uses any more are left out the second time, and then no more.
pub(crate) fn draw(input: &[u8]) -> Result<u64, String> {
    let text = String::from_utf8_lossy(input);
    let Some(drawing) = vector(&text) else { return Ok(0) };
    // Only the whole name: `scripted` is the element of nobody.
    let lower = drawing.text.to_lowercase();
    let begins =
        |name: &str| lower.match_indices(name).any(|(at, _)| lower[at + name.len()..].starts_with([' ', '>', '/']));
    if let Some(found) = ["<script", "<foreignobject", "<iframe"].iter().find(|name| begins(name)) {
        return Err(format!("{found} is left in it"));
    }
    let again = vector(&drawing.text).ok_or_else(|| format!("what comes of it is no drawing: {}", drawing.text))?;
    let third = vector(&again.text).ok_or_else(|| format!("what comes of it twice is no drawing: {}", again.text))?;
    if third.text != again.text {
        return Err(format!("doing it again changes it: {} is then {}", again.text, third.text));
    }
    Ok(1 + drawing.text.len() as u64)
}
