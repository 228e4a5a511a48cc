//! From JSON, or any other format of serde, to a scenario; or to the first fault in it, by its
//! place.
//!
//! ```text
//! text --serde_json--> [`read`] --serde_path_to_error--> Scenario, or a diagnostic in the words of message::plain()
//! ```

mod message;
pub(crate) mod object;
pub(crate) mod one_or_more;
mod place;
pub(crate) mod prices;
pub(crate) mod whole_number;

use crate::diagnostic::{Diagnostic, Severity};
use crate::limits;
use crate::scenario::Scenario;
use crate::words::Words;
use object::Object;
use serde::de::Deserializer;
use serde_json::error::Category;

impl Scenario {
    /// Reads a scenario from JSON.
    ///
    /// # Errors
    ///
    /// A diagnostic of what does not fit the format, with its place.
    pub fn from_json(text: &str) -> Result<Self, Diagnostic> {
        from_json(Words::english(), text)
    }

    /// The same, with refusals in a language.
    ///
    /// # Errors
    ///
    /// A diagnostic of what does not fit the format, with its place.
    pub fn from_json_in(words: Words, text: &str) -> Result<Self, Diagnostic> {
        from_json(words, text)
    }

    /// Reads a scenario from the values of any format that serde reads.
    ///
    /// # Errors
    ///
    /// A diagnostic of what does not fit the format, with its place.
    pub fn from_values<'de, D: Deserializer<'de>>(values: D) -> Result<Self, Diagnostic> {
        from_values(Words::english(), values)
    }

    /// The same, with refusals in a language.
    ///
    /// # Errors
    ///
    /// A diagnostic of what does not fit the format, with its place.
    pub fn from_values_in<'de, D: Deserializer<'de>>(
        words: Words,
        values: D,
    ) -> Result<Self, Diagnostic> {
        from_values(words, values)
    }
}

/// Reads a scenario from JSON text.
///
/// # Errors
///
/// The first fault, by its place.
pub(crate) fn from_json(words: Words, text: &str) -> Result<Scenario, Diagnostic> {
    limits::bytes_of_text(text.len()).map_err(|refusal| refusal.diagnostic(words))?;
    // Editors put a byte order mark at the front.
    let mut json =
        serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let fault = |error: &serde_json::Error, place: &str| fault_in_text(words, error, place);
    let scenario = read_with(&mut json, fault)?;
    json.end().map_err(|error| fault(&error, ""))?;
    limits::check(&scenario).map_err(|refusal| refusal.diagnostic(words))?;
    Ok(scenario)
}

/// Reads a scenario from values of another format.
///
/// # Errors
///
/// The first fault, by its place.
pub(crate) fn from_values<'de, D: Deserializer<'de>>(
    words: Words,
    values: D,
) -> Result<Scenario, Diagnostic> {
    let scenario = read_with(values, |error, place| {
        let message = error.to_string();
        // Errors of JavaScript say that they are one.
        fault_of_shape(words, message.strip_prefix("Error: ").unwrap_or(&message), place)
    })?;
    limits::check(&scenario).map_err(|refusal| refusal.diagnostic(words))?;
    Ok(scenario)
}

fn read_with<'de, D: Deserializer<'de>>(
    from: D,
    fault: impl Fn(&D::Error, &str) -> Diagnostic,
) -> Result<Scenario, Diagnostic> {
    let read: Result<Object<Scenario>, _> = serde_path_to_error::deserialize(from);
    read.map(|scenario| scenario.0).map_err(|error| fault(error.inner(), &place::of(error.path())))
}

fn fault_in_text(words: Words, error: &serde_json::Error, place: &str) -> Diagnostic {
    let (line, column) = (error.line().to_string(), error.column().to_string());
    let location = format!(" at line {line} column {column}");
    let message = error.to_string();
    let message = message.strip_suffix(&location).unwrap_or(&message);
    let message = match error.classify() {
        Category::Data => return fault_of_shape(words, message, place),
        Category::Eof => words.ends_too_early(&line, &column),
        Category::Syntax if message.ends_with("hex escape") => words.lone_surrogate(&line, &column),
        Category::Syntax | Category::Io => words.not_json(message, &line, &column),
    };
    refusal(words, &message, place)
}

fn fault_of_shape(words: Words, message: &str, place: &str) -> Diagnostic {
    let (message, field) = message::plain(words, message);
    // A field that stands twice is told of by the object around it.
    let place = field.map_or_else(|| place.to_owned(), |field| place::within(place, field));
    refusal(words, &message, &place)
}

fn refusal(words: Words, message: &str, place: &str) -> Diagnostic {
    Diagnostic::new("scenario-shape", Severity::Error, message, place).hint(words.shape_remedy())
}

#[cfg(test)]
mod tests;
