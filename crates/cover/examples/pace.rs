//! How long the generated organisations take: `cargo run --release -p seatwise-cover --features generator --example pace`.

use seatwise_cover::generate::{Dice, Size, organisation};
use seatwise_cover::{Budget, Problem, Proof, solve, verify};
use std::time::Instant;

fn main() {
    let only = std::env::args().nth(1);
    for (name, size, owned) in [
        ("usual", Size::USUAL, 0),
        ("usual, owned", Size::USUAL, 4),
        ("big", Size::BIG, 0),
        ("big, owned", Size::BIG, 2),
    ] {
        for seed in (0..6).filter(|_| only.as_deref().is_none_or(|only| only == name)) {
            let mut problem = organisation(seed, size);
            let mut dice = Dice::new(seed);
            for item in problem.items.iter_mut().take(owned) {
                item.pool = u64::from(dice.below(40)) * u64::from(size.people);
            }
            report(&format!("{name} {seed}"), &problem);
        }
    }
}

fn report(name: &str, problem: &Problem) {
    let start = Instant::now();
    let result = solve(problem, Budget::default());
    let time = start.elapsed();
    match result {
        Ok(solution) => {
            let proof = match &solution.proof {
                Proof::Charges(_) => "charges".to_owned(),
                Proof::Search { certificate, nodes } => format!("search, {nodes} nodes from {}", certificate.bound),
                Proof::Gap { bound, .. } => format!("gap above {bound}"),
            };
            let (cost, steps) = (solution.cost.money, solution.steps);
            println!(
                "{name}: {time:?}, cost {cost}, {steps} steps, {proof}, verified {:?}",
                verify(problem, &solution)
            );
        }
        Err(error) => println!("{name}: {error}"),
    }
}
