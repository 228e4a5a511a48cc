//! Answers to further questions about the scenario. Each is worked out when the visitor opens it
//! and after every change while it is open; rendering only reads them.

use super::view::{Across, Dialog};
use super::{Document, Session, ShelvedWork, Subject, View};
use crate::engine;
use crate::words::Words;
use seatwise_core::Solved;
use seatwise_core::assessment::{Answer, Assessment, BillLine, Replacement};
use seatwise_core::assumption::Span;
use seatwise_core::break_even::{Around, Flips};
use seatwise_core::certificate_checks::Check;
use seatwise_core::compliance::Compliance;
use seatwise_core::forced_choice::Forced;
use seatwise_core::generation::Generation;
use seatwise_core::money::Money;
use seatwise_core::scenario::{Prices, Scenario};
use seatwise_core::trace::HolderRef;
use seatwise_core::years::way::Outlook;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

/// Counts are examined up to this one, and prices in hundredths up to a hundred times that.
pub const FAR: u32 = 1_000_000;
/// Number of solutions for the break-evens of a price, over the number of groups: the more groups,
/// the longer each takes.
const SOLUTIONS: usize = 5_000;

/// Per cent by which an assumed price is taken to be off, whichever way.
pub const OFF: u32 = 20;

/// Answers to further questions; none of what is closed.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Break-evens of the chosen count or price.
    pub break_evens: Option<Rc<BreakEvens>>,
    /// The organisation under every rulebook of its family.
    pub generations: Option<Rc<Vec<Generation>>>,
    /// Every way that the organisation may go over the years.
    pub outlook: Option<Rc<Outlook>>,
    /// Totals between which the least one lies where assumed prices are off.
    pub assumed_span: Option<Rc<Option<Span>>>,
    /// Cost of every choice of every group.
    pub forced: Option<Rc<Vec<Forced>>>,
    /// Lines of the proof to check by hand.
    pub checks: Option<Rc<Vec<Check>>>,
    /// Cost of letting others step in for the holders of the line whose reason is open.
    pub replacements: Option<Rc<Replacements>>,
    /// The same of every line of the bill, while it is printed.
    pub on_paper: Option<Rc<Vec<Replacements>>>,
    /// Owned licences against needed ones.
    pub compliance: Option<Rc<Compliance>>,
    /// Answer that the reader of the link will see, where prices stay behind.
    pub as_read: Option<Rc<Answer>>,
    /// Answers to the saved scenarios, in their order.
    pub saved: Option<Rc<Vec<SavedAnswer>>>,
}

/// Thing that further answers are about.
#[derive(Clone, Copy, Debug)]
pub struct ResultsOf<'a> {
    /// Those that are known.
    pub before: &'a Results,
    /// True if the document is the one that they are about.
    pub same: bool,
    /// The texts and books.
    pub words: Words,
    /// The scenario as it is counted.
    pub counted: &'a Scenario,
    /// The document.
    pub document: &'a Document,
    /// Its answer.
    pub answer: &'a Answer,
    /// Parts that are open on the page.
    pub view: &'a View,
}

/// Answer to a saved scenario.
#[derive(Clone, Debug)]
pub struct SavedAnswer {
    /// The saved scenario, by its identifier.
    pub id: String,
    /// Answer to it.
    pub answer: Rc<Answer>,
}

/// Replacements of the holders of one line of the bill.
#[derive(Clone, Debug)]
pub struct Replacements {
    /// The licence of the line, by its full identifier.
    pub licence: String,
    /// Cost of letting others step in, holder by holder.
    pub replacements: Vec<Replacement>,
}

/// Break-evens across a count or a price.
#[derive(Clone, Debug)]
pub struct BreakEvens {
    /// The count or price that is varied.
    pub across: Across,
    /// The cheapest mix on every stretch of it; none where it cannot be varied.
    pub flips: Option<Flips>,
    /// The present value.
    pub present: Option<i64>,
}

impl Results {
    /// Results for a document and a view, with those of before that still hold.
    pub fn update(of: &ResultsOf<'_>) -> Self {
        let &ResultsOf { before, same, words, counted, document, answer, view } = of;
        let scenario = counted;
        let assessment = answer.assessment();
        // Solved once for all of them, where any is asked for.
        let solution = OnceCell::new();
        let solved = || solution.get_or_init(|| engine::solve(words, scenario)).as_ref();
        let across = view.break_even.as_ref();
        let known =
            before.break_evens.as_ref().filter(|known| same && Some(&known.across) == across);
        Self {
            break_evens: known
                .cloned()
                .or_else(|| across.map(|across| Rc::new(break_evens(scenario, solved(), across)))),
            generations: cached(&before.generations, same, view.generations, || {
                engine::generations(words, scenario)
            }),
            outlook: cached(&before.outlook, same, view.years, || engine::outlook(words, scenario)),
            assumed_span: cached(
                &before.assumed_span,
                same,
                view.sureness
                    && assessment.is_some_and(|assessment| assessment.assumed > Money::ZERO),
                || solved().and_then(|solved| engine::assumed_span(solved, OFF)),
            ),
            forced: cached(&before.forced, same, view.forced && assessment.is_some(), || {
                forced(scenario, solved())
            }),
            checks: cached(&before.checks, same, view.charges && assessment.is_some(), || {
                solved().map(engine::checks).unwrap_or_default()
            }),
            compliance: cached(
                &before.compliance,
                same,
                assessment.is_some() && !scenario.owned.is_empty(),
                || solved().map(engine::compliance).unwrap_or_default(),
            ),
            replacements: replacements(before, same, assessment, view, &solved),
            on_paper: cached(&before.on_paper, same, view.paper.is_some(), || {
                of_all_lines(assessment, &solved)
            }),
            as_read: cached(
                &before.as_read,
                same,
                is_shared_otherwise(counted, &document.scenario, view),
                || engine::assess(words, &as_read(&document.scenario, view)),
            ),
            // Asked for by the session, which knows a partner's prices.
            saved: None,
        }
    }
}

impl Session {
    /// Brings the further answers up to date after a step from `before`.
    pub(super) fn update_results(&mut self, before: &Self) {
        let same = Rc::ptr_eq(&self.answer, &before.answer);
        // The reader of a link sees other prices as soon as they go along or stay.
        let mut known = before.results.clone();
        if self.view.with_prices != before.view.with_prices {
            known.as_read = None;
        }
        self.results = match self.later {
            Some(later) => (later.results)(&ResultsOf {
                before: &known,
                same,
                words: self.surroundings.words,
                counted: self.counted(),
                document: &self.document,
                answer: &self.answer,
                view: &self.view,
            }),
            None => Results::default(),
        };
        self.results.saved = self.saved_answers(before);
    }

    /// Answers to the saved scenarios while their list is open; each is worked out once, at the
    /// prices that the one at hand is counted with.
    fn saved_answers(&self, before: &Self) -> Option<Rc<Vec<SavedAnswer>>> {
        if self.view.dialog != Some(Dialog::Saved) {
            return None;
        }
        let known = before.results.saved.as_ref().filter(|_| self.host == before.host);
        let shelf = &self.view.shelf;
        let is_whole = |known: &&Rc<Vec<SavedAnswer>>| {
            known.iter().map(|known| &known.id).eq(shelf.iter().map(|work| &work.id))
        };
        if let Some(known) = known.filter(is_whole) {
            return Some(Rc::clone(known));
        }
        let answer = |work: &ShelvedWork| {
            let known = known.and_then(|known| known.iter().find(|known| known.id == work.id));
            known.cloned().unwrap_or_else(|| self.saved_answer(work))
        };
        Some(Rc::new(shelf.iter().map(answer).collect()))
    }

    fn saved_answer(&self, work: &ShelvedWork) -> SavedAnswer {
        let priced = self.host.as_ref().and_then(|host| host.priced(&work.scenario));
        let scenario = priced.as_ref().unwrap_or(&work.scenario);
        let answer = Rc::new(engine::assess(self.surroundings.words, scenario));
        SavedAnswer { id: work.id.clone(), answer }
    }
}

/// The known result if it still holds, else a new one; none where it is not asked for.
fn cached<T>(
    known: &Option<Rc<T>>,
    same: bool,
    open: bool,
    make: impl FnOnce() -> T,
) -> Option<Rc<T>> {
    open.then(|| known.clone().filter(|_| same).unwrap_or_else(|| Rc::new(make())))
}

fn replacements<'s>(
    before: &Results,
    same: bool,
    assessment: Option<&Assessment>,
    view: &View,
    solved: &dyn Fn() -> Option<&'s Solved<'s>>,
) -> Option<Rc<Replacements>> {
    let Some(Subject::Line(licence)) = &view.reason else { return None };
    let known = before.replacements.as_ref().filter(|known| same && known.licence == *licence);
    if let Some(known) = known {
        return Some(Rc::clone(known));
    }
    let assessment = assessment?;
    let line = assessment.bill.iter().position(|line| line.licence == *licence)?;
    let replacements = engine::replacements(solved()?, assessment, line);
    Some(Rc::new(Replacements { licence: licence.clone(), replacements }))
}

/// Replacements of the holders of every line of the bill.
fn of_all_lines<'s>(
    assessment: Option<&Assessment>,
    solved: &dyn Fn() -> Option<&'s Solved<'s>>,
) -> Vec<Replacements> {
    let (Some(assessment), Some(solved)) = (assessment, solved()) else { return Vec::new() };
    let of_line = |(place, line): (usize, &BillLine)| Replacements {
        licence: line.licence.clone(),
        replacements: engine::replacements(solved, assessment, place),
    };
    assessment.bill.iter().enumerate().map(of_line).collect()
}

fn break_evens(scenario: &Scenario, solved: Option<&Solved<'_>>, across: &Across) -> BreakEvens {
    let (flips, present) = match across {
        Across::Count(holder) => {
            let count = count_of(scenario, holder);
            (solved.and_then(|solved| count_flips(solved, holder, count)), Some(i64::from(count)))
        }
        Across::Price(licence) => {
            let price = solved.and_then(|solved| engine::price_of(solved, licence));
            let flips = solved.and_then(|solved| {
                price_flips(scenario, solved, licence, price.unwrap_or_default())
            });
            (flips, price.map(Money::minor))
        }
    };
    BreakEvens { across: across.clone(), flips, present }
}

fn count_flips(solved: &Solved<'_>, holder: &HolderRef, count: u32) -> Option<Flips> {
    let near = engine::flips(solved, holder, count.saturating_mul(2).clamp(20, FAR))?;
    // Where every count has to be solved by itself, looking far would take long.
    let far = if near.one_by_one { None } else { engine::flips(solved, holder, FAR) };
    Some(far.unwrap_or(near))
}

fn price_flips(
    scenario: &Scenario,
    solved: &Solved<'_>,
    licence: &str,
    price: Money,
) -> Option<Flips> {
    let organisation = &scenario.organisation;
    let groups =
        organisation.people.len() + organisation.devices.len() + organisation.servers.len();
    let most =
        SOLUTIONS.checked_div(groups).and_then(|most| u32::try_from(most).ok()).unwrap_or_default();
    let far = Money::from_minor(i64::from(FAR) * 100);
    engine::price_flips(solved, licence, Around { price, to: far, solutions: most.clamp(12, 300) })
}

fn count_of(scenario: &Scenario, holder: &HolderRef) -> u32 {
    let organisation = &scenario.organisation;
    let (people, devices, servers) =
        (&organisation.people, &organisation.devices, &organisation.servers);
    let count = match holder {
        HolderRef::People(id) | HolderRef::OwnDevices(id) => {
            people.iter().find(|group| group.id == *id).map(|group| group.count)
        }
        HolderRef::Devices(id) => {
            devices.iter().find(|group| group.id == *id).map(|group| group.count)
        }
        HolderRef::Servers(id) => {
            servers.iter().find(|group| group.id == *id).map(|group| group.count)
        }
    };
    count.unwrap_or_default()
}

/// Number of groups whose choices are priced: all of up to fifty; of more the fewer, as each takes
/// longer.
pub fn most_forced_groups(groups: usize) -> usize {
    2_500_usize.checked_div(groups).unwrap_or(groups).clamp(5, 50)
}

/// The groups whose choices are priced, by their identifiers.
pub fn forced_groups(scenario: &Scenario) -> Vec<&str> {
    let people = &scenario.organisation.people;
    let counted = people.iter().filter(|group| group.count > 0);
    counted.take(most_forced_groups(people.len())).map(|group| group.id.as_str()).collect()
}

fn forced(scenario: &Scenario, solved: Option<&Solved<'_>>) -> Vec<Forced> {
    solved.map(|solved| engine::forced(solved, &forced_groups(scenario))).unwrap_or_default()
}

/// True if the link is shown, and its reader will see other prices than the visitor does.
fn is_shared_otherwise(counted: &Scenario, scenario: &Scenario, view: &View) -> bool {
    let own_stay = !view.with_prices && scenario.prices.as_ref().is_some_and(Prices::are_own);
    view.dialog == Some(Dialog::Share) && (own_stay || counted != scenario)
}

fn as_read<'a>(scenario: &'a Scenario, view: &View) -> Cow<'a, Scenario> {
    engine::as_read(scenario, view.with_prices).map_or(Cow::Borrowed(scenario), Cow::Owned)
}
