//! The price of every licence: the price book's, and the visitor's own.

use super::bill::Licences;
use super::{Text, ViewContext};
use crate::engine;
use crate::words::Words;
use seatwise_core::money::Money;
use seatwise_core::rulebook::{Basis, Licence, PriceBook, Rulebook};

/// The prices.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    /// Explanation of the price book.
    pub about: Text,
    /// One row for each licence.
    pub rows: Vec<PriceRow>,
    /// The discount, per cent.
    pub discount: Text,
    /// True if there is anything of the visitor's own.
    pub own: bool,
    /// The total that follows, with its currency and period; empty without one.
    pub total: Text,
}

/// The price of a licence.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRow {
    /// The licence, by its full identifier.
    pub licence: Text,
    /// Its name.
    pub name: Text,
    /// The price book's figure.
    pub book: Text,
    /// The same without what it buys; empty where there is none.
    pub figure: Text,
    /// Basis of that.
    pub basis: Text,
    /// True if it is an assumption.
    pub assumed: bool,
    /// Derivation of it.
    pub note: Text,
    /// The visitor's own, as it is held; empty for none.
    pub own: Text,
    /// Unit that one price pays for, after the figure; empty for what is paid once.
    pub per: &'static str,
    /// True if it stands on the bill.
    pub billed: bool,
}

/// The prices of a session.
pub fn prices(context: &ViewContext<'_>, bill: &Licences) -> Prices {
    let words = context.words;
    let scenario = &context.session.document.scenario;
    let said = scenario.prices.as_ref();
    let found = engine::price_book(words, scenario);
    let currency = said
        .and_then(|said| said.currency.clone())
        .or_else(|| found.map(|book| book.currency.clone()));
    let discount = said.and_then(|said| said.discount_percent.clone()).unwrap_or_default();
    Prices {
        about: about(context.words, found, currency.as_deref()).into(),
        rows: context.book.map(|book| rows(context, book)).unwrap_or_default(),
        own: !discount.is_empty() || said.is_some_and(|said| !said.set.is_empty()),
        discount: context.words.decimal(&discount).into(),
        total: bill.whole_total().into(),
    }
}

/// The explanation of the price book, and the currency of all prices.
fn about(words: Words, found: Option<&PriceBook>, currency: Option<&str>) -> String {
    let about = found.map_or("", |book| &book.about);
    let unit = currency.map(|currency| words.amounts_in(currency)).unwrap_or_default();
    format!("{about} {unit}").trim().to_owned()
}

fn rows(context: &ViewContext<'_>, book: &Rulebook) -> Vec<PriceRow> {
    book.licences
        .iter()
        .filter(|licence| is_priced(licence))
        .map(|licence| row(context, book, licence))
        .collect()
}

/// True if something is bought: a licence for access, or one for the server software that does not
/// come along.
fn is_priced(licence: &Licence) -> bool {
    let bought = licence
        .software
        .as_ref()
        .is_some_and(|software| !software.included && software.same_as.is_none());
    licence.for_sale || bought
}

fn row(context: &ViewContext<'_>, book: &Rulebook, licence: &Licence) -> PriceRow {
    let scenario = &context.session.document.scenario;
    let words = context.words;
    let id = book.full_id(licence);
    let price = engine::price_book(words, scenario).and_then(|prices| prices.price(&licence.id));
    let own = scenario.prices.as_ref().and_then(|prices| prices.set.get(&id));
    let of_partner = price_of_partner(context, &id);
    let minor = of_partner.or_else(|| price.map(|price| Money::from_minor(price.minor)));
    let per = price.map_or("", |price| words.per(price.per));
    let figure = minor.map(|money| format!("{} {per}", words.money(money)).trim_end().to_owned());
    let basis = match context.session.partner().filter(|_| of_partner.is_some()) {
        Some(partner) => words.basis_of_partner(partner).into(),
        None => Text::Static(price.map_or("", |price| words.basis(price.basis))),
    };
    let listed = price.filter(|_| of_partner.is_none());
    let bill = context.session.answer.assessment().map_or(&[][..], |found| &found.bill);
    let servers = context.session.answer.assessment().map_or(&[][..], |found| &found.servers.lines);
    PriceRow {
        name: licence.name.clone().into(),
        book: figure.unwrap_or_else(|| words.no_price().to_owned()).into(),
        figure: minor.map(|money| words.money(money)).unwrap_or_default().into(),
        per,
        basis,
        assumed: listed.is_some_and(|price| price.basis == Basis::Assumption),
        note: listed.map(|price| words.sentence(&price.note)).unwrap_or_default().into(),
        own: own.map(|own| words.decimal(own)).unwrap_or_default().into(),
        billed: bill.iter().any(|line| line.licence == id)
            || servers.iter().any(|line| line.licence == id),
        licence: id.into(),
    }
}

/// The price that a partner brought for a licence.
fn price_of_partner(context: &ViewContext<'_>, licence: &str) -> Option<Money> {
    let host = context.session.host.as_ref()?;
    host.prices.as_ref()?.set.get(licence).and_then(|price| Money::parse_price(price))
}
