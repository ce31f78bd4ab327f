//! The HTML of one field.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::super::check::Subject;
use super::super::condition::Condition;
use super::super::schema::{Choice, Field, Kind, Schema};
use super::{View, broken, conditions, control_id, is_group, sent, undecided};
use crate::html::{push_attribute, push_text};
use crate::search::fold;

/// Up to this many choices are all shown; more become a list that opens.
pub(super) const MOST_RADIOS: usize = 7;

/// What every part of a field needs to know.
pub(super) struct Shown<'a> {
    pub(super) schema: &'a Schema,
    pub(super) field: &'a Field,
    pub(super) view: &'a View<'a>,
    pub(super) id: String,
    error: Option<String>,
    help: &'a str,
    /// When it is asked or needed, if that depends on something.
    when: Option<String>,
}

/// Appends a field: label, error, control, help.
pub(super) fn push_field(out: &mut String, schema: &Schema, field: &Field, view: &View<'_>) {
    let subject = Subject::Field(field.name.clone());
    let shown = Shown {
        schema,
        field,
        view,
        id: control_id(schema, &field.name),
        error: broken(view, &subject).map(|error| error.say(schema, view.lang, view.words)),
        help: schema.say(&field.help, view.lang),
        when: when(schema, field, view),
    };
    let (tag, label_end) = if is_group(field) { ("fieldset", "legend") } else { ("div", "label") };
    out.extend(["<", tag]);
    push_attribute(out, "class", &shown.classes());
    if is_group(field) {
        shown.push_description(out);
    }
    out.push_str(">\n");
    if field.kind == Kind::Consent {
        shown.push_error(out);
        shown.push_consent(out);
    } else {
        out.extend(["<", label_end, " class=\"form-label\""]);
        if !is_group(field) {
            push_attribute(out, "for", &shown.id);
        }
        out.push('>');
        shown.push_label(out);
        out.extend(["</", label_end, ">\n"]);
        shown.push_error(out);
        shown.push_control(out);
    }
    shown.push_help(out);
    out.extend(["</", tag, ">\n"]);
}

/// When a field is asked, or else when it must be answered, in words.
fn when(schema: &Schema, field: &Field, view: &View<'_>) -> Option<String> {
    let asked = undecided(schema, field, view).map(|condition| ("functions-form-asked-if", condition));
    let needed = field.require_if.as_ref().filter(|_| !field.required);
    let (key, condition) = asked.or(needed.map(|condition| ("functions-form-needed-if", condition)))?;
    let of = schema.field(&condition.field)?;
    let named = condition.is.iter().map(|value| schema.name_of(value, &of.choices, view.lang));
    let answer = named.collect::<Vec<_>>().join(" / ");
    let key = if answer.is_empty() { format!("{key}-any") } else { key.to_string() };
    Some(view.words.say(&key, &[("answer", &answer), ("label", schema.say(&of.label, view.lang))]))
}

impl Shown<'_> {
    fn classes(&self) -> String {
        let mut classes = String::from("form-field");
        if self.error.is_some() {
            classes.push_str(" form-field-wrong");
        }
        let mut known = conditions(self.schema);
        let by = undecided(self.schema, self.field, self.view);
        if let Some((number, _)) = by.and_then(|by| known.find(|(_, condition)| *condition == by)) {
            classes.extend([" form-if form-if-", &number.to_string()]);
        }
        classes
    }

    /// The classes of a control whose choice makes other fields appear.
    pub(super) fn push_makes_appear(&self, out: &mut String, value: &str) {
        let by_this = |condition: &Condition| condition.field == self.field.name && condition.takes(value);
        let classes: Vec<_> = conditions(self.schema)
            .filter(|(_, condition)| by_this(condition))
            .map(|(number, _)| format!("form-on-{number}"))
            .collect();
        if !classes.is_empty() {
            push_attribute(out, "class", &classes.join(" "));
        }
    }

    /// Whether a browser may insist on an answer: not where the field may be out of sight.
    pub(super) fn is_insisted_on(&self) -> bool {
        self.field.required && undecided(self.schema, self.field, self.view).is_none()
    }

    fn push_label(&self, out: &mut String) {
        push_text(out, self.schema.say(&self.field.label, self.view.lang));
        if self.field.required {
            out.push_str(" <span class=\"form-required\">(");
            push_text(out, &self.view.words.say("functions-form-required", &[]));
            out.push_str(")</span>");
        }
    }

    fn push_error(&self, out: &mut String) {
        if let Some(error) = &self.error {
            out.extend(["<p class=\"form-error\" id=\"", &self.id, "-error\">"]);
            push_text(out, error);
            out.push_str("</p>\n");
        }
    }

    fn push_help(&self, out: &mut String) {
        if let Some(when) = &self.when {
            out.extend(["<p class=\"form-help form-when\" id=\"", &self.id, "-when\">"]);
            push_text(out, when);
            out.push_str("</p>\n");
        }
        if !self.help.is_empty() {
            out.extend(["<p class=\"form-help\" id=\"", &self.id, "-help\">"]);
            push_text(out, self.help);
            out.push_str("</p>\n");
        }
    }

    /// Ties the error and the help to what they are about.
    fn push_description(&self, out: &mut String) {
        let parts = [(self.error.is_some(), "error"), (self.when.is_some(), "when"), (!self.help.is_empty(), "help")];
        let there = parts.into_iter().filter(|(is_there, _)| *is_there);
        let ids: Vec<_> = there.map(|(_, part)| format!("{}-{part}", self.id)).collect();
        if !ids.is_empty() {
            push_attribute(out, "aria-describedby", &ids.join(" "));
        }
    }

    /// What all single controls share.
    fn push_attributes(&self, out: &mut String) {
        push_attribute(out, "id", &self.id);
        push_attribute(out, "name", &self.field.name);
        if self.is_insisted_on() {
            out.push_str(" required");
        }
        let token = match (self.field.autocomplete.as_str(), self.field.kind) {
            ("", Kind::Email) => "email",
            ("", Kind::Phone) => "tel",
            ("", Kind::Country) => "country",
            (token, _) => token,
        };
        if !token.is_empty() {
            push_attribute(out, "autocomplete", token);
        }
        if self.error.is_some() {
            out.push_str(" aria-invalid=\"true\"");
        }
        self.push_description(out);
    }

    fn push_control(&self, out: &mut String) {
        match self.field.kind {
            Kind::LongText => self.push_long_text(out),
            Kind::Choice if !is_group(self.field) => {
                self.push_list(out, &self.field.choices.iter().collect::<Vec<_>>());
            }
            Kind::Country => self.push_list(out, &self.by_name()),
            Kind::Choice | Kind::Choices => self.push_choices(out),
            Kind::Rating | Kind::Nps | Kind::Scale => self.push_steps(out),
            Kind::Matrix => self.push_matrix(out),
            Kind::Ranking => self.push_ranking(out),
            _ => self.push_line(out),
        }
    }

    fn push_line(&self, out: &mut String) {
        // Browsers' own `type=email` refuses addresses that are not ASCII, and `type=number` other digits.
        out.push_str(match self.field.kind {
            Kind::Email => "<input class=\"form-control\" type=\"text\" inputmode=\"email\" dir=\"auto\" spellcheck=\"false\" autocapitalize=\"none\"",
            Kind::Number => "<input class=\"form-control\" type=\"text\" inputmode=\"numeric\" dir=\"auto\"",
            Kind::Url => "<input class=\"form-control\" type=\"url\" dir=\"auto\"",
            Kind::Date => "<input class=\"form-control\" type=\"date\"",
            Kind::Time => "<input class=\"form-control\" type=\"time\"",
            // A telephone number is read from the left in every script.
            Kind::Phone => "<input class=\"form-control\" type=\"tel\" dir=\"ltr\"",
            Kind::Session => "<input class=\"form-control\" type=\"text\" dir=\"auto\" maxlength=\"60\" autocomplete=\"off\" spellcheck=\"false\"",
            _ => "<input class=\"form-control\" type=\"text\" dir=\"auto\"",
        });
        self.push_lengths(out);
        self.push_attributes(out);
        push_attribute(out, "value", sent(self.view, self.field).next().unwrap_or_default());
        out.push_str(">\n");
    }

    fn push_long_text(&self, out: &mut String) {
        out.push_str("<textarea class=\"form-control\" rows=\"8\" dir=\"auto\"");
        self.push_lengths(out);
        self.push_attributes(out);
        // A browser drops one line break at the start of a text area; this one is for it.
        out.push_str(">\n");
        push_text(out, sent(self.view, self.field).next().unwrap_or_default());
        out.push_str("</textarea>\n");
    }

    fn push_lengths(&self, out: &mut String) {
        if !self.field.is_text() {
            return;
        }
        if let Some(min) = self.field.min {
            push_attribute(out, "minlength", &min.to_string());
        }
        push_attribute(out, "maxlength", &self.field.longest().to_string());
        if let Some(pattern) = &self.field.pattern {
            push_attribute(out, "pattern", &pattern.source);
            push_attribute(out, "title", self.schema.say(&self.field.error, self.view.lang));
        }
    }

    fn push_consent(&self, out: &mut String) {
        out.push_str("<p class=\"form-choice\"><input type=\"checkbox\" value=\"yes\"");
        self.push_attributes(out);
        self.push_makes_appear(out, "yes");
        if sent(self.view, self.field).any(|value| !value.is_empty()) {
            out.push_str(" checked");
        }
        out.extend(["> <label for=\"", &self.id, "\">"]);
        self.push_label(out);
        out.push_str("</label></p>\n");
    }

    /// The choices in the order of their names, as readers of this language look for them.
    fn by_name(&self) -> Vec<&Choice> {
        let mut choices: Vec<&Choice> = self.field.choices.iter().collect();
        choices.sort_by_cached_key(|choice| {
            fold(&self.schema.say(&choice.label, self.view.lang).to_lowercase()).into_owned()
        });
        choices
    }

    fn push_list(&self, out: &mut String, choices: &[&Choice]) {
        out.push_str("<select class=\"form-control\"");
        self.push_attributes(out);
        out.push_str(">\n<option value=\"\">");
        push_text(out, &self.view.words.say("functions-form-choose", &[]));
        out.push_str("</option>\n");
        for choice in choices {
            out.push_str("<option");
            push_attribute(out, "value", &choice.value);
            self.push_makes_appear(out, &choice.value);
            if sent(self.view, self.field).next() == Some(choice.value.as_str()) {
                out.push_str(" selected");
            }
            out.push('>');
            push_text(out, self.schema.say(&choice.label, self.view.lang));
            out.push_str("</option>\n");
        }
        out.push_str("</select>\n");
    }
}
