//! E-mail addresses and domains that others have published as test cases, with the verdicts that they expect.

use colibri_contract::address::{Address, Warning};
use std::collections::BTreeMap;
use std::process::Command;

/// One published case.
struct Case {
    text: String,
    is_valid: bool,
    is_domain: bool,
    /// The rule by which its source judges, where others judge otherwise; empty if nobody does.
    policy: &'static str,
}

fn cases() -> impl Iterator<Item = Case> {
    include_str!("../addresses/ua-cases.tsv").lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let is_domain = cells[3] == "domain";
        let text = unescape(cells[0]);
        let policy = if cells[5].is_empty() { cells[4] } else { "disputed" };
        Case { text, is_valid: cells[1] == "valid", is_domain, policy }
    })
}

/// `\u{200D}` stands for a character, two backslashes for one.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').expect("a code is closed");
        let code = u32::from_str_radix(code, 16).expect("a code is a number");
        out.extend([before, char::from_u32(code).expect("a code is a character").encode_utf8(&mut [0; 4])]);
        rest = after;
    }
    out.push_str(rest);
    out.replace("\\\\", "\\")
}

fn read(case: &Case) -> Result<Address, String> {
    let text = if case.is_domain { format!("a@{}", case.text) } else { case.text.clone() };
    Address::parse(&text).map_err(|fault| fault.id())
}

#[test]
fn what_all_agree_on_is_judged_as_all_expect() {
    let agreed: Vec<Case> = cases().filter(|case| case.policy.is_empty()).collect();
    assert!(agreed.len() > 150, "the cases are there");
    let other: Vec<String> = agreed
        .iter()
        .filter(|case| read(case).is_ok() != case.is_valid)
        .map(|case| format!("{:?}: {:?}", case.text, read(case)))
        .collect();
    assert_eq!(other, Vec::<String>::new());
}

/// The rules in dispute, and how often we judge as their source does: docs/addresses.md says why.
#[test]
fn where_sources_differ_our_choice_is_the_one_that_is_documented() {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for case in cases().filter(|case| !case.policy.is_empty()) {
        let (same, other) = counts.entry(case.policy).or_default();
        *(if read(&case).is_ok() == case.is_valid { same } else { other }) += 1;
    }
    let shown: Vec<String> =
        counts.iter().map(|(policy, (same, other))| format!("{policy}: {same} alike, {other} otherwise")).collect();
    insta::assert_snapshot!(shown.join("\n"));
    let documented = include_str!("../../docs/addresses.md");
    for policy in counts.keys() {
        assert!(documented.contains(policy), "docs/addresses.md explains {policy:?}");
    }
}

#[test]
fn what_cannot_get_mail_over_the_public_network_is_doubted() {
    let set_aside = cases().filter(|case| case.policy == "special-use domain");
    let doubts: Vec<bool> = set_aside
        .map(|case| read(&case).is_ok_and(|address| address.warnings().contains(&Warning::SetAside)))
        .collect();
    assert_eq!(doubts, [true; 6]);
}

/// Characters that Unicode has assigned since version 16, whose table this is: ideographs and seal characters.
fn is_later(c: char) -> bool {
    matches!(c, '\u{323B0}'..='\u{33479}' | '\u{3D000}'..='\u{3FC3F}')
}

/// The conformance test of UTS 46, as it lies in the sources of the crate `idna`.
#[test]
fn domains_are_read_as_unicode_says() {
    let table = idna_test();
    let (mut valid, mut refused) = (0, 0);
    for line in table.lines().map(|line| line.split('#').next().unwrap_or_default()) {
        let Some(case) = Conformance::of(line) else { continue };
        match (Address::parse(&format!("a@{}", case.source)), &case.ascii) {
            (Ok(address), Some(expected)) => {
                assert_eq!(address.domain().ascii(), expected, "{:?}", case.source);
                valid += 1;
            }
            (Err(_), None) => refused += 1,
            // Ours asks for more: two labels at least, a last one that exists, 254 octets with the `a@`.
            (Err(fault), Some(_)) => {
                let stricter = ["domain-one-label", "domain-ending", "too-long"].contains(&fault.id().as_str());
                assert!(stricter, "{:?}: {fault:?}", case.source);
            }
            (Ok(address), None) => {
                assert!(address.domain().unicode().contains(is_later), "{:?} was read as {address}", case.source);
            }
        }
    }
    assert!(valid > 300 && refused > 5_000, "{valid} valid, {refused} refused");
}

struct Conformance {
    source: String,
    /// Its ASCII form; none if it is to be refused.
    ascii: Option<String>,
}

impl Conformance {
    /// Reads `source; toUnicode; status; toAsciiN; status; ...`, where an empty cell means the one before it.
    fn of(line: &str) -> Option<Self> {
        let cells: Vec<&str> = line.split(';').map(str::trim).collect();
        let &[source, unicode, unicode_status, ascii, ascii_status, ..] = cells.as_slice() else { return None };
        let text = |cell: &str| unescape_test(cell.trim_matches('"'));
        let or = |cell: &'_ str, other: &'_ str| if cell.is_empty() { other.to_owned() } else { cell.to_owned() };
        let status = or(ascii_status, unicode_status);
        let is_fine = status.is_empty() || status == "[]";
        let ascii = is_fine.then(|| text(&or(ascii, &or(unicode, source))));
        Some(Self { source: text(source), ascii })
    }
}

/// `\u0061` and `\x{61}` stand for a character.
fn unescape_test(text: &str) -> String {
    let braced = text.replace("\\x{", "\\u{");
    let mut out = String::new();
    let mut rest = braced.as_str();
    while let Some((before, after)) = rest.split_once("\\u") {
        let (code, after) = match after.strip_prefix('{') {
            Some(after) => after.split_once('}').expect("a code is closed"),
            None => after.split_at(4),
        };
        let code = u32::from_str_radix(code, 16).expect("a code is a number");
        out.push_str(before);
        // A lone surrogate is no character, and no text that we can be given.
        out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[expect(clippy::disallowed_methods, reason = "the table lies in the sources of another crate")]
fn idna_test() -> String {
    let arguments = ["metadata", "--offline", "--format-version", "1", "--manifest-path"];
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let told = Command::new(env!("CARGO")).args(arguments).arg(manifest).output().expect("cargo runs");
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).expect("cargo gives JSON");
    let packages = told["packages"].as_array().expect("cargo names packages");
    let idna = packages.iter().find(|package| package["name"] == "idna").expect("idna is among them");
    let manifest = std::path::Path::new(idna["manifest_path"].as_str().expect("it has a place"));
    let table = manifest.with_file_name("tests").join("IdnaTestV2.txt");
    std::fs::read_to_string(table).expect("it can be read")
}
