//! Pauses in typing.

use gloo_timers::callback::Timeout;

/// Milliseconds without a change after which somebody has stopped typing.
const TYPING_PAUSE: u32 = 1_000;

/// Does something after a pause, unless what is returned is dropped before.
pub fn after_typing(act: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(TYPING_PAUSE, act)
}
