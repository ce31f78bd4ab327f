//! What is arranged says the same, and stays as it is when arranged again.

use super::arranged;
use proptest::prelude::*;

const WRITTEN: &str = r#"
# The day of the launch.
date=2026-01-03   # a Saturday
  tags = ['sea','land']

title='Boat'
odd.one = 1
[extra]
b = "x"
a = { y='z',x=1 }
[extra.deep] # far down

c = [
  1, # one
  2,
]
[fields]
place = "Pier"
# When it happens.
when = { start = 2026-01-03 }


[[cascade.rows]]
n = 1
# the end
"#;

const ARRANGED: &str = r#"title = "Boat"
# The day of the launch.
date = 2026-01-03 # a Saturday
tags = ["sea", "land"]
odd.one = 1
[fields]
# When it happens.
when = { start = 2026-01-03 }
place = "Pier"

[[cascade.rows]]
n = 1
[extra]
b = "x"
a = { y = "z", x = 1 }
[extra.deep] # far down
c = [
  1, # one
  2,
]
# the end
"#;

#[test]
fn keys_fields_and_tables_stand_in_order_with_their_comments() {
    let once = arranged(WRITTEN, &["when", "place"]).expect("it can be read");
    assert_eq!(once, ARRANGED);
    assert_eq!(arranged(&once, &["when", "place"]).as_deref(), Some(ARRANGED));
}

#[test]
fn ends_of_lines_stay_as_they_are() {
    let crlf = arranged("date = 2026-01-03\r\ntitle = \"x\"\r\n", &[]);
    assert_eq!(crlf.as_deref(), Some("title = \"x\"\r\ndate = 2026-01-03\r\n"));
    assert_eq!(arranged("title = ", &[]), None);
}

const VALUES: [&str; 11] = [
    "1",
    "'a'",
    "\"b \\\" c\"",
    "[1,2 ]",
    "['x', \"y\"]",
    "{ a = 1,b='c' }",
    "[\n 1, # n\n]",
    "'''\nz'''",
    "2026-01-03",
    "1.50",
    "true",
];
const KEYS: [&str; 8] = ["title", "date", "extra_key", "tags", "\"q k\"", "w.v", "draft", "w.u"];
const HEADS: [&str; 8] =
    ["", "[extra]", "[fields]", "[fields.sub]", "[[rows]]", "[translation] # t", "[a.b]", "[cascade.fields]"];
const ABOVE: [&str; 4] = ["", "  ", "\n\n", "# c\n\n  # c\n"];

/// What a front matter may hold: heads with lines below, each a key with a value, what stands above, and a comment behind.
fn front() -> impl Strategy<Value = String> {
    let line = (0..KEYS.len(), 0..VALUES.len(), 0..ABOVE.len(), any::<bool>());
    let part = (0..HEADS.len(), prop::collection::vec(line, 0..5));
    prop::collection::vec(part, 1..6).prop_map(|parts| {
        let mut text = String::new();
        for (number, (head, lines)) in parts.into_iter().enumerate() {
            text += HEADS[if number == 0 { 0 } else { head }];
            text.push('\n');
            for (key, value, above, behind) in lines {
                let behind = if behind { "  # d" } else { " " };
                text += &[ABOVE[above], KEYS[key], " =", VALUES[value], behind, "\n"].concat();
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_arranged_says_the_same_and_stays(front in front()) {
        let Ok(before) = front.parse::<toml::Table>() else { return Ok(()) };
        let once = arranged(&front, &["tags", "draft"]).expect("what can be read can be arranged");
        prop_assert_eq!(&once.parse::<toml::Table>().expect("it can be read"), &before);
        for comment in ["# c", "# d", "# n", "# t"] {
            prop_assert_eq!(front.matches(comment).count(), once.matches(comment).count());
        }
        prop_assert_eq!(arranged(&once, &["tags", "draft"]), Some(once.clone()));
    }

    #[test]
    fn no_text_makes_it_panic(front in any::<String>()) {
        let _ = arranged(&front, &["a"]);
    }
}
