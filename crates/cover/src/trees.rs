//! Maximum flow by two search trees that are kept (after Boykov and Kolmogorov).
//!
//! One tree holds the nodes that the source reaches, the other those that reach the sink. Where they meet, flow is sent;
//! what that cuts off looks for another parent, or leaves its tree. When no tree can grow any more the flow is a maximum
//! one, and the trees are the two sides of its cuts. After a change of rooms only the nodes that it touched go on: cuts
//! that are taken again and again with a little more room here and less there cost as much as what changed.
#![expect(clippy::indexing_slicing, reason = "nodes and arcs are numbered by the builder of the network")]

use crate::cost::Cost;
use crate::network::Network;

/// Which tree a node is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tree {
    Neither,
    Source,
    Sink,
}

/// In place of the arc to a parent: the source or the sink itself, or nothing yet.
const ROOT: u32 = u32::MAX;
const LOST: u32 = u32::MAX - 1;

/// The two trees over the nodes of a network.
#[derive(Clone, Default)]
pub struct Trees {
    tree: Vec<Tree>,
    /// The arc from each node to its parent.
    parent: Vec<u32>,
    /// How far the root was when the node was last stamped.
    depth: Vec<u32>,
    stamp: Vec<u32>,
    now: u32,
    /// Nodes at which a tree may grow, in order, and whether a node waits there.
    active: Vec<u32>,
    waits: Vec<bool>,
    /// Nodes in search of a parent.
    orphans: Vec<u32>,
    /// Nodes about which something was changed from outside.
    touched: Vec<u32>,
}

impl Trees {
    /// No trees over so many nodes, all of which are to be looked at.
    pub fn bare(nodes: usize) -> Self {
        Self {
            tree: vec![Tree::Neither; nodes],
            parent: vec![LOST; nodes],
            depth: vec![0; nodes],
            stamp: vec![0; nodes],
            waits: vec![false; nodes],
            touched: (0..nodes as u32).collect(),
            ..Self::default()
        }
    }

    /// Notes that something about a node has changed.
    pub fn touch(&mut self, node: u32) {
        self.touched.push(node);
    }

    /// True if the node is in the sink's tree.
    pub fn reaches_sink(&self, node: u32) -> bool {
        self.tree[node as usize] == Tree::Sink
    }

    /// True if the node is in the source's tree.
    pub fn is_reached(&self, node: u32) -> bool {
        self.tree[node as usize] == Tree::Source
    }

    /// Sends flow until the trees no longer meet, or so much flows.
    pub fn grow(&mut self, network: &mut Network, goal: Cost) {
        self.now += 1;
        for node in std::mem::take(&mut self.touched) {
            self.look_again(network, node);
        }
        self.adopt_all(network);
        let mut done = 0;
        while let Some(node) = self.active.get(done).copied().filter(|_| network.value < goal) {
            done += 1;
            self.waits[node as usize] = false;
            self.grow_from(network, node);
        }
        self.active.drain(..done);
    }

    /// Puts a node that was changed where it belongs.
    fn look_again(&mut self, network: &mut Network, node: u32) {
        let place = node as usize;
        let through = network.supply[place].min(network.demand[place]);
        if through.is_positive() {
            network.take_in(node, through);
            network.pass_on(node, through);
            network.value += through;
        }
        if network.supply[place].is_positive() {
            self.root(network, node, Tree::Source);
        } else if network.demand[place].is_positive() {
            self.root(network, node, Tree::Sink);
        } else if self.tree[place] != Tree::Neither && !self.has_parent(network, node) {
            self.lose(node);
        }
        self.activate(node);
    }

    /// Makes a node a root of a tree; what hung below it in the other tree is lost to that.
    fn root(&mut self, network: &Network, node: u32, tree: Tree) {
        let place = node as usize;
        if self.tree[place] != tree {
            self.lose_children(network, node);
            self.tree[place] = tree;
        }
        self.parent[place] = ROOT;
        self.depth[place] = 1;
        self.stamp[place] = self.now;
    }

    /// True if the arc to the node's parent is open in the direction of the flow; roots are told by their supply.
    fn has_parent(&self, network: &Network, node: u32) -> bool {
        let arc = self.parent[node as usize];
        arc < LOST && network.open[self.flowing(network, self.tree[node as usize], arc) as usize]
    }

    /// The direction in which flow passes an arc that was named from the child to the parent, or from a node outwards.
    fn flowing(&self, network: &Network, tree: Tree, arc: u32) -> u32 {
        if tree == Tree::Source { network.mates[arc as usize] } else { arc }
    }

    fn activate(&mut self, node: u32) {
        if !self.waits[node as usize] && self.tree[node as usize] != Tree::Neither {
            self.waits[node as usize] = true;
            self.active.push(node);
        }
    }

    fn lose(&mut self, node: u32) {
        if self.parent[node as usize] != LOST {
            self.parent[node as usize] = LOST;
            self.orphans.push(node);
        }
    }

    fn lose_children(&mut self, network: &Network, node: u32) {
        for arc in network.arcs(node) {
            let head = network.heads[arc as usize];
            if self.tree[head as usize] != Tree::Neither && self.parent[head as usize] == network.mates[arc as usize] {
                self.lose(head);
            }
        }
    }

    /// Takes the neighbours of a node into its tree, and sends flow where it meets the other one.
    fn grow_from(&mut self, network: &mut Network, node: u32) {
        let place = node as usize;
        let tree = self.tree[place];
        if tree == Tree::Neither {
            return;
        }
        for arc in network.arcs(node) {
            let onward = if tree == Tree::Source { arc } else { network.mates[arc as usize] };
            let head = network.heads[arc as usize] as usize;
            while network.open[onward as usize] && self.tree[head] == tree.other() {
                self.send(network, onward);
                self.now += 1;
                self.adopt_all(network);
                if self.tree[place] != tree {
                    return;
                }
            }
            if !network.open[onward as usize] {
                continue;
            }
            if self.tree[head] == Tree::Neither {
                self.tree[head] = tree;
                self.hang(head, network.mates[arc as usize], place);
                self.activate(head as u32);
            } else if self.stamp[head] <= self.stamp[place] && self.depth[head] > self.depth[place] + 1 {
                self.hang(head, network.mates[arc as usize], place);
            }
        }
    }

    /// Makes a node the child of another.
    fn hang(&mut self, child: usize, arc: u32, parent: usize) {
        self.parent[child] = arc;
        self.stamp[child] = self.stamp[parent];
        self.depth[child] = self.depth[parent] + 1;
    }

    /// Sends as much as fits from the source's root to the sink's, by way of an arc between the trees.
    fn send(&mut self, network: &mut Network, bridge: u32) {
        let (from, to) = (network.heads[network.mates[bridge as usize] as usize], network.heads[bridge as usize]);
        let (above, below) = (self.narrowest(network, from), self.narrowest(network, to));
        let amount = network.rooms[bridge as usize].min(above).min(below);
        network.send(bridge, amount);
        self.pass(network, from, amount);
        self.pass(network, to, amount);
        network.value += amount;
    }

    /// How much fits between a node and its root, and the root and its terminal.
    fn narrowest(&self, network: &Network, node: u32) -> Cost {
        let tree = self.tree[node as usize];
        let (mut place, mut least) = (node as usize, Cost::ENDLESS + Cost::ENDLESS);
        while self.parent[place] != ROOT {
            let arc = self.parent[place];
            least = least.min(network.rooms[self.flowing(network, tree, arc) as usize]);
            place = network.heads[arc as usize] as usize;
        }
        least.min(if tree == Tree::Source { network.supply[place] } else { network.demand[place] })
    }

    /// Sends flow between a node and its root's terminal; whoever is cut off by that is lost.
    fn pass(&mut self, network: &mut Network, node: u32, amount: Cost) {
        let tree = self.tree[node as usize];
        let (mut place, before) = (node as usize, self.orphans.len());
        while self.parent[place] != ROOT {
            let arc = self.parent[place];
            let flowing = self.flowing(network, tree, arc);
            network.send(flowing, amount);
            if !network.open[flowing as usize] {
                self.lose(place as u32);
            }
            place = network.heads[arc as usize] as usize;
        }
        let left = if tree == Tree::Source {
            network.take_in(place as u32, amount);
            network.supply[place]
        } else {
            network.pass_on(place as u32, amount);
            network.demand[place]
        };
        if !left.is_positive() {
            self.lose(place as u32);
        }
        // Those next to the root come first: they may keep a place for those behind them.
        self.orphans[before..].reverse();
    }

    /// Finds parents for all orphans, or sets them free.
    fn adopt_all(&mut self, network: &Network) {
        let mut done = 0;
        while let Some(node) = self.orphans.get(done).copied() {
            done += 1;
            if self.parent[node as usize] == LOST {
                self.adopt(network, node);
            }
        }
        self.orphans.clear();
    }

    fn adopt(&mut self, network: &Network, node: u32) {
        let place = node as usize;
        let tree = self.tree[place];
        let mut best: Option<(u32, u32)> = None;
        for arc in network.arcs(node) {
            let head = network.heads[arc as usize];
            if self.tree[head as usize] == tree
                && network.open[self.flowing(network, tree, arc) as usize]
                && let Some(depth) = self.depth_of(network, head)
                && best.is_none_or(|(least, _)| depth < least)
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
        for arc in network.arcs(node) {
            let head = network.heads[arc as usize];
            if self.tree[head as usize] == tree {
                if network.open[self.flowing(network, tree, arc) as usize] {
                    self.activate(head);
                }
                if self.parent[head as usize] == network.mates[arc as usize] {
                    self.lose(head);
                }
            }
        }
        self.tree[place] = Tree::Neither;
    }

    /// How far the root is from a node; nothing if the way there is lost. Stamps the way for the next who asks.
    fn depth_of(&mut self, network: &Network, node: u32) -> Option<u32> {
        let mut place = node as usize;
        let mut steps = 0;
        let known = loop {
            if self.stamp[place] == self.now && self.parent[place] != LOST {
                break self.depth[place];
            }
            match self.parent[place] {
                LOST => return None,
                ROOT => break 1,
                arc => place = network.heads[arc as usize] as usize,
            }
            steps += 1;
        };
        let mut place = node as usize;
        for left in (0..=steps).rev() {
            if self.stamp[place] == self.now {
                break;
            }
            self.stamp[place] = self.now;
            self.depth[place] = known + left;
            match self.parent[place] {
                LOST | ROOT => break,
                arc => place = network.heads[arc as usize] as usize,
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
