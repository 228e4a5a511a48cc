//! The price of every licence: the price book's, and the visitor's own.

use super::bill::Licences;
use super::{Named, Text, ViewContext};
use crate::engine;
use crate::price_csv::is_priced;
use crate::words::Words;
use seatwise_core::money::Money;
use seatwise_core::rulebook::{Basis, Licence, PriceBook, Rulebook};
use seatwise_core::scenario;

/// The prices.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    /// The products, with what to know about their price books.
    pub products: Vec<ProductPrices>,
    /// The discount, per cent.
    pub discount: Text,
    /// The currencies to choose from, the price book's first.
    pub currencies: Vec<Text>,
    /// The place of the one that counts.
    pub currency: usize,
    /// True if there is anything of the visitor's own.
    pub own: bool,
    /// Price lists that are kept on the device: identifiers and names.
    pub lists: Vec<Named>,
    /// The news of a file, or of the device.
    pub news: Text,
    /// True if that is bad news.
    pub refused: bool,
    /// The total that follows, with its currency and period; empty without one.
    pub total: Text,
}

/// The prices of one product.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductPrices {
    /// Its name.
    pub name: Text,
    /// The explanation of the price book, and the currency of its amounts.
    pub about: Text,
    /// One row for each licence.
    pub rows: Vec<PriceRow>,
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
    /// The price that is counted before any discount, without what it buys; empty where there is
    /// none.
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
    /// The discount on it alone, per cent; empty where the usual one counts.
    pub discount: Text,
    /// True if it stands on the bill.
    pub billed: bool,
}

/// Currencies that are offered beside the price book's.
const CURRENCIES: [&str; 10] =
    ["USD", "EUR", "GBP", "CHF", "AUD", "CAD", "JPY", "SEK", "NOK", "DKK"];

/// The prices of a session.
pub fn prices(context: &ViewContext<'_>, bill: &Licences) -> Prices {
    let session = context.session;
    let scenario = &session.document.scenario;
    let scenario_prices = scenario.prices.as_ref();
    let words = context.words;
    let discount =
        scenario_prices.and_then(|prices| prices.discount_percent.clone()).unwrap_or_default();
    let (currencies, currency) = currencies(context);
    let imported = session.view.imported_prices.as_ref();
    let not_kept = session.view.price_lists_refused.then(|| words.lists_not_kept().to_owned());
    Prices {
        products: products(context).map(|book| product(context, book)).collect(),
        own: scenario_prices.is_some_and(scenario::Prices::are_own),
        discount: words.decimal(&discount).into(),
        currencies,
        currency,
        lists: session
            .view
            .price_lists
            .iter()
            .map(|list| {
                let name = words.kept_list(&list.name, &list.currency);
                (list.id.clone().into(), name.into())
            })
            .collect(),
        news: not_kept
            .or_else(|| imported.map(|imported| words.imported_prices(imported)))
            .unwrap_or_default()
            .into(),
        refused: session.view.price_lists_refused
            || matches!(imported, Some(crate::session::ImportedPrices::Refused(_))),
        total: bill.whole_total().into(),
    }
}

/// The scenario's own product, and those that the ways over the years lead to while they are open.
pub fn products<'a>(context: &'a ViewContext<'_>) -> impl Iterator<Item = &'static Rulebook> + 'a {
    let outlook = context.session.results.outlook.as_deref();
    let library = context.words.library();
    let ways = outlook.into_iter().flat_map(|outlook| &outlook.ways);
    let mut way_books: Vec<&'static Rulebook> = Vec::new();
    for book in ways.filter_map(|way| library.rulebook(&way.rulebook)) {
        let own = context.book.is_some_and(|own| own.id == book.id);
        if !own && !way_books.iter().any(|known| known.id == book.id) {
            way_books.push(book);
        }
    }
    context.book.into_iter().chain(way_books)
}

/// The currencies to choose from, and the place of the one that counts.
fn currencies(context: &ViewContext<'_>) -> (Vec<Text>, usize) {
    let words = context.words;
    let scenario = &context.session.document.scenario;
    let usual = engine::price_book(words, scenario).map_or("", |book| &book.currency);
    let wanted_currency = scenario.prices.as_ref().and_then(|prices| prices.currency.as_deref());
    let wanted_currency = wanted_currency.filter(|code| *code != usual);
    let mut currencies: Vec<Text> = vec![words.book_currency(usual).into()];
    currencies
        .extend(CURRENCIES.iter().filter(|code| **code != usual).map(|code| Text::Static(code)));
    let Some(wanted_currency) = wanted_currency else { return (currencies, 0) };
    let place =
        currencies.iter().position(|code| **code == *wanted_currency).unwrap_or_else(|| {
            currencies.push(wanted_currency.to_owned().into());
            currencies.len() - 1
        });
    (currencies, place)
}

fn product(context: &ViewContext<'_>, book: &'static Rulebook) -> ProductPrices {
    let words = context.words;
    let scenario = &context.session.document.scenario;
    let listed = engine::price_book_of(words, scenario, book);
    let wanted_currency = scenario.prices.as_ref().and_then(|prices| prices.currency.as_deref());
    let currency = wanted_currency.or_else(|| listed.map(|listed| listed.currency.as_str()));
    let usual = engine::undiscounted(words, book, scenario);
    let licences = book.licences.iter().zip(usual).filter(|(licence, _)| is_priced(licence));
    ProductPrices {
        name: book.name.clone().into(),
        about: about(words, listed, currency).into(),
        rows: licences.map(|(licence, usual)| row(context, book, licence, usual)).collect(),
    }
}

/// The explanation of the price book, and the currency of all prices.
fn about(words: Words, price_book: Option<&PriceBook>, currency: Option<&str>) -> String {
    let about = price_book.map_or("", |book| &book.about);
    let listed = price_book.map(|book| book.currency.as_str());
    let unit = match (currency, listed) {
        (None, _) => String::new(),
        (Some(own), Some(listed)) if own != listed => words.prices_in_two(own, listed),
        (Some(currency), _) => words.amounts_in(currency),
    };
    format!("{about} {unit}").trim().to_owned()
}

/// The row of a licence; `usual` is what it is counted at before any discount.
fn row(
    context: &ViewContext<'_>,
    book: &Rulebook,
    licence: &Licence,
    usual: Option<(Money, Basis)>,
) -> PriceRow {
    let scenario = &context.session.document.scenario;
    let words = context.words;
    let id = book.full_id(licence);
    let listed_book = engine::price_book_of(words, scenario, book);
    let price = listed_book.and_then(|prices| prices.price(&licence.id));
    let scenario_prices = scenario.prices.as_ref();
    let own = scenario_prices.and_then(|prices| prices.set.get(&id));
    let discount = scenario_prices.and_then(|prices| prices.discounts.get(&id));
    let of_partner = price_of_partner(context, &id);
    let minor = of_partner.or_else(|| price.map(|price| Money::from_minor(price.minor)));
    let per = price.map_or("", |price| words.per(price.per));
    // A figure of the price book in another currency than the visitor's says so.
    let code = listed_book.map(|listed| &listed.currency).filter(|_| of_partner.is_none());
    let wanted_currency = scenario_prices.and_then(|prices| prices.currency.as_ref());
    let in_other_currency = wanted_currency.is_some_and(|own| code.is_some_and(|code| code != own));
    let currency = code.filter(|_| in_other_currency).map_or("", |code| code.as_str());
    let figure = minor.map(|money| {
        let parts = [words.money(money), currency.to_owned(), per.to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    });
    let basis = match context.session.partner().filter(|_| of_partner.is_some()) {
        Some(partner) => words.basis_of_partner(partner).into(),
        None => Text::default(),
    };
    let listed = price.filter(|_| of_partner.is_none());
    let assumed = listed.is_some() && usual.is_some_and(|(_, basis)| basis == Basis::Assumption);
    let bill = context.session.answer.assessment().map_or(&[][..], |assessment| &assessment.bill);
    let servers =
        context.session.answer.assessment().map_or(&[][..], |assessment| &assessment.servers.lines);
    PriceRow {
        name: licence.name.clone().into(),
        book: figure.unwrap_or_else(|| words.no_price().to_owned()).into(),
        figure: of_partner
            .or(usual.map(|(money, _)| money))
            .map(|money| words.money(money))
            .unwrap_or_default()
            .into(),
        per,
        basis: match listed {
            Some(_) if assumed => Text::Static(words.basis(Basis::Assumption)),
            Some(price) => Text::Static(words.basis(price.basis)),
            None => basis,
        },
        assumed,
        note: listed.map(|price| words.sentence(&price.note)).unwrap_or_default().into(),
        own: own.map(|own| words.decimal(own)).unwrap_or_default().into(),
        discount: discount.map(|percent| words.decimal(percent)).unwrap_or_default().into(),
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
