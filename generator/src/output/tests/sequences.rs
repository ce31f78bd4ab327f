//! For any sequence of sites, interruptions and hands: the folder is the last site, whole.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::changes::{self, Ground};
use super::super::home::Home;
use super::super::record::Journal;
use super::super::{recovery, stage, survey};
use super::*;

/// Few names, so that files and folders often meet.
const PATHS: [&str; 12] =
    ["a", "a/b", "a/b/c", "a/b-c", "a/d", "b", "b/a", "b/a/a/a", "c-d", "c/e", "c/f", "index.html"];

/// What happens between two builds.
#[derive(Clone, Debug)]
enum Event {
    Nothing,
    /// A build of this site is killed after so many steps.
    Interrupted(Output, usize),
    /// A hand removes this path.
    Removed(usize),
    /// A hand edits this file.
    Edited(usize),
    /// A hand removes the whole folder.
    Wiped,
}

/// Any site in which no file stands in the place of a folder.
fn site() -> impl Strategy<Value = Output> {
    vec((0..PATHS.len(), 0..3u8), 0..9).prop_map(|picks| {
        let mut files: Vec<(&str, String)> = Vec::new();
        for (path, text) in picks {
            let path = PATHS[path];
            let under = |a: &str, b: &str| a == b || a.starts_with(&format!("{b}/"));
            if !files.iter().any(|(other, _)| under(other, path) || under(path, other)) {
                files.push((path, text.to_string()));
            }
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        output(&files)
    })
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Nothing),
        (site(), 0..12usize).prop_map(|(site, steps)| Event::Interrupted(site, steps)),
        (0..PATHS.len()).prop_map(Event::Removed),
        (0..PATHS.len()).prop_map(Event::Edited),
        Just(Event::Wiped),
    ]
}

fn happen(event: &Event, folder: &Path) {
    match event {
        Event::Interrupted(site, steps) => interrupt(site, folder, *steps),
        Event::Removed(path) => {
            let path = folder.join(PATHS[*path]);
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { _ = fs::remove_file(path) }
        }
        Event::Edited(path) if folder.join(PATHS[*path]).is_file() => {
            fs::write(folder.join(PATHS[*path]), "edited").unwrap();
        }
        Event::Nothing | Event::Edited(_) => {}
        Event::Wiped => _ = fs::remove_dir_all(folder),
    }
}

/// Builds as far as so many steps after the commit point; with none, as far as just before it.
fn interrupt(site: &Output, folder: &Path, steps: usize) {
    let home = Home::of(folder).unwrap();
    let _lock = home.lock().unwrap();
    let standing = super::super::write::standing(&home).unwrap();
    let files = changes::files(site, &standing, folder).unwrap();
    let survey = survey::survey(folder).unwrap();
    let ground = Ground { folder, manifest: &standing.manifest, survey: &survey };
    let journal = Journal { steps: changes::changes(&files.put, site, &ground).unwrap().steps };
    stage::stage(&home, site, files, &journal).unwrap();
    if let Some(done) = steps.checked_sub(1) {
        recovery::commit_in_part(&home, &journal.steps, done);
    }
}

/// What a build gives: bytes only where the folder does not hold them.
fn built(site: &Output, folder: &Path) -> Output {
    let previous = previous(folder).unwrap();
    let mut site = site.clone();
    for (path, file) in &mut site.files {
        if previous.files.get(path).is_some_and(|(hash, _)| *hash == file.hash) {
            file.bytes = None;
        }
    }
    site
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn the_folder_is_the_last_site_whole(rounds in vec((site(), event()), 1..6)) {
        let (_around, folder) = place();
        for (site, event) in rounds {
            write(&built(&site, &folder), &folder).unwrap();
            assert_is(&folder, &site);
            happen(&event, &folder);
            if let Event::Interrupted(meant, steps) = event {
                let holds = if steps == 0 { site } else { meant };
                previous(&folder).unwrap();
                assert_is(&folder, &holds);
            }
        }
    }
}
