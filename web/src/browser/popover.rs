//! Lists that open beside the word that they belong to, by the browser's own popovers.

use super::{focus, typeahead, visible_part};
use crate::embed::Visible;
use crate::placement::{Edge, Rect, Size, place, place_in, scroll_for};
use gloo_utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{
    DomRect, Element, Event, FocusEvent, HtmlElement, KeyboardEvent, Node, ShowPopoverOptions,
};
use yew::NodeRef;

/// Window width up to which a list is a sheet at the lower edge; the style sheet says the same.
const PHONE: i32 = 640;

/// Shows a panel beside its button, and moves the focus into it.
pub fn show(panel: &NodeRef, button: &NodeRef) {
    let (Some(panel), Some(button)) = (panel.cast::<HtmlElement>(), button.cast::<HtmlElement>())
    else {
        return;
    };
    let options = ShowPopoverOptions::new();
    options.set_source(&button);
    // Refused where it is shown already.
    let _ = panel.show_popover_with_options(&options);
    make_room(&panel, &button);
    put(&panel, &button);
    focus::enter(&panel);
}

/// Puts an open panel beside its button again, after the window changed its size.
pub fn put_again(panel: &NodeRef, button: &NodeRef) {
    if let (Some(panel), Some(button)) = (panel.cast::<HtmlElement>(), button.cast::<HtmlElement>())
    {
        put(&panel, &button);
    }
}

/// Scrolls the page so that the panel fits beside its button.
fn make_room(panel: &HtmlElement, button: &HtmlElement) {
    // In a frame that is as high as its content, there is nothing to scroll.
    if visible_part::visible().is_some() {
        return;
    }
    let inner = inner_size();
    // The room above the sheet of a phone is the window of the page.
    let sheet = inner.width <= PHONE;
    let list = natural_size(panel);
    let list = if sheet { Size { height: list.height + 16, ..list } } else { list };
    let by = scroll_for(rect(&button.get_bounding_client_rect()), list, inner, head_height());
    if by > 0 {
        window().scroll_by_with_x_and_y(0.0, f64::from(by));
    }
}

/// Sets place and greatest height of a panel, once: while it is used, it stays.
fn put(panel: &HtmlElement, button: &HtmlElement) {
    let inner = inner_size();
    let style = panel.style();
    let set = |name: &str, value: &str| {
        // A property that the browser does not know is ignored, never refused.
        let _ = style.set_property(name, value);
    };
    if inner.width <= PHONE {
        for name in ["left", "top", "bottom", "max-height"] {
            set(name, "");
        }
        return;
    }
    let button = rect(&button.get_bounding_client_rect());
    let placement = match visible_part::visible() {
        Some(Visible { top, height }) => place_in(button, natural_size(panel), inner, top, height),
        None => place(button, natural_size(panel), inner),
    };
    let (top, bottom) = match placement.edge {
        Edge::Top(top) => (pixels(top), "auto".to_owned()),
        Edge::Bottom(bottom) => ("auto".to_owned(), pixels(bottom)),
    };
    set("left", &pixels(placement.left));
    set("top", &top);
    set("bottom", &bottom);
    set("max-height", &pixels(placement.max_height));
}

/// Size of a panel with all that is in it.
fn natural_size(panel: &HtmlElement) -> Size {
    let style = panel.style();
    let before = style.get_property_value("max-height").unwrap_or_default();
    let _ = style.set_property("max-height", "none");
    let size = Size { width: panel.offset_width(), height: panel.offset_height() };
    let _ = style.set_property("max-height", &before);
    size
}

/// Height of the bar that stays at the top of the page.
fn head_height() -> i32 {
    let bar = document().query_selector(".bar-top").ok().flatten();
    let stays = bar.map(|bar| rect(&bar.get_bounding_client_rect())).filter(|bar| bar.top >= 0);
    stays.map_or(0, |bar| bar.top + bar.height)
}

fn inner_size() -> Size {
    let root = document_element();
    Size { width: root.client_width(), height: root.client_height() }
}

fn rect(rect: &DomRect) -> Rect {
    let [left, top, width, height] =
        [rect.left(), rect.top(), rect.width(), rect.height()].map(|side| side.round() as i32);
    Rect { left, top, width, height }
}

fn pixels(count: i32) -> String {
    format!("{count}px")
}

/// Presses what is a button by its role alone, by the keys that press any button.
pub fn press(event: KeyboardEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    let presses = matches!(event.key().as_str(), "Enter" | " ") && !modified && !event.repeat();
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    if let Some(button) = target.filter(|_| presses) {
        event.prevent_default();
        button.click();
    }
}

/// Hides a panel.
pub fn hide(panel: &NodeRef) {
    if let Some(panel) = panel.cast::<HtmlElement>() {
        let _ = panel.hide_popover();
    }
}

/// Hides the panel in which something was chosen.
pub fn hide_around(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let panel = target.and_then(|target| target.closest("[popover]").ok().flatten());
    if let Some(panel) = panel.and_then(|panel| panel.dyn_into::<HtmlElement>().ok()) {
        let _ = panel.hide_popover();
    }
}

/// Hides a panel that the focus has left for something else on the page.
pub fn focus_out(event: &FocusEvent, panel: &NodeRef) {
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    let inside = |panel: &HtmlElement| to.as_ref().is_none_or(|to| panel.contains(Some(to)));
    if panel.cast::<HtmlElement>().is_some_and(|panel| !inside(&panel)) {
        hide(panel);
    }
}

/// True if a toggle event says that its panel was hidden.
pub fn was_hidden(event: &Event) -> bool {
    js_sys::Reflect::get(event, &"newState".into())
        .is_ok_and(|state| state.as_string().as_deref() == Some("closed"))
}

/// Gives the focus back to the button, unless it went on by itself.
pub fn give_back(button: &NodeRef, panel: &NodeRef) {
    if let Some(button) =
        button.cast::<HtmlElement>().filter(|_| focus::is_lost_with(panel.cast().as_ref()))
    {
        let _ = button.focus();
    }
}

/// Moves through a panel by the arrow keys, Home, End, and the first letter of an entry.
pub fn keydown(event: &KeyboardEvent, panel: &NodeRef) {
    let Some(panel) = panel.cast::<Element>() else { return };
    // The keys of a panel that was opened inside this one are that one's.
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = target.and_then(|target| target.closest("[popover]").ok().flatten());
    if around.is_some_and(|around| around != panel) {
        return;
    }
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.matches("input[type=text]").unwrap_or(false));
    // The arrows and letters of a list of the browser's own are its own.
    let in_list = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.tag_name() == "SELECT");
    if in_list {
        return;
    }
    let key = event.key();
    match key.as_str() {
        "ArrowDown" => focus::step(&panel, 1),
        "ArrowUp" => focus::step(&panel, -1),
        "Home" if !typing => focus::at_end(&panel, false),
        "End" if !typing => focus::at_end(&panel, true),
        " " if !typeahead::takes_space(&panel) => return,
        letter if plain && !typing && letter.chars().count() == 1 => {
            typeahead::find(&panel, letter)
        }
        _ => return,
    }
    event.prevent_default();
}
