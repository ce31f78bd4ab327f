//! Dates said in a language, by CLDR.

use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_locale_core::Locale;

/// Says a date (ISO 8601, the time left out) in a language; `length` is `long`, `medium` or `short`.
///
/// # Errors
/// When the date or the length is not one, in words for the author of a template.
pub(crate) fn say(code: &str, date: &str, length: &str) -> Result<String, String> {
    let fields = match length {
        "long" => YMD::long(),
        "medium" => YMD::medium(),
        "short" => YMD::short(),
        _ => return Err(format!("date() has no length `{length}`: use long, medium or short")),
    };
    let day = parse(date).ok_or_else(|| format!("`{date}` is not a date written year-month-day"))?;
    let locale: Locale = code.parse().unwrap_or(Locale::UNKNOWN);
    let formatter = DateTimeFormatter::try_new(locale.into(), fields).map_err(|error| error.to_string())?;
    Ok(formatter.format(&day).to_string())
}

fn parse(date: &str) -> Option<Date<Iso>> {
    let day: jiff::civil::Date = date.get(..10)?.parse().ok()?;
    Date::try_new_iso(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

#[cfg(test)]
mod tests {
    use super::say;

    #[test]
    fn a_date_is_said_as_its_language_says_it() {
        assert_eq!(say("fr", "2026-03-12", "long").unwrap(), "12 mars 2026");
        assert_eq!(say("en", "2026-03-12T08:00:00", "long").unwrap(), "March 12, 2026");
        assert_eq!(say("pt-br", "2026-03-12", "long").unwrap(), "12 de março de 2026");
    }

    #[test]
    fn what_is_no_date_is_said() {
        assert!(say("fr", "12 mars", "long").unwrap_err().contains("year-month-day"));
        assert!(say("fr", "2026-03-12", "loong").unwrap_err().contains("medium"));
    }
}
