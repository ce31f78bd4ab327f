//! `colibri answers results`: what a form was answered in numbers, as a page in the site's dress or as JSON. What people wrote is not in it.
//!
//! ```text
//! built site ─ Dress ─▶ Schema, words, shell
//! Schema, rows ─ tally ─▶ Tally ─ page ─▶ HTML      charts of SVG beside tables that say the same
//! ```
#![expect(clippy::disallowed_methods, reason = "the built site is read where the command line says")]

mod page;
mod tally;

use super::super::said::Said;
use clap::Args;
use colibri::diagnostic::Phrase;
use colibri_contract::form::{self, Schema};
use colibri_contract::message::{self, Bundle};
use colibri_contract::site::{MANIFEST_PATH, Manifest, Shell, shell_path};
use colibri_functions::native::{Records, Which};
use serde_json::{Map, Value as Json};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct ResultsArgs {
    /// Id of the form.
    form: String,
    /// Folder of the built site.
    #[arg(long, default_value = "dist", value_name = "DIR")]
    site_folder: PathBuf,
    /// Language of the page, the reference if none is given.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Only those in which a field was answered so: course=ARC-114.
    #[arg(long = "where", value_name = "FIELD=VALUE", value_parser = pair)]
    only: Option<(String, String)>,
    /// With fewer answers than this nothing is told: it would be told of persons.
    #[arg(long, default_value_t = 5, value_name = "COUNT")]
    least: usize,
    /// As JSON, for another program.
    #[arg(long)]
    json: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write a field, =, and what it was answered")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// What the page is made with.
struct Dress {
    schema: Schema,
    lang: String,
    is_rtl: bool,
    words: Bundle,
    shell: Shell,
}

impl Dress {
    fn read(args: &ResultsArgs) -> Result<Self, String> {
        let file = |path: &str| read(&args.site_folder.join(path));
        let manifest = Manifest::decode(&file(MANIFEST_PATH)?).map_err(|error| error.to_string())?;
        let lang = args.lang.clone().unwrap_or_else(|| manifest.reference.clone());
        let language = manifest.language(&lang).ok_or_else(|| format!("the site has no language {lang}"))?;
        let shell = String::from_utf8_lossy(&file(&shell_path(&lang))?).into_owned();
        Ok(Self {
            schema: Schema::decode(&file(&form::path(&args.form))?).map_err(|error| error.to_string())?,
            is_rtl: language.dir == "rtl",
            words: Bundle::decode(&file(&message::path(&lang))?).map_err(|error| error.to_string())?,
            shell: Shell::parse(&shell).map_err(|error| error.to_string())?,
            lang,
        })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Counts what was sent by a form; suspects are left out.
pub(super) async fn results(args: &ResultsArgs, records: &Records) -> Result<Said, String> {
    let dress = Dress::read(args)?;
    let which = Which { form: Some(args.form.clone()), ..Which::default() };
    let rows = records.rows(&which).await.map_err(|error| error.to_string())?;
    let kept = rows.iter().filter(|row| row.get("suspect").is_some_and(|suspect| suspect == ""));
    let answers: Vec<Map<String, Json>> = kept
        .filter_map(|row| serde_json::from_str(row.get("answers")?.as_str()?).ok())
        .filter(|answers| is_wanted(answers, args.only.as_ref()))
        .collect();
    if answers.len() < args.least {
        let phrase = Phrase::of("few-answers").with("count", answers.len()).with("least", args.least);
        return Ok(Said::Wrong(phrase));
    }
    let tally = tally::tally(&dress.schema, &answers);
    let text = if args.json { tally.json().to_string() + "\n" } else { page::page(&dress, &tally) };
    Ok(Said::Bytes(text.into_bytes(), None))
}

fn is_wanted(answers: &Map<String, Json>, only: Option<&(String, String)>) -> bool {
    only.is_none_or(|(name, value)| answers.get(name).is_some_and(|answer| tally::takes(answer, value)))
}
