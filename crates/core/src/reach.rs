//! The servers of a use, apart by what their edition and their version do with it.

use crate::case::{Case, Server};
use seatwise_rulebook::{Audience, Version};

/// The servers of a use, by what their edition does with it.
#[derive(Default)]
pub(crate) struct Reach {
    /// Licences decide.
    pub(crate) usual: Vec<usize>,
    /// The edition admits these people.
    pub(crate) included: Vec<usize>,
    /// The edition admits nobody like them.
    pub(crate) refused: Vec<usize>,
}

/// Servers of a limited edition that more internal people reach than it admits.
pub(crate) fn crowded(case: &Case<'_>) -> Vec<bool> {
    // Of each server: who came last, and how many came. Uses stand in the order of their people.
    let mut admitted: Vec<(Option<usize>, u64)> = vec![(None, 0); case.servers.len()];
    for one in &case.uses {
        let (audience, count) = case.who(one);
        for &server in one.servers.iter().filter(|_| audience == Audience::Internal) {
            if let Some((last, all)) = admitted.get_mut(server).filter(|(last, _)| *last != Some(one.people)) {
                *last = Some(one.people);
                *all += count;
            }
        }
    }
    let limit = |place: usize| case.servers.get(place).and_then(named_users);
    let over = |(place, (_, all)): (usize, &(_, u64))| limit(place).is_some_and(|most| *all > u64::from(most));
    admitted.iter().enumerate().map(over).collect()
}

fn named_users(server: &Server<'_>) -> Option<u32> {
    server.edition?.named_users
}

/// Some servers, as internal people or others reach them.
pub(crate) fn by_edition(case: &Case<'_>, servers: &[usize], internal: bool, crowded: &[bool]) -> Reach {
    let mut reach = Reach::default();
    for &server in servers {
        let limited = case.servers.get(server).is_some_and(|one| named_users(one).is_some());
        let crowded = crowded.get(server).copied().unwrap_or(false);
        match (limited, internal && !crowded) {
            (false, _) => reach.usual.push(server),
            (true, true) => reach.included.push(server),
            (true, false) => reach.refused.push(server),
        }
    }
    reach
}

/// Some servers, together where their version is the same; none stands for the rulebook's own.
pub(crate) fn by_version<'a>(case: &Case<'a>, servers: &[usize]) -> Vec<(Option<&'a Version>, Vec<usize>)> {
    let mut found: Vec<(Option<&Version>, Vec<usize>)> = Vec::new();
    for &server in servers {
        let version = case.servers.get(server).and_then(|one| one.version);
        match found.iter_mut().find(|(other, _)| other.map(|one| &one.id) == version.map(|one| &one.id)) {
            Some((_, together)) => together.push(server),
            None => found.push((version, vec![server])),
        }
    }
    found
}
