//! Charges for every requirement of the problem, out of what the cuts charged.
//!
//! The cuts know nothing of requirements that were forced or met on the way, nor of bundles that
//! were ruled out. Here each requirement is charged what its cut says, then as much more as every
//! bundle's price leaves room for. Whatever comes in, what goes out is a valid certificate; only
//! how high its bound is depends on the cuts.

use crate::id::{BundleId, HolderId, IdVec, ItemId, RequirementId, at, count, edit, put};
use crate::problem::{Problem, Requirement};
use crate::solution::{Certificate, Proof, ShadowPrices};

/// The certificate for these shadow prices, from what was charged so far, in minor units.
pub fn certify(
    problem: &Problem,
    shadow_prices: ShadowPrices,
    charged: &IdVec<RequirementId, i64>,
) -> Certificate {
    let mut slack = Slack::new(problem, &shadow_prices);
    let mut charges: IdVec<RequirementId, i64> = problem.requirements().map(|_| 0).collect();
    for (id, requirement) in problem.entries_of_requirements() {
        let wanted = at(charged, id);
        if wanted > 0 {
            put(&mut charges, id, slack.take(problem, requirement, wanted));
        }
    }
    // Whoever has the fewest alternatives is charged the rest first: that is where rights were
    // forced.
    for forced in [true, false] {
        for (id, requirement) in problem.entries_of_requirements() {
            if (requirement.alternatives.len() == 1) == forced {
                let more = slack.take(problem, requirement, i64::MAX);
                edit(&mut charges, id, |charge: i64| charge.saturating_add(more));
            }
        }
    }
    let owned = problem
        .items
        .iter()
        .zip(&shadow_prices)
        .map(|(item, shadow_price)| item.income(*shadow_price));
    let bound = charges.iter().copied().map(i128::from).sum::<i128>() - owned.sum::<i128>();
    if bound < 0 {
        return nothing(problem);
    }
    Certificate { charges, shadow_prices, bound: i64::try_from(bound).unwrap_or(i64::MIN) }
}

/// The proof for a cover of some cost: by the certificate alone, by the bound of the search, or
/// none.
pub fn proof(certificate: Certificate, bound: i64, cost: i64, branches: u64) -> Proof {
    if certificate.bound >= cost {
        Proof::Charges(certificate)
    } else if bound >= cost {
        Proof::Search { certificate, branches }
    } else {
        let bound = bound.max(certificate.bound).max(0);
        Proof::Gap { certificate, bound }
    }
}

/// The certificate that says what is plain: no cover costs less than nothing.
fn nothing(problem: &Problem) -> Certificate {
    let shadow_prices =
        problem.items.iter().map(|item| if item.is_shared() { 0 } else { item.price });
    Certificate {
        charges: problem.requirements().map(|_| 0).collect(),
        shadow_prices: shadow_prices.collect(),
        bound: 0,
    }
}

/// Slack of each bundle for each holder: what the charges leave of its price.
struct Slack {
    /// By holder: the place of its menu's first bundle.
    first: IdVec<HolderId, u32>,
    left: Vec<i64>,
}

impl Slack {
    fn new(problem: &Problem, shadow_prices: &ShadowPrices) -> Self {
        let price =
            |items: &[ItemId]| items.iter().map(|item| at(shadow_prices, item)).sum::<i64>();
        let prices: IdVec<BundleId, i64> =
            problem.bundles.iter().map(|bundle| price(&bundle.items)).collect();
        let mut slack = Self { first: IdVec::default(), left: Vec::new() };
        for holder in &problem.holders {
            let _ = slack.first.push(count(&slack.left));
            let menu = problem.menus.at(holder.menu).map(Vec::as_slice).unwrap_or_default();
            let whole = |price: i64| price.saturating_mul(holder.count.into());
            slack.left.extend(menu.iter().map(|bundle| whole(at(&prices, bundle))));
        }
        slack
    }

    /// Charges up to `wanted` to a requirement; says how much it was.
    fn take(&mut self, problem: &Problem, requirement: Requirement<'_>, wanted: i64) -> i64 {
        let mut smallest: Option<i64> = None;
        self.visit(problem, requirement, |left| {
            smallest = Some(smallest.map_or(*left, |smallest| smallest.min(*left)))
        });
        let charge = smallest.map_or(0, |smallest| smallest.min(wanted).max(0));
        if charge > 0 {
            self.visit(problem, requirement, |left| *left -= charge);
        }
        charge
    }

    /// Visits what is left of every bundle by which a requirement could be met.
    fn visit(
        &mut self,
        problem: &Problem,
        requirement: Requirement<'_>,
        mut see: impl FnMut(&mut i64),
    ) {
        for holder in requirement.alternatives {
            let first = at(&self.first, holder) as usize;
            for (place, (_, bundle)) in problem.choices(*holder).enumerate() {
                if bundle.grants.has(requirement.right)
                    && let Some(left) = self.left.get_mut(first + place)
                {
                    see(left);
                }
            }
        }
    }
}
