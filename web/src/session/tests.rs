use super::{
    Action, Dialog, Direction, Edit, Group, ImportedPrices, Kind, Notice, PlanEdit, PriceList,
    Question, Reply, SavedNews, Session, Settings, ShelvedWork, Side, Software, Start, Subject,
    Surroundings, UseField, apply, saved_file,
};
use crate::embed::FromHost;
use crate::engine;
use crate::words::Words;
use seatwise_core::organisation::From;
use seatwise_core::rulebook::{Access, Activity, Relationship};
use seatwise_core::scenario::Scenario;

fn fresh() -> Session {
    Session::start(Surroundings::default(), &Start::default())
}

fn after(session: &Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session.clone(), |session, action| apply(&session, action))
}

fn count(id: &str, count: u32) -> Action {
    Action::Edit(Edit::Count(Group::new(Kind::People, id), count))
}

fn people(session: &Session, id: &str) -> u32 {
    let groups = &session.document.scenario.organisation.people;
    groups.iter().find(|group| group.id == id).map_or(0, |group| group.count)
}

fn blank() -> Session {
    apply(&fresh(), Action::Open(Box::new(Scenario::blank("crm-2011"))))
}

#[test]
fn typing_into_one_field_is_one_step_until_the_hands_rest() {
    let start = fresh();
    let typed = after(
        &start,
        [count("technicians", 9), count("technicians", 90), count("technicians", 900)],
    );
    assert_eq!(people(&typed, "technicians"), 900);
    assert_eq!(apply(&typed, Action::Undo).document, start.document);
    let rested = after(&typed, [Action::EndTyping, count("technicians", 901)]);
    assert_eq!(people(&apply(&rested, Action::Undo), "technicians"), 900);
    let elsewhere = after(&typed, [count("managers", 41)]);
    assert_eq!(people(&apply(&elsewhere, Action::Undo), "technicians"), 900);
}

#[test]
fn redo_brings_back_what_undo_took_until_something_else_is_done() {
    let typed = after(&fresh(), [count("technicians", 900)]);
    let back = apply(&typed, Action::Undo);
    assert_eq!(apply(&back, Action::Redo).document, typed.document);
    let later = after(&back, [count("managers", 1), Action::Redo]);
    assert_eq!(people(&later, "technicians"), 800);
    assert_eq!(apply(&fresh(), Action::Undo), fresh(), "nothing to undo");
}

#[test]
fn the_answer_follows_every_edit() {
    let session = apply(&fresh(), count("technicians", 900));
    assert_eq!(*session.answer, engine::assess(Words::default(), &session.document.scenario));
    assert_ne!(session.answer, fresh().answer);
}

#[test]
fn a_group_goes_with_everything_that_speaks_of_it() {
    let session =
        apply(&fresh(), Action::Edit(Edit::Remove(Group::new(Kind::People, "technicians"))));
    let organisation = &session.document.scenario.organisation;
    assert!(organisation.uses.iter().all(|usage| usage.people != "technicians"));
    assert_eq!(organisation.uses.len(), session.document.uses.len());
    assert_eq!(session.view.focus.map(|focus| focus.what).as_deref(), Some("add-people"));
}

#[test]
fn an_organisation_is_built_from_nothing() {
    let group = Group::new(Kind::People, "p1");
    let session = after(
        &blank(),
        [
            Action::Edit(Edit::Add(Kind::People)),
            Action::Edit(Edit::Name(group.clone(), "Agents".to_owned())),
            Action::Edit(Edit::Count(group, 12)),
            Action::Edit(Edit::Add(Kind::Devices)),
            Action::Edit(Edit::AddUse(None)),
        ],
    );
    let organisation = &session.document.scenario.organisation;
    let usage = organisation.uses.first().expect("a use");
    assert_eq!((usage.people.as_str(), usage.from.as_ref()), ("p1", None));
    assert_eq!(
        session
            .answer
            .assessment()
            .expect("counted")
            .bill
            .iter()
            .map(|line| line.quantity)
            .sum::<u64>(),
        12
    );
    assert_eq!(
        apply(&blank(), Action::Edit(Edit::AddUse(None))),
        blank(),
        "nobody could use anything"
    );
}

#[test]
fn a_new_use_asks_who_how_what_and_from_where_and_may_stop_early() {
    let asked = |session: &Session| session.view.asked.map(|asked| asked.field);
    let session = apply(&fresh(), Action::Edit(Edit::AddUse(None)));
    let key = *session.document.uses.last().expect("the new use");
    assert_eq!(asked(&session), Some(UseField::People));
    let session = apply(&session, Action::Edit(Edit::UsePeople(key, "managers".to_owned())));
    // How stands in the list of what.
    assert_eq!(asked(&session), Some(UseField::Activities));
    assert_eq!(asked(&apply(&session, Action::FieldClosed(key, UseField::Activities))), None);
    let session = apply(&session, Action::Edit(Edit::UseAccess(key, Access::Client)));
    assert_eq!(asked(&session), Some(UseField::Activities), "the list stays");
    assert_eq!(asked(&apply(&session, Action::FieldDone(key, UseField::Activities))), None);
    let session = after(
        &session,
        [
            Action::FieldNext(key, UseField::Activities),
            Action::FieldClosed(key, UseField::Activities),
        ],
    );
    assert_eq!(asked(&session), Some(UseField::Devices));
    assert_eq!(asked(&apply(&session, Action::FieldDone(key, UseField::Devices))), None);
}

#[test]
fn roles_take_the_place_of_what_was_proposed_and_then_add_to_one_another() {
    let session = apply(&fresh(), Action::Edit(Edit::AddUse(Some("managers".to_owned()))));
    let key = *session.document.uses.last().expect("the new use");
    let role = |role: &str, works| Action::Edit(Edit::UseRole(key, role.to_owned(), works));
    let done = |session: &Session| {
        let usage = session.document.scenario.organisation.uses.last().expect("the new use");
        usage.activities.iter().map(|activity| activity.id()).collect::<Vec<_>>()
    };
    let portal = apply(&session, Action::Edit(Edit::UseAccess(key, Access::Portal)));
    assert_eq!(done(&portal), ["case.own"], "proposed");
    let case_worker = apply(&portal, role("case-worker", true));
    assert_eq!(
        done(&case_worker),
        ["records.read", "contact.write", "case.write", "activity.write"]
    );
    let manager = apply(&case_worker, role("manager", true));
    assert!(done(&manager).contains(&"approve") && done(&manager).contains(&"case.write"));
    assert_eq!(done(&apply(&manager, role("manager", false))), done(&case_worker));
    let moved = apply(&manager, Action::Edit(Edit::UsePeople(key, "technicians".to_owned())));
    assert_eq!(done(&moved), done(&manager), "what was chosen stays");
}

#[test]
fn a_use_comes_from_several_pools_and_pools_are_made_where_they_are_needed() {
    let key = fresh().document.uses[0];
    let pool =
        |name: &str, count| Action::Edit(Edit::AddPool { of: key, name: name.to_owned(), count });
    let session = after(&fresh(), [pool("North", 14), pool("South", 14)]);
    let from = |session: &Session| session.document.scenario.organisation.uses[0].from.clone();
    let ids =
        |ids: &[&str]| Some(From::Devices(ids.iter().map(|&id| id.to_owned()).collect::<Vec<_>>()));
    assert_eq!(from(&session), ids(&["d1", "d2"]));
    let tick = |id: &str, used| Action::Edit(Edit::UsePool(key, id.to_owned(), used));
    assert_eq!(from(&apply(&session, tick("d1", false))), ids(&["d2"]));
    assert_eq!(from(&after(&session, [tick("d1", false), tick("d2", false)])), None);
    let gone = Action::Edit(Edit::Remove(Group::new(Kind::Devices, "d1")));
    assert_eq!(from(&apply(&session, gone)), ids(&["d2"]));
    let own = Action::Edit(Edit::UseDevices(key, Some(From::Own(2))));
    assert_eq!(from(&after(&session, [own, tick("d2", true)])), ids(&["d2"]));
}

#[test]
fn the_empty_row_at_the_end_becomes_a_group_once_it_is_typed_into() {
    let next = Group::new(Kind::People, "p1");
    let named = apply(&blank(), Action::Edit(Edit::Name(next.clone(), "A".to_owned())));
    assert_eq!(named.document.scenario.organisation.people.len(), 1);
    let typed = apply(&named, Action::Edit(Edit::Name(next, "Ag".to_owned())));
    assert_eq!(typed.document.scenario.organisation.people[0].name, "Ag");
    assert_eq!(apply(&typed, Action::Undo).document.scenario.organisation.people.len(), 0);
    let counted = apply(&blank(), count("p1", 7));
    assert_eq!(people(&counted, "p1"), 7);
    assert_eq!(apply(&blank(), count("p9", 7)).document, blank().document, "no row of the page");
    let who = Action::Edit(Edit::Relationship("p1".to_owned(), Relationship::Customer));
    assert_eq!(apply(&blank(), who).document.scenario.organisation.people.len(), 1);
}

#[test]
fn rows_are_copied_moved_and_noted() {
    let technicians = Group::new(Kind::People, "technicians");
    let names = |session: &Session| {
        let groups = &session.document.scenario.organisation.people;
        groups.iter().map(|group| group.id.clone()).collect::<Vec<_>>()
    };
    let before = names(&fresh());
    let place = before.iter().position(|id| id == "technicians").expect("they are there");
    let copied = apply(&fresh(), Action::Edit(Edit::Duplicate(technicians.clone())));
    let groups = &copied.document.scenario.organisation.people;
    assert_eq!(groups[place + 1].name, "Field technicians (copy)");
    assert_eq!(groups[place + 1].count, 800);
    let of = |id: &str| {
        let uses = &copied.document.scenario.organisation.uses;
        uses.iter().filter(|usage| usage.people == id).count()
    };
    assert_eq!(of(&groups[place + 1].id), of("technicians"));
    assert_eq!(apply(&copied, Action::Undo).document, fresh().document, "one step");
    let up = Action::Edit(Edit::Move(technicians.clone(), Direction::Up));
    let moved = names(&apply(&fresh(), up));
    assert_eq!(moved.iter().position(|id| id == "technicians"), place.checked_sub(1));
    let noted = after(
        &fresh(),
        [
            Action::OpenNote(technicians.clone()),
            Action::Edit(Edit::Note(technicians, "as of May".to_owned())),
        ],
    );
    assert_eq!(noted.document.scenario.organisation.people[place].note, "as of May");
    let key = fresh().document.uses[0];
    let twice = apply(&fresh(), Action::Edit(Edit::DuplicateUse(key)));
    let uses = &twice.document.scenario.organisation.uses;
    assert_eq!((&uses[0], uses.len()), (&uses[1], fresh().document.uses.len() + 1));
    let down = apply(&fresh(), Action::Edit(Edit::MoveUse(key, Direction::Down)));
    assert_eq!(down.document.uses[1], key);
    assert_eq!(
        down.document.scenario.organisation.uses[1],
        fresh().document.scenario.organisation.uses[0]
    );
}

#[test]
fn a_page_of_ones_own_begins_in_its_first_field() {
    let begun = apply(&fresh(), Action::Begin(Box::new(Scenario::blank("crm-2016"))));
    assert_eq!(begun.view.focus.as_ref().map(|focus| focus.what.as_str()), Some("p-p1-name"));
    assert!(!begun.view.notices.contains(&Notice::Example));
    let asked = after(&fresh(), [Action::StartInterview, Action::Reply(Reply::Next)]);
    let Some(Dialog::Interview(interview)) = &asked.view.dialog else { panic!("it goes on") };
    assert_eq!(interview.question, Question::Staff);
    let filled = std::iter::repeat_n(Action::Reply(Reply::Unknown), 5)
        .fold(asked, |session, next| apply(&session, next));
    assert_eq!(filled.view.dialog, None);
    assert_eq!(filled.document.scenario.organisation.people.len(), 1);
}

#[test]
fn all_servers_and_one_own_device_go_without_saying() {
    let two = after(&fresh(), [Action::Edit(Edit::Add(Kind::Servers))]);
    let key = two.document.uses[0];
    let on = |session: &Session| session.document.scenario.organisation.uses[0].servers.clone();
    let on_all = apply(&two, Action::Edit(Edit::UseAllServers(key)));
    let on_crm = apply(&on_all, Action::Edit(Edit::UseServer(key, "s1".to_owned(), false)));
    assert_eq!(on(&on_crm), Some(vec!["crm".to_owned()]));
    assert_eq!(
        on(&apply(&on_crm, Action::Edit(Edit::UseServer(key, "s1".to_owned(), true)))),
        None
    );
    assert_eq!(
        on(&apply(&on_crm, Action::Edit(Edit::UseServer(key, "crm".to_owned(), false)))),
        None
    );
    let own = after(&fresh(), [Action::Edit(Edit::UseDevices(key, Some(From::Own(1))))]);
    assert_eq!(own.document.scenario.organisation.uses[0].from, None);
}

#[test]
fn another_rulebook_has_its_own_prices_and_editions() {
    let session = after(
        &fresh(),
        [
            Action::Edit(Edit::Software(
                "crm".to_owned(),
                Software::Edition,
                Some("workgroup".to_owned()),
            )),
            Action::Edit(Edit::Software(
                "crm".to_owned(),
                Software::Version,
                Some("4.0".to_owned()),
            )),
            Action::Edit(Edit::Discount(Some("5".to_owned()))),
            Action::Edit(Edit::Rulebook("d365-onprem-2018".to_owned())),
        ],
    );
    let scenario = &session.document.scenario;
    assert_eq!(scenario.organisation.servers[0].edition, None);
    assert_eq!(scenario.organisation.servers[0].version, None);
    let prices = scenario.prices.clone().expect("the discount stays");
    assert_eq!((prices.book, prices.discount_percent.as_deref()), (None, Some("5")));
}

#[test]
fn own_prices_come_and_go() {
    let licence = "crm-2011/cal-ess-user".to_owned();
    let priced = apply(&blank(), Action::Edit(Edit::Price(licence.clone(), Some("80".to_owned()))));
    assert!(priced.document.scenario.prices.is_some());
    assert_eq!(apply(&priced, Action::Edit(Edit::Price(licence, None))).document, blank().document);
    assert_eq!(apply(&priced, Action::Edit(Edit::ResetPrices)).document, blank().document);
}

#[test]
fn a_bad_link_changes_nothing_and_says_so() {
    let session = apply(&fresh(), Action::Follow("s=1.broken".to_owned()));
    assert_eq!(session.document, fresh().document);
    assert!(session.view.notices.iter().any(|notice| matches!(notice, Notice::BadLink(_))));
    assert!(!session.touched);
}

#[test]
fn a_link_wins_over_the_saved_work_which_is_kept() {
    let saved = apply(&fresh(), count("technicians", 900)).document.scenario.clone();
    let linked = blank().document.scenario.clone();
    let start = Start {
        fragment: Some(engine::encode(&linked)),
        saved: Some(saved.to_json()),
        ..Start::default()
    };
    let session = Session::start(Surroundings::default(), &start);
    assert!(session.document.scenario.organisation.people.is_empty());
    assert_eq!(session.view.shelf.first().map(|work| &*work.scenario), Some(&saved));
    assert!(session.view.notices.iter().any(|notice| matches!(notice, Notice::SetAside(_))));
    let again = Start { fragment: Some(engine::encode(&saved)), ..start };
    let session = Session::start(Surroundings::default(), &again);
    assert_eq!(session.document.scenario, saved);
    assert!(session.view.notices.is_empty(), "the link says what is saved anyway");
}

#[test]
fn saved_work_that_breaks_the_page_can_be_set_aside() {
    let work = blank().document.scenario.clone();
    let start = Start { saved: Some(work.to_json()), afresh: true, ..Start::default() };
    let session = Session::start(Surroundings::default(), &start);
    assert_eq!(session.document, fresh().document);
    assert_eq!(session.view.shelf.first().map(|shelved| &*shelved.scenario), Some(&work));
}

#[test]
fn saved_work_that_cannot_be_read_is_told() {
    let start = Start { saved: Some("{".to_owned()), ..Start::default() };
    let session = Session::start(Surroundings::default(), &start);
    assert!(session.view.notices.contains(&Notice::Unreadable));
    assert_eq!(session.document, fresh().document);
}

#[test]
fn an_import_is_taken_in_whole_or_not_at_all() {
    let open = apply(&fresh(), Action::Dialog(Some(Dialog::Import(None))));
    let refused = apply(&open, Action::Import(r#"{"format":1,"rulebook":"crm-1"}"#.to_owned()));
    assert_eq!(refused.document, fresh().document);
    let Some(Dialog::Import(Some(kept))) = &refused.view.dialog else { panic!("refused") };
    assert_eq!(kept.text, r#"{"format":1,"rulebook":"crm-1"}"#, "it can be corrected");
    let picture = apply(&open, Action::Import("\u{fffd}PNG\0".to_owned()));
    let Some(Dialog::Import(Some(kept))) = &picture.view.dialog else { panic!("refused") };
    assert_eq!(kept.text, "", "what is no text cannot be");
    let work = blank().document.scenario.clone();
    for text in [work.to_json(), format!("https://example.org/#{}", engine::encode(&work))] {
        let taken = apply(&refused, Action::Import(text));
        assert!(taken.document.scenario.organisation.people.is_empty());
        assert_eq!(taken.view.dialog, None);
        assert_eq!(apply(&taken, Action::Undo).document, fresh().document);
    }
}

#[test]
fn one_reason_is_open_at_a_time() {
    let line = |licence: &str| Action::Reason(Subject::Line(licence.to_owned()));
    let open = apply(&fresh(), line("crm-2011/ec"));
    let second = apply(&open, line("crm-2011/cal-ess-user"));
    assert_eq!(second.view.reason, Some(Subject::Line("crm-2011/cal-ess-user".to_owned())));
    assert_eq!(apply(&second, line("crm-2011/cal-ess-user")).view.reason, None);
}

/// The titles of what is set aside, the latest first.
fn shelved(session: &Session) -> Vec<&str> {
    session.view.shelf.iter().map(|work| work.scenario.title.as_str()).collect()
}

#[test]
fn whatever_takes_the_place_of_changed_work_sets_it_aside_and_says_so() {
    let titled = |title: &str| Action::Edit(Edit::Title(title.to_owned()));
    let own = || after(&fresh(), [titled("Mine"), count("technicians", 900)]);
    let blank_scenario = blank().document.scenario.clone();
    let ways = [
        Action::Open(Box::new(blank_scenario.clone())),
        Action::Import(blank_scenario.to_json()),
        Action::Import(format!("https://example.org/#{}", engine::encode(&blank_scenario))),
        Action::Follow(engine::encode(&blank_scenario)),
    ];
    for way in ways {
        let session = apply(&own(), way.clone());
        assert!(session.document.scenario.organisation.people.is_empty());
        assert_eq!(shelved(&session), ["Mine"], "{way:?}");
        let notices = &session.view.notices;
        assert!(notices.iter().any(
            |notice| matches!(notice, Notice::SetAside(work) if work.scenario.title == "Mine")
        ));
        let id = session.view.shelf.first().expect("set aside").id.clone();
        let again = apply(&session, Action::Reopen(id));
        assert_eq!(again.document.scenario, own().document.scenario);
        assert_eq!(
            shelved(&again),
            ["Mine"],
            "nothing is set aside for the empty one, and the list stays"
        );
    }
}

#[test]
fn what_can_be_had_again_is_not_set_aside() {
    let (example, _) = engine::examples(Words::default()).nth(1).expect("a second example");
    let opened = apply(&fresh(), Action::Open(Box::new(example.clone())));
    assert_eq!(
        shelved(&apply(&opened, Action::Open(Box::new(blank().document.scenario.clone())))),
        [""; 0]
    );
    // Work from the device is the visitor's own, changed or not.
    let mut mine = example;
    mine.title = "Mine".to_owned();
    let start = Start { saved: Some(mine.to_json()), ..Start::default() };
    let session = Session::start(Surroundings::default(), &start);
    assert_eq!(
        shelved(&apply(&session, Action::Open(Box::new(blank().document.scenario.clone())))),
        ["Mine"]
    );
}

#[test]
fn set_aside_work_is_deleted_and_put_back_and_the_device_is_followed() {
    let session = after(
        &fresh(),
        [
            Action::Edit(Edit::Title("Mine".to_owned())),
            Action::Open(Box::new(blank().document.scenario.clone())),
        ],
    );
    let work = session.view.shelf.first().expect("set aside").clone();
    let gone = apply(&session, Action::Discard(work.id.clone()));
    assert_eq!((shelved(&gone), gone.view.notices.len()), (vec![], 1), "{:?}", gone.view.notices);
    let back = apply(&gone, Action::PutBack(vec![work.clone()]));
    assert_eq!((shelved(&back), back.view.notices.len()), (vec!["Mine"], 0));
    // The device gives the date; what it did not take stays on top.
    let dated = ShelvedWork { date: Some("2026-11-27T20:31:00Z".to_owned()), ..work.clone() };
    assert_eq!(apply(&back, Action::Shelf(vec![dated.clone()])).view.shelf, [dated]);
    assert_eq!(apply(&back, Action::Shelf(Vec::new())).view.shelf, [work]);
    let failed = apply(&back, Action::ShelfStored(false));
    assert!(failed.view.notices.contains(&Notice::ShelfNotStored));
    assert!(
        !apply(&failed, Action::ShelfStored(true)).view.notices.contains(&Notice::ShelfNotStored)
    );
}

fn titled(title: &str) -> Action {
    Action::Edit(Edit::Title(title.to_owned()))
}

/// The identifier of the first work of this title.
fn id_of(session: &Session, title: &str) -> String {
    let mut works = session.view.shelf.iter();
    works.find(|work| work.scenario.title == title).expect("it is on the list").id.clone()
}

#[test]
fn copies_are_saved_once_each_and_renamed_in_their_place() {
    let session = after(
        &fresh(),
        [
            titled("A"),
            Action::SaveCopy,
            Action::SaveCopy,
            count("technicians", 100),
            Action::SaveCopy,
            titled("B"),
            Action::SaveCopy,
        ],
    );
    assert_eq!(shelved(&session), ["B", "A", "A"], "the same content once");
    assert!(session.view.shelf.iter().all(|work| work.saved));
    let second = session.view.shelf[1].id.clone();
    let chosen = apply(&session, Action::Compare(Side::Saved(second.clone()), true));
    let renamed = apply(&chosen, Action::RenameSaved(second, " C ".to_owned()));
    assert_eq!(shelved(&renamed), ["B", "C", "A"]);
    let new = id_of(&renamed, "C");
    assert!(renamed.view.compared.has(&Side::Saved(new.clone())), "it stays chosen");
    assert_eq!(renamed.document, session.document, "what is on the page keeps its name");
    let same = apply(&renamed, Action::RenameSaved(new.clone(), "A".to_owned()));
    assert_eq!(shelved(&same), ["B", "A", "A"], "another content of that name");
    let twin = id_of(&renamed, "B");
    let merged = apply(&renamed, Action::RenameSaved(twin, "C".to_owned()));
    assert_eq!(shelved(&merged), ["C", "A"], "the same content under the same name");
}

#[test]
fn what_was_saved_stays_when_there_are_too_many_that_were_set_aside() {
    let mut session = after(&fresh(), [titled("Mine"), Action::SaveCopy]);
    for number in 0..150 {
        let scenario = Scenario { title: format!("Other {number}"), ..Scenario::blank("crm-2011") };
        session = after(
            &session,
            [
                Action::Open(Box::new(scenario)),
                count("p1", number + 1),
                titled(&number.to_string()),
            ],
        );
    }
    let set_aside = session.view.shelf.iter().filter(|work| !work.saved).count();
    assert_eq!(set_aside, 100);
    assert!(shelved(&session).contains(&"Mine"));
    // What is set aside again stays what the visitor saved.
    let mine = id_of(&session, "Mine");
    let again = after(
        &session,
        [
            Action::Reopen(mine),
            count("technicians", 1),
            count("technicians", 800),
            Action::Open(Box::new(Scenario::blank("crm-2011"))),
        ],
    );
    assert!(again.view.shelf.iter().any(|work| work.scenario.title == "Mine" && work.saved));
}

#[test]
fn what_another_tab_deleted_is_no_longer_chosen() {
    let session = after(&fresh(), [titled("A"), Action::SaveCopy]);
    let side = Side::Saved(id_of(&session, "A"));
    let dated = session
        .view
        .shelf
        .iter()
        .map(|work| ShelvedWork { date: Some("2026-11-27T20:31:00Z".to_owned()), ..work.clone() });
    let stored = Action::Shelf(dated.collect());
    let chosen = after(&session, [stored, Action::Compare(side.clone(), true)]);
    assert!(chosen.view.compared.has(&side));
    let gone = apply(&chosen, Action::Shelf(Vec::new()));
    assert!(!gone.view.compared.has(&side) && gone.view.compared.has(&Side::Present));
}

#[test]
fn several_deletions_are_taken_back_at_once() {
    let session = after(&fresh(), [titled("A"), Action::SaveCopy, titled("B"), Action::SaveCopy]);
    let works = session.view.shelf.clone();
    let gone = works.iter().map(|work| Action::Discard(work.id.clone()));
    let gone = after(&session, gone);
    assert_eq!(shelved(&gone), [""; 0]);
    let back = apply(&gone, Action::PutBack(gone.view.discarded().to_vec()));
    let mut titles = shelved(&back);
    titles.sort_unstable();
    assert_eq!(titles, ["A", "B"]);
    assert!(back.view.discarded().is_empty());
}

#[test]
fn all_saved_scenarios_travel_in_one_file() {
    let mut session =
        after(&fresh(), [titled("A"), Action::SaveCopy, titled("B"), Action::SaveCopy]);
    session.view.shelf[0].date = Some("2026-11-27T20:31:00.000Z".to_owned());
    let file = saved_file(&session.view.shelf);
    let elsewhere = apply(&fresh(), Action::Import(file.clone()));
    assert_eq!(shelved(&elsewhere), ["B", "A"]);
    assert_eq!(elsewhere.view.shelf[0].date, session.view.shelf[0].date);
    assert_eq!(elsewhere.document, fresh().document, "nothing takes the place of the work");
    assert_eq!(elsewhere.view.dialog, Some(Dialog::Saved));
    let news = |session: &Session| session.view.saved_news.clone();
    assert_eq!(news(&elsewhere), Some(SavedNews::Imported { new: 2, known: 0 }));
    let again = apply(&elsewhere, Action::Import(file.clone()));
    assert_eq!(
        (shelved(&again).len(), news(&again)),
        (2, Some(SavedNews::Imported { new: 0, known: 2 }))
    );
    // Whole, or not at all, with the place of the fault.
    let broken = apply(&fresh(), Action::Import(file.replace("\"crm-2011", "7,\"crm-2011")));
    assert_eq!(shelved(&broken), [""; 0]);
    let wrong = file.replacen("\"count\":", "\"number\":", 1);
    let refused = apply(&fresh(), Action::Import(wrong));
    assert_eq!(shelved(&refused), [""; 0]);
    let Some(Dialog::Import(Some(refused))) = &refused.view.dialog else { panic!("refused") };
    let place = &refused.why.place;
    assert!(place.starts_with("scenarios[0].scenario.organisation"), "{place}");
    // A date that is none is left out: it would be written into the device's own first line.
    let forged = file.replace("2026-11-27T20:31:00.000Z", "2026\\nx");
    let forged = apply(&fresh(), Action::Import(forged));
    assert_eq!(forged.view.shelf[0].date, None);
}

#[test]
fn the_answers_to_saved_scenarios_are_worked_out_once_and_only_while_they_are_shown() {
    let session = after(&fresh(), [titled("A"), Action::SaveCopy]);
    assert!(session.results.saved.is_none());
    let open = apply(&session, Action::Dialog(Some(Dialog::Saved)));
    let known = open.results.saved.clone().expect("asked for");
    let more = after(&open, [titled("B"), Action::SaveCopy]);
    let both = more.results.saved.clone().expect("asked for");
    assert_eq!((known.len(), both.len()), (1, 2));
    assert!(std::rc::Rc::ptr_eq(&known[0].answer, &both[1].answer));
    assert!(apply(&more, Action::Dialog(None)).results.saved.is_none());
}

#[test]
fn a_copy_that_the_device_does_not_take_is_not_called_saved() {
    let session = after(&fresh(), [titled("A"), Action::SaveCopy]);
    assert!(session.view.saved_news.is_some());
    let refused = apply(&session, Action::ShelfStored(false));
    assert!(refused.view.saved_news.is_none());
    assert_eq!(shelved(&refused), ["A"], "it stays while the page is open");
}

#[test]
fn a_new_use_starts_with_the_ordinary_use_and_follows_who_and_how_until_it_is_touched() {
    let customers = Group::new(Kind::People, "p1");
    let session = after(
        &blank(),
        [
            Action::Edit(Edit::Add(Kind::People)),
            Action::Edit(Edit::Name(customers, "Customers".to_owned())),
            Action::Edit(Edit::Relationship("p1".to_owned(), Relationship::Customer)),
            Action::Edit(Edit::Add(Kind::People)),
            Action::Edit(Edit::AddUse(Some("p1".to_owned()))),
        ],
    );
    let key = *session.document.uses.first().expect("a use");
    let proposed = |session: &Session| {
        let usage = session.document.scenario.organisation.uses.first().expect("a use");
        (usage.access, usage.activities.iter().map(|activity| activity.id()).collect::<Vec<_>>())
    };
    assert_eq!(proposed(&session), (Access::Portal, vec!["case.own"]));
    assert_eq!(
        session.view.asked.map(|asked| asked.field),
        Some(UseField::Activities),
        "who is known"
    );
    // Agents in the place of customers: neither the portal nor their own cases stay behind.
    let agents = apply(&session, Action::Edit(Edit::UsePeople(key, "p2".to_owned())));
    assert_eq!(proposed(&agents), (Access::Client, vec!["records.read"]));
    // The same where the group turns out to be somebody else.
    let staff = Action::Edit(Edit::Relationship("p1".to_owned(), Relationship::Employee));
    assert_eq!(proposed(&apply(&session, staff)), (Access::Client, vec!["records.read"]));
    // What was chosen stays: the way in, then what they do.
    let pooled = after(
        &session,
        [
            Action::Edit(Edit::UseAccess(key, Access::Pooled)),
            Action::Edit(Edit::UsePeople(key, "p2".to_owned())),
        ],
    );
    assert_eq!(proposed(&pooled), (Access::Pooled, vec!["records.read"]));
    let case = Activity::from_id("case.write").expect("known");
    let chosen = after(
        &session,
        [
            Action::Edit(Edit::UseActivity(key, case, true)),
            Action::Edit(Edit::UsePeople(key, "p2".to_owned())),
        ],
    );
    assert_eq!(proposed(&chosen), (Access::Client, vec!["case.write", "case.own"]));
    // A choice that was proposed already is no step to undo.
    let same = apply(&session, Action::Edit(Edit::UseAccess(key, Access::Portal)));
    assert_eq!(same.history, session.history);
    assert_eq!(
        proposed(&apply(&same, Action::Edit(Edit::UsePeople(key, "p2".to_owned())))).0,
        Access::Portal
    );
}

#[test]
fn defaults_accepted_on_the_page_count_every_person_of_every_rulebook() {
    for book in engine::rulebooks() {
        let group = Group::new(Kind::People, "p1");
        let session = after(
            &apply(&fresh(), Action::Open(Box::new(Scenario::blank(&book.id)))),
            [
                Action::Edit(Edit::Add(Kind::People)),
                Action::Edit(Edit::Count(group, 100)),
                Action::Edit(Edit::AddUse(None)),
            ],
        );
        let assessment = session.answer.assessment().expect("counted");
        let units: u64 = assessment
            .bill
            .iter()
            .flat_map(|line| &line.lots)
            .map(|lot| lot.units)
            .max()
            .unwrap_or(0);
        assert_eq!(units, 100, "{}", book.id);
        assert!(assessment.complete || !assessment.proved, "{}", book.id);
    }
}

#[test]
fn another_family_is_asked_about_and_the_work_before_is_kept() {
    let mine =
        after(&fresh(), [Action::Edit(Edit::Title("Mine".to_owned())), count("technicians", 900)]);
    let asked = apply(&mine, Action::Edit(Edit::Rulebook("windows-server-2008".to_owned())));
    assert_eq!(asked.document, mine.document, "nothing changes before the answer");
    assert_eq!(asked.view.dialog, Some(Dialog::Family("windows-server-2008".to_owned())));
    let go = |keep| {
        apply(&asked, Action::ChangeFamily { rulebook: "windows-server-2008".to_owned(), keep })
    };
    let mapped = go(true);
    assert_eq!(people(&mapped, "technicians"), 900);
    let assessment = mapped.answer.assessment().expect("counted");
    assert!(
        assessment.total > seatwise_core::money::Money::ZERO && assessment.uncounted.is_empty(),
        "{:?}",
        assessment.uncounted
    );
    for session in [mapped, go(false)] {
        assert_eq!(session.document.scenario.rulebook, "windows-server-2008");
        assert_eq!((session.view.dialog.clone(), shelved(&session)), (None, vec!["Mine"]));
        assert_eq!(apply(&session, Action::Undo).document.scenario, mine.document.scenario);
    }
    // Within a family, and where nothing is said of uses yet, there is nothing to ask.
    let within = apply(&mine, Action::Edit(Edit::Rulebook("crm-2013".to_owned())));
    assert_eq!(within.document.scenario.rulebook, "crm-2013");
    let empty = apply(&blank(), Action::Edit(Edit::Rulebook("windows-server-2008".to_owned())));
    assert_eq!(
        (empty.view.dialog, &*empty.document.scenario.rulebook),
        (None, "windows-server-2008")
    );
}

#[test]
fn what_is_taken_away_is_told_until_something_else_is_done() {
    let removal_text = |session: &Session| {
        session.view.notices.iter().find_map(|notice| match notice {
            Notice::Removed(removed) => Some(Words::default().removed(removed)),
            _ => None,
        })
    };
    let gone = apply(&fresh(), Action::Edit(Edit::Remove(Group::new(Kind::People, "technicians"))));
    assert_eq!(removal_text(&gone).as_deref(), Some("Field technicians and 1 use removed."));
    assert_eq!(
        removal_text(&apply(&gone, count("managers", 41))),
        None,
        "Undo would take something else back"
    );
    assert_eq!(removal_text(&apply(&gone, Action::Undo)), None);
    let empty = apply(&blank(), Action::Edit(Edit::Add(Kind::People)));
    let empty = apply(&empty, Action::Edit(Edit::Remove(Group::new(Kind::People, "p1"))));
    assert_eq!(removal_text(&empty), None, "nothing was lost");
}

#[test]
fn a_link_without_its_senders_prices_says_so_to_the_reader() {
    let sender = after(
        &fresh(),
        [
            Action::Edit(Edit::Discount(Some("10".to_owned()))),
            Action::Edit(Edit::Title("Offer".to_owned())),
        ],
    );
    let link = |with| engine::link(&sender.document.scenario, with);
    let says_left_out = |session: &Session| session.view.notices.contains(&Notice::PricesLeftOut);
    assert!(says_left_out(&apply(&fresh(), Action::Follow(link(false)))));
    assert!(says_left_out(&apply(
        &fresh(),
        Action::Import(format!("https://example.org/#{}", link(false)))
    )));
    assert!(!says_left_out(&apply(&fresh(), Action::Follow(link(true)))));
    let start = Start { fragment: Some(link(false)), ..Start::default() };
    let reader = Session::start(Surroundings::default(), &start);
    assert!(says_left_out(&reader));
    // Reloaded, the link says what is saved: nothing is set aside.
    let saved = Some(reader.document.scenario.to_json());
    let again = Session::start(Surroundings::default(), &Start { saved, ..start });
    assert_eq!(shelved(&again), [""; 0]);
}

fn framed(query: &str) -> Session {
    let start = Start { settings: Settings::read(query), ..Start::default() };
    Session::start(Surroundings::default(), &start)
}

fn host(text: &str) -> Action {
    let message =
        FromHost::read(text, "").expect("a message of ours").expect("one that is followed");
    Action::Host("https://partner.example".to_owned(), Box::new(message))
}

#[test]
fn the_prices_of_a_partner_count_and_stay_out_of_all_that_leaves() {
    let session = after(
        &framed("embed=1&partner=Contoso"),
        [
            host(r#"{"namespace":"seatwise","version":1,"type":"init","result":true}"#),
            host(
                r#"{"namespace":"seatwise","version":1,"type":"prices","set":{"crm-2011/ec":"19234.56"}}"#,
            ),
        ],
    );
    let total =
        |session: &Session| session.answer.assessment().map(|assessment| assessment.total.minor());
    assert_eq!(total(&session), Some(14_523_456));
    assert!(
        session.is_of_partner("crm-2011/ec") && !session.is_of_partner("crm-2011/cal-ess-user")
    );
    assert_eq!(session.partner(), Some("Contoso"));
    assert!(!session.document.scenario.to_json().contains("19234"));
    for with_prices in [false, true] {
        let link = session.link(with_prices).expect("the page is one module");
        let sent = seatwise_core::link::sent(&link).expect("the result that the reader will see");
        assert_eq!(sent.total.minor(), 14_600_000);
        assert_eq!(
            engine::decode(Words::default(), &link).map(|read| read.prices),
            Ok(fresh().document.scenario.prices.clone())
        );
    }
    // The visitor's own price is before the partner's.
    let own = Action::Edit(Edit::Price("crm-2011/ec".to_owned(), Some("1.00".to_owned())));
    assert_eq!(total(&apply(&session, own)), Some(12_600_100));
    let back = host(r#"{"namespace":"seatwise","version":1,"type":"prices"}"#);
    assert_eq!(total(&apply(&session, back)), Some(14_600_000));
}

#[test]
fn a_result_is_sent_when_the_visitor_says_so_and_is_old_after_a_change() {
    let init = host(r#"{"namespace":"seatwise","version":1,"type":"init","result":true}"#);
    let session = apply(&framed("embed=1"), init);
    let sent = |session: &Session| session.host.as_ref().is_some_and(|host| host.sent);
    assert!(!sent(&session) && session.view.send.is_none());
    let session = apply(&session, Action::SendResult);
    assert!(sent(&session) && session.view.send.is_some());
    assert!(!sent(&apply(&session, count("technicians", 900))));
}

#[test]
fn what_the_page_around_loads_sets_the_work_at_hand_aside() {
    let link = engine::encode(&Scenario::blank("crm-2013"));
    let load = format!(r#"{{"namespace":"seatwise","version":1,"type":"load","link":"{link}"}}"#);
    let session = after(&framed("embed=1"), [count("technicians", 900), host(&load)]);
    assert_eq!(
        engine::rulebook(&session.document.scenario.rulebook).map(|book| &*book.id),
        Some("crm-2013")
    );
    assert_eq!(session.view.shelf.len(), 1);
    assert_eq!(session.view.focus, None);
}

#[test]
fn nothing_changes_where_nothing_may() {
    for query in ["embed=1&readonly=1", "embed=1&view=result"] {
        let session = framed(query);
        let tried = after(
            &session,
            [count("technicians", 900), Action::Open(Box::new(Scenario::blank("crm-2013")))],
        );
        assert_eq!(tried.document, session.document);
    }
}

#[test]
fn the_address_names_what_to_start_with() {
    let session = framed("embed=1&product=windows-server-2008&currency=eur");
    assert!(session.document.scenario.rulebook.starts_with("windows-server-2008"));
    assert_eq!(session.answer.assessment().map(|assessment| &*assessment.currency), Some("EUR"));
    assert_eq!(framed("product=no-such-thing").document, fresh().document);
}

#[test]
fn a_link_of_other_rules_or_prices_tells_then_and_now() {
    let scenario = fresh().document.scenario.clone();
    let read = engine::assess(Words::default(), &scenario);
    let mut sent = seatwise_core::then_and_now::sent(read.assessment().unwrap()).unwrap();
    sent.total = seatwise_core::money::Money::from_minor(15_000_000);
    sent.lines[0].unit_price = Some(seatwise_core::money::Money::from_minor(110_000));
    let fragment = seatwise_core::link::encode_sent(&scenario, true, Some(&sent));
    let tells = |session: &Session| {
        session.view.notices.iter().any(|notice| matches!(notice, Notice::ThenAndNow(_)))
    };
    let start = Start { fragment: Some(fragment.clone()), ..Start::default() };
    assert!(tells(&Session::start(Surroundings::default(), &start)));
    assert!(tells(&apply(&blank(), Action::Follow(fragment))));
    let today = engine::link(&scenario, true);
    assert!(!tells(&apply(&blank(), Action::Follow(today))));
}

#[test]
fn a_reload_finds_the_work_and_not_the_link_that_the_tab_wrote_before() {
    let older = engine::link(&fresh().document.scenario, false);
    let work = apply(&fresh(), count("technicians", 900)).document.scenario.clone();
    let start = Start {
        fragment: Some(older),
        own_fragment: true,
        saved: Some(work.to_json()),
        ..Start::default()
    };
    let session = Session::start(Surroundings::default(), &start);
    assert_eq!((people(&session, "technicians"), session.view.shelf.len()), (900, 0));
    // The same from somebody else is a link, and the work is set aside.
    let session = Session::start(Surroundings::default(), &Start { own_fragment: false, ..start });
    assert_eq!((people(&session, "technicians"), session.view.shelf.len()), (800, 1));
}

#[test]
fn own_prices_stay_out_of_the_address_and_a_reload_keeps_them() {
    let price = Edit::Price("crm-2011/ec".to_owned(), Some("1.00".to_owned()));
    let session = apply(&fresh(), Action::Edit(price));
    let fragment = session.link(false).expect("the page is one module");
    assert!(
        engine::decode(Words::default(), &fragment)
            .unwrap()
            .prices
            .is_none_or(|prices| prices.set.is_empty())
    );
    let saved = Some(session.document.scenario.to_json());
    let start = Start { fragment: Some(fragment), saved, ..Start::default() };
    let again = Session::start(Surroundings::default(), &start);
    assert_eq!(again.document.scenario.prices, session.document.scenario.prices);
}

#[test]
fn a_plan_begins_with_what_is_said_of_it_and_forgets_groups_that_go() {
    let years = |session: &Session| session.document.scenario.plan.clone();
    let plan = |edit| Action::Edit(Edit::Plan(edit));
    let fresh = fresh();
    assert_eq!(years(&fresh), None);
    let group = Group::new(Kind::People, "technicians");
    let grown = apply(&fresh, plan(PlanEdit::Growth(group.clone(), Some("10".to_owned()))));
    let planned = years(&grown).expect("a plan");
    assert_eq!((planned.years, planned.growth.people.len()), (3, 1));
    let gone = apply(&grown, Action::Edit(Edit::Remove(group)));
    assert!(years(&gone).expect("a plan").growth.is_none());
    let back = apply(&gone, Action::Undo);
    assert_eq!(years(&back).expect("a plan").growth.people.len(), 1);
}

#[test]
fn price_lists_are_kept_by_name_and_currency_and_taken_back() {
    let licence = "crm-2011/cal-full-user".to_owned();
    let price = |text: &str| Action::Edit(Edit::Price(licence.clone(), Some(text.to_owned())));
    let priced = after(&fresh(), [price("900"), Action::KeepPrices("Reseller".to_owned())]);
    let [list] = priced.view.price_lists.as_slice() else { panic!("one list") };
    assert_eq!((list.name.as_str(), list.currency.as_str()), ("Reseller", "USD"));
    assert_eq!(PriceList::from_text(&list.to_text()).as_ref(), Some(list));
    let id = list.id.clone();
    let taken = apply(&apply(&priced, price("800")), Action::TakePrices(id.clone()));
    let prices = taken.document.scenario.prices.clone().expect("own prices");
    assert_eq!(prices.set.get(&licence).map(String::as_str), Some("900"));
    let again = apply(&taken, Action::KeepPrices("Reseller".to_owned()));
    assert_eq!(again.view.price_lists.len(), 1);
    assert!(apply(&again, Action::ForgetPrices(id)).view.price_lists.is_empty());
    let refused = apply(&taken, Action::ImportPrices("Full User CAL;abc".to_owned()));
    assert!(matches!(refused.view.imported_prices, Some(ImportedPrices::Refused(_))));
    assert_eq!(refused.document, taken.document);
}
