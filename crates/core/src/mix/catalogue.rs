//! Licences for sale in a case, and what they grant: the part of every cover problem that no
//! restriction changes.

use crate::demand::right_class::Class;
use crate::demand::{Demand, Holder, Requirement};
use crate::mix::unpriced::UnpricedClasses;
use crate::mix::work::Work;
use crate::money::Money;
use crate::resolve::case::Case;
use seatwise_cover::{BundleId, ItemId, MenuId, Place, Problem, Rights};
use seatwise_rulebook::{HolderKind, LicenceId};
use std::rc::Rc;

/// Way in which a licence takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offer {
    /// At this price.
    At(Money),
    /// Without a known price, because nothing priced grants what is needed.
    Unpriced,
    /// Only as far as it is owned: it is not for sale, or no price is known and there is a priced
    /// way.
    Held,
    /// Not at all: none is owned, and either no price is known and there is a priced way, or it is
    /// not for sale.
    LeftOut,
}

impl Offer {
    /// The price of the licence; none where it takes part without one or not at all.
    pub(crate) const fn price(self) -> Option<Money> {
        match self {
            Self::At(money) => Some(money),
            Self::Unpriced | Self::Held | Self::LeftOut => None,
        }
    }
}

/// The items, bundles and menus of a case, read off once for all of its problems.
pub(crate) struct Catalogue {
    /// A problem without holders and requirements.
    pub(crate) problem: Problem,
    /// Way in which each licence takes part.
    pub(crate) offered: Vec<Offer>,
    /// Place in the rulebook of each bundle of the problem.
    pub(crate) bundles: Vec<usize>,
    menus: Vec<Menu>,
    /// The payments that go on for each licence that is kept up.
    upkeep: Vec<(LicenceId, ItemId)>,
    /// The classes that the own devices of people never get more cheaply than the people.
    idle: Rights,
    /// By people group: true if something needs a licence on their own devices that one on them
    /// does not replace.
    pub(crate) bound: Vec<bool>,
    /// The classes that some requirement asks for which no priced licence meets.
    unpriced: UnpricedClasses,
    /// Steps that the searches may still take.
    pub(crate) work: Rc<Work>,
}

/// The bundles that a kind of holders may hold.
struct Menu {
    kind: HolderKind,
    id: MenuId,
    /// Every right that something on it grants.
    rights: Rights,
}

impl Catalogue {
    pub(crate) fn new(case: &Case<'_>, demand: &Demand<'_>) -> Self {
        Self::within(case, demand, Work::of_assessment())
    }

    /// The licences for sale in a case, for searches that take no more than is left.
    pub(crate) fn within(case: &Case<'_>, demand: &Demand<'_>, work: Rc<Work>) -> Self {
        let (offered, unpriced) = offers(case, demand);
        let mut catalogue = Self {
            problem: Problem::new(),
            offered,
            bundles: Vec::new(),
            menus: Vec::new(),
            upkeep: Vec::new(),
            idle: Rights::NONE,
            bound: bound(case, demand),
            unpriced,
            work,
        };
        catalogue.items(case, demand);
        catalogue.bundles(case, demand);
        let device_owned = case.owned.iter().any(|&(id, quantity)| {
            quantity > 0
                && case.book.licence(id).is_some_and(|licence| licence.holder == HolderKind::Device)
        });
        if !device_owned {
            let rights = demand.classes.iter().chain(catalogue.unpriced.rights());
            catalogue.idle =
                rights.filter(|&right| catalogue.device_bundles_are_dearer(right)).collect();
        }
        catalogue
    }

    /// The menu of bundles that holders of a kind may hold.
    pub(crate) fn menu(&self, kind: HolderKind) -> MenuId {
        self.menus.iter().find(|menu| menu.kind == kind).map(|menu| menu.id).unwrap_or_default()
    }

    /// The cheapest bundle that grants a kind of holders all this, by its place in the rulebook; of
    /// equally cheap ones the one with fewer points, of these the one with fewer licences.
    pub(crate) fn cheapest(&self, kind: HolderKind, needed: Rights) -> Option<usize> {
        let menu = self.problem.menus.get(self.menu(kind).index())?;
        let bundles =
            menu.iter().filter_map(|&id| Some((id, self.problem.bundles.get(id.index())?)));
        let granting = bundles.filter(|(_, bundle)| bundle.grants.includes(needed));
        let (id, _) = granting.min_by_key(|(_, bundle)| {
            (self.price_of(&bundle.items), self.points_of(&bundle.items), bundle.items.len())
        })?;
        self.bundles.get(id.index()).copied()
    }

    fn price_of(&self, items: &[ItemId]) -> i64 {
        items
            .iter()
            .filter_map(|id| self.problem.items.get(id.index()))
            .map(|item| item.price)
            .sum()
    }

    fn points_of(&self, items: &[ItemId]) -> i64 {
        items
            .iter()
            .filter_map(|id| self.problem.items.get(id.index()))
            .map(|item| item.preference)
            .sum()
    }

    /// True if licences of a class on their own devices can never be cheaper than on the people
    /// themselves.
    ///
    /// Their own devices are at least as many as the people and serve nobody else. So where every
    /// device bundle has a user bundle that grants as much and costs no more, any cover with
    /// licences on the own devices can be changed to licences on the people without becoming
    /// dearer. Owned device licences can only be used on devices, so they keep the own devices in,
    /// and so does a requirement that a licence on the people does not meet.
    pub(crate) fn is_idle(&self, right: u8, holder: Holder) -> bool {
        matches!(holder, Holder::OwnDevices(place) if self.bound.get(place) == Some(&false))
            && self.idle.has(right)
    }

    /// The right of the cover problem that a requirement asks for.
    ///
    /// A requirement that a priced licence meets, on whichever of its alternatives, asks for the
    /// right of its class. One that only unpriced licences meet asks for a right of its own, which
    /// these grant and nothing else of theirs. So an unpriced licence never stands in for a priced
    /// one.
    pub(crate) fn right_of(&self, requirement: &Requirement) -> u8 {
        self.unpriced.right_of(requirement)
    }

    /// True if something on offer for a kind of holders grants a right.
    pub(crate) fn offers_to(&self, kind: HolderKind, right: u8) -> bool {
        self.menus.iter().any(|menu| menu.kind == kind && menu.rights.has(right))
    }

    /// True if a licence takes part only as far as it is owned.
    pub(crate) fn is_only_held(&self, id: LicenceId) -> bool {
        self.offer_of(id) == Offer::Held
    }

    /// True if a licence is on offer without a price.
    pub(crate) fn is_unpriced(&self, id: LicenceId) -> bool {
        self.offer_of(id) == Offer::Unpriced
    }

    /// The way in which a licence takes part.
    pub(crate) fn offer_of(&self, id: LicenceId) -> Offer {
        self.offered.get(id.place()).copied().unwrap_or(Offer::LeftOut)
    }

    /// One item for each licence, in the order of the rulebook, then one for what is paid on for
    /// each that is kept up.
    fn items(&mut self, case: &Case<'_>, demand: &Demand<'_>) {
        let prohibitive = self.more_than_everything(case, demand);
        for (id, licence) in case.book.licence_ids() {
            let price = match self.offer_of(id) {
                Offer::At(money) => money.minor(),
                Offer::Held => prohibitive,
                Offer::Unpriced if case.owned_of(id) > 0 => prohibitive,
                Offer::Unpriced | Offer::LeftOut => 0,
            };
            // At the same price: fewer points. A connector before users, users before devices, one
            // licence before two.
            let points = match licence.holder {
                HolderKind::Server => 1,
                HolderKind::User => 2,
                HolderKind::Device => 3,
            };
            self.problem.item(price, points, case.owned_of(id));
        }
        for upkeep in &case.terms.upkeep {
            let item = self.problem.item(upkeep.price.minor(), 0, upkeep.free);
            self.upkeep.push((upkeep.licence, item));
        }
    }

    /// A price at which nobody would ever buy: every right can be had for less, by buying
    /// everything that is for sale for everybody. One licence on a server may stand in for those of
    /// all who reach it.
    fn more_than_everything(&self, case: &Case<'_>, demand: &Demand<'_>) -> i64 {
        let prices = self.offered.iter().map(|offer| match offer {
            Offer::At(money) => money.minor(),
            _ => 0,
        });
        let kept_up = case.terms.upkeep.iter().map(|upkeep| upkeep.price.minor());
        let one_of_each = prices.chain(kept_up).fold(1, i64::saturating_add);
        let people = case.people.iter().enumerate().map(|(place, group)| {
            u64::from(group.count)
                .saturating_mul(demand.own_of(Holder::OwnDevices(place)).saturating_add(1))
        });
        let devices = case.devices.iter().map(|group| u64::from(group.count));
        let servers = case.servers.iter().map(|server| u64::from(server.count));
        let units = people.chain(devices).chain(servers).fold(1, u64::saturating_add);
        let owned = case.owned.iter().map(|&(_, quantity)| quantity).fold(0, u64::saturating_add);
        // As much as leaves every sum exact.
        let most = MOST_MONEY / i64::try_from(units.max(owned)).unwrap_or(i64::MAX);
        let whole_bill = one_of_each.saturating_mul(i64::try_from(units).unwrap_or(i64::MAX));
        whole_bill.min(most).max(one_of_each)
    }

    fn bundles(&mut self, case: &Case<'_>, demand: &Demand<'_>) {
        let mut candidates: Vec<Candidate> = Vec::new();
        for ((place, bundle), classes) in
            case.book.bundles.iter().enumerate().zip(demand.classes.grants())
        {
            let left_out = || bundle.licences.iter().any(|&id| self.offer_of(id) == Offer::LeftOut);
            if classes == 0 || left_out() {
                continue;
            }
            let kept_up = self.upkeep.iter().filter(|(id, _)| bundle.licences.contains(id));
            let licences = bundle.licences.iter().map(|id| ItemId(id.0.into()));
            let items: Vec<ItemId> = licences.chain(kept_up.map(|(_, item)| *item)).collect();
            let free =
                bundle.licences.iter().any(|&id| self.is_unpriced(id) && case.owned_of(id) == 0);
            candidates.push(Candidate {
                place,
                kind: bundle.holder,
                grants: Rights::from_bits(self.unpriced.grants(classes, free)),
                price: self.price_of(&items),
                points: self.points_of(&items),
                is_bought: bundle.licences.iter().all(|&id| case.owned_of(id) == 0),
                items,
            });
        }
        let mut menus: Vec<(HolderKind, BundleId)> = Vec::new();
        for candidate in undominated(candidates) {
            let id = self.problem.bundle(&candidate.items, candidate.grants);
            self.bundles.push(candidate.place);
            menus.push((candidate.kind, id));
        }
        for &kind in HolderKind::ALL {
            let bundles: Vec<BundleId> =
                menus.iter().filter(|(of, _)| *of == kind).map(|(_, id)| *id).collect();
            let granting = bundles.iter().filter_map(|id| self.problem.bundles.get(id.index()));
            let rights = granting.fold(Rights::NONE, |rights, bundle| rights.with(bundle.grants));
            let id = self.problem.menu(&bundles);
            self.menus.push(Menu { kind, id, rights });
        }
    }

    fn device_bundles_are_dearer(&self, class: u8) -> bool {
        let of_kind = |kind: HolderKind| {
            let menu = self.problem.menus.get(self.menu(kind).index());
            menu.into_iter().flatten().filter_map(|id| self.problem.bundles.get(id.index()))
        };
        of_kind(HolderKind::Device).filter(|device| device.grants.has(class)).all(|device| {
            of_kind(HolderKind::User).any(|user| {
                user.grants.includes(device.grants)
                    && self.price_of(&user.items) <= self.price_of(&device.items)
            })
        })
    }
}

/// The most that a prohibitive price adds up to; sums are exact far beyond it.
const MOST_MONEY: i64 = 1 << 58;

/// A combination of licences that may take part.
struct Candidate {
    /// Place in the rulebook.
    place: usize,
    kind: HolderKind,
    items: Vec<ItemId>,
    grants: Rights,
    price: i64,
    points: i64,
    /// True if none of its licences is owned.
    is_bought: bool,
}

/// The candidates without those that are never chosen: another one for the same kind of holders
/// grants as much, costs no more and has no more points, and the first of equal ones stays.
///
/// Only what is bought through and through is compared: the worth of an owned licence hangs on who
/// else could use it.
fn undominated(candidates: Vec<Candidate>) -> Vec<Candidate> {
    // By kind and grants the best one, as long as these are few.
    let mut best: Vec<usize> = Vec::new();
    for (place, candidate) in
        candidates.iter().enumerate().filter(|(_, candidate)| candidate.is_bought)
    {
        let alike =
            |rival: &Candidate| rival.kind == candidate.kind && rival.grants == candidate.grants;
        match best.iter_mut().find(|known| candidates.get(**known).is_some_and(alike)) {
            Some(known) => {
                let better =
                    candidates.get(*known).is_some_and(|rival| candidate.rank() < rival.rank());
                if better {
                    *known = place;
                }
            }
            None => best.push(place),
        }
    }
    let is_dominated = |place: usize| {
        let Some(candidate) = candidates.get(place) else { return false };
        let rivals = best.iter().filter(|&&rival| rival != place);
        rivals.filter_map(|&rival| candidates.get(rival)).any(|rival| {
            rival.kind == candidate.kind
                && rival.grants.includes(candidate.grants)
                && (rival.price, rival.points) <= (candidate.price, candidate.points)
                && rival.points <= candidate.points
                && (rival.grants != candidate.grants || rival.rank() < candidate.rank())
        })
    };
    let undominated: Vec<bool> = candidates
        .iter()
        .enumerate()
        .map(|(place, candidate)| {
            !candidate.is_bought || (best.contains(&place) && !is_dominated(place))
        })
        .collect();
    candidates
        .into_iter()
        .zip(undominated)
        .filter(|(_, undominated)| *undominated)
        .map(|(candidate, _)| candidate)
        .collect()
}

impl Candidate {
    /// Rank between two that grant the same: money, points, the number of licences, the order of
    /// the rulebook.
    fn rank(&self) -> (i64, i64, usize, usize) {
        (self.price, self.points, self.items.len(), self.place)
    }
}

/// Decides which licences take part: those with a price, those that are only owned, and those
/// without a price where nothing priced meets a requirement through any of its alternatives.
fn offers(case: &Case<'_>, demand: &Demand<'_>) -> (Vec<Offer>, UnpricedClasses) {
    let for_sale = |id: LicenceId| {
        case.book.licence(id).is_some_and(|licence| licence.for_sale) && !case.terms.bars(id)
    };
    let priced =
        |id: LicenceId| case.pricing.of(id).map(|price| price.money).filter(|_| for_sale(id));
    let mut offered: Vec<Offer> = case
        .book
        .licence_ids()
        .map(|(id, _)| match priced(id) {
            Some(money) => Offer::At(money),
            None if case.owned_of(id) > 0 => Offer::Held,
            None => Offer::LeftOut,
        })
        .collect();
    let granting = |class: Class| {
        let places = demand.classes.granting(class).iter();
        places.filter_map(|&place| case.book.bundles.get(place))
    };
    let mut unpriced = UnpricedClasses::new(demand);
    // Requirements are much alike: what a class asks of some kinds of holders is looked at once.
    let mut decided: Vec<(Class, Vec<HolderKind>)> = Vec::new();
    for requirement in &demand.requirements {
        let mut kinds: Vec<HolderKind> =
            requirement.alternatives.iter().map(|holder| holder.kind()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let key = (requirement.class, kinds);
        if decided.contains(&key) {
            continue;
        }
        let (_, kinds) = &key;
        let mut ways = granting(requirement.class).filter(|bundle| kinds.contains(&bundle.holder));
        let is_priced = ways.any(|bundle| bundle.licences.iter().all(|&id| priced(id).is_some()));
        if !is_priced {
            unpriced.add(requirement.class, kinds);
            let ways = granting(requirement.class).filter(|bundle| kinds.contains(&bundle.holder));
            for &id in ways.flat_map(|bundle| &bundle.licences) {
                let offer = offered.get_mut(id.place()).filter(|_| for_sale(id));
                if let Some(offer @ (Offer::LeftOut | Offer::Held)) = offer {
                    *offer = Offer::Unpriced;
                }
            }
        }
        decided.push(key);
    }
    (offered, unpriced)
}

/// By people group: true if a requirement names their own devices and not them, as a server's
/// version may want it.
fn bound(case: &Case<'_>, demand: &Demand<'_>) -> Vec<bool> {
    let mut bound = vec![false; case.people.len()];
    for requirement in &demand.requirements {
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
