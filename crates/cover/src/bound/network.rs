//! Flow network whose flow and search trees are kept while its capacities change.
//!
//! Every vertex may take in flow from the source (`supply`) and pass flow to the sink (`demand`),
//! so source and sink need no arcs. Flow is kept from one call of [`Network::maximise`] to the
//! next: capacities, supplies and demands may be changed in between, and only what has changed is
//! looked at again.
#![expect(
    clippy::indexing_slicing,
    reason = "vertices and arcs are numbered by the builder of this module"
)]

use crate::bound::residual_graph::{Change, ResidualGraph};
use crate::bound::search_trees::SearchTrees;
use crate::cost::Cost;
use crate::id::count;

/// Builder of a network.
#[derive(Default)]
pub struct Builder {
    supply: Vec<Cost>,
    demand: Vec<Cost>,
    arcs: Vec<Arc>,
}

/// Arc of a network under construction.
struct Arc {
    tail: u32,
    head: u32,
    capacity: Cost,
}

impl Builder {
    /// Adds a vertex that takes in up to `supply` and passes up to `demand`.
    pub fn vertex(&mut self, supply: Cost, demand: Cost) -> u32 {
        self.supply.push(supply);
        self.demand.push(demand);
        count(&self.supply) - 1
    }

    /// Adds an arc; its number is the count of arcs before it. Both vertices must be there.
    pub fn arc(&mut self, tail: u32, head: u32, capacity: Cost) -> u32 {
        debug_assert!(
            tail.max(head) < count(&self.supply),
            "an arc joins vertices that were added"
        );
        self.arcs.push(Arc { tail, head, capacity });
        count(&self.arcs) - 1
    }

    /// Lays the arcs out by tail, each with its mate.
    pub fn build(self) -> Network {
        let vertices = self.supply.len();
        let mut first = vec![0_u32; vertices + 1];
        for Arc { tail, head, .. } in &self.arcs {
            first[*tail as usize + 1] += 1;
            first[*head as usize + 1] += 1;
        }
        for vertex in 0..vertices {
            first[vertex + 1] += first[vertex];
        }
        let mut next = first.clone();
        let mut take = |vertex: u32| {
            let place = next[vertex as usize];
            next[vertex as usize] += 1;
            place
        };
        let ends = self.arcs.len() * 2;
        let (mut heads, mut mates) = (vec![0; ends], vec![0; ends]);
        let (mut capacities, mut open) = (vec![Cost::ZERO; ends], vec![false; ends]);
        let mut places = Vec::with_capacity(self.arcs.len());
        for Arc { tail, head, capacity } in &self.arcs {
            let (forward, back) = (take(*tail), take(*head));
            (heads[forward as usize], heads[back as usize]) = (*head, *tail);
            (mates[forward as usize], mates[back as usize]) = (back, forward);
            capacities[forward as usize] = *capacity;
            open[forward as usize] = capacity.is_positive();
            places.push(forward);
        }
        let (supply, demand) = (self.supply, self.demand);
        let graph = ResidualGraph {
            first,
            heads,
            mates,
            capacities,
            open,
            supply,
            demand,
            value: Cost::ZERO,
            journal: None,
        };
        Network { graph, places, trees: SearchTrees::empty(vertices) }
    }
}

/// Flow network with its flow.
#[derive(Clone)]
pub struct Network {
    graph: ResidualGraph,
    /// Place of each added arc among those of the graph.
    places: Vec<u32>,
    trees: SearchTrees,
}

impl Network {
    /// Adds flow until no more fits; returns the value of the flow.
    pub fn maximise(&mut self) -> Cost {
        self.maximise_to(Cost::INFINITE + Cost::INFINITE)
    }

    /// Adds flow until no more fits or its value reaches a goal; returns its value.
    pub fn maximise_to(&mut self, goal: Cost) -> Cost {
        self.trees.grow(&mut self.graph, goal);
        self.graph.value
    }

    /// Tries changes out, and takes them back with all that came of them.
    pub fn attempt<T>(&mut self, trial: impl FnOnce(&mut Self) -> T) -> T {
        let value = self.graph.value;
        self.graph.begin_journal();
        let result = trial(self);
        for before in self.graph.end_journal().into_iter().rev() {
            match before {
                Change::Capacity(arc, capacity) => {
                    self.graph.set_capacity(arc, capacity);
                    self.touch(arc);
                }
                Change::Supply(vertex, supply) => self.set_supply(vertex, supply),
                Change::Demand(vertex, demand) => self.set_demand(vertex, demand),
            }
        }
        self.graph.value = value;
        result
    }

    /// Value of the flow.
    pub fn value(&self) -> Cost {
        self.graph.value
    }

    /// Flow through an arc.
    pub fn flow(&self, arc: u32) -> Cost {
        let forward = self.places[arc as usize];
        self.graph.capacities[self.graph.mates[forward as usize] as usize]
    }

    /// Sets the residual capacity of an arc.
    pub fn set_capacity(&mut self, arc: u32, capacity: Cost) {
        let forward = self.places[arc as usize];
        if self.graph.capacities[forward as usize] != capacity {
            self.graph.set_capacity(forward, capacity);
            self.touch(forward);
        }
    }

    /// Takes flow out of an arc, and its capacity with it: the tail has it to send again, the head
    /// room for other flow.
    pub fn withdraw(&mut self, arc: u32, amount: Cost) {
        let forward = self.places[arc as usize];
        let back = self.graph.mates[forward as usize];
        let (head, tail) = (self.graph.heads[forward as usize], self.graph.heads[back as usize]);
        self.graph.set_capacity(back, self.graph.capacities[back as usize] - amount);
        self.touch(forward);
        self.return_outflow(tail, amount);
        self.set_demand(head, self.demand(head) + amount);
    }

    /// Makes a vertex send elsewhere what it passed to the sink before.
    pub fn return_outflow(&mut self, vertex: u32, amount: Cost) {
        self.set_supply(vertex, self.supply(vertex) + amount);
        self.graph.value -= amount;
    }

    /// Makes a vertex get from elsewhere what it took in before.
    pub fn return_inflow(&mut self, vertex: u32, amount: Cost) {
        self.set_demand(vertex, self.demand(vertex) + amount);
        self.graph.value -= amount;
    }

    /// Returns what more a vertex can take in.
    pub fn supply(&self, vertex: u32) -> Cost {
        self.graph.supply[vertex as usize]
    }

    /// Returns what more a vertex can pass to the sink.
    pub fn demand(&self, vertex: u32) -> Cost {
        self.graph.demand[vertex as usize]
    }

    /// Sets what more a vertex can take in.
    pub fn set_supply(&mut self, vertex: u32, supply: Cost) {
        if self.graph.set_supply(vertex, supply) {
            self.trees.touch(vertex);
        }
    }

    /// Sets what more a vertex can pass to the sink.
    pub fn set_demand(&mut self, vertex: u32, demand: Cost) {
        if self.graph.set_demand(vertex, demand) {
            self.trees.touch(vertex);
        }
    }

    /// True if more flow could pass from the vertex to the sink, after [`Network::maximise`].
    ///
    /// The vertices of which this holds are the smallest sink side of all minimum cuts, hence the
    /// same whatever the flow.
    pub fn reaches_sink(&self, vertex: u32) -> bool {
        self.trees.reaches_sink(vertex)
    }

    /// True if more flow could come to the vertex from the source, after [`Network::maximise`].
    pub fn is_reached(&self, vertex: u32) -> bool {
        self.trees.is_reached(vertex)
    }

    /// Notes that the ends of an arc are to be looked at again.
    fn touch(&mut self, arc: u32) {
        self.trees.touch(self.graph.heads[arc as usize]);
        self.trees.touch(self.graph.heads[self.graph.mates[arc as usize] as usize]);
    }
}

#[cfg(test)]
mod tests {
    use super::Builder;
    use crate::cost::Cost;

    fn money(amount: i64) -> Cost {
        Cost::new(amount, 0)
    }

    /// Two sources and two sinks, joined by `arcs`.
    #[track_caller]
    fn case(supplies: [i64; 2], demands: [i64; 2], arcs: &[(u32, u32, i64)], value: i64) {
        let mut builder = Builder::default();
        let _ = supplies.map(|supply| builder.vertex(money(supply), Cost::ZERO));
        let _ = demands.map(|demand| builder.vertex(Cost::ZERO, money(demand)));
        for (tail, head, capacity) in arcs {
            builder.arc(*tail, *head, money(*capacity));
        }
        assert_eq!(builder.build().maximise(), money(value));
    }

    #[test]
    fn the_flow_is_what_the_narrowest_cut_lets_through() {
        case([5, 5], [4, 4], &[(0, 2, 9), (1, 3, 9)], 8);
        case([5, 5], [4, 4], &[(0, 2, 9), (1, 2, 9)], 4);
        case([5, 5], [4, 4], &[], 0);
        case([2, 7], [4, 4], &[(0, 2, 9), (0, 3, 9), (1, 2, 9)], 6);
        case([6, 6], [6, 6], &[(0, 2, 6), (0, 3, 6), (1, 2, 6)], 12);
        case([6, 6], [6, 6], &[(0, 1, 3), (1, 2, 5), (1, 3, 2)], 7);
    }

    #[test]
    fn points_decide_where_money_ties() {
        let mut builder = Builder::default();
        let left = builder.vertex(Cost::new(5, 2), Cost::ZERO);
        let right = builder.vertex(Cost::ZERO, Cost::new(5, 1));
        let arc = builder.arc(left, right, Cost::INFINITE);
        let mut network = builder.build();
        assert_eq!(network.maximise(), Cost::new(5, 1));
        assert_eq!(network.flow(arc), Cost::new(5, 1));
        assert!(network.is_reached(left) && !network.reaches_sink(left));
    }

    #[test]
    fn added_capacity_lets_more_through() {
        let mut builder = Builder::default();
        let left = builder.vertex(money(9), Cost::ZERO);
        let right = builder.vertex(Cost::ZERO, money(7));
        let arc = builder.arc(left, right, money(3));
        let mut network = builder.build();
        assert_eq!(network.maximise(), money(3));
        network.set_capacity(arc, money(10));
        assert_eq!(network.maximise(), money(7));
        assert_eq!(
            (network.supply(left), network.demand(right), network.flow(arc)),
            (money(2), money(0), money(7))
        );
    }
}
