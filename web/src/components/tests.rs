//! Components rendered to text. Effects do not run there.

use super::common::{
    Button, ButtonLook, Card, CheckBox, Column, ColumnKind, Dialog, Disclosure, Menu, MenuItem,
    NumberField, Popover, Select, Table, TextField,
};
use super::paper::{PaperDocument, PaperDocumentProps};
use super::{Page, PageProps};
use crate::numerals::Figure;
use crate::prerender::{first_page, render};
use crate::session::{self, Action, Session, Start, Subject, Surroundings, UsersAction, apply};
use crate::view_model::{Text, ViewModel};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct WidgetProps {
    children: Html,
}

#[component]
fn Widget(props: &WidgetProps) -> Html {
    props.children.clone()
}

#[track_caller]
fn shows(children: Html, expected: &str) {
    assert_eq!(render::<Widget>(WidgetProps { children }).expect("a runtime"), expected);
}

#[test]
fn a_button_says_what_it_does() {
    shows(
        html! { <Button look={ButtonLook::Small} id="add" onclick={Callback::noop()}>{ "Add" }</Button> },
        r#"<button type="button" id="add" class="btn small">Add</button>"#,
    );
    shows(
        html! { <Button class="sign" label="Undo" disabled=true onclick={Callback::noop()}>{ "\u{21b6}" }</Button> },
        "<button type=\"button\" aria-label=\"Undo\" disabled=\"disabled\" class=\"btn sign\">\u{21b6}</button>",
    );
}

#[test]
fn a_card_is_a_region_where_it_has_a_name() {
    shows(
        html! { <Card heading="People" actions={html! { <b /> }}>{ "rows" }</Card> },
        r#"<div class="card"><div class="card-head"><h3>People</h3><b></b></div>rows</div>"#,
    );
    shows(
        html! { <Card region="Licences" heading="Licences" id="licences" class="bill">{ "" }</Card> },
        r#"<section aria-label="Licences" id="licences" tabindex="-1" class="card bill"><div class="card-head"><h2>Licences</h2></div></section>"#,
    );
}

#[test]
fn a_table_sets_numbers_under_one_another() {
    let columns = vec![
        Column { heading: "Licence", kind: ColumnKind::Text },
        Column { heading: "Count", kind: ColumnKind::Number },
    ];
    let rows = vec![vec![Text::Static("ESS User CAL"), Text::Static("800")]];
    shows(
        html! { <Table {columns} {rows} /> },
        concat!(
            r#"<table><thead><tr><th scope="col">Licence</th><th scope="col" class="num">Count</th></tr></thead>"#,
            r#"<tbody><tr><th scope="row">ESS User CAL</th><td class="num">800</td></tr></tbody></table>"#
        ),
    );
}

#[test]
fn fields_show_what_they_hold() {
    shows(
        html! {
            <NumberField label="Count" written="5,000" held="5000" figure={Figure::Count} refusal="no" onfigure={Callback::noop()} />
        },
        concat!(
            r#"<div class="figure"><input value="5,000" type="text" inputmode="numeric" data-cell="count" "#,
            r#"autocomplete="off" aria-label="Count" placeholder="" class="count"><div class="slot"></div></div>"#
        ),
    );
    shows(
        html! {
            <TextField id="t" class="title" label="Title" value="A <b>" placeholder="Untitled" longest=9 ontext={Callback::noop()} />
        },
        concat!(
            r#"<input value="A &lt;b&gt;" type="text" id="t" data-cell="name" autocomplete="off" spellcheck="false" "#,
            r#"maxlength="9" aria-label="Title" placeholder="Untitled" class="title">"#
        ),
    );
    shows(
        html! { <CheckBox label="All" checked=true onchange={Callback::noop()} /> },
        r#"<label class="tick"><input checked type="checkbox"><span>All<small></small></span></label>"#,
    );
    shows(
        html! { <Select label="Which" options={vec![Text::Static("a"), Text::Static("b")]} chosen={Some(1)} onpick={Callback::noop()} /> },
        r#"<select aria-label="Which"><option>a</option><option selected="selected">b</option></select>"#,
    );
}

#[test]
fn a_menu_marks_what_is_picked() {
    let items =
        vec![MenuItem { chosen: Some(true), ..MenuItem::new("A portal", "in front of it") }];
    shows(
        html! { <Menu {items} onpick={Callback::noop()} /> },
        concat!(
            r#"<div class="slot"></div><ul class="choices"><li><button type="button" aria-pressed="true" class="choice">"#,
            r#"<span>A portal</span><small>in front of it</small></button></li></ul>"#
        ),
    );
}

#[test]
fn what_opens_is_closed_at_first() {
    shows(
        html! { <Popover id="p" class="btn" text="Export" title="What?">{ "list" }</Popover> },
        concat!(
            r#"<div class="pop"><button type="button" id="p-opens" aria-haspopup="dialog" aria-expanded="false" class="btn">Export</button>"#,
            r#"<div class="slot"></div></div>"#
        ),
    );
    shows(
        html! { <Disclosure summary="As a table">{ "table" }</Disclosure> },
        "<details><summary>As a table</summary>table</details>",
    );
    shows(
        html! { <Disclosure summary="As a table" open=true>{ "table" }</Disclosure> },
        r#"<details open="open"><summary>As a table</summary>table</details>"#,
    );
    shows(
        html! { <Dialog label="Share" close="Close" onclose={Callback::noop()}>{ "link" }</Dialog> },
        concat!(
            r#"<dialog closedby="any" aria-label="Share" class="dialog"><div class="dialog-head"><h2>Share</h2>"#,
            r#"<button type="button" aria-label="Close" class="remove">×</button></div>link</dialog>"#
        ),
    );
}

pub(super) fn page(session: &Session) -> String {
    let model = Rc::new(ViewModel::new(session));
    let (words, paper) = (model.words, model.paper.clone());
    let printed = paper.map(|paper| render::<PaperDocument>(PaperDocumentProps { words, paper }));
    let page = render::<Page>(PageProps { model, as_they_came: None }).expect("a runtime");
    page + &printed.transpose().expect("a runtime").unwrap_or_default()
}

/// Texts that follow each occurrence of `before`, up to a quotation mark.
pub(super) fn quoted_after<'a>(page: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(before).skip(1).filter_map(|quoted| quoted.split('"').next())
}

#[test]
fn the_first_page_is_whole() {
    let page = first_page().expect("a runtime");
    for text in
        ["146,000", "861 licences", "Field technicians", "proved cheapest", "Rules and sources"]
    {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn whatever_is_open_the_page_holds_its_policy_and_names_each_element_once() {
    let start = Session::start(Surroundings::default(), &Start::default());
    let licence = "crm-2011/cal-ess-user".to_owned();
    let technicians = seatwise_core::trace::HolderRef::People("technicians".to_owned());
    let dialogs = [
        session::Dialog::Share,
        session::Dialog::Import(None),
        session::Dialog::Prices,
        session::Dialog::Saved,
    ];
    let opened = [
        Action::Reason(Subject::Line(licence)),
        Action::Reason(Subject::Use(start.document.uses[0])),
        Action::BreakEven(Some(session::Across::Count(technicians))),
        Action::Generations(true),
        Action::Forced(true),
        Action::Charges(true),
        Action::Sureness(true),
        Action::Rules(true),
        Action::Users(UsersAction::Open),
    ];
    let examples = seatwise_core::examples::ALL
        .iter()
        .map(|example| Action::Open(Box::new(example.scenario())));
    let dialogs = dialogs.into_iter().map(|dialog| Action::Dialog(Some(dialog)));
    for action in opened.into_iter().chain(dialogs).chain(examples) {
        let page = page(&apply(&start, action.clone()));
        assert!(!page.contains(" style=") && !page.contains("<script"), "{action:?}");
        let ids: Vec<&str> = quoted_after(&page, " id=\"").collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{action:?}: {ids:?}");
        assert_eq!(page.matches("<h1").count(), 1);
        let labels: Vec<&str> = quoted_after(&page, "aria-labelledby=\"").collect();
        assert!(labels.iter().all(|id| known.contains(id)), "{action:?}: {labels:?}");
    }
}

#[test]
fn what_is_typed_is_text_and_not_markup() {
    let start = Session::start(Surroundings::default(), &Start::default());
    let name = session::Edit::Title("<img src=x onerror=alert(1)>".to_owned());
    let page = page(&apply(&start, Action::Edit(name)));
    assert!(!page.contains("<img") && page.contains("&lt;img src=x"));
}

/// A page after some actions of the user analysis.
fn analysed(actions: Vec<UsersAction>) -> String {
    let start = Session::start(Surroundings::default(), &Start::default());
    page(&actions.into_iter().fold(start, |session, action| apply(&session, Action::Users(action))))
}

#[test]
fn the_user_analysis_shows_files_progress_and_counts() {
    use seatwise_user_report::{
        AnalysisCount, ClassCount, Decided, Difference, FileKind, Finding, FoundFile, FoundRole,
        Mapping, OwnedRow, Problem, Progress, ReasonCount, Reply, Report, RoleCategory, Shape,
        Unreadable, UserClass,
    };
    let hear = |reply| UsersAction::Heard(Box::new(reply));
    let file = FoundFile {
        name: "users.csv".to_owned(),
        bytes: 7,
        shape: Shape::AdminCentre,
        kind: FileKind::Users,
        mapping: Mapping::guess(vec!["user".to_owned(), "licences".to_owned()]),
        examples: vec!["a@x".to_owned(), String::new()],
        problem: None,
    };
    let finding = |class| Finding { class, decided: Decided::Row(0), says: "so".to_owned() };
    let reason = ReasonCount {
        decided: Decided::Row(0),
        says: "a plan with a role".to_owned(),
        citations: Vec::new(),
        users: 1_234,
    };
    let class = ClassCount { class: UserClass::Full, users: 1_234, reasons: vec![reason] };
    let analysis = AnalysisCount {
        name: "Somebody".to_owned(),
        classes: vec![class],
        ..AnalysisCount::default()
    };
    let report = Report {
        users: 1_234,
        analyses: vec![analysis.clone(), analysis],
        differences: vec![Difference {
            first: finding(UserClass::Full),
            second: finding(UserClass::Unlicensed),
            users: 7,
        }],
        roles: vec![FoundRole {
            name: "Salesperson".to_owned(),
            category: RoleCategory::Ordinary,
            users: 9,
        }],
        unreadable: 1,
        unreadables: vec![Unreadable { file: 0, line: 4_321, problem: Problem::OpenQuote }],
        owned: vec![OwnedRow { name: "Sales".to_owned(), owned: 5, held: 3, needed: 1 }],
        ..Report::default()
    };
    let mut actions =
        vec![UsersAction::Open, UsersAction::Chosen, hear(Reply::Inspected(vec![file]))];
    let columns = analysed(actions.clone());
    for text in ["users.csv: Microsoft 365 admin centre", "a@x", "products (licences)"] {
        assert!(columns.contains(text), "{text}: {columns}");
    }
    actions.push(UsersAction::Count);
    let progress = Progress { read: 1, all: 4, users: 5_000, milliseconds: 1_000 };
    actions.push(hear(Reply::Progress(progress)));
    assert!(analysed(actions.clone()).contains("5,000 users, 5,000 a second"));
    actions.push(hear(Reply::Counted(Box::new(report))));
    let counted = analysed(actions);
    for text in [
        "1,234 users, counted in",
        "Needs a licence and has none",
        "A plan with a role.",
        "4,321",
        "A quotation mark is opened and not closed.",
        "Salesperson",
    ] {
        assert!(counted.contains(text), "{text}: {counted}");
    }
    assert!(!counted.contains(" style="));
}

#[test]
fn the_page_on_paper_is_a_document_in_which_nothing_is_folded() {
    let start = Session::start(Surroundings::default(), &Start::default());
    let printed = apply(&start, Action::Paper(Some("2026-11-28".to_owned())));
    let page = page(&printed);
    let (_, paper) = page.split_once("<article class=\"paper\">").expect("it is printed");
    for text in ["<h1>Field service with a customer portal</h1>", "28 Nov 2026", "146,000 USD once"]
    {
        assert!(paper.contains(text), "{text}");
    }
    for element in ["<details", "<button", "<input", "<select", "crm-2011/"] {
        assert!(!paper.contains(element), "{element}");
    }
    assert!(!super::tests::page(&start).contains("class=\"paper\""));
}
