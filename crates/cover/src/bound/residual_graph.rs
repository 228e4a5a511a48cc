//! Residual graph of a flow: what more fits through each arc.
#![expect(
    clippy::indexing_slicing,
    reason = "vertices and arcs are numbered by the builder of the network"
)]

use crate::cost::Cost;

/// Residual graph of a flow between a source and a sink that are no vertices themselves.
///
/// Every vertex takes in flow from the source (`supply`) and passes flow to the sink (`demand`);
/// both count what is left of that. Each arc has a mate against its direction.
#[derive(Clone, Default)]
pub struct ResidualGraph {
    /// First arc of each vertex, and one past the last arc of all.
    pub first: Vec<u32>,
    /// Vertex at which each arc ends.
    pub heads: Vec<u32>,
    /// Arc against each arc.
    pub mates: Vec<u32>,
    /// Residual capacity of each arc.
    pub capacities: Vec<Cost>,
    /// True for each arc with a positive residual capacity.
    pub open: Vec<bool>,
    /// Residual supply of each vertex.
    pub supply: Vec<Cost>,
    /// Residual demand of each vertex.
    pub demand: Vec<Cost>,
    /// Value of the flow.
    pub value: Cost,
    /// Numbers before each change of a trial, where one is under way.
    pub journal: Option<Vec<Change>>,
}

/// One number of a residual graph before it was changed.
#[derive(Clone, Copy)]
pub enum Change {
    /// Residual capacity of an arc.
    Capacity(u32, Cost),
    /// Supply of a vertex.
    Supply(u32, Cost),
    /// Demand of a vertex.
    Demand(u32, Cost),
}

impl ResidualGraph {
    /// The arcs out of a vertex, those against the direction in which they were added too.
    pub fn arcs(&self, vertex: u32) -> std::ops::Range<u32> {
        self.first[vertex as usize]..self.first[vertex as usize + 1]
    }

    /// Sends more flow through an arc.
    pub fn send(&mut self, arc: u32, amount: Cost) {
        let mate = self.mates[arc as usize];
        self.set_capacity(arc, self.capacities[arc as usize] - amount);
        self.set_capacity(mate, self.capacities[mate as usize] + amount);
    }

    /// Takes flow in at a vertex, from the source.
    pub fn take_in(&mut self, vertex: u32, amount: Cost) {
        let _ = self.set_supply(vertex, self.supply[vertex as usize] - amount);
    }

    /// Passes flow on from a vertex to the sink.
    pub fn pass_on(&mut self, vertex: u32, amount: Cost) {
        let _ = self.set_demand(vertex, self.demand[vertex as usize] - amount);
    }

    /// Sets the residual capacity of an arc.
    pub fn set_capacity(&mut self, arc: u32, capacity: Cost) {
        let before = std::mem::replace(&mut self.capacities[arc as usize], capacity);
        self.open[arc as usize] = capacity.is_positive();
        self.note(Change::Capacity(arc, before));
    }

    /// Sets the supply of a vertex; says whether that changes it.
    pub fn set_supply(&mut self, vertex: u32, supply: Cost) -> bool {
        let before = std::mem::replace(&mut self.supply[vertex as usize], supply);
        self.note(Change::Supply(vertex, before));
        before != supply
    }

    /// Sets the demand of a vertex; says whether that changes it.
    pub fn set_demand(&mut self, vertex: u32, demand: Cost) -> bool {
        let before = std::mem::replace(&mut self.demand[vertex as usize], demand);
        self.note(Change::Demand(vertex, before));
        before != demand
    }

    /// Begins to write every change down.
    pub fn begin_journal(&mut self) {
        self.journal = Some(Vec::new());
    }

    /// Ends the journal and returns it, the first change first.
    pub fn end_journal(&mut self) -> Vec<Change> {
        self.journal.take().unwrap_or_default()
    }

    fn note(&mut self, before: Change) {
        if let Some(journal) = &mut self.journal {
            journal.push(before);
        }
    }
}
