//! `cargo xtask test`: everything that has to hold, step by step.

use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::checks;
use crate::step::Took;

/// One thing that can be run alone: `cargo xtask test <name>`.
struct Step {
    name: &'static str,
    requirement: &'static str,
    /// Gets the words that stood after `--`.
    run: fn(&[String]) -> Result<()>,
}

/// In this order: what is quick to fail comes first.
const STEPS: [Step; 8] = [
    Step { name: "fmt", requirement: "every file is formatted", run: checks::fmt },
    Step { name: "clippy", requirement: "no lint warns", run: checks::clippy },
    Step { name: "native", requirement: "the native tests", run: checks::native },
    Step {
        name: "examples",
        requirement: "the examples in the documentation",
        run: checks::examples,
    },
    Step {
        name: "doc",
        requirement: "the documentation builds without a warning",
        run: checks::doc,
    },
    Step { name: "size", requirement: "a release build within the size budget", run: checks::size },
    Step { name: "npm", requirement: "the npm package, and its tests in Node", run: checks::npm },
    Step { name: "e2e", requirement: "the page in a real Chromium", run: checks::e2e },
];

/// Runs one step, or all of them up to the first that fails.
pub fn test(only: Option<&str>, extra: &[String]) -> Result<()> {
    let chosen: Vec<&Step> =
        STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name)).collect();
    if chosen.is_empty() {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step `{}`; there are {}", only.unwrap_or_default(), names.join(", "));
    }
    ensure!(extra.is_empty() || only.is_some(), "what follows -- goes to one step; name it");
    let start = Instant::now();
    for (passed, step) in chosen.iter().enumerate() {
        if let Err(error) = run_step(step, extra) {
            println!("\n{passed} passed, 1 failed");
            let name = step.name;
            return Err(error).with_context(|| {
                format!("{name} failed; run it alone with `cargo xtask test {name}`")
            });
        }
    }
    println!("\nall in {}", Took(start.elapsed()));
    println!("{} passed, 0 failed", chosen.len());
    Ok(())
}

fn run_step(step: &Step, extra: &[String]) -> Result<()> {
    println!("\n=== {}: {}", step.name, step.requirement);
    let start = Instant::now();
    let result = (step.run)(extra);
    let end = if result.is_ok() { "passed" } else { "FAILED" };
    println!("=== {} {end} in {}", step.name, Took(start.elapsed()));
    result
}
