//! A people group: name, count, relationship.

use super::common::{Button, ButtonLook, Select, TextField};
use super::count_field::CountField;
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use super::note_field::GroupNote;
use super::notes::Notes;
use super::question::QuestionMenu;
use super::row_menu::{self, RowMenu};
use crate::browser::grid;
use crate::session::{Action, Edit, Group, Kind};
use crate::view_model::{self, Question, Standings, Text};
use crate::words::Words;
use crate::{engine, ids};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PeopleRowProps {
    /// The group.
    pub row: Rc<view_model::PeopleRow>,
    /// Relationships that people can have.
    pub standings: Rc<Standings>,
}

#[component]
pub fn PeopleRow(props: &PeopleRowProps) -> Html {
    let words = use_words();
    let PeopleRowProps { row, standings } = props;
    let dispatch = use_dispatch();
    let group = Group::new(Kind::People, &row.id);
    let shifted = group.clone();
    let onkeydown = dispatch.maybe(move |event: KeyboardEvent| {
        Some(Action::Edit(Edit::Move(shifted.clone(), grid::shifts(&event)?)))
    });
    let placeholder = if row.empty { Text::Static(words.new_group()) } else { row.shown.clone() };
    html! {
        <li class={if row.empty { "row empty-row" } else { "row" }} data-row="" {onkeydown}>
            <TextField id={row.name_id.clone()} class="name" label={row.name_label.clone()} value={row.name.clone()}
                {placeholder} longest={engine::LONGEST_NAME} ontext={dispatch.rename(group.clone())} />
            <CountField label={words.count_of(&row.shown)} count={row.count} written={row.count_text.clone()}
                oncount={dispatch.recount(group.clone())} />
            <span class="kind">{ relationship(words, row, standings, &dispatch) }</span>
            <div class="ends-row">{ for (!row.empty).then(|| menu(words, row, &group)) }</div>
            <div class="below">
                <div class="slot">{ for row.note.iter().map(|note| html! { <GroupNote group={group.clone()} note={note.clone()} /> }) }</div>
                <div class="slot">{ for row.question.iter().map(question) }</div>
                <div class="slot">{ for row.idle.then(|| idle(words, row, &dispatch)) }</div>
                <Notes notes={row.notes.clone()} />
            </div>
        </li>
    }
}

fn relationship(
    words: Words,
    row: &view_model::PeopleRow,
    standings: &Rc<Standings>,
    dispatch: &Dispatch,
) -> Html {
    let (id, standings) = (row.id.to_string(), Rc::clone(standings));
    let chosen = standings.iter().position(|(relationship, _)| *relationship == row.relationship);
    let options: Vec<Text> = standings.iter().map(|(_, text)| text.clone()).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (relationship, _) = standings.get(place)?;
        Some(Action::Edit(Edit::Relationship(id.clone(), *relationship)))
    });
    html! { <Select label={Text::from(words.who_are(&row.shown))} {options} {chosen} {onpick} /> }
}

fn menu(words: Words, row: &view_model::PeopleRow, group: &Group) -> Html {
    let items = row_menu::of_group(words, group, row.place);
    html! { <RowMenu id={ids::menu(Kind::People, &row.id)} name={row.shown.clone()} {items} /> }
}

fn question(question: &Question) -> Html {
    html! { <QuestionMenu question={question.clone()} /> }
}

/// Remedy for a group that no use speaks of.
fn idle(words: Words, row: &view_model::PeopleRow, dispatch: &Dispatch) -> Html {
    let onclick =
        dispatch.always::<MouseEvent>(Action::Edit(Edit::AddUse(Some(row.id.to_string()))));
    html! {
        <p class="idle">
            { words.idle() }{ " · " }<Button look={ButtonLook::Link} {onclick}>{ words.say_what() }</Button>
        </p>
    }
}
