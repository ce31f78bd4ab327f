//! The letter that asks for a confirmation, in the language and the direction of who asked. It repeats nothing that anybody typed:
//! whoever types an advertisement in place of an address must not have it carried to others.

use colibri_contract::html::{push_attribute, push_text};
use colibri_contract::message::Bundle;
use colibri_contract::newsletter::Newsletter;
use colibri_contract::site::Language;

use super::Step;
use crate::letter::{Letter, head, push_button};
use crate::page::push_paragraph;
use crate::token::{self, Purpose};

/// For whom, and by what, links are made.
pub(crate) struct Sealed<'a> {
    pub(crate) origin: &'a str,
    pub(crate) secret: &'a [u8],
    pub(crate) signup: &'a str,
}

/// Makes the letter.
pub(crate) fn opt_in(newsletter: &Newsletter, words: &Bundle, language: &Language, sealed: &Sealed<'_>) -> Letter {
    let title = newsletter.say(&newsletter.title, &language.code);
    let days = newsletter.days.to_string();
    let say =
        |key: &str| words.say(&format!("functions-newsletter-letter-{key}"), &[("title", title), ("days", &days)]);
    let link = |step: Step, purpose| {
        let path = step.link(&language.code, &token::seal(sealed.secret, purpose, sealed.signup));
        format!("{}{path}", sealed.origin)
    };
    let (confirm, leave) = (link(Step::Confirm, Purpose::Confirm), link(Step::Leave, Purpose::Leave));
    let [subject, asks, until, refuse] = ["subject", "text", "until", "refuse"].map(say);
    let text = format!("{asks}\n\n{confirm}\n\n{until}\n\n{refuse}\n{leave}\n");
    let mut html = head(language, &subject);
    push_paragraph(&mut html, &asks);
    push_button(&mut html, &confirm, &say("button"));
    push_paragraph(&mut html, &until);
    html.push_str("<p><small>");
    push_text(&mut html, &refuse);
    html.push_str(" <a dir=\"ltr\"");
    push_attribute(&mut html, "href", &leave);
    html.push('>');
    push_text(&mut html, sealed.origin);
    html.push_str("</a></small></p>\n</body>\n</html>\n");
    Letter { subject, text, html, leave: Some(leave) }
}
