//! The question what to do with the uses when a product of another kind is chosen.

use super::common::{Button, ButtonLook, Dialog};
use super::dispatch::use_dispatch;
use crate::session::Action;
use crate::view_model::FamilyChange;
use crate::words;
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
    let dispatch = use_dispatch();
    let go = |keep: bool| {
        dispatch.always::<MouseEvent>(Action::ChangeFamily {
            rulebook: props.change.rulebook.to_string(),
            keep,
        })
    };
    let close = dispatch.always::<MouseEvent>(Action::Dialog(None));
    html! {
        <Dialog label={words::FAMILY} close={words::CLOSE} onclose={dispatch.always(Action::Dialog(None))}>
            <p>{ props.change.about.clone() }</p>
            <p class="about">{ words::FAMILY_KEPT }</p>
            <div class="buttons">
                <Button look={ButtonLook::Primary} autofocus=true onclick={go(true)}>{ words::FAMILY_MAP }</Button>
                <Button onclick={go(false)}>{ words::FAMILY_BLANK }</Button>
                <Button look={ButtonLook::Ghost} onclick={close}>{ words::FAMILY_CANCEL }</Button>
            </div>
        </Dialog>
    }
}
