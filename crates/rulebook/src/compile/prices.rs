//! Price books: read, resolved and checked.

use super::fault::{Fault, Locator};
use super::raw::{self, Text};
use crate::{Basis, Confidence, Per, Price, PriceBook, Rulebook, Source};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPrices {
    id: Text,
    name: String,
    rulebook: Text,
    currency: String,
    about: String,
    #[serde(default)]
    source: Vec<raw::Source>,
    #[serde(default)]
    price: Vec<RawPrice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPrice {
    licence: Text,
    amount: Text,
    #[serde(default)]
    per: Option<Text>,
    basis: Text,
    source: Option<Text>,
    note: String,
}

/// Resolves a price book, or says why not.
pub(super) fn resolve(raw: &RawPrices, books: &[Rulebook], locate: &Locator<'_>) -> Result<PriceBook, Vec<Fault>> {
    let mut faults = Vec::new();
    let rulebook = books.iter().find(|book| &book.id == raw.rulebook.get_ref());
    if rulebook.is_none() {
        faults.push(locate.fault(raw.rulebook.span(), "there is no such rulebook", "name a file of rulebooks/"));
    }
    let sources = raw.source.iter().filter_map(|source| read_source(source, locate, &mut faults)).collect();
    let prices = raw.price.iter().filter_map(|price| read_price(price, raw, rulebook, locate, &mut faults)).collect();
    let book = PriceBook {
        id: raw.id.get_ref().clone(),
        name: raw.name.clone(),
        rulebook: raw.rulebook.get_ref().clone(),
        currency: raw.currency.clone(),
        about: raw.about.clone(),
        sources,
        prices,
    };
    if faults.is_empty() { Ok(book) } else { Err(faults) }
}

fn read_source(raw: &raw::Source, locate: &Locator<'_>, faults: &mut Vec<Fault>) -> Option<Source> {
    let Some(confidence) = Confidence::from_id(raw.confidence.get_ref()) else {
        faults.push(locate.fault(raw.confidence.span(), "the confidence is not known", "see clause.rs for the words"));
        return None;
    };
    Some(Source {
        id: raw.id.get_ref().clone(),
        title: raw.title.clone(),
        date: raw.date.clone(),
        address: raw.address.get_ref().clone(),
        confidence,
    })
}

fn read_price(
    raw: &RawPrice,
    book: &RawPrices,
    rulebook: Option<&Rulebook>,
    locate: &Locator<'_>,
    faults: &mut Vec<Fault>,
) -> Option<Price> {
    let mut refuse = |at: &Text, message: &str, mend: &str| {
        faults.push(locate.fault(at.span(), message, mend));
    };
    if rulebook.is_some_and(|rulebook| rulebook.licence_id(raw.licence.get_ref()).is_none()) {
        refuse(&raw.licence, "the rulebook has no such licence", "name one of its licences in full");
    }
    let Some(minor) = minor(raw.amount.get_ref()) else {
        refuse(&raw.amount, "the amount is not a number with two decimals", "write it like \"1000.00\"");
        return None;
    };
    let Some(basis) = Basis::from_id(raw.basis.get_ref()).filter(|&basis| basis != Basis::Own) else {
        refuse(&raw.basis, "the basis is not known", "write list, reseller, derived or assumption");
        return None;
    };
    let source =
        raw.source.as_ref().and_then(|wanted| book.source.iter().position(|one| one.id.get_ref() == wanted.get_ref()));
    if source.is_none() && basis != Basis::Assumption {
        refuse(&raw.basis, "only an assumption goes without a source", "name a [[source]] of this file");
    }
    let per = match &raw.per {
        None => Per::Once,
        Some(word) => match Per::from_id(word.get_ref()) {
            Some(per) => per,
            None => {
                refuse(word, "the period is not known", "write once or month");
                return None;
            }
        },
    };
    Some(Price {
        licence: raw.licence.get_ref().clone(),
        minor,
        per,
        basis,
        source: source.and_then(|place| u16::try_from(place).ok()),
        note: raw.note.clone(),
    })
}

/// `1000.00` as hundredths.
fn minor(text: &str) -> Option<i64> {
    let (whole, cents) = text.split_once('.')?;
    let digits =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i64>().ok()).flatten();
    if cents.len() != 2 {
        return None;
    }
    digits(whole)?.checked_mul(100)?.checked_add(digits(cents)?)
}
