//! Worked cases: short lines that a licensing specialist can read and write.
//!
//! ```toml
//! [[example]]
//! name = "technicians on a portal"
//! people = ["technicians 800 employee"]                       # id, count, relationship
//! devices = ["bench 12"]                                      # id, count
//! servers = ["crm 1", "small 1 workgroup", "old 1 version 4.0"] # id, count, edition, `version` and which
//! uses = ["technicians portal case.write from bench on crm"]  # people, access, activities, devices or `own N`, servers
//! owned = { cal-full-user = 30 }                              # licences of this book, or in full of another
//! assured = { "crm-2016/cal-professional-user" = 10 }         # owned with active Software Assurance
//! assured = { "cal-team-user through ea" = 10 }               # and bought through a programme
//! answer = "an ESS CAL each"                                  # in words; `about` says who asked, and when
//! expect = { bill = { cal-ess-user = 800 }, total = "80000.00", verdicts = ["technicians needs"] }
//! ```

use super::fault::{Fault, Locator};
use super::raw::{self, Text};

/// A worked case with what it expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Unique within the book.
    pub name: String,
    /// The question that it answers, and where somebody asked it.
    pub about: String,
    /// The answer in words, where somebody asked.
    pub answer: String,
    /// Identifier, count, relationship.
    pub people: Vec<(String, u32, String)>,
    /// Identifier, count.
    pub devices: Vec<(String, u32)>,
    /// Their servers.
    pub servers: Vec<ExampleServers>,
    /// The uses.
    pub uses: Vec<ExampleUse>,
    /// Licence (without the rulebook), quantity.
    pub owned: Vec<(String, u32)>,
    /// The same for licences with active Software Assurance.
    pub assured: Vec<(String, u32)>,
    /// Licence (without the rulebook), price.
    pub prices: Vec<(String, String)>,
    /// Expected outcome.
    pub expect: Expectation,
}

/// A server group of a worked case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleServers {
    /// Unique among the server groups.
    pub id: String,
    /// Number of servers.
    pub count: u32,
    /// Which edition; none for the usual one.
    pub edition: Option<String>,
    /// Which version; none for the rulebook's own.
    pub version: Option<String>,
}

/// One use of a worked case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleUse {
    /// People group.
    pub people: String,
    /// Access.
    pub access: String,
    /// Activities.
    pub activities: Vec<String>,
    /// From a device group.
    pub devices: Option<String>,
    /// From so many devices of their own.
    pub own: Option<u32>,
    /// On which servers; none for all.
    pub servers: Option<Vec<String>>,
}

/// Expected outcome of a worked case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expectation {
    /// Licence (without the rulebook), quantity: the whole bill.
    pub bill: Vec<(String, u64)>,
    /// The total, where prices are known.
    pub total: Option<String>,
    /// `people verdict`, each of which must be among the answer's.
    pub verdicts: Vec<(String, String)>,
    /// Clauses that the reasons must cite.
    pub clauses: Vec<String>,
    /// Codes that must be among the diagnostics.
    pub diagnostics: Vec<String>,
    /// Facts of the book that hold the answer.
    pub facts: Vec<String>,
}

/// Reads the short lines of every case.
pub(super) fn read(book: raw::Book, locate: &Locator<'_>) -> Result<Vec<Example>, Vec<Fault>> {
    let mut faults = Vec::new();
    for fact in book.example.iter().flat_map(|example| &example.expect.facts) {
        if book.fact.iter().all(|known| known.id.get_ref() != fact.get_ref()) {
            faults.push(locate.fault(
                fact.span(),
                format!("there is no fact `{}`", fact.get_ref()),
                "add a [[fact]] with that id, or name one that exists",
            ));
        }
    }
    let examples = book
        .example
        .into_iter()
        .map(|example| read_example(example, locate, &mut faults))
        .collect();
    if faults.is_empty() { Ok(examples) } else { Err(faults) }
}

fn read_example(raw: raw::Example, locate: &Locator<'_>, faults: &mut Vec<Fault>) -> Example {
    let mut read_lines =
        |lines: &[Text], shape: &str, read: &mut dyn FnMut(&[&str]) -> Option<()>| {
            for line in lines {
                let words: Vec<_> = line.get_ref().split_whitespace().collect();
                if read(&words).is_none() {
                    faults.push(locate.fault(
                        line.span(),
                        format!("`{}` does not read as {shape}", line.get_ref()),
                        "see example.rs for the grammar",
                    ));
                }
            }
        };
    let (mut people, mut devices, mut servers, mut uses) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    read_lines(&raw.people, "id count relationship", &mut |words| match words {
        [id, count, relationship] => {
            people.push(((*id).to_owned(), count.parse().ok()?, (*relationship).to_owned()));
            Some(())
        }
        _ => None,
    });
    read_lines(&raw.devices, "id count", &mut |words| match words {
        [id, count] => {
            devices.push(((*id).to_owned(), count.parse().ok()?));
            Some(())
        }
        _ => None,
    });
    read_lines(&raw.servers, "id count edition version", &mut |words| {
        servers.push(read_servers(words)?);
        Some(())
    });
    read_lines(&raw.uses, "people access activities", &mut |words| {
        uses.push(read_use(words)?);
        Some(())
    });
    let mut verdicts = Vec::new();
    read_lines(&raw.expect.verdicts, "people verdict", &mut |words| match words {
        [who, verdict] => {
            verdicts.push(((*who).to_owned(), (*verdict).to_owned()));
            Some(())
        }
        _ => None,
    });
    Example {
        name: raw.name.into_inner(),
        about: raw.about.unwrap_or_default(),
        answer: raw.answer.unwrap_or_default(),
        people,
        devices,
        servers,
        uses,
        owned: raw.owned.into_iter().collect(),
        assured: raw.assured.into_iter().collect(),
        prices: raw.prices.into_iter().collect(),
        expect: Expectation {
            bill: raw.expect.bill.into_iter().collect(),
            total: raw.expect.total,
            verdicts,
            clauses: raw.expect.clauses,
            diagnostics: raw.expect.diagnostics,
            facts: raw.expect.facts.into_iter().map(toml::Spanned::into_inner).collect(),
        },
    }
}

fn read_servers(words: &[&str]) -> Option<ExampleServers> {
    let (&[id, count], optional_words) = words.split_first_chunk::<2>()?;
    let (edition, version) = match *optional_words {
        [] => (None, None),
        ["version", version] => (None, Some(version)),
        [edition] => (Some(edition), None),
        [edition, "version", version] => (Some(edition), Some(version)),
        _ => return None,
    };
    let (edition, version) = (edition.map(str::to_owned), version.map(str::to_owned));
    Some(ExampleServers { id: id.to_owned(), count: count.parse().ok()?, edition, version })
}

fn read_use(words: &[&str]) -> Option<ExampleUse> {
    let (&[people, access], clauses) = words.split_first_chunk::<2>()?;
    let clause = |word: &str| clauses.iter().position(|&known| known == word);
    let (from, on) = (clause("from"), clause("on"));
    let end = from.or(on).unwrap_or(clauses.len());
    let place = from
        .map(|at| clauses.get(at + 1..on.unwrap_or(clauses.len())))
        .map_or(Some(&[][..]), |place| place)?;
    let (devices, own) = match place {
        [] => (None, None),
        ["own", count] => (None, Some(count.parse().ok()?)),
        [device] => (Some((*device).to_owned()), None),
        _ => return None,
    };
    let servers = on
        .and_then(|at| clauses.get(at + 1..))
        .map(|list| list.iter().map(|&server| server.to_owned()).collect());
    Some(ExampleUse {
        people: people.to_owned(),
        access: access.to_owned(),
        activities: clauses.get(..end)?.iter().map(|&activity| activity.to_owned()).collect(),
        devices,
        own,
        servers,
    })
}
