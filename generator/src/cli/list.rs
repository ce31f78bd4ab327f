//! `colibri list`: what a site holds, for a person or for another program.

use super::show::Show;
use clap::{Args, ValueEnum};
use colibri::diagnostic::Phrase;
use colibri::plan::{self, Plan};
use colibri::site::{Lang, Page, Site, Taxonomy};
use serde_json::{Map, Value};
use std::path::Path;
use std::process::ExitCode;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// Every page, drafts too.
    Pages,
    /// Terms, with how many pages bear each.
    Terms,
    /// Pages that wait: drafts, and those dated in the future.
    Drafts,
    /// Pages with a last day, the nearest first.
    Expiring,
}

#[derive(Args)]
pub(super) struct ListArgs {
    /// What to list.
    #[arg(value_enum)]
    what: What,
    /// Only this language.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// As JSON, for another program.
    #[arg(long)]
    json: bool,
}

/// One line: names and cells in a fixed order.
pub(super) type Line = Vec<(&'static str, Value)>;

pub(super) fn list(folder: &Path, args: &ListArgs, show: &Show) -> ExitCode {
    let site = match show.read_site(folder) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let today = show.surroundings.today.clone();
    let reference = &site.config.languages[0].code;
    let only = args.lang.as_ref().map(|code| site.config.language(code).ok_or(code)).transpose();
    let only = match only {
        Ok(only) => only,
        Err(code) => return show.wrong(&Show::no_language(code, &site), reference),
    };
    let lines = lines(&site, args.what, only, &today);
    print(lines, args.json, show, reference)
}

/// Writes lines for a person, or for another program.
pub(super) fn print(lines: Vec<Line>, as_json: bool, show: &Show, reference: &str) -> ExitCode {
    let none = || show.say(&Phrase::of("nothing-listed"), reference);
    let text = if as_json { json(lines) } else { table(&lines).unwrap_or_else(none) };
    println!("{}", text.trim_end());
    ExitCode::SUCCESS
}

fn lines(site: &Site, what: What, only: Option<Lang>, today: &str) -> Vec<Line> {
    let plan = plan::plan(site).0;
    let wanted = |lang: Lang| only.is_none_or(|only| only == lang);
    if what == What::Terms {
        return (0..site.config.languages.len())
            .filter(|lang| wanted(*lang))
            .flat_map(|l| terms(site, &plan, l))
            .collect();
    }
    let mut pages: Vec<usize> = (0..site.pages.len()).filter(|number| wanted(site.pages[*number].lang)).collect();
    match what {
        What::Drafts => pages.retain(|number| waits(&site.pages[*number], today)),
        What::Expiring => {
            pages.retain(|number| site.pages[*number].front.expires.is_some());
            pages.sort_by_key(|number| site.pages[*number].front.expires.clone());
        }
        What::Pages | What::Terms => {}
    }
    pages.into_iter().map(|number| page(site, &plan, number)).collect()
}

fn waits(page: &Page, today: &str) -> bool {
    let days = [&page.front.date, &page.front.publish].map(|date| date.as_deref().and_then(|date| date.get(..10)));
    page.front.draft || days.into_iter().flatten().any(|day| day > today)
}

fn page(site: &Site, plan: &Plan, number: usize) -> Line {
    let page = &site.pages[number];
    let text = |text: &Option<String>| text.as_deref().map_or(Value::Null, Value::from);
    vec![
        ("lang", site.config.languages[page.lang].code.as_str().into()),
        ("file", page.file.as_str().into()),
        ("date", text(&page.front.date)),
        ("expires", text(&page.front.expires)),
        ("draft", page.front.draft.into()),
        ("url", plan.pages[number].url.as_str().into()),
        ("title", page.title.as_str().into()),
    ]
}

fn terms(site: &Site, plan: &Plan, lang: Lang) -> Vec<Line> {
    let of = |(number, taxonomy): (usize, &Taxonomy)| {
        let code = site.config.languages[lang].code.clone();
        let name = taxonomy.name.clone();
        let lines: Vec<Line> = plan
            .terms
            .of(number, lang)
            .map(|term| {
                vec![
                    ("lang", code.as_str().into()),
                    ("taxonomy", name.as_str().into()),
                    ("pages", term.pages.len().into()),
                    ("url", term.address.url.as_str().into()),
                    ("name", term.name.as_str().into()),
                ]
            })
            .collect();
        lines
    };
    site.config.taxonomies.iter().enumerate().flat_map(of).collect()
}

fn json(lines: Vec<Line>) -> String {
    let object = |line: Line| line.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>();
    Value::from(lines.into_iter().map(object).map(Value::from).collect::<Vec<_>>()).to_string()
}

/// Columns of the same width; what does not say anything is left blank.
fn table(lines: &[Line]) -> Option<String> {
    let first = lines.first()?;
    let mut rows = vec![first.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<String>>()];
    rows.extend(lines.iter().map(|line| line.iter().map(|(_, value)| cell(value)).collect()));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..first.len()).map(width).collect();
    let written = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    Some(rows.iter().map(written).collect())
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => "draft".to_owned(),
        // What a title holds does not move the cursor of a terminal.
        Value::String(text) => text.chars().filter(|c| !c.is_control()).collect(),
        other => other.to_string(),
    }
}
