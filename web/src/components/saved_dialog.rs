//! The saved scenarios: opened, renamed, deleted, taken along, and set side by side.

use super::common::{Button, ButtonLook, CheckBox, CommittedField, Dialog, RemoveButton};
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use super::side_by_side::SideBySideTable;
use crate::engine;
use crate::ids;
use crate::session::{self, Action, Export, Side};
use crate::view_model::{PresentRow, SavedPage, SavedRow, SideBySide};
use crate::words::{Words, counted};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SavedDialogProps {
    /// The saved scenarios.
    pub page: Rc<SavedPage>,
}

#[component]
pub fn SavedDialog(props: &SavedDialogProps) -> Html {
    let (page, dispatch, words) = (&props.page, use_dispatch(), use_words());
    let none = page.rows.is_empty();
    let heading = |text: &&'static str| html! { <th key={*text} scope="col">{ *text }</th> };
    let row = |(place, row): (usize, &SavedRow)| saved(words, page, place, row, &dispatch);
    let sides = |sides: &Rc<SideBySide>| html! { <SideBySideTable sides={sides.clone()} /> };
    html! {
        <Dialog label={words.saved_scenarios()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))} class="dialog widest">
            <p class="about">{ words.saved_about() }</p>
            { actions(words, none, &dispatch) }
            { outcome(page, &dispatch) }
            <div id={ids::SAVED} tabindex="-1">
                <table class="saved" aria-label={words.saved_scenarios()}>
                    <thead><tr>{ for words.saved_headings().iter().map(heading) }</tr></thead>
                    <tbody>{ present(words, page, &page.present, &dispatch) }</tbody>
                    <tbody>{ for page.rows.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            <p class="empty">{ if none { words.saved_empty() } else { "" } }</p>
            <div>{ for page.side_by_side.iter().map(sides) }</div>
        </Dialog>
    }
}

/// The actions on all saved scenarios.
fn actions(words: Words, none: bool, dispatch: &Dispatch) -> Html {
    let save = dispatch.always::<MouseEvent>(Action::SaveCopy);
    let export = dispatch.always::<MouseEvent>(Action::Export(Export::Saved));
    let import = session::Dialog::Import(None);
    let import = dispatch.always::<MouseEvent>(Action::Dialog(Some(import)));
    html! {
        <div class="buttons">
            <Button look={ButtonLook::Primary} autofocus=true onclick={save}>{ words.save_copy() }</Button>
            <Button disabled={none} onclick={export}>{ words.export_all_saved() }</Button>
            <Button onclick={import}>{ words.import_saved() }</Button>
        </div>
    }
}

/// The outcome of the last step, and the way back from it.
fn outcome(page: &SavedPage, dispatch: &Dispatch) -> Html {
    let offer = page.offer.as_ref().map(|(text, action)| {
        let onclick = dispatch.always::<MouseEvent>(action.clone());
        html! { <Button look={ButtonLook::Small} {onclick}>{ *text }</Button> }
    });
    html! {
        <div class="saved-news">
            <p role="alert" class="note bad" hidden={page.refused.is_empty()}>{ page.refused.clone() }</p>
            <div class="told-now"><p role="status">{ page.outcome.clone() }</p><span class="slot">{ for offer }</span></div>
        </div>
    }
}

fn present(words: Words, page: &SavedPage, row: &PresentRow, dispatch: &Dispatch) -> Html {
    let tick = tick(words, page, &row.shown, row.chosen, Side::Present, dispatch);
    html! {
        <tr class="present">
            <td>{ tick }</td>
            <th scope="row"><span class="now">{ row.title.clone() }</span><small>{ row.about.clone() }</small></th>
            <td class="num">{ row.total.clone() }</td>
            <td></td>
        </tr>
    }
}

fn saved(
    words: Words,
    page: &SavedPage,
    place: usize,
    row: &SavedRow,
    dispatch: &Dispatch,
) -> Html {
    let id = row.id.to_string();
    let tick = tick(words, page, &row.shown, row.chosen, Side::Saved(id.clone()), dispatch);
    let open = dispatch.always::<MouseEvent>(Action::Reopen(id.clone()));
    let discard = dispatch.always::<MouseEvent>(Action::Discard(id.clone()));
    let ontext = dispatch.on(move |title| Action::RenameSaved(id.clone(), title));
    // By its place: a new name is new content, and the row that it is typed into stays.
    html! {
        <tr key={place}>
            <td>{ tick }</td>
            <th scope="row">
                <CommittedField class="name" label={words.name_of_saved(counted(place.saturating_add(1)))} value={row.title.clone()}
                    placeholder={words.untitled()} longest={engine::LONGEST_NAME} {ontext} />
                <small>{ row.about.clone() }</small>
            </th>
            <td class="num">{ row.total.clone() }</td>
            <td class="acts">
                <Button look={ButtonLook::Small} label={words.open_saved_named(&row.shown)} onclick={open}>{ words.open_saved() }</Button>
                <RemoveButton label={words.discard(&row.shown)} onclick={discard} />
            </td>
        </tr>
    }
}

/// The box that sets a scenario beside others.
fn tick(
    words: Words,
    page: &SavedPage,
    title: &str,
    checked: bool,
    side: Side,
    dispatch: &Dispatch,
) -> Html {
    let onchange = dispatch.on(move |chosen| Action::Compare(side.clone(), chosen));
    html! {
        <CheckBox name={words.compare_named(title)} label="" {checked} disabled={!checked && !page.open} {onchange} />
    }
}
