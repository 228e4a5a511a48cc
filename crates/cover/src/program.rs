//! Problems as integer programs in CPLEX's LP format, for solvers that know nothing of covers.

use crate::problem::{HolderId, Problem};
use crate::rights::{Right, Rights};
use std::fmt::Write as _;

/// The problem as an integer program, said as shortly as it can be.
#[must_use]
pub fn program(problem: &Problem) -> String {
    let plain = problem.items.iter().all(|item| !item.is_shared() && item.least <= 1);
    if plain { of_wholes(problem) } else { of_units(problem) }
}

/// Where nothing is owned or counted all units of a holder hold the same: one `x` for each holder and bundle is enough.
fn of_wholes(problem: &Problem) -> String {
    let (mut goal, mut rows, mut binaries) = (String::from("Minimize\n cost: 0 zero"), String::new(), Vec::new());
    for (place, holder) in (0_u32..).zip(&problem.holders) {
        for (id, bundle) in problem.choices(HolderId(place)) {
            let items = bundle.items.iter().filter_map(|item| problem.items.get(item.0 as usize));
            let price: i64 = items.map(|item| item.price).sum();
            let _ = write!(goal, " + {} x{place}_{}", price.saturating_mul(holder.count.into()), id.0);
            binaries.push(format!("x{place}_{}", id.0));
        }
        if !is_chain(problem, HolderId(place)) {
            let names: Vec<String> =
                problem.choices(HolderId(place)).map(|(id, _)| format!("x{place}_{}", id.0)).collect();
            let _ = writeln!(rows, " all{place}: {} <= 1", names.join(" + "));
        }
    }
    for (place, requirement) in problem.requirements().enumerate() {
        let _ = write!(rows, " need{place}:");
        for holder in requirement.alternatives {
            let choices = problem.choices(*holder).map(|(id, bundle)| (format!("x{}_{}", holder.0, id.0), bundle));
            rows.push_str(&granting(choices, requirement.right));
        }
        rows.push_str(" >= 1\n");
    }
    format!("{goal}\nSubject To\n{rows}Binary\n {}\nEnd\n", binaries.join(" "))
}

/// `u` counts the units of a holder with a bundle, `h` says whether a holder has a right that is asked of it, `b` counts
/// what is bought, `a` says whether anything is.
fn of_units(problem: &Problem) -> String {
    let mut lines = Lines { taken: vec![String::new(); problem.items.len()], ..Lines::default() };
    for (holder, asked) in (0_u32..).zip(asked(problem)) {
        lines.holder(problem, HolderId(holder), asked);
    }
    for (place, requirement) in problem.requirements().enumerate() {
        let has = requirement.alternatives.iter().map(|holder| format!(" + h{}_{}", holder.0, requirement.right));
        let _ = writeln!(lines.rows, " need{place}:{} >= 1", has.collect::<String>());
    }
    lines.finish(problem)
}

/// True if one of any two bundles of a holder grants what the other does: two together then grant no more than one.
fn is_chain(problem: &Problem, holder: HolderId) -> bool {
    let mut grants: Vec<Rights> = problem.choices(holder).map(|(_, bundle)| bundle.grants).collect();
    grants.sort_unstable_by_key(|grants| grants.len());
    grants.is_sorted_by(|a, b| b.includes(*a))
}

/// The rights that requirements ask of each holder.
fn asked(problem: &Problem) -> Vec<Rights> {
    let mut asked = vec![Rights::NONE; problem.holders.len()];
    for requirement in problem.requirements() {
        for holder in requirement.alternatives {
            crate::table::edit(&mut asked, holder.0, |rights: Rights| rights.with(Rights::of(requirement.right)));
        }
    }
    asked
}

/// The parts of a program in the making.
#[derive(Default)]
struct Lines {
    rows: String,
    units: Vec<String>,
    binaries: Vec<String>,
    /// For each item the units that take it.
    taken: Vec<String>,
}

impl Lines {
    /// What a holder may hold, and what its units must hold for it to have a right.
    fn holder(&mut self, problem: &Problem, id: HolderId, asked: Rights) {
        let count = problem.holders.get(id.0 as usize).map_or(0, |holder| holder.count);
        let choices = || problem.choices(id).map(|(bundle, facts)| (format!("u{}_{}", id.0, bundle.0), facts));
        let names: Vec<String> = choices().map(|(name, _)| name).collect();
        if !names.is_empty() {
            let _ = writeln!(self.rows, " all{}: {} <= {count}", id.0, names.join(" + "));
        }
        for (name, bundle) in choices() {
            for item in &bundle.items {
                let _ = self.taken.get_mut(item.0 as usize).map(|taken| write!(taken, " - {name}"));
            }
        }
        for right in asked.iter() {
            let sum: String = granting(choices(), right);
            let _ = writeln!(self.rows, " has{}_{right}:{sum} - {count} h{}_{right} >= 0", id.0, id.0);
            self.binaries.push(format!("h{}_{right}", id.0));
        }
        self.units.extend(names);
    }

    /// The program, once all rows are in.
    fn finish(mut self, problem: &Problem) -> String {
        let mut lp = String::from("Minimize\n cost: 0 zero");
        for (item, facts) in problem.items.iter().enumerate() {
            let _ = write!(lp, " + {} b{item}", facts.price);
        }
        for ((item, facts), taken) in problem.items.iter().enumerate().zip(&self.taken) {
            let _ = writeln!(self.rows, " buy{item}: b{item}{taken} >= -{}", facts.pool);
        }
        let all: u64 = problem.holders.iter().map(|holder| u64::from(holder.count)).sum();
        let mut bounds = String::new();
        for (item, facts) in problem.items.iter().enumerate() {
            let _ = facts.most.map(|most| writeln!(bounds, " b{item} <= {most}"));
            if facts.least > 1 {
                let _ = writeln!(self.rows, " some{item}: b{item} - {} a{item} >= 0", facts.least);
                let _ = writeln!(self.rows, " none{item}: b{item} - {} a{item} <= 0", all.max(facts.least));
                self.binaries.push(format!("a{item}"));
            }
        }
        let (units, binaries) = (self.units.join(" "), self.binaries.join(" "));
        let rows = self.rows;
        let _ = write!(lp, "\nSubject To\n{rows}Bounds\n{bounds}General\n {units}\nBinary\n {binaries}\nEnd\n");
        lp
    }
}

fn granting<'a>(choices: impl Iterator<Item = (String, &'a crate::problem::Bundle)>, right: Right) -> String {
    choices.filter(|(_, bundle)| bundle.grants.has(right)).map(|(name, _)| format!(" + {name}")).collect()
}
