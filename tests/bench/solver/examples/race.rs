//! The random families natively, for a profile: `race RULEBOOK|all SIZE COUNT [SEED] [OWNED]`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a tool"
)]

use seatwise_bench::families::{self, Size};
use seatwise_core::assessment::Certificate;
use seatwise_core::books;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |place: usize| arguments.get(place).and_then(|text| text.parse::<u64>().ok());
    let (size, count) = (number(2).unwrap_or(2) as u32, number(3).unwrap_or(8));
    let first = number(4).unwrap_or(1);
    let owned = number(5).unwrap_or(0) as u32;
    for book in
        books::rulebooks().iter().filter(|book| arguments[1] == "all" || book.id == arguments[1])
    {
        let mut rows: Vec<(f64, u64, String)> = Vec::new();
        for seed in first..first + count {
            let scenario = families::scenario(book, Size { owned, ..Size::of(size) }, seed);
            if std::env::var_os("DUMP").is_some() {
                println!("{}", scenario.to_json());
            }
            let mut best = f64::MAX;
            let mut what = String::new();
            for _ in 0..(if size < 3 && owned == 0 { 3 } else { 1 }) {
                let start = Instant::now();
                let answer = seatwise_core::assess(&scenario);
                let text = serde_json::to_string(&answer).unwrap();
                best = best.min(start.elapsed().as_secs_f64() * 1e3);
                let found = answer.assessment().unwrap();
                let kind = match &found.certificate {
                    Certificate::Charges { .. } => "charges".to_owned(),
                    Certificate::Search { nodes, sum, .. } => {
                        format!("search {nodes}, bound {sum}")
                    }
                    Certificate::Gap { gap, .. } => format!("GAP {gap}"),
                };
                what = format!("{} {kind} ({} kB)", found.total, text.len() / 1000);
            }
            if std::env::var_os("SOLVE").is_some() {
                let problems =
                    seatwise_core::model::problems(&books::Library::shipped(), &scenario).unwrap();
                for problem in problems {
                    let start = Instant::now();
                    let solution =
                        seatwise_cover::solve(&problem, seatwise_cover::Budget::default()).unwrap();
                    let time = start.elapsed().as_secs_f64() * 1e3;
                    what += &format!("; solver alone {time:.2} ms, {} steps", solution.steps);
                }
            }
            rows.push((best, seed, what));
        }
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        let worst = rows.last().unwrap();
        println!(
            "{:20} median {:8.2} ms  worst {:8.2} ms (seed {}: {})",
            book.id,
            rows[rows.len() / 2].0,
            worst.0,
            worst.1,
            worst.2
        );
        if std::env::var_os("ALL").is_some() {
            rows.sort_by_key(|row| row.1);
            rows.iter().for_each(|(time, seed, what)| println!("    {seed}: {time:.2} ms {what}"));
        }
    }
}
