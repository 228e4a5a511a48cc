//! Maximum flow and minimum cut, after Dinic.
//!
//! Every node may take in flow from the source (`supply`) and pass flow to the sink (`demand`), so source and sink need
//! no arcs. Flow is kept from one call of [`Network::maximise`] to the next: room may be added in between.
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
        let mut arcs = vec![Arc::default(); self.arcs.len() * 2];
        let mut place = Vec::with_capacity(self.arcs.len());
        for (tail, head, room) in &self.arcs {
            let (there, back) = (take(*tail), take(*head));
            arcs[there as usize] = Arc { head: *head, mate: back, room: *room };
            arcs[back as usize] = Arc { head: *tail, mate: there, room: Cost::ZERO };
            place.push(there);
        }
        Network {
            first,
            arcs,
            place,
            supply: self.supply,
            demand: self.demand,
            level: vec![0; nodes],
            cursor: vec![0; nodes],
            queue: Vec::with_capacity(nodes),
            path: Vec::new(),
            value: Cost::ZERO,
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Arc {
    head: u32,
    mate: u32,
    room: Cost,
}

/// A network and the flow in it.
#[derive(Clone)]
pub struct Network {
    first: Vec<u32>,
    arcs: Vec<Arc>,
    place: Vec<u32>,
    supply: Vec<Cost>,
    demand: Vec<Cost>,
    level: Vec<u32>,
    cursor: Vec<u32>,
    queue: Vec<u32>,
    path: Vec<u32>,
    value: Cost,
}

impl Network {
    /// Adds flow until no more fits; says how much flows in all.
    pub fn maximise(&mut self) -> Cost {
        while self.label() {
            self.cursor.copy_from_slice(&self.first[..self.level.len()]);
            for node in 0..self.level.len() {
                if self.level[node] > 0 && self.supply[node].is_positive() {
                    self.drain(node);
                }
            }
        }
        self.value
    }

    /// How much flows in all.
    pub fn value(&self) -> Cost {
        self.value
    }

    /// The flow through an arc.
    pub fn flow(&self, arc: u32) -> Cost {
        self.arcs[self.arcs[self.place[arc as usize] as usize].mate as usize].room
    }

    /// What more fits through an arc.
    pub fn room(&self, arc: u32) -> Cost {
        self.arcs[self.place[arc as usize] as usize].room
    }

    /// Sets what more fits through an arc.
    pub fn set_room(&mut self, arc: u32, room: Cost) {
        let place = self.place[arc as usize] as usize;
        self.arcs[place].room = room;
    }

    /// Takes flow out of an arc, and its room with it: the tail has it to send again, the head has room for other flow.
    pub fn retract(&mut self, arc: u32, amount: Cost) {
        let there = self.place[arc as usize] as usize;
        let Arc { head, mate, .. } = self.arcs[there];
        let tail = self.arcs[mate as usize].head;
        self.arcs[mate as usize].room -= amount;
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
                let Arc { head, room, .. } = self.arcs[arc as usize];
                if room.is_positive() && !seen[head as usize] {
                    seen[head as usize] = true;
                    self.queue.push(head);
                }
            }
        }
        seen
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
                let Arc { head, mate, .. } = self.arcs[arc as usize];
                if self.level[head as usize] == 0 && self.arcs[mate as usize].room.is_positive() {
                    self.level[head as usize] = next;
                    self.queue.push(head);
                }
            }
        }
        found
    }

    /// Sends what one node can still take in along the labels, until it is used up or stuck.
    fn drain(&mut self, source: usize) {
        self.path.clear();
        let mut node = source;
        while self.supply[source].is_positive() {
            if self.level[node] == 1 && self.demand[node].is_positive() {
                node = self.push(source, node);
            } else if let Some(arc) = self.downhill(node) {
                self.path.push(arc);
                node = self.arcs[arc as usize].head as usize;
            } else if let Some(arc) = self.path.pop() {
                // A dead end: do not come back to it under these labels.
                node = self.arcs[self.arcs[arc as usize].mate as usize].head as usize;
                self.cursor[node] += 1;
            } else {
                return;
            }
        }
    }

    /// The next arc out of a node that leads one step closer to the sink.
    fn downhill(&mut self, node: usize) -> Option<u32> {
        let end = self.first[node + 1];
        while self.cursor[node] < end {
            let Arc { head, room, .. } = self.arcs[self.cursor[node] as usize];
            if room.is_positive() && self.level[head as usize] > 0 && self.level[head as usize] + 1 == self.level[node]
            {
                return Some(self.cursor[node]);
            }
            self.cursor[node] += 1;
        }
        None
    }

    /// Sends flow along the path; gives back the node before the first arc that it filled, or the last one's end.
    fn push(&mut self, source: usize, end: usize) -> usize {
        let narrowest = self.path.iter().map(|arc| self.arcs[*arc as usize].room).min();
        let most = self.supply[source].min(self.demand[end]);
        let amount = narrowest.map_or(most, |room| room.min(most));
        self.supply[source] -= amount;
        self.demand[end] -= amount;
        self.value += amount;
        let mut keep = self.path.len();
        for (depth, arc) in self.path.iter().enumerate().rev() {
            let Arc { mate, .. } = self.arcs[*arc as usize];
            self.arcs[*arc as usize].room -= amount;
            self.arcs[mate as usize].room += amount;
            if !self.arcs[*arc as usize].room.is_positive() {
                keep = depth;
            }
        }
        let node = self.path.get(keep).map_or(end, |arc| {
            let Arc { mate, .. } = self.arcs[*arc as usize];
            self.arcs[mate as usize].head as usize
        });
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
        supplies.map(|supply| builder.node(money(supply), Cost::ZERO));
        demands.map(|demand| builder.node(Cost::ZERO, money(demand)));
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
        assert_eq!((network.supply(left), network.demand(right), network.room(arc)), (money(2), money(0), money(6)));
    }
}
