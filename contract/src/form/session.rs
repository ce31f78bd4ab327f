//! Sessions that people attend: who knows the code of one that is open now was there.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::faults::collect;
use super::policy::{Door, door};
use super::schema::{Choice, Field, Kind, Schema};

/// The least signs of a code that an editor writes.
const LEAST_SIGNS: usize = 4;
/// The most signs that are read of what somebody typed.
const MOST_SIGNS: usize = 40;

/// When a choice can be taken, and by which code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The first moment, in UTC; always when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    /// The first moment at which it is over; never when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<String>,
    /// The code as its editor wrote it; the host makes one when it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
}

/// The codes of the sessions that are open at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes(Vec<(String, String)>);

impl Codes {
    /// Those of a form; `made` gives the code of a session for which its editor wrote none.
    pub fn of(schema: &Schema, now: &str, made: impl Fn(&str) -> Option<String>) -> Self {
        let sessions = schema.sessions().filter(|(_, session)| session.door(now) == Door::Open);
        let code = |choice: &Choice, session: &Session| match session.code.as_str() {
            "" => made(&choice.value),
            written => Some(written.into()),
        };
        Self(
            sessions
                .filter_map(|(choice, session)| Some((plain(&code(choice, session)?), choice.value.clone())))
                .collect(),
        )
    }

    /// The session whose code this is, however it was copied.
    pub fn session(&self, typed: &str) -> Option<&str> {
        let typed = plain(typed);
        self.0.iter().find(|(code, _)| *code == typed).map(|(_, session)| session.as_str())
    }
}

/// A code without what people leave out or mistake when they copy it: letters and digits alone, in one case, where a letter that is
/// taken for a digit is that digit.
pub fn plain(code: &str) -> String {
    let signs = code.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase);
    let read = signs.map(|sign| match sign {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    read.take(MOST_SIGNS).collect()
}

impl Session {
    /// How things stand with it at a moment.
    pub fn door(&self, now: &str) -> Door {
        door(self.opens.as_deref(), self.closes.as_deref(), now)
    }
}

impl Schema {
    /// The sessions that it is about.
    pub fn sessions(&self) -> impl Iterator<Item = (&Choice, &Session)> {
        let choices = self.fields.iter().filter(|field| field.kind == Kind::Session).flat_map(|field| &field.choices);
        choices.filter_map(|choice| Some((choice, choice.session.as_ref()?)))
    }
}

impl Field {
    /// What is wrong with its sessions, or with having some.
    pub(super) fn session_faults(&self, schema: &Schema) -> Vec<&'static str> {
        let is_session = self.kind == Kind::Session;
        let sessions: Vec<&Session> = self.choices.iter().filter_map(|choice| choice.session.as_ref()).collect();
        let mut codes: Vec<String> =
            sessions.iter().map(|session| plain(&session.code)).filter(|code| !code.is_empty()).collect();
        let is_short = codes.iter().any(|code| code.chars().count() < LEAST_SIGNS)
            || sessions.iter().any(|session| !session.code.is_empty() && plain(&session.code).is_empty());
        codes.sort_unstable();
        let is_turned = |session: &&Session| {
            session.opens.as_ref().zip(session.closes.as_ref()).is_some_and(|(opens, closes)| opens >= closes)
        };
        let is_first = schema.fields.iter().find(|field| field.kind == Kind::Session).map(|field| &field.name);
        collect([
            (!is_session && !sessions.is_empty(), "form-fault-sessions"),
            (is_session && (!self.required || self.show_if.is_some()), "form-fault-session-always"),
            (is_session && is_first != Some(&self.name), "form-fault-session-one"),
            (is_short, "form-fault-session-code"),
            (codes.windows(2).any(|two| two[0] == two[1]), "form-fault-session-same-code"),
            (sessions.iter().any(is_turned), "form-fault-session-closes"),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::super::schema::tests::{choices, field, schema};
    use super::*;
    use alloc::vec;

    fn meeting(sessions: &[(&str, &str, &str)]) -> Field {
        let text = |text: &str| Some(text.into()).filter(|text: &String| !text.is_empty());
        let made = sessions.iter().zip(choices(&["one", "two", "three"])).map(|((opens, closes, code), choice)| {
            let session = Session { opens: text(opens), closes: text(closes), code: (*code).into() };
            Choice { session: Some(session), ..choice }
        });
        Field { required: true, choices: made.collect(), ..field("session", Kind::Session) }
    }

    #[test]
    fn a_session_is_known_by_its_code_while_it_is_open() {
        let schema = schema(vec![meeting(&[("", "2026-02", "Puits-24"), ("2026-02", "", ""), ("", "", "مدينة")])]);
        let at = |now: &str| Codes::of(&schema, now, |session| Some(alloc::format!("{session}-0815")));
        for typed in ["puits 24", "PU1TS-24", " Puits24\u{a0}"] {
            assert_eq!(at("2026-01").session(typed), Some("one"), "{typed}");
        }
        assert_eq!(at("2026-02").session("puits24"), None, "it is over");
        assert_eq!((at("2026-01").session("TWO-0815"), at("2026-02").session("tw0 o815")), (None, Some("two")));
        assert_eq!(at("2026-01").session("مدينة"), Some("three"));
        assert_eq!(at("2026-01").session(""), None);
        assert_eq!(Codes::of(&schema, "2026-02", |_| None).session("two-0815"), None, "no host has made it");
    }

    #[test]
    fn a_code_is_read_back_however_it_was_copied() {
        assert_eq!(plain("oO-iI lL"), "001111");
        assert_eq!(plain(&"A".repeat(99)).len(), MOST_SIGNS);
    }

    #[test]
    fn what_could_not_be_attended_is_told() {
        let told = |fields| {
            let faults = schema(fields).faults();
            faults.iter().map(|fault| fault.why).collect::<Vec<_>>()
        };
        let fine = [("2026-01", "2026-02", "well"), ("", "", "")];
        assert_eq!(told(vec![meeting(&fine)]), [""; 0]);
        assert_eq!(told(vec![Field { required: false, ..meeting(&fine) }]), ["form-fault-session-always"]);
        assert_eq!(
            told(vec![meeting(&fine), Field { name: "b".into(), ..meeting(&fine) }]),
            ["form-fault-session-one"]
        );
        assert_eq!(told(vec![meeting(&[("", "", "a b c")])]), ["form-fault-session-code"]);
        assert_eq!(told(vec![meeting(&[("", "", "—")])]), ["form-fault-session-code"]);
        assert_eq!(told(vec![meeting(&[("", "", "LOOP"), ("", "", "1-00P")])]), ["form-fault-session-same-code"]);
        assert_eq!(told(vec![meeting(&[("2026-02", "2026-01", "")])]), ["form-fault-session-closes"]);
        assert_eq!(told(vec![Field { kind: Kind::Choice, ..meeting(&fine) }]), ["form-fault-sessions"]);
    }
}
