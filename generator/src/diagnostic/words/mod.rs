//! The sentences of the program, in the languages of those who run it.
//!
//! Takes findings and phrases, which are data; gives sentences. The texts are Fluent, one file for each language, inside
//! the program. A finding's message has the finding's id as key; its value says what is wrong, `.because` why it
//! matters, `.mend` what to type instead. Nothing here reads files or the environment, and a key that no catalogue has
//! is said as it is, never a failure.

use super::{Argument, Arguments, Diagnostic, Phrase};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use unic_langid::LanguageIdentifier;

/// A language in which the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// The language of a BCP 47 tag or of a system's locale, such as `fr-CA` or `fr_FR.UTF-8`, if the program speaks it.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            _ => None,
        }
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("en.ftl"),
            Self::French => include_str!("fr.ftl"),
        }
    }
}

/// The sentences of one finding; one that the catalogue does not have is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What is wrong, in one sentence.
    pub message: String,
    /// Why it matters, in one sentence.
    pub because: String,
    /// What to do or to type instead, in one sentence.
    pub mend: String,
}

/// The sentences of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Catalogue {
    /// The catalogue of a language.
    pub fn new(language: Language) -> Self {
        Self::from_source(language, language.source())
    }

    pub(super) fn from_source(language: Language, source: &str) -> Self {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // A terminal shows marks of direction as boxes; what content may not do is kept from it by the forms.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What a finding says.
    pub fn say(&self, finding: &Diagnostic) -> Said {
        let arguments = self.values(&finding.arguments);
        Said {
            message: self.text(finding.id, None, &arguments).unwrap_or_else(|| bare(finding)),
            because: self.text(finding.id, Some("because"), &arguments).unwrap_or_default(),
            mend: self.text(finding.id, Some("mend"), &arguments).unwrap_or_default(),
        }
    }

    /// The words of a phrase.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        self.text(phrase.key, None, &self.values(&phrase.arguments)).unwrap_or_else(|| phrase.key.to_owned())
    }

    fn text(&self, key: &str, attribute: Option<&str>, arguments: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        Some(self.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }

    fn values<'a>(&self, arguments: &'a Arguments) -> FluentArgs<'a> {
        arguments.iter().map(|(name, argument)| (*name, self.value(argument))).collect()
    }

    fn value<'a>(&self, argument: &'a Argument) -> FluentValue<'a> {
        match argument {
            Argument::Text(text) => text.as_str().into(),
            Argument::Number(number) => (*number).into(),
            Argument::Phrase(_) | Argument::List(_) => self.plain(argument).into(),
        }
    }

    fn plain(&self, argument: &Argument) -> String {
        match argument {
            Argument::Number(number) => number.to_string(),
            Argument::Text(text) => text.clone(),
            Argument::Phrase(phrase) => self.phrase(phrase),
            Argument::List(items) => items.iter().map(|item| self.plain(item)).collect::<Vec<_>>().join(", "),
        }
    }
}

/// What can be said of a finding without words for it.
fn bare(finding: &Diagnostic) -> String {
    let texts = finding.arguments.iter().filter_map(|(_, argument)| match argument {
        Argument::Text(text) => Some(text.as_str()),
        _ => None,
    });
    std::iter::once(finding.id).chain(texts).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    #[test]
    fn each_catalogue_is_valid_fluent() {
        for language in [Language::English, Language::French] {
            let read = FluentResource::try_new(language.source().to_owned());
            assert!(read.is_ok(), "{language:?}: {:?}", read.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn a_language_is_known_by_its_tag_or_by_its_locale() {
        for tag in ["fr", "fr-CA", "fr_FR.UTF-8", "FR"] {
            assert_eq!(Language::of(tag), Some(Language::French), "{tag}");
        }
        for tag in ["", "C", "POSIX", "C.UTF-8", "fro", "de_DE", "-fr"] {
            assert_eq!(Language::of(tag), None, "{tag}");
        }
    }

    #[test]
    fn values_stand_in_the_sentences() {
        let source = "
k = { $n ->
    [one] a page
   *[other] { $n } pages
} of { $who }: { $list }
    .mend = { $guess ->
    [some] `{ $near }`
   *[none] nothing
}
p = part of { $of }
";
        let catalogue = Catalogue::from_source(Language::English, source);
        let list = vec![Argument::from("x"), Phrase::of("p").with("of", "y").into()];
        let finding = Diagnostic::error("k", Place::default()).with("n", 1_usize).with("who", "z").with("list", list);
        let said = catalogue.say(&finding.clone().near(None));
        assert_eq!((said.message.as_str(), said.mend.as_str()), ("a page of z: x, part of y", "nothing"));
        assert_eq!(catalogue.say(&finding.near(Some("w"))).mend, "`w`");
    }

    #[test]
    fn what_has_no_words_is_said_as_it_is() {
        let finding = Diagnostic::error("nowhere", Place::default()).with("what", "this");
        let said = Catalogue::new(Language::French).say(&finding);
        assert_eq!(said, Said { message: "nowhere this".to_owned(), ..Said::default() });
    }
}
