//! A question that decides something: beside the bill with its answers, at the group as a word that
//! opens them.

use super::common::{Button, Menu, MenuItem, Popover};
use super::dispatch::use_dispatch;
use crate::session::{Action, Edit};
use crate::view_model::{Question, Text};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// The question.
    pub question: Question,
}

/// The question with a button for each answer, and the total that would follow.
#[component]
pub fn QuestionAnswers(props: &QuestionProps) -> Html {
    let dispatch = use_dispatch();
    let answer = |(place, (label, edit, total)): (usize, &(Text, Edit, Text))| {
        let onclick = dispatch.always::<MouseEvent>(Action::Edit(edit.clone()));
        html! {
            <Button key={place} class="answer-btn" {onclick}>
                <span>{ label.clone() }</span>{ " " }<small>{ total.clone() }</small>
            </Button>
        }
    };
    html! {
        <div class="question">
            <p>{ props.question.asks.clone() }</p>
            <div class="buttons">{ for props.question.answers.iter().enumerate().map(answer) }</div>
        </div>
    }
}

/// The question as a word that opens its answers.
#[component]
pub fn QuestionMenu(props: &QuestionProps) -> Html {
    let question = &props.question;
    let id = Text::from(format!("ask-{}", question.people.as_deref().unwrap_or_default()));
    let items: Vec<_> = question
        .answers
        .iter()
        .map(|(text, _, about)| MenuItem::new(text.clone(), about.clone()))
        .collect();
    let onpick = {
        let answers = question.answers.clone();
        use_dispatch().maybe(move |place: usize| {
            answers.get(place).map(|(_, edit, _)| Action::Edit(edit.clone()))
        })
    };
    html! {
        <Popover {id} class="flag warn" text={question.asks.clone()} title={question.asks.clone()}>
            <Menu {items} {onpick} />
        </Popover>
    }
}
