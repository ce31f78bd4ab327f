//! A file of words as it is written: its messages, with their variables and what they put into themselves.

use super::Lang;
use crate::diagnostic::Place;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::BTreeSet;

/// One file.
#[derive(Debug)]
pub(super) struct File<'s> {
    pub(super) lang: Lang,
    pub(super) path: String,
    pub(super) source: &'s str,
    pub(super) messages: Vec<Message<'s>>,
    /// Names of words that only other words use.
    pub(super) terms: BTreeSet<&'s str>,
    /// What its terms put into themselves.
    inner: Vec<Reference<'s>>,
}

/// One word.
#[derive(Debug, Default)]
pub(super) struct Message<'s> {
    pub(super) key: &'s str,
    /// Names of its variables; each is a part of the file's text.
    pub(super) variables: BTreeSet<&'s str>,
    references: Vec<Reference<'s>>,
}

/// Another word that a word puts into itself.
#[derive(Debug)]
pub(super) struct Reference<'s> {
    pub(super) name: &'s str,
    pub(super) is_term: bool,
}

impl<'s> File<'s> {
    /// Reads a file; what is no Fluent is left out.
    pub(super) fn read(lang: Lang, path: String, source: &'s str) -> Self {
        let (Ok(resource) | Err((resource, _))) = parser::parse_runtime(source);
        let mut file = File { lang, path, source, messages: Vec::new(), terms: BTreeSet::new(), inner: Vec::new() };
        for entry in &resource.body {
            match entry {
                Entry::Message(written) => {
                    let mut message = Message { key: written.id.name, ..Message::default() };
                    written.value.iter().for_each(|pattern| message.pattern(pattern));
                    written.attributes.iter().for_each(|attribute| message.pattern(&attribute.value));
                    file.messages.push(message);
                }
                Entry::Term(written) => {
                    let mut term = Message::default();
                    term.pattern(&written.value);
                    file.terms.insert(written.id.name);
                    file.inner.extend(term.references);
                }
                _ => {}
            }
        }
        file
    }

    /// The place of a part of its text.
    pub(super) fn place(&self, part: &str) -> Place {
        let start = (part.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        Place::at(&self.path, self.source, start..start + part.len())
    }

    /// The message of a key.
    pub(super) fn message(&self, key: &str) -> Option<&Message<'s>> {
        self.messages.iter().find(|message| message.key == key)
    }

    /// The keys of its messages.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'s str> {
        self.messages.iter().map(|message| message.key)
    }

    /// Everything that its words put into themselves.
    pub(super) fn references(&self) -> impl Iterator<Item = &Reference<'s>> {
        self.messages.iter().flat_map(|message| &message.references).chain(&self.inner)
    }
}

impl<'s> Message<'s> {
    fn pattern(&mut self, pattern: &Pattern<&'s str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'s str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.push(Reference { name: id.name, is_term: false });
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.push(Reference { name: id.name, is_term: true });
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|inner| self.inline(inner));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}
