//! Code in colours: a few classes that a style can name, not one for each rule of a grammar.

use pulldown_cmark_escape::escape_html;
use std::sync::OnceLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

/// Longer blocks are shown without colours: grammars can be slow, and nobody reads so much code on a page.
const LONGEST: usize = 64 * 1024;

/// What is coloured: the first word of a scope.
const COLOURED: [&str; 10] =
    ["comment", "string", "constant", "keyword", "storage", "entity", "variable", "support", "markup", "invalid"];

/// Colours code; loads its grammars when the first block needs them.
#[derive(Default)]
pub(crate) struct Highlighter {
    grammars: OnceLock<SyntaxSet>,
}

impl Highlighter {
    /// A block of code as HTML; without colours when the language is not known.
    pub(crate) fn html(&self, language: &str, code: &str) -> String {
        let mut html = String::with_capacity(code.len() * 2);
        html.push_str("<pre class=\"code\" tabindex=\"0\"");
        if !language.is_empty() {
            html.push_str(" data-lang=\"");
            let _ = escape_html(&mut html, language);
            html.push('"');
        }
        html.push_str("><code>");
        if language.is_empty() || code.len() > LONGEST || self.colour(language, code, &mut html).is_none() {
            let _ = escape_html(&mut html, code);
        }
        html.push_str("</code></pre>\n");
        html
    }

    /// Adds the coloured code; adds nothing and gives `None` if it cannot.
    fn colour(&self, language: &str, code: &str, html: &mut String) -> Option<()> {
        let grammars = self.grammars.get_or_init(SyntaxSet::load_defaults_newlines);
        let mut state = ParseState::new(grammars.find_syntax_by_token(language)?);
        let mut stack = ScopeStack::new();
        let mut spans = Spans { html: String::with_capacity(code.len() * 2), open: None };
        for line in code.split_inclusive('\n') {
            let mut at = 0;
            for (next, change) in state.parse_line(line, grammars).ok()? {
                spans.add(&line[at..next], class(&stack));
                stack.apply(&change).ok()?;
                at = next;
            }
            spans.add(&line[at..], class(&stack));
        }
        html.push_str(&spans.finish());
        Some(())
    }
}

/// The class of a token: that of the innermost scope that is coloured.
fn class(stack: &ScopeStack) -> Option<&'static str> {
    let first_word = |scope: &Scope| {
        let name = scope.build_string();
        let first = name.split('.').next().unwrap_or_default();
        COLOURED.iter().find(|word| **word == first).copied()
    };
    stack.scopes.iter().rev().find_map(first_word)
}

/// Writes text in spans, one for each run of the same class.
struct Spans {
    html: String,
    open: Option<&'static str>,
}

impl Spans {
    fn add(&mut self, text: &str, class: Option<&'static str>) {
        if text.is_empty() {
            return;
        }
        // White space has no colour: it need not close and open a span.
        if class != self.open && !text.trim().is_empty() {
            self.close();
            if let Some(class) = class {
                self.html.push_str("<span class=\"z-");
                self.html.push_str(class);
                self.html.push_str("\">");
            }
            self.open = class;
        }
        let _ = escape_html(&mut self.html, text);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}
