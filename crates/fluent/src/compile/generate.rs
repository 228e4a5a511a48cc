//! Tables of texts, and the functions that fill them.

use super::message::{Messages, NamedPart};
use crate::{Part, Texts, Variant};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Begins the comment of a message that is wanted in pieces, not as one text; the name of the type
/// of its pieces follows, and a colon. Messages of the same arguments may share a type.
const IN_PIECES: &str = "In pieces ";

/// A message as all languages have it.
pub(super) struct Signature {
    id: String,
    comment: String,
    /// In the order of the reference; a count in one language is one in all.
    arguments: Vec<(String, bool)>,
}

impl Signature {
    /// The name of the type of its pieces; none for a message that is one text.
    fn type_of_pieces(&self) -> Option<&str> {
        self.comment.strip_prefix(IN_PIECES)?.split_once(':').map(|(name, _)| name)
    }
}

/// The signatures of the messages; the first language is the reference.
pub(super) fn signatures(languages: &[(String, Messages)]) -> Vec<Signature> {
    let Some((_, reference)) = languages.first() else { return Vec::new() };
    let counts = |id: &str, argument: &str| {
        languages.iter().filter_map(|(_, messages)| messages.get(id)).any(|message| {
            message.arguments.iter().any(|(name, counts)| name == argument && *counts)
        })
    };
    let of_message = reference.values().map(|message| Signature {
        id: message.id.clone(),
        comment: message.comment.clone(),
        arguments: message
            .arguments
            .iter()
            .map(|(name, _)| (name.clone(), counts(&message.id, name)))
            .collect(),
    });
    of_message.collect()
}

/// The table of a language.
pub(super) fn texts(signatures: &[Signature], messages: &Messages) -> Texts {
    let parts = signatures.iter().map(|signature| {
        messages
            .get(&signature.id)
            .map_or_else(Vec::new, |message| parts(signature, &message.pattern))
    });
    Texts { messages: parts.collect() }
}

fn parts(signature: &Signature, pattern: &[NamedPart]) -> Vec<Part> {
    let place = |wanted: &str| {
        let place = signature.arguments.iter().position(|(name, _)| name == wanted);
        place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
    };
    let part = |part: &NamedPart| match part {
        NamedPart::Text(text) => Part::Text(text.clone()),
        NamedPart::Argument(name) => Part::Argument(place(name)),
        NamedPart::ByCount(name, variants) => {
            let variant = |(of, pattern): &(Option<u64>, Vec<NamedPart>)| Variant {
                of: *of,
                parts: parts(signature, pattern),
            };
            Part::ByCount(place(name), variants.iter().map(variant).collect())
        }
    };
    pattern.iter().map(part).collect()
}

/// The functions, as methods of `Words`.
pub(super) fn code(signatures: &[Signature]) -> String {
    let mut methods = String::new();
    let mut pieces: BTreeMap<&str, &Signature> = BTreeMap::new();
    for (place, signature) in signatures.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = match signature.type_of_pieces() {
            Some(name) => {
                pieces.entry(name).or_insert(signature);
                method_in_pieces(place, signature, name, &mut methods)
            }
            None => method(place, signature, &mut methods),
        };
    }
    let mut code = String::new();
    for (name, signature) in pieces {
        let _ = type_of_pieces(name, signature, &mut code);
    }
    format!("{code}impl Words {{\n{methods}}}\n")
}

fn document(comment: &str, into: &mut String, indent: &str) {
    let about = match comment.strip_prefix(IN_PIECES).and_then(|marked| marked.split_once(':')) {
        Some((_, about)) => about,
        None => comment,
    };
    for line in about.trim().lines() {
        let mut letters = line.chars();
        let first = letters.next().map(char::to_uppercase);
        let capital: String = first.into_iter().flatten().collect();
        let _ = writeln!(into, "{indent}/// {capital}{}", letters.as_str());
    }
}

fn method(place: usize, signature: &Signature, into: &mut String) -> std::fmt::Result {
    document(&signature.comment, into, "    ");
    let name = signature.id.replace('-', "_");
    writeln!(into, "    #[must_use]")?;
    if signature.arguments.is_empty() {
        return writeln!(
            into,
            "    pub fn {name}(self) -> &'static str {{\n        self.texts.plain({place})\n    }}\n"
        );
    }
    let mut parameters = String::new();
    let mut arguments = String::new();
    for (argument, counts) in &signature.arguments {
        let argument = argument.replace('-', "_");
        let (of, kind) = if *counts { ("u64", "Count") } else { ("&str", "Text") };
        write!(parameters, ", {argument}: {of}")?;
        write!(arguments, "seatwise_fluent::Argument::{kind}({argument}), ")?;
    }
    writeln!(
        into,
        "    pub fn {name}(self{parameters}) -> String {{\n        \
         self.texts.fill({place}, &[{arguments}], self.numerals)\n    }}\n"
    )
}

/// A message whose arguments are places for something else than text.
fn method_in_pieces(
    place: usize,
    signature: &Signature,
    pieces: &str,
    into: &mut String,
) -> std::fmt::Result {
    document(&signature.comment, into, "    ");
    let name = signature.id.replace('-', "_");
    writeln!(into, "    #[must_use]\n    pub fn {name}(self) -> Vec<{pieces}> {{")?;
    writeln!(into, "        self.texts.parts({place}).iter().filter_map(|part| match part {{")?;
    writeln!(into, "            seatwise_fluent::Part::Text(text) => Some({pieces}::Text(text)),")?;
    for (number, (argument, _)) in signature.arguments.iter().enumerate() {
        let part = format!("seatwise_fluent::Part::Argument({number})");
        writeln!(into, "            {part} => Some({pieces}::{}),", pascal(argument))?;
    }
    writeln!(into, "            _ => None,\n        }}).collect()\n    }}\n")
}

fn type_of_pieces(name: &str, signature: &Signature, into: &mut String) -> std::fmt::Result {
    writeln!(into, "/// A piece of a message: a text, or the place of an argument.")?;
    writeln!(into, "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum {name} {{")?;
    writeln!(into, "    /// Links the others.\n    Text(&'static str),")?;
    for (argument, _) in &signature.arguments {
        writeln!(into, "    /// The place of `{argument}`.\n    {},", pascal(argument))?;
    }
    writeln!(into, "}}\n")
}

/// `use-sentence` as `UseSentence`.
fn pascal(id: &str) -> String {
    id.split('-')
        .map(|word| {
            let mut letters = word.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            format!("{first}{}", letters.as_str())
        })
        .collect()
}
