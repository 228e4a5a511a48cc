//! Sorts with little code: the standard ones are compiled anew for every type, 4 kB each in WebAssembly. Where very many
//! needs are sorted at once, the standard one stays.

/// Sorts in place. Items that are equal in their order are the same, so it does not matter which of them comes first.
pub fn sort<T: Ord>(items: &mut [T]) {
    if items.is_sorted() {
        return;
    }
    let count = items.len();
    for root in (0..count / 2).rev() {
        sink(items, root, count);
    }
    for end in (1..count).rev() {
        items.swap(0, end);
        sink(items, 0, end);
    }
}

/// Lets an item sink below all larger ones in the heap of the first `end` items.
fn sink<T: Ord>(items: &mut [T], mut root: usize, end: usize) {
    loop {
        let larger = |a: usize, b: usize| b < end && items.get(a) < items.get(b);
        let (left, right) = (2 * root + 1, 2 * root + 2);
        let child = if larger(left, right) { right } else { left };
        if !larger(root, child) {
            return;
        }
        items.swap(root, child);
        root = child;
    }
}

/// Sorts a short list, item by item; those of which neither comes before the other keep their order.
pub fn sort_short<T>(items: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut place = end;
        while items.get(..=place).is_some_and(|items| matches!(items, [.., left, right] if before(right, left))) {
            items.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists of every length up to 40, with many equal items.
    fn lists() -> impl Iterator<Item = Vec<(u32, usize)>> {
        let mut state = 1_u32;
        let mut next = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 28
        };
        (0..40_usize).map(move |count| (0..count).map(|place| (next(), place)).collect())
    }

    #[test]
    fn every_list_is_sorted_as_the_standard_sort_does() {
        for list in lists() {
            let (mut ours, mut standard) = (list.clone(), list);
            sort(&mut ours);
            standard.sort_unstable();
            assert_eq!(ours, standard);
        }
    }

    #[test]
    fn a_short_list_keeps_the_order_of_equal_items() {
        for list in lists() {
            let (mut ours, mut standard) = (list.clone(), list);
            sort_short(&mut ours, |a, b| a.0 < b.0);
            standard.sort_by_key(|item| item.0);
            assert_eq!(ours, standard);
        }
    }
}
