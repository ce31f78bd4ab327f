//! How a language quotes, and which rules of typography a site wants to be told of.

use crate::declare::Table;

/// A rule of typography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The space before `;`, `!`, `?` and `:`.
    SignSpace,
    /// The space inside guillemets.
    GuillemetSpace,
    /// Quotes of a typewriter.
    Quotes,
    /// The apostrophe of a typewriter.
    Apostrophe,
    /// Three points.
    Ellipsis,
    /// The space between groups of digits.
    NumberSpace,
    /// The space before `%` and signs of money.
    UnitSpace,
    /// How ordinals are shortened.
    Ordinal,
    /// `¿` and `¡`.
    OpeningSign,
    /// Signs that Arabic has of its own.
    ArabicSign,
    /// The sign that only lengthens a word.
    Tatweel,
    /// A vowel mark twice on one letter.
    DoubledMark,
}

/// The names of the rules, in `site.toml` and in findings.
pub const RULES: [(&str, Rule); 12] = [
    ("sign-space", Rule::SignSpace),
    ("guillemet-space", Rule::GuillemetSpace),
    ("quotes", Rule::Quotes),
    ("apostrophe", Rule::Apostrophe),
    ("ellipsis", Rule::Ellipsis),
    ("number-space", Rule::NumberSpace),
    ("unit-space", Rule::UnitSpace),
    ("ordinal", Rule::Ordinal),
    ("opening-sign", Rule::OpeningSign),
    ("arabic-sign", Rule::ArabicSign),
    ("tatweel", Rule::Tatweel),
    ("doubled-mark", Rule::DoubledMark),
];

impl Rule {
    /// Its name.
    pub fn name(self) -> &'static str {
        RULES.iter().find(|(_, rule)| *rule == self).map_or("", |(name, _)| name)
    }
}

/// The rules that are off.
pub(super) fn read(table: &mut Table<'_, '_>) -> Vec<Rule> {
    table.choices("off", &RULES).unwrap_or_default()
}

/// How a language quotes: outside and inside.
#[derive(Debug, PartialEq, Eq)]
pub struct Quotes {
    /// Its code without a region.
    pub language: &'static str,
    /// Where it is written so; everywhere if none is named.
    regions: &'static [&'static str],
    /// Around what is said.
    pub double: (char, char),
    /// Around what is said inside of that.
    pub single: (char, char),
}

const ENGLISH: ((char, char), (char, char)) = (('“', '”'), ('‘', '’'));
const LATIN: ((char, char), (char, char)) = (('«', '»'), ('“', '”'));
const GERMAN: ((char, char), (char, char)) = (('„', '“'), ('‚', '‘'));
const SLAVIC: ((char, char), (char, char)) = (('«', '»'), ('„', '“'));

/// Spanish beyond the Atlantic.
const AMERICA: &[&str] = &[
    "419", "ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "gt", "hn", "mx", "ni", "pa", "pe", "pr", "py", "sv", "us",
    "uy", "ve",
];
/// Portuguese as in Portugal.
const PORTUGAL: &[&str] = &["ao", "ch", "cv", "gq", "gw", "lu", "mo", "mz", "pt", "st", "tl"];

/// The regions of a language before the rest of it.
const QUOTES: [Quotes; 14] = [
    quotes_of("ar", &[], LATIN),
    quotes_of("de", &["ch", "li"], (('«', '»'), ('‹', '›'))),
    quotes_of("de", &[], GERMAN),
    quotes_of("en", &[], ENGLISH),
    quotes_of("es", AMERICA, ENGLISH),
    quotes_of("es", &[], LATIN),
    quotes_of("fr", &[], LATIN),
    quotes_of("it", &[], LATIN),
    quotes_of("nl", &[], ENGLISH),
    quotes_of("pl", &[], (('„', '”'), ('«', '»'))),
    quotes_of("pt", PORTUGAL, LATIN),
    quotes_of("pt", &[], ENGLISH),
    quotes_of("ru", &[], SLAVIC),
    quotes_of("uk", &[], SLAVIC),
];

const fn quotes_of(
    language: &'static str,
    regions: &'static [&'static str],
    (double, single): ((char, char), (char, char)),
) -> Quotes {
    Quotes { language, regions, double, single }
}

/// How the language of a code quotes, if that is known.
pub fn quotes(code: &str) -> Option<&'static Quotes> {
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    let named = |regions: &[&str]| parts.clone().any(|part| regions.iter().any(|r| r.eq_ignore_ascii_case(part)));
    let fits = |quotes: &&Quotes| {
        quotes.language.eq_ignore_ascii_case(language) && (quotes.regions.is_empty() || named(quotes.regions))
    };
    QUOTES.iter().find(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_may_quote_otherwise() {
        let double = |code: &str| quotes(code).map(|quotes| quotes.double);
        assert_eq!(double("es-MX"), Some(('“', '”')));
        assert_eq!(double("es"), Some(('«', '»')));
        assert_eq!((double("pt-br"), double("pt-Latn-PT")), (Some(('“', '”')), Some(('«', '»'))));
        assert_eq!(double("mos"), None);
    }

    #[test]
    fn each_rule_has_a_name() {
        assert!(RULES.iter().all(|(name, rule)| rule.name() == *name));
    }
}
