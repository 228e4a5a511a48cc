//! A question that decides something, asked where it arises.

use super::dispatch::use_dispatch;
use crate::session::{Action, Edit};
use crate::view_model::{self, Text};
use seatwise_core::rulebook::Relationship;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// The question.
    pub question: view_model::Question,
}

#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let dispatch = use_dispatch();
    let answer = |(place, (label, relationship, total)): (usize, &(Text, Relationship, Text))| {
        let edit = Edit::Relationship(props.question.people.to_string(), *relationship);
        html! {
            <button key={place} type="button" class="btn answer-btn" onclick={dispatch.always(Action::Edit(edit))}>
                <span>{ label.clone() }</span>{ " " }<small>{ total.clone() }</small>
            </button>
        }
    };
    html! {
        <div class="question">
            <p>{ props.question.asks.clone() }</p>
            <div class="buttons">{ for props.question.answers.iter().enumerate().map(answer) }</div>
        </div>
    }
}
