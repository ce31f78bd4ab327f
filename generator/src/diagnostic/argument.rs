//! What a finding is about: values that its sentences, in any language, are made with.
//!
//! Takes names, numbers and phrases; gives them in an order that does not change. No language is known here.

/// One value of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Argument {
    /// A name or a text, as it was found.
    Text(String),
    /// A number, said as each language says numbers.
    Number(i64),
    /// Words of the catalogue.
    Phrase(Phrase),
    /// Several, one after the other.
    List(Vec<Argument>),
}

/// Words of the catalogue, by their key, with values of their own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase {
    /// Key of the message.
    pub key: &'static str,
    /// Values by name.
    pub arguments: Arguments,
}

/// Values by name, in the order in which they were given.
pub type Arguments = Vec<(&'static str, Argument)>;

impl Phrase {
    /// The words of this key.
    pub fn of(key: &'static str) -> Self {
        Self { key, arguments: Vec::new() }
    }

    /// With a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// With the right word that was most likely meant, as `near`; `guess` says whether there is one: `some` or `none`.
    #[must_use]
    pub fn near(mut self, right: Option<&str>) -> Self {
        self.arguments.extend(near(right));
        self
    }
}

/// The right word that was most likely meant, and whether there is one.
pub(super) fn near(right: Option<&str>) -> [(&'static str, Argument); 2] {
    let guess = if right.is_some() { "some" } else { "none" };
    [("guess", guess.into()), ("near", right.unwrap_or_default().into())]
}

impl From<&'static str> for Phrase {
    fn from(key: &'static str) -> Self {
        Self::of(key)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Phrase> for Argument {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl<A: Into<Argument>> From<Vec<A>> for Argument {
    fn from(list: Vec<A>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl<A: Clone + Into<Argument>> From<&[A]> for Argument {
    fn from(list: &[A]) -> Self {
        list.to_vec().into()
    }
}
