//! Findings as GitHub workflow commands, which that service shows beside the lines of a change.
//!
//! Paths are written as the place gives them; a site in a subfolder of its repository needs them prefixed before.

use super::{sentences, visible};
use crate::diagnostic::words::Catalogue;
use crate::diagnostic::{Diagnostic, Severity};

/// Each finding as a workflow command on a line of its own.
pub fn github(findings: &[Diagnostic], catalogue: &Catalogue) -> String {
    findings.iter().map(|finding| command(finding, catalogue)).collect()
}

fn command(finding: &Diagnostic, catalogue: &Catalogue) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = &finding.place;
    let mut properties = Vec::new();
    if !place.file.is_empty() {
        properties.push(format!("file={}", property(&place.file)));
    }
    if place.line > 0 {
        properties.push(format!("line={}", place.line));
    }
    if place.column > 0 {
        properties.push(format!("col={}", place.column));
        properties.push(format!("endColumn={}", place.column.saturating_add(place.length)));
    }
    properties.push(format!("title={}", property(finding.id)));
    format!("::{name} {}::{}\n", properties.join(","), data(&sentences(&catalogue.say(finding), "\n")))
}

/// The runner decodes these three in what follows the second `::`.
fn data(text: &str) -> String {
    visible(text, &['\r', '\n', '\t']).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property also ends at `:` and `,`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{catalogue, findings};
    use super::*;

    #[test]
    fn a_finding_is_one_command_with_its_sentences() {
        let expected = "::error file=content/fr/a.md,line=2,col=1,endColumn=6,title=unknown-key::\
            `titre` is not a key of a page.%0AThe page would have no title.%0AType `title`.\n\
            ::warning file=content/fr/b.md,title=missing-translation::The page is not translated into English.\n\
            ::error title=no-language::The site has no language.%0AAdd one.\n";
        assert_eq!(github(&findings()[..3], &catalogue()), expected);
        assert_eq!(github(&[], &catalogue()), "");
    }

    #[test]
    fn content_cannot_start_a_command_nor_another_property() {
        let expected = "::warning file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.md,line=1,col=2,endColumn=4,title=trap::\
            100%25%0D%0A::error::owned \u{241b}]0;x\u{2407}\u{fffd}1m\n";
        assert_eq!(github(&findings()[3..], &catalogue()), expected);
    }
}
