//! The mix: requirements as a cover problem, solved, and read back as licences on holders.

use crate::demand::allowance;
use crate::demand::{Demand, Holder, Requirement};
use crate::mix::catalogue::{Catalogue, Offer};
use crate::mix::dependencies::Dependencies;
use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::Case;
use seatwise_cover::{Budget, HolderId, Problem, Proof, Rights, Solution, Unsolvable};
use seatwise_rulebook::{HolderKind, LicenceId};

/// Restriction of the choice: everything, or only some kinds of holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Restriction {
    /// Whatever is cheapest.
    None,
    /// Only licences for these holders, wherever the requirement leaves the choice.
    Only(HolderKind),
    /// A server licence wherever one would do.
    ServersWherePossible,
    /// No server licence at all.
    NoServers,
    /// Nothing for this holder.
    Without(Holder),
    /// This people group covered by this kind of holder, wherever its requirements leave the
    /// choice.
    Forced(usize, HolderKind),
}

/// Licences of one kind of obtaining, on some units of a holder.
#[derive(Clone, Debug)]
pub(crate) struct MixLot {
    pub(crate) holder: Holder,
    pub(crate) units: u64,
    /// Place of the bundle in the rulebook.
    pub(crate) bundle: usize,
}

/// Number of a licence that is needed, and of those the numbers owned and bought.
pub(crate) type Quantity = (LicenceId, (u64, u64, u64));

/// A solved case.
pub(crate) struct Mix {
    pub(crate) lots: Vec<MixLot>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) total: Money,
    /// Charge on each requirement.
    pub(crate) charges: Vec<Money>,
    /// Worth of one more of each owned licence.
    pub(crate) rents: Vec<(LicenceId, Money)>,
    pub(crate) bound: Money,
    pub(crate) verdict: Proved,
    /// Offer that each licence was counted with; none where it was left out for want of a price.
    pub(crate) offered: Vec<Offer>,
    /// People and own devices of which only some hold something: the others of their group go the
    /// other way.
    pub(crate) partly: Vec<Holder>,
}

impl Mix {
    /// The time that the total pays for; none where there is nothing to pay.
    pub(crate) fn period(&self, case: &Case<'_>) -> Option<Period> {
        let paid = self.quantities.iter().filter(|(_, counts)| counts.2 > 0);
        Period::sum(
            paid.filter_map(|&(id, _)| {
                Some(Period::of(case.pricing.of(id)?.per, case.pricing.years))
            }),
        )
    }

    /// What no mix undercuts: the total where it is proved.
    pub(crate) fn least(&self) -> Money {
        if self.verdict == Proved::Not { self.bound } else { self.total }
    }

    /// True if a holder holds nothing, or all its units hold something.
    pub(crate) fn is_whole(&self, holder: Holder) -> bool {
        !self.partly.contains(&holder)
    }
}

/// Proof that the total is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proved {
    ByCharges,
    BySearch { nodes: u64 },
    Not,
}

/// Solves the case; `freed` says how many units of which holders an allowance frees.
pub(crate) fn solve(
    case: &Case<'_>,
    demand: &Demand<'_>,
    catalogue: &Catalogue,
    exempted: &[(Holder, u32)],
    restriction: Restriction,
) -> Result<Mix, Unsolvable> {
    let mut builder = Builder::new(case, demand, catalogue, exempted, restriction);
    builder.build(&|_| true);
    builder.solve()
}

/// The total and the quantities under a restriction, where the cheapest mix is known; none where a
/// requirement cannot be met.
pub(crate) fn solve_other(
    case: &Case<'_>,
    demand: &Demand<'_>,
    catalogue: &Catalogue,
    exempted: &[(Holder, u32)],
    restriction: Restriction,
    best: &Mix,
    dependencies: &Dependencies,
) -> Option<(Money, Vec<Quantity>)> {
    let allows = |kind: HolderKind| match restriction {
        Restriction::Only(only) => kind == only,
        Restriction::NoServers => kind != HolderKind::Server,
        _ => false,
    };
    // What keeps to the restriction anyway is the cheapest that does.
    if best.verdict != Proved::Not && best.lots.iter().all(|lot| allows(lot.holder.kind())) {
        return Some((best.total, best.quantities.clone()));
    }
    if case.owned.iter().any(|&(_, quantity)| quantity > 0) || best.verdict == Proved::Not {
        let mix = solve(case, demand, catalogue, exempted, restriction).ok()?;
        return Some((mix.total, mix.quantities));
    }
    if let Restriction::Only(kind) = restriction
        && let Some(needs) = Builder::new(case, demand, catalogue, exempted, restriction).needs()
    {
        return apart(case, demand, catalogue, exempted, &needs, kind);
    }
    // A restriction on servers changes nothing for those who are tied to none.
    let reached = match restriction {
        Restriction::NoServers | Restriction::ServersWherePossible => {
            dependencies.tied_to(case, demand, HolderKind::Server)
        }
        _ => vec![true; case.slots()],
    };
    let mut builder = Builder::new(case, demand, catalogue, exempted, restriction);
    builder.build(&|holder| reached.get(dependencies.root(case.slot(holder))) == Some(&true));
    let mut mix = builder.solve().ok()?;
    let mut sum = (mix.total, std::mem::take(&mut mix.quantities));
    for lot in best
        .lots
        .iter()
        .filter(|lot| reached.get(dependencies.root(case.slot(lot.holder))) == Some(&false))
    {
        add(case, catalogue, &mut sum, lot.bundle, lot.units);
    }
    Some((sum.0, in_order(sum.1)))
}

/// Every holder for itself, where a restriction leaves nobody a choice with whom and nothing owned
/// is left to deal out: the cheapest bundle that grants what it needs. None where there is no such
/// bundle.
fn apart(
    case: &Case<'_>,
    demand: &Demand<'_>,
    catalogue: &Catalogue,
    exempted: &[(Holder, u32)],
    needs: &[Option<(Holder, Rights)>],
    kind: HolderKind,
) -> Option<(Money, Vec<Quantity>)> {
    let mut sum = (Money::ZERO, Vec::new());
    let mut known = (Rights::NONE, catalogue.cheapest(kind, Rights::NONE));
    for &(holder, needed) in needs.iter().flatten() {
        if known.0 != needed {
            known = (needed, catalogue.cheapest(kind, needed));
        }
        add(case, catalogue, &mut sum, known.1?, units(case, demand, exempted, holder).into());
    }
    Some((sum.0, in_order(sum.1)))
}

/// Adds the licences of so many units that hold a bundle of the rulebook, and what they cost; all
/// of them are bought.
fn add(
    case: &Case<'_>,
    catalogue: &Catalogue,
    sum: &mut (Money, Vec<Quantity>),
    bundle: usize,
    units: u64,
) {
    let bundle = case.book.bundles.get(bundle).filter(|_| units > 0);
    for &id in bundle.into_iter().flat_map(|bundle| &bundle.licences) {
        if let Some(Offer::At(money)) = catalogue.offered.get(usize::from(id.0)) {
            sum.0 = sum.0.plus(money.times(units));
        }
        count(&mut sum.1, case.book.plain(id), (units, 0, units));
    }
}

/// The problem that is solved without a restriction, with every alternative left in.
pub(crate) fn plain(case: &Case<'_>, demand: &Demand<'_>, exempted: &[(Holder, u32)]) -> Problem {
    let mut catalogue = Catalogue::new(case, demand);
    catalogue.bound.fill(true);
    let mut builder = Builder::new(case, demand, &catalogue, exempted, Restriction::None);
    builder.build(&|_| true);
    builder.problem
}

struct Builder<'a> {
    case: &'a Case<'a>,
    demand: &'a Demand<'a>,
    catalogue: &'a Catalogue,
    exempted: &'a [(Holder, u32)],
    restriction: Restriction,
    problem: Problem,
    /// The holders of the problem, and which is at which place of the case.
    holders: Vec<Holder>,
    numbers: Vec<Option<HolderId>>,
}

impl<'a> Builder<'a> {
    fn new(
        case: &'a Case<'a>,
        demand: &'a Demand<'a>,
        catalogue: &'a Catalogue,
        exempted: &'a [(Holder, u32)],
        restriction: Restriction,
    ) -> Self {
        let problem = catalogue.problem.clone();
        let numbers = vec![None; case.slots()];
        Self {
            case,
            demand,
            catalogue,
            exempted,
            restriction,
            problem,
            holders: Vec::new(),
            numbers,
        }
    }

    /// Adds the requirements of those holders.
    fn build(&mut self, whose: &dyn Fn(Holder) -> bool) {
        let (mut kept, mut alternatives) = (Vec::new(), Vec::new());
        let mine = |one: &&Requirement| one.alternatives.first().is_none_or(|&first| whose(first));
        for requirement in self.demand.requirements.iter().filter(mine) {
            kept.clear();
            self.keep(requirement, &mut kept);
            kept.extend(self.nobody_left(requirement));
            alternatives.clear();
            alternatives.extend(kept.iter().map(|&holder| self.holder(holder)));
            self.problem.require(self.catalogue.right_of(requirement), &alternatives);
        }
    }

    fn solve(self) -> Result<Mix, Unsolvable> {
        let share = self.catalogue.work.share();
        let solution = seatwise_cover::solve(&self.problem, Budget { steps: share });
        self.catalogue.work.spend(solution.as_ref().map_or(share, |solution| solution.steps));
        let solution = solution?;
        // What is only held cannot be bought: then nobody can meet everything under the
        // restriction.
        let items = (0..=u16::MAX).map(LicenceId).zip(&solution.quantities);
        let mut short =
            items.filter(|(id, quantity)| quantity.bought > 0 && self.catalogue.is_only_held(*id));
        if short.next().is_some() {
            return Err(if solution.is_proved() {
                Unsolvable::Conflict
            } else {
                Unsolvable::OutOfSteps
            });
        }
        Ok(self.read(&solution))
    }

    /// By the place of each holder: what it alone needs. None where a requirement leaves a choice,
    /// or nobody.
    fn needs(&self) -> Option<Vec<Option<(Holder, Rights)>>> {
        let mut needs: Vec<Option<(Holder, Rights)>> = vec![None; self.case.slots()];
        let mut kept = Vec::new();
        for requirement in &self.demand.requirements {
            kept.clear();
            self.keep(requirement, &mut kept);
            let [holder] = *kept.as_slice() else { return None };
            if self.nobody_left(requirement).is_some() {
                return None;
            }
            let (_, needed) =
                needs.get_mut(self.case.slot(holder))?.get_or_insert((holder, Rights::NONE));
            *needed = needed.with(Rights::of(self.catalogue.right_of(requirement)));
        }
        Some(needs)
    }

    /// The holders that may meet a requirement under the restriction.
    fn keep(&self, requirement: &Requirement, kept: &mut Vec<Holder>) {
        let all = &requirement.alternatives;
        let any = |kind: HolderKind| all.iter().any(|one| one.kind() == kind);
        let only = match self.restriction {
            Restriction::Only(kind) => Some(kind),
            Restriction::ServersWherePossible => Some(HolderKind::Server).filter(|&kind| any(kind)),
            Restriction::Forced(people, kind) => {
                Some(kind).filter(|&kind| is_of(all, people) && any(kind))
            }
            Restriction::None | Restriction::NoServers | Restriction::Without(_) => None,
        };
        kept.extend(all.iter().copied().filter(|&one| match self.restriction {
            Restriction::NoServers => one.kind() != HolderKind::Server,
            Restriction::Without(holder) => one != holder,
            _ => only.is_none_or(|kind| one.kind() == kind),
        }));
        let right = self.catalogue.right_of(requirement);
        // A kind of holders for which nothing is on offer is no alternative, not even where a group
        // has no units.
        if kept.iter().any(|holder| self.catalogue.offers_to(holder.kind(), right)) {
            kept.retain(|holder| self.catalogue.offers_to(holder.kind(), right));
        }
        if kept.iter().any(|one| matches!(one, Holder::People(_))) {
            kept.retain(|&holder| !self.catalogue.is_idle(right, holder));
        }
    }

    /// The people who ask for it, where none of them is left: there are none, or an allowance frees
    /// them all. Then nothing is needed, whatever the licence would be held by.
    fn nobody_left(&self, requirement: &Requirement) -> Option<Holder> {
        let mut people = requirement.people.iter().map(|&place| Holder::People(place));
        let gone = |holder: Holder| units(self.case, self.demand, self.exempted, holder) == 0;
        people.clone().all(gone).then(|| people.next()).flatten()
    }

    fn holder(&mut self, holder: Holder) -> HolderId {
        let slot = self.case.slot(holder);
        if let Some(&Some(id)) = self.numbers.get(slot) {
            return id;
        }
        let count = units(self.case, self.demand, self.exempted, holder);
        let id = self.problem.holder(count, self.catalogue.menu(holder.kind()));
        self.holders.push(holder);
        if let Some(number) = self.numbers.get_mut(slot) {
            *number = Some(id);
        }
        self.accompany(holder);
        id
    }

    /// Has the own devices of a people group belong to its people, so that some people of a group
    /// may be covered by themselves and others by their devices. Only owned licences can make that
    /// cheaper: without them it costs the same for each of them.
    fn accompany(&mut self, holder: Holder) {
        let (Holder::People(place) | Holder::OwnDevices(place)) = holder else { return };
        let number = |holder: Holder| self.numbers.get(self.case.slot(holder)).copied().flatten();
        let both = number(Holder::People(place)).zip(number(Holder::OwnDevices(place)));
        if let Some((people, devices)) =
            both.filter(|_| self.case.owned.iter().any(|&(_, quantity)| quantity > 0))
        {
            let _ = self.problem.accompany(people, devices);
        }
    }

    /// Amount that the solver paid for licences whose price is not known.
    fn unpriced(&self, solution: &Solution) -> Money {
        let items =
            (0..=u16::MAX).map(LicenceId).zip(&self.problem.items).zip(&solution.quantities);
        let unpriced = items.filter(|((id, _), _)| self.catalogue.is_unpriced(*id));
        unpriced.fold(Money::ZERO, |sum, ((_, item), quantity)| {
            sum.plus(Money::from_minor(item.price).times(quantity.bought))
        })
    }

    fn read(self, solution: &Solution) -> Mix {
        let lots = solution
            .lots
            .iter()
            .filter(|lot| lot.units > 0)
            .filter_map(|lot| {
                let holder = *self.holders.get(lot.holder.0 as usize)?;
                let bundle = *self.catalogue.bundles.get(lot.bundle.0 as usize)?;
                Some(MixLot { holder, units: lot.units, bundle })
            })
            .collect();
        let mut quantities: Vec<Quantity> = Vec::new();
        // What is paid on for licences stands behind them.
        let licences = case_licences(self.case);
        let counted = licences.zip(&solution.quantities);
        for (id, one) in counted.filter(|(_, quantity)| quantity.needed > 0) {
            let plain = self.case.book.plain(id);
            count(&mut quantities, plain, (one.needed, one.owned, one.bought));
        }
        let certificate = solution.proof.certificate();
        let total = Money::from_minor(solution.cost.money).minus(self.unpriced(solution));
        Mix {
            lots,
            quantities: in_order(quantities),
            total,
            charges: certificate.charges.iter().map(|&charge| Money::from_minor(charge)).collect(),
            rents: (0..=u16::MAX)
                .map(LicenceId)
                .zip(&certificate.shadow_prices)
                .filter(|(id, _)| self.case.owned_of(*id) > 0)
                .map(|(id, &rent)| (id, Money::from_minor(rent)))
                .collect(),
            bound: Money::from_minor(match &solution.proof {
                Proof::Gap { bound, .. } => *bound,
                _ => certificate.bound,
            }),
            verdict: match &solution.proof {
                Proof::Charges(_) => Proved::ByCharges,
                Proof::Search { branches, .. } => Proved::BySearch { nodes: *branches },
                Proof::Gap { .. } => Proved::Not,
            },
            offered: self.catalogue.offered.clone(),
            partly: self.partly(solution),
        }
    }

    /// The holders of which some units hold something and others nothing.
    fn partly(&self, solution: &Solution) -> Vec<Holder> {
        let lots = solution.lots.chunk_by(|a, b| a.holder == b.holder);
        let partly = lots.filter_map(|lots| {
            let id = lots.first()?.holder.0 as usize;
            let held: u64 = lots.iter().map(|lot| lot.units).sum();
            let count = self.problem.holders.get(id).map_or(0, |holder| u64::from(holder.count));
            self.holders.get(id).copied().filter(|_| held < count)
        });
        partly.collect()
    }
}

/// Every licence of the rulebook, in its order.
fn case_licences(case: &Case<'_>) -> impl Iterator<Item = LicenceId> + use<> {
    (0..=u16::MAX).map(LicenceId).take(case.book.licences.len())
}

/// Adds to the quantities of a licence.
fn count(quantities: &mut Vec<Quantity>, id: LicenceId, (needed, owned, bought): (u64, u64, u64)) {
    match quantities.iter_mut().find(|(other, _)| *other == id) {
        Some((_, sum)) => {
            sum.0 = sum.0.saturating_add(needed);
            sum.1 = sum.1.saturating_add(owned);
            sum.2 = sum.2.saturating_add(bought);
        }
        None => quantities.push((id, (needed, owned, bought))),
    }
}

/// In the order of the rulebook.
fn in_order(mut quantities: Vec<Quantity>) -> Vec<Quantity> {
    quantities.sort_by_key(|&(licence, _)| licence);
    quantities
}

/// True if a requirement is this people group's: its people, or devices of their own, are among
/// those who may meet it.
pub(crate) fn is_of(alternatives: &[Holder], people: usize) -> bool {
    alternatives
        .iter()
        .any(|&holder| holder == Holder::People(people) || holder == Holder::OwnDevices(people))
}

/// Number of units of a holder that take a licence each: those that an allowance frees do not.
pub(crate) fn units(
    case: &Case<'_>,
    demand: &Demand<'_>,
    exempted: &[(Holder, u32)],
    holder: Holder,
) -> u32 {
    let people = |place: usize| case.people.get(place).map_or(0, |group| group.count);
    let all = match holder {
        Holder::People(place) => people(place),
        Holder::OwnDevices(place) => {
            let exempted = allowance::exempted(exempted, Holder::People(place));
            let each = u32::try_from(demand.own_of(holder)).unwrap_or(u32::MAX);
            people(place).saturating_sub(exempted).saturating_mul(each)
        }
        Holder::Shared(place) => case.devices.get(place).map_or(0, |group| group.count),
        Holder::Server(place) => case.servers.get(place).map_or(0, |group| group.count),
    };
    all.saturating_sub(allowance::exempted(exempted, holder))
}
