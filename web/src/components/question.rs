//! A question that decides something: beside the bill with its answers, at the group as a word that opens them.

use super::choose::{Choice, choose};
use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::popover::Popover;
use crate::session::{Action, Edit};
use crate::view_model::{Question, Text};
use yew::prelude::*;

/// The question with a button for each answer, and the total that would follow.
pub fn question(question: &Question, dispatch: &Dispatch) -> Html {
    let answer = |(place, (label, edit, total)): (usize, &(Text, Edit, Text))| {
        let onclick = dispatch.always::<MouseEvent>(Action::Edit(edit.clone()));
        html! {
            <button key={place} type="button" class="btn answer-btn" {onclick}>
                { leaf("span", "", label.clone()) }{ " " }{ leaf("small", "", total.clone()) }
            </button>
        }
    };
    html! {
        <div class="question">
            <p>{ question.asks.clone() }</p>
            <div class="buttons">{ for question.answers.iter().enumerate().map(answer) }</div>
        </div>
    }
}

/// The question as a word that opens its answers.
pub fn question_word(question: &Question, dispatch: &Dispatch) -> Html {
    let id = Text::from(format!("ask-{}", question.people.as_deref().unwrap_or_default()));
    let (asked, dispatch) = (question.clone(), dispatch.clone());
    let content = Callback::from(move |()| {
        let onpick = {
            let asked = asked.clone();
            dispatch.maybe(move |place: usize| asked.answers.get(place).map(|(_, edit, _)| Action::Edit(edit.clone())))
        };
        let choice =
            |(text, _, about): &(Text, Edit, Text)| Choice { text: text.clone(), about: about.clone(), chosen: None };
        choose(asked.answers.iter().map(choice), &onpick)
    });
    html! {
        <Popover {id} class="flag warn" text={question.asks.clone()} title={question.asks.clone()} {content} />
    }
}
