//! How many users a second the analyses classify: `cargo run --release --example count_users -p seatwise-core`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "an example prints, and stops where something is missing"
)]

use seatwise_core::analysis::{self, Assignment, Classifier, PlanIndex, Tally, User};
use seatwise_core::rulebook::{PlanStatus, RoleCategory, UserClass};
use std::time::Instant;

const USERS: usize = 1_000_000;
const OFFICE: &str = "4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14";
const EXCHANGE: &str = "9aaf7827-d63c-4b61-89c3-182f06f82e5c";

fn main() {
    let plans = analysis::service_plans();
    let index = PlanIndex::new(plans);
    let start = Instant::now();
    let mut rows: Vec<Vec<Assignment>> = Vec::new();
    for user in 0..USERS {
        let own = plans.plans.get(user % plans.plans.len()).unwrap();
        let found = [own.id.as_str(), OFFICE, EXCHANGE, "DYN365_ENTERPRISE_TEAM_MEMBERS", "EXCHANGE_S_FOUNDATION"]
            .map(|text| Assignment { plan: index.find(text), status: PlanStatus::Enabled });
        if rows.len() < plans.plans.len() {
            rows.push(found.to_vec());
        }
    }
    println!("{} names and GUIDs looked up in {:?}", USERS * 5, start.elapsed());
    for analysis in analysis::analyses() {
        let classifier = Classifier::new(analysis);
        let mut tally = Tally::default();
        let start = Instant::now();
        for user in 0..USERS {
            let roles = *RoleCategory::ALL.get(user % RoleCategory::ALL.len()).unwrap();
            let row = rows.get(user % rows.len()).unwrap();
            tally.add(&classifier.classify(&User { plans: row, roles, ..User::default() }));
        }
        let counts: Vec<String> = UserClass::ALL.iter().map(|&one| format!("{} {}", tally.of(one), one.id())).collect();
        println!("{}: {USERS} users with 5 plans each in {:?}: {}", analysis.id, start.elapsed(), counts.join(", "));
    }
}
