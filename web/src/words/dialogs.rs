//! Words of the header, the dialogs and the notices.

use crate::session::{Export, Removed};

/// What a scenario without a title is called.
pub const UNTITLED: &str = "Untitled";
/// The name of the title's field.
pub const TITLE: &str = "Title";
/// The name of the list of rulebooks.
pub const RULES: &str = "Rules";
/// Question of the list of examples and of work that was set aside.
pub const EXAMPLES_ASK: &str = "What do you want to open?";
/// Question of the list of files.
pub const EXPORT_ASK: &str = "What do you want to export?";
/// Starts from nothing.
pub const BLANK: &str = "Blank";
/// What that means.
pub const BLANK_ABOUT: &str = "No people, devices or servers yet: start with a group of people";
/// Heading of the work that is set aside.
pub const SHELF: &str = "Set aside on this device";

/// Product and date of work that is set aside, the date as `2026-11-27T20:31:00Z`.
pub fn set_aside_about(product: &str, date: Option<&str>) -> String {
    match date.and_then(|date| date.split_once('T')) {
        Some((day, time)) => {
            format!("{product} · {} {}", super::day(day), time.get(..5).unwrap_or_default())
        }
        None => format!("{product} · just now"),
    }
}

/// The name of the button that deletes work that is set aside.
pub fn discard(title: &str) -> String {
    format!("Delete {title}, which is set aside")
}

/// Work was set aside because something else took its place.
pub fn set_aside(title: &str) -> String {
    format!("\u{201c}{title}\u{201d} is set aside on this device; you find it under Examples.")
}

/// Work of another tab was set aside.
pub fn other_tab(title: &str) -> String {
    format!(
        "Another tab of this page works on \u{201c}{title}\u{201d}. Its last state is set aside under Examples; the next \
         visit opens what was changed last."
    )
}

/// Work was deleted.
pub fn discarded(title: &str) -> String {
    format!("\u{201c}{title}\u{201d} is deleted from this device.")
}

/// Something was taken away.
pub fn removed(removed: &Removed) -> String {
    match removed {
        Removed::Group { kind, name, place, uses } => {
            let name = if name.trim().is_empty() {
                super::unnamed(*kind, *place)
            } else {
                name.trim().to_owned()
            };
            let uses = match uses {
                0 => String::new(),
                1 => " and the use by it".to_owned(),
                more => format!(" and {more} uses by it"),
            };
            format!("{name}{uses} removed.")
        }
        Removed::Use => "Use removed.".to_owned(),
        Removed::Owned => "Owned licences removed.".to_owned(),
        Removed::Prices => "Your prices and the discount removed.".to_owned(),
    }
}

/// Takes the last step back.
pub const UNDO: &str = "Undo";

/// Heading of the question what to do with uses that another product does not know.
pub const FAMILY: &str = "Another kind of product";

/// What to do with uses that another product does not know.
pub fn family_about(uses: usize, from: &str, to: &str) -> String {
    let uses = if uses == 1 { "1 use speaks".to_owned() } else { format!("{uses} uses speak") };
    format!(
        "{uses} of what people do in {from}, which {to} does not know. People, devices and servers can stay; \
         each group then uses {to} in the ordinary way, to be changed afterwards."
    )
}

/// What happens to the work at hand.
pub const FAMILY_KEPT: &str = "What you have now is set aside first, and Undo brings it back.";
/// Keeps people, devices and servers.
pub const FAMILY_MAP: &str = "Keep the groups, with ordinary uses";
/// Keeps nothing.
pub const FAMILY_BLANK: &str = "Start blank";
/// Changes nothing.
pub const FAMILY_CANCEL: &str = "Stay with the present product";

/// Takes a deletion back.
pub const PUT_BACK: &str = "Put it back";
/// What was set aside could not be saved.
pub const NOTICE_NOT_KEPT: &str = "What was set aside could not be saved on this device: its storage is full or closed to \
    this page. It stays under Examples until this page is closed. Open it and export it to keep it.";

/// A limit that a link should not pass: beyond it, some programs cut it off.
pub const LINK_LIMIT: usize = 2_000;

/// How long the link is.
pub fn link_length(count: &str) -> String {
    format!("{count} characters. Everything is in the link itself; no server sees it.")
}

/// Where the link is long.
pub const LINK_LONG: &str =
    "Some mail and office programs cut links of more than 2,000 characters. A file is safer.";

/// Hands the scenario over as a file.
pub const SAVE_FILE: &str = "Save as a file";

/// Starts with an example.
pub const NOTICE_EXAMPLE: &str = "This is an example. Change anything, or start with your own.";
/// The saved work was set aside.
pub const NOTICE_ASIDE: &str = "Your earlier work is kept, among the examples as well. If it breaks the page again, please report it.";
/// Opens it.
pub const OPEN_KEPT: &str = "Open it again";
/// The saved work could not be read.
pub const NOTICE_UNREADABLE: &str =
    "The work that was saved on this device cannot be read. It is set aside, not deleted.";
/// Saving does not work.
pub const NOTICE_NOT_SAVED: &str = "Not saved on this device: its storage is full or closed to this page. Export or share to keep your work.";

/// A link that cannot be read.
pub fn bad_link(why: &str) -> String {
    format!("This link cannot be opened: {why} Nothing was changed.")
}

/// Something that a file says wrong, with its place.
pub fn refused(why: &str, place: &str) -> String {
    if place.is_empty() { why.to_owned() } else { format!("At {place}: {why}") }
}

/// Headings of the bill as CSV.
pub const CSV_HEADINGS: [&str; 10] = [
    "Licence",
    "Identifier",
    "Held by",
    "Quantity",
    "Owned",
    "To buy",
    "Unit price",
    "Amount",
    "Currency",
    "Period",
];
/// The last line of the bill as CSV.
pub const CSV_TOTAL: &str = "Total";

/// The same where not everything is counted.
pub fn csv_at_least(left_out: &str) -> String {
    format!("Total, at least: {left_out}")
}

/// The name of the browser's tab.
pub fn tab(title: &str) -> String {
    format!("{title} \u{2013} Seatwise")
}

/// Whether own prices go along.
pub const WITH_PRICES: &str = "Include own prices and discounts";

/// The reader of a link sees what the sender sees.
pub fn reader_sees_the_same(total: &str) -> String {
    if total.is_empty() {
        String::new()
    } else {
        format!("The reader sees the same total: {total}.")
    }
}

/// The reader of a link sees another total, because own prices stay behind.
pub fn reader_sees(reader: &str, sender: &str) -> String {
    format!(
        "Your prices and the discount stay here: the reader sees {reader}, by the price book, where you see {sender}. \
         The link says so to the reader."
    )
}

/// A link whose sender left own prices out.
pub const NOTICE_LEFT_OUT: &str = "The sender of this link left own prices out: the total here is by the price book, and \
    the sender\u{2019}s is another.";

/// Whether copying worked.
pub const fn copied(done: Option<bool>) -> &'static str {
    match done {
        None => "",
        Some(true) => "Copied.",
        Some(false) => {
            "The browser does not allow copying here: select the link and copy it yourself."
        }
    }
}

/// What can be exported, and what it is for.
pub const fn export(export: Export) -> (&'static str, &'static str) {
    match export {
        Export::Scenario => {
            ("Scenario file", "JSON: everything, own prices included; Import opens it again")
        }
        Export::Bill => ("Bill as CSV", "For a spreadsheet"),
        Export::Proof => ("Proof as CSV", "To be checked by hand"),
        Export::Owned => ("Owned against needed as CSV", "Surplus, gap and the cheapest top-up"),
        Export::Register => {
            ("Register as CSV", "Who holds which licence, with places for names and dates")
        }
        Export::Print => ("Print", "Or save as PDF"),
    }
}

/// Picks a file.
pub const PICK_FILE: &str = "A scenario file";
/// For text.
pub const PASTE: &str = "Or paste its text, or a link";
/// Takes the text in.
pub const TAKE_IN: &str = "Import this text";
/// What happens to the work at hand.
pub const IMPORT_ABOUT: &str = "What you have now is set aside, and Undo brings it back.";
/// A text that is not a scenario.
pub const NOT_TAKEN_IN: &str = "Not imported; nothing was changed.";
/// Refusal of a file by its size.
pub fn file_too_large(megabytes: u64) -> String {
    format!("the file is larger than {megabytes} MB")
}
/// Remedy for that.
pub const FILE_TOO_LARGE_REMEDY: &str =
    "a scenario that Seatwise saved has some kilobytes: pick that file";
/// Refusal of a file that the browser cannot read as text.
pub const FILE_UNREADABLE: &str = "the browser could not read the file";
/// Remedy for that.
pub const FILE_UNREADABLE_REMEDY: &str =
    "pick it again; if it is open in another program, close it there first";
/// Closes a dialog.
pub const CLOSE: &str = "Close";
/// Closes a notice.
pub const DISMISS: &str = "Close this notice";

/// Headings of the prices.
pub const PRICE_HEADINGS: [&str; 4] = ["Licence", "Price book", "Basis", "Your price"];
/// The discount.
pub const DISCOUNT: &str = "Discount on every price, per cent";
/// Goes back to the price book.
pub const RESET_PRICES: &str = "Use the price book again";

/// The name of the field for an own price.
pub fn own_price_of(name: &str) -> String {
    format!("Your price of {name}")
}
