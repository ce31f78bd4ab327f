//! `/_/outbox`: the letters that the site would send, for who makes it.

use std::fmt::Write;
use std::sync::Arc;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use colibri_functions::Written;
use colibri_functions::native::Preview;

use super::current::Current;
use super::inject::escape;
use crate::diagnostic::Phrase;
use crate::diagnostic::words::Catalogue;

/// No script of a letter runs, and nothing of it is fetched.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";
const STYLE: &str = "\
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
article{border:1px solid;border-radius:.5rem;margin:1.5rem 0;padding:0 1rem 1rem}h2{font-size:1.15rem;margin:1rem 0 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere}iframe{width:100%;height:24rem;border:1px solid;background:Canvas}";

/// The preview's host, and this page.
pub(super) fn beside(preview: Preview, current: Arc<Current>) -> Router {
    let router = preview.router();
    let preview = Arc::new(preview);
    router.route("/_/outbox", get(move || answer(Arc::clone(&preview), Arc::clone(&current))))
}

async fn answer(preview: Arc<Preview>, current: Arc<Current>) -> Response {
    match preview.letters().await {
        Ok(letters) => {
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CONTENT_SECURITY_POLICY, POLICY),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (headers, page(&letters, current.catalogue())).into_response()
        }
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response(),
    }
}

fn page(letters: &[Written], words: &Catalogue) -> String {
    let say = |key: &'static str| escape(&words.phrase(&Phrase::of(key)));
    let (tag, title) = (words.language().tag(), say("outbox-title"));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{}</p>\n",
        say(if letters.is_empty() { "outbox-empty" } else { "outbox-unsent" })
    );
    for letter in letters {
        push(&mut out, letter, &say("outbox-team"), &say("outbox-page"));
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn push(out: &mut String, letter: &Written, team: &str, as_page: &str) {
    let Written { at, to, subject, text, html } = letter;
    let to = if to.is_empty() { team.to_owned() } else { format!("<bdi>{}</bdi>", escape(to)) };
    let [at, subject, html] = [at, subject, html].map(|text| escape(text));
    // Writing to a String never fails.
    let _ = write!(
        out,
        "<article>\n<h2 dir=\"auto\">{subject}</h2>\n<p>→ {to} · <time>{at}</time></p>\n<pre dir=\"auto\">{}</pre>\n\
         <details><summary>{as_page}</summary>\n<iframe sandbox title=\"{as_page}: {subject}\" srcdoc=\"{html}\"></iframe></details>\n\
         </article>\n",
        linked(text)
    );
}

/// The text, in which a line that is an address of the web leads there.
fn linked(text: &str) -> String {
    let line = |line: &str| {
        let shown = escape(line);
        let is_link =
            (line.starts_with("https://") || line.starts_with("http://")) && !line.contains(char::is_whitespace);
        if is_link { format!("<a href=\"{shown}\">{shown}</a>") } else { shown }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::words::Language;

    #[test]
    fn what_was_typed_is_shown_inert_and_links_lead() {
        let letter = Written {
            at: "2026-01-01T00:00:00.000Z".into(),
            to: "<b>@x.test".into(),
            subject: "<script>".into(),
            text: "<script>\n\nhttps://x.test/?k=1&a=\"b\njavascript:alert(1)\n".into(),
            html: "<p onclick=\"x\">\"></iframe><script>".into(),
        };
        let page = page(&[letter], &Catalogue::new(Language::English));
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert_eq!(page.matches("</iframe>").count(), 1, "{page}");
        assert!(page.contains("<a href=\"https://x.test/?k=1&amp;a=&quot;b\">"), "{page}");
        assert_eq!(page.matches("<a ").count(), 1, "{page}");
    }
}
