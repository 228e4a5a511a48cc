//! A price list as CSV, out and in again: with the signs of the visitor's own format, so that what
//! was written there comes back byte by byte.

use crate::engine;
use crate::numerals::Figure;
use crate::view_model::csv_field;
use crate::words::Words;
use seatwise_core::money::Money;
use seatwise_core::rulebook::{Licence, PriceBook, Rulebook};
use seatwise_core::scenario::{Prices, Scenario};

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// The fault.
    pub why: WhyBad,
}

/// The fault of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyBad {
    /// The file has no prices.
    Empty,
    /// No product has a licence of this name.
    NoSuchLicence(String),
    /// This is no price.
    NoPrice(String),
    /// This is no discount.
    NoDiscount(String),
    /// This is another currency than that of the lines before.
    OtherCurrency(String),
    /// The licence stands there a second time.
    Twice(String),
}

/// The columns, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Product,
    Licence,
    Currency,
    PaidFor,
    Listed,
    Own,
    Discount,
}

impl Column {
    const ALL: [Self; 7] = [
        Self::Product,
        Self::Licence,
        Self::Currency,
        Self::PaidFor,
        Self::Listed,
        Self::Own,
        Self::Discount,
    ];
}

/// The sign between fields, where decimals are set off by this one.
fn separator(words: Words) -> char {
    if words.numerals().decimal == ',' { ';' } else { ',' }
}

/// True if a licence has a price of its own.
pub fn is_priced(licence: &Licence) -> bool {
    let bought = licence
        .software
        .as_ref()
        .is_some_and(|software| !software.included && software.same_as.is_none());
    licence.for_sale || bought
}

/// The prices of these products, and everything of the visitor's own: one line for each licence,
/// then the discount on all.
pub fn write(words: Words, scenario: &Scenario, books: &[&Rulebook]) -> String {
    let none = Prices::default();
    let prices = scenario.prices.as_ref().unwrap_or(&none);
    let mut rows = vec![words.price_list_headings().map(str::to_owned).to_vec()];
    for book in books {
        let listed = engine::price_book_of(words, scenario, book);
        for licence in book.licences.iter().filter(|licence| is_priced(licence)) {
            rows.push(row(words, prices, book, listed, licence));
        }
    }
    if let Some(percent) = &prices.discount_percent {
        let field = |column: &Column| match column {
            Column::Licence => words.every_licence().to_owned(),
            Column::Discount => words.decimal(percent),
            _ => String::new(),
        };
        rows.push(Column::ALL.iter().map(field).collect());
    }
    let sign = separator(words);
    let separator = sign.to_string();
    let line = |row: &Vec<String>| {
        row.iter().map(|field| csv_field(field, &[sign])).collect::<Vec<_>>().join(&separator)
            + "\r\n"
    };
    format!("\u{feff}{}", rows.iter().map(line).collect::<String>())
}

fn row(
    words: Words,
    prices: &Prices,
    book: &Rulebook,
    listed: Option<&PriceBook>,
    licence: &Licence,
) -> Vec<String> {
    let id = book.full_id(licence);
    let price = listed.and_then(|listed| listed.price(&licence.id));
    let plain = |text: &String| words.decimal(text);
    let currency = prices.currency.clone().or_else(|| listed.map(|listed| listed.currency.clone()));
    let figure = price.map(|price| words.decimal(&Money::from_minor(price.minor).to_string()));
    vec![
        book.name.clone(),
        licence.name.clone(),
        currency.unwrap_or_default(),
        price.map(|price| words.paid_for(price.per).to_owned()).unwrap_or_default(),
        figure.unwrap_or_default(),
        prices.set.get(&id).map(plain).unwrap_or_default(),
        prices.discounts.get(&id).map(plain).unwrap_or_default(),
    ]
}

/// Reads a price list: one that was written here, or lines of a licence's name, its price and
/// perhaps a discount. It is taken in whole or not at all.
///
/// # Errors
///
/// The first line that cannot be read.
pub fn read(words: Words, text: &str, scenario: &Scenario) -> Result<Prices, BadLine> {
    let rows = rows(text.trim_start_matches('\u{feff}'));
    let first = rows.first().ok_or(BadLine { line: 1, why: WhyBad::Empty })?;
    let (columns, has_heading) = columns(words, &first.fields);
    let mut reader = Reader { words, scenario, prices: Prices::default(), currency: None };
    for row in rows.iter().skip(usize::from(has_heading)) {
        let field = |wanted: Column| {
            let place = columns.iter().position(|column| *column == Some(wanted));
            place.and_then(|place| row.fields.get(place)).map_or("", |field| field.trim())
        };
        let bad = |why| BadLine { line: row.line, why };
        reader.take(&field).map_err(bad)?;
    }
    let mut prices = reader.prices;
    if !prices.are_own() {
        return Err(BadLine { line: 1, why: WhyBad::Empty });
    }
    let usual = engine::price_book(words, scenario).map(|book| book.currency.clone());
    prices.currency = reader.currency.filter(|currency| Some(currency) != usual.as_ref());
    Ok(prices)
}

/// The contents of the columns of a file, and whether its first line heads them.
fn columns(words: Words, first: &[String]) -> (Vec<Option<Column>>, bool) {
    let known = |field: &String| {
        let place = words
            .price_list_headings()
            .iter()
            .position(|heading| heading.eq_ignore_ascii_case(field.trim()))?;
        Column::ALL.get(place).copied()
    };
    let named: Vec<Option<Column>> = first.iter().map(known).collect();
    if named.contains(&Some(Column::Licence)) {
        return (named, true);
    }
    let usual = vec![Some(Column::Licence), Some(Column::Own), Some(Column::Discount)];
    // A heading of one's own has no price in its second field.
    let price = first
        .get(1)
        .is_some_and(|field| field.trim().is_empty() || Figure::Price.read(field).is_some());
    (usual, !price)
}

struct Reader<'a> {
    words: Words,
    scenario: &'a Scenario,
    prices: Prices,
    currency: Option<String>,
}

impl Reader<'_> {
    fn take<'t>(&mut self, field: &dyn Fn(Column) -> &'t str) -> Result<(), WhyBad> {
        let (name, own, discount) =
            (field(Column::Licence), field(Column::Own), field(Column::Discount));
        if name.is_empty() && own.is_empty() && discount.is_empty() {
            return Ok(());
        }
        let discount = read(Figure::Percent, discount).map_err(WhyBad::NoDiscount)?;
        if name == self.words.every_licence() {
            self.prices.discount_percent = discount;
            return Ok(());
        }
        let id = self
            .licence(field(Column::Product), name)
            .ok_or_else(|| WhyBad::NoSuchLicence(name.to_owned()))?;
        let own = read(Figure::Price, own).map_err(WhyBad::NoPrice)?;
        if own.is_some() || discount.is_some() {
            self.check_currency(field(Column::Currency))?;
        }
        if self.prices.set.contains_key(&id) || self.prices.discounts.contains_key(&id) {
            return Err(WhyBad::Twice(name.to_owned()));
        }
        if let Some(own) = own {
            self.prices.set.insert(id.clone(), own);
        }
        if let Some(discount) = discount {
            self.prices.discounts.insert(id, discount);
        }
        return Ok(());

        fn read(figure: Figure, text: &str) -> Result<Option<String>, String> {
            if text.is_empty() {
                return Ok(None);
            }
            figure.read(text).map(Some).ok_or_else(|| text.to_owned())
        }
    }

    fn check_currency(&mut self, currency: &str) -> Result<(), WhyBad> {
        if currency.is_empty() {
            return Ok(());
        }
        let known = self.currency.get_or_insert_with(|| currency.to_owned());
        if known == currency { Ok(()) } else { Err(WhyBad::OtherCurrency(currency.to_owned())) }
    }

    /// The full identifier of a licence, by its product and name; without a product, the
    /// scenario's own is meant.
    fn licence(&self, product: &str, name: &str) -> Option<String> {
        let own = engine::rulebook(&self.scenario.rulebook);
        let books = self.words.library().rulebooks.iter().filter(|book| match product {
            "" => own.is_some_and(|own| own.id == book.id),
            product => book.name == product,
        });
        let mut ids = books.flat_map(|book| {
            let called = move |licence: &&Licence| {
                licence.name.eq_ignore_ascii_case(name) || book.full_id(licence) == name
            };
            let licences = book.licences.iter().filter(|licence| is_priced(licence));
            licences.filter(called).map(|licence| book.full_id(licence))
        });
        ids.next()
    }
}

/// A line of fields.
struct Row {
    /// The place where it begins, counted from 1.
    line: usize,
    fields: Vec<String>,
}

/// The lines of a text, without those that are empty. Fields are set off by semicolons, tabs or
/// commas, whichever stands in the first line, and may be quoted.
fn rows(text: &str) -> Vec<Row> {
    let first = text.lines().next().unwrap_or_default();
    let separator = [';', '\t', ','].into_iter().find(|&sign| first.contains(sign)).unwrap_or(';');
    let mut rows = Vec::new();
    let mut fields = vec![String::new()];
    let (mut quoted, mut line, mut start) = (false, 1, 1);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let field = fields.last_mut();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                field.into_iter().for_each(|field| field.push('"'));
            }
            '"' if quoted || field.as_ref().is_some_and(|field| field.is_empty()) => {
                quoted = !quoted;
            }
            '\r' if !quoted => {}
            '\n' if !quoted => {
                rows.push(Row {
                    line: start,
                    fields: std::mem::replace(&mut fields, vec![String::new()]),
                });
                line += 1;
                start = line;
            }
            sign if sign == separator && !quoted => fields.push(String::new()),
            sign => {
                line += usize::from(sign == '\n');
                field.into_iter().for_each(|field| field.push(sign));
            }
        }
    }
    rows.push(Row { line: start, fields });
    rows.retain(|row| row.fields.iter().any(|field| !field.trim().is_empty()));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use seatwise_fluent::Numerals;

    fn german() -> Words {
        Words::default().with_numerals(Numerals { group: Some('.'), decimal: ',' })
    }

    fn scenario() -> Scenario {
        Scenario::from_json(
            r#"{"format":1,"rulebook":"crm-2011","prices":{"set":{"crm-2011/cal-full-user":"899.50","crm-2011/ec":"25000"},
            "discountPercent":"7.5","discounts":{"crm-2011/ec":"12.25"}}}"#,
        )
        .unwrap()
    }

    fn written(words: Words, scenario: &Scenario) -> String {
        let book = engine::rulebook(&scenario.rulebook).unwrap();
        write(words, scenario, &[book])
    }

    #[test]
    fn a_price_list_comes_back_byte_by_byte() {
        for words in [german(), Words::default()] {
            let scenario = scenario();
            let text = written(words, &scenario);
            let prices = read(words, &text, &scenario).unwrap();
            assert_eq!(Some(&prices), scenario.prices.as_ref());
            let again = Scenario { prices: Some(prices), ..scenario };
            assert_eq!(written(words, &again), text);
        }
        let text = written(german(), &scenario());
        assert!(
            text.contains("\r\nDynamics CRM 2011;Full User CAL;USD;once;1000,00;899,50;\r\n"),
            "{text}"
        );
        assert!(text.ends_with(";Every licence;;;;;7,5\r\n"), "{text}");
    }

    #[test]
    fn a_short_list_of_names_and_prices_is_read() {
        let prices = read(
            Words::default(),
            "Full User CAL\t1.234,50\r\nESS User CAL\t\"99\"\t5\n\n",
            &scenario(),
        );
        let prices = prices.unwrap();
        assert_eq!(prices.set.get("crm-2011/cal-full-user").map(String::as_str), Some("1234.50"));
        assert_eq!(prices.set.get("crm-2011/cal-ess-user").map(String::as_str), Some("99"));
        assert_eq!(prices.discounts.len(), 1);
        let headed =
            read(Words::default(), "What;Our price\nExternal Connector;1\n", &scenario()).unwrap();
        assert_eq!(headed.set.len(), 1);
    }

    #[test]
    fn a_bad_line_is_named() {
        #[track_caller]
        fn case(text: &str, line: usize, why: WhyBad) {
            assert_eq!(
                read(Words::default(), text, &scenario()),
                Err(BadLine { line, why }),
                "{text}"
            );
        }
        case("", 1, WhyBad::Empty);
        case("Licence;Your price\n\n", 1, WhyBad::Empty);
        case(
            "Full User CAL;1\nNo such CAL;2\n",
            2,
            WhyBad::NoSuchLicence("No such CAL".to_owned()),
        );
        case("Full User CAL;1\n\nESS User CAL;abc\n", 3, WhyBad::NoPrice("abc".to_owned()));
        case("Full User CAL;1;101\n", 1, WhyBad::NoDiscount("101".to_owned()));
        case("Full User CAL;1\nFull User CAL;2\n", 2, WhyBad::Twice("Full User CAL".to_owned()));
        case(
            "Licence;Currency;Your price\nFull User CAL;USD;1\nESS User CAL;EUR;2\n",
            3,
            WhyBad::OtherCurrency("EUR".to_owned()),
        );
    }
}
