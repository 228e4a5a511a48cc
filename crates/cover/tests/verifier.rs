//! The verifier accepts what the solver says, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;
use seatwise_cover::testing::generate::{Dice, Flavour, small};
use seatwise_cover::{
    Budget, BundleId, Certificate, Flaw, HolderId, IdVec, Lot, Problem, Proof, Rights, Solution,
    solve, verify,
};

/// Two groups, one of which must have a right for 10 a unit; one unit is owned.
fn example() -> (Problem, Solution) {
    let mut problem = Problem::new();
    let item = problem.item(10, 1, 1);
    let bundle = problem.bundle(&[item], Rights::of(0));
    let menu = problem.menu(&[bundle]);
    let holders = [problem.holder(3, menu), problem.holder(5, menu)];
    let _ = problem.require(0, &holders);
    let solution = solve(&problem, Budget::default()).unwrap();
    (problem, solution)
}

#[track_caller]
fn rejected(change: impl Fn(&mut Problem, &mut Solution), flaw: Flaw) {
    let (mut problem, mut solution) = example();
    assert_eq!(verify(&problem, &solution), Ok(()));
    change(&mut problem, &mut solution);
    assert_eq!(verify(&problem, &solution), Err(flaw));
}

fn certificate(solution: &mut Solution) -> &mut Certificate {
    match &mut solution.proof {
        Proof::Charges(certificate)
        | Proof::Search { certificate, .. }
        | Proof::Gap { certificate, .. } => certificate,
    }
}

#[test]
fn the_example_is_as_expected() {
    let (_, solution) = example();
    let units: Vec<(u64, usize)> =
        solution.lots.iter().map(|lot| (lot.units, lot.owned.len())).collect();
    assert_eq!(units, [(1, 1), (2, 0)]);
    assert_eq!((solution.cost.money, solution.cost.preference), (20, 3));
    assert!(matches!(&solution.proof, Proof::Charges(Certificate { bound: 20, .. })));
}

#[test]
fn each_flaw_is_found() {
    let holder = HolderId(0);
    rejected(|_, s| s.lots[0].units = 0, Flaw::BadLot { lot: 0 });
    rejected(|_, s| s.lots[0].bundle = BundleId(7), Flaw::BadLot { lot: 0 });
    rejected(|_, s| s.lots[0].holder = HolderId(1), Flaw::BadLot { lot: 1 });
    rejected(|p, _| p.menus[0].clear(), Flaw::NotOnTheMenu { holder, bundle: BundleId(0) });
    rejected(|_, s| s.lots[1].units = 3, Flaw::TooManyUnits { holder });
    rejected(
        |_, s| s.lots.truncate(1),
        Flaw::Unmet { requirement: seatwise_cover::RequirementId(0) },
    );
    rejected(
        |_, s| s.lots[0].owned.clear(),
        Flaw::WrongQuantity { item: seatwise_cover::ItemId(0) },
    );
    rejected(
        |_, s| s.quantities[0].bought = 1,
        Flaw::WrongQuantity { item: seatwise_cover::ItemId(0) },
    );
    rejected(|p, _| p.items[0].pool = 0, Flaw::WrongQuantity { item: seatwise_cover::ItemId(0) });
    rejected(|_, s| s.cost.money -= 1, Flaw::WrongCost);
    rejected(|_, s| s.cost.preference += 1, Flaw::WrongCost);
    rejected(|_, s| certificate(s).charges = IdVec::default(), Flaw::WrongSize);
    rejected(
        |_, s| certificate(s).charges[0] = -1,
        Flaw::NegativeCharge { requirement: seatwise_cover::RequirementId(0) },
    );
    rejected(
        |_, s| certificate(s).shadow_prices[0] = 11,
        Flaw::WrongShadowPrice { item: seatwise_cover::ItemId(0) },
    );
    rejected(
        |_, s| certificate(s).charges[0] += 1,
        Flaw::Overcharged { holder, bundle: BundleId(0) },
    );
    rejected(|_, s| certificate(s).charges[0] -= 1, Flaw::WrongBound);
    rejected(|_, s| certificate(s).bound += 1, Flaw::WrongBound);
    let lower = |s: &mut Solution| {
        certificate(s).charges[0] -= 1;
        certificate(s).bound -= 1;
    };
    rejected(|_, s| lower(s), Flaw::NoProof);
    let gap =
        |s: &mut Solution| s.proof = Proof::Gap { certificate: certificate(s).clone(), bound: 21 };
    rejected(|_, s| gap(s), Flaw::BoundAboveCost);
}

/// Two people need a right each; one licence may be bought at 10, others cost 25, or 15 from three
/// on.
fn limited() -> (Problem, Solution) {
    let mut problem = Problem::new();
    let items = [problem.item(10, 0, 0), problem.item(25, 0, 0), problem.item(15, 0, 0)];
    problem.set_maximum(items[0], 1);
    problem.set_minimum_order(items[2], 3);
    let bundles = items.map(|item| problem.bundle(&[item], Rights::of(0)));
    let menu = problem.menu(&bundles);
    for _ in 0..2 {
        let holder = problem.holder(1, menu);
        let _ = problem.insist(holder, 0);
    }
    let solution = solve(&problem, Budget::default()).unwrap();
    (problem, solution)
}

#[test]
fn flaws_of_limits_are_found() {
    #[track_caller]
    fn rejected(change: impl Fn(&mut Problem, &mut Solution), flaw: Flaw) {
        let (mut problem, mut solution) = limited();
        assert_eq!(verify(&problem, &solution), Ok(()));
        change(&mut problem, &mut solution);
        assert_eq!(verify(&problem, &solution), Err(flaw));
    }
    let item = seatwise_cover::ItemId;
    assert_eq!(limited().1.cost.money, 35);
    rejected(|p, _| p.items[0].maximum = Some(0), Flaw::AboveLimit { item: item(0) });
    rejected(|p, _| p.items[1].minimum_order = 2, Flaw::WrongQuantity { item: item(1) });
    rejected(|_, s| s.quantities[1].bought = 2, Flaw::WrongQuantity { item: item(1) });
    rejected(|_, s| s.lots[1].bundle = BundleId(2), Flaw::WrongQuantity { item: item(1) });
    rejected(|_, s| certificate(s).shadow_prices[1] += 1, Flaw::WrongShadowPrice { item: item(1) });
    rejected(|_, s| certificate(s).shadow_prices[2] -= 1, Flaw::WrongShadowPrice { item: item(2) });
    // A limited item may ask more than its price, at the cost of the bound.
    rejected(|_, s| certificate(s).shadow_prices[0] += 100, Flaw::WrongBound);
}

#[test]
fn flaws_are_told_in_plain_words() {
    let lot =
        Lot { holder: HolderId(0), first: 0, units: 1, bundle: BundleId(0), owned: Vec::new() };
    let flaw = Flaw::NotOnTheMenu { holder: lot.holder, bundle: lot.bundle };
    assert_eq!(flaw.to_string(), "holder 0 may not hold bundle 0");
}

/// Configuration of a property: so many cases, and no file of failures.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_certificate_that_claims_more_is_rejected(seed in any::<u64>(), bits in 0..Flavour::COUNT) {
        let problem = small(seed, Flavour::of(bits));
        if let Ok(mut solution) = solve(&problem, Budget::default())
            && let Proof::Charges(certificate) = &mut solution.proof
        {
            let place = Dice::new(seed).below(certificate.charges.len() as u32) as usize;
            certificate.charges[place] += 1;
            certificate.bound += 1;
            prop_assert!(verify(&problem, &solution).is_err());
        }
    }
}
