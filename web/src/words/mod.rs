//! Every word on the page, in English. A second language stands beside this folder, not between the
//! components.

mod bill;
mod dialogs;
mod insights;
mod organisation;
mod rules;
mod sentence;

pub use bill::*;
pub use dialogs::*;
pub use insights::*;
pub use organisation::*;
pub use rules::*;
pub use sentence::*;

use seatwise_core::explain::capital;

/// `a`, `a and b`, `a, b and c`.
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<_> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// `one` to `nine` in letters, more in digits.
pub fn number(count: u32) -> String {
    let letters = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let place = usize::try_from(count).unwrap_or(usize::MAX);
    letters.get(place).map_or_else(|| count.to_string(), |&word| word.to_owned())
}

/// One sentence of the core, which come in lower case and without a full stop.
pub fn sentence(text: &str) -> String {
    let text = quoted(text);
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if text.ends_with(['.', '?', ':']) { "" } else { "." };
    format!("{}{}{stop}", capital(first), letters.as_str())
}

/// The rest of a sentence whose beginning stands before it.
pub fn rest(text: &str) -> String {
    format!("{}.", quoted(text).trim_end_matches('.'))
}

/// What the visitor wrote stands in backticks in the core's messages, in quotation marks on the
/// page.
fn quoted(text: &str) -> String {
    let mut open = false;
    text.chars()
        .map(|sign| match sign {
            '`' => {
                open = !open;
                if open { '\u{201c}' } else { '\u{201d}' }
            }
            other => other,
        })
        .collect()
}

/// `2012-12` reads `Dec 2012`, `2026-11-20` reads `Nov 2026`.
pub fn month(date: &str) -> String {
    let names =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = date.split('-');
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let name = month.parse::<usize>().ok().and_then(|number| names.get(number.checked_sub(1)?));
    name.map_or_else(|| date.to_owned(), |name| format!("{name} {year}"))
}

/// `2026-11-27` reads `27 Nov 2026`.
pub fn day(date: &str) -> String {
    let day = date.rsplit('-').next().and_then(|day| day.parse::<u32>().ok());
    day.map_or_else(|| month(date), |day| format!("{day} {}", month(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_like_speech() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn dates_and_sentences() {
        assert_eq!(month("2012-12"), "Dec 2012");
        assert_eq!(month("2026-11-20"), "Nov 2026");
        assert_eq!(month("2009"), "2009");
        assert_eq!(day("2026-11-07"), "7 Nov 2026");
        assert_eq!(sentence("there is no group `x`"), "There is no group \u{201c}x\u{201d}.");
        assert_eq!(sentence(""), "");
    }
}
