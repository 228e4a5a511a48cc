//! The cover problem that an assessment speaks of, written anew from its reasons: the requirements
//! and who could meet them from the trace, prices from the price book, rights from the rulebook. It
//! shares no code with the core's own.

use crate::certificate::Check;
use seatwise_core::assessment::Assessment;
use seatwise_core::money::Money;
use seatwise_core::rulebook::{
    Access, Activity, Audience, Bundle, HolderKind, Licence, LicenceId, Mode, Right, TierId,
};
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::{Entry, HolderRef, Step, StepId};
use seatwise_cover::{BundleId, HolderId, ItemId, MenuId, Problem, Rights};

/// What somebody of an audience may do, and the tier of the environments in which they do it.
type Wanted = (Audience, Right, Option<TierId>);

/// The problem behind an assessment, with the allowance handed out as it was there.
///
/// # Panics
///
/// When the assessment speaks of something that does not exist.
#[must_use]
pub fn of_reasons(scenario: &Scenario, assessment: &Assessment) -> Problem {
    let check = Check::new(scenario, assessment).expect("the rulebook is there");
    let mut writer = Writer {
        check,
        problem: Problem::new(),
        wanted: Vec::new(),
        menus: Vec::new(),
        holders: Vec::new(),
    };
    let required: Vec<(StepId, &Entry)> =
        assessment.trace.entries().filter(|(step, entry)| writer.stands(*step, entry)).collect();
    for &(step, entry) in &required {
        for one in writer.asked(step, entry) {
            if !writer.wanted.contains(&one) {
                writer.wanted.push(one);
            }
        }
    }
    writer.sell();
    for (step, entry) in required {
        writer.require(step, entry);
    }
    writer.problem
}

struct Writer<'a> {
    check: Check<'a>,
    problem: Problem,
    /// By the number of a right.
    wanted: Vec<Wanted>,
    menus: Vec<(HolderKind, MenuId)>,
    holders: Vec<(HolderRef, HolderId)>,
}

impl Writer<'_> {
    /// Whether a step requires something of people whom the allowance leaves.
    fn stands(&self, step: StepId, entry: &Entry) -> bool {
        let trace = &self.check.found.trace;
        let left = |id: StepId| match trace.entry(id).map(|entry| &entry.step) {
            Some(Step::Group { people, count, .. }) => self.check.freed(people) < u64::from(*count),
            _ => false,
        };
        matches!(entry.step, Step::Required { .. }) && trace.causes(step).into_iter().any(left)
    }

    /// The rights that a step requires: each of its activities for each audience whose uses led to
    /// it.
    fn asked(&self, step: StepId, entry: &Entry) -> Vec<Wanted> {
        let Step::Required { activities, access, tier, .. } = &entry.step else {
            return Vec::new();
        };
        let tier = self.check.tier(tier.as_ref());
        let causes = self.check.found.trace.causes(step);
        let audiences =
            causes.into_iter().filter_map(|id| match &self.check.found.trace.entry(id)?.step {
                Step::Standing { audience, .. } => Some(*audience),
                _ => None,
            });
        audiences
            .flat_map(|audience| {
                activities.iter().map(move |id| (audience, right(*access, id), tier))
            })
            .collect()
    }

    /// Everything that can be held, at its price.
    fn sell(&mut self) {
        let book = self.check.book;
        let prices: Vec<Option<Money>> =
            book.licences.iter().map(|licence| self.price(licence)).collect();
        // One licence on a server may stand in for those of everybody, who are few enough here for
        // this factor.
        let dear = prices
            .iter()
            .flatten()
            .fold(Money::from_minor(1), |sum, price| sum.plus(*price))
            .times(1_000);
        for (licence, price) in book.licences.iter().zip(&prices) {
            self.problem.item(price.unwrap_or(dear).minor(), 1, self.owned(licence));
        }
        let to_have = |id: &LicenceId| {
            prices[usize::from(id.0)].is_some()
                || book.licence(*id).is_some_and(|licence| self.owned(licence) > 0)
        };
        let bundles: Vec<&Bundle> =
            book.bundles.iter().filter(|bundle| bundle.licences.iter().all(to_have)).collect();
        for &kind in HolderKind::ALL {
            let mut menu: Vec<BundleId> = Vec::new();
            for bundle in bundles.iter().filter(|bundle| bundle.holder == kind) {
                let items: Vec<ItemId> =
                    bundle.licences.iter().map(|id| ItemId(id.0.into())).collect();
                let grants =
                    (0..).zip(&self.wanted).filter(|(_, wanted)| self.grants(bundle, **wanted));
                let grants: Rights = grants.map(|(number, _)| number).collect();
                menu.push(self.problem.bundle(&items, grants));
            }
            let menu = self.problem.menu(&menu);
            self.menus.push((kind, menu));
        }
    }

    /// The price of a licence that can be bought.
    fn price(&self, licence: &Licence) -> Option<Money> {
        self.check.list_price(licence).filter(|_| licence.for_sale)
    }

    fn owned(&self, licence: &Licence) -> u64 {
        let id = self.check.book.licence_id(&licence.id);
        id.and_then(|id| self.check.rent(id)).map_or(0, |rent| rent.owned)
    }

    /// Whether a bundle grants a right, and may serve those who want it.
    fn grants(&self, bundle: &Bundle, (audience, right, tier): Wanted) -> bool {
        let licences = bundle.licences.iter().filter_map(|&id| self.check.book.licence(id));
        self.check.book.grants_in(bundle, tier).contains(right)
            && licences.into_iter().all(|licence| licence.audiences.contains(&audience))
    }

    fn require(&mut self, step: StepId, entry: &Entry) {
        let Step::Required { alternatives, .. } = &entry.step else { return };
        let mut holders: Vec<HolderId> =
            alternatives.iter().map(|holder| self.holder(holder)).collect();
        holders.sort_unstable();
        for wanted in self.asked(step, entry) {
            let number =
                self.wanted.iter().position(|one| *one == wanted).expect("it was numbered");
            let number = u8::try_from(number).expect("there are few");
            let can = |holder: &&HolderId| {
                self.problem.choices(**holder).any(|(_, bundle)| bundle.grants.has(number))
            };
            let able: Vec<HolderId> = holders.iter().filter(can).copied().collect();
            self.problem.require(number, if able.is_empty() { &holders } else { &able });
        }
    }

    fn holder(&mut self, holder: &HolderRef) -> HolderId {
        if let Some((_, id)) = self.holders.iter().find(|(one, _)| one == holder) {
            return *id;
        }
        let (_, menu) = self
            .menus
            .iter()
            .find(|(kind, _)| *kind == holder.kind())
            .expect("each kind has a menu");
        let count = u32::try_from(self.check.count(holder)).expect("there are few");
        let id = self.problem.holder(count, *menu);
        self.holders.push((holder.clone(), id));
        self.accompany(holder);
        id
    }
}

impl Writer<'_> {
    /// The own devices of each person go with the person.
    fn accompany(&mut self, holder: &HolderRef) {
        let (HolderRef::People(id) | HolderRef::OwnDevices(id)) = holder else { return };
        let of = |holder: &HolderRef| {
            self.holders.iter().find(|(one, _)| one == holder).map(|(_, number)| *number)
        };
        let (people, devices) =
            (of(&HolderRef::People(id.clone())), of(&HolderRef::OwnDevices(id.clone())));
        if let Some((people, devices)) = people.zip(devices) {
            let _ = self.problem.accompany(people, devices);
        }
    }
}

fn right(access: Access, activity: &str) -> Right {
    let activity = Activity::from_id(activity).expect("the activity is in the taxonomy");
    let mode: Mode = access.mode();
    Right { mode, activity }
}
