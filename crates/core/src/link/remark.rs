//! Remarks beside the scenario of a link: that its sender left own prices out, and what the sender
//! said its reader will see.
//!
//! They stand after the end of the deflate stream: a byte that says what was left out, and after it
//! [`Sent`]. The shape of the payload stays what it was: readers that know nothing of remarks stop
//! where the stream ends, those of the first remark read its byte alone, and the check covers the
//! bytes like all others.

use super::LARGEST;
use super::sent::{self, Sent};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// Nothing was left out.
const WHOLE: u8 = 0;
/// Own prices or a discount were left out.
const LEFT_OUT: u8 = 1;
/// Bytes that are unpacked at a time, to be thrown away.
const WINDOW: usize = 1 << 15;

/// Remark of a link beside its scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Remark {
    /// True if own prices or a discount were left out.
    pub(super) left_out: bool,
    /// The result that its sender saw.
    pub(super) sent: Option<Sent>,
}

impl Remark {
    /// True if there is nothing to say.
    pub(super) const fn is_empty(&self) -> bool {
        !self.left_out && self.sent.is_none()
    }

    /// Adds the remark to a deflate stream.
    pub(super) fn add_to(&self, packed: &mut Vec<u8>) {
        if self.is_empty() {
            return;
        }
        packed.push(if self.left_out { LEFT_OUT } else { WHOLE });
        packed.extend(self.sent.as_ref().map(sent::pack).unwrap_or_default());
    }

    /// The remark of a payload; an empty one where it does not unpack.
    pub(super) fn of(payload: &[u8]) -> Self {
        let Some((first, sent)) = after_stream(payload).and_then(<[u8]>::split_first) else {
            return Self::default();
        };
        Self { left_out: *first == LEFT_OUT, sent: sent::unpack(sent) }
    }
}

/// The bytes after the end of a deflate stream.
fn after_stream(payload: &[u8]) -> Option<&[u8]> {
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut thrown_away = vec![0; WINDOW];
    let (mut unread, mut written) = (payload, 0_usize);
    while written <= LARGEST {
        let step = inflate(&mut state, unread, &mut thrown_away, MZFlush::None);
        unread = unread.get(step.bytes_consumed..)?;
        written = written.saturating_add(step.bytes_written);
        match step.status {
            Ok(MZStatus::StreamEnd) => return Some(unread),
            Ok(_) if step.bytes_consumed > 0 || step.bytes_written > 0 => {}
            _ => return None,
        }
    }
    None
}
