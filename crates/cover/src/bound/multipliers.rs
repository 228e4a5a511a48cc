//! Room that alternatives outside a cut lend to the arcs of their needs.
//!
//! How much flows is concave in what is lent, and its slope can be read off the cut: more room on
//! an arc that every minimum cut goes through lets more flow, on an arc that none goes through it
//! does nothing. So each bank, a layer of a seat outside, moves room from arcs of less use to arcs
//! of more (a supergradient step), and keeps what its own flow has use for. The steps are long at
//! first and shorter once they overshoot.

use crate::bound::network::Network;
use crate::cost::Cost;
use crate::id::{at, edit};
use crate::presolve::subproblem::Pin;

/// An alternative outside the cut, and how much room it lends to its need.
#[derive(Clone, Copy)]
pub struct Waiver {
    /// The place of its need.
    pub need: u32,
    /// The alternative.
    pub pin: Pin,
    /// The room it lends.
    pub lent: Cost,
}

/// What a waiver lends out of one layer of its seat.
#[derive(Clone, Copy)]
struct Loan {
    waiver: u32,
    amount: Cost,
}

/// A layer whose weight is lent out, by its node.
struct Bank {
    node: u32,
    /// What it weighs.
    weight: Cost,
    /// True on the side that takes in flow.
    left: bool,
    /// Where its loans end; they begin where those of the bank before end.
    end: u32,
}

/// The arc of a need, and how many waivers it has.
pub struct Link {
    /// The arc.
    pub arc: u32,
    /// Where it begins.
    pub tail: u32,
    /// Where it ends.
    pub head: u32,
    /// How many waivers it has.
    pub waivers: u32,
}

/// All waivers of a cut, and what is lent.
#[derive(Default)]
pub struct Lending {
    /// The waivers, by need.
    pub waivers: Vec<Waiver>,
    banks: Vec<Bank>,
    loans: Vec<Loan>,
}

impl Lending {
    /// Adds a bank for a layer and the waivers that it can lend to. What the hints say is lent at
    /// once.
    pub fn open(
        &mut self,
        network: &mut Network,
        node: u32,
        left: bool,
        takers: impl Iterator<Item = u32>,
        hints: &[Cost],
    ) {
        let weight = if left { network.supply(node) } else { network.demand(node) };
        let mut spare = weight;
        for waiver in takers {
            let Some(facts) = self.waivers.get_mut(waiver as usize) else { continue };
            let amount = spare.min((at(hints, facts.need) - facts.lent).max(Cost::ZERO));
            facts.lent += amount;
            spare -= amount;
            self.loans.push(Loan { waiver, amount });
        }
        self.banks.push(Bank { node, weight, left, end: crate::id::count(&self.loans) });
        set_spare(network, node, left, spare);
    }

    /// How strongly each bank pulls between its loans: the square of the supergradient, in
    /// quarters.
    pub fn pull(&self, network: &Network, uses: &Uses) -> i64 {
        let squares = self.groups().map(|(bank, loans)| {
            let count = loans.len() as i64 + 1;
            let own = own_use(network, bank);
            let all = || loans.iter().map(|loan| self.use_of(loan, uses)).chain([own]);
            let (sum, square): (i64, i64) = (all().sum(), all().map(|of| of * of).sum());
            square - sum * sum / count
        });
        squares.sum()
    }

    /// Moves about `step` of money for each half of a point of use.
    pub fn shift(&mut self, network: &mut Network, uses: &Uses, step: i64) {
        let mut start = 0;
        for bank in &self.banks {
            let loans = self.loans.get_mut(start as usize..bank.end as usize).unwrap_or_default();
            start = bank.end;
            Shift { waivers: &mut self.waivers, loans, bank, uses }.run(network, step);
        }
    }

    /// Gives each arc with waivers the room that all of them lend, taking flow out where that is
    /// less.
    pub fn set_rooms(&self, network: &mut Network, links: &[Link]) {
        for group in self.waivers.chunk_by(|a, b| a.need == b.need) {
            let lent = group.iter().map(|waiver| waiver.lent).min().unwrap_or_default();
            let Some(link) = group.first().and_then(|waiver| links.get(waiver.need as usize))
            else {
                continue;
            };
            let flow = network.flow(link.arc);
            if flow > lent {
                network.withdraw(link.arc, flow - lent);
            }
            network.set_capacity(link.arc, (lent - flow).max(Cost::ZERO));
        }
    }

    /// Returns what is lent to the layers that lent it.
    pub fn close(&self, network: &mut Network) {
        for (bank, loans) in self.groups() {
            let lent: Cost = loans.iter().map(|loan| loan.amount).sum();
            set_spare(network, bank.node, bank.left, spare(network, bank.node, bank.left) + lent);
        }
    }

    fn groups(&self) -> impl Iterator<Item = (&Bank, &[Loan])> {
        let mut start = 0;
        self.banks.iter().map(move |bank| {
            let loans = self.loans.get(start as usize..bank.end as usize).unwrap_or_default();
            start = bank.end;
            (bank, loans)
        })
    }

    fn use_of(&self, loan: &Loan, uses: &Uses) -> i64 {
        self.waivers
            .get(loan.waiver as usize)
            .map_or(0, |waiver| at(&uses.needs, waiver.need).into())
    }
}

/// How many of two minimum cuts, the one nearest the source and the one nearest the sink, go
/// through what: 0 to 2.
pub struct Uses {
    /// The use of each need's arc, where it has waivers.
    needs: Vec<u8>,
}

impl Uses {
    /// Reads the uses off a maximum flow.
    pub fn of(network: &Network, links: &[Link]) -> Self {
        let crossed = |link: &Link| {
            let near = network.is_reached(link.tail) && !network.is_reached(link.head);
            let far = !network.reaches_sink(link.tail) && network.reaches_sink(link.head);
            u8::from(near) + u8::from(far)
        };
        Self {
            needs: links
                .iter()
                .map(|link| if link.waivers > 0 { crossed(link) } else { 0 })
                .collect(),
        }
    }

    /// The use of each need's arc.
    pub fn needs(&self) -> &[u8] {
        &self.needs
    }
}

/// The use of a bank's own flow: of taking in more on the left, of passing on more on the right.
///
/// What is lent may be shifted meanwhile: the cuts stay those of the last maximum flow.
fn own_use(network: &Network, bank: &Bank) -> i64 {
    let (reached, reaching) = (network.is_reached(bank.node), network.reaches_sink(bank.node));
    if bank.left {
        i64::from(!reached) + i64::from(reaching)
    } else {
        i64::from(reached) + i64::from(!reaching)
    }
}

/// One bank's step.
struct Shift<'a> {
    waivers: &'a mut [Waiver],
    loans: &'a mut [Loan],
    bank: &'a Bank,
    uses: &'a Uses,
}

impl Shift<'_> {
    fn run(mut self, network: &mut Network, step: i64) {
        let (count, own) = (self.loans.len() as i64 + 1, own_use(network, self.bank));
        let use_of = |waivers: &[Waiver], loan: &Loan| -> i64 {
            waivers
                .get(loan.waiver as usize)
                .map_or(0, |waiver| at(&self.uses.needs, waiver.need).into())
        };
        let sum = own + self.loans.iter().map(|loan| use_of(self.waivers, loan)).sum::<i64>();
        // What a use is above the average, times the count.
        let above = |of: i64| of * count - sum;
        let part = |above: i64| step.saturating_mul(above.abs()) / count;
        let mut pot = Cost::ZERO;
        let mut wanted = above(own).max(0);
        for loan in self.loans.iter_mut() {
            let above = above(use_of(self.waivers, loan));
            wanted += above.max(0);
            if above < 0 {
                let less = at_most(loan.amount, part(above));
                loan.amount -= less;
                edit(self.waivers, loan.waiver, |waiver| Waiver {
                    lent: waiver.lent - less,
                    ..waiver
                });
                pot += less;
            }
        }
        if above(own) < 0 {
            pot += self.give_up(network, pot, part(above(own)));
        }
        if wanted > 0 && pot.is_positive() {
            let whole = pot;
            for place in 0..self.loans.len() {
                let Some(loan) = self.loans.get_mut(place) else { continue };
                let above = above(use_of(self.waivers, loan));
                if above > 0 {
                    let more = fraction(whole, above, wanted).min(pot);
                    loan.amount += more;
                    edit(self.waivers, loan.waiver, |waiver| Waiver {
                        lent: waiver.lent + more,
                        ..waiver
                    });
                    pot -= more;
                }
            }
        }
        let spare = spare(network, self.bank.node, self.bank.left);
        set_spare(network, self.bank.node, self.bank.left, spare + pot);
    }

    /// Takes up to `most` from the bank's own flow: what it does not use, then what does.
    fn give_up(&mut self, network: &mut Network, pot: Cost, most: i64) -> Cost {
        let Bank { node, weight, left, .. } = *self.bank;
        let spare = spare(network, node, left);
        let idle = at_most(spare, most);
        set_spare(network, node, left, spare - idle);
        let lent: Cost = self.loans.iter().map(|loan| loan.amount).sum();
        let used = (weight - lent - pot - spare).max(Cost::ZERO);
        let busy = at_most(used, most - idle.money);
        if left {
            network.return_inflow(node, busy);
        } else {
            network.return_outflow(node, busy);
        }
        idle + busy
    }
}

/// All of an amount, or as much of its money.
fn at_most(amount: Cost, money: i64) -> Cost {
    if amount.money <= money { amount } else { Cost::new(money.max(0), 0) }
}

/// The share of an amount of money for `part` of `whole`, rounded down.
fn fraction(amount: Cost, part: i64, whole: i64) -> Cost {
    let money = i128::from(amount.money) * i128::from(part) / i128::from(whole.max(1));
    if part == whole { amount } else { Cost::new(i64::try_from(money).unwrap_or(0), 0) }
}

fn spare(network: &Network, node: u32, left: bool) -> Cost {
    if left { network.supply(node) } else { network.demand(node) }
}

fn set_spare(network: &mut Network, node: u32, left: bool, spare: Cost) {
    if left {
        network.set_supply(node, spare);
    } else {
        network.set_demand(node, spare);
    }
}
