//! How near an encoded picture is to what it was made from, as the eye judges: SSIMULACRA2, 100 for the same.

use super::pixels::Pixels;
use ssimulacra2::{LinearRgb, compute_frame_ssimulacra2};

/// The measure is not defined for smaller pictures.
const SMALLEST: u32 = 8;

/// A picture ready to be compared with many.
pub(super) struct Model {
    linear: Option<LinearRgb>,
    width: usize,
    height: usize,
    table: Vec<f32>,
}

impl Model {
    pub(super) fn new(pixels: &Pixels) -> Self {
        let (width, height) = (pixels.width as usize, pixels.height as usize);
        let mut model = Model { linear: None, width, height, table: (0..=u8::MAX).map(linear).collect() };
        if pixels.width.min(pixels.height) >= SMALLEST {
            model.linear = model.read(&pixels.on_white());
        }
        model
    }

    /// The score of a picture of the same size, three bytes to a pixel; none if it cannot be judged.
    pub(super) fn score(&self, rgb: &[u8]) -> Option<f64> {
        let (model, other) = (self.linear.clone()?, self.read(rgb)?);
        compute_frame_ssimulacra2(model, other).ok()
    }

    fn read(&self, rgb: &[u8]) -> Option<LinearRgb> {
        let pixel = |pixel: &[u8]| [0, 1, 2].map(|channel: usize| self.table[usize::from(pixel[channel])]);
        LinearRgb::new(rgb.chunks_exact(3).map(pixel).collect(), self.width, self.height).ok()
    }
}

/// The light of a value of sRGB, by IEC 61966-2-1.
fn linear(value: u8) -> f32 {
    let value = f32::from(value) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}
