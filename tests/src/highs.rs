//! HiGHS, an independent solver of integer programs, asked for optima.
//!
//! Needs node and the npm package `highs` (`npm ci` at the root of the repository).

use crate::root;
use seatwise_cover::{HolderId, Problem, Rights};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Child, ChildStdin, Command, Stdio};

/// HiGHS at work: it reads programs as they come and compares its optima with ours.
#[derive(Debug)]
pub struct Highs {
    node: Child,
    input: ChildStdin,
}

impl Highs {
    /// Starts it. Without the npm package there is none and the comparison is skipped, unless `SEATWISE_HIGHS` is set.
    #[must_use]
    pub fn start() -> Option<Self> {
        let root = root();
        if !root.join("node_modules/highs").exists() && std::env::var_os("SEATWISE_HIGHS").is_none() {
            eprintln!("skipped: the npm package highs is not installed; run npm ci");
            return None;
        }
        let script = root.join("tests/highs/compare.mjs");
        let mut node = Command::new("node")
            .arg(script)
            .current_dir(root)
            .stdin(Stdio::piped())
            .spawn()
            .expect("node can be started");
        let input = node.stdin.take().expect("its input is piped");
        Some(Self { node, input })
    }

    /// Compares what we say of the least optimum of some problems, in minor units, with what HiGHS finds: at least the
    /// one amount, at most the other. Nothing means that none of them has a cover.
    pub fn compare(&mut self, name: &str, problems: &[Problem], money: Option<(i64, i64)>) {
        let programs: Vec<String> = problems.iter().map(program).collect();
        let line = serde_json::json!({ "name": name, "lps": programs, "money": money });
        writeln!(self.input, "{line}").expect("node reads on");
    }

    /// Whether every optimum was the same; those that were not are printed.
    #[must_use]
    pub fn agrees(self) -> bool {
        let Self { mut node, input } = self;
        drop(input);
        node.wait().expect("node ends").success()
    }
}

/// The problem as an integer program in CPLEX's LP format.
///
/// `u` counts the units of a holder with a bundle, `h` says whether a holder has a right that is asked of it, `b` counts
/// what is bought.
fn program(problem: &Problem) -> String {
    let (mut lp, mut units, mut has) = (String::from("Minimize\n cost: 0 zero"), Vec::new(), Vec::new());
    let mut taken = vec![String::new(); problem.items.len()];
    for (item, facts) in problem.items.iter().enumerate() {
        write!(lp, " + {} b{item}", facts.price).unwrap();
    }
    lp.push_str("\nSubject To\n");
    for ((holder, facts), wanted) in problem.holders.iter().enumerate().zip(wanted(problem)) {
        let id = HolderId(holder as u32);
        let names: Vec<String> = problem.choices(id).map(|(bundle, _)| format!("u{holder}_{}", bundle.0)).collect();
        if !names.is_empty() {
            writeln!(lp, " all{holder}: {} <= {}", names.join(" + "), facts.count).unwrap();
        }
        for (name, (_, bundle)) in names.iter().zip(problem.choices(id)) {
            bundle.items.iter().for_each(|item| write!(taken[item.0 as usize], " - {name}").unwrap());
        }
        for right in wanted.iter() {
            let granting = names.iter().zip(problem.choices(id)).filter(|(_, (_, bundle))| bundle.grants.has(right));
            let sum: String = granting.map(|(name, _)| format!(" + {name}")).collect();
            writeln!(lp, " has{holder}_{right}:{sum} - {} h{holder}_{right} >= 0", facts.count).unwrap();
            has.push(format!("h{holder}_{right}"));
        }
        units.extend(names);
    }
    for (item, facts) in problem.items.iter().enumerate() {
        writeln!(lp, " buy{item}: b{item}{} >= -{}", taken[item], facts.pool).unwrap();
    }
    for (place, requirement) in problem.requirements().enumerate() {
        let has = requirement.alternatives.iter().map(|holder| format!(" + h{}_{}", holder.0, requirement.right));
        writeln!(lp, " need{place}:{} >= 1", has.collect::<String>()).unwrap();
    }
    write!(lp, "General\n {}\nBinary\n {}\nEnd\n", units.join(" "), has.join(" ")).unwrap();
    lp
}

/// What is asked of each holder.
fn wanted(problem: &Problem) -> Vec<Rights> {
    let mut wanted = vec![Rights::NONE; problem.holders.len()];
    for need in problem.requirements() {
        for holder in need.alternatives {
            let wanted = &mut wanted[holder.0 as usize];
            *wanted = wanted.with(Rights::of(need.right));
        }
    }
    wanted
}
