//! The total of an assessment against optima found in other ways, on organisations under every
//! rulebook.
//!
//! The problems come from the requirements, with every alternative in them, and once more from the
//! reasons alone, by code that shares nothing with the core. An oracle tries all that they leave
//! open on 10,000 tiny organisations, and HiGHS, an independent solver, does 1,000 of ordinary
//! size.

use seatwise_core::assessment::{Assessment, Certificate};
use seatwise_core::books::{self, Library};
use seatwise_core::rulebook::{LicenceId, Rulebook};
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::HolderRef;
use seatwise_core::{assess, model};
use seatwise_cover::testing::oracle;
use seatwise_cover::{Budget, Problem, Proof, solve};
use seatwise_tests::generate::{BUSY, Size, TINY, first};
use seatwise_tests::highs::Highs;
use seatwise_tests::problem;
use std::fmt;

/// What the compared organisations of one rulebook had in them.
#[derive(Default)]
struct Seen {
    compared: u32,
    billed: u32,
    owned: u32,
    shared: u32,
    connectors: u32,
    own_prices: u32,
    versions: u32,
    searched: u32,
    gaps: u32,
}

impl Seen {
    fn add(&mut self, scenario: &Scenario, found: &Assessment) {
        let holds = |kind: fn(&HolderRef) -> bool| {
            found.bill.iter().flat_map(|line| &line.lots).any(|lot| kind(&lot.holder))
        };
        self.compared += 1;
        self.billed += u32::from(!found.bill.is_empty());
        self.owned += u32::from(found.bill.iter().any(|line| line.owned > 0));
        self.shared += u32::from(holds(|holder| matches!(holder, HolderRef::Devices(_))));
        self.connectors += u32::from(holds(|holder| matches!(holder, HolderRef::Servers(_))));
        self.own_prices +=
            u32::from(scenario.prices.as_ref().is_some_and(|prices| !prices.set.is_empty()));
        self.versions +=
            u32::from(scenario.organisation.servers.iter().any(|group| group.version.is_some()));
        self.searched += u32::from(matches!(found.certificate, Certificate::Search { .. }));
        self.gaps += u32::from(matches!(found.certificate, Certificate::Gap { .. }));
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            compared,
            billed,
            owned,
            shared,
            connectors,
            own_prices,
            versions,
            searched,
            gaps,
        } = self;
        write!(
            f,
            "{compared} compared: {billed} with a bill, {owned} on owned licences, {shared} on shared devices, "
        )?;
        write!(
            f,
            "{connectors} on servers, {own_prices} at own prices, {versions} with a version, "
        )?;
        write!(f, "{searched} searched, {gaps} gaps")
    }
}

/// So many organisations in all, spread over the rulebooks, with their assessments and problems.
fn each(
    size: Size,
    count: usize,
    mut compare: impl FnMut(&str, &Scenario, &Assessment, &[Problem]),
) {
    let books = books::rulebooks();
    let mut all = 0;
    for (place, book) in books.iter().enumerate() {
        let share = count * (place + 1) / books.len() - count * place / books.len();
        let mut seen = Seen::default();
        for (number, scenario) in first(book, size, share).enumerate() {
            let answer = assess(&scenario);
            let found = answer
                .assessment()
                .unwrap_or_else(|| panic!("{:?}\n{}", answer.diagnostics(), scenario.to_json()));
            let problems = model::problems(&Library::shipped(), &scenario).unwrap();
            compare(&format!("{} {number}", book.id), &scenario, found, &problems);
            seen.add(&scenario, found);
        }
        println!("{}: {seen}", book.id);
        assert_eq!(seen.compared as usize, share, "{}", book.id);
        reaches_what_matters(book, &seen);
        all += seen.compared as usize;
    }
    println!("{all} organisations");
    assert_eq!(all, count);
}

/// What is compared is worth comparing.
fn reaches_what_matters(book: &Rulebook, seen: &Seen) {
    // What has no price is seldom chosen.
    let prices = books::price_book(&book.prices).expect("it has a price book");
    let is_priced =
        |id: &LicenceId| book.licence(*id).is_some_and(|one| prices.price(&one.id).is_some());
    let sold = |kind| {
        book.bundles.iter().any(|one| one.holder == kind && one.licences.iter().all(is_priced))
    };
    use seatwise_core::rulebook::HolderKind;
    let counts = [
        ("bills", seen.billed, true),
        ("owned licences", seen.owned, true),
        ("shared devices", seen.shared, sold(HolderKind::Device)),
        ("connectors", seen.connectors, sold(HolderKind::Server)),
        ("own prices", seen.own_prices, true),
        ("versions", seen.versions, true),
    ];
    for (what, count, wanted) in counts {
        assert!(!wanted || count > 0, "{}: no {what}", book.id);
    }
}

/// The least that the assessment claims possible, and what it found.
fn claimed(found: &Assessment) -> (i64, i64) {
    let total = found.total.minor();
    match &found.certificate {
        Certificate::Charges { .. } | Certificate::Search { .. } => (total, total),
        Certificate::Gap { gap, .. } => (total - gap.minor(), total),
    }
}

#[test]
fn ten_thousand_totals_are_those_of_the_oracle() {
    each(TINY, 10_000, |name, scenario, found, problems| {
        let told =
            |optimum: i64, what: &str| format!("{name}: {optimum} {what}\n{}", scenario.to_json());
        let optimum =
            problems.iter().map(cheapest).min().expect("there is a way to hand the allowance out");
        let (least, total) = claimed(found);
        assert_eq!(
            least,
            total,
            "{}",
            told(optimum, "is the optimum, and the total is not proved")
        );
        assert_eq!(optimum, total, "{}", told(optimum, "is the optimum"));
        // The same once more, without any of the code that turns an organisation into problems.
        let again = cheapest(&problem::of_reasons(scenario, found));
        assert_eq!(again, total, "{}", told(again, "is the optimum of what the reasons say"));
    });
}

fn cheapest(problem: &Problem) -> i64 {
    oracle::cheapest(problem).expect("there is a cover").money
}

#[test]
fn a_search_that_is_cut_short_claims_no_more_than_it_knows() {
    let (mut proved, mut gaps) = (0, 0);
    each(TINY, 2_000, |name, _, _, problems| {
        for problem in problems {
            let Ok(solution) = solve(problem, Budget { steps: 4 }) else { continue };
            let optimum = cheapest(problem);
            let least = match &solution.proof {
                Proof::Gap { bound, .. } => *bound,
                _ => solution.cost.money,
            };
            assert!(
                least <= optimum && optimum <= solution.cost.money,
                "{name}: the optimum is {optimum}"
            );
            *if solution.is_proved() { &mut proved } else { &mut gaps } += 1;
        }
    });
    println!("{proved} proved, {gaps} gaps");
    assert!(proved > 0 && gaps > 0);
}

#[test]
fn a_thousand_totals_are_those_of_highs() {
    let Some(mut highs) = Highs::start() else { return };
    each(BUSY, 1_000, |name, scenario, found, problems| {
        // Where the allowance can be handed out in one way only, the problem is the one that the
        // reasons tell.
        let told = [problem::of_reasons(scenario, found)];
        let problems = if problems.len() > 1 { problems } else { &told };
        highs.compare(name, problems, Some(claimed(found)));
    });
    assert!(highs.agrees(), "HiGHS found another optimum; see above");
}
