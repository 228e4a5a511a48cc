//! The changes since a link was made, ready to be read.

use super::amount::Unit;
use super::reasons::{self, Citation};
use super::{Text, ViewContext};
use crate::engine;
use seatwise_core::link::{Sent, SentLine};
use seatwise_core::then_and_now::{ChangedLine, ThenAndNow};

/// Details below the text of a notice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// The lines of the bill that differ.
    pub lines: Vec<Text>,
    /// Heading of the clauses.
    pub heading: Text,
    /// The clauses.
    pub sources: Vec<Citation>,
}

/// The changes, in a sentence or two.
pub fn text(context: &ViewContext<'_>, changed: &ThenAndNow) -> String {
    let words = context.words;
    let (then, now) = (total(context, &changed.then), total(context, &changed.now));
    let what =
        if then == now { words.other_licences(&now) } else { words.then_and_now(&then, &now) };
    match &changed.editions {
        None => what,
        Some((then, now)) => {
            format!("{what} {}", words.other_edition(&words.month(then), &words.month(now)))
        }
    }
}

/// The differences, line by line, and the clauses behind them.
pub fn details(context: &ViewContext<'_>, changed: &ThenAndNow) -> Details {
    let words = context.words;
    let line = |line: &ChangedLine| {
        let name = line.name.as_deref().unwrap_or(words.gone());
        let (then, now) = (line.then.map(|state| bought(context, state)), line.now);
        match (then, now.map(|state| bought(context, state))) {
            (Some(then), Some(now)) => words.line_then_and_now(name, &then, &now).into(),
            (Some(then), None) => words.line_then(name, &then).into(),
            (None, Some(now)) => words.line_now(name, &now).into(),
            (None, None) => name.to_owned().into(),
        }
    };
    let book = context.book;
    let sources = book.map(|book| engine::cite_named(book, &changed.clauses)).unwrap_or_default();
    Details {
        lines: changed.lines.iter().map(line).collect(),
        heading: Text::Static(if changed.reviewed_since {
            words.reviewed_since()
        } else {
            words.rests_on_clauses()
        }),
        sources: sources.into_iter().map(|source| reasons::cite(words, source)).collect(),
    }
}

fn total(context: &ViewContext<'_>, sent: &Sent) -> String {
    let unit = Unit { currency: &sent.currency, period: sent.period };
    let amount = unit.amount(context, sent.total);
    if sent.complete { amount } else { format!("{} {amount}", context.words.at_least()) }
}

fn bought(context: &ViewContext<'_>, line: SentLine) -> String {
    let words = context.words;
    let needed = words.count(line.quantity);
    let count = if line.buy == line.quantity {
        needed
    } else {
        words.of_them_bought(&needed, &words.count(line.buy))
    };
    match line.unit_price {
        Some(price) => words.at_price(&count, &words.money(price)),
        None => words.without_a_price(&count),
    }
}
