//! A group of shared devices, made where a use needs it: its name and its count.

use super::common::{Button, ButtonLook};
use super::language::use_words;
use crate::browser::{focus, popover};
use crate::numerals::{Figure, MOST};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// A group of shared devices that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// Its name.
    pub name: String,
    /// Number of devices.
    pub count: u32,
}

#[derive(Properties, PartialEq)]
pub struct NewPoolProps {
    /// Called with the group.
    pub onadd: Callback<Pool>,
}

#[component]
pub fn NewPool(props: &NewPoolProps) -> Html {
    let words = use_words();
    let (name, count) = (use_state(String::new), use_state(String::new));
    let (name_field, count_field) = (use_node_ref(), use_node_ref());
    let read = Figure::Count.read(&count);
    let wrong = read.is_none();
    let add = {
        let (name, count, name_field) = (name.clone(), count.clone(), name_field.clone());
        let onadd = props.onadd.clone();
        Callback::from(move |()| {
            let Some(number) = read.as_ref().and_then(|read| read.parse().ok()) else { return };
            onadd.emit(Pool { name: name.trim().to_owned(), count: number });
            name.set(String::new());
            count.set(String::new());
            take(&name_field);
        })
    };
    let onclick = add.reform(|_: MouseEvent| ());
    // Enter in the empty field ends the list, as it ends a list on paper.
    let on_name = {
        let (count_field, empty) = (count_field.clone(), name.is_empty());
        on_enter(Callback::from(move |event: KeyboardEvent| {
            if empty { popover::hide_around(&event) } else { take(&count_field) }
        }))
    };
    html! {
        <div class="new-pool">
            <p class="asks">{ words.new_pool() }</p>
            { field(words.pool_name(), "pool-name", &name, name_field, on_name) }
            { field(words.pool_count(), "pool-count", &count, count_field, on_enter(add.reform(|_: KeyboardEvent| ()))) }
            <Button look={ButtonLook::Small} disabled={wrong} {onclick}>{ words.add_pool() }</Button>
            <p class="figure-error" role="alert">{ if wrong { words.count_wanted(MOST.into()) } else { String::new() } }</p>
        </div>
    }
}

fn take(field: &NodeRef) {
    if let Some(field) = field.cast::<HtmlElement>() {
        focus::take(&field);
    }
}

fn on_enter(act: Callback<KeyboardEvent>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            act.emit(event);
        }
    })
}

fn field(
    label: &'static str,
    class: &'static str,
    state: &UseStateHandle<String>,
    node: NodeRef,
    onkeydown: Callback<KeyboardEvent>,
) -> Html {
    let typed = state.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            typed.set(input.value());
        }
    });
    html! {
        <label {class}>
            <span>{ label }</span>
            <input type="text" autocomplete="off" ref={node} value={state.to_string()} {oninput} {onkeydown} />
        </label>
    }
}
