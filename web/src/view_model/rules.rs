//! The rulebook, to be read and quoted: every part of it with the clauses that it rests on, and
//! every clause under its document. Worked out only while the card is open.

use super::people::elsewhere;
use super::reasons::{self, Citation};
use super::{Text, ViewContext};
use crate::engine;
use crate::words::{Words, counted};
use seatwise_core::explain;
use seatwise_core::rulebook::{
    ClauseId, Fact, Licence, Mapping, Outcome, Programme, Rule, Rulebook, Source, StepUp,
};

/// The card of the rulebook.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// Text of the button that opens it.
    pub opens: Text,
    /// Text that is looked for; none while it is closed.
    pub wanted: Option<Text>,
    /// Parts that it holds, as far as they are looked for.
    pub parts: Vec<Part>,
}

/// Entries of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Names their kind.
    pub key: &'static str,
    /// Their kind, and how many there are.
    pub heading: Text,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Something that the rulebook says.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Subject of it.
    pub title: Text,
    /// Text about it.
    pub text: Text,
    /// Address where a document was read, and the same as a link, where it is one.
    pub address: Option<(Text, Option<Text>)>,
    /// Clauses that it rests on.
    pub sources: Vec<Citation>,
    /// True if what is looked for stands only in those.
    pub open: bool,
}

/// The card of a session.
pub fn rules(context: &ViewContext<'_>) -> Rules {
    let words = context.words;
    let wanted = context.session.view.rules.as_ref();
    let name = context.book.map_or("", |book| &book.name);
    Rules {
        opens: words.read_all(name).into(),
        wanted: wanted.map(|text| text.clone().into()),
        parts: wanted
            .zip(context.book)
            .map_or_else(Vec::new, |(wanted, book)| parts(words, book, wanted)),
    }
}

/// Content that becomes an entry.
struct Passage<'a> {
    title: String,
    text: String,
    sources: Vec<explain::Citation>,
    /// The document of the clauses, where it stands above them.
    document: Option<&'a Source>,
}

fn parts(words: Words, book: &Rulebook, wanted: &str) -> Vec<Part> {
    let passage = |title: &str, text: String, clauses: &[ClauseId]| {
        let text = words.sentence(&text);
        Passage {
            title: title.to_owned(),
            text,
            sources: engine::cite(book, clauses),
            document: None,
        }
    };
    let mapped = |mapping: &Mapping| {
        passage(&became(words, book, mapping), mapping.says.clone(), &mapping.clauses)
    };
    let stepped = |step_up: &StepUp| {
        passage(&step_up.name, sold_through(words, book, step_up), &step_up.clauses)
    };
    let offered = |programme: &Programme| {
        passage(&programme.name, offers(words, programme), &programme.clauses)
    };
    let known = |fact: &Fact| passage(&fact.title, fact.says.clone(), &fact.clauses);
    // What has no heading of its own says all in one sentence.
    let free = book.allowances.iter().map(|allowance| (&allowance.says, &allowance.clauses));
    let noted = book.notes.iter().map(|note| (&note.says, &note.clauses));
    let converted =
        book.conversions.iter().map(|conversion| (&conversion.says, &conversion.clauses));
    let brief = free.chain(noted).chain(converted);
    let brief = brief.map(|(text, clauses)| passage(&words.sentence(text), String::new(), clauses));
    let counting = |licence: &Licence| {
        let (owned, clauses) = counted_as(words, licence);
        (!owned.is_empty())
            .then(|| passage(&licence.name, words.counts_as_this(&words.list(&owned)), &clauses))
    };
    let chapters: [(&'static str, Vec<Passage<'_>>); 7] = [
        (
            words.rules_of_use(),
            book.rules.iter().map(|rule_of_use| rule(words, book, rule_of_use)).collect(),
        ),
        (words.mappings(), book.mappings.iter().map(mapped).collect()),
        (words.counted(), book.licences.iter().filter_map(counting).collect()),
        (words.step_ups(), book.step_ups.iter().map(stepped).collect()),
        (words.programmes(), book.programmes.iter().map(offered).collect()),
        (words.facts(), book.facts.iter().map(known).chain(brief).collect()),
        (
            words.clauses_by_document(),
            (0..)
                .zip(&book.sources)
                .map(|(place, source)| document(words, book, place, source))
                .collect(),
        ),
    ];
    let wanted = looked_through(wanted.trim());
    let part = |(key, passages): (&'static str, Vec<Passage<'_>>)| {
        let entries: Vec<_> =
            passages.into_iter().filter_map(|passage| entry(words, passage, &wanted)).collect();
        (!entries.is_empty()).then(|| Part {
            key,
            heading: words.counted_heading(key, counted(entries.len())).into(),
            entries,
        })
    };
    chapters.into_iter().filter_map(part).collect()
}

/// A text as it is looked through: an apostrophe is typed straight and printed curved.
fn looked_through(text: &str) -> String {
    text.to_ascii_lowercase().replace('\u{2019}', "'")
}

/// An entry, if it says what is looked for; of its clauses only those that do, where it does not
/// itself.
fn entry(words: Words, mut passage: Passage<'_>, wanted: &str) -> Option<Entry> {
    let meets = |text: &str| wanted.is_empty() || looked_through(text).contains(wanted);
    let open = !meets(&passage.title) && !meets(&passage.text);
    passage.sources.retain(|source| !open || meets(&source.says) || meets(&source.section));
    let address = passage
        .document
        .map(|source| (source.address.clone().into(), reasons::link(&source.address)));
    let is_match = !open || !passage.sources.is_empty();
    let sources =
        passage.sources.into_iter().map(|citation| reasons::cite(words, citation)).collect();
    is_match.then(|| Entry {
        title: passage.title.into(),
        text: passage.text.into(),
        address,
        sources,
        open,
    })
}

fn rule<'a>(words: Words, book: &Rulebook, rule: &Rule) -> Passage<'a> {
    let mut reason = engine::explain_rule(words, book, rule);
    if let Outcome::Included { otherwise, with } = &rule.outcome
        && !with.is_empty()
    {
        reason.sentences.push(words.otherwise(otherwise));
    }
    Passage {
        title: reason.headline,
        text: reason.sentences.join(" "),
        sources: reason.sources,
        document: None,
    }
}

/// Which owned licences count as this one, whoever sold them, and the clauses that say so.
fn counted_as(words: Words, licence: &Licence) -> (Vec<String>, Vec<ClauseId>) {
    let ways = || licence.stands_for.iter().filter(|way| way.programmes.is_empty());
    let owned = ways().map(|way| {
        let name = elsewhere(words, &way.licence);
        if way.assured { words.while_assured(&name) } else { name }
    });
    (owned.collect(), ways().flat_map(|way| way.clauses.iter().copied()).collect())
}

fn became(words: Words, book: &Rulebook, mapping: &Mapping) -> String {
    let (earlier_book, line) = mapping.from.split_once('/').unwrap_or_default();
    let from = words
        .library()
        .rulebook(earlier_book)
        .map(|earlier| words.of_book(&earlier.line_name(line), &earlier.name));
    let to: Vec<_> = mapping.to.iter().map(|line| book.line_name(line)).collect();
    words.became(&from.unwrap_or_default(), &to)
}

fn sold_through(words: Words, book: &Rulebook, step_up: &StepUp) -> String {
    let sellers: Vec<_> = book.sellers(step_up).map(|programme| programme.name.as_str()).collect();
    words.sold(&step_up.says, &sellers)
}

fn offers(words: Words, programme: &Programme) -> String {
    let offers: Vec<_> =
        programme.offers.iter().map(|&offering| words.offering(offering)).collect();
    words.offered(&offers, programme.assured, &words.sentence(&programme.says))
}

/// A document with everything that is taken from it; what it is stands above, so its clauses do not
/// say it again.
fn document<'a>(words: Words, book: &Rulebook, place: u16, source: &'a Source) -> Passage<'a> {
    let clauses =
        (0..).map(ClauseId).zip(&book.clauses).filter(|(_, clause)| clause.source == place);
    let clauses: Vec<_> = clauses.map(|(id, _)| id).collect();
    let mut sources = engine::cite(book, &clauses);
    for source in &mut sources {
        source.document.clear();
        source.address.clear();
    }
    Passage {
        title: source.title.clone(),
        text: words.month(&source.date),
        sources,
        document: Some(source),
    }
}
