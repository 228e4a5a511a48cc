//! The texts of a book in another language: one flat TOML file a book, from the key of a text to
//! the text.
//!
//! ```text
//! rulebooks/crm-2011.toml --keys(), in English--> texts::template() --> rulebooks/de/crm-2011.toml
//! rulebooks/de/crm-2011.toml --Translation::read()--> Translation --put into the raw book--> a book in German
//! ```
//!
//! The translation is put into the raw book, before any name is looked up: the book is then
//! resolved as any other, so that no text can be left out.

mod keys;
mod template;

pub(super) use keys::Texts;
pub use template::template;

use super::fault::{Fault, Locator};
use std::collections::BTreeMap;
use toml::Spanned;

/// The texts of one book in another language.
#[derive(Clone, Debug)]
pub struct Translation<'a> {
    file: &'a str,
    text: &'a str,
    texts: BTreeMap<Spanned<String>, Spanned<String>>,
}

impl<'a> Translation<'a> {
    /// Reads the file of a translation.
    ///
    /// # Errors
    ///
    /// The place where it is no flat TOML file of texts.
    pub fn read(file: &'a str, text: &'a str) -> Result<Self, Vec<Fault>> {
        let texts = toml::from_str(text).map_err(|error| {
            let message = error.message().trim().replace('\n', ", ");
            let at = error.span().unwrap_or(0..0);
            let remedy = "write one text a line: \"clause.portal.says\" = \"...\"";
            vec![Locator::new(file, text).fault(at, message, remedy)]
        })?;
        Ok(Self { file, text, texts })
    }

    /// Puts the texts into a raw book.
    ///
    /// # Errors
    ///
    /// Every text that is missing or that the book does not know.
    pub(super) fn put_into(&self, book: &mut impl Texts) -> Result<(), Vec<Fault>> {
        let locate = Locator::new(self.file, self.text);
        let mut left = self.by_key();
        let mut faults = Vec::new();
        book.visit(&mut |key, text| match left.remove(key) {
            Some(translated) => faults.extend(put(translated, text, &locate)),
            None => faults.push(locate.fault(
                self.text.len()..self.text.len(),
                format!("the text `{key}` is missing: {text}"),
                "run `cargo xtask texts` and write it",
            )),
        });
        faults.extend(left.keys().map(|&key| {
            let at = self.texts.keys().find(|known| known.get_ref() == key);
            let span = at.map_or(0..0, Spanned::span);
            let message = format!("the book has no text `{key}`");
            locate.fault(span, message, "run `cargo xtask texts`, which takes it out")
        }));
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Puts the texts in the place of others that stand in no book; each with its key.
    ///
    /// # Errors
    ///
    /// Every text that is missing or not known.
    pub fn put_into_texts(&self, texts: &mut [(String, String)]) -> Result<(), Vec<Fault>> {
        self.put_into(&mut Loose(texts))
    }

    fn by_key(&self) -> BTreeMap<&str, &Spanned<String>> {
        self.texts.iter().map(|(key, text)| (key.get_ref().as_str(), text)).collect()
    }
}

/// Texts that stand in no book.
struct Loose<'t>(&'t mut [(String, String)]);

impl Texts for Loose<'_> {
    fn visit(&mut self, with: &mut dyn FnMut(&str, &mut String)) {
        for (key, text) in &mut *self.0 {
            with(key, text);
        }
    }
}

/// The signs that are filled in later have to stand in both.
const FILLED_IN: &str = "{holder}";

/// Puts a translated text in the place of another.
fn put(translated: &Spanned<String>, text: &mut String, locate: &Locator<'_>) -> Option<Fault> {
    let new = translated.get_ref();
    if new.trim().is_empty() {
        let message = format!("the text is not translated: {text}");
        return Some(locate.fault(
            translated.span(),
            message,
            "write it between the quotation marks",
        ));
    }
    if new.contains(FILLED_IN) != text.contains(FILLED_IN) {
        let remedy = format!("write `{FILLED_IN}` where the English text has it: {text}");
        return Some(locate.fault(translated.span(), "the holder is not in both texts", remedy));
    }
    text.clone_from(new);
    None
}
