//! Which price each licence is counted with: the visitor's own, or the price book's, discount taken.

use crate::books::Library;
use crate::diagnostic::{Diagnostic, Severity};
use crate::money::{Discount, Money};
use crate::scenario::{Plan, Prices, Scenario};
use seatwise_rulebook::{Basis, LicenceId, Per, PriceBook, Rulebook};

/// The prices of one case.
pub(crate) struct Pricing {
    /// ISO 4217 code.
    pub(crate) currency: String,
    /// Identifier of the price book.
    pub(crate) book: String,
    /// The years that subscriptions are counted for.
    pub(crate) years: u32,
    /// Whether a discount is taken off every price.
    pub(crate) discounted: bool,
    units: Vec<Option<UnitPrice>>,
}

/// What one licence costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitPrice {
    /// Discount taken; a subscription over the years of the plan.
    pub(crate) money: Money,
    /// Discount taken, for the time that `per` names.
    pub(crate) each: Money,
    pub(crate) per: Per,
    pub(crate) basis: Basis,
    /// How often the price book's figure is paid: once, or every month of the plan.
    pub(crate) times: i64,
}

impl Pricing {
    /// The price of a licence, if one is known.
    pub(crate) fn of(&self, licence: LicenceId) -> Option<UnitPrice> {
        self.units.get(usize::from(licence.0)).copied().flatten()
    }
}

/// Finds the prices of a scenario, and what to tell about them.
pub(crate) fn read(library: &Library<'_>, book: &Rulebook, scenario: &Scenario) -> (Pricing, Vec<Diagnostic>) {
    let nothing = Prices::default();
    let wanted = scenario.prices.as_ref().unwrap_or(&nothing);
    let mut reader = Reader { book, wanted, told: Vec::new() };
    let price_book = reader.price_book(library);
    let discount = reader.discount();
    let years = years(scenario.plan.as_ref(), &mut reader.told);
    let months = u64::from(years) * 12;
    let mut units: Vec<Option<UnitPrice>> = Vec::new();
    for licence in &book.licences {
        let listed = price_book.and_then(|prices| prices.price(&licence.id));
        // A price for a step-up buys what a price for the licence that it leads to buys.
        let led_to =
            || book.licences.iter().find(|one| book.step_up_of(licence).is_some_and(|step| step.to == one.line));
        let alike = listed.or_else(|| price_book?.price(&led_to()?.id));
        let per = alike.map_or(Per::Once, |price| price.per);
        let own = reader.own(&book.full_id(licence));
        let figure = own
            .map(|money| (money, Basis::Own))
            .or_else(|| listed.map(|price| (Money::from_minor(price.minor), price.basis)));
        let times = if per == Per::Month { months } else { 1 };
        units.push(figure.map(|(money, basis)| UnitPrice {
            each: discount.off(money),
            money: discount.off(money).times(times),
            per,
            basis,
            times: i64::try_from(times).unwrap_or(i64::MAX),
        }));
    }
    differences(book, &mut units);
    reader.strangers(library);
    let currency =
        price_book.map_or_else(|| wanted.currency.clone().unwrap_or_default(), |prices| prices.currency.clone());
    let discounted = discount != Discount::default();
    let pricing = Pricing {
        years,
        discounted,
        currency,
        book: price_book.map(|prices| prices.id.clone()).unwrap_or_default(),
        units,
    };
    (pricing, reader.told)
}

/// A step-up without a price of its own costs the difference between the two licences, where the rulebook says so.
fn differences(book: &Rulebook, units: &mut [Option<UnitPrice>]) {
    for (id, licence) in book.licence_ids() {
        let known = units.get(usize::from(id.0)).is_none_or(Option::is_some);
        let Some(step_up) = book.step_up_of(licence).filter(|one| one.at_difference && !known) else { continue };
        let of = |line: &String| {
            let mut same = book.licences.iter().zip(units.iter());
            let found = same.find(|(one, _)| one.line == *line && one.holder == licence.holder);
            found.and_then(|(_, unit)| *unit)
        };
        let Some((from, to)) = step_up.from.first().and_then(of).zip(of(&step_up.to)) else { continue };
        let money = to.money.minus(from.money);
        // What is computed from an assumption is one.
        let assumed = [from.basis, to.basis].contains(&Basis::Assumption);
        let basis = if assumed { Basis::Assumption } else { Basis::Derived };
        let unit = UnitPrice { money, each: to.each.minus(from.each), basis, ..to };
        if let Some(place) = units.get_mut(usize::from(id.0)).filter(|_| money >= Money::ZERO) {
            *place = Some(unit);
        }
    }
}

/// Subscriptions are counted for the years of the plan; for one year without a plan.
fn years(plan: Option<&Plan>, told: &mut Vec<Diagnostic>) -> u32 {
    let years = plan.map_or(1, |plan| plan.years);
    if !(1..=10).contains(&years) {
        told.push(
            Diagnostic::new(
                "plan-years",
                Severity::Warning,
                format!("a plan of {years} years is out of range"),
                "plan.years",
            )
            .hint("write 1 to 10; the nearest of these is counted"),
        );
    }
    years.clamp(1, 10)
}

struct Reader<'a> {
    book: &'a Rulebook,
    wanted: &'a Prices,
    told: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// The wanted price book if it prices this rulebook, the rulebook's own otherwise.
    fn price_book<'b>(&mut self, library: &Library<'b>) -> Option<&'b PriceBook> {
        let named = |id: &str| library.price_books.iter().find(|prices| prices.id == id);
        let usual = named(&self.book.prices).filter(|prices| prices.rulebook == self.book.id);
        let Some(id) = &self.wanted.book else { return self.in_currency(usual) };
        let found = named(id);
        match found {
            Some(prices) if prices.rulebook == self.book.id => self.in_currency(found),
            Some(_) => {
                self.tell(
                    "prices-of-another-book",
                    Severity::Info,
                    format!("the price book `{id}` has no prices for {}", self.book.name),
                    "prices.book",
                    "the rulebook's own price book is used",
                );
                usual
            }
            None => {
                self.tell(
                    "no-such-price-book",
                    Severity::Warning,
                    format!("there is no price book `{id}`"),
                    "prices.book",
                    "the rulebook's own price book is used",
                );
                usual
            }
        }
    }

    /// Drops a book whose currency is not the wanted one: sums of two currencies mean nothing.
    fn in_currency<'b>(&mut self, prices: Option<&'b PriceBook>) -> Option<&'b PriceBook> {
        let prices = prices?;
        let Some(wanted) = self.wanted.currency.as_ref().filter(|wanted| **wanted != prices.currency) else {
            return Some(prices);
        };
        self.tell(
            "currency",
            Severity::Warning,
            format!("the price book `{}` is in {}, not in `{wanted}`", prices.id, prices.currency),
            "prices.currency",
            "only your own prices are counted",
        );
        None
    }

    fn discount(&mut self) -> Discount {
        let Some(text) = &self.wanted.discount_percent else { return Discount::default() };
        Discount::parse(text).unwrap_or_else(|| {
            self.tell(
                "discount",
                Severity::Error,
                format!("`{text}` is not a discount"),
                "prices.discountPercent",
                "write per cent from 0 to 100, with at most two decimals; none is taken",
            );
            Discount::default()
        })
    }

    fn own(&mut self, full_id: &str) -> Option<Money> {
        let text = self.wanted.set.get(full_id)?;
        let money = Money::parse_price(text);
        if money.is_none() {
            self.tell(
                "price",
                Severity::Error,
                format!("`{text}` is not a price"),
                &format!("prices.set.{full_id}"),
                "write it like 1000.00, not above 100000000; the price book's is counted",
            );
        }
        money
    }

    /// Own prices for licences that no rulebook has.
    fn strangers(&mut self, library: &Library<'_>) {
        for id in self.wanted.set.keys() {
            let (book, licence) = id.split_once('/').unwrap_or((id, ""));
            let found = library.rulebooks.iter().find(|one| one.id == book);
            if found.is_none_or(|one| one.licence_id(licence).is_none()) {
                self.tell(
                    "no-such-licence",
                    Severity::Warning,
                    format!("there is no licence `{id}`"),
                    &format!("prices.set.{id}"),
                    "write the rulebook, a slash and the licence: crm-2011/cal-ess-user",
                );
            }
        }
    }

    fn tell(&mut self, code: &str, severity: Severity, message: String, place: &str, hint: &str) {
        self.told.push(Diagnostic::new(code, severity, message, place).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::assess;
    use crate::scenario::Scenario;
    use seatwise_rulebook::Basis;

    /// What the price of a step-up rests on, for users or devices who were Team Members.
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
        let line = bill.iter().find(|line| line.licence.ends_with(&format!("step-up-team-service-{holder}"))).unwrap();
        assert_eq!(line.basis, basis);
    }

    #[test]
    fn a_difference_of_assumptions_is_an_assumption() {
        step_up("user", r#"{"own":1}"#, Basis::Derived);
        step_up("device", r#"{"devices":"d"}"#, Basis::Assumption);
    }
}
