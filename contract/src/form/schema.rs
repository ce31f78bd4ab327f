//! What a form asks, in all languages of the site.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::{Not, RangeInclusive};

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::pattern::Pattern;
use super::policy::Policy;
use super::quiz::Quiz;
use super::session::Session;
use super::steps::Step;
use crate::error::{FormatError, expect_version, from_json, to_json};

/// The version of [`Schema`] that this program writes and reads.
pub const VERSION: u32 = 4;

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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub submit: Translated,
    /// URL, from the root, of the page that thanks.
    pub thanks: Translated,
    /// When it takes answers, and how many.
    #[serde(default, skip_serializing_if = "Policy::is_empty")]
    pub policy: Policy,
    /// How its answers are marked; none where they are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiz: Option<Quiz>,
    /// Its steps, where it has several pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// What it asks, in order.
    pub fields: Vec<Field>,
}

/// One question of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in the store: a lowercase letter, then lowercase letters, digits, `-` and `_`.
    pub name: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Whether it must be answered.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub required: bool,
    /// Least characters of a text, least choices of `choices`, least value of a number, first step of a scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Most characters of a text, most choices of `choices`, greatest value of a number, last step of a scale or a rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// What can be chosen: for `choice`, `choices`, each row of `matrix`; what is put in an order by `ranking`; what `hidden` may hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// What is judged, for `matrix`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Choice>,
    /// What the first step of a scale means.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub low: Translated,
    /// What its last step means.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub high: Translated,
    /// What `hidden` holds.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// Whether a link to the form may fill it in.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub prefill: bool,
    /// The pattern of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
    /// Name of the field that it repeats; empty when it repeats none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub matches: String,
    /// When it is asked at all; always when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    /// When it must be answered, though it is not `required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require_if: Option<Condition>,
    /// HTML `autocomplete` token; empty leaves it to the kind.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub autocomplete: String,
    /// For `consent`: which wording is agreed to, kept as the answer; empty when only the agreement counts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// In a quiz: what is right. Any of it for one answer, all of it for `choices`, in this order for `ranking`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub right: Vec<String>,
    /// In a quiz: how many points that is worth; one if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// In a quiz: why it is right, said when it has been answered.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub explain: Translated,
    /// The question.
    pub label: Translated,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub help: Translated,
    /// What is said of an answer that is not right, instead of our own words.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub error: Translated,
}

/// Kinds of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One line.
    #[default]
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
    /// From one to five, or to another number: the more the better.
    Rating,
    /// From zero to ten: how likely it is to be recommended.
    Nps,
    /// From one number to another, whose ends have a meaning.
    Scale,
    /// One of the choices for each of several rows.
    Matrix,
    /// The choices in an order.
    Ranking,
    /// What nobody types: where the form was opened from.
    Hidden,
    /// A country of the world: the choices, in the order of their names.
    Country,
    /// One of the choices, by the code that is shown where it takes place.
    Session,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is read.
    pub label: Translated,
    /// In a quiz: what is said to those who have chosen it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub feedback: Translated,
    /// When it can be taken, where that is a session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
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
            Some(fault) => Err(FormatError::Unreadable(fault.why.to_string())),
            None => Ok(schema),
        }
    }

    /// The text for a language, or the reference language's, or nothing.
    pub fn say<'a>(&self, text: &'a Translated, lang: &str) -> &'a str {
        text.get(lang).or_else(|| text.get(&self.reference)).map_or("", String::as_str)
    }

    /// What is read in a language where this value is stored; the value itself, where it is none of these.
    pub fn name_of<'a>(&self, value: &'a str, among: &'a [Choice], lang: &str) -> &'a str {
        let choice = among.iter().find(|choice| choice.value == value);
        choice.map_or(value, |choice| self.say(&choice.label, lang))
    }

    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
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

    /// Whether it is answered with one of its choices.
    pub fn is_choice(&self) -> bool {
        matches!(self.kind, Kind::Choice | Kind::Country)
    }

    /// Whether its `min` and `max` count characters.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text | Kind::LongText | Kind::Email | Kind::Url | Kind::Phone)
    }

    /// The numbers that it proposes, if it proposes some.
    pub fn steps(&self) -> Option<RangeInclusive<i64>> {
        match self.kind {
            Kind::Rating => Some(1..=self.max.unwrap_or(5)),
            Kind::Scale => Some(self.min.unwrap_or(1)..=self.max.unwrap_or(5)),
            Kind::Nps => Some(0..=10),
            _ => None,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use alloc::vec;

    /// A text in French and in Arabic.
    pub(crate) fn words(fr: &str, ar: &str) -> Translated {
        [("fr".to_string(), fr.to_string()), ("ar".to_string(), ar.to_string())].into()
    }

    /// A field without bounds.
    pub(crate) fn field(name: &str, kind: Kind) -> Field {
        Field { name: name.into(), kind, label: words(name, "تسمية"), ..Field::default() }
    }

    /// A choice of the given values.
    pub(crate) fn choices(values: &[&str]) -> Vec<Choice> {
        values
            .iter()
            .map(|value| Choice { value: (*value).into(), label: words(value, "خيار"), ..Choice::default() })
            .collect()
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
            policy: Policy::default(),
            quiz: None,
            steps: Vec::new(),
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
}
