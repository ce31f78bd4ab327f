//! Pages of the newsletter: a sentence and a button, or boxes to tick.

use colibri_contract::form::{Choice, Translated};
use colibri_contract::html::{push_attribute, push_text};

use crate::page::{push_buttons, push_form, push_paragraph};
use crate::response::Response;
use crate::visitor::Visitor;

/// A page with one button, which sends nothing but that it was pressed.
pub(super) fn button(visitor: &Visitor, [title, sentence, button]: [&str; 3], action: &str) -> Response {
    let mut content = String::new();
    push_paragraph(&mut content, &visitor.say(sentence));
    push_form(&mut content, action);
    push_buttons(&mut content, &[("", visitor.say(button))]);
    content.push_str("</form>\n");
    visitor.page(200, &visitor.say(title), &content)
}

/// Boxes to tick under a legend; each is ticked when it is among those chosen, or when none is.
pub(super) fn push_boxes(
    out: &mut String,
    (name, legend): (&str, &str),
    choices: &[Choice],
    chosen: &[String],
    say: impl Fn(&Translated) -> String,
) {
    out.push_str("<fieldset class=\"form-field\">\n<legend class=\"form-label\">");
    push_text(out, legend);
    out.push_str("</legend>\n");
    for (index, choice) in choices.iter().enumerate() {
        let id = format!("f-newsletter-{name}-{index}");
        out.push_str("<p class=\"form-choice\"><input type=\"checkbox\"");
        push_attribute(out, "id", &id);
        push_attribute(out, "name", name);
        push_attribute(out, "value", &choice.value);
        if chosen.is_empty() || chosen.contains(&choice.value) {
            out.push_str(" checked");
        }
        out.push_str("> <label");
        push_attribute(out, "for", &id);
        out.push('>');
        push_text(out, &say(&choice.label));
        out.push_str("</label></p>\n");
    }
    out.push_str("</fieldset>\n");
}
