//! The messages between the page in a frame and the page around it; `docs/embedding.md` tells of
//! them, `web/embed/protocol.d.ts` has their types.
//!
//! ```text
//! message of a window --FromHost::read()--> FromHost --Action::Host--> session::apply() --> Session
//!                                                                                            |
//! postMessage() <--ToHost::write()-- ToHost <--browser::host: height, link, result ----------+
//! ```
//!
//! `browser::host` decides who may speak and who is spoken to: the window around the frame,
//! and the origin that it spoke from first.

mod from_host;
mod to_host;

pub use from_host::{FromHost, Init, PartnerPrices, Visible};
pub use to_host::ToHost;

/// Tells the messages of Seatwise from all others.
const NAMESPACE: &str = "seatwise";
/// The version of what is said in them.
const VERSION: u32 = 1;
