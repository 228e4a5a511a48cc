//! Keyboard focus: the places that it goes to.

use super::element;
use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, NodeList, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Selector of the elements that can have the focus inside a list.
const STOPS: &str = "button:not([disabled]), input:not([disabled]), select, textarea, a[href]";
/// Parts of a list that are not shown.
const UNSEEN: &str = "[hidden], details:not([open]) > :not(summary)";
/// Marks a panel that is read rather than chosen from.
const READS: &str = "data-reads";
/// The text of an entry, apart from what explains it.
const NAME: &str = "span";

/// Puts the focus on the element with this identifier; what is in a field is selected, so that
/// typing replaces it.
pub fn on(id: &str) {
    if let Some(target) = element(id) {
        take(&target);
    }
}

/// Puts the focus on the element with this identifier, and leaves the page where it is.
pub fn quietly_on(id: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(target) = element(id) {
        let _ = target.focus_with_options(&options);
    }
}

/// Scrolls the list around an element so far that it is seen.
pub fn bring_into_sight(id: &str) {
    if let Some(target) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        target.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Puts the focus on an element.
pub fn take(target: &HtmlElement) {
    let _ = target.focus();
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
}

/// Puts the focus on what is chosen in a list, or on its first entry; on a panel that is read, on
/// itself.
pub fn enter(list: &Element) {
    if let Some(panel) = list.dyn_ref::<HtmlElement>().filter(|list| list.has_attribute(READS)) {
        let _ = panel.focus();
        return;
    }
    let chosen = list.query_selector("[aria-pressed=true], input:checked").ok().flatten();
    let first = || list.query_selector(STOPS).ok().flatten();
    if let Some(target) =
        chosen.or_else(first).and_then(|target| target.dyn_into::<HtmlElement>().ok())
    {
        let _ = target.focus();
    }
}

/// Moves the focus by so many entries of a list, round its ends.
pub fn step(list: &Element, by: i32) {
    let stops = stops(list);
    let now = document().active_element();
    let place = stops.iter().position(|stop| now.as_ref() == Some(stop.as_ref())).unwrap_or(0);
    let (place, count) =
        (i32::try_from(place).unwrap_or(0), i32::try_from(stops.len()).unwrap_or(0));
    let next = place
        .saturating_add(by)
        .checked_rem_euclid(count)
        .and_then(|next| usize::try_from(next).ok());
    if let Some(stop) = next.and_then(|next| stops.get(next)) {
        let _ = stop.focus();
    }
}

/// Moves the focus to the first or the last entry of a list.
pub fn at_end(list: &Element, last: bool) {
    let mut stops = stops(list);
    let stop = if last { stops.pop() } else { stops.into_iter().next() };
    if let Some(stop) = stop {
        let _ = stop.focus();
    }
}

/// Moves the focus to the next entry of a list whose name begins with these letters; after the
/// first letter, the present one may be it.
pub fn find(list: &Element, letters: &str) {
    let stops = stops(list);
    let now = document().active_element();
    let beyond = usize::from(letters.chars().count() == 1);
    let place = stops
        .iter()
        .position(|stop| now.as_ref() == Some(stop.as_ref()))
        .map_or(0, |place| place + beyond);
    let (before, after) = stops.split_at_checked(place).unwrap_or((&stops, &[]));
    if let Some(stop) = after.iter().chain(before).find(|stop| begins(stop, letters)) {
        let _ = stop.focus();
    }
}

/// True if the name of an entry begins with these letters.
pub fn has_entry(list: &Element, letters: &str) -> bool {
    stops(list).iter().any(|stop| begins(stop, letters))
}

fn begins(stop: &HtmlElement, letters: &str) -> bool {
    named(stop).trim().to_lowercase().starts_with(&letters.to_lowercase())
}

/// The text of an entry: of a button its first part, of a tick that of its label.
fn named(stop: &HtmlElement) -> String {
    let label = stop.closest("label").ok().flatten();
    let part = stop.query_selector(NAME).ok().flatten();
    label
        .or(part)
        .map_or_else(|| stop.text_content(), |named| named.text_content())
        .unwrap_or_default()
}

/// True if the focus is nowhere, or in what goes away.
pub fn is_lost_with(going: Option<&Element>) -> bool {
    let now = document().active_element();
    let goes = |now: &Element| going.is_some_and(|going| going.contains(Some(now)));
    now.is_none_or(|now| now.tag_name() == "BODY" || goes(&now))
}

/// Elements that can have the focus in a list, without those that are closed or hidden.
fn stops(list: &Element) -> Vec<HtmlElement> {
    let candidates = list.query_selector_all(STOPS).map(elements).unwrap_or_default();
    let shown = |stop: &HtmlElement| stop.closest(UNSEEN).ok().flatten().is_none();
    candidates.into_iter().filter(shown).collect()
}

fn elements(nodes: NodeList) -> Vec<HtmlElement> {
    (0..nodes.length()).filter_map(|place| nodes.item(place)?.dyn_into().ok()).collect()
}
