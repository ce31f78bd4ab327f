use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;

use proptest::prelude::*;

use super::*;

fn good(text: &str) -> Address {
    Address::parse(text).unwrap_or_else(|fault| panic!("{text:?}: {}", fault.id()))
}

fn bad(text: &str) -> Fault {
    match Address::parse(text) {
        Ok(address) => panic!("{text:?} was read as {address}"),
        Err(fault) => fault,
    }
}

#[test]
fn addresses_of_every_script_are_read() {
    for text in [
        "name@example.org",
        "first.last+tag@mail.example.co",
        "marie@société.example",
        "محمد@مثال.تونس",
        "անուն@օրինակ.հայ",
        "o'brien@example.org",
        "संपर्क@उदाहरण.भारत",
        "សារ@ការសាកល្បង.com",
        "用户@例子.中国",
    ] {
        assert_eq!(good(text).to_string(), text);
    }
}

#[test]
fn a_domain_is_kept_in_both_forms_and_shown_in_its_letters() {
    let address = good("Marie@SOCIÉTÉ.xn--p1ai");
    assert_eq!(address.to_string(), "Marie@société.рф");
    assert_eq!(address.wire(), "Marie@xn--socit-esab.xn--p1ai");
    assert!(!address.needs_smtputf8());
    assert!(good("é@example.org").needs_smtputf8());
    assert!(address.is_same_mailbox(&good("Marie@société.рф")));
    assert!(!address.is_same_mailbox(&good("marie@société.рф")), "the case before @ is its server's");
}

#[test]
fn decomposed_letters_come_together() {
    assert_eq!(good("cafe\u{301}@example.org").local(), "café");
    assert_eq!(good("a@cafe\u{301}.org").domain().unicode(), "café.org");
}

#[test]
fn joiners_stay_where_they_join() {
    for text in ["क्\u{200D}ष@example.org", "بي\u{200C}بي@example.org", "a.क्\u{200C}ष.b@example.org"] {
        assert_eq!(good(text).to_string(), text);
    }
    for text in ["a\u{200C}b@example.org", "\u{200D}@example.org", "ب\u{200D}ب@example.org"] {
        assert_eq!(bad(text).id(), "local-invisible", "{text:?}");
    }
}

#[test]
fn what_is_no_address_is_refused_with_its_reason() {
    for (text, id) in [
        ("", "empty"),
        ("name", "no-at"),
        ("@example.org", "local-empty"),
        (".a@example.org", "local-dots"),
        ("a..b@example.org", "local-dots"),
        ("a b@example.org", "local-space"),
        ("a@b@example.org", "local-character"),
        ("a@example.org, b@example.org", "several"),
        ("Ana <a@example.org>", "display-name"),
        ("\"a b\"@example.org", "local-quotes"),
        ("a\u{202E}b@example.org", "local-invisible"),
        ("a\r\nBcc:x@example.org", "local-invisible"),
        ("\u{301}a@example.org", "local-mark"),
        ("\u{E000}@example.org", "local-unassigned"),
        ("\u{9F8CD}@example.org", "local-unassigned"),
        ("\u{FFFD}@example.org", "local-unassigned"),
        ("≮a@example.org", "ok"),
        ("<\u{338}a@example.org", "display-name"),
        ("a;b@example.org", "local-character"),
        ("a\u{37E}b@example.org", "local-character"),
        ("a@", "domain-empty"),
        ("a@example", "domain-one-label"),
        ("a@example.org.", "domain-dots"),
        ("a@.example.org", "domain-dots"),
        ("a@example。。org", "domain-dots"),
        ("a@-x.org", "domain-hyphen"),
        ("a@ab--x.org", "domain-hyphen"),
        ("a@xn--0.org", "domain-label"),
        ("a@127.0.0.1", "domain-ending"),
        ("a@example.org2", "domain-ending"),
        ("a@[127.0.0.1]", "domain-literal"),
        ("a@exa mple.org", "domain-space"),
        ("a@exam_ple.org", "domain-character"),
        ("a@⒈example.org", "domain-character"),
        ("a@0ا.org", "domain-direction"),
    ] {
        match Address::parse(text) {
            Ok(address) => assert_eq!(id, "ok", "{text:?} was read as {address}"),
            Err(fault) => assert_eq!(fault.id(), id, "{text:?}"),
        }
    }
    assert_eq!(bad(&format!("{}@example.org", "a".repeat(250))).id(), "too-long");
    assert_eq!(bad(&format!("a@{}.org", "a".repeat(64))).id(), "domain-long-label");
    assert_eq!(bad(&"a".repeat(100_000)).id(), "too-long");
}

#[test]
fn what_was_probably_meant_is_proposed() {
    for (text, mend) in [
        ("ana＠example.org", Some("ana@example.org")),
        (" ana@example.org ", Some("ana@example.org")),
        ("ana@example.org.", Some("ana@example.org")),
        ("ana@example,org", Some("ana@example.org")),
        ("ana @ example.org", Some("ana@example.org")),
        ("ana..b@example..org", Some("ana.b@example.org")),
        ("Ana <ana@example.org>", Some("ana@example.org")),
        ("mailto:ana@example.org", Some("ana@example.org")),
        ("ana@gmailcom", Some("ana@gmail.com")),
        ("ana@gmail", Some("ana@gmail.com")),
        ("«محمد@مثال.تونس»", Some("محمد@مثال.تونس")),
        ("ana", None),
        ("a@b@c.org", None),
    ] {
        let found = Address::parse(text).err().and_then(|fault| fault.mend);
        assert_eq!(found.as_deref(), mend, "{text:?}");
    }
    let words = crate::message::Bundle::english();
    let said = bad("ana@example,org").say(&words);
    assert_eq!(said, "After the @: This character cannot stand there: , (U+002C). Did you mean ana@example.org?");
}

#[test]
fn doubts_are_told_and_refuse_nothing() {
    let doubts = |text: &str| good(text).warnings().into_iter().map(Warning::id).collect::<Vec<_>>().join(" ");
    assert_eq!(doubts("ana@example.net"), "");
    assert_eq!(doubts("葉jeff@臺網中心.tw"), "");
    assert_eq!(doubts("аna@example.net"), "local-mixed-scripts");
    assert_eq!(doubts("ana@exаmple.net"), "domain-mixed-scripts");
    assert_eq!(doubts(&format!("{}@example.net", "a".repeat(65))), "local-over-64-octets");
    assert_eq!(doubts("xn--ana@example.net"), "local-a-label");
    assert_eq!(doubts("ana@mail.test"), "domain-set-aside");
    for slip in ["gmial.com", "gmai.com", "gmaill.com", "gmsil.com", "gmail.con"] {
        assert_eq!(good(&format!("ana@{slip}")).warnings(), [Warning::Slip("gmail.com")], "{slip}");
    }
    assert_eq!(doubts("ana@mail.com"), "");
}

proptest! {
    #[test]
    fn normalising_twice_is_normalising_once(text in typed()) {
        if let Ok(address) = Address::parse(&text) {
            let again = Address::parse(&address.to_string());
            prop_assert_eq!(again.as_ref(), Ok(&address));
            let wire = Address::parse(&address.wire());
            prop_assert_eq!(wire, Ok(address));
        }
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let text = String::from_utf8_lossy(&bytes);
        if let Err(fault) = Address::parse(&text) {
            prop_assert!(!fault.to_string().is_empty());
        }
    }

    #[test]
    fn what_is_proposed_is_an_address(text in typed()) {
        if let Some(mend) = Address::parse(&text).err().and_then(|fault| fault.mend) {
            prop_assert!(Address::parse(&mend).is_ok(), "{} is proposed for {}", mend, text);
        }
    }

    #[test]
    fn no_line_is_broken_and_nothing_is_quoted(text in typed()) {
        if let Ok(address) = Address::parse(&text) {
            let wire = address.wire();
            prop_assert!(!wire.contains(|c: char| c.is_control() || c.is_whitespace() || "\"<>(),:;[]\\".contains(c)));
            prop_assert!(wire.len() <= MAX_OCTETS);
        }
    }
}

/// Texts near addresses: pieces that matter, in any order.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("@".to_owned()),
        Just(".".to_owned()),
        Just(".org".to_owned()),
        Just("xn--".to_owned()),
        Just("\u{200C}".to_owned()),
        Just("\r\n".to_owned()),
        Just("<".to_owned()),
        "[a-z0-9-]{1,8}",
        "[à-ÿ]{1,3}",
        "\\p{Arabic}{1,4}",
        "\\p{Devanagari}{1,4}",
        "\\p{Han}{1,3}",
        "\\PC",
    ];
    let pieces = |most| prop::collection::vec(piece.clone(), 1..most).prop_map(|pieces| pieces.concat());
    prop_oneof![
        pieces(8),
        (pieces(4), pieces(4)).prop_map(|(local, domain)| format!("{local}@{domain}.org")),
        ("[a-zé.]{1,12}", "[a-zé.-]{1,12}").prop_map(|(local, domain)| format!("{local}@{domain}.net")),
    ]
}
