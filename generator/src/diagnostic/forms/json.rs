//! Findings for programs: one JSON object a line, with names that stay.

use serde::Serialize;

use crate::diagnostic::words::{Catalogue, Said};
use crate::diagnostic::{Diagnostic, Severity};

/// The fields of a line, in the order they are written; a field may be added, none is renamed or removed.
#[derive(Serialize)]
struct Object<'a> {
    id: &'a str,
    severity: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    length: usize,
    excerpt: &'a str,
    message: &'a str,
    reason: &'a str,
    mend: &'a str,
}

/// Each finding as one JSON object on a line of its own.
///
/// Fields: `id`, `severity` (`error` or `warning`), `file`, `line`, `column`, `length`, `excerpt`, `message`, `reason`,
/// `mend`; they mean what [`Diagnostic`], [`Place`](crate::diagnostic::Place) and [`Said`] say.
pub fn json(findings: &[Diagnostic], catalogue: &Catalogue) -> String {
    let text = |finding| serde_json::to_string(&line(finding, &catalogue.say(finding))).unwrap_or_default() + "\n";
    findings.iter().map(text).collect()
}

fn line<'a>(finding: &'a Diagnostic, said: &'a Said) -> Object<'a> {
    Object {
        id: finding.id,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: &finding.place.file,
        line: finding.place.line,
        column: finding.place.column,
        length: finding.place.length,
        excerpt: &finding.excerpt,
        message: &said.message,
        reason: &said.because,
        mend: &said.mend,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{catalogue, findings};
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_finding_is_one_object_on_one_line() {
        let expected = concat!(
            r#"{"id":"unknown-key","severity":"error","file":"content/fr/a.md","line":2,"column":1,"length":5,"#,
            r#""excerpt":"titre = \"Été\"","message":"`titre` is not a key of a page.","#,
            r#""reason":"The page would have no title.","mend":"Type `title`."}"#,
            "\n"
        );
        assert_eq!(json(&findings()[..1], &catalogue()), expected);
        assert_eq!(json(&[], &catalogue()), "");
    }

    #[test]
    fn hostile_text_stays_in_its_field() {
        let text = json(&findings(), &catalogue());
        assert_eq!(text.lines().count(), findings().len());
        let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        assert_eq!(last["message"], catalogue().say(&findings()[3]).message);
        assert_eq!(last["file"], findings()[3].place.file);
        assert!(!text.contains('\u{1b}'));
    }
}
