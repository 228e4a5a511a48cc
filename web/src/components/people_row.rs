//! A people group: name, count, who they are.

use super::choose::{Choice, Choose};
use super::count_input::CountInput;
use super::dispatch::{Dispatch, use_dispatch};
use super::notes::Notes;
use super::popover::Popover;
use super::select::Select;
use super::text_input::TextInput;
use crate::session::{Action, Edit, Group, Kind};
use crate::view_model::{self, Text};
use crate::words;
use seatwise_core::rulebook::Relationship;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PeopleRowProps {
    /// The group.
    pub row: view_model::PeopleRow,
    /// Who people can be.
    pub standings: Rc<Vec<(Relationship, Text)>>,
}

#[component]
pub fn PeopleRow(props: &PeopleRowProps) -> Html {
    let dispatch = use_dispatch();
    let row = &props.row;
    let group = Group::new(Kind::People, &row.id);
    let rename = group.clone();
    let recount = group.clone();
    let ontext = dispatch.on(move |name| Action::Edit(Edit::Name(rename.clone(), name)));
    let oncount = dispatch.on(move |count| Action::Edit(Edit::Count(recount.clone(), count)));
    html! {
        <li class="row" data-row="">
            <TextInput label="Name" id={row.name_id.clone()} value={row.name.clone()} placeholder={row.shown.clone()} {ontext} />
            <CountInput label={words::count_of(&row.shown)} count={row.count} written={row.count_text.clone()} {oncount} />
            <span class="kind">{ relationship(props, &dispatch) }</span>
            <button type="button" class="remove" aria-label={words::remove(&row.shown)}
                onclick={dispatch.always(Action::Edit(Edit::Remove(group)))}>{"×"}</button>
            <div class="below">{ below(row, &dispatch) }</div>
        </li>
    }
}

fn relationship(props: &PeopleRowProps, dispatch: &Dispatch) -> Html {
    let (id, standings) = (props.row.id.to_string(), Rc::clone(&props.standings));
    let chosen = standings.iter().position(|(found, _)| *found == props.row.relationship);
    let options: Vec<_> = standings.iter().map(|(_, text)| text.clone()).collect();
    let now = props.row.relationship;
    let onpick = dispatch.on(move |place: usize| {
        let picked = standings.get(place).map_or(now, |(found, _)| *found);
        Action::Edit(Edit::Relationship(id.clone(), picked))
    });
    html! { <Select label={Text::from(words::who_are(&props.row.shown))} {options} {chosen} {onpick} /> }
}

/// The question, and its answers beside it.
fn ask(row: &view_model::PeopleRow, question: &view_model::Question, dispatch: &Dispatch) -> Html {
    let choice = |(text, _, about): &(Text, Relationship, Text)| Choice { text: text.clone(), about: about.clone(), chosen: None };
    let choices: Vec<_> = question.answers.iter().map(choice).collect();
    let (id, answers, now) = (row.id.to_string(), question.answers.clone(), row.relationship);
    let onpick = dispatch.on(move |place: usize| {
        let picked = answers.get(place).map_or(now, |(_, relationship, _)| *relationship);
        Action::Edit(Edit::Relationship(id.clone(), picked))
    });
    html! {
        <Popover id={Text::from(format!("ask-{}", row.name_id))} class="flag warn" text={question.asks.clone()}
            title={question.asks.clone()}><Choose {choices} {onpick} /></Popover>
    }
}

/// What is to be asked or told about the group.
fn below(row: &view_model::PeopleRow, dispatch: &Dispatch) -> Html {
    let question = row.question.as_ref().map(|question| ask(row, question, dispatch));
    let say = Action::Edit(Edit::AddUse(Some(row.id.to_string())));
    let idle = row.idle.then(|| {
        html! {
            <p class="idle">{ words::IDLE }{" · "}
                <button type="button" class="link" onclick={dispatch.always(say)}>{ words::SAY_WHAT }</button>
            </p>
        }
    });
    html! {
        <>
            <div class="slot">{ question.unwrap_or_default() }</div>
            <div class="slot">{ idle.unwrap_or_default() }</div>
            <Notes notes={row.notes.clone()} />
        </>
    }
}
