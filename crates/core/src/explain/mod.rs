//! Prose: a second pass over the trace. Nothing is decided here.

mod choice;
mod names;

use crate::answer::assessment::{Assessment, BillLine, NotNeeded, Replacement, UseVerdict, WhyNot};
use crate::money::Money;
use crate::scenario::Scenario;
pub use crate::text::capital;
use crate::text::{begins_with_vowel, sentence};
use crate::trace::{HolderRef, Other, Step, Trace};
use crate::words::Words;
use choice::Choice;
use names::Names;
use seatwise_rulebook::{Confidence, Outcome, Rule, Rulebook, VerdictKind};

/// Reasons for something, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The decisive sentence.
    pub headline: String,
    /// Sentences about what else would do, and what that would cost.
    pub alternatives: Vec<String>,
    /// Sentences about what leads to it.
    pub sentences: Vec<String>,
    /// Clauses that it rests on.
    pub sources: Vec<Citation>,
}

/// A clause with its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Name of the clause in the rulebook.
    pub clause: String,
    /// Rule in our own words.
    pub says: String,
    /// Title of the document.
    pub document: String,
    /// Section of the document.
    pub section: String,
    /// Address where it was read.
    pub address: String,
    /// Degree of trust in it.
    pub confidence: Confidence,
    /// Date of the last review.
    pub reviewed: String,
    /// Date of the last search for a text that settles the point, where none was found.
    pub searched: Option<String>,
}

/// The citations of some clauses, each once, in this order.
#[must_use]
pub fn citations<'a>(
    book: &Rulebook,
    clauses: impl IntoIterator<Item = &'a String>,
) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::new();
    for name in clauses {
        let Some(clause) = book.clauses.iter().find(|clause| clause.id == *name) else { continue };
        let Some(source) = book.source_of(clause) else { continue };
        if citations.iter().all(|known| known.clause != clause.id) {
            citations.push(Citation {
                clause: clause.id.clone(),
                says: sentence(&clause.says),
                document: source.title.clone(),
                section: clause.section.clone(),
                address: source.address.clone(),
                confidence: clause.confidence,
                reviewed: clause.reviewed.clone(),
                searched: clause.searched.clone(),
            });
        }
    }
    citations
}

/// The verdict of the terms on a use, with both readings where texts disagree.
#[must_use]
pub fn verdict(words: Words, book: &Rulebook, verdict: &UseVerdict) -> Reason {
    let rule = book.rules.iter().find(|rule| rule.id == verdict.rule);
    let clauses = verdict.clauses.clone();
    let mut reason = Decision { says: &verdict.says, clauses, rule }.reason(words, book);
    let version = book
        .version(&verdict.rule)
        .filter(|_| rule.is_none() && verdict.verdict == VerdictKind::Impossible);
    reason.sentences.extend(version.map(|version| remedy(words, &version.remedy)));
    reason
}

/// The decision of a row of the verdict table, with both readings where texts disagree.
#[must_use]
pub fn rule(words: Words, book: &Rulebook, rule: &Rule) -> Reason {
    let clauses = book.names_of(&rule.clauses);
    Decision { says: &rule.says, clauses, rule: Some(rule) }.reason(words, book)
}

/// A decision on a use, and the row of the verdict table that made it; none where a version or an
/// edition of the server did.
struct Decision<'d> {
    says: &'d str,
    clauses: Vec<String>,
    rule: Option<&'d Rule>,
}

impl Decision<'_> {
    fn reason(self, words: Words, book: &Rulebook) -> Reason {
        let Self { says, mut clauses, rule } = self;
        let mut sentences = Vec::new();
        match rule.map(|rule| &rule.outcome) {
            Some(Outcome::Disputed { readings, .. }) => {
                for (says, cited) in readings {
                    sentences.push(sentence(says));
                    clauses.append(&mut book.names_of(cited));
                }
            }
            Some(Outcome::Impossible { remedy: text }) => sentences.push(remedy(words, text)),
            _ => {}
        }
        Reason {
            headline: sentence(says),
            alternatives: Vec::new(),
            sentences,
            sources: citations(book, &clauses),
        }
    }
}

fn remedy(words: Words, text: &str) -> String {
    sentence(words.to_mend_it(text))
}

/// An amount with its currency and the time that it pays for.
fn amount(words: Words, amount: Money, assessment: &Assessment) -> String {
    let period = assessment.period.map(|period| format!(" {}", words.period(period)));
    let (amount, period) = (words.amount(amount), period.unwrap_or_default());
    format!("{amount} {}{period}", assessment.currency)
}

/// `a Limited CAL and an Additive CAL`: the licences of a combination.
fn together(words: Words, names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| with_article(words, name)).collect();
    words.list(&names)
}

/// A name with the article that fits its first sound: `an ESS User CAL`, `a Sales User CAL`.
fn with_article(words: Words, name: &str) -> String {
    if begins_with_vowel(name) { words.after_an(name) } else { words.after_a(name) }
}

fn is_additive(book: &Rulebook, line: &str) -> bool {
    book.licences
        .iter()
        .filter(|licence| licence.line == line)
        .all(|licence| !licence.bases.is_empty())
}

/// Puts the reasons of one assessment into words.
pub struct Writer<'a> {
    words: Words,
    book: &'a Rulebook,
    names: Names<'a>,
    assessment: &'a Assessment,
}

impl<'a> Writer<'a> {
    /// A writer about an assessment of this scenario under this rulebook.
    #[must_use]
    pub const fn new(
        words: Words,
        book: &'a Rulebook,
        scenario: &'a Scenario,
        assessment: &'a Assessment,
    ) -> Self {
        Self { words, book, names: Names::new(words, scenario, book), assessment }
    }

    /// The reasons for which a line of the bill is there, in this number, for these holders.
    ///
    /// `replacements` are told where its holders are, see [`crate::what_if::replacement::of_line`].
    #[must_use]
    pub fn bill_line(&self, index: usize, replacements: &[Replacement]) -> Option<Reason> {
        Some(self.line(self.assessment.bill.get(index)?, replacements))
    }

    /// The reason for which a licence is not on the bill, as one sentence to follow its name.
    #[must_use]
    pub fn not_needed(&self, entry: &NotNeeded) -> String {
        let Self { words, book, names, assessment } = self;
        match &entry.why {
            WhyNot::NothingNeeded => words.absent_nothing_needed().to_owned(),
            WhyNot::NoSuchAudience => words.absent_no_external().to_owned(),
            WhyNot::NoSuchHolder => words.absent_no_device().to_owned(),
            WhyNot::AllowsNothingNeeded if is_additive(book, &entry.line) => {
                words.absent_adds_nothing().to_owned()
            }
            WhyNot::AllowsNothingNeeded => words.absent_not_enough().to_owned(),
            WhyNot::CoveredOtherwise { holder } => words.absent_covered(&names.holder(holder)),
            WhyNot::Dearer { holder: HolderRef::Servers(_), more, .. } => {
                words.absent_dearer_on_servers(&amount(*words, *more, assessment))
            }
            WhyNot::Dearer { holder, with, more } => {
                let (holder, more) = (names.holder(holder), amount(*words, *more, assessment));
                match with.as_slice() {
                    [] => words.absent_dearer(&holder, &more),
                    with => words.absent_dearer_with(&together(*words, with), &holder, &more),
                }
            }
            WhyNot::Tie { holder, with } => match with.as_slice() {
                [] => words.absent_tie(&names.holder(holder)),
                with => words.absent_tie_with(&together(*words, with), &names.holder(holder)),
            },
            WhyNot::Unpriced => words.absent_unpriced().to_owned(),
        }
    }

    fn line(&self, line: &BillLine, replacements: &[Replacement]) -> Reason {
        let mut sentences = Vec::new();
        let mut clauses: Vec<String> = Vec::new();
        let entry = self.assessment.trace.entry(line.reason);
        if let Some(Step::Line { clauses: cited, .. }) = entry.map(|entry| &entry.step) {
            clauses.extend(cited.iter().cloned());
        }
        let choices =
            entry.map_or_else(Vec::new, |entry| choice::of_line(&self.names, self.trace(), entry));
        let mut alternatives = Vec::new();
        for choice in &choices {
            sentences.extend(self.situation(choice));
            sentences.extend(choice.rules().filter_map(|rule| self.rule(rule)));
            clauses.extend(choice::clauses(self.trace(), choice));
            let replaced =
                replacements.iter().filter(|known| choice.holders.contains(&&known.holder));
            alternatives.extend(replaced.map(|known| self.without(&known.holder, known.more)));
        }
        let substitutes = || {
            choices.iter().flat_map(|choice| {
                choice.substitutes.iter().map(move |substitute| (choice, substitute))
            })
        };
        let shown = substitutes().take(2);
        alternatives.extend(shown.map(|(choice, substitute)| self.substitute(choice, substitute)));
        sentences.extend(self.step_up(line));
        sentences.extend(self.owned(line));
        dedup(&mut alternatives);
        dedup(&mut sentences);
        let dearer = substitutes().any(|(_, substitute)| substitute.more > Money::ZERO);
        let headline = self.headline(line, dearer);
        Reason { headline, alternatives, sentences, sources: citations(self.book, &clauses) }
    }

    const fn trace(&self) -> &Trace {
        &self.assessment.trace
    }

    /// The decisive sentence: that it is enough where something dearer would also do, or that
    /// nothing less does.
    fn headline(&self, line: &BillLine, dearer: bool) -> String {
        let licence = with_article(self.words, &line.name);
        let holders = self.holders(line.lots.iter().map(|lot| &lot.holder));
        sentence(match line.lots.first().map(|lot| &lot.holder) {
            Some(HolderRef::Servers(_)) => self.words.lets_everybody_in(&licence, &holders),
            _ if dearer => self.words.is_enough(&licence, &holders),
            Some(HolderRef::Devices(_) | HolderRef::OwnDevices(_)) => {
                self.words.nothing_less_on(&licence, &holders)
            }
            _ => self.words.nothing_less(&licence, &holders),
        })
    }

    /// Holders by name, of more than three the first two.
    fn holders<'h>(&self, holders: impl Iterator<Item = &'h HolderRef>) -> String {
        let mut names: Vec<String> = holders.map(|holder| self.names.holder(holder)).collect();
        if names.len() > 3 {
            let hidden = names.split_off(2).len();
            names.push(self.words.more_groups(u64::try_from(hidden).unwrap_or_default()));
        }
        self.words.list(&names)
    }

    /// Audience, head count and activities of the people, and whom the licences cover.
    fn situation(&self, choice: &Choice<'_>) -> Vec<String> {
        let words = self.words;
        let uses = choice.uses.iter().map(|uses| sentence(self.names.use_of(uses)));
        let mut sentences: Vec<String> = uses.collect();
        let (units, people) = (choice.units, choice.people());
        let groups = u64::try_from(choice.holders.len()).unwrap_or_default();
        match choice.holders.first() {
            None | Some(HolderRef::People(_) | HolderRef::OwnDevices(_)) => {}
            Some(HolderRef::Devices(_)) if groups > 1 => {
                sentences.push(words.cover_on_pools(units, groups, people));
            }
            Some(HolderRef::Devices(_)) => sentences.push(words.cover_on_devices(units, people)),
            Some(HolderRef::Servers(_)) => {
                let servers = self.holders(choice.holders.iter().copied());
                sentences.push(words.cover_on_servers(units, &servers, people));
            }
        }
        if choice.licences.len() > 1 {
            let held: Vec<String> =
                choice.licences.iter().map(|id| self.names.licence(id)).collect();
            sentences.push(words.each_holds(&words.list(&held)));
        }
        sentences
    }

    /// The text of the rule that fired, or of the version of a server that decided beside it.
    fn rule(&self, rule: &str) -> Option<String> {
        let fired = self.book.rules.iter().find(|known| known.id == *rule);
        let says = fired.map(|rule| &rule.says);
        says.or_else(|| self.book.version(rule).map(|version| &version.says)).map(sentence)
    }

    /// The licence that a step-up takes the place of, and the programmes that sell it.
    fn step_up(&self, line: &BillLine) -> Vec<String> {
        let licence =
            self.book.licences.iter().find(|licence| self.book.full_id(licence) == line.licence);
        let Some(step_up) = licence.and_then(|licence| self.book.step_up_of(licence)) else {
            return Vec::new();
        };
        let sellers: Vec<String> =
            self.book.sellers(step_up).map(|programme| programme.name.clone()).collect();
        vec![
            sentence(&step_up.says),
            sentence(self.words.it_is_sold_through(&self.words.either(&sellers))),
        ]
    }

    fn owned(&self, line: &BillLine) -> Option<String> {
        (line.owned > 0).then(|| self.words.of_these_owned(line.owned, line.buy))
    }

    /// The cost of letting others step in.
    fn without(&self, holder: &HolderRef, more: Money) -> String {
        let words = self.words;
        if more == Money::ZERO {
            return sentence(match holder {
                HolderRef::People(_) => words.instead_of_people_same(),
                HolderRef::Devices(_) | HolderRef::OwnDevices(_) => words.instead_of_devices_same(),
                HolderRef::Servers(_) => words.instead_of_servers_same(),
            });
        }
        let more = amount(words, more, self.assessment);
        sentence(match holder {
            HolderRef::People(_) => words.instead_of_people(&more),
            HolderRef::Devices(_) | HolderRef::OwnDevices(_) => words.instead_of_devices(&more),
            HolderRef::Servers(_) => words.instead_of_servers(&more),
        })
    }

    fn substitute(&self, choice: &Choice<'_>, substitute: &Other) -> String {
        let words = self.words;
        let licences = substitute.licences.iter().map(|id| self.names.licence(id));
        let licences: Vec<String> = licences.map(|name| with_article(words, &name)).collect();
        let licences = words.list(&licences);
        let holders = self.holders(choice.holders.iter().copied());
        if substitute.more == Money::ZERO {
            return sentence(words.would_also_do_same(&licences, &holders));
        }
        let more = amount(words, substitute.more, self.assessment);
        sentence(words.would_also_do(&licences, &holders, &more))
    }
}

fn dedup(sentences: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::new();
    sentences.retain(|sentence| {
        let new = !seen.contains(sentence);
        if new {
            seen.push(sentence.clone());
        }
        new
    });
}
