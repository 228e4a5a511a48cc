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

    /// Takes a letter, and returns what is looked for. Where nothing goes on with it, it is the first
    /// one of something else.
    fn add<'t>(
        &'t mut self,
        letter: &'t str,
        now: u64,
        is_there: &dyn Fn(&str) -> bool,
    ) -> &'t str {
        if !self.goes_on(now) {
            self.letters.clear();
        }
        self.letters.push_str(letter);
        self.at = now;
        if !is_there(&self.letters) && !self.is_one_letter() {
            letter.clone_into(&mut self.letters);
        }
        if self.is_one_letter() { letter } else { &self.letters }
    }

    /// True if it is one letter over and over, which goes from entry to entry.
    fn is_one_letter(&self) -> bool {
        let mut letters = self.letters.chars();
        let first = letters.next();
        letters.all(|other| Some(other) == first)
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
    let is_there = |letters: &str| focus::has_entry(list, letters);
    TYPED.with_borrow_mut(|typed| focus::find(list, typed.add(letter, now(), &is_there)));
}

#[cfg(test)]
mod tests {
    use super::Typed;

    #[test]
    fn letters_go_together_until_there_is_a_pause_or_no_such_entry() {
        let is_there = |letters: &str| {
            ["service managers", "executives"].iter().any(|name| name.starts_with(letters))
        };
        let mut typed = Typed::default();
        let mut add = |letter: &str, now: u64| typed.add(letter, now, &is_there).to_owned();
        assert_eq!(add("s", 1_000), "s");
        assert_eq!(add("e", 1_100), "se");
        assert_eq!(add("r", 1_700), "ser");
        assert_eq!(add("e", 2_500), "e");
        assert_eq!(add("e", 2_600), "e", "the next one that begins with it");
        assert_eq!(add("s", 2_700), "s", "nothing goes on like that");
        assert!(typed.goes_on(3_300) && !typed.goes_on(3_400));
    }
}
