//! The files with their columns, and what each is taken for.

use super::users;
use crate::components::common::{Button, ButtonLook, Select};
use crate::components::dispatch::use_dispatch;
use crate::components::language::use_words;
use crate::session::{Files, UsersAction};
use crate::view_model::Text;
use crate::words::Words;
use seatwise_user_report::{FileKind, FoundFile, Meaning};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ColumnsProps {
    /// The files.
    pub files: Rc<Files>,
}

#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let files = &props.files.inspected;
    let usable =
        |file: &FoundFile| matches!(FileKind::of(&file.mapping), FileKind::Users | FileKind::Roles);
    let file = |(place, file): (usize, &FoundFile)| {
        html! { <FileColumns key={place} {place} file={file.clone()} /> }
    };
    let onclick = dispatch.always(users(UsersAction::Count));
    html! {
        <>
            <div class="files">{ for files.iter().enumerate().map(file) }</div>
            <div class="buttons">
                <Button look={ButtonLook::Primary} disabled={!files.iter().any(usable)} {onclick}>
                    { words.users_count() }
                </Button>
                { super::other_files(words, &dispatch) }
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct FileColumnsProps {
    place: usize,
    file: FoundFile,
}

/// One file.
#[component]
fn FileColumns(props: &FileColumnsProps) -> Html {
    let words = use_words();
    let FileColumnsProps { place, file } = props;
    let name = words.users_taken_for(&file.name, words.shape(file.shape));
    let problem = match (&file.problem, FileKind::of(&file.mapping)) {
        (Some((line, problem)), _) => {
            format!("{} {}: {}", words.users_line(), words.count(*line), words.problem(problem))
        }
        (None, FileKind::Nothing) => words.users_of_no_use().to_owned(),
        (None, _) => String::new(),
    };
    let row = |(column, heading): (usize, &String)| {
        let example = file.examples.get(column).cloned().unwrap_or_default();
        let chosen = file.mapping.meaning(column);
        let label = words.users_meaning_of(heading, &file.name);
        html! {
            <tr key={column}>
                <th scope="row">{ heading.clone() }</th>
                <td class="example">{ example }</td>
                <td><ColumnMeaning file={*place} {column} {chosen} label={Text::from(label)} /></td>
            </tr>
        }
    };
    html! {
        <div class="file">
            <h3>{ name.clone() }</h3>
            <p class="doubtful">{ problem }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label={name}>
                <table>
                    <thead><tr>
                        <th scope="col">{ words.users_column() }</th>
                        <th scope="col">{ words.users_example() }</th>
                        <th scope="col">{ words.users_meaning() }</th>
                    </tr></thead>
                    <tbody>{ for file.mapping.headings.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ColumnMeaningProps {
    file: usize,
    column: usize,
    chosen: Meaning,
    label: Text,
}

/// The meaning of a column.
#[component]
fn ColumnMeaning(props: &ColumnMeaningProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let &ColumnMeaningProps { file, column, chosen, .. } = props;
    let onpick = dispatch.maybe(move |place: usize| {
        let meaning = Meaning::ALL.get(place).copied()?;
        Some(users(UsersAction::Means { file, column, meaning }))
    });
    let chosen = Meaning::ALL.iter().position(|meaning| *meaning == chosen);
    html! { <Select label={props.label.clone()} options={meanings(words)} {chosen} {onpick} /> }
}

fn meanings(words: Words) -> Vec<Text> {
    Meaning::ALL.iter().map(|&meaning| Text::Static(words.meaning(meaning))).collect()
}
