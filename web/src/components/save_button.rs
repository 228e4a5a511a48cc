//! A button that hands a table over as a file.

use super::common::{Button, ButtonLook};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::{Action, Export};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SaveButtonProps {
    /// File that is handed over.
    pub export: Export,
}

#[component]
pub fn SaveButton(props: &SaveButtonProps) -> Html {
    let words = use_words();
    let onclick = use_dispatch().always::<MouseEvent>(Action::Export(props.export));
    let (what, _) = words.exported(props.export);
    html! { <Button look={ButtonLook::Small} {onclick}>{ what }</Button> }
}
