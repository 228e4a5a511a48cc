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

/// A people group and a server of a limited edition that has no room left for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refusal {
    people: usize,
    server: usize,
}

/// People groups whom a server of a limited edition has no room left for.
///
/// Groups are admitted in their order as long as all of a group fits, so one group too many does
/// not turn the others away. A use that the edition allows to everybody takes no room.
pub(crate) fn over_limit(case: &Case<'_>) -> Vec<Refusal> {
    let limits: Vec<Option<u64>> =
        case.servers.iter().map(|server| named_users(server).map(u64::from)).collect();
    if limits.iter().all(Option::is_none) {
        return Vec::new();
    }
    // Of each server: the people groups that reach it under the terms for internal people, in their
    // order.
    let mut reaching: Vec<(usize, usize)> = Vec::new();
    for usage in &case.uses {
        let internal = case.audience_of(usage) == Audience::Internal;
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
    reaching.into_iter().map(|(server, people)| Refusal { people, server }).collect()
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
    over_limit: &[Refusal],
) -> Reach {
    let mut reach = Reach::default();
    let internal = case.audience_of(usage) == Audience::Internal;
    for &place in &usage.servers {
        let Some(server) = case.servers.get(place) else { continue };
        if named_users(server).is_none() {
            reach.usual.push(place);
        } else if internal && is_unlimited(case, server, activities) {
            reach.exempt.push(place);
        } else if internal && !over_limit.contains(&Refusal { people: usage.people, server: place })
        {
            reach.included.push(place);
        } else {
            reach.refused.push(place);
        }
    }
    reach
}

/// Servers of one version and one tier.
#[derive(Default)]
pub(crate) struct ServerSet<'a> {
    /// None for the rulebook's own.
    pub(crate) version: Option<&'a Version>,
    pub(crate) tier: Option<TierId>,
    pub(crate) servers: Vec<usize>,
}

impl ServerSet<'_> {
    fn is_of_version(&self, version: Option<&Version>) -> bool {
        self.version.map(|version| &version.id) == version.map(|version| &version.id)
    }
}

/// Some servers, together where their version is the same, whatever their tiers.
pub(crate) fn by_version<'a>(case: &Case<'a>, servers: &[usize]) -> Vec<ServerSet<'a>> {
    let mut sets: Vec<ServerSet<'_>> = Vec::new();
    for ServerSet { version, servers, .. } in by_version_and_tier(case, servers) {
        match sets.iter_mut().find(|set| set.is_of_version(version)) {
            Some(set) => set.servers.extend(servers),
            None => sets.push(ServerSet { version, tier: None, servers }),
        }
    }
    sets
}

/// Some servers, together where their version and their tier are the same.
pub(crate) fn by_version_and_tier<'a>(case: &Case<'a>, servers: &[usize]) -> Vec<ServerSet<'a>> {
    let mut sets: Vec<ServerSet<'_>> = Vec::new();
    for &place in servers {
        let server = case.servers.get(place);
        let version = server.and_then(|server| server.version);
        let tier = server.and_then(|server| server.tier);
        match sets.iter_mut().find(|set| set.tier == tier && set.is_of_version(version)) {
            Some(set) => set.servers.push(place),
            None => sets.push(ServerSet { version, tier, servers: vec![place] }),
        }
    }
    sets
}
