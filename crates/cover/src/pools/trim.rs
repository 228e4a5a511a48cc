//! Takes back rights that cost nothing and meet nothing.

use crate::id::{at, edit, put};
use crate::problem::Problem;
use crate::rights::Rights;

/// Leaves each holder only the rights without which a requirement would not be met, holder by
/// holder.
///
/// Exactness: fewer rights never cost more, so a cheapest cover stays one.
pub fn trim(problem: &Problem, targets: &mut [Rights]) {
    let mut met: Vec<u32> = Vec::with_capacity(problem.requirements().len());
    let mut asked: Vec<(u32, u32)> = Vec::new();
    for (place, requirement) in (0_u32..).zip(problem.requirements()) {
        let mut holders: Vec<u32> =
            requirement.alternatives.iter().map(|holder| holder.0).collect();
        holders.sort_unstable();
        holders.dedup();
        holders.retain(|holder| at(targets, *holder).has(requirement.right));
        met.push(crate::id::count(&holders));
        asked.extend(holders.iter().map(|holder| (*holder, place)));
    }
    asked.sort_unstable();
    let rights: Vec<u8> = problem.requirements().map(|requirement| requirement.right).collect();
    for group in asked.chunk_by(|a, b| a.0 == b.0) {
        let sole = group.iter().filter(|(_, requirement)| at(&met, *requirement) == 1);
        let needed: Rights = sole.map(|(_, requirement)| at(&rights, *requirement)).collect();
        for (holder, requirement) in group {
            if !needed.has(at(&rights, *requirement)) {
                edit(&mut met, *requirement, |count| count - 1);
            }
            put(targets, *holder, needed);
        }
    }
}
