//! Answers given with several controls: boxes, steps of a scale, rows of choices, places in an order.

use alloc::format;
use alloc::string::{String, ToString};

use super::super::parts::part_name;
use super::super::schema::{Choice, Kind};
use super::control::Shown;
use super::{given, sent};
use crate::html::{push_attribute, push_text};

/// One control that is ticked.
struct Tick<'a> {
    id: &'a str,
    name: &'a str,
    value: &'a str,
    label: &'a str,
    is_radio: bool,
    is_checked: bool,
}

impl Shown<'_> {
    /// The id of a control of the group. The first has the field's own, where the summary's link leads.
    fn nth_id(&self, index: usize) -> String {
        if index == 0 { self.id.clone() } else { format!("{}-{}", self.id, index + 1) }
    }

    fn push_tick(&self, out: &mut String, tick: &Tick<'_>) {
        out.push_str(if tick.is_radio {
            "<p class=\"form-choice\"><input type=\"radio\""
        } else {
            "<p class=\"form-choice\"><input type=\"checkbox\""
        });
        push_attribute(out, "id", tick.id);
        push_attribute(out, "name", tick.name);
        push_attribute(out, "value", tick.value);
        self.push_makes_appear(out, tick.value);
        if tick.is_radio && self.is_insisted_on() {
            out.push_str(" required");
        }
        if tick.is_checked {
            out.push_str(" checked");
        }
        out.extend(["> <label for=\"", tick.id, "\">"]);
        push_text(out, tick.label);
        out.push_str("</label></p>\n");
    }

    /// The choices, each with its box.
    pub(super) fn push_choices(&self, out: &mut String) {
        self.push_row(out, &self.field.name, 0, self.field.kind == Kind::Choice);
    }

    /// The choices under this name; the first is the `start`th control of the field.
    fn push_row(&self, out: &mut String, name: &str, start: usize, is_radio: bool) {
        for (index, choice) in self.field.choices.iter().enumerate() {
            self.push_tick(
                out,
                &Tick {
                    id: &self.nth_id(start + index),
                    name,
                    value: &choice.value,
                    label: self.label(choice),
                    is_radio,
                    is_checked: given(self.view, self.field, name).any(|value| value == choice.value),
                },
            );
        }
    }

    fn label<'a>(&self, choice: &'a Choice) -> &'a str {
        self.schema.say(&choice.label, self.view.lang)
    }

    /// Numbers side by side; the first and the last say what they mean.
    pub(super) fn push_steps(&self, out: &mut String) {
        let Some(steps) = self.field.steps() else { return };
        let [low, high] = self.ends();
        out.push_str("<div class=\"form-steps\">\n");
        for (index, step) in steps.clone().enumerate() {
            let means = [(steps.start(), &low), (steps.end(), &high)];
            let end = means.into_iter().find(|(end, text)| **end == step && !text.is_empty());
            let label = end.map_or_else(|| step.to_string(), |(_, text)| format!("{step} – {text}"));
            let value = step.to_string();
            self.push_tick(
                out,
                &Tick {
                    id: &self.nth_id(index),
                    name: &self.field.name,
                    value: &value,
                    label: &label,
                    is_radio: true,
                    is_checked: sent(self.view, self.field).any(|given| given == value),
                },
            );
        }
        out.push_str("</div>\n");
    }

    /// What the first and the last step mean.
    fn ends(&self) -> [String; 2] {
        if self.field.kind == Kind::Nps {
            ["functions-form-nps-low", "functions-form-nps-high"].map(|key| self.view.words.say(key, &[]))
        } else {
            [&self.field.low, &self.field.high].map(|text| self.schema.say(text, self.view.lang).to_string())
        }
    }

    /// Each row with all choices: groups in a group, which a phone shows one below the other.
    pub(super) fn push_matrix(&self, out: &mut String) {
        for (index, row) in self.field.rows.iter().enumerate() {
            out.push_str("<fieldset class=\"form-row\"><legend>");
            push_text(out, self.label(row));
            out.push_str("</legend>\n<div class=\"form-steps\">\n");
            let name = part_name(self.field, &row.value);
            self.push_row(out, &name, index * self.field.choices.len(), true);
            out.push_str("</div>\n</fieldset>\n");
        }
    }

    /// Each choice with the place it is given.
    pub(super) fn push_ranking(&self, out: &mut String) {
        for (index, choice) in self.field.choices.iter().enumerate() {
            let (id, name) = (self.nth_id(index), part_name(self.field, &choice.value));
            out.push_str("<p class=\"form-choice\"><select");
            push_attribute(out, "id", &id);
            push_attribute(out, "name", &name);
            if self.is_insisted_on() {
                out.push_str(" required");
            }
            out.push_str("><option value=\"\">–</option>");
            let chosen = given(self.view, self.field, &name).next().unwrap_or_default();
            for place in 1..=self.field.choices.len() {
                let place = place.to_string();
                let selected = if place == chosen { " selected" } else { "" };
                out.extend(["<option", selected, ">", &place, "</option>"]);
            }
            out.extend(["</select> <label for=\"", &id, "\">"]);
            push_text(out, self.label(choice));
            out.push_str("</label></p>\n");
        }
    }
}
