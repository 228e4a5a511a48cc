//! The menu at the end of a row: what can be done with the whole of it.

use super::common::{Menu, MenuItem, Popover};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::{Action, Direction, Edit, Group, Key};
use crate::view_model::{RowPlace, Text};
use crate::words::Words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RowMenuProps {
    /// The identifier of the list.
    pub id: Text,
    /// Name of the row.
    pub name: Text,
    /// Entries, each with the action that it asks for.
    pub items: Vec<(MenuItem, Action)>,
}

#[component]
pub fn RowMenu(props: &RowMenuProps) -> Html {
    let words = use_words();
    let (items, actions): (Vec<MenuItem>, Vec<Action>) = props.items.iter().cloned().unzip();
    let onpick = use_dispatch().maybe(move |place: usize| actions.get(place).cloned());
    let label = Text::from(words.more_of(&props.name));
    html! {
        <Popover id={props.id.clone()} class="more" text="\u{22ef}" {label} title={props.name.clone()}>
            <Menu {items} {onpick} />
        </Popover>
    }
}

/// Entries for a group.
pub fn of_group(words: Words, group: &Group, place: RowPlace) -> Vec<(MenuItem, Action)> {
    let shift = |direction| Edit::Move(group.clone(), direction);
    let mut items = vec![item(words.duplicate(), "", Edit::Duplicate(group.clone()))];
    items.extend(shifts(words, place, shift));
    items.push((MenuItem::new(words.note(), ""), Action::OpenNote(group.clone())));
    items.push(item(words.remove_row(), "", Edit::Remove(group.clone())));
    items
}

/// Entries for a use.
pub fn of_use(words: Words, key: Key, place: RowPlace) -> Vec<(MenuItem, Action)> {
    let mut items = vec![item(words.duplicate(), "", Edit::DuplicateUse(key))];
    items.extend(shifts(words, place, |direction| Edit::MoveUse(key, direction)));
    items.push(item(words.remove_row(), "", Edit::RemoveUse(key)));
    items
}

fn item(text: &'static str, about: &'static str, edit: Edit) -> (MenuItem, Action) {
    (MenuItem::new(text, about), Action::Edit(edit))
}

/// The moves that the place of a row leaves.
fn shifts(
    words: Words,
    place: RowPlace,
    shift: impl Fn(Direction) -> Edit,
) -> Vec<(MenuItem, Action)> {
    let up =
        (!place.first).then(|| item(words.move_up(), words.move_up_keys(), shift(Direction::Up)));
    let down = (!place.last)
        .then(|| item(words.move_down(), words.move_down_keys(), shift(Direction::Down)));
    up.into_iter().chain(down).collect()
}
