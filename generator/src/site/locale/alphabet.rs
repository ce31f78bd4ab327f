//! The order of words by an alphabet that the owner of a site gives, for languages whose order ICU does not know.

use hashbrown::HashMap;
use unicode_normalization::UnicodeNormalization;

/// The most characters that one letter may have.
const LONGEST: usize = 4;
/// Letters that the alphabet does not have stand after all that it has, in the order of Unicode.
const OTHERS: u32 = 0x1_0000;

/// Letters in order. A letter may be several characters, such as `gb`.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    places: HashMap<String, u32>,
}

impl Alphabet {
    pub(super) fn new(letters: &[String]) -> Self {
        let letters = letters.iter().map(|letter| letter.nfc().collect::<String>().to_lowercase());
        Alphabet { places: (2..).zip(letters).map(|(place, letter)| (letter, place)).collect() }
    }

    /// Adds the key of a text: three bytes for each letter, then the text itself to tell equal ones apart.
    pub(super) fn key(&self, text: &str, key: &mut Vec<u8>) {
        let letters: Vec<char> = text.to_lowercase().nfc().collect();
        let mut at = 0;
        while at < letters.len() {
            let (place, length) = self.letter(&letters[at..]);
            key.extend(place.map(u32::to_be_bytes).iter().flat_map(|bytes| bytes[1..].to_vec()));
            at += length;
        }
        key.extend([0, 0, 0]);
        key.extend(text.as_bytes());
    }

    /// The place of the first letter of a text, and its length; marks that the alphabet does not know have none.
    fn letter(&self, text: &[char]) -> (Option<u32>, usize) {
        for length in (1..=LONGEST.min(text.len())).rev() {
            let letter: String = text[..length].iter().collect();
            if let Some(place) = self.places.get(&letter) {
                return (Some(*place), length);
            }
        }
        let first = text[0];
        let base = first.nfd().next().unwrap_or(first);
        let place = match self.places.get(&base.to_string()) {
            Some(place) => Some(*place),
            None if unicode_normalization::char::is_combining_mark(first) => None,
            None if first.is_alphanumeric() => Some(OTHERS + u32::from(base)),
            None => Some(1),
        };
        (place, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_the_alphabet() {
        let letters = ["a", "b", "d", "e", "ɛ", "g", "gb", "u", "ʋ", "z"].map(str::to_owned);
        let alphabet = Alphabet::new(&letters);
        let key = |text: &str| {
            let mut key = Vec::new();
            alphabet.key(text, &mut key);
            key
        };
        let mut words = ["za", "ʋa", "gba", "ga", "gz", "Ɛb", "ez", "éa", "b a", "ba", "ça"];
        words.sort_by_key(|word| key(word));
        assert_eq!(words, ["b a", "ba", "éa", "ez", "Ɛb", "ga", "gz", "gba", "ʋa", "za", "ça"]);
    }
}
