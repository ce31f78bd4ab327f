//! Dates and ranges of dates.

use super::Locale;
use icu_calendar::{Date, Gregorian, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::parts::{DAY, MONTH, YEAR};
use std::fmt::{self};
use std::ops::Range;
use writeable::{Part, PartsWrite, Writeable as _};

impl Locale {
    /// Says a date (ISO 8601, the time left out); `length` is `long`, `medium` or `short`.
    ///
    /// # Errors
    /// When the date or the length is not one, in words for the author of a template.
    pub fn date(&self, date: &str, length: &str) -> Result<String, String> {
        let (fields, day) = (fields(length)?, parse(date)?);
        if let Some(pattern) = self.own.pattern(length) {
            return Ok(self.filled(pattern, day));
        }
        let formatter = DateTimeFormatter::try_new((&self.tag).into(), fields).map_err(|error| error.to_string())?;
        Ok(formatter.format(&iso(day)?).to_string())
    }

    /// Says from when to when, what both share only once where the language does so.
    ///
    /// # Errors
    /// As for one date.
    pub fn range(&self, from: &str, to: &str, length: &str) -> Result<String, String> {
        let (fields, first, last) = (fields(length)?, parse(from)?, parse(to)?);
        if first == last {
            return self.date(from, length);
        }
        if self.own.pattern(length).is_some() {
            return Ok(format!("{} – {}", self.date(from, length)?, self.date(to, length)?));
        }
        let formatter = DateTimeFormatter::try_new((&self.tag).into(), fields).map_err(|error| error.to_string())?;
        let [from, to] = [first, last].map(|day| {
            let mut written = Written::default();
            let _ = iso(day).map(|day| formatter.format(&day).write_to_parts(&mut written));
            written
        });
        // Days written in numbers alone are easier to read whole.
        let shared = if length == "short" { None } else { joined(&from, &to, first, last) };
        Ok(shared.unwrap_or_else(|| format!("{} – {}", from.text, to.text)))
    }

    /// A pattern of the owner with the parts of a day in it.
    fn filled(&self, pattern: &str, day: jiff::civil::Date) -> String {
        let number = |number: i64| {
            let plain = number.to_string();
            // A year has no mark between its thousands.
            let digit = |c: char| self.number(&c.to_string()).unwrap_or_else(|| c.to_string());
            plain.chars().map(digit).collect::<String>()
        };
        let (month, weekday) = (usize::from(day.month().unsigned_abs()), day.weekday().to_monday_zero_offset());
        let name = |names: &[String], place: usize| names.get(place).cloned();
        pattern
            .replace("{weekday}", &name(&self.own.days, usize::from(weekday.unsigned_abs())).unwrap_or_default())
            .replace("{day}", &number(day.day().into()))
            .replace("{month}", &name(&self.own.months, month - 1).unwrap_or_else(|| number(day.month().into())))
            .replace("{month-number}", &number(day.month().into()))
            .replace("{year}", &number(day.year().into()))
    }
}

/// A date with where its parts stand.
#[derive(Default)]
struct Written {
    text: String,
    parts: Vec<(Part, Range<usize>)>,
}

impl Written {
    fn part(&self, wanted: Part) -> Option<Range<usize>> {
        self.parts.iter().find(|(part, _)| *part == wanted).map(|(_, range)| range.clone())
    }
}

impl fmt::Write for Written {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        Ok(())
    }
}

impl PartsWrite for Written {
    type SubPartsWrite = Self;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        let start = self.text.len();
        write(self)?;
        self.parts.push((part, start..self.text.len()));
        Ok(())
    }
}

/// Two days with the month or the year that they share said once.
fn joined(from: &Written, to: &Written, first: jiff::civil::Date, last: jiff::civil::Date) -> Option<String> {
    let (day, month, year) = (from.part(DAY)?, from.part(MONTH)?, from.part(YEAR)?);
    if first.year() != last.year() {
        return None;
    }
    if first.month() == last.month() {
        let other = to.part(DAY)?;
        let around = |written: &Written, day: &Range<usize>| {
            (written.text[..day.start].to_owned(), written.text[day.end..].to_owned())
        };
        let (before, after) = around(from, &day);
        let same = around(to, &other) == (before.clone(), after.clone());
        return same.then(|| format!("{before}{}–{}{after}", &from.text[day], &to.text[other]));
    }
    let end = day.end.max(month.end);
    if year.start >= end {
        return Some(format!("{} – {}", &from.text[..end], to.text));
    }
    let start = to.part(DAY)?.start.min(to.part(MONTH)?.start);
    (year.end <= day.start.min(month.start)).then(|| format!("{} – {}", from.text, &to.text[start..]))
}

fn fields(length: &str) -> Result<YMD, String> {
    match length {
        "long" => Ok(YMD::long()),
        "medium" => Ok(YMD::medium()),
        "short" => Ok(YMD::short()),
        _ => Err(format!("date() has no length `{length}`: use long, medium or short")),
    }
}

fn parse(date: &str) -> Result<jiff::civil::Date, String> {
    let day = date.get(..10).and_then(|day| day.parse().ok());
    day.ok_or_else(|| format!("`{date}` is not a date written year-month-day"))
}

fn iso(day: jiff::civil::Date) -> Result<Date<Gregorian>, String> {
    let date: Result<Date<Iso>, _> =
        Date::try_new_iso(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs());
    date.map(|date| date.to_calendar(Gregorian)).map_err(|error| error.to_string())
}
