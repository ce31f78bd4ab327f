//! The letter that asks for a confirmation, in the language and the direction of who asked. It repeats nothing that anybody typed:
//! whoever types an advertisement in place of an address must not have it carried to others.

use colibri_contract::html::{escape, push_attribute, push_text};
use colibri_contract::message::Bundle;
use colibri_contract::newsletter::Newsletter;
use colibri_contract::site::Language;

use super::Step;
use super::token::{self, Purpose};
use crate::page::push_paragraph;

/// A letter to one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// Where a program of mail posts when its reader wants no more.
    pub(crate) leave: String,
}

/// For whom, and by what, links are made.
pub(crate) struct Sealed<'a> {
    pub(crate) origin: &'a str,
    pub(crate) secret: &'a [u8],
    pub(crate) signup: &'a str,
}

/// Scheme and host of an address: the functions stand at the root of a host.
pub(crate) fn origin(base_url: &str) -> &str {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    &base_url[..base_url[host..].find('/').map_or(base_url.len(), |at| host + at)]
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
    html.push_str("<p><a style=\"display:inline-block;padding:.6em 1.2em;border:2px solid;font-weight:bold\"");
    push_attribute(&mut html, "href", &confirm);
    html.push('>');
    push_text(&mut html, &say("button"));
    html.push_str("</a></p>\n");
    push_paragraph(&mut html, &until);
    html.push_str("<p><small>");
    push_text(&mut html, &refuse);
    html.push_str(" <a dir=\"ltr\"");
    push_attribute(&mut html, "href", &leave);
    html.push('>');
    push_text(&mut html, sealed.origin);
    html.push_str("</a></small></p>\n</body>\n</html>\n");
    Letter { subject, text, html, leave }
}

fn head(language: &Language, subject: &str) -> String {
    let [lang, dir, subject] = [language.code.as_str(), &language.dir, subject].map(escape);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{subject}</title>\n</head>\n\
         <body style=\"max-width:36em;margin:1em auto;padding:0 1em;font:16px/1.6 system-ui,sans-serif\">\n"
    )
}
