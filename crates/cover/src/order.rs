//! Order with little code: the standard sort is compiled anew for every type, some 6 kB each in WebAssembly. Here one sort
//! of places serves every type.

use crate::table::count;
use std::cmp::Ordering;

/// Sorts by the items' own order.
pub fn sort<T: Copy + Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by the items' own order, and keeps each once.
pub fn sort_dedup<T: Copy + Ord>(items: &mut Vec<T>) {
    sort(items);
    items.dedup();
}

/// Sorts, keeping equal items in their order.
pub fn sort_by<T: Copy>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.is_sorted_by(|a, b| compare(a, b) != Ordering::Greater) {
        return;
    }
    let old = items.to_vec();
    let places = places(count(&old), &|a, b| {
        old.get(a as usize).zip(old.get(b as usize)).map_or(Ordering::Equal, |(a, b)| compare(a, b))
    });
    for (item, place) in items.iter_mut().zip(places) {
        old.get(place as usize).into_iter().for_each(|sorted| *item = *sorted);
    }
}

/// The places of so many items in their order, by merging sorted runs of one, two, four and so on.
fn places(count: u32, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count).collect();
    let mut merged = Vec::with_capacity(places.len());
    let mut run = 1;
    while run < places.len() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(items: &[u32]) {
        let (mut ours, mut theirs) = (items.to_vec(), items.to_vec());
        sort(&mut ours);
        theirs.sort_unstable();
        assert_eq!(ours, theirs);
    }

    #[test]
    fn items_are_sorted() {
        case(&[]);
        case(&[2]);
        case(&[2, 1]);
        case(&[1, 2, 3]);
        case(&[5, 3, 9, 1, 1, 7, 0]);
        case(&(0..1_000).map(|n| n * 7_919 % 1_009).collect::<Vec<_>>());
    }

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut items, |a, b| a.0.cmp(&b.0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
