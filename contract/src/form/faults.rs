//! What would make a form impossible to answer, to store or to read, for the editor who wrote it.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::schema::{Field, Kind, Schema};

/// The most characters that a field may ever accept.
const MOST_CHARACTERS: i64 = 10_000;
/// The most fields of a form; its answers stay far below the limits of [`super::decode()`].
const MOST_FIELDS: usize = 60;
/// The most choices of a field.
const MOST_CHOICES: usize = 300;
/// The most rows of a matrix, and the most things that are put in an order.
const MOST_PARTS: usize = 20;
/// The most days that answers stay by themselves: who needs them longer says nothing.
const MOST_DAYS: u32 = 36_500;
/// The most steps of a scale.
const MOST_STEPS: i64 = 11;

/// Something wrong in a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field it is about; none when it is about the form.
    pub field: Option<String>,
    /// The key of the sentence that says what: `form-fault-` and a word.
    pub why: &'static str,
}

impl Schema {
    /// Everything that is wrong with it: the form first, then each field.
    pub fn faults(&self) -> Vec<Fault> {
        let whole = self.whole_faults().into_iter().chain(self.quiz_faults()).chain(self.step_faults());
        let mut faults: Vec<_> = whole.map(|why| Fault { field: None, why }).collect();
        let mut seen = BTreeSet::new();
        for field in &self.fields {
            let twice = (!seen.insert(&field.name)).then_some("form-fault-twice");
            let found = field.faults(self).into_iter().chain(twice);
            faults.extend(found.map(|why| Fault { field: Some(field.name.clone()), why }));
        }
        faults
    }

    fn whole_faults(&self) -> Vec<&'static str> {
        let policy = &self.policy;
        let both = policy.opens.as_ref().zip(policy.closes.as_ref());
        let person = policy.once_per.as_ref().map(|name| self.field(name));
        let tells_people_apart = |field: &Field| {
            field.required && field.show_if.is_none() && (field.is_text() || field.kind == Kind::Number)
        };
        collect([
            (!is_name(&self.id, false), "form-fault-id"),
            (self.fields.is_empty(), "form-fault-no-fields"),
            (self.fields.len() > MOST_FIELDS, "form-fault-many-fields"),
            (self.say(&self.title, &self.reference).is_empty(), "form-fault-title"),
            (self.say(&self.thanks, &self.reference).is_empty(), "form-fault-thanks"),
            (both.is_some_and(|(opens, closes)| opens >= closes), "form-fault-closes"),
            (policy.maximum == Some(0), "form-fault-maximum"),
            (policy.keep_days.is_some_and(|days| !(1..=MOST_DAYS).contains(&days)), "form-fault-keep-days"),
            (person.is_some_and(|field| !field.is_some_and(tells_people_apart)), "form-fault-once"),
        ])
    }
}

impl Field {
    fn faults(&self, schema: &Schema) -> Vec<&'static str> {
        let mut faults = self.name_faults(schema);
        faults.extend(self.choice_faults());
        faults.extend(self.bound_faults());
        faults.extend(self.rule_faults(schema));
        faults.extend(self.right_faults());
        faults.extend(self.session_faults(schema));
        faults
    }

    fn name_faults(&self, schema: &Schema) -> Vec<&'static str> {
        let is_plain = self.version.trim() == self.version && !self.version.contains(char::is_control);
        let is_labelled = self.kind == Kind::Hidden || !schema.say(&self.label, &schema.reference).is_empty();
        collect([
            (!is_name(&self.name, true), "form-fault-name"),
            (!is_labelled, "form-fault-label"),
            (self.kind != Kind::Consent && !self.version.is_empty(), "form-fault-version"),
            (!is_plain || self.version.len() > 60, "form-fault-version-line"),
            (self.kind != Kind::Hidden && !self.value.is_empty(), "form-fault-value"),
            (self.kind == Kind::Hidden && self.value.is_empty() && self.choices.is_empty(), "form-fault-hidden"),
        ])
    }

    fn choice_faults(&self) -> Vec<&'static str> {
        let must =
            self.is_choice() || matches!(self.kind, Kind::Choices | Kind::Matrix | Kind::Ranking | Kind::Session);
        let may = must || self.kind == Kind::Hidden;
        let has_parts = matches!(self.kind, Kind::Matrix | Kind::Ranking);
        let parts = if self.kind == Kind::Ranking { &self.choices } else { &self.rows };
        let all = || self.choices.iter().chain(&self.rows);
        let differ = [&self.choices, &self.rows]
            .into_iter()
            .all(|list| list.iter().map(|choice| &choice.value).collect::<BTreeSet<_>>().len() == list.len());
        collect([
            (must && self.choices.is_empty(), "form-fault-no-choices"),
            (!may && !self.choices.is_empty(), "form-fault-choices"),
            (!differ, "form-fault-same-value"),
            (all().any(|choice| choice.value.trim().is_empty()), "form-fault-empty-value"),
            (self.choices.len() > MOST_CHOICES, "form-fault-many-choices"),
            (self.kind == Kind::Matrix && self.rows.is_empty(), "form-fault-no-rows"),
            (self.kind != Kind::Matrix && !self.rows.is_empty(), "form-fault-rows"),
            (has_parts && parts.len() > MOST_PARTS, "form-fault-many-parts"),
            (has_parts && parts.iter().any(|part| !is_name(&part.value, true)), "form-fault-part-name"),
        ])
    }

    fn bound_faults(&self) -> Vec<&'static str> {
        let bounds = [self.min, self.max];
        let is_negative = bounds.iter().flatten().any(|bound| *bound < 0);
        let is_long = self.is_text() && self.max.is_some_and(|max| max > MOST_CHARACTERS);
        let is_wide =
            self.steps().is_some_and(|steps| !(1..MOST_STEPS).contains(&steps.end().saturating_sub(*steps.start())));
        let has_ends = !self.low.is_empty() || !self.high.is_empty();
        collect([
            (self.min.zip(self.max).is_some_and(|(min, max)| min > max), "form-fault-min-max"),
            (!matches!(self.kind, Kind::Number | Kind::Scale) && is_negative, "form-fault-negative"),
            (is_long, "form-fault-long"),
            (is_wide, "form-fault-steps"),
            (has_ends && !matches!(self.kind, Kind::Scale | Kind::Rating), "form-fault-ends"),
        ])
    }

    fn rule_faults(&self, schema: &Schema) -> Vec<&'static str> {
        let takes_pattern = matches!(self.kind, Kind::Text | Kind::Phone | Kind::Url);
        let before = || schema.fields.iter().take_while(|field| field.name != self.name);
        let twin = before().find(|field| field.name == self.matches);
        let is_twin = |twin: &Field| twin.kind == self.kind && (self.is_text() || self.kind == Kind::Number);
        let needs = self.required || self.require_if.is_some();
        let mut faults = collect([
            (self.pattern.is_some() && !takes_pattern, "form-fault-pattern-kind"),
            (self.pattern.as_ref().is_some_and(|pattern| !pattern.is_sound()), "form-fault-pattern"),
            (self.pattern.is_some() && self.error.is_empty(), "form-fault-pattern-error"),
            (!self.matches.is_empty() && !twin.is_some_and(is_twin), "form-fault-matches"),
            (self.kind == Kind::Hidden && (needs || self.show_if.is_some()), "form-fault-hidden-rules"),
        ]);
        let conditions = self.show_if.iter().chain(&self.require_if);
        faults.extend(conditions.filter_map(|condition| condition.fault(schema, &self.name)));
        faults
    }
}

/// The keys of those that are so.
pub(super) fn collect<const N: usize>(found: [(bool, &'static str); N]) -> Vec<&'static str> {
    found.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, why)| why).collect()
}

/// Lowercase letters, digits, inner hyphens, and underscores where allowed; at most 60; a letter first.
fn is_name(name: &str, underscores: bool) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || (underscores && b == b'_');
    name.len() <= 60 && name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::super::condition::Condition;
    use super::super::pattern::Pattern;
    use super::super::policy::Policy;
    use super::super::schema::Translated;
    use super::super::schema::tests::{choices, field, schema, words};
    use super::*;
    use alloc::vec;

    fn condition(name: &str, is: &[&str]) -> Option<Condition> {
        Some(Condition { field: name.into(), is: is.iter().map(|is| (*is).into()).collect() })
    }

    fn lone(change: impl FnOnce(&mut Field)) -> Vec<Field> {
        let mut fields = vec![
            Field { choices: choices(&["x", "y"]), ..field("pick", Kind::Choice) },
            field("first", Kind::Text),
            field("a", Kind::Text),
        ];
        change(&mut fields[2]);
        fields
    }

    fn told(schema: &Schema) -> Vec<&'static str> {
        schema.faults().into_iter().map(|fault| fault.why).collect()
    }

    type Change = fn(&mut Field);

    #[test]
    fn each_fault_of_a_field_is_told() {
        let pattern = || Some(Pattern { source: "a".into(), states: vec![vec![(0, 0)]; 2], ends: vec![1] });
        let cases: [(Change, &str); 27] = [
            (|a| a.name = "Name".into(), "name"),
            (|a| a.name = "_id".into(), "name"),
            (|a| a.name = "first".into(), "twice"),
            (|a| a.kind = Kind::Choice, "no-choices"),
            (|a| a.choices = choices(&["x"]), "choices"),
            (|a| (a.kind, a.choices) = (Kind::Choice, choices(&["x", "x"])), "same-value"),
            (|a| (a.min, a.max) = (Some(3), Some(2)), "min-max"),
            (|a| a.min = Some(-3), "negative"),
            (|a| a.max = Some(20_000), "long"),
            (|a| a.version = "2".into(), "version"),
            (|a| (a.kind, a.version) = (Kind::Consent, "2\n".into()), "version-line"),
            (|a| a.label = Translated::new(), "label"),
            (|a| a.value = "x".into(), "value"),
            (|a| a.kind = Kind::Hidden, "hidden"),
            (|a| (a.kind, a.choices) = (Kind::Matrix, choices(&["x"])), "no-rows"),
            (|a| a.rows = choices(&["x"]), "rows"),
            (|a| (a.kind, a.choices) = (Kind::Ranking, choices(&["x y"])), "part-name"),
            (|a| (a.kind, a.max) = (Kind::Rating, Some(99)), "steps"),
            (|a| (a.kind, a.max) = (Kind::Scale, Some(1)), "steps"),
            (|a| a.low = words("peu", "قليلا"), "ends"),
            (|a| a.matches = "none".into(), "matches"),
            (|a| a.matches = "a".into(), "matches"),
            (|a| a.show_if = condition("none", &[]), "condition-field"),
            (|a| a.show_if = condition("a", &[]), "condition-order"),
            (|a| a.require_if = condition("first", &[]), "condition-kind"),
            (|a| a.require_if = condition("pick", &["z"]), "condition-answer"),
            (|a| (a.kind, a.value, a.required) = (Kind::Hidden, "x".into(), true), "hidden-rules"),
        ];
        for (change, expected) in cases {
            let faults = told(&schema(lone(change)));
            assert_eq!(faults, [alloc::format!("form-fault-{expected}")]);
        }
        let patterned = lone(|a| a.pattern = pattern());
        assert_eq!(told(&schema(patterned)), ["form-fault-pattern-error"]);
        let elsewhere = lone(|a| (a.pattern, a.error, a.kind) = (pattern(), words("non", "لا"), Kind::Email));
        assert_eq!(told(&schema(elsewhere)), ["form-fault-pattern-kind"]);
    }

    #[test]
    fn what_is_fine_is_let_alone() {
        let fine = |change: fn(&mut Field)| assert_eq!(told(&schema(lone(change))), [""; 0]);
        fine(|a| (a.kind, a.min, a.max) = (Kind::Number, Some(-3), Some(9)));
        fine(|a| (a.kind, a.min, a.max) = (Kind::Scale, Some(-5), Some(5)));
        fine(|a| a.matches = "first".into());
        fine(|a| a.show_if = condition("pick", &["x", "y"]));
        fine(|a| (a.kind, a.choices) = (Kind::Hidden, choices(&["NUM-101"])));
    }

    #[test]
    fn each_fault_of_the_whole_is_told() {
        let with = |policy: Policy| Schema { policy, ..schema(lone(|_| ())) };
        assert_eq!(told(&schema(vec![])), ["form-fault-no-fields"]);
        let text = |text: &str| Some(text.into());
        let turned = Policy { opens: text("2026-02"), closes: text("2026-01"), ..Policy::default() };
        assert_eq!(told(&with(turned)), ["form-fault-closes"]);
        assert_eq!(told(&with(Policy { maximum: Some(0), ..Policy::default() })), ["form-fault-maximum"]);
        for days in [0, 36_501] {
            assert_eq!(told(&with(Policy { keep_days: Some(days), ..Policy::default() })), ["form-fault-keep-days"]);
        }
        for name in ["none", "a", "pick"] {
            let policy = Policy { once_per: text(name), ..Policy::default() };
            assert_eq!(told(&with(policy)), ["form-fault-once"], "{name}");
        }
    }
}
