//! Values that cells were read as, so that the same text is read once: exports repeat a few
//! combinations of plans and roles. Of fixed size, however many rows there are.

/// Number of texts that are remembered.
const SLOTS: usize = 1024;
/// Longer texts are hardly ever repeated.
const LONGEST: usize = 4096;

/// Values that the latest texts were read as.
#[derive(Debug)]
pub struct Cache<T> {
    slots: Vec<Option<(Vec<u8>, T)>>,
    /// For what is too long to be remembered.
    long: Option<T>,
}

impl<T> Cache<T> {
    pub fn new() -> Self {
        Self { slots: std::iter::repeat_with(|| None).take(SLOTS).collect(), long: None }
    }

    /// The value that a text reads as.
    pub fn read(&mut self, text: &[u8], read: impl FnOnce() -> T) -> &T {
        let slot = usize::try_from(hash(text)).unwrap_or_default() % SLOTS;
        match self.slots.get_mut(slot).filter(|_| text.len() <= LONGEST) {
            Some(slot) => {
                if slot.as_ref().is_none_or(|(key, _)| key != text) {
                    *slot = None;
                }
                let (_, value) = slot.get_or_insert_with(|| (text.to_vec(), read()));
                value
            }
            None => self.long.insert(read()),
        }
    }
}

/// Eight bytes at a time: it tells texts apart, and promises nothing else.
fn hash(text: &[u8]) -> u64 {
    let mut chunks = text.chunks_exact(8);
    let mix =
        |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let mut hash = text.len() as u64;
    for chunk in &mut chunks {
        let word = chunk.try_into().map(u64::from_le_bytes).unwrap_or_default();
        hash = mix(hash, word);
    }
    let last = chunks.remainder().iter().fold(0, |word, &byte| word << 8 | u64::from(byte));
    mix(hash, last) >> 16 & 0xffff_ffff
}

#[cfg(test)]
mod tests {
    use super::Cache;

    #[test]
    fn a_text_is_read_once() {
        let mut cache = Cache::new();
        let mut reads = 0;
        for text in ["a", "b", "a", "a long text of many bytes", "a", "b"] {
            let length = *cache.read(text.as_bytes(), || {
                reads += 1;
                text.len()
            });
            assert_eq!(length, text.len());
        }
        assert_eq!(reads, 3);
        let long = "x".repeat(5000);
        assert_eq!(*cache.read(long.as_bytes(), || 7), 7);
        assert_eq!(*cache.read(long.as_bytes(), || 8), 8);
    }
}
