//! What a visitor looks for, as the query of a URL says it.

use colibri_contract::form;
use colibri_contract::search::Filter;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Results on one page.
const PAGE_SIZE: usize = 10;
/// The most results that a program gets at once.
const MOST_RESULTS: usize = 100;
/// The last page that is shown.
const LAST_PAGE: usize = 100;
/// The most characters of the words.
const MOST_CHARACTERS: usize = 200;
/// The most values of facets.
const MOST_VALUES: usize = 16;
/// Parameters that are no facets.
const OWN: [&str; 6] = ["q", "page", "limit", "sort", "from", "to"];

/// What a visitor looks for.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) words: String,
    /// From 1.
    pub(super) page: usize,
    pub(super) limit: usize,
    pub(super) filter: Filter,
}

impl Question {
    /// Reads the query of a URL. What it does not know may be a facet; what cannot be read asks for nothing.
    pub(super) fn read(query: &str) -> Option<Self> {
        let sent = form::decode(query.as_bytes()).ok()?;
        let one = |name| sent.values(name).next().unwrap_or_default().trim();
        let number = |name| one(name).parse().ok();
        let values = sent.pairs.iter().filter(|(key, value)| !OWN.contains(&key.as_str()) && !value.is_empty());
        let mut values: Vec<(String, String)> = values.take(MOST_VALUES).cloned().collect();
        values.sort();
        values.dedup();
        Some(Self {
            words: one("q").chars().take(MOST_CHARACTERS).collect(),
            page: number("page").unwrap_or(1).clamp(1, LAST_PAGE),
            limit: number("limit").unwrap_or(PAGE_SIZE).clamp(1, MOST_RESULTS),
            filter: Filter {
                values,
                from: day(one("from"), ["01", "01"]).unwrap_or(0),
                to: day(one("to"), ["12", "31"]).unwrap_or(0),
                newest_first: one("sort") == "date",
            },
        })
    }

    /// Whether nothing is asked.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filter == Filter::default()
    }

    /// Whether it is nothing but words, on their first page.
    pub(super) fn is_plain(&self) -> bool {
        self.page == 1 && self.filter == Filter::default()
    }

    /// How many results come before those that are shown.
    pub(super) fn from(&self) -> usize {
        (self.page - 1) * self.limit
    }

    /// The one URL of this question.
    pub(super) fn url(&self, lang: &str) -> String {
        let mut url = format!("/_/{lang}/search?q={}", encoded(&self.words));
        let mut put = |key: &str, value: &str| url.extend(["&", &encoded(key), "=", &encoded(value)]);
        self.filter.values.iter().for_each(|(key, slug)| put(key, slug));
        let days = [("from", self.filter.from), ("to", self.filter.to)];
        days.iter().filter(|(_, day)| *day > 0).for_each(|(key, day)| put(key, &written(*day)));
        if self.filter.newest_first {
            put("sort", "date");
        }
        if self.limit != PAGE_SIZE {
            put("limit", &self.limit.to_string());
        }
        if self.page > 1 {
            put("page", &self.page.to_string());
        }
        url
    }

    /// The same on another page.
    pub(super) fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same in another order, from the first page.
    pub(super) fn ordered(&self, newest_first: bool) -> Self {
        let filter = Filter { newest_first, ..self.filter.clone() };
        Self { filter, ..self.on_page(1) }
    }

    /// The same with a value of a facet, or without it where it has it; from the first page.
    pub(super) fn switched(&self, key: &str, slug: &str) -> Self {
        let mut other = self.on_page(1);
        let values = &mut other.filter.values;
        let before = values.len();
        values.retain(|(one, value)| one != key || value != slug);
        if values.len() == before {
            values.push((key.to_owned(), slug.to_owned()));
            values.sort();
        }
        other
    }

    /// Whether there are results after these.
    pub(super) fn has_more(&self, total: usize) -> bool {
        self.page * self.limit < total && self.page < LAST_PAGE
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// A day as one number, of a year, a month or a day in ISO 8601; `month` and `day` stand for what is not said.
fn day(text: &str, [month, day]: [&str; 2]) -> Option<u32> {
    let mut pieces = text.splitn(3, '-');
    let year = pieces.next().filter(|year| year.len() == 4)?;
    let month = pieces.next().unwrap_or(month);
    let day = pieces.next().unwrap_or(day);
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    [year, month, day].iter().all(is_number).then(|| format!("{year}{month:0>2}{day:0>2}").parse().ok())?
}

/// A day as ISO 8601 writes it.
pub(super) fn written(day: u32) -> String {
    format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_has_one_url() {
        let read = |query: &str| Question::read(query).unwrap();
        let url =
            "/_/fr/search?q=eau%20vive&level=1&tag=a&tag=b&from=2026%2D01%2D01&to=2026%2D12%2D31&sort=date&page=3";
        assert_eq!(read("tag=b&q=+eau+vive+&page=3&tag=a&from=2026&to=2026-12&tag=b&sort=date&level=1").url("fr"), url);
        assert_eq!(read(url.split_once('?').unwrap().1).url("fr"), url);
    }

    #[test]
    fn a_value_is_put_in_and_taken_out() {
        let read = |query: &str| Question::read(query).unwrap();
        let plain = read("q=a&page=7");
        assert_eq!(plain.switched("tag", "b").url("fr"), "/_/fr/search?q=a&tag=b");
        assert_eq!(plain.switched("tag", "b").switched("tag", "b").url("fr"), "/_/fr/search?q=a");
    }

    #[test]
    fn what_is_no_day_asks_for_nothing() {
        for text in ["", "26", "2026-", "x026", "2026-1-2-3", "2026-aa", "99999-01-01", "２０２６"] {
            let question = Question::read(&format!("q=a&from={text}")).unwrap();
            assert!(question.filter.from == 0, "{text}: {}", question.filter.from);
        }
        assert_eq!(Question::read(&format!("q={}", "é".repeat(500))).unwrap().words.chars().count(), 200);
        assert!(Question::read(&"a=b&".repeat(1_000)).is_none());
    }
}
