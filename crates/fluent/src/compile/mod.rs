//! From Fluent files to tables and functions, at build time.
//!
//! ```text
//! folder/<language>/*.ftl --read::language()--> messages --agree::check()--> messages --generate::code(), texts()--> Compiled
//! ```
//!
//! The first language is English: it says which messages there are, what each is for, and in which
//! order its arguments are given.

mod agree;
mod fault;
mod generate;
mod message;
mod plural;
mod read;

pub use fault::Fault;
pub use plural::numerals;

use crate::Texts;
use std::path::Path;

/// The language that all others are compared with.
pub const REFERENCE: &str = "en";

/// Texts and code that a folder of languages becomes.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// Every language with its texts, the reference first.
    pub languages: Vec<(String, Texts)>,
    /// Methods of a type that has `texts: &'static Texts` and `numerals: Numerals`.
    pub code: String,
    ids: Vec<String>,
}

impl Compiled {
    /// The text of a message without arguments in every language, for what is needed of all of them.
    #[must_use]
    pub fn in_all(&self, id: &str) -> Vec<(&str, &str)> {
        let place = self.ids.iter().position(|known| known == id).unwrap_or(usize::MAX);
        self.languages.iter().map(|(name, texts)| (name.as_str(), texts.plain(place))).collect()
    }
}

/// Reads the languages of a folder, one a folder of its own, and checks that they agree.
///
/// # Errors
///
/// Every fault, with its file and line.
pub fn compile(folder: &Path) -> Result<Compiled, Vec<Fault>> {
    let mut names = read::languages(folder)?;
    names.sort_by_key(|name| (name != REFERENCE, name.clone()));
    let mut read = Vec::new();
    let mut faults = Vec::new();
    for name in names {
        match read::language(&folder.join(&name), &name) {
            Ok(messages) => read.push((name, messages)),
            Err(mut read_faults) => faults.append(&mut read_faults),
        }
    }
    let Some(((name, reference), translations)) = read.split_first().filter(|_| faults.is_empty())
    else {
        return Err(faults);
    };
    faults.extend(agree::documented(reference));
    for (name, messages) in translations {
        faults.extend(agree::check(reference, messages, &folder.join(name)));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let signatures = generate::signatures(&read);
    let mut languages = vec![(name.clone(), generate::texts(&signatures, reference))];
    languages.extend(
        translations
            .iter()
            .map(|(name, messages)| (name.clone(), generate::texts(&signatures, messages))),
    );
    let ids = reference.keys().cloned().collect();
    Ok(Compiled { languages, code: generate::code(&signatures), ids })
}
