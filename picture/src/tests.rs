//! What holds for every picture.

use super::original::{decode, look};
use super::{Developed, develop, vector};
use image::{ExtendedColorType, ImageEncoder, ImageFormat, codecs::png::PngEncoder};
use moxcms::ColorProfile;
use proptest::prelude::*;
use std::io::Cursor;

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let shade = |x: u32, y: u32| image::Rgb([x * 9, y * 5, x ^ y].map(|value| value.to_le_bytes()[0]));
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_fn(width, height, shade).write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

const FORMATS: [ImageFormat; 4] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Hostile bytes: what begins as a picture, with some of it changed and the end cut off.
    #[test]
    fn no_bytes_make_the_decoder_panic(
        format in 0..4_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in 0..150_usize,
    ) {
        let mut bytes = encoded(24, 18, FORMATS[format]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let length = bytes.len() * cut.min(100) / 100;
        let seen = look(&bytes[..length]);
        if let Ok((again, pixels)) = decode(&bytes[..length]) {
            prop_assert_eq!(Ok(again), seen);
            prop_assert_eq!(pixels.data.len(), pixels.width as usize * pixels.height as usize * pixels.channels);
        }
    }

    #[test]
    fn no_text_makes_the_reader_of_drawings_panic(text in "(<svg|<a|<!ENTITY| x='|'|>|</a>|</svg>|/>|&a;|url\\(|é|[a-z ]){0,40}") {
        if let Some(drawing) = vector(&text) {
            // What was written is read again, and nothing more is left out.
            prop_assert_eq!(vector(&drawing.text).map(|again| again.text), Some(drawing.text));
        }
    }

    #[test]
    fn kept_bytes_are_whole_or_nothing(cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
        let developed = Developed { width: 3, height: 2, colour: [1, 2, 3], moves: false, variants: Vec::new() };
        let mut bytes = developed.encode();
        prop_assert_eq!(Developed::decode(&bytes), Some(developed));
        prop_assert_eq!(Developed::decode(&bytes[..cut.index(bytes.len())]), None);
        let at = at.index(bytes.len());
        bytes[at] ^= 1;
        prop_assert_eq!(Developed::decode(&bytes), None);
    }
}

#[test]
fn colours_of_another_profile_become_those_of_srgb() {
    let red = [200, 30, 30];
    let pixels: Vec<u8> = std::iter::repeat_n(red, 64).flatten().collect();
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder
        .set_icc_profile(ColorProfile::new_display_p3().encode().expect("it can be written"))
        .expect("PNG has profiles");
    encoder.write_image(&pixels, 8, 8, ExtendedColorType::Rgb8).expect("it can be written");
    let (_, seen) = decode(&bytes).expect("it is a picture");
    let [r, g, b] = [seen.data[0], seen.data[1], seen.data[2]];
    // Display P3 has stronger colours: the same numbers are a stronger red, as far as sRGB has it.
    assert!(r > 208 && g < 25 && b < 30, "{r} {g} {b}");
}

#[test]
fn drawings_that_come_apart_are_refused_and_deep_ones_too() {
    assert_eq!(vector("<svg><g></svg>"), None);
    assert_eq!(vector("<svg xmlns=\"http://www.w3.org/2000\"><g/></svg>"), None, "an element of another language");
    assert_eq!(vector("<html/>"), None);
    assert!(vector("<svg aéb=\"1\" oné=\"2\" é=\"3\"/>").is_some(), "names in any letters are names");
    let deep = format!("<svg>{}{}</svg>", "<g>".repeat(300), "</g>".repeat(300));
    assert_eq!(vector(&deep), None);
    let entities = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><svg><text>&b;</text></svg>";
    assert!(vector(entities).is_none_or(|drawing| !drawing.text.contains("ENTITY")));
    let styled = "<svg><style>@import 'x';</style><rect style='fill:url(http://x)' FILL='u\\72l(x)'/></svg>";
    assert_eq!(vector(styled).map(|drawing| drawing.text), Some("<svg><rect/></svg>".to_owned()));
}

#[test]
fn a_picture_has_only_widths_up_to_its_own() {
    let made = develop(&encoded(20, 10, ImageFormat::Png), &[8, 16, 40]).expect("it is a picture");
    let mut widths: Vec<u32> = made.variants.iter().map(|variant| variant.width).collect();
    widths.sort_unstable();
    widths.dedup();
    assert_eq!(widths, [8, 16, 20]);
    assert_eq!((made.width, made.height), (20, 10));
}
