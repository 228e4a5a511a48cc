//! Rights that cost nothing and meet nothing, taken back.

use crate::id::{HolderId, IdVec, RequirementId, at, count, edit, put};
use crate::problem::Problem;
use crate::rights::{Right, Rights};

/// Leaves each holder only the rights without which a requirement would not be met, holder by
/// holder.
///
/// Exactness: fewer rights never cost more, so a cheapest cover stays one.
pub fn trim(problem: &Problem, targets: &mut IdVec<HolderId, Rights>) {
    let mut met: IdVec<RequirementId, u32> = IdVec::default();
    let mut asked: Vec<(HolderId, RequirementId)> = Vec::new();
    for (id, requirement) in problem.entries_of_requirements() {
        let has = |holder: &HolderId| at(targets, holder).has(requirement.right);
        let holders: Vec<HolderId> = requirement.alternatives.iter().copied().filter(has).collect();
        let _ = met.push(count(&holders));
        asked.extend(holders.iter().map(|holder| (*holder, id)));
    }
    asked.sort_unstable();
    let rights: IdVec<RequirementId, Right> =
        problem.requirements().map(|requirement| requirement.right).collect();
    for group in asked.chunk_by(|(a, _), (b, _)| a == b) {
        let sole = group.iter().filter(|(_, requirement)| at(&met, requirement) == 1);
        let needed: Rights = sole.map(|(_, requirement)| at(&rights, requirement)).collect();
        for (holder, requirement) in group {
            if !needed.has(at(&rights, requirement)) {
                edit(&mut met, requirement, |count| count - 1);
            }
            put(targets, holder, needed);
        }
    }
}
