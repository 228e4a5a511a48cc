//! The bill: total, lines with their reasons, what is not needed, what is to be asked, what there is to tell.

use super::comparison::tied;
use super::notes::{self, Note};
use super::reasons::{self, Reason};
use super::{Sight, Text};
use crate::engine;
use crate::session::{Edit, Subject};
use crate::words;
use seatwise_core::assessment::{About, Assessment, BillLine, Certificate, OpenQuestion, Said, WhyNot};
use seatwise_core::money::Money;
use seatwise_core::rulebook::Basis;
use std::rc::Rc;

/// The right-hand side.
#[derive(Clone, Debug, PartialEq)]
pub struct Licences {
    /// How well the total is proved.
    pub badge: Option<Badge>,
    /// The total.
    pub total: Text,
    /// How many times the total changed.
    pub turn: u32,
    /// Its currency.
    pub currency: Text,
    /// How many of the prices are assumptions.
    pub assumptions: Text,
    /// Whether any is.
    pub assumed: bool,
    /// How many licences there are.
    pub count: Text,
    /// The lines.
    pub lines: Vec<Rc<BillRow>>,
    /// What to say where there are none.
    pub empty: &'static str,
    /// Licences that are not needed, and why.
    pub not_needed: Vec<(Text, Text)>,
    /// What is to be asked.
    pub questions: Vec<Question>,
    /// What there is to tell.
    pub notes: Vec<Note>,
}

/// How well the total is proved.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// How well.
    pub trust: Trust,
    /// In words.
    pub text: Text,
}

/// How well a total is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// The least possible.
    Proved,
    /// The best found.
    Found,
}

/// A line of the bill.
#[derive(Clone, Debug, PartialEq)]
pub struct BillRow {
    /// The licence, by its full identifier.
    pub licence: Text,
    /// How many.
    pub quantity: Text,
    /// Its name.
    pub name: Text,
    /// Who holds it, and what is owned of it.
    pub who: Text,
    /// What it costs.
    pub amount: Text,
    /// How many times the quantity and the amount changed while the line stood there.
    pub turns: (u32, u32),
    /// Whether its price is an assumption, or missing.
    pub doubtful: bool,
    /// Why; empty while that is closed.
    pub reasons: Vec<Reason>,
}

/// Something to be asked, and what each answer would cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The people group, by its identifier; none where it is about something else.
    pub people: Option<Text>,
    /// What is at stake.
    pub heading: Text,
    /// The question.
    pub asks: Text,
    /// What to pick from: the words, what the pick changes, and the total that follows.
    pub answers: Vec<(Text, Edit, Text)>,
}

/// The figures of the bill as they were the last time, by licence, and how many times each changed.
#[derive(Default)]
pub struct Turns(Vec<(Text, Text, u32)>);

impl Turns {
    /// Counts the changes since the last time.
    pub fn count(&mut self, bill: &mut Licences) {
        let before = std::mem::take(&mut self.0);
        let mut turn = |name: &Text, place: usize, now: &Text| {
            let known = before.iter().filter(|(known, ..)| known == name).nth(place);
            let turn = known.map_or(0, |(_, was, turn)| turn.saturating_add(u32::from(was != now)));
            self.0.push((name.clone(), now.clone(), turn));
            turn
        };
        bill.turn = turn(&Text::default(), 0, &bill.total);
        for row in bill.lines.iter_mut().filter_map(Rc::get_mut) {
            row.turns = (turn(&row.licence, 0, &row.quantity), turn(&row.licence, 1, &row.amount));
        }
    }
}

/// The right-hand side of a session.
pub fn licences(sight: &Sight<'_>) -> Licences {
    let numerals = &sight.session.surroundings.numerals;
    let found = sight.session.answer.assessment();
    let bill = found.map_or(&[][..], |found| &found.bill);
    let assumed = bill.iter().filter(|line| is_assumed(line)).count();
    let count: u64 = bill.iter().map(|line| line.quantity).sum();
    Licences {
        badge: found.filter(|found| !found.bill.is_empty()).map(|found| badge(sight, found)),
        total: found.map_or_else(|| "\u{2013}".to_owned(), |found| numerals.money(found.total)).into(),
        turn: 0,
        currency: found.map(|found| found.currency.clone()).unwrap_or_default().into(),
        assumptions: words::assumptions(assumed, bill.len()).into(),
        assumed: assumed > 0,
        count: words::licences(&numerals.count(count)).into(),
        lines: found.map(|found| lines(sight, found)).unwrap_or_default(),
        empty: if found.is_some() { words::NOTHING_NEEDED } else { words::NOT_COUNTED },
        not_needed: found.map(|found| not_needed(sight, found)).unwrap_or_default(),
        questions: found
            .map_or_else(Vec::new, |found| found.questions.iter().map(|one| question(sight, one)).collect()),
        notes: notes::all(sight),
    }
}

fn badge(sight: &Sight<'_>, found: &Assessment) -> Badge {
    let numerals = &sight.session.surroundings.numerals;
    let (trust, text) = match &found.certificate {
        Certificate::Charges { .. } | Certificate::Search { .. } => {
            (Trust::Proved, if tied(found) { words::PROVED_TIE } else { words::PROVED }.to_owned())
        }
        Certificate::Gap { gap, .. } => (Trust::Found, words::within(&numerals.money(*gap))),
    };
    Badge { trust, text: text.into() }
}

fn lines(sight: &Sight<'_>, found: &Assessment) -> Vec<Rc<BillRow>> {
    found.bill.iter().enumerate().map(|(place, line)| Rc::new(row(sight, found, place, line))).collect()
}

fn row(sight: &Sight<'_>, found: &Assessment, place: usize, line: &BillLine) -> BillRow {
    let numerals = &sight.session.surroundings.numerals;
    let open = sight.session.view.reason == Some(Subject::Line(line.licence.clone()));
    BillRow {
        licence: line.licence.clone().into(),
        quantity: numerals.count(line.quantity).into(),
        name: line.name.clone().into(),
        who: who(sight, line).into(),
        amount: line.unit_price.map_or_else(|| words::NO_PRICE.to_owned(), |_| numerals.money(line.amount)).into(),
        turns: (0, 0),
        doubtful: is_assumed(line),
        reasons: open.then(|| reason(sight, found, place, line)).flatten().into_iter().collect(),
    }
}

/// The core's reason, and how the line comes to its amount.
fn reason(sight: &Sight<'_>, found: &Assessment, place: usize, line: &BillLine) -> Option<Reason> {
    let book = sight.book?;
    let told = engine::explain_line(book, &sight.session.document.scenario, found, place)?;
    let mut reason = reasons::read(told);
    if let Some(unit) = line.unit_price {
        reason.sentences.push(priced(sight, found, line, unit).into());
    }
    Some(reason)
}

fn priced(sight: &Sight<'_>, found: &Assessment, line: &BillLine, unit: Money) -> String {
    let numerals = &sight.session.surroundings.numerals;
    let (unit, amount) = (numerals.money(unit), numerals.money(line.amount));
    let product = words::product(&numerals.count(line.buy), &unit, &amount, &found.currency);
    format!("{product} {}", words::rests_on(line.basis))
}

/// Who holds a line, with numbers where there are several; and what is owned of it.
fn who(sight: &Sight<'_>, line: &BillLine) -> String {
    let numerals = &sight.session.surroundings.numerals;
    let held = |lot: &seatwise_core::assessment::Lot| match line.lots.len() {
        1 => sight.names.holder(&lot.holder),
        _ => format!("{} ({})", sight.names.holder(&lot.holder), numerals.count(lot.units)),
    };
    let holders = words::list(&line.lots.iter().map(held).collect::<Vec<_>>());
    if line.owned == 0 {
        return holders;
    }
    format!("{holders} · {}", words::owned(&numerals.count(line.owned), &numerals.count(line.buy)))
}

fn is_assumed(line: &BillLine) -> bool {
    line.unit_price.is_none() || line.basis == Basis::Assumption
}

fn not_needed(sight: &Sight<'_>, found: &Assessment) -> Vec<(Text, Text)> {
    let Some(book) = sight.book else { return Vec::new() };
    let scenario = &sight.session.document.scenario;
    let tell = |absent| words::rest(&engine::explain_absence(book, scenario, found, absent)).into();
    // Where nobody needs anything, that is said once, and not of every licence.
    let told = found.not_needed.iter().filter(|absent| absent.why != WhyNot::NothingNeeded);
    told.map(|absent| (absent.name.clone().into(), tell(absent))).collect()
}

fn question(sight: &Sight<'_>, found: &OpenQuestion) -> Question {
    let numerals = &sight.session.surroundings.numerals;
    let answers = found.answers.iter().filter_map(|answer| {
        let total = words::then_total(&numerals.money(answer.total));
        Some((answer.label.clone().into(), answered(sight, &found.about, &answer.says)?, total.into()))
    });
    let (people, heading) = match &found.about {
        About::People(id) => (Some(id.clone().into()), words::not_counted(&sight.names.people(id)).into()),
        About::Owned(_) => (None, Text::Static(words::MAY_BE_LESS)),
    };
    Question { people, heading, asks: found.asks.clone().into(), answers: answers.collect() }
}

/// What an answer changes.
fn answered(sight: &Sight<'_>, about: &About, says: &Said) -> Option<Edit> {
    match (about, says) {
        (About::People(id), Said::Relationship(found)) => Some(Edit::Relationship(id.clone(), *found)),
        (About::Owned(index), Said::Programme(id)) => {
            let key = *sight.session.document.owned.get(usize::try_from(*index).ok()?)?;
            Some(Edit::OwnedProgramme(key, Some(id.clone())))
        }
        _ => None,
    }
}
