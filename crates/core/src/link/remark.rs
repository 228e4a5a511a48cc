//! A remark beside the scenario of a link: that its sender left own prices out.
//!
//! It is one byte after the end of the deflate stream. The shape of the payload stays what it was:
//! readers that know nothing of remarks stop where the stream ends, and the check covers the byte
//! like all others.

use super::LARGEST;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// Own prices or a discount were left out.
const LEFT_OUT: u8 = 1;
/// Bytes that are unpacked at a time, to be thrown away.
const WINDOW: usize = 1 << 15;

/// Adds the remark to a deflate stream.
pub(super) fn add(packed: &mut Vec<u8>) {
    packed.push(LEFT_OUT);
}

/// True if a payload carries the remark. False where it does not unpack.
pub(super) fn is_in(payload: &[u8]) -> bool {
    rest(payload).is_some_and(|rest| rest.first() == Some(&LEFT_OUT))
}

/// The bytes after the end of a deflate stream.
fn rest(payload: &[u8]) -> Option<&[u8]> {
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut thrown_away = vec![0; WINDOW];
    let (mut rest, mut written) = (payload, 0_usize);
    while written <= LARGEST {
        let step = inflate(&mut state, rest, &mut thrown_away, MZFlush::None);
        rest = rest.get(step.bytes_consumed..)?;
        written = written.saturating_add(step.bytes_written);
        match step.status {
            Ok(MZStatus::StreamEnd) => return Some(rest),
            Ok(_) if step.bytes_consumed > 0 || step.bytes_written > 0 => {}
            _ => return None,
        }
    }
    None
}
