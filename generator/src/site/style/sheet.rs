//! A bundled style in parts, so that a page is given those that can say anything there.
//!
//! Takes the minified text; gives its rules in order, each with what its selectors need, and what its declarations set and
//! read. Parsed once per build: a page costs a walk over the rules. Put together again, the parts are the text.

use super::minified;
use super::names::{self, Names};
use super::needs::{self, Need};
use lightningcss::declaration::DeclarationBlock;
use lightningcss::rules::style;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::traits::ToCss;

/// A style in parts.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// The rules, wherever they stand.
    pub(crate) rules: Vec<StyleRule>,
    /// All of the text, in order.
    parts: Vec<Part>,
    /// The animations and fonts that it makes.
    asked: Vec<(usize, String)>,
}

/// A part of a style.
#[derive(Debug)]
enum Part {
    /// One of [`Sheet::rules`].
    Rule(usize),
    /// Rules under a condition, such as `@media print`.
    Group(String, Vec<Part>),
}

/// A rule of selectors and declarations; without selectors, one that stands for itself, such as `@page`.
#[derive(Debug, Default)]
pub(crate) struct StyleRule {
    /// Its selectors, in order.
    pub(crate) selectors: Vec<Choice>,
    /// Its declarations, in order.
    pub(crate) declarations: Vec<Declaration>,
}

/// One selector of a list.
#[derive(Debug)]
pub(crate) struct Choice {
    /// Its text.
    pub(crate) text: String,
    /// What it needs of a page.
    pub(crate) needs: Vec<Need>,
    /// Whether it may be left out of a list of which something stays.
    pub(crate) plain: bool,
}

impl Choice {
    /// Whether it is for elements alone whose spaces count without a style.
    fn is_for_code(&self) -> bool {
        let element = self.text.rsplit([' ', '>', '+', '~']).next().unwrap_or_default();
        ["pre", "code", "kbd", "samp", "textarea"].contains(&element)
    }
}

/// A piece of text with the names that it sets and reads, by number.
#[derive(Debug)]
pub(crate) struct Declaration {
    /// The text.
    pub(crate) text: String,
    /// The custom property, the animation or the font that it makes.
    pub(crate) sets: Option<usize>,
    /// Those that it reads.
    pub(crate) reads: Vec<usize>,
}

impl StyleRule {
    /// Whether a page with these names may have something that the rule matches.
    pub(crate) fn may_match(&self, there: &[bool]) -> bool {
        self.selectors.is_empty() || self.selectors.iter().any(|choice| Need::all_met(&choice.needs, there))
    }

    /// Puts some of the rule behind a text.
    pub(crate) fn put<'r>(
        &'r self,
        selectors: impl Iterator<Item = &'r Choice>,
        declarations: impl Iterator<Item = &'r Declaration>,
        text: &mut String,
    ) {
        put_list(selectors.map(|choice| choice.text.as_str()), ',', text);
        let block = !self.selectors.is_empty();
        text.extend(block.then_some('{'));
        put_list(declarations.map(|one| one.text.as_str()), ';', text);
        text.extend(block.then_some('}'));
    }
}

/// Takes a style apart. One that does not come together again as it was stays whole.
pub(super) fn split(css: &str, names: &mut Names) -> Sheet {
    let parsed = StyleSheet::parse(css, ParserOptions::default()).ok();
    let split = parsed.and_then(|sheet| {
        let mut splitter = Splitter { names, sheet: Sheet::default() };
        let parts = splitter.parts(&sheet.rules)?;
        Some(Sheet { parts, ..splitter.sheet })
    });
    let whole = split.filter(|sheet| sheet.whole() == css);
    whole.unwrap_or_else(|| {
        let mut splitter = Splitter { names, sheet: Sheet::default() };
        let part = splitter.fixed(css.to_owned(), None);
        Sheet { parts: vec![part], ..splitter.sheet }
    })
}

fn put_list<'t>(texts: impl Iterator<Item = &'t str>, between: char, text: &mut String) {
    for (number, one) in texts.enumerate() {
        text.extend((number > 0).then_some(between));
        text.push_str(one);
    }
}

fn printed(value: &impl ToCss) -> Option<String> {
    value.to_css_string(minified()).ok()
}

struct Splitter<'n> {
    names: &'n mut Names,
    sheet: Sheet,
}

impl Splitter<'_> {
    fn parts(&mut self, rules: &CssRuleList) -> Option<Vec<Part>> {
        rules.0.iter().map(|rule| self.part(rule)).collect()
    }

    fn part(&mut self, rule: &CssRule) -> Option<Part> {
        match rule {
            CssRule::Style(style) if style.rules.0.is_empty() && style.vendor_prefix.is_empty() => self.rule(style),
            CssRule::Media(media) => {
                let condition = format!("@media {}", printed(&media.query)?);
                Some(Part::Group(condition, self.parts(&media.rules)?))
            }
            CssRule::Supports(supports) => {
                let condition = format!("@supports {}", printed(&supports.condition)?);
                Some(Part::Group(condition, self.parts(&supports.rules)?))
            }
            CssRule::Keyframes(keyframes) => {
                let name = printed(&keyframes.name)?;
                self.asked(rule, name.trim_matches(['"', '\'']))
            }
            CssRule::FontFace(_) => {
                let text = printed(rule)?;
                let family = text.split_once("font-family:").and_then(|(_, family)| family.split([';', '}']).next());
                let family = family.unwrap_or_default().trim_matches(['"', '\'']).to_owned();
                if family.is_empty() { Some(self.fixed(text, None)) } else { self.asked(rule, &family) }
            }
            _ => Some(self.fixed(printed(rule)?, None)),
        }
    }

    fn asked(&mut self, rule: &CssRule, name: &str) -> Option<Part> {
        let sets = self.names.add_read(name);
        self.sheet.asked.push((sets, name.to_owned()));
        Some(self.fixed(printed(rule)?, Some(sets)))
    }

    fn fixed(&mut self, text: String, sets: Option<usize>) -> Part {
        let declarations = vec![self.declaration(text, sets)];
        self.add(StyleRule { selectors: Vec::new(), declarations })
    }

    fn add(&mut self, rule: StyleRule) -> Part {
        self.sheet.rules.push(rule);
        Part::Rule(self.sheet.rules.len() - 1)
    }

    fn rule(&mut self, style: &style::StyleRule) -> Option<Part> {
        let mut selectors = Vec::new();
        for selector in &style.selectors.0 {
            let needs = needs::of(selector, self.names);
            selectors.push(Choice { text: printed(selector)?, needs, plain: needs::is_plain(selector) });
        }
        let declarations = self.declarations(&style.declarations)?;
        Some(self.add(StyleRule { selectors, declarations }))
    }

    fn declarations(&mut self, block: &DeclarationBlock) -> Option<Vec<Declaration>> {
        let usual = block.declarations.iter().map(|property| (property, false));
        let important = block.important_declarations.iter().map(|property| (property, true));
        let mut declarations = Vec::new();
        for (property, important) in usual.chain(important) {
            let text = property.to_css_string(important, minified()).ok()?;
            let sets = text.starts_with("--").then(|| self.names.add_read(names::property(&text)));
            declarations.push(self.declaration(text, sets));
        }
        Some(declarations)
    }

    fn declaration(&mut self, text: String, sets: Option<usize>) -> Declaration {
        let mut reads = self.names.properties_in(&text);
        // What sets a property names it, too.
        reads.retain(|name| Some(*name) != sets);
        Declaration { text, sets, reads }
    }
}

impl Sheet {
    /// Whether it may show spaces as they are where HTML alone would not.
    pub(super) fn shows_spaces(&self) -> bool {
        self.rules.iter().any(|rule| {
            let keeps = rule.declarations.iter().any(|one| {
                let usual =
                    ["white-space:normal", "white-space:nowrap"].contains(&one.text.trim_end_matches("!important"));
                one.text.contains("white-space") && !usual
            });
            keeps && (rule.selectors.is_empty() || rule.selectors.iter().any(|choice| !choice.is_for_code()))
        })
    }

    /// Its text, of which `put_rule` writes each rule by its number, or nothing; a condition that then holds nothing is left out.
    pub(crate) fn text(&self, mut put_rule: impl FnMut(usize, &mut String)) -> String {
        let mut text = String::new();
        put_parts(&self.parts, &mut put_rule, &mut text);
        text
    }

    /// All of it.
    fn whole(&self) -> String {
        self.text(|number, text| {
            let rule = &self.rules[number];
            rule.put(rule.selectors.iter(), rule.declarations.iter(), text);
        })
    }
}

fn put_parts(parts: &[Part], put_rule: &mut impl FnMut(usize, &mut String), text: &mut String) {
    for part in parts {
        match part {
            Part::Rule(number) => put_rule(*number, text),
            Part::Group(condition, parts) => {
                let before = text.len();
                text.extend([condition, "{"]);
                let inside = text.len();
                put_parts(parts, put_rule, text);
                if text.len() == inside {
                    text.truncate(before);
                } else {
                    text.push('}');
                }
            }
        }
    }
}

/// Notes which declarations of these styles read an animation or a font, by its name anywhere in their text.
pub(super) fn note_asked(sheets: &mut [Sheet]) {
    let asked: Vec<(usize, String)> = sheets.iter().flat_map(|sheet| sheet.asked.iter().cloned()).collect();
    let rules = sheets.iter_mut().flat_map(|sheet| &mut sheet.rules);
    for declaration in rules.flat_map(|rule| &mut rule.declarations) {
        let sets = declaration.sets;
        let named = asked.iter().filter(|(number, name)| Some(*number) != sets && declaration.text.contains(name));
        declaration.reads.extend(named.map(|(number, _)| *number));
    }
}
