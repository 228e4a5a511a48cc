//! Proofs, made and checked.

pub(crate) mod certify;
pub(crate) mod verify;
