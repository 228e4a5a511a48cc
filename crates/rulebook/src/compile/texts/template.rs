//! The file of a translation as it is to be filled in: every key, with the English text above it.

use super::{Texts, Translation};
use crate::compile::fault::Fault;
use crate::compile::{analysis, prices, raw};
use std::fmt::Write;

/// The file of a translation of the book in `file`, with what is translated already; the texts that
/// the book does not have are left out.
///
/// # Errors
///
/// The place where the book cannot be read.
pub fn template(
    file: &str,
    text: &str,
    present: Option<&Translation<'_>>,
) -> Result<String, Vec<Fault>> {
    let mut texts = Vec::new();
    let mut collect = |key: &str, text: &mut String| texts.push((key.to_owned(), text.clone()));
    if file.starts_with("prices") {
        raw::read::<prices::RawPrices>(file, text)?.visit(&mut collect);
    } else if file.starts_with("analyses") {
        raw::read::<analysis::RawAnalysis>(file, text)?.visit(&mut collect);
    } else {
        raw::read::<raw::Book>(file, text)?.visit(&mut collect);
    }
    Ok(write(file, &texts, present))
}

fn write(file: &str, texts: &[(String, String)], present: Option<&Translation<'_>>) -> String {
    let mut written = format!(
        "# The texts of {file}. `cargo xtask texts` writes the keys, and the English text above each.\n"
    );
    let translated = present.map(Translation::by_key).unwrap_or_default();
    for (key, english) in texts {
        let text = translated.get(key.as_str()).map_or("", |text| text.get_ref());
        // Writing to a string does not fail.
        let _ =
            write!(written, "\n# {}\n\"{key}\" = {}\n", english.replace('\n', " "), quote(text));
    }
    written
}

/// A text as TOML writes it.
fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
