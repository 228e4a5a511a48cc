//! The commands of the page, to be found by typing; and the keys that do something.

use super::{Text, ViewContext};
use crate::engine;
use crate::ids;
use crate::session::{Action, Dialog, Edit, Export, Kind, adding, next_people};

/// Something that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// Its name.
    pub name: Text,
    /// A few words more; may be empty.
    pub about: Text,
    /// Action that does it.
    pub action: Action,
}

impl Command {
    fn new(name: impl Into<Text>, action: Action) -> Self {
        Self { name: name.into(), about: Text::default(), action }
    }
}

/// The keys, and what they do.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortcuts {
    /// Keys and what they do, in groups with a heading.
    pub groups: Vec<(Text, Vec<(Text, Text)>)>,
    /// True if single keys open something.
    pub single_keys: bool,
}

/// Everything that can be done now, the most frequent first.
pub fn commands(context: &ViewContext<'_>) -> Vec<Command> {
    let readonly = context.session.settings.is_readonly();
    let mut commands = beginnings(context);
    commands.extend(additions(context));
    commands.extend(ways_out(context));
    if context.session.settings.frame.is_none() {
        commands.extend(places(context));
    }
    commands.extend(rulebooks(context));
    commands.retain(|command| !(readonly && command.action.changes_what_was_said()));
    commands
}

/// Scenarios to begin with, and steps back and forth.
fn beginnings(context: &ViewContext<'_>) -> Vec<Command> {
    let words = context.words;
    let history = &context.session.history;
    let dialog = |dialog| Action::Dialog(Some(dialog));
    let mut commands = vec![
        Command::new(words.new_scenario(), dialog(Dialog::New)),
        Command::new(words.door_interview(), Action::StartInterview),
    ];
    commands.extend(history.can_undo().then(|| Command::new(words.undo(), Action::Undo)));
    commands.extend(history.can_redo().then(|| Command::new(words.redo(), Action::Redo)));
    commands.push(Command::new(words.share(), dialog(Dialog::Share)));
    commands.push(Command::new(words.import(), dialog(Dialog::Import(None))));
    let example = |(scenario, about): (seatwise_core::scenario::Scenario, String)| Command {
        name: words.open_example(&scenario.title).into(),
        about: about.into(),
        action: Action::Open(Box::new(scenario)),
    };
    commands.extend(engine::examples(words).map(example));
    commands
}

/// Rows to add, and prices to change.
fn additions(context: &ViewContext<'_>) -> Vec<Command> {
    let words = context.words;
    let organisation = context.names.organisation();
    let next = ids::name(Kind::People, &next_people(organisation));
    let mut commands = vec![Command::new(words.add_group(), Action::GoTo(next))];
    commands.extend(
        (!organisation.people.is_empty())
            .then(|| Command::new(words.add_use(), Action::Edit(Edit::AddUse(None)))),
    );
    commands.extend([
        Command::new(words.add_devices(), adding(Kind::Devices)),
        Command::new(words.add_servers(), adding(Kind::Servers)),
        Command::new(words.add_owned(), Action::Edit(Edit::AddOwned)),
        Command::new(words.prices(), Action::Dialog(Some(Dialog::Prices))),
    ]);
    commands
}

/// Files to take along.
fn ways_out(context: &ViewContext<'_>) -> Vec<Command> {
    let words = context.words;
    let command = |&export: &Export| {
        let (name, about) = words.exported(export);
        Command {
            name: words.export_as(name).into(),
            about: Text::Static(about),
            action: Action::Export(export),
        }
    };
    Export::ALL.iter().map(command).collect()
}

/// Parts of the page.
fn places(context: &ViewContext<'_>) -> Vec<Command> {
    let words = context.words;
    let go =
        |name: &'static str, id: &str| Command::new(words.go_to(name), Action::GoTo(id.to_owned()));
    let described = !context.names.organisation().people.is_empty();
    let counted =
        context.session.answer.assessment().is_some_and(|assessment| !assessment.bill.is_empty());
    let mut commands = vec![
        go(words.organisation(), ids::ORGANISATION),
        go(words.licences_heading(), ids::LICENCES),
    ];
    commands.extend(counted.then(|| go(words.proof(), ids::PROOF)));
    if described {
        commands.push(go(words.comparison(), ids::COMPARISON));
        commands.push(go(words.break_even(), ids::BREAK_EVEN));
    }
    commands.push(go(words.users_heading(), ids::USER_ANALYSIS));
    commands.push(go(words.years(), ids::YEARS));
    let rules = words.go_to(words.rules_and_sources());
    commands.push(Command::new(rules, Action::Rules(true)));
    commands.push(Command::new(words.glossary(), Action::Dialog(Some(Dialog::Glossary))));
    commands.push(Command::new(words.shortcuts(), Action::Dialog(Some(Dialog::Shortcuts))));
    commands
}

/// The rulebooks that are not chosen.
fn rulebooks(context: &ViewContext<'_>) -> Vec<Command> {
    let words = context.words;
    let chosen = context.book.map(|book| book.id.as_str());
    let books = super::header::rulebooks(words).into_iter();
    books
        .filter(|(id, _)| Some(&**id) != chosen)
        .map(|(id, name)| {
            let action = Action::Edit(Edit::Rulebook(id.to_string()));
            Command::new(words.use_rulebook(&name), action)
        })
        .collect()
}

/// The keys of the page.
pub fn shortcuts(context: &ViewContext<'_>) -> Shortcuts {
    let words = context.words;
    let group = |heading: &'static str, keys: &[(&'static str, &'static str)]| {
        let keys = keys.iter().map(|(key, does)| (Text::Static(key), Text::Static(does)));
        (Text::Static(heading), keys.collect())
    };
    let groups = vec![
        group(
            words.keys_everywhere(),
            &[
                ("?", words.key_shortcuts()),
                ("/", words.key_commands()),
                (words.keys_undo(), words.key_undo()),
                (words.keys_redo(), words.key_redo()),
                (words.keys_close(), words.key_close()),
            ],
        ),
        group(
            words.keys_in_rows(),
            &[
                (words.keys_enter(), words.key_next_row()),
                (words.arrows(), words.key_rows()),
                (words.keys_move(), words.key_move()),
                (words.keys_paste(), words.key_paste()),
            ],
        ),
        group(
            words.keys_in_lists(),
            &[
                (words.arrows(), words.key_entries()),
                (words.keys_ends(), words.key_ends()),
                (words.letters(), words.key_letters()),
            ],
        ),
    ];
    Shortcuts { groups, single_keys: !context.session.view.no_single_keys }
}
