//! From JSON, or any other format of serde, to a scenario; or to the first fault in it, by its
//! place.
//!
//! ```text
//! text --serde_json--> [`read`] --serde_path_to_error--> Scenario, or a diagnostic in the words of message::plain()
//! ```

mod message;
pub(crate) mod object;
mod place;
pub(crate) mod prices;
pub(crate) mod whole_number;

use crate::diagnostic::{Diagnostic, Severity};
use crate::limits;
use crate::scenario::Scenario;
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
        from_json(text)
    }

    /// Reads a scenario from the values of any format that serde reads.
    ///
    /// # Errors
    ///
    /// A diagnostic of what does not fit the format, with its place.
    pub fn from_values<'de, D: Deserializer<'de>>(values: D) -> Result<Self, Diagnostic> {
        from_values(values)
    }
}

/// Reads a scenario from JSON text.
///
/// # Errors
///
/// The first fault, by its place.
pub(crate) fn from_json(text: &str) -> Result<Scenario, Diagnostic> {
    limits::bytes_of_text(text.len())?;
    // Editors put a byte order mark at the front.
    let mut json =
        serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let scenario = read_with(&mut json, fault_in_text)?;
    json.end().map_err(|error| fault_in_text(&error, ""))?;
    limits::check(&scenario)?;
    Ok(scenario)
}

/// Reads a scenario from values of another format.
///
/// # Errors
///
/// The first fault, by its place.
pub(crate) fn from_values<'de, D: Deserializer<'de>>(values: D) -> Result<Scenario, Diagnostic> {
    let scenario = read_with(values, |error, place| {
        let message = error.to_string();
        // Errors of JavaScript say that they are one.
        fault_of_shape(message.strip_prefix("Error: ").unwrap_or(&message), place)
    })?;
    limits::check(&scenario)?;
    Ok(scenario)
}

fn read_with<'de, D: Deserializer<'de>>(
    from: D,
    fault: impl Fn(&D::Error, &str) -> Diagnostic,
) -> Result<Scenario, Diagnostic> {
    let read: Result<Object<Scenario>, _> = serde_path_to_error::deserialize(from);
    read.map(|scenario| scenario.0).map_err(|error| fault(error.inner(), &place::of(error.path())))
}

fn fault_in_text(error: &serde_json::Error, place: &str) -> Diagnostic {
    let location = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string();
    let message = message.strip_suffix(&location).unwrap_or(&message);
    match error.classify() {
        Category::Data => fault_of_shape(message, place),
        Category::Eof => refusal(&format!("the text ends too early,{location}"), place),
        Category::Syntax if message.ends_with("hex escape") => {
            let half =
                "a `\\u` escape is half of a character (a lone surrogate): write both halves,";
            refusal(&format!("{half}{location}"), place)
        }
        Category::Syntax | Category::Io => {
            refusal(&format!("this is not JSON: {message}{location}"), place)
        }
    }
}

fn fault_of_shape(message: &str, place: &str) -> Diagnostic {
    let (message, field) = message::plain(message);
    // A field that stands twice is told of by the object around it.
    let place = field.map_or_else(|| place.to_owned(), |field| place::within(place, field));
    refusal(&message, &place)
}

fn refusal(message: &str, place: &str) -> Diagnostic {
    Diagnostic::new("scenario-shape", Severity::Error, message, place)
        .hint("open a file that Seatwise saved, or mend this one at the place that is named")
}

#[cfg(test)]
mod tests;
