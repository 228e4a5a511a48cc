//! Uses, as sentences.

use super::common::{Button, ButtonLook, Card};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::use_row::UseRow;
use crate::ids;
use crate::session::{Action, Edit};
use crate::view_model::{self, Choices};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UsesCardProps {
    /// The uses.
    pub rows: Vec<Rc<view_model::UseRow>>,
    /// Choices that their fields can be changed into.
    pub choices: Rc<Choices>,
}

#[component]
pub fn UsesCard(props: &UsesCardProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let onclick = dispatch.always::<MouseEvent>(Action::Edit(Edit::AddUse(None)));
    let nobody = props.choices.people.is_empty();
    let actions = html! {
        <Button look={ButtonLook::Small} id={ids::ADD_USE} disabled={nobody} {onclick}>{ words.add_use() }</Button>
    };
    let row = |row: &Rc<view_model::UseRow>| {
        html! { <UseRow key={row.key.0} row={row.clone()} choices={props.choices.clone()} /> }
    };
    html! {
        <Card heading={words.uses()} {actions}>
            <p class="empty">{ if props.rows.is_empty() { words.no_uses() } else { "" } }</p>
            <ul class="uses">{ for props.rows.iter().map(row) }</ul>
        </Card>
    }
}
