//! Reports as servers write them, reports that lie, and posts of programs.

use std::path::Path;
use std::sync::Arc;

use colibri_contract::address::Address;

use super::report::read;
use super::*;
use crate::host::native::{Clock, Newcomer, Records, Store, Whom};

/// A report as Postfix writes it; in `{}` what differs.
fn report(status: &str, recipient: &str, kind: &str, letter: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.test\r\nTo: letter@example.org\r\nMessage-ID: <report@mx.test>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type={kind}; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n\
         --b\r\nContent-Type: message/{kind}\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n\
         Final-Recipient: {recipient}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550\r\n no such user\r\n\r\n\
         --b\r\n{letter}\r\n--b--\r\n"
    )
}

const WHOLE: &str = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <0a1b@example.org>\r\nSubject: x\r\n\r\nBody\r\n";
const HEADERS: &str = "Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\nMessage-ID: <0a1b@example.org>\r\n";
const GLOBAL: &str =
    "Content-Type: message/global-headers\r\n\r\nTo: ա@օրինակ.հայ\r\nMessage-ID: <0a1b@example.org>\r\n";

#[test]
fn reports_are_read_in_every_form_of_the_standards() {
    for (kind, recipient, letter) in [
        ("delivery-status", "rfc822; ana@example.org", WHOLE),
        ("delivery-status", "RFC822;<ana@example.org>", HEADERS),
        ("global-delivery-status", "utf-8; ana@example.org", GLOBAL),
    ] {
        let bounce = read(report("5.1.1", recipient, kind, letter).as_bytes(), true).unwrap();
        assert_eq!((bounce.letter.as_str(), bounce.wire.as_str()), ("0a1b", "ana@example.org"), "{letter}");
        assert_eq!((bounce.kind, bounce.status.as_str()), (BounceKind::Hard, "5.1.1"));
    }
    for written in
        ["utf-8; անուն@օրինակ.հայ", "utf-8; \\x{561}\\x{576}\\x{578}\\x{582}\\x{576}@xn--y9atn0a2c3a.xn--y9a3aq"]
    {
        let bounce = read(report("5.1.1", written, "global-delivery-status", GLOBAL).as_bytes(), true).unwrap();
        assert_eq!(bounce.wire, "անուն@xn--y9atn0a2c3a.xn--y9a3aq");
    }
    let unproved =
        read(report("5.1.1", "rfc822; ana@example.org", "delivery-status", "\r\n").as_bytes(), false).unwrap();
    assert_eq!((unproved.letter.as_str(), unproved.wire.as_str()), ("", ""), "an address alone proves nothing");
}

#[test]
fn what_may_pass_is_not_held_against_an_address() {
    let status = |status: &str| read(report(status, "rfc822;a@b.test", "delivery-status", WHOLE).as_bytes(), false);
    for hard in ["5.1.1", "5.1.10", "5.2.1", "5.0.0", "5.1.6 (moved)"] {
        assert_eq!(status(hard).unwrap().kind, BounceKind::Hard, "{hard}");
    }
    for soft in ["4.2.2", "5.2.2", "5.7.1", "5.6.7", "4.4.7", "5.1.8", "", "5", "5.1.1.1", "x.y.z"] {
        assert_eq!(status(soft).unwrap().kind, BounceKind::Soft, "{soft}");
    }
    let delayed =
        report("4.4.1", "rfc822;a@b.test", "delivery-status", WHOLE).replace("Action: failed", "Action: delayed");
    assert_eq!(read(delayed.as_bytes(), true), None);
}

#[test]
fn a_mail_that_is_meant_to_harm_is_no_report() {
    let deep = "Content-Type: message/rfc822\r\n\r\n".repeat(30_000);
    let wide = format!("Content-Type: multipart/report; boundary=b\r\n\r\n{}", "--b\r\n\r\n".repeat(100_000));
    let many = "Final-Recipient: rfc822;a@b.test\r\nAction: failed\r\n\r\n".repeat(40_000);
    let long = report("5.1.1", "rfc822;a@b.test", "delivery-status", WHOLE)
        .replace("Action: failed\r\nStatus: 5.1.1\r\nD", &(many + "D"));
    for mail in
        [deep.as_bytes(), wide.as_bytes(), b"", b"\xff\xfe\r\n\r\n", b"Content-Type: message/delivery-status\r\n\r\n"]
    {
        assert_eq!(read(mail, true), None);
    }
    assert_eq!(
        read(long.as_bytes(), true).map(|bounce| bounce.kind),
        Some(BounceKind::Soft),
        "what lies beyond a bound says nothing"
    );
    let whole = report("5.1.1", "utf-8; \\x{61}@b.test", "global-delivery-status", GLOBAL);
    for cut in 0..whole.len() {
        let _ = read(&whole.as_bytes()[..cut], true);
    }
}

async fn list() -> Records {
    let clock: Clock = Arc::new(|| "2026-06-30T00:00:00.000Z".to_owned());
    let records = Records::new(Store::open(Path::new(":memory:")).unwrap(), clock, "operator".to_owned());
    let newcomer = |address: &str| Newcomer {
        address: Address::parse(address).unwrap(),
        lang: "fr".into(),
        languages: vec![],
        topics: vec![],
        consent: "Oui".into(),
        at: "2020-01-02T00:00:00.000Z".into(),
        page: "/".into(),
    };
    let people = ["hard@example.org", "soft@example.org", "angry@example.org"].map(newcomer);
    records.subscribe(&people, &[]).await.unwrap();
    records
}

fn bounce(wire: &str, kind: BounceKind, event: &str) -> Bounce {
    Bounce { letter: String::new(), wire: wire.into(), kind, status: "5.1.1".into(), event: event.into() }
}

#[tokio::test]
async fn who_cannot_be_reached_is_written_to_no_more_and_no_list_brings_them_back() {
    let records = list().await;
    let all = [
        bounce("hard@example.org", BounceKind::Hard, "1"),
        bounce("soft@example.org", BounceKind::Soft, "1"),
        bounce("angry@example.org", BounceKind::Complaint, "1"),
        bounce("nobody@example.org", BounceKind::Hard, "1"),
        Bounce { letter: "unknown".into(), wire: String::new(), ..bounce("", BounceKind::Hard, "1") },
    ];
    assert_eq!(records.bounces(&all).await.unwrap(), Bounced { hard: 2, soft: 1, unknown: 2 });
    assert_eq!(records.bounces(&all).await.unwrap(), Bounced { hard: 0, soft: 0, unknown: 5 }, "each counts once");
    assert_eq!(records.bounces(&[bounce("soft@example.org", BounceKind::Soft, "2")]).await.unwrap().soft, 1);
    let active = records.subscribers(&Whom { state: Some("active".into()), ..Whom::default() }).await.unwrap();
    assert_eq!(active.len(), 1);
    let counts = records.subscriber_counts().await.unwrap();
    let said: Vec<String> = counts.iter().map(|row| format!("{} {} {}", row["what"], row["which"], row["n"])).collect();
    for expected in [
        "\"bounced\" \"hard\" 2",
        "\"bounced\" \"soft\" 2",
        "\"suppressed\" \"bounced\" 1",
        "\"suppressed\" \"left\" 1",
    ] {
        assert!(said.iter().any(|line| line == expected), "{expected}: {said:?}");
    }
    let again = Newcomer {
        address: Address::parse("hard@example.org").unwrap(),
        lang: "fr".into(),
        languages: vec![],
        topics: vec![],
        consent: "Oui".into(),
        at: "2020-01-02T00:00:00.000Z".into(),
        page: "/".into(),
    };
    assert_eq!(records.subscribe(&[again], &[]).await.unwrap(), [crate::host::native::Fate::Suppressed]);
}
