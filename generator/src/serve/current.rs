//! The last good site and what was found since: what is shown now, for those who answer and those who wait for news.

use std::sync::Arc;

use bytes::Bytes;
use colibri_functions::native::{Asset, AssetSource};
use tokio::sync::watch;

use super::BuildResult;
use crate::diagnostic::words::{Catalogue, Language};
use crate::diagnostic::{Diagnostic, Severity, has_errors};
use crate::output::Output;

/// What is shown at one moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// The last site without errors; empty before the first.
    pub(super) output: Arc<Output>,
    /// Hash of all of that site; empty before the first.
    pub(super) version: String,
    /// The errors of the last build; with one, that build is not the site shown.
    pub(super) errors: Vec<Diagnostic>,
    /// Whether no more news will come.
    pub(super) stopped: bool,
}

/// What is shown now.
#[derive(Debug)]
pub(super) struct Current {
    shown: watch::Sender<Shown>,
    catalogue: Catalogue,
}

impl Current {
    /// Nothing yet, to be said in a language.
    pub(super) fn new(language: Language) -> Self {
        Self { shown: watch::Sender::new(Shown::default()), catalogue: Catalogue::new(language) }
    }

    /// The words in which all of this is said.
    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The site now.
    pub(super) fn output(&self) -> Arc<Output> {
        Arc::clone(&self.shown.borrow().output)
    }

    /// The version of the site now; none before the first good build.
    pub(super) fn version(&self) -> Option<String> {
        Some(self.shown.borrow().version.clone()).filter(|version| !version.is_empty())
    }

    /// The errors of the last build.
    pub(super) fn errors(&self) -> Vec<Diagnostic> {
        self.shown.borrow().errors.clone()
    }

    /// A receiver of what is shown, now and after each change.
    pub(super) fn news(&self) -> watch::Receiver<Shown> {
        let mut news = self.shown.subscribe();
        news.mark_changed();
        news
    }

    /// Shows what a build gave; those who wait hear of it only if something differs.
    pub(super) fn show(&self, built: BuildResult) {
        let good = !has_errors(&built.diagnostics);
        let new = good.then(|| (version(&built.output), Arc::new(built.output)));
        let errors: Vec<Diagnostic> = built.diagnostics.into_iter().filter(|d| d.severity == Severity::Error).collect();
        self.shown.send_if_modified(|shown| {
            let mut differs = shown.errors != errors;
            shown.errors = errors;
            if let Some((version, output)) = new {
                differs |= shown.version != version;
                (shown.version, shown.output) = (version, output);
            }
            differs
        });
    }

    /// Tells those who wait that no more news will come.
    pub(super) fn stop(&self) {
        self.shown.send_modify(|shown| shown.stopped = true);
    }
}

/// Equal for equal sites, also after this program is started again.
fn version(output: &Output) -> String {
    let mut all = blake3::Hasher::new();
    for (path, file) in &output.files {
        all.update(path.as_bytes()).update(&[0]).update(&file.hash);
    }
    all.finalize().to_hex()[..16].to_owned()
}

impl AssetSource for Current {
    fn find(&self, path: &str) -> Option<Asset> {
        let shown = self.shown.borrow();
        let file = shown.output.files.get(path)?;
        let etag = format!("{:032x}", u128::from_be_bytes(file.hash));
        Some(Asset { bytes: Bytes::from_owner(Arc::clone(file.bytes.as_ref()?)), etag })
    }
}
