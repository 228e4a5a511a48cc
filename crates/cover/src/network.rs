//! A network, the flow in it, and what may change about both.
//!
//! Every node may take in flow from the source (`supply`) and pass flow to the sink (`demand`), so source and sink need
//! no arcs. Flow is kept from one call of [`Network::maximise`] to the next: rooms, supplies and demands may be changed
//! in between, and only what has changed is looked at again.
#![expect(clippy::indexing_slicing, reason = "nodes and arcs are numbered by the builder of this module")]

use crate::cost::Cost;
use crate::table::count;
use crate::trees::Trees;

/// A network in the making.
#[derive(Default)]
pub struct Builder {
    supply: Vec<Cost>,
    demand: Vec<Cost>,
    arcs: Vec<(u32, u32, Cost)>,
}

impl Builder {
    /// Adds a node that takes in up to `supply` and passes up to `demand`.
    pub fn node(&mut self, supply: Cost, demand: Cost) -> u32 {
        self.supply.push(supply);
        self.demand.push(demand);
        count(&self.supply) - 1
    }

    /// Adds an arc with room for `room`; its number is the count of arcs before it. Both nodes must be there.
    pub fn arc(&mut self, tail: u32, head: u32, room: Cost) -> u32 {
        debug_assert!(tail.max(head) < count(&self.supply), "an arc joins nodes that were added");
        self.arcs.push((tail, head, room));
        count(&self.arcs) - 1
    }

    /// Lays the arcs out by tail, each with its way back.
    pub fn build(self) -> Network {
        let nodes = self.supply.len();
        let mut first = vec![0_u32; nodes + 1];
        for (tail, head, _) in &self.arcs {
            first[*tail as usize + 1] += 1;
            first[*head as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut take = |node: u32| {
            let place = next[node as usize];
            next[node as usize] += 1;
            place
        };
        let ends = self.arcs.len() * 2;
        let (mut heads, mut mates) = (vec![0; ends], vec![0; ends]);
        let (mut rooms, mut open) = (vec![Cost::ZERO; ends], vec![false; ends]);
        let mut place = Vec::with_capacity(self.arcs.len());
        for (tail, head, room) in &self.arcs {
            let (there, back) = (take(*tail), take(*head));
            (heads[there as usize], heads[back as usize]) = (*head, *tail);
            (mates[there as usize], mates[back as usize]) = (back, there);
            (rooms[there as usize], open[there as usize]) = (*room, room.is_positive());
            place.push(there);
        }
        Network {
            first,
            heads,
            mates,
            rooms,
            open,
            place,
            supply: self.supply,
            demand: self.demand,
            trees: Trees::bare(nodes),
            value: Cost::ZERO,
            journal: None,
        }
    }
}

/// A network and the flow in it.
#[derive(Clone)]
pub struct Network {
    pub first: Vec<u32>,
    /// Where each arc ends, and which is its way back.
    pub heads: Vec<u32>,
    pub mates: Vec<u32>,
    /// What more fits through each arc, and whether anything does.
    pub rooms: Vec<Cost>,
    pub open: Vec<bool>,
    pub supply: Vec<Cost>,
    pub demand: Vec<Cost>,
    pub value: Cost,
    place: Vec<u32>,
    trees: Trees,
    /// What was before each change of a trial.
    journal: Option<Vec<Before>>,
}

/// One number of a network before it was changed.
#[derive(Clone, Copy)]
enum Before {
    Room(u32, Cost),
    Supply(u32, Cost),
    Demand(u32, Cost),
}

impl Network {
    /// Adds flow until no more fits; says how much flows in all.
    pub fn maximise(&mut self) -> Cost {
        self.raise_to(Cost::ENDLESS + Cost::ENDLESS)
    }

    /// Adds flow until no more fits or this much flows; says how much flows in all.
    pub fn raise_to(&mut self, goal: Cost) -> Cost {
        let mut trees = std::mem::take(&mut self.trees);
        trees.grow(self, goal);
        self.trees = trees;
        self.value
    }

    /// Tries something out, and takes it back with all that came of it.
    pub fn attempt<T>(&mut self, trial: impl FnOnce(&mut Self) -> T) -> T {
        let value = self.value;
        self.journal = Some(Vec::new());
        let result = trial(self);
        for before in self.journal.take().unwrap_or_default().into_iter().rev() {
            match before {
                Before::Room(arc, room) => {
                    self.change(arc, room);
                    self.touch(arc);
                }
                Before::Supply(node, supply) => self.set_supply(node, supply),
                Before::Demand(node, demand) => self.set_demand(node, demand),
            }
        }
        self.value = value;
        result
    }

    /// How much flows in all.
    pub fn value(&self) -> Cost {
        self.value
    }

    /// The flow through an arc.
    pub fn flow(&self, arc: u32) -> Cost {
        self.rooms[self.mates[self.place[arc as usize] as usize] as usize]
    }

    /// Sets what more fits through an arc.
    pub fn set_room(&mut self, arc: u32, room: Cost) {
        let there = self.place[arc as usize];
        if self.rooms[there as usize] != room {
            self.change(there, room);
            self.touch(there);
        }
    }

    /// Takes flow out of an arc, and its room with it: the tail has it to send again, the head has room for other flow.
    pub fn retract(&mut self, arc: u32, amount: Cost) {
        let there = self.place[arc as usize];
        let back = self.mates[there as usize];
        let (head, tail) = (self.heads[there as usize], self.heads[back as usize]);
        self.change(back, self.rooms[back as usize] - amount);
        self.touch(there);
        self.expel(tail, amount);
        self.set_demand(head, self.demand(head) + amount);
    }

    /// Makes a node send elsewhere what it passed to the sink before.
    pub fn expel(&mut self, node: u32, amount: Cost) {
        self.set_supply(node, self.supply(node) + amount);
        self.value -= amount;
    }

    /// Makes a node get from elsewhere what it took in before.
    pub fn starve(&mut self, node: u32, amount: Cost) {
        self.set_demand(node, self.demand(node) + amount);
        self.value -= amount;
    }

    /// What more a node can take in.
    pub fn supply(&self, node: u32) -> Cost {
        self.supply[node as usize]
    }

    /// What more a node can pass to the sink.
    pub fn demand(&self, node: u32) -> Cost {
        self.demand[node as usize]
    }

    /// Sets what more a node can take in.
    pub fn set_supply(&mut self, node: u32, supply: Cost) {
        let before = std::mem::replace(&mut self.supply[node as usize], supply);
        if before != supply {
            self.note(Before::Supply(node, before));
            self.trees.touch(node);
        }
    }

    /// Sets what more a node can pass to the sink.
    pub fn set_demand(&mut self, node: u32, demand: Cost) {
        let before = std::mem::replace(&mut self.demand[node as usize], demand);
        if before != demand {
            self.note(Before::Demand(node, before));
            self.trees.touch(node);
        }
    }

    /// True if more flow could pass from the node to the sink, after [`Network::maximise`].
    ///
    /// The nodes of which this holds are the smallest sink side of all minimum cuts, hence the same whatever the flow.
    pub fn reaches_sink(&self, node: u32) -> bool {
        self.trees.reaches_sink(node)
    }

    /// True if more flow could come to the node from the source, after [`Network::maximise`].
    pub fn is_reached(&self, node: u32) -> bool {
        self.trees.is_reached(node)
    }

    /// The arcs out of a node, those against the direction in which they were added too.
    pub fn arcs(&self, node: u32) -> std::ops::Range<u32> {
        self.first[node as usize]..self.first[node as usize + 1]
    }

    /// Sends more flow through an arc.
    pub fn send(&mut self, arc: u32, amount: Cost) {
        let mate = self.mates[arc as usize];
        self.change(arc, self.rooms[arc as usize] - amount);
        self.change(mate, self.rooms[mate as usize] + amount);
    }

    /// Takes flow in at a node, from the source.
    pub fn take_in(&mut self, node: u32, amount: Cost) {
        self.note(Before::Supply(node, self.supply[node as usize]));
        self.supply[node as usize] -= amount;
    }

    /// Passes flow on from a node to the sink.
    pub fn pass_on(&mut self, node: u32, amount: Cost) {
        self.note(Before::Demand(node, self.demand[node as usize]));
        self.demand[node as usize] -= amount;
    }

    /// Notes that the ends of an arc are to be looked at again.
    fn touch(&mut self, arc: u32) {
        self.trees.touch(self.heads[arc as usize]);
        self.trees.touch(self.heads[self.mates[arc as usize] as usize]);
    }

    fn change(&mut self, arc: u32, room: Cost) {
        let before = std::mem::replace(&mut self.rooms[arc as usize], room);
        self.open[arc as usize] = room.is_positive();
        self.note(Before::Room(arc, before));
    }

    fn note(&mut self, before: Before) {
        if let Some(journal) = &mut self.journal {
            journal.push(before);
        }
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
        let _ = supplies.map(|supply| builder.node(money(supply), Cost::ZERO));
        let _ = demands.map(|demand| builder.node(Cost::ZERO, money(demand)));
        for (tail, head, room) in arcs {
            builder.arc(*tail, *head, money(*room));
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
        let left = builder.node(Cost::new(5, 2), Cost::ZERO);
        let right = builder.node(Cost::ZERO, Cost::new(5, 1));
        let arc = builder.arc(left, right, Cost::ENDLESS);
        let mut network = builder.build();
        assert_eq!(network.maximise(), Cost::new(5, 1));
        assert_eq!(network.flow(arc), Cost::new(5, 1));
        assert!(network.is_reached(left) && !network.reaches_sink(left));
    }

    #[test]
    fn added_room_lets_more_through() {
        let mut builder = Builder::default();
        let left = builder.node(money(9), Cost::ZERO);
        let right = builder.node(Cost::ZERO, money(7));
        let arc = builder.arc(left, right, money(3));
        let mut network = builder.build();
        assert_eq!(network.maximise(), money(3));
        network.set_room(arc, money(10));
        assert_eq!(network.maximise(), money(7));
        assert_eq!((network.supply(left), network.demand(right), network.flow(arc)), (money(2), money(0), money(7)));
    }
}
