//! The bill to be pasted into a mail: as text, and as a table.

use super::ViewContext;
use super::amount::{self, Unit};
use super::names::{lines_in_order, lots_in_order};
use crate::session::Session;
use seatwise_core::assessment::{Assessment, BillLine};

/// The content of a bill, line by line.
struct BillText {
    title: String,
    rules: String,
    rows: Vec<[String; 4]>,
    total: String,
    remarks: Vec<String>,
}

impl BillText {
    fn new(session: &Session) -> Option<Self> {
        let context = ViewContext::new(session);
        let (assessment, words) = (session.answer.assessment()?, context.words);
        let total = Unit::of_total(assessment).amount(&context, assessment.total);
        let left_out = amount::left_out(&context, assessment);
        let total =
            if left_out.is_empty() { total } else { format!("{} {total}", words.at_least()) };
        let mut remarks = vec![left_out, amount::own_prices(&context, assessment)];
        remarks.retain(|text| !text.is_empty());
        Some(Self {
            title: super::header::title(words, &session.document.scenario).to_string(),
            rules: context.book.map(|book| book.name.clone()).unwrap_or_default(),
            rows: lines_in_order(&context.names, assessment)
                .into_iter()
                .map(|(_, line)| row(&context, assessment, line))
                .collect(),
            total,
            remarks,
        })
    }
}

fn row(context: &ViewContext<'_>, assessment: &Assessment, line: &BillLine) -> [String; 4] {
    let words = context.words;
    let lots = lots_in_order(&context.names, line).into_iter();
    let holders: Vec<_> = lots.map(|lot| context.names.holder(&lot.holder)).collect();
    let amount = match line.unit_price {
        None if line.buy > 0 => words.no_price().to_owned(),
        _ => Unit::of_line(assessment, line).amount(context, line.amount),
    };
    [
        words.count(line.quantity),
        words.licence_name(line.quantity, &line.name),
        words.list(&holders),
        amount,
    ]
}

/// The bill as text; empty where there is none.
pub fn bill_as_text(session: &Session) -> String {
    let Some(bill) = BillText::new(session) else { return String::new() };
    let words = session.surroundings.words;
    let row = |[count, name, holders, amount]: &[String; 4]| {
        words.bill_line_text(count, name, holders, amount)
    };
    let mut lines = vec![bill.title, bill.rules, String::new()];
    lines.extend(bill.rows.iter().map(row));
    lines.extend([String::new(), format!("{}: {}", words.total(), bill.total)]);
    lines.extend(bill.remarks);
    lines.join("\n") + "\n"
}

/// The bill as a table in HTML; empty where there is none.
pub fn bill_as_html(session: &Session) -> String {
    let Some(bill) = BillText::new(session) else { return String::new() };
    let words = session.surroundings.words;
    let cell = |text: &String| format!("<td>{}</td>", escaped(text));
    let row = |row: &[String; 4]| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let heading = |text: &&str| format!("<th>{}</th>", escaped(text));
    let headings: String = words.bill_table_headings().iter().map(heading).collect();
    let remarks: String =
        bill.remarks.iter().map(|text| format!("<p>{}</p>", escaped(text))).collect();
    format!(
        "<p><b>{}</b><br>{}</p><table border=\"1\"><thead><tr>{headings}</tr></thead><tbody>{}<tr><th colspan=\"3\">{}</th><th>{}</th></tr></tbody></table>{remarks}",
        escaped(&bill.title),
        escaped(&bill.rules),
        bill.rows.iter().map(row).collect::<String>(),
        words.total(),
        escaped(&bill.total),
    )
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            sign => safe.push(sign),
        }
    }
    safe
}
