//! How styles reach readers, from `[styles]` of the settings.

use super::Style;
use crate::declare::Table;
use brotli::enc::BrotliEncoderParams;

/// How the pages of a site have their styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StyleSettings {
    /// In the page or beside it.
    pub delivery: Delivery,
    /// How many pages a visitor reads.
    pub pages_per_visit: u32,
    /// Whether what a page does not use stays in it.
    pub keep_unused: bool,
}

/// Where styles stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Wherever it is lighter over a visit.
    Auto,
    /// In each page.
    Inline,
    /// In a file that pages share.
    Link,
}

/// What a request costs beside the bytes that it asks for: about 600 bytes of headers, and a round trip, in which a line of
/// 400 kbit/s at 400 ms, the slow line that pages are measured on, would carry 20,000.
const REQUEST: usize = 20_600;

impl Default for StyleSettings {
    fn default() -> Self {
        StyleSettings { delivery: Delivery::Auto, pages_per_visit: 2, keep_unused: false }
    }
}

impl StyleSettings {
    /// Whether pages share a file of a style. In the page it is sent with each page of a visit, beside it once, and asked for.
    pub(super) fn links(self, style: &Style) -> bool {
        match self.delivery {
            Delivery::Link => true,
            Delivery::Inline => false,
            Delivery::Auto => {
                let again = usize::try_from(self.pages_per_visit.saturating_sub(1)).unwrap_or(usize::MAX);
                // Most styles are light enough whatever compression makes of them.
                again.saturating_mul(style.css.len()) > REQUEST
                    && again.saturating_mul(compressed(style.css.as_bytes())) > REQUEST
            }
        }
    }
}

/// The quality at which pages and styles are weighed: hosts take 4 to 11.
const QUALITY: i32 = 9;

/// How many bytes a host sends of a page or a style.
pub(crate) fn compressed(mut bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams { quality: QUALITY, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut sent = Vec::new();
    // Writing to memory cannot fail; were it to, the bytes as they are would be what is sent.
    brotli::BrotliCompress(&mut bytes, &mut sent, &parameters).unwrap_or(bytes.len())
}

/// Reads `[styles]`.
pub(crate) fn read_settings(table: &mut Table<'_, '_>) -> StyleSettings {
    let usual = StyleSettings::default();
    let words = [("auto", Delivery::Auto), ("inline", Delivery::Inline), ("link", Delivery::Link)];
    StyleSettings {
        delivery: table.choice("delivery", &words).unwrap_or(usual.delivery),
        pages_per_visit: table.count("pages_per_visit").unwrap_or(usual.pages_per_visit),
        keep_unused: table.boolean("keep_unused").unwrap_or(usual.keep_unused),
    }
}
