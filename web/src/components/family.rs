//! The question what to do with the uses when a product of another kind is chosen.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::modal::Modal;
use crate::session::Action;
use crate::view_model::FamilyChange;
use crate::words;
use yew::prelude::*;

/// The dialog that asks before the product changes.
pub fn family(change: &FamilyChange, dispatch: &Dispatch) -> Html {
    let go = |keep: bool| {
        dispatch.always::<MouseEvent>(Action::ChangeFamily { rulebook: change.rulebook.to_string(), keep })
    };
    html! {
        <Modal label={words::FAMILY} dispatch={dispatch.clone()}>
            <p>{ change.about.clone() }</p>
            { leaf("p", "about", words::FAMILY_KEPT) }
            <div class="buttons">
                <button type="button" class="btn primary" autofocus=true onclick={go(true)}>{ words::FAMILY_MAP }</button>
                <button type="button" class="btn" onclick={go(false)}>{ words::FAMILY_BLANK }</button>
                <button type="button" class="btn ghost" onclick={dispatch.always(Action::Dialog(None))}>
                    { words::FAMILY_CANCEL }
                </button>
            </div>
        </Modal>
    }
}
