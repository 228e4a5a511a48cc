//! Further questions: what would be otherwise, each starting from a solved scenario.

pub mod assumption;
pub mod break_even;
pub mod certificate_checks;
pub mod compliance;
pub mod forced_choice;
pub mod generation;
pub mod replacement;
pub mod then_and_now;
pub mod verification;
