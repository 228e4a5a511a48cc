//! The mix: requirements as a cover problem, solved, and read back as licences on holders.

use crate::demand::allowance::{self, HolderUnits};
use crate::demand::{Demand, Holder, Requirement};
use crate::mix::catalogue::{Catalogue, Offer};
use crate::mix::dependencies::Dependencies;
use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::Case;
use seatwise_cover::{Budget, HolderId, Place, Problem, Proof, Rights, Solution, Unsolvable};
use seatwise_rulebook::{HolderKind, LicenceId};

/// Restriction of the choice: everything, or only some kinds of holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Restriction {
    /// No restriction.
    None,
    /// Only licences for these holders, wherever the requirement leaves the choice.
    Only(HolderKind),
    /// A server licence wherever one would do.
    ServersWherePossible,
    /// No server licence at all.
    NoServers,
    /// Nothing for this holder.
    Without(Holder),
    /// A people group covered by one kind of holder, wherever its requirements leave the choice.
    Forced { people: usize, by: HolderKind },
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
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quantity {
    pub(crate) licence: LicenceId,
    pub(crate) needed: u64,
    pub(crate) owned: u64,
    pub(crate) bought: u64,
}

/// The licences of a mix in numbers, and what is left to pay for them.
#[derive(Clone)]
pub(crate) struct MixTotals {
    pub(crate) total: Money,
    pub(crate) quantities: Vec<Quantity>,
}

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
    /// Offer that each licence was counted with, in the order of the rulebook.
    pub(crate) offered: Vec<Offer>,
    /// People and own devices of which only some hold something: the others of their group go the
    /// other way.
    pub(crate) partly: Vec<Holder>,
}

impl Mix {
    /// The time that the total pays for; none where there is nothing to pay.
    pub(crate) fn period(&self, case: &Case<'_>) -> Option<Period> {
        period_of(case, &self.quantities)
    }

    /// The offer that a licence was counted with.
    pub(crate) fn offer_of(&self, licence: LicenceId) -> Offer {
        self.offered.get(licence.place()).copied().unwrap_or(Offer::LeftOut)
    }

    /// The price that a licence was counted with; none where it has none.
    pub(crate) fn price_of(&self, licence: LicenceId) -> Option<Money> {
        self.offer_of(licence).price()
    }

    /// The bound that no mix undercuts: the total where it is proved.
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

/// The time that the bought licences are paid for; none where there is nothing to pay.
pub(crate) fn period_of(case: &Case<'_>, quantities: &[Quantity]) -> Option<Period> {
    let bought = quantities.iter().filter(|quantity| quantity.bought > 0);
    Period::sum(bought.filter_map(|quantity| case.pricing.period_of(quantity.licence)))
}

/// The full identifiers of licences, with the numbers that are needed.
pub(crate) fn named(case: &Case<'_>, quantities: &[Quantity]) -> Vec<(String, u64)> {
    let named = |quantity: &Quantity| {
        Some((case.book.full_id(case.book.licence(quantity.licence)?), quantity.needed))
    };
    quantities.iter().filter_map(named).collect()
}

/// A case as an instance of the cover problem: what is needed, what is on offer, and who is exempt.
#[derive(Clone, Copy)]
pub(crate) struct Instance<'a> {
    pub(crate) case: &'a Case<'a>,
    pub(crate) demand: &'a Demand<'a>,
    pub(crate) catalogue: &'a Catalogue,
    /// Units that an allowance exempts.
    pub(crate) exempted: &'a [HolderUnits],
}

impl Instance<'_> {
    /// Finds the cheapest mix under a restriction.
    pub(crate) fn solve(self, restriction: Restriction) -> Result<Mix, Unsolvable> {
        let mut builder = Builder::new(self, restriction);
        builder.build(&|_| true);
        builder.solve()
    }

    /// Finds the total and the quantities under a restriction, where the cheapest mix is known;
    /// none where a requirement cannot be met.
    pub(crate) fn solve_from(
        self,
        best: &Mix,
        dependencies: &Dependencies,
        restriction: Restriction,
    ) -> Option<MixTotals> {
        let Self { case, demand, catalogue, .. } = self;
        let allows = |kind: HolderKind| match restriction {
            Restriction::Only(only) => kind == only,
            Restriction::NoServers => kind != HolderKind::Server,
            _ => false,
        };
        // What keeps to the restriction anyway is the cheapest that does.
        if best.verdict != Proved::Not && best.lots.iter().all(|lot| allows(lot.holder.kind())) {
            return Some(MixTotals { total: best.total, quantities: best.quantities.clone() });
        }
        if case.owns_something() || best.verdict == Proved::Not {
            let mix = self.solve(restriction).ok()?;
            return Some(MixTotals { total: mix.total, quantities: mix.quantities });
        }
        if let Restriction::Only(kind) = restriction
            && let Some(needs) = Builder::new(self, restriction).needs()
        {
            return self.solve_apart(&needs, kind);
        }
        // A restriction on servers changes nothing for those who are tied to none.
        let tied = match restriction {
            Restriction::NoServers | Restriction::ServersWherePossible => {
                dependencies.tied_to(case, demand, HolderKind::Server)
            }
            _ => vec![true; case.slots()],
        };
        let is_tied = |holder: Holder| tied.get(dependencies.root(case.slot(holder))).copied();
        let mut builder = Builder::new(self, restriction);
        builder.build(&|holder| is_tied(holder) == Some(true));
        let mix = builder.solve().ok()?;
        let mut totals = MixTotals { total: mix.total, quantities: mix.quantities };
        for lot in best.lots.iter().filter(|lot| is_tied(lot.holder) == Some(false)) {
            totals.buy(case, catalogue, lot.bundle, lot.units);
        }
        Some(totals.in_order())
    }

    /// Covers every holder for itself, where a restriction leaves nobody a choice with whom and
    /// nothing owned is left to deal out: by the cheapest bundle that grants what it needs. None
    /// where there is no such bundle.
    fn solve_apart(self, needs: &[Option<Need>], kind: HolderKind) -> Option<MixTotals> {
        let mut totals = MixTotals { total: Money::ZERO, quantities: Vec::new() };
        // Holders are much alike: the bundle of the one before is often that of the next.
        let (mut needed, mut cheapest) =
            (Rights::NONE, self.catalogue.cheapest(kind, Rights::NONE));
        for &Need { holder, rights } in needs.iter().flatten() {
            if needed != rights {
                (needed, cheapest) = (rights, self.catalogue.cheapest(kind, rights));
            }
            totals.buy(self.case, self.catalogue, cheapest?, self.units(holder).into());
        }
        Some(totals.in_order())
    }

    /// Number of units of a holder that take a licence each: exempted ones do not.
    pub(crate) fn units(self, holder: Holder) -> u32 {
        units(self.case, self.demand, self.exempted, holder)
    }
}

impl MixTotals {
    /// Adds the licences of so many units that hold a bundle of the rulebook, all of them bought.
    fn buy(&mut self, case: &Case<'_>, catalogue: &Catalogue, bundle: usize, units: u64) {
        let bundle = case.book.bundles.get(bundle).filter(|_| units > 0);
        for &id in bundle.into_iter().flat_map(|bundle| &bundle.licences) {
            if let Offer::At(money) = catalogue.offer_of(id) {
                self.total = self.total.plus(money.times(units));
            }
            let licence = case.book.billed_as(id);
            let quantity = Quantity { licence, needed: units, owned: 0, bought: units };
            add(&mut self.quantities, quantity);
        }
    }

    fn in_order(self) -> Self {
        Self { quantities: in_order(self.quantities), ..self }
    }
}

/// The problem that is solved without a restriction, with every alternative left in.
pub(crate) fn unreduced_problem(
    case: &Case<'_>,
    demand: &Demand<'_>,
    exempted: &[HolderUnits],
) -> Problem {
    let mut catalogue = Catalogue::new(case, demand);
    catalogue.bound.fill(true);
    let instance = Instance { case, demand, catalogue: &catalogue, exempted };
    let mut builder = Builder::new(instance, Restriction::None);
    builder.build(&|_| true);
    builder.problem
}

/// The rights that a holder alone has to get.
#[derive(Clone, Copy)]
struct Need {
    holder: Holder,
    rights: Rights,
}

struct Builder<'a> {
    instance: Instance<'a>,
    restriction: Restriction,
    problem: Problem,
    /// The holders of the problem, in its order.
    holders: Vec<Holder>,
    /// By the place of a holder in the case: its number in the problem.
    numbers: Vec<Option<HolderId>>,
}

impl<'a> Builder<'a> {
    fn new(instance: Instance<'a>, restriction: Restriction) -> Self {
        let problem = instance.catalogue.problem.clone();
        let numbers = vec![None; instance.case.slots()];
        Self { instance, restriction, problem, holders: Vec::new(), numbers }
    }

    /// Adds the requirements whose first alternative is among those holders.
    fn build(&mut self, is_wanted: &dyn Fn(Holder) -> bool) {
        let Instance { demand, catalogue, .. } = self.instance;
        let (mut eligible, mut alternatives) = (Vec::new(), Vec::new());
        let wanted = demand.requirements.iter().filter(|requirement| {
            requirement.alternatives.first().is_none_or(|&first| is_wanted(first))
        });
        for requirement in wanted {
            eligible.clear();
            self.add_eligible(requirement, &mut eligible);
            eligible.extend(self.nobody_left(requirement));
            alternatives.clear();
            alternatives.extend(eligible.iter().map(|&holder| self.holder(holder)));
            self.problem.require(catalogue.right_of(requirement), &alternatives);
        }
    }

    fn solve(self) -> Result<Mix, Unsolvable> {
        let catalogue = self.instance.catalogue;
        let share = catalogue.work.share();
        let solution = seatwise_cover::solve(&self.problem, Budget { steps: share });
        catalogue.work.spend(solution.as_ref().map_or(share, |solution| solution.steps));
        let solution = solution?;
        // What is only held cannot be bought: then nobody can meet everything under the
        // restriction.
        let mut items = licence_ids().zip(&solution.quantities);
        let is_short =
            items.any(|(id, quantity)| quantity.bought > 0 && catalogue.is_only_held(id));
        if is_short {
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
    fn needs(&self) -> Option<Vec<Option<Need>>> {
        let Instance { case, demand, catalogue, .. } = self.instance;
        let mut needs: Vec<Option<Need>> = vec![None; case.slots()];
        let mut eligible = Vec::new();
        for requirement in &demand.requirements {
            eligible.clear();
            self.add_eligible(requirement, &mut eligible);
            let [holder] = *eligible.as_slice() else { return None };
            if self.nobody_left(requirement).is_some() {
                return None;
            }
            let need = needs
                .get_mut(case.slot(holder))?
                .get_or_insert(Need { holder, rights: Rights::NONE });
            need.rights = need.rights.with(Rights::of(catalogue.right_of(requirement)));
        }
        Some(needs)
    }

    /// Adds the holders that may meet a requirement under the restriction.
    fn add_eligible(&self, requirement: &Requirement, eligible: &mut Vec<Holder>) {
        let catalogue = self.instance.catalogue;
        let alternatives = &requirement.alternatives;
        let has = |kind: HolderKind| alternatives.iter().any(|holder| holder.kind() == kind);
        let only = match self.restriction {
            Restriction::Only(kind) => Some(kind),
            Restriction::ServersWherePossible => Some(HolderKind::Server).filter(|&kind| has(kind)),
            Restriction::Forced { people, by } => {
                Some(by).filter(|&by| requirement.is_of(people) && has(by))
            }
            Restriction::None | Restriction::NoServers | Restriction::Without(_) => None,
        };
        eligible.extend(alternatives.iter().copied().filter(|&holder| match self.restriction {
            Restriction::NoServers => holder.kind() != HolderKind::Server,
            Restriction::Without(excluded) => holder != excluded,
            _ => only.is_none_or(|kind| holder.kind() == kind),
        }));
        let right = catalogue.right_of(requirement);
        // A kind of holders for which nothing is on offer is no alternative, not even where a group
        // has no units.
        if eligible.iter().any(|holder| catalogue.offers_to(holder.kind(), right)) {
            eligible.retain(|holder| catalogue.offers_to(holder.kind(), right));
        }
        if eligible.iter().any(|holder| matches!(holder, Holder::People(_))) {
            eligible.retain(|&holder| !catalogue.is_idle(right, holder));
        }
    }

    /// The people who ask for it, where none of them is left: there are none, or an allowance
    /// exempts them all. Then nothing is needed, whatever the licence would be held by.
    fn nobody_left(&self, requirement: &Requirement) -> Option<Holder> {
        let mut people = requirement.people.iter().map(|&place| Holder::People(place));
        let is_empty = |holder: Holder| self.instance.units(holder) == 0;
        people.clone().all(is_empty).then(|| people.next()).flatten()
    }

    fn holder(&mut self, holder: Holder) -> HolderId {
        let slot = self.instance.case.slot(holder);
        if let Some(&Some(id)) = self.numbers.get(slot) {
            return id;
        }
        let menu = self.instance.catalogue.menu(holder.kind());
        let id = self.problem.holder(self.instance.units(holder), menu);
        self.holders.push(holder);
        if let Some(number) = self.numbers.get_mut(slot) {
            *number = Some(id);
        }
        self.add_companions(holder);
        id
    }

    /// Has the own devices of a people group belong to its people, so that some people of a group
    /// may be covered by themselves and others by their devices. Only owned licences can make that
    /// cheaper: without them it costs the same for each of them.
    fn add_companions(&mut self, holder: Holder) {
        let (Holder::People(place) | Holder::OwnDevices(place)) = holder else { return };
        let case = self.instance.case;
        let number = |holder: Holder| self.numbers.get(case.slot(holder)).copied().flatten();
        let both = number(Holder::People(place)).zip(number(Holder::OwnDevices(place)));
        if let Some((people, devices)) = both.filter(|_| case.owns_something()) {
            let _ = self.problem.accompany(people, devices);
        }
    }

    /// Amount that the solver paid for licences whose price is not known.
    fn unpriced(&self, solution: &Solution) -> Money {
        let catalogue = self.instance.catalogue;
        let items = licence_ids().zip(&self.problem.items).zip(&solution.quantities);
        let unpriced = items.filter(|((id, _), _)| catalogue.is_unpriced(*id));
        unpriced.fold(Money::ZERO, |sum, ((_, item), quantity)| {
            sum.plus(Money::from_minor(item.price).times(quantity.bought))
        })
    }

    fn read(self, solution: &Solution) -> Mix {
        let Instance { case, catalogue, .. } = self.instance;
        let lots = solution
            .lots
            .iter()
            .filter(|lot| lot.units > 0)
            .filter_map(|lot| {
                let holder = *self.holders.get(lot.holder.index())?;
                let bundle = *catalogue.bundles.get(lot.bundle.index())?;
                Some(MixLot { holder, units: lot.units, bundle })
            })
            .collect();
        let mut quantities: Vec<Quantity> = Vec::new();
        // Payments that go on for licences are items behind those of the rulebook.
        let items = licence_ids().take(case.book.licences.len()).zip(&solution.quantities);
        for (id, item) in items.filter(|(_, item)| item.needed > 0) {
            let quantity = Quantity {
                licence: case.book.billed_as(id),
                needed: item.needed,
                owned: item.owned,
                bought: item.bought,
            };
            add(&mut quantities, quantity);
        }
        let certificate = solution.proof.certificate();
        let total = Money::from_minor(solution.cost.money).minus(self.unpriced(solution));
        Mix {
            lots,
            quantities: in_order(quantities),
            total,
            charges: certificate.charges.iter().map(|&charge| Money::from_minor(charge)).collect(),
            rents: licence_ids()
                .zip(&certificate.shadow_prices)
                .filter(|(id, _)| case.owned_of(*id) > 0)
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
            offered: catalogue.offered.clone(),
            partly: self.partly(solution),
        }
    }

    /// The holders of which some units hold something and others nothing.
    fn partly(&self, solution: &Solution) -> Vec<Holder> {
        let lots = solution.lots.chunk_by(|a, b| a.holder == b.holder);
        let partly = lots.filter_map(|lots| {
            let id = lots.first()?.holder.index();
            let held: u64 = lots.iter().map(|lot| lot.units).sum();
            let count = self.problem.holders.get(id).map_or(0, |holder| u64::from(holder.count));
            self.holders.get(id).copied().filter(|_| held < count)
        });
        partly.collect()
    }
}

/// Every identifier of a licence, in the order of rulebooks.
pub(crate) fn licence_ids() -> impl Iterator<Item = LicenceId> {
    (0..=u16::MAX).map(LicenceId)
}

/// Adds to the quantities of a licence.
fn add(quantities: &mut Vec<Quantity>, quantity: Quantity) {
    match quantities.iter_mut().find(|sum| sum.licence == quantity.licence) {
        Some(sum) => {
            sum.needed = sum.needed.saturating_add(quantity.needed);
            sum.owned = sum.owned.saturating_add(quantity.owned);
            sum.bought = sum.bought.saturating_add(quantity.bought);
        }
        None => quantities.push(quantity),
    }
}

/// In the order of the rulebook.
fn in_order(mut quantities: Vec<Quantity>) -> Vec<Quantity> {
    quantities.sort_by_key(|quantity| quantity.licence);
    quantities
}

/// Number of units of a holder that take a licence each: exempted ones do not.
pub(crate) fn units(
    case: &Case<'_>,
    demand: &Demand<'_>,
    exempted: &[HolderUnits],
    holder: Holder,
) -> u32 {
    let people = |place: usize| case.people.get(place).map_or(0, |group| group.count);
    let count = match holder {
        Holder::People(place) => people(place),
        Holder::OwnDevices(place) => {
            let exempted = allowance::exempted_of(exempted, Holder::People(place));
            let own_devices = u32::try_from(demand.own_of(holder)).unwrap_or(u32::MAX);
            people(place).saturating_sub(exempted).saturating_mul(own_devices)
        }
        Holder::Shared(place) => case.devices.get(place).map_or(0, |group| group.count),
        Holder::Server(place) => case.servers.get(place).map_or(0, |group| group.count),
    };
    count.saturating_sub(allowance::exempted_of(exempted, holder))
}
