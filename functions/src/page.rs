//! Pages that say why there is no other page.

use colibri_contract::html::{escape, push_attribute, push_text};

use crate::response::Response;
use crate::visitor::Visitor;

/// Why a request is not answered with what it asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Nothing is there.
    NotFound,
    /// It cannot be read.
    BadRequest,
    /// The method does not fit.
    Method,
    /// It comes from another site.
    Forbidden,
    /// It is too long.
    TooLarge,
    /// It is not a form's way of sending.
    MediaType,
    /// Its network has sent much in this minute.
    Often,
    /// The store or the site cannot be read now.
    Unavailable,
}

impl Refusal {
    /// The same for whoever reads it: a page, or an object for a program.
    pub(crate) fn answer(self, visitor: &Visitor, is_json: bool) -> Response {
        let (status, key) = self.facts();
        if is_json { object(visitor, status, key) } else { self.page(visitor) }
    }

    /// HTTP status, and the key of the sentence; the title's key is the same with `-title`.
    fn facts(self) -> (u16, &'static str) {
        match self {
            Self::NotFound => (404, "functions-not-found"),
            Self::BadRequest => (400, "functions-bad-request"),
            Self::Method => (405, "functions-method"),
            Self::Forbidden => (403, "functions-forbidden"),
            Self::TooLarge => (413, "functions-too-large"),
            Self::MediaType => (415, "functions-media-type"),
            Self::Often => (429, "functions-too-often"),
            Self::Unavailable => (503, "functions-unavailable"),
        }
    }

    /// The page that says so, in the visitor's language, with a way home.
    pub(crate) fn page(self, visitor: &Visitor) -> Response {
        let (status, key) = self.facts();
        said(visitor, status, key)
    }
}

/// What is said under this key, for a program.
pub(crate) fn object(visitor: &Visitor, status: u16, key: &str) -> Response {
    let name = key.strip_prefix("functions-").unwrap_or(key);
    Response::json(status, &serde_json::json!({ "error": name, "message": visitor.say(key) }))
}

/// A page that says something under this key, its title under the same with `-title`, with a way home.
pub(crate) fn said(visitor: &Visitor, status: u16, key: &str) -> Response {
    titled(visitor, status, &visitor.say(&format!("{key}-title")), key)
}

/// The same with a title that is given.
pub(crate) fn titled(visitor: &Visitor, status: u16, title: &str, key: &str) -> Response {
    let mut content = String::new();
    push_paragraph(&mut content, &visitor.say(key));
    push_link(&mut content, &visitor.language.home, &visitor.say("functions-home"));
    visitor.page(status, title, &content)
}

pub(crate) fn push_paragraph(out: &mut String, text: &str) {
    out.push_str("<p>");
    push_text(out, text);
    out.push_str("</p>\n");
}

/// A line of a list of facts: what it is, and what is said of it.
pub(crate) fn push_fact(out: &mut String, label: &str, values: &[impl AsRef<str>]) {
    out.push_str("<div><dt>");
    push_text(out, label);
    out.push_str("</dt>");
    for value in values {
        out.push_str("<dd><bdi>");
        push_text(out, value.as_ref());
        out.push_str("</bdi></dd>");
    }
    out.push_str("</div>\n");
}

/// What stands out before the rest.
pub(crate) fn push_callout(out: &mut String, text: &str) {
    out.push_str("<p class=\"callout\">");
    push_text(out, text);
    out.push_str("</p>\n");
}

pub(crate) fn push_link(out: &mut String, url: &str, text: &str) {
    out.push_str("<p><a");
    push_attribute(out, "href", url);
    out.push('>');
    push_text(out, text);
    out.push_str("</a></p>\n");
}

/// The start of a form that is sent to this address.
pub(crate) fn push_form(out: &mut String, action: &str) {
    out.push_str("<form class=\"form\" method=\"post\" accept-charset=\"utf-8\"");
    push_attribute(out, "action", action);
    out.push_str(">\n");
}

/// Buttons: what each does, and what it says.
pub(crate) fn push_buttons(out: &mut String, buttons: &[(&str, String)]) {
    out.push_str("<p class=\"form-actions\">");
    for (does, says) in buttons {
        out.push_str("<button type=\"submit\" class=\"form-submit\"");
        if !does.is_empty() {
            push_attribute(out, "name", "do");
            push_attribute(out, "value", does);
        }
        out.push('>');
        push_text(out, says);
        out.push_str("</button> ");
    }
    out.push_str("</p>\n");
}

/// A whole page without the site's shell, for when the shell cannot be read.
pub(crate) fn bare(lang: &str, dir: &str, title: &str, content: &str) -> String {
    let [lang, dir, title] = [lang, dir, title].map(escape);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{content}</main>\n</body>\n</html>\n"
    )
}
