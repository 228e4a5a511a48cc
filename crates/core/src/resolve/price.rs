//! The price that each licence is counted with: the visitor's own, or the price book's, discount
//! taken.

use crate::books::Library;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::limits::clipped;
use crate::money::{Discount, Money};
use crate::period::Period;
use crate::scenario::{Plan, Prices, Scenario};
use crate::words::Words;
use seatwise_rulebook::{Basis, LicenceId, Per, PriceBook, Rulebook};
use std::collections::BTreeMap;

/// The prices of one case.
#[derive(Clone)]
pub(crate) struct Pricing {
    /// ISO 4217 code.
    pub(crate) currency: String,
    /// Identifier of the price book.
    pub(crate) book: String,
    /// The years that subscriptions are counted for.
    pub(crate) years: u32,
    /// True if a discount is taken off every price.
    pub(crate) discounted: bool,
    units: Vec<Option<UnitPrice>>,
    /// By licence: how often a price of it is paid, and for what time.
    terms: Vec<(Per, i64)>,
}

/// Price of one licence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitPrice {
    /// Price over the years of the plan, discount taken; once, where it is no subscription.
    pub(crate) money: Money,
    /// Price for the time that `per` names, discount taken.
    pub(crate) list_price: Money,
    pub(crate) per: Per,
    pub(crate) basis: Basis,
    /// Number of times that the price book's figure is paid: once, or every month of the plan.
    pub(crate) times: i64,
}

impl Pricing {
    /// Sets the price of one licence as it is paid, discount taken; all others stay.
    pub(crate) fn set(&mut self, licence: LicenceId, list_price: Money) {
        let place = licence.place();
        let Some(&(per, times)) = self.terms.get(place) else { return };
        let money = list_price.times(u64::try_from(times).unwrap_or_default());
        if let Some(unit) = self.units.get_mut(place) {
            *unit = Some(UnitPrice { money, list_price, per, basis: Basis::Own, times });
        }
    }

    /// Sets every price that is an assumption, or computed from one, to so many per cent of itself,
    /// rounded half up to a hundredth.
    pub(crate) fn scale_assumed(&mut self, percent: u32) {
        let scaled = |money: Money| {
            let share = i128::from(money.minor()) * i128::from(percent);
            Money::from_minor(i64::try_from((share + 50) / 100).unwrap_or(i64::MAX))
        };
        let assumed = |unit: &&mut UnitPrice| unit.basis == Basis::Assumption;
        for unit in self.units.iter_mut().flatten().filter(assumed) {
            unit.list_price = scaled(unit.list_price);
            unit.money = unit.list_price.times(u64::try_from(unit.times).unwrap_or_default());
        }
    }

    /// Sets what one unit of a licence is counted with, whatever it is paid for; none for one that
    /// has no price.
    pub(crate) fn count_with(&mut self, licence: LicenceId, money: Option<Money>) {
        if let Some(unit) = self.units.get_mut(licence.place()) {
            let price = |money| UnitPrice {
                money,
                list_price: money,
                per: Per::Once,
                basis: Basis::Own,
                times: 1,
            };
            *unit = money.map(price);
        }
    }

    /// The time that a price of a licence pays for; none where no price is known.
    pub(crate) fn period_of(&self, licence: LicenceId) -> Option<Period> {
        Some(Period::of(self.of(licence)?.per, self.years))
    }

    /// The price of a licence, if one is known.
    pub(crate) fn of(&self, licence: LicenceId) -> Option<UnitPrice> {
        self.units.get(licence.place()).copied().flatten()
    }
}

/// Returns the prices of a scenario, and the diagnostics about them.
pub(crate) fn read(
    library: &Library<'_>,
    book: &Rulebook,
    scenario: &Scenario,
) -> (Pricing, Vec<Diagnostic>) {
    let default_prices = Prices::default();
    let wanted = scenario.prices.as_ref().unwrap_or(&default_prices);
    let mut reader = Reader { words: library.words, book, wanted, diagnostics: Vec::new() };
    reader.check_currency();
    let Chosen { price_book, in_currency } = reader.price_book(library);
    let discount = reader.discount();
    let own_discounts = reader.discounts(book);
    let years = years(library.words, scenario.plan.as_ref(), &mut reader.diagnostics);
    let months = u64::from(years) * 12;
    let own: Vec<(&str, Money)> = own(book, &mut reader);
    let figures = Figures { own, price_book, in_currency };
    let mut units: Vec<Option<UnitPrice>> = Vec::new();
    let mut terms = Vec::new();
    for licence in &book.licences {
        let listed = price_book.and_then(|prices| prices.price(&licence.id));
        // A price for a step-up buys what a price for the licence that it leads to buys.
        let led_to = || {
            let step_up = book.step_up_of(licence)?;
            book.licences.iter().find(|licence| licence.line == step_up.to)
        };
        let alike = listed.or_else(|| price_book?.price(&led_to()?.id));
        let per = alike
            .map_or_else(|| price_book.map_or(Per::Once, PriceBook::usual_per), |price| price.per);
        let figure = figures.of(&licence.id);
        let discount = own_discounts.get(&book.full_id(licence)).copied().unwrap_or(discount);
        let times = if per == Per::Month { months } else { 1 };
        let paid = i64::try_from(times).unwrap_or(i64::MAX);
        units.push(figure.map(|(money, basis)| UnitPrice {
            list_price: discount.off(money),
            money: discount.off(money).times(times),
            per,
            basis,
            times: paid,
        }));
        terms.push((per, paid));
    }
    differences(book, &mut units);
    reader.unknown_licences(library);
    let counted = price_book.filter(|_| in_currency);
    let currency = counted
        .map_or_else(|| reader.currency().unwrap_or_default(), |prices| prices.currency.clone());
    let discounted = discount != Discount::default();
    let pricing = Pricing {
        years,
        discounted,
        currency,
        book: counted.map(|prices| prices.id.clone()).unwrap_or_default(),
        units,
        terms,
    };
    (pricing, reader.diagnostics)
}

/// The price of each licence of a rulebook before any discount, and what it rests on, in the order
/// of its licences; none where no price is known. A figure that is a share of another one follows
/// that one, the visitor's own included.
#[must_use]
pub fn undiscounted(
    library: &Library<'_>,
    book: &Rulebook,
    scenario: &Scenario,
) -> Vec<Option<(Money, Basis)>> {
    let prices = scenario.prices.clone().map(|prices| Prices {
        discount_percent: None,
        discounts: BTreeMap::new(),
        ..prices
    });
    let scenario = Scenario { prices, ..scenario.clone() };
    let (pricing, _) = read(library, book, &scenario);
    pricing.units.iter().map(|unit| unit.map(|unit| (unit.list_price, unit.basis))).collect()
}

/// The visitor's own price of each licence that has one, without the rulebook.
fn own<'a>(book: &'a Rulebook, reader: &mut Reader<'_>) -> Vec<(&'a str, Money)> {
    let licences = book.licences.iter();
    licences
        .filter_map(|licence| Some((licence.id.as_str(), reader.own(&book.full_id(licence))?)))
        .collect()
}

/// More shares of shares than any price book has.
const MOST_SHARES: usize = 8;

/// Prices of the licences before any discount: the visitor's own price, the price book's, or a
/// share of another one.
struct Figures<'a> {
    own: Vec<(&'a str, Money)>,
    price_book: Option<&'a PriceBook>,
    /// True if the amounts of the price book count; its shares do in any currency.
    in_currency: bool,
}

impl Figures<'_> {
    /// The price of a licence and what it rests on.
    fn of(&self, licence: &str) -> Option<(Money, Basis)> {
        self.resolved(licence, MOST_SHARES)
    }

    fn resolved(&self, licence: &str, depth: usize) -> Option<(Money, Basis)> {
        if let Some(&(_, money)) = self.own.iter().find(|(id, _)| *id == licence) {
            return Some((money, Basis::Own));
        }
        let listed = self.price_book?.price(licence)?;
        let Some(ratio) = &listed.ratio else {
            return self.in_currency.then(|| (Money::from_minor(listed.minor), listed.basis));
        };
        let depth = depth.checked_sub(1)?;
        let (base, of_base) = self.resolved(&ratio.of, depth)?;
        let share = Money::from_minor(ratio.share_of(base.minor()));
        let (money, of_less) = match &ratio.less {
            None => (share, of_base),
            Some(less) => {
                let (less, of_less) = self.resolved(less, depth)?;
                (share.minus(less).max(Money::ZERO), of_less)
            }
        };
        // What is computed from an assumption is one.
        let assumed = [listed.basis, of_base, of_less].contains(&Basis::Assumption);
        Some((money, if assumed { Basis::Assumption } else { Basis::Derived }))
    }
}

/// A step-up without a price of its own costs the difference between the two licences, where the
/// rulebook says so.
fn differences(book: &Rulebook, units: &mut [Option<UnitPrice>]) {
    for (id, licence) in book.licence_ids() {
        let known = units.get(id.place()).is_none_or(Option::is_some);
        let step_up = book.step_up_of(licence).filter(|step_up| step_up.at_difference && !known);
        let Some(step_up) = step_up else { continue };
        let of = |line: &String| {
            let mut priced = book.licences.iter().zip(units.iter());
            let (_, unit) = priced
                .find(|(priced, _)| priced.line == *line && priced.holder == licence.holder)?;
            *unit
        };
        let Some((from, to)) = step_up.from.first().and_then(of).zip(of(&step_up.to)) else {
            continue;
        };
        let money = to.money.minus(from.money);
        // What is computed from an assumption is one.
        let assumed = [from.basis, to.basis].contains(&Basis::Assumption);
        let basis = if assumed { Basis::Assumption } else { Basis::Derived };
        let unit =
            UnitPrice { money, list_price: to.list_price.minus(from.list_price), basis, ..to };
        if let Some(place) = units.get_mut(id.place()).filter(|_| money >= Money::ZERO) {
            *place = Some(unit);
        }
    }
}

/// True if a text has the shape of an ISO 4217 code: three letters.
fn has_shape_of_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Subscriptions are counted for the years of the plan; for one year without a plan.
fn years(words: Words, plan: Option<&Plan>, diagnostics: &mut Vec<Diagnostic>) -> u32 {
    let years = plan.map_or(1, |plan| plan.years);
    if !(1..=Plan::MOST_YEARS).contains(&years) {
        diagnostics.push(
            Diagnostic::new(
                "plan-years",
                Severity::Warning,
                words.plan_years(&years.to_string()),
                "plan.years",
            )
            .hint(words.plan_years_remedy()),
        );
    }
    years.clamp(1, Plan::MOST_YEARS)
}

/// The price book of a scenario.
struct Chosen<'a> {
    price_book: Option<&'a PriceBook>,
    /// False where the scenario wants another currency: then its amounts do not count, for sums of
    /// two currencies mean nothing; what it says of shares and periods does.
    in_currency: bool,
}

struct Reader<'a> {
    words: Words,
    book: &'a Rulebook,
    wanted: &'a Prices,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// The wanted price book if it prices this rulebook, the rulebook's own otherwise.
    fn price_book<'b>(&mut self, library: &Library<'b>) -> Chosen<'b> {
        let price_book = self.named_price_book(library);
        let in_currency = price_book.is_some_and(|prices| self.in_currency(prices));
        Chosen { price_book, in_currency }
    }

    fn named_price_book<'b>(&mut self, library: &Library<'b>) -> Option<&'b PriceBook> {
        let named = |id: &str| library.price_books.iter().find(|prices| prices.id == id);
        let usual = named(&self.book.prices).filter(|prices| prices.rulebook == self.book.id);
        let Some(id) = &self.wanted.book else { return usual };
        match named(id) {
            Some(prices) if prices.rulebook == self.book.id => Some(prices),
            Some(_) => {
                self.diagnostics.inform(
                    "prices-of-another-book",
                    self.words.prices_of_another_book(id, &self.book.name),
                    "prices.book",
                    self.words.own_price_book_used(),
                );
                usual
            }
            None => {
                self.diagnostics.warn(
                    "no-such-price-book",
                    self.words.no_such_price_book(id),
                    "prices.book",
                    self.words.own_price_book_used(),
                );
                usual
            }
        }
    }

    /// True if a price book is in the wanted currency; reports where it is not.
    fn in_currency(&mut self, prices: &PriceBook) -> bool {
        let currency = self.currency();
        let Some(wanted) = currency.filter(|wanted| *wanted != prices.currency) else {
            return true;
        };
        if wanted.is_empty() {
            return false;
        }
        self.diagnostics.warn(
            "currency",
            self.words.other_currency(&prices.name, &prices.currency, &wanted),
            "prices.currency",
            self.words.other_currency_remedy(),
        );
        false
    }

    /// The wanted currency: a code of ISO 4217 in capitals, or empty where what is written is none.
    fn currency(&self) -> Option<String> {
        let wanted = self.wanted.currency.as_ref()?;
        Some(if has_shape_of_code(wanted) { wanted.to_ascii_uppercase() } else { String::new() })
    }

    /// Reports a currency that is not written as its code.
    fn check_currency(&mut self) {
        let Some(wanted) = self.wanted.currency.as_ref() else { return };
        let message = self.words.no_currency_code(&clipped(wanted));
        let capitals = wanted.to_ascii_uppercase();
        if !has_shape_of_code(wanted) {
            let hint = self.words.no_currency_code_remedy();
            self.diagnostics.error("currency-code", message, "prices.currency", hint);
        } else if capitals != *wanted {
            let hint = self.words.currency_capitals_remedy(&capitals);
            self.diagnostics.warn("currency-code", message, "prices.currency", &hint);
        }
    }

    fn discount(&mut self) -> Discount {
        let Some(text) = &self.wanted.discount_percent else { return Discount::default() };
        Discount::parse(text).unwrap_or_else(|| {
            self.diagnostics.error(
                "discount",
                self.words.no_discount(text),
                "prices.discountPercent",
                self.words.no_discount_remedy(),
            );
            Discount::default()
        })
    }

    /// The discounts on single licences of the rulebook.
    fn discounts(&mut self, book: &Rulebook) -> BTreeMap<String, Discount> {
        let mut discounts = BTreeMap::new();
        for licence in &book.licences {
            let id = book.full_id(licence);
            let Some(text) = self.wanted.discounts.get(&id) else { continue };
            match Discount::parse(text) {
                Some(discount) => {
                    discounts.insert(id, discount);
                }
                None => self.diagnostics.error(
                    "discount",
                    self.words.no_discount(text),
                    &format!("prices.discounts.{id}"),
                    self.words.no_discount_remedy(),
                ),
            }
        }
        discounts
    }

    fn own(&mut self, full_id: &str) -> Option<Money> {
        let text = self.wanted.set.get(full_id)?;
        let money = Money::parse_price(text);
        if money.is_none() {
            self.diagnostics.error(
                "price",
                self.words.not_a_price(text),
                &format!("prices.set.{full_id}"),
                self.words.not_a_price_remedy(),
            );
        }
        money
    }

    /// Reports own prices for licences that no rulebook has.
    fn unknown_licences(&mut self, library: &Library<'_>) {
        let set = self.wanted.set.keys().map(|id| ("set", id));
        let discounts = self.wanted.discounts.keys().map(|id| ("discounts", id));
        for (list, id) in set.chain(discounts) {
            if library.licence(id).is_none() {
                self.diagnostics.warn(
                    "no-such-licence",
                    self.words.no_such_licence(id),
                    &format!("prices.{list}.{id}"),
                    self.words.no_such_licence_remedy(),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::assess;
    use crate::scenario::Scenario;
    use seatwise_rulebook::Basis;

    /// Asserts the basis of the price of a step-up, for users or devices who were Team Members.
    #[track_caller]
    fn step_up(holder: &str, from: &str, basis: Basis) {
        let text = format!(
            r#"{{"format":1,"rulebook":"d365-onprem-2018","organisation":{{
            "people":[{{"id":"a","count":9,"relationship":"employee"}},{{"id":"b","count":9,"relationship":"employee"}}],
            "devices":[{{"id":"d","count":2}}],
            "uses":[{{"people":"a","access":"client","activities":["case.write"],"from":{from}}},
                    {{"people":"b","access":"client","activities":["case.write"],"from":{from}}}]}},
            "owned":[{{"licence":"d365-onprem-2018/cal-team-{holder}","quantity":18,"softwareAssurance":true,"programme":"ea"}}]}}"#
        );
        let answer = assess(&Scenario::from_json(&text).unwrap());
        let bill = &answer.assessment().unwrap().bill;
        let line = bill
            .iter()
            .find(|line| line.licence.ends_with(&format!("step-up-team-service-{holder}")))
            .unwrap();
        assert_eq!(line.basis, basis);
    }

    #[test]
    fn a_difference_of_assumptions_is_an_assumption() {
        step_up("user", r#"{"own":1}"#, Basis::Derived);
        step_up("device", r#"{"devices":"d"}"#, Basis::Assumption);
    }

    /// The total for 10 people who need a Limited CAL, at own prices of the full and of the Limited
    /// CAL.
    #[track_caller]
    fn limited(currency: &str, set: &str, total: i64, basis: Basis) {
        let text = format!(
            r#"{{"format":1,"rulebook":"crm-2011","organisation":{{
            "people":[{{"id":"a","count":10,"relationship":"employee"}}],
            "uses":[{{"people":"a","access":"client","activities":["records.read"]}}]}},
            "prices":{{"currency":"{currency}","set":{{{set}}}}}}}"#
        );
        let answer = assess(&Scenario::from_json(&text).unwrap());
        let assessment = answer.assessment().unwrap();
        assert_eq!(assessment.total.minor(), total);
        assert_eq!(assessment.bill[0].basis, basis);
        assert_eq!(assessment.assumed.minor(), if basis == Basis::Assumption { total } else { 0 });
    }

    #[test]
    fn a_share_follows_the_price_that_it_is_a_share_of() {
        limited("USD", "", 300_000, Basis::Assumption);
        limited("USD", r#""crm-2011/cal-full-user":"899.50""#, 269_850, Basis::Derived);
        limited(
            "USD",
            r#""crm-2011/cal-full-user":"899.50","crm-2011/cal-limited-user":"250.00""#,
            250_000,
            Basis::Own,
        );
        limited("EUR", r#""crm-2011/cal-full-user":"899.50""#, 269_850, Basis::Derived);
    }

    /// The currency that is counted with, and the diagnostic about how it is written.
    #[track_caller]
    fn currency(written: &str, counted: &str, hint: Option<&str>) {
        let text =
            format!(r#"{{"format":1,"rulebook":"crm-2011","prices":{{"currency":{written:?}}}}}"#);
        let answer = assess(&Scenario::from_json(&text).unwrap());
        let assessment = answer.assessment().unwrap();
        assert_eq!(assessment.currency, counted);
        let mut diagnostics = assessment.diagnostics.iter();
        let diagnostic = diagnostics.find(|diagnostic| diagnostic.code == "currency-code");
        assert_eq!(diagnostic.is_some(), hint.is_some(), "{diagnostic:?}");
        if let (Some(diagnostic), Some(hint)) = (diagnostic, hint) {
            assert_eq!(diagnostic.place, "prices.currency");
            assert!(diagnostic.hints.concat().contains(hint), "{:?}", diagnostic.hints);
        }
    }

    #[test]
    fn a_currency_is_written_as_its_code() {
        currency("USD", "USD", None);
        currency("EUR", "EUR", None);
        currency("usd", "USD", Some("`USD`"));
        currency("Eur", "EUR", Some("`EUR`"));
        for nonsense in ["nonsense<b>", "", "US", "U$D", "ÄÖÜ"] {
            currency(nonsense, "", Some("three letters"));
        }
    }
}
