//! Users as conformance cases write them, and what the analyses make of them as a page.
//!
//! ```json
//! { "analyses": ["mscrm-addons"],
//!   "users": [{ "id": "seller",
//!               "plans": ["DYN365_ENTERPRISE_SALES", { "plan": "2da8e897-…", "capabilityStatus": "Warning" }],
//!               "disabledPlans": ["2da8e897-…"],
//!               "roles": "ordinary", "writes": ["incident"], "accessMode": 0, "accountEnabled": true }] }
//! ```
//!
//! A plan that is only named is enabled. What is left out is not said, but for the plans and the
//! tables.

use seatwise_core::rulebook::{
    AccessMode, AccountState, Analysis, ClauseId, PlanStatus, RoleCategory, UserClass,
};
use seatwise_core::user_analysis::{
    self as analysis, Assignment, Because, Classifier, Finding, PlanIndex, Tally, User,
};
use seatwise_core::words::Words;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

const FIELDS: [&str; 8] = [
    "id",
    "plans",
    "disabledPlans",
    "roles",
    "writes",
    "accessMode",
    "applicationId",
    "accountEnabled",
];

/// Whether the JSON of a case tells of users, rather than of an organisation.
#[must_use]
pub fn tells_of_users(json: &str) -> bool {
    serde_json::from_str::<Value>(json).is_ok_and(|value| value.get("users").is_some())
}

/// What the analyses make of the users of a case, as the expected part of its page.
///
/// # Panics
///
/// Where the case does not read as the module says.
#[must_use]
pub fn outcome(json: &str, heading: &str) -> String {
    let case: Value = serde_json::from_str(json).expect("the case is JSON");
    let users = list(&case["users"]);
    let mut classes = format!(
        "{heading}\n| user | analysis | class | because | not said |\n|---|---|---|---|---|\n"
    );
    let mut counts = String::from("\n## Count\n\n");
    let mut reasons = String::from("\n## Reasons\n");
    for id in list(&case["analyses"]) {
        let id = text(id);
        let analysis =
            analysis::analysis(id).unwrap_or_else(|| panic!("there is no analysis `{id}`"));
        let (tally, cited) = each(analysis, users, &mut classes);
        write_counts(&mut counts, analysis, &tally);
        write_reasons(&mut reasons, analysis, &cited);
    }
    classes + &counts + &reasons
}

fn each(analysis: &Analysis, users: &[Value], page: &mut String) -> (Tally, BTreeSet<ClauseId>) {
    let (classifier, index) =
        (Classifier::new(analysis), PlanIndex::new(analysis::service_plans()));
    let (mut tally, mut cited) = (Tally::default(), BTreeSet::new());
    for user in users {
        let finding = classify(&classifier, &index, user);
        tally.add(&finding);
        let why = finding.why(Words::english(), analysis);
        cited.extend(why.iter().flat_map(|step| step.clauses));
        let missing: Vec<&str> = finding.unsaid.list().map(|what| what.id()).collect();
        writeln!(
            page,
            "| {} | `{}` | {} | {} | {} |",
            text(&user["id"]),
            analysis.id,
            finding.class.id(),
            steps(&why),
            missing.join(", ")
        )
        .expect("a string takes everything");
    }
    (tally, cited)
}

/// What an analysis makes of one user of a case.
///
/// # Panics
///
/// Where the user does not read as the module says.
#[must_use]
pub fn classify(classifier: &Classifier<'_>, index: &PlanIndex<'_>, user: &Value) -> Finding {
    let fields = user.as_object().expect("a user is an object");
    for field in fields.keys() {
        assert!(FIELDS.contains(&field.as_str()), "a user has no field `{field}`");
    }
    let plans: Vec<Assignment> = assignments(index, user);
    let writes = list(&user["writes"]).iter().map(text).map(|name| classifier.tables(name));
    classifier.classify(&User {
        plans: &plans,
        roles: user.get("roles").map_or(RoleCategory::Unsaid, |word| {
            RoleCategory::from_id(text(word)).unwrap_or_else(|| panic!("roles `{word}`"))
        }),
        writes: writes.fold(Default::default(), |all, one| all.with(one)),
        mode: mode(user),
        account: match user
            .get("accountEnabled")
            .map(|value| value.as_bool().expect("true or false"))
        {
            None => AccountState::Unsaid,
            Some(true) => AccountState::Enabled,
            Some(false) => AccountState::Disabled,
        },
    })
}

fn assignments(index: &PlanIndex<'_>, user: &Value) -> Vec<Assignment> {
    let disabled: Vec<Assignment> = list(&user["disabledPlans"])
        .iter()
        .map(|plan| Assignment { plan: index.find(text(plan)), status: PlanStatus::Disabled })
        .collect();
    let out = |one: &Assignment| !disabled.iter().any(|other| other.plan == one.plan);
    let plans = list(&user["plans"]).iter().map(|plan| match plan {
        Value::String(name) => Assignment { plan: index.find(name), status: PlanStatus::Enabled },
        _ => Assignment {
            plan: index.find(text(&plan["plan"])),
            status: plan.get("capabilityStatus").map_or(PlanStatus::Unsaid, |word| {
                PlanStatus::from_graph(text(word)).unwrap_or_else(|| panic!("status `{word}`"))
            }),
        },
    });
    plans.filter(out).chain(disabled.iter().copied()).collect()
}

fn mode(user: &Value) -> AccessMode {
    if user.get("applicationId").is_some() {
        return AccessMode::Application;
    }
    let Some(code) = user.get("accessMode") else { return AccessMode::Unsaid };
    let code = code.as_u64().and_then(|code| u32::try_from(code).ok());
    code.and_then(AccessMode::from_code).expect("a code of an access mode")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("`{value}` is no text"))
}

fn steps(why: &[Because<'_>]) -> String {
    why.iter().map(|step| format!("`{}`", step.id)).collect::<Vec<_>>().join(", ")
}

fn write_counts(page: &mut String, analysis: &Analysis, tally: &Tally) {
    let counts = UserClass::ALL
        .iter()
        .map(|&class| (class.id(), tally.of(class)))
        .filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts.map(|(class, count)| format!("{count} {class}")).collect();
    writeln!(page, "* `{}`: {}", analysis.pinned(), counts.join(", "))
        .expect("a string takes everything");
    for beyond in tally.beyond(analysis) {
        writeln!(
            page,
            "  * `{}` admits {}, and there are {}",
            beyond.gate, beyond.limit, beyond.users
        )
        .expect("a string takes everything");
    }
}

fn write_reasons(page: &mut String, analysis: &Analysis, cited: &BTreeSet<ClauseId>) {
    writeln!(page, "\n`{}`: {}.\n", analysis.id, analysis.about)
        .expect("a string takes everything");
    for clause in cited.iter().filter_map(|&id| analysis.clause(id)) {
        writeln!(page, "* `{}`: {} ({})", clause.id, clause.says, clause.confidence.id())
            .expect("a string takes everything");
    }
}
