//! A page as a PO file for a translator: each text of its source, with what stands for it in the translation.

use super::block::{Kind, Unit, units};
use super::po::{Catalogue, Message};
use crate::site::{Lang, Page, Site};
use hashbrown::HashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What stands for a source text in a translation.
#[derive(Clone, Debug, Default)]
struct Match {
    target: String,
    /// Whether it was made from another text, or nobody has said from which.
    fuzzy: bool,
    /// Fingerprint of the text that it was made from, if that was another.
    made_from: Option<String>,
}

/// The PO file of a page of the reference language, by its number, for a language. `last` is the file as it was
/// before: from it come the earlier source texts of what has changed.
pub fn export(site: &Site, source: usize, lang: Lang, last: Option<&Catalogue>) -> Catalogue {
    let page = &site.pages[source];
    let translation = site.page(lang, &page.id).map(|number| &site.pages[number]);
    let units = units(site, page);
    let matches = matches(site, page, &units, translation);
    let earlier = earlier(last);
    let mut contexts = Contexts::default();
    let messages = units.iter().zip(matches).map(|(unit, found)| Message {
        comment: comment(&unit.kind).to_owned(),
        place: format!("{}:{}", page.file, line(page, unit)),
        fuzzy: found.fuzzy && !found.target.is_empty(),
        previous: found.made_from.and_then(|print| earlier.get(&print).cloned()).filter(|text| *text != unit.text),
        context: contexts.next(unit),
        source: unit.text.clone(),
        target: found.target,
    });
    Catalogue { messages: messages.collect(), head: head(site, page, lang) }
}

/// Tells texts of one page apart that say the same.
#[derive(Default)]
pub(super) struct Contexts {
    seen: HashMap<String, usize>,
}

impl Contexts {
    /// The context of the next text of a page.
    pub(super) fn next(&mut self, unit: &Unit) -> Option<String> {
        if let Kind::Front(key) = &unit.kind {
            return Some(key.clone());
        }
        let count = self.seen.entry(unit.text.clone()).or_default();
        *count += 1;
        (*count > 1).then(|| count.to_string())
    }
}

fn head(site: &Site, page: &Page, lang: Lang) -> Vec<(String, String)> {
    let code = &site.config.languages[lang].code;
    let id = if page.id.is_empty() { "/" } else { &page.id };
    let pairs = [
        ("Project-Id-Version", site.config.title.as_str()),
        ("Language", &gettext_code(code)),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", plural_forms(code)),
        ("X-Colibri-Page", id),
        ("X-Colibri-Language", code),
        ("X-Colibri-Source", &site.config.languages[page.lang].code),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value.replace('\n', " "))).to_vec()
}

/// As gettext writes it: `pt_BR`.
fn gettext_code(code: &str) -> String {
    crate::site::canonical(code).map_or_else(|| code.to_owned(), |tag| tag.to_string().replace('-', "_"))
}

/// How gettext counts in a language. Our messages have no plural forms; translators' tools want the line.
fn plural_forms(code: &str) -> &'static str {
    match code.split('-').next().unwrap_or(code) {
        "ar" => {
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
        }
        "ja" | "zh" | "ko" | "vi" | "th" | "id" | "ms" | "lo" | "km" | "my" => "nplurals=1; plural=0;",
        "fr" | "wo" | "ln" | "mg" | "hy" | "ff" | "kab" => "nplurals=2; plural=(n > 1);",
        "ru" | "uk" | "be" => {
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
        }
        "pl" => "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
        "cs" | "sk" => "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
        _ => "nplurals=2; plural=(n != 1);",
    }
}

fn comment(kind: &Kind) -> &'static str {
    match kind {
        Kind::Front(key) if key == "title" => "title of the page",
        Kind::Front(_) => "settings of the page",
        Kind::Heading => "heading",
        Kind::Paragraph => "text",
        Kind::Cell => "cell of a table",
        Kind::Code => "code: lines are kept",
        Kind::Html => "HTML: lines are kept",
        Kind::Argument => "text of a component",
    }
}

pub(super) fn line(page: &Page, unit: &Unit) -> usize {
    page.source.text()[..unit.range.start].matches('\n').count() + 1
}

/// Earlier source texts by their fingerprint.
fn earlier(last: Option<&Catalogue>) -> HashMap<String, String> {
    let print = |text: &str, kind: Kind| {
        Unit { kind, text: text.to_owned(), range: 0..0, prefixes: Vec::new(), prefix: String::new() }.fingerprint()
    };
    let messages = last.into_iter().flat_map(|last| &last.messages);
    let both = messages.flat_map(|message| {
        let texts = [Some(&message.source), message.previous.as_ref()].into_iter().flatten();
        texts.flat_map(move |text| {
            // Whether it was code is not known any more: it is known under both.
            [Kind::Paragraph, Kind::Code].map(|kind| (print(text, kind), text.clone()))
        })
    });
    both.collect()
}

/// For each unit of a source what stands for it in the translation.
fn matches(site: &Site, source: &Page, units: &[Unit], translation: Option<&Page>) -> Vec<Match> {
    let of = site.config.languages[source.lang].code.as_str();
    let mut found = vec![Match::default(); units.len()];
    let Some(page) = translation else { return found };
    let there = super::block::units(site, page);
    let marked = page.front.translation.as_ref().filter(|mark| mark.of.value == of);
    let then: Vec<&str> = marked.map(|mark| mark.blocks.value.split_whitespace().collect()).unwrap_or_default();
    front(units, &there, &then, &mut found);
    let is_body = |unit: &&Unit| !matches!(unit.kind, Kind::Front(_));
    let first = units.iter().take_while(|unit| !is_body(unit)).count();
    let (units, found_body) = (&units[first..], &mut found[first..]);
    let there: Vec<&Unit> = there.iter().filter(is_body).collect();
    let then: Vec<&str> = then.into_iter().filter(|print| !print.contains(':')).collect();
    if marked.is_some() && then.len() == there.len() {
        by_mark(units, &there, &then, found_body);
    } else {
        by_kind(units, &there, found_body);
    }
    found
}

fn front(units: &[Unit], there: &[Unit], then: &[&str], found: &mut [Match]) {
    for (unit, found) in units.iter().zip(found).filter(|(unit, _)| matches!(unit.kind, Kind::Front(_))) {
        let Some(same) = there.iter().find(|other| other.kind == unit.kind) else { continue };
        found.target.clone_from(&same.text);
        found.fuzzy = !then.contains(&unit.fingerprint().as_str());
    }
}

/// By the mark it is known from which text each was made.
fn by_mark(units: &[Unit], there: &[&Unit], then: &[&str], found: &mut [Match]) {
    let now: Vec<String> = units.iter().map(Unit::fingerprint).collect();
    let now: Vec<&str> = now.iter().map(String::as_str).collect();
    for op in capture_diff_slices(Algorithm::Myers, then, &now) {
        let (old, new) = (op.old_range(), op.new_range());
        let fuzzy = match op {
            DiffOp::Equal { .. } => false,
            DiffOp::Replace { .. } => true,
            DiffOp::Insert { .. } | DiffOp::Delete { .. } => continue,
        };
        for (old, new) in old.zip(new) {
            let made_from = fuzzy.then(|| then[old].to_owned());
            found[new] = Match { target: there[old].text.clone(), fuzzy, made_from };
        }
    }
}

/// Without a mark, texts of the same kind in the same order are taken for one another, and somebody has to look.
fn by_kind(units: &[Unit], there: &[&Unit], found: &mut [Match]) {
    let kinds: Vec<u8> = units.iter().map(|unit| rank(&unit.kind)).collect();
    let others: Vec<u8> = there.iter().map(|unit| rank(&unit.kind)).collect();
    for op in capture_diff_slices(Algorithm::Myers, &others, &kinds) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for step in 0..len {
                let target = there[old_index + step].text.clone();
                found[new_index + step] = Match { target, fuzzy: true, made_from: None };
            }
        }
    }
}

pub(super) fn rank(kind: &Kind) -> u8 {
    match kind {
        Kind::Front(_) => 0,
        Kind::Heading => 1,
        Kind::Paragraph => 2,
        Kind::Cell => 3,
        Kind::Code => 4,
        Kind::Html => 5,
        Kind::Argument => 6,
    }
}
