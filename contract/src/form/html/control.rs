//! The HTML of one field.

use alloc::format;
use alloc::string::{String, ToString};

use super::super::check::Subject;
use super::super::schema::{Choice, Field, Kind, Schema};
use super::{View, broken, control_id, is_group, sent};
use crate::html::{push_attribute, push_text};

/// Up to this many choices are all shown; more become a list that opens.
pub(super) const MOST_RADIOS: usize = 7;

/// What every part of a field needs to know.
struct Shown<'a> {
    schema: &'a Schema,
    field: &'a Field,
    view: &'a View<'a>,
    id: String,
    error: Option<String>,
    help: &'a str,
}

/// Appends a field: label, error, control, help.
pub(super) fn push_field(out: &mut String, schema: &Schema, field: &Field, view: &View<'_>) {
    let shown = Shown {
        schema,
        field,
        view,
        id: control_id(schema, &field.name),
        error: broken(view, &Subject::Field(field.name.clone())).map(|rule| rule.say(view.words)),
        help: schema.say(&field.help, view.lang),
    };
    let (tag, label_end) = if is_group(field) { ("fieldset", "legend") } else { ("div", "label") };
    let wrong = if shown.error.is_some() { " form-field-wrong" } else { "" };
    out.extend(["<", tag, " class=\"form-field", wrong, "\""]);
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

impl Shown<'_> {
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
        if !self.help.is_empty() {
            out.extend(["<p class=\"form-help\" id=\"", &self.id, "-help\">"]);
            push_text(out, self.help);
            out.push_str("</p>\n");
        }
    }

    /// Ties the error and the help to what they are about.
    fn push_description(&self, out: &mut String) {
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let help = (!self.help.is_empty()).then(|| format!("{}-help", self.id));
        let both: alloc::vec::Vec<_> = error.into_iter().chain(help).collect();
        if !both.is_empty() {
            push_attribute(out, "aria-describedby", &both.join(" "));
        }
    }

    /// What all single controls share.
    fn push_attributes(&self, out: &mut String) {
        push_attribute(out, "id", &self.id);
        push_attribute(out, "name", &self.field.name);
        if self.field.required {
            out.push_str(" required");
        }
        let token = match (self.field.autocomplete.as_str(), self.field.kind) {
            ("", Kind::Email) => "email",
            ("", Kind::Phone) => "tel",
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
            Kind::Choice if !is_group(self.field) => self.push_list(out),
            Kind::Choice | Kind::Choices => self.push_group(out),
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
    }

    fn push_consent(&self, out: &mut String) {
        out.push_str("<p class=\"form-choice\"><input type=\"checkbox\" value=\"yes\"");
        self.push_attributes(out);
        if sent(self.view, self.field).any(|value| !value.is_empty()) {
            out.push_str(" checked");
        }
        out.extend(["> <label for=\"", &self.id, "\">"]);
        self.push_label(out);
        out.push_str("</label></p>\n");
    }

    fn push_group(&self, out: &mut String) {
        for (index, choice) in self.field.choices.iter().enumerate() {
            self.push_choice(out, index, choice);
        }
    }

    /// One box of a group. The first has the field's own id, where the summary's link leads.
    fn push_choice(&self, out: &mut String, index: usize, choice: &Choice) {
        let radio = self.field.kind == Kind::Choice;
        let id = if index == 0 { self.id.clone() } else { format!("{}-{}", self.id, index + 1) };
        out.push_str(if radio {
            "<p class=\"form-choice\"><input type=\"radio\""
        } else {
            "<p class=\"form-choice\"><input type=\"checkbox\""
        });
        push_attribute(out, "id", &id);
        push_attribute(out, "name", &self.field.name);
        push_attribute(out, "value", &choice.value);
        if radio && self.field.required {
            out.push_str(" required");
        }
        if sent(self.view, self.field).any(|value| value == choice.value) {
            out.push_str(" checked");
        }
        out.extend(["> <label for=\"", &id, "\">"]);
        push_text(out, self.schema.say(&choice.label, self.view.lang));
        out.push_str("</label></p>\n");
    }

    fn push_list(&self, out: &mut String) {
        out.push_str("<select class=\"form-control\"");
        self.push_attributes(out);
        out.push_str(">\n<option value=\"\">");
        push_text(out, &self.view.words.say("functions-form-choose", &[]));
        out.push_str("</option>\n");
        for choice in &self.field.choices {
            out.push_str("<option");
            push_attribute(out, "value", &choice.value);
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
