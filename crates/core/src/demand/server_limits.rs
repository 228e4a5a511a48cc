//! The servers of a use, apart by what their edition and their version do with it.

use crate::resolve::case::{Case, CaseUse, Server};
use seatwise_rulebook::{Activity, Audience, TierId, Version};

/// The servers of a use, by what their edition does with it.
#[derive(Default)]
pub(crate) struct Reach {
    /// Licences decide.
    pub(crate) usual: Vec<usize>,
    /// The edition allows this to everybody.
    pub(crate) exempt: Vec<usize>,
    /// The edition admits these people.
    pub(crate) included: Vec<usize>,
    /// The edition admits nobody like them.
    pub(crate) refused: Vec<usize>,
}

/// People groups, each with a server of a limited edition that has no room left for them.
///
/// Groups are admitted in their order as long as all of a group fits, so one group too many does
/// not turn the others away. A use that the edition allows to everybody takes no room.
pub(crate) fn over_limit(case: &Case<'_>) -> Vec<(usize, usize)> {
    let limits: Vec<Option<u64>> =
        case.servers.iter().map(|server| named_users(server).map(u64::from)).collect();
    if limits.iter().all(Option::is_none) {
        return Vec::new();
    }
    // Of each server: the people groups that reach it under the terms for internal people, in their
    // order.
    let mut reaching: Vec<(usize, usize)> = Vec::new();
    for usage in &case.uses {
        let internal = case.audience_and_count(usage).0 == Audience::Internal;
        for &server in usage.servers.iter().filter(|_| internal) {
            let unlimited = case
                .servers
                .get(server)
                .is_some_and(|server| is_unlimited(case, server, &usage.activities));
            if !unlimited && !reaching.contains(&(server, usage.people)) {
                reaching.push((server, usage.people));
            }
        }
    }
    reaching.sort_unstable();
    let mut admitted = vec![0_u64; case.servers.len()];
    reaching.retain(|&(server, people)| {
        let count = case.people.get(people).map_or(0, |group| u64::from(group.count));
        let (Some(&Some(limit)), Some(admitted)) = (limits.get(server), admitted.get_mut(server))
        else {
            return false;
        };
        let fits = admitted.saturating_add(count) <= limit;
        if fits {
            *admitted = admitted.saturating_add(count);
        }
        !fits
    });
    reaching.into_iter().map(|(server, people)| (people, server)).collect()
}

/// True if an edition with named users allows these activities to everybody else as well.
pub(crate) fn is_unlimited(case: &Case<'_>, server: &Server<'_>, activities: &[Activity]) -> bool {
    let granted = server.edition.and_then(|edition| edition.unlimited.as_ref());
    let allowance =
        granted.and_then(|id| case.book.allowances.iter().find(|allowance| allowance.id == *id));
    allowance.is_some_and(|allowance| {
        activities.iter().all(|activity| allowance.activities.contains(activity))
    })
}

fn named_users(server: &Server<'_>) -> Option<u32> {
    server.edition?.named_users
}

/// The servers of a use, as its people reach them.
pub(crate) fn by_edition(
    case: &Case<'_>,
    usage: &CaseUse,
    activities: &[Activity],
    over: &[(usize, usize)],
) -> Reach {
    let mut reach = Reach::default();
    let internal = case.audience_and_count(usage).0 == Audience::Internal;
    for &place in &usage.servers {
        let Some(server) = case.servers.get(place) else { continue };
        if named_users(server).is_none() {
            reach.usual.push(place);
        } else if internal && is_unlimited(case, server, activities) {
            reach.exempt.push(place);
        } else if internal && !over.contains(&(usage.people, place)) {
            reach.included.push(place);
        } else {
            reach.refused.push(place);
        }
    }
    reach
}

/// Some servers, together where their version is the same; none stands for the rulebook's own.
pub(crate) fn by_version<'a>(
    case: &Case<'a>,
    servers: &[usize],
) -> Vec<(Option<&'a Version>, Vec<usize>)> {
    let mut groups: Vec<(Option<&Version>, Vec<usize>)> = Vec::new();
    for (version, _, servers) in by_version_and_tier(case, servers) {
        match groups.iter_mut().find(|(other, _)| {
            other.map(|version| &version.id) == version.map(|version| &version.id)
        }) {
            Some((_, together)) => together.extend(servers),
            None => groups.push((version, servers)),
        }
    }
    groups
}

/// Servers of one version and one tier.
pub(crate) type Alike<'a> = (Option<&'a Version>, Option<TierId>, Vec<usize>);

/// Some servers, together where their version and their tier are the same.
pub(crate) fn by_version_and_tier<'a>(case: &Case<'a>, servers: &[usize]) -> Vec<Alike<'a>> {
    let mut groups: Vec<Alike<'_>> = Vec::new();
    for &server in servers {
        let version = case.servers.get(server).and_then(|server| server.version);
        let tier = case.servers.get(server).and_then(|server| server.tier);
        let alike = |(other, of, _): &&mut Alike<'_>| {
            other.map(|version| &version.id) == version.map(|version| &version.id) && *of == tier
        };
        match groups.iter_mut().find(alike) {
            Some((_, _, together)) => together.push(server),
            None => groups.push((version, tier, vec![server])),
        }
    }
    groups
}
