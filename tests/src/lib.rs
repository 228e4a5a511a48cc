//! Helpers of the tests that span crates: the rulebooks' sources, and worked cases as scenarios.

pub mod certificate;
pub mod count;
pub mod exports;
pub mod generate;
pub mod highs;
pub mod invented;
pub mod many_users;
pub mod problem;
pub mod substitutes;
pub mod users;
pub mod worked;

use seatwise_core::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use seatwise_core::rulebook::{Access, Activity, Relationship};
use seatwise_core::scenario::{Owned, Prices, Scenario};
use seatwise_rulebook::compile::{self, Example};
use std::fs;
use std::path::{Path, PathBuf};

/// The repository's folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests stand below the root")
        .to_owned()
}

/// Name and text of every rulebook's source, sorted by name.
#[must_use]
pub fn rulebook_sources() -> Vec<(String, String)> {
    sources("crates/core/rulebooks", "toml")
}

/// Name and text of the files of a folder with this ending, sorted by name.
#[must_use]
pub fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("the file can be read"))
        })
        .collect();
    files.sort();
    files
}

/// The worked cases of one rulebook's source.
#[must_use]
pub fn examples(file: &str, text: &str) -> Vec<Example> {
    compile::examples(file, text).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// A worked case as a scenario under a rulebook.
#[must_use]
pub fn scenario(book: &str, example: &Example) -> Scenario {
    let full = |id: &String| if id.contains('/') { id.clone() } else { format!("{book}/{id}") };
    let set = example.prices.iter().map(|(id, price)| (full(id), price.clone())).collect();
    Scenario {
        title: example.name.clone(),
        organisation: organisation(example),
        owned: example
            .owned
            .iter()
            .map(|one| (one, false))
            .chain(example.assured.iter().map(|one| (one, true)))
            .map(|((id, quantity), software_assurance)| {
                let (bought, programme) = id
                    .split_once(" through ")
                    .map_or((id.as_str(), None), |(id, from)| (id, Some(from)));
                let programme = programme.map(str::to_owned);
                Owned {
                    licence: full(&bought.to_owned()),
                    quantity: *quantity,
                    software_assurance,
                    programme,
                    until: None,
                }
            })
            .collect(),
        prices: Some(Prices { set, ..Prices::default() }),
        ..Scenario::blank(book)
    }
}

fn organisation(example: &Example) -> Organisation {
    let relationship =
        |id: &str| Relationship::from_id(id).unwrap_or_else(|| panic!("relationship `{id}`"));
    Organisation {
        people: example
            .people
            .iter()
            .map(|(id, count, who)| PeopleGroup {
                id: id.clone(),
                name: id.clone(),
                count: *count,
                relationship: relationship(who),
                note: String::new(),
            })
            .collect(),
        devices: example
            .devices
            .iter()
            .map(|(id, count)| DeviceGroup {
                id: id.clone(),
                name: id.clone(),
                count: *count,
                note: String::new(),
            })
            .collect(),
        servers: example
            .servers
            .iter()
            .map(|one| ServerGroup {
                id: one.id.clone(),
                name: one.id.clone(),
                count: one.count,
                version: one.version.clone(),
                edition: one.edition.clone(),
                note: String::new(),
            })
            .collect(),
        uses: example
            .uses
            .iter()
            .map(|one| Use {
                people: one.people.clone(),
                access: Access::from_id(&one.access)
                    .unwrap_or_else(|| panic!("access `{}`", one.access)),
                activities: one.activities.iter().map(|id| activity(id)).collect(),
                from: one
                    .own
                    .map(From::Own)
                    .or_else(|| one.devices.clone().map(|id| From::Devices(vec![id]))),
                servers: one.servers.clone(),
            })
            .collect(),
    }
}

fn activity(id: &str) -> Activity {
    Activity::from_id(id).unwrap_or_else(|| panic!("activity `{id}`"))
}
