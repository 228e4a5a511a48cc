//! The counts of each analysis with their reasons, and what can be done with them.

use super::details::{Differences, InPart, Owned, Roles, Unreadables};
use super::list::UserList;
use super::users;
use crate::components::common::{Button, ButtonLook, Disclosure};
use crate::components::dispatch::use_dispatch;
use crate::components::language::use_words;
use crate::session::{Action, Counted, Edit, NewPeople, UsersAction};
use crate::words::{Words, counted as how_many};
use seatwise_user_report::{
    AnalysisCount, Citation, ClassCount, FileSaved, ReasonCount, Selection, UserQuery,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CountedUsersProps {
    /// The counted users.
    pub counted: Rc<Counted>,
}

#[component]
pub fn CountedUsers(props: &CountedUsersProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let counted = &props.counted;
    let report = &counted.report;
    let analysis = |(place, count): (usize, &AnalysisCount)| {
        html! { <AnalysisCounts key={place} {place} count={count.clone()} /> }
    };
    let again = counted.outdated.then(|| {
        let onclick = dispatch.always(users(UsersAction::Count));
        html! { <Button look={ButtonLook::Primary} {onclick}>{ words.users_again() }</Button> }
    });
    let list = counted.list.iter().map(|list| {
        html! { <UserList list={list.clone()} report={report.clone()} saving={counted.saving.is_some()} /> }
    });
    let only_roles =
        (report.only_roles > 0).then(|| words.users_only_roles(&words.count(report.only_roles)));
    html! {
        <>
            <p class="num" role="status" data-worker-bytes={report.memory.bytes.to_string()}>{ summary(words, counted) }{ " " }{ only_roles.unwrap_or_default() }</p>
            <div class="counts">{ for report.analyses.iter().enumerate().map(analysis) }</div>
            <div class="slot">{ for list }</div>
            <Differences report={report.clone()} />
            <Roles report={report.clone()} files={counted.files.clone()} />
            <div class="buttons">{ for again }</div>
            <Owned report={report.clone()} />
            <Unreadables report={report.clone()} files={counted.files.clone()} />
            <InPart report={report.clone()} />
            <Actions counted={counted.clone()} />
        </>
    }
}

fn summary(words: Words, counted: &Counted) -> String {
    let hundredths = u64::from(counted.report.milliseconds / 10);
    let seconds = words.decimal(&format!("{}.{:02}", hundredths / 100, hundredths % 100));
    words.users_counted(counted.report.users, &seconds)
}

#[derive(Properties, PartialEq)]
struct AnalysisCountsProps {
    place: usize,
    count: AnalysisCount,
}

/// The counts of one analysis.
#[component]
fn AnalysisCounts(props: &AnalysisCountsProps) -> Html {
    let words = use_words();
    let AnalysisCountsProps { place, count } = props;
    let class = |class: &ClassCount| {
        html! { <ClassRow key={class.class.id()} analysis={*place} class={class.clone()} /> }
    };
    let not_said: Vec<String> = count
        .not_said
        .iter()
        .map(|unsaid| {
            words.users_not_said_of(words.unsaid(unsaid.what), &words.count(unsaid.users))
        })
        .collect();
    let not_said = if not_said.is_empty() {
        String::new()
    } else {
        words.sentence(&words.users_not_said(&words.list(&not_said)))
    };
    let limit = |(place, limit): (usize, &seatwise_user_report::LimitExceeded)| {
        let limited = words.count(limit.limit.into());
        let text = words.users_limit(&limit.says, &words.count(limit.users), &limited);
        html! { <p key={place} class="note warn">{ words.sentence(&text) }</p> }
    };
    html! {
        <section class="analysis" aria-label={count.name.clone()}>
            <h3>{ count.name.clone() }</h3>
            <p class="about">{ words.sentence(&count.about) }</p>
            <ul class="classes">{ for count.classes.iter().map(class) }</ul>
            <div class="slot">{ for count.limits.iter().enumerate().map(limit) }</div>
            <p class="about">{ not_said }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ClassRowProps {
    analysis: usize,
    class: ClassCount,
}

/// A class with its reasons.
#[component]
fn ClassRow(props: &ClassRowProps) -> Html {
    let words = use_words();
    let &ClassRowProps { analysis, ref class } = props;
    let name = words.user_class(class.class);
    let reason = |(place, reason): (usize, &ReasonCount)| {
        let selection = Selection::Reason { analysis, class: class.class, decided: reason.decided };
        let what = words.sentence(&reason.says);
        html! {
            <li key={place}>
                <Count users={reason.users} what={what.clone()} {selection} />
                <span class="because">{ what }{ cites(words, &reason.citations) }</span>
            </li>
        }
    };
    let selection = Selection::Class { analysis, class: class.class };
    html! {
        <li class="class">
            <p><Count users={class.users} what={name} {selection} /><b>{ name }</b></p>
            <Disclosure summary={words.users_why()}>
                <ul class="because-list">{ for class.reasons.iter().enumerate().map(reason) }</ul>
            </Disclosure>
        </li>
    }
}

fn cites(words: Words, citations: &[Citation]) -> Html {
    let cite = |(place, citation): (usize, &Citation)| {
        let document = words.users_citation(&citation.title, &citation.section);
        html! { <cite key={place} title={words.sentence(&citation.says)}>{ document }</cite> }
    };
    html! { <span class="slot">{ for citations.iter().enumerate().map(cite) }</span> }
}

#[derive(Properties, PartialEq)]
pub struct CountProps {
    /// Number of users.
    pub users: u64,
    /// Property that they share.
    pub what: AttrValue,
    /// Which of them are shown.
    pub selection: Selection,
}

/// A count that opens the list of its users.
#[component]
pub fn Count(props: &CountProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let query = UserQuery { selection: props.selection, ..UserQuery::default() };
    let onclick = dispatch.always(users(UsersAction::Show(Some(query))));
    let count = words.count(props.users);
    let label = words.users_show(&count, &props.what);
    html! { <Button look={ButtonLook::Link} class="num" {label} {onclick}>{ count }</Button> }
}

#[derive(Properties, PartialEq)]
struct ActionsProps {
    counted: Rc<Counted>,
}

/// The actions on a count.
#[component]
fn Actions(props: &ActionsProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let report = &props.counted.report;
    let people: Vec<NewPeople> = report
        .people
        .iter()
        .map(|offer| NewPeople {
            name: words.group_of_users(offer),
            count: u32::try_from(offer.users).unwrap_or(u32::MAX),
            activities: offer.activities.clone(),
        })
        .collect();
    let named: Vec<String> = people
        .iter()
        .map(|group| format!("{} ({})", group.name, words.count(group.count.into())))
        .collect();
    let about = (!people.is_empty()).then(|| {
        words.users_take_over_about(&words.count(how_many(people.len())), &words.list(&named))
    });
    let nobody = people.is_empty();
    let take_over = dispatch.always(Action::Edit(Edit::AddPeople(people)));
    let show_all = dispatch.always(users(UsersAction::Show(Some(UserQuery::default()))));
    let register = dispatch
        .always(users(UsersAction::Save(FileSaved::Register, words.labels(FileSaved::Register))));
    let back = dispatch.always(users(UsersAction::Back));
    let saving = props.counted.saving.is_some();
    html! {
        <>
            <p class="about">{ about.unwrap_or_default() }</p>
            <div class="buttons">
                <Button look={ButtonLook::Primary} disabled={nobody} onclick={take_over}>{ words.users_take_over() }</Button>
                <Button onclick={show_all}>{ words.users_show_all() }</Button>
                <Button disabled={saving} onclick={register}>{ words.users_save_register() }</Button>
                <Button look={ButtonLook::Ghost} onclick={back}>{ words.users_columns() }</Button>
                { super::other_files(words, &dispatch) }
            </div>
            <p class="about" role="status">{ if saving { words.users_saving() } else { "" } }</p>
        </>
    }
}
