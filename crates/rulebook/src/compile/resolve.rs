//! Names become places: from the file's shape to a [`Rulebook`].

use super::bundles;
use super::fault::{Fault, Locator};
use super::names::{self, Names};
use super::raw;
use super::step_up;
use crate::{
    Access, Allowance, Answer, Audience, Clause, Confidence, Conversion, Edition, Fact, Family,
    HolderKind, Licence, LicenceId, Mapping, Mode, Note, Offering, Outcome, Programme, Question,
    Relationship, Right, Rights, Rule, Rulebook, ServerSoftware, Source, Standing, StandsFor,
    StepUp, Tier, Trial, VerdictKind, Version,
};

/// Resolves every name of a book, or says which could not be.
pub(super) fn rulebook(raw: &raw::Book, locate: &Locator<'_>) -> Result<Rulebook, Vec<Fault>> {
    let Some(family) = Family::from_id(raw.family.get_ref()) else {
        return Err(vec![locate.fault(
            raw.family.span(),
            "the family is not known",
            "write crm or server",
        )]);
    };
    let mut names = Names::new(raw, family, locate);
    let standings = standings(raw, &mut names);
    let mut licences = licences(raw, &mut names);
    let programmes = raw
        .programme
        .iter()
        .map(|programme| resolve_programme(programme, &mut names))
        .collect::<Vec<_>>();
    let step_ups = raw
        .step_up
        .iter()
        .map(|step_up| step_up::resolve(step_up, raw, &mut names))
        .collect::<Vec<_>>();
    step_up::add_licences(raw, &step_ups, &programmes, &mut licences, &mut names);
    let tiers: Vec<Tier> =
        raw.tier.iter().map(|tier| resolve_tier(tier, &licences, &step_ups, &mut names)).collect();
    let book = Rulebook {
        id: raw.id.get_ref().clone(),
        edition: raw.edition.clone(),
        family,
        name: raw.name.clone(),
        client: raw.client.clone(),
        prices: raw.prices.clone(),
        sources: sources(&raw.source, &mut names),
        clauses: clauses(&raw.clause, &raw.source, &raw.reviewed, &mut names),
        rules: raw
            .rule
            .iter()
            .filter_map(|rule| resolve_rule(rule, raw, &standings, &mut names))
            .collect(),
        bundles: bundles::enumerate(&licences, &tiers),
        standings,
        licences,
        editions: raw
            .edition_of_server
            .iter()
            .map(|edition| resolve_edition(edition, &raw.allowance, &mut names))
            .collect(),
        versions: raw
            .version_of_server
            .iter()
            .map(|version| resolve_version(version, &mut names))
            .collect(),
        allowances: raw
            .allowance
            .iter()
            .map(|allowance| resolve_allowance(allowance, &mut names))
            .collect(),
        notes: raw.note.iter().map(|note| resolve_note(note, &mut names)).collect(),
        questions: raw
            .question
            .iter()
            .map(|question| resolve_question(question, &mut names))
            .collect(),
        programmes,
        step_ups,
        mappings: raw
            .mapping
            .iter()
            .map(|mapping| resolve_mapping(mapping, raw, &mut names))
            .collect(),
        facts: raw.fact.iter().map(|fact| resolve_fact(fact, &mut names)).collect(),
        conversions: raw
            .conversion
            .iter()
            .map(|conversion| resolve_conversion(conversion, raw, &mut names))
            .collect(),
        tiers,
        trial: raw.trial.as_ref().map(|trial| Trial {
            days: trial.days,
            says: trial.says.clone(),
            clauses: names.clauses(&trial.clauses, &trial.id),
        }),
    };
    names.unique(raw.tier.iter().map(|tier| &tier.id), "tier");
    names.unique(raw.rule.iter().map(|rule| &rule.id), "rule");
    names.unique(raw.source.iter().map(|source| &source.id), "source");
    names.unique(raw.note.iter().map(|note| &note.id), "note");
    names.unique(raw.question.iter().map(|question| &question.id), "question");
    names.unique(raw.edition_of_server.iter().map(|edition| &edition.id), "edition");
    names.unique(raw.version_of_server.iter().map(|version| &version.id), "version");
    names.unique(raw.allowance.iter().map(|allowance| &allowance.id), "allowance");
    names.unique(raw.programme.iter().map(|programme| &programme.id), "programme");
    names.unique(
        raw.licence
            .iter()
            .map(|line| &line.id)
            .chain(raw.step_up.iter().map(|step_up| &step_up.id)),
        "licence or step-up",
    );
    names.unique(raw.fact.iter().map(|fact| &fact.id), "fact");
    names.unique(raw.conversion.iter().map(|conversion| &conversion.id), "conversion");
    names.unique(raw.example.iter().map(|example| &example.name), "example");
    if names.faults.is_empty() { Ok(book) } else { Err(names.faults) }
}

fn relationships(at: &[raw::Text], names: &mut Names<'_>) -> Vec<Relationship> {
    names.words(at, Relationship::from_id, Relationship::ALL, Relationship::id)
}

fn accesses(at: &[raw::Text], names: &mut Names<'_>) -> Vec<Access> {
    names.words(at, Access::from_id, Access::ALL, Access::id)
}

fn audiences(at: &[raw::Text], names: &mut Names<'_>) -> Vec<Audience> {
    names.words(at, Audience::from_id, Audience::ALL, Audience::id)
}

fn confidence(at: &raw::Text, names: &mut Names<'_>) -> Confidence {
    names
        .word(at, Confidence::from_id, Confidence::ALL, Confidence::id)
        .unwrap_or(Confidence::Assumption)
}

/// The documents of a rulebook or a price book.
pub(super) fn sources(raw: &[raw::Source], names: &mut Names<'_>) -> Vec<Source> {
    raw.iter()
        .map(|source| {
            if source.address.get_ref().is_empty() {
                names.fault(&source.id, "the source has no address", "say where it was read");
            }
            Source {
                id: source.id.get_ref().clone(),
                title: source.title.clone(),
                date: source.date.clone(),
                address: source.address.get_ref().clone(),
                confidence: confidence(&source.confidence, names),
            }
        })
        .collect()
}

/// The clauses of a rulebook or an analysis.
pub(super) fn clauses(
    raw: &[raw::Clause],
    sources: &[raw::Source],
    reviewed: &str,
    names: &mut Names<'_>,
) -> Vec<Clause> {
    raw.iter()
        .map(|clause| {
            let place =
                sources.iter().position(|source| source.id.get_ref() == clause.source.get_ref());
            if place.is_none() {
                names.fault(
                    &clause.source,
                    format!("there is no source `{}`", clause.source.get_ref()),
                    "add a [[source]] with that id",
                );
            }
            let of_source =
                place.and_then(|place| sources.get(place)).map(|source| &source.confidence);
            Clause {
                id: clause.id.get_ref().clone(),
                source: place.and_then(|place| u16::try_from(place).ok()).unwrap_or_default(),
                section: clause.section.clone(),
                says: clause.says.get_ref().clone(),
                confidence: clause
                    .confidence
                    .as_ref()
                    .or(of_source)
                    .map_or(Confidence::Assumption, |word| confidence(word, names)),
                reviewed: clause.reviewed.clone().unwrap_or_else(|| reviewed.to_owned()),
                searched: clause.searched.as_ref().map(|date| date.get_ref().clone()),
            }
        })
        .collect()
}

fn standings(raw: &raw::Book, names: &mut Names<'_>) -> Vec<Standing> {
    let mut standings = Vec::new();
    for standing in &raw.standing {
        let audience =
            names.word(&standing.audience, Audience::from_id, Audience::ALL, Audience::id);
        let clauses = names.clauses(&standing.clauses, &standing.audience);
        for relationship in relationships(&standing.relationships, names) {
            if standings.iter().any(|known: &Standing| known.relationship == relationship) {
                names.fault(
                    &standing.audience,
                    format!("`{}` has two standings", relationship.id()),
                    "name every relationship once",
                );
            }
            standings.push(Standing {
                relationship,
                audience: audience.unwrap_or(Audience::Unknown),
                clauses: clauses.clone(),
            });
        }
    }
    for missing in Relationship::ALL.iter().filter(|&&relationship| {
        standings.iter().all(|standing| standing.relationship != relationship)
    }) {
        names.fault(
            &raw.id,
            format!("`{}` has no standing", missing.id()),
            "add it to a [[standing]]",
        );
    }
    standings
}

fn licences(raw: &raw::Book, names: &mut Names<'_>) -> Vec<Licence> {
    let mut licences = Vec::new();
    for licence in &raw.licence {
        let audiences = audiences(&licence.audiences, names);
        let clauses = names.clauses(&licence.clauses, &licence.id);
        let grants = [(Mode::Client, &licence.grants.client), (Mode::App, &licence.grants.app)]
            .into_iter()
            .flat_map(|(mode, at)| {
                names.activities(at).into_iter().map(move |activity| Right { mode, activity })
            })
            .collect::<Rights>();
        for holder in
            names.words(&licence.holders, HolderKind::from_id, HolderKind::ALL, HolderKind::id)
        {
            licences.push(Licence {
                id: names::licence_id(licence, holder),
                line: licence.id.get_ref().clone(),
                name: raw.holder.on(&licence.name, holder),
                line_name: names::line_name(&licence.name),
                holder,
                audiences: audiences.clone(),
                grants,
                bases: licence
                    .bases
                    .iter()
                    .filter_map(|base| names.licence_on(base, holder))
                    .collect(),
                clauses: clauses.clone(),
                for_sale: !licence.not_for_sale
                    && !licence.sold_elsewhere
                    && licence.software.is_none(),
                stands_for: stands_for(licence, holder, names),
                same_as: None,
                step_up: None,
                software: licence
                    .software
                    .as_ref()
                    .map(|software| resolve_software(software, raw, names)),
            });
        }
        if licence.not_for_sale && licence.stands_for.is_empty() {
            names.fault(
                &licence.id,
                "nobody can come by this licence",
                "let it be for sale, or say what it stands for",
            );
        }
    }
    licences
}

fn resolve_software(
    software: &raw::Software,
    raw: &raw::Book,
    names: &mut Names<'_>,
) -> ServerSoftware {
    for named in &software.editions {
        if !raw.edition_of_server.iter().any(|edition| edition.id.get_ref() == named.get_ref()) {
            names.fault(named, "the book has no such edition", "name an [[edition_of_server]]");
        }
    }
    ServerSoftware {
        editions: software.editions.iter().map(|named| named.get_ref().clone()).collect(),
        usual: software.usual,
        included: software.included,
        same_as: software
            .same_as
            .as_ref()
            .and_then(|named| names.licence_on(named, HolderKind::Server)),
        says: software.says.clone(),
    }
}

fn stands_for(licence: &raw::Licence, holder: HolderKind, names: &mut Names<'_>) -> Vec<StandsFor> {
    let mut entries = Vec::new();
    for entry in &licence.stands_for {
        if let Some(only) = &entry.holder {
            names.word(only, HolderKind::from_id, HolderKind::ALL, HolderKind::id);
        }
        let clauses = names.clauses(&entry.clauses, &licence.id);
        if let Some(full) = stands_for_id(licence, entry, holder) {
            let each = entry.each.unwrap_or(1);
            let assured = entry.assured;
            entries.push(StandsFor {
                licence: full,
                each,
                assured,
                programmes: Vec::new(),
                clauses,
            });
        }
    }
    entries
}

/// The owned licence that an entry means for a holder of the line; none where it is about another
/// holder.
pub(super) fn stands_for_id(
    licence: &raw::Licence,
    entry: &raw::StandsFor,
    holder: HolderKind,
) -> Option<String> {
    let name = entry.licence.get_ref();
    match &entry.holder {
        Some(only) => (only.get_ref() == holder.id()).then(|| name.clone()),
        None if licence.holders.len() > 1 => Some(format!("{name}-{}", holder.id())),
        None => Some(name.clone()),
    }
}

fn resolve_rule(
    rule: &raw::Rule,
    raw: &raw::Book,
    standings: &[Standing],
    names: &mut Names<'_>,
) -> Option<Rule> {
    let relationships = match (&rule.audience, &rule.relationships) {
        (Some(audience), None) => {
            let audience = names.word(audience, Audience::from_id, Audience::ALL, Audience::id)?;
            standings
                .iter()
                .filter(|standing| standing.audience == audience)
                .map(|standing| standing.relationship)
                .collect()
        }
        (None, Some(list)) => relationships(list, names),
        _ => {
            names.fault(
                &rule.id,
                "a rule names either an audience or relationships",
                "write one of the two",
            );
            return None;
        }
    };
    let activities = match &rule.activities {
        Some(list) => names.activities(list),
        None => names.activities(&[toml::Spanned::new(rule.id.span(), "*".to_owned())]),
    };
    Some(Rule {
        id: rule.id.get_ref().clone(),
        relationships,
        accesses: accesses(&rule.access, names),
        activities,
        outcome: outcome(rule, raw, names)?,
        says: rule.says.get_ref().clone(),
        clauses: names.clauses(&rule.clauses, &rule.id),
    })
}

fn outcome(rule: &raw::Rule, raw: &raw::Book, names: &mut Names<'_>) -> Option<Outcome> {
    Some(
        match names.word(&rule.verdict, VerdictKind::from_id, VerdictKind::ALL, VerdictKind::id)? {
            VerdictKind::Needs => Outcome::Needs,
            VerdictKind::Exempt => Outcome::Exempt,
            VerdictKind::Included => {
                let with = names.licences(&rule.with);
                if !with.is_empty() && rule.otherwise.is_none() {
                    names.fault(
                        &rule.id,
                        "`with` has no `otherwise`",
                        "say what holds when none of them is held",
                    );
                }
                Outcome::Included { with, otherwise: rule.otherwise.clone().unwrap_or_default() }
            }
            VerdictKind::Impossible => {
                if rule.mend.is_none() {
                    names.fault(
                        &rule.id,
                        "an impossible use has no mend",
                        "say what would make it possible",
                    );
                }
                Outcome::Impossible { remedy: rule.mend.clone().unwrap_or_default() }
            }
            VerdictKind::Disputed => {
                if rule.readings.len() < 2 || rule.counted.is_none() {
                    names.fault(
                        &rule.id,
                        "a dispute has two readings and says what is counted",
                        "add `readings` and `counted = true` or `false`",
                    );
                }
                let readings = rule
                    .readings
                    .iter()
                    .map(|reading| {
                        (reading.says.clone(), names.clauses(&reading.clauses, &rule.id))
                    })
                    .collect();
                Outcome::Disputed { counted: rule.counted.unwrap_or(true), readings }
            }
            VerdictKind::Unknown => {
                let wanted = rule.question.as_ref().map(toml::Spanned::get_ref);
                let place =
                    raw.question.iter().position(|question| Some(question.id.get_ref()) == wanted);
                if place.is_none() {
                    names.fault(
                        &rule.id,
                        "an unknown verdict names no question",
                        "name a [[question]] of this book",
                    );
                }
                Outcome::Unknown {
                    question: place.and_then(|place| u16::try_from(place).ok()).unwrap_or_default(),
                }
            }
        },
    )
}

fn resolve_edition(
    edition: &raw::Edition,
    allowances: &[raw::Allowance],
    names: &mut Names<'_>,
) -> Edition {
    let allowance = |named: &raw::Text| {
        allowances.iter().any(|allowance| allowance.id.get_ref() == named.get_ref())
    };
    if let Some(unlimited) = edition.unlimited.as_ref().filter(|named| !allowance(named)) {
        names.fault(unlimited, "there is no such allowance", "name an [[allowance]] of this book");
    }
    Edition {
        id: edition.id.get_ref().clone(),
        name: edition.name.clone(),
        named_users: edition.named_users,
        unlimited: edition.unlimited.as_ref().map(|named| named.get_ref().clone()),
        remedy: edition.mend.clone(),
        clauses: names.clauses(&edition.clauses, &edition.id),
    }
}

fn resolve_version(version: &raw::Version, names: &mut Names<'_>) -> Version {
    Version {
        id: version.id.get_ref().clone(),
        name: version.name.clone(),
        reached_by: names.words(
            &version.reached_by,
            HolderKind::from_id,
            HolderKind::ALL,
            HolderKind::id,
        ),
        says: version.says.clone(),
        remedy: version.mend.clone(),
        clauses: names.clauses(&version.clauses, &version.id),
    }
}

fn resolve_allowance(allowance: &raw::Allowance, names: &mut Names<'_>) -> Allowance {
    Allowance {
        id: allowance.id.get_ref().clone(),
        activities: names.activities(&allowance.activities),
        units: allowance.units,
        says: allowance.says.clone(),
        clauses: names.clauses(&allowance.clauses, &allowance.id),
    }
}

fn resolve_note(note: &raw::Note, names: &mut Names<'_>) -> Note {
    Note {
        id: note.id.get_ref().clone(),
        warns: note.warns,
        activities: names.activities(&note.activities),
        accesses: accesses(&note.access, names),
        audiences: audiences(&note.audiences, names),
        licences: names.licences(&note.licences),
        says: note.says.clone(),
        clauses: names.clauses(&note.clauses, &note.id),
    }
}

fn resolve_question(question: &raw::Question, names: &mut Names<'_>) -> Question {
    Question {
        id: question.id.get_ref().clone(),
        asks: question.asks.clone(),
        answers: question
            .answers
            .iter()
            .filter_map(|answer| {
                let relationship = names.word(
                    &answer.relationship,
                    Relationship::from_id,
                    Relationship::ALL,
                    Relationship::id,
                )?;
                Some(Answer { label: answer.label.clone(), relationship })
            })
            .collect(),
    }
}

fn resolve_programme(programme: &raw::Programme, names: &mut Names<'_>) -> Programme {
    Programme {
        id: programme.id.get_ref().clone(),
        name: programme.name.clone(),
        offers: names.words(&programme.offers, Offering::from_id, Offering::ALL, Offering::id),
        assured: programme.assured,
        says: programme.says.clone(),
        clauses: names.clauses(&programme.clauses, &programme.id),
    }
}

fn resolve_mapping(mapping: &raw::Mapping, raw: &raw::Book, names: &mut Names<'_>) -> Mapping {
    Mapping {
        from: mapping.from.get_ref().clone(),
        to: mapping.to.iter().map(|to| line(to, raw, names)).collect(),
        says: mapping.says.clone(),
        clauses: names.clauses(&mapping.clauses, &mapping.from),
    }
}

/// A line of licences of this book.
pub(super) fn line(at: &raw::Text, raw: &raw::Book, names: &mut Names<'_>) -> String {
    if raw.licence.iter().all(|line| line.id.get_ref() != at.get_ref()) {
        names.fault(
            at,
            format!("there is no line of licences `{}`", at.get_ref()),
            "name a [[licence]] of this book",
        );
    }
    at.get_ref().clone()
}

fn resolve_fact(fact: &raw::Fact, names: &mut Names<'_>) -> Fact {
    Fact {
        id: fact.id.get_ref().clone(),
        title: fact.title.clone(),
        says: fact.says.clone(),
        clauses: names.clauses(&fact.clauses, &fact.id),
    }
}

/// A tier with its licences, and with what is sold as a step-up to one of them.
fn resolve_tier(
    tier: &raw::Tier,
    licences: &[Licence],
    step_ups: &[StepUp],
    names: &mut Names<'_>,
) -> Tier {
    let mut members = names.licences(&tier.licences);
    let lines: Vec<&String> = members
        .iter()
        .filter_map(|id| licences.get(usize::from(id.0)))
        .map(|licence| &licence.line)
        .collect();
    let leads_to = |licence: &Licence| {
        let step_up = licence.step_up.and_then(|place| step_ups.get(usize::from(place)));
        step_up.is_some_and(|step_up| lines.contains(&&step_up.to))
    };
    let sold_as =
        (0..=u16::MAX).map(LicenceId).zip(licences).filter(|(_, licence)| leads_to(licence));
    let step_ups: Vec<LicenceId> = sold_as.map(|(id, _)| id).collect();
    members.extend(step_ups);
    members.sort_unstable();
    Tier {
        id: tier.id.get_ref().clone(),
        name: tier.name.clone(),
        licences: members,
        says: tier.says.clone(),
        clauses: names.clauses(&tier.clauses, &tier.id),
    }
}

fn resolve_conversion(
    conversion: &raw::Conversion,
    raw: &raw::Book,
    names: &mut Names<'_>,
) -> Conversion {
    let convertible =
        |line: &&raw::Licence| line.holders.len() > 1 && !line.not_for_sale && !line.sold_elsewhere;
    let mut lines = Vec::new();
    for at in &conversion.lines {
        if at.get_ref() == "*" {
            lines.extend(
                raw.licence.iter().filter(convertible).map(|line| line.id.get_ref().clone()),
            );
            continue;
        }
        let name = line(at, raw, names);
        if raw.licence.iter().any(|line| *line.id.get_ref() == name && !convertible(&line)) {
            let remedy = "name a line that is for sale for users and for devices, or write `*` for all of them";
            names.fault(at, format!("`{name}` is not sold for several kinds of holders"), remedy);
        }
        lines.push(name);
    }
    if lines.is_empty() {
        let remedy = "name a line that is for sale for users and for devices";
        names.fault(
            &conversion.id,
            format!("`{}` converts nothing", conversion.id.get_ref()),
            remedy,
        );
    }
    Conversion {
        id: conversion.id.get_ref().clone(),
        lines,
        assured: conversion.assured,
        says: conversion.says.clone(),
        clauses: names.clauses(&conversion.clauses, &conversion.id),
    }
}
