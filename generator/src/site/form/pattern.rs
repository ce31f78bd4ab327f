//! The pattern of a field as an automaton, which the functions walk without knowing what a regular expression is.

use colibri_contract::form::{MOST_RUNS, Pattern, Run};
use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use std::collections::BTreeMap;

/// The most bytes that the automaton may take while it is made.
const MOST_BYTES: usize = 4 << 20;

/// A pattern of the kind that browsers know, which the whole of a text must have. One that cannot be read, or is too large, has an empty
/// automaton: the contract finds that wrong.
pub(super) fn pattern(source: &str) -> Pattern {
    automaton(source).unwrap_or_else(|| Pattern { source: source.to_owned(), states: Vec::new(), ends: Vec::new() })
}

fn automaton(source: &str) -> Option<Pattern> {
    let western = western(source);
    // By itself: `)|(` can be read only between the parentheses that we put around it.
    syntax::parse(&western).ok()?;
    let config = dense::Config::new()
        .start_kind(StartKind::Anchored)
        .minimize(true)
        .dfa_size_limit(Some(MOST_BYTES))
        .determinize_size_limit(Some(MOST_BYTES));
    let dfa = dense::Builder::new().configure(config).build(&format!(r"(?:{western})\z")).ok()?;
    let first = dfa.start_state(&start::Config::new().anchored(Anchored::Yes)).ok()?;
    walk(&dfa, first).map(|(states, ends)| Pattern { source: source.to_owned(), states, ends })
}

/// `\d` as browsers read it: one of ten digits, not of all there are.
fn western(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source.chars();
    while let Some(c) = rest.next() {
        match (c, c == '\\') {
            (_, true) => match rest.next() {
                Some('d') => out.push_str("[0-9]"),
                Some('D') => out.push_str("[^0-9]"),
                other => out.extend(['\\'].into_iter().chain(other)),
            },
            _ => out.push(c),
        }
    }
    out
}

/// States by what they lead to, and those in which a text may end.
type Walked = (Vec<Vec<Run>>, Vec<u16>);

/// The states that can be reached from the first, numbered as they are met; none when there are too many.
fn walk(dfa: &dense::DFA<Vec<u32>>, first: StateID) -> Option<Walked> {
    let mut met = vec![first];
    let mut numbers: BTreeMap<StateID, u16> = [(first, 1)].into();
    let (mut states, mut ends) = (vec![vec![(0, 0)]], Vec::new());
    let mut runs_in_all = 1;
    while let Some(state) = met.get(states.len() - 1).copied() {
        if dfa.is_match_state(dfa.next_eoi_state(state)) {
            ends.push(u16::try_from(states.len()).ok()?);
        }
        let mut runs: Vec<Run> = Vec::new();
        for byte in 0..=u8::MAX {
            let to = dfa.next_state(state, byte);
            let number = if dfa.is_dead_state(to) { 0 } else { number(to, &mut met, &mut numbers)? };
            if runs.last().is_none_or(|(_, last)| *last != number) {
                runs.push((byte, number));
            }
        }
        runs_in_all += runs.len();
        states.push(runs);
        if runs_in_all > MOST_RUNS {
            return None;
        }
    }
    Some((states, ends))
}

/// The number of a state, which is new if it was not met before.
fn number(state: StateID, met: &mut Vec<StateID>, numbers: &mut BTreeMap<StateID, u16>) -> Option<u16> {
    let fresh = u16::try_from(met.len() + 1).ok()?;
    Some(*numbers.entry(state).or_insert_with(|| {
        met.push(state);
        fresh
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn patterns_are_had_by_whole_texts() {
        for (source, good, bad) in [
            (r"[A-Z]{2}-\d{4}", &["FR-0001", "AB-9999"][..], &["FR-001", "fr-0001", "FR-0001 ", "xFR-0001", ""][..]),
            ("a|ab", &["a", "ab"], &["abc", "b"]),
            (r"\p{L}+( \p{L}+)*", &["Ünal", "محمد علي", "é"], &["a1", " a", "a  b"]),
            (r"(?i)oui|non", &["OUI", "non"], &["peut-être"]),
            ("(a+)+b", &["aab"], &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"]),
            (r"\\d", &[r"\d"], &["1"]),
            ("", &[""], &["a"]),
        ] {
            let pattern = pattern(source);
            assert!(good.iter().all(|text| pattern.matches(text)), "{source} {good:?}");
            assert!(!bad.iter().any(|text| pattern.matches(text)), "{source} {bad:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_or_is_too_large_has_no_automaton() {
        for source in ["(", "[z-a]", r"(a)\1", "(?=a)b", r"\p{L}{500}", "((a{100}){100}){100}", r"a\b", ")|1("] {
            assert!(pattern(source).states.is_empty(), "{source}");
        }
    }

    proptest! {
        #[test]
        fn it_says_what_the_library_says(source in r"[ab(|)*+?.é\[\]{}1-3^]{0,8}", text in "[abcé1]{0,6}") {
            let made = pattern(&source);
            if let Ok(library) = dense::DFA::new(&format!(r"\A(?:{source})\z")) {
                let input = regex_automata::Input::new(&text);
                let expected = library.try_search_fwd(&input).unwrap().is_some();
                prop_assert_eq!(made.matches(&text), expected && !made.states.is_empty());
            }
        }
    }
}
