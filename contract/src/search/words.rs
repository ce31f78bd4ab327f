//! Cuts text into the words that are indexed and looked for.
//!
//! A word is what Unicode calls one (UAX 29), cut again at inner punctuation so that `l’eau` is found by
//! `eau`, in NFKC and lower case. Ideographs are one word each.

use alloc::string::String;
use core::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use unicode_segmentation::UnicodeSegmentation;

/// The most bytes of a word; what is longer is cut, in the index and in questions alike.
const MOST_BYTES: usize = 64;

/// Calls `each` with the place in `text`, in bytes, and the indexed form of every word, in order.
pub(super) fn each_word(text: &str, mut each: impl FnMut(Range<usize>, &str)) {
    let mut form = String::new();
    let mut at = 0;
    // White space always ends a word, and most pieces between spaces are ASCII, which needs no tables.
    for length in text.as_bytes().split(u8::is_ascii_whitespace).map(<[u8]>::len) {
        let piece = &text[at..at + length];
        if piece.is_ascii() {
            ascii_words(piece, at, &mut form, &mut each);
        } else if piece.chars().all(|c| is_plain_letter(c) || is_plain_sign(c)) {
            plain_words(piece, at, &mut form, &mut each);
        } else {
            unicode_words(piece, at, &mut form, &mut each);
        }
        at += length + 1;
    }
}

fn ascii_words(piece: &str, at: usize, form: &mut String, each: &mut impl FnMut(Range<usize>, &str)) {
    let mut start = 0;
    for run in piece.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()) {
        let end = start + run.len();
        if start < end {
            form.clear();
            form.push_str(&piece[start..end.min(start + MOST_BYTES)]);
            form.make_ascii_lowercase();
            each(at + start..at + end, form);
        }
        start = end + 1;
    }
}

/// Letters and digits that are words where they stand together, and are already in NFKC: the most of Latin, Greek, Cyrillic
/// and Arabic. Marks that Arabic leaves out are among them.
fn is_plain_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ı' | 'Ĵ'..='ľ' | 'Ł'..='ň' | 'Ŋ'..='ž' | 'Ά' | 'Έ'..='Ί' | 'Ό' | 'Ύ'..='Ρ'
            | 'Σ'..='ώ' | 'Ѐ'..='ҁ' | 'ء'..='\u{652}' | '٠'..='٩' | '\u{670}'..='\u{673}' | '\u{679}'..='ۓ' | '۰'..='۹')
}

/// Signs that end a word in all these scripts.
fn is_plain_sign(c: char) -> bool {
    (c.is_ascii() && !c.is_ascii_alphanumeric())
        || matches!(
            c,
            '«' | '»'
                | '“'
                | '”'
                | '„'
                | '’'
                | '‘'
                | '…'
                | '–'
                | '—'
                | '−'
                | '¿'
                | '¡'
                | '،'
                | '؛'
                | '؟'
                | '·'
                | '•'
                | '\u{A0}'
                | '\u{202F}'
        )
}

/// Words of such letters and signs, without the tables that other scripts need.
fn plain_words(piece: &str, at: usize, form: &mut String, each: &mut impl FnMut(Range<usize>, &str)) {
    let mut start = 0;
    for run in piece.split_inclusive(is_plain_sign) {
        let word = run.trim_end_matches(is_plain_sign);
        // A mark without a letter before it belongs to the sign before it.
        let lone = word.len() - word.trim_start_matches(|c| is_optional(c) && c != TATWEEL).len();
        fill(form, word.chars().filter(|c| !is_optional(*c)).flat_map(char::to_lowercase));
        if !form.is_empty() {
            each(at + start + lone..at + start + word.len(), form);
        }
        start += run.len();
    }
}

fn unicode_words(piece: &str, at: usize, form: &mut String, each: &mut impl FnMut(Range<usize>, &str)) {
    for (offset, long) in piece.unicode_word_indices() {
        let mut start = at + offset;
        for run in long.split_inclusive(is_inner_punctuation) {
            let word = run.trim_end_matches(is_inner_punctuation);
            let whole = ComposingNormalizerBorrowed::new_nfkc().normalize_iter(word.chars());
            fill(form, whole.flat_map(char::to_lowercase).filter(|c| !is_optional(*c)));
            if !form.is_empty() {
                each(start..start + word.len(), form);
            }
            start += run.len();
        }
    }
}

/// Puts as many letters in a form as it may have.
fn fill(form: &mut String, letters: impl Iterator<Item = char>) {
    form.clear();
    for c in letters {
        if form.len() + c.len_utf8() > MOST_BYTES {
            break;
        }
        form.push(c);
    }
}

/// The sign that stretches an Arabic word: a letter to Unicode.
const TATWEEL: char = '\u{640}';

/// Marks that some write and others leave out: soft hyphens, and the vowels, doublings and stretches of Arabic.
fn is_optional(c: char) -> bool {
    matches!(c, '\u{AD}' | TATWEEL | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// Apostrophes, dots and their like, which UAX 29 keeps inside a word between letters or digits.
fn is_inner_punctuation(c: char) -> bool {
    if c.is_ascii() {
        !c.is_ascii_alphanumeric()
    } else {
        matches!(c, '’' | '‘' | '·' | '․' | '‧' | '‿' | '⁀' | '＇' | '．' | '：' | '＿' | '，')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    fn forms(text: &str) -> Vec<String> {
        let mut forms = Vec::new();
        each_word(text, |_, word| forms.push(word.to_string()));
        forms
    }

    #[test]
    fn words_of_many_scripts() {
        for (text, expected) in [
            ("Don't stop: 3.14, foo_bar", "don t stop 3 14 foo bar"),
            ("L’ÉTÉ d'Été e\u{301}te\u{301}", "l été d été été"),
            ("ﬁn co\u{AD}opérer", "fin coopérer"),
            ("المجتمع المدني، ٢٠٢٦", "المجتمع المدني ٢٠٢٦"),
            ("مُنَصّات عـــلى", "منصات على"),
            ("हिन्दी भाषा", "हिन्दी भाषा"),
            ("東京都", "東 京 都"),
            ("Հայաստան", "հայաստան"),
            ("—…!", ""),
            ("", ""),
        ] {
            assert_eq!(forms(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn ascii_words_are_cut_alike_beside_other_letters() {
        assert_eq!(
            forms("it's a.b/c-d"),
            forms("it's a.b/c-dé").iter().map(|w| w.replace("dé", "d")).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(forms(&"a".repeat(500)), ["a".repeat(64)]);
        assert_eq!(forms(&"é".repeat(500)), ["é".repeat(32)]);
    }

    proptest! {
        #[test]
        fn plain_words_are_those_of_unicode(piece in "[a-zA-Z0-9À-žΆ-ώЀ-ҁء-ۓ٠-٩۰-۹«»“”„’‘…–—−¿¡؟·•.,:;'_/\\-]{1,20}") {
            // Digits on both sides of an Arabic comma are one word for Unicode, and two for us; so it is not among the signs.
            // A mark behind a sign makes a word of the sign for Unicode, and none for us.
            let is_mark = |c: char| is_optional(c) && c != TATWEEL;
            let pairs = core::iter::once(' ').chain(piece.chars()).zip(piece.chars());
            let has_lone_mark = pairs.clone().any(|(before, c)| is_mark(c) && !before.is_alphanumeric());
            prop_assume!(!has_lone_mark && piece.chars().all(|c| is_plain_letter(c) || is_plain_sign(c)));
            let mut form = String::new();
            let (mut plain, mut unicode) = (Vec::new(), Vec::new());
            plain_words(&piece, 0, &mut form, &mut |range, form: &str| plain.push((range, form.to_string())));
            unicode_words(&piece, 0, &mut form, &mut |range, form: &str| unicode.push((range, form.to_string())));
            prop_assert_eq!(plain, unicode);
        }

        #[test]
        fn places_are_true_and_in_order(text in "\\PC{0,80}") {
            let mut last = 0;
            let mut ranges = Vec::new();
            each_word(&text, |range, _| ranges.push(range));
            for range in ranges {
                prop_assert!(last <= range.start && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
