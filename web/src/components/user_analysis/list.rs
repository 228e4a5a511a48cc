//! The users behind a count: a list of any length, of which a part is drawn.

use super::users;
use crate::browser::virtual_list::VirtualList;
use crate::components::common::{Button, ButtonLook, RemoveButton, TextField};
use crate::components::dispatch::use_dispatch;
use crate::components::language::use_words;
use crate::session::{OpenList, UsersAction};
use crate::words::Words;
use seatwise_user_report::{FileSaved, Report, Selection, Sort, UserClass, UserQuery, UserRow};
use std::rc::Rc;
use yew::prelude::*;

/// Rows before the one in sight that are asked for with it.
const BEFORE: u64 = 60;
/// The most characters that are looked for.
const LONGEST: usize = 100;

#[derive(Properties, PartialEq)]
pub struct UserListProps {
    /// The list.
    pub list: Rc<OpenList>,
    /// The counts.
    pub report: Rc<Report>,
    /// True while a file is being written.
    pub saving: bool,
}

#[component]
pub fn UserList(props: &UserListProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let query = props.list.query.clone();
    let close = dispatch.always(users(UsersAction::Show(None)));
    let save =
        dispatch.always(users(UsersAction::Save(FileSaved::Users, words.labels(FileSaved::Users))));
    let ontext = {
        let query = query.clone();
        dispatch.on(move |search: String| {
            users(UsersAction::Show(Some(UserQuery { search, start: 0, ..query.clone() })))
        })
    };
    let total = props.list.listed.as_ref().map(|listed| listed.total);
    let what = selected(words, &props.report, query.selection);
    let heading = match total {
        Some(total) => words.users_list_of(total, &what),
        None => words.users_list_loading().to_owned(),
    };
    html! {
        <section class="user-list" aria-label={words.users_list()}>
            <div class="list-head">
                <div role="status"><h3>{ heading.clone() }</h3></div>
                <RemoveButton label={words.users_close_list()} onclick={close} />
            </div>
            <div class="list-tools">
                <TextField id="user-search" class="search" label={words.users_search()} placeholder={words.users_search()}
                    value={query.search.clone()} longest={LONGEST} {ontext} />
                <Button look={ButtonLook::Small} disabled={props.saving} onclick={save}>{ words.users_save_list() }</Button>
            </div>
            <Rows list={props.list.clone()} report={props.report.clone()} label={heading} />
        </section>
    }
}

/// The common property of the users of a list.
fn selected(words: Words, report: &Report, selection: Selection) -> String {
    let name = |place: usize| {
        report.analyses.get(place).map(|analysis| analysis.name.as_str()).unwrap_or_default()
    };
    let class = |place, class: UserClass| format!("{}, {}", name(place), words.user_class(class));
    match selection {
        Selection::All => words.users_everybody().to_owned(),
        Selection::Class { analysis, class: of }
        | Selection::Reason { analysis, class: of, .. } => class(analysis, of),
        Selection::Difference { first, second } => {
            format!("{}; {}", class(0, first.0), class(1, second.0))
        }
        Selection::InPart => words.users_in_part().to_owned(),
    }
}

#[derive(Properties, PartialEq)]
struct RowsProps {
    list: Rc<OpenList>,
    report: Rc<Report>,
    /// Content of the field, for those who do not see it.
    label: String,
}

/// The part of the list that is there, where it belongs in the whole.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let place =
        VirtualList { window: use_node_ref(), length: use_node_ref(), part: use_node_ref() };
    let query = &props.list.query;
    let listed = props.list.listed.clone();
    let (start, total, count) = listed.as_ref().map_or((0, 0, 0), |listed| {
        (listed.start, listed.total, u64::try_from(listed.rows.len()).unwrap_or_default())
    });
    {
        let place = place.clone();
        use_effect_with((start, total, count), move |&(start, total, _)| {
            place.lay_out(start, total);
        });
    }
    {
        let place = place.clone();
        let of = (query.selection, query.search.clone(), query.sort, query.descending);
        use_effect_with(of, move |_| place.to_top());
    }
    let onscroll = {
        let (place, dispatch, query) = (place.clone(), dispatch.clone(), query.clone());
        Callback::from(move |_: Event| {
            let first = place.lay_out(start, total);
            // What is asked for already need not be asked for again.
            let near = |from: u64| first >= from && first + BEFORE / 2 <= from + count;
            let whole = start + count >= total && first >= start;
            if total > 0 && !whole && !near(start) && !near(query.start) {
                let start = first.saturating_sub(BEFORE);
                let query = UserQuery { start, ..query.clone() };
                dispatch.send(users(UsersAction::Show(Some(query))));
            }
        })
    };
    let rows = listed.iter().flat_map(|listed| listed.rows.iter().enumerate());
    let rows = rows.map(|(at, row)| user_row(words, start + at as u64, row));
    html! {
        <div class="virtual" ref={place.window} tabindex="0" role="region" aria-label={props.label.clone()} {onscroll}>
            <div class="virtual-length" ref={place.length}>
                <table class="virtual-part" ref={place.part} aria-rowcount={(total + 1).to_string()}>
                    <thead><tr>{ for headings(words, props).into_iter() }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </div>
    }
}

/// The headings, each of which sorts the list.
fn headings(words: Words, props: &RowsProps) -> Vec<Html> {
    let fixed = [
        (Sort::File, words.users_line()),
        (Sort::User, words.users_user()),
        (Sort::Roles, words.users_roles()),
        (Sort::Plans, words.users_plans()),
    ];
    let fixed = fixed.into_iter().map(|(sort, text)| (sort, text.to_owned()));
    let analyses = props.report.analyses.iter().enumerate();
    let analyses = analyses.map(|(place, count)| (Sort::Class(place), count.name.clone()));
    fixed
        .chain(analyses)
        .enumerate()
        .map(|(place, (sort, text))| {
            html! { <Heading key={place} {sort} {text} query={props.list.query.clone()} /> }
        })
        .collect()
}

#[derive(Properties, PartialEq)]
struct HeadingProps {
    sort: Sort,
    text: String,
    query: UserQuery,
}

#[component]
fn Heading(props: &HeadingProps) -> Html {
    let HeadingProps { sort, text, query } = props;
    let (sort, sorted) = (*sort, query.sort == *sort);
    let query = query.clone();
    let onclick = use_dispatch().on(move |_: MouseEvent| {
        let descending = sorted && sort != Sort::File && !query.descending;
        let query = UserQuery { sort, descending, start: 0, ..query.clone() };
        users(UsersAction::Show(Some(query)))
    });
    let order = match (sorted, props.query.descending) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    html! {
        <th scope="col" aria-sort={order}>
            <button type="button" class="sort" {onclick}>{ text.clone() }</button>
        </th>
    }
}

fn user_row(words: Words, place: u64, row: &UserRow) -> Html {
    let finding = |(place, (class, reason)): (usize, &(UserClass, String))| {
        html! {
            <td key={place} title={words.sentence(reason)}>
                <b>{ words.user_class(*class) }</b><small>{ words.sentence(reason) }</small>
            </td>
        }
    };
    html! {
        <tr key={place.to_string()} aria-rowindex={(place + 2).to_string()}>
            <td class="num">{ words.count(row.line) }</td>
            <th scope="row" title={row.user.clone()}>{ row.user.clone() }<small>{ row.name.clone() }</small></th>
            <td title={row.roles.clone()}>{ row.roles.clone() }</td>
            <td title={row.plans.clone()}>{ row.plans.clone() }</td>
            { for row.found.iter().enumerate().map(finding) }
        </tr>
    }
}
