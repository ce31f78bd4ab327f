//! Judges the value of a field by its declaration.

use super::declaration::{Choice, Field, FieldKind};
use super::findings;
use super::value::{DateRange, FieldValue, Fields, Written};
use crate::declare::{Given, Raw, Text};
use crate::diagnostic::Diagnostic;
use crate::site::content_path;
use colibri_contract::address::Address;

type Judged<T> = Result<T, Box<Diagnostic>>;

/// The value as its declaration asks for, or what is wrong with it.
pub(in crate::site) fn judge(kind: &FieldKind, name: &str, written: Written<'_>) -> Judged<FieldValue> {
    let wrong = |expected: &'static str| Box::new(findings::wrong_kind(written, name, expected));
    let text = || written.given.text().map(str::to_owned);
    match kind {
        FieldKind::Text | FieldKind::Code(_) => text().map(FieldValue::Text).ok_or_else(|| wrong("kind-text")),
        FieldKind::Markdown => text().map(FieldValue::Markdown).ok_or_else(|| wrong("kind-text")),
        FieldKind::Url => text().filter(|url| is_web(url)).map(FieldValue::Text).ok_or_else(|| wrong("kind-url")),
        FieldKind::Email => text()
            .filter(|address| Address::parse(address).is_ok())
            .map(FieldValue::Text)
            .ok_or_else(|| wrong("kind-email")),
        FieldKind::Date => written.given.date().map(FieldValue::Date).ok_or_else(|| wrong("kind-date")),
        FieldKind::DateRange => range(name, written).map(FieldValue::Range),
        FieldKind::Image => image(name, written),
        FieldKind::File => file(name, written),
        FieldKind::Enum(choices) => choice(choices, name, written),
        FieldKind::Number { min, max, .. } => number(*min, *max, name, written),
        FieldKind::Boolean => match &written.given.value {
            Raw::Boolean(flag) => Ok(FieldValue::Boolean(*flag)),
            Raw::Cell(text) => text.parse().map(FieldValue::Boolean).map_err(|_| wrong("kind-boolean")),
            _ => Err(wrong("kind-boolean")),
        },
        FieldKind::List(of) => list(of, name, written),
        FieldKind::Table(columns) => table(columns, name, written),
        FieldKind::Page(_) => {
            let id = text().ok_or_else(|| wrong("kind-page"))?;
            Ok(FieldValue::Page { id: id.trim_matches('/').trim_end_matches(".md").to_owned(), spot: written.spot() })
        }
        FieldKind::Term(_) => {
            let name = text().ok_or_else(|| wrong("kind-text"))?;
            Ok(FieldValue::Term { name, spot: written.spot() })
        }
    }
}

/// Only addresses that a browser opens as a page: what begins with `javascript:` would run a program.
fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

const RANGE: &str = "kind-range";

fn range(name: &str, written: Written<'_>) -> Judged<DateRange> {
    let wrong = || Box::new(findings::wrong_kind(written, name, RANGE));
    let entries = match &written.given.value {
        Raw::Table(entries) => entries,
        Raw::Cell(text) => return days(text).ok_or_else(wrong).and_then(|range| in_order(range, name, written)),
        _ => {
            let start = written.given.date().ok_or_else(wrong)?;
            return Ok(DateRange { start, ..DateRange::default() });
        }
    };
    known_keys(entries, &["start", "end", "zone"], name, written)?;
    let start = written.given.get("start").and_then(Given::date).ok_or_else(wrong)?;
    let end = match written.given.get("end") {
        Some(end) => Some(end.date().ok_or_else(wrong)?),
        None => None,
    };
    let zone = match written.given.get("zone") {
        Some(zone) => Some(zone.text().ok_or_else(wrong)?.to_owned()),
        None => None,
    };
    if let (Some(name), Some(given)) = (&zone, written.given.get("zone"))
        && jiff::tz::TimeZone::get(name).is_err()
    {
        return Err(Box::new(findings::unknown_zone(written.inner(given), name)));
    }
    let instants = instant(&start, zone.as_deref())
        .map(|from| (from, end.as_deref().and_then(|end| instant(end, zone.as_deref()))));
    in_order(DateRange { start, end, zone, instants }, name, written)
}

/// From a day to another, or one day, as ISO 8601 writes an interval: `2026-03-12/2026-03-14`.
fn days(text: &str) -> Option<DateRange> {
    let day = |text: &str| text.trim().parse::<jiff::civil::Date>().ok().map(|day| day.to_string());
    let (start, end) = text.split_once('/').map_or((text, None), |(start, end)| (start, Some(end)));
    let end = end.map(day);
    // An end that is no day is a mistake, not an open end.
    let end = if let Some(end) = end { Some(end?) } else { None };
    Some(DateRange { start: day(start)?, end, ..DateRange::default() })
}

/// A range whose end is not before its start.
fn in_order(range: DateRange, name: &str, written: Written<'_>) -> Judged<DateRange> {
    // Days of the first, instants of the second: a meeting may end at another hour of the same day.
    let reversed = match &range.instants {
        Some((from, Some(until))) => until < from,
        _ => range.last_day() < range.day(),
    };
    if reversed { Err(Box::new(findings::ends_before(written, name))) } else { Ok(range) }
}

/// A time as an instant in UTC; none for a whole day, or a time whose zone is not known.
fn instant(date: &str, zone: Option<&str>) -> Option<String> {
    if let Ok(instant) = date.parse::<jiff::Timestamp>() {
        return Some(instant.strftime("%Y%m%dT%H%M%SZ").to_string());
    }
    let civil = date.contains(['T', 't', ' ']).then(|| date.parse::<jiff::civil::DateTime>().ok()).flatten()?;
    let zoned = civil.to_zoned(jiff::tz::TimeZone::get(zone?).ok()?).ok()?;
    Some(zoned.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string())
}

/// A table has only these keys.
fn known_keys(entries: &[(Text, Given)], known: &[&str], name: &str, written: Written<'_>) -> Judged<()> {
    match entries.iter().find(|(key, _)| !known.contains(&key.value.as_str())) {
        Some((key, _)) => {
            let place = crate::diagnostic::Place::at(written.file, written.source, key.range.clone());
            Err(Box::new(findings::unknown_field(place, written.source, key, name, known)))
        }
        None => Ok(()),
    }
}

/// A picture: a file with the words that stand for it.
fn image(name: &str, written: Written<'_>) -> Judged<FieldValue> {
    const EXPECTED: &str = "kind-image";
    let wrong = || Box::new(findings::wrong_kind(written, name, EXPECTED));
    let entries = match &written.given.value {
        Raw::Text(_) | Raw::Cell(_) => return Err(Box::new(findings::missing_alt(written, name))),
        Raw::Table(entries) => entries,
        _ => return Err(wrong()),
    };
    known_keys(entries, &["src", "alt", "credit"], name, written)?;
    let src = written.given.get("src").ok_or_else(wrong)?;
    let path = path_of(written, src.text().ok_or_else(wrong)?);
    let alt = written.given.get("alt").ok_or_else(|| Box::new(findings::missing_alt(written, name)))?;
    let alt = alt.text().ok_or_else(wrong)?.to_owned();
    let credit = written.given.get("credit").and_then(Given::text).map(str::to_owned);
    Ok(FieldValue::Image { path, alt, credit, spot: written.inner(src).spot() })
}

fn file(name: &str, written: Written<'_>) -> Judged<FieldValue> {
    let wrong = || Box::new(findings::wrong_kind(written, name, "kind-file"));
    let path = path_of(written, written.given.text().ok_or_else(wrong)?);
    Ok(FieldValue::File { path, spot: written.spot() })
}

/// A path as the site knows its files: `/name` in `assets/`, else from `content/`.
fn path_of(written: Written<'_>, target: &str) -> String {
    if let Some(asset) = target.strip_prefix("/assets/") {
        return format!("/{asset}");
    }
    content_path(written.file, target)
}

fn choice(choices: &[Choice], name: &str, written: Written<'_>) -> Judged<FieldValue> {
    let wrong = || Box::new(findings::wrong_kind(written, name, "kind-text"));
    let value = written.given.text().ok_or_else(wrong)?;
    if choices.iter().any(|choice| choice.value == value) {
        return Ok(FieldValue::Choice(value.to_owned()));
    }
    let known: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
    Err(Box::new(findings::unknown_value(written, name, value, &known)))
}

fn number(min: Option<f64>, max: Option<f64>, name: &str, written: Written<'_>) -> Judged<FieldValue> {
    let read = match &written.given.value {
        Raw::Number(number) => Some(*number),
        Raw::Cell(text) => text.parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    };
    let number = read.ok_or_else(|| Box::new(findings::wrong_kind(written, name, "kind-any-number")))?;
    let (low, high) = (min.is_some_and(|min| number < min), max.is_some_and(|max| number > max));
    if !low && !high {
        return Ok(FieldValue::Number(number));
    }
    Err(Box::new(findings::out_of_range(written, name, min, max)))
}

/// Values of a list, and rows of a table, at most: nobody reads more, and every reader of the page would load them.
const ITEMS: usize = 1_000;

/// What parts the items of a list in a cell.
const BETWEEN_ITEMS: char = ';';

fn list(of: &FieldKind, name: &str, written: Written<'_>) -> Judged<FieldValue> {
    if let Raw::Cell(text) = &written.given.value {
        let items = text.split(BETWEEN_ITEMS).map(str::trim).filter(|item| !item.is_empty()).take(ITEMS);
        let item = |item: &str| Given::cell(item.to_owned(), written.given.range.clone());
        let judged = items.map(|text| judge(of, name, Written { given: &item(text), ..written }));
        return judged.collect::<Result<_, _>>().map(FieldValue::List);
    }
    let Raw::List(items) = &written.given.value else {
        return Err(Box::new(findings::wrong_kind(written, name, "kind-list")));
    };
    let items = items.iter().take(ITEMS).map(|item| judge(of, name, written.inner(item)));
    items.collect::<Result<_, _>>().map(FieldValue::List)
}

fn table(columns: &[Field], name: &str, written: Written<'_>) -> Judged<FieldValue> {
    const EXPECTED: &str = "kind-rows";
    let wrong = |given| Box::new(findings::wrong_kind(Written { given, ..written }, name, EXPECTED));
    let Raw::List(rows) = &written.given.value else { return Err(wrong(written.given)) };
    let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let row = |row| -> Judged<Fields> {
        let row: &Given = row;
        let Raw::Table(cells) = &row.value else { return Err(wrong(row)) };
        known_keys(cells, &known, name, written)?;
        let mut read = Fields::new();
        for column in columns {
            let name = format!("{name}.{}", column.name);
            match row.get(&column.name) {
                Some(cell) => drop(read.insert(column.name.clone(), judge(&column.kind, &name, written.inner(cell))?)),
                None if column.required => return Err(wrong(row)),
                None => read.extend(column.default.clone().map(|value| (column.name.clone(), value))),
            }
        }
        Ok(read)
    };
    rows.iter().take(ITEMS).map(row).collect::<Result<_, _>>().map(FieldValue::Table)
}

#[cfg(test)]
mod tests {
    use super::{instant, is_web};

    #[test]
    fn a_time_is_an_instant_where_its_zone_is_known() {
        assert_eq!(instant("2027-03-03T14:00:00", Some("America/Recife")).unwrap(), "20270303T170000Z");
        assert_eq!(instant("2027-07-03T14:00:00", Some("Europe/Paris")).unwrap(), "20270703T120000Z");
        assert_eq!(instant("2027-01-03T14:00:00+01:00", None).unwrap(), "20270103T130000Z");
        assert_eq!(instant("2027-03-03T14:00:00", None), None);
        assert_eq!(instant("2027-03-03", Some("Europe/Paris")), None);
    }

    #[test]
    fn an_address_that_runs_a_program_is_none() {
        assert!(is_web("https://example.org/a"));
        for url in ["javascript:alert(1)", "https://", "https://a b", "//example.org", "data:text/html,x"] {
            assert!(!is_web(url), "{url}");
        }
    }
}
