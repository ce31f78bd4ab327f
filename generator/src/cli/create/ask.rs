//! Asking for what the arguments do not say: a person at a terminal, and nobody else.

use crate::cli::Presence;
use crate::cli::show::Show;
use colibri::diagnostic::Phrase;
use std::io::{self, Write as _};

/// Who can be asked, in which language.
#[derive(Clone, Copy)]
pub(super) struct Person<'s> {
    pub(super) show: &'s Show,
    /// Code of the site's reference language, in which questions are said if no other is asked for.
    pub(super) reference: &'s str,
}

impl Person<'_> {
    /// What was given; or else the answer to a question, and `usual` where there is none. Nothing is asked without need.
    pub(super) fn or_ask(self, given: Option<&str>, question: &'static str, usual: &str) -> String {
        let given = given.map(str::to_owned);
        given.or_else(|| self.ask(question, usual)).unwrap_or_else(|| usual.to_owned())
    }

    fn ask(self, question: &'static str, usual: &str) -> Option<String> {
        if self.show.surroundings.person != Presence::Answers {
            return None;
        }
        let hint = if usual.is_empty() { String::new() } else { format!(" [{usual}]") };
        eprint!("{}{hint} ", self.show.say(&Phrase::of(question), self.reference));
        io::stderr().flush().ok()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).ok()?;
        let answer = answer.trim().to_owned();
        (!answer.is_empty()).then_some(answer)
    }
}
