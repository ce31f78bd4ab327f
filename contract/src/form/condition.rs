//! When a field is asked, and when it must be answered: by what was answered to a field before it.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::decode::Submission;
use super::rules;
use super::schema::{Field, Kind, Schema};

/// An answer on which something depends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Name of the field that it looks at, which stands before.
    pub field: String,
    /// The answers that fulfil it; any answer when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<String>,
}

impl Condition {
    /// Whether this value fulfils it.
    pub(super) fn takes(&self, value: &str) -> bool {
        !value.is_empty() && (self.is.is_empty() || self.is.iter().any(|known| known == value))
    }

    /// Whether what was sent fulfils it. A field that is not asked itself fulfils nothing.
    pub fn holds(&self, schema: &Schema, sent: &Submission) -> bool {
        schema.field(&self.field).is_some_and(|asked| {
            let mut typed = sent.values(&asked.name);
            asked.is_asked(schema, sent) && typed.any(|typed| self.takes(&rules::tidy(asked.kind, typed)))
        })
    }

    /// What is wrong with it, in a field of this name: the key of a sentence.
    pub(super) fn fault(&self, schema: &Schema, of: &str) -> Option<&'static str> {
        let before = schema.fields.iter().take_while(|field| field.name != of).find(|field| field.name == self.field);
        let Some(asked) = before else {
            let is_there = schema.field(&self.field).is_some();
            return Some(if is_there { "form-fault-condition-order" } else { "form-fault-condition-field" });
        };
        let known = |value: &String| asked.choices.iter().any(|choice| choice.value == *value);
        let step = |value: &String| asked.steps().is_some_and(|steps| value.parse().is_ok_and(|n| steps.contains(&n)));
        match asked.kind {
            Kind::Choice | Kind::Choices | Kind::Country if self.is.iter().all(known) => None,
            Kind::Rating | Kind::Nps | Kind::Scale if self.is.iter().all(step) => None,
            Kind::Consent if self.is.is_empty() => None,
            Kind::Choice | Kind::Choices | Kind::Country | Kind::Rating | Kind::Nps | Kind::Scale => {
                Some("form-fault-condition-answer")
            }
            _ => Some("form-fault-condition-kind"),
        }
    }
}

impl Field {
    /// Whether it is asked, by what was answered before it.
    pub fn is_asked(&self, schema: &Schema, sent: &Submission) -> bool {
        self.show_if.as_ref().is_none_or(|condition| condition.holds(schema, sent))
    }

    /// Whether it must be answered, by what was answered before it.
    pub(super) fn is_needed(&self, schema: &Schema, sent: &Submission) -> bool {
        self.required || self.require_if.as_ref().is_some_and(|condition| condition.holds(schema, sent))
    }
}
