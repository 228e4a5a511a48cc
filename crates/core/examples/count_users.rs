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

fn main() {
    let plans = analysis::service_plans();
    let index = PlanIndex::new(plans);
    let guids = ["4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14", "9aaf7827-d63c-4b61-89c3-182f06f82e5c"];
    for analysis in analysis::analyses() {
        let classifier = Classifier::new(analysis);
        let (mut tally, mut row) = (Tally::default(), Vec::new());
        let start = Instant::now();
        for user in 0..USERS {
            row.clear();
            let own = plans.plans.get(user % plans.plans.len()).unwrap();
            for text in [own.id.as_str(), guids[0], guids[1], "DYN365_ENTERPRISE_SALES", "EXCHANGE_S_FOUNDATION"] {
                row.push(Assignment { plan: index.find(text), status: PlanStatus::Enabled });
            }
            let roles = *RoleCategory::ALL.get(user % RoleCategory::ALL.len()).unwrap();
            tally.add(&classifier.classify(&User { plans: &row, roles, ..User::default() }));
        }
        let counts: Vec<String> = UserClass::ALL.iter().map(|&one| format!("{} {}", tally.of(one), one.id())).collect();
        println!("{}: {USERS} users with 5 plans each in {:?}: {}", analysis.id, start.elapsed(), counts.join(", "));
    }
}
