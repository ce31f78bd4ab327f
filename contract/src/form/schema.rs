//! What a form asks, in all languages of the site.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::error::{FormatError, expect_version, from_json, to_json};

/// The version of [`Schema`] that this program writes and reads.
pub const VERSION: u32 = 1;

/// The most characters that a field may ever accept.
const MOST_CHARACTERS: i64 = 10_000;
/// The most fields of a form; its answers stay far below the limits of [`super::decode()`].
const MOST_FIELDS: usize = 60;

/// One text in several languages: language code to text.
pub type Translated = BTreeMap<String, String>;

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// Always [`VERSION`].
    pub version: u32,
    /// Its name in URLs and in the store: lowercase letters, digits and hyphens.
    pub id: String,
    /// Language whose texts stand in for those that are missing.
    pub reference: String,
    /// Its title.
    pub title: Translated,
    /// The words on its button; the site's own when empty.
    #[serde(default)]
    pub submit: Translated,
    /// URL, from the root, of the page that thanks.
    pub thanks: Translated,
    /// What it asks, in order.
    pub fields: Vec<Field>,
}

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in the store: a lowercase letter, then lowercase letters, digits, `-` and `_`.
    pub name: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
    /// Least characters of a text, least choices of `choices`, least value of a number.
    #[serde(default)]
    pub min: Option<i64>,
    /// Most characters of a text, most choices of `choices`, greatest value of a number.
    #[serde(default)]
    pub max: Option<i64>,
    /// What can be chosen, for `choice` and `choices`.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// HTML `autocomplete` token; empty leaves it to the kind.
    #[serde(default)]
    pub autocomplete: String,
    /// For `consent`: which wording is agreed to, kept as the answer; empty when only the agreement counts.
    #[serde(default)]
    pub version: String,
    /// The question.
    pub label: Translated,
    /// What helps to answer it.
    #[serde(default)]
    pub help: Translated,
}

/// Kinds of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// An e-mail address in any script.
    Email,
    /// One of the choices.
    Choice,
    /// Any number of the choices.
    Choices,
    /// A box that is ticked to agree.
    Consent,
    /// A whole number.
    Number,
    /// A web address.
    Url,
    /// A day, such as 2026-03-31.
    Date,
    /// A time of the day, such as 14:30.
    Time,
    /// A telephone number of any country.
    Phone,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is read.
    pub label: Translated,
}

/// Something wrong in a schema, for the editor who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field it is about; none when it is about the form.
    pub field: Option<String>,
    /// What is wrong, in one English sentence.
    pub message: String,
}

impl Schema {
    /// Its bytes.
    pub fn encode(&self) -> Vec<u8> {
        to_json(self)
    }

    /// Reads what [`Schema::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are damaged, of another version, or the schema has [`Schema::faults`].
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        let schema: Self = from_json(bytes)?;
        expect_version(schema.version, VERSION)?;
        match schema.faults().into_iter().next() {
            Some(fault) => Err(FormatError::Unreadable(fault.message)),
            None => Ok(schema),
        }
    }

    /// The text for a language, or the reference language's, or nothing.
    pub fn say<'a>(&self, text: &'a Translated, lang: &str) -> &'a str {
        text.get(lang).or_else(|| text.get(&self.reference)).map_or("", String::as_str)
    }

    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Everything that would make the form impossible to answer, to store or to read.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut whole = |wrong: bool, message: &str| {
            if wrong {
                faults.push(Fault { field: None, message: message.into() });
            }
        };
        whole(!is_name(&self.id, false), "A form is named with lowercase letters, digits and hyphens.");
        whole(self.fields.is_empty(), "A form needs at least one field.");
        whole(self.fields.len() > MOST_FIELDS, "A form has at most 60 fields.");
        whole(self.say(&self.title, &self.reference).is_empty(), "A form needs a title in the reference language.");
        whole(self.say(&self.thanks, &self.reference).is_empty(), "A form needs a page that thanks.");
        let mut seen = BTreeSet::new();
        for field in &self.fields {
            let mut messages = field.faults(self);
            if !seen.insert(&field.name) {
                messages.push(format!("Two fields are named “{}”.", field.name));
            }
            faults.extend(messages.into_iter().map(|message| Fault { field: Some(field.name.clone()), message }));
        }
        faults
    }
}

impl Field {
    /// The most characters that its text may have.
    pub fn longest(&self) -> usize {
        let by_kind = match self.kind {
            Kind::LongText => 5_000,
            Kind::Email => 254,
            Kind::Url => 2_000,
            Kind::Phone => 40,
            _ => 200,
        };
        self.max.and_then(|max| usize::try_from(max).ok()).unwrap_or(by_kind)
    }

    /// Whether its `min` and `max` count characters.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text | Kind::LongText | Kind::Email | Kind::Url | Kind::Phone)
    }

    fn faults(&self, schema: &Schema) -> Vec<String> {
        let mut messages = Vec::new();
        let mut note = |wrong: bool, message: &str| {
            if wrong {
                messages.push(format!("Field “{}”: {message}", self.name));
            }
        };
        let chooses = matches!(self.kind, Kind::Choice | Kind::Choices);
        let values: BTreeSet<_> = self.choices.iter().map(|choice| &choice.value).collect();
        note(
            !is_name(&self.name, true),
            "a field is named with a lowercase letter, then lowercase letters, digits, hyphens and underscores.",
        );
        note(schema.say(&self.label, &schema.reference).is_empty(), "it needs a label in the reference language.");
        note(chooses && self.choices.is_empty(), "it needs choices.");
        note(!chooses && !self.choices.is_empty(), "only the kinds choice and choices have choices.");
        note(values.len() != self.choices.len(), "two choices have the same value.");
        note(self.choices.iter().any(|choice| choice.value.is_empty()), "a choice needs a value.");
        note(self.kind != Kind::Consent && !self.version.is_empty(), "only the kind consent has a version.");
        let plain = self.version.trim() == self.version && !self.version.contains(char::is_control);
        note(
            !plain || self.version.len() > 60,
            "its version is one line of at most 60 bytes, without spaces around it.",
        );
        note(self.choices.len() > 200, "it has more than 200 choices.");
        note(self.min.zip(self.max).is_some_and(|(min, max)| min > max), "its min is greater than its max.");
        let bounds = [self.min, self.max];
        let negative = bounds.iter().flatten().any(|bound| *bound < 0);
        note(self.kind != Kind::Number && negative, "its min and max cannot be negative.");
        note(self.is_text() && self.max.is_some_and(|max| max > MOST_CHARACTERS), "its max is above 10000 characters.");
        messages
    }
}

/// Lowercase letters, digits, inner hyphens, and underscores where allowed; at most 60; a letter first.
fn is_name(name: &str, underscores: bool) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || (underscores && b == b'_');
    name.len() <= 60 && name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(allowed)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use alloc::string::ToString;
    use alloc::vec;

    /// A text in French and in Arabic.
    pub(crate) fn words(fr: &str, ar: &str) -> Translated {
        [("fr".to_string(), fr.to_string()), ("ar".to_string(), ar.to_string())].into()
    }

    /// A field without bounds.
    pub(crate) fn field(name: &str, kind: Kind) -> Field {
        Field {
            name: name.into(),
            kind,
            required: false,
            min: None,
            max: None,
            choices: vec![],
            autocomplete: String::new(),
            version: String::new(),
            label: words(name, "تسمية"),
            help: Translated::new(),
        }
    }

    /// A choice of the given values.
    pub(crate) fn choices(values: &[&str]) -> Vec<Choice> {
        values.iter().map(|value| Choice { value: (*value).into(), label: words(value, "خيار") }).collect()
    }

    /// A form with these fields.
    pub(crate) fn schema(fields: Vec<Field>) -> Schema {
        Schema {
            version: VERSION,
            id: "contact".into(),
            reference: "fr".into(),
            title: words("Nous écrire", "اكتب لنا"),
            submit: Translated::new(),
            thanks: words("/fr/merci/", "/ar/شكرا/"),
            fields,
        }
    }

    #[test]
    fn a_schema_comes_back_as_it_went() {
        let topic = Field { choices: choices(&["a", "b"]), ..field("topic", Kind::Choice) };
        let schema = schema(vec![field("name", Kind::Text), topic]);
        assert_eq!(Schema::decode(&schema.encode()), Ok(schema));
    }

    #[test]
    fn the_reference_language_stands_in() {
        let schema = schema(vec![field("name", Kind::Text)]);
        assert_eq!(schema.say(&schema.title, "ar"), "اكتب لنا");
        assert_eq!(schema.say(&schema.title, "en"), "Nous écrire");
        assert_eq!(schema.say(&schema.submit, "en"), "");
    }

    #[test]
    fn each_fault_is_told() {
        let cases = [
            (vec![], "at least one field"),
            (vec![field("Name", Kind::Text)], "lowercase letter"),
            (vec![field("_id", Kind::Text)], "lowercase letter"),
            (vec![field("a", Kind::Text), field("a", Kind::Text)], "Two fields"),
            (vec![field("a", Kind::Choice)], "needs choices"),
            (vec![Field { choices: choices(&["x"]), ..field("a", Kind::Text) }], "only the kinds"),
            (vec![Field { choices: choices(&["x", "x"]), ..field("a", Kind::Choice) }], "same value"),
            (vec![Field { min: Some(3), max: Some(2), ..field("a", Kind::Text) }], "greater than its max"),
            (vec![Field { min: Some(-3), ..field("a", Kind::Text) }], "negative"),
            (vec![Field { max: Some(20_000), ..field("a", Kind::Text) }], "10000"),
            (vec![Field { version: "2".into(), ..field("a", Kind::Text) }], "only the kind consent"),
            (vec![Field { version: "2\n".into(), ..field("a", Kind::Consent) }], "one line"),
            (vec![Field { label: Translated::new(), ..field("a", Kind::Text) }], "a label"),
        ];
        for (fields, expected) in cases {
            let faults = schema(fields).faults();
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert!(faults[0].message.contains(expected), "{faults:?}");
        }
        let fine = Field { min: Some(-3), max: Some(9), ..field("a", Kind::Number) };
        assert_eq!(schema(vec![fine]).faults(), vec![]);
    }
}
