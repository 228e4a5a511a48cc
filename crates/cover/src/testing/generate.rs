//! Problems to try the solver on, the same for the same seed.

use crate::id::{BundleId, HolderId, ItemId, MenuId};
use crate::problem::Problem;
use crate::rights::{Right, Rights};

/// Random numbers after Steele, Lea and Flood (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`, which is at least 1.
    pub fn below(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % u64::from(sides.max(1))) as u32
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let place = self.below(u32::try_from(list.len()).unwrap_or(u32::MAX));
        list.get(place as usize).copied().unwrap_or_default()
    }
}

/// Features of a small problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flavour {
    /// Bundles that do not nest.
    pub beside: bool,
    /// Requirements with three alternatives.
    pub triples: bool,
    /// Requirements between holders of one kind, so that no two sides fit.
    pub rings: bool,
    /// Owned items.
    pub pools: bool,
    /// A holder with the same needs as another.
    pub twins: bool,
    /// Items that are limited, or paid for from some number on.
    pub limits: bool,
    /// Holders whose units belong to those of others.
    pub pairs: bool,
}

impl Flavour {
    /// Number of flavours.
    pub const COUNT: u32 = 128;

    /// One of the flavours.
    #[must_use]
    pub fn of(bits: u32) -> Self {
        let has = |bit: u32| bits >> bit & 1 == 1;
        Self {
            beside: has(0),
            triples: has(1),
            rings: has(2),
            pools: has(3),
            twins: has(4),
            limits: has(5),
            pairs: has(6),
        }
    }

    /// True if the units of a holder may hold different bundles.
    const fn splits(self) -> bool {
        self.pools || self.limits
    }
}

/// A problem small enough to be solved by trying everything.
///
/// Prices are small, so that many covers cost the same.
#[must_use]
pub fn small(seed: u64, flavour: Flavour) -> Problem {
    let mut dice = Dice::new(seed);
    let mut problem = Problem::new();
    let kinds: Vec<MenuId> = (0..3).map(|_| small_menu(&mut problem, &mut dice, flavour)).collect();
    let crowd = if flavour.splits() { [2, 2, 1] } else { [3, 3, 2] };
    let mut groups: Vec<Vec<HolderId>> = Vec::new();
    for (menu, largest) in kinds.into_iter().zip(crowd) {
        let number = 1 + dice.below(largest);
        let units = if flavour.splits() { 2 } else { 4 };
        groups.push((0..number).map(|_| problem.holder(1 + dice.below(units), menu)).collect());
    }
    for _ in 0..1 + dice.below(10) {
        let mut kinds = vec![vec![0], vec![0, 1], vec![0, 1], vec![0, 2]];
        if flavour.triples {
            kinds.extend([vec![0, 1, 2], vec![0, 1, 2]]);
        }
        if flavour.rings {
            kinds.extend([vec![0, 0], vec![1, 1], vec![1, 2], vec![0, 1, 1]]);
        }
        let kinds = kinds.get(dice.below(kinds.len() as u32) as usize).cloned().unwrap_or_default();
        let group = |kind: usize| groups.get(kind).map(Vec::as_slice).unwrap_or_default();
        let alternatives: Vec<HolderId> =
            kinds.iter().map(|kind| dice.pick(group(*kind))).collect();
        let right = dice.below(3) as Right;
        let _ = problem.require(right, &alternatives);
    }
    if flavour.pairs {
        add_pair(&mut problem, &mut dice, &groups);
    }
    if flavour.twins {
        add_twin(&mut problem, &mut dice);
    }
    if flavour.limits {
        limit(&mut problem, &mut dice);
    }
    problem
}

/// Gives a holder of the first kind companions of the second, and some requirements of both.
fn add_pair(problem: &mut Problem, dice: &mut Dice, groups: &[Vec<HolderId>]) {
    let group = |kind: usize| groups.get(kind).map(Vec::as_slice).unwrap_or_default();
    let (of, like, other) = (dice.pick(group(0)), dice.pick(group(1)), dice.pick(group(2)));
    let facts = |problem: &Problem, id: HolderId| problem.holders.at(id).copied();
    let (Some(units), Some(menu)) = (facts(problem, of), facts(problem, like)) else { return };
    let holder = problem.holder(units.count * (1 + dice.below(2)), menu.menu);
    let _ = problem.accompany(of, holder);
    for _ in 0..1 + dice.below(3) {
        let alternatives: &[HolderId] = match dice.below(5) {
            0 => &[holder],
            1 => &[of, holder, other],
            2 => &[holder, other],
            _ => &[of, holder],
        };
        let _ = problem.require(dice.below(3) as Right, alternatives);
    }
}

/// Adds a holder with the same menu and the same needs as some other.
fn add_twin(problem: &mut Problem, dice: &mut Dice) {
    let of = HolderId(dice.below(problem.holders.len() as u32));
    let Some(menu) = problem.holders.at(of).map(|holder| holder.menu) else { return };
    let twin = problem.holder(1 + dice.below(2), menu);
    let needs: Vec<(Right, Vec<HolderId>)> = problem
        .requirements()
        .filter(|requirement| requirement.alternatives.contains(&of))
        .map(|requirement| (requirement.right, requirement.alternatives.to_vec()))
        .collect();
    for (right, mut alternatives) in needs {
        alternatives.iter_mut().filter(|holder| **holder == of).for_each(|holder| *holder = twin);
        let _ = problem.require(right, &alternatives);
    }
}

/// Limits some items, and has others paid for from some number on.
fn limit(problem: &mut Problem, dice: &mut Dice) {
    for item in (0..problem.items.len() as u32).map(ItemId) {
        if dice.once_in(3) {
            problem.set_maximum(item, dice.below(5).into());
        }
        if dice.once_in(3) {
            problem.set_minimum_order(item, dice.below(5).into());
        }
    }
}

/// Items and bundles for one kind of holder.
fn small_menu(problem: &mut Problem, dice: &mut Dice, flavour: Flavour) -> MenuId {
    let before: Vec<ItemId> = (0_u32..).map(ItemId).take(problem.items.len()).collect();
    let items: Vec<ItemId> = (0..3)
        .map(|_| {
            if flavour.pools && !before.is_empty() && dice.once_in(4) {
                // An item that other kinds may use as well joins holders that share no requirement.
                return dice.pick(&before);
            }
            let pool = if flavour.pools && dice.once_in(2) { u64::from(dice.below(4)) } else { 0 };
            problem.item(i64::from(dice.below(9)), i64::from(dice.below(3)), pool)
        })
        .collect();
    let mut bundles: Vec<BundleId> = Vec::new();
    for (level, _) in items.iter().enumerate() {
        // Items add up: each level is held on top of the one below.
        let held = items.get(..=level).unwrap_or_default();
        bundles.push(problem.bundle(held, Rights::from_bits((2 << level) - 1)));
    }
    if flavour.beside {
        for _ in 0..1 + dice.below(2) {
            let mut held: Vec<ItemId> = items.iter().copied().filter(|_| dice.once_in(2)).collect();
            held.push(dice.pick(&items));
            bundles.push(problem.bundle(&held, Rights::from_bits(1 + u128::from(dice.below(7)))));
        }
        bundles.retain(|_| !dice.once_in(4));
    }
    problem.menu(&bundles)
}

/// The size of a generated organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Groups of people.
    pub people: u32,
    /// Groups of devices.
    pub devices: u32,
    /// Groups of servers.
    pub servers: u32,
    /// Uses, each one requirement.
    pub uses: u32,
}

impl Size {
    /// The largest organisation that has to be solved at once.
    pub const BIG: Self = Self { people: 2_000, devices: 1_000, servers: 50, uses: 8_000 };
    /// An organisation as people describe it.
    pub const USUAL: Self = Self { people: 30, devices: 15, servers: 5, uses: 100 };

    /// So many groups in all, in the proportions of the largest.
    #[must_use]
    pub const fn of(groups: u32) -> Self {
        let (servers, devices) = (groups.div_ceil(60), groups / 3);
        Self {
            people: groups.saturating_sub(servers + devices),
            devices,
            servers,
            uses: groups * 8 / 3,
        }
    }
}

/// Prices of the levels of people, devices and servers; the higher ones on top of the lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Market {
    /// Close prices for people and devices, and servers that are often worth it.
    List,
    /// The same prices for people and devices, so that much ties; few servers are worth it.
    Even,
    /// Servers that cost about as much as the people they serve: the hardest choice.
    Close,
    /// Cheap devices, dear servers.
    Sharing,
}

impl Market {
    /// One of the four.
    #[must_use]
    pub const fn of(number: u32) -> Self {
        match number % 4 {
            0 => Self::List,
            1 => Self::Even,
            2 => Self::Close,
            _ => Self::Sharing,
        }
    }

    const fn prices(self) -> [[i64; 3]; 3] {
        match self {
            Self::List => [[3_800, 7_900, 9_500], [3_700, 9_100, 11_900], [600_000, 900_000, 0]],
            Self::Even => {
                [[10_000, 20_000, 70_000], [10_000, 20_000, 70_000], [2_000_000, 1_000_000, 0]]
            }
            Self::Close => [[3_800, 7_900, 9_500], [3_700, 9_100, 11_900], [900_000, 800_000, 0]],
            Self::Sharing => {
                [[9_000, 4_500, 13_000], [4_000, 3_000, 8_000], [1_900_000, 700_000, 0]]
            }
        }
    }
}

/// An organisation of insiders and outsiders on shared devices and servers, at list prices.
#[must_use]
pub fn organisation(seed: u64, size: Size) -> Problem {
    organisation_at(seed, size, Market::List)
}

/// An organisation of insiders and outsiders on shared devices and servers.
///
/// People and devices hold one of three additive levels, servers admit all outsiders at one of two.
/// Insiders are covered by themselves or by the shared device; outsiders on devices of their own by
/// themselves or by the server; outsiders on shared devices by any of the three.
#[must_use]
pub fn organisation_at(seed: u64, size: Size, market: Market) -> Problem {
    let mut dice = Dice::new(seed);
    let mut problem = Problem::new();
    let [people, devices, servers] = market.prices().map(|prices| levels(&mut problem, prices));
    let mut crowd =
        |problem: &mut Problem, number: u32, largest: u32, menu: MenuId| -> Vec<HolderId> {
            (0..number).map(|_| problem.holder(1 + dice.below(largest), menu)).collect()
        };
    let people = crowd(&mut problem, size.people, 60, people);
    let devices = crowd(&mut problem, size.devices, 60, devices);
    let servers = crowd(&mut problem, size.servers, 4, servers);
    let insiders = people.len() / 2;
    let (inside, outside) = people.split_at_checked(insiders).unwrap_or_default();
    for _ in 0..size.uses {
        let (device, server) = (dice.pick(&devices), dice.pick(&servers));
        let right = dice.pick(&[0, 0, 0, 1, 1, 2]);
        let _ = match dice.below(5) {
            0..3 => problem.require(right, &[dice.pick(inside), device]),
            3 => problem.require(right.min(1), &[dice.pick(outside), server]),
            _ => problem.require(right.min(1), &[dice.pick(outside), device, server]),
        };
    }
    problem
}

/// Makes an organisation own licences for people and devices: of each level about so many for every
/// hundred units.
pub fn own(problem: &mut Problem, per_cent: u32) {
    for holders in 0..2_u32 {
        let units: u64 = problem
            .holders
            .iter()
            .filter(|holder| holder.menu.0 == holders)
            .map(|holder| u64::from(holder.count))
            .sum();
        for (level, item) in (1..).zip(problem.items.iter_mut().skip(holders as usize * 3).take(3))
        {
            item.pool = units * u64::from(per_cent) / (100 * level);
        }
    }
}

/// A menu of additive levels at these prices.
fn levels(problem: &mut Problem, prices: [i64; 3]) -> MenuId {
    let mut held = Vec::new();
    let mut bundles = Vec::new();
    for (level, price) in (0_u32..).zip(prices).filter(|(_, price)| *price > 0) {
        held.push(problem.item(price, 1, 0));
        bundles.push(problem.bundle(&held, Rights::from_bits((2 << level) - 1)));
    }
    problem.menu(&bundles)
}
