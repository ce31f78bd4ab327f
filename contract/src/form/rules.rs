//! The checks of one value: text in, the value as it is stored out, or the rule that it breaks.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};

use super::schema::{Field, Kind};
use crate::address::{Address, Fault};
use crate::message::Bundle;

/// A rule that an answer breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The form that was sent is not the form that is asked now.
    Changed,
    /// The field that only robots see was filled.
    Trap,
    /// An answer is needed.
    Required,
    /// More characters than this.
    TooLong(i64),
    /// Fewer characters than this.
    TooShort(i64),
    /// Control characters, which no keyboard types.
    Characters,
    /// Not an e-mail address, and why.
    Email(Box<Fault>),
    /// Not one of the choices.
    Choice,
    /// Fewer choices than this.
    TooFew(i64),
    /// More choices than this.
    TooMany(i64),
    /// Not agreed to.
    Consent,
    /// Not a whole number.
    Number,
    /// Below this number.
    NumberMin(i64),
    /// Above this number.
    NumberMax(i64),
    /// Not a web address.
    Url,
    /// Not a day of the calendar.
    Date,
    /// Not a time of the day.
    Time,
    /// Not a telephone number.
    Phone,
    /// Several answers where one is asked.
    Repeated,
    /// Not of the pattern that is asked.
    Pattern,
    /// Not the same as in the field that it repeats.
    Different,
    /// A line without an answer.
    Lines,
    /// Not one thing at each place.
    Ranks,
    /// Not the code of a session that is open.
    Code,
}

impl Rule {
    /// What the visitor reads.
    pub fn say(&self, words: &Bundle) -> String {
        let (name, number) = match *self {
            Self::Email(ref fault) => return fault.say(words),
            Self::TooLong(max) | Self::TooMany(max) | Self::NumberMax(max) => ("max", max),
            Self::TooShort(min) | Self::TooFew(min) | Self::NumberMin(min) => ("min", min),
            _ => ("", 0),
        };
        words.say(&format!("functions-check-{}", self.name()), &[(name, &number.to_string())])
    }

    /// Its name, for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Trap => "trap",
            Self::Required => "required",
            Self::TooLong(_) => "too-long",
            Self::TooShort(_) => "too-short",
            Self::Characters => "characters",
            Self::Email(_) => "email",
            Self::Choice => "choice",
            Self::TooFew(_) => "too-few",
            Self::TooMany(_) => "too-many",
            Self::Consent => "consent",
            Self::Number => "number",
            Self::NumberMin(_) => "number-min",
            Self::NumberMax(_) => "number-max",
            Self::Url => "url",
            Self::Date => "date",
            Self::Time => "time",
            Self::Phone => "phone",
            Self::Repeated => "repeated",
            Self::Pattern => "pattern",
            Self::Different => "different",
            Self::Lines => "lines",
            Self::Ranks => "ranks",
            Self::Code => "code",
        }
    }

    /// Whether it is about what the field's editor may explain better: not that it is empty, nor what no editor foresees.
    pub(super) fn is_explained(&self) -> bool {
        !matches!(
            self,
            Self::Changed
                | Self::Trap
                | Self::Required
                | Self::Consent
                | Self::Characters
                | Self::Repeated
                | Self::Lines
        )
    }
}

/// A typed value as it is checked and stored: line breaks are `\n`, a single line has no tab, and no
/// space stands at the ends. Digits of a telephone number are those that every telephone has.
pub(super) fn tidy(kind: Kind, typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    match kind {
        Kind::LongText => lines.trim().to_string(),
        Kind::Phone => lines.replace(['\t', '\n'], " ").trim().chars().map(western_digit).collect(),
        _ => lines.replace(['\t', '\n'], " ").trim().to_string(),
    }
}

/// Checks a tidied text that is not empty, of any kind but choices, consent and number.
pub(super) fn text(field: &Field, value: &str) -> Result<(), Rule> {
    let allowed = |c: char| !c.is_control() || (field.kind == Kind::LongText && matches!(c, '\n' | '\t'));
    if !value.chars().all(allowed) {
        return Err(Rule::Characters);
    }
    let count = value.chars().count();
    let longest = field.longest();
    if count > longest {
        return Err(Rule::TooLong(i64::try_from(longest).unwrap_or(i64::MAX)));
    }
    match field.min {
        Some(min) if field.is_text() && i64::try_from(count).is_ok_and(|count| count < min) => Err(Rule::TooShort(min)),
        _ => shape(field.kind, value).and_then(|()| pattern(field, value)),
    }
}

/// Digits of any keyboard are digits for a pattern too.
fn pattern(field: &Field, value: &str) -> Result<(), Rule> {
    let Some(pattern) = &field.pattern else { return Ok(()) };
    let western: String = value.chars().map(western_digit).collect();
    if pattern.matches(&western) { Ok(()) } else { Err(Rule::Pattern) }
}

/// One of the numbers that a field proposes.
pub(super) fn step(field: &Field, value: &str) -> Result<i64, Rule> {
    let number = value.parse().ok().filter(|number| field.steps().is_some_and(|steps| steps.contains(number)));
    number.ok_or(Rule::Choice)
}

/// An e-mail address in its normal form.
pub(super) fn email(value: &str) -> Result<String, Rule> {
    Address::parse(value).map(|address| address.to_string()).map_err(|fault| Rule::Email(Box::new(fault)))
}

/// What the kind of field asks of a text beyond its length.
fn shape(kind: Kind, value: &str) -> Result<(), Rule> {
    match kind {
        Kind::Url if !is_url(value) => Err(Rule::Url),
        Kind::Date if !is_date(value) => Err(Rule::Date),
        Kind::Time if !is_time(value) => Err(Rule::Time),
        Kind::Phone if !is_phone(value) => Err(Rule::Phone),
        _ => Ok(()),
    }
}

/// Reads a whole number of at most 15 digits, which JSON readers keep exactly. Digits of Arabic and
/// Persian keyboards count as digits.
pub(super) fn number(field: &Field, value: &str) -> Result<i64, Rule> {
    let digits: String = value.chars().map(western_digit).collect();
    let bare = digits.strip_prefix(['-', '\u{2212}']).unwrap_or(&digits);
    if bare.is_empty() || bare.len() > 15 || !bare.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Rule::Number);
    }
    let size: i64 = bare.parse().map_err(|_| Rule::Number)?;
    let number = if bare.len() == digits.len() { size } else { -size };
    match (field.min, field.max) {
        (Some(min), _) if number < min => Err(Rule::NumberMin(min)),
        (_, Some(max)) if number > max => Err(Rule::NumberMax(max)),
        _ => Ok(number),
    }
}

fn western_digit(c: char) -> char {
    let value = match c {
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
        _ => return c,
    };
    char::from_digit(value, 10).unwrap_or(c)
}

/// `http` or `https`, then a host with a dot or `localhost`, nothing invisible.
fn is_url(value: &str) -> bool {
    let lower = value.get(..8).unwrap_or(value).to_ascii_lowercase();
    let start = if lower.starts_with("https://") {
        8
    } else if lower.starts_with("http://") {
        7
    } else {
        return false;
    };
    let host = value[start..].split(['/', '?', '#']).next().unwrap_or_default();
    !value.chars().any(char::is_whitespace) && host.contains('.') && !host.starts_with('.') && !host.contains('@')
}

/// `YYYY-MM-DD`, a day that exists.
fn is_date(value: &str) -> bool {
    let number = |range| value.get(range).filter(|text: &&str| text.bytes().all(|b| b.is_ascii_digit()));
    let part = |range| number(range).and_then(|text| text.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    value.len() == 10 && value.get(4..5) == Some("-") && value.get(7..8) == Some("-") && (1..=days).contains(&day)
}

/// `HH:MM`, from 00:00 to 23:59.
fn is_time(value: &str) -> bool {
    let [h1, h2, b':', m1, m2] = value.as_bytes() else { return false };
    let digits = [h1, h2, m1, m2].iter().all(|b| b.is_ascii_digit());
    digits && [*h1, *h2] < *b"24" && *m1 < b'6'
}

/// Three to fifteen digits (the most of ITU-T E.164), one `+` before them at most, and the signs that people put between.
fn is_phone(value: &str) -> bool {
    let rest = value.strip_prefix('+').unwrap_or(value);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let between = |c: char| matches!(c, '-' | '.' | '/' | '(' | ')' | '\u{2010}' | '\u{2011}') || c.is_whitespace();
    (3..=15).contains(&digits) && rest.chars().all(|c| c.is_ascii_digit() || between(c))
}

#[cfg(test)]
mod tests {
    use super::super::schema::tests::field;
    use super::*;

    #[test]
    fn lengths_count_characters_and_hold_at_their_edges() {
        let field = Field { min: Some(2), max: Some(3), ..field("a", Kind::Text) };
        assert_eq!(text(&field, "é"), Err(Rule::TooShort(2)));
        assert_eq!(text(&field, "éé"), Ok(()));
        assert_eq!(text(&field, "ééé"), Ok(()));
        assert_eq!(text(&field, "éééé"), Err(Rule::TooLong(3)));
    }

    #[test]
    fn line_breaks_are_for_long_texts() {
        assert_eq!(tidy(Kind::Text, " a\r\nb\t"), "a b");
        assert_eq!(tidy(Kind::LongText, " a\r\nb\rc\n"), "a\nb\nc");
        assert_eq!(text(&field("a", Kind::LongText), "a\n\tb"), Ok(()));
        assert_eq!(text(&field("a", Kind::LongText), "a\0b"), Err(Rule::Characters));
        assert_eq!(text(&field("a", Kind::Text), "a\u{1b}[31m"), Err(Rule::Characters));
    }

    #[test]
    fn numbers_in_any_digits_within_bounds() {
        let field = Field { min: Some(-5), max: Some(30), ..field("a", Kind::Number) };
        for (typed, expected) in [
            ("30", Ok(30)),
            ("-5", Ok(-5)),
            ("٢٩", Ok(29)),
            ("۷", Ok(7)),
            ("31", Err(Rule::NumberMax(30))),
            ("-6", Err(Rule::NumberMin(-5))),
            ("", Err(Rule::Number)),
            ("-", Err(Rule::Number)),
            ("1e3", Err(Rule::Number)),
            ("--1", Err(Rule::Number)),
            ("9999999999999999", Err(Rule::Number)),
        ] {
            assert_eq!(number(&field, typed), expected, "{typed}");
        }
    }

    #[test]
    fn days_that_exist() {
        for good in ["2026-03-31", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "2026-04-31",
            "20é6-04-3",
            "+026-01-01",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn times_of_the_day() {
        for good in ["00:00", "09:30", "19:59", "23:59"] {
            assert!(is_time(good), "{good}");
        }
        for bad in ["24:00", "30:00", "12:60", "9:30", "12:5", "12-30", "12:30:00", "1é:30", "١٢:٣٠"] {
            assert!(!is_time(bad), "{bad}");
        }
    }

    #[test]
    fn telephone_numbers() {
        for good in ["112", "+33 1 23 45 67 89", "(0)71/123.456", "+216-71\u{a0}123"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["", "+", "12", "1234567890123456", "33+1234", "++33123", "call 123", "123;ext=4"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn web_addresses() {
        for good in ["https://example.org", "HTTP://a.b/c?d#e", "https://مثال.تونس/"] {
            assert!(is_url(good), "{good}");
        }
        for bad in
            ["javascript:alert(1)", "https://", "https://a b.org", "example.org", "https://user@example.org", "éééééé"]
        {
            assert!(!is_url(bad), "{bad}");
        }
    }
}
