//! Letters that are typed one after another look for an entry of a list by its beginning.

use super::focus;
use std::cell::RefCell;
use web_sys::Element;

/// Milliseconds without a letter after which typing begins anew.
const PAUSE: u64 = 700;

/// Letters that were typed, and when the last one was, in milliseconds.
#[derive(Default)]
struct Typed {
    letters: String,
    at: u64,
}

impl Typed {
    fn goes_on(&self, now: u64) -> bool {
        !self.letters.is_empty() && now.saturating_sub(self.at) < PAUSE
    }

    fn add<'t>(&'t mut self, letter: &'t str, now: u64) -> &'t str {
        if !self.goes_on(now) {
            self.letters.clear();
        }
        self.letters.push_str(letter);
        self.at = now;
        // One letter over and over goes from entry to entry.
        let mut letters = self.letters.chars();
        let first = letters.next();
        if letters.all(|other| Some(other) == first) { letter } else { &self.letters }
    }
}

thread_local! {
    static TYPED: RefCell<Typed> = RefCell::default();
}

fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// True if a space is one of the letters that are being typed: an entry goes on with it. Any other
/// space presses what has the focus.
pub fn takes_space(list: &Element) -> bool {
    TYPED.with_borrow(|typed| {
        typed.goes_on(now()) && focus::has_entry(list, &format!("{} ", typed.letters))
    })
}

/// Takes another letter, and moves the focus to the entry that the letters lead to.
pub fn find(list: &Element, letter: &str) {
    TYPED.with_borrow_mut(|typed| focus::find(list, typed.add(letter, now())));
}

#[cfg(test)]
mod tests {
    use super::Typed;

    #[test]
    fn letters_go_together_until_there_is_a_pause() {
        let mut typed = Typed::default();
        assert!(!typed.goes_on(1_000));
        assert_eq!(typed.add("s", 1_000), "s");
        assert_eq!(typed.add("e", 1_100), "se");
        assert!(typed.goes_on(1_700));
        assert_eq!(typed.add(" ", 1_700), "se ");
        assert_eq!(typed.add("e", 2_500), "e");
        assert_eq!(typed.add("e", 2_600), "e", "the next one that begins with it");
        assert_eq!(typed.add("x", 2_700), "eex");
    }
}
