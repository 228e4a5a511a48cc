//! A long list of which only a part is drawn: where the part stands, and which row is in sight.

use web_sys::HtmlElement;
use yew::NodeRef;

/// The height of a row in pixels; the styles have the same.
const ROW: u32 = 52;
/// Browsers do not scroll further. A longer list moves faster than the wheel.
const TALLEST: u32 = 8_000_000;

/// The scrolled window, the element as tall as the list, and the part that is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualList {
    /// The element that is scrolled.
    pub window: NodeRef,
    /// The element as tall as the whole list.
    pub length: NodeRef,
    /// The rows that are drawn.
    pub part: NodeRef,
}

impl VirtualList {
    /// Puts the part where it belongs: after so many rows, of so many. Returns the first row in
    /// sight.
    pub fn lay_out(&self, start: u64, total: u64) -> u64 {
        let nodes = (self.window.cast::<HtmlElement>(), self.length.cast::<HtmlElement>());
        let (Some(window), Some(length)) = nodes else { return 0 };
        let whole = total.saturating_mul(ROW.into());
        let height = whole.min(TALLEST.into());
        set(&length, "height", &format!("{height}px"));
        let seen = u64::try_from(window.client_height()).unwrap_or_default();
        let top = u64::try_from(window.scroll_top()).unwrap_or_default();
        // How far the whole list is scrolled, where it is as tall as it would be.
        let virtual_top = match height.saturating_sub(seen) {
            0 => 0,
            room => top.saturating_mul(whole.saturating_sub(seen)) / room,
        };
        let place = (start * u64::from(ROW)).saturating_add(top).saturating_sub(virtual_top);
        if let Some(part) = self.part.cast::<HtmlElement>() {
            set(&part, "transform", &format!("translateY({place}px)"));
        }
        virtual_top / u64::from(ROW)
    }

    /// Back to the first row.
    pub fn to_top(&self) {
        if let Some(window) = self.window.cast::<HtmlElement>() {
            window.set_scroll_top(0);
        }
    }
}

fn set(element: &HtmlElement, property: &str, value: &str) {
    // By the object model, which the content security policy allows; never refused.
    let _ = element.style().set_property(property, value);
}
