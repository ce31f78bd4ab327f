//! How long functions and files are.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::rules::{CODE, FILE_LINES, FUNCTION_LINES, LONGER};
use super::{Finding, Text, has_extension};

/// A function and its length.
#[derive(Debug, PartialEq, Eq)]
struct Function {
    name: String,
    line: usize,
    lines: usize,
}

/// A finding when a file of code is too long.
pub(super) fn file(text: &Text) -> Option<Finding> {
    let lines = text.content.lines().count();
    let code = CODE.iter().any(|extension| has_extension(&text.path, extension));
    (code && lines > FILE_LINES && !excepted(&text.path, "")).then(|| Finding {
        file: text.path.clone(),
        line: 0,
        message: format!("{lines} lines; a file has {FILE_LINES} at most: give a part of it a file of its own"),
    })
}

/// Findings for functions that are too long.
pub(super) fn functions(text: &Text) -> Vec<Finding> {
    let long = measure(&text.content).into_iter().filter(|function| function.lines > FUNCTION_LINES);
    long.filter(|function| !excepted(&text.path, &function.name))
        .map(|function| Finding {
            file: text.path.clone(),
            line: function.line,
            message: format!(
                "`{}` has {} lines; a function has {FUNCTION_LINES} at most",
                function.name, function.lines
            ),
        })
        .collect()
}

/// Findings for exceptions that nothing needs any more: the table must not outlive its reasons.
pub(super) fn unused_exceptions(texts: &[Text]) -> Vec<Finding> {
    let unused = LONGER
        .iter()
        .filter(|(path, function, _)| !texts.iter().any(|text| text.path == *path && too_long(text, function)));
    unused
        .map(|(path, function, _)| Finding {
            file: "xtask/src/tidy/rules.rs".to_owned(),
            line: 0,
            message: format!("the exception for `{path}` {function} is no longer needed: remove it"),
        })
        .collect()
}

fn too_long(text: &Text, function: &str) -> bool {
    if function.is_empty() {
        return text.content.lines().count() > FILE_LINES;
    }
    measure(&text.content).iter().any(|found| found.name == function && found.lines > FUNCTION_LINES)
}

fn excepted(path: &str, function: &str) -> bool {
    LONGER.iter().any(|(file, name, _)| *file == path && *name == function)
}

/// Every function of a file, those inside others included. A file that does not parse has none: the compiler will say so.
fn measure(source: &str) -> Vec<Function> {
    let mut found = Functions(Vec::new());
    if let Ok(file) = syn::parse_file(source) {
        found.visit_file(&file);
    }
    found.0
}

struct Functions(Vec<Function>);

impl Functions {
    /// From the signature to the closing brace: attributes and documentation are not length.
    fn note(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let (line, end) = (signature.span().start().line, body.span().end().line);
        self.0.push(Function { name: signature.ident.to_string(), line, lines: end - line + 1 });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.note(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.note(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(body) = &function.default {
            self.note(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &str, content: String) -> Text {
        Text { path: path.into(), content }
    }

    #[test]
    fn a_function_of_sixty_lines_passes_and_one_of_sixty_one_does_not() {
        let source = |lines: usize| format!("/// Doc.\n#[inline]\nfn f() {{\n{}}}\n", "    g();\n".repeat(lines - 2));
        assert!(functions(&text("a.rs", source(60))).is_empty());
        let found = functions(&text("a.rs", source(61)));
        assert_eq!((found.len(), found[0].line), (1, 3));
    }

    #[test]
    fn methods_default_methods_and_inner_functions_are_measured() {
        let source = "impl A { fn a() {} }\ntrait B { fn b() {}\n fn c(); }\nfn d() { fn e() {} }\n";
        let names: Vec<String> = measure(source).into_iter().map(|function| function.name).collect();
        assert_eq!(names, ["a", "b", "d", "e"]);
    }

    #[test]
    fn a_file_of_four_hundred_and_one_lines_is_told_and_a_document_is_not() {
        let long = "x\n".repeat(401);
        assert!(file(&text("a/b.rs", long.clone())).is_some());
        assert!(file(&text("a/b.mjs", long.clone())).is_some());
        assert!(file(&text("a/b.md", long)).is_none());
        assert!(file(&text("a/b.rs", "x\n".repeat(400))).is_none());
    }

    #[test]
    fn every_exception_has_a_reason() {
        assert!(LONGER.iter().all(|(_, _, reason)| reason.len() > 20));
    }
}
