//! What is said of links to other sites: each place where one is written that does not simply answer.

use super::{Answer, Reason};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use std::collections::BTreeMap;

pub(super) fn all(answers: &BTreeMap<String, Answer>, places: &BTreeMap<String, Vec<(Place, String)>>) -> Diagnostics {
    let mut diagnostics = Vec::new();
    for (url, answer) in answers {
        for (place, line) in places.get(url).into_iter().flatten() {
            diagnostics.extend(finding(answer, place.clone()).map(|it| it.with("link", url).line_shown(line)));
        }
    }
    diagnostics
}

fn finding(answer: &Answer, place: Place) -> Option<Diagnostic> {
    Some(match answer {
        Answer::Alive => return None,
        Answer::Moved(to) => Diagnostic::warning("moved-external-link", place).with("to", to),
        Answer::Gone(reason) => said(Diagnostic::error("dead-external-link", place), *reason),
        Answer::Unknown(reason) => said(Diagnostic::warning("unsure-external-link", place), *reason),
    })
}

fn said(finding: Diagnostic, reason: Reason) -> Diagnostic {
    let (case, status) = match reason {
        Reason::Status(status) => ("status", status.to_string()),
        Reason::NoHost => ("host", String::new()),
        Reason::Certificate => ("certificate", String::new()),
        Reason::Slow => ("slow", String::new()),
        Reason::Unreachable => ("unreachable", String::new()),
        Reason::Private => ("private", String::new()),
        Reason::Circle => ("circle", String::new()),
        Reason::Unasked => ("unasked", String::new()),
    };
    finding.with("case", case).with("status", status)
}
