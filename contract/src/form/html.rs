//! The HTML of a form: the same for the page that the generator writes and for the page that comes back
//! with errors. Labels above, help below, errors first; no script, no inline style, nothing unescaped.

use alloc::format;
use alloc::string::{String, ToString};

use super::check::{FieldError, FieldErrors, Subject};
use super::condition::Condition;
use super::decode::Submission;
use super::schema::{Field, Kind, Schema};
use super::steps::{BACK_FIELD, STEP_FIELD};
use super::{ID_FIELD, TRAP_FIELD, action};
use crate::html::{escape, push_attribute, push_text};
use crate::message::Bundle;

mod control;
mod group;

/// In what state a form is shown.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The visitor's language.
    pub lang: &'a str,
    /// The words of that language.
    pub words: &'a Bundle,
    /// A fresh unique id; none in pages that are cached or built once for everybody.
    pub id: Option<&'a str>,
    /// Why the last sending was refused, with what was sent.
    pub refused: Option<&'a FieldErrors>,
    /// What a link to the form fills in.
    pub filled: Option<&'a Submission>,
    /// Which step is shown, from 0.
    pub step: usize,
}

impl<'a> View<'a> {
    /// A form as it is first met, in a page that is the same for everybody.
    pub fn fresh(lang: &'a str, words: &'a Bundle) -> Self {
        Self { lang, words, id: None, refused: None, filled: None, step: 0 }
    }
}

/// The form as safe HTML: one `<form class="form">`, without a heading.
pub fn html(schema: &Schema, view: &View<'_>) -> String {
    html_for(schema, view, &action(view.lang, &schema.id))
}

/// The same, sent to this address.
pub fn html_for(schema: &Schema, view: &View<'_>, action: &str) -> String {
    let mut out = String::with_capacity(1024 + 512 * schema.fields.len());
    out.push_str("<form class=\"form\" method=\"post\" accept-charset=\"utf-8\"");
    push_attribute(&mut out, "action", action);
    push_attribute(&mut out, "aria-label", schema.say(&schema.title, view.lang));
    out.push_str(">\n");
    push_summary(&mut out, schema, view);
    if let Some(id) = view.id {
        push_unseen(&mut out, ID_FIELD, id);
    }
    push_step(&mut out, schema, view);
    for field in schema.fields_of(view.step) {
        if !is_shown(schema, field, view) {
            continue;
        }
        if field.kind == Kind::Hidden {
            push_hidden(&mut out, field, view);
        } else {
            control::push_field(&mut out, schema, field, view);
        }
    }
    push_trap(&mut out, schema, view);
    push_actions(&mut out, schema, view);
    out.push_str("</form>\n");
    out
}

/// Which step this is, and what was answered in the others.
fn push_step(out: &mut String, schema: &Schema, view: &View<'_>) {
    let Some(step) = schema.steps.get(view.step) else { return };
    let [number, count] = [view.step + 1, schema.steps.len()].map(|number| number.to_string());
    let title = schema.say(&step.title, view.lang);
    out.push_str("<h2 class=\"form-step\">");
    push_text(out, &view.words.say("functions-form-step", &[("count", &count), ("n", &number), ("title", title)]));
    out.push_str("</h2>\n");
    push_unseen(out, STEP_FIELD, &number);
    let here = schema.fields_of(view.step);
    let elsewhere = |name: &str| {
        let name = name.split('.').next().unwrap_or_default();
        schema.field(name).is_some() && here.iter().all(|field| field.name != name)
    };
    let before = view.refused.into_iter().flat_map(|refused| &refused.sent.pairs);
    for (name, value) in before.filter(|(name, _)| elsewhere(name)) {
        push_unseen(out, name, value);
    }
}

/// Whether a field has a place in the page: what depends on an answer to another step is known here.
fn is_shown(schema: &Schema, field: &Field, view: &View<'_>) -> bool {
    let Some(refused) = view.refused else { return true };
    undecided(schema, field, view).is_some() || field.is_asked(schema, &refused.sent)
}

/// What an answer in the same page has yet to decide: whether a field is asked.
fn undecided<'a>(schema: &Schema, field: &'a Field, view: &View<'_>) -> Option<&'a Condition> {
    let here = schema.fields_of(view.step);
    field.show_if.as_ref().filter(|condition| here.iter().any(|other| other.name == condition.field))
}

/// The buttons, and how long what is sent stays.
fn push_actions(out: &mut String, schema: &Schema, view: &View<'_>) {
    let is_last = view.step >= schema.last_step();
    let own = Some(schema.say(&schema.submit, view.lang)).filter(|own| is_last && !own.is_empty());
    let key = if is_last { "functions-form-send" } else { "functions-form-next" };
    out.push_str("<p class=\"form-actions\"><button type=\"submit\" class=\"form-submit\">");
    push_text(out, &own.map_or_else(|| view.words.say(key, &[]), String::from));
    out.push_str("</button>");
    if view.step > 0 {
        out.extend([
            " <button type=\"submit\" class=\"form-back\" name=\"",
            BACK_FIELD,
            "\" value=\"1\" formnovalidate>",
        ]);
        push_text(out, &view.words.say("functions-form-back", &[]));
        out.push_str("</button>");
    }
    out.push_str("</p>\n");
    if let Some(days) = schema.policy.keep_days.filter(|_| is_last) {
        out.push_str("<p class=\"form-help\">");
        push_text(out, &view.words.say("functions-form-kept", &[("days", &days.to_string())]));
        out.push_str("</p>\n");
    }
}

/// A value that is sent and not seen.
fn push_unseen(out: &mut String, name: &str, value: &str) {
    out.push_str("<input type=\"hidden\"");
    push_attribute(out, "name", name);
    push_attribute(out, "value", value);
    out.push_str(">\n");
}

/// The id of a field's control in the page.
fn control_id(schema: &Schema, name: &str) -> String {
    format!("f-{}-{name}", schema.id)
}

/// What is wrong with a field, if something is.
fn broken<'v>(view: &View<'v>, subject: &Subject) -> Option<&'v FieldError> {
    view.refused?.errors.iter().find(|error| error.subject == *subject)
}

/// The errors, each a link to its field; takes the focus as the page opens.
fn push_summary(out: &mut String, schema: &Schema, view: &View<'_>) {
    let Some(refused) = view.refused.filter(|refused| !refused.errors.is_empty()) else { return };
    out.push_str("<div class=\"form-summary\" role=\"alert\" tabindex=\"-1\" autofocus>\n<h2>");
    push_text(out, &view.words.say("functions-form-errors", &[]));
    out.push_str("</h2>\n<ul>\n");
    for error in &refused.errors {
        out.push_str("<li>");
        let message = error.say(schema, view.lang, view.words);
        let (name, label) = match &error.subject {
            Subject::Form => {
                push_text(out, &message);
                out.push_str("</li>\n");
                continue;
            }
            Subject::Trap => (TRAP_FIELD, view.words.say("functions-form-trap", &[])),
            Subject::Field(name) => {
                (name.as_str(), schema.field(name).map_or("", |field| schema.say(&field.label, view.lang)).into())
            }
        };
        out.push_str("<a");
        push_attribute(out, "href", &format!("#{}", control_id(schema, name)));
        out.push('>');
        push_text(out, &view.words.say("functions-form-error-item", &[("label", &label), ("message", &message)]));
        out.push_str("</a></li>\n");
    }
    out.push_str("</ul>\n</div>\n");
}

/// The field for robots: hidden from people, unless a browser filled it for them, and then it says so.
fn push_trap(out: &mut String, schema: &Schema, view: &View<'_>) {
    let id = control_id(schema, TRAP_FIELD);
    let sprung = broken(view, &Subject::Trap);
    let hidden = if sprung.is_some() { "" } else { " hidden" };
    let label = escape(&view.words.say("functions-form-trap", &[]));
    out.extend(["<p class=\"form-trap\"", hidden, "><label for=\"", &id, "\">", &label, "</label>"]);
    out.extend([
        "<input type=\"text\" id=\"",
        &id,
        "\" name=\"",
        TRAP_FIELD,
        "\" autocomplete=\"off\" tabindex=\"-1\">",
    ]);
    out.push_str("</p>\n");
}

/// What nobody sees: what a link to the form says, if it may say it, or what its editor wrote.
fn push_hidden(out: &mut String, field: &Field, view: &View<'_>) {
    push_unseen(out, &field.name, sent(view, field).next().unwrap_or(&field.value));
}

/// What was sent for a field, all its values; or what a link to the form fills in.
fn sent<'a>(view: &View<'a>, field: &'a Field) -> impl Iterator<Item = &'a str> {
    given(view, field, &field.name)
}

/// The same under the name of one part of a field.
fn given<'a>(view: &View<'a>, field: &Field, name: &'a str) -> impl Iterator<Item = &'a str> {
    let filled = view.filled.filter(|_| field.prefill && view.refused.is_none());
    view.refused.map(|refused| &refused.sent).or(filled).into_iter().flat_map(move |sent| sent.values(name))
}

/// Whether the answer is given with several controls, which a `<fieldset>` must then hold together.
fn is_group(field: &Field) -> bool {
    match field.kind {
        Kind::Choice => field.choices.len() <= control::MOST_RADIOS,
        Kind::Choices | Kind::Rating | Kind::Nps | Kind::Scale | Kind::Matrix | Kind::Ranking => true,
        _ => false,
    }
}

/// So many conditions have a place in the styles of a theme; fields under further ones are always seen, which their note explains.
const MOST_HIDDEN: usize = 6;

/// The conditions under which fields are asked, each once, by the number that styles know them by: from 1.
fn conditions(schema: &Schema) -> impl Iterator<Item = (usize, &Condition)> {
    let all = || schema.fields.iter().filter_map(|field| field.show_if.as_ref());
    let first = move |(place, condition): &(usize, &Condition)| !all().take(*place).any(|before| before == *condition);
    (1..=MOST_HIDDEN).zip(all().enumerate().filter(first).map(|(_, condition)| condition))
}

#[cfg(test)]
mod tests;
