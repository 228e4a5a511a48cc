//! Order with little code: the standard sort and the standard tree are compiled anew for every type, 6 kB and 3 kB each
//! in WebAssembly. Here one sort of places serves every type, and one tree every key.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Sorts, keeping equal items in their order.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order =
        places(items.len(), &|a, b| items.get(a).zip(items.get(b)).map_or(Ordering::Equal, |(a, b)| compare(a, b)));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// Sorts by the items' own order and keeps each once.
pub(crate) fn sort_dedup<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, T::cmp);
    items.dedup();
}

fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    // Sorted runs of one, two, four and so on are merged two by two.
    let mut run = 1;
    while run < count {
        for pair in places.chunks(run.saturating_mul(2)) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, after_a @ ..], [b, after_b @ ..]) = (left, right) {
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        run = run.saturating_mul(2);
    }
    places
}

/// Sequences of small numbers, each numbered when it is first met, from nought on.
#[derive(Default)]
pub(crate) struct Numbering {
    /// Each step of a sequence: from the number of what is before it and the step itself.
    steps: BTreeMap<u64, u32>,
}

impl Numbering {
    /// The number of a sequence that starts with `first`.
    pub(crate) fn of(&mut self, first: u8, rest: impl Iterator<Item = usize>) -> usize {
        // Counted from the other end, so that no beginning is taken for a number.
        let mut number = u32::MAX - u32::from(first);
        for step in rest {
            let next = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
            let step = (u64::from(number) << 32) | (u64::try_from(step).unwrap_or(u64::MAX) & u64::from(u32::MAX));
            number = *self.steps.entry(step).or_insert(next);
        }
        usize::try_from(number).unwrap_or(usize::MAX)
    }
}

/// The entry at a place of a list that grows as far as needed.
pub(crate) fn grown<T: Default>(list: &mut Vec<T>, place: usize) -> Option<&mut T> {
    if list.len() <= place {
        list.resize_with(place.saturating_add(1), T::default);
    }
    list.get_mut(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut words = vec!["bb", "a", "cc", "b", "aa"];
        sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
        assert_eq!(words, ["a", "b", "bb", "cc", "aa"]);
        let mut numbers = vec![3, 1, 3, 2, 1];
        sort_dedup(&mut numbers);
        assert_eq!(numbers, [1, 2, 3]);
    }

    #[test]
    fn any_number_of_items_is_sorted_as_the_standard_sort_does() {
        let mut state = 1_u32;
        for count in 0..200 {
            let random = std::iter::repeat_with(|| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 27
            });
            let mut items: Vec<(u32, usize)> = random.zip(0..count).collect();
            let mut wanted = items.clone();
            wanted.sort_by_key(|item| item.0);
            sort_by(&mut items, |a, b| a.0.cmp(&b.0));
            assert_eq!(items, wanted);
        }
    }

    #[test]
    fn a_sequence_keeps_its_number() {
        let mut numbering = Numbering::default();
        let mut of = |first: u8, rest: &[usize]| numbering.of(first, rest.iter().copied());
        let numbers = [of(0, &[1]), of(0, &[1, 2]), of(1, &[1]), of(0, &[2])];
        assert_eq!([of(0, &[1]), of(0, &[1, 2]), of(1, &[1]), of(0, &[2])], numbers);
        assert!((1..4).all(|place| !numbers[..place].contains(&numbers[place])));
    }
}
