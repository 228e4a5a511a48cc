//! The user analysis: a card that is closed until somebody asks for it.

mod columns;
mod counted;
mod details;
mod list;

use super::common::{Button, ButtonLook, Card, RemoveButton};
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use crate::browser::user_worker;
use crate::ids;
use crate::session::{Action, Phase, Trouble, UserAnalysis, UsersAction};
use crate::words::Words;
use columns::Columns;
use counted::CountedUsers;
use seatwise_user_report::Progress;
use std::rc::Rc;
use yew::prelude::*;

/// An action of the user analysis.
fn users(action: UsersAction) -> Action {
    Action::Users(action)
}

#[derive(Properties, PartialEq)]
pub struct UserAnalysisProps {
    /// State of the analysis.
    pub analysis: Rc<UserAnalysis>,
}

#[component]
pub fn UserAnalysisCard(props: &UserAnalysisProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let phase = &props.analysis.phase;
    let close = (*phase != Phase::Closed).then(|| {
        let onclick = dispatch.always(users(UsersAction::Close));
        html! { <RemoveButton label={words.users_close()} {onclick} /> }
    });
    let dropped = dispatch.clone();
    let is_open = *phase != Phase::Closed;
    let ondrop = Callback::from(move |event: DragEvent| {
        if is_open && user_worker::drop_files(event.data_transfer()) {
            event.prevent_default();
            event.stop_propagation();
            dropped.send(users(UsersAction::Chosen));
        }
    });
    html! {
        <div class="users" {ondrop}>
            <Card region={words.users_heading()} heading={words.users_heading()} id={ids::USER_ANALYSIS}
                actions={html! { <span class="slot">{ for close }</span> }}>
                <div class="users-body">{ body(words, &dispatch, phase) }</div>
            </Card>
        </div>
    }
}

fn body(words: Words, dispatch: &Dispatch, phase: &Phase) -> Html {
    match phase {
        Phase::Closed => {
            let onclick = dispatch.always(users(UsersAction::Open));
            html! {
                <div key="closed">
                    <p class="about">{ words.users_intro() }</p>
                    <div class="buttons"><Button {onclick}>{ words.users_open() }</Button></div>
                </div>
            }
        }
        Phase::Choosing(trouble) => html! {
            <div key="choosing">
                <div role="alert" class="refused">{ for trouble.iter().map(|trouble| why_not(words, trouble)) }</div>
                { choose(words, dispatch) }
            </div>
        },
        Phase::Looking => {
            html! { <p key="looking" class="about" role="status">{ words.users_looking() }</p> }
        }
        Phase::Mapping(files) => html! { <Columns key="mapping" files={files.clone()} /> },
        Phase::Counting(_, progress) => {
            html! { <Counting key="counting" progress={*progress} /> }
        }
        Phase::Counted(counted) => {
            html! { <CountedUsers key="counted" counted={counted.clone()} /> }
        }
    }
}

/// The field for files.
fn choose(words: Words, dispatch: &Dispatch) -> Html {
    let onchange = dispatch
        .maybe(|event: Event| user_worker::choose(&event).then(|| users(UsersAction::Chosen)));
    html! {
        <>
            <label class="field"><span>{ words.users_files() }</span>
                <input type="file" multiple=true {onchange}
                    accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,text/csv,application/json" /></label>
            <p class="about">{ words.users_files_about() }</p>
        </>
    }
}

fn why_not(words: Words, trouble: &Trouble) -> Html {
    let text = match trouble {
        Trouble::NoWorker => words.users_no_worker().to_owned(),
        Trouble::Stopped => words.users_stopped().to_owned(),
        Trouble::Unreadable(file) => words.users_unreadable_file(file),
    };
    html! { <p class="note bad">{ text }</p> }
}

#[derive(Properties, PartialEq)]
struct CountingProps {
    progress: Progress,
}

/// The progress of the count.
#[component]
fn Counting(props: &CountingProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let progress = &props.progress;
    let left = progress.seconds_left().map(|seconds| words.users_left(seconds));
    let text = words.users_progress(&words.count(progress.users), &words.count(progress.rate()));
    let onclick = dispatch.always(users(UsersAction::Cancel));
    html! {
        <div class="counting">
            <progress max="1000" value={progress.thousandths().to_string()} aria-label={words.users_count()} />
            <p class="num">{ text }</p>
            <p class="about">{ left.unwrap_or_default() }</p>
            <div class="buttons"><Button {onclick}>{ words.users_cancel() }</Button></div>
        </div>
    }
}

/// A button that goes back to the choice of files.
fn other_files(words: Words, dispatch: &Dispatch) -> Html {
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.send(users(UsersAction::Close));
            dispatch.send(users(UsersAction::Open));
        })
    };
    html! { <Button look={ButtonLook::Ghost} {onclick}>{ words.users_other_files() }</Button> }
}
