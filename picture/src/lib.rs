//! Pictures: bytes of an original become the files that browsers fetch.
//!
//! Takes the bytes of an original and the layout in which it is shown; gives a [`Developed`] picture: its size, its
//! colour, and its variants in several widths and formats, at a quality found by measure. Knows no page and no address,
//! and neither reads nor writes: what was developed is handed to whoever keeps it ([`Develop`]). The same original and
//! layout give the same bytes.
//!
//! ```text
//! bytes ─ original::look ─▶ Look               size after orientation, from the header alone
//! bytes ─ original::decode ▶ Pixels            limits, orientation, colours in sRGB; metadata stays behind
//! Pixels ─ nature ─────────▶ photograph or drawing, colour
//! Pixels ─ scale ──────────▶ Pixels of each width, never larger
//! Pixels ─ encode, search ─▶ Developed         AVIF, WebP and JPEG or PNG, each at the quality that the eye asks for
//! ```

mod encode;
mod nature;
mod original;
mod pixels;
mod record;
mod scale;
mod score;
mod search;
mod vector;

#[cfg(test)]
mod tests;

pub use original::{Fault, Look, MEGAPIXELS, look};
pub use record::{Developed, Format, Variant};
pub use vector::{Vector, vector};

use rayon::prelude::*;
use std::fmt;
use std::sync::Arc;

/// Changes with everything that makes other bytes of the same picture: sizes, qualities, encoders.
const VERSION: &str = "2";

/// How many pixels are decoded at a time, in all pictures at work: what bounds the memory.
const IN_FLIGHT: u64 = 64_000_000;

/// How a theme shows pictures in one kind of place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The attribute `sizes`: how wide the picture is shown.
    pub sizes: String,
    /// Widths in pixels, the smallest first.
    pub widths: Vec<u32>,
    /// Whether the picture leads the page, and is what readers wait for.
    pub leads: bool,
}

/// One picture to develop.
#[derive(Clone, Debug)]
pub struct Order {
    /// The name under which it is kept.
    pub key: String,
    /// The original.
    pub bytes: Arc<[u8]>,
    /// Widths in pixels, the smallest first.
    pub widths: Vec<u32>,
}

/// The name under which an original in some widths is kept: other bytes, widths or encoders have another.
pub fn key(original: [u8; 16], widths: &[u32]) -> String {
    let said = format!("{VERSION} {original:02x?} {widths:?}");
    blake3::hash(said.as_bytes()).to_hex()[..32].to_owned()
}

/// Where developed pictures are handed; or nobody waits for them, and pictures are shown as they are.
#[derive(Clone, Default)]
pub struct Develop(Option<Arc<Keep>>);

/// Keeps a developed picture under its key.
type Keep = dyn Fn(&str, &[u8]) + Send + Sync;

impl Develop {
    /// Develops pictures that are not kept yet, and gives each to `keep`, as soon as it is ready.
    pub fn new(keep: impl Fn(&str, &[u8]) + Send + Sync + 'static) -> Self {
        Develop(Some(Arc::new(keep)))
    }

    /// Whether pictures are developed.
    pub fn is_wanted(&self) -> bool {
        self.0.is_some()
    }

    /// Develops pictures on all cores, a few at a time, in order. None without anybody who keeps them.
    pub fn all(&self, orders: &[Order]) -> Vec<(String, Result<Vec<u8>, Fault>)> {
        let Some(keep) = &self.0 else { return Vec::new() };
        let one = |order: &Order| {
            let made = develop(&order.bytes, &order.widths).map(|developed| developed.encode());
            if let Ok(bytes) = &made {
                keep(&order.key, bytes);
            }
            (order.key.clone(), made)
        };
        batches(orders).into_iter().flat_map(|batch| batch.par_iter().map(one).collect::<Vec<_>>()).collect()
    }
}

impl fmt::Debug for Develop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_wanted() { "develops" } else { "shows as they are" })
    }
}

/// Orders in groups that together hold few enough pixels; one picture alone is always taken.
fn batches(orders: &[Order]) -> Vec<&[Order]> {
    let pixels = |order: &Order| look(&order.bytes).map_or(0, |look| look.pixels());
    let (mut batches, mut start, mut sum) = (Vec::new(), 0, 0);
    for (number, order) in orders.iter().enumerate() {
        let more = pixels(order);
        if number > start && sum + more > IN_FLIGHT {
            batches.push(&orders[start..number]);
            (start, sum) = (number, 0);
        }
        sum += more;
    }
    batches.push(&orders[start..]);
    batches
}

/// Makes the variants of a picture.
///
/// # Errors
/// When it is broken, too large, or in no format that is understood.
pub fn develop(bytes: &[u8], widths: &[u32]) -> Result<Developed, Fault> {
    let (look, pixels) = original::decode(bytes)?;
    let nature = nature::of(&pixels);
    let steps = scale::all(&pixels, &scale::steps(pixels.width, widths));
    let variants = encode::variants(&steps, nature);
    let (width, height) = (pixels.width, pixels.height);
    Ok(Developed { width, height, colour: nature::colour(&pixels), moves: look.moves, variants })
}
