//! Waits for changes to what a site is made of.
//!
//! Watches the folders that are read, wherever they appear, and `site.toml`; never the output, the repository's own
//! folder or the preview's. Reading a file is not a change. Where the system cannot tell of changes, the folders are
//! looked at again and again.
#![expect(clippy::disallowed_methods, reason = "a wait is measured; nothing of the site depends on it")]

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::source::DEVELOPED_FOLDER;
use notify::event::{EventKind, ModifyKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// The folders that a site is made of.
const FOLDERS: [&str; 7] = [DEVELOPED_FOLDER, "assets", "content", "i18n", "styles", "templates", "themes"];

/// A burst of saves is over when nothing has changed for this long.
const QUIET: Duration = Duration::from_millis(50);

/// A burst counts as over after this long all the same: a file that never rests must not keep others from being shown.
const LONGEST: Duration = Duration::from_secs(1);

/// How often folders are looked at where the system does not tell.
const POLL: Duration = Duration::from_millis(500);

/// A site being watched.
pub(super) struct Watch {
    site: PathBuf,
    watcher: Box<dyn Watcher + Send>,
    events: Receiver<notify::Result<Event>>,
}

impl Watch {
    /// Watches a site's folder from now on.
    pub(super) fn start(site: &Path) -> notify::Result<Self> {
        Self::by_system(site).or_else(|_| Self::by_looking(site))
    }

    fn by_system(site: &Path) -> notify::Result<Self> {
        let (sender, events) = channel();
        let watcher = RecommendedWatcher::new(sender, Config::default())?;
        Self::on(site, Box::new(watcher), events)
    }

    fn by_looking(site: &Path) -> notify::Result<Self> {
        let (sender, events) = channel();
        let watcher = PollWatcher::new(sender, Config::default().with_poll_interval(POLL))?;
        Self::on(site, Box::new(watcher), events)
    }

    fn on(
        site: &Path,
        watcher: Box<dyn Watcher + Send>,
        events: Receiver<notify::Result<Event>>,
    ) -> notify::Result<Self> {
        let site = site.canonicalize()?;
        let mut watch = Self { site, watcher, events };
        watch.watcher.watch(&watch.site, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| watch.site.join(folder)) {
            if folder.is_dir() {
                watch.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(watch)
    }

    /// Waits until something has changed and then rests; false when no more changes can come.
    pub(super) fn wait(&mut self) -> bool {
        loop {
            let Ok(event) = self.events.recv() else { return false };
            if self.matters(&event) {
                return self.rest();
            }
        }
    }

    /// Waits until nothing has changed for a while; false when no more changes can come.
    fn rest(&mut self) -> bool {
        let first = Instant::now();
        let mut last = first;
        loop {
            let end = (last + QUIET).min(first + LONGEST);
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return true;
            }
            match self.events.recv_timeout(left) {
                Ok(event) if self.matters(&event) => last = Instant::now(),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    /// Whether an event may have changed the site; a folder of the site that came or went is watched anew.
    fn matters(&mut self, event: &notify::Result<Event>) -> bool {
        // Events were lost: anything may have changed.
        let Ok(event) = event else { return true };
        if event.need_rescan() {
            return true;
        }
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        let folders = FOLDERS.map(|folder| self.site.join(folder));
        let came = !matches!(event.kind, EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)));
        for folder in folders.iter().filter(|folder| came && event.paths.contains(folder)) {
            // Not watched any more, or not yet; a folder that went is simply not there to be watched.
            let _ = self.watcher.unwatch(folder);
            let _ = self.watcher.watch(folder, RecursiveMode::Recursive);
        }
        let settings = self.site.join("site.toml");
        event.paths.iter().any(|path| *path == settings || folders.iter().any(|folder| path.starts_with(folder)))
    }
}
