//! The corpus of the benchmarks: real pages, kept out of the repository (CC BY 4.0), unpacked where writing costs no disk.
//!
//! Takes the archive; gives two sites of the same pages, one for each generator. Colibri reads the corpus as it is; Hugo wants a
//! page's terms outside the table `[taxonomies]`, so that one line goes.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use walkdir::WalkDir;

use crate::place::Place;
use crate::process::{command, quiet};

/// Two sites of the same pages.
pub(super) struct Sites {
    /// The folder of all that is made here.
    pub(super) folder: PathBuf,
    /// Colibri's site.
    pub(super) colibri: PathBuf,
    /// Hugo's site.
    pub(super) hugo: PathBuf,
    /// How many pages were written by people: the corpus without its lists.
    pub(super) pages: usize,
    /// The page that is edited, in the middle of its section.
    pub(super) edited: &'static str,
}

/// Unpacks the corpus and lays both sites out.
///
/// # Errors
/// When there is no corpus, or it cannot be unpacked.
pub(super) fn prepare(place: &Place, asked: Option<&Path>) -> Result<Sites> {
    let archive = find(place, asked)?;
    let folder = workshop()?;
    let (colibri, hugo) = (folder.join("colibri"), folder.join("hugo"));
    for (name, site) in [("colibri", &colibri), ("hugo", &hugo)] {
        quiet(command(place, "cp").arg("-r").arg(place.at("xtask/bench").join(name)).arg(site))?;
        quiet(command(place, "tar").arg("-xzf").arg(&archive).arg("-C").arg(site).arg("content"))
            .or_else(|_| quiet(command(place, "tar").arg("-xzf").arg(&archive).arg("-C").arg(site).arg("./content")))?;
    }
    let pages = for_hugo(&hugo.join("content"))?;
    Ok(Sites { folder, colibri, hugo, pages, edited: "content/en/common/tar.md" })
}

/// An empty folder to build in, in memory where that is to be had.
pub(super) fn workshop() -> Result<PathBuf> {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    let folder = base.join("colibri-bench");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn find(place: &Place, asked: Option<&Path>) -> Result<PathBuf> {
    let named = asked.map(Path::to_path_buf).or_else(|| std::env::var_os("COLIBRI_CORPUS").map(PathBuf::from));
    let archive = named.unwrap_or_else(|| place.at("../shared/corpus/tldr-5-languages.tar.gz"));
    if !archive.is_file() {
        bail!("no corpus at {}: name one with --corpus or COLIBRI_CORPUS", archive.display());
    }
    Ok(archive)
}

/// Rewrites the front matter of every page and counts them.
pub(super) fn for_hugo(content: &Path) -> Result<usize> {
    let mut pages = 0;
    for entry in WalkDir::new(content) {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "md") {
            let text = std::fs::read_to_string(entry.path())?;
            std::fs::write(entry.path(), without_table(&text))?;
            pages += usize::from(entry.file_name() != "_index.md");
        }
    }
    Ok(pages)
}

fn without_table(page: &str) -> String {
    page.replacen("[taxonomies]\n", "", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_move_out_of_their_table_and_the_text_stays() {
        let page = "+++\ntitle = \"tar\"\n[taxonomies]\nplatform = [\"common\"]\n+++\n\n[taxonomies]\n";
        assert_eq!(without_table(page), "+++\ntitle = \"tar\"\nplatform = [\"common\"]\n+++\n\n[taxonomies]\n");
    }
}
