//! Calendars: one event, or those of a list, as `iCalendar` (RFC 5545).
//!
//! Takes pages that happen at a time; gives the text of a file. Times whose zone is known are said in UTC, which every
//! program understands; whole days as days; others as the hour of the place.

use super::ask::Asker;
use super::facts;
use super::query::{Listed, Query};
use crate::plan::CalendarOf;
use crate::site::types::{DateRange, FieldValue};
use crate::site::{Page, Site};
use std::fmt::Write as _;

/// Octets of a line, without its end.
const LINE: usize = 75;

/// The calendar of a route.
pub(super) fn text(asker: &Asker, of: &CalendarOf) -> String {
    let world = asker.world();
    let (site, plan) = (&world.site, &world.plan);
    let lang = plan.routes[asker.route].lang;
    asker.ask(Query::Site(lang));
    let (name, pages) = match of {
        CalendarOf::Page(number) => {
            asker.ask(Query::Card(lang, site.pages[*number].id.clone()));
            (site.pages[*number].title.clone(), vec![*number])
        }
        CalendarOf::Section(number) => {
            let section = &site.pages[*number];
            asker.ask(Query::Card(lang, section.id.clone()));
            (section.title.clone(), listed(asker, &Listed::Section(section.id.clone())))
        }
        CalendarOf::Term { taxonomy, term } => {
            let declared = &site.config.taxonomies[*taxonomy].name;
            asker.ask(Query::Terms(lang, declared.clone()));
            let name = plan.terms.one(*taxonomy, lang, term).map(|term| term.name.clone()).unwrap_or_default();
            (name, listed(asker, &Listed::Term(declared.clone(), term.clone())))
        }
    };
    let title = format!("{name} · {}", site.config.languages[lang].title);
    let mut text = Calendar::new(&title);
    for number in pages {
        let page = &site.pages[number];
        let terms: Vec<String> = facts::terms_of(site, plan, page).map(|(_, term)| escape(&term.name)).collect();
        if let Some(when) = page.when() {
            text.event(site, page, when, &format!("{}{}", site.config.origin(), plan.pages[number].url), &terms);
        }
    }
    text.end()
}

fn listed(asker: &Asker, listed: &Listed) -> Vec<usize> {
    let world = asker.world();
    let lang = world.plan.routes[asker.route].lang;
    asker.ask(Query::Events(lang, listed.clone()));
    super::events::of(&world.site, &world.plan, lang, listed)
}

struct Calendar {
    text: String,
}

impl Calendar {
    fn new(name: &str) -> Self {
        let mut calendar = Calendar { text: String::new() };
        for (key, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Colibri//Colibri//EN")] {
            calendar.line(key, value);
        }
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("NAME", &escape(name));
        // Older programs know the name by this.
        calendar.line("X-WR-CALNAME", &escape(name));
        calendar
    }

    fn event(&mut self, site: &Site, page: &Page, when: &DateRange, url: &str, terms: &[String]) {
        self.line("BEGIN", "VEVENT");
        let host = site.config.origin().split("://").nth(1).unwrap_or_default();
        // The same event has the same name in all languages, and at every build.
        self.line("UID", &escape(&format!("{}@{host}", page.id)));
        self.line("DTSTAMP", &stamp(page, when));
        for (key, value) in times(when) {
            self.line(&key, &value);
        }
        self.line("SUMMARY", &escape(&page.title));
        if let Some(description) = &page.front.description {
            self.line("DESCRIPTION", &escape(description));
        }
        if let Some(place) = place(site, page) {
            self.line("LOCATION", &escape(place));
        }
        if !terms.is_empty() {
            self.line("CATEGORIES", &terms.join(","));
        }
        self.line("URL", &super::feed::ascii(url));
        self.line("END", "VEVENT");
    }

    fn end(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.text
    }

    /// One line, folded: a line that goes on begins with a space.
    fn line(&mut self, key: &str, value: &str) {
        let mut octets = 0;
        for c in format!("{key}:{value}").chars() {
            if octets + c.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            octets += c.len_utf8();
            self.text.push(c);
        }
        self.text.push_str("\r\n");
    }
}

/// Text as a value: marks that mean something are escaped, and what cannot be in a line is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// When the event was last said to be so, as far as its page tells.
fn stamp(page: &Page, when: &DateRange) -> String {
    let said = page.front.updated.as_deref().or(page.front.date.as_deref()).unwrap_or(when.day());
    format!("{}T000000Z", compact(said.get(..10).unwrap_or(said)))
}

fn times(when: &DateRange) -> Vec<(String, String)> {
    if let Some((from, until)) = &when.instants {
        let end = until.as_ref().map(|until| ("DTEND".to_owned(), until.clone()));
        return std::iter::once(("DTSTART".to_owned(), from.clone())).chain(end).collect();
    }
    if when.is_all_day() {
        // A calendar counts the days up to the one after the last.
        let after = when.last_day().parse::<jiff::civil::Date>().ok().and_then(|day| day.tomorrow().ok());
        let end = after.map(|day| ("DTEND;VALUE=DATE".to_owned(), compact(&day.to_string())));
        return std::iter::once(("DTSTART;VALUE=DATE".to_owned(), compact(when.day()))).chain(end).collect();
    }
    let start = ("DTSTART".to_owned(), floating(&when.start));
    let end = when.end.as_ref().filter(|end| end.len() > 10).map(|end| ("DTEND".to_owned(), floating(end)));
    std::iter::once(start).chain(end).collect()
}

/// An hour of the place, of no zone.
fn floating(date: &str) -> String {
    date.parse::<jiff::civil::DateTime>().map(|at| at.strftime("%Y%m%dT%H%M%S").to_string()).unwrap_or_default()
}

fn compact(day: &str) -> String {
    let mut compact = String::new();
    let _ = write!(compact, "{}", day.replace('-', ""));
    compact
}

/// Where it happens: the text that the type maps to a location.
fn place<'p>(site: &Site, page: &'p Page) -> Option<&'p str> {
    let fields = &site.types.get(&page.kind_name)?.fields;
    let field = fields.iter().find(|field| field.maps.get("schema").is_some_and(|name| name == "location"))?;
    match page.fields.get(&field.name)? {
        FieldValue::Text(place) => Some(place),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, LINE, escape, times};
    use crate::site::types::DateRange;

    #[test]
    fn lines_are_folded_between_characters_and_none_is_too_long() {
        let mut calendar = Calendar { text: String::new() };
        let value = "جزيرة، بحر ".repeat(20);
        calendar.line("SUMMARY", &value);
        assert!(calendar.text.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(calendar.text.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }

    #[test]
    fn a_text_cannot_end_its_line() {
        assert_eq!(escape("a;b,c\\d\r\nEND:VEVENT"), "a\\;b\\,c\\\\d\\nEND:VEVENT");
    }

    #[test]
    fn whole_days_end_on_the_day_after() {
        let when = DateRange { start: "2026-12-30".into(), end: Some("2026-12-31".into()), ..DateRange::default() };
        let said: Vec<String> = times(&when).into_iter().map(|(key, value)| format!("{key}:{value}")).collect();
        assert_eq!(said, ["DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270101"]);
    }
}
