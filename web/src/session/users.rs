//! The user analysis: what is open of it, from no file to a report. The files themselves and the
//! worker that reads them are the browser's; here is what is known of them.

use super::view::Wish;
use seatwise_user_report::{
    FileSaved, FoundFile, Instructions, Labels, Listed, Meaning, Progress, Reply, Report, Request,
    RoleCategory, UserQuery,
};
use std::rc::Rc;

/// State of the user analysis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserAnalysis {
    /// Its phase.
    pub phase: Phase,
    /// Next command for the worker.
    pub command: Option<Wish<Command>>,
}

/// The phases of the user analysis.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nobody asked for it: nothing of it is loaded.
    #[default]
    Closed,
    /// Files are to be chosen; with why the last ones were of no use.
    Choosing(Option<Trouble>),
    /// The worker looks at the files.
    Looking,
    /// The files are known; what their columns are taken for can be changed.
    Mapping(Rc<Files>),
    /// The users are being counted.
    Counting(Rc<Files>, Progress),
    /// The users are counted.
    Counted(Rc<Counted>),
}

/// Why nothing came of some files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The worker did not start.
    NoWorker,
    /// The worker has stopped.
    Stopped,
    /// The browser does not read a file to its end.
    Unreadable(String),
}

/// The files, and how they are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files {
    /// The files as the worker found them.
    pub inspected: Vec<FoundFile>,
    /// Categories of roles that the visitor set.
    pub roles: Vec<(String, RoleCategory)>,
}

/// The users, counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The files that they are of.
    pub files: Rc<Files>,
    /// The counts.
    pub report: Rc<Report>,
    /// The list that is open.
    pub list: Option<Rc<OpenList>>,
    /// True if roles were given another category since.
    pub outdated: bool,
    /// The file that is being written.
    pub saving: Option<FileSaved>,
}

/// A list of users.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenList {
    /// The users that are asked for.
    pub query: UserQuery,
    /// The part of it that is there.
    pub listed: Option<Rc<Listed>>,
}

/// A command to the browser about the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Hand the chosen files to a new worker.
    Look,
    /// Ask the worker.
    Ask(Request),
    /// End the worker, and keep the files.
    Stop,
    /// End the worker, and forget the files.
    End,
}

/// Actions of a visitor about users, and replies of the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum UsersAction {
    /// Opens the user analysis.
    Open,
    /// Closes it.
    Close,
    /// Files were chosen.
    Chosen,
    /// The worker says something.
    Heard(Box<Reply>),
    /// The worker did not start, or has stopped.
    Failed(Trouble),
    /// A column of a file is taken for something else.
    Means {
        /// The place of the file.
        file: usize,
        /// The place of the column.
        column: usize,
        /// Its meaning.
        meaning: Meaning,
    },
    /// A role amounts to something else.
    Role(String, RoleCategory),
    /// Counts the users.
    Count,
    /// Gives up what is being counted.
    Cancel,
    /// Goes back to the columns.
    Back,
    /// Opens a list of users, or closes the open one.
    Show(Option<UserQuery>),
    /// Writes a file with these words.
    Save(FileSaved, Labels),
}

impl UserAnalysis {
    /// Applies an action.
    pub fn apply(&mut self, action: UsersAction) {
        match action {
            UsersAction::Open if self.phase == Phase::Closed => self.phase = Phase::Choosing(None),
            UsersAction::Open => {}
            UsersAction::Close => {
                self.phase = Phase::Closed;
                self.command(Command::End);
            }
            UsersAction::Chosen => {
                self.phase = Phase::Looking;
                self.command(Command::Look);
            }
            UsersAction::Heard(reply) => self.hear(*reply),
            UsersAction::Failed(trouble) => self.fail(trouble),
            UsersAction::Means { file, column, meaning } => self.change_files(|files| {
                let column = files
                    .inspected
                    .get_mut(file)
                    .and_then(|file| file.mapping.meanings.get_mut(column));
                if let Some(column) = column {
                    *column = meaning;
                }
            }),
            UsersAction::Role(name, category) => {
                self.change_files(|files| {
                    files.roles.retain(|(known, _)| *known != name);
                    files.roles.push((name, category));
                });
            }
            UsersAction::Count => {
                if let Some(files) = self.files() {
                    let mappings =
                        files.inspected.iter().map(|file| file.mapping.clone()).collect();
                    let how = Instructions { mappings, roles: files.roles.clone() };
                    self.phase = Phase::Counting(files, Progress::default());
                    self.command(Command::Ask(Request::Count(how)));
                }
            }
            UsersAction::Cancel => {
                // The worker reads on until it is ended; another one takes the same files.
                if let Phase::Counting(files, _) = &self.phase {
                    self.phase = Phase::Mapping(Rc::clone(files));
                    self.command(Command::Stop);
                }
            }
            UsersAction::Back => {
                if let Some(files) = self.files() {
                    self.phase = Phase::Mapping(files);
                }
            }
            UsersAction::Show(query) => self.show(query),
            UsersAction::Save(what, labels) => {
                let query = self.open_query().unwrap_or_default();
                if let Phase::Counted(counted) = &mut self.phase {
                    Rc::make_mut(counted).saving = Some(what);
                    self.command(Command::Ask(Request::Save { what, query, labels }));
                }
            }
        }
    }

    /// The files, once they are known.
    pub fn files(&self) -> Option<Rc<Files>> {
        match &self.phase {
            Phase::Mapping(files) | Phase::Counting(files, _) => Some(Rc::clone(files)),
            Phase::Counted(counted) => Some(Rc::clone(&counted.files)),
            Phase::Closed | Phase::Choosing(_) | Phase::Looking => None,
        }
    }

    fn command(&mut self, command: Command) {
        self.command = Some(Wish::after(self.command.as_ref(), command));
    }

    fn hear(&mut self, reply: Reply) {
        match (reply, &mut self.phase) {
            (Reply::Inspected(inspected), Phase::Looking) => {
                self.phase = Phase::Mapping(Rc::new(Files { inspected, roles: Vec::new() }));
            }
            (Reply::Progress(progress), Phase::Counting(_, known)) => *known = progress,
            (Reply::Counted(report), Phase::Counting(files, _)) => {
                self.phase = Phase::Counted(Rc::new(Counted {
                    files: Rc::clone(files),
                    report: Rc::new(*report),
                    list: None,
                    outdated: false,
                    saving: None,
                }));
            }
            (Reply::Shown(listed), Phase::Counted(counted)) => {
                let counted = Rc::make_mut(counted);
                if let Some(list) = &mut counted.list {
                    let list = Rc::make_mut(list);
                    // A part of an earlier list has no place any more.
                    if is_same_list(&list.query, &listed.query) {
                        list.listed = Some(Rc::new(listed));
                    }
                }
            }
            (Reply::Saved(_), Phase::Counted(counted)) => Rc::make_mut(counted).saving = None,
            (Reply::Failed { file }, _) => self.fail(Trouble::Unreadable(file)),
            _ => {}
        }
    }

    fn fail(&mut self, trouble: Trouble) {
        if self.phase != Phase::Closed {
            self.phase = Phase::Choosing(Some(trouble));
            self.command(Command::End);
        }
    }

    fn change_files(&mut self, change: impl FnOnce(&mut Files)) {
        match &mut self.phase {
            Phase::Mapping(files) => change(Rc::make_mut(files)),
            Phase::Counted(counted) => {
                let counted = Rc::make_mut(counted);
                change(Rc::make_mut(&mut counted.files));
                counted.outdated = true;
            }
            _ => {}
        }
    }

    fn open_query(&self) -> Option<UserQuery> {
        let Phase::Counted(counted) = &self.phase else { return None };
        counted.list.as_ref().map(|list| list.query.clone())
    }

    fn show(&mut self, query: Option<UserQuery>) {
        let Phase::Counted(counted) = &mut self.phase else { return };
        let counted = Rc::make_mut(counted);
        let before = counted.list.take();
        let Some(query) = query else { return };
        // The part that is there stays in sight until the next one comes.
        let listed = before.filter(|list| is_same_list(&list.query, &query));
        let listed = listed.and_then(|list| list.listed.clone());
        counted.list = Some(Rc::new(OpenList { query: query.clone(), listed }));
        self.command(Command::Ask(Request::Show(query)));
    }
}

/// True if two queries are about the same list, at any place.
fn is_same_list(a: &UserQuery, b: &UserQuery) -> bool {
    UserQuery { start: b.start, ..a.clone() } == *b
}

#[cfg(test)]
mod tests {
    use super::*;
    use seatwise_user_report::{FileKind, Mapping, Selection, Shape};

    fn found_file() -> FoundFile {
        FoundFile {
            name: "users.csv".to_owned(),
            bytes: 7,
            shape: Shape::Simple,
            kind: FileKind::Users,
            mapping: Mapping::guess(vec!["user".to_owned(), "plans".to_owned()]),
            examples: vec![String::new(); 2],
            problem: None,
        }
    }

    /// An analysis after some actions.
    fn after(actions: Vec<UsersAction>) -> UserAnalysis {
        let mut analysis = UserAnalysis::default();
        for action in actions {
            analysis.apply(action);
        }
        analysis
    }

    fn hear(reply: Reply) -> UsersAction {
        UsersAction::Heard(Box::new(reply))
    }

    fn counted() -> Vec<UsersAction> {
        vec![
            UsersAction::Open,
            UsersAction::Chosen,
            hear(Reply::Inspected(vec![found_file()])),
            UsersAction::Count,
            hear(Reply::Counted(Box::default())),
        ]
    }

    #[test]
    fn files_are_looked_at_and_counted() {
        let analysis = after(counted());
        assert!(matches!(analysis.phase, Phase::Counted(_)), "{analysis:?}");
        let asked = analysis.command.map(|wish| wish.what);
        assert!(matches!(asked, Some(Command::Ask(Request::Count(_)))), "{asked:?}");
    }

    #[test]
    fn a_column_is_taken_for_what_the_visitor_says() {
        let mut actions = counted();
        actions.truncate(3);
        actions.push(UsersAction::Means { file: 0, column: 1, meaning: Meaning::Roles });
        let files = after(actions).files().unwrap();
        assert_eq!(files.inspected[0].mapping.meanings, [Meaning::User, Meaning::Roles]);
    }

    #[test]
    fn cancel_leaves_nothing_behind() {
        let mut actions = counted();
        actions.pop();
        actions.push(UsersAction::Cancel);
        // What the worker had already said comes too late.
        actions.push(hear(Reply::Counted(Box::default())));
        let analysis = after(actions);
        assert!(matches!(analysis.phase, Phase::Mapping(_)), "{analysis:?}");
        assert_eq!(analysis.command.map(|wish| wish.what), Some(Command::Stop));
    }

    #[test]
    fn a_part_of_an_earlier_list_is_not_shown() {
        let listed = |query| Listed { query, start: 0, total: 0, rows: Vec::new() };
        let in_part = UserQuery { selection: Selection::InPart, ..UserQuery::default() };
        let mut actions = counted();
        actions.extend([
            UsersAction::Show(Some(UserQuery::default())),
            UsersAction::Show(Some(in_part.clone())),
            hear(Reply::Shown(listed(UserQuery::default()))),
        ]);
        let list = |analysis: &UserAnalysis| match &analysis.phase {
            Phase::Counted(counted) => counted.list.clone().unwrap(),
            phase => panic!("{phase:?}"),
        };
        assert_eq!(list(&after(actions.clone())).listed, None);
        actions.push(hear(Reply::Shown(listed(in_part))));
        assert!(list(&after(actions)).listed.is_some());
    }
}
