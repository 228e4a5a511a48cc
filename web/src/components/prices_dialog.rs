//! The price of every licence, to be replaced by the visitor's own.

use super::common::{Button, Dialog};
use super::count_field::PriceField;
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::price_lists::PriceLists;
use crate::ids;
use crate::numerals::Figure;
use crate::session::{Action, Edit};
use crate::view_model::{PriceRow, Prices, ProductPrices, Text};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PricesDialogProps {
    /// The prices.
    pub prices: Rc<Prices>,
}

#[component]
pub fn PricesDialog(props: &PricesDialogProps) -> Html {
    let words = use_words();
    let prices = &props.prices;
    let onclose = use_dispatch().always(Action::Dialog(None));
    let alone = prices.products.len() == 1;
    let product = |product: &ProductPrices| {
        html! { <Product key={product.name.to_string()} product={product.clone()} {alone} /> }
    };
    html! {
        <Dialog label={words.prices()} close={words.close()} {onclose} class="dialog wide">
            <PriceLists prices={prices.clone()} />
            <div class="products">{ for prices.products.iter().map(product) }</div>
            <Foot prices={prices.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ProductProps {
    product: ProductPrices,
    /// True if there is no other product.
    alone: bool,
}

/// The prices of one product.
#[component]
fn Product(props: &ProductProps) -> Html {
    let words = use_words();
    let product = &props.product;
    let heading = |text: &&'static str| html! { <th key={*text} scope="col">{ *text }</th> };
    let line =
        |row: &PriceRow| html! { <PriceLine key={row.licence.to_string()} row={row.clone()} /> };
    html! {
        <section aria-label={product.name.clone()}>
            <h3 hidden={props.alone}>{ product.name.clone() }</h3>
            <p class="about">{ product.about.clone() }</p>
            <div class="table-scroll" tabindex="0" role="group" aria-label={words.prices_of_product(&product.name)}>
                <table class="prices">
                    <thead><tr>{ for words.price_headings().iter().map(heading) }</tr></thead>
                    <tbody>{ for product.rows.iter().map(line) }</tbody>
                </table>
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PriceLineProps {
    row: PriceRow,
}

/// The price of a licence.
#[component]
fn PriceLine(props: &PriceLineProps) -> Html {
    let words = use_words();
    let (row, dispatch) = (&props.row, use_dispatch());
    let licence = row.licence.to_string();
    let discounted = licence.clone();
    let onprice = dispatch.on(move |price| Action::Edit(Edit::Price(licence.clone(), price)));
    let ondiscount =
        dispatch.on(move |percent| Action::Edit(Edit::LineDiscount(discounted.clone(), percent)));
    let assumed = row.assumed && row.own.is_empty();
    html! {
        <tr class={if row.billed { "billed" } else { "" }}>
            <th scope="row">{ row.name.clone() }</th>
            <td class="num"><span class={if assumed { "assumed" } else { "" }}>{ row.book.clone() }</span></td>
            <td class="basis">
                <span class={if assumed { "flag warn" } else { "flag plain" }}>{ row.basis.clone() }</span>
                <small>{ row.note.clone() }</small>
            </td>
            <td data-label={words.your_price()}><div class="own-price">
                <PriceField id={Text::from(ids::price_of(&row.licence))} label={words.own_price_of(&row.name)} written={row.own.clone()} figure={Figure::Price}
                    placeholder={row.figure.clone()} {onprice} />
                <small class="about">{ row.per }</small>
            </div></td>
            <td class="own-discount" data-label={words.list_discount()}>
                <PriceField label={words.discount_of(&row.name)} written={row.discount.clone()} figure={Figure::Percent}
                    placeholder="" onprice={ondiscount} />
            </td>
        </tr>
    }
}

/// The discount, the way back, and the total that follows.
#[component]
fn Foot(props: &PricesDialogProps) -> Html {
    let words = use_words();
    let (prices, dispatch) = (&props.prices, use_dispatch());
    let ondiscount = dispatch.on(|percent| Action::Edit(Edit::Discount(percent)));
    let onreset = dispatch.always::<MouseEvent>(Action::Edit(Edit::ResetPrices));
    html! {
        <div class="price-foot">
            <span class="discount"><span>{ words.discount() }</span>
                <PriceField label={words.discount()} written={prices.discount.clone()} figure={Figure::Percent} placeholder="0"
                    onprice={ondiscount} /></span>
            <Button disabled={!prices.own} onclick={onreset}>{ words.reset_prices() }</Button>
            <b class="num">{ prices.total.clone() }</b>
        </div>
    }
}
