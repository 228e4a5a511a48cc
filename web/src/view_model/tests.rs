use super::{
    Insights, OpenDialog, Part, Trust, ViewModel, bill_as_csv, bill_as_html, bill_as_text,
    owned_as_csv, proof_as_csv, register_as_csv, spreadsheet, years_as_csv,
};
use crate::session::{
    Across, Action, Dialog, Edit, Group, Kind, PlanEdit, Session, Software, Start, Subject,
    Surroundings, apply,
};
use crate::words::Words;
use seatwise_core::rulebook::{Family, Relationship, VerdictKind};
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::HolderRef;
use seatwise_core::years::way::WayKind;

fn session(actions: impl IntoIterator<Item = Action>) -> Session {
    let fresh = Session::start(Surroundings::default(), &Start::default());
    actions.into_iter().fold(fresh, |session, action| apply(&session, action))
}

fn of(session: &Session) -> ViewModel {
    ViewModel::new(session)
}

fn insights(model: &ViewModel) -> &Insights {
    model.insights.as_ref().expect("the page is one module")
}

fn seen(actions: impl IntoIterator<Item = Action>) -> ViewModel {
    of(&session(actions))
}

#[test]
fn the_bill_reads_as_the_forum_tells() {
    let bill = seen([]).licences;
    let lines: Vec<_> = bill
        .lines
        .iter()
        .map(|line| format!("{} {}: {}", line.quantity, line.name, line.who))
        .collect();
    assert_eq!(
        lines,
        [
            "1 External Connector: CRM server",
            "800 ESS User CALs: Field technicians",
            "40 Full User CALs: Service managers",
            "20 Limited User CALs: Executives",
        ]
    );
    assert_eq!((&*bill.total, &*bill.unit, &*bill.count), ("146,000", "USD once", "861 licences"));
    assert_eq!((&*bill.left_out, &*bill.own_prices), ("", ""));
    assert_eq!(bill.badge.as_ref().map(|badge| badge.trust), Some(Trust::Proved));
    assert_eq!(&*bill.assumptions, "all prices are assumptions");
}

#[test]
fn a_line_opens_its_reason_with_sources() {
    let licence = "crm-2011/cal-ess-user".to_owned();
    let bill = seen([Action::Reason(Subject::Line(licence))]).licences;
    let open: Vec<_> = bill.lines.iter().flat_map(|line| &line.reasons).collect();
    let [reason] = open.as_slice() else { panic!("one reason is open") };
    assert!(reason.headline.ends_with('.'));
    assert!(!reason.sources.is_empty());
    // The runner-up with its price, then the sum.
    let last = reason.first.last().expect("a sum");
    assert!(last.starts_with("800 at 100 each: 80,000 USD once."), "{last}");
    assert!(reason.first.len() > 1, "{:?}", reason.first);
    assert!(!reason.sentences.iter().any(|sentence| sentence.contains("would also do")));
}

#[test]
fn versions_and_the_editions_of_the_present_one_are_one_list() {
    let model = seen([]);
    let server = model.devices_and_servers.first().expect("a server");
    let list = server.software_list().expect("two choices");
    let [versions, editions] = server.software.as_slice() else { panic!("two choices") };
    assert_eq!(list.options.len(), versions.options.len() + editions.options.len() - 1);
    let chosen = list.chosen.and_then(|chosen| list.options.get(chosen));
    assert_eq!(chosen.map(|text| &**text), Some("Dynamics CRM 2011"));
    let picked = list.picks.iter().position(|(_, id)| &**id == "workgroup").expect("an edition");
    let text = list.options.get(picked).expect("its text");
    assert!(text.starts_with("Dynamics CRM 2011 \u{b7} "), "{text}");
    let edition = Action::Edit(Edit::Software(
        "crm".to_owned(),
        Software::Edition,
        Some("workgroup".to_owned()),
    ));
    let after = seen([edition]);
    let list = after.devices_and_servers.first().and_then(|row| row.software_list());
    assert_eq!(list.expect("two choices").chosen, Some(picked));
}

#[test]
fn the_version_of_a_server_is_picked_and_told() {
    let on = |version: &str| {
        Action::Edit(Edit::Software("crm".to_owned(), Software::Version, Some(version.to_owned())))
    };
    let of = |view: &ViewModel| {
        view.devices_and_servers
            .iter()
            .flat_map(|row| &row.software)
            .map(|pick| pick.chosen)
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&seen([])), [Some(0), Some(0)]);
    let licence = "crm-2011/cal-ess-user".to_owned();
    let earlier = seen([on("4.0"), Action::Reason(Subject::Line(licence))]);
    assert_eq!(of(&earlier), [Some(1), Some(0)]);
    let reasons: Vec<_> = earlier.licences.lines.iter().flat_map(|line| &line.reasons).collect();
    let reach_sentence =
        "Licences of Dynamics CRM 2011 reach Dynamics CRM 4.0 as well, an earlier version.";
    assert!(
        reasons
            .iter()
            .any(|reason| reason.sentences.iter().any(|sentence| **sentence == *reach_sentence))
    );
    let later = seen([on("2013")]);
    assert!(
        later
            .uses
            .iter()
            .all(|row| row.verdicts.iter().any(|verdict| verdict.kind == VerdictKind::Impossible))
    );
    assert_eq!(of(&seen([on("1999")])), [None, Some(0)]);
}

#[test]
fn a_use_is_a_sentence() {
    let uses = seen([]).uses;
    let sentences: Vec<_> = uses.iter().map(|row| row.plain()).collect();
    assert_eq!(sentences[1], "Field technicians use a portal to work on cases.");
    assert!(
        sentences[0].ends_with(" from one device of their own on CRM server."),
        "{}",
        sentences[0]
    );
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
    let [.., row, empty] = model.people.as_slice() else { panic!("the new group") };
    assert_eq!((&*row.name, &*row.shown, row.idle), ("", "Group 5", true));
    assert_eq!((&*empty.shown, empty.idle, empty.empty), ("Group 6", false, true));
}

#[test]
fn an_own_price_is_no_assumption() {
    let own = |licence: &str, price: &str| {
        Action::Edit(Edit::Price(licence.to_owned(), Some(price.to_owned())))
    };
    let bill = seen([own("crm-2011/ec", "15000"), own("crm-2011/cal-full-user", "900")]).licences;
    assert!(!bill.assumed);
    // Limited and ESS CALs follow the full one: 40 at 900, 20 at 270, 800 at 90.
    assert_eq!(&*bill.total, "128,400");
}

#[test]
fn bars_start_with_the_cheapest_and_none_is_longer_than_the_frame() {
    let bars = insights(&seen([])).comparison.bars.clone();
    assert_eq!(&*bars[0].total, "146,000 USD once");
    assert!(bars.len() > 1);
    assert!(
        bars.iter().all(|bar| bar.length <= 1_000) && bars.iter().any(|bar| bar.length == 1_000)
    );
}

#[test]
fn the_charges_add_up_to_the_total() {
    let proof = seen([]).proof.expect("a proof");
    assert!(proof.tables.is_none() && proof.plain.starts_with("No cheaper mix exists."), "hidden");
    let proof = seen([Action::Charges(true)]).proof.expect("a proof");
    let tables = proof.tables.as_ref().expect("shown");
    let sum = tables.charges.last().expect("a sum");
    assert_eq!((&*sum[0], &*sum[2]), ("Sum", "146,000"));
    assert!(tables.charges.len() > 4 && tables.charges.iter().all(|row| row.len() == 3));
    let technicians =
        tables.checks.iter().find(|row| row[0].ends_with("for Field technicians")).expect("a line");
    assert_eq!(&*technicians[1], "800 \u{d7} 100 = 80,000");
    assert_eq!(&*technicians[3], "80,000");
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
    let text = bill_as_csv(&session);
    assert!(text.starts_with("\u{feff}Licence,Identifier,"));
    assert!(text.contains(",'=cmd|'/c calc'!A0,800,0,800,100.00,80000.00,USD,once\r\n"), "{text}");
    assert!(text.contains("Total,,,,,,,146000.00,USD,once\r\n"));
}

#[test]
fn blank_says_what_to_do_next() {
    let model = seen([Action::Open(Box::new(Scenario::blank("crm-2011")))]);
    assert!(
        model.licences.lines.is_empty()
            && model.proof.is_none()
            && insights(&model).comparison.bars.is_empty()
    );
    assert!(model.licences.not_needed.is_empty(), "nobody needs anything: said once");
}

fn texts(row: &[super::Text]) -> Vec<&str> {
    row.iter().map(|text| &**text).collect()
}

#[test]
fn each_choice_of_each_group_has_its_price() {
    assert!(insights(&seen([])).comparison.forced.is_empty(), "closed");
    let comparison = insights(&seen([Action::Forced(true)])).comparison.clone();
    let rows: Vec<_> = comparison.forced.iter().map(|row| texts(row)).collect();
    assert_eq!(
        rows[0],
        [
            "Customers\u{2019} staff",
            "+1,480,000\n1,626,000",
            "+1,480,000\n1,626,000",
            "current choice\n146,000"
        ]
    );
    assert_eq!(
        rows[1],
        ["Field technicians", "current choice\n146,000", "a tie\n146,000", "\u{2013}"]
    );
}

#[test]
fn a_tie_is_called_one_and_says_what_decides_it() {
    let customers = |count| Action::Edit(Edit::Count(Group::new(Kind::People, "customers"), count));
    // 66 Limited CALs at 300 cost as much as a connector at 19,800.
    let connector = Action::Edit(Edit::Price("crm-2011/ec".to_owned(), Some("19800".to_owned())));
    let model = seen([customers(66), connector]);
    let more: Vec<_> = insights(&model).comparison.bars.iter().map(|bar| &*bar.more).collect();
    assert!(more.contains(&"a tie") && !more.contains(&"the same mix"), "{more:?}");
    let comparison = &insights(&model).comparison;
    let best = comparison.bars.first().map(|bar| &*bar.name);
    assert_eq!(best, Some("Cheapest mix (Connectors for all external people)"));
    assert!(comparison.rows.iter().flatten().any(|cell| &**cell == "the same mix"));
    assert!(
        insights(&model).comparison.tie.contains("a connector comes before licences for people")
    );
    assert_eq!(model.licences.badge.as_ref().map(|badge| &*badge.text), Some("proved cheapest"));
    let proof = model.proof.as_ref().expect("a proof");
    assert!(
        proof.plain.starts_with("No cheaper mix exists. Another one costs the same. "),
        "{}",
        proof.plain
    );
    assert!(proof.plain.contains("86 Limited User CAL"), "named: {}", proof.plain);
    assert!(model.licences.lines.iter().any(|line| &*line.name == "External Connector"));
}

fn windows() -> Action {
    Action::Open(Box::new(seatwise_core::examples::ALL[3].scenario()))
}

#[test]
fn the_connector_breaks_even_at_69_and_on_two_servers_at_138() {
    let partners = Action::BreakEven(Some(Across::Count(HolderRef::People("partners".to_owned()))));
    let card = insights(&seen([windows(), partners.clone()])).break_even.clone();
    let chart = card.chart.as_ref().expect("a chart");
    assert_eq!(
        &*chart.turning,
        "Up to 68, it is cheapest without Windows Server External Connector; from 69 on, with. You have 100."
    );
    assert!(chart.flips.is_empty(), "told once");
    let labels: Vec<_> =
        chart.marks.iter().map(|mark| mark.label.as_deref().unwrap_or_default()).collect();
    assert_eq!(labels, ["69", "now 100"]);
    assert_eq!(&*chart.end, "125");
    // Both lines cross the whole field, and are named at their ends.
    let names: Vec<_> = chart.mixes.iter().map(|mix| &*mix.name).collect();
    assert_eq!(
        names,
        ["without Windows Server External Connector", "Windows Server External Connector"]
    );
    assert!(
        chart.mixes.iter().all(|mix| mix.whole.starts_with("0,") && mix.whole.contains(" 1000,"))
    );
    let servers = Action::Edit(Edit::Count(Group::new(Kind::Servers, "files"), 2));
    let card = insights(&seen([windows(), servers, partners])).break_even.clone();
    let turning = &card.chart.as_ref().expect("a chart").turning;
    assert!(turning.starts_with("Up to 137, ") && turning.ends_with("You have 100."), "{turning}");
}

#[test]
fn a_price_has_a_break_even_whether_it_is_on_the_bill_or_not() {
    let card = insights(&seen([windows()])).break_even.clone();
    let names: Vec<_> = card.choices.iter().map(|(_, name)| &**name).collect();
    assert_eq!(
        names[3..5],
        ["Price of Windows Server User CAL", "Price of Windows Server External Connector"]
    );
    let ec = Action::BreakEven(card.choices.get(4).map(|(across, _)| across.clone()));
    let chart = insights(&seen([windows(), ec])).break_even.chart.clone().expect("a chart");
    assert_eq!(
        &*chart.turning,
        "Up to 2,900, it is cheapest with Windows Server External Connector; from 2,900.01 on, without. The price now is 1,999."
    );
    assert_eq!(texts(&chart.rows[1]), ["2,900.01", "and up", "4,060", "Windows Server User CAL"]);
}

fn owning(quantity: u32) -> Session {
    let licence = "crm-2011/cal-full-user".to_owned();
    let text = format!(
        r#"{{"format":1,"rulebook":"crm-2011","organisation":{{
        "people":[{{"id":"staff","name":"Staff","count":50,"relationship":"employee"}}],
        "uses":[{{"people":"staff","access":"portal","activities":["case.write"]}}]}},
        "owned":[{{"licence":"{licence}","quantity":{quantity}}}]}}"#
    );
    session([Action::Import(text)])
}

#[test]
fn owned_stands_against_needed() {
    assert!(seen([]).needed.is_none(), "nothing is owned");
    let session = owning(30);
    let needed = of(&session).needed.expect("shown");
    let sentences = [
        "Cheapest top-up: 20 ESS User CALs, for 2,000 USD once.",
        "Without what is owned: 5,000 USD once.",
    ];
    assert_eq!(texts(&needed.sentences), sentences);
    let rows: Vec<_> = needed.rows.iter().map(|row| texts(row)).collect();
    assert_eq!(
        rows,
        [
            ["Full User CAL", "30", "30", "0", "0", "0"],
            ["ESS User CAL", "0", "20", "0", "20", "2,000"]
        ]
    );
    assert!(owned_as_csv(&session).contains("ESS User CAL,0,20,0,20,2000.00\r\n"));
    let idle = of(&owning(70)).needed.expect("shown");
    assert_eq!(idle.sentences.first().map(|text| &**text), Some("Nothing is left to buy."));
    assert_eq!(idle.sentences.last().map(|text| &**text), Some("Idle: 20 Full User CALs."));
}

#[test]
fn server_licences_stand_beside_the_total() {
    let text = r#"{"format":1,"rulebook":"exchange-2007","organisation":{
        "people":[{"id":"staff","name":"Staff","count":9,"relationship":"employee"}],"servers":[{"id":"a","name":"A","count":3}],
        "uses":[{"people":"staff","access":"client","activities":["server.use"]}]},
        "owned":[{"licence":"exchange-2007/server-standard","quantity":1}]}"#;
    let session = session([Action::Import(text.to_owned())]);
    let bill = of(&session).licences;
    let (name, what) = &bill.servers[0];
    assert_eq!(&**name, "3 \u{d7} Exchange Server 2007 Standard");
    assert!(
        what.starts_with(
            "1 owned, 2 to buy \u{b7} 1,398 USD once \u{b7} one for each running instance"
        ),
        "{what}"
    );
    assert_eq!(&*bill.servers_total, "1,398 USD once");
    assert_eq!(&*bill.total, "603", "the servers are not in it");
    let csv = bill_as_csv(&session);
    assert!(
        csv.contains("exchange-2007/server-standard")
            && csv.contains(",3,1,2,699.00,1398.00,USD,once\r\n"),
        "{csv}"
    );
}

#[test]
fn the_register_has_a_line_for_every_licence() {
    let csv = register_as_csv(&owning(30));
    assert_eq!(csv.matches("Full User CAL,Staff,").count(), 30);
    assert_eq!(csv.matches("ESS User CAL,Staff,").count(), 20);
    assert!(csv.contains("ESS User CAL,Staff,20,,,"), "the place for a name and a date is empty");
}

#[test]
fn a_proof_is_a_file_as_well_and_only_that_where_it_is_long() {
    let text = proof_as_csv(&session([]));
    assert!(text.contains("Sum,,146000.00\r\n"), "{text}");
    assert!(
        text.contains(
            "ESS User CAL for Field technicians,800 \u{d7} 100.00 = 80000.00,4,80000.00\r\n"
        ),
        "{text}"
    );
    let mut many = Scenario::blank("crm-2011");
    let example = seatwise_core::examples::ALL[0].scenario().organisation;
    for place in 0..70 {
        let id = format!("p{place}");
        many.organisation.people.push(seatwise_core::organisation::PeopleGroup {
            id: id.clone(),
            ..example.people[1].clone()
        });
        many.organisation
            .uses
            .push(seatwise_core::organisation::Use { people: id, ..example.uses[1].clone() });
    }
    let proof = seen([Action::Open(Box::new(many)), Action::Charges(true)]).proof.expect("a proof");
    let tables = proof.tables.as_ref().expect("asked for");
    assert!(
        tables.charges.is_empty() && tables.long.starts_with("70 charges and 140 lines"),
        "{}",
        tables.long
    );
}

/// The parts of a rulebook in which something is looked for, by their headings.
fn parts(book: &str, wanted: &str) -> Vec<Part> {
    let open = Action::Open(Box::new(Scenario::blank(book)));
    insights(&seen([open, Action::Rules(true), Action::Find(wanted.to_owned())]))
        .rules
        .parts
        .clone()
}

#[test]
fn the_rulebook_is_read_only_once_it_is_open() {
    assert!(insights(&seen([])).rules.parts.is_empty());
    let open = insights(&seen([Action::Rules(true)])).rules.clone();
    assert_eq!(open.wanted.as_deref(), Some(""));
    assert_eq!(
        open.parts.first().map(|part| &*part.heading),
        Some("Who needs a licence \u{b7} 10")
    );
    assert!(insights(&seen([Action::Rules(true), Action::Rules(false)])).rules.wanted.is_none());
}

#[test]
fn every_part_of_every_rulebook_can_be_read_with_its_clauses() {
    for book in crate::engine::rulebooks() {
        let parts = parts(&book.id, "");
        let shown = |heading| {
            parts.iter().find(|part| part.key == heading).map_or(0, |part| part.entries.len())
        };
        assert_eq!(shown(Words::default().rules_of_use()), book.rules.len(), "{}", book.id);
        assert_eq!(shown(Words::default().mappings()), book.mappings.len(), "{}", book.id);
        assert_eq!(shown(Words::default().step_ups()), book.step_ups.len(), "{}", book.id);
        assert_eq!(shown(Words::default().programmes()), book.programmes.len(), "{}", book.id);
        let brief = book.allowances.len() + book.notes.len() + book.conversions.len();
        assert_eq!(shown(Words::default().facts()), book.facts.len() + brief, "{}", book.id);
        let documents = parts
            .iter()
            .find(|part| part.key == Words::default().clauses_by_document())
            .expect("documents");
        let clauses: usize = documents.entries.iter().map(|document| document.sources.len()).sum();
        assert_eq!(
            (documents.entries.len(), clauses),
            (book.sources.len(), book.clauses.len()),
            "{}",
            book.id
        );
        for part in &parts {
            let mut titles: Vec<_> = part.entries.iter().map(|entry| entry.title.clone()).collect();
            assert!(
                part.entries
                    .iter()
                    .all(|entry| !entry.title.is_empty() && !entry.sources.is_empty())
            );
            titles.sort();
            titles.dedup();
            assert_eq!(
                titles.len(),
                part.entries.len(),
                "{}: two entries of {} have one title",
                book.id,
                part.key
            );
        }
    }
}

#[test]
fn what_stands_only_in_a_clause_is_shown_with_that_clause_alone() {
    let parts_found = parts("d365-onprem-2018", "ANNIVERSARY");
    let entry = |key: &str, title: &str| {
        let part = parts_found.iter().find(|part| part.key == key).expect("the part");
        part.entries.iter().find(|entry| &*entry.title == title).cloned().expect("the entry")
    };
    let programme = entry(Words::default().programmes(), "Enterprise Agreement");
    assert!(programme.open);
    assert_eq!(programme.sources.len(), 1, "only the clause on From SA says it");
    let subscription = entry(Words::default().programmes(), "Enterprise Agreement Subscription");
    assert!(!subscription.open && subscription.sources.len() > 1);
    assert!(parts_found.iter().all(|part| part.key != Words::default().mappings()));
    assert!(parts("crm-2011", "no such words").is_empty());
}

#[test]
fn a_step_up_says_who_sells_it_and_a_mapping_what_it_was() {
    let entries = |book, key: &str| {
        parts(book, "")
            .into_iter()
            .find(|part| part.key == key)
            .map_or_else(Vec::new, |part| part.entries)
    };
    let step_ups = entries("d365-onprem-2018", Words::default().step_ups());
    assert_eq!(&*step_ups[0].title, "Team Members to Sales CAL Step-up");
    assert!(
        step_ups[0].text.contains("Sold through Enterprise Agreement, "),
        "{}",
        step_ups[0].text
    );
    assert_eq!(
        &*entries("crm-4.0", Words::default().step_ups())[0].title,
        "Workgroup Server to Professional Server Step-up"
    );
    let mappings = entries("d365-onprem-2018", Words::default().mappings());
    assert_eq!(
        &*mappings[0].title,
        "Professional CAL (Dynamics CRM 2016) \u{2192} Sales CAL and Customer Service CAL"
    );
    let counted = entries("d365-onprem-2018", Words::default().counted());
    let granted = counted
        .iter()
        .find(|entry| entry.title.contains("User CAL, granted for Basic"))
        .expect("the grant");
    assert!(
        granted.text.contains("Basic User CAL (Dynamics CRM 2016) under Software Assurance"),
        "{}",
        granted.text
    );
    let documents = entries("crm-4.0", Words::default().clauses_by_document());
    let (address, link) = documents[0].address.as_ref().expect("an address");
    assert_eq!(link.as_deref(), Some(&*format!("https://{address}")));
    assert!(
        documents[0]
            .sources
            .iter()
            .all(|source| source.address.is_empty() && !source.origin.is_empty())
    );
}

/// People of whom the given uses are said, under a rulebook.
fn described(rulebook: &str, uses: &str) -> Session {
    session([Action::Import(format!(
        r#"{{"format":1,"rulebook":"{rulebook}","organisation":{{"people":[
        {{"id":"office","name":"Office","count":800,"relationship":"employee"}},
        {{"id":"fitters","name":"Fitters","count":30,"relationship":"contractor"}}],"uses":[{uses}]}}}}"#
    ))])
}

const OFFICE: &str = r#"{"people":"office","access":"client","activities":["case.write"]}"#;
const FITTERS: &str = r#"{"people":"fitters","access":"portal","activities":["case.write"]}"#;

#[test]
fn there_is_no_total_and_no_badge_until_somebody_uses_something() {
    let model = of(&described("crm-2011", ""));
    let bill = &model.licences;
    assert_eq!((&*bill.total, &*bill.unit, bill.badge.as_ref()), ("\u{2013}", "", None));
    assert_eq!((&*bill.empty, &*bill.whole_total()), ("Say what the 830 people use.", ""));
    assert!(bill.not_needed.is_empty() && model.proof.is_none());
    let blank = seen([Action::Open(Box::new(Scenario::blank("crm-2011")))]).licences;
    assert_eq!(
        (&*blank.total, &*blank.empty),
        ("\u{2013}", "Nothing is described yet. Start with a group of people.")
    );
}

#[test]
fn a_total_that_leaves_somebody_out_says_at_least_and_who_everywhere() {
    for uses in [OFFICE.to_owned(), format!("{OFFICE},{FITTERS}")] {
        let session = described("crm-2011", &uses);
        let model = of(&session);
        let bill = &model.licences;
        assert_eq!((&*bill.left_out, &*bill.unit), ("30 people not counted", "USD once"));
        let named = if uses.contains(FITTERS) { "" } else { "Fitters" };
        assert_eq!(&*bill.without_use, named, "those of whom nothing is said are named");
        assert_eq!(bill.whole_total(), format!("at least {} USD once", bill.total));
        let badge = bill.badge.as_ref().expect("a badge");
        assert_eq!((badge.trust, &*badge.text), (Trust::Found, "incomplete"));
        let proof = model.proof.as_ref().expect("a proof of what is counted");
        assert!(proof.about.starts_with("Incomplete: 30 people not counted."), "{}", proof.about);
        assert_eq!(&*insights(&model).comparison.left_out, "Incomplete: 30 people not counted.");
        let csv = bill_as_csv(&session);
        assert!(csv.contains("\r\n\"Total, at least: 30 people not counted\",,,,,,,"), "{csv}");
    }
}

#[test]
fn every_amount_of_a_subscription_says_a_year() {
    let session = described("d365-online-2024", OFFICE);
    let model = of(&session);
    assert_eq!(&*model.licences.unit, "USD a year");
    assert!(model.licences.lines.iter().all(|line| &*line.unit == "USD a year"));
    let bars = &insights(&model).comparison.bars;
    assert!(
        bars.iter().all(|bar| bar.total.ends_with("USD a year") || &*bar.total == "not possible"),
        "{bars:?}"
    );
    let line = model.licences.lines.first().expect("a line").licence.to_string();
    let open = of(&apply(&session, Action::Reason(Subject::Line(line))));
    let reasons = &open.licences.lines.first().expect("a line").reasons;
    let says_a_month = reasons
        .iter()
        .flat_map(|reason| &reason.first)
        .any(|text| text.contains("a month each, which is"));
    assert!(says_a_month, "{reasons:?}");
    assert!(bill_as_csv(&session).contains(",USD,a year\r\n"));
}

#[test]
fn own_prices_and_the_discount_stand_at_the_total() {
    let own = Action::Edit(Edit::Price("crm-2011/ec".to_owned(), Some("15000".to_owned())));
    let less = Action::Edit(Edit::Discount(Some("10".to_owned())));
    assert_eq!(&*seen([own.clone()]).licences.own_prices, "your prices");
    assert_eq!(&*seen([less.clone()]).licences.own_prices, "less 10 %");
    let session = session([own, less]);
    assert_eq!(&*of(&session).licences.own_prices, "your prices, less 10 %");
    assert!(bill_as_csv(&session).contains("\r\n\"your prices, less 10 %\"\r\n"));
}

#[test]
fn the_sender_of_a_link_sees_which_total_its_reader_sees() {
    let share = |actions: Vec<Action>| match seen(actions).dialog {
        OpenDialog::Share(share) => share.reader_sees.to_string(),
        _ => String::new(),
    };
    let open = || Action::Dialog(Some(Dialog::Share));
    let less = || Action::Edit(Edit::Discount(Some("10".to_owned())));
    assert_eq!(share(vec![open()]), "The reader sees the same total: 146,000 USD once.");
    let without = share(vec![less(), open()]);
    assert!(
        without.contains(
            "the reader sees 146,000 USD once, by the price book, where you see 131,400 USD once"
        ),
        "{without}"
    );
    let with = share(vec![less(), open(), Action::WithPrices(true)]);
    assert_eq!(with, "The reader sees the same total: 131,400 USD once.");
}

#[test]
fn totals_that_are_paid_otherwise_or_in_another_currency_are_not_set_under_one_another() {
    let groups = insights(&seen([Action::Generations(true)])).generations.clone();
    let headings: Vec<_> = groups.iter().map(|group| &*group.heading).collect();
    let assumed = "Paid once, in USD, on assumed prices: not to be compared with totals under \
                   other headings";
    assert!(headings.contains(&assumed), "{headings:?}");
    assert!(
        headings.iter().any(|heading| heading.starts_with("Paid every year, in USD")),
        "{headings:?}"
    );
    assert!(
        headings.iter().any(|heading| heading.starts_with("Paid once, in AUD")),
        "{headings:?}"
    );
    for group in groups.iter() {
        let unit = |total: &str| {
            total.trim_start_matches(|sign: char| !sign.is_ascii_uppercase()).to_owned()
        };
        let first = group.rows.first().map(|row| unit(&row.total));
        assert!(group.rows.iter().all(|row| Some(unit(&row.total)) == first), "{group:?}");
    }
    let family =
        crate::engine::rulebooks().iter().filter(|book| book.family == Family::Crm).count();
    let rows = || groups.iter().flat_map(|group| &group.rows);
    assert_eq!(rows().map(|row| row.names.len()).sum::<usize>(), family);
    // Equal neighbours stand in one row, and no row is like the next one.
    assert!(rows().any(|row| row.names.len() > 1), "{groups:?}");
    assert_eq!(rows().filter(|row| row.is_own()).count(), 1);
    for group in groups.iter() {
        for (row, next) in group.rows.iter().zip(group.rows.iter().skip(1)) {
            let row_texts = |row: &super::GenerationRow| {
                let texts = row.differences.iter().map(|(text, _)| text.to_string());
                let servers = row.servers.iter().map(|(_, what)| what.to_string());
                let row_texts = texts.chain(servers).collect::<Vec<_>>();
                (row.total.clone(), row.bill.clone(), row_texts)
            };
            assert_ne!(row_texts(row), row_texts(next));
        }
    }
}

/// Every text of the answer that a visitor can read, with everything open.
fn readable(session: &Session) -> Vec<String> {
    let lines: Vec<String> =
        of(session).licences.lines.iter().map(|line| line.licence.to_string()).collect();
    let uses: Vec<_> = session.document.uses.clone();
    let opened = lines.into_iter().map(Subject::Line).chain(uses.into_iter().map(Subject::Use));
    let states = opened.map(|subject| apply(session, Action::Reason(subject)));
    let open = [Action::Charges(true), Action::Forced(true), Action::Generations(true)];
    let open = open.into_iter().fold(session.clone(), |session, action| apply(&session, action));
    let mut texts = Vec::new();
    for state in states.chain([open]) {
        let model = of(&state);
        let reasons = model.licences.lines.iter().flat_map(|line| line.reasons.clone());
        for reason in reasons.chain(model.uses.iter().flat_map(|row| row.reasons.clone())) {
            texts.push(reason.headline.to_string());
            let sentences = reason.first.iter().chain(&reason.sentences);
            texts.extend(sentences.map(ToString::to_string));
            texts.extend(reason.holders.iter().map(ToString::to_string));
        }
        texts.extend(
            model
                .licences
                .lines
                .iter()
                .flat_map(|line| [line.name.to_string(), line.who.to_string()]),
        );
        texts.extend(model.licences.not_needed.iter().map(|(name, why)| format!("{name}: {why}")));
        texts.extend(
            model
                .licences
                .questions
                .iter()
                .map(|asked| format!("{} {}", asked.heading, asked.asks)),
        );
        let rows = model
            .uses
            .iter()
            .flat_map(|row| &row.notes)
            .chain(model.people.iter().flat_map(|row| &row.notes));
        let rows = rows.chain(model.owned.iter().flat_map(|row| &row.notes));
        for note in model.licences.notes.iter().chain(rows) {
            texts.push(format!("{} {:?}", note.text, note.hints));
        }
        texts.extend(
            insights(&model)
                .comparison
                .rows
                .iter()
                .chain(&insights(&model).comparison.forced)
                .flatten()
                .map(ToString::to_string),
        );
        let tables = model.proof.iter().filter_map(|proof| proof.tables.clone());
        texts.extend(
            tables
                .flat_map(|tables| [tables.charges, tables.checks].concat().concat())
                .map(|text| text.to_string()),
        );
        let generations = insights(&model).generations.iter().flat_map(|group| &group.rows);
        texts
            .extend(generations.flat_map(|row| &row.differences).map(|(text, _)| text.to_string()));
    }
    texts
}

#[test]
fn no_identifier_is_shown_to_a_person() {
    let organisation = r#""people":[
        {"id":"zz-staff","count":50,"relationship":"employee"},
        {"id":"zz-shift","count":90,"relationship":"employee"},
        {"id":"zz-fitters","count":30,"relationship":"contractor"},
        {"id":"zz-buyers","count":900,"relationship":"customer"}],
        "devices":[{"id":"zz-pool","count":30}],"servers":[{"id":"zz-server","count":2}]"#;
    let crm = r#"{"people":"zz-staff","access":"client","activities":["opportunity.write"]},
        {"people":"zz-shift","access":"client","activities":["case.write"],"from":{"devices":"zz-pool"}},
        {"people":"zz-fitters","access":"portal","activities":["case.write"]},
        {"people":"zz-buyers","access":"portal","activities":["case.own"]}"#;
    let server = r#"{"people":"zz-staff","access":"client","activities":["server.use"]},
        {"people":"zz-shift","access":"client","activities":["server.use"],"from":{"devices":"zz-pool"}},
        {"people":"zz-buyers","access":"portal","activities":["server.use"]}"#;
    for book in crate::engine::rulebooks() {
        // Uses of the family, and those of another one that came by a link or a file.
        for uses in [crm, server] {
            let text = format!(
                r#"{{"format":1,"rulebook":"{}","organisation":{{{organisation},"uses":[{uses}]}},
                "owned":[{{"licence":"crm-2011/cal-limited-user","quantity":60,"softwareAssurance":true}}]}}"#,
                book.id
            );
            let texts = readable(&session([Action::Import(text)]));
            assert!(texts.len() > 3, "{}", book.id);
            for text in texts {
                let shown = [
                    "zz-",
                    "crm-2011/",
                    "case.write",
                    "opportunity.write",
                    "server.use",
                    &format!("{}/", book.id),
                ];
                let shown_id = shown.iter().find(|id| text.contains(**id));
                assert_eq!(shown_id, None, "{}: {text}", book.id);
            }
        }
    }
}

#[test]
fn uses_of_another_family_are_told_once_with_one_button_and_give_no_total() {
    let session = described("windows-server-2008", &format!("{OFFICE},{FITTERS}"));
    let model = of(&session);
    assert_eq!((&*model.licences.total, model.licences.badge.as_ref()), ("\u{2013}", None));
    assert_eq!(&*model.licences.empty, "830 people not counted.");
    let offers: Vec<_> =
        model.licences.notes.iter().filter_map(|note| note.offer.clone()).collect();
    let [(text, action)] = offers.as_slice() else { panic!("one button: {offers:?}") };
    assert_eq!(*text, Words::default().family_map());
    assert!(model.uses.iter().all(|row| row.notes.is_empty()), "told once");
    let mapped = of(&apply(&session, action.clone()));
    // Whether contractors need a licence hangs on where they work, under any product.
    assert_eq!(&*mapped.licences.left_out, "30 people not counted");
    assert!(
        mapped.licences.lines.iter().any(|line| &*line.quantity == "800"),
        "{:?}",
        mapped.licences.lines
    );
    assert!(model.uses.iter().all(|row| !row.plain().contains("do everything")));
}

#[test]
fn every_file_of_amounts_says_their_currency_and_period() {
    for text in [bill_as_csv(&owning(30)), owned_as_csv(&owning(30)), proof_as_csv(&owning(30))] {
        assert!(text.contains("\r\nAll amounts in USD once.\r\n"), "{text}");
    }
}

#[test]
fn a_connector_without_a_named_server_says_what_it_stands_for() {
    let gone = seen([Action::Edit(Edit::Remove(Group::new(Kind::Servers, "crm")))]);
    let line = gone
        .licences
        .lines
        .iter()
        .find(|line| line.name.contains("Connector"))
        .expect("a connector");
    assert_eq!(&*line.who, "one server: say how many there are");
}

#[test]
fn the_years_show_every_way_with_what_it_costs_and_why_not() {
    let closed = insights(&seen([])).years.clone();
    assert!(closed.ways.is_empty() && closed.cash.is_none());
    let open = session([
        Action::Years(true),
        Action::Edit(Edit::Plan(PlanEdit::DiscountRate(Some("8".to_owned())))),
    ]);
    let years = insights(&of(&open)).years.clone();
    let way = |kind: WayKind| years.ways.iter().find(|row| row.kind == kind).expect("a way");
    let stay = way(WayKind::WithAssurance);
    // 146,000 and three years of a quarter of it, but for the connector's people: all of it is kept.
    assert_eq!(&*stay.total, "255,500 USD over 3 years");
    assert!(stay.assumed && stay.doubts.iter().any(|text| text.contains("as worth today")));
    assert_eq!(stay.years.len(), 4);
    assert_eq!(stay.years.iter().map(Vec::len).max(), Some(stay.headings.len()));
    let from_sa = way(WayKind::FromSa);
    assert!(from_sa.total.is_empty() && !from_sa.reasons.is_empty() && !from_sa.sources.is_empty());
    let rows = years_as_csv(&open);
    assert!(rows.contains("Sum,,146000.00,109500.00,0.00,0.00,255500.00,"), "{rows}");
    let workbook = spreadsheet(&open).expect("a spreadsheet");
    assert_eq!(workbook.sheets.len(), 3);
    assert!(
        workbook
            .sheets
            .iter()
            .all(|sheet| { sheet.rows.iter().all(|row| row.len() <= sheet.columns.len()) })
    );
}

#[test]
fn the_bill_can_be_pasted() {
    let session = session([Action::Edit(Edit::Title("A <b> & \"c\"".to_owned()))]);
    let text = bill_as_text(&session);
    assert!(text.contains("800 ESS User CALs (Field technicians): 80,000 USD once\n"), "{text}");
    assert!(text.contains("146,000 USD once"), "{text}");
    let html = bill_as_html(&session);
    assert!(html.starts_with("<p><b>A &lt;b&gt; &amp; &quot;c&quot;</b>"), "{html}");
}

#[test]
fn then_stands_before_now() {
    let scenario = session([]).document.scenario.clone();
    let answer = crate::engine::assess(Words::default(), &scenario);
    let mut sent = seatwise_core::then_and_now::sent(answer.assessment().unwrap()).unwrap();
    sent.total = seatwise_core::money::Money::from_minor(15_000_000);
    sent.lines[0].buy = 30;
    let link = seatwise_core::link::encode_sent(&scenario, true, Some(&sent));
    let blank = Action::Open(Box::new(Scenario::blank("crm-2011")));
    let seen_page = seen([blank, Action::Follow(link)]);
    let notice = seen_page.notices.iter().find(|notice| notice.key == "then").expect("it is told");
    assert_eq!(
        &*notice.text,
        "The sender of this link saw 150,000 USD once; now it is 146,000 USD once."
    );
    let details = notice.details.as_ref().expect("what differs");
    assert_eq!(
        details.lines,
        ["Full User CAL: 40 (30 to buy) at 1,000 each then, 40 at 1,000 each now"]
    );
}

#[test]
fn the_total_is_a_sentence_for_those_who_hear_the_page() {
    assert_eq!(&*seen([]).licences.spoken, "Total 146,000 US dollars once, 861 licences.");
    let contractors = Edit::Relationship("technicians".to_owned(), Relationship::Contractor);
    let spoken = seen([Action::Edit(contractors)]).licences.spoken.clone();
    assert!(spoken.starts_with("Total at least 66,000 US dollars once, "), "{spoken}");
    assert!(spoken.ends_with(", 1 question open."), "{spoken}");
    let blank = seen([Action::Open(Box::new(Scenario::blank("crm-2011")))]).licences;
    assert_eq!(blank.spoken, blank.empty);
}

/// The reason that is open on a page.
fn open_reason(session: &Session, licence: &str) -> super::Reason {
    let open = apply(session, Action::Reason(Subject::Line(format!("crm-2011/{licence}"))));
    let mut reasons =
        of(&open).licences.lines.iter().flat_map(|line| line.reasons.clone()).collect::<Vec<_>>();
    reasons.pop().expect("a reason is open")
}

/// Agents in shifts who share three pools: by one use, or by one for each pool.
fn pools(uses: &str) -> Session {
    session([Action::Import(format!(
        r#"{{"format":1,"rulebook":"crm-2011","organisation":{{
        "people":[{{"id":"agents","name":"Agents","count":95,"relationship":"employee"}}],
        "devices":[{{"id":"n","name":"North","count":14}},{{"id":"s","name":"South","count":14}},{{"id":"e","name":"East","count":12}}],
        "uses":[{uses}]}}}}"#
    ))])
}

#[test]
fn pools_that_the_same_people_come_to_are_told_in_one_sentence() {
    let from = |devices: &str| {
        format!(
            r#"{{"people":"agents","access":"client","activities":["case.write"],"from":{{"devices":{devices}}}}}"#
        )
    };
    let together = from(r#"["n","s","e"]"#);
    let apart = [r#""n""#, r#""s""#, r#""e""#].map(from).join(",");
    for uses in [together, apart] {
        let reason = open_reason(&pools(&uses), "cal-limited-device");
        let sentences: Vec<&str> =
            reason.first.iter().chain(&reason.sentences).map(|text| &**text).collect();
        let cover = "40 licences on the devices of 3 groups cover all 95 people who come to them.";
        assert_eq!(sentences.iter().filter(|text| **text == cover).count(), 1, "{sentences:#?}");
        let use_of: Vec<_> =
            sentences.iter().filter(|text| text.starts_with("Agents (95 ")).collect();
        assert_eq!(use_of.len(), 1, "{sentences:#?}");
        assert!(use_of[0].contains("from North, South or East"), "{sentences:#?}");
        assert!(sentences.iter().all(|text| !text.contains("for North,")), "{sentences:#?}");
        assert!(
            sentences
                .iter()
                .any(|text| text.contains("instead would raise the total by 16,500 USD once")),
            "{sentences:#?}"
        );
        assert_eq!(&*reason.headline, "A Limited Device CAL is enough for East, North and South.");
    }
}

#[test]
fn a_line_names_three_of_many_holders_and_its_reason_all() {
    let group = |place: usize| {
        format!(r#"{{"id":"p{place}","name":"Team {place}","count":2,"relationship":"employee"}}"#)
    };
    let usage = |place: usize| {
        format!(r#"{{"people":"p{place}","access":"client","activities":["case.write"]}}"#)
    };
    let list = |of: &dyn Fn(usize) -> String| (1..=35).map(of).collect::<Vec<_>>().join(",");
    let session = session([Action::Import(format!(
        r#"{{"format":1,"rulebook":"crm-2011","organisation":{{"people":[{}],"uses":[{}]}}}}"#,
        list(&group),
        list(&usage)
    ))]);
    let line = of(&session).licences.lines.first().expect("a line").clone();
    assert_eq!(&*line.who, "Team 1 (2), Team 2 (2), Team 3 (2) and 32 more");
    let reason = open_reason(&session, "cal-limited-user");
    assert_eq!(reason.holders.len(), 35);
    assert_eq!(&*reason.holders[34], "Team 35 (2)");
}

/// The document of a session after some actions.
fn printed(actions: impl IntoIterator<Item = Action>) -> std::rc::Rc<super::Paper> {
    let day = Action::Paper(Some("2026-11-28".to_owned()));
    seen(actions.into_iter().chain([day])).paper.expect("it is printed")
}

#[test]
fn nothing_is_worked_out_for_paper_while_nothing_is_printed() {
    assert_eq!(seen([]).paper, None);
    let printed = [Action::Paper(Some("2026-11-28".to_owned())), Action::Paper(None)];
    assert_eq!(seen(printed).paper, None);
}

#[test]
fn paper_has_the_answer_with_unit_prices_and_says_what_it_rests_on() {
    let paper = printed([]);
    assert_eq!(&*paper.about, "Dynamics CRM 2011, rules of Dec 2012 · printed on 28 Nov 2026");
    assert_eq!(&*paper.answer.total, "146,000 USD once");
    let line: Vec<&str> = paper.answer.lines[1].iter().map(|cell| &**cell).collect();
    let expected = ["800", "ESS User CALs", "Field technicians", "100 USD once", "80,000 USD once"];
    assert_eq!(line, expected);
    let remarks: Vec<&str> = paper.answer.remarks.iter().map(|text| &**text).collect();
    assert_eq!(remarks, ["861 licences", "proved cheapest", "all prices are assumptions"]);
    assert!(paper.prices.about.iter().any(|text| text.contains("Full User CAL")));
    assert!(paper.prices.about[0].contains("CRM 2011 ratios"));
    assert_eq!(paper.prices.rows.len(), 4);
    let more: Vec<_> =
        paper.organisation.uses.iter().filter(|text| text.contains("more")).collect();
    assert!(more.is_empty(), "what is done stands in full: {more:?}");
    let row: Vec<&str> = paper.prices.rows[2].iter().map(|cell| &**cell).collect();
    assert_eq!(row[..3], ["ESS User CAL", "100 USD once", "assumption"]);
    assert!(paper.link.starts_with("#s=1."));
}

#[test]
fn every_reason_on_paper_cites_end_notes_by_number() {
    let paper = printed([]);
    let lines: Vec<&str> = paper.reasons.iter().map(|reason| &*reason.about).collect();
    assert!(lines.contains(&"800 ESS User CALs for Field technicians"), "{lines:?}");
    let mut cited = std::collections::BTreeSet::new();
    for reason in &paper.reasons {
        assert!(!reason.notes.is_empty(), "{}", reason.about);
        cited.extend(reason.notes.split(", ").map(|note| note.parse::<usize>().unwrap()));
    }
    let numbers: Vec<usize> = (1..=paper.sources.len()).collect();
    assert_eq!(
        cited.into_iter().collect::<Vec<_>>(),
        numbers,
        "each note is cited, and none is missing"
    );
    let mut texts: Vec<_> = paper.sources.iter().map(|note| (&note.text, &note.origin)).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), paper.sources.len(), "no clause stands twice");
}

#[test]
fn a_reason_on_paper_says_what_the_page_says_when_it_is_open() {
    let licence = "crm-2011/cal-ess-user".to_owned();
    let page = seen([Action::Reason(Subject::Line(licence))]).licences;
    let open: Vec<_> = page.lines.iter().flat_map(|line| &line.reasons).collect();
    let paper = printed([]);
    let of_line = paper.reasons.iter().find(|reason| reason.about.contains("ESS")).unwrap();
    assert_eq!(&*of_line.sentences[0], &*open[0].headline);
    let on_page: Vec<&str> =
        open[0].first.iter().chain(&open[0].sentences).map(|sentence| &**sentence).collect();
    let on_paper: Vec<&str> = of_line.sentences[1..].iter().map(|sentence| &**sentence).collect();
    assert_eq!(on_paper, on_page);
}

#[test]
fn a_discount_and_own_prices_stand_on_paper_and_not_in_its_link() {
    let price = Edit::Price("crm-2011/cal-ess-user".to_owned(), Some("90".to_owned()));
    let paper = printed([Action::Edit(price), Action::Edit(Edit::Discount(Some("10".to_owned())))]);
    assert!(paper.answer.remarks.iter().any(|text| text.contains("your prices, less 10 %")));
    let row = paper.prices.rows.iter().find(|row| &*row[0] == "ESS User CAL").unwrap();
    assert_eq!((&*row[2], &*row[3]), ("your price", ""));
    assert!(paper.link_about.contains("but your own prices"));
    let read = crate::engine::decode(Words::default(), &paper.link[1..]).unwrap();
    assert!(read.prices.is_none_or(|prices| !prices.are_own()));
}

#[test]
fn paper_tells_who_is_not_counted_and_what_is_open() {
    let office = crate::engine::examples(Words::default())
        .find(|(scenario, _)| scenario.title == "Mixed office")
        .map(|(scenario, _)| scenario)
        .unwrap();
    let paper = printed([Action::Open(Box::new(office))]);
    assert_eq!(&*paper.answer.total, "at least 52,900 USD once");
    assert!(paper.answer.remarks.iter().any(|text| text.contains("35 people not counted")));
    assert!(paper.open.iter().any(|(about, _)| about.contains("not counted yet")));
    let blank = printed([Action::Open(Box::new(Scenario::blank("crm-2011")))]);
    assert_eq!(&*blank.answer.total, "No total");
    assert!(blank.answer.lines.is_empty() && !blank.answer.remarks.is_empty());
}

#[test]
fn a_new_version_is_told_with_a_button_and_nothing_else_happens() {
    let notified = session([Action::NewVersion]);
    assert_eq!((&notified.view.renew, &notified.document), (&None, &session([]).document));
    let notices = of(&notified).notices;
    let [notice] = notices.as_slice() else { panic!("one notice") };
    assert!(notice.text.contains("A new version of Seatwise is here.") && !notice.alert);
    let (button, action) = notice.offer.clone().expect("a button");
    assert_eq!((button, &action), ("Reload", &Action::Renew));
    assert!(apply(&notified, action).view.renew.is_some());
    // It is told once, however often it is heard.
    assert_eq!(of(&apply(&notified, Action::NewVersion)).notices.len(), 1);
}

/// Twelve departments that do the same, with identifiers whose order is not theirs.
fn departments() -> Scenario {
    let group = |number: u32| {
        format!(
            r#"{{"id":"p{number}","name":"Department {number}","count":10,"relationship":"employee"}}"#
        )
    };
    let usage = |number: u32| {
        format!(r#"{{"people":"p{number}","access":"client","activities":["case.write"]}}"#)
    };
    let list = |of: &dyn Fn(u32) -> String| (1..=12).map(of).collect::<Vec<_>>().join(",");
    let json = format!(
        r#"{{"format":1,"rulebook":"crm-2011","organisation":{{"people":[{}],"uses":[{}],"servers":[{{"id":"s","name":"CRM","count":1}}]}}}}"#,
        list(&group),
        list(&usage),
    );
    Scenario::from_json(&json).expect("a scenario")
}

#[test]
fn holders_stand_in_the_order_of_the_visitor_and_not_of_identifiers() {
    let session = session([Action::Open(Box::new(departments()))]);
    let bill = of(&session).licences;
    let who: Vec<&str> = bill.lines.iter().map(|line| &*line.who).collect();
    let expected = "Department 1 (10), Department 2 (10), Department 3 (10) and 9 more";
    assert_eq!(who, [expected]);
    let csv = bill_as_csv(&session);
    assert!(csv.contains("Department 9, Department 10, Department 11 and Department 12"), "{csv}");
    assert!(bill_as_text(&session).contains("Department 9, Department 10"));
}

#[test]
fn a_figure_that_follows_from_another_one_follows_the_visitors() {
    let figures = |actions: Vec<Action>| {
        let open = Action::Dialog(Some(Dialog::Prices));
        let model = seen(actions.into_iter().chain([open]));
        let OpenDialog::Prices(prices) = model.dialog else { panic!("the prices are open") };
        let row = prices.products[0].rows.iter().find(|row| &*row.name == "Limited User CAL");
        row.map(|row| (row.figure.to_string(), row.basis.to_string())).expect("a row")
    };
    // The figure that it follows from is an assumption, until the visitor's takes its place.
    assert_eq!(figures(Vec::new()), ("300".to_owned(), "assumption".to_owned()));
    let full = Edit::Price("crm-2011/cal-full-user".to_owned(), Some("200".to_owned()));
    let discount = Edit::Discount(Some("10".to_owned()));
    let own = vec![Action::Edit(full), Action::Edit(discount)];
    assert_eq!(figures(own), ("60".to_owned(), "derived".to_owned()));
}

/// A call centre, and before it customers whom a connector on the only server lets in.
fn customers_first() -> Scenario {
    let text = r#"{"format":1,"rulebook":"crm-2011","organisation":{
        "people":[{"id":"c","name":"Customers","count":5000,"relationship":"customer"},
            {"id":"a","name":"Agents","count":40,"relationship":"employee"}],
        "servers":[{"id":"s","name":"CRM server","count":1}],
        "uses":[{"people":"a","access":"client","activities":["case.write"]},
            {"people":"c","access":"portal","activities":["case.write"]}]}}"#;
    Scenario::from_json(text).expect("a scenario")
}

#[test]
fn a_licence_stands_where_those_stand_whom_it_is_for() {
    let bill = of(&session([Action::Open(Box::new(customers_first()))])).licences;
    let names: Vec<_> = bill.lines.iter().map(|line| (&*line.quantity, &*line.name)).collect();
    assert_eq!(names, [("1", "External Connector"), ("40", "Limited User CALs")]);
}

#[test]
fn only_what_can_be_counted_has_a_plural() {
    let words = Surroundings::default().words;
    let named = [
        (1, "Limited Device CAL", "Limited Device CAL"),
        (40, "Limited Device CAL", "Limited Device CALs"),
        (2, "External Connector", "External Connectors"),
        (2, "Core CAL Suite (User)", "Core CAL Suites (User)"),
        (2, "Sales Enterprise, From SA", "Sales Enterprise, From SA"),
    ];
    for (count, name, expected) in named {
        assert_eq!(words.licence_name(count, name), expected);
    }
}

/// Texts of the explanations beside a part of the page.
fn names_of(explained: &super::Explanations) -> Vec<&str> {
    explained.iter().map(|explained| &*explained.name).collect()
}

#[test]
fn the_words_of_the_bill_are_explained_beside_it_with_their_clauses() {
    let bill = seen([]).licences;
    assert_eq!(
        names_of(&bill.explained),
        [
            "client access licence (CAL)",
            "user or device licence",
            "ESS (Employee Self Service)",
            "Limited",
            "Full",
            "External Connector",
        ]
    );
    for explained in bill.explained.iter() {
        assert!(
            !explained.sources(Words::default()).is_empty(),
            "{} has a clause in crm-2011",
            explained.name
        );
    }
    let beside: Vec<&str> = bill.explained.iter().map(|explained| explained.id).collect();
    let marked = bill.not_needed.iter().flat_map(|(_, why)| why.pieces());
    let marked: Vec<_> = marked.filter_map(|(_, explained)| explained).collect();
    assert!(marked.iter().all(|explained| !beside.contains(&explained.id)), "explained once");
}

#[test]
fn a_reason_marks_every_word_once_and_keeps_its_text() {
    let licence = "crm-2011/ec".to_owned();
    let bill = seen([Action::Reason(Subject::Line(licence))]).licences;
    let reasons = bill.lines.iter().flat_map(|line| &line.reasons);
    let texts: Vec<_> = reasons
        .flat_map(|reason| std::iter::once(&reason.headline).chain(&reason.sentences))
        .collect();
    let mut words: Vec<&str> = Vec::new();
    for text in &texts {
        let pieces = text.pieces();
        let whole: String = pieces.iter().map(|(piece, _)| piece.to_string()).collect();
        assert_eq!(whole, text.to_string());
        words.extend(pieces.iter().filter_map(|(_, explained)| Some(explained.as_ref()?.id)));
    }
    assert!(words.contains(&"external-connector"), "{words:?}");
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count, "each once");
}

#[test]
fn the_glossary_has_every_word_with_clauses_of_the_rulebook_at_hand() {
    let glossary = |rulebook: Option<&str>| {
        let change = rulebook.map(|id| Action::Edit(Edit::Rulebook(id.to_owned())));
        let open = Action::Dialog(Some(Dialog::Glossary));
        match seen(change.into_iter().chain([open])).dialog {
            OpenDialog::Glossary(explained) => explained,
            dialog => panic!("{dialog:?} is open"),
        }
    };
    let explained = glossary(None);
    assert_eq!(explained.len(), crate::words::TERMS.len());
    let mut sorted = names_of(&explained);
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names_of(&explained), sorted);
    let cited = |explained: &super::Explanations, id: &str| {
        let word = explained.iter().find(|explained| explained.id == id);
        word.map_or(0, |explained| explained.sources(Words::default()).len())
    };
    assert_eq!((cited(&explained, "ess"), cited(&explained, "essential")), (1, 0));
    let later = glossary(Some("crm-2013"));
    assert_eq!((cited(&later, "ess"), cited(&later, "essential")), (0, 1));
}

#[test]
fn commands_reach_what_the_page_can_do_and_close_their_list() {
    let open = session([Action::Dialog(Some(Dialog::Commands))]);
    let OpenDialog::Commands(commands) = of(&open).dialog else { panic!("the list is open") };
    let mut names: Vec<_> = commands.iter().map(|command| command.name.to_string()).collect();
    for name in ["Add group", "Add use", "Share", "Open the example: Mixed office", "Glossary"] {
        assert!(names.iter().any(|known| known == name), "{name} in {names:?}");
    }
    assert!(!names.iter().any(|name| name == "Undo"), "there is nothing to undo");
    let books = names.iter().filter(|name| name.starts_with("Rules: ")).count();
    assert_eq!(books, crate::engine::rulebooks().len() - 1);
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "each name once");

    let example = commands.iter().find(|command| command.name.contains("Mixed office"));
    let action = example.expect("an example").action.clone();
    let after = apply(&open, Action::Run(Box::new(action)));
    assert_eq!(after.document.scenario.title, "Mixed office");
    assert_eq!(of(&after).dialog, OpenDialog::None);
    let add = commands.iter().find(|command| &*command.name == "Add use").expect("a command");
    let after = apply(&open, Action::Run(Box::new(add.action.clone())));
    assert_eq!(after.document.uses.len(), open.document.uses.len() + 1);
}

#[test]
fn single_keys_can_be_switched_off() {
    let shortcuts = |actions: Vec<Action>| match seen(actions).dialog {
        OpenDialog::Shortcuts(shortcuts) => shortcuts.single_keys,
        dialog => panic!("{dialog:?} is open"),
    };
    let open = Action::Dialog(Some(Dialog::Shortcuts));
    assert!(shortcuts(vec![open.clone()]));
    assert!(!shortcuts(vec![open, Action::SingleKeys(false)]));
}
