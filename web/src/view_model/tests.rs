use super::{OpenDialog, Part, Trust, ViewModel, bill_as_csv};
use crate::session::{Action, Dialog, Edit, Group, Kind, Session, Start, Subject, Surroundings, apply};
use crate::words;
use seatwise_core::rulebook::{Relationship, VerdictKind};

fn session(actions: impl IntoIterator<Item = Action>) -> Session {
    let fresh = Session::start(Surroundings::default(), &Start::default());
    actions.into_iter().fold(fresh, |session, action| apply(&session, action))
}

fn seen(actions: impl IntoIterator<Item = Action>) -> ViewModel {
    ViewModel::from(&session(actions))
}

#[test]
fn the_bill_reads_as_the_seed_tells() {
    let bill = seen([]).licences;
    let lines: Vec<_> =
        bill.lines.iter().map(|line| format!("{} {}: {}", line.quantity, line.name, line.who)).collect();
    assert_eq!(
        lines,
        [
            "40 Full User CAL: Service managers",
            "20 Limited User CAL: Executives",
            "800 ESS User CAL: Field technicians",
            "1 External Connector: CRM server",
        ]
    );
    assert_eq!((&*bill.total, &*bill.currency, &*bill.count), ("146,000", "USD", "861 licences"));
    assert_eq!(bill.badge.as_ref().map(|badge| badge.trust), Some(Trust::Proved));
    assert_eq!(&*bill.assumptions, "2 of 4 prices are assumptions");
}

#[test]
fn a_line_opens_its_reason_with_sources() {
    let licence = "crm-2011/cal-ess-user".to_owned();
    let bill = seen([Action::Reason(Subject::Line(licence))]).licences;
    let open: Vec<_> = bill.lines.iter().flat_map(|line| &line.reasons).collect();
    let [reason] = open.as_slice() else { panic!("one reason is open") };
    assert!(reason.headline.ends_with('.'));
    assert!(!reason.sources.is_empty());
    assert!(reason.sentences.iter().any(|said| said.contains("800 at 100 each: 80,000 USD.")));
}

#[test]
fn a_use_is_a_sentence() {
    let uses = seen([]).uses;
    let sentences: Vec<_> = uses.iter().map(super::UseRow::plain).collect();
    assert_eq!(sentences[1], "Field technicians use a portal to work on cases.");
    assert!(sentences[0].ends_with(" from one device of their own on CRM server."), "{}", sentences[0]);
    assert!(uses[1].verdicts.iter().all(|verdict| verdict.kind == VerdictKind::Needs));
}

#[test]
fn a_question_stands_at_its_group_and_beside_the_bill() {
    let contractors = Edit::Relationship("technicians".to_owned(), Relationship::Contractor);
    let model = seen([Action::Edit(contractors)]);
    assert_eq!(model.licences.questions.len(), 1);
    let row = model.people.iter().find(|row| &*row.id == "technicians").expect("the technicians");
    assert_eq!(row.question, model.licences.questions.first().cloned());
    assert!(
        model.licences.notes.iter().all(|note| !note.text.contains("Onsite contractors")),
        "asked, not told as well"
    );
}

#[test]
fn a_group_without_a_name_or_a_use_is_shown_as_such() {
    let model = seen([Action::Edit(Edit::Add(Kind::People))]);
    let row = model.people.last().expect("the new group");
    assert_eq!((&*row.name, &*row.shown, row.idle), ("", "Group 5", true));
}

#[test]
fn an_own_price_is_no_assumption() {
    let own = |licence: &str, price: &str| Action::Edit(Edit::Price(licence.to_owned(), Some(price.to_owned())));
    let bill = seen([own("crm-2011/ec", "15000"), own("crm-2011/cal-full-user", "900")]).licences;
    assert!(!bill.assumed);
    assert_eq!(&*bill.total, "137,000");
}

#[test]
fn bars_start_with_the_cheapest_and_none_is_longer_than_the_frame() {
    let bars = seen([]).comparison.bars.clone();
    assert_eq!(&*bars[0].total, "146,000");
    assert!(bars.len() > 1);
    assert!(bars.iter().all(|bar| bar.length <= 1_000) && bars.iter().any(|bar| bar.length == 1_000));
}

#[test]
fn the_charges_add_up_to_the_total() {
    assert!(seen([]).proof.expect("a proof").rows.is_empty(), "hidden");
    let proof = seen([Action::Charges(true)]).proof.expect("a proof");
    assert_eq!(&*proof.sum, "146,000");
    assert!(!proof.rows.is_empty() && proof.rows.iter().all(|(requirement, _)| !requirement.is_empty()));
}

#[test]
fn the_link_is_the_page_with_a_fragment() {
    let model = seen([Action::Dialog(Some(Dialog::Share))]);
    let OpenDialog::Share(share) = &model.dialog else { panic!("the dialog is open") };
    assert_eq!(*share.link, format!("#{}", share.fragment));
    assert!(share.file.is_none());
}

#[test]
fn a_name_cannot_smuggle_a_formula_into_the_bill() {
    let name = Edit::Name(Group::new(Kind::People, "technicians"), "=cmd|'/c calc'!A0".to_owned());
    let session = session([Action::Edit(name)]);
    let text = bill_as_csv(&session.document.scenario, &session.answer);
    assert!(text.starts_with("\u{feff}Licence,Identifier,"));
    assert!(text.contains(",'=cmd|'/c calc'!A0,800,0,800,100.00,80000.00,USD\r\n"), "{text}");
    assert!(text.contains("Total,,,,,,,146000.00,USD\r\n"));
}

#[test]
fn blank_says_what_to_do_next() {
    let model = seen([Action::Open(Box::new(seatwise_core::scenario::Scenario::blank("crm-2011")))]);
    assert!(model.licences.lines.is_empty() && model.proof.is_none() && model.comparison.bars.is_empty());
    assert!(model.licences.not_needed.is_empty(), "nobody needs anything: said once");
}

/// The parts of a rulebook in which something is looked for, by their headings.
fn parts(book: &str, wanted: &str) -> Vec<Part> {
    let open = Action::Open(Box::new(seatwise_core::scenario::Scenario::blank(book)));
    seen([open, Action::Rules(true), Action::Find(wanted.to_owned())]).rules.parts
}

#[test]
fn the_rulebook_is_read_only_once_it_is_open() {
    assert!(seen([]).rules.parts.is_empty());
    let open = seen([Action::Rules(true)]).rules;
    assert_eq!(open.wanted.as_deref(), Some(""));
    assert_eq!(open.parts.first().map(|part| &*part.heading), Some("Who needs a licence \u{b7} 10"));
    assert!(seen([Action::Rules(true), Action::Rules(false)]).rules.wanted.is_none());
}

#[test]
fn every_part_of_every_rulebook_can_be_read_with_its_clauses() {
    for book in crate::engine::rulebooks() {
        let parts = parts(&book.id, "");
        let shown = |heading| parts.iter().find(|part| part.key == heading).map_or(0, |part| part.entries.len());
        assert_eq!(shown(words::RULES_OF_USE), book.rules.len(), "{}", book.id);
        assert_eq!(shown(words::MAPPINGS), book.mappings.len(), "{}", book.id);
        assert_eq!(shown(words::STEP_UPS), book.step_ups.len(), "{}", book.id);
        assert_eq!(shown(words::PROGRAMMES), book.programmes.len(), "{}", book.id);
        let brief = book.allowances.len() + book.notes.len() + book.conversions.len();
        assert_eq!(shown(words::FACTS), book.facts.len() + brief, "{}", book.id);
        let documents = parts.iter().find(|part| part.key == words::CLAUSES).expect("documents");
        let clauses: usize = documents.entries.iter().map(|document| document.sources.len()).sum();
        assert_eq!((documents.entries.len(), clauses), (book.sources.len(), book.clauses.len()), "{}", book.id);
        for part in &parts {
            let mut titles: Vec<_> = part.entries.iter().map(|entry| entry.title.clone()).collect();
            assert!(part.entries.iter().all(|entry| !entry.title.is_empty() && !entry.sources.is_empty()));
            titles.sort();
            titles.dedup();
            assert_eq!(titles.len(), part.entries.len(), "{}: two entries of {} have one title", book.id, part.key);
        }
    }
}

#[test]
fn what_stands_only_in_a_clause_is_shown_with_that_clause_alone() {
    let found = parts("d365-onprem-2018", "ANNIVERSARY");
    let entry = |key: &str, title: &str| {
        let part = found.iter().find(|part| part.key == key).expect("the part");
        part.entries.iter().find(|entry| &*entry.title == title).cloned().expect("the entry")
    };
    let programme = entry(words::PROGRAMMES, "Enterprise Agreement");
    assert!(programme.open);
    assert_eq!(programme.sources.len(), 1, "only the clause on From SA says it");
    let said = entry(words::PROGRAMMES, "Enterprise Agreement Subscription");
    assert!(!said.open && said.sources.len() > 1);
    assert!(found.iter().all(|part| part.key != words::MAPPINGS));
    assert!(parts("crm-2011", "no such words").is_empty());
}

#[test]
fn a_step_up_says_who_sells_it_and_a_mapping_what_it_was() {
    let entries = |book, key: &str| {
        parts(book, "").into_iter().find(|part| part.key == key).map_or_else(Vec::new, |part| part.entries)
    };
    let step_ups = entries("d365-onprem-2018", words::STEP_UPS);
    assert_eq!(&*step_ups[0].title, "Team Members to Sales CAL Step-up");
    assert!(step_ups[0].said.contains("Sold through Enterprise Agreement, "), "{}", step_ups[0].said);
    assert_eq!(&*entries("crm-4.0", words::STEP_UPS)[0].title, "Workgroup Server to Professional Server Step-up");
    let mappings = entries("d365-onprem-2018", words::MAPPINGS);
    assert_eq!(&*mappings[0].title, "Professional CAL (Dynamics CRM 2016) \u{2192} Sales CAL and Customer Service CAL");
    let counted = entries("d365-onprem-2018", words::COUNTED);
    let granted = counted.iter().find(|entry| entry.title.contains("User CAL, granted for Basic")).expect("the grant");
    assert!(granted.said.contains("Basic User CAL (Dynamics CRM 2016) under Software Assurance"), "{}", granted.said);
    let documents = entries("crm-4.0", words::CLAUSES);
    let (address, link) = documents[0].address.as_ref().expect("an address");
    assert_eq!(link.as_deref(), Some(&*format!("https://{address}")));
    assert!(documents[0].sources.iter().all(|source| source.address.is_empty() && !source.origin.is_empty()));
}
