//! How a theme shows pictures: `[images.<name>]` in `theme.toml`.

use crate::declare::Table;
use crate::diagnostic::Diagnostic;
use colibri_picture::Layout;
use std::ops::Range;

/// The most widths of a layout: each is a file of each picture in each format.
const MOST: usize = 6;
/// The widest picture in pixels: that of large screens with two dots to a pixel.
const WIDEST: u32 = 3840;

/// Reads one layout.
pub(super) fn read(name: &Range<usize>, table: &mut Table<'_, '_>) -> Layout {
    let sizes = table.text("sizes").map(|text| text.value).unwrap_or_default();
    let mut widths = table.counts("widths").unwrap_or_default();
    let leads = table.boolean("leads").unwrap_or(false);
    widths.sort_unstable();
    widths.dedup();
    let is_wrong = widths.is_empty() || widths.len() > MOST || widths.iter().any(|width| !(1..=WIDEST).contains(width));
    if is_wrong && !table.is_shape() {
        let place = table.place_of(name.clone());
        table.report(Diagnostic::error("wrong-widths", place).with("most", MOST).with("widest", u64::from(WIDEST)));
    }
    Layout { sizes, widths, leads }
}
