//! The columns of a table that nobody has declared: each is what its cells are.

use super::declaration::Declared;
use super::sheet::{Sheet, parts};
use crate::declare::{Given, Raw};
use crate::site::types::{Field, FieldKind, Label};

/// What a table declares by its cells alone.
pub(super) fn declared(name: &str, sheet: &Sheet, codes: &[&str]) -> Declared {
    let mut columns: Vec<Field> = Vec::new();
    let mut guesses: Vec<Option<Guess>> = Vec::new();
    let column_of: Vec<usize> = sheet
        .headings
        .iter()
        .map(|heading| {
            let (name, _) = parts(&heading.value, codes);
            columns.iter().position(|column| column.name == name).unwrap_or_else(|| {
                columns.push(Field::plain(name, FieldKind::Text));
                guesses.push(None);
                columns.len() - 1
            })
        })
        .collect();
    for (heading, given) in sheet.rows.iter().flat_map(|row| &row.cells) {
        let guess = &mut guesses[column_of[*heading]];
        let new = Guess::of(given);
        *guess = Some(guess.map_or(new, |before| before.and(new)));
    }
    for (column, guess) in columns.iter_mut().zip(guesses) {
        column.kind = guess.map_or(FieldKind::Text, Guess::kind);
    }
    Declared { label: Label::Word(format!("data-{name}")), columns }
}

/// What a cell may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guess {
    Text,
    Number,
    /// A number that is said as it is written.
    Year,
    Boolean,
    Date,
    Texts,
}

/// Whole numbers that are years when all of a column are.
const YEARS: std::ops::Range<f64> = 1500.0..2200.0;

impl Guess {
    fn of(given: &Given) -> Self {
        match &given.value {
            Raw::Number(number) => Guess::of_number(*number),
            Raw::Boolean(_) => Guess::Boolean,
            Raw::List(_) => Guess::Texts,
            Raw::Cell(text) if is_number(text) => Guess::of_number(text.parse().unwrap_or_default()),
            Raw::Cell(text) if text == "true" || text == "false" => Guess::Boolean,
            _ if given.date().is_some() => Guess::Date,
            _ => Guess::Text,
        }
    }

    fn of_number(number: f64) -> Self {
        if number.fract() == 0.0 && YEARS.contains(&number) { Guess::Year } else { Guess::Number }
    }

    /// What both are.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            _ if self == other => self,
            (Guess::Number | Guess::Year, Guess::Number | Guess::Year) => Guess::Number,
            _ => Guess::Text,
        }
    }

    fn kind(self) -> FieldKind {
        match self {
            Guess::Text | Guess::Year => FieldKind::Text,
            Guess::Number => FieldKind::Number { unit: None, min: None, max: None },
            Guess::Boolean => FieldKind::Boolean,
            Guess::Date => FieldKind::Date,
            Guess::Texts => FieldKind::List(Box::new(FieldKind::Text)),
        }
    }
}

/// A number as people write one; digits that begin with 0 or + are a code or a telephone.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // A double holds no more digits exactly.
    digits.len() <= 15 && all_digits(whole) && all_digits(rest) && (whole.len() == 1 || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn codes_and_telephones_are_no_numbers() {
        for number in ["0", "12", "-3.5", "0.25", "2021"] {
            assert!(is_number(number), "{number}");
        }
        for text in ["007", "+221", "1e5", "", "-", "1.", "12345678901234567890", "1,5", "nan"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
