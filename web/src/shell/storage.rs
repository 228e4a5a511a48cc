//! What is kept on the device. Storage may be full, switched off, or closed to the page: nothing here panics.

use crate::session::EARLIER;
use web_sys::Storage;

/// The storage did not do what was asked.
#[derive(Clone, Copy, Debug)]
pub struct Unavailable;

/// A place in the storage; the number is the version of what is written there.
#[derive(Clone, Copy, Debug)]
pub enum Slot {
    /// The work at hand.
    Work,
    /// Earlier work, by its place.
    Earlier(usize),
    /// Work that could not be read, set aside.
    Unreadable,
}

impl Slot {
    /// Every slot of earlier work, the latest first.
    pub fn earlier() -> impl Iterator<Item = Self> {
        (0..EARLIER).map(Self::Earlier)
    }

    fn key(self) -> String {
        match self {
            Self::Work => "seatwise.1.work".to_owned(),
            Self::Earlier(place) => format!("seatwise.1.earlier.{place}"),
            Self::Unreadable => "seatwise.1.unreadable".to_owned(),
        }
    }
}

/// What a slot holds, if anything.
pub fn read(slot: Slot) -> Result<Option<String>, Unavailable> {
    storage()?.get_item(&slot.key()).map_err(|_| Unavailable)
}

/// Writes into a slot.
pub fn write(slot: Slot, text: &str) -> Result<(), Unavailable> {
    storage()?.set_item(&slot.key(), text).map_err(|_| Unavailable)
}

fn storage() -> Result<Storage, Unavailable> {
    let window = web_sys::window().ok_or(Unavailable)?;
    // The getter throws where storage is forbidden.
    window.local_storage().map_err(|_| Unavailable)?.ok_or(Unavailable)
}
