//! Values that stay the same, and not only equal, from one rendering to the next.

use std::rc::Rc;
use yew::prelude::*;

/// The value of the last rendering where the new one is equal to it, so that a comparison by
/// address is enough.
#[hook]
pub fn use_stable<T: PartialEq + 'static>(value: Rc<T>) -> Rc<T> {
    let last = use_mut_ref(|| Rc::clone(&value));
    let mut last = last.borrow_mut();
    if *last != value {
        *last = value;
    }
    Rc::clone(&last)
}
