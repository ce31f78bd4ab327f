//! `colibri forms`: what the forms of a site ask, and how they look, without building the site.

mod sheet;

use super::host::deliveries;
use super::list::{Line, print};
use super::show::Show;
use clap::{Args, Subcommand};
use colibri::declare;
use colibri::diagnostic::Phrase;
use colibri::render::function_words;
use colibri::site::{Form, Lang, Site};
use colibri_contract::form::{Choice, Condition, Field, View, html};
use colibri_contract::html::escape;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct FormsArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lists the forms, with when they are open and how many may answer.
    List {
        /// As JSON, for another program.
        #[arg(long)]
        json: bool,
    },
    /// Shows what a form asks, field by field.
    Show {
        /// Its id.
        id: String,
        /// As JSON, for another program.
        #[arg(long)]
        json: bool,
    },
    /// Writes a form as a page without the site's dress, on standard output.
    Preview {
        /// Its id.
        id: String,
        /// Language, the reference if none is given.
        #[arg(long, value_name = "CODE")]
        lang: Option<String>,
    },
    /// Writes a sheet for each session of a form, with its code and its QR code, to print or to project, on standard output.
    Sheet {
        /// Its id.
        id: String,
        /// Only this session.
        #[arg(long, value_name = "VALUE")]
        session: Option<String>,
        /// Language, the reference if none is given.
        #[arg(long, value_name = "CODE")]
        lang: Option<String>,
        /// The operator's file, by whose secret the host makes the codes that no editor wrote.
        #[arg(long, value_name = "FILE")]
        deliveries: Option<PathBuf>,
    },
}

pub(super) fn forms(folder: &Path, args: &FormsArgs, show: &Show) -> ExitCode {
    let site = match show.read_site(folder) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let reference = site.config.languages[0].code.as_str();
    match &args.command {
        Command::List { json } => print(site.forms.values().map(line).collect(), *json, show, reference),
        Command::Show { id, json } => with(&site, id, show, |form| {
            print(form.schema.fields.iter().map(|field| asked(form, field)).collect(), *json, show, reference)
        }),
        Command::Preview { id, lang } => with(&site, id, show, |form| preview(&site, form, lang.as_deref(), show)),
        Command::Sheet { id, session, lang, deliveries } => with(&site, id, show, |form| {
            let wanted =
                Wanted { session: session.as_deref(), lang: lang.as_deref(), deliveries: deliveries.as_deref() };
            sheets(&site, form, &wanted, show)
        }),
    }
}

/// What is done with a form, if it is there.
fn with(site: &Site, id: &str, show: &Show, then: impl FnOnce(&Form) -> ExitCode) -> ExitCode {
    let Some(form) = site.forms.get(id) else {
        let known: Vec<&str> = site.forms.keys().map(String::as_str).collect();
        let near = declare::nearest(id, known.iter().copied());
        let phrase = Phrase::of("no-such-form").with("name", id).near(near).with("known", known);
        return show.wrong(&phrase, &site.config.languages[0].code);
    };
    then(form)
}

fn line(form: &Form) -> Line {
    let (schema, policy) = (&form.schema, &form.schema.policy);
    vec![
        ("id", schema.id.as_str().into()),
        ("file", form.file.as_str().into()),
        ("fields", schema.fields.len().into()),
        ("opens", policy.opens.clone().into()),
        ("closes", policy.closes.clone().into()),
        ("maximum", policy.maximum.into()),
        ("once_per", policy.once_per.clone().into()),
        ("title", schema.say(&schema.title, &schema.reference).into()),
    ]
}

fn asked(form: &Form, field: &Field) -> Line {
    let schema = &form.schema;
    let condition =
        |condition: &Option<Condition>| condition.as_ref().map(|c| format!("{} = {}", c.field, c.is.join(" / ")));
    let when = condition(&field.require_if).or_else(|| field.required.then(|| "always".to_owned()));
    let choices: Vec<&str> = field.choices.iter().map(|choice| choice.value.as_str()).collect();
    vec![
        ("name", field.name.as_str().into()),
        ("kind", serde_json::to_value(field.kind).unwrap_or_default()),
        ("required", when.into()),
        ("asked_if", condition(&field.show_if).into()),
        ("label", schema.say(&field.label, &schema.reference).into()),
        ("choices", choices.join(", ").into()),
    ]
}

fn preview(site: &Site, form: &Form, lang: Option<&str>, show: &Show) -> ExitCode {
    let reference = site.config.languages[0].code.as_str();
    let code = lang.unwrap_or(reference);
    let Some(lang) = site.config.language(code) else { return show.wrong(&Show::no_language(code, site), reference) };
    println!("{}", page(site, form, lang));
    ExitCode::SUCCESS
}

/// Which sheets are wanted.
struct Wanted<'a> {
    session: Option<&'a str>,
    lang: Option<&'a str>,
    deliveries: Option<&'a Path>,
}

fn sheets(site: &Site, form: &Form, wanted: &Wanted<'_>, show: &Show) -> ExitCode {
    let (schema, reference) = (&form.schema, site.config.languages[0].code.as_str());
    let code = wanted.lang.unwrap_or(reference);
    let Some(lang) = site.config.language(code) else { return show.wrong(&Show::no_language(code, site), reference) };
    let read = wanted.deliveries.map(deliveries::read).transpose();
    let deliveries = match read {
        Ok(read) => read.unwrap_or_default().0,
        Err(error) => return show.refused(&Phrase::of("not-read").with("error", error), reference),
    };
    let all: Vec<&Choice> = schema.sessions().map(|(choice, _)| choice).collect();
    let chosen: Vec<&Choice> =
        all.iter().copied().filter(|choice| wanted.session.is_none_or(|value| value == choice.value)).collect();
    if chosen.is_empty() {
        let known: Vec<&str> = all.iter().map(|choice| choice.value.as_str()).collect();
        return show.wrong(&Phrase::of("no-such-session").with("name", &schema.id).with("known", known), reference);
    }
    let (language, origin) = (&site.config.languages[lang], site.config.origin());
    let made = |session: &str| deliveries.session_code(&schema.id, session);
    match (sheet::Sheets { schema, language, origin, made: &made }).page(&chosen) {
        Ok(page) => println!("{page}"),
        Err(session) => return show.wrong(&Phrase::of("no-session-code").with("session", session), reference),
    }
    ExitCode::SUCCESS
}

fn page(site: &Site, form: &Form, lang: Lang) -> String {
    let (language, schema) = (&site.config.languages[lang], &form.schema);
    let words = function_words(&site.words, lang);
    let view = View::fresh(&language.code, &words);
    let title = escape(schema.say(&schema.title, &language.code));
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<h1>{title}</h1>\n{}</html>",
        language.code,
        language.dir(),
        html(schema, &view)
    )
}
