//! Whether people can read what the theme writes in its colours, in the light and in the dark.
//!
//! Takes the bundled styles and the pairs of colours that the theme declares; gives a finding for each pair that is too close. A colour is
//! a custom property of `:root`; those of the dark stand in `@media (prefers-color-scheme: dark)`. The ratio is that of WCAG 2.2.

use super::Style;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::site::Theme;
use lightningcss::properties::Property;
use lightningcss::properties::custom::CustomPropertyName;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::selector::Selector;
use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::traits::{Parse, ToCss};
use lightningcss::values::color::{CssColor, SRGB};
use std::collections::{BTreeMap, BTreeSet};

/// Colours that stand on each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// Names of what is written, without `--`.
    pub text: Vec<String>,
    /// Names of what it is written on.
    pub on: Vec<String>,
    /// The least ratio.
    pub least: Least,
}

/// The least ratio between two colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// Of signs and large letters.
    Interface,
    /// Of text.
    Text,
    /// Of text for those who see less.
    Enhanced,
}

/// The words by which themes say it.
pub(in crate::site) const LEAST: [(&str, Least); 3] =
    [("interface", Least::Interface), ("AA", Least::Text), ("AAA", Least::Enhanced)];

impl Least {
    fn ratio(self) -> f64 {
        match self {
            Self::Interface => 3.0,
            Self::Text => 4.5,
            Self::Enhanced => 7.0,
        }
    }
}

/// Red, green and blue, from 0 to 1.
type Rgb = [f64; 3];
type Colours = BTreeMap<String, Rgb>;

/// Every pair that is too close, in each scheme.
pub(in crate::site) fn findings(theme: &Theme, styles: &BTreeMap<String, Style>) -> Diagnostics {
    if theme.contrasts.is_empty() {
        return Vec::new();
    }
    let [light, dark] = schemes(styles);
    // What the dark does not set is as in the light.
    let dark = (!dark.is_empty()).then(|| light.clone().into_iter().chain(dark).collect::<Colours>());
    let mut seen = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for contrast in &theme.contrasts {
        for (text, on) in contrast.text.iter().flat_map(|text| contrast.on.iter().map(move |on| (text, on))) {
            if !seen.insert((text, on)) {
                continue;
            }
            let schemes = [("light", Some(&light)), ("dark", dark.as_ref())];
            let there = schemes.into_iter().filter_map(|(scheme, colours)| Some((scheme, colours?)));
            diagnostics.extend(there.filter_map(|(scheme, colours)| {
                let judged = judge(colours, text, on, contrast.least.ratio());
                judged.map(|judged| finding(theme, judged, scheme))
            }));
        }
    }
    diagnostics
}

/// What is wrong with a pair.
enum Wrong<'n> {
    /// There is no such colour.
    Missing(&'n str),
    /// They are too close.
    Close { text: &'n str, on: &'n str, front: Rgb, ratio: f64, least: f64, mended: String },
}

fn judge<'n>(colours: &Colours, text: &'n str, on: &'n str, least: f64) -> Option<Wrong<'n>> {
    let Some(front) = colours.get(text) else { return Some(Wrong::Missing(text)) };
    let Some(back) = colours.get(on) else { return Some(Wrong::Missing(on)) };
    let ratio = ratio(*front, *back);
    (ratio < least).then(|| Wrong::Close {
        text,
        on,
        front: *front,
        ratio,
        least,
        mended: mended(*front, *back, least),
    })
}

/// How much lighter one colour is than the other: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(colour: Rgb) -> f64 {
    let linear = colour.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126f64.mul_add(linear[0], 0.7152f64.mul_add(linear[1], 0.0722 * linear[2]))
}

/// The colour nearest to the first that is far enough from the other: mixed with black or white, a hundredth at a time.
fn mended(front: Rgb, back: Rgb, least: f64) -> String {
    let end = if luminance(back) > 0.18 { 0.0 } else { 1.0 };
    let mixed = |step: u32| front.map(|part| part + (end - part) * f64::from(step) / 100.0);
    let enough = (0..=100).map(mixed).map(rounded).find(|colour| ratio(*colour, back) >= least);
    written_as(enough.unwrap_or([end; 3]))
}

/// As it would be written.
fn rounded(colour: Rgb) -> Rgb {
    colour.map(|part| f64::from(byte(part)) / 255.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is clamped to what a byte holds"
)]
fn byte(part: f64) -> u8 {
    (part * 255.0).round().clamp(0.0, 255.0) as u8
}

/// The colours of the light by name, as drawings say them.
pub(in crate::site) fn light(styles: &BTreeMap<String, Style>) -> BTreeMap<String, String> {
    let [light, _] = schemes(styles);
    light.into_iter().map(|(name, colour)| (name, written_as(colour))).collect()
}

fn written_as(colour: Rgb) -> String {
    let [red, green, blue] = colour.map(byte);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The colours of the light, and those that the dark sets.
fn schemes(styles: &BTreeMap<String, Style>) -> [Colours; 2] {
    let mut schemes = [Colours::new(), Colours::new()];
    for style in styles.values() {
        // What cannot be parsed has been said where it was bundled.
        if let Ok(sheet) = StyleSheet::parse(&style.css, ParserOptions::default()) {
            gather(&sheet.rules, &mut schemes, false);
        }
    }
    schemes
}

fn gather(rules: &CssRuleList<'_>, schemes: &mut [Colours; 2], is_dark: bool) {
    for rule in &rules.0 {
        match rule {
            CssRule::Media(media) => {
                let query = media.query.to_css_string(PrinterOptions::default()).unwrap_or_default();
                if query.contains("prefers-color-scheme") && query.contains("dark") && !query.contains("not") {
                    gather(&media.rules, schemes, true);
                }
            }
            CssRule::Style(style) if style.selectors.0.iter().any(|selector| names_all(selector)) => {
                for property in &style.declarations.declarations {
                    let Some((name, colour)) = colour(property) else { continue };
                    schemes[usize::from(is_dark)].insert(name, colour);
                }
            }
            _ => {}
        }
    }
}

/// Whether a selector is that of the whole page.
fn names_all(selector: &Selector<'_>) -> bool {
    selector.to_css_string(PrinterOptions::default()).is_ok_and(|text| text == ":root" || text == "html")
}

/// The colour that a custom property is, if it is one that nothing shines through.
fn colour(property: &Property<'_>) -> Option<(String, Rgb)> {
    let Property::Custom(custom) = property else { return None };
    let CustomPropertyName::Custom(name) = &custom.name else { return None };
    let value = property.value_to_css_string(PrinterOptions::default()).ok()?;
    Some((name.0.strip_prefix("--")?.to_owned(), parsed(&value)?))
}

fn parsed(value: &str) -> Option<Rgb> {
    let colour = SRGB::try_from(&CssColor::parse_string(value).ok()?).ok()?;
    (colour.alpha >= 1.0).then(|| [colour.r, colour.g, colour.b].map(f64::from))
}

fn finding(theme: &Theme, wrong: Wrong<'_>, scheme: &'static str) -> Diagnostic {
    match wrong {
        Wrong::Missing(name) => {
            Diagnostic::error("unknown-colour", Place::in_file(&theme.contrast_file)).with("name", name)
        }
        Wrong::Close { text, on, front, ratio, least, mended } => {
            let (place, line) = written(theme, text, front);
            Diagnostic::error("low-contrast", place)
                .line_of(line)
                .with("text", text)
                .with("on", on)
                .with("ratio", format!("{ratio:.2}"))
                .with("least", format!("{least}"))
                .with("scheme", scheme)
                .with("mended", mended)
        }
    }
}

/// Where the colour that was measured is written; the file of the theme where that is not found.
fn written<'t>(theme: &'t Theme, name: &str, measured: Rgb) -> (Place, &'t str) {
    let wanted = format!("--{name}:");
    for (path, file) in theme.styles.values() {
        let text = file.text();
        let of_this = |(at, _): &(usize, &str)| {
            let value = &text[at + wanted.len()..];
            parsed(value.split([';', '}']).next().unwrap_or_default().trim()) == Some(measured)
        };
        if let Some((at, _)) = text.match_indices(&wanted).find(of_this) {
            return (Place::at(path, text, at..at + wanted.len() - 1), text);
        }
    }
    (Place::in_file(&theme.contrast_file), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_those_of_the_standard() {
        let of = |bytes: [u8; 3]| bytes.map(|byte| f64::from(byte) / 255.0);
        let (black, white, grey) = (of([0; 3]), of([255; 3]), of([0x77; 3]));
        for (one, expected) in [(black, 21.0), (grey, 4.478), (of([0, 0, 255]), 8.592)] {
            let found = ratio(one, white);
            assert!((found - expected).abs() < 0.001, "{found}");
            assert!((ratio(white, one) - found).abs() < 1e-9);
        }
        let mended = mended(grey, white, 4.5);
        assert_eq!(mended, "#767676");
    }
}
