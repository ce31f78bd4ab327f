//! Findings as a SARIF 2.1.0 log, which code-scanning tools read.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::sentences;
use crate::diagnostic::words::{Catalogue, Language};
use crate::diagnostic::{Diagnostic, Place, Severity};

/// What a path segment of a URI may not hold as it is; `:` would look like a scheme at the start of a relative one.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The findings as one SARIF log of one run, ended by a line end.
pub fn sarif(findings: &[Diagnostic], catalogue: &Catalogue) -> String {
    let rules: Vec<&str> = findings.iter().map(|finding| finding.id).collect::<BTreeSet<_>>().into_iter().collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &rules, catalogue)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "colibri",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|id| rule(id, catalogue)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// A kind of finding, with the section of the guide that explains it.
fn rule(id: &str, catalogue: &Catalogue) -> Value {
    let page = match catalogue.language() {
        Language::English => "messages.md",
        Language::French => "messages.fr.md",
    };
    json!({ "id": id, "helpUri": format!("{}/blob/main/docs/{page}#{id}", env!("CARGO_PKG_REPOSITORY")) })
}

fn result(finding: &Diagnostic, rules: &[&str], catalogue: &Catalogue) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({
        "ruleId": finding.id,
        "ruleIndex": rules.iter().position(|id| *id == finding.id),
        "level": level,
        "message": { "text": sentences(&catalogue.say(finding), "\n") },
        "locations": location(&finding.place).into_iter().collect::<Vec<_>>(),
    })
}

/// Nothing when the finding is about the whole site; no region when it is about a whole file.
fn location(place: &Place) -> Option<Value> {
    let uri = utf8_percent_encode(&place.file, NOT_IN_PATHS).to_string();
    let file = json!({ "uri": uri, "uriBaseId": "%SRCROOT%" });
    let physical = match (place.line, place.column) {
        _ if place.file.is_empty() => return None,
        (0, _) => json!({ "artifactLocation": file }),
        (line, 0) => json!({ "artifactLocation": file, "region": { "startLine": line } }),
        (line, column) => {
            let end = column.saturating_add(place.length);
            let region = json!({ "startLine": line, "startColumn": column, "endColumn": end });
            json!({ "artifactLocation": file, "region": region })
        }
    };
    Some(json!({ "physicalLocation": physical }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{catalogue, findings};
    use super::*;

    #[test]
    fn a_finding_is_a_result_of_its_rule() {
        let log: Value = serde_json::from_str(&sarif(&findings(), &catalogue())).unwrap();
        let run = &log["runs"][0];
        assert_eq!(log["version"], "2.1.0");
        let help = "https://github.com/colibri-site/colibri/blob/main/docs/messages.md#unknown-key";
        assert_eq!(run["tool"]["driver"]["rules"][3], json!({ "id": "unknown-key", "helpUri": help }));
        let expected = json!({
            "ruleId": "unknown-key",
            "ruleIndex": 3,
            "level": "error",
            "message": { "text": "`titre` is not a key of a page.\nThe page would have no title.\nType `title`." },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": "content/fr/a.md", "uriBaseId": "%SRCROOT%" },
                "region": { "startLine": 2, "startColumn": 1, "endColumn": 6 },
            } }],
        });
        assert_eq!(run["results"][0], expected);
    }

    #[test]
    fn findings_without_a_line_or_a_file_stay_valid() {
        let log: Value = serde_json::from_str(&sarif(&findings(), &catalogue())).unwrap();
        let results = &log["runs"][0]["results"];
        let location = json!({ "artifactLocation": { "uri": "content/fr/b.md", "uriBaseId": "%SRCROOT%" } });
        assert_eq!(results[1]["locations"], json!([{ "physicalLocation": location }]));
        assert_eq!(results[2]["locations"], json!([]));
        let uri = &results[3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(uri, "a,b%3Ac%25%0A%3A%3Aerror%3A%3A.md");
    }

    #[test]
    fn no_finding_is_a_run_without_results() {
        let log: Value = serde_json::from_str(&sarif(&[], &catalogue())).unwrap();
        assert_eq!(log["runs"][0]["results"], json!([]));
    }
}
