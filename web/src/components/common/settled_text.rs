//! A text for those who hear the page: it is spoken once it has stood for a second, and not at every
//! key.

use crate::browser::pause;
use crate::view_model::Text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SettledTextProps {
    /// The text.
    pub text: Text,
}

#[component]
pub fn SettledText(props: &SettledTextProps) -> Html {
    // What stands there at first is not spoken.
    let spoken = use_state_eq(|| props.text.clone());
    {
        let spoken = spoken.setter();
        use_effect_with(props.text.clone(), move |text| {
            let text = text.clone();
            let waiting = pause::after_typing(move || spoken.set(text));
            move || drop(waiting)
        });
    }
    html! { <p class="hidden" role="status">{ (*spoken).clone() }</p> }
}
