//! A list of another program is brought in line by line: what is refused is said with line, column and reason, in both languages.
#![expect(clippy::disallowed_methods, reason = "tests make folders and start processes")]

use std::fs;
use std::path::Path;
use std::process::Command;

use colibri_contract::newsletter::{self, Newsletter, Topic};
use colibri_contract::site::{self, Language, Manifest};

const LIST: &str = "\
Address,Language,Topics,Consent,Date,Page
محمد@مثال.تونس,fr,news,\"Oui,
je veux\",2024-05-01,https://old.example/
ana@@example.org,fr,,Oui,2024-05-01,/
bea@example.org,xx,,Oui,2024-05-01,/
bea@example.org,fr,sea,Oui,2024-05-01,/
bea@example.org,fr,,,2024-05-01,/
bea@example.org,fr,,Oui,2924-05-01,/
bea@example.org,fr
";

fn make_site(folder: &Path) {
    let said = |text: &str| [("fr".to_owned(), text.to_owned())].into();
    let language = Language { code: "fr".into(), name: "fr".into(), dir: "ltr".into(), home: "/fr/".into() };
    let newsletter = Newsletter {
        version: newsletter::VERSION,
        reference: "fr".into(),
        title: said("La lettre"),
        consent: said("Oui"),
        consent_version: "1".into(),
        languages: vec![("fr".into(), "Français".into())],
        topics: vec![Topic { id: "news".into(), name: said("Nouvelles") }],
        letters_per_address: 3,
        letters_per_hour: 10,
        days: 7,
    };
    fs::create_dir_all(folder.join("_/data")).unwrap();
    let manifest = Manifest::new(String::new(), "fr".into(), vec![language]);
    fs::write(folder.join(site::MANIFEST_PATH), manifest.encode()).unwrap();
    fs::write(folder.join(newsletter::PATH), newsletter.encode()).unwrap();
}

/// Runs `colibri subscribers` in the folder; gives its exit code and what it printed.
fn subscribers(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_colibri"));
    let output = program.current_dir(folder).arg("subscribers").args(arguments).output().unwrap();
    (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

#[test]
fn what_is_refused_is_said_and_the_rest_is_there_once() {
    let folder = tempfile::tempdir().unwrap();
    make_site(&folder.path().join("dist"));
    fs::write(folder.path().join("list.csv"), LIST).unwrap();
    let (code, said) = subscribers(folder.path(), &["import", "list.csv", "--language", "en"]);
    let starts: Vec<&str> = said.lines().map(|line| line.split(": ").next().unwrap()).collect();
    let expected = [
        "line 4, address",
        "line 5, language",
        "line 6, topics",
        "line 7, consent",
        "line 8, date",
        "line 9",
        "1 added, 0 there already, 6 refused.",
    ];
    assert_eq!((code, starts), (Some(1), expected.to_vec()), "{said}");

    let (_, said) = subscribers(folder.path(), &["import", "list.csv", "--language", "fr"]);
    assert!(said.ends_with("0 ajoutée, 1 déjà là, 6 refusées.\n"), "{said}");
    let (code, csv) = subscribers(folder.path(), &["export"]);
    assert!(code == Some(0) && csv.contains("محمد@مثال.تونس,active,fr,fr,news,"), "{csv}");
    fs::write(folder.path().join("back.csv"), csv).unwrap();
    let (code, said) = subscribers(folder.path(), &["import", "back.csv", "--json"]);
    assert_eq!((code, said.trim()), (Some(0), "{\"added\":0,\"known\":1,\"refused\":0}"), "an export goes back in");
    assert_eq!(subscribers(folder.path(), &["list", "--state", "left", "--language", "en"]).1, "There are none.\n");
    assert_eq!(subscribers(folder.path(), &["list", "--database", "absent.db"]).0, Some(3));
}
