//! What must change for a folder to become the output. Values in, values out: touches no file.
//!
//! Two questions, because the second needs the whole folder read and most builds end with the first: which files must
//! be written, and by which steps the folder gets there.

use crate::diagnostic::Phrase;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use super::path::ancestors;
use super::record::{Entry, Manifest, Step};
use super::survey::{Found, Survey};
use super::{Output, WriteError};

/// An output folder as it stands.
pub(super) struct Standing {
    /// What the last build wrote.
    pub(super) manifest: Manifest,
    /// What is there as the last build wrote it.
    pub(super) intact: BTreeMap<String, Entry>,
}

/// Which files of the output the folder has and lacks.
#[derive(Default)]
pub(super) struct Files<'a> {
    /// Those that stay as they are.
    pub(super) kept: BTreeMap<String, Entry>,
    /// Those to write, in order; a staged file's number is its index here.
    pub(super) put: Vec<&'a str>,
}

/// How a folder becomes the output.
pub(super) struct Changes {
    /// The steps that do it.
    pub(super) steps: Vec<Step>,
    /// How many files go because they are no longer part of the site.
    pub(super) removed: usize,
    /// Files that Colibri did not write.
    pub(super) foreign: Vec<String>,
}

/// Which files the folder has and lacks.
///
/// # Errors
/// When a file that the build left as it is has changed since.
pub(super) fn files<'a>(output: &'a Output, standing: &Standing, folder: &Path) -> Result<Files<'a>, WriteError> {
    let mut files = Files::default();
    for (path, file) in &output.files {
        match standing.intact.get(path) {
            Some(entry) if entry.hash == file.hash => _ = files.kept.insert(path.clone(), *entry),
            _ if file.bytes.is_some() => files.put.push(path.as_str()),
            _ => return Err(changed_meanwhile(&folder.join(path))),
        }
    }
    Ok(files)
}

/// The steps that make the folder equal to the output, leaving alone what Colibri did not write.
///
/// # Errors
/// When something of somebody else's is in the way.
pub(super) fn changes(put: &[&str], output: &Output, ground: &Ground<'_>) -> Result<Changes, WriteError> {
    if ground.survey.is_empty() {
        return Ok(Changes { steps: vec![Step::Appear], removed: 0, foreign: Vec::new() });
    }
    for path in put {
        refuse_obstacle(path, ground)?;
    }
    let removed = removed(output, ground);
    let steps = steps(output, ground, put, &removed);
    Ok(Changes { steps, removed: removed.len(), foreign: foreign(output, ground) })
}

/// A folder with all that is in it.
pub(super) struct Ground<'a> {
    pub(super) folder: &'a Path,
    /// What the last build wrote.
    pub(super) manifest: &'a Manifest,
    /// What is there.
    pub(super) survey: &'a Survey,
}

fn changed_meanwhile(path: &Path) -> WriteError {
    WriteError::new("output-changed", path, "output-changed-mend")
}

/// A folder that is not a folder, or a folder of somebody's files where a file must go.
fn refuse_obstacle(path: &str, ground: &Ground<'_>) -> Result<(), WriteError> {
    let ours = |path: &str| ground.manifest.files.contains_key(path);
    let above = ancestors(path).find(|above| {
        let found = ground.survey.get(*above);
        found.is_some_and(|found| *found != Found::Folder) && !ours(above)
    });
    let below = below(path, ground.survey).find(|(below, found)| **found != Found::Folder && !ours(below));
    match above.or(below.map(|(below, _)| below.as_str())) {
        None => Ok(()),
        Some(obstacle) => Err(WriteError::new(
            Phrase::of("output-obstacle").with("path", path),
            ground.folder.join(obstacle),
            "output-obstacle-mend",
        )),
    }
}

/// What stands below a path, which is nothing when it is not a folder.
fn below<'a>(path: &str, survey: &'a Survey) -> impl DoubleEndedIterator<Item = (&'a String, &'a Found)> {
    // `0` follows `/`, so that these two bounds hold all paths that start with the folder's name and a slash.
    survey.range(format!("{path}/")..format!("{path}0"))
}

/// Files of the last build that are no longer part of the site.
fn removed<'a>(output: &Output, ground: &Ground<'a>) -> Vec<&'a str> {
    let gone = |path: &&String| !output.files.contains_key(*path);
    let there = |path: &&String| ground.survey.get(*path).is_some_and(|found| *found != Found::Folder);
    ground.manifest.files.keys().filter(gone).filter(there).map(String::as_str).collect()
}

fn foreign(output: &Output, ground: &Ground<'_>) -> Vec<String> {
    let ours = |path: &String| ground.manifest.files.contains_key(path) || output.files.contains_key(path);
    let files = ground.survey.iter().filter(|(_, found)| **found != Found::Folder);
    files.map(|(path, _)| path).filter(|path| !ours(path)).cloned().collect()
}

/// What is in the way goes first, new files come, what is no longer part of the site goes last.
fn steps(output: &Output, ground: &Ground<'_>, put: &[&str], removed: &[&str]) -> Vec<Step> {
    let files: HashSet<&str> = put.iter().copied().collect();
    let folders: HashSet<&str> = put.iter().flat_map(|path| ancestors(path)).collect();
    let in_the_way = |path: &&str| folders.contains(path) || ancestors(path).any(|above| files.contains(above));
    let (first, last): (Vec<&str>, Vec<&str>) = removed.iter().partition(|path| in_the_way(path));

    let remove = |path: &str| Step::Remove(path.to_owned());
    let mut steps: Vec<Step> = first.into_iter().map(remove).collect();
    for path in put.iter().filter(|path| ground.survey.get(**path) == Some(&Found::Folder)) {
        let folders = below(path, ground.survey).rev().filter(|(_, found)| **found == Found::Folder);
        steps.extend(folders.map(|(folder, _)| Step::RemoveFolder(folder.clone())));
        steps.push(Step::RemoveFolder((*path).to_owned()));
    }
    steps.extend((0..).zip(put).map(|(number, path)| Step::Put(number, (*path).to_owned())));
    steps.extend(last.iter().copied().map(remove));
    steps.extend(emptied(output, ground).into_iter().map(|folder| Step::RemoveFolder(folder.to_owned())));
    steps
}

/// The folders of the last build that the site no longer uses, deepest first; somebody's files keep theirs.
fn emptied<'a>(output: &Output, ground: &Ground<'a>) -> Vec<&'a str> {
    let gone = ground.manifest.files.keys().filter(|path| !output.files.contains_key(*path));
    let mut folders: BTreeSet<&str> = gone.flat_map(|path| ancestors(path)).collect();
    if !folders.is_empty() {
        let used: HashSet<&str> = output.files.keys().flat_map(|path| ancestors(path)).collect();
        let there = |folder: &str| ground.survey.get(folder) == Some(&Found::Folder);
        folders.retain(|folder| there(folder) && !used.contains(folder) && !output.files.contains_key(*folder));
    }
    folders.into_iter().rev().collect()
}
