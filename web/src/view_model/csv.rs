//! The bill as CSV, for spreadsheets.

use crate::engine;
use crate::words;
use seatwise_core::assessment::{Answer, BillLine};
use seatwise_core::organisation::Organisation;
use seatwise_core::scenario::Scenario;

/// The bill as CSV: a byte order mark, commas, a full stop before decimals, one line for each licence, then the total.
pub fn bill_as_csv(scenario: &Scenario, answer: &Answer) -> String {
    let Some(found) = answer.assessment() else { return String::new() };
    let mut text = String::from("\u{feff}");
    push(&mut text, &words::CSV_HEADINGS);
    for line in &found.bill {
        push(&mut text, &fields(&scenario.organisation, line, &found.currency));
    }
    let total = found.total.to_string();
    push(&mut text, &[words::CSV_TOTAL, "", "", "", "", "", "", &total, &found.currency]);
    let title = engine::rulebook(&scenario.rulebook).map_or_else(|| found.rulebook.clone(), |book| book.name.clone());
    push(&mut text, &[&format!("{title}, {}", found.rulebook)]);
    text
}

fn fields(organisation: &Organisation, line: &BillLine, currency: &str) -> [String; 9] {
    let names = super::names::Names::new(organisation);
    let holders: Vec<_> = line.lots.iter().map(|lot| names.holder(&lot.holder)).collect();
    [
        line.name.clone(),
        line.licence.clone(),
        words::list(&holders),
        line.quantity.to_string(),
        line.owned.to_string(),
        line.buy.to_string(),
        line.unit_price.map(|price| price.to_string()).unwrap_or_default(),
        line.amount.to_string(),
        currency.to_owned(),
    ]
}

fn push<S: AsRef<str>>(text: &mut String, fields: &[S]) {
    let quoted: Vec<_> = fields.iter().map(|field| quote(field.as_ref())).collect();
    text.push_str(&quoted.join(","));
    text.push_str("\r\n");
}

/// Quotes a field where it has to be, and disarms one that a spreadsheet would take for a formula.
fn quote(field: &str) -> String {
    let armed = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = if armed { format!("'{field}") } else { field.to_owned() };
    if field.contains(['"', ',', '\n', '\r', ';']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
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
            ("-5", "'-5"),
            ("+a,b", "\"'+a,b\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(quote(field), written);
        }
    }
}
