//! Words of licensing: where they stand in a text, what they mean, and the clauses that they rest
//! on under the rulebook at hand.

use super::reasons::{self, Citation, Reason};
use super::{Text, ViewContext};
use crate::engine;
use crate::words::{TERMS, Term, Words};
use seatwise_core::rulebook::Rulebook;
use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};
use std::ops::{Deref, Range};
use std::rc::Rc;

/// A word with its explanation.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The identifier of the word.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// Its meaning, in two sentences.
    pub about: Text,
    /// The clauses that it rests on.
    clauses: &'static [&'static str],
    /// The rulebook at hand.
    book: Option<&'static Rulebook>,
}

/// A word means the same as long as the rulebook is the same.
impl PartialEq for Explained {
    fn eq(&self, other: &Self) -> bool {
        let book = |explained: &Self| explained.book.map(|book| &book.id);
        (self.id, &self.name, &self.about, book(self))
            == (other.id, &other.name, &other.about, book(other))
    }
}

impl Explained {
    /// Clauses of the rulebook that say so; may be none. Every word of the page would cite them at
    /// each key; only what is drawn anew does.
    pub fn sources(&self, words: Words) -> Vec<Citation> {
        let Some(book) = self.book else { return Vec::new() };
        let names = self.clauses.iter().filter_map(|clause| match clause.split_once('/') {
            Some((of, name)) => (of == book.id).then(|| name.to_owned()),
            None => Some((*clause).to_owned()),
        });
        let cited = engine::cite_by_name(book, &names.collect::<Vec<_>>());
        cited.into_iter().map(|citation| reasons::cite(words, citation)).collect()
    }
}

/// Words that are explained at one place.
pub type Explanations = Rc<Vec<Rc<Explained>>>;

/// A text in which words are explained.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marked {
    text: Text,
    /// The words, by the bytes that they take, in their order.
    marks: Vec<(Range<usize>, Rc<Explained>)>,
}

/// A text without explained words.
impl<T: Into<Text>> From<T> for Marked {
    fn from(text: T) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }
}

impl Deref for Marked {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Display for Marked {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Marked {
    /// The text in pieces, in their order: words with their explanation, and what is between them.
    pub fn pieces(&self) -> Vec<(Text, Option<Rc<Explained>>)> {
        let mut pieces = Vec::with_capacity(2 * self.marks.len() + 1);
        let mut put = |range: Range<usize>, explained| {
            let piece = self.text.get(range).filter(|piece| !piece.is_empty());
            pieces.extend(piece.map(|piece| (piece.to_owned().into(), explained)));
        };
        let mut end = 0;
        for (range, explained) in &self.marks {
            put(end..range.start, None);
            put(range.clone(), Some(Rc::clone(explained)));
            end = range.end;
        }
        put(end..self.text.len(), None);
        pieces
    }
}

/// Marks every word once, at its first occurrence.
pub struct Marker<'a> {
    context: &'a ViewContext<'a>,
    seen: BTreeSet<&'static str>,
}

impl<'a> Marker<'a> {
    /// A marker of texts beside which these words are explained already.
    pub fn beside(context: &'a ViewContext<'a>, explained: &[Rc<Explained>]) -> Self {
        Self { context, seen: explained.iter().map(|explained| explained.id).collect() }
    }

    /// A marker of a part of the page that explains its words itself.
    pub const fn new(context: &'a ViewContext<'a>) -> Self {
        Self { context, seen: BTreeSet::new() }
    }

    /// A text with the words that were not marked before.
    pub fn mark(&mut self, text: &str) -> Marked {
        let mut marks = Vec::new();
        let mut position = 0;
        while let Some((range, term)) =
            self.context.forms.next(text, position, |term| !self.seen.contains(term.id))
        {
            self.seen.insert(term.id);
            position = range.end;
            marks.push((range, Rc::new(explain(self.context, term))));
        }
        Marked { text: text.to_owned().into(), marks }
    }

    /// A reason with the words that were not marked before.
    pub fn mark_reason(&mut self, reason: Reason) -> Reason {
        Reason {
            headline: self.mark(&reason.headline),
            first: reason.first.iter().map(|sentence| self.mark(sentence)).collect(),
            sentences: reason.sentences.iter().map(|sentence| self.mark(sentence)).collect(),
            ..reason
        }
    }
}

/// The words that stand in some texts, explained together, in the order of the glossary's table.
pub fn standing_in<'t>(
    context: &ViewContext<'_>,
    texts: impl IntoIterator<Item = &'t str>,
) -> Explanations {
    let mut standing = BTreeSet::new();
    for text in texts {
        let mut position = 0;
        while let Some((range, term)) =
            context.forms.next(text, position, |term| !standing.contains(term.id))
        {
            standing.insert(term.id);
            position = range.end;
        }
    }
    let stands = |term: &&Term| standing.contains(term.id);
    Rc::new(TERMS.iter().filter(stands).map(|term| Rc::new(explain(context, term))).collect())
}

/// Words by their identifiers.
pub fn of(context: &ViewContext<'_>, ids: &[&str]) -> Explanations {
    let named = |id: &&str| TERMS.iter().find(|term| term.id == *id);
    Rc::new(ids.iter().filter_map(named).map(|term| Rc::new(explain(context, term))).collect())
}

/// All words, in the order of their names.
pub fn glossary(context: &ViewContext<'_>) -> Explanations {
    let mut glossary: Vec<_> = TERMS.iter().map(|term| Rc::new(explain(context, term))).collect();
    glossary.sort_by_key(|explained| explained.name.to_lowercase());
    Rc::new(glossary)
}

fn explain(context: &ViewContext<'_>, term: &Term) -> Explained {
    Explained {
        id: term.id,
        name: Text::Static(term.name(context.words)),
        about: Text::Static(term.about(context.words)),
        clauses: term.clauses,
        book: context.book,
    }
}

/// The forms in which the words stand in texts, in the order of their first byte, the longest first.
pub struct Forms(Vec<(&'static str, &'static Term)>);

impl Forms {
    /// The forms in a language.
    pub fn of(words: Words) -> Self {
        let forms = |term: &'static Term| term.forms(words).map(move |form| (form, term));
        let mut forms: Vec<_> =
            TERMS.iter().flat_map(forms).filter(|(form, _)| !form.is_empty()).collect();
        forms.sort_by_key(|(form, _)| (form.bytes().next(), usize::MAX - form.len()));
        Self(forms)
    }

    /// The next word that is looked for and stands alone in a text, from this byte on: the longest
    /// one where it begins.
    fn next(
        &self,
        text: &str,
        from: usize,
        is_looked_for: impl Fn(&Term) -> bool,
    ) -> Option<(Range<usize>, &'static Term)> {
        let mut before = text.get(..from)?.chars().next_back();
        for (place, letter) in text.get(from..)?.char_indices() {
            let start = from.saturating_add(place);
            let begins = !before.replace(letter).is_some_and(char::is_alphanumeric);
            let remaining = text.get(start..).filter(|_| begins).unwrap_or_default();
            let mut candidates = self.beginning_with(remaining.bytes().next()).iter();
            let matching = candidates.find(|(form, term)| {
                remaining
                    .strip_prefix(form)
                    .is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric))
                    && is_looked_for(term)
            });
            if let Some((form, term)) = matching {
                return Some((start..start.saturating_add(form.len()), term));
            }
        }
        None
    }

    /// The forms that begin with a byte.
    fn beginning_with(&self, byte: Option<u8>) -> &[(&'static str, &'static Term)] {
        let Some(byte) = byte else { return &[] };
        let first = |form: &str| form.bytes().next();
        let start = self.0.partition_point(|(form, _)| first(form) < Some(byte));
        let end = self.0.partition_point(|(form, _)| first(form) <= Some(byte));
        self.0.get(start..end).unwrap_or_default()
    }
}
