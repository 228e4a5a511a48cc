//! The mix: requirements as a cover problem, solved, and read back as licences on holders.

use crate::allowance;
use crate::case::Case;
use crate::money::Money;
use crate::order;
use crate::requirement::{Derived, Holder, Requirement};
use seatwise_cover::{Budget, BundleId, HolderId, ItemId, MenuId, Problem, Proof, Rights, Solution, Unsolvable};
use seatwise_rulebook::{HolderKind, LicenceId};

/// How many steps the search may take before it settles for the best cover found. A step is one cut or count, so this
/// is some tenths of a second in a browser; almost every organisation takes fewer than a hundred.
const STEPS: u64 = 20_000;

/// What may be chosen; everything, or only some kinds of holders.
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
    /// This people group covered by this kind of holder, wherever its requirements leave the choice.
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

/// A solved case.
pub(crate) struct Mix {
    pub(crate) lots: Vec<MixLot>,
    /// Needed, owned and bought, by licence.
    pub(crate) quantities: Vec<(LicenceId, (u64, u64, u64))>,
    pub(crate) total: Money,
    /// Charge on each requirement.
    pub(crate) charges: Vec<Money>,
    /// What an owned licence is worth.
    pub(crate) rents: Vec<(LicenceId, Money)>,
    pub(crate) bound: Money,
    pub(crate) verdict: Proved,
    /// What each licence was counted with; none where it was left out for want of a price.
    pub(crate) offered: Vec<Offer>,
}

/// How the total is known to be the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proved {
    ByCharges,
    BySearch { nodes: u64 },
    Not,
}

/// How a licence takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offer {
    /// At this price.
    At(Money),
    /// Without a known price, because nothing priced grants what is needed.
    Unpriced,
    /// Only as far as it is owned: it is not for sale, or no price is known and there is a priced way.
    Held,
    /// Not at all: none is owned, and either no price is known and there is a priced way, or it is not for sale.
    LeftOut,
}

/// Solves the case; `freed` says how many units of which holders an allowance frees.
pub(crate) fn solve(
    case: &Case<'_>,
    derived: &Derived<'_>,
    freed: &[(Holder, u32)],
    restriction: Restriction,
) -> Result<Mix, Unsolvable> {
    let built = Builder::new(case, derived, freed, restriction).build();
    let solution = seatwise_cover::solve(&built.problem, Budget { steps: STEPS })?;
    Ok(built.read(&solution))
}

/// The problem that is solved without a restriction, with every alternative left in.
#[cfg(feature = "model")]
pub(crate) fn plain(case: &Case<'_>, derived: &Derived<'_>, freed: &[(Holder, u32)]) -> Problem {
    let mut builder = Builder::new(case, derived, freed, Restriction::None);
    builder.bound.fill(true);
    builder.build().problem
}

struct Builder<'a> {
    case: &'a Case<'a>,
    derived: &'a Derived<'a>,
    freed: &'a [(Holder, u32)],
    restriction: Restriction,
    problem: Problem,
    offered: Vec<Offer>,
    /// Place in the rulebook of each bundle of the problem.
    bundles: Vec<usize>,
    menus: Vec<(HolderKind, MenuId)>,
    /// By people group: whether something needs a licence on their own devices that one on them does not replace.
    bound: Vec<bool>,
    /// The holders of the problem, and which is at which place of the case.
    holders: Vec<Holder>,
    numbers: Vec<Option<HolderId>>,
}

impl<'a> Builder<'a> {
    fn new(case: &'a Case<'a>, derived: &'a Derived<'a>, freed: &'a [(Holder, u32)], restriction: Restriction) -> Self {
        Self {
            case,
            derived,
            freed,
            restriction,
            problem: Problem::new(),
            offered: Vec::new(),
            bundles: Vec::new(),
            menus: Vec::new(),
            bound: bound(case, derived),
            holders: Vec::new(),
            numbers: vec![None; case.slots()],
        }
    }

    fn build(mut self) -> Self {
        self.offer();
        self.items();
        self.bundles();
        for requirement in &self.derived.requirements {
            let mut alternatives = self.alternatives(requirement.class, &requirement.alternatives);
            alternatives.extend(self.nobody_left(requirement));
            let alternatives: Vec<HolderId> = alternatives.into_iter().map(|holder| self.holder(holder)).collect();
            self.problem.require(requirement.class, &alternatives);
        }
        self
    }

    /// Decides which licences take part: those with a price, those that are only owned, and those without a price where
    /// nothing priced would do.
    fn offer(&mut self) {
        let for_sale = |id: LicenceId| self.case.book.licence(id).is_some_and(|licence| licence.for_sale);
        let priced = |id: LicenceId| self.case.pricing.of(id).map(|price| price.money).filter(|_| for_sale(id));
        let mut offered: Vec<Offer> = self
            .case
            .book
            .licence_ids()
            .map(|(id, _)| match priced(id) {
                Some(money) => Offer::At(money),
                None if self.case.owned_of(id) > 0 => Offer::Held,
                None => Offer::LeftOut,
            })
            .collect();
        for class in self.derived.classes.all() {
            for &kind in HolderKind::ALL {
                let granting = || {
                    let places = self.derived.classes.granting(class).iter();
                    places.filter_map(|&place| self.case.book.bundles.get(place)).filter(|one| one.holder == kind)
                };
                if granting().any(|bundle| bundle.licences.iter().all(|&id| priced(id).is_some())) {
                    continue;
                }
                for &id in granting().flat_map(|bundle| &bundle.licences) {
                    let offer = offered.get_mut(usize::from(id.0)).filter(|_| for_sale(id));
                    if let Some(offer @ (Offer::LeftOut | Offer::Held)) = offer {
                        *offer = Offer::Unpriced;
                    }
                }
            }
        }
        self.offered = offered;
    }

    fn offer_of(&self, id: LicenceId) -> Offer {
        self.offered.get(usize::from(id.0)).copied().unwrap_or(Offer::LeftOut)
    }

    /// One item for each licence, in the order of the rulebook.
    fn items(&mut self) {
        for (id, licence) in self.case.book.licence_ids() {
            let price = match self.offer_of(id) {
                Offer::At(money) => money.minor(),
                Offer::Held => self.more_than_everything(),
                Offer::Unpriced | Offer::LeftOut => 0,
            };
            // At the same price: fewer points. A connector before users, users before devices, one licence before two.
            let points = match licence.holder {
                HolderKind::Server => 1,
                HolderKind::User => 2,
                HolderKind::Device => 3,
            };
            self.problem.item(price, points, self.case.owned_of(id));
        }
    }

    /// A price at which nobody would ever buy: every right can be had for less, by buying everything that is for sale.
    fn more_than_everything(&self) -> i64 {
        let prices = self.offered.iter().map(|offer| match offer {
            Offer::At(money) => money.minor(),
            _ => 0,
        });
        prices.fold(1, i64::saturating_add)
    }

    fn bundles(&mut self) {
        let mut menus: Vec<(HolderKind, BundleId)> = Vec::new();
        for (place, bundle) in self.case.book.bundles.iter().enumerate() {
            let grants: Rights = self
                .derived
                .classes
                .all()
                .filter(|&class| self.derived.classes.granting(class).binary_search(&place).is_ok())
                .collect();
            let left_out = bundle.licences.iter().any(|&id| self.offer_of(id) == Offer::LeftOut);
            if grants.is_empty() || left_out {
                continue;
            }
            let items: Vec<ItemId> = bundle.licences.iter().map(|id| ItemId(id.0.into())).collect();
            let id = self.problem.bundle(&items, grants);
            self.bundles.push(place);
            menus.push((bundle.holder, id));
        }
        for &kind in HolderKind::ALL {
            let bundles: Vec<BundleId> = menus.iter().filter(|one| one.0 == kind).map(|one| one.1).collect();
            let menu = self.problem.menu(&bundles);
            self.menus.push((kind, menu));
        }
    }

    /// The holders that may meet a requirement under the restriction.
    fn alternatives(&self, class: u8, all: &[Holder]) -> Vec<Holder> {
        let keep = |kept: &dyn Fn(HolderKind) -> bool| all.iter().copied().filter(|one| kept(one.kind())).collect();
        let has_server = all.iter().any(|holder| holder.kind() == HolderKind::Server);
        match self.restriction {
            Restriction::Only(kind) => keep(&|one| one == kind),
            Restriction::ServersWherePossible if has_server => keep(&|one| one == HolderKind::Server),
            Restriction::NoServers => keep(&|one| one != HolderKind::Server),
            Restriction::Forced(people, kind) if is_of(all, people) && all.iter().any(|one| one.kind() == kind) => {
                self.without_idle(class, keep(&|one| one == kind))
            }
            Restriction::Without(holder) => {
                self.without_idle(class, all.iter().copied().filter(|&one| one != holder).collect())
            }
            Restriction::None | Restriction::ServersWherePossible | Restriction::Forced(..) => {
                self.without_idle(class, all.to_vec())
            }
        }
    }

    fn without_idle(&self, class: u8, mut kept: Vec<Holder>) -> Vec<Holder> {
        if self.own_devices_are_idle(class, &kept) {
            kept.retain(|&holder| !self.is_idle(holder));
        }
        kept
    }

    /// Whether licences on their own devices can never be cheaper than on the people themselves.
    ///
    /// Their own devices are at least as many as the people and serve nobody else. So where every device bundle has a
    /// user bundle that grants as much and costs no more, any cover with licences on the own devices can be changed to
    /// licences on the people without becoming dearer. Owned device licences can only be used on devices, so they keep
    /// the own devices in, and so does a requirement that a licence on the people does not meet.
    fn own_devices_are_idle(&self, class: u8, all: &[Holder]) -> bool {
        let by_people = all.iter().any(|one| matches!(one, Holder::People(_)));
        let device_owned = self.case.owned.iter().any(|&(id, quantity)| {
            quantity > 0 && self.case.book.licence(id).is_some_and(|licence| licence.holder == HolderKind::Device)
        });
        by_people && !device_owned && self.device_bundles_are_dearer(class)
    }

    /// The people who ask for it, where none of them is left: there are none, or an allowance frees them all. Then
    /// nothing is needed, whatever the licence would be held by.
    fn nobody_left(&self, requirement: &Requirement) -> Option<Holder> {
        let mut people = requirement.people.iter().map(|&place| Holder::People(place));
        let gone = |holder: Holder| units(self.case, self.derived, self.freed, holder) == 0;
        people.clone().all(gone).then(|| people.next()).flatten()
    }

    fn is_idle(&self, holder: Holder) -> bool {
        matches!(holder, Holder::OwnDevices(place) if self.bound.get(place) == Some(&false))
    }

    fn device_bundles_are_dearer(&self, class: u8) -> bool {
        let of_kind = |kind: HolderKind| {
            let menu = self.problem.menus.get(self.menu(kind).0 as usize);
            menu.into_iter().flatten().filter_map(|id| self.problem.bundles.get(id.0 as usize))
        };
        let price = |items: &[ItemId]| -> i64 {
            items.iter().filter_map(|id| self.problem.items.get(id.0 as usize)).map(|item| item.price).sum()
        };
        of_kind(HolderKind::Device).filter(|device| device.grants.has(class)).all(|device| {
            of_kind(HolderKind::User)
                .any(|user| user.grants.includes(device.grants) && price(&user.items) <= price(&device.items))
        })
    }

    fn menu(&self, kind: HolderKind) -> MenuId {
        self.menus.iter().find(|one| one.0 == kind).map(|one| one.1).unwrap_or_default()
    }

    fn holder(&mut self, holder: Holder) -> HolderId {
        let slot = self.case.slot(holder);
        if let Some(&Some(id)) = self.numbers.get(slot) {
            return id;
        }
        let count = units(self.case, self.derived, self.freed, holder);
        let id = self.problem.holder(count, self.menu(holder.kind()));
        self.holders.push(holder);
        if let Some(number) = self.numbers.get_mut(slot) {
            *number = Some(id);
        }
        id
    }

    fn read(self, solution: &Solution) -> Mix {
        let lots = solution
            .lots
            .iter()
            .filter(|lot| lot.units > 0)
            .filter_map(|lot| {
                let holder = *self.holders.get(lot.holder.0 as usize)?;
                let bundle = *self.bundles.get(lot.bundle.0 as usize)?;
                Some(MixLot { holder, units: lot.units, bundle })
            })
            .collect();
        let mut quantities: Vec<(LicenceId, (u64, u64, u64))> = Vec::new();
        let counted = (0..=u16::MAX).map(LicenceId).zip(&solution.quantities);
        for (id, one) in counted.filter(|(_, quantity)| quantity.needed > 0) {
            let plain = self.case.book.plain(id);
            match quantities.iter_mut().find(|(other, _)| *other == plain) {
                Some((_, (needed, owned, bought))) => {
                    *needed = needed.saturating_add(one.needed);
                    *owned = owned.saturating_add(one.owned);
                    *bought = bought.saturating_add(one.bought);
                }
                None => quantities.push((plain, (one.needed, one.owned, one.bought))),
            }
        }
        order::sort_by(&mut quantities, |a, b| a.0.cmp(&b.0));
        let certificate = solution.proof.certificate();
        Mix {
            lots,
            quantities,
            total: Money::from_minor(solution.cost.money),
            charges: certificate.charges.iter().map(|&charge| Money::from_minor(charge)).collect(),
            rents: (0..=u16::MAX)
                .map(LicenceId)
                .zip(&certificate.rents)
                .filter(|(id, _)| self.case.owned_of(*id) > 0)
                .map(|(id, &rent)| (id, Money::from_minor(rent)))
                .collect(),
            bound: Money::from_minor(match &solution.proof {
                Proof::Gap { bound, .. } => *bound,
                _ => certificate.bound,
            }),
            verdict: match &solution.proof {
                Proof::Charges(_) => Proved::ByCharges,
                Proof::Search { nodes, .. } => Proved::BySearch { nodes: *nodes },
                Proof::Gap { .. } => Proved::Not,
            },
            offered: self.offered,
        }
    }
}

/// By people group: whether a requirement names their own devices and not them, as a server's version may want it.
fn bound(case: &Case<'_>, derived: &Derived<'_>) -> Vec<bool> {
    let mut bound = vec![false; case.people.len()];
    for requirement in &derived.requirements {
        for holder in &requirement.alternatives {
            let Holder::OwnDevices(place) = *holder else { continue };
            let alone = !requirement.alternatives.contains(&Holder::People(place));
            if let Some(bound) = bound.get_mut(place) {
                *bound |= alone;
            }
        }
    }
    bound
}

/// Whether a requirement is this people group's: its people, or devices of their own, are among those who may meet it.
pub(crate) fn is_of(alternatives: &[Holder], people: usize) -> bool {
    alternatives.iter().any(|&one| one == Holder::People(people) || one == Holder::OwnDevices(people))
}

/// How many units of a holder take a licence each: those that an allowance frees do not.
pub(crate) fn units(case: &Case<'_>, derived: &Derived<'_>, freed: &[(Holder, u32)], holder: Holder) -> u32 {
    let people = |place: usize| case.people.get(place).map_or(0, |group| group.count);
    let all = match holder {
        Holder::People(place) => people(place),
        Holder::OwnDevices(place) => {
            let freed = allowance::freed(freed, Holder::People(place));
            let each = u32::try_from(derived.own_of(holder)).unwrap_or(u32::MAX);
            people(place).saturating_sub(freed).saturating_mul(each)
        }
        Holder::Shared(place) => case.devices.get(place).map_or(0, |group| group.count),
        Holder::Server(place) => case.servers.get(place).map_or(0, |group| group.count),
    };
    all.saturating_sub(allowance::freed(freed, holder))
}
