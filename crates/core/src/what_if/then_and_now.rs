//! Then and now: what the sender of a link said its reader will see, against what follows today.
//!
//! A link pins the edition of its rulebook and its price book, and only today's are shipped. So a
//! link carries the result of its day, and a page whose rules or prices have moved on tells both,
//! the lines that differ, and the clauses that were reviewed since.

use crate::answer::assess::assess;
use crate::answer::assessment::{Answer, Assessment, BillLine};
use crate::books::{self, Library};
use crate::date::Date;
use crate::link::{self, Mark, Sent, SentLine};
use crate::scenario::Scenario;
use crate::text::add_new;
use crate::trace;
use crate::trace::Step;
use seatwise_rulebook::Rulebook;
use std::collections::BTreeSet;

/// A result that is not what the sender of its link saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThenAndNow {
    /// The result that the sender saw.
    pub then: Sent,
    /// The result that follows today.
    pub now: Sent,
    /// The edition of the rulebook then and the one now, where they are two: `2012-12`.
    pub editions: Option<(String, String)>,
    /// The lines that differ, those of today first.
    pub lines: Vec<ChangedLine>,
    /// The clauses behind those lines, by their names: those reviewed since then, or, where none
    /// was, what the licences rest on.
    pub clauses: Vec<String>,
    /// True if the clauses were reviewed since then.
    pub reviewed_since: bool,
}

/// A line of the bill that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine {
    /// Name of the licence; none where today's rulebook does not have it.
    pub name: Option<String>,
    /// The line then; none where there was none.
    pub then: Option<SentLine>,
    /// The line now; none where there is none.
    pub now: Option<SentLine>,
}

/// A link with its scenario and the result, as the npm package and the page write it.
///
/// Own prices travel only `with_prices`, and what the reader will see is counted with what travels.
#[must_use]
pub fn link_of(scenario: &Scenario, with_prices: bool) -> String {
    let linked = as_read(scenario, with_prices);
    link_with(scenario, with_prices, &assess(linked.as_ref().unwrap_or(scenario)))
}

/// The same where the answer that the reader will see is known.
#[must_use]
pub fn link_with(scenario: &Scenario, with_prices: bool, read: &Answer) -> String {
    link::encode_sent(scenario, with_prices, read.assessment().and_then(sent).as_ref())
}

/// The scenario as the reader of its link gets it; none where nothing of it stays behind.
#[must_use]
pub fn as_read(scenario: &Scenario, with_prices: bool) -> Option<Scenario> {
    let own = scenario.prices.as_ref().filter(|prices| !with_prices && prices.are_own())?;
    let prices = own.without_own();
    Some(Scenario { prices: Some(prices), ..scenario.clone() })
}

/// The result of an assessment as a link carries it; none under a rulebook that is not shipped.
#[must_use]
pub fn sent(assessment: &Assessment) -> Option<Sent> {
    let book = books::rulebook(&assessment.rulebook)?;
    Some(Sent {
        total: assessment.total,
        currency: assessment.currency.clone(),
        period: assessment.period,
        complete: assessment.complete,
        reviewed: latest_review(book)?,
        lines: assessment.bill.iter().map(line).collect(),
    })
}

/// Compares what the sender of a link said with what follows today; none where it is the same.
///
/// `rulebook` is the one that the link pins, with its edition; the library has the names.
#[must_use]
pub fn compare(
    library: &Library<'_>,
    then: &Sent,
    rulebook: &str,
    assessment: &Assessment,
) -> Option<ThenAndNow> {
    let book = library.rulebook(&assessment.rulebook)?;
    let now = sent(assessment)?;
    let same = (then.total, &then.currency, then.period, then.complete)
        == (now.total, &now.currency, now.period, now.complete);
    let lines = changed_lines(book, then, &now);
    if same && lines.is_empty() {
        return None;
    }
    let edition = rulebook.split_once('@').map(|(_, edition)| edition.to_owned());
    let editions = edition
        .filter(|edition| *edition != book.edition)
        .map(|edition| (edition, book.edition.clone()));
    let behind = clauses_behind(book, assessment, &lines);
    let is_new = |id: &String| {
        let clause = book.clauses.iter().find(|clause| clause.id == *id);
        clause.and_then(|clause| Date::parse(&clause.reviewed)) > Some(then.reviewed)
    };
    let new: Vec<String> = behind.iter().filter(|id| is_new(id)).cloned().collect();
    let reviewed_since = !new.is_empty();
    let clauses = if reviewed_since { new } else { clauses_of_licences(book, &lines) };
    Some(ThenAndNow { then: then.clone(), now, editions, lines, clauses, reviewed_since })
}

fn line(line: &BillLine) -> SentLine {
    let licence = line.licence.split_once('/').map_or(line.licence.as_str(), |(_, id)| id);
    SentLine {
        licence: Mark::of(licence),
        quantity: line.quantity,
        buy: line.buy,
        unit_price: line.unit_price,
    }
}

/// The day of the latest review of any clause.
fn latest_review(book: &Rulebook) -> Option<Date> {
    book.clauses.iter().filter_map(|clause| Date::parse(&clause.reviewed)).max()
}

fn changed_lines(book: &Rulebook, then: &Sent, now: &Sent) -> Vec<ChangedLine> {
    let of = |sent: &Sent, licence: Mark| {
        sent.lines.iter().find(|line| line.licence == licence).copied()
    };
    let gone = then.lines.iter().filter(|line| of(now, line.licence).is_none());
    let lines = now.lines.iter().chain(gone).map(|line| ChangedLine {
        name: licence_name(book, line.licence),
        then: of(then, line.licence),
        now: of(now, line.licence),
    });
    lines.filter(|line| line.then != line.now).collect()
}

fn licence_name(book: &Rulebook, mark: Mark) -> Option<String> {
    let licence = book.licences.iter().find(|licence| Mark::of(&licence.id) == mark)?;
    Some(licence.name.clone())
}

/// Every clause that the lines of today rest on.
fn clauses_behind(book: &Rulebook, assessment: &Assessment, lines: &[ChangedLine]) -> Vec<String> {
    let is_changed = |billed: &&BillLine| {
        let billed = line(billed);
        lines.iter().any(|changed| changed.now.is_some_and(|now| now == billed))
    };
    let steps: BTreeSet<trace::StepId> = assessment
        .bill
        .iter()
        .filter(is_changed)
        .flat_map(|line| assessment.trace.causes(line.reason))
        .collect();
    let mut clauses = clauses_of_licences(book, lines);
    for entry in steps.into_iter().filter_map(|id| assessment.trace.entry(id)) {
        let cited = match &entry.step {
            Step::Standing { clauses, .. }
            | Step::Ruled { clauses, .. }
            | Step::Allowed { clauses, .. }
            | Step::Line { clauses, .. } => clauses.as_slice(),
            _ => &[],
        };
        add_new(&mut clauses, cited);
    }
    clauses
}

/// The clauses on what the licences of these lines allow.
fn clauses_of_licences(book: &Rulebook, lines: &[ChangedLine]) -> Vec<String> {
    let marks: BTreeSet<Mark> =
        lines.iter().filter_map(|line| line.now.or(line.then)).map(|line| line.licence).collect();
    let mut clauses: Vec<String> = Vec::new();
    for licence in book.licences.iter().filter(|licence| marks.contains(&Mark::of(&licence.id))) {
        add_new(&mut clauses, &book.names_of(&licence.clauses));
    }
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::money::Money;
    use crate::scenario::Prices;

    fn example() -> (Scenario, Assessment) {
        let scenario = examples::ALL[0].scenario();
        let assessment = assess(&scenario).assessment().unwrap().clone();
        (scenario, assessment)
    }

    #[test]
    fn a_link_of_today_has_nothing_to_tell() {
        for example in examples::ALL {
            let scenario = example.scenario();
            let link = link_of(&scenario, false);
            let then = link::sent(&link).unwrap();
            let read = link::decode(&link).unwrap();
            let answer = assess(&read);
            assert_eq!(
                compare(&Library::shipped(), &then, &read.rulebook, answer.assessment().unwrap()),
                None
            );
        }
    }

    #[test]
    fn what_has_changed_is_told_line_by_line_with_its_clauses() {
        let (scenario, now) = example();
        let mut then = sent(&now).unwrap();
        then.total = Money::from_minor(15_000_000);
        then.lines[0].unit_price = Some(Money::from_minor(110_000));
        then.lines.push(SentLine { licence: Mark::of("cal-gone"), ..then.lines[1] });
        let compared = compare(&Library::shipped(), &then, "crm-2011@2010-01", &now).unwrap();
        assert_eq!(compared.editions.as_ref().map(|(then, _)| then.as_str()), Some("2010-01"));
        let lines: Vec<_> =
            compared.lines.iter().map(|line| (line.name.as_deref(), line.now.is_some())).collect();
        assert_eq!(lines, [(Some("Full User CAL"), true), (None, false)]);
        assert!(!compared.reviewed_since && !compared.clauses.is_empty());
        // The same link, of a day before the reviews of its rulebook.
        then.reviewed = Date::parse("2001-01-01").unwrap();
        let compared = compare(&Library::shipped(), &then, &scenario.rulebook, &now).unwrap();
        assert!(compared.reviewed_since && compared.editions.is_none());
        assert!(compared.clauses.len() > 1, "{:?}", compared.clauses);
    }

    #[test]
    fn what_the_reader_will_see_is_counted_with_what_travels() {
        let (mut scenario, now) = example();
        let own = Prices { discount_percent: Some("50".to_owned()), ..Prices::default() };
        scenario.prices = Some(own);
        let without = link::sent(&link_of(&scenario, false)).unwrap();
        let with = link::sent(&link_of(&scenario, true)).unwrap();
        assert_eq!(without.total, now.total);
        assert_eq!(with.total.times(2), now.total);
    }
}
