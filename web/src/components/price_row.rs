//! The price of a licence: the book's, and a field for the visitor's own.

use super::dispatch::use_dispatch;
use crate::numerals::Figure;
use crate::session::{Action, Edit};
use crate::view_model::{self, Text};
use crate::words;
use seatwise_core::rulebook::Basis;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PriceRowProps {
    /// The price.
    pub row: view_model::PriceRow,
}

#[component]
pub fn PriceRow(props: &PriceRowProps) -> Html {
    let dispatch = use_dispatch();
    let row = &props.row;
    let licence = row.licence.to_string();
    let onprice = dispatch.on(move |price| Action::Edit(Edit::Price(licence.clone(), price)));
    let assumed = row.basis == Some(Basis::Assumption) && row.own.is_empty();
    html! {
        <tr class={classes!(row.billed.then_some("billed"))}>
            <th scope="row">{ row.name.clone() }</th>
            <td class={classes!("num", assumed.then_some("assumed"))}>{ row.book.clone() }</td>
            <td class="basis">
                <span class={classes!("flag", if assumed { "warn" } else { "plain" })}>{ row.basis.map_or("", words::basis) }</span>
                <small>{ row.note.clone() }</small>
            </td>
            <td><PriceInput label={words::own_price_of(&row.name)} value={row.own.clone()}
                figure={Figure::Price}
                placeholder={row.figure.clone()} {onprice} /></td>
        </tr>
    }
}

#[derive(Properties, PartialEq)]
pub struct PriceInputProps {
    /// Its accessible name.
    pub label: Text,
    /// What it holds.
    pub value: Text,
    /// How what is typed is read.
    pub figure: Figure,
    /// What holds where it is empty.
    pub placeholder: Text,
    /// Takes over what is typed; nothing where the field is empty.
    pub onprice: Callback<Option<String>>,
}

/// A field for a decimal number, which may be empty. What cannot be read is marked and not taken over.
#[component]
pub fn PriceInput(props: &PriceInputProps) -> Html {
    let draft = use_state(|| None::<String>);
    let invalid = draft.as_ref().is_some_and(|text| !text.trim().is_empty() && props.figure.read(text).is_none());
    let shown = draft.as_ref().map_or_else(|| props.value.clone(), |text| text.clone().into());
    let oninput = {
        let (draft, onprice, figure) = (draft.setter(), props.onprice.clone(), props.figure);
        Callback::from(move |event: InputEvent| {
            let Some(text) = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()) else { return };
            let price = figure.read(&text);
            if price.is_some() || text.trim().is_empty() {
                onprice.emit(price);
            }
            draft.set(Some(text));
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| draft.set(None));
    html! {
        <input type="text" inputmode="decimal" class="count" autocomplete="off" aria-label={props.label.clone()}
            aria-invalid={invalid.then_some("true")} value={shown} placeholder={props.placeholder.clone()}
            {oninput} {onblur} />
    }
}
