//! What is left out is only what nobody misses: judged by a second parser and by a matcher that knows nothing of the first.

use super::pieces::{Piece, Pieces};
use super::spaces::Trims;
use super::style::Names;
use crate::site::Sheets;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use proptest::prelude::*;
use std::cell::RefCell;

/// What of a style stays on a page of this HTML.
fn used(css: &str, html: &str) -> String {
    let (sheets, _) = Sheets::of_text(css);
    let mut names = Names::new(&sheets, false);
    let mut pieces = Pieces::of(html.as_bytes());
    while let Some(piece) = pieces.next() {
        if let Piece::Start(name, _) = piece {
            names.read_tag(name, &pieces.attributes);
        }
    }
    assert!(!pieces.doubt && !names.open, "{html}");
    names.used(&[sheets.sheet("style").unwrap()], false).concat()
}

fn trimmed(html: &str) -> Option<String> {
    let (mut trims, mut out) = (Trims::default(), Vec::new());
    let mut pieces = Pieces::of(html.as_bytes());
    while let Some(piece) = pieces.next() {
        trims.put(piece, pieces.is_foreign(), &mut out);
    }
    (!pieces.doubt).then(|| String::from_utf8(out).unwrap())
}

#[test]
fn rules_stay_by_what_the_page_has() {
    let css = "p{top:0}.a,.b:has(i){top:1px}.c{top:2px}[hidden]{top:3px}details[open]>p{top:4px}#x .a{top:5px}\
        :is(.c,.a) p:not(.c)::before{top:6px}table>tbody{top:7px}@media print{.c{top:8px}.a{top:9px}}@media print{.d{top:0}}\
        A.a:hover{top:10px}[lang|=ar] .a{top:11px}@page{margin:1cm}";
    let html = r#"<body><p class=" a  z">x</p><details><table hidden></table></details><a>"#;
    assert_eq!(
        used(css, html),
        "p{top:0}.a,.b:has(i){top:1px}[hidden]{top:3px}details[open]>p{top:4px}:is(.c,.a) p:not(.c):before{top:6px}\
         table>tbody{top:7px}@media print{.a{top:9px}}A.a:hover{top:10px}@page{margin:1cm}"
    );
}

#[test]
fn a_selector_that_some_browsers_refuse_stays_in_its_list() {
    assert_eq!(used(".a,.b{top:0}", "<p class=a>"), ".a{top:0}");
    assert_eq!(used(".a,.b::-x-y{top:0}", "<p class=a>"), ".a,.b::-x-y{top:0}");
}

#[test]
fn properties_animations_and_fonts_stay_where_they_are_read() {
    let css = ":root{--a:1px;--b:var(--a);--c:2px}.x{top:var(--b)}.y{top:var(--c);animation:turn 1s}@keyframes turn{to{top:0}}\
        @font-face{font-family:Serif Two;src:url(s.woff2)}.z{font-family:Serif Two}";
    assert_eq!(used(css, "<p class=x>"), ":root{--a:1px;--b:var(--a)}.x{top:var(--b)}");
    let animated = used(css, "<p class=y>");
    assert!(animated.contains("@keyframes turn") && animated.contains("--c:2px"), "{animated}");
    assert!(!animated.contains("font-face") && !animated.contains("--a"), "{animated}");
    assert!(used(css, "<p class=z>").contains("@font-face"));
    assert_eq!(used(css, "<p>"), "");
}

#[test]
fn the_parts_of_a_style_are_the_style() {
    let css = "@layer a{p{top:0}}@container (width>1px){p{top:0}}.a{&.b{top:0}}@supports (top:0){@media print{p{top:0}}}\
        p{color:red!important;top:0}";
    let (_, whole) = Sheets::of_text(css);
    assert_eq!(used(css, "<p class='a b'>"), whole);
}

#[test]
fn spaces_and_comments_go_where_nobody_sees_them() {
    let html = "<!doctype html>\n<html>\n<head> <meta charset=utf-8>\n\n<title> a  b </title>\n</head>\n<body>\n\n<p>one \t two\n three<!-- x --> four<br>\n<!--colibri:slot--></p>\
        <pre>  a\n\n<!-- b --> <b>  c</b> </pre>  <textarea>  d  </textarea><code>e  f</code><svg><text>g  h</text></svg>";
    assert_eq!(
        trimmed(html).unwrap(),
        "<!doctype html><html><head><meta charset=utf-8><title> a  b </title></head><body>\n<p>one two\nthree four<br>\n<!--colibri:slot--></p>\
         <pre>  a\n\n<!-- b --> <b>  c</b> </pre> <textarea>  d  </textarea><code>e  f</code><svg><text>g  h</text></svg>"
    );
}

#[test]
fn what_browsers_read_in_their_own_way_is_left_alone() {
    for html in [
        "<p a\"b>",
        "<!--> a -->",
        "<!-- a --!> b -->",
        "<script><!-- </script>",
        "<noscript><p></noscript>",
        "<svg><style>a</style></svg>",
        "<p a='b'c>",
        "</p a=\">\">",
        "<![CDATA[ x ]]>",
        "<? x ?>",
        "<p",
        "<title>never ends",
        "<p a=>",
    ] {
        assert_eq!(trimmed(html), None, "{html}");
    }
}

/// The tokens of HTML as another parser reads them, spaces in a row as one and comments left out.
#[derive(Default)]
struct Seen {
    tokens: RefCell<Vec<String>>,
    keeping: RefCell<usize>,
}

impl TokenSink for Seen {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut tokens = self.tokens.borrow_mut();
        let mut keeping = self.keeping.borrow_mut();
        match token {
            Token::CharacterTokens(text) if *keeping > 0 => tokens.push(format!("exactly {text}")),
            Token::CharacterTokens(text) => {
                let before = tokens.pop_if(|last| last.starts_with("text ")).unwrap_or_else(|| "text ".to_owned());
                tokens.push(before + &text);
            }
            Token::TagToken(tag) => {
                tokens.push(format!("{:?} {} {:?}", tag.kind, tag.name, tag.attrs));
                let is_end = tag.kind == html5ever::tokenizer::TagKind::EndTag;
                if matches!(&*tag.name, "pre" | "code") {
                    *keeping = if is_end { keeping.saturating_sub(1) } else { *keeping + 1 };
                }
                if !is_end && matches!(&*tag.name, "title" | "textarea") {
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn seen(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Seen::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer
        .sink
        .tokens
        .take()
        .into_iter()
        .map(|token| if token.starts_with("text ") { as_one(&token) } else { token })
        .collect()
}

/// Spaces in a row as one.
fn as_one(text: &str) -> String {
    let mut one = text.replace(['\n', '\t', '\x0c'], " ");
    while one.contains("  ") {
        one = one.replace("  ", " ");
    }
    one
}

/// HTML as a template might write it, and as nobody would.
fn html() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<p class=\"a  b\">",
        "<a href='/x y/' >",
        "</a>",
        "<br/>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
        " ",
        "\n",
        "\t",
        "  \n ",
        "text",
        "a < b",
        "é",
        "&amp;",
        "&nbsp;",
        "\u{a0}",
        "<!-- c -->",
        "<!---->",
        "<!-- <p> -->",
        "<title> t  <b> </title>",
        "<textarea> \n x</textarea>",
        "<input required value=a/b>",
        "<svg viewBox=\"0 0 1 1\">",
        "</svg>",
        "<td a=1 b c = 2>",
        "</p >",
        "\"",
        "'",
        "<",
        ">",
        "=",
        "<img alt=\"a > b\">",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| format!("<body>{}", pieces.concat()))
}

/// An element of a random page.
#[derive(Clone, Debug)]
struct Element {
    name: &'static str,
    class: Option<&'static str>,
    id: Option<&'static str>,
    parent: Option<usize>,
}

fn page() -> impl Strategy<Value = Vec<Element>> {
    let name = prop::sample::select(vec!["p", "ul", "li", "b"]);
    let class = prop::option::of(prop::sample::select(vec!["a", "b", "c"]));
    let id = prop::option::of(prop::sample::select(vec!["x", "y"]));
    prop::collection::vec((name, class, id, any::<prop::sample::Index>()), 1..6).prop_map(|made| {
        let element = |(number, (name, class, id, parent)): (usize, (_, _, _, prop::sample::Index))| {
            let parent = parent.index(number + 1).checked_sub(1);
            Element { name, class, id, parent }
        };
        made.into_iter().enumerate().map(element).collect()
    })
}

fn written(page: &[Element], parent: Option<usize>) -> String {
    let children = page.iter().enumerate().filter(|(_, one)| one.parent == parent);
    let one = |(number, one): (usize, &Element)| {
        let said =
            |name: &str, value: Option<&str>| value.map(|value| format!(" {name}=\"{value}\"")).unwrap_or_default();
        let inside = written(page, Some(number));
        format!("<{0}{1}{2}>{inside}</{0}>", one.name, said("class", one.class), said("id", one.id))
    };
    children.map(one).collect()
}

/// A compound: element, class, id, each perhaps; and whether it stands right below the one before.
type Compound = (Option<&'static str>, Option<&'static str>, Option<&'static str>, bool);

fn selector() -> impl Strategy<Value = Vec<Compound>> {
    let element = prop::option::of(prop::sample::select(vec!["p", "ul", "li", "b", "table"]));
    let class = prop::option::of(prop::sample::select(vec!["a", "b", "c", "never"]));
    let id = prop::option::of(prop::sample::select(vec!["x", "y", "z"]));
    prop::collection::vec((element, class, id, any::<bool>()), 1..4)
}

fn selector_text(selector: &[Compound]) -> String {
    let one = |(number, (element, class, id, direct)): (usize, &Compound)| {
        let between = if number == 0 {
            ""
        } else if *direct {
            ">"
        } else {
            " "
        };
        let class = class.map(|class| format!(".{class}")).unwrap_or_default();
        let id = id.map(|id| format!("#{id}")).unwrap_or_default();
        format!("{between}{}{class}{id}", element.unwrap_or("*"))
    };
    selector.iter().enumerate().map(one).collect()
}

/// Whether an element matches the last compound, and those above it the others.
fn matches(page: &[Element], number: usize, selector: &[Compound]) -> bool {
    let Some(((element, class, id, direct), before)) = selector.split_last() else { return true };
    let one = &page[number];
    let fits = element.is_none_or(|name| name == one.name)
        && class.is_none_or(|class| one.class == Some(class))
        && id.is_none_or(|id| one.id == Some(id));
    if !fits || before.is_empty() {
        return fits;
    }
    let mut above = one.parent;
    while let Some(parent) = above {
        if matches(page, parent, before) {
            return true;
        }
        above = page[parent].parent.filter(|_| !direct);
    }
    false
}

proptest! {
    #[test]
    fn no_rule_is_lost_that_matches(page in page(), selectors in prop::collection::vec(selector(), 1..8)) {
        let rules = selectors.iter().enumerate().map(|(number, one)| format!("{}{{order:{}}}", selector_text(one), number + 1));
        let css: String = rules.collect();
        let left = used(&css, &written(&page, None));
        for (number, selector) in selectors.iter().enumerate() {
            let said = format!("order:{}}}", number + 1);
            // The same selector again, and later, replaces it.
            let replaced = selectors[number + 1..].iter().any(|later| selector_text(later) == selector_text(selector));
            if !replaced && (0..page.len()).any(|element| matches(&page, element, selector)) {
                prop_assert!(left.contains(&said), "{css} on {page:?}: {left}");
            }
            if selector.iter().any(|(_, class, ..)| *class == Some("never")) {
                prop_assert!(!left.contains(&said), "{css} on {page:?}: {left}");
            }
        }
    }

    #[test]
    fn another_parser_sees_the_same(html in html()) {
        if let Some(trimmed) = trimmed(&html) {
            prop_assert_eq!(seen(&trimmed), seen(&html), "{}", trimmed);
            prop_assert!(trimmed.len() <= html.len());
        }
    }

    #[test]
    fn whatever_the_bytes_they_are_read(html in "[<>/!=a \"'?-]{0,40}") {
        let mut pieces = Pieces::of(html.as_bytes());
        let mut whole = 0;
        while let Some(piece) = pieces.next() {
            whole += piece.whole().len();
        }
        prop_assert!(pieces.doubt || whole == html.len());
    }
}
