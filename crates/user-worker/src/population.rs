//! The users of some files, read in passes: what roles may do, what is owned, the other files of
//! users, the main one, and at last those users whom only the other files have.

use crate::sink::{At, Sink};
use seatwise_core::rulebook::{ProductId, RoleCategory};
use seatwise_core::user_analysis::{Finding, ProductRef};
use seatwise_exports::{
    FileKind, Format, Join, Mapping, Meaning, Person, Problem, Reader, Record, Records, RoleNames,
    Start, Tables, sets_of,
};
use std::collections::BTreeMap;

/// A file, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileToRead {
    /// How its records are set apart.
    pub format: Format,
    /// What its columns are taken for.
    pub mapping: Mapping,
}

/// One way through a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// What is done.
    pub task: Task,
    /// The place of the file.
    pub file: usize,
}

/// What a pass does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Learns what roles may do.
    Privileges,
    /// Learns what is owned.
    Owned,
    /// Keeps what is said of users.
    Join,
    /// Hands on users.
    Users,
    /// Hands on the users whom the main files do not have.
    Missing,
}

/// The users of some files.
#[derive(Debug)]
pub struct Population {
    tables: Tables<'static>,
    files: Vec<FileToRead>,
    join: Join,
    /// Whether another file says which roles there are.
    joins_roles: bool,
    roles: RoleNames,
    /// How many of each product are owned; products by another name that is not known.
    pub(crate) owned: BTreeMap<ProductId, u64>,
    pub(crate) owned_unknown: Vec<String>,
    running: Option<Running>,
    findings: Vec<Finding>,
}

/// A pass that has begun.
#[derive(Debug)]
struct Running {
    pass: Pass,
    /// Its place among those that hand on users.
    place: usize,
    records: Records,
    users: Users,
}

/// What turns records into users. Rows of one user that stand together are one.
#[derive(Debug)]
struct Users {
    reader: Reader<'static>,
    /// The user whose rows may go on.
    pending: Person,
    has_pending: bool,
    current: Person,
}

impl Population {
    /// The users of these files; of these roles it is said what they amount to.
    #[must_use]
    pub fn new(
        tables: Tables<'static>,
        files: Vec<FileToRead>,
        said: &[(String, RoleCategory)],
    ) -> Self {
        Self {
            tables,
            files,
            join: Join::default(),
            joins_roles: false,
            roles: RoleNames::new(said),
            owned: BTreeMap::new(),
            owned_unknown: Vec::new(),
            running: None,
            findings: Vec::new(),
        }
    }

    /// The passes that learn what has to be known before the first user.
    #[must_use]
    pub fn first_passes(&self) -> Vec<Pass> {
        let all = |kind, task| self.of_kind(kind).into_iter().map(move |file| Pass { task, file });
        let join = all(FileKind::Roles, Task::Join).filter(|_| self.has_main());
        all(FileKind::Privileges, Task::Privileges)
            .chain(all(FileKind::Owned, Task::Owned))
            .chain(join)
            .collect()
    }

    /// The passes that hand on users, in their order.
    #[must_use]
    pub fn user_passes(&self) -> Vec<Pass> {
        let all = |kind, task| self.of_kind(kind).into_iter().map(move |file| Pass { task, file });
        if self.has_main() {
            let missing = all(FileKind::Roles, Task::Missing);
            all(FileKind::Users, Task::Users).chain(missing).collect()
        } else {
            all(FileKind::Roles, Task::Users).collect()
        }
    }

    /// The roles that were found.
    #[must_use]
    pub const fn roles(&self) -> &RoleNames {
        &self.roles
    }

    /// Whether some file has users with plans.
    fn has_main(&self) -> bool {
        !self.of_kind(FileKind::Users).is_empty()
    }

    fn of_kind(&self, kind: FileKind) -> Vec<usize> {
        let of = |(_, file): &(usize, &FileToRead)| FileKind::of(&file.mapping) == kind;
        self.files.iter().enumerate().filter(of).map(|(place, _)| place).collect()
    }

    /// Begins a pass: at the beginning of its file, or at a record of it.
    pub fn begin(&mut self, pass: Pass, place: usize, at: Option<Start>) {
        let Some(file) = self.files.get(pass.file) else { return };
        let cells = file.mapping.headings.len();
        let mut reader = Reader::new(self.tables, file.format, file.mapping.clone());
        let records = match at {
            Some(start) => {
                reader.skip_heading();
                Records::at(file.format, start, Some(cells))
            }
            None => Records::new(file.format),
        };
        if pass.task == Task::Join && file.mapping.has(Meaning::Roles) {
            self.joins_roles = true;
        }
        let users = Users {
            reader,
            pending: Person::default(),
            has_pending: false,
            current: Person::default(),
        };
        self.running = Some(Running { pass, place, records, users });
    }

    /// Takes in more of the file of the pass.
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn Sink) {
        self.with_records(sink, |records, each| records.push(bytes, each));
    }

    /// Ends the pass: its file has been read.
    pub fn end(&mut self, sink: &mut dyn Sink) {
        self.with_records(sink, Records::finish);
        let Some(mut running) = self.running.take() else { return };
        if std::mem::take(&mut running.users.has_pending) {
            let mut person = std::mem::take(&mut running.users.pending);
            self.hand_on(running.pass, running.place, &mut person, sink);
        }
        if running.pass.task == Task::Join {
            self.join.sort();
        }
    }

    fn with_records(
        &mut self,
        sink: &mut dyn Sink,
        with: impl FnOnce(&mut Records, &mut dyn FnMut(Record<'_>)),
    ) {
        let Some(Running { pass, place, mut records, mut users }) = self.running.take() else {
            return;
        };
        with(&mut records, &mut |record| match pass.task {
            Task::Privileges => self.add_privilege(&mut users.reader, &record),
            Task::Owned => self.add_owned(&mut users.reader, &record),
            Task::Join | Task::Users | Task::Missing => {
                self.add_user(pass, place, &mut users, &record, sink);
            }
        });
        self.running = Some(Running { pass, place, records, users });
    }

    fn add_user(
        &mut self,
        pass: Pass,
        place: usize,
        users: &mut Users,
        record: &Record<'_>,
        sink: &mut dyn Sink,
    ) {
        match users.reader.read(record, &mut self.roles, &mut users.current) {
            Ok(false) => {}
            Ok(true) if users.has_pending && users.pending.is_same(&users.current) => {
                users.pending.join(&users.current);
            }
            Ok(true) => {
                std::mem::swap(&mut users.pending, &mut users.current);
                if std::mem::replace(&mut users.has_pending, true) {
                    self.hand_on(pass, place, &mut users.current, sink);
                }
            }
            Err((start, problem)) => {
                // A second pass over a file tells the same again.
                if pass.task != Task::Missing {
                    sink.broken(At { pass: place, file: pass.file, start }, &problem);
                }
            }
        }
    }

    /// Hands on a user, together with what other files say.
    fn hand_on(&mut self, pass: Pass, place: usize, person: &mut Person, sink: &mut dyn Sink) {
        if pass.task == Task::Join {
            return self.join.add(person);
        }
        if pass.task == Task::Missing && !self.join.is_missing(person) {
            return;
        }
        let is_known =
            pass.task == Task::Missing || self.join.is_empty() || self.join.complete(person);
        if !is_known && self.joins_roles {
            // Whoever has a role is in the other file.
            person.add_roles(Some(RoleCategory::None));
        }
        self.findings.clear();
        let findings = self.tables.analyses.iter().enumerate();
        self.findings
            .extend(findings.map(|(at, classifier)| classifier.classify(&person.user(at))));
        self.roles.count(&person.role_names);
        let at = At { pass: place, file: pass.file, start: person.start };
        sink.person(at, person, &self.findings, &self.roles);
    }

    /// Forgets how many users have each role, before users are handed on once more.
    pub fn reset_counts(&mut self) {
        self.roles.reset_counts();
    }

    fn add_privilege(&mut self, reader: &mut Reader<'static>, record: &Record<'_>) {
        let (mut role, mut table, mut privilege) = (String::new(), String::new(), String::new());
        let read = reader.cells(record, &mut |meaning, text| match meaning {
            Meaning::Roles => role = text.trim().to_owned(),
            Meaning::Table => table = text.trim().to_owned(),
            Meaning::Privilege => privilege = text.trim().to_owned(),
            _ => {}
        });
        if read == Ok(true) && !role.is_empty() {
            let tables = sets_of(self.tables.analyses, &[table.as_str()]);
            self.roles.add_privilege(&role, &table, &privilege, tables);
        }
    }

    fn add_owned(&mut self, reader: &mut Reader<'static>, record: &Record<'_>) {
        let (mut product, mut quantity) = (String::new(), 0);
        let read = reader.cells(record, &mut |meaning, text| match meaning {
            Meaning::Products => product = text.trim().to_owned(),
            Meaning::Quantity => quantity = units(text),
            _ => {}
        });
        if read != Ok(true) || product.is_empty() {
            return;
        }
        match self.tables.products.find(&product) {
            ProductRef::Known(id) => *self.owned.entry(id).or_default() += quantity,
            ProductRef::Ambiguous | ProductRef::Unknown => self.owned_unknown.push(product),
        }
    }
}

/// How many units a cell says: a number with its thousands set apart, or the enabled ones of
/// Graph's `prepaidUnits`.
fn units(text: &str) -> u64 {
    let text = match text.split_once("\"enabled\"") {
        Some((_, rest)) => rest.trim_start_matches([':', ' ']),
        None => text.trim(),
    };
    let number: String = text
        .chars()
        .take_while(|sign| {
            sign.is_ascii_digit() || matches!(sign, ',' | '.' | ' ' | '\u{a0}' | '\'')
        })
        .filter(char::is_ascii_digit)
        .collect();
    number.parse().unwrap_or_default()
}

/// Whether a problem leaves a file without use.
#[must_use]
pub fn is_of_no_use(kind: FileKind, problem: Option<&Problem>) -> bool {
    kind == FileKind::Nothing || problem.is_some_and(Problem::is_whole)
}
