//! A group of shared devices, or of servers.

use super::count_input::CountInput;
use super::dispatch::{Dispatch, use_dispatch};
use super::notes::Notes;
use super::select::Select;
use super::text_input::TextInput;
use crate::session::{Action, Edit, Kind};
use crate::view_model::{self, Text};
use crate::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ThingRowProps {
    /// The group.
    pub row: view_model::ThingRow,
}

#[component]
pub fn ThingRow(props: &ThingRowProps) -> Html {
    let dispatch = use_dispatch();
    let row = &props.row;
    let (rename, recount) = (row.group.clone(), row.group.clone());
    let ontext = dispatch.on(move |name| Action::Edit(Edit::Name(rename.clone(), name)));
    let oncount = dispatch.on(move |count| Action::Edit(Edit::Count(recount.clone(), count)));
    let remove = Action::Edit(Edit::Remove(row.group.clone()));
    html! {
        <li class="row" data-row="">
            <TextInput label="Name" id={row.name_id.clone()} value={row.name.clone()} placeholder={row.shown.clone()} {ontext} />
            <CountInput label={words::count_of(&row.shown)} count={row.count} written={row.count_text.clone()} {oncount} />
            <span class="kind">{ kind(row, &dispatch) }</span>
            <button type="button" class="remove" aria-label={words::remove(&row.shown)}
                onclick={dispatch.always(remove)}>{"×"}</button>
            <div class="below"><Notes notes={row.notes.clone()} /></div>
        </li>
    }
}

fn kind(row: &view_model::ThingRow, dispatch: &Dispatch) -> Html {
    if row.editions.is_empty() {
        let text = if row.group.kind == Kind::Devices { words::SHARED } else { words::PHYSICAL };
        return html! { <span class="fixed">{ text }</span> };
    }
    let (id, editions) = (row.group.id.clone(), row.editions.clone());
    let chosen = editions.iter().position(|(edition, _)| *edition == row.edition);
    let options: Vec<_> = editions.iter().map(|(_, name)| name.clone()).collect();
    let onpick = dispatch.on(move |place: usize| {
        let edition = editions.get(place).map(|(edition, _)| edition.to_string()).filter(|edition| !edition.is_empty());
        Action::Edit(Edit::Edition(id.clone(), edition))
    });
    html! { <Select label={Text::from(words::edition_of(&row.shown))} {options} {chosen} {onpick} /> }
}
