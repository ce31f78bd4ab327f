//! How a language says dates, numbers and lists, and in what order it puts words: by ICU4X and its CLDR data, or as
//! the owner of the site says where these know nothing of the language.
//!
//! Takes what `site.toml` says of a language; gives texts and keys to sort by. Pure: no clock, no machine's settings.

mod alphabet;
mod date;
mod own;

pub use own::Own;
pub(super) use own::read as read_own;

use super::Language;
use alphabet::Alphabet;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale as Tag;

/// A language's way with dates, numbers, lists and order.
pub struct Locale {
    /// Whose data are used: the language itself, or the one that it is said to be like.
    tag: Tag,
    own: Own,
    collator: Option<CollatorBorrowed<'static>>,
    alphabet: Option<Alphabet>,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale").field("tag", &self.tag).field("own", &self.own).finish_non_exhaustive()
    }
}

impl Locale {
    /// The ways of a language.
    pub fn new(language: &Language) -> Self {
        let own = language.own.clone();
        let code = own.like.as_ref().map_or(language.code.as_str(), |like| like.value.as_str());
        let base = canonical(code).unwrap_or(Tag::UNKNOWN);
        let with_numerals = own.numerals.as_ref().and_then(|digits| format!("{base}-u-nu-{digits}").parse().ok());
        let tag = with_numerals.unwrap_or(base);
        let collator = Collator::try_new((&tag).into(), CollatorOptions::default()).ok();
        let alphabet = (!own.alphabet.is_empty()).then(|| Alphabet::new(&own.alphabet));
        Locale { tag, own, collator, alphabet }
    }

    /// A key by which texts are put in the order of the language: bytes, compared as such.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 2);
        match (&self.alphabet, &self.collator) {
            (Some(alphabet), _) => alphabet.key(text, &mut key),
            (None, Some(collator)) => {
                let Ok(()) = collator.write_sort_key_to(text, &mut key);
            }
            (None, None) => key.extend(text.to_lowercase().bytes()),
        }
        key
    }

    /// A number written with digits, a sign and a point, as the language writes it; `None` if it is no number.
    pub fn number(&self, number: &str) -> Option<String> {
        let number: fixed_decimal::Decimal = number.parse().ok()?;
        let formatter = DecimalFormatter::try_new((&self.tag).into(), DecimalFormatterOptions::default()).ok()?;
        Some(formatter.format(&number).to_string())
    }

    /// Several things as one text: all of them, or any of them.
    pub fn list(&self, items: &[String], any: bool) -> String {
        let make = if any { ListFormatter::try_new_or } else { ListFormatter::try_new_and };
        match make((&self.tag).into(), ListFormatterOptions::default()) {
            Ok(formatter) => formatter.format(items.iter()).to_string(),
            Err(_) => items.join(", "),
        }
    }
}

/// A language's tag in its one right form, such as `pt-BR` for `pt-br`; `None` if it is none.
pub fn canonical(code: &str) -> Option<Tag> {
    let mut tag: Tag = code.parse().ok()?;
    icu_locale::LocaleCanonicalizer::new_extended().canonicalize(&mut tag);
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn locale(code: &str, own: Own) -> Locale {
        Locale::new(&Language { own, ..Language::plain(code, "") })
    }

    fn icu(code: &str) -> Locale {
        locale(code, Own::default())
    }

    proptest! {
        #[test]
        fn keys_stand_in_the_order_of_icu(code in prop::sample::select(vec!["fr", "es", "sv", "ar", "cs", "de"]), left in "[a-zA-ZéèöñåÑÅ çčČ\u{627}-\u{64a}'-]{0,8}", right in "[a-zA-ZéèöñåÑÅ çčČ\u{627}-\u{64a}'-]{0,8}") {
            let collator = Collator::try_new(code.parse::<Tag>().unwrap().into(), CollatorOptions::default()).unwrap();
            let locale = icu(code);
            prop_assert_eq!(locale.sort_key(&left).cmp(&locale.sort_key(&right)), collator.compare(&left, &right));
        }
    }

    #[test]
    fn a_date_is_said_as_its_language_says_it() {
        assert_eq!(icu("fr").date("2026-03-12", "long").unwrap(), "12 mars 2026");
        assert_eq!(icu("en").date("2026-03-12T08:00:00", "long").unwrap(), "March 12, 2026");
        assert_eq!(icu("pt-br").date("2026-03-12", "long").unwrap(), "12 de março de 2026");
    }

    #[test]
    fn what_is_no_date_is_said() {
        assert!(icu("fr").date("12 mars", "long").unwrap_err().contains("year-month-day"));
        assert!(icu("fr").date("2026-03-12", "loong").unwrap_err().contains("medium"));
    }

    #[test]
    fn a_range_says_what_is_shared_once() {
        let range = |code: &str, to: &str| icu(code).range("2026-03-12", to, "long").unwrap();
        assert_eq!(range("fr", "2026-03-14"), "12–14 mars 2026");
        assert_eq!(range("en", "2026-04-03"), "March 12 – April 3, 2026");
        assert_eq!(range("es", "2026-04-03"), "12 de marzo – 3 de abril de 2026");
        assert_eq!(range("zh", "2026-04-03"), "2026年3月12日 – 4月3日");
        assert_eq!(range("fr", "2027-03-12"), "12 mars 2026 – 12 mars 2027");
        assert_eq!(icu("fr").range("2026-03-12", "2026-03-14", "short").unwrap(), "12/03/2026 – 14/03/2026");
        assert_eq!(range("fr", "2026-03-12"), "12 mars 2026");
    }

    #[test]
    fn numbers_are_written_as_in_their_region() {
        assert_eq!(icu("fr").number("1234567.5").unwrap(), "1\u{202f}234\u{202f}567,5");
        assert_eq!(icu("ar-EG").number("12").unwrap(), "١٢");
        assert_eq!(icu("ar-MA").number("12").unwrap(), "12");
        let latin = Own { numerals: Some("latn"), ..Own::default() };
        assert_eq!(locale("ar-EG", latin).number("12").unwrap(), "12");
        assert_eq!(icu("fr").number("douze"), None);
    }

    #[test]
    fn lists_are_said() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(icu("fr").list(&items, false), "a, b et c");
        assert_eq!(icu("en").list(&items, true), "a, b, or c");
    }

    #[test]
    fn a_language_that_icu_does_not_know_is_said_by_its_owner() {
        let months = "yan feb mar awr me zun zul ut set okt nov des".split(' ').map(str::to_owned).collect();
        let long = Some("{day} {month} {year}".to_owned());
        let like = Some(crate::declare::Text { value: "fr".to_owned(), range: 0..0 });
        let own = Own { like, months, dates: [long, None, None], ..Own::default() };
        let own = locale("mos", own);
        assert_eq!(own.date("2026-03-12", "long").unwrap(), "12 mar 2026");
        assert_eq!(own.date("2026-03-12", "medium").unwrap(), "12 mars 2026");
        assert_eq!(own.number("1234.5").unwrap(), "1\u{202f}234,5");
    }
}
