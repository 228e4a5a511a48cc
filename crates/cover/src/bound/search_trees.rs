//! Maximum flow by two search trees that are kept (after Boykov and Kolmogorov).
//!
//! One tree holds the vertices that the source reaches, the other those that reach the sink. Where
//! they meet, flow is sent; what that cuts off looks for another parent, or leaves its tree. When
//! no tree can grow any more the flow is a maximum one, and the trees are the two sides of its
//! cuts. After a change of capacities only the vertices that it touched go on: cuts that are taken
//! again and again with a little more capacity here and less there cost as much as what changed.
#![expect(
    clippy::indexing_slicing,
    reason = "vertices and arcs are numbered by the builder of the network"
)]

use crate::bound::residual_graph::ResidualGraph;
use crate::cost::Cost;

/// Tree of a vertex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tree {
    Neither,
    Source,
    Sink,
}

/// In place of the arc to a parent: the source or the sink itself, or nothing yet.
const ROOT: u32 = u32::MAX;
const LOST: u32 = u32::MAX - 1;

/// The two trees over the vertices of a graph.
#[derive(Clone, Default)]
pub struct SearchTrees {
    tree: Vec<Tree>,
    /// The arc from each vertex to its parent.
    parent: Vec<u32>,
    /// Distance of the root when the vertex was last stamped.
    depth: Vec<u32>,
    stamp: Vec<u32>,
    now: u32,
    /// Vertices at which a tree may grow, in order, and whether a vertex waits there.
    active: Vec<u32>,
    waits: Vec<bool>,
    /// Vertices in search of a parent.
    orphans: Vec<u32>,
    /// Vertices about which something was changed from outside.
    touched: Vec<u32>,
}

impl SearchTrees {
    /// No trees over so many vertices, all of which are to be looked at.
    pub fn empty(vertices: usize) -> Self {
        Self {
            tree: vec![Tree::Neither; vertices],
            parent: vec![LOST; vertices],
            depth: vec![0; vertices],
            stamp: vec![0; vertices],
            waits: vec![false; vertices],
            touched: (0..vertices as u32).collect(),
            ..Self::default()
        }
    }

    /// Notes that something about a vertex has changed.
    pub fn touch(&mut self, vertex: u32) {
        self.touched.push(vertex);
    }

    /// True if the vertex is in the sink's tree.
    pub fn reaches_sink(&self, vertex: u32) -> bool {
        self.tree[vertex as usize] == Tree::Sink
    }

    /// True if the vertex is in the source's tree.
    pub fn is_reached(&self, vertex: u32) -> bool {
        self.tree[vertex as usize] == Tree::Source
    }

    /// Sends flow until the trees no longer meet, or so much flows.
    pub fn grow(&mut self, graph: &mut ResidualGraph, goal: Cost) {
        self.now += 1;
        for vertex in std::mem::take(&mut self.touched) {
            self.look_again(graph, vertex);
        }
        self.adopt_all(graph);
        let mut done = 0;
        while let Some(vertex) = self.active.get(done).copied().filter(|_| graph.value < goal) {
            done += 1;
            self.waits[vertex as usize] = false;
            self.grow_from(graph, vertex);
        }
        self.active.drain(..done);
    }

    /// Puts a vertex that was changed where it belongs.
    fn look_again(&mut self, graph: &mut ResidualGraph, vertex: u32) {
        let place = vertex as usize;
        let through = graph.supply[place].min(graph.demand[place]);
        if through.is_positive() {
            graph.take_in(vertex, through);
            graph.pass_on(vertex, through);
            graph.value += through;
        }
        if graph.supply[place].is_positive() {
            self.root(graph, vertex, Tree::Source);
        } else if graph.demand[place].is_positive() {
            self.root(graph, vertex, Tree::Sink);
        } else if self.tree[place] != Tree::Neither && !self.has_parent(graph, vertex) {
            self.lose(vertex);
        }
        self.activate(vertex);
    }

    /// Makes a vertex a root of a tree; what hung below it in the other tree is lost to that.
    fn root(&mut self, graph: &ResidualGraph, vertex: u32, tree: Tree) {
        let place = vertex as usize;
        if self.tree[place] != tree {
            self.lose_children(graph, vertex);
            self.tree[place] = tree;
        }
        self.parent[place] = ROOT;
        self.depth[place] = 1;
        self.stamp[place] = self.now;
    }

    /// True if the arc to the vertex's parent is open in the direction of the flow; roots are told
    /// by their supply.
    fn has_parent(&self, graph: &ResidualGraph, vertex: u32) -> bool {
        let arc = self.parent[vertex as usize];
        arc < LOST && graph.open[self.flowing(graph, self.tree[vertex as usize], arc) as usize]
    }

    /// The direction in which flow passes an arc that was named from the child to the parent, or
    /// from a vertex outwards.
    fn flowing(&self, graph: &ResidualGraph, tree: Tree, arc: u32) -> u32 {
        if tree == Tree::Source { graph.mates[arc as usize] } else { arc }
    }

    fn activate(&mut self, vertex: u32) {
        if !self.waits[vertex as usize] && self.tree[vertex as usize] != Tree::Neither {
            self.waits[vertex as usize] = true;
            self.active.push(vertex);
        }
    }

    fn lose(&mut self, vertex: u32) {
        if self.parent[vertex as usize] != LOST {
            self.parent[vertex as usize] = LOST;
            self.orphans.push(vertex);
        }
    }

    fn lose_children(&mut self, graph: &ResidualGraph, vertex: u32) {
        for arc in graph.arcs(vertex) {
            let head = graph.heads[arc as usize];
            if self.tree[head as usize] != Tree::Neither
                && self.parent[head as usize] == graph.mates[arc as usize]
            {
                self.lose(head);
            }
        }
    }

    /// Takes the neighbours of a vertex into its tree, and sends flow where it meets the other one.
    fn grow_from(&mut self, graph: &mut ResidualGraph, vertex: u32) {
        let place = vertex as usize;
        let tree = self.tree[place];
        if tree == Tree::Neither {
            return;
        }
        for arc in graph.arcs(vertex) {
            let onward = if tree == Tree::Source { arc } else { graph.mates[arc as usize] };
            let head = graph.heads[arc as usize] as usize;
            while graph.open[onward as usize] && self.tree[head] == tree.other() {
                self.send(graph, onward);
                self.now += 1;
                self.adopt_all(graph);
                if self.tree[place] != tree {
                    return;
                }
            }
            if !graph.open[onward as usize] {
                continue;
            }
            if self.tree[head] == Tree::Neither {
                self.tree[head] = tree;
                self.hang(head, graph.mates[arc as usize], place);
                self.activate(head as u32);
            } else if self.stamp[head] <= self.stamp[place]
                && self.depth[head] > self.depth[place] + 1
            {
                self.hang(head, graph.mates[arc as usize], place);
            }
        }
    }

    /// Makes a vertex the child of another.
    fn hang(&mut self, child: usize, arc: u32, parent: usize) {
        self.parent[child] = arc;
        self.stamp[child] = self.stamp[parent];
        self.depth[child] = self.depth[parent] + 1;
    }

    /// Sends as much as fits from the source's root to the sink's, by way of an arc between the
    /// trees.
    fn send(&mut self, graph: &mut ResidualGraph, bridge: u32) {
        let (from, to) =
            (graph.heads[graph.mates[bridge as usize] as usize], graph.heads[bridge as usize]);
        let (above, below) = (self.narrowest(graph, from), self.narrowest(graph, to));
        let amount = graph.capacities[bridge as usize].min(above).min(below);
        graph.send(bridge, amount);
        self.pass(graph, from, amount);
        self.pass(graph, to, amount);
        graph.value += amount;
    }

    /// Returns what fits between a vertex and its root, and the root and its terminal.
    fn narrowest(&self, graph: &ResidualGraph, vertex: u32) -> Cost {
        let tree = self.tree[vertex as usize];
        let (mut place, mut capacity) = (vertex as usize, Cost::INFINITE + Cost::INFINITE);
        while self.parent[place] != ROOT {
            let arc = self.parent[place];
            capacity = capacity.min(graph.capacities[self.flowing(graph, tree, arc) as usize]);
            place = graph.heads[arc as usize] as usize;
        }
        capacity.min(if tree == Tree::Source { graph.supply[place] } else { graph.demand[place] })
    }

    /// Sends flow between a vertex and its root's terminal; whoever is cut off by that is lost.
    fn pass(&mut self, graph: &mut ResidualGraph, vertex: u32, amount: Cost) {
        let tree = self.tree[vertex as usize];
        let (mut place, before) = (vertex as usize, self.orphans.len());
        while self.parent[place] != ROOT {
            let arc = self.parent[place];
            let flowing = self.flowing(graph, tree, arc);
            graph.send(flowing, amount);
            if !graph.open[flowing as usize] {
                self.lose(place as u32);
            }
            place = graph.heads[arc as usize] as usize;
        }
        let left = if tree == Tree::Source {
            graph.take_in(place as u32, amount);
            graph.supply[place]
        } else {
            graph.pass_on(place as u32, amount);
            graph.demand[place]
        };
        if !left.is_positive() {
            self.lose(place as u32);
        }
        // Those next to the root come first: they may keep a place for those behind them.
        self.orphans[before..].reverse();
    }

    /// Finds parents for all orphans, or sets them free.
    fn adopt_all(&mut self, graph: &ResidualGraph) {
        let mut done = 0;
        while let Some(vertex) = self.orphans.get(done).copied() {
            done += 1;
            if self.parent[vertex as usize] == LOST {
                self.adopt(graph, vertex);
            }
        }
        self.orphans.clear();
    }

    fn adopt(&mut self, graph: &ResidualGraph, vertex: u32) {
        let place = vertex as usize;
        let tree = self.tree[place];
        let mut best: Option<(u32, u32)> = None;
        for arc in graph.arcs(vertex) {
            let head = graph.heads[arc as usize];
            if self.tree[head as usize] == tree
                && graph.open[self.flowing(graph, tree, arc) as usize]
                && let Some(depth) = self.depth_of(graph, head)
                && best.is_none_or(|(shortest, _)| depth < shortest)
            {
                best = Some((depth, arc));
            }
        }
        if let Some((depth, arc)) = best {
            self.parent[place] = arc;
            self.stamp[place] = self.now;
            self.depth[place] = depth + 1;
            return;
        }
        for arc in graph.arcs(vertex) {
            let head = graph.heads[arc as usize];
            if self.tree[head as usize] == tree {
                if graph.open[self.flowing(graph, tree, arc) as usize] {
                    self.activate(head);
                }
                if self.parent[head as usize] == graph.mates[arc as usize] {
                    self.lose(head);
                }
            }
        }
        self.tree[place] = Tree::Neither;
    }

    /// Returns the distance of a vertex from its root; nothing if the way there is lost. Stamps the
    /// way for the next who asks.
    fn depth_of(&mut self, graph: &ResidualGraph, vertex: u32) -> Option<u32> {
        let mut place = vertex as usize;
        let mut steps = 0;
        let known = loop {
            if self.stamp[place] == self.now && self.parent[place] != LOST {
                break self.depth[place];
            }
            match self.parent[place] {
                LOST => return None,
                ROOT => break 1,
                arc => place = graph.heads[arc as usize] as usize,
            }
            steps += 1;
        };
        let mut place = vertex as usize;
        for left in (0..=steps).rev() {
            if self.stamp[place] == self.now {
                break;
            }
            self.stamp[place] = self.now;
            self.depth[place] = known + left;
            match self.parent[place] {
                LOST | ROOT => break,
                arc => place = graph.heads[arc as usize] as usize,
            }
        }
        Some(known + steps)
    }
}

impl Tree {
    const fn other(self) -> Self {
        match self {
            Self::Neither => Self::Neither,
            Self::Source => Self::Sink,
            Self::Sink => Self::Source,
        }
    }
}
