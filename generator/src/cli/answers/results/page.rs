//! The page of a tally: a table for each question, with a bar beside each number for those who see.

use super::Dress;
use super::tally::{Counts, Question, Tally};
use colibri::site::{Language, Locale};
use colibri_contract::form::Choice;
use colibri_contract::html::{push_attribute, push_text};

/// The page in the site's dress.
pub(super) fn page(dress: &Dress, tally: &Tally<'_>) -> String {
    let shown = Shown { dress, locale: Locale::new(&Language::plain(&dress.lang, "")) };
    let mut out = String::new();
    shown.push_words(&mut out, &[("functions-results-answers", tally.total.to_string())]);
    for question in &tally.questions {
        shown.push_question(&mut out, question);
    }
    let title = dress.schema.say(&dress.schema.title, &dress.lang);
    dress.shell.fill(&dress.words.say("functions-results-title", &[("title", title)]), &out)
}

struct Shown<'a> {
    dress: &'a Dress,
    locale: Locale,
}

impl Shown<'_> {
    fn say(&self, key: &str) -> String {
        self.dress.words.say(key, &[])
    }

    fn number(&self, number: &str) -> String {
        self.locale.number(number).unwrap_or_else(|| number.to_owned())
    }

    /// Sentences about numbers, as a paragraph.
    fn push_words(&self, out: &mut String, said: &[(&str, String)]) {
        let said = said.iter().map(|(key, number)| self.dress.words.say(key, &[("n", &self.number(number))]));
        out.push_str("<p>");
        push_text(out, &said.collect::<Vec<_>>().join(" · "));
        out.push_str("</p>\n");
    }

    fn push_question(&self, out: &mut String, question: &Question<'_>) {
        out.push_str("<h2>");
        push_text(out, self.dress.schema.say(&question.field.label, &self.dress.lang));
        out.push_str("</h2>\n");
        let key = if question.counts.is_empty() { "functions-results-written" } else { "functions-results-answers" };
        let mut said = vec![(key, question.answered.to_string())];
        said.extend(question.mean.map(|mean| ("functions-results-mean", format!("{mean:.1}"))));
        said.extend(question.score.map(|score| ("functions-results-score", score.to_string())));
        self.push_words(out, &said);
        for counts in &question.counts {
            self.push_counts(out, question, counts);
        }
    }

    fn push_counts(&self, out: &mut String, question: &Question<'_>, counts: &Counts) {
        out.push_str("<div class=\"table\"><table>\n");
        if !counts.row.is_empty() {
            out.push_str("<caption>");
            push_text(out, self.name(&question.field.rows, &counts.row));
            out.push_str("</caption>\n");
        }
        out.push_str("<thead><tr>");
        for key in ["answer", "count", "share"] {
            out.push_str(if key == "count" { "<th scope=\"col\" class=\"number\">" } else { "<th scope=\"col\">" });
            push_text(out, &self.say(&format!("functions-results-{key}")));
            out.push_str("</th>");
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for (value, count) in &counts.of {
            let share = (count * 100 + question.answered / 2) / question.answered.max(1);
            out.push_str("<tr><th scope=\"row\">");
            push_text(out, self.name(&question.field.choices, value));
            out.push_str("</th><td class=\"number\">");
            push_text(out, &self.number(&count.to_string()));
            out.push_str("</td><td>");
            self.push_bar(out, share);
            push_text(out, &format!("{}\u{a0}%", self.number(&share.to_string())));
            out.push_str("</td></tr>\n");
        }
        out.push_str("</tbody>\n</table></div>\n");
    }

    fn name<'n>(&self, among: &'n [Choice], value: &'n str) -> &'n str {
        self.dress.schema.name_of(value, among, &self.dress.lang)
    }

    /// A bar that grows from where reading begins. It says nothing that the number beside it does not.
    fn push_bar(&self, out: &mut String, share: usize) {
        let start = if self.dress.is_rtl { 100 - share.min(100) } else { 0 };
        out.push_str(
            "<svg aria-hidden=\"true\" viewBox=\"0 0 100 12\" width=\"100\" height=\"12\" fill=\"currentColor\"><rect",
        );
        push_attribute(out, "x", &start.to_string());
        push_attribute(out, "width", &share.min(100).to_string());
        out.push_str(" height=\"12\"/></svg> ");
    }
}

#[cfg(test)]
mod tests {
    use super::super::tally::tally;
    use super::*;
    use colibri_contract::form::Schema;
    use colibri_contract::message::Bundle;
    use colibri_contract::site::Shell;
    use serde_json::json;

    #[test]
    fn every_answer_has_its_name_its_number_and_its_share() {
        let schema = r#"{"version": 4, "id": "s", "reference": "ar", "title": {"ar": "<S>"}, "thanks": {"ar": "/"}, "fields": [
          {"name": "pick", "kind": "choice", "label": {"ar": "A & B"}, "choices": [{"value": "a", "label": {"ar": "<i>"}}, {"value": "b", "label": {"ar": "B"}}]}]}"#;
        let dress = Dress {
            schema: Schema::decode(schema.as_bytes()).unwrap(),
            lang: "ar".to_owned(),
            is_rtl: true,
            words: Bundle::english(),
            shell: Shell::parse("<title><!--colibri:title--></title><!--colibri:slot-->").unwrap(),
        };
        let answers = [json!({"pick": "a"}), json!({"pick": "a"}), json!({"pick": "b"})];
        let answers: Vec<_> = answers.iter().filter_map(|answer| answer.as_object().cloned()).collect();
        let html = page(&dress, &tally(&dress.schema, &answers));
        for part in [
            "<title>&lt;S&gt;: results</title>",
            "<h2>A &amp; B</h2>",
            "Answers: 3",
            "&lt;i&gt;</th><td class=\"number\">2</td>",
            "x=\"33\" width=\"67\"",
            "67\u{a0}%",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
    }
}
