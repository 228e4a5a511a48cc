//! Licences that the organisation owns already.

use super::dispatch::Dispatch;
use super::export::OWNED;
use super::figure_input::count_input;
use super::leaf::leaf;
use super::notes::notes;
use super::save::save;
use super::select::Select;
use super::table::table;
use crate::browser::grid;
use crate::ids;
use crate::session::{Action, Edit, Session};
use crate::view_model::{Needed, OwnedRow, Text, ViewModel, owned_as_csv};
use crate::words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is for sale: identifiers and names.
type ForSale = Rc<Vec<(Text, Text)>>;

/// The card of what is owned.
pub fn owned(model: &ViewModel, session: &Session, dispatch: &Dispatch) -> Html {
    let (rows, for_sale) = (&model.owned, &model.for_sale);
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let empty = if rows.is_empty() { words::NO_OWNED } else { "" };
    html! {
        <div class="card">
            <div class="card-head">
                { leaf("h3", "", words::OWNED) }
                <button type="button" class="btn small" id={ids::ADD_OWNED}
                    onclick={dispatch.always(Action::Edit(Edit::AddOwned))}>{ words::ADD_OWNED }</button>
            </div>
            { leaf("p", "empty", empty) }
            <ul class="rows owned" data-after={ids::ADD_OWNED} {onkeydown}>
                { for rows.iter().map(|row| lot(row, for_sale, dispatch)) }
            </ul>
            <div class="slot">{ for model.needed.iter().map(|found| needed(found, session)) }</div>
        </div>
    }
}

/// What is owned against what is needed.
fn needed(found: &Needed, session: &Session) -> Html {
    let said = |(place, text): (usize, &Text)| html! { <p key={place}>{ text.clone() }</p> };
    html! {
        <section class="needed" aria-label={words::NEEDED}>
            <div class="card-head">{ leaf("h4", "", words::NEEDED) }{ save(session, OWNED, owned_as_csv) }</div>
            <div>{ for found.told.iter().enumerate().map(said) }</div>
            { table(&words::OWNED_HEADINGS, 0b11_1110, &found.rows) }
        </section>
    }
}

fn lot(row: &OwnedRow, for_sale: &ForSale, dispatch: &Dispatch) -> Html {
    let key = row.key;
    let oncount = dispatch.on(move |count| Action::Edit(Edit::OwnedQuantity(key, count)));
    html! {
        <li class="row" key={key.0} data-row="">
            <span class="kind">{ licence(row, for_sale, dispatch) }</span>
            { count_input(words::count_of(&row.name).into(), row.quantity, row.quantity_text.clone(), oncount) }
            { assurance(row, dispatch) }
            <button type="button" class="remove" aria-label={words::remove(&row.name)}
                onclick={dispatch.always(Action::Edit(Edit::RemoveOwned(key)))}>{"×"}</button>
            <div class="below">{ programme(row, dispatch) }{ notes(&row.notes, dispatch) }</div>
        </li>
    }
}

fn licence(row: &OwnedRow, for_sale: &ForSale, dispatch: &Dispatch) -> Html {
    let (key, all) = (row.key, Rc::clone(for_sale));
    let chosen = all.iter().position(|(id, _)| *id == row.licence);
    let options: Vec<_> = all.iter().map(|(_, name)| name.clone()).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (licence, _) = all.get(place)?;
        Some(Action::Edit(Edit::OwnedLicence(key, licence.to_string())))
    });
    html! { <Select label="Licence" id={Text::from(ids::owned_licence(key))} {options} {chosen} {onpick} /> }
}

fn assurance(row: &OwnedRow, dispatch: &Dispatch) -> Html {
    let key = row.key;
    let onchange = dispatch.on(move |event: Event| {
        let active = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        Action::Edit(Edit::OwnedAssurance(key, active))
    });
    html! {
        <label class="tick"><input type="checkbox" checked={row.assurance} {onchange} />{ words::ASSURANCE }</label>
    }
}

/// Through which programme they were bought, where that decides what else can be.
fn programme(row: &OwnedRow, dispatch: &Dispatch) -> Html {
    if row.programmes.is_empty() {
        return Html::default();
    }
    let (key, all) = (row.key, row.programmes.clone());
    let names = all.iter().map(|(_, name)| name.clone());
    let options: Vec<_> = std::iter::once(Text::Static(words::NO_PROGRAMME)).chain(names).collect();
    let chosen = Some(row.programme.map_or(0, |place| place + 1));
    let onpick = dispatch.on(move |place: usize| {
        let picked = place.checked_sub(1).and_then(|place| all.get(place));
        Action::Edit(Edit::OwnedProgramme(key, picked.map(|(id, _)| id.to_string())))
    });
    html! { <span class="kind" key="programme"><Select label={words::programme_of(&row.name)} {options} {chosen} {onpick} /></span> }
}
