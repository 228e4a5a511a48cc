//! A button that hands a table over as a file.

use super::common::{Button, ButtonLook};
use super::dispatch::use_dispatch;
use crate::session::{Action, Export};
use crate::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SaveButtonProps {
    /// What is handed over.
    pub export: Export,
}

#[component]
pub fn SaveButton(props: &SaveButtonProps) -> Html {
    let onclick = use_dispatch().always::<MouseEvent>(Action::Export(props.export));
    html! { <Button look={ButtonLook::Small} {onclick}>{ words::SAVE_CSV }</Button> }
}
