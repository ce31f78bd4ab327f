//! What is kept of a developed picture: one piece of bytes for each, with a sum that tells whether it is whole.

use serde::{Deserialize, Serialize};

/// A format of files that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// The smallest, for browsers since 2021.
    Avif,
    /// For browsers since 2018.
    WebP,
    /// Photographs, for all.
    Jpeg,
    /// Drawings, for all.
    Png,
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Avif => "avif",
            Format::WebP => "webp",
            Format::Jpeg => "jpg",
            Format::Png => "png",
        }
    }

    /// Whether all browsers show it.
    pub fn is_for_all(self) -> bool {
        matches!(self, Format::Jpeg | Format::Png)
    }
}

/// One file of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// Its format.
    pub format: Format,
    /// Its width in pixels.
    pub width: u32,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A developed picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Developed {
    /// Width of the original in pixels, as it is seen.
    pub width: u32,
    /// Height of the original in pixels, as it is seen.
    pub height: u32,
    /// Its mean colour.
    pub colour: [u8; 3],
    /// Whether the original is a film, of which this is the first picture.
    pub moves: bool,
    /// Its files: formats from the smallest to the one for all, widths from the smallest.
    pub variants: Vec<Variant>,
}

/// How many bytes the sum takes.
const SUM_BYTES: usize = 16;

impl Developed {
    /// As bytes to keep.
    pub fn encode(&self) -> Vec<u8> {
        let body = postcard::to_allocvec(self).unwrap_or_default();
        [sum(&body).as_slice(), &body].concat()
    }

    /// What `encode` wrote; none if it is not whole.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (kept, body) = bytes.split_first_chunk::<SUM_BYTES>()?;
        (*kept == sum(body)).then(|| postcard::from_bytes(body).ok()).flatten()
    }
}

/// By which bytes that were cut or changed are known.
fn sum(body: &[u8]) -> [u8; SUM_BYTES] {
    let mut sum = [0; SUM_BYTES];
    sum.copy_from_slice(&blake3::hash(body).as_bytes()[..SUM_BYTES]);
    sum
}
