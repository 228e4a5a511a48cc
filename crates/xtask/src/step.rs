//! Steps, told as they are done, with the time that each took.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Announces a piece of work, does it, and reports the time that it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {title}");
    let start = Instant::now();
    let result = work();
    let end = if result.is_ok() { "done" } else { "failed" };
    println!("    {end} in {}", Took(start.elapsed()));
    result
}

/// A duration as people say it: `340 ms`, `3.2 s`, `5 min 14 s`.
pub struct Took(pub Duration);

impl fmt::Display for Took {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, milliseconds) = (self.0.as_secs(), self.0.subsec_millis());
        match seconds {
            0 => write!(out, "{milliseconds} ms"),
            1..60 => write!(out, "{seconds}.{} s", milliseconds / 100),
            _ => write!(out, "{} min {} s", seconds / 60, seconds % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        let shown = |ms| Took(Duration::from_millis(ms)).to_string();
        assert_eq!(shown(340), "340 ms");
        assert_eq!(shown(3_270), "3.2 s");
        assert_eq!(shown(314_000), "5 min 14 s");
    }
}
