//! The address of the page. A link's state stands in the fragment, which no server sees.

use super::language::LANG;
use super::storage::{self, Slot};
use crate::engine;
use crate::session::fingerprint;
use gloo_utils::window;
use wasm_bindgen::JsValue;

/// In the query: the saved work is set aside.
pub const AFRESH: &str = "afresh";

/// The address without query and fragment.
pub fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The fragment, without `#`, where it is a link of ours, percent-encoded on its way or not.
pub fn fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    hash.strip_prefix('#').filter(|fragment| engine::is_link(fragment)).map(str::to_owned)
}

/// True if the query holds this.
pub fn asks_for(flag: &str) -> bool {
    let search = window().location().search().unwrap_or_default();
    search.trim_start_matches('?').split('&').any(|part| part == flag)
}

/// The query, with its `?`; empty for none.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The address that the page was opened with, in a few letters: another address gives others.
pub fn opened_with() -> String {
    let hash = window().location().hash().unwrap_or_default();
    let query = query();
    // The same work is read on in another language.
    let parts = query.split(['?', '&']).filter(|part| part.split('=').next() != Some(LANG));
    let asked: String = parts.map(|part| format!("{part}&")).collect();
    fingerprint(&format!("{asked}{hash}"))
}

/// Puts a query into the address, in the place of query and fragment.
pub fn set_query(query: &str) {
    replace(&format!("{}{query}", page()));
}

/// Takes the query out of the address.
pub fn drop_query() {
    replace(&page());
}

/// Puts a fragment into the address, or takes it out, without a step in the browser's history.
pub fn set_fragment(fragment: Option<&str>) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    replace(&fragment.map_or_else(
        || format!("{path}{search}"),
        |fragment| format!("{path}{search}#{fragment}"),
    ));
}

/// Puts a language into the query, or takes it out; the rest of the address stays.
pub fn set_lang(language: Option<&str>) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let of_lang = |part: &&str| part.split('=').next() == Some(LANG);
    let all_parts = search.trim_start_matches('?').split('&').filter(|part| !part.is_empty());
    let mut parts: Vec<String> =
        all_parts.filter(|part| !of_lang(part)).map(str::to_owned).collect();
    parts.extend(language.map(|language| format!("{LANG}={language}")));
    let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
    let path = location.pathname().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    replace(&format!("{path}{query}{hash}"));
}

/// Number of fragments that a tab remembers as its own.
const OWN: usize = 4;

/// Notes that this tab wrote a fragment: a reload then finds the work of the tab, and not a link of
/// somebody else's. A reload that has begun keeps the fragment of before.
pub fn note_own(fragment: &str) {
    let before = storage::read_in_tab(Slot::Address).unwrap_or_default();
    let earlier = before.lines().filter(|line| *line != fragment).take(OWN - 1);
    let fragments: Vec<&str> = std::iter::once(fragment).chain(earlier).collect();
    // Without it, a reload takes the link and the saved work for two.
    let _ = storage::write_in_tab(Slot::Address, &fragments.join("\n"));
}

/// True if this tab wrote a fragment.
pub fn is_own(fragment: &str) -> bool {
    let own = storage::read_in_tab(Slot::Address).unwrap_or_default();
    own.lines().any(|line| line == fragment)
}

/// Opens the page again, as its address says.
pub fn reload() {
    // Never refused.
    let _ = window().location().reload();
}

fn replace(address: &str) {
    if let Ok(history) = window().history() {
        // Refused in a sandbox: the address then stays as it is, and the link can still be copied.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}
