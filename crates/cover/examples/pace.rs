//! How long the generated organisations take: `cargo run --release --example pace`.

use seatwise_cover::generate::{Size, organisation};
use seatwise_cover::{Budget, Proof, solve, verify};
use std::time::Instant;

fn main() {
    for (name, size) in [("big", Size::BIG)] {
        for seed in 0..std::env::args().nth(1).map_or(6, |s| s.parse().unwrap()) {
            let problem = organisation(seed, size);
            let start = Instant::now();
            let result = solve(&problem, Budget::default());
            let time = start.elapsed();
            match result {
                Ok(solution) => {
                    let proof = match &solution.proof {
                        Proof::Charges(_) => "charges".to_owned(),
                        Proof::Search { certificate, nodes } => {
                            format!("search, {nodes} nodes from {}", certificate.bound)
                        }
                        Proof::Gap { bound, .. } => format!("gap above {bound}"),
                    };
                    let sound = verify(&problem, &solution).is_ok();
                    let (cost, steps) = (solution.cost.money, solution.steps);
                    println!("{name} {seed}: {time:?}, cost {cost}, {steps} steps, {proof}, verified {sound}");
                }
                Err(error) => println!("{name} {seed}: {error}"),
            }
        }
    }
}
