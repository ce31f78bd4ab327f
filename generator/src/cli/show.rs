//! How findings and progress reach the person, or the machine, that runs a command.

use super::{CONTENT, DOORS, Form, Presence, Surroundings};
use colibri::declare::nearest;
use colibri::diagnostic::words::{Catalogue, Language};
use colibri::diagnostic::{Diagnostic, Phrase, forms};
use colibri::site::{self, Choices, Site};
use colibri::source::{self, ReadError};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// Where things are shown, and how.
#[derive(Clone)]
pub(crate) struct Show {
    /// The form asked for.
    pub(crate) form: Form,
    /// The language asked for, if one is.
    pub(crate) language: Option<Language>,
    /// What the program is told by its environment.
    pub(crate) surroundings: Surroundings,
}

/// A sign of life on a terminal; gone when dropped.
pub(crate) struct Waiting(ProgressBar);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

impl Show {
    /// Words in the language of the site, or the one asked for.
    pub(crate) fn say(&self, phrase: &Phrase, reference: &str) -> String {
        Catalogue::new(self.language_for(reference)).phrase(phrase)
    }

    /// Says why a folder cannot be read as a site.
    pub(crate) fn unread(&self, error: &ReadError) -> ExitCode {
        self.refused(&error.phrase(), "")
    }

    /// Says why something could not be read, written or listened on.
    pub(crate) fn refused(&self, why: &Phrase, reference: &str) -> ExitCode {
        eprintln!("{}", self.say(why, reference));
        ExitCode::from(DOORS)
    }

    /// Says what is wrong with what the command was asked.
    pub(crate) fn wrong(&self, what: &Phrase, reference: &str) -> ExitCode {
        eprintln!("{}", self.say(what, reference));
        ExitCode::from(CONTENT)
    }

    /// The whole site, with what waits to be published; or why it cannot be read, said already.
    pub(crate) fn read_site(&self, folder: &Path) -> Result<Site, ExitCode> {
        let tree = source::read(folder).map_err(|error| self.unread(&error))?;
        let choices = Choices { today: self.surroundings.today.clone(), drafts: true, ..Choices::default() };
        Ok(site::parse(&tree, &choices).0)
    }

    /// What is said when a name is none of those that are known as types.
    pub(crate) fn no_type(name: &str, known: Vec<&str>) -> Phrase {
        let right = nearest(name, known.iter().copied());
        Phrase::of("no-such-type").with("name", name).near(right).with("known", known)
    }

    /// What is said when a code is no language of the site.
    pub(crate) fn no_language(code: &str, site: &Site) -> Phrase {
        let known: Vec<&str> = site.config.languages.iter().map(|language| language.code.as_str()).collect();
        Phrase::of("no-such-language").with("code", code).with("known", known)
    }

    /// Shows all findings: for people on standard error, for machines on standard output.
    ///
    /// `reference` is the code of the site's reference language, in which they are said if no other is asked for.
    pub(crate) fn findings(&self, diagnostics: &[Diagnostic], reference: &str) {
        let catalogue = Catalogue::new(self.language_for(reference));
        let form = match self.form {
            Form::Auto if self.surroundings.github => Form::Github,
            Form::Auto => Form::Human,
            other => other,
        };
        match form {
            Form::Json => println!("{}", forms::json(diagnostics, &catalogue).trim_end()),
            Form::Sarif => println!("{}", forms::sarif(diagnostics, &catalogue).trim_end()),
            Form::Github if !diagnostics.is_empty() => {
                println!("{}", forms::github(diagnostics, &catalogue).trim_end());
            }
            Form::Human | Form::Auto if !diagnostics.is_empty() => {
                eprintln!("{}", forms::human(diagnostics, &catalogue, self.surroundings.colour).trim_end());
            }
            _ => {}
        }
    }

    /// The language asked for, or else that of the site if the program speaks it, or else English.
    pub(crate) fn language_for(&self, reference: &str) -> Language {
        self.language.or_else(|| Language::of(reference)).unwrap_or_default()
    }

    /// Shows that work goes on, if a person watches.
    pub(crate) fn progress(&self, key: &'static str) -> Waiting {
        if self.surroundings.person == Presence::Nobody {
            return Waiting(ProgressBar::hidden());
        }
        let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = ProgressBar::new_spinner().with_style(style).with_message(self.say(&Phrase::of(key), ""));
        bar.enable_steady_tick(Duration::from_millis(120));
        Waiting(bar)
    }
}
