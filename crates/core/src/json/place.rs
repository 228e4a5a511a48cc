//! Where in a JSON text a reader stopped: `organisation.people[2].count`.

use crate::limits::clipped;

/// The path to the value at or before the end of what was read, as far as the text can be followed.
pub(super) fn path(text: &str, end: usize) -> String {
    let read = text.as_bytes().get(..end.min(text.len())).unwrap_or_default();
    // The reader may have looked at what ends the value before it refused the value.
    let read = read.strip_suffix(b"]").or_else(|| read.strip_suffix(b"}")).unwrap_or(read);
    let mut walk = Walk::default();
    walk.read(read);
    walk.path()
}

/// The containers that are open, outermost first.
#[derive(Default)]
struct Walk {
    open: Vec<Inside>,
    /// The string being read, once its quote opened.
    text: Option<Vec<u8>>,
    escaped: bool,
}

enum Inside {
    /// At this key; or at none yet, and the next string is one.
    Object {
        key: Vec<u8>,
        next: bool,
    },
    Array {
        place: usize,
    },
}

impl Walk {
    fn read(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let Some(text) = &mut self.text else {
                self.structure(byte);
                continue;
            };
            if std::mem::take(&mut self.escaped) {
                continue;
            }
            match byte {
                b'\\' => self.escaped = true,
                b'"' => {
                    let whole = std::mem::take(text);
                    self.text = None;
                    if let Some(Inside::Object { key, next: next @ true }) = self.open.last_mut() {
                        *key = whole;
                        *next = false;
                    }
                }
                _ => text.push(byte),
            }
        }
    }

    fn structure(&mut self, byte: u8) {
        match byte {
            b'"' => self.text = Some(Vec::new()),
            b'{' => self.open.push(Inside::Object { key: Vec::new(), next: true }),
            b'[' => self.open.push(Inside::Array { place: 0 }),
            b'}' | b']' => {
                self.open.pop();
            }
            b',' => match self.open.last_mut() {
                Some(Inside::Object { next, .. }) => *next = true,
                Some(Inside::Array { place }) => *place += 1,
                None => {}
            },
            _ => {}
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for inside in &self.open {
            match inside {
                Inside::Object { key, .. } if key.is_empty() => {}
                Inside::Object { key, .. } => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path += &clipped(&String::from_utf8_lossy(key));
                }
                Inside::Array { place } => path += &format!("[{place}]"),
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[track_caller]
    fn case(text: &str, wanted: &str) {
        let (before, _) = text.split_once('!').unwrap();
        assert_eq!(path(&text.replace('!', ""), before.len()), wanted);
    }

    #[test]
    fn the_place_is_followed_through_objects_and_arrays() {
        case(r#"{"a":1!}"#, "a");
        case("{\"a\":{\"b\":[1,\n 2,{\"c\":\"x,\\\"]\"!}]}}", "a.b[2].c");
        case(r#"{"a":[],"b!":1}"#, "a");
        case(r#"{"a":[],"b"!:1}"#, "b");
        case("!", "");
        case("[[[!", "[0][0][0]");
    }
}
