//! The words that the functions say, in one language.
//!
//! Takes the interface words of a site, gives one sentence for a key. Sentences are plain text: whoever
//! puts them in HTML escapes them. No plural forms: sentences are phrased so as to need none.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::error::{FormatError, expect_version, from_json, to_json};

mod keys;

pub use keys::KEYS;

/// The version of [`Bundle`] that this program writes and reads.
pub const VERSION: u32 = 1;

/// Where the words of a language are in the built site.
pub fn path(lang: &str) -> String {
    alloc::format!("_/data/messages/{lang}.json")
}

/// The words of one language: key to text with `{name}` placeholders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// Always [`VERSION`].
    pub version: u32,
    /// Text of each key; a key that is absent is said in English, see [`KEYS`].
    pub words: BTreeMap<String, String>,
}

impl Bundle {
    /// A bundle of the present version.
    pub fn new(words: BTreeMap<String, String>) -> Self {
        Self { version: VERSION, words }
    }

    /// Every key of [`KEYS`] in English.
    pub fn english() -> Self {
        Self::new(KEYS.iter().map(|(key, text)| ((*key).to_string(), (*text).to_string())).collect())
    }

    /// Its bytes.
    pub fn encode(&self) -> Vec<u8> {
        to_json(self)
    }

    /// Reads what [`Bundle::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are damaged or of another version.
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        let bundle: Self = from_json(bytes)?;
        expect_version(bundle.version, VERSION)?;
        Ok(bundle)
    }

    /// The text of `key` with each `{name}` replaced by its value; English when this language lacks it, and
    /// the key itself when nobody knows it. Values are put in as they are and never looked into again.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let english = || KEYS.iter().find(|(known, _)| *known == key).map(|(_, text)| *text);
        let text = self.words.get(key).map(String::as_str).or_else(english).unwrap_or(key);
        fill(text, values)
    }
}

/// Replaces each `{name}` that has a value; other braces stay as they are.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let inside = &rest[open + 1..];
        let named = inside.find('}').and_then(|close| {
            let name = inside[..close].trim();
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (close, *value))
        });
        if let Some((close, value)) = named {
            out.push_str(value);
            rest = &inside[close + 1..];
        } else {
            out.push('{');
            rest = inside;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;

    #[test]
    fn values_are_put_in_once_and_never_looked_into() {
        let words = [("k".to_string(), "{a} and { b }, {c} {".to_string())].into();
        let said = Bundle::new(words).say("k", &[("a", "{b}"), ("b", "2")]);
        assert_eq!(said, "{b} and 2, {c} {");
    }

    #[test]
    fn a_missing_word_is_said_in_english() {
        let empty = Bundle::new(BTreeMap::new());
        assert_eq!(empty.say("functions-search-count", &[("n", "3")]), "Results: 3");
        assert_eq!(empty.say("nobody-knows", &[]), "nobody-knows");
    }

    #[test]
    fn keys_are_unique_and_named_for_the_functions() {
        let names: BTreeSet<_> = KEYS.iter().map(|(key, _)| *key).collect();
        assert_eq!(names.len(), KEYS.len());
        assert!(names.iter().all(|key| key.starts_with("functions-")));
    }

    #[test]
    fn a_bundle_comes_back_as_it_went() {
        assert_eq!(Bundle::decode(&Bundle::english().encode()), Ok(Bundle::english()));
    }
}
