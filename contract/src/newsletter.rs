//! A newsletter: what it asks of those who sign up, and how it asks.
//!
//! ```text
//! Newsletter ─ schema ─▶ form::Schema    the same checks and the same HTML as any form
//! Newsletter ─ short ──▶ text            one field and a button, for the foot of every page
//! ```
//! Knows nobody who has signed up, and sends nothing.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::error::{FormatError, expect_version, from_json, to_json};
use crate::form::{self, Choice, Field, Kind, Schema, TRAP_FIELD, Translated, View};
use crate::html::{escape, push_attribute, push_text};
use crate::message::Bundle;

/// The version of [`Newsletter`] that this program writes and reads.
pub const VERSION: u32 = 1;
/// Where it is in the built site; nowhere in a site that has none.
pub const PATH: &str = "_/data/newsletter.json";
/// The most topics.
pub const MOST_TOPICS: usize = 20;

/// Name of the field for the address.
pub const ADDRESS: &str = "address";
/// Name of the field for languages.
pub const LANGUAGES: &str = "languages";
/// Name of the field for topics.
pub const TOPICS: &str = "topics";

/// A newsletter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Newsletter {
    /// Always [`VERSION`].
    pub version: u32,
    /// Language whose texts stand in for those that are missing.
    pub reference: String,
    /// Its name.
    pub title: Translated,
    /// What those who sign up agree to, in every language of the site.
    pub consent: Translated,
    /// What changes when the text of the consent does.
    pub consent_version: String,
    /// The languages in which it goes out: code, and name in itself.
    pub languages: Vec<(String, String)>,
    /// What it is about; empty when there is nothing to choose.
    pub topics: Vec<Topic>,
    /// The most letters that one address is sent in a day to confirm a sign-up.
    pub letters_per_address: u16,
    /// The most that are sent in an hour to all.
    pub letters_per_hour: u32,
    /// Days in which a sign-up can be confirmed.
    pub days: u16,
}

/// Something that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What is stored: lowercase letters, digits and hyphens.
    pub id: String,
    /// What is read.
    pub name: Translated,
}

/// Where sign-ups are sent.
pub fn action(lang: &str) -> String {
    format!("/_/{lang}/newsletter")
}

/// Whether a text can be the id of a topic.
pub fn is_topic(id: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=40).contains(&id.len()) && id.bytes().all(fits)
}

impl Newsletter {
    /// Its bytes.
    pub fn encode(&self) -> Vec<u8> {
        to_json(self)
    }

    /// Reads what [`Newsletter::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are damaged or of another version, or there are topics that nobody could choose.
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        let newsletter: Self = from_json(bytes)?;
        expect_version(newsletter.version, VERSION)?;
        let ids: BTreeSet<&str> = newsletter.topics.iter().map(|topic| topic.id.as_str()).collect();
        let are_good =
            ids.len() == newsletter.topics.len() && ids.len() <= MOST_TOPICS && ids.into_iter().all(is_topic);
        if are_good {
            Ok(newsletter)
        } else {
            Err(FormatError::Unreadable("its topics cannot be told apart".to_string()))
        }
    }

    /// The text for a language, or the reference language's, or nothing.
    pub fn say<'a>(&self, text: &'a Translated, lang: &str) -> &'a str {
        text.get(lang).or_else(|| text.get(&self.reference)).map_or("", String::as_str)
    }

    /// Its languages as choices.
    pub fn spoken(&self) -> Vec<Choice> {
        let choice = |(code, name): &(String, String)| Choice {
            value: code.clone(),
            label: [(self.reference.clone(), name.clone())].into(),
            ..Choice::default()
        };
        self.languages.iter().map(choice).collect()
    }

    /// Its topics as choices.
    pub fn about(&self) -> Vec<Choice> {
        let choice = |topic: &Topic| Choice { value: topic.id.clone(), label: topic.name.clone(), ..Choice::default() };
        self.topics.iter().map(choice).collect()
    }

    /// The form that asks for the address, and for what there is to choose, in the words of a language.
    pub fn schema(&self, lang: &str, words: &Bundle) -> Schema {
        let say = |key: &str| -> Translated { [(lang.to_string(), words.say(key, &[]))].into() };
        let mut address = field(ADDRESS, Kind::Email, say("functions-newsletter-address"));
        address.required = true;
        address.help = self.consent.clone();
        let mut fields = alloc::vec![address];
        for (name, choices) in [(LANGUAGES, self.spoken()), (TOPICS, self.about())] {
            if choices.len() > 1 {
                let key = format!("functions-newsletter-{name}");
                let help = say(&format!("{key}-none"));
                fields.push(Field { choices, help, ..field(name, Kind::Choices, say(&key)) });
            }
        }
        Schema {
            version: form::VERSION,
            id: "newsletter".to_string(),
            reference: self.reference.clone(),
            title: self.title.clone(),
            submit: say("functions-newsletter-submit"),
            thanks: Translated::new(),
            policy: form::Policy::default(),
            quiz: None,
            steps: Vec::new(),
            fields,
        }
    }

    /// The whole form as safe HTML.
    pub fn html(&self, view: &View<'_>) -> String {
        form::html_for(&self.schema(view.lang, view.words), view, &action(view.lang))
    }

    /// One field and a button as safe HTML. The languages are then that of the page, and the topics all.
    pub fn short(&self, lang: &str, words: &Bundle) -> String {
        let say = |key: &str| escape(&words.say(key, &[]));
        let mut out = String::from("<form class=\"signup\" method=\"post\" accept-charset=\"utf-8\"");
        push_attribute(&mut out, "action", &action(lang));
        out.push_str("><label for=\"signup\">");
        push_text(&mut out, self.say(&self.consent, lang));
        // Browsers' own `type=email` refuses addresses that are not ASCII.
        out.push_str("</label><input type=\"text\" id=\"signup\"");
        push_attribute(&mut out, "name", ADDRESS);
        out.push_str(
            " inputmode=\"email\" autocomplete=\"email\" dir=\"auto\" spellcheck=\"false\" autocapitalize=\"none\"",
        );
        out.push_str(" maxlength=\"254\" required");
        push_attribute(&mut out, "placeholder", &words.say("functions-newsletter-address", &[]));
        out.extend(["><input type=\"text\" name=\"", TRAP_FIELD, "\" autocomplete=\"off\" hidden>"]);
        out.extend(["<button type=\"submit\">", &say("functions-newsletter-submit"), "</button></form>"]);
        out
    }

    /// The languages in which someone receives it who has chosen these on a page in another one: where there is no choice,
    /// that of the page, or all if it does not go out in that.
    pub fn received<'a>(&self, chosen: Vec<&'a str>, lang: &'a str) -> Vec<&'a str> {
        let goes_out = self.languages.iter().any(|(known, _)| known == lang);
        if chosen.is_empty() && goes_out { alloc::vec![lang] } else { chosen }
    }
}

fn field(name: &str, kind: Kind, label: Translated) -> Field {
    Field { name: name.to_string(), kind, label, ..Field::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn newsletter() -> Newsletter {
        let said = |text: &str| -> Translated { [("fr".to_string(), text.to_string())].into() };
        let topic = |id: &str| Topic { id: id.to_string(), name: said(id) };
        Newsletter {
            version: VERSION,
            reference: "fr".into(),
            title: said("La \"lettre\""),
            consent: said("Écrivez-moi <b>"),
            consent_version: "1".into(),
            languages: vec![("fr".into(), "Français".into()), ("ar".into(), "العربية".into())],
            topics: vec![topic("news"), topic("courses")],
            letters_per_address: 3,
            letters_per_hour: 1_000,
            days: 7,
        }
    }

    #[test]
    fn it_comes_back_as_it_went_and_topics_are_told_apart() {
        assert_eq!(Newsletter::decode(&newsletter().encode()), Ok(newsletter()));
        let mut twice = newsletter();
        twice.topics[1].id = "news".into();
        assert!(Newsletter::decode(&twice.encode()).is_err());
        assert!(is_topic("new-courses-2") && !is_topic("News") && !is_topic("") && !is_topic("a_b"));
    }

    #[test]
    fn what_it_asks_can_be_answered() {
        let words = Bundle::english();
        let mut schema = newsletter().schema("ar", &words);
        schema.thanks = [("fr".to_string(), "/".to_string())].into();
        schema.fields.iter_mut().for_each(|field| field.label.extend([("fr".to_string(), "x".to_string())]));
        assert_eq!(schema.faults(), vec![]);
        let mut plain = newsletter();
        (plain.topics, plain.languages) = (vec![], vec![("fr".into(), "Français".into())]);
        assert_eq!(plain.schema("fr", &words).fields.len(), 1, "there is nothing to choose");
        let short = plain.short("ar", &words);
        assert!(short.contains("Écrivez-moi &lt;b&gt;") && !short.contains("<b>"), "{short}");
        assert!(!short.contains("type=\"email\""), "{short}");
        assert_eq!(plain.received(vec![], "fr"), ["fr"]);
        assert_eq!(plain.received(vec![], "ar"), [""; 0]);
    }
}
