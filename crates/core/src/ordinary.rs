//! The ordinary use of a product by people of one relationship: what a new use starts with.

use crate::organisation::Use;
use crate::scenario::Scenario;
use seatwise_rulebook::{Access, Activity, Audience, Family, Relationship, Rulebook};

/// The way in and the activities of an ordinary use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrdinaryUse {
    /// Access through which the people reach the product.
    pub access: Access,
    /// Activities that they do with it.
    pub activities: Vec<Activity>,
}

/// The ordinary use of a rulebook's product by people of a relationship.
///
/// Those who belong to the organisation open the product's own client; customers, partners and
/// visitors come through a portal. Nobody administers unless the visitor says so.
#[must_use]
pub fn ordinary_use(book: &Rulebook, relationship: Relationship) -> OrdinaryUse {
    let audience =
        book.standing(relationship).map_or(Audience::Unknown, |standing| standing.audience);
    let inside = matches!(audience, Audience::Internal | Audience::Unknown);
    let access = if inside { Access::Client } else { Access::Portal };
    OrdinaryUse { access, activities: ordinary_activities(book.family, access) }
}

/// Activities through an access where nobody says more.
#[must_use]
pub fn ordinary_activities(family: Family, access: Access) -> Vec<Activity> {
    let id = match (family, access) {
        (Family::Server, _) => "server.use",
        (Family::Crm, Access::Portal | Access::WebForm) => "case.own",
        (Family::Crm, Access::Client | Access::Pooled | Access::Rekey) => "records.read",
    };
    Activity::from_id(id).into_iter().collect()
}

/// The scenario under a rulebook of another family: each use keeps its people, access, devices and
/// servers, and does what is ordinary there; administering stays where both families know it.
#[must_use]
pub fn map_to(scenario: &Scenario, book: &Rulebook) -> Scenario {
    let mut mapped = Scenario { rulebook: book.id.clone(), ..scenario.clone() };
    let known = |activity: &Activity| activity.info().families.contains(&book.family);
    for server in &mut mapped.organisation.servers {
        server.version = server.version.take().filter(|version| book.version(version).is_some());
        server.edition = server.edition.take().filter(|edition| book.edition(edition).is_some());
    }
    for usage in &mut mapped.organisation.uses {
        if !usage.activities.iter().all(known) {
            let mut activities = ordinary_activities(book.family, usage.access);
            activities.extend(usage.activities.iter().copied().filter(known));
            usage.activities = activities;
        }
    }
    merge_alike(&mut mapped.organisation.uses);
    // Prices and a price book belong to the rulebook that they were made for.
    if let Some(prices) = &mut mapped.prices {
        prices.book = None;
    }
    mapped
}

/// True if some use speaks of activities that a rulebook's family does not know.
#[must_use]
pub fn speaks_of_another_family(scenario: &Scenario, book: &Rulebook) -> bool {
    let activities = scenario.organisation.uses.iter().flat_map(|usage| &usage.activities);
    activities.into_iter().any(|activity| !activity.info().families.contains(&book.family))
}

/// Removes uses that have become the same as one before them.
fn merge_alike(uses: &mut Vec<Use>) {
    let mut distinct: Vec<Use> = Vec::with_capacity(uses.len());
    for usage in uses.drain(..) {
        if !distinct.contains(&usage) {
            distinct.push(usage);
        }
    }
    *uses = distinct;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::completeness::NotCounted;
    use crate::organisation::PeopleGroup;
    use crate::{assess, books, examples};
    use seatwise_rulebook::VerdictKind;

    /// A hundred people of a relationship with the ordinary use, under a rulebook.
    fn hundred(book: &Rulebook, relationship: Relationship) -> Scenario {
        let OrdinaryUse { access, activities } = ordinary_use(book, relationship);
        let mut scenario = Scenario::blank(&book.id);
        scenario.organisation.people = vec![PeopleGroup {
            id: "all".to_owned(),
            name: "All".to_owned(),
            count: 100,
            relationship,
            note: String::new(),
        }];
        scenario.organisation.uses =
            vec![Use { people: "all".to_owned(), access, activities, from: None, servers: None }];
        scenario
    }

    #[test]
    fn defaults_accepted_count_every_person() {
        let mut counted = 0;
        for book in books::rulebooks() {
            for &relationship in Relationship::ALL {
                let answer = assess(&hundred(book, relationship));
                let assessment = answer.assessment().unwrap();
                let place = format!("{} {relationship:?}: {:?}", book.id, assessment.bill);
                for row in &assessment.uncounted {
                    assert!(
                        matches!(row.because, NotCounted::NotKnownYet | NotCounted::Impossible),
                        "{place}: {row:?}"
                    );
                }
                let needs =
                    assessment.verdicts.iter().any(|verdict| verdict.verdict == VerdictKind::Needs);
                if needs {
                    let people = assessment
                        .bill
                        .iter()
                        .flat_map(|line| &line.lots)
                        .map(|lot| lot.units)
                        .max();
                    let servers = assessment.bill.iter().any(|line| line.licence.contains("/ec"));
                    assert!(people == Some(100) || servers, "{place}");
                    counted += 1;
                }
            }
        }
        assert!(counted >= 30, "only {counted}");
    }

    #[test]
    fn an_organisation_of_another_family_is_mapped_without_a_rest() {
        for example in examples::ALL {
            let scenario = example.scenario();
            for book in books::rulebooks() {
                let mapped = map_to(&scenario, book);
                assert!(!speaks_of_another_family(&mapped, book));
                let answer = assess(&mapped);
                let codes: Vec<&str> = answer
                    .diagnostics()
                    .iter()
                    .map(|diagnostic| diagnostic.code.as_str())
                    .collect();
                assert!(
                    !codes.contains(&"other-family") && !codes.contains(&"no-such-version"),
                    "{codes:?}"
                );
                let before: Vec<&str> =
                    scenario.organisation.uses.iter().map(|usage| usage.people.as_str()).collect();
                let after = |people: &&str| {
                    mapped.organisation.uses.iter().any(|usage| usage.people == **people)
                };
                assert!(before.iter().all(after));
            }
        }
    }
}
