//! Price books: read, resolved and checked.

use super::fault::{Fault, Locator};
use super::raw::{self, Text};
use crate::{Basis, Confidence, Per, Price, PriceBook, Rate, Ratio, Rulebook, Source};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPrices {
    pub(super) id: Text,
    pub(super) name: String,
    pub(super) rulebook: Text,
    pub(super) currency: String,
    pub(super) about: String,
    #[serde(default)]
    pub(super) source: Vec<raw::Source>,
    #[serde(default)]
    pub(super) price: Vec<RawPrice>,
    /// Licences for sale of which no price has a source.
    #[serde(default)]
    pub(super) unpriced: Vec<Text>,
    /// The cost of Software Assurance a year, as a share of the licence price.
    assurance: Option<RawRate>,
    /// The surcharge on a subscription where its year is paid by the month.
    monthly: Option<RawRate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRate {
    percent: Text,
    basis: Text,
    source: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPrice {
    pub(super) licence: Text,
    pub(super) amount: Option<Text>,
    /// The licence whose figure this one is a share of.
    pub(super) of: Option<Text>,
    /// The share, in per cent with at most two decimals.
    pub(super) percent: Option<Text>,
    /// The licence whose figure is taken off: the price is what is left.
    pub(super) less: Option<Text>,
    #[serde(default)]
    pub(super) per: Option<Text>,
    pub(super) basis: Text,
    pub(super) source: Option<Text>,
    pub(super) note: String,
}

/// Resolves a price book, or says why not.
pub(super) fn resolve(
    raw: &RawPrices,
    books: &[Rulebook],
    locate: &Locator<'_>,
) -> Result<PriceBook, Vec<Fault>> {
    let mut faults = Vec::new();
    let rulebook = books.iter().find(|book| &book.id == raw.rulebook.get_ref());
    if rulebook.is_none() {
        faults.push(locate.fault(
            raw.rulebook.span(),
            "there is no such rulebook",
            "name a file of rulebooks/",
        ));
    }
    let sources =
        raw.source.iter().filter_map(|source| read_source(source, locate, &mut faults)).collect();
    let mut prices: Vec<Price> = Vec::new();
    for price in &raw.price {
        let resolved = read_price(price, &prices, raw, rulebook, locate, &mut faults);
        prices.extend(resolved);
    }
    let book = PriceBook {
        id: raw.id.get_ref().clone(),
        name: raw.name.clone(),
        rulebook: raw.rulebook.get_ref().clone(),
        currency: raw.currency.clone(),
        about: raw.about.clone(),
        sources,
        prices,
        assurance: rate(raw.assurance.as_ref(), raw, locate, &mut faults),
        monthly: rate(raw.monthly.as_ref(), raw, locate, &mut faults),
        unpriced: unpriced(raw, rulebook, locate, &mut faults),
    };
    if faults.is_empty() { Ok(book) } else { Err(faults) }
}

/// A share of prices, with what it rests on.
fn rate(
    rate: Option<&RawRate>,
    book: &RawPrices,
    locate: &Locator<'_>,
    faults: &mut Vec<Fault>,
) -> Option<Rate> {
    let rate = rate?;
    let mut refuse = |at: &Text, message: &str, remedy: &str| {
        faults.push(locate.fault(at.span(), message, remedy));
    };
    let points = basis_points(rate.percent.get_ref());
    if points.is_none() {
        let remedy = "write it like \"30\" or \"12.50\"";
        refuse(&rate.percent, "the share is not in per cent", remedy);
    }
    let basis = read_basis(&rate.basis, &mut refuse)?;
    let source = read_reference(rate.source.as_ref(), &rate.basis, book, &mut refuse);
    Some(Rate { basis_points: points?, basis, source })
}

/// The basis of a figure.
fn read_basis(raw: &Text, refuse: &mut impl FnMut(&Text, &str, &str)) -> Option<Basis> {
    let basis = Basis::from_id(raw.get_ref()).filter(|&basis| basis != Basis::Own);
    if basis.is_none() {
        refuse(raw, "the basis is not known", "write list, reseller, derived or assumption");
    }
    basis
}

/// The document of a figure; only an assumption goes without.
fn read_reference(
    raw: Option<&Text>,
    basis: &Text,
    book: &RawPrices,
    refuse: &mut impl FnMut(&Text, &str, &str),
) -> Option<u16> {
    let named = |wanted: &Text| {
        book.source.iter().position(|source| source.id.get_ref() == wanted.get_ref())
    };
    let source = raw.and_then(named);
    if source.is_none() && basis.get_ref() != Basis::Assumption.id() {
        refuse(basis, "only an assumption goes without a source", "name a [[source]] of this file");
    }
    source.and_then(|place| u16::try_from(place).ok())
}

/// The licences without a price; each is one of the rulebook, and has none here.
fn unpriced(
    raw: &RawPrices,
    rulebook: Option<&Rulebook>,
    locate: &Locator<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<String> {
    for named in &raw.unpriced {
        let unknown =
            rulebook.is_some_and(|rulebook| rulebook.licence_id(named.get_ref()).is_none());
        let priced = raw.price.iter().any(|price| price.licence.get_ref() == named.get_ref());
        if unknown || priced {
            faults.push(locate.fault(
                named.span(),
                "no licence without a price here",
                "name one that has no [[price]]",
            ));
        }
    }
    raw.unpriced.iter().map(|named| named.get_ref().clone()).collect()
}

fn read_source(raw: &raw::Source, locate: &Locator<'_>, faults: &mut Vec<Fault>) -> Option<Source> {
    let Some(confidence) = Confidence::from_id(raw.confidence.get_ref()) else {
        faults.push(locate.fault(
            raw.confidence.span(),
            "the confidence is not known",
            "see clause.rs for the words",
        ));
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
    before: &[Price],
    book: &RawPrices,
    rulebook: Option<&Rulebook>,
    locate: &Locator<'_>,
    faults: &mut Vec<Fault>,
) -> Option<Price> {
    let mut refuse = |at: &Text, message: &str, remedy: &str| {
        faults.push(locate.fault(at.span(), message, remedy));
    };
    if rulebook.is_some_and(|rulebook| rulebook.licence_id(raw.licence.get_ref()).is_none()) {
        refuse(
            &raw.licence,
            "the rulebook has no such licence",
            "name one of its licences in full",
        );
    }
    let (minor, ratio) = read_figure(raw, before, &mut refuse)?;
    let basis = read_basis(&raw.basis, &mut refuse)?;
    let source = read_reference(raw.source.as_ref(), &raw.basis, book, &mut refuse);
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
        source,
        note: raw.note.clone(),
        ratio,
    })
}

/// An amount, or a share of a figure that stands before it in the file.
fn read_figure(
    raw: &RawPrice,
    before: &[Price],
    refuse: &mut impl FnMut(&Text, &str, &str),
) -> Option<(i64, Option<Ratio>)> {
    let mut find = |named: &Text| {
        let price = before.iter().find(|price| price.licence == *named.get_ref());
        if price.is_none() {
            refuse(
                named,
                "no price before this one is for that licence",
                "put the price that it rests on before it",
            );
        }
        price
    };
    let less = match &raw.less {
        Some(less) => Some(find(less)?),
        None => None,
    };
    let base = match &raw.of {
        Some(of) => Some(find(of)?),
        None => None,
    };
    match (&raw.amount, base, &raw.percent) {
        (Some(amount), None, None) if less.is_none() => {
            let amount_in_minor = minor(amount.get_ref());
            if amount_in_minor.is_none() {
                refuse(
                    amount,
                    "the amount is not a number with two decimals",
                    "write it like \"1000.00\"",
                );
            }
            Some((amount_in_minor?, None))
        }
        (None, Some(base), percent) => {
            let basis_points = percent.as_ref().map_or(Some(10_000), |percent| {
                let basis_points = basis_points(percent.get_ref());
                if basis_points.is_none() {
                    refuse(
                        percent,
                        "the share is not in per cent",
                        "write it like \"30\" or \"12.50\"",
                    );
                }
                basis_points
            })?;
            let less_licence = less.map(|price| price.licence.clone());
            let ratio = Ratio { of: base.licence.clone(), basis_points, less: less_licence };
            Some((ratio.share_of(base.minor) - less.map_or(0, |price| price.minor), Some(ratio)))
        }
        _ => {
            let at = raw.amount.as_ref().or(raw.of.as_ref()).unwrap_or(&raw.licence);
            refuse(
                at,
                "a price is an amount or a share, and not both",
                "write `amount`, or `of` with `percent` or `less`",
            );
            None
        }
    }
}

/// `30` or `12.50` per cent as hundredths of a per cent; up to 1,000 per cent.
fn basis_points(text: &str) -> Option<u32> {
    let whole = if text.contains('.') { text.to_owned() } else { format!("{text}.00") };
    minor(&whole)
        .and_then(|points| u32::try_from(points).ok())
        .filter(|points| (1..=100_000).contains(points))
}

/// `1000.00` as hundredths.
fn minor(text: &str) -> Option<i64> {
    let (whole, cents) = text.split_once('.')?;
    let digits = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i64>().ok()).flatten()
    };
    if cents.len() != 2 {
        return None;
    }
    digits(whole)?.checked_mul(100)?.checked_add(digits(cents)?)
}
