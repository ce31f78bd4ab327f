//! Directives: the lines of a text that ask for a component of the theme.
//!
//! Takes the Markdown of a page and where its code stands; gives every such line with its name and arguments, paired,
//! each with where it stands. It knows nothing of components: whether a name is one is seen when it is rendered. Lines
//! are read once, from left to right, so that no text takes longer than its length.

mod arguments;

use super::markdown_options;
use pulldown_cmark::{Event, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// Components may stand in one another this deep.
pub(crate) const DEPTH: usize = 8;

/// No component has so many arguments.
const ARGUMENTS: usize = 32;

/// A piece of the text, with where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    pub(crate) at: usize,
}

impl Piece<'_> {
    /// Where it stands.
    pub(crate) fn range(self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }
}

/// One argument: `name=value`, or a name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Given<'t> {
    pub(crate) name: Piece<'t>,
    /// Without its quotes.
    pub(crate) value: Option<Piece<'t>>,
}

/// What is wrong with the way in which a directive is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// Colons, and no name behind them.
    NoName,
    /// Something else stands behind the name or the arguments.
    TextBehind,
    /// No `}` ends the arguments.
    NoBrace,
    /// No quote ends a value.
    NoQuote,
    /// A quote that a word processor has curled.
    CurlyQuote,
    /// Something that is no `name=value`.
    NoArgument,
    /// More arguments than any component could have.
    TooMany,
}

/// What a directive does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It stands alone.
    Leaf,
    /// It begins a block that ends.
    Open,
    /// It begins a block that never ends.
    Unclosed,
    /// It would begin a block deeper than blocks may stand.
    TooDeep,
    /// It ends the block of the directive of this number.
    Close(usize),
    /// It ends nothing.
    Stray,
}

/// One line that asks for a component, or ends one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Directive<'t> {
    /// Where it stands: from its first colon to the end of the line.
    pub(crate) range: Range<usize>,
    pub(crate) colons: usize,
    pub(crate) name: Piece<'t>,
    pub(crate) given: Vec<Given<'t>>,
    pub(crate) slip: Option<(Slip, Range<usize>)>,
    pub(crate) role: Role,
}

/// Whether a text may have directives: most have none, and pay only for this look.
pub(crate) fn possible(text: &str) -> bool {
    text.contains("::") && text.lines().any(|line| line.trim_start_matches([' ', '\t']).starts_with("::"))
}

/// The ranges of code and raw HTML in a text, in order: nothing is meant there. Whatever may be a directive is read as the break that stands
/// for it later: as it is written, Markdown would take its colons for those of a definition, and find other code.
pub(crate) fn elsewhere(text: &str) -> Vec<Range<usize>> {
    let hidden = |(event, range): (Event<'_>, Range<usize>)| {
        matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)).then_some(range)
    };
    let broken = masked(text, &find(text, &[]));
    Parser::new_ext(&broken, markdown_options()).into_offset_iter().filter_map(hidden).collect()
}

/// Finds the directives of a text. `elsewhere` are the ranges of code and raw HTML, in order: nothing is meant there.
pub(crate) fn find<'t>(text: &'t str, elsewhere: &[Range<usize>]) -> Vec<Directive<'t>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut next = 0;
    for line in text.split_inclusive('\n') {
        let begin = at + line.len() - line.trim_start_matches([' ', '\t']).len();
        while elsewhere.get(next).is_some_and(|range| range.end <= begin) {
            next += 1;
        }
        let inside = elsewhere.get(next).is_some_and(|range| range.start <= begin);
        if !inside {
            found.extend(read(Piece { text: text[begin..at + line.len()].trim_end(), at: begin }));
        }
        at += line.len();
    }
    pair(&mut found);
    found
}

/// The text with a thematic break of the same length for each directive, so that every other offset stays true.
pub(crate) fn masked<'t>(text: &'t str, directives: &[Directive<'_>]) -> Cow<'t, str> {
    if directives.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    for directive in directives {
        masked.push_str(&text[masked.len()..directive.range.start]);
        masked.push_str("***");
        masked.extend(std::iter::repeat_n(' ', directive.range.len() - 3));
    }
    masked.push_str(&text[masked.len()..]);
    Cow::Owned(masked)
}

/// Reads one line without the white space around it.
fn read(line: Piece<'_>) -> Option<Directive<'_>> {
    let colons = line.text.bytes().take_while(|byte| *byte == b':').count();
    if colons < 2 {
        return None;
    }
    let behind = &line.text[colons..];
    let role = if colons == 2 { Role::Leaf } else { Role::Unclosed };
    let directive = |name, given, slip, role| Directive { range: line.range(), colons, name, given, slip, role };
    let nothing = Piece { text: "", at: line.at + colons };
    if behind.is_empty() {
        return (colons > 2).then(|| directive(nothing, Vec::new(), None, Role::Stray));
    }
    let start = if colons == 2 { behind } else { behind.trim_start() };
    let length = start.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    let name = Piece { text: &start[..length], at: line.at + line.text.len() - start.len() };
    let rest = Piece { text: &start[length..], at: name.at + length };
    // Two colons are also written for other things: only a name behind them is meant.
    if colons == 2 && !name.text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    if length == 0 {
        return Some(directive(nothing, Vec::new(), Some((Slip::NoName, line.range())), role));
    }
    let (given, slip) = arguments::read(rest);
    Some(directive(name, given, slip, role))
}

/// Finds the beginning of each end: the nearest open block begun with as many colons.
fn pair(directives: &mut [Directive<'_>]) {
    let mut open: Vec<usize> = Vec::new();
    for number in 0..directives.len() {
        match directives[number].role {
            Role::Unclosed if open.len() == DEPTH => directives[number].role = Role::TooDeep,
            Role::Unclosed => open.push(number),
            Role::Stray => {
                let colons = directives[number].colons;
                let Some(place) = open.iter().rposition(|other| directives[*other].colons == colons) else { continue };
                directives[open[place]].role = Role::Open;
                directives[number].role = Role::Close(open[place]);
                open.truncate(place);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn roles(text: &str) -> Vec<Role> {
        find(text, &[]).iter().map(|directive| directive.role).collect()
    }

    #[test]
    fn a_fence_behind_a_directive_hides_what_it_holds() {
        let text = ":::note\nb c\n:::\na\n  ```\na\n:::note\nb c\n:::\n";
        assert_eq!(find(text, &elsewhere(text)).len(), 2, "and not those in the code");
    }

    #[test]
    fn an_end_closes_the_block_with_as_many_colons() {
        let equal = ":::a\n:::b\n:::\n:::\n";
        assert_eq!(roles(equal), [Role::Open, Role::Open, Role::Close(1), Role::Close(0)]);
        let unclosed = "::::a\n:::b\n::::\n:::\n";
        assert_eq!(roles(unclosed), [Role::Open, Role::Unclosed, Role::Close(0), Role::Stray]);
    }

    #[test]
    fn other_colons_are_text() {
        for text in ["::", ":: a", "std::fmt", ": :::", "::1", "a :::b"] {
            assert!(find(text, &[]).is_empty(), "{text}");
        }
    }

    #[test]
    fn code_is_left_alone() {
        let text = "~~~\n:::a\n~~~\n::b\n";
        let code = std::iter::once(0..13).collect::<Vec<_>>();
        let found = find(text, &code);
        assert_eq!(found.iter().map(|directive| directive.name.text).collect::<Vec<_>>(), ["b"]);
    }

    proptest! {
        #[test]
        fn any_text_keeps_its_length_and_places(text in "(:{1,5}|[a-c]|\\{|\\}|=|\"|'|“|é| |\t|\r|\n|\\PC){0,200}") {
            let found = find(&text, &[]);
            let masked = masked(&text, &found);
            prop_assert_eq!(masked.len(), text.len());
            for directive in &found {
                prop_assert!(text[directive.range.clone()].starts_with("::"));
                prop_assert_eq!(&text[directive.name.range()], directive.name.text);
                for given in &directive.given {
                    prop_assert_eq!(&text[given.name.range()], given.name.text);
                    prop_assert!(given.value.is_none_or(|value| &text[value.range()] == value.text));
                }
                prop_assert!(directive.slip.as_ref().is_none_or(|(_, range)| text.get(range.clone()).is_some()));
            }
            prop_assert!(find(&masked, &[]).is_empty());
        }
    }
}
