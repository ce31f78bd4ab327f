//! `colibri serve`: the site and its functions on this machine, shown again after each save.

use super::ServeArgs;
use super::show::Show;
use colibri::diagnostic::words::Catalogue;
use colibri::diagnostic::{Diagnostic, Phrase, Place};
use colibri::output::Output;
use colibri::picture::{Develop, Order};
use colibri::serve::{self, BuildResult, Options};
use colibri::site::Choices;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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
    let background = Background::new(site);
    let rebuild = move |previous: &Output| {
        let made = make(&folder, &choices, previous, &background);
        printer.findings(&made.diagnostics, &reference);
        made
    };
    match serve::serve(&options, rebuild, |address| ready(address, args.open, &catalogue)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => show.refused(&error.phrase(), &spoken),
    }
}

/// Develops pictures beside the preview, on one core, so that no save waits for them. The watch sees each that is ready.
struct Background {
    develop: Develop,
    busy: Arc<AtomicBool>,
}

impl Background {
    fn new(site: &Path) -> Self {
        Background { develop: super::build::develop(site), busy: Arc::default() }
    }

    /// Begins, unless it is still at work: what it leaves is asked for again when it shows the next picture.
    fn begin(&self, orders: Vec<Order>) {
        if orders.is_empty() || self.busy.swap(true, Ordering::AcqRel) {
            return;
        }
        let (develop, busy) = (self.develop.clone(), Arc::clone(&self.busy));
        std::thread::spawn(move || {
            if let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(1).build() {
                pool.install(|| develop.all(&orders));
            }
            busy.store(false, Ordering::Release);
        });
    }
}

fn make(folder: &Path, choices: &Choices, previous: &Output, background: &Background) -> BuildResult {
    match colibri::source::read(folder) {
        Ok(tree) => {
            let made = colibri::make(&tree, choices, previous);
            background.begin(made.undeveloped);
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
    println!("{}", catalogue.phrase(&Phrase::of("serving-letters").with("url", format!("{url}_/outbox"))));
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
