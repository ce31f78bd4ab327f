//! The program `colibri`: reads its arguments and its environment, runs one command, gives an exit code.
#![expect(clippy::disallowed_methods, reason = "the environment and the clock are read here, and passed as values")]

mod cli;

use clap::Parser;
use cli::{Args, Presence, Surroundings};
use colibri::diagnostic::words::Language;
use std::io::IsTerminal;
use std::panic;
use std::process::ExitCode;

/// Pages are made of many small texts on all cores at once, which the allocator of the system is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = Args::parse();
    let surroundings = Surroundings {
        today: jiff::Zoned::now().date().to_string(),
        colour: std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        person: match (std::io::stderr().is_terminal(), std::io::stdin().is_terminal()) {
            (true, true) => Presence::Answers,
            (true, false) => Presence::Watches,
            (false, _) => Presence::Nobody,
        },
        language: language(),
        github: std::env::var("GITHUB_ACTIONS").is_ok_and(|value| value == "true"),
    };
    // A panic is our mistake, never the visitor's of this program: it is said as such, with what to do.
    panic::set_hook(Box::new(|_| {}));
    match panic::catch_unwind(|| cli::run(&args, &surroundings)) {
        Ok(code) => code,
        Err(cause) => cli::panicked(&*cause, surroundings.language),
    }
}

/// The language that `COLIBRI_LANGUAGE` asks for, or else that of the system's messages. A system without a language,
/// such as `C`, asks for none.
fn language() -> Option<Language> {
    let told = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(asked) = told("COLIBRI_LANGUAGE") {
        return Language::of(&asked);
    }
    let locale = told("LC_ALL").or_else(|| told("LC_MESSAGES")).or_else(|| told("LANG"))?;
    Language::of(&locale)
}
