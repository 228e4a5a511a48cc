//! A group of shared devices, or of servers.

use super::dispatch::Dispatch;
use super::figure_input::count_input;
use super::leaf::leaf;
use super::notes::notes;
use super::select::Select;
use super::text_input::{TextField, text_input};
use crate::session::{Action, Edit, Kind, Software};
use crate::view_model::{self, Text};
use crate::words;
use yew::prelude::*;

/// The row of devices or servers.
pub fn thing_row(row: &view_model::ThingRow, dispatch: &Dispatch) -> Html {
    let (id, value, placeholder) = (row.name_id.clone(), row.name.clone(), row.shown.clone());
    let name = TextField { id, class: "name", label: row.name_label.clone(), value, placeholder };
    html! {
        <li class="row" data-row="">
            { text_input(name, dispatch.rename(row.group.clone())) }
            { count_input(words::count_of(&row.shown).into(), row.count, row.count_text.clone(), dispatch.recount(row.group.clone())) }
            <span class="kind">{ kind(row, dispatch) }</span>
            <button type="button" class="remove" aria-label={words::remove(&row.shown)}
                onclick={dispatch.always(Action::Edit(Edit::Remove(row.group.clone())))}>{"×"}</button>
            <div class="below">{ notes(&row.notes, dispatch) }</div>
        </li>
    }
}

fn kind(row: &view_model::ThingRow, dispatch: &Dispatch) -> Html {
    if row.picks.is_empty() {
        let text = if row.group.kind == Kind::Devices { words::SHARED } else { words::PHYSICAL };
        return leaf("span", "fixed", text);
    }
    row.picks.iter().map(|one| pick(row, one, dispatch)).collect()
}

fn pick(row: &view_model::ThingRow, pick: &view_model::Pick, dispatch: &Dispatch) -> Html {
    let (id, what, choices) = (row.group.id.clone(), pick.what, pick.options.clone());
    let options: Vec<_> = choices.iter().map(|(_, name)| name.clone()).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (which, _) = choices.get(place)?;
        let which = (!which.is_empty()).then(|| which.to_string());
        Some(Action::Edit(Edit::Software(id.clone(), what, which)))
    });
    let label = Text::from(words::software_of(what == Software::Version, &row.shown));
    html! { <Select key={usize::from(what == Software::Edition)} {label} {options} chosen={pick.chosen} {onpick} /> }
}
