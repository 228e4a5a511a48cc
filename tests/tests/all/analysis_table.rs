//! What must hold of every shipped analysis as a whole, beyond what the build refuses.

use seatwise_core::rulebook::{Analysis, Confidence, PlanId};
use seatwise_core::user_analysis::{self as analysis, PlanIndex, PlanRef};
use std::collections::BTreeSet;

#[test]
fn all_the_analyses_are_there() {
    let ids: Vec<String> = analysis::analyses().iter().map(Analysis::pinned).collect();
    assert_eq!(ids, ["microsoft-online@2025-10", "mscrm-addons@undated"]);
    assert!(
        analysis::analysis("mscrm-addons@undated").is_some()
            && analysis::analysis("nobody").is_none()
    );
}

#[test]
fn every_clause_says_where_it_stands_and_when_it_was_reviewed() {
    let mut clauses = 0;
    for analysis in analysis::analyses() {
        for clause in &analysis.clauses {
            clauses += 1;
            let place = format!("{}, {}", analysis.id, clause.id);
            let source = analysis.source_of(clause).unwrap_or_else(|| panic!("{place}: no source"));
            assert!(
                !source.address.is_empty() && !source.title.is_empty() && !source.date.is_empty(),
                "{place}"
            );
            assert!(!clause.section.is_empty(), "{place}: section");
            assert!(
                clause.confidence >= source.confidence,
                "{place}: trusted more than its document"
            );
            assert!(clause.reviewed.len() == 10, "{place}: reviewed `{}`", clause.reviewed);
        }
    }
    println!("{clauses} clauses");
}

/// What a text does not say is a reading of ours, and looks like one.
#[test]
fn what_a_page_is_silent_about_is_an_assumption_or_derived() {
    for analysis in analysis::analyses() {
        for clause in
            analysis.clauses.iter().filter(|clause| clause.says.contains("does not speak"))
        {
            assert!(clause.confidence >= Confidence::Derived, "{}, {}", analysis.id, clause.id);
        }
        for clause in analysis.clauses.iter().filter(|clause| clause.id.ends_with("-unsaid")) {
            assert_eq!(clause.confidence, Confidence::Assumption, "{}, {}", analysis.id, clause.id);
        }
    }
}

#[test]
fn every_service_plan_is_named_by_an_analysis() {
    let groups = || analysis::analyses().iter().flat_map(|analysis| &analysis.groups);
    let named: BTreeSet<PlanId> = groups().flat_map(|group| &group.plans).copied().collect();
    for (place, plan) in (0..).map(PlanId).zip(&analysis::service_plans().plans) {
        assert!(named.contains(&place), "{} is idle", plan.id);
    }
    let unknown: Vec<_> =
        analysis::service_plans().plans.iter().filter(|plan| plan.guids.is_empty()).collect();
    assert_eq!(unknown.len(), 1, "{unknown:?}");
    println!("{} service plans", named.len());
}

/// The vendor's lists have 19, 36 and 5 rows; the second names two plans twice.
#[test]
fn the_vendors_lists_are_whole() {
    let vendor = analysis::analysis("mscrm-addons").unwrap();
    let sizes: Vec<(&str, usize)> =
        vendor.groups.iter().map(|one| (one.id.as_str(), one.plans.len())).collect();
    assert_eq!(sizes, [("dynamics", 19), ("power", 34), ("team", 5)]);
    let index = PlanIndex::new(analysis::service_plans());
    let in_group = |name: &str| {
        let PlanRef::Listed(plan) = index.find(name) else { panic!("{name}") };
        vendor
            .groups
            .iter()
            .find(|group| group.plans.contains(&plan))
            .map(|group| group.id.as_str())
    };
    assert_eq!(in_group("POWERAPPS_PER_USER"), Some("dynamics"));
    assert_eq!(in_group("DDYN365_CDS_DYN_P2"), Some("power"));
    assert_eq!(in_group("DYN365_Enterprise_Talent_Attract_TeamMember"), Some("team"));
    assert_eq!(in_group("DYN365_ENTERPRISE_TALENT_ONBOARD_TEAMMEMBER"), Some("dynamics"));
    assert_eq!(in_group("DYN365_ENTERPRISE_FIELD_SERVICE"), None);
}

/// A rule that no case brings up is one that nobody has seen at work.
#[test]
fn every_rule_of_every_analysis_is_exercised_by_a_case() {
    let mut idle = Vec::new();
    for analysis in analysis::analyses() {
        let marked = format!("| `{}` |", analysis.id);
        let because: String = seatwise_tests::sources("tests/cases", "md")
            .iter()
            .flat_map(|(_, text)| text.lines())
            .filter(|line| line.contains(&marked))
            .collect();
        let rows = analysis
            .chart
            .iter()
            .map(|one| &one.id)
            .chain(analysis.tables.iter().map(|one| &one.id));
        let gates =
            analysis.accounts.iter().filter(|one| !one.clauses.is_empty()).map(|one| &one.id);
        let gates = gates
            .chain(analysis.modes.iter().filter(|one| !one.clauses.is_empty()).map(|one| &one.id));
        let gates = gates.chain(
            analysis.statuses.iter().filter(|one| !one.clauses.is_empty()).map(|one| &one.id),
        );
        let groups = analysis.groups.iter().map(|one| &one.id);
        let brings =
            analysis.groups.iter().filter_map(|one| one.brings.as_ref()).map(|one| &one.id);
        for id in rows.chain(gates).chain(groups).chain(brings) {
            if !because.contains(&format!("`{id}`")) {
                idle.push(format!("{}: no case exercises `{id}`", analysis.id));
            }
        }
    }
    assert!(idle.is_empty(), "\n{}", idle.join("\n"));
}
