//! An owned lot: licence, quantity, Software Assurance, and the programme where it matters.

use super::common::{CheckBox, DateField, RemoveButton, Select};
use super::count_field::CountField;
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use super::notes::Notes;
use crate::ids;
use crate::session::{Action, Edit};
use crate::view_model::{self, Named, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OwnedRowProps {
    /// The lot.
    pub row: view_model::OwnedRow,
    /// Licences that can be owned.
    pub for_sale: Rc<Vec<Named>>,
}

#[component]
pub fn OwnedRow(props: &OwnedRowProps) -> Html {
    let words = use_words();
    let row = &props.row;
    let (key, dispatch) = (row.key, use_dispatch());
    let oncount = dispatch.on(move |count| Action::Edit(Edit::OwnedQuantity(key, count)));
    let onassured = dispatch.on(move |active| Action::Edit(Edit::OwnedAssurance(key, active)));
    let onremove = dispatch.always::<MouseEvent>(Action::Edit(Edit::RemoveOwned(key)));
    html! {
        <li class="row" data-row="">
            <span class="kind">{ licence(words, row, &props.for_sale, &dispatch) }</span>
            <CountField label={words.count_of(&row.name)} count={row.quantity} written={row.quantity_text.clone()} {oncount} />
            <CheckBox label={words.assurance()} name={Some(Text::from(words.assurance_of(&row.name)))} checked={row.assurance} onchange={onassured} />
            <RemoveButton label={words.remove(&row.name)} onclick={onremove} />
            <div class="below">
                <div class="slot">{ for (!row.programmes.is_empty()).then(|| programme(words, row, &dispatch)) }</div>
                <div class="slot">{ for row.until.iter().map(|day| until(words, row, day, &dispatch)) }</div>
                <Notes notes={row.notes.clone()} />
            </div>
        </li>
    }
}

fn licence(
    words: Words,
    row: &view_model::OwnedRow,
    for_sale: &Rc<Vec<Named>>,
    dispatch: &Dispatch,
) -> Html {
    let (key, licences) = (row.key, Rc::clone(for_sale));
    let chosen = licences.iter().position(|(id, _)| *id == row.licence);
    let options: Vec<Text> = licences.iter().map(|(_, name)| name.clone()).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (licence, _) = licences.get(place)?;
        Some(Action::Edit(Edit::OwnedLicence(key, licence.to_string())))
    });
    html! { <Select label={Text::from(words.licence_of_row(row.number))} id={Text::from(ids::owned_licence(key))} {options} {chosen} {onpick} /> }
}

/// The programme through which they were bought, where that decides what else can be.
fn programme(words: Words, row: &view_model::OwnedRow, dispatch: &Dispatch) -> Html {
    let (key, programmes) = (row.key, row.programmes.clone());
    let names = programmes.iter().map(|(_, name)| name.clone());
    let options: Vec<Text> =
        std::iter::once(Text::Static(words.no_programme())).chain(names).collect();
    let chosen = Some(row.programme.map_or(0, |place| place + 1));
    let onpick = dispatch.on(move |place: usize| {
        let picked = place.checked_sub(1).and_then(|place| programmes.get(place));
        Action::Edit(Edit::OwnedProgramme(key, picked.map(|(id, _)| id.to_string())))
    });
    html! { <span class="kind"><Select label={words.programme_of(&row.name)} {options} {chosen} {onpick} /></span> }
}

/// The last day of Software Assurance, or of the subscription.
fn until(words: Words, row: &view_model::OwnedRow, day: &Text, dispatch: &Dispatch) -> Html {
    let key = row.key;
    let onday = dispatch.on(move |day| Action::Edit(Edit::OwnedUntil(key, day)));
    let label = Text::from(words.until_of(&row.name));
    html! { <span class="until"><span>{ words.until() }</span><DateField {label} day={day.clone()} {onday} /></span> }
}
