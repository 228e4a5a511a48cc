//! The interview: one question at a time.

use super::common::{Button, ButtonLook, CheckBox, Dialog};
use super::count_field::CountField;
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use super::product_list::ProductList;
use crate::session::{Action, Question, Reply};
use crate::view_model::{InterviewPage, RoleChoice, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct InterviewDialogProps {
    /// The question and its answers.
    pub page: Rc<InterviewPage>,
}

#[component]
pub fn InterviewDialog(props: &InterviewDialogProps) -> Html {
    let (page, dispatch, words) = (&props.page, use_dispatch(), use_words());
    let reply = |reply| dispatch.always::<MouseEvent>(Action::Reply(reply));
    let on = if page.last { words.fill_in() } else { words.next_question() };
    html! {
        <Dialog label={words.interview()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <div class="interview">
                <p class="about">{ page.progress.clone() }</p>
                <h3 id="interview-question">{ words.question(page.question) }</h3>
                <p class="about">{ words.question_about(page.question) }</p>
                <div class="answers" key={words.question(page.question)} role="group" aria-labelledby="interview-question">
                    { answers(words, page, &dispatch) }
                </div>
            </div>
            <div class="buttons">
                <Button look={ButtonLook::Primary} onclick={reply(Reply::Next)}>{ on }</Button>
                <Button onclick={reply(Reply::Unknown)}>{ words.unknown_answer() }</Button>
                <Button look={ButtonLook::Ghost} disabled={page.first} onclick={reply(Reply::Back)}>{ words.back() }</Button>
            </div>
        </Dialog>
    }
}

fn answers(words: Words, page: &InterviewPage, dispatch: &Dispatch) -> Html {
    let count = |label, count: &(u32, Text), to: fn(u32) -> Reply| {
        let oncount = dispatch.on(move |count| Action::Reply(to(count)));
        html! { <Counted {label} count={count.0} written={count.1.clone()} {oncount} /> }
    };
    match page.question {
        Question::Product => {
            let onpick = dispatch.on(|id: String| Action::Reply(Reply::Product(id)));
            html! { <ProductList products={page.products.clone()} chosen={Some(page.product.clone())} {onpick} /> }
        }
        Question::Staff => count(words.staff_count(), &page.staff, Reply::Staff),
        Question::Work => page.roles.iter().map(|known_role| role(known_role, dispatch)).collect(),
        Question::Shifts => html! {
            <div>
                { count(words.shift_count(), &page.in_shifts, Reply::InShifts) }
                { count(words.shared_count(), &page.shared, Reply::Shared) }
            </div>
        },
        Question::Outside => count(words.outside_count(), &page.outside, Reply::Outside),
        Question::Servers => count(words.server_count(), &page.servers, Reply::Servers),
    }
}

fn role((choice, checked): &(RoleChoice, bool), dispatch: &Dispatch) -> Html {
    let id = choice.id.to_string();
    let onchange = dispatch.on(move |works| Action::Reply(Reply::Role(id.clone(), works)));
    html! {
        <CheckBox key={choice.id.to_string()} label={choice.name.clone()} about={choice.about.clone()} checked={*checked} {onchange} />
    }
}

#[derive(Properties, PartialEq)]
struct CountedProps {
    label: &'static str,
    count: u32,
    written: Text,
    oncount: Callback<u32>,
}

/// A count with its label in sight.
#[component]
fn Counted(props: &CountedProps) -> Html {
    html! {
        <div class="counted"><span aria-hidden="true">{ props.label }</span>
            <CountField label={props.label} count={props.count} written={props.written.clone()} oncount={props.oncount.clone()} /></div>
    }
}
