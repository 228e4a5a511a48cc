//! The currency of the prices, lists that are kept on the device, and files of prices.

use super::common::{Button, ButtonLook, RemoveButton, Select};
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use crate::browser::file;
use crate::engine;
use crate::session::{Action, Edit, Export};
use crate::view_model::{Named, Prices, Text};
use crate::words::Words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PriceListsProps {
    /// The prices.
    pub prices: Rc<Prices>,
}

#[component]
pub fn PriceLists(props: &PriceListsProps) -> Html {
    let words = use_words();
    let (prices, dispatch) = (&props.prices, use_dispatch());
    let currencies = prices.currencies.clone();
    let oncurrency = dispatch.on(move |place: usize| {
        let code = currencies.get(place).filter(|_| place > 0).map(ToString::to_string);
        Action::Edit(Edit::Currency(code))
    });
    let onsave = dispatch.always::<MouseEvent>(Action::Export(Export::Prices));
    let onfile = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let dispatch = dispatch.clone();
            file::picked(words, &event, move |text| {
                dispatch.send(text.map_or_else(Action::NotRead, Action::ImportPrices));
            });
        })
    };
    html! {
        <div class="price-lists">
            <label><span>{ words.currency() }</span>
                <Select label={words.currency()} options={prices.currencies.clone()} chosen={Some(prices.currency)} onpick={oncurrency} /></label>
            <label class="file"><span>{ words.prices_from_file() }</span><input type="file" accept=".csv,.txt,text/csv" onchange={onfile} /></label>
            <Button look={ButtonLook::Small} onclick={onsave}>{ words.export_prices() }</Button>
            <Keep own={prices.own} />
            <div class="slot">{ for (!prices.lists.is_empty()).then(|| saved_lists(words, prices, &dispatch)) }</div>
            <p class={if prices.refused { "note bad" } else { "note info" }} role="status" hidden={prices.news.is_empty()}>{ prices.news.clone() }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct KeepProps {
    /// True if there is something to keep.
    own: bool,
}

/// Keeps the prices under a name.
#[component]
fn Keep(props: &KeepProps) -> Html {
    let words = use_words();
    let name = use_node_ref();
    let onclick = {
        let (name, dispatch) = (name.clone(), use_dispatch());
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = name.cast::<HtmlInputElement>() {
                dispatch.send(Action::KeepPrices(input.value()));
                input.set_value("");
            }
        })
    };
    html! {
        <span class="keep">
            <input type="text" class="count" ref={name} aria-label={words.list_name()} placeholder={words.list_name()}
                maxlength={engine::LONGEST_NAME.to_string()} disabled={!props.own} />
            <Button look={ButtonLook::Small} disabled={!props.own} {onclick}>{ words.keep_prices() }</Button>
        </span>
    }
}

/// The lists that are kept.
fn saved_lists(words: Words, prices: &Rc<Prices>, dispatch: &Dispatch) -> Html {
    let list = |(id, name): &Named| {
        let (taken, forgotten) = (id.to_string(), id.to_string());
        let ontake = dispatch.on(move |_: MouseEvent| Action::TakePrices(taken.clone()));
        let onforget = dispatch.on(move |_: MouseEvent| Action::ForgetPrices(forgotten.clone()));
        let label = Text::from(words.forget_list(name));
        html! {
            <li key={id.to_string()}>
                <Button look={ButtonLook::Small} onclick={ontake}>{ name.clone() }</Button>
                <RemoveButton {label} onclick={onforget} />
            </li>
        }
    };
    html! { <ul class="kept" aria-label={words.price_lists()}>{ for prices.lists.iter().map(list) }</ul> }
}
