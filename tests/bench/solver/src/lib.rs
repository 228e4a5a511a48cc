//! The solver and the engine alone, in the browser: for the bench, and for nothing else.
//!
//! Neither the page nor the npm package holds this; it lets `tests/bench` time the solver beside
//! another one, on the same problem and in the same browser, and an assessment as the page asks for
//! it, without the JSON of the package.

pub mod families;

use seatwise_core::scenario::Scenario;
use seatwise_cover::testing::generate::{Market, Size, organisation_at};
use seatwise_cover::testing::lp_format::program;
use seatwise_cover::{Budget, Problem, Proof, solve};
use wasm_bindgen::prelude::wasm_bindgen;

/// As in the page and the npm package.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A generated problem.
#[wasm_bindgen]
pub struct Case {
    problem: Problem,
}

#[wasm_bindgen]
impl Case {
    /// The largest organisation that has to be solved at once, by its seed, at one of the price
    /// lists.
    #[must_use]
    pub fn large(seed: u32, market: u32) -> Self {
        Self { problem: organisation_at(seed.into(), Size::BIG, Market::of(market)) }
    }

    /// An organisation of so many groups of people, devices and servers.
    #[must_use]
    pub fn of(groups: u32, seed: u32) -> Self {
        Self { problem: organisation_at(seed.into(), Size::of(groups), Market::List) }
    }

    /// The least cost in minor units; nothing if it was not proved.
    #[must_use]
    pub fn solve(&self) -> Option<i64> {
        let solution = solve(&self.problem, Budget::default()).ok()?;
        (!matches!(solution.proof, Proof::Gap { .. })).then_some(solution.cost.money)
    }

    /// The problem as an integer program in CPLEX's LP format.
    #[must_use]
    pub fn program(&self) -> String {
        program(&self.problem)
    }
}

/// A scenario, read.
#[wasm_bindgen]
pub struct Engine {
    scenario: Scenario,
}

#[wasm_bindgen]
impl Engine {
    /// The scenario of this JSON text; nothing if it cannot be read.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Some(Self { scenario: Scenario::from_json(text).ok()? })
    }

    /// Assesses the scenario whole; says whether that went well.
    #[must_use]
    pub fn assess(&self) -> bool {
        seatwise_core::assess(&self.scenario).assessment().is_some()
    }
}

/// Random organisations for the race.
#[wasm_bindgen]
pub struct Families;

#[wasm_bindgen]
impl Families {
    /// How many rulebooks there are.
    #[must_use]
    pub fn books() -> usize {
        seatwise_core::books::rulebooks().len()
    }

    /// The JSON text of a random organisation of a size under a rulebook, both by number.
    #[must_use]
    pub fn scenario(book: u32, size: u32, seed: u32) -> Option<String> {
        let book = families::book(book)?;
        Some(families::scenario(book, families::Size::of(size), seed.into()).to_json())
    }

    /// The problems behind a scenario as integer programs in CPLEX's LP format: the least of their
    /// optima is its total.
    #[must_use]
    pub fn programs(text: &str) -> Vec<String> {
        let Ok(scenario) = Scenario::from_json(text) else { return Vec::new() };
        let problems =
            seatwise_core::model::problems(&seatwise_core::books::Library::shipped(), &scenario);
        problems.unwrap_or_default().iter().map(program).collect()
    }
}
