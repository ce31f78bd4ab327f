//! What went wrong, where, why, and how to mend it.
//!
//! Every stage returns its findings as values of this kind; nothing here reads files or prints.
//! A finding is data: its kind, its place and the values it is about. Its sentences, for a person who edits on a web
//! page, stand in the catalogue of each language ([`words`]): what is wrong, why it matters, what to type instead.

mod argument;
pub mod forms;
mod make;
pub mod words;

pub use argument::{Argument, Arguments, Phrase};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site would harm a reader: nothing is written.
    Error,
    /// The site is written, and somebody should look.
    Warning,
}

/// A place in a source file. Lines and columns count from 1; columns and lengths count characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path from the site's folder, with forward slashes; empty when the finding is about the whole site.
    pub file: String,
    /// Line, from 1; 0 when the finding is about the whole file.
    pub line: usize,
    /// Column, from 1; 0 when the finding is about the whole line.
    pub column: usize,
    /// How many characters are meant; 0 when it is a point.
    pub length: usize,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable name of the kind of finding, in kebab-case, such as `unknown-key`.
    pub id: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The source line at `place`, without its line end; empty when there is none.
    pub excerpt: String,
    /// What it is about, for its sentences.
    pub arguments: Arguments,
}

/// The findings of a stage or of a whole run.
pub type Diagnostics = Vec<Diagnostic>;

/// Puts findings in source order: by file, line, column, then kind and values; exact repeats are said once.
pub fn in_source_order(mut diagnostics: Diagnostics) -> Diagnostics {
    diagnostics.sort_by(|a, b| (&a.place, a.id, &a.arguments).cmp(&(&b.place, b.id, &b.arguments)));
    diagnostics.dedup();
    diagnostics
}

/// Whether any finding forbids writing the site.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}
