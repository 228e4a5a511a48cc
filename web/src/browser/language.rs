//! The language of the page: `first.js` chooses it, `boot.js` brings its texts.

use super::{address, intl, storage};
use crate::session::Notice;
use crate::words::Words;
use gloo_utils::{document_element, window};
use js_sys::{Reflect, Uint8Array};
use seatwise_core::language::{self, Pack};
use seatwise_fluent::Texts;
use storage::Slot;

/// In the query: the language that the page is read in.
pub const LANG: &str = "lang";

/// The texts in the visitor's language, and how numbers are written; with a notice where the texts
/// did not arrive.
pub fn words() -> (Words, Option<Notice>) {
    let wanted = document_element().get_attribute("lang").unwrap_or_default();
    let loaded = loaded().map(|(pack, texts)| Words::new(texts, pack));
    let words = loaded.unwrap_or_default();
    let missing = (words.id() != wanted && !wanted.is_empty()).then_some(Notice::Language);
    // The element says what the page is written in, whatever was wanted.
    let _ = document_element().set_attribute("lang", words.id());
    (words.with_numerals(intl::numerals(&locale(words.id()))), missing)
}

/// The pack that `boot.js` loaded, kept as long as the page stands.
fn loaded() -> Option<(&'static Pack, &'static Texts)> {
    let bytes = Reflect::get(&window(), &"seatwiseLanguage".into()).ok()?;
    if bytes.is_falsy() {
        return None;
    }
    let (pack, texts): (Pack, Texts) = language::unpacked(&Uint8Array::new(&bytes).to_vec())?;
    Some((Box::leak(Box::new(pack)), Box::leak(Box::new(texts))))
}

/// The visitor's own locale of a language, `de-AT`; the language where the browser names none.
fn locale(language: &str) -> String {
    let of_language = |locale: &String| {
        locale.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case(language))
    };
    let locales = window().navigator().languages();
    let mut locales = locales.iter().filter_map(|locale| locale.as_string());
    locales.find(of_language).unwrap_or_else(|| language.to_owned())
}

/// Opens the page in another language from now on. Its texts are loaded before the program starts.
pub fn open(language: &str) {
    let stored = storage::write(Slot::Language, language);
    address::set_lang(stored.is_err().then_some(language));
    let _ = window().location().reload();
}
