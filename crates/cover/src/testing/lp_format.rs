//! Problems as integer programs in CPLEX's LP format, for solvers that know nothing of covers.

use crate::id::HolderId;
use crate::problem::Problem;
use crate::rights::{Right, Rights};
use crate::testing::unit_groups::{Ask, Choice, Flat, Group, Whose, grants};
use std::fmt::Write as _;

/// The problem as an integer program, said as shortly as it can be.
#[must_use]
pub fn program(problem: &Problem) -> String {
    let plain = problem.items.iter().all(|item| !item.is_shared() && item.minimum_order <= 1);
    if plain { of_wholes(problem) } else { of_units(problem) }
}

/// Writes a problem without pools and limits, in which all units of a holder hold the same: one `x`
/// for each holder and bundle is enough.
fn of_wholes(problem: &Problem) -> String {
    let (mut goal, mut rows, mut binaries) =
        (String::from("Minimize\n cost: 0 zero"), String::new(), Vec::new());
    for (place, holder) in (0_u32..).zip(&problem.holders) {
        for (id, bundle) in problem.choices(HolderId(place)) {
            let items = bundle.items.iter().filter_map(|item| problem.items.at(item));
            let price: i64 = items.map(|item| item.price).sum();
            let _ =
                write!(goal, " + {} x{place}_{}", price.saturating_mul(holder.count.into()), id);
            binaries.push(format!("x{place}_{}", id));
        }
        if !is_chain(problem, HolderId(place)) {
            let names: Vec<String> = problem
                .choices(HolderId(place))
                .map(|(id, _)| format!("x{place}_{}", id))
                .collect();
            let _ = writeln!(rows, " all{place}: {} <= 1", names.join(" + "));
        }
    }
    for (place, requirement) in problem.requirements().enumerate() {
        let _ = write!(rows, " need{place}:");
        for holder in requirement.alternatives {
            let choices = problem
                .choices(*holder)
                .map(|(id, bundle)| (format!("x{}_{}", holder, id), bundle));
            rows.push_str(&granting(choices, requirement.right));
        }
        rows.push_str(" >= 1\n");
    }
    format!("{goal}\nSubject To\n{rows}Binary\n {}\nEnd\n", binaries.join(" "))
}

/// `u` counts the units of a group with a choice, `h` says whether a group has all that a
/// requirement asks of it, `b` counts what is bought, `a` says whether anything is.
fn of_units(problem: &Problem) -> String {
    let flat = Flat::of(problem);
    let mut lines = Lines { taken: vec![String::new(); problem.items.len()], ..Lines::default() };
    for ((place, group), asked) in flat.groups.iter().enumerate().zip(flat.asked()) {
        lines.group(place, group, &asked);
    }
    for (place, requirement) in flat.requirements.iter().enumerate() {
        let has = requirement.iter().map(|(group, ask)| format!(" + {}", holds(*group, *ask)));
        let _ = writeln!(lines.rows, " need{place}:{} >= 1", has.collect::<String>());
    }
    lines.finish(problem)
}

/// The wanted rights that all companions of a unit may have, whatever each of them holds.
fn commons(group: &Group, wanted: Rights) -> Vec<Rights> {
    let mut commons = vec![Rights::NONE];
    for choice in &group.companions {
        let grants = choice.grants.common(wanted);
        let more: Vec<Rights> =
            commons.iter().map(|known| known.common(grants)).chain([grants]).collect();
        for set in more {
            if !commons.contains(&set) {
                commons.push(set);
            }
        }
    }
    commons
}

/// The name of "this group has what is asked of it".
fn holds(group: usize, (right, whose): Ask) -> String {
    let whose = match whose {
        Whose::Own => "",
        Whose::Companions => "c",
        Whose::Either => "e",
    };
    format!("h{group}_{right}{whose}")
}

/// True if one of any two bundles of a holder grants what the other does: two together then grant
/// no more than one.
fn is_chain(problem: &Problem, holder: HolderId) -> bool {
    let mut grants: Vec<Rights> =
        problem.choices(holder).map(|(_, bundle)| bundle.grants).collect();
    grants.sort_unstable_by_key(|grants| grants.len());
    grants.is_sorted_by(|a, b| b.includes(*a))
}

/// Variable that counts units of a group: what they hold, and what all their companions have.
struct UnitVariable {
    name: String,
    own: Rights,
    companions: Rights,
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
    /// Adds the choices of a group, and what its units must hold for it to have what is asked.
    ///
    /// Units are counted by what they hold and by the rights that all their companions have,
    /// companions by these rights and by what they hold.
    fn group(&mut self, number: usize, group: &Group, asked: &[Ask]) {
        let wanted: Rights = asked.iter().map(|ask| ask.0).collect();
        let commons = commons(group, wanted);
        let mut units: Vec<UnitVariable> = Vec::new();
        for (set, companions) in commons.iter().enumerate() {
            let mut each = String::new();
            for (place, choice) in group.own.iter().enumerate() {
                let name = format!("u{number}_{place}_{set}");
                self.takes(&name, choice);
                let _ = write!(each, " - {} {name}", group.times);
                units.push(UnitVariable { name, own: choice.grants, companions: *companions });
            }
            if group.times > 0 {
                let granting = group
                    .companions
                    .iter()
                    .enumerate()
                    .filter(|(_, choice)| choice.grants.includes(*companions));
                for (place, choice) in granting {
                    let name = format!("c{number}_{place}_{set}");
                    self.takes(&name, choice);
                    let _ = write!(each, " + {name}");
                    self.units.push(name);
                }
                let _ = writeln!(self.rows, " each{number}_{set}:{each} = 0");
            }
        }
        let count = group.count;
        let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
        let _ = writeln!(self.rows, " all{number}: {} <= {count}", names.join(" + "));
        for ask in asked {
            let granting = units.iter().filter(|unit| grants(unit.own, unit.companions, *ask));
            let sum: String = granting.map(|unit| format!(" + {}", unit.name)).collect();
            let name = holds(number, *ask);
            let _ = writeln!(self.rows, " has_{name}:{sum} - {count} {name} >= 0");
            self.binaries.push(name);
        }
        self.units.extend(units.into_iter().map(|unit| unit.name));
    }

    fn takes(&mut self, name: &str, choice: &Choice) {
        for (taken, _) in self.taken.iter_mut().zip(&choice.items).filter(|(_, times)| **times > 0)
        {
            let _ = write!(taken, " - {name}");
        }
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
            let _ = facts.maximum.map(|maximum| writeln!(bounds, " b{item} <= {maximum}"));
            if facts.minimum_order > 1 {
                let _ = writeln!(
                    self.rows,
                    " some{item}: b{item} - {} a{item} >= 0",
                    facts.minimum_order
                );
                let _ = writeln!(
                    self.rows,
                    " none{item}: b{item} - {} a{item} <= 0",
                    all.max(facts.minimum_order)
                );
                self.binaries.push(format!("a{item}"));
            }
        }
        let (units, binaries) = (self.units.join(" "), self.binaries.join(" "));
        let rows = self.rows;
        let _ = write!(
            lp,
            "\nSubject To\n{rows}Bounds\n{bounds}General\n {units}\nBinary\n {binaries}\nEnd\n"
        );
        lp
    }
}

fn granting<'a>(
    choices: impl Iterator<Item = (String, &'a crate::problem::Bundle)>,
    right: Right,
) -> String {
    choices
        .filter(|(_, bundle)| bundle.grants.has(right))
        .map(|(name, _)| format!(" + {name}"))
        .collect()
}
