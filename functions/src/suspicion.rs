//! Whether a submission looks like advertising. It is stored all the same, and a person decides: nothing is lost silently.

use colibri_contract::form::{Accepted, Answer, Kind, Schema};

/// More links than that are an advertisement.
const MOST_LINKS: usize = 3;
/// So many words must be there before their repetition says anything.
const MANY_WORDS: usize = 30;

/// Why it looks so, in one word for the store; empty when it does not.
pub(crate) fn suspicion(schema: &Schema, accepted: &Accepted) -> &'static str {
    let texts = || {
        accepted.answers.iter().filter_map(|(name, answer)| match answer {
            Answer::Text(text) => Some((schema.field(name)?.kind, text.as_str())),
            _ => None,
        })
    };
    if texts().any(|(kind, text)| kind == Kind::Text && links(text) > 0) {
        return "link-in-a-line";
    }
    if texts().filter(|(kind, _)| *kind == Kind::LongText).map(|(_, text)| links(text)).sum::<usize>() > MOST_LINKS {
        return "links";
    }
    if texts().any(|(_, text)| repeats(text)) {
        return "repetition";
    }
    ""
}

fn links(text: &str) -> usize {
    let lower = text.to_ascii_lowercase();
    lower.matches("://").count() + lower.matches("[url").count() + lower.matches("<a ").count()
}

/// Whether half of many words are the same one.
fn repeats(text: &str) -> bool {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_unstable();
    let longest = words.chunk_by(|one, other| one == other).map(<[_]>::len).max();
    words.len() >= MANY_WORDS && longest.is_some_and(|longest| longest * 2 > words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_text_is_let_alone_and_advertising_is_seen() {
        let honest = "Voir https://example.org/a?b=1 et <b>ceci</b> : SELECT 1 UNION SELECT 2; -- l’eau, l’eau, l’eau";
        assert_eq!(links(honest), 1);
        assert!(!repeats(honest) && !repeats(&"très ".repeat(20)));
        assert!(repeats(&"achetez ".repeat(40)));
        assert_eq!(links("[url=http://a] <A HREF=https://b>"), 4);
    }
}
