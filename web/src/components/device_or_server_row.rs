//! A group of shared devices, or of servers.

use super::common::{Select, TextField};
use super::count_field::CountField;
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use super::note_field::GroupNote;
use super::notes::Notes;
use super::row_menu::{self, RowMenu};
use crate::browser::grid;
use crate::session::{Action, Edit, Kind, Software};
use crate::view_model::{self, SoftwareChoice, SoftwareList, Text};
use crate::words::Words;
use crate::{engine, ids};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DeviceOrServerRowProps {
    /// The group.
    pub row: Rc<view_model::DeviceOrServerRow>,
}

#[component]
pub fn DeviceOrServerRow(props: &DeviceOrServerRowProps) -> Html {
    let words = use_words();
    let row = &props.row;
    let dispatch = use_dispatch();
    let shifted = row.group.clone();
    let onkeydown = dispatch.maybe(move |event: KeyboardEvent| {
        Some(Action::Edit(Edit::Move(shifted.clone(), grid::shifts(&event)?)))
    });
    let items = row_menu::of_group(words, &row.group, row.place);
    html! {
        <li class="row" data-row="" {onkeydown}>
            <TextField id={row.name_id.clone()} class="name" label={row.name_label.clone()} value={row.name.clone()}
                placeholder={row.shown.clone()} longest={engine::LONGEST_NAME} ontext={dispatch.rename(row.group.clone())} />
            <CountField label={words.count_of(&row.shown)} count={row.count} written={row.count_text.clone()}
                oncount={dispatch.recount(row.group.clone())} />
            <span class="kind">{ kind(words, row, &dispatch) }</span>
            <div class="ends-row"><RowMenu id={ids::menu(row.group.kind, &row.group.id)} name={row.shown.clone()} {items} /></div>
            <div class="below">
                <div class="slot">{ for row.note.iter().map(|note| html! { <GroupNote group={row.group.clone()} note={note.clone()} /> }) }</div>
                <Notes notes={row.notes.clone()} />
            </div>
        </li>
    }
}

/// Software of servers, where there is a choice; else the kind of thing that the group is.
fn kind(words: Words, row: &view_model::DeviceOrServerRow, dispatch: &Dispatch) -> Html {
    if row.software.is_empty() {
        let text = if row.group.kind == Kind::Devices { words.shared() } else { words.physical() };
        return html! { <span key="fixed" class="fixed">{ text }</span> };
    }
    match row.software_list() {
        Some(list) => software_list(words, row, list, dispatch),
        None => row.software.iter().map(|choice| software(words, row, choice, dispatch)).collect(),
    }
}

fn software_list(
    words: Words,
    row: &view_model::DeviceOrServerRow,
    list: SoftwareList,
    dispatch: &Dispatch,
) -> Html {
    let SoftwareList { options, picks, chosen } = list;
    let id = row.group.id.clone();
    let onpick = dispatch.maybe(move |place: usize| {
        let (what, which) = picks.get(place)?;
        let which = (!which.is_empty()).then(|| which.to_string());
        Some(Action::Edit(Edit::Software(id.clone(), *what, which)))
    });
    let label = Text::from(words.version_and_edition_of(&row.shown));
    html! { <Select key="both" {label} {options} {chosen} {onpick} /> }
}

fn software(
    words: Words,
    row: &view_model::DeviceOrServerRow,
    choice: &SoftwareChoice,
    dispatch: &Dispatch,
) -> Html {
    let (id, what, choices) = (row.group.id.clone(), choice.what, choice.options.clone());
    let options: Vec<Text> = choices.iter().map(|(_, name)| name.clone()).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (which, _) = choices.get(place)?;
        let which = (!which.is_empty()).then(|| which.to_string());
        Some(Action::Edit(Edit::Software(id.clone(), what, which)))
    });
    let label = Text::from(words.software_of(what, &row.shown));
    let key = usize::from(what == Software::Edition);
    html! { <Select {key} {label} {options} chosen={choice.chosen} {onpick} /> }
}
