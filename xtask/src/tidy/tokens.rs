//! Which modules and crates a Rust file names.
//!
//! Takes source text; gives the first segment after `crate::`, `super::` (resolved) or a crate's own name, with its line. Works on
//! tokens and not on syntax, so that a path inside a macro counts like any other. What stands under `#[cfg(test)]` does not count:
//! a test may build its input with any stage.

use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One path found: its first meaningful segments and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// `["crate", "site"]` for `crate::site::...`, `["colibri_contract"]` for a crate.
    pub(super) path: Vec<String>,
    /// Line, from 1.
    pub(super) line: usize,
}

/// Paths named by a file whose module path in its crate is `module` (empty for the crate's root file).
///
/// A file that is not Rust names nothing: the compiler will say so.
pub(super) fn mentions(source: &str, module: &[&str]) -> Vec<Mention> {
    let mut found = Vec::new();
    if let Ok(tokens) = TokenStream::from_str(source) {
        let module: Vec<String> = module.iter().map(|&name| name.to_owned()).collect();
        walk(tokens, &module, &mut found);
    }
    found
}

fn walk(tokens: TokenStream, module: &[String], found: &mut Vec<Mention>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        if is_test_attribute(&tokens[at..]) {
            at = after_item(&tokens, at + 2);
            continue;
        }
        if let Some((name, body)) = inline_module(&tokens[at..]) {
            let inner: Vec<String> = module.iter().cloned().chain([name]).collect();
            walk(body, &inner, found);
            at += 3;
            continue;
        }
        match &tokens[at] {
            TokenTree::Ident(_) if !continues_path(&tokens, at) => found.extend(path_at(&tokens, at, module)),
            TokenTree::Group(group) => walk(group.stream(), module, found),
            _ => {}
        }
        at += 1;
    }
}

/// `#` followed by `[cfg(test)]`.
fn is_test_attribute(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(mark), TokenTree::Group(group), ..] => {
            mark.as_char() == '#' && group.stream().to_string().replace(' ', "") == "cfg(test)"
        }
        _ => false,
    }
}

/// The index after the item that starts at `at`: past its `;` or its braces.
fn after_item(tokens: &[TokenTree], at: usize) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    tokens[at..].iter().position(ends).map_or(tokens.len(), |length| at + length + 1)
}

fn inline_module(tokens: &[TokenTree]) -> Option<(String, TokenStream)> {
    match tokens {
        [TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Group(body), ..]
            if *word == "mod" && body.delimiter() == Delimiter::Brace =>
        {
            Some((name.to_string(), body.stream()))
        }
        _ => None,
    }
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == mark)
}

/// Whether `::` stands before the token, so that the path began earlier.
fn continues_path(tokens: &[TokenTree], at: usize) -> bool {
    // `use ::name` begins a path too, but then nothing stands before the colons that could be its start.
    at >= 3
        && is_mark(tokens.get(at - 1), ':')
        && is_mark(tokens.get(at - 2), ':')
        && matches!(tokens[at - 3], TokenTree::Ident(_))
}

/// The mentions of the path that starts at `at`: several when a group follows, as in `crate::{a, b}`.
fn path_at(tokens: &[TokenTree], at: usize, module: &[String]) -> Vec<Mention> {
    let TokenTree::Ident(first) = &tokens[at] else { return Vec::new() };
    let line = first.span().start().line;
    let word = first.to_string();
    match word.as_str() {
        "crate" => mention_all(&[], after_colons(tokens, at + 1), line),
        "super" => {
            let mut base = &module[..module.len().saturating_sub(1)];
            let mut next = at;
            while let Some(TokenTree::Ident(word)) = after_colons(tokens, next + 1) {
                if *word != "super" {
                    break;
                }
                base = &base[..base.len().saturating_sub(1)];
                next += 3;
            }
            mention_all(base, after_colons(tokens, next + 1), line)
        }
        _ => vec![Mention { path: vec![word], line }],
    }
}

/// The token after `::` at `at`.
fn after_colons(tokens: &[TokenTree], at: usize) -> Option<&TokenTree> {
    (is_mark(tokens.get(at), ':') && is_mark(tokens.get(at + 1), ':')).then(|| tokens.get(at + 2)).flatten()
}

fn mention_all(base: &[String], next: Option<&TokenTree>, line: usize) -> Vec<Mention> {
    let names: Vec<(String, usize)> = match next {
        _ if !base.is_empty() => vec![(base[0].clone(), line)],
        Some(TokenTree::Ident(name)) => vec![(name.to_string(), name.span().start().line)],
        Some(TokenTree::Group(group)) => group_heads(group.stream()),
        _ => Vec::new(),
    };
    names.into_iter().map(|(name, line)| Mention { path: vec!["crate".to_owned(), name], line }).collect()
}

/// The first name of each part between the commas of a `use` group.
fn group_heads(tokens: TokenStream) -> Vec<(String, usize)> {
    let mut heads = Vec::new();
    let mut expected = true;
    for token in tokens {
        match token {
            TokenTree::Ident(name) if expected => {
                heads.push((name.to_string(), name.span().start().line));
                expected = false;
            }
            TokenTree::Punct(mark) if mark.as_char() == ',' => expected = true,
            _ => {}
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages(source: &str, module: &[&str]) -> Vec<String> {
        let found = mentions(source, module).into_iter().filter(|mention| mention.path.len() == 2);
        found.map(|mention| format!("{}:{}", mention.path[1], mention.line)).collect()
    }

    #[test]
    fn paths_are_found_in_uses_bodies_and_macros() {
        let source = "use crate::site::Site;\nuse crate::{plan::Plan, render};\nfn f() { crate::audit::all(vec![crate::memo::m()]) }\n";
        assert_eq!(stages(source, &["x"]), ["site:1", "plan:2", "render:2", "audit:3", "memo:3"]);
    }

    #[test]
    fn super_is_resolved_from_where_it_stands() {
        assert_eq!(stages("use super::super::site::Site;", &["plan", "urls"]), ["site:1"]);
        assert_eq!(stages("use super::Plan;", &["plan", "urls"]), ["plan:1"]);
        assert_eq!(stages("use super::site;", &["plan"]), ["site:1"]);
        assert_eq!(stages("mod inner { use super::super::site; }", &["plan"]), ["site:1"]);
    }

    #[test]
    fn tests_comments_and_words_do_not_count() {
        let source = "//! crate::site\n#[cfg(test)]\nmod tests { use crate::render; }\n#[cfg(test)]\nuse crate::plan;\nfn f() { \"crate::audit\" }";
        assert_eq!(stages(source, &["x"]), Vec::<String>::new());
    }

    #[test]
    fn a_crate_is_named_by_its_first_segment() {
        let found = mentions("use colibri_contract::form::Schema;\nfn f() { colibri_functions::handle() }", &["x"]);
        let crates: Vec<_> = found.iter().filter(|mention| mention.path[0].starts_with("colibri_")).collect();
        assert_eq!(crates.len(), 2);
        assert_eq!((crates[1].path[0].as_str(), crates[1].line), ("colibri_functions", 2));
    }
}
