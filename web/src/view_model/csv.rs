//! Tables as CSV, for spreadsheets: a byte order mark, commas, a full stop before decimals.

use super::amount::{self, Unit};
use super::names::{lines_in_order, lots_in_order};
use super::{Text, ViewContext, owned, prices, proof, side_by_side, years};
use crate::engine;
use crate::price_csv;
use crate::session::Session;
use crate::words::Words;
use seatwise_core::assessment::{Assessment, BillLine};
use seatwise_core::rulebook::Rulebook;
use seatwise_core::server_licence::ServerLine;
use seatwise_core::trace::Step;
use std::rc::Rc;

/// The bill: one line for each licence, then the total.
pub fn bill_as_csv(session: &Session) -> String {
    written(session, |context, assessment| {
        let words = context.words;
        let line = |(_, line): (usize, &BillLine)| {
            fields(context, line, &assessment.currency).into_iter().map(Text::from).collect()
        };
        let mut rows: Vec<Vec<Text>> = vec![headings(&words.csv_headings())];
        rows.extend(lines_in_order(&context.names, assessment).into_iter().map(line));
        let unit = Unit::of_total(assessment);
        let period = unit.period.map(|period| words.period(period)).unwrap_or_default();
        let total =
            [assessment.total.to_string(), assessment.currency.clone(), period].map(Text::from);
        let name = match amount::left_out(context, assessment).as_str() {
            "" => words.total().to_owned(),
            left_out => words.csv_at_least(left_out),
        };
        let blank = std::iter::repeat_n(Text::default(), 6);
        rows.push(std::iter::once(name.into()).chain(blank).chain(total).collect());
        if !assessment.servers.lines.is_empty() {
            rows.push(headings(&[words.server_licences()]));
            rows.extend(
                assessment
                    .servers
                    .lines
                    .iter()
                    .map(|line| server_fields(words, line, &assessment.currency)),
            );
        }
        let own = amount::own_prices(context, assessment);
        if !own.is_empty() {
            rows.push(vec![own.into()]);
        }
        rows
    })
}

/// The proof: what it consists in, the charges, and who could hold what.
pub fn proof_as_csv(session: &Session) -> String {
    written(session, |context, assessment| {
        let words = context.words;
        let mut rows = vec![
            vec![proof::about(context, assessment).into()],
            headings(&words.charge_headings()),
        ];
        rows.extend(proof::charge_rows(context, assessment, &|amount| amount.to_string()));
        rows.push(headings(&words.check_headings()));
        let solved = engine::solve(context.words, session.counted());
        let checks = solved.as_ref().map(engine::checks).unwrap_or_default();
        rows.extend(proof::check_rows(
            context,
            assessment,
            &checks,
            &|count| count.to_string(),
            &|amount| amount.to_string(),
        ));
        rows
    })
}

/// Owned licences against needed ones, as CSV.
pub fn owned_as_csv(session: &Session) -> String {
    written(session, |context, _| {
        let words = context.words;
        let holdings =
            session.results.compliance.as_ref().map_or(&[][..], |compliance| &compliance.rows);
        let mut rows = vec![headings(&words.owned_headings())];
        rows.extend(owned::rows(words, holdings, &|count| count.to_string(), &|amount| {
            amount.to_string()
        }));
        rows
    })
}

/// Rows as lines, and under which rules they hold.
fn written(
    session: &Session,
    rows: impl FnOnce(&ViewContext<'_>, &Assessment) -> Vec<Vec<Text>>,
) -> String {
    let context = ViewContext::new(session);
    let words = context.words;
    let Some(assessment) = session.answer.assessment() else { return String::new() };
    let mut rows = rows(&context, assessment);
    rows.push(vec![words.amounts_in(&Unit::of_total(assessment).text(&context)).into()]);
    let title = context.book.map_or(assessment.rulebook.as_str(), |book| &book.name);
    rows.push(vec![format!("{title}, {}", assessment.rulebook).into()]);
    lines(&rows)
}

/// Every way over the years: a line for each of its years, and one for their sum.
pub fn years_as_csv(session: &Session) -> String {
    let words = session.surroundings.words;
    let known = session.results.outlook.clone();
    let outlook =
        known.unwrap_or_else(|| Rc::new(engine::outlook(words, &session.document.scenario)));
    lines(&years::csv_rows(words, &outlook))
}

/// The chosen scenarios side by side: every row, whether they differ in it or not.
pub fn side_by_side_as_csv(session: &Session) -> String {
    lines(&side_by_side::csv_rows(session))
}

/// The prices of the products that are looked at, in the visitor's own format.
pub fn prices_as_csv(session: &Session) -> String {
    let context = ViewContext::new(session);
    let books: Vec<&Rulebook> = prices::products(&context).collect();
    price_csv::write(context.words, &session.document.scenario, &books)
}

/// Rows as lines, with a byte order mark before them.
fn lines(rows: &[Vec<Text>]) -> String {
    let line = |row: &Vec<Text>| {
        row.iter().map(|field| quote(field)).collect::<Vec<_>>().join(",") + "\r\n"
    };
    format!("\u{feff}{}", rows.iter().map(line).collect::<String>())
}

fn headings(texts: &[&'static str]) -> Vec<Text> {
    texts.iter().copied().map(Text::Static).collect()
}

fn fields(context: &ViewContext<'_>, line: &BillLine, currency: &str) -> [String; 10] {
    let words = context.words;
    let lots = lots_in_order(&context.names, line).into_iter();
    let holders: Vec<_> = lots.map(|lot| context.names.holder(&lot.holder)).collect();
    [
        line.name.clone(),
        line.licence.clone(),
        words.list(&holders),
        line.quantity.to_string(),
        line.owned.to_string(),
        line.buy.to_string(),
        line.unit_price.map(|price| price.to_string()).unwrap_or_default(),
        line.amount.to_string(),
        currency.to_owned(),
        words.period(line.period),
    ]
}

/// A server licence in the columns of the bill.
fn server_fields(words: Words, line: &ServerLine, currency: &str) -> Vec<Text> {
    let price = line.unit_price.map(|price| price.to_string()).unwrap_or_default();
    let fields = [
        line.name.clone(),
        line.licence.clone(),
        line.says.clone(),
        line.quantity.to_string(),
        line.owned.to_string(),
        line.buy.to_string(),
        price,
        line.amount.to_string(),
        currency.to_owned(),
        line.period.map(|period| words.period(period)).unwrap_or_default(),
    ];
    fields.into_iter().map(Text::from).collect()
}

/// The register of who holds which licence on what ground: one line for each licence, with places
/// for the name of the person or device and the date. The software keeps no such list, so whoever
/// is asked has to have it.
pub fn register_as_csv(session: &Session) -> String {
    written(session, |context, assessment| {
        let words = context.words;
        let mut rows = vec![headings(&words.register_headings())];
        for (_, line) in lines_in_order(&context.names, assessment) {
            let ground = ground(context, assessment, line);
            for lot in lots_in_order(&context.names, line) {
                let holder = context.names.holder(&lot.holder);
                let listed = lot.units.min(REGISTER_MOST);
                let number = |number: u64| {
                    if number == listed && lot.units > listed {
                        words.and_so_on(number, lot.units)
                    } else {
                        number.to_string()
                    }
                };
                rows.extend((1..=listed).map(|place| {
                    let fields = [
                        line.name.clone(),
                        holder.clone(),
                        number(place),
                        String::new(),
                        String::new(),
                    ];
                    fields.into_iter().chain([ground.clone()]).map(Text::from).collect()
                }));
            }
        }
        rows
    })
}

/// The most lines of one group in the register.
const REGISTER_MOST: u64 = 5_000;

/// The clauses that a licence's rights are written in.
fn ground(context: &ViewContext<'_>, assessment: &Assessment, line: &BillLine) -> String {
    let words = context.words;
    let step = assessment.trace.entry(line.reason).map(|entry| &entry.step);
    let (Some(Step::Line { clauses, .. }), Some(book)) = (step, context.book) else {
        return String::new();
    };
    let cited = clauses.iter().filter_map(|id| book.clauses.iter().find(|clause| clause.id == *id));
    cited.map(|clause| words.sentence(&clause.says)).collect::<Vec<_>>().join(" ")
}

/// Characters that make a spreadsheet take a field for a formula; some take the full-width forms as
/// well.
const ARMED: [char; 10] =
    ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Quotes a field where it has to be, and disarms one that a spreadsheet would take for a formula.
fn quote(field: &str) -> String {
    quote_between(field, &[',', ';'])
}

/// The same, where these signs stand between fields.
pub fn quote_between(field: &str, separators: &[char]) -> String {
    let number =
        field.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'-' | b'.' | b','));
    let number = number && !field.contains(separators);
    let armed = field.trim_start_matches([' ', '\u{a0}', '\u{3000}']).starts_with(ARMED) && !number;
    let field = if armed { format!("'{field}") } else { field.to_owned() };
    if field.contains(['"', '\n', '\r']) || field.contains(separators) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn fields_are_quoted_and_disarmed() {
        for (field, written) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("=1+1", "'=1+1"),
            ("@sum", "'@sum"),
            ("-5", "-5"),
            ("-5+a", "'-5+a"),
            ("+a,b", "\"'+a,b\""),
            ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
            ("\u{ff0b}a", "'\u{ff0b}a"),
            ("\u{ff0d}a", "'\u{ff0d}a"),
            ("\u{ff20}sum", "'\u{ff20}sum"),
            (" =1+1", "' =1+1"),
            ("\u{3000}\u{ff1d}1", "'\u{3000}\u{ff1d}1"),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(quote(field), written);
        }
    }
}
