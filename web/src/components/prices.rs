//! The price of every licence, to be replaced by the visitor's own.

use super::dispatch::Dispatch;
use super::figure_input::price_input;
use super::leaf::leaf;
use super::modal::Modal;
use crate::numerals::Figure;
use crate::session::{Action, Edit};
use crate::view_model::{PriceRow, Prices, Text};
use crate::words;
use seatwise_core::rulebook::Basis;
use yew::prelude::*;

/// The dialog with the prices.
pub fn prices(prices: &Prices, dispatch: &Dispatch) -> Html {
    let heading = |text: &&'static str| html! { <th scope="col">{ *text }</th> };
    html! {
        <Modal label="Prices" dispatch={dispatch.clone()} class="dialog wide">
            { leaf("p", "about", prices.about.clone()) }
            <div class="table-scroll" tabindex="0" role="group" aria-label="Prices of licences">
                <table class="prices">
                    <thead><tr>{ for words::PRICE_HEADINGS.iter().map(heading) }</tr></thead>
                    <tbody>{ for prices.rows.iter().map(|found| row(found, dispatch)) }</tbody>
                </table>
            </div>
            { foot(prices, dispatch) }
        </Modal>
    }
}

fn row(row: &PriceRow, dispatch: &Dispatch) -> Html {
    let licence = row.licence.to_string();
    let onprice = dispatch.on(move |price| Action::Edit(Edit::Price(licence.clone(), price)));
    let assumed = row.basis == Some(Basis::Assumption) && row.own.is_empty();
    html! {
        <tr key={row.licence.to_string()} class={if row.billed { "billed" } else { "" }}>
            <th scope="row">{ row.name.clone() }</th>
            <td class="num"><span class={if assumed { "assumed" } else { "" }}>{ row.book.clone() }</span></td>
            <td class="basis">
                <span class={if assumed { "flag warn" } else { "flag plain" }}>{ row.basis.map_or("", words::basis) }</span>
                { leaf("small", "", row.note.clone()) }
            </td>
            <td><div class="own-price">{ price_input(words::own_price_of(&row.name).into(), row.own.clone(), Figure::Price, row.figure.clone(), onprice) }
                { leaf("small", "about", row.per) }</div></td>
        </tr>
    }
}

/// The discount, the way back, and the total that follows.
fn foot(prices: &Prices, dispatch: &Dispatch) -> Html {
    let ondiscount = dispatch.on(|percent| Action::Edit(Edit::Discount(percent)));
    let reset = dispatch.always::<MouseEvent>(Action::Edit(Edit::ResetPrices));
    html! {
        <div class="price-foot">
            <span class="discount">{ leaf("span", "", words::DISCOUNT) }
                { price_input(Text::Static(words::DISCOUNT), prices.discount.clone(), Figure::Percent, Text::Static("0"), ondiscount) }</span>
            <button type="button" class="btn" disabled={!prices.own} onclick={reset}>{ words::RESET_PRICES }</button>
            <b class="num">{ prices.total.clone() }</b>
        </div>
    }
}
