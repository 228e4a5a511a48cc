//! Checks an answer against the question, without the solver.
//!
//! Nothing here is shared with the solver but the types of the question and the answer.

use crate::id::{BundleId, HolderId, ItemId, Place, RequirementId};
use crate::problem::{Item, Problem};
use crate::rights::Rights;
use crate::solution::{Certificate, Proof, Solution};
use std::fmt;

/// Flaw of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A lot names a holder or a bundle that is not there, is out of order, or has no units.
    BadLot {
        /// The lot, by its place.
        lot: usize,
    },
    /// A lot gives a holder what is not on its menu.
    NotOnTheMenu {
        /// The holder.
        holder: HolderId,
        /// Bundle that it should not hold.
        bundle: BundleId,
    },
    /// A holder's lots have more units than the holder.
    TooManyUnits {
        /// The holder.
        holder: HolderId,
    },
    /// A requirement is met by none of its alternatives.
    Unmet {
        /// The requirement.
        requirement: RequirementId,
    },
    /// The quantities of an item are not those of the lots, or use more than the pool.
    WrongQuantity {
        /// The item.
        item: ItemId,
    },
    /// More of an item are bought than may be.
    AboveLimit {
        /// The item.
        item: ItemId,
    },
    /// The cost is not that of the quantities.
    WrongCost,
    /// The certificate has not one charge for each requirement and one shadow price for each item.
    WrongSize,
    /// A charge is negative.
    NegativeCharge {
        /// The requirement.
        requirement: RequirementId,
    },
    /// A shadow price is negative, or not the price of an item that is neither owned nor limited,
    /// or above it without a limit.
    WrongShadowPrice {
        /// The item.
        item: ItemId,
    },
    /// Charges on a holder's requirements pass the price of a bundle that meets them.
    Overcharged {
        /// The holder.
        holder: HolderId,
        /// The bundle.
        bundle: BundleId,
    },
    /// The bound is not the charges less the shadow prices.
    WrongBound,
    /// The bound is above the cost.
    BoundAboveCost,
    /// Charges are said to prove the cost, but their bound is below it.
    NoProof,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadLot { lot } => {
                write!(f, "lot {lot} is out of order, empty or names something that is not there")
            }
            Self::NotOnTheMenu { holder, bundle } => {
                write!(f, "holder {} may not hold bundle {}", holder, bundle)
            }
            Self::TooManyUnits { holder } => {
                write!(f, "holder {} has fewer units than its lots", holder)
            }
            Self::Unmet { requirement } => write!(f, "requirement {} is not met", requirement),
            Self::WrongQuantity { item } => {
                write!(f, "the quantities of item {} are not those of the lots", item)
            }
            Self::AboveLimit { item } => {
                write!(f, "more of item {} are bought than may be", item)
            }
            Self::WrongCost => f.write_str("the cost is not that of the quantities"),
            Self::WrongSize => f.write_str("the certificate is not for this problem"),
            Self::NegativeCharge { requirement } => {
                write!(f, "requirement {} is charged less than nothing", requirement)
            }
            Self::WrongShadowPrice { item } => {
                write!(f, "the shadow price of item {} is not one that it can have", item)
            }
            Self::Overcharged { holder, bundle } => {
                write!(f, "the charges of holder {} pass the price of bundle {}", holder, bundle)
            }
            Self::WrongBound => f.write_str("the bound is not the charges less the shadow prices"),
            Self::BoundAboveCost => f.write_str("the bound is above the cost"),
            Self::NoProof => f.write_str("the charges do not add up to the cost"),
        }
    }
}

impl std::error::Error for Flaw {}

/// Checks the cover, its quantities, its cost and its certificate.
///
/// That an exhaustive search was one cannot be checked here; the tests compare it with another
/// solver.
///
/// # Errors
/// The first thing that does not hold.
pub fn verify(problem: &Problem, solution: &Solution) -> Result<(), Flaw> {
    check_lots(problem, solution)?;
    check_requirements(problem, solution)?;
    check_quantities(problem, solution)?;
    check_certificate(problem, solution.proof.certificate())?;
    let cost = solution.cost.money;
    let (certain, claimed) = match &solution.proof {
        Proof::Charges(certificate) => (certificate.bound, Some(cost)),
        Proof::Search { certificate, .. } => (certificate.bound, None),
        Proof::Gap { certificate, bound } => (certificate.bound.max(*bound), None),
    };
    if certain > cost {
        return Err(Flaw::BoundAboveCost);
    }
    if claimed.is_some_and(|claimed| claimed != certain) { Err(Flaw::NoProof) } else { Ok(()) }
}

fn check_lots(problem: &Problem, solution: &Solution) -> Result<(), Flaw> {
    let mut units = vec![0_u64; problem.holders.len()];
    let mut before = (HolderId(0), 0);
    for (place, lot) in solution.lots.iter().enumerate() {
        let holder = problem.holders.at(lot.holder);
        let bundle = problem.bundles.at(lot.bundle);
        let (Some(holder), Some(bundle)) = (holder, bundle) else {
            return Err(Flaw::BadLot { lot: place });
        };
        if lot.units == 0
            || (lot.holder, lot.first) < before
            || lot.owned.iter().any(|item| !bundle.items.contains(item))
        {
            return Err(Flaw::BadLot { lot: place });
        }
        // The next lot of the same holder begins behind this one.
        let end = lot.first.saturating_add(lot.units);
        before = (lot.holder, end);
        if end > u64::from(holder.count) {
            return Err(Flaw::TooManyUnits { holder: lot.holder });
        }
        if !problem.menus.at(holder.menu).is_some_and(|menu| menu.contains(&lot.bundle)) {
            return Err(Flaw::NotOnTheMenu { holder: lot.holder, bundle: lot.bundle });
        }
        if let Some(total) = units.get_mut(lot.holder.index()) {
            *total = total.saturating_add(lot.units);
            if *total > u64::from(holder.count) {
                return Err(Flaw::TooManyUnits { holder: lot.holder });
            }
        }
    }
    Ok(())
}

/// Returns the rights that every unit of each holder has.
fn rights_of_all(problem: &Problem, solution: &Solution) -> Vec<Rights> {
    let mut rights: Vec<(u64, Rights)> =
        vec![(0, Rights::from_bits(u128::MAX)); problem.holders.len()];
    for lot in &solution.lots {
        let grants = problem.bundles.at(lot.bundle).map_or(Rights::NONE, |bundle| bundle.grants);
        if let Some((units, common)) = rights.get_mut(lot.holder.index()) {
            *units += lot.units;
            *common = common.common(grants);
        }
    }
    let whole = rights.iter().zip(&problem.holders);
    whole
        .map(
            |((units, common), holder)| {
                if *units == u64::from(holder.count) { *common } else { Rights::NONE }
            },
        )
        .collect()
}

fn check_requirements(problem: &Problem, solution: &Solution) -> Result<(), Flaw> {
    let rights = rights_of_all(problem, solution);
    for (place, requirement) in (0_u32..).zip(problem.requirements()) {
        let has = |holder: &HolderId| {
            rights.get(holder.index()).is_some_and(|set| set.has(requirement.right))
        };
        let by_units = || by_units(problem, solution, requirement.right, requirement.alternatives);
        if !requirement.alternatives.iter().any(has) && !by_units() {
            return Err(Flaw::Unmet { requirement: RequirementId(place) });
        }
    }
    Ok(())
}

/// True if of some pair among the alternatives each unit has the right, or all its companions do.
fn by_units(problem: &Problem, solution: &Solution, right: u8, alternatives: &[HolderId]) -> bool {
    let named = |id: HolderId| alternatives.contains(&id);
    let mut pairs = problem.companions.iter().filter(|pair| named(pair.of) && named(pair.holder));
    pairs.any(|pair| {
        let units = problem.holders.at(pair.of).map_or(0, |holder| u64::from(holder.count));
        let own = ranges(problem, solution, right, pair.of);
        let times = u64::from(pair.times);
        let companions = ranges(problem, solution, right, pair.holder);
        let whole = companions.into_iter().map(|(from, to)| (from.div_ceil(times), to / times));
        let mut all: Vec<(u64, u64)> =
            own.into_iter().chain(whole).filter(|(from, to)| from < to).collect();
        all.sort_unstable();
        let reached = all
            .into_iter()
            .fold(0, |reached, (from, to)| if from <= reached { to.max(reached) } else { reached });
        reached >= units
    })
}

/// The units of a holder that have a right, as ranges of their places; lots that follow each other
/// are one.
fn ranges(problem: &Problem, solution: &Solution, right: u8, id: HolderId) -> Vec<(u64, u64)> {
    let mut ranges: Vec<(u64, u64)> = Vec::new();
    for lot in solution.lots.iter().filter(|lot| lot.holder == id) {
        if !problem.bundles.at(lot.bundle).is_some_and(|bundle| bundle.grants.has(right)) {
            continue;
        }
        match ranges.last_mut() {
            Some((_, to)) if *to == lot.first => *to = lot.first.saturating_add(lot.units),
            _ => ranges.push((lot.first, lot.first.saturating_add(lot.units))),
        }
    }
    ranges
}

fn check_quantities(problem: &Problem, solution: &Solution) -> Result<(), Flaw> {
    if solution.quantities.len() != problem.items.len() {
        return Err(Flaw::WrongCost);
    }
    let (mut money, mut points) = (0_i128, 0_i128);
    for ((id, item), quantity) in
        (0_u32..).map(ItemId).zip(&problem.items).zip(&solution.quantities)
    {
        let (mut needed, mut owned) = (0_u64, 0_u64);
        for lot in &solution.lots {
            let bundle = problem.bundles.at(lot.bundle);
            if bundle.is_some_and(|bundle| bundle.items.contains(&id)) {
                needed += lot.units;
                owned += if lot.owned.contains(&id) { lot.units } else { 0 };
            }
        }
        let sums = quantity.needed == needed
            && quantity.owned == owned
            && quantity.bought == paid_for(item, needed - owned);
        if !sums || owned > item.pool {
            return Err(Flaw::WrongQuantity { item: id });
        }
        if item.maximum.is_some_and(|maximum| quantity.bought > maximum) {
            return Err(Flaw::AboveLimit { item: id });
        }
        money += i128::from(item.price) * i128::from(quantity.bought);
        points += i128::from(item.preference) * i128::from(needed);
    }
    let same =
        money == i128::from(solution.cost.money) && points == i128::from(solution.cost.preference);
    if same { Ok(()) } else { Err(Flaw::WrongCost) }
}

/// Returns the number that is paid for where so many have to be bought.
fn paid_for(item: &Item, missing: u64) -> u64 {
    if missing == 0 { 0 } else { missing.max(item.minimum_order) }
}

/// Checks that a certificate bounds the cost of every cover of the problem.
///
/// # Errors
/// The first thing that does not hold.
pub fn check_certificate(problem: &Problem, certificate: &Certificate) -> Result<(), Flaw> {
    let Certificate { charges, shadow_prices, bound } = certificate;
    if charges.len() != problem.requirements().len() || shadow_prices.len() != problem.items.len() {
        return Err(Flaw::WrongSize);
    }
    let mut total = 0_i128;
    for (place, charge) in (0_u32..).zip(charges) {
        if *charge < 0 {
            return Err(Flaw::NegativeCharge { requirement: RequirementId(place) });
        }
        total += i128::from(*charge);
    }
    for ((place, item), shadow_price) in (0_u32..).zip(&problem.items).zip(shadow_prices) {
        let (limited, shared) = (item.maximum.is_some(), item.pool > 0 || item.maximum.is_some());
        if *shadow_price < 0
            || (*shadow_price > item.price && !limited)
            || (*shadow_price < item.price && !shared)
        {
            return Err(Flaw::WrongShadowPrice { item: ItemId(place) });
        }
        total -= i128::from(*shadow_price) * i128::from(item.pool);
        if let Some(maximum) = item.maximum.filter(|_| *shadow_price > item.price) {
            total -= (i128::from(*shadow_price) - i128::from(item.price)) * i128::from(maximum);
        }
    }
    check_charges(problem, certificate)?;
    if total == i128::from(*bound) { Ok(()) } else { Err(Flaw::WrongBound) }
}

/// Checks that no bundle's price is passed by the charges it could meet.
fn check_charges(problem: &Problem, certificate: &Certificate) -> Result<(), Flaw> {
    let mut charged: Vec<Vec<(u8, i128)>> = vec![Vec::new(); problem.holders.len()];
    for (requirement, charge) in problem.requirements().zip(&certificate.charges) {
        let mut alternatives = requirement.alternatives.to_vec();
        alternatives.sort_unstable();
        alternatives.dedup();
        for holder in alternatives {
            if let Some(list) = charged.get_mut(holder.index()) {
                list.push((requirement.right, i128::from(*charge)));
            }
        }
    }
    for ((holder, facts), list) in (0_u32..).map(HolderId).zip(&problem.holders).zip(&charged) {
        for (id, bundle) in problem.choices(holder) {
            let met: i128 = list
                .iter()
                .filter(|(right, _)| bundle.grants.has(*right))
                .map(|(_, charge)| *charge)
                .sum();
            let shadow_prices =
                bundle.items.iter().filter_map(|item| certificate.shadow_prices.get(item.index()));
            let price: i128 = shadow_prices.map(|shadow_price| i128::from(*shadow_price)).sum();
            if met > price * i128::from(facts.count) {
                return Err(Flaw::Overcharged { holder, bundle: id });
            }
        }
    }
    Ok(())
}
