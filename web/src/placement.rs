//! Placement of a list beside the word that opens it: always whole inside the window.

/// Space that stays free between a list and the edge of the window, in pixels.
pub const MARGIN: i32 = 8;
/// Space between a word and its list.
const GAP: i32 = 4;
/// Height below which a list is no longer of use, and covers its word rather than shrink further.
const LEAST: i32 = 240;

/// A rectangle in the window, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Distance from the left edge of the window.
    pub left: i32,
    /// Distance from the top edge of the window.
    pub top: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

/// Width and height, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

/// The edge of a list that stays where it is while the list grows or shrinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Distance of the upper edge from the top of the window.
    Top(i32),
    /// Distance of the lower edge from the bottom of the window.
    Bottom(i32),
}

/// Place and greatest size of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Distance from the left edge of the window.
    pub left: i32,
    /// The edge next to the word.
    pub edge: Edge,
    /// The most that the list may be high; its content scrolls beyond that.
    pub max_height: i32,
}

/// Space below and above a word.
fn room(word: Rect, window: Size) -> (i32, i32) {
    let below = window.height - (word.top + word.height) - GAP - MARGIN;
    (below, word.top - GAP - MARGIN)
}

/// Returns the place of a list of this size beside its word: below, else above, else where there is
/// more room; over the word where there is too little on both sides.
pub fn place(word: Rect, list: Size, window: Size) -> Placement {
    let (below, above) = room(word, window);
    let left = word.left.min(window.width - MARGIN - list.width).max(MARGIN);
    let most = window.height - 2 * MARGIN;
    if below.max(above) < list.height.min(LEAST).min(most) {
        let height = list.height.min(most);
        let top = (word.top + word.height + GAP).min(window.height - MARGIN - height).max(MARGIN);
        return Placement { left, edge: Edge::Top(top), max_height: window.height - MARGIN - top };
    }
    if below >= list.height || below >= above {
        let top = (word.top + word.height + GAP).max(MARGIN);
        return Placement { left, edge: Edge::Top(top), max_height: window.height - MARGIN - top };
    }
    let bottom = (window.height - word.top + GAP).max(MARGIN);
    Placement { left, edge: Edge::Bottom(bottom), max_height: window.height - MARGIN - bottom }
}

/// Returns the place of a list of this size beside its word, in the part of the window that is in
/// sight: so high, and so far below the upper edge of the window.
pub fn place_in(word: Rect, list: Size, window: Size, top: i32, height: i32) -> Placement {
    let height = height.clamp(0, window.height);
    let top = top.clamp(0, window.height - height);
    let seen = Rect { top: word.top - top, ..word };
    let placement = place(seen, list, Size { height, ..window });
    let edge = match placement.edge {
        Edge::Top(from) => Edge::Top(from + top),
        Edge::Bottom(from) => Edge::Bottom(from + window.height - top - height),
    };
    Placement { edge, ..placement }
}

/// Returns how far the page should scroll so that a list of this size fits below its word, which
/// then stands at `head`, the height of what covers the top of the page. Zero where the list fits
/// as it is.
pub fn scroll_for(word: Rect, list: Size, window: Size, head: i32) -> i32 {
    let (below, above) = room(word, window);
    // A word outside the window has its list there as well.
    let is_inside = word.top >= head && word.top + word.height <= window.height;
    let fits = is_inside && (below >= list.height || above - head >= list.height);
    let wanted = list.height - below;
    let most = word.top - head - 2 * MARGIN;
    if fits { 0 } else { wanted.min(most).max(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: Rect = Rect { left: 300, top: 490, width: 80, height: 24 };

    const fn size(width: i32, height: i32) -> Size {
        Size { width, height }
    }

    #[track_caller]
    fn inside(word: Rect, list: Size, window: Size) -> Placement {
        let placement = place(word, list, window);
        let height = list.height.min(placement.max_height);
        let top = match placement.edge {
            Edge::Top(top) => top,
            Edge::Bottom(bottom) => window.height - bottom - height,
        };
        assert!(
            top >= MARGIN && top + height <= window.height - MARGIN,
            "{word:?} {list:?} {window:?} {placement:?}"
        );
        assert!(
            placement.left >= MARGIN && placement.left + list.width <= window.width - MARGIN,
            "{placement:?}"
        );
        placement
    }

    #[test]
    fn a_list_stands_below_its_word_where_it_fits_and_above_it_elsewhere() {
        let window = size(1440, 900);
        assert_eq!(inside(WORD, size(300, 200), window).edge, Edge::Top(518));
        assert_eq!(inside(WORD, size(300, 470), window).edge, Edge::Bottom(414));
        // Neither side takes all of it: the larger one, as high as it is.
        let above = inside(WORD, size(580, 640), window);
        assert_eq!((above.edge, above.max_height), (Edge::Bottom(414), 478));
    }

    #[test]
    fn no_list_leaves_any_window_from_any_word() {
        for window in
            [size(1440, 900), size(1280, 720), size(768, 1024), size(720, 450), size(360, 740)]
        {
            for top in (-40..window.height + 40).step_by(7) {
                for left in (0..window.width).step_by(41) {
                    for list in [size(200, 60), size(300, 400), size(340, 640), size(340, 2_000)] {
                        inside(Rect { left, top, width: 60, height: 24 }, list, window);
                    }
                }
            }
        }
    }

    #[test]
    fn in_a_high_frame_a_list_stays_in_the_part_that_is_in_sight() {
        let window = size(1000, 3_000);
        for sight_top in (0..2_200).step_by(97) {
            for word_top in (sight_top..sight_top + 700).step_by(31) {
                let word = Rect { top: word_top, ..WORD };
                let placement = place_in(word, size(300, 400), window, sight_top, 740);
                let height = 400.min(placement.max_height);
                let top = match placement.edge {
                    Edge::Top(top) => top,
                    Edge::Bottom(bottom) => window.height - bottom - height,
                };
                let inside = top >= sight_top + MARGIN && top + height <= sight_top + 740 - MARGIN;
                assert!(inside, "{word:?} {sight_top} {placement:?}");
            }
        }
    }

    #[test]
    fn a_low_window_lets_a_list_cover_its_word_rather_than_show_one_line_of_it() {
        let placement = inside(Rect { top: 210, ..WORD }, size(300, 600), size(720, 450));
        assert!(placement.max_height > 400, "{placement:?}");
    }

    #[test]
    fn the_page_scrolls_as_far_as_the_list_needs_and_the_word_stays_in_view() {
        let window = size(1440, 900);
        assert_eq!(scroll_for(WORD, size(300, 200), window, 57), 0);
        assert_eq!(scroll_for(WORD, size(580, 640), window, 57), 640 - 374);
        assert_eq!(scroll_for(WORD, size(580, 2_000), window, 57), 490 - 57 - 2 * MARGIN);
        assert_eq!(scroll_for(Rect { top: 20, ..WORD }, size(580, 2_000), window, 57), 0);
    }

    #[test]
    fn a_word_below_the_window_is_scrolled_into_it() {
        let word = Rect { top: 2_400, ..WORD };
        let by = scroll_for(word, size(320, 300), size(1_280, 800), 60);
        let top = word.top - by;
        assert!(top >= 60 && top + word.height <= 800, "{top}");
        assert!(top + word.height + GAP + 300 + MARGIN <= 800, "{top}");
    }
}
