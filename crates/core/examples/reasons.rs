//! Prints the bill of every example scenario with its reasons: `cargo run -p seatwise-core --example reasons`.

use seatwise_core::{assess, books, examples, explain};

fn main() {
    for example in examples::ALL {
        let scenario = example.scenario();
        let answer = assess(&scenario);
        let (Some(found), Some(book)) = (answer.assessment(), books::rulebook(&scenario.rulebook)) else { continue };
        println!("{}: {} {}\n", scenario.title, found.total, found.currency);
        for (place, line) in found.bill.iter().enumerate() {
            println!("{} {} = {}", line.quantity, line.name, line.amount);
            if let Some(reason) = explain::line(book, &scenario, found, place) {
                println!("    {}", reason.headline);
                reason.sentences.iter().for_each(|sentence| println!("    {sentence}"));
                for source in reason.sources {
                    println!("        {} ({}, {})", source.says, source.document, source.confidence.id());
                }
            }
        }
        for entry in &found.not_needed {
            println!("{}: {}", entry.name, explain::not_needed(book, &scenario, found, entry));
        }
        found.diagnostics.iter().for_each(|one| println!("{}: {}", one.code, one.message));
        println!();
    }
}
