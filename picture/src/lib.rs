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
//! SVG, fonts ─ card ───────▶ Developed         one PNG or JPEG: the picture by which a page is shown elsewhere
//! ```

mod card;
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

pub use card::{Fonts, card_key, draw};
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

/// One picture to make.
#[derive(Clone, Debug)]
pub struct Order {
    /// The name under which it is kept.
    pub key: String,
    /// Of what.
    pub work: Work,
}

/// What a picture is made of.
#[derive(Clone, Debug)]
pub enum Work {
    /// An original, in widths in pixels, the smallest first.
    Develop(Arc<[u8]>, Vec<u32>),
    /// A drawing, with the fonts of its texts.
    Draw(Arc<str>, Fonts),
}

impl Order {
    /// Whether it is a card, which no reader of the page sees.
    pub fn is_card(&self) -> bool {
        matches!(self.work, Work::Draw(..))
    }

    /// About how many pixels are in memory while it is made.
    fn pixels(&self) -> u64 {
        match &self.work {
            Work::Develop(bytes, _) => look(bytes).map_or(0, |look| look.pixels()),
            // Bytes of the drawing, of the picture, and of the picture in few colours.
            Work::Draw(..) => 4_000_000,
        }
    }

    fn make(&self) -> Result<Developed, Fault> {
        match &self.work {
            Work::Develop(bytes, widths) => develop(bytes, widths),
            Work::Draw(drawing, fonts) => draw(drawing, fonts),
        }
    }
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
            let made = order.make().map(|developed| developed.encode());
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
    let (mut batches, mut start, mut sum) = (Vec::new(), 0, 0);
    for (number, order) in orders.iter().enumerate() {
        let more = order.pixels();
        if number > start && sum + more > IN_FLIGHT {
            batches.push(&orders[start..number]);
            (start, sum) = (number, 0);
        }
        sum += more;
    }
    batches.push(&orders[start..]);
    batches
}

/// Decodes a picture and forgets it: for those who judge originals that nobody shows.
///
/// # Errors
/// When it is broken, too large, or in no format that is understood.
pub fn open(bytes: &[u8]) -> Result<Look, Fault> {
    original::decode(bytes).map(|(look, _)| look)
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
