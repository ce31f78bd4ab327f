//! Letters to one reader, with links that only we can have made.

use colibri_contract::html::{escape, push_attribute, push_text};
use colibri_contract::site::Language;

/// A letter to one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// Where a program of mail posts when its reader wants no more, if there is more to come.
    pub(crate) leave: Option<String>,
}

/// Scheme and host of an address: the functions stand at the root of a host.
pub(crate) fn origin(base_url: &str) -> &str {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    &base_url[..base_url[host..].find('/').map_or(base_url.len(), |at| host + at)]
}

/// The start of a letter as a page, in the language and the direction of its reader.
pub(crate) fn head(language: &Language, subject: &str) -> String {
    let [lang, dir, subject] = [language.code.as_str(), &language.dir, subject].map(escape);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{subject}</title>\n</head>\n\
         <body style=\"max-width:36em;margin:1em auto;padding:0 1em;font:16px/1.6 system-ui,sans-serif\">\n"
    )
}

/// A link that is to be pressed.
pub(crate) fn push_button(out: &mut String, url: &str, text: &str) {
    out.push_str("<p><a style=\"display:inline-block;padding:.6em 1.2em;border:2px solid;font-weight:bold\"");
    push_attribute(out, "href", url);
    out.push('>');
    push_text(out, text);
    out.push_str("</a></p>\n");
}
