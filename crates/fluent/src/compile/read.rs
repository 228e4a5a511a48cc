//! Reads the files of one language.

use super::Fault;
use super::message::{Message, Messages, NamedPart};
use super::plural;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::fs;
use std::path::{Path, PathBuf};

/// The names of the languages of a folder.
pub(super) fn languages(folder: &Path) -> Result<Vec<String>, Vec<Fault>> {
    let folders = entries(folder)?.into_iter().filter(|path| path.is_dir());
    Ok(folders.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect())
}

/// The messages of a language.
pub(super) fn language(folder: &Path, name: &str) -> Result<Messages, Vec<Fault>> {
    let Some(singular) = plural::singular(name) else {
        let remedy = "say in compile/plural.rs which counts its categories are for";
        let message = format!("the plurals of `{name}` are not known");
        return Err(vec![Fault::new((&folder.to_string_lossy(), 0), message, remedy)]);
    };
    let mut messages = Messages::new();
    let mut faults = Vec::new();
    for path in entries(folder)?.iter().filter(|path| path.extension().is_some_and(|e| e == "ftl"))
    {
        let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        let name = path.to_string_lossy();
        let reader = Reader { file: &name, text: &text, singular };
        for message in reader.messages(&mut faults) {
            if let Some(twice) = messages.insert(message.id.clone(), message) {
                let message = format!("the message `{}` stands twice", twice.id);
                faults.push(Fault::new(twice.at(), message, "give one of them another name"));
            }
        }
    }
    if faults.is_empty() { Ok(messages) } else { Err(faults) }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Vec<Fault>> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths: Vec<PathBuf> =
        entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Vec<Fault> {
    let at = path.to_string_lossy();
    vec![Fault::new((&at, 0), format!("it cannot be read: {error}"), "see whether it is there")]
}

/// Reader of one file.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    /// The count that `[one]` stands for.
    singular: u64,
}

impl<'a> Reader<'a> {
    fn messages(&self, faults: &mut Vec<Fault>) -> Vec<Message> {
        let resource = parser::parse(self.text).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(|error| {
                let before = self.text.get(..error.pos.start).unwrap_or(self.text);
                let at = (self.file, before.matches('\n').count() + 1);
                Fault::new(at, error.kind.to_string(), "see projectfluent.org for the syntax")
            }));
            resource
        });
        let mut messages = Vec::new();
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let comment = message.comment.map(|comment| comment.content.join("\n"));
                    let mut read = Message {
                        id: message.id.name.to_owned(),
                        file: self.file.to_owned(),
                        line: self.line(message.id.name),
                        comment: comment.unwrap_or_default(),
                        pattern: Vec::new(),
                        arguments: Vec::new(),
                    };
                    let Some(value) = message.value else { continue };
                    if !message.attributes.is_empty() {
                        let remedy = "make a message of it";
                        faults.push(Fault::new(read.at(), "an attribute is not used", remedy));
                    }
                    match self.pattern(&value, &mut read) {
                        Ok(pattern) => read.pattern = joined(pattern),
                        Err(fault) => faults.push(fault),
                    }
                    messages.push(read);
                }
                Entry::Term(term) => {
                    let at = (self.file, self.line(term.id.name));
                    faults.push(Fault::new(at, "terms are not used", "write the words out"));
                }
                _ => {}
            }
        }
        messages
    }

    /// The line of a piece of the file's text.
    fn line(&self, piece: &str) -> usize {
        let place = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.text.get(..place).unwrap_or_default().matches('\n').count() + 1
    }

    fn pattern(
        &self,
        pattern: &Pattern<&'a str>,
        message: &mut Message,
    ) -> Result<Vec<NamedPart>, Fault> {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    parts.push(NamedPart::Text((*value).to_owned()));
                }
                PatternElement::Placeable { expression } => {
                    parts.push(self.expression(expression, message)?);
                }
            }
        }
        Ok(parts)
    }

    fn expression(
        &self,
        expression: &Expression<&'a str>,
        message: &mut Message,
    ) -> Result<NamedPart, Fault> {
        match expression {
            Expression::Inline(inline) => Self::inline(inline, message),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    return Err(Fault::new(
                        message.at(),
                        "a selector is no argument",
                        "select on a count: { $count -> ... }",
                    ));
                };
                message.argument(id.name, true);
                let variants = variants.iter().map(|variant| self.variant(variant, message));
                let mut variants = variants.collect::<Result<Vec<_>, Fault>>()?;
                // What is for all others comes last.
                variants.sort_by_key(|(of, _)| of.is_none());
                Ok(NamedPart::ByCount(id.name.to_owned(), variants))
            }
        }
    }

    fn variant(
        &self,
        variant: &Variant<&'a str>,
        message: &mut Message,
    ) -> Result<(Option<u64>, Vec<NamedPart>), Fault> {
        let of = match &variant.key {
            _ if variant.default => None,
            VariantKey::Identifier { name: "one" } => Some(self.singular),
            VariantKey::NumberLiteral { value } => value.parse().ok(),
            VariantKey::Identifier { .. } => None,
        };
        if of.is_none() && !variant.default {
            return Err(Fault::new(
                message.at(),
                "a variant is neither a count nor the category `one`",
                "a count decides between [0], [one] and *[other]; make messages of other cases",
            ));
        }
        Ok((of, joined(self.pattern(&variant.value, message)?)))
    }

    fn inline(
        inline: &InlineExpression<&'a str>,
        message: &mut Message,
    ) -> Result<NamedPart, Fault> {
        match inline {
            InlineExpression::VariableReference { id } => {
                message.argument(id.name, false);
                Ok(NamedPart::Argument(id.name.to_owned()))
            }
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                let CallArguments { positional, named } = arguments;
                match (positional.as_slice(), named.as_slice()) {
                    ([InlineExpression::VariableReference { id }], []) => {
                        message.argument(id.name, true);
                        Ok(NamedPart::Argument(id.name.to_owned()))
                    }
                    _ => Err(Fault::new(
                        message.at(),
                        "NUMBER takes one argument of the message",
                        "write NUMBER($count)",
                    )),
                }
            }
            InlineExpression::StringLiteral { value } => {
                Ok(NamedPart::Text(unescape_unicode_to_string(value).into_owned()))
            }
            InlineExpression::NumberLiteral { value } => Ok(NamedPart::Text((*value).to_owned())),
            _ => Err(Fault::new(
                message.at(),
                "a placeable is neither an argument nor a text",
                "write { $argument }, { NUMBER($count) } or { \"text\" }",
            )),
        }
    }
}

/// Texts that stand beside one another become one.
fn joined(parts: Vec<NamedPart>) -> Vec<NamedPart> {
    let mut merged: Vec<NamedPart> = Vec::new();
    for part in parts {
        match (merged.last_mut(), part) {
            (Some(NamedPart::Text(before)), NamedPart::Text(text)) => before.push_str(&text),
            (_, part) => merged.push(part),
        }
    }
    merged
}
