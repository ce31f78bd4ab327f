//! When a form takes answers, how many, and how long they stay: `opens`, `closes`, `zone`, `maximum`, `once_per`, `keep_days`.

use crate::declare::Table;
use crate::diagnostic::Diagnostic;
use colibri_contract::form::Policy;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// Reads the policy of a form.
pub(super) fn policy(table: &mut Table<'_, '_>, zone: &TimeZone) -> Policy {
    let (opens, closes) = moments(table, zone);
    Policy {
        opens,
        closes,
        maximum: table.count("maximum"),
        once_per: table.text("once_per").map(|text| text.value),
        keep_days: table.count("keep_days"),
    }
}

/// From when until when. A day without an hour is taken whole: it closes at its end.
pub(super) fn moments(table: &mut Table<'_, '_>, zone: &TimeZone) -> (Option<String>, Option<String>) {
    let (opens, closes) = (table.date("opens"), table.date("closes"));
    let opens = opens.and_then(|text| moment(&text, zone, false));
    (opens, closes.and_then(|text| moment(&text, zone, true)))
}

/// The zone in which days and hours are meant; UTC when none is said.
pub(super) fn zone(table: &mut Table<'_, '_>) -> TimeZone {
    let Some(name) = table.text("zone").filter(|name| !name.value.is_empty()) else { return TimeZone::UTC };
    TimeZone::get(&name.value).unwrap_or_else(|_| {
        let place = table.place_of(name.range.clone());
        table.report(Diagnostic::error("unknown-zone", place).with("zone", name.value.as_str()));
        TimeZone::UTC
    })
}

/// A moment in UTC as the functions tell the time: `2026-03-31T08:15:30.250Z`.
fn moment(text: &str, zone: &TimeZone, is_end: bool) -> Option<String> {
    let whole_day = text.parse::<Date>().ok().filter(|_| !text.contains(['T', 't', ' ']));
    let instant = match (whole_day, text.parse::<Timestamp>()) {
        (Some(day), _) => {
            let day = if is_end { day.tomorrow().ok()? } else { day };
            day.to_zoned(zone.clone()).ok()?.timestamp()
        }
        (None, Ok(instant)) => instant,
        (None, Err(_)) => text.parse::<DateTime>().ok()?.to_zoned(zone.clone()).ok()?.timestamp(),
    };
    Some(instant.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours_are_those_of_the_place() {
        let tunis = TimeZone::get("Africa/Tunis").unwrap();
        for (text, is_end, expected) in [
            ("2026-03-31", false, "2026-03-30T23:00:00.000Z"),
            ("2026-03-31", true, "2026-03-31T23:00:00.000Z"),
            ("2026-03-31T18:00:00", true, "2026-03-31T17:00:00.000Z"),
            ("2026-03-31T18:00:00+05:30", true, "2026-03-31T12:30:00.000Z"),
            ("2026-03-31T18:00:00Z", false, "2026-03-31T18:00:00.000Z"),
        ] {
            assert_eq!(moment(text, &tunis, is_end).as_deref(), Some(expected), "{text}");
        }
        // The day on which clocks go back has 25 hours.
        let paris = TimeZone::get("Europe/Paris").unwrap();
        assert_eq!(moment("2026-10-25", &paris, false).as_deref(), Some("2026-10-24T22:00:00.000Z"));
        assert_eq!(moment("2026-10-25", &paris, true).as_deref(), Some("2026-10-25T23:00:00.000Z"));
    }
}
