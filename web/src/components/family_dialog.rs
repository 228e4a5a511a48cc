//! The question what to do with the uses when a product of another kind is chosen.

use super::common::{Button, ButtonLook, Dialog};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::Action;
use crate::view_model::FamilyChange;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FamilyDialogProps {
    /// The change that is asked about.
    pub change: Rc<FamilyChange>,
}

/// The dialog that asks before the product changes.
#[component]
pub fn FamilyDialog(props: &FamilyDialogProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let go = |keep: bool| {
        dispatch.always::<MouseEvent>(Action::ChangeFamily {
            rulebook: props.change.rulebook.to_string(),
            keep,
        })
    };
    let close = dispatch.always::<MouseEvent>(Action::Dialog(None));
    html! {
        <Dialog label={words.family()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <p>{ props.change.about.clone() }</p>
            <p class="about">{ words.family_kept() }</p>
            <div class="buttons">
                <Button look={ButtonLook::Primary} autofocus=true onclick={go(true)}>{ words.family_map() }</Button>
                <Button onclick={go(false)}>{ words.family_blank() }</Button>
                <Button look={ButtonLook::Ghost} onclick={close}>{ words.family_cancel() }</Button>
            </div>
        </Dialog>
    }
}
