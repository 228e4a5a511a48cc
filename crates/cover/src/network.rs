//! Maximum flow and minimum cut, by shortest augmenting paths (after Ahuja and Orlin).
//!
//! Every node may take in flow from the source (`supply`) and pass flow to the sink (`demand`), so source and sink need
//! no arcs. Each node is labelled with a lower bound of its distance to the sink; flow goes downhill one label at a
//! time, and a node from which nothing does is raised. Flow is kept from one call of [`Network::maximise`] to the next:
//! room may be added in between.
#![expect(clippy::indexing_slicing, reason = "nodes and arcs are numbered by the builder of this module")]

use crate::cost::Cost;
use crate::table::count;

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
            level: vec![0; nodes],
            cursor: vec![0; nodes],
            tally: Vec::new(),
            queue: Vec::with_capacity(nodes),
            path: Vec::new(),
            value: Cost::ZERO,
        }
    }
}

/// A network and the flow in it.
#[derive(Clone)]
pub struct Network {
    first: Vec<u32>,
    /// Where each arc ends, and which is its way back.
    heads: Vec<u32>,
    mates: Vec<u32>,
    /// What more fits through each arc, and whether anything does.
    rooms: Vec<Cost>,
    open: Vec<bool>,
    place: Vec<u32>,
    supply: Vec<Cost>,
    demand: Vec<Cost>,
    /// A lower bound of the distance to the sink, from 1; 0 where there is no way.
    level: Vec<u32>,
    cursor: Vec<u32>,
    /// How many nodes have each label.
    tally: Vec<u32>,
    queue: Vec<u32>,
    path: Vec<u32>,
    value: Cost,
}

impl Network {
    /// Adds flow until no more fits; says how much flows in all.
    pub fn maximise(&mut self) -> Cost {
        if self.label() {
            self.cursor.copy_from_slice(&self.first[..self.level.len()]);
            self.count_labels();
            for node in 0..self.level.len() {
                if self.level[node] > 0 && self.supply[node].is_positive() {
                    self.drain(node);
                }
            }
            // The labels were bounds; what follows reads them as ways to the sink.
            self.label();
        }
        self.value
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
        self.change(self.place[arc as usize], room);
    }

    /// Takes flow out of an arc, and its room with it: the tail has it to send again, the head has room for other flow.
    pub fn retract(&mut self, arc: u32, amount: Cost) {
        let there = self.place[arc as usize];
        let back = self.mates[there as usize];
        let (head, tail) = (self.heads[there as usize], self.heads[back as usize]);
        self.change(back, self.rooms[back as usize] - amount);
        self.supply[tail as usize] += amount;
        self.demand[head as usize] += amount;
        self.value -= amount;
    }

    /// Makes a node send elsewhere what it passed to the sink before.
    pub fn expel(&mut self, node: u32, amount: Cost) {
        self.supply[node as usize] += amount;
        self.value -= amount;
    }

    /// Makes a node get from elsewhere what it took in before.
    pub fn starve(&mut self, node: u32, amount: Cost) {
        self.demand[node as usize] += amount;
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
        self.supply[node as usize] = supply;
    }

    /// Sets what more a node can pass to the sink.
    pub fn set_demand(&mut self, node: u32, demand: Cost) {
        self.demand[node as usize] = demand;
    }

    /// True if more flow could pass from the node to the sink, after [`Network::maximise`].
    ///
    /// The nodes of which this holds are the smallest sink side of all minimum cuts, hence the same whatever the flow.
    pub fn reaches_sink(&self, node: u32) -> bool {
        self.level[node as usize] > 0
    }

    /// For every node, whether more flow could come to it from the source.
    pub fn reached(&mut self) -> Vec<bool> {
        let mut seen: Vec<bool> = self.supply.iter().map(|supply| supply.is_positive()).collect();
        self.queue.clear();
        self.queue.extend((0..count(&seen)).filter(|node| seen[*node as usize]));
        let mut done = 0;
        while let Some(node) = self.queue.get(done).copied() {
            done += 1;
            for arc in self.first[node as usize]..self.first[node as usize + 1] {
                let head = self.heads[arc as usize];
                if self.open[arc as usize] && !seen[head as usize] {
                    seen[head as usize] = true;
                    self.queue.push(head);
                }
            }
        }
        seen
    }

    fn change(&mut self, arc: u32, room: Cost) {
        self.rooms[arc as usize] = room;
        self.open[arc as usize] = room.is_positive();
    }

    /// Labels each node with its distance to the sink, 0 if it cannot reach it; says whether any supply can.
    fn label(&mut self) -> bool {
        self.level.fill(0);
        self.queue.clear();
        for node in 0..self.level.len() {
            if self.demand[node].is_positive() {
                self.level[node] = 1;
                self.queue.push(node as u32);
            }
        }
        let mut done = 0;
        let mut found = false;
        while let Some(node) = self.queue.get(done).copied() {
            done += 1;
            found |= self.supply[node as usize].is_positive();
            let next = self.level[node as usize] + 1;
            for arc in self.first[node as usize]..self.first[node as usize + 1] {
                let head = self.heads[arc as usize];
                if self.level[head as usize] == 0 && self.open[self.mates[arc as usize] as usize] {
                    self.level[head as usize] = next;
                    self.queue.push(head);
                }
            }
        }
        found
    }

    fn count_labels(&mut self) {
        self.tally.clear();
        self.tally.resize(self.level.len() + 2, 0);
        for level in &self.level {
            self.tally[*level as usize] += 1;
        }
    }

    /// Sends what one node can still take in downhill, until it is used up or has no way to the sink.
    fn drain(&mut self, source: usize) {
        self.path.clear();
        let mut node = source;
        while self.supply[source].is_positive() {
            if self.level[node] == 1 && self.demand[node].is_positive() {
                node = self.push(source, node);
            } else if let Some(arc) = self.downhill(node) {
                self.path.push(arc);
                node = self.heads[arc as usize] as usize;
            } else {
                self.raise(node);
                if let Some(arc) = self.path.pop() {
                    node = self.heads[self.mates[arc as usize] as usize] as usize;
                }
                if self.level[source] == 0 {
                    return;
                }
            }
        }
    }

    /// The next arc out of a node that leads one step closer to the sink.
    fn downhill(&mut self, node: usize) -> Option<u32> {
        let (level, end) = (self.level[node], self.first[node + 1]);
        while level > 1 && self.cursor[node] < end {
            let arc = self.cursor[node];
            if self.open[arc as usize] && self.level[self.heads[arc as usize] as usize] + 1 == level {
                return Some(arc);
            }
            self.cursor[node] += 1;
        }
        None
    }

    /// Raises the label of a node that has no arc downhill; to 0 if there is no way at all.
    fn raise(&mut self, node: usize) {
        let old = self.level[node];
        let least = if self.demand[node].is_positive() { 0 } else { self.lowest_neighbour(node) };
        let new = if least == u32::MAX { 0 } else { least + 1 };
        self.tally[old as usize] -= 1;
        self.tally[new as usize] += 1;
        self.level[node] = new;
        self.cursor[node] = self.first[node];
        if self.tally[old as usize] == 0 && old > 0 {
            self.cut_off(old);
        }
    }

    /// Nobody is at this distance any more, so nobody further away has a way to the sink.
    fn cut_off(&mut self, gap: u32) {
        for level in &mut self.level {
            if *level > gap {
                self.tally[*level as usize] -= 1;
                self.tally[0] += 1;
                *level = 0;
            }
        }
    }

    /// The lowest label that more flow could go to from a node.
    fn lowest_neighbour(&self, node: usize) -> u32 {
        let arcs = self.first[node]..self.first[node + 1];
        let heads = arcs.filter(|arc| self.open[*arc as usize]).map(|arc| self.heads[arc as usize]);
        let levels = heads.map(|head| self.level[head as usize]).filter(|level| *level > 0);
        levels.min().unwrap_or(u32::MAX)
    }

    /// Sends flow along the path; gives back the node before the first arc that it filled, or the last one's end.
    fn push(&mut self, source: usize, end: usize) -> usize {
        let narrowest = self.path.iter().map(|arc| self.rooms[*arc as usize]).min();
        let most = self.supply[source].min(self.demand[end]);
        let amount = narrowest.map_or(most, |room| room.min(most));
        self.supply[source] -= amount;
        self.demand[end] -= amount;
        self.value += amount;
        let mut keep = self.path.len();
        for depth in (0..self.path.len()).rev() {
            let arc = self.path[depth];
            let mate = self.mates[arc as usize];
            self.change(arc, self.rooms[arc as usize] - amount);
            self.change(mate, self.rooms[mate as usize] + amount);
            if !self.open[arc as usize] {
                keep = depth;
            }
        }
        let node = self.path.get(keep).map_or(end, |arc| self.heads[self.mates[*arc as usize] as usize] as usize);
        self.path.truncate(keep);
        node
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
        assert!(network.reached()[left as usize] && !network.reaches_sink(left));
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
