//! `colibri serve`: the site in memory, with its functions, shown again after each save.
//!
//! ```text
//! a save ─ watch ─▶ rebuild (given by the caller) ─▶ Current: last good site, findings ─▶ native host ─▶ live ─▶ browser
//! ```
//! Takes a way to build the site; gives an address to look at until it is told to stop. Writes nothing but its database,
//! in `.colibri/` inside the site's folder; the letters that it would send are shown at `/_/outbox`. What it adds to a page, to reload it and to show errors, is in the answer
//! only, never in the output.

mod current;
mod inject;
mod live;
mod outbox;
mod port;
mod rebuild;
mod watch;

#[cfg(test)]
mod tests;

use std::fmt;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use colibri_functions::native::{self, Store};

use crate::diagnostic::words::{Catalogue, Language};
use crate::diagnostic::{Diagnostics, Phrase};
use crate::output::Output;
use crate::source::DEVELOPED_FOLDER;
use current::Current;
use watch::Watch;

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site's folder: the one that holds `site.toml`.
    pub site: PathBuf,
    /// The address to listen on, usually that of this machine alone.
    pub address: IpAddr,
    /// The first port to try; the next free one is taken.
    pub port: u16,
    /// The language in which findings are shown.
    pub language: Language,
}

/// What a build gives.
#[derive(Clone, Debug, Default)]
pub struct BuildResult {
    /// Every file with its bytes; not looked at when there is an error.
    pub output: Output,
    /// What was found; with an error among them, the last good site stays.
    pub diagnostics: Diagnostics,
}

/// Why the site cannot be served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServeError {
    /// What went wrong, with the reason that the system gives.
    what: Phrase,
    /// What to do.
    mend: Phrase,
}

impl ServeError {
    fn new(cannot: &'static str, error: impl fmt::Display, mend: &'static str) -> Self {
        let reason = Phrase::of("system-error").with("error", error.to_string());
        let what = Phrase::of("cannot").with("what", Phrase::of(cannot)).with("reason", reason);
        Self { what, mend: Phrase::of(mend) }
    }

    /// All of it, for a person.
    pub fn phrase(&self) -> Phrase {
        Phrase::of("refused-work").with("what", self.what.clone()).with("mend", self.mend.clone())
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Catalogue::new(Language::default()).phrase(&self.phrase()))
    }
}

impl std::error::Error for ServeError {}

/// Serves the site until Ctrl-C, or until the system asks the process to end.
///
/// `rebuild` gets the last good output, empty at first, and gives the new one; it is called once before the first
/// answer and once after each burst of saves, never twice at a time, and may panic without ending this. `ready` gets the
/// address when it answers.
///
/// # Errors
/// When the folder cannot be watched, no port is free, or the database cannot be opened.
pub fn serve(
    options: &Options,
    rebuild: impl FnMut(&Output) -> BuildResult + Send + 'static,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    serve_until(options, rebuild, ready, told_to_stop)
}

/// As [`serve`], until the future that `stop` makes ends.
fn serve_until<F: Future<Output = ()>>(
    options: &Options,
    mut rebuild: impl FnMut(&Output) -> BuildResult + Send + 'static,
    ready: impl FnOnce(SocketAddr),
    stop: impl FnOnce() -> F,
) -> Result<(), ServeError> {
    let store = open_store(&options.site)?;
    // Watching starts before the first build, so that no save is missed.
    let watch = Watch::start(&options.site).map_err(|e| ServeError::new("cannot-watch", e, "cannot-watch-mend"))?;
    let current = Arc::new(Current::new(options.language));
    rebuild::once(&current, &mut rebuild);
    let listener = port::listen(options.address, options.port);
    let listener = listener.map_err(|e| ServeError::new("cannot-listen", e, "cannot-listen-mend"))?;

    let builder = Arc::clone(&current);
    std::thread::spawn(move || rebuild::after_each_change(&builder, watch, rebuild));
    run(listener, &current, store, ready, stop).map_err(|e| ServeError::new("cannot-serve", e, "cannot-serve-mend"))
}

/// Answers until told to stop; then ends the event streams, and lets other requests finish.
fn run<F: Future<Output = ()>>(
    listener: std::net::TcpListener,
    current: &Arc<Current>,
    store: Store,
    ready: impl FnOnce(SocketAddr),
    stop: impl FnOnce() -> F,
) -> io::Result<()> {
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let preview = native::Preview::new(Arc::clone(current), store, native::system_clock());
        let host = outbox::beside(preview, Arc::clone(current));
        let stop = stop();
        ready(address);
        let stopped = async {
            stop.await;
            current.stop();
        };
        native::serve(live::around(host, Arc::clone(current)), listener, stopped).await;
        Ok(())
    })
}

/// The preview's own database, which is nobody's to publish.
#[expect(clippy::disallowed_methods, reason = "the preview keeps what its forms were sent, beside the sources")]
fn open_store(site: &Path) -> Result<Store, ServeError> {
    let folder = site.join(".colibri");
    let failed = |e: &dyn fmt::Display| ServeError::new("cannot-open-preview", e, "cannot-open-preview-mend");
    // Pictures are developed beside the preview: their folder is watched from the start.
    std::fs::create_dir_all(site.join(DEVELOPED_FOLDER)).map_err(|e| failed(&e))?;
    std::fs::write(folder.join(".gitignore"), "*\n").map_err(|e| failed(&e))?;
    Store::open(&folder.join("serve.db")).map_err(|e| failed(&e))
}

/// Ends at Ctrl-C, and on Unix when the system asks the process to end.
pub async fn told_to_stop() {
    #[cfg(unix)]
    if let Ok(mut asked) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = asked.recv() => {}
        }
        return;
    }
    // Without signals there is nothing to wait for but the end of the process.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
