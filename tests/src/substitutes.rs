//! What an assessment says of licences that are not needed, checked against the rulebook and the
//! reasons alone.
//!
//! A named substitute has to do all that the holder is relied on for, at the price that is named. A
//! licence that is said to be not enough for anybody must not do for anybody, in whatever
//! combination.

use crate::certificate::Check;
use seatwise_core::assessment::{Assessment, NotNeeded, WhyNot};
use seatwise_core::money::Money;
use seatwise_core::rulebook::{Activity, Audience, Bundle, Licence, LicenceId, Right, TierId};
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::{Entry, HolderRef, Other, Step, StepId};

/// Checks every entry of an assessment in which nothing is owned.
///
/// # Errors
///
/// The entry that does not hold, and why. Gives the number of entries with a substitute, and of
/// those without one.
pub fn verify(scenario: &Scenario, assessment: &Assessment) -> Result<(u32, u32), String> {
    let check = Check::new(scenario, assessment).ok_or("no such rulebook")?;
    let reader = Reader { check };
    let (mut with, mut without) = (0, 0);
    for entry in &assessment.not_needed {
        match &entry.why {
            WhyNot::Tie { holder, with: others } if !is_server(holder) => {
                reader.substitute(entry, holder, others, Money::ZERO)?;
                with += 1;
            }
            WhyNot::Dearer { holder, with: others, more } if !is_server(holder) => {
                reader.substitute(entry, holder, others, *more)?;
                with += 1;
            }
            WhyNot::CoveredOtherwise { holder } if !is_server(holder) => {
                reader.would_do(entry, holder)?;
                with += 1;
            }
            WhyNot::AllowsNothingNeeded => {
                reader.not_enough(entry)?;
                without += 1;
            }
            _ => {}
        }
    }
    for (_, entry) in assessment.trace.entries() {
        if let Step::Chosen { holder, substitutes, units, .. } = &entry.step
            && !is_server(holder)
        {
            substitutes.iter().try_for_each(|known| reader.also_does(holder, *units, known))?;
            with += u32::try_from(substitutes.len()).unwrap_or(u32::MAX);
        }
    }
    Ok((with, without))
}

fn is_server(holder: &HolderRef) -> bool {
    matches!(holder, HolderRef::Servers(_))
}

/// A right that somebody of an audience has to have in environments of a tier.
type Needed = (Audience, Right, Option<TierId>);

struct Reader<'a> {
    check: Check<'a>,
}

impl Reader<'_> {
    /// The named combination does for the holder, for so much more.
    fn substitute(
        &self,
        entry: &NotNeeded,
        holder: &HolderRef,
        with: &[String],
        more: Money,
    ) -> Result<(), String> {
        let book = self.check.book;
        let is_named =
            |licence: &Licence| licence.line == entry.line || with.contains(&licence.name);
        let mut bundles =
            book.bundles.iter().filter(|bundle| bundle.holder == holder.kind()).filter(|bundle| {
                let licences = || bundle.licences.iter().filter_map(|&id| book.licence(id));
                licences().all(is_named) && licences().count() == with.len() + 1
            });
        let needed = self.relied_on(holder);
        let doing = |bundle: &&Bundle| needed.iter().all(|needed| self.grants(bundle, *needed));
        let bundle =
            bundles.find(doing).ok_or_else(|| format!("{entry:?} would not do: {needed:?}"))?;
        let held =
            self.held(holder).ok_or_else(|| format!("{entry:?}: {holder:?} holds nothing"))?;
        let difference =
            self.price(&bundle.licences)?.minus(self.price(&held)?).times(self.check.count(holder));
        if difference == more { Ok(()) } else { Err(format!("{entry:?} costs {difference} more")) }
    }

    /// What is said to do as well does, for so much more for all units.
    fn also_does(&self, holder: &HolderRef, units: u64, other: &Other) -> Result<(), String> {
        let book = self.check.book;
        let licences: Option<Vec<LicenceId>> =
            other.licences.iter().map(|id| book.licence_id(id)).collect();
        let licences = licences.ok_or_else(|| format!("{other:?} is not of the rulebook"))?;
        let needed = self.relied_on(holder);
        let of_kind =
            |bundle: &&Bundle| bundle.holder == holder.kind() && bundle.licences == licences;
        let mut bundles = book.bundles.iter().filter(of_kind);
        if !bundles.any(|bundle| needed.iter().all(|needed| self.grants(bundle, *needed))) {
            return Err(format!("{other:?} would not do for {holder:?}: {needed:?}"));
        }
        let held = self.held(holder).ok_or_else(|| format!("{holder:?} holds nothing"))?;
        let difference = self.price(&licences)?.minus(self.price(&held)?).times(units);
        if difference == other.more {
            Ok(())
        } else {
            Err(format!("{other:?} costs {difference} more for {holder:?}"))
        }
    }

    /// Some combination with such a licence does all that the holder could be asked for.
    fn would_do(&self, entry: &NotNeeded, holder: &HolderRef) -> Result<(), String> {
        let book = self.check.book;
        let needed = self.asked(holder);
        let in_line =
            |id: &LicenceId| book.licence(*id).is_some_and(|licence| licence.line == entry.line);
        let mut of_kind = book.bundles.iter().filter(|bundle| bundle.holder == holder.kind());
        let does = of_kind.any(|bundle| {
            bundle.licences.iter().any(in_line)
                && needed.iter().all(|needed| self.grants(bundle, *needed))
        });
        if does { Ok(()) } else { Err(format!("{entry:?} would not do: {needed:?}")) }
    }

    /// No combination with such a licence does for anybody; an additive one adds nothing that is
    /// needed.
    fn not_enough(&self, entry: &NotNeeded) -> Result<(), String> {
        let book = self.check.book;
        let in_line =
            |id: &LicenceId| book.licence(*id).is_some_and(|licence| licence.line == entry.line);
        for holder in self.holders() {
            let needed = if self.held(&holder).is_some() {
                self.relied_on(&holder)
            } else {
                self.asked(&holder)
            };
            let of_kind = book.bundles.iter().filter(|bundle| bundle.holder == holder.kind());
            let doing: Vec<&Bundle> = of_kind
                .filter(|bundle| needed.iter().all(|needed| self.grants(bundle, *needed)))
                .collect();
            // Where something in a combination is superfluous it is no choice of its own.
            let is_minimal = |bundle: &Bundle| {
                !doing.iter().any(|other| {
                    other.licences.len() < bundle.licences.len()
                        && other.licences.iter().all(|id| bundle.licences.contains(id))
                })
            };
            let priced = |bundle: &Bundle| self.price(&bundle.licences).is_ok();
            let dearer = |bundle: &Bundle| {
                self.held(&holder).is_none_or(|held| {
                    self.price(&bundle.licences)
                        .is_ok_and(|price| self.price(&held).is_ok_and(|held| price >= held))
                })
            };
            let would_do = doing.iter().find(|bundle| {
                bundle.licences.iter().any(in_line)
                    && is_minimal(bundle)
                    && priced(bundle)
                    && dearer(bundle)
            });
            if let Some(bundle) = would_do.filter(|_| !needed.is_empty()) {
                return Err(format!("{entry:?}: {:?} would do for {holder:?}", bundle.licences));
            }
        }
        Ok(())
    }

    fn grants(&self, bundle: &Bundle, (audience, right, tier): Needed) -> bool {
        let mut licences = bundle.licences.iter().filter_map(|&id| self.check.book.licence(id));
        self.check.book.grants_in(bundle, tier).contains(right)
            && licences.all(|licence| licence.audiences.contains(&audience))
    }

    /// What one unit of these licences costs.
    fn price(&self, licences: &[LicenceId]) -> Result<Money, String> {
        licences.iter().try_fold(Money::ZERO, |sum, &id| {
            let licence = self.check.book.licence(id).ok_or("no such licence")?;
            let price = self.check.list_price(licence).filter(|_| licence.for_sale);
            price.map(|price| sum.plus(price)).ok_or_else(|| format!("{} has no price", licence.id))
        })
    }

    /// The licences of one unit of a holder.
    fn held(&self, holder: &HolderRef) -> Option<Vec<LicenceId>> {
        self.check.found.trace.entries().find_map(|(_, entry)| match &entry.step {
            Step::Chosen { holder: other, licences, .. } if other == holder => {
                licences.iter().map(|id| self.check.book.licence_id(id)).collect()
            }
            _ => None,
        })
    }

    fn required(&self) -> impl Iterator<Item = (StepId, &Entry, &[HolderRef])> {
        self.check.found.trace.entries().filter_map(|(step, entry)| match &entry.step {
            Step::Required { alternatives, .. } => Some((step, entry, alternatives.as_slice())),
            _ => None,
        })
    }

    fn holders(&self) -> Vec<HolderRef> {
        let mut holders: Vec<HolderRef> =
            self.required().flat_map(|(_, _, holders)| holders.to_vec()).collect();
        holders.sort();
        holders.dedup();
        holders.retain(|holder| self.check.count(holder) > 0);
        holders
    }

    /// The rights of one requirement, for each audience whose uses led to it.
    fn rights(&self, step: StepId, entry: &Entry) -> Vec<Needed> {
        let Step::Required { activities, access, tier, .. } = &entry.step else {
            return Vec::new();
        };
        let tier = self.check.tier(tier.as_ref());
        let causes = self.check.found.trace.causes(step);
        let audiences: Vec<Audience> = causes
            .into_iter()
            .filter_map(|id| match &self.check.found.trace.entry(id)?.step {
                Step::Standing { audience, .. } => Some(*audience),
                _ => None,
            })
            .collect();
        let activities = activities.iter().filter_map(|id| Activity::from_id(id));
        let rights: Vec<Right> =
            activities.map(|activity| Right { mode: access.mode(), activity }).collect();
        audiences
            .iter()
            .flat_map(|&audience| rights.iter().map(move |&right| (audience, right, tier)))
            .collect()
    }

    /// Everything that a holder could be asked for.
    fn asked(&self, holder: &HolderRef) -> Vec<Needed> {
        let mine = self.required().filter(|(_, _, alternatives)| alternatives.contains(holder));
        mine.flat_map(|(step, entry, _)| self.rights(step, entry)).collect()
    }

    /// What nobody else among the alternatives has.
    fn relied_on(&self, holder: &HolderRef) -> Vec<Needed> {
        let mine = self.required().filter(|(_, _, alternatives)| alternatives.contains(holder));
        let by_others = |alternatives: &[HolderRef], needed: Needed| {
            alternatives
                .iter()
                .filter(|other| *other != holder)
                .filter_map(|other| self.held(other))
                .any(|held| {
                    let mut bundles =
                        self.check.book.bundles.iter().filter(|bundle| bundle.licences == held);
                    bundles.any(|bundle| self.grants(bundle, needed))
                })
        };
        let rights = mine.flat_map(|(step, entry, alternatives)| {
            self.rights(step, entry).into_iter().map(move |needed| (needed, alternatives))
        });
        rights
            .filter(|(needed, alternatives)| !by_others(alternatives, *needed))
            .map(|(needed, _)| needed)
            .collect()
    }
}
