//! Conformance cases: `tests/cases/*.md`, a page each, with which any calculator of this kind could
//! be tested.
//!
//! A page has a title, what is asked and where that comes from, the scenario as JSON, and what must
//! come out: the bill, the verdicts and the clauses that the reasons cite. What must come out is
//! written by `SEATWISE_UPDATE=1`, and a person reads the difference. A page of users has their
//! classes, the rules behind them and the clauses in its place.

use seatwise_core::assessment::{Answer, Assessment};
use seatwise_core::completeness::{NotCounted, Uncounted};
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::Step;
use seatwise_core::words::Words;
use seatwise_core::{assess, books};
use seatwise_tests::users;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::{env, fs};

const FOLDER: &str = "tests/cases";
const EXPECTED: &str = "\n## Bill\n";
const EXPECTED_OF_USERS: &str = "\n## Classes\n";

#[test]
fn every_case_comes_out_as_written() {
    let update = env::var_os("SEATWISE_UPDATE").is_some();
    let mut titles = BTreeSet::new();
    let mut failures = Vec::new();
    let cases = seatwise_tests::sources(FOLDER, "md");
    for (file, text) in cases.iter().filter(|(file, _)| file != "README.md") {
        let title = text.lines().next().unwrap_or_default().to_owned();
        assert!(
            title.starts_with("# ") && titles.insert(title),
            "{file}: no title, or one that another case has"
        );
        let asked = text.split_once(EXPECTED).or_else(|| text.split_once(EXPECTED_OF_USERS));
        let asked = asked.map_or(text.as_str(), |(asked, _)| asked).trim_end();
        let wanted = format!("{asked}\n{}", expected(file, asked));
        if update {
            fs::write(seatwise_tests::root().join(FOLDER).join(file), &wanted).unwrap();
        } else if *text != wanted {
            failures.push(difference(file, text, &wanted));
        }
    }
    println!("{} conformance cases", titles.len());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    assert!(titles.len() >= 60, "only {} cases", titles.len());
}

fn difference(file: &str, text: &str, wanted: &str) -> String {
    let mut told = format!("{file}:");
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) =
        (text.lines().collect(), wanted.lines().collect());
    for line in text.lines().filter(|line| !new.contains(line)) {
        write!(told, "\n  - {line}").unwrap();
    }
    for line in wanted.lines().filter(|line| !old.contains(line)) {
        write!(told, "\n  + {line}").unwrap();
    }
    told
}

fn expected(file: &str, asked: &str) -> String {
    let json = asked.split_once("```json\n").and_then(|(_, rest)| rest.split_once("\n```"));
    let (json, _) = json.unwrap_or_else(|| panic!("{file}: no scenario"));
    if users::tells_of_users(json) {
        return users::outcome(json, EXPECTED_OF_USERS);
    }
    let scenario = Scenario::from_json(json)
        .unwrap_or_else(|why| panic!("{file}: {} at {}", why.message, why.place));
    match assess(&scenario) {
        Answer::Success { assessment } => outcome(&assessment),
        Answer::Failure { diagnostics } => {
            let codes: Vec<&str> = diagnostics.iter().map(|one| one.code.as_str()).collect();
            format!("{EXPECTED}\nNone: `{}`.\n", codes.join("`, `"))
        }
    }
}

fn outcome(found: &Assessment) -> String {
    let mut page = format!("{EXPECTED}\n");
    if found.bill.is_empty() {
        page += "No licence.\n";
    } else {
        page +=
            "| licence | needed | owned | to buy | amount | held by |\n|---|--:|--:|--:|--:|---|\n";
        for line in &found.bill {
            let held: Vec<String> = line
                .lots
                .iter()
                .map(|lot| format!("{} {}", lot.units, name(lot.holder.id())))
                .collect();
            let held = held.join(", ");
            writeln!(
                page,
                "| `{}` | {} | {} | {} | {} | {held} |",
                line.licence, line.quantity, line.owned, line.buy, line.amount
            )
            .unwrap();
        }
    }
    let period = found.period.map(|period| format!(" {}", Words::english().period(period)));
    let period = period.unwrap_or_default();
    let least = if found.complete { "" } else { "at least " };
    writeln!(page, "\nTotal: {least}{} {}{period}", found.total, found.currency).unwrap();
    if !found.uncounted.is_empty() {
        let row =
            |row: &Uncounted| format!("{} {} ({})", row.count, row.people, reason(row.because));
        let rows: Vec<String> = found.uncounted.iter().map(row).collect();
        writeln!(page, "\nNot counted: {}.", rows.join(", ")).unwrap();
    }
    for line in &found.servers.lines {
        let price = match line.unit_price {
            _ if line.included => "included".to_owned(),
            Some(_) => format!("{} {}", line.amount, found.currency),
            None => "no price known".to_owned(),
        };
        let (quantity, owned, licence) = (line.quantity, line.owned, &line.licence);
        writeln!(page, "\nServers: {quantity} `{licence}`, {owned} owned, {price}.").unwrap();
    }
    page += "\n## Verdicts\n\n";
    let mut verdicts: BTreeMap<(u32, &str, &str), Vec<&str>> = BTreeMap::new();
    for one in &found.verdicts {
        let activities = verdicts.entry((one.index, one.verdict.id(), &one.rule)).or_default();
        activities.extend(one.activities.iter().map(String::as_str));
    }
    page += "| use | verdict | rule | activities |\n|--:|---|---|---|\n";
    for ((index, verdict, rule), activities) in verdicts {
        writeln!(page, "| {index} | {verdict} | `{rule}` | {} |", activities.join(", ")).unwrap();
    }
    page += "\n## Reasons\n\n";
    let book = books::rulebook(&found.rulebook).unwrap();
    for clause in book.clauses.iter().filter(|clause| cited(found).contains(clause.id.as_str())) {
        writeln!(page, "* `{}`: {} ({})", clause.id, clause.says, clause.confidence.id()).unwrap();
    }
    let told: BTreeSet<&str> = found.diagnostics.iter().map(|one| one.code.as_str()).collect();
    if !told.is_empty() {
        let told: Vec<&str> = told.into_iter().collect();
        writeln!(page, "\nTold beside it: `{}`.", told.join("`, `")).unwrap();
    }
    page
}

const fn reason(because: NotCounted) -> &'static str {
    match because {
        NotCounted::NoUse => "no use",
        NotCounted::NotUnderstood => "not understood",
        NotCounted::NotKnownYet => "not known yet",
        NotCounted::Impossible => "impossible",
    }
}

fn name(id: &str) -> &str {
    if id.is_empty() { "the server" } else { id }
}

/// The clauses behind the bill and the verdicts.
fn cited(found: &Assessment) -> BTreeSet<&str> {
    let mut cited: BTreeSet<&str> =
        found.verdicts.iter().flat_map(|one| &one.clauses).map(String::as_str).collect();
    for line in &found.bill {
        for id in found.trace.causes(line.reason) {
            match &found.trace.entry(id).unwrap().step {
                Step::Standing { clauses, .. }
                | Step::Ruled { clauses, .. }
                | Step::Allowed { clauses, .. }
                | Step::Line { clauses, .. } => cited.extend(clauses.iter().map(String::as_str)),
                _ => {}
            }
        }
    }
    cited.extend(found.diagnostics.iter().flat_map(|one| &one.clauses).map(String::as_str));
    cited
}
