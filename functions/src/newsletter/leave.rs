//! To leave, in one press: by the page behind a link, or by a program of mail that posts to it (RFC 8058).
//!
//! A program of mail says nothing of where it comes from, nor in which shape it posts: the seal of the link is enough. The same link
//! in the letter that asks for a confirmation means that this address is not to be asked again.

use colibri_contract::address::probable_mailbox;

use super::{Desk, Purpose, Step, show, statement};
use crate::host::{Host, Statement, text};
use crate::page;
use crate::request::{Method, Request};
use crate::response::Response;
use crate::token;

const WHO: &str = "\
SELECT wire, 'left' AS why FROM subscribers WHERE id = ?1
UNION ALL SELECT g.wire, CASE WHEN s.id IS NULL THEN 'refused' ELSE 'left' END
FROM signups g LEFT JOIN subscribers s ON s.wire = g.wire WHERE g.id = ?1";
const PROVE: &str = "\
INSERT INTO consents (subscriber, what, at, lang, page, consent, version)
SELECT id, 'left', ?2, ?3, '', '', '' FROM subscribers WHERE wire = ?1 AND state <> 'left'";
const LEAVE: &str = "UPDATE subscribers SET state = 'left', changed_at = ?2 WHERE wire = ?1 AND state <> 'left'";
const FORGET: &str = "DELETE FROM signups WHERE wire = ?1 AND state <> 'confirmed'";
const SUPPRESS: &str = "\
INSERT INTO suppressions (digest, topic, why, at) VALUES (?1, '', ?2, ?3)
ON CONFLICT (digest, topic) DO UPDATE SET why = excluded.why, at = excluded.at";

pub(super) async fn answer<H: Host>(desk: &Desk<'_, H>, request: &Request) -> Response {
    let Some((id, token)) = desk.whose(Purpose::Leave, request) else { return desk.expired() };
    if request.method != Method::Post {
        let action = Step::Leave.link(desk.lang(), &token);
        let words = ["leave-title", "leave-text", "leave"].map(|key| format!("functions-newsletter-{key}"));
        return show::button(desk.visitor, words.each_ref().map(String::as_str), &action);
    }
    match leave(desk, &id).await {
        // Who is no longer known receives nothing either: there is nothing else to say.
        Ok(()) => page::said(desk.visitor, 200, "functions-newsletter-left"),
        Err(response) => response,
    }
}

/// Whoever has this id, as a subscriber or as one who asked, leaves.
pub(super) async fn leave<H: Host>(desk: &Desk<'_, H>, id: &str) -> Result<(), Response> {
    let found = desk.batch(vec![statement(WHO, [id])]).await?.remove(0).rows;
    let Some(row) = found.first() else { return Ok(()) };
    let (wire, now) = (text(row, "wire"), desk.host.now());
    let statements: Vec<Statement> = vec![
        statement(PROVE, [wire, &now, desk.lang()]),
        statement(LEAVE, [wire, &now]),
        statement(FORGET, [wire]),
        suppress(wire, text(row, "why"), &now),
    ];
    desk.batch(statements).await.map(drop)
}

/// Who refuses to be asked is not asked under another writing of the address either; who leaves, leaves under this one.
pub(super) fn suppress(wire: &str, why: &str, now: &str) -> Statement {
    let digest = if why == "refused" { token::digest(&probable_mailbox(wire)) } else { token::digest(wire) };
    statement(SUPPRESS, [&digest, why, now])
}
