//! From words to the keys under which they are indexed: without endings, without accents.
//!
//! A word has one key or two. `fold(stem(w))` is what a careful writer's word becomes; `stem(fold(w))` is what the
//! same word becomes when it was typed without accents. Both are indexed where they differ, so that either
//! spelling finds the page.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;
use rust_stemmers::{Algorithm, Stemmer};

use super::words::each_word;

/// Words cut off before an apostrophe, in the languages that write so.
const ELIDED: &[&str] = &["l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu"];
const ELIDING: &[&str] = &["fr", "ca", "it", "oc"];

/// Languages whose stemmers cut or change beginnings too.
const CUTTING: &[&str] = &["ar", "ta"];

/// The keys of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Keys {
    pub(super) first: String,
    /// The second, where it differs.
    pub(super) second: Option<String>,
}

impl Keys {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        core::iter::once(self.first.as_str()).chain(self.second.as_deref())
    }
}

/// How words of a language become keys.
pub struct Analyser {
    stemmer: Option<Stemmer>,
    elides: bool,
    /// Whether stems begin as their words do.
    keeps_beginnings: bool,
}

impl Analyser {
    /// For a language by its code; words of a language that has no stemmer are matched whole.
    pub fn of(lang: &str) -> Self {
        let main = lang.split(['-', '_']).next().unwrap_or_default();
        Self {
            stemmer: algorithm(main).map(Stemmer::create),
            elides: ELIDING.contains(&main),
            keeps_beginnings: !CUTTING.contains(&main),
        }
    }

    /// The form of a text that is one word; none when it is several, or none.
    pub fn only_word(&self, text: &str) -> Option<String> {
        let (mut found, mut words) = (None, 0);
        self.words(text, |_, word| {
            found = Some(word.into());
            words += 1;
        });
        found.filter(|_| words == 1)
    }

    /// Calls `each` with the place and the form of every word that is indexed, in order. Where a script puts no spaces
    /// between words, each pair of signs that follow each other is one, and a sign that stands alone.
    pub(super) fn words(&self, text: &str, mut each: impl FnMut(Range<usize>, &str)) {
        let mut last = Sign::default();
        each_word(text, |range, word| {
            if !is_sign(word) {
                last.end_run(&mut each);
                let is_cut = self.elides && ELIDED.contains(&word) && text[range.end..].starts_with(['\'', '’']);
                if !is_cut {
                    each(range, word);
                }
                return;
            }
            if last.range.end != range.start {
                last.end_run(&mut each);
            }
            if !last.form.is_empty() {
                last.form.push_str(word);
                each(last.range.start..range.end, &last.form);
                last.is_paired = true;
            }
            last.form.clear();
            last.form.push_str(word);
            last.range = range;
        });
        last.end_run(&mut each);
    }

    /// Whether a word could have one of some keys, by its first letter: a quick look before a slow one.
    pub(super) fn may_begin<'k>(&self, word: &str, mut keys: impl Iterator<Item = &'k String>) -> bool {
        let mut buffer = [0; 4];
        let Some(first) = word.chars().next().map(|first| &*first.encode_utf8(&mut buffer)) else { return false };
        let folded = fold(first);
        !self.keeps_beginnings || keys.any(|key| key.starts_with(first) || key.starts_with(&*folded))
    }

    pub(super) fn keys(&self, word: &str) -> Keys {
        let folded = fold(word);
        let first = fold(&self.stem(word)).into_owned();
        let second = self.stem(&folded).to_string();
        Keys { second: (second != first).then_some(second), first }
    }

    fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let Some(stemmer) = &self.stemmer else { return Cow::Borrowed(word) };
        // A name or a number with its unit has no ending.
        if word.len() < 3 || word.bytes().any(|byte| byte.is_ascii_digit()) {
            return Cow::Borrowed(word);
        }
        let stem = stemmer.stem(word);
        if stem.is_empty() { Cow::Borrowed(word) } else { stem }
    }
}

/// The sign before, in a script without spaces.
#[derive(Default)]
struct Sign {
    form: String,
    range: Range<usize>,
    is_paired: bool,
}

impl Sign {
    fn end_run(&mut self, each: &mut impl FnMut(Range<usize>, &str)) {
        if !self.form.is_empty() && !self.is_paired {
            each(self.range.clone(), &self.form);
        }
        *self = Self::default();
    }
}

/// Whether a word is a sign of a script that puts no spaces between words: Thai and its neighbours, Chinese, Japanese.
fn is_sign(word: &str) -> bool {
    let is_one = |c: char| {
        matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{309F}'
            | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
    };
    !word.is_ascii() && word.chars().all(is_one)
}

/// The languages whose stemmers are compiled in, with commas between them: all when it is not said. A Worker for one site needs those of
/// that site, and each weighs.
const LANGUAGES: Option<&str> = option_env!("COLIBRI_LANGUAGES");

/// Whether the stemmer of a language is compiled in.
const fn is_built(lang: &str) -> bool {
    let Some(all) = LANGUAGES else { return true };
    let (all, lang) = (all.as_bytes(), lang.as_bytes());
    let (mut at, mut matched) = (0, Some(0));
    while at < all.len() {
        matched = match matched {
            _ if all[at] == b',' => {
                if is_whole(matched, lang) {
                    return true;
                }
                Some(0)
            }
            Some(count) if count < lang.len() && all[at] == lang[count] => Some(count + 1),
            _ => None,
        };
        at += 1;
    }
    is_whole(matched, lang)
}

const fn is_whole(matched: Option<usize>, lang: &[u8]) -> bool {
    matches!(matched, Some(count) if count == lang.len())
}

/// The languages that have a stemmer. One that is not compiled in is not even named to the compiler, which leaves it out.
macro_rules! stemmers {
    ($($code:literal => $name:ident,)*) => {
        fn algorithm(lang: &str) -> Option<Algorithm> {
            Some(match lang {
                $($code if const { is_built($code) } => Algorithm::$name,)*
                _ => return None,
            })
        }

        /// Whether words of a language have a stemmer that this program was built without: its index cannot be read with it.
        pub fn is_left_out(lang: &str) -> bool {
            let main = lang.split(['-', '_']).next().unwrap_or_default();
            [$(($code, const { is_built($code) })),*].contains(&(main, false))
        }
    };
}

stemmers! {
    "ar" => Arabic,
    "da" => Danish,
    "de" => German,
    "el" => Greek,
    "en" => English,
    "es" => Spanish,
    "fi" => Finnish,
    "fr" => French,
    "hu" => Hungarian,
    "it" => Italian,
    "nb" => Norwegian,
    "nn" => Norwegian,
    "no" => Norwegian,
    "nl" => Dutch,
    "pt" => Portuguese,
    "ro" => Romanian,
    "ru" => Russian,
    "sv" => Swedish,
    "ta" => Tamil,
    "tr" => Turkish,
}

/// A word without accents, and with one form for letters that are written in several ways.
pub(crate) fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut out = String::with_capacity(word.len());
    for c in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(word.chars()) {
        match c {
            // Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic ones. Vowel signs of
            // other scripts are letters to their readers.
            '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{670}' => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            'ى' | 'ی' => out.push('ي'),
            'ة' => out.push('ه'),
            'ک' => out.push('ك'),
            '٠'..='٩' => push_digit(&mut out, c, '٠'),
            '۰'..='۹' => push_digit(&mut out, c, '۰'),
            _ => out.push(c),
        }
    }
    // A word of nothing but marks is kept as it is, or it could not be found.
    if out.is_empty() { Cow::Borrowed(word) } else { Cow::Owned(out) }
}

fn push_digit(out: &mut String, digit: char, zero: char) {
    out.extend(char::from_digit(u32::from(digit) - u32::from(zero), 10));
}
