//! The parts beside the counts: differences, roles, owned licences, and entries that could not
//! be read.

use super::counted::Count;
use super::users;
use crate::components::common::{
    Button, ButtonLook, ColumnKind, Disclosure, Select, Table, columns,
};
use crate::components::dispatch::use_dispatch;
use crate::components::language::use_words;
use crate::session::{Files, UsersAction};
use crate::view_model::Text;
use crate::words::Words;
use seatwise_user_report::{
    Difference, FileSaved, Finding, FoundRole, OwnedRow, ProblemCount, Report, RoleCategory,
    Selection, Unreadable,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReportProps {
    /// The counts.
    pub report: Rc<Report>,
}

/// The users whom the first and the second analysis classify differently.
#[component]
pub fn Differences(props: &ReportProps) -> Html {
    let words = use_words();
    let differences = &props.report.differences;
    let name = |place: usize| {
        props.report.analyses.get(place).map(|analysis| analysis.name.clone()).unwrap_or_default()
    };
    let row = |(place, difference): (usize, &Difference)| {
        let selection = Selection::Difference {
            first: (difference.first.class, difference.first.decided),
            second: (difference.second.class, difference.second.decided),
        };
        let what = format!(
            "{}, {}",
            words.user_class(difference.first.class),
            words.user_class(difference.second.class)
        );
        html! {
            <tr key={place}>
                <td class="num"><Count users={difference.users} {what} {selection} /></td>
                <td>{ finding_cell(words, &difference.first) }</td>
                <td>{ finding_cell(words, &difference.second) }</td>
            </tr>
        }
    };
    let none = if differences.is_empty() { words.users_no_differences() } else { "" };
    html! {
        <Disclosure class="tail" summary={words.users_differences()}>
            <div>
                <p class="about">{ none }</p>
                <div class="table-scroll" tabindex="0" role="region" hidden={differences.is_empty()}
                    aria-label={words.users_differences()}>
                    <table>
                        <thead><tr>
                            <th scope="col" class="num">{ words.users_difference_users() }</th>
                            <th scope="col">{ name(0) }</th>
                            <th scope="col">{ name(1) }</th>
                        </tr></thead>
                        <tbody>{ for differences.iter().enumerate().map(row) }</tbody>
                    </table>
                </div>
            </div>
        </Disclosure>
    }
}

fn finding_cell(words: Words, finding: &Finding) -> Html {
    html! {
        <><b>{ words.user_class(finding.class) }</b><small class="beside">{ words.sentence(&finding.says) }</small></>
    }
}

#[derive(Properties, PartialEq)]
pub struct RolesProps {
    /// The counts.
    pub report: Rc<Report>,
    /// The files, with the roles that the visitor set.
    pub files: Rc<Files>,
}

/// The categories of a role.
const CATEGORIES: [RoleCategory; 5] = [
    RoleCategory::Ordinary,
    RoleCategory::PowerApp,
    RoleCategory::AdminOnly,
    RoleCategory::ReadOnly,
    RoleCategory::None,
];

/// The roles, and what each counts as.
#[component]
pub fn Roles(props: &RolesProps) -> Html {
    let words = use_words();
    let roles = &props.report.roles;
    let row = |role: &FoundRole| {
        let assigned = props.files.roles.iter().find(|(name, _)| *name == role.name);
        let category = assigned.map_or(role.category, |(_, category)| *category);
        html! {
            <tr key={role.name.clone()}>
                <th scope="row">{ role.name.clone() }</th>
                <td class="num">{ words.count(role.users) }</td>
                <td><RoleChoice name={role.name.clone()} {category} /></td>
            </tr>
        }
    };
    html! {
        <div hidden={roles.is_empty()}>
            <Disclosure class="tail" summary={words.users_roles()}>
                <div>
                    <p class="about">{ words.users_roles_about() }</p>
                    <div class="table-scroll tall" tabindex="0" role="region" aria-label={words.users_roles()}>
                        <table>
                            <thead><tr>
                                <th scope="col">{ words.users_role() }</th>
                                <th scope="col" class="num">{ words.users_role_users() }</th>
                                <th scope="col">{ words.users_role_counts() }</th>
                            </tr></thead>
                            <tbody>{ for roles.iter().map(row) }</tbody>
                        </table>
                    </div>
                </div>
            </Disclosure>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RoleChoiceProps {
    name: String,
    category: RoleCategory,
}

#[component]
fn RoleChoice(props: &RoleChoiceProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let name = props.name.clone();
    let onpick = dispatch.maybe(move |place: usize| {
        let category = CATEGORIES.get(place).copied()?;
        Some(users(UsersAction::Role(name.clone(), category)))
    });
    let options: Vec<Text> =
        CATEGORIES.iter().map(|&category| Text::Static(words.role_category(category))).collect();
    let chosen = CATEGORIES.iter().position(|category| *category == props.category);
    html! { <Select label={Text::from(words.users_role_of(&props.name))} {options} {chosen} {onpick} /> }
}

/// Owned licences against needed ones.
#[component]
pub fn Owned(props: &ReportProps) -> Html {
    let words = use_words();
    let Report { owned, owned_unknown, .. } = &*props.report;
    let headings = [
        words.users_owned_licence(),
        words.users_owned_owned(),
        words.users_owned_held(),
        words.users_owned_needed(),
        words.users_owned_surplus(),
        words.users_owned_gap(),
    ];
    let number = ColumnKind::Number;
    let columns = columns(headings, [ColumnKind::Text, number, number, number, number, number]);
    let row = |row: &OwnedRow| {
        let counts = [row.owned, row.held, row.needed, row.surplus(), row.gap()];
        let counts = counts.map(|count| Text::from(words.count(count)));
        std::iter::once(Text::from(row.name.clone())).chain(counts).collect()
    };
    let rows: Vec<Vec<Text>> = owned.iter().map(row).collect();
    let unknown =
        (!owned_unknown.is_empty()).then(|| words.users_owned_unknown(&words.list(owned_unknown)));
    html! {
        <div hidden={rows.is_empty() && owned_unknown.is_empty()}>
            <h3>{ words.users_owned() }</h3>
            <div class="table-scroll" tabindex="0" role="region" aria-label={words.users_owned()}>
                <Table {columns} {rows} />
            </div>
            <p class="about">{ words.users_owned_about() }{ " " }{ unknown.unwrap_or_default() }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct UnreadablesProps {
    /// The counts.
    pub report: Rc<Report>,
    /// The files that the records stand in.
    pub files: Rc<Files>,
}

/// Records that could not be read, each with its line.
#[component]
pub fn Unreadables(props: &UnreadablesProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let report = &props.report;
    let several = props.files.inspected.len() > 1;
    let row = |unreadable: &Unreadable| {
        let file = props.files.inspected.get(unreadable.file).filter(|_| several);
        let file = file.map(|file| format!("{}, ", file.name)).unwrap_or_default();
        vec![
            Text::from(format!("{file}{}", words.count(unreadable.line))),
            Text::from(words.problem(&unreadable.problem)),
        ]
    };
    let rows: Vec<Vec<Text>> = report.unreadables.iter().map(row).collect();
    let headings = [words.users_line(), words.users_why()];
    let columns = columns(headings, [ColumnKind::Text, ColumnKind::Text]);
    let onclick = dispatch.always(users(UsersAction::Save(
        FileSaved::Unreadable,
        words.labels(FileSaved::Unreadable),
    )));
    html! {
        <div hidden={report.unreadable == 0}>
            <Disclosure class="tail" summary={words.users_not_read(report.unreadable)}>
                <div>
                    <div class="table-scroll tall" tabindex="0" role="region" aria-label={words.users_not_read(report.unreadable)}>
                        <Table {columns} {rows} />
                    </div>
                    <Button look={ButtonLook::Small} {onclick}>{ words.users_save_unreadable() }</Button>
                </div>
            </Disclosure>
        </div>
    }
}

/// The unreadable entries of users who were counted.
#[component]
pub fn InPart(props: &ReportProps) -> Html {
    let words = use_words();
    let row = |problem_count: &ProblemCount| {
        vec![
            Text::from(words.problem(&problem_count.problem)),
            Text::from(words.count(problem_count.users)),
            Text::from(words.count(problem_count.line)),
        ]
    };
    let rows: Vec<Vec<Text>> = props.report.problems.iter().map(row).collect();
    let headings = [words.users_in_part_what(), words.users_role_users(), words.users_first_line()];
    let columns = columns(headings, [ColumnKind::Text, ColumnKind::Number, ColumnKind::Number]);
    html! {
        <div hidden={rows.is_empty()}>
            <Disclosure class="tail" summary={words.users_in_part()}>
                <div class="table-scroll tall" tabindex="0" role="region" aria-label={words.users_in_part()}>
                    <Table {columns} {rows} />
                </div>
            </Disclosure>
        </div>
    }
}
