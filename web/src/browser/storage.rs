//! Storage of the device. It may be full, switched off, or closed to the page: nothing here panics,
//! as gloo-storage would.

use gloo_utils::window;
use web_sys::Storage;

/// The storage did not do what was asked.
#[derive(Clone, Copy, Debug)]
pub struct Unavailable;

/// Number of numbered slots of earlier work that there once were.
pub const OLD_SLOTS: usize = 5;
/// The way in which all keys begin.
const OURS: &str = "seatwise.";
/// Prefix of the keys under which work is set aside.
const ASIDE: &str = "seatwise.1.aside.";
/// The way in which the keys of price lists begin.
const PRICES: &str = "seatwise.1.prices.";

/// A place in the storage; the number is the version of what is written there.
#[derive(Clone, Copy, Debug)]
pub enum Slot<'a> {
    /// The work at hand: of this tab while it lives, and what the next visit opens.
    Work,
    /// The tab that wrote the work at hand last.
    WorkTab,
    /// Earlier work, by its place, as it was once kept.
    Earlier(usize),
    /// Work that is set aside, by its identifier.
    Aside(&'a str),
    /// Work that could not be read, set aside.
    Unreadable,
    /// The language that the visitor chose.
    Language,
    /// The work at hand in a frame, by what the frame was opened with; it lives as long as the tab.
    Frame(&'a str),
    /// The fragments that this tab wrote into its address last, a line each.
    Address,
    /// That single keys open nothing.
    NoSingleKeys,
    /// A price list, by its identifier.
    PriceList(&'a str),
}

impl Slot<'_> {
    fn key(self) -> String {
        match self {
            Self::Work => "seatwise.1.work".to_owned(),
            Self::WorkTab => "seatwise.1.work-tab".to_owned(),
            Self::Earlier(place) => format!("seatwise.1.earlier.{place}"),
            Self::Aside(id) => format!("{ASIDE}{id}"),
            Self::Language => "seatwise.1.language".to_owned(),
            Self::NoSingleKeys => "seatwise.1.no-single-keys".to_owned(),
            Self::PriceList(id) => format!("{PRICES}{id}"),
            Self::Unreadable => "seatwise.1.unreadable".to_owned(),
            Self::Frame(opened) => format!("seatwise.1.frame.{opened}"),
            Self::Address => "seatwise.1.address".to_owned(),
        }
    }
}

/// The text that a slot holds, if any.
pub fn read(slot: Slot<'_>) -> Result<Option<String>, Unavailable> {
    device()?.get_item(&slot.key()).map_err(|_| Unavailable)
}

/// Writes into a slot.
pub fn write(slot: Slot<'_>, text: &str) -> Result<(), Unavailable> {
    device()?.set_item(&slot.key(), text).map_err(|_| Unavailable)
}

/// Empties a slot.
pub fn remove(slot: Slot<'_>) {
    if let Ok(device) = device() {
        // What cannot be removed is read again the next time.
        let _ = device.remove_item(&slot.key());
    }
}

/// True if the device holds nothing of the page but the visitor's language.
pub fn is_empty() -> bool {
    let language = Slot::Language.key();
    below(OURS).into_iter().all(|name| format!("{OURS}{name}") == language)
}

/// The identifiers of what is set aside.
pub fn aside() -> Vec<String> {
    below(ASIDE)
}

/// The identifiers of the price lists.
pub fn price_lists() -> Vec<String> {
    below(PRICES)
}

/// The rest of all keys that begin like this.
fn below(start: &str) -> Vec<String> {
    let Ok(device) = device() else { return Vec::new() };
    let keys =
        (0..device.length().unwrap_or(0)).filter_map(|place| device.key(place).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(start).map(str::to_owned)).collect()
}

/// True if a key of the device is one of work that is set aside.
pub fn is_aside(key: &str) -> bool {
    key.starts_with(ASIDE)
}

/// The text that this tab keeps of its own, through reloads.
pub fn read_in_tab(slot: Slot<'_>) -> Option<String> {
    tab().ok()?.get_item(&slot.key()).ok()?
}

/// Writes what this tab keeps of its own.
pub fn write_in_tab(slot: Slot<'_>, text: &str) -> Result<(), Unavailable> {
    tab()?.set_item(&slot.key(), text).map_err(|_| Unavailable)
}

fn device() -> Result<Storage, Unavailable> {
    // The getter throws where storage is forbidden.
    window().local_storage().map_err(|_| Unavailable)?.ok_or(Unavailable)
}

fn tab() -> Result<Storage, Unavailable> {
    window().session_storage().map_err(|_| Unavailable)?.ok_or(Unavailable)
}
