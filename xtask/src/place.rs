//! Where things are: the repository, the cache of built tools, the folder cargo compiles into.
//!
//! Takes the environment once; gives paths. Never creates anything.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders every task works with.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The repository: the folder of the workspace manifest.
    pub(crate) root: PathBuf,
    /// What may be kept from one run, and one clone, to the next: tools, a Python environment, Rust's library sources.
    pub(crate) cache: PathBuf,
    /// Where cargo compiles to.
    pub(crate) target: PathBuf,
    /// Whether this is a run of CI (`CI=true`).
    pub(crate) ci: bool,
}

impl Place {
    /// Reads the environment.
    ///
    /// # Errors
    /// When there is neither a cache folder nor a home folder to put one in.
    pub(crate) fn find() -> Result<Self> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the repository")?.to_path_buf();
        let cache = cache_folder(env::var_os("XDG_CACHE_HOME"), env::var_os("HOME"))
            .context("neither XDG_CACHE_HOME nor HOME says where to keep tools")?;
        let ci = env::var_os("CI").is_some_and(|value| value != "false" && !value.is_empty());
        let target = target_folder(env::var_os("CARGO_TARGET_DIR"), ci, &root, &cache);
        Ok(Self { root, cache, target, ci })
    }

    /// A file or folder of the repository, by its path from the root.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A folder for what tasks make, `target/<name>` of the repository, even when cargo compiles elsewhere.
    pub(crate) fn made(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }
}

fn cache_folder(xdg: Option<std::ffi::OsString>, home: Option<std::ffi::OsString>) -> Option<PathBuf> {
    let base = xdg.filter(|path| Path::new(path).is_absolute()).map(PathBuf::from);
    base.or_else(|| home.map(|home| PathBuf::from(home).join(".cache"))).map(|base| base.join("colibri"))
}

/// In CI every clone is new, so what was compiled for the last one is kept in the cache; cargo tells the clones apart itself.
fn target_folder(asked: Option<std::ffi::OsString>, ci: bool, root: &Path, cache: &Path) -> PathBuf {
    match asked {
        Some(path) => root.join(path),
        None if ci => cache.join("target"),
        None => root.join("target"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absolute_xdg_folder_wins_over_home_and_a_relative_one_does_not_count() {
        let home = Some("/home/ada".into());
        assert_eq!(cache_folder(Some("/x".into()), home.clone()), Some(PathBuf::from("/x/colibri")));
        assert_eq!(cache_folder(Some("x".into()), home.clone()), Some(PathBuf::from("/home/ada/.cache/colibri")));
        assert_eq!(cache_folder(None, home), Some(PathBuf::from("/home/ada/.cache/colibri")));
        assert_eq!(cache_folder(None, None), None);
    }

    #[test]
    fn ci_compiles_into_the_cache_unless_told_where() {
        let (root, cache) = (Path::new("/r"), Path::new("/c"));
        assert_eq!(target_folder(None, true, root, cache), PathBuf::from("/c/target"));
        assert_eq!(target_folder(None, false, root, cache), PathBuf::from("/r/target"));
        assert_eq!(target_folder(Some("t".into()), true, root, cache), PathBuf::from("/r/t"));
    }
}
