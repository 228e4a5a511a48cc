//! Who uses what, as sentences.

use super::common::{Button, ButtonLook, Card};
use super::dispatch::use_dispatch;
use super::use_row::UseRow;
use crate::ids;
use crate::session::{Action, Edit};
use crate::view_model::{self, Choices};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UsesCardProps {
    /// The uses.
    pub rows: Vec<Rc<view_model::UseRow>>,
    /// What their fields can be changed into.
    pub choices: Rc<Choices>,
}

#[component]
pub fn UsesCard(props: &UsesCardProps) -> Html {
    let dispatch = use_dispatch();
    let onclick = dispatch.always::<MouseEvent>(Action::Edit(Edit::AddUse(None)));
    let nobody = props.choices.people.is_empty();
    let actions = html! {
        <Button look={ButtonLook::Small} id={ids::ADD_USE} disabled={nobody} {onclick}>{ words::ADD_USE }</Button>
    };
    let row = |row: &Rc<view_model::UseRow>| {
        html! { <UseRow key={row.key.0} row={row.clone()} choices={props.choices.clone()} /> }
    };
    html! {
        <Card heading={words::USES} {actions}>
            <p class="empty">{ if props.rows.is_empty() { words::NO_USES } else { "" } }</p>
            <ul class="uses">{ for props.rows.iter().map(row) }</ul>
        </Card>
    }
}
