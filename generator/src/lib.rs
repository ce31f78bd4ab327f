//! Colibri: a folder of Markdown in several languages becomes a light, accessible, multilingual site.
//!
//! The stages, in the order in which a site passes through them:
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`source`] | a folder | [`source::SourceTree`]: every file, hashed |
//! | [`site`] | the tree | [`site::Site`]: settings, pages, words, theme, forms |
//! | [`translation`] | the site | the state of each page in each language, findings |
//! | [`plan`] | the site | [`plan::Plan`]: each address once, lists, translations |
//! | [`picture`] | bytes of an original, a layout | files that browsers fetch, in several widths and formats |
//! | [`render`] | site, plan, memo | [`render::Rendered`]: finished files, and what each has read |
//! | [`audit`] | finished files | findings: dead links, missing anchors |
//! | [`typography`] | the site | findings: signs that a language sets otherwise; for `colibri lint` alone |
//! | [`output`] | finished files | [`output::Output`]: a map from path to bytes; and the folder |
//!
//! [`watch`] is told when a stage begins, [`diagnostic`] is what every stage finds, and [`declare`] how declarations are read. [`build`] is the whole chain.
//! [`serve`] shows a site in memory again after each save.

pub mod arrange;
pub mod audit;
pub mod declare;
pub mod diagnostic;
pub mod external;
pub mod output;
pub mod plan;
pub mod render;
pub mod serve;
pub mod site;
pub mod source;
pub mod translation;
pub mod typography;
pub mod watch;

pub use colibri_picture as picture;

use diagnostic::{Diagnostics, Phrase, has_errors, in_source_order};
use output::{Output, WriteError, Written};
use render::{Finished, Memo};
use site::Choices;
use source::{ReadError, SourceTree};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// What a build has done.
#[derive(Debug)]
pub struct Report {
    /// Everything found, in source order.
    pub diagnostics: Diagnostics,
    /// What was written; nothing if an error was found.
    pub written: Option<Written>,
    /// How many pages the site has.
    pub pages: usize,
    /// Code of the language that the others are translated from.
    pub reference: String,
}

/// Why a build could not be done at all.
#[derive(Debug)]
pub enum BuildError {
    /// The site cannot be read.
    Read(ReadError),
    /// The output cannot be written.
    Write(WriteError),
}

impl BuildError {
    /// All of it, for a person.
    pub fn phrase(&self) -> Phrase {
        match self {
            BuildError::Read(error) => error.phrase(),
            BuildError::Write(error) => error.phrase(),
        }
    }
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            BuildError::Read(error) => error.fmt(f),
            BuildError::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BuildError {}

/// Reads a site, makes it, and writes what has changed. With an error in the content nothing is written.
///
/// # Errors
/// When the folder cannot be read as a site, or the output cannot be written.
pub fn build(site: &Path, folder: &Path, choices: &Choices, use_memo: bool) -> Result<Report, BuildError> {
    let watch = &choices.watch;
    watch.begins("previous");
    let mut previous = output::previous(folder).map(Output::from).map_err(BuildError::Write)?;
    if !use_memo {
        previous.memo.clear();
    }
    watch.begins("read");
    let tree = source::read(site).map_err(BuildError::Read)?;
    let made = make(&tree, choices, &previous);
    let written = if has_errors(&made.diagnostics) {
        None
    } else {
        watch.begins("write");
        Some(output::write(&made.output, folder).map_err(BuildError::Write)?)
    };
    Ok(Report { diagnostics: made.diagnostics, written, pages: made.pages, reference: made.reference })
}

/// A site in memory.
#[derive(Debug)]
pub struct Made {
    /// The files; those that did not change may be without bytes, if `previous` was.
    pub output: Output,
    /// Everything found, in source order.
    pub diagnostics: Diagnostics,
    /// How many pages the site has.
    pub pages: usize,
    /// Code of the language that the others are translated from.
    pub reference: String,
    /// Pictures that pages show as they are, because they were not developed.
    pub undeveloped: Vec<picture::Order>,
    /// Names under which the pictures that pages show are kept.
    pub kept_pictures: BTreeSet<String>,
}

/// Makes a site from its files: every stage between the two doors. What has not changed since `previous` is kept.
pub fn make(tree: &SourceTree, choices: &Choices, previous: &Output) -> Made {
    let mut diagnostics = tree.diagnostics.clone();
    let watch = &choices.watch;
    watch.begins("parse");
    let (site, found) = site::parse(tree, choices);
    diagnostics.extend(found);
    watch.begins("translations");
    diagnostics.extend(translation::findings(&site, &translation::status(&site)));
    watch.begins("plan");
    let (plan, found) = plan::plan(&site);
    diagnostics.extend(found);
    let (site, plan) = (Arc::new(site), Arc::new(plan));
    watch.begins("render");
    let memo = Memo::decode(&previous.memo);
    let finished = render::all(&site, &plan, previous, &memo, &|orders| develop(choices, orders));
    let Finished { mut rendered, pictures, undeveloped, asked, diagnostics: found } = finished;
    diagnostics.extend(found);
    let kept_pictures = pictures.iter().map(|file| file.key.clone()).collect();
    diagnostics.extend(render::findings(&site, &plan, &rendered));
    diagnostics.extend(site::word_findings(tree, &site, &diagnostics));
    let packs = site.config.compress.then(|| {
        watch.begins("compress");
        render::pack(&site, &plan, &mut rendered, &memo, previous)
    });
    watch.begins("audit");
    // What the audit finds and what the next build needs do not depend on one another.
    let path = |route: usize| plan.routes[route].path.clone();
    let (found, next) = rayon::join(
        || audit::all(&site, &plan, &rendered, &pictures, &diagnostics),
        || memo.encode(&rendered, &asked, packs.as_ref(), path),
    );
    diagnostics.extend(found);
    watch.begins("assemble");
    let output = output::assemble(&site, &plan, rendered, packs.unwrap_or_default(), pictures, next);
    let pages = site.pages.len();
    let reference = site.config.languages[0].code.clone();
    // Nobody waits for memory to be given back.
    rayon::spawn(move || drop((site, plan, memo)));
    Made { output, diagnostics: in_source_order(diagnostics), pages, reference, undeveloped, kept_pictures }
}

/// Develops pictures, if somebody keeps them.
fn develop(choices: &Choices, orders: &[picture::Order]) -> Vec<(String, Result<Vec<u8>, picture::Fault>)> {
    if choices.develop.is_wanted() {
        choices.watch.begins("pictures");
    }
    choices.develop.all(orders)
}
