//! A people group: name, count, who they are.

use super::dispatch::Dispatch;
use super::figure_input::count_input;
use super::notes::notes;
use super::question::question_word;
use super::select::Select;
use super::text_input::{TextField, text_input};
use crate::session::{Action, Edit, Group, Kind};
use crate::view_model::{PeopleRow, Text};
use crate::words;
use seatwise_core::rulebook::Relationship;
use std::rc::Rc;
use yew::prelude::*;

/// Who people can be.
type Standings = Rc<Vec<(Relationship, Text)>>;

/// The row of a people group.
pub fn people_row(row: &PeopleRow, standings: &Standings, dispatch: &Dispatch) -> Html {
    let group = Group::new(Kind::People, &row.id);
    let (id, value, placeholder) = (row.name_id.clone(), row.name.clone(), row.shown.clone());
    let name = TextField { id, class: "name", label: row.name_label.clone(), value, placeholder };
    html! {
        <li class="row" data-row="">
            { text_input(name, dispatch.rename(group.clone())) }
            { count_input(words::count_of(&row.shown).into(), row.count, row.count_text.clone(), dispatch.recount(group.clone())) }
            <span class="kind">{ relationship(row, standings, dispatch) }</span>
            <button type="button" class="remove" aria-label={words::remove(&row.shown)}
                onclick={dispatch.always(Action::Edit(Edit::Remove(group)))}>{"×"}</button>
            { below(row, dispatch) }
        </li>
    }
}

fn relationship(row: &PeopleRow, standings: &Standings, dispatch: &Dispatch) -> Html {
    let (id, standings) = (row.id.to_string(), Rc::clone(standings));
    let chosen = standings.iter().position(|(found, _)| *found == row.relationship);
    let options: Vec<_> = standings.iter().map(|(_, text)| text.clone()).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (found, _) = standings.get(place)?;
        Some(Action::Edit(Edit::Relationship(id.clone(), *found)))
    });
    html! { <Select label={Text::from(words::who_are(&row.shown))} {options} {chosen} {onpick} /> }
}

/// What is to be asked or told about the group.
fn below(row: &PeopleRow, dispatch: &Dispatch) -> Html {
    let idle = || {
        let say = Action::Edit(Edit::AddUse(Some(row.id.to_string())));
        html! {
            <p class="idle">{ words::IDLE }{" · "}
                <button type="button" class="link" onclick={dispatch.always(say)}>{ words::SAY_WHAT }</button>
            </p>
        }
    };
    html! {
        <div class="below">
            <div class="slot">{ for row.question.iter().map(|asked| question_word(asked, dispatch)) }</div>
            <div class="slot">{ for row.idle.then(idle) }</div>
            { notes(&row.notes, dispatch) }
        </div>
    }
}
