//! Every view in German, rendered to text: no English word is left.

use super::tests::{page, quoted_after};
use crate::session::{self, Action, Session, Start, Subject, Surroundings, apply};

fn german() -> Session {
    let words = crate::words::every_language::words("de");
    let surroundings = Surroundings { words, ..Surroundings::default() };
    Session::start(surroundings, &Start::default())
}

/// The texts of a page for people: its text and the names of its elements, without the titles of
/// documents, which are quoted as they are.
fn texts_of(page: &str) -> String {
    let mut texts = String::new();
    let mut quoted = false;
    for piece in page.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        quoted = match tag.split(' ').next() {
            Some("cite") => true,
            Some("/cite") => false,
            _ => quoted,
        };
        if quoted {
            continue;
        }
        texts.push(' ');
        texts.push_str(text);
        for named in ["aria-label=\"", "placeholder=\"", "title=\""] {
            texts.extend(quoted_after(tag, named).flat_map(|name| [" ", name]));
        }
    }
    texts
}

/// Names of Microsoft's, which German texts of its own have in English.
const NAMES: [&str; 7] = [
    "Enrollment for Education Solutions",
    "Products and Services Agreement",
    "Campus and School Agreement",
    "Server and Cloud Enrollment",
    "Dynamics 365 for Operations",
    "Forefront Security for Exchange",
    "for Internet Sites",
];

/// The texts of a page that are ours: without the titles of documents and names of agreements.
fn own_texts(session: &Session) -> String {
    let mut texts = texts_of(&page(session));
    let book = session.surroundings.words.library().rulebook(&session.document.scenario.rulebook);
    for source in book.into_iter().flat_map(|book| &book.sources) {
        texts = texts.replace(&source.title.replace('&', "&amp;"), "");
    }
    NAMES.iter().fold(texts, |texts, name| texts.replace(name, ""))
}

/// Words that no German text has, and that hardly an English sentence does without.
const ENGLISH: [&str; 38] = [
    "the", "and", "of", "is", "are", "with", "which", "for", "from", "not", "licence", "licences",
    "people", "price", "prices", "you", "your", "to", "that", "this", "what", "who", "how", "has",
    "have", "be", "by", "on", "at", "it", "or", "no", "every", "than", "would", "their", "they",
    "cheapest",
];

/// The English words of a text that stand outside of names in capitals, with what stands around.
fn english_in(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
    let english_words =
        words.iter().enumerate().filter(|(_, word)| ENGLISH.contains(&bare(word).as_str()));
    let around = |place: usize| {
        let end = (place + 5).min(words.len());
        words.get(place.saturating_sub(4)..end).unwrap_or_default().join(" ")
    };
    english_words.map(|(place, _)| around(place)).collect()
}

#[test]
fn every_view_is_german_where_german_is_read() {
    let start = german();
    let licence = "crm-2011/cal-ess-user".to_owned();
    let technicians = seatwise_core::trace::HolderRef::People("technicians".to_owned());
    let opened = [
        Action::Reason(Subject::Line(licence)),
        Action::Reason(Subject::Line("crm-2011/external-connector".to_owned())),
        Action::Reason(Subject::Use(start.document.uses[0])),
        Action::BreakEven(Some(session::Across::Count(technicians))),
        Action::Generations(true),
        Action::Forced(true),
        Action::Charges(true),
        Action::Sureness(true),
        Action::Paper(Some("2026-11-28".to_owned())),
        Action::Rules(true),
        Action::NewVersion,
        Action::Dialog(Some(session::Dialog::Share)),
        Action::Dialog(Some(session::Dialog::Import(None))),
        Action::Dialog(Some(session::Dialog::Prices)),
        Action::Dialog(Some(session::Dialog::Family("windows-server-2008".to_owned()))),
        Action::Open(Box::new(crate::engine::blank("crm-2016"))),
    ];
    let examples = crate::engine::examples(start.surroundings.words);
    let examples: Vec<_> = examples.map(|(scenario, _)| Action::Open(Box::new(scenario))).collect();
    for action in opened.into_iter().chain(examples) {
        let texts = own_texts(&apply(&start, action.clone()));
        let english = english_in(&texts);
        assert!(english.is_empty(), "{action:?}: {english:#?}");
    }
}

#[test]
fn saved_scenarios_side_by_side_are_german() {
    let title = |title: &str| Action::Edit(session::Edit::Title(title.to_owned()));
    let online = Action::Edit(session::Edit::Rulebook("d365-online-2024".to_owned()));
    let dialog = Action::Dialog(Some(session::Dialog::Saved));
    let actions =
        [title("Eins"), Action::SaveCopy, title("Zwei"), Action::SaveCopy, online, dialog];
    let mut shown = actions.into_iter().fold(german(), |now, action| apply(&now, action));
    for work in shown.view.shelf.clone() {
        shown = apply(&shown, Action::Compare(session::Side::Saved(work.id), true));
        let english = english_in(&own_texts(&shown));
        assert!(english.is_empty(), "{english:#?}");
    }
    let gone = shown
        .view
        .shelf
        .clone()
        .into_iter()
        .fold(shown, |now, work| apply(&now, Action::Discard(work.id)));
    assert!(english_in(&own_texts(&gone)).is_empty());
    assert!(page(&gone).contains("2 Szenarien sind von diesem Gerät gelöscht."));
}

#[test]
fn every_rulebook_is_german_where_german_is_read() {
    let start = german();
    for book in crate::engine::rulebooks() {
        let opened = apply(&start, Action::Edit(session::Edit::Rulebook(book.id.clone())));
        let opened = apply(&opened, Action::Rules(true));
        let texts = own_texts(&opened);
        let english = english_in(&texts);
        assert!(english.is_empty(), "{}: {english:#?}", book.id);
    }
}

#[test]
fn the_german_page_writes_german_numbers() {
    let page = page(&german());
    for text in ["146.000", "861 Lizenzen", "Außendiensttechniker", "Regeln und Quellen"] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("146,000") && !page.contains("5,000"));
}
