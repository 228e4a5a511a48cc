//! The bill, the ways over the years and the prices as a spreadsheet.

use super::amount::{self, Unit};
use super::names::{lines_in_order, lots_in_order};
use super::{ViewContext, prices, years};
use crate::engine;
use crate::price_csv::is_priced;
use crate::session::Session;
use crate::words::Words;
use seatwise_core::assessment::{Assessment, BillLine};
use seatwise_core::money::Money;
use seatwise_core::period::Period;
use seatwise_core::years::course::YearOfCourse;
use seatwise_core::years::way::{Outlook, Way};
use seatwise_xlsx::{Cell, Column, Sheet, Workbook};
use std::rc::Rc;

/// The spreadsheet of a session; none where nothing can be counted.
pub fn spreadsheet(session: &Session) -> Option<Workbook> {
    let context = ViewContext::new(session);
    let words = context.words;
    let assessment = session.answer.assessment()?;
    let known = session.results.outlook.clone();
    let outlook =
        known.unwrap_or_else(|| Rc::new(engine::outlook(words, &session.document.scenario)));
    let sheets = vec![bill(&context, assessment), ways(words, &outlook), price_list(&context)];
    Some(Workbook { sheets })
}

fn text(text: impl Into<String>) -> Cell {
    match text.into() {
        text if text.is_empty() => Cell::Blank,
        text => Cell::Text(text),
    }
}

fn money(amount: Money) -> Cell {
    Cell::Money(amount.to_string())
}

fn columns<const N: usize>(headings: [&str; N], widths: [u16; N]) -> Vec<Column> {
    let column = |(heading, width): (&str, u16)| Column { heading: heading.to_owned(), width };
    headings.into_iter().zip(widths).map(column).collect()
}

/// The bill, and its total as the sum of its lines.
fn bill(context: &ViewContext<'_>, assessment: &Assessment) -> Sheet {
    let words = context.words;
    let headings = words.csv_headings();
    let line = |(_, line): (usize, &BillLine)| {
        let lots = lots_in_order(&context.names, line).into_iter();
        let holders: Vec<_> = lots.map(|lot| context.names.holder(&lot.holder)).collect();
        vec![
            text(&line.name),
            text(words.list(&holders)),
            Cell::Count(line.quantity),
            Cell::Count(line.owned),
            Cell::Count(line.buy),
            line.unit_price.map_or(Cell::Blank, money),
            money(line.amount),
            text(&assessment.currency),
            text(words.period(line.period)),
        ]
    };
    let mut rows: Vec<Vec<Cell>> =
        lines_in_order(&context.names, assessment).into_iter().map(line).collect();
    let left_out = amount::left_out(context, assessment);
    let name = match left_out.as_str() {
        "" => words.total().to_owned(),
        left_out => words.csv_at_least(left_out),
    };
    let unit = Unit::of_total(assessment);
    let lines = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let mut total = vec![text(name)];
    total.extend(std::iter::repeat_n(Cell::Blank, 5));
    total.push(Cell::Sum { rows: lines, result: assessment.total.to_string() });
    total.push(text(&assessment.currency));
    total.push(text(unit.period.map(|period| words.period(period)).unwrap_or_default()));
    rows.push(total);
    let own = amount::own_prices(context, assessment);
    rows.extend((!own.is_empty()).then(|| vec![text(own)]));
    rows.extend(
        context.book.map(|book| vec![text(format!("{}, {}", book.name, assessment.rulebook))]),
    );
    let [licence, _, held, quantity, owned, buy, unit, amount, currency, period] = headings;
    Sheet {
        name: words.licences_heading().to_owned(),
        columns: columns(
            [licence, held, quantity, owned, buy, unit, amount, currency, period],
            [34, 34, 10, 10, 10, 14, 16, 10, 16],
        ),
        rows,
    }
}

/// Every way, year by year, each with the sum of its years.
fn ways(words: Words, outlook: &Outlook) -> Sheet {
    let headings = words.years_csv_headings();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for way in outlook.ways.iter().filter(|way| years::is_offered(way)) {
        rows.extend(way_rows(words, way));
    }
    Sheet {
        name: words.years().to_owned(),
        columns: columns(headings, [36, 28, 12, 44, 8, 12, 16, 18, 16, 18, 16, 16, 10]),
        rows,
    }
}

fn way_rows(words: Words, way: &Way) -> Vec<Vec<Cell>> {
    let why: Vec<String> = way.obstacles.iter().map(|obstacle| words.obstacle(obstacle)).collect();
    let start = || {
        vec![
            text(words.way(way.kind)),
            text(&way.product),
            text(words.eligibility(way.eligibility)),
            text(why.join(" ")),
        ]
    };
    let Some(course) = &way.course else { return vec![start()] };
    let amounts = |year: &YearOfCourse| {
        [year.licences, year.assurance, year.subscriptions, year.committed, year.cash]
    };
    let line = |year: &YearOfCourse| {
        let mut row = start();
        row.push(Cell::Count(year.year.into()));
        row.push(text(year.from.clone().unwrap_or_default()));
        row.extend(amounts(year).map(money));
        row.push(year.present_value.map_or(Cell::Blank, money));
        row.push(text(&way.currency));
        row
    };
    let mut rows: Vec<Vec<Cell>> = course.years.iter().map(line).collect();
    let sum = years::sum(course);
    let lines = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let cell = |amount: Money| Cell::Sum { rows: lines, result: amount.to_string() };
    let period = Period::Recurring { years: lines };
    let mut last = start();
    last.push(text(words.sum()));
    last.push(text(words.period(period)));
    last.extend(amounts(&sum).map(cell));
    last.push(course.present_value.map_or(Cell::Blank, cell));
    last.push(text(&way.currency));
    rows.push(last);
    rows
}

/// The prices that are counted with.
fn price_list(context: &ViewContext<'_>) -> Sheet {
    let words = context.words;
    let scenario = &context.session.document.scenario;
    let default_prices = seatwise_core::scenario::Prices::default();
    let scenario_prices = scenario.prices.as_ref().unwrap_or(&default_prices);
    let mut rows = Vec::new();
    for book in prices::products(context) {
        let listed = engine::price_book_of(words, scenario, book);
        for licence in book.licences.iter().filter(|licence| is_priced(licence)) {
            let id = book.full_id(licence);
            let price = listed.and_then(|listed| listed.price(&licence.id));
            let currency =
                scenario_prices.currency.clone().or_else(|| Some(listed?.currency.clone()));
            let amount =
                |text: Option<&String>| text.map_or(Cell::Blank, |text| Cell::Money(text.clone()));
            rows.push(vec![
                text(&book.name),
                text(&licence.name),
                text(currency.unwrap_or_default()),
                price.map_or(Cell::Blank, |price| text(words.paid_for(price.per))),
                price.map_or(Cell::Blank, |price| money(Money::from_minor(price.minor))),
                price.map_or(Cell::Blank, |price| text(words.basis(price.basis))),
                amount(scenario_prices.set.get(&id)),
                amount(
                    scenario_prices
                        .discounts
                        .get(&id)
                        .or(scenario_prices.discount_percent.as_ref()),
                ),
            ]);
        }
    }
    let [product, licence, currency, paid_for, listed, own, discount] = words.price_list_headings();
    let headings =
        [product, licence, currency, paid_for, listed, words.price_basis(), own, discount];
    Sheet {
        name: words.prices().to_owned(),
        columns: columns(headings, [30, 36, 10, 12, 14, 16, 14, 12]),
        rows,
    }
}
