//! A directive as HTML: its arguments checked against the theme's declaration, its template rendered.

use super::ask::Asker;
use super::directive::{Directive, Given, findings};
use super::functions::ROUTE;
use super::link;
use super::page::broken;
use super::query::Query;
use crate::declare::nearest;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::plan::Subject;
use crate::site::{Argument, ArgumentKind, Component, Kind, Page, component_template, content_path};
use std::ops::Range;
use tera::{Context, Map, Tera, Value};

/// The endings of images that browsers show.
const IMAGES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Nobody means a longer word by a slip of the keyboard.
const LONGEST_WORD: usize = 64;

/// What every component of a page is rendered with.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) tera: &'s Tera,
    pub(super) asker: &'s Asker<'s>,
    pub(super) page: &'s Page,
    /// The language as templates see it.
    pub(super) lang: &'s Value,
}

/// The HTML of a component around its body, or what is wrong.
pub(super) fn html(scope: Scope<'_>, directive: &Directive<'_>, body: &str) -> Result<String, Diagnostics> {
    let name = directive.name.text;
    let place = || scope.place(directive.range.clone());
    if let Some((slip, range)) = &directive.slip {
        return Err(vec![scope.said(findings::slip(*slip, scope.place(range.clone())))]);
    }
    scope.asker.ask(Query::Component(name.to_owned()));
    let theme = &scope.asker.world().site.theme;
    let Some(component) = theme.components.get(name) else {
        let known: Vec<&str> = theme.components.keys().map(String::as_str).collect();
        let place = scope.place(directive.name.range());
        return Err(vec![scope.said(findings::unknown(
            name,
            meant(name, known.iter().copied()),
            known.clone(),
            place,
        ))]);
    };
    if !component.has_body && !body.trim().is_empty() {
        return Err(vec![scope.said(findings::without_body(name, place()))]);
    }
    let arguments = Call { scope, name, component, directive }.arguments()?;
    let template = component_template(name);
    scope.asker.ask(Query::Template(template.clone()));
    if !scope.tera.contains_template(&template) {
        // That it is not there has been said already.
        return Ok(body.to_owned());
    }
    let mut context = Context::new();
    context.insert_value("args", Value::from(arguments));
    context.insert_value("body", if body.trim().is_empty() { Value::none() } else { Value::safe_string(body) });
    context.insert_value("lang", scope.lang.clone());
    context.insert_value(ROUTE, Value::from(scope.asker.route));
    scope
        .tera
        .render(&template, &context)
        .map_err(|error| vec![broken(&theme.templates, &error).with("pages", 0_usize)])
}

/// The candidate that was perhaps meant.
fn meant<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > LONGEST_WORD { None } else { nearest(word, candidates) }
}

impl Scope<'_> {
    /// A place in the page's file, of a range of its text.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let start = self.page.parts.body.start;
        Place::at(&self.page.file, self.page.source.text(), range.start + start..range.end + start)
    }

    /// A finding with its line.
    pub(super) fn said(&self, finding: Diagnostic) -> Diagnostic {
        finding.line_of(self.page.source.text())
    }
}

/// One use of a component.
struct Call<'c> {
    scope: Scope<'c>,
    name: &'c str,
    component: &'c Component,
    directive: &'c Directive<'c>,
}

impl Call<'_> {
    fn arguments(&self) -> Result<Map, Diagnostics> {
        let mut findings: Diagnostics = self.directive.given.iter().filter_map(|given| self.unknown(given)).collect();
        let mut map = Map::new();
        for argument in &self.component.arguments {
            match self.one(argument) {
                Ok(value) => drop(map.insert(argument.name.clone().into(), value)),
                Err(finding) => findings.push(self.scope.said(*finding)),
            }
        }
        if findings.is_empty() { Ok(map) } else { Err(findings) }
    }

    /// What is wrong with the name of an argument.
    fn unknown(&self, given: &Given<'_>) -> Option<Diagnostic> {
        let place = || self.scope.place(given.name.range());
        let known = || self.component.arguments.iter().map(|argument| argument.name.as_str());
        if !known().any(|name| name == given.name.text) {
            let all: Vec<&str> = known().collect();
            let right = meant(given.name.text, known());
            return Some(self.scope.said(findings::unknown_argument(self.name, given.name.text, right, all, place())));
        }
        let first = self.directive.given.iter().find(|other| other.name.text == given.name.text)?;
        let repeated = first.name.at != given.name.at;
        repeated.then(|| self.scope.said(findings::repeated_argument(given.name.text, place())))
    }

    fn one(&self, argument: &Argument) -> Result<Value, Box<Diagnostic>> {
        let given = self.directive.given.iter().find(|given| given.name.text == argument.name);
        let whole = || self.directive.range.clone();
        match (given, &argument.default) {
            (Some(Given { value: Some(value), .. }), _) => self.value(argument, value.text, value.range()),
            (Some(_), _) if argument.kind == ArgumentKind::Boolean => Ok(Value::from(true)),
            (None, Some(default)) => self.value(argument, default, whole()),
            (None, None) if !argument.required => Ok(Value::none()),
            _ => Err(Box::new(findings::missing_argument(
                self.name,
                &argument.name,
                example(argument),
                self.scope.place(whole()),
            ))),
        }
    }

    fn value(&self, argument: &Argument, text: &str, range: Range<usize>) -> Result<Value, Box<Diagnostic>> {
        let wrong = |expected: &'static str, right: Option<&str>| {
            let place = self.scope.place(range.clone());
            Box::new(findings::wrong_value(argument, text, expected, right, place))
        };
        let asker = self.scope.asker;
        let site = &asker.world().site;
        let lang = self.scope.page.lang;
        match argument.kind {
            ArgumentKind::Text => Ok(Value::from(text)),
            ArgumentKind::Number => text.parse::<u32>().map(Value::from).map_err(|_| wrong("wants-number", None)),
            ArgumentKind::Boolean => text.parse::<bool>().map(Value::from).map_err(|_| wrong("wants-boolean", None)),
            ArgumentKind::Choice if argument.values.iter().any(|value| value == text) => Ok(Value::from(text)),
            ArgumentKind::Choice => Err(wrong("wants-choice", meant(text, argument.values.iter().map(String::as_str)))),
            ArgumentKind::Url => self.url(text, range),
            ArgumentKind::Page => self.page(text).ok_or_else(|| {
                wrong("wants-page", meant(text, asker.world().plan.translations.keys().map(String::as_str)))
            }),
            ArgumentKind::Image if !is_image(text) => Err(wrong("wants-image", None)),
            ArgumentKind::Image | ArgumentKind::File => {
                let url = link::to_file(asker, self.scope.page, text).map(Value::from);
                url.ok_or_else(|| wrong("wants-file", None))
            }
            ArgumentKind::Form => {
                asker.ask(Query::Form(lang, text.to_owned()));
                let found = site.forms.contains_key(text).then(|| Value::from(text));
                found.ok_or_else(|| wrong("wants-form", meant(text, site.forms.keys().map(String::as_str))))
            }
            ArgumentKind::Section => self.section(text).ok_or_else(|| {
                let sections = site.pages.iter().filter(|page| page.kind == Kind::Section);
                wrong("wants-section", meant(text, sections.map(|page| page.id.as_str())))
            }),
            ArgumentKind::Data => {
                asker.ask(Query::Data(lang, text.to_owned()));
                let found = site.data.contains_key(text).then(|| Value::from(text));
                found.ok_or_else(|| wrong("wants-data", meant(text, site.data.keys().map(String::as_str))))
            }
            ArgumentKind::Columns => self.columns(text).map_err(|(name, right)| {
                let place = self.scope.place(range.clone());
                Box::new(findings::wrong_value(argument, &name, "wants-column", right.as_deref(), place))
            }),
            ArgumentKind::Term => self.term(text).ok_or_else(|| {
                let names: Vec<String> = self.terms().filter_map(|term| said(&term, "name")).collect();
                wrong("wants-term", meant(text, names.iter().map(String::as_str)))
            }),
        }
    }

    fn url(&self, text: &str, range: Range<usize>) -> Result<Value, Box<Diagnostic>> {
        let start = self.scope.page.parts.body.start;
        let range = range.start + start..range.end + start;
        let (found, finding) = link::resolve(self.scope.asker, self.scope.page, text, range);
        if let Some(finding) = finding.filter(|finding| finding.severity == crate::diagnostic::Severity::Error) {
            return Err(Box::new(finding));
        }
        let host = text.split_once("://").map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
        let map = [
            ("url".into(), found.url.into()),
            ("lang".into(), found.other_language.into()),
            ("host".into(), host.into()),
        ];
        Ok(Value::from(map.into_iter().collect::<Map>()))
    }

    fn page(&self, reference: &str) -> Option<Value> {
        let (asker, page) = (self.scope.asker, self.scope.page);
        let is_path = reference.rsplit_once('.').is_some_and(|(_, ending)| ending == "md");
        let reference = if is_path { content_path(&page.file, reference) } else { reference.to_owned() };
        asker.ask(Query::Link(page.lang, reference.clone()));
        let world = asker.world();
        let found = super::facts::linked(&world.site, &world.plan, page.lang, &reference)?;
        let found = &world.site.pages[found];
        asker.ask(Query::Card(found.lang, found.id.clone())).as_array()?.first().cloned()
    }

    fn section(&self, id: &str) -> Option<Value> {
        let world = self.scope.asker.world();
        self.scope.asker.ask(Query::Translations(Subject::Page(id.to_owned())));
        let is_section = |page: &usize| world.site.pages[*page].kind != Kind::Page;
        world.plan.translations_of(id).iter().flatten().any(is_section).then(|| Value::from(id))
    }

    /// The columns of these names, of the table that another argument names; else the name that is none.
    fn columns(&self, text: &str) -> Result<Value, (String, Option<String>)> {
        let of = self.component.arguments.iter().find(|argument| argument.kind == ArgumentKind::Data);
        let given = of.and_then(|of| self.directive.given.iter().find(|given| given.name.text == of.name));
        let name = given.and_then(|given| Some(given.value.as_ref()?.text)).or_else(|| of?.default.as_deref());
        let table = self.scope.asker.ask(Query::Data(self.scope.page.lang, name.unwrap_or_default().to_owned()));
        let all = table.get_from_path("columns").and_then(Value::as_array).map(<[Value]>::to_vec).unwrap_or_default();
        let names: Vec<String> = all.iter().filter_map(|column| said(column, "name")).collect();
        let column = |wanted: &str| {
            let found = all.iter().zip(&names).find(|(_, name)| *name == wanted).map(|(column, _)| column.clone());
            let right = || meant(wanted, names.iter().map(String::as_str)).map(str::to_owned);
            found.ok_or_else(|| (wanted.to_owned(), right()))
        };
        // Where there is no such table, that has been said.
        if all.is_empty() {
            return Ok(Value::none());
        }
        text.split(',').map(str::trim).map(column).collect::<Result<Vec<_>, _>>().map(Value::from)
    }

    fn terms(&self) -> impl Iterator<Item = Value> + use<> {
        let rows = self.scope.asker.ask(Query::Terms(self.scope.page.lang, "tags".to_owned()));
        rows.as_array().map(<[Value]>::to_vec).unwrap_or_default().into_iter()
    }

    fn term(&self, name: &str) -> Option<Value> {
        let taxonomies = &self.scope.asker.world().site.config.taxonomies;
        let key = taxonomies.iter().find(|taxonomy| taxonomy.name == "tags")?.key(name);
        self.terms().find(|term| said(term, "id").as_deref() == Some(key.as_str()))
    }
}

fn said(row: &Value, name: &str) -> Option<String> {
    row.get_from_path(name).and_then(Value::as_str).map(str::to_owned)
}

fn is_image(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(_, ending)| IMAGES.contains(&ending.to_ascii_lowercase().as_str()))
}

/// How a value may look, for who has left it out.
fn example(argument: &Argument) -> &str {
    match argument.kind {
        ArgumentKind::Text | ArgumentKind::Term => "\"...\"",
        ArgumentKind::Number => "3",
        ArgumentKind::Boolean => "true",
        ArgumentKind::Choice => argument.values.first().map_or("...", String::as_str),
        ArgumentKind::Url => "/about.md",
        ArgumentKind::Page => "about",
        ArgumentKind::Image => "/assets/boat.jpg",
        ArgumentKind::File => "/assets/report.pdf",
        ArgumentKind::Form => "contact",
        ArgumentKind::Section => "news",
        ArgumentKind::Data => "members",
        ArgumentKind::Columns => "\"name, city\"",
    }
}
