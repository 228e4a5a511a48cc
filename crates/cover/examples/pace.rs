//! Times of the solver on the generated organisations: `cargo run --release -p seatwise-cover
//! --features generator --example pace`.
//!
//! A word after `--` keeps the rows that have it in their names.

use seatwise_cover::testing::generate::{Market, Size, organisation_at, own};
use seatwise_cover::{Budget, Problem, Proof, solve, verify};
use std::time::{Duration, Instant};

fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    let sizes = [("fifty", Size::of(50)), ("usual", Size::USUAL), ("big", Size::BIG)];
    for (name, size) in sizes {
        for (market, owned) in [(0, 0), (1, 0), (2, 0), (3, 0), (0, 5), (0, 30), (1, 15), (3, 15)] {
            let market = Market::of(market);
            for seed in 0..6 {
                let name = format!("{name}, {market:?}, {owned} % owned, {seed}");
                if name.contains(&only) {
                    let mut problem = organisation_at(seed, size, market);
                    own(&mut problem, owned);
                    report(&name, &problem);
                }
            }
        }
    }
}

/// Prints the least time of some runs: what disturbs a run only adds to it.
fn report(name: &str, problem: &Problem) {
    let mut time = Duration::MAX;
    let begin = Instant::now();
    let mut runs = 0;
    let result = loop {
        let start = Instant::now();
        let result = solve(problem, Budget::default());
        time = time.min(start.elapsed());
        runs += 1;
        if begin.elapsed() > Duration::from_millis(100) || runs >= 20 {
            break result;
        }
    };
    match result {
        Ok(solution) => {
            let proof = match &solution.proof {
                Proof::Charges(_) => "charges".to_owned(),
                Proof::Search { certificate, branches } => {
                    format!("search, {branches} branches from {}", certificate.bound)
                }
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
