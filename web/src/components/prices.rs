//! The price of every licence, to be replaced by the visitor's own.

use super::dispatch::use_dispatch;
use super::modal::Modal;
use super::price_row::{PriceInput, PriceRow};
use crate::numerals::Figure;
use crate::session::{Action, Edit};
use crate::view_model;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PricesProps {
    /// The prices.
    pub prices: Rc<view_model::Prices>,
}

#[component]
pub fn Prices(props: &PricesProps) -> Html {
    let dispatch = use_dispatch();
    let prices = &props.prices;
    let row = |row: &view_model::PriceRow| html! { <PriceRow key={row.licence.to_string()} row={row.clone()} /> };
    let ondiscount = dispatch.on(|percent| Action::Edit(Edit::Discount(percent)));
    let reset = dispatch.always::<MouseEvent>(Action::Edit(Edit::ResetPrices));
    html! {
        <Modal label="Prices">
            <p class="about">{ prices.about.clone() }</p>
            <div class="table-scroll" tabindex="0" role="group" aria-label="Prices of licences">
                <table class="prices">
                    <thead><tr>{ for words::PRICE_HEADINGS.iter().map(|text| html! { <th scope="col">{ *text }</th> }) }</tr></thead>
                    <tbody>{ for prices.rows.iter().map(row) }</tbody>
                </table>
            </div>
            <div class="price-foot">
                <span class="discount"><span>{ words::DISCOUNT }</span>
                    <PriceInput label={words::DISCOUNT} value={prices.discount.clone()} figure={Figure::Percent} placeholder="0"
                        onprice={ondiscount} /></span>
                <button type="button" class="btn" disabled={!prices.own} onclick={reset}>{ words::RESET_PRICES }</button>
                <b class="num">{ prices.total.clone() }{ " " }{ prices.currency.clone() }</b>
            </div>
        </Modal>
    }
}
