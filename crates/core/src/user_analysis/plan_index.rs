//! Names and GUIDs of service plans, looked up without allocating.

use seatwise_rulebook::{Guid, PlanId, ServicePlans};
use std::cmp::Ordering;

/// Plan that an export's entry stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRef {
    /// A plan that the analyses know.
    Listed(PlanId),
    /// A name or GUID of another plan, which no analysis asks about.
    Other,
    /// Neither a name nor a GUID: empty, or what a product is called on a page (several are called
    /// the same).
    Unread,
}

/// Service plans by name and by GUID.
#[derive(Clone, Debug)]
pub struct PlanIndex<'a> {
    names: Vec<(&'a str, PlanId)>,
    guids: Vec<(Guid, PlanId)>,
    other_names: &'a [String],
}

impl<'a> PlanIndex<'a> {
    /// Sorts the names and GUIDs of the plans.
    #[must_use]
    pub fn new(plans: &'a ServicePlans) -> Self {
        let ids = || (0..=u16::MAX).map(PlanId).zip(&plans.plans);
        let mut names: Vec<_> = ids().map(|(id, plan)| (plan.id.as_str(), id)).collect();
        let mut guids: Vec<_> =
            ids().flat_map(|(id, plan)| plan.guids.iter().map(move |&guid| (guid, id))).collect();
        names.sort_by(|(a, _), (b, _)| without_case(a, b));
        guids.sort_by_key(|&(guid, _)| guid);
        Self { names, guids, other_names: &plans.others }
    }

    /// The plan that a name (`DYN365_TEAM_MEMBERS`) or a GUID stands for; case makes no difference,
    /// blanks around it and braces are passed over.
    #[must_use]
    pub fn find(&self, text: &str) -> PlanRef {
        let text = text.trim();
        let text = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
        let id = match Guid::parse(text) {
            Some(guid) => at(&self.guids, |entry| entry.cmp(&guid)),
            None => at(&self.names, |entry| without_case(entry, text)),
        };
        match id {
            Some(id) => PlanRef::Listed(id),
            None if is_identifier(text)
                || self.other_names.iter().any(|name| same_words(name, text)) =>
            {
                PlanRef::Other
            }
            None => PlanRef::Unread,
        }
    }
}

fn at<K>(entries: &[(K, PlanId)], compare: impl Fn(&K) -> Ordering) -> Option<PlanId> {
    let place = entries.binary_search_by(|(key, _)| compare(key)).ok()?;
    entries.get(place).map(|&(_, id)| id)
}

/// Short names before long ones, then by letters: most comparisons end with the length.
fn without_case(a: &str, b: &str) -> Ordering {
    let letters = || {
        a.bytes().zip(b.bytes()).map(|(a, b)| a.to_ascii_uppercase().cmp(&b.to_ascii_uppercase()))
    };
    a.len()
        .cmp(&b.len())
        .then_with(|| letters().find(|order| order.is_ne()).unwrap_or(Ordering::Equal))
}

/// Microsoft's own table has tabs in these names.
fn same_words(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (a.next(), b.next()) {
            (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
            (a, b) => return a.is_none() && b.is_none(),
        }
    }
}

/// A GUID, or a name as Microsoft writes those of plans: in one piece, or with underscores where it
/// is not. What has the length and the hyphens of a GUID and is none was damaged on its way.
fn is_identifier(text: &str) -> bool {
    let damaged =
        Guid::parse(text).is_none() && text.bytes().filter(|&byte| byte == b'-').count() == 4;
    !text.is_empty() && !damaged && (!text.contains(char::is_whitespace) || text.contains('_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::user_analysis::service_plans;

    #[track_caller]
    fn case(text: &str, wanted: Option<&str>) {
        let plan = PlanIndex::new(service_plans()).find(text);
        let wanted = wanted.map(|id| PlanRef::Listed(service_plans().plan_id(id).unwrap()));
        assert!(wanted.map_or(plan == PlanRef::Other, |wanted| wanted == plan), "{text}: {plan:?}");
    }

    #[track_caller]
    fn unread(text: &str) {
        assert_eq!(PlanIndex::new(service_plans()).find(text), PlanRef::Unread, "{text}");
    }

    #[test]
    fn a_name_and_a_guid_are_the_same_plan() {
        case("DYN365_ENTERPRISE_SALES", Some("DYN365_ENTERPRISE_SALES"));
        case(" dyn365_enterprise_sales ", Some("DYN365_ENTERPRISE_SALES"));
        case("2da8e897-7791-486b-b08f-cc63c8129df7", Some("DYN365_ENTERPRISE_SALES"));
        case("{2DA8E897-7791-486B-B08F-CC63C8129DF7}", Some("DYN365_ENTERPRISE_SALES"));
        case(
            "DYN365_ENTERPRISE_TALENT_ATTRACT_TEAMMEMBER",
            Some("DYN365_Enterprise_Talent_Attract_TeamMember"),
        );
        case("DDYN365_CDS_DYN_P2", Some("DDYN365_CDS_DYN_P2"));
        case("1259157c-8581-4875-bca7-2ffb18c51bda", Some("PROJECT_ESSENTIALS"));
        case("f944d685-f762-4371-806d-a1f48e5bea13", Some("PROJECT_ESSENTIALS"));
        case(
            "DYN365_ ENTERPRISE _RELATIONSHIP_SALES",
            Some("DYN365_ ENTERPRISE _RELATIONSHIP_SALES"),
        );
    }

    #[test]
    fn every_plan_is_found_by_its_name() {
        let plans = service_plans();
        let index = PlanIndex::new(plans);
        for (place, plan) in (0..=u16::MAX).zip(&plans.plans) {
            assert_eq!(
                index.find(&plan.id.to_lowercase()),
                PlanRef::Listed(PlanId(place)),
                "{}",
                plan.id
            );
        }
    }

    #[test]
    fn other_plans_are_told_from_what_is_none() {
        case("EXCHANGE_S_STANDARD", None);
        case("Auditing_10Year_ Retention_ Add_On", None);
        case("Virtualization \tRights \tfor \tWindows \t10 \t(E3/E5+VDA)", None);
        case("windows autopatch", None);
        case("9aaf7827-d63c-4b61-89c3-182f06f82e5c", None);
        unread("");
        unread("Dynamics 365 for Team Members");
        unread("Windows Autopatch and more");
        unread("9aaf7827-d63c-4b61-89c3-182f06f82e5");
    }
}
