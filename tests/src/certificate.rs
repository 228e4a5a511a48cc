//! A small verifier of certificates. It shares no code with the solver: it reads the assessment as
//! a person would.
//!
//! Each requirement carries a charge. If no holder could buy anything for less than the charges on
//! it that the purchase would settle, then every way to meet the requirements costs at least the
//! charges together (less what the owned licences are worth). A total that is no higher is the
//! least.

use seatwise_core::assessment::{Assessment, Certificate, Charge, Rent};
use seatwise_core::books;
use seatwise_core::money::Money;
use seatwise_core::rulebook::{
    Access, Activity, Bundle, Licence, LicenceId, Per, Price, Ratio, Right, Rulebook, TierId,
};
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::{HolderRef, Step, StepId};
use std::collections::BTreeSet;

/// Checks the certificate of an assessment.
///
/// # Errors
///
/// What does not add up.
pub fn verify(scenario: &Scenario, found: &Assessment) -> Result<(), String> {
    let check = Check::new(scenario, found).ok_or("no such rulebook")?;
    let claimed = match &found.certificate {
        Certificate::Charges { sum, .. } if *sum != found.total => {
            return Err(format!("the sum {sum} is not the total {}", found.total));
        }
        Certificate::Charges { sum, .. } | Certificate::Search { sum, .. } => *sum,
        Certificate::Gap { gap, .. } => found.total.minus(*gap),
    };
    if claimed < Money::ZERO {
        return Err(format!("nothing costs less than nothing, {claimed} is no bound"));
    }
    adds_up(check.charges, check.rents, claimed)?;
    let holders: BTreeSet<&HolderRef> =
        check.charges.iter().flat_map(|charge| check.alternatives(charge)).collect();
    holders.into_iter().try_for_each(|holder| check.holder(holder))
}

fn adds_up(charges: &[Charge], rents: &[Rent], claimed: Money) -> Result<(), String> {
    if charges.iter().any(|charge| charge.amount < Money::ZERO)
        || rents.iter().any(|rent| rent.each < Money::ZERO)
    {
        return Err("a charge or a rent is negative".to_owned());
    }
    let charged = charges.iter().fold(Money::ZERO, |sum, charge| sum.plus(charge.amount));
    let worth = rents.iter().fold(Money::ZERO, |sum, rent| sum.plus(rent.each.times(rent.owned)));
    let sum = charged.minus(worth);
    if sum == claimed {
        Ok(())
    } else {
        Err(format!("the charges add up to {sum}, not to {claimed}"))
    }
}

/// What one requirement asks for, and who could hold the licence.
struct Required<'a> {
    activities: &'a [String],
    access: Access,
    tier: Option<TierId>,
    alternatives: &'a [HolderRef],
}

/// An assessment, read as a person would.
pub(crate) struct Check<'a> {
    scenario: &'a Scenario,
    pub(crate) found: &'a Assessment,
    pub(crate) book: &'a Rulebook,
    charges: &'a [Charge],
    pub(crate) rents: &'a [Rent],
}

impl<'a> Check<'a> {
    pub(crate) fn new(scenario: &'a Scenario, assessment: &'a Assessment) -> Option<Self> {
        let (Certificate::Charges { charges, rents, .. }
        | Certificate::Search { charges, rents, .. }
        | Certificate::Gap { charges, rents, .. }) = &assessment.certificate;
        Some(Self {
            scenario,
            found: assessment,
            book: books::rulebook(&assessment.rulebook)?,
            charges,
            rents,
        })
    }

    fn required(&self, charge: &Charge) -> Option<Required<'a>> {
        match &self.found.trace.entry(charge.requirement)?.step {
            Step::Required { activities, access, tier, alternatives } => Some(Required {
                activities,
                access: *access,
                tier: self.tier(tier.as_ref()),
                alternatives,
            }),
            _ => None,
        }
    }

    /// A tier of the rulebook by its name.
    pub(crate) fn tier(&self, name: Option<&String>) -> Option<TierId> {
        self.book.tier_ids().find(|(_, tier)| Some(&tier.name) == name).map(|(id, _)| id)
    }

    fn alternatives(&self, charge: &Charge) -> &'a [HolderRef] {
        self.required(charge).map(|required| required.alternatives).unwrap_or_default()
    }

    /// Whatever the holder could hold costs at least the charges that it would settle.
    fn holder(&self, holder: &HolderRef) -> Result<(), String> {
        for bundle in self.book.bundles.iter().filter(|bundle| bundle.holder == holder.kind()) {
            let Some(price) = self.price(bundle) else { continue };
            let settled = self
                .charges
                .iter()
                .filter(|charge| {
                    self.alternatives(charge).contains(holder) && self.settles(bundle, charge)
                })
                .fold(Money::ZERO, |sum, charge| sum.plus(charge.amount));
            let costs = price.times(self.count(holder));
            if settled > costs {
                return Err(format!(
                    "{holder:?} pays {settled} for what costs {costs}: {:?}",
                    bundle.licences
                ));
            }
        }
        Ok(())
    }

    fn settles(&self, bundle: &Bundle, charge: &Charge) -> bool {
        let Some(Required { activities, access, tier, .. }) = self.required(charge) else {
            return false;
        };
        if !self.may_serve(bundle, charge.requirement) {
            return false;
        }
        let grants = self.book.grants_in(bundle, tier);
        let rights = activities.iter().filter_map(|id| Activity::from_id(id));
        rights.into_iter().any(|activity| grants.contains(Right { mode: access.mode(), activity }))
    }

    /// Whether a bundle is for the people whose uses lead to a requirement.
    fn may_serve(&self, bundle: &Bundle, requirement: StepId) -> bool {
        let causes = self.found.trace.causes(requirement);
        let mut audiences =
            causes.into_iter().filter_map(|id| match &self.found.trace.entry(id)?.step {
                Step::Standing { audience, .. } => Some(*audience),
                _ => None,
            });
        let licences = || bundle.licences.iter().filter_map(|&id| self.book.licence(id));
        audiences.all(|audience| licences().all(|licence| licence.audiences.contains(&audience)))
    }

    /// The price of a bundle, an owned licence at its rent; none where some price is not known.
    fn price(&self, bundle: &Bundle) -> Option<Money> {
        bundle.licences.iter().try_fold(Money::ZERO, |sum, &id| {
            let licence = self.book.licence(id)?;
            let rent = self.rent(id).map(|rent| rent.each);
            let price =
                rent.or_else(|| if licence.for_sale { self.list_price(licence) } else { None })?;
            Some(sum.plus(price))
        })
    }

    /// What is owned of a licence, told apart by what it opens.
    pub(crate) fn rent(&self, id: LicenceId) -> Option<&Rent> {
        let opens: Vec<String> =
            self.book.opened_by(id).map(|licence| self.book.full_id(licence)).collect();
        let bought = self.book.bought_as(id)?;
        self.rents.iter().find(|rent| rent.licence == bought && rent.opens == opens)
    }

    pub(crate) fn list_price(&self, licence: &Licence) -> Option<Money> {
        let priced = |one: &Licence| books::price_book(&self.found.price_book)?.price(&one.id);
        let own = self
            .scenario
            .prices
            .as_ref()
            .and_then(|prices| prices.set.get(&self.book.full_id(licence)));
        let leads_to = self.book.step_up_of(licence);
        let other = |line: &String| {
            self.book.licences.iter().find(|one| one.line == *line && one.holder == licence.holder)
        };
        let money = match (own, priced(licence), leads_to) {
            (Some(text), ..) => Money::parse_price(text)?,
            (None, Some(Price { ratio: Some(ratio), .. }), _) => self.share(ratio)?,
            (None, Some(listed), _) => Money::from_minor(listed.minor),
            (None, None, Some(step_up)) if step_up.at_difference => {
                let (from, to) = (other(step_up.from.first()?)?, other(&step_up.to)?);
                let difference = self.list_price(to)?.minus(self.list_price(from)?);
                return (difference >= Money::ZERO).then_some(difference);
            }
            (None, None, _) => return None,
        };
        let months = 12 * self.scenario.plan.as_ref().map_or(1, |plan| u64::from(plan.years));
        let paid = priced(licence).or_else(|| priced(other(&leads_to?.to)?)).map(|price| price.per);
        let every_price = || Some(&books::price_book(&self.found.price_book)?.prices);
        let all_monthly = || {
            every_price().is_some_and(|prices| prices.iter().all(|price| price.per == Per::Month))
        };
        let paid = paid.or_else(|| all_monthly().then_some(Per::Month));
        Some(if paid == Some(Per::Month) { money.times(months) } else { money })
    }

    /// A share of other figures, which may be the visitor's own.
    fn share(&self, ratio: &Ratio) -> Option<Money> {
        let figure = |id: &String| {
            let licence = self.book.licences.iter().find(|licence| licence.id == *id)?;
            let own = self
                .scenario
                .prices
                .as_ref()
                .and_then(|prices| prices.set.get(&self.book.full_id(licence)));
            match (own, books::price_book(&self.found.price_book)?.price(id)?) {
                (Some(text), _) => Money::parse_price(text),
                (None, Price { ratio: Some(ratio), .. }) => self.share(ratio),
                (None, price) => Some(Money::from_minor(price.minor)),
            }
        };
        let whole = figure(&ratio.of)?.minor() * i64::from(ratio.basis_points);
        let share = Money::from_minor((whole + 5_000) / 10_000);
        let less = ratio.less.as_ref().map_or(Some(Money::ZERO), figure)?;
        Some(share.minus(less).max(Money::ZERO))
    }

    /// How many units have to hold something: those that an allowance frees do not count.
    pub(crate) fn count(&self, holder: &HolderRef) -> u64 {
        let organisation = &self.scenario.organisation;
        let people = |id: &str| {
            organisation
                .people
                .iter()
                .find(|group| group.id == id)
                .map_or(0, |group| u64::from(group.count))
        };
        match holder {
            HolderRef::People(id) => people(id) - self.freed(id),
            HolderRef::OwnDevices(id) => (people(id) - self.freed(id)) * self.own_devices(id),
            HolderRef::Devices(id) => {
                let count = organisation
                    .devices
                    .iter()
                    .find(|group| group.id == *id)
                    .map_or(0, |group| u64::from(group.count));
                count - self.freed(id)
            }
            HolderRef::Servers(id) if id.is_empty() => 1,
            HolderRef::Servers(id) => organisation
                .servers
                .iter()
                .find(|server| server.id == *id)
                .map_or(0, |server| u64::from(server.count)),
        }
    }

    pub(crate) fn freed(&self, id: &str) -> u64 {
        let steps = self.found.trace.entries().filter_map(|(_, entry)| match &entry.step {
            Step::Allowed { people, units, .. } if people == id => Some(u64::from(*units)),
            _ => None,
        });
        steps.sum()
    }

    /// The most own devices of any use that the group's licences are counted for.
    fn own_devices(&self, id: &str) -> u64 {
        use seatwise_core::organisation::From;
        let counted = |index: u32| {
            self.found.trace.entries().any(|(_, entry)| {
                matches!(&entry.step, Step::Required { .. })
                    && entry
                        .because
                        .iter()
                        .filter_map(|&id| self.found.trace.entry(id))
                        .any(|cause| matches!(&cause.step, Step::Ruled { index: of, .. } if *of == index))
            })
        };
        let uses = (0..)
            .zip(&self.scenario.organisation.uses)
            .filter(|(index, one)| one.people == id && counted(*index));
        let most = uses.filter_map(|(_, one)| match &one.from {
            None => Some(1),
            Some(From::Own(count)) => Some(u64::from(*count)),
            Some(From::Devices(_)) => None,
        });
        most.max().unwrap_or(1)
    }
}
