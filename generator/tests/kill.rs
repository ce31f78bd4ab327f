//! A build killed at any moment leaves whole files, and the next command leaves one whole site.
//!
//! The test starts itself again as a writer, kills that process (SIGKILL on Unix) at a random moment, a hundred times,
//! and looks at the folder before and after the next command.
#![expect(clippy::disallowed_methods, reason = "a test of the door out looks at folders and starts processes")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use colibri::output::{File, Output, hash, previous, write};
use tempfile::TempDir;

const KILLS: u64 = 50;
const FILES: u64 = 240;

/// Names what the writer needs; absent in the test itself.
const FOLDER: &str = "COLIBRI_KILL_FOLDER";
const FIRST: &str = "COLIBRI_KILL_FIRST";
const LAST: &str = "COLIBRI_KILL_LAST";

/// Every version of the site changes some files, adds and removes others, and turns files into folders and back.
fn site(version: u64) -> Output {
    let mut files = BTreeMap::from([("version".to_owned(), file(version, "version"))]);
    for number in 0..FILES {
        let path = match (number % 8, version % 2) {
            (0, 0) => format!("fr/{number}/index.html"),
            (0, _) => format!("fr/{number}"),
            (1, 0) => continue,
            _ => format!("en/{}/{number}.html", number % 5),
        };
        // A third of the files change with each version, the others with every seventh.
        let since = if number % 3 == 0 { version } else { version - version % 7 };
        let file = file(since, &path);
        files.insert(path, file);
    }
    Output { files, memo: version.to_string().into_bytes() }
}

/// A file that says which version it is of, some bytes long, some several pages.
fn file(version: u64, path: &str) -> File {
    let times = 1 + (usize::try_from(version).unwrap() * 31 + path.len() * 7) % 400;
    let bytes = format!("{version} {path} ").repeat(times).into_bytes();
    File { hash: hash(&bytes), length: bytes.len() as u64, bytes: Some(bytes.into()) }
}

#[test]
#[ignore = "the writer that the other tests start and kill"]
fn writer() {
    let number = |name| env::var(name).unwrap().parse::<u64>().unwrap();
    let all: Vec<Output> = (number(FIRST)..=number(LAST)).map(site).collect();
    eprint!("!");
    for site in &all {
        write(site, Path::new(&env::var(FOLDER).unwrap())).unwrap();
    }
}

/// Starts a writer of these versions and kills it after a while.
fn write_and_kill(folder: &Path, first: u64, last: u64, wait: Duration) {
    let mut writer = Command::new(env::current_exe().unwrap())
        .args(["--exact", "writer", "--ignored", "--nocapture", "--quiet"])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .env(LAST, last.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ready = [0];
    writer.stderr.as_mut().unwrap().read_exact(&mut ready).unwrap();
    sleep(wait);
    writer.kill().unwrap();
    writer.wait().unwrap();
}

fn seen(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file());
    let path = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
    files.map(|entry| (path(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

fn bytes_of(output: Output) -> BTreeMap<String, Vec<u8>> {
    output.files.into_iter().map(|(path, file)| (path, file.bytes.unwrap().to_vec())).collect()
}

/// The version that a file says it is of, after seeing that it is that version of that file, whole.
fn version_of(path: &str, bytes: &[u8]) -> u64 {
    let said: String = bytes.iter().take_while(|byte| **byte != b' ').map(|byte| char::from(*byte)).collect();
    let version = said.parse().unwrap_or_else(|_| panic!("{path} is cut short: {} bytes", bytes.len()));
    assert!(bytes == &*file(version, path).bytes.unwrap(), "{path} is not whole");
    version
}

/// The version of a folder that must hold one whole site, with its memo.
fn assert_whole(folder: &Path) -> u64 {
    let previous = previous(folder).unwrap();
    let after = seen(folder);
    let version = version_of("version", &after["version"]);
    assert!(after == bytes_of(site(version)), "not the whole of version {version}");
    assert_eq!(previous.memo, version.to_string().into_bytes());
    assert!(previous.files.keys().eq(after.keys()));
    version
}

/// Different for each kill, the same in each run: up to `longest`, evenly.
fn wait(kill: u64, longest: Duration) -> Duration {
    let mixed = (kill + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54;
    longest * u32::try_from(mixed).unwrap() / 1_024
}

/// In memory where that is to be had: kills then meet every step, not nearly always a wait for the disk.
fn place() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

#[test]
fn a_killed_first_build_leaves_nothing_or_everything() {
    let around = place();
    let mut made = 0;
    for kill in 0..KILLS {
        let folder = around.path().join(format!("dist{kill}"));
        write_and_kill(&folder, kill, kill, wait(kill, Duration::from_millis(12)));
        let visible = seen(&folder);
        assert!(visible.is_empty() || visible == bytes_of(site(kill)), "a part of the site is visible");
        previous(&folder).unwrap();
        if folder.exists() {
            made += 1;
            assert_eq!(assert_whole(&folder), kill);
        }
        write(&site(kill), &folder).unwrap();
        assert_eq!(assert_whole(&folder), kill);
    }
    println!("{made} of {KILLS} killed first builds had come to their commit point");
}

#[test]
fn a_killed_change_leaves_the_old_site_or_the_new_one() {
    let around = place();
    let folder = around.path().join("dist");
    write(&site(0), &folder).unwrap();
    let (mut version, mut unfinished) = (0, 0);
    for kill in 0..KILLS {
        write_and_kill(&folder, version + 1, version + 40, wait(kill, Duration::from_millis(80)));
        let visible: Vec<u64> = seen(&folder).iter().map(|(path, bytes)| version_of(path, bytes)).collect();
        unfinished += u64::from(around.path().join(".dist.colibri/journal").exists());
        let next = assert_whole(&folder);
        assert!(next >= version, "a build that was done is lost");
        assert!(visible.iter().all(|seen| *seen <= next), "a file newer than the site was visible");
        version = next;
    }
    println!("{unfinished} of {KILLS} kills came between the commit point and the end; {version} versions written");
    assert!(version > 0, "no writer came as far as its commit point: the kills all came too early");
}
