//! The words of the site that this repository publishes: the program asks for no word that it has not, and has no other.

use colibri::site;
use colibri_tests::{choices, sites};

#[test]
fn every_word_of_the_program_is_asked_for_and_in_every_language() {
    let tree = colibri::source::read(&sites().join("../..")).expect("the repository is a site");
    let (parsed, _) = site::parse(&tree, &choices());
    let found = site::word_findings(&tree, &parsed, &[]);
    assert!(found.is_empty(), "{found:#?}");
}
