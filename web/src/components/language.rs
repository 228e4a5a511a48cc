//! The texts of the page in the visitor's language: a context, as the way of actions is; what the
//! visitor said comes by properties alone.

use crate::words::Words;
use yew::prelude::*;

/// The texts of the page; English outside of one.
#[hook]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_default()
}
