//! Findings for programs: one JSON object a line, with names that stay.

use serde::Serialize;

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
/// `mend`; they mean what [`Diagnostic`] and [`Place`](crate::diagnostic::Place) say.
pub fn json(findings: &[Diagnostic]) -> String {
    findings.iter().map(|finding| serde_json::to_string(&line(finding)).unwrap_or_default() + "\n").collect()
}

fn line(finding: &Diagnostic) -> Object<'_> {
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
        message: &finding.message,
        reason: &finding.reason,
        mend: &finding.mend,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
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
        assert_eq!(json(&findings()[..1]), expected);
        assert_eq!(json(&[]), "");
    }

    #[test]
    fn hostile_text_stays_in_its_field() {
        let text = json(&findings());
        assert_eq!(text.lines().count(), findings().len());
        let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        assert_eq!(last["message"], findings()[3].message);
        assert_eq!(last["file"], findings()[3].place.file);
        assert!(!text.contains('\u{1b}'));
    }
}
