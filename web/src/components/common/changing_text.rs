//! A text that is marked for a moment when it changes.

use crate::view_model::Text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ChangingTextProps {
    /// The text.
    pub text: Text,
    /// True if a change is worth a mark.
    #[prop_or(true)]
    pub marked: bool,
}

/// The last text, and how many times it has changed.
struct Changes {
    text: Text,
    count: u32,
}

impl Changes {
    /// Takes in the text of a rendering, and returns how many times it has changed.
    fn observe(&mut self, text: &Text) -> u32 {
        if self.text != *text {
            self.text = text.clone();
            self.count = self.count.saturating_add(1);
        }
        self.count
    }
}

#[component]
pub fn ChangingText(props: &ChangingTextProps) -> Html {
    let changes = use_mut_ref(|| Changes { text: props.text.clone(), count: 0 });
    let count = changes.borrow_mut().observe(&props.text);
    let count = if props.marked { count } else { 0 };
    let class = if count == 0 { "num" } else { "num fresh" };
    // A new element at each change, so that the mark begins anew.
    html! { <span class="fresh-slot"><span key={count} {class}>{ props.text.clone() }</span></span> }
}

#[cfg(test)]
mod tests {
    use super::Changes;
    use crate::view_model::Text;

    #[test]
    fn a_figure_that_changed_is_told_from_one_that_did_not() {
        let mut changes = Changes { text: Text::Static("146,000"), count: 0 };
        let counts = ["146,000", "149,000", "149,000", "146,000"]
            .map(|text| changes.observe(&Text::Static(text)));
        assert_eq!(counts, [0, 1, 1, 2], "what is shown first did not change");
    }
}
