//! From when until when a form is answered, by how many, and how often by one person.

use alloc::string::String;

use serde::{Deserialize, Serialize};

/// When a form takes answers, and how many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The first moment at which answers are taken, in UTC: `2026-03-31T08:15:30.250Z`. Always when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    /// The first moment at which they are not taken any more. Never when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<String>,
    /// How many answers are taken in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    /// Name of the field by which a person is known: each answers once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once_per: Option<String>,
    /// The days after which an answer is taken out. The operator's own number comes before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_days: Option<u32>,
}

/// Whether answers are taken at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Not yet.
    NotYet,
    /// They are.
    Open,
    /// Not any more.
    Closed,
}

/// How things stand at a moment between two others.
pub(super) fn door(opens: Option<&str>, closes: Option<&str>, now: &str) -> Door {
    if opens.is_some_and(|opens| now < opens) {
        Door::NotYet
    } else if closes.is_some_and(|closes| now >= closes) {
        Door::Closed
    } else {
        Door::Open
    }
}

impl Policy {
    /// How things stand at a moment, said in UTC in the same shape as [`Policy::opens`]: such texts are in the order of the moments.
    pub fn door(&self, now: &str) -> Door {
        door(self.opens.as_deref(), self.closes.as_deref(), now)
    }

    /// Whether it bounds how many answers there are.
    pub fn counts(&self) -> bool {
        self.maximum.is_some() || self.once_per.is_some()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_door_opens_and_closes_at_its_moments() {
        let at = |text: &str| Some(text.into());
        let policy = Policy {
            opens: at("2026-03-01T00:00:00.000Z"),
            closes: at("2026-04-01T00:00:00.000Z"),
            ..Policy::default()
        };
        for (now, door) in [
            ("2026-02-28T23:59:59.999Z", Door::NotYet),
            ("2026-03-01T00:00:00.000Z", Door::Open),
            ("2026-03-31T23:59:59.999Z", Door::Open),
            ("2026-04-01T00:00:00.000Z", Door::Closed),
        ] {
            assert_eq!(policy.door(now), door, "{now}");
            assert_eq!(Policy::default().door(now), Door::Open);
        }
    }
}
