//! The identifiers of elements that the focus is put on, or that others refer to.

use crate::session::{Key, Kind, UseField};

/// The button that adds a use.
pub const ADD_USE: &str = "add-use";
/// The button that adds an owned lot.
pub const ADD_OWNED: &str = "add-owned";
/// The field for a scenario's text.
pub const PASTED: &str = "pasted";
/// The list of what to start from.
pub const EXAMPLES: &str = "examples";
/// The list of saved scenarios.
pub const SAVED: &str = "saved-scenarios";
/// The region of the licences.
pub const LICENCES: &str = "licences";
/// The region of the organisation.
pub const ORGANISATION: &str = "organisation";
/// The proof.
pub const PROOF: &str = "proof";
/// The region of other ways to buy.
pub const COMPARISON: &str = "comparison";
/// The region of the break-evens.
pub const BREAK_EVEN: &str = "break-even";
/// The region of the user analysis.
pub const USER_ANALYSIS: &str = "user-analysis";
/// The region of the years.
pub const YEARS: &str = "years";
/// Button that sends the result to the page around a frame.
pub const SEND: &str = "send-result";
/// Button that opens the rulebook.
pub const RULES: &str = "rules";

/// The button that adds a group of this kind.
pub const fn add(kind: Kind) -> &'static str {
    match kind {
        Kind::People => "add-people",
        Kind::Devices => "add-devices",
        Kind::Servers => "add-servers",
    }
}

/// Ends the identifier of a button that opens a panel, after that of the panel.
pub const OPENS: &str = "-opens";

/// The menu of a group.
pub fn menu(kind: Kind, id: &str) -> String {
    format!("{}-{id}-menu", letter(kind))
}

/// The note of a group.
pub fn note(kind: Kind, id: &str) -> String {
    format!("{}-{id}-note", letter(kind))
}

/// The menu of a use.
pub fn use_menu(key: Key) -> String {
    format!("use-{}-menu", key.0)
}

/// The name of a group.
pub fn name(kind: Kind, id: &str) -> String {
    format!("{}-{id}-name", letter(kind))
}

/// The licence of an owned lot.
pub fn owned_licence(key: Key) -> String {
    format!("owned-{}", key.0)
}

/// The list that a field of a use opens.
pub fn use_field(key: Key, field: UseField) -> String {
    format!("use-{}-{}", key.0, field_name(field))
}

/// Name of a field among those of one use.
pub const fn field_name(field: UseField) -> &'static str {
    match field {
        UseField::People => "who",
        UseField::Access => "how",
        UseField::Activities => "what",
        UseField::Devices => "whence",
        UseField::Servers => "on",
    }
}

/// The reason of what the terms say of a use.
pub fn use_reason(key: Key) -> String {
    format!("use-{}-reason", key.0)
}

/// The reason of a bill line, by its place.
pub fn line_reason(place: usize) -> String {
    format!("line-{place}-reason")
}

/// The field for the visitor's own price of a licence.
pub fn price_of(licence: &str) -> String {
    format!("price-{licence}")
}

const fn letter(kind: Kind) -> char {
    match kind {
        Kind::People => 'p',
        Kind::Devices => 'd',
        Kind::Servers => 's',
    }
}
