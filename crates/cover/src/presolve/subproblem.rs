//! A piece of the problem: some holders, and the needs that are still open between them.

use crate::id::{at, count, edit};
use crate::problem::Problem;
use crate::rights::{Right, Rights};

/// One way to meet a need: this holder, by its place in the part, has this right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Literal {
    pub holder: u32,
    pub right: Right,
}

/// Needs in a row: each a requirement's number and the literals of which one must hold.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    ids: Vec<u32>,
    ends: Vec<u32>,
    literals: Vec<Literal>,
}

impl Constraints {
    /// Adds a need.
    pub fn push(&mut self, id: u32, literals: impl IntoIterator<Item = Literal>) {
        self.literals.extend(literals);
        self.ids.push(id);
        self.ends.push(count(&self.literals));
    }

    /// The needs in order, each with its requirement's number.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[Literal])> + Clone {
        let mut start = 0;
        self.ids.iter().zip(&self.ends).map(move |(id, end)| {
            let literals = self.literals.get(start as usize..*end as usize).unwrap_or_default();
            start = *end;
            (*id, literals)
        })
    }

    /// The literals of one need, by its place in the row.
    pub fn literals(&self, place: u32) -> &[Literal] {
        let start = if place == 0 { 0 } else { at(&self.ends, place - 1) };
        self.literals.get(start as usize..at(&self.ends, place) as usize).unwrap_or_default()
    }

    /// The requirement's number of one need, by its place in the row.
    pub fn id(&self, place: u32) -> u32 {
        at(&self.ids, place)
    }

    /// All literals of all needs.
    pub fn all_literals(&self) -> &[Literal] {
        &self.literals
    }

    /// How many needs there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }
}

/// A holder in a part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    /// Which holder of the problem.
    pub id: u32,
    /// How many units it has.
    pub units: u32,
    /// Its menu's number.
    pub menu: u32,
    /// The rights it must have.
    pub required: Rights,
}

/// Some holders and the needs that are open between them.
#[derive(Clone, Debug, Default)]
pub struct Subproblem {
    pub nodes: Vec<Node>,
    pub constraints: Constraints,
}

impl Subproblem {
    /// The whole problem, each need once.
    ///
    /// Exactness: a requirement said twice asks nothing more, nor does one whose alternatives
    /// include all those of another for the same right, for whatever meets the other meets it too.
    pub fn whole(problem: &Problem) -> Self {
        let nodes = problem.holders.iter().enumerate().map(|(place, holder)| Node {
            id: place as u32,
            units: holder.count,
            menu: holder.menu.0,
            required: Rights::NONE,
        });
        Self { nodes: nodes.collect(), constraints: constraints(problem) }
    }

    /// The part in which the literal holds.
    pub fn with(mut self, literal: Literal) -> Self {
        edit(&mut self.nodes, literal.holder, |node| Node {
            required: node.required.with(Rights::of(literal.right)),
            ..node
        });
        self
    }

    /// The part in which no need relies on these literals, which are in order.
    pub fn without(&self, literals: &[Literal]) -> Self {
        let mut constraints = Constraints::default();
        for (id, old) in self.constraints.iter() {
            constraints.push(
                id,
                old.iter().copied().filter(|literal| literals.binary_search(literal).is_err()),
            );
        }
        Self { nodes: self.nodes.clone(), constraints }
    }

    /// The part in which each need keeps the literals that `keeps` says, given all its literals and
    /// the one.
    pub fn filtered(&self, keeps: impl Fn(&[Literal], &Literal) -> bool) -> Self {
        let mut constraints = Constraints::default();
        for (id, old) in self.constraints.iter() {
            constraints.push(id, old.iter().copied().filter(|literal| keeps(old, literal)));
        }
        Self { nodes: self.nodes.clone(), constraints }
    }

    /// Adds the nodes and needs of a part that has nothing to do with this one.
    pub fn append(&mut self, other: &Self) {
        let first = count(&self.nodes);
        self.nodes.extend_from_slice(&other.nodes);
        for (id, literals) in other.constraints.iter() {
            self.constraints.push(
                id,
                literals
                    .iter()
                    .map(|literal| Literal { holder: literal.holder + first, ..*literal }),
            );
        }
    }
}

/// The needs of a problem in an order that does not depend on that of the requirements.
fn constraints(problem: &Problem) -> Constraints {
    let mut all = Constraints::default();
    let mut literals: Vec<Literal> = Vec::new();
    for (place, requirement) in problem.requirements().enumerate() {
        literals.clear();
        literals.extend(
            requirement
                .alternatives
                .iter()
                .map(|holder| Literal { holder: holder.0, right: requirement.right }),
        );
        literals.sort_unstable();
        literals.dedup();
        all.push(place as u32, literals.iter().copied());
    }
    let mut order: Vec<Row<'_>> =
        all.iter().map(|(id, literals)| Row { key: key(literals), literals, id }).collect();
    order.sort_unstable();
    order.dedup_by_key(|row| row.literals);
    let known =
        |literals: &[Literal]| order.binary_search_by_key(&key(literals), |row| row.key).is_ok();
    let mut kept = Constraints::default();
    for row in &order {
        if !implied(row.literals, known) {
            kept.push(row.id, row.literals.iter().copied());
        }
    }
    kept
}

/// A need to be sorted; the key decides nearly always, and fast.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Row<'a> {
    key: u128,
    literals: &'a [Literal],
    id: u32,
}

/// The first three literals of a need in one number, which no other need of up to three literals
/// has.
fn key(literals: &[Literal]) -> u128 {
    let holder =
        |place: usize| literals.get(place).map_or(0, |literal| u128::from(literal.holder) + 1);
    let right = literals.first().map_or(0, |literal| u128::from(literal.right));
    holder(0) << 80
        | holder(1) << 46
        | holder(2) << 12
        | right << 2
        | u128::from(literals.len() > 3)
}

/// True if two of three or more alternatives are a need of their own.
fn implied(literals: &[Literal], known: impl Fn(&[Literal]) -> bool) -> bool {
    let pairs = || {
        literals
            .iter()
            .enumerate()
            .flat_map(|(place, a)| literals.iter().skip(place + 1).map(|b| [*a, *b]))
    };
    literals.len() > 2 && pairs().any(|pair| known(&pair))
}
