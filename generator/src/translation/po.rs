//! Gettext's PO files: the form in which translators' tools take and give texts.
//!
//! Written by hand because the crates at hand lose previous source texts or end the program on broken files, and
//! because what is needed of the format is small: one source, one target, no plural forms.

use std::fmt::Write as _;

/// One text with its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// What kind of text it is, for the translator.
    pub comment: String,
    /// File and line of the source text.
    pub place: String,
    /// Whether somebody has to look at the translation again.
    pub fuzzy: bool,
    /// The source text that was translated, where it was another.
    pub previous: Option<String>,
    /// What tells it from other texts that say the same.
    pub context: Option<String>,
    /// The source text.
    pub source: String,
    /// The translation; empty if there is none.
    pub target: String,
}

/// A PO file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// What its head says, by name, in order.
    pub head: Vec<(String, String)>,
    /// Its messages.
    pub messages: Vec<Message>,
}

/// Why a text is not a PO file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line that is not understood, from 1.
    pub line: usize,
}

impl Catalogue {
    /// What the head says under a name.
    pub fn head(&self, name: &str) -> Option<&str> {
        self.head.iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The message of a source text in a context.
    pub fn message(&self, context: Option<&str>, source: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.context.as_deref() == context && message.source == source)
    }

    /// The catalogue as text.
    pub fn write(&self) -> String {
        let head: String = self.head.iter().fold(String::new(), |mut head, (name, value)| {
            let _ = writeln!(head, "{name}: {value}");
            head
        });
        let mut text = String::from("msgid \"\"\n");
        string(&mut text, "", "msgstr", &head);
        for message in &self.messages {
            text.push('\n');
            write_message(&mut text, message);
        }
        text
    }
}

fn write_message(text: &mut String, message: &Message) {
    let _ = writeln!(text, "#. {}", message.comment.replace('\n', " "));
    // Marks around a name with spaces, as gettext has them.
    let (open, close) = if message.place.contains(' ') { ("\u{2068}", "\u{2069}") } else { ("", "") };
    let _ = writeln!(text, "#: {open}{}{close}", message.place);
    if message.fuzzy {
        text.push_str("#, fuzzy\n");
    }
    if let Some(previous) = &message.previous {
        string(text, "#| ", "msgid", previous);
    }
    if let Some(context) = &message.context {
        string(text, "", "msgctxt", context);
    }
    string(text, "", "msgid", &message.source);
    string(text, "", "msgstr", &message.target);
}

/// A keyword with a text: on one line if it has one, else one for each of its lines.
fn string(text: &mut String, before: &str, keyword: &str, value: &str) {
    if !value.trim_end_matches('\n').contains('\n') {
        let _ = writeln!(text, "{before}{keyword} \"{}\"", escaped(value));
        return;
    }
    let _ = writeln!(text, "{before}{keyword} \"\"");
    for line in value.split_inclusive('\n') {
        let _ = writeln!(text, "{before}\"{}\"", escaped(line));
    }
}

fn escaped(value: &str) -> String {
    let mut safe = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\n' => safe.push_str("\\n"),
            '\t' => safe.push_str("\\t"),
            '\r' => safe.push_str("\\r"),
            '"' | '\\' => safe.extend(['\\', c]),
            c => safe.push(c),
        }
    }
    safe
}

/// Which text a line that only goes on belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    Context,
    Source,
    Target,
    /// A text that is of no use here: a plural form.
    Other,
}

/// Reads a PO file. Messages without a source, obsolete ones and plural forms are left out.
///
/// # Errors
/// With the first line that is not understood.
pub fn parse(text: &str) -> Result<Catalogue, Broken> {
    let mut catalogue = Catalogue::default();
    let mut message = Message::default();
    let mut field = Field::None;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        let broken = || Broken { line: number + 1 };
        let (next, value) = match line.split_once(char::is_whitespace) {
            _ if line.is_empty() || line.starts_with('#') => {
                if field == Field::Target || field == Field::Other {
                    finish(&mut catalogue, std::mem::take(&mut message));
                    field = Field::None;
                }
                message.fuzzy |= line.starts_with("#,") && line.contains("fuzzy");
                continue;
            }
            _ if line.starts_with('"') => (field, line),
            Some(("msgctxt", value)) => (Field::Context, value),
            Some(("msgid", value)) => (Field::Source, value),
            Some(("msgstr", value)) => (Field::Target, value),
            Some((word, value)) if word == "msgid_plural" || word.starts_with("msgstr[") => (Field::Other, value),
            _ => return Err(broken()),
        };
        let begins = !line.starts_with('"');
        if begins && matches!(next, Field::Context | Field::Source) && matches!(field, Field::Target | Field::Other) {
            finish(&mut catalogue, std::mem::take(&mut message));
        }
        let value = unescaped(value.trim()).ok_or_else(broken)?;
        match next {
            Field::None => return Err(broken()),
            Field::Context => message.context.get_or_insert_default().push_str(&value),
            Field::Source => message.source.push_str(&value),
            Field::Target => message.target.push_str(&value),
            Field::Other => {}
        }
        field = next;
    }
    finish(&mut catalogue, message);
    Ok(catalogue)
}

fn finish(catalogue: &mut Catalogue, message: Message) {
    if !message.source.is_empty() {
        catalogue.messages.push(message);
    } else if message.context.is_none() && catalogue.head.is_empty() {
        let pair =
            |line: &str| line.split_once(':').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        catalogue.head = message.target.lines().filter_map(pair).collect();
    }
}

fn unescaped(quoted: &str) -> Option<String> {
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let mut plain = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(c) = letters.next() {
        match c {
            '"' => return None,
            '\\' => plain.push(match letters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c @ ('"' | '\\') => c,
                _ => return None,
            }),
            c => plain.push(c),
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn message(source: &str, target: &str) -> Message {
        Message {
            source: source.to_owned(),
            target: target.to_owned(),
            place: "a.md:1".to_owned(),
            ..Message::default()
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(texts in prop::collection::vec(("[a\"\\\\\n\t\r# é]{1,12}", "[a\"\\\\\n\t#é]{0,12}", any::<bool>()), 0..5)) {
            let mut catalogue = Catalogue { head: vec![("Language".to_owned(), "ar".to_owned())], ..Catalogue::default() };
            catalogue.messages = texts.iter().map(|(source, target, fuzzy)| Message { fuzzy: *fuzzy, ..message(source, target) }).collect();
            let read = parse(&catalogue.write()).unwrap();
            prop_assert_eq!(&read.head, &catalogue.head);
            let said = |catalogue: &Catalogue| -> Vec<(String, String, bool)> {
                catalogue.messages.iter().map(|m| (m.source.clone(), m.target.clone(), m.fuzzy)).collect()
            };
            prop_assert_eq!(said(&read), said(&catalogue));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "(msgid |msgstr |msgctxt |\"|\\\\|a|\n|#, fuzzy|#~ ){0,40}") {
            let _ = parse(&text);
        }
    }

    #[test]
    fn a_broken_line_is_named() {
        assert_eq!(parse("msgid \"a\"\nmsgstr \"b\nc\"\n"), Err(Broken { line: 2 }));
        assert_eq!(parse("msgid \"a\"\nrubbish\n"), Err(Broken { line: 2 }));
    }
}
