//! What is added to a page so that it follows the sources. Text in, text out.

use crate::diagnostic::words::Catalogue;
use crate::diagnostic::{Diagnostic, Phrase, forms};

/// The page with the preview's script at the end of its body, or at its own end when it does not say where that is.
pub(super) fn inject(html: &[u8], version: &str) -> Vec<u8> {
    let tag = format!(r#"<script src="/_/live.js" data-version="{version}" defer></script>"#);
    let end = html.windows(6).rposition(|window| window.eq_ignore_ascii_case(b"</body")).unwrap_or(html.len());
    [&html[..end], tag.as_bytes(), &html[end..]].concat()
}

/// The page shown before the first build without errors: readable without a script, mended by one.
pub(super) fn waiting_page(errors: &[Diagnostic], catalogue: &Catalogue) -> Vec<u8> {
    let findings = escape(&forms::human(errors, catalogue, false));
    let tag = catalogue.language().tag();
    let word = |key| escape(&catalogue.phrase(&Phrase::of(key)));
    let page = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
         <body>\n<h1>{}</h1>\n<pre>{findings}</pre>\n</body>\n</html>\n",
        word("preview-waiting-title"),
        word("preview-waiting"),
    );
    inject(page.as_bytes(), "")
}

/// Text as it stands in HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What the script is told: the version of the site, and the errors that keep a newer one from being shown.
///
/// One line of JSON: `version`, `errors` with the fields of [`forms::json`], and when there are errors `words`: the `lang`
/// of all these words, the `title` to show above the errors and the word that closes them, `close`.
pub(super) fn news(version: &str, errors: &[Diagnostic], catalogue: &Catalogue) -> String {
    let findings: Vec<String> = forms::json(errors, catalogue).lines().map(str::to_owned).collect();
    let words =
        if errors.is_empty() { String::new() } else { format!(r#","words":{}"#, words(version, errors, catalogue)) };
    format!(r#"{{"version":"{version}","errors":[{}]{words}}}"#, findings.join(","))
}

fn words(version: &str, errors: &[Diagnostic], catalogue: &Catalogue) -> serde_json::Value {
    let title = if version.is_empty() { "preview-errors" } else { "preview-errors-over-site" };
    serde_json::json!({
        "lang": catalogue.language().tag(),
        "title": catalogue.phrase(&Phrase::of(title).with("count", errors.len())),
        "close": catalogue.phrase(&Phrase::of("preview-close")),
    })
}

/// A content security policy that lets the preview's script in, and lets it listen; the rest stays as strict as it is.
pub(super) fn allow_live(policy: &str) -> String {
    let mut rules: Vec<(String, Vec<String>)> = policy.split(';').filter_map(rule).collect();
    let default = rules.iter().find(|(name, _)| name == "default-src").map(|(_, sources)| sources.clone());
    for name in ["script-src", "connect-src"] {
        if let Some((_, sources)) = rules.iter_mut().find(|(rule, _)| rule == name) {
            allow_self(sources);
        } else if let Some(mut sources) = default.clone() {
            allow_self(&mut sources);
            rules.push((name.to_owned(), sources));
        }
    }
    let rules: Vec<String> = rules.into_iter().map(|(name, sources)| format!("{name} {}", sources.join(" "))).collect();
    rules.join("; ")
}

fn rule(text: &str) -> Option<(String, Vec<String>)> {
    let mut words = text.split_ascii_whitespace().map(str::to_owned);
    Some((words.next()?.to_ascii_lowercase(), words.collect()))
}

fn allow_self(sources: &mut Vec<String>) {
    sources.retain(|source| source != "'none'");
    if !sources.iter().any(|source| source == "'self'" || source == "*") {
        sources.push("'self'".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::diagnostic::words::Language;

    fn catalogue() -> Catalogue {
        Catalogue::new(Language::French)
    }

    fn injected(html: &str) -> String {
        String::from_utf8(inject(html.as_bytes(), "7")).unwrap()
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        const TAG: &str = r#"<script src="/_/live.js" data-version="7" defer></script>"#;
        assert_eq!(injected("<p>a</body>"), format!("<p>a{TAG}</body>"));
        assert_eq!(injected("<pre></body></pre>é</BODY >\n"), format!("<pre></body></pre>é{TAG}</BODY >\n"));
        assert_eq!(injected("<p>no end"), format!("<p>no end{TAG}"));
        assert_eq!(injected(""), TAG);
    }

    fn hostile() -> Diagnostic {
        Diagnostic::error("trap", Place::in_file("</pre><script>1</script>"))
            .with("text", "</script><img src=x onerror=alert(1)>\r\n\ndata: {}\u{1b}[2J")
    }

    #[test]
    fn findings_are_text_on_the_waiting_page() {
        let page = String::from_utf8(waiting_page(&[hostile()], &catalogue())).unwrap();
        assert_eq!(page.matches("<script").count(), 1, "only the preview's own");
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
        assert!(!page.contains("<img") && !page.contains('\u{1b}'));
    }

    #[test]
    fn news_are_one_line_of_json() {
        let text = news("7", &[hostile(), hostile()], &catalogue());
        assert!(!text.contains(['\n', '\r', '\u{1b}']));
        let news: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(news["version"], "7");
        assert_eq!(news["errors"][1]["message"], catalogue().say(&hostile()).message);
        assert_eq!(news["words"]["title"], "2 erreurs\u{a0}: ceci est la dernière bonne version");
        assert_eq!(super::news("", &[], &catalogue()), r#"{"version":"","errors":[]}"#);
    }

    #[test]
    fn the_overlay_puts_findings_as_text_never_as_markup() {
        let script = include_str!("live.js");
        for dangerous in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
            assert!(!script.contains(dangerous), "{dangerous}");
        }
        assert!(script.contains("textContent"));
    }

    #[test]
    fn a_policy_lets_the_preview_in_and_stays_strict() {
        let strict = "default-src 'none'; style-src 'self'; script-src 'none'";
        let allowed = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";
        assert_eq!(allow_live(strict), allowed);
        assert_eq!(allow_live("img-src *"), "img-src *");
        assert_eq!(allow_live("Script-Src 'sha256-x';"), "script-src 'sha256-x' 'self'");
    }
}
