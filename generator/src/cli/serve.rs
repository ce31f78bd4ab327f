//! `colibri serve`: the site and its functions on this machine, shown again after each save.

use super::ServeArgs;
use super::show::Show;
use colibri::diagnostic::words::Catalogue;
use colibri::diagnostic::{Diagnostic, Phrase, Place};
use colibri::output::Output;
use colibri::serve::{self, BuildResult, Options};
use colibri::site::Choices;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, ExitCode};

pub(super) fn serve(site: &Path, args: &ServeArgs, show: &Show) -> ExitCode {
    // A folder that is no site is said at once, not shown as a broken page.
    let tree = match colibri::source::read(site) {
        Ok(tree) => tree,
        Err(error) => return show.unread(&error),
    };
    // Whatever path the site will live below, here it lives at the root.
    let choices = Choices {
        base_url: Some(format!("http://localhost:{}", args.port)),
        ..args.choices.choices(&show.surroundings)
    };
    let (parsed, _) = colibri::site::parse(&tree, &choices);
    let reference = parsed.config.languages[0].code.clone();
    let language = show.language_for(&reference);
    let options = Options { site: site.to_owned(), address: args.address, port: args.port, language };
    let (folder, spoken) = (site.to_owned(), reference.clone());
    let (printer, catalogue) = (show.clone(), Catalogue::new(language));
    let rebuild = move |previous: &Output| {
        let made = make(&folder, &choices, previous);
        printer.findings(&made.diagnostics, &reference);
        made
    };
    match serve::serve(&options, rebuild, |address| ready(address, args.open, &catalogue)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => show.refused(&error.phrase(), &spoken),
    }
}

fn make(folder: &Path, choices: &Choices, previous: &Output) -> BuildResult {
    match colibri::source::read(folder) {
        Ok(tree) => {
            let made = colibri::make(&tree, choices, previous);
            BuildResult { output: made.output, diagnostics: made.diagnostics }
        }
        Err(error) => {
            let finding = Diagnostic::error("unreadable", Place::default());
            let finding = finding.with("case", "site").with("reason", error.phrase());
            BuildResult { output: Output::default(), diagnostics: vec![finding] }
        }
    }
}

fn ready(address: SocketAddr, open: bool, catalogue: &Catalogue) {
    let url = format!("http://{address}/");
    println!("{}", catalogue.phrase(&Phrase::of("serving").with("url", &url)));
    println!("{}", catalogue.phrase(&Phrase::of("how-to-stop")));
    if open {
        let opener = if cfg!(target_os = "macos") {
            "open"
        } else if cfg!(windows) {
            "explorer"
        } else {
            "xdg-open"
        };
        if let Err(error) = Command::new(opener).arg(&url).spawn() {
            eprintln!("{}", catalogue.phrase(&Phrase::of("no-browser").with("error", error.to_string())));
        }
    }
}
