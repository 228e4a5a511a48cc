//! The order of the files of a crate, read off their `use` lines: no file uses another that uses it
//! in turn, and no stage uses a later one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Stages of the solver, each of which may use those before it.
const COVER: &[&str] = &[
    "id",
    "rights",
    "cost",
    "error",
    "problem",
    "budget",
    "solution",
    "pricing",
    "presolve",
    "bound",
    "search",
    "pools",
    "certificate",
    "decomposition",
    "minimum_order",
    "solve",
    "testing",
];

/// Stages of the core, each of which may use those before it; what stands in no folder of a stage
/// is used by all of them.
const CORE: &[&str] =
    &["resolve", "demand", "mix", "solved", "answer", "what_if", "years", "explain", "calls"];

/// Files of a crate by module path, each with the files that it uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

fn uses_of(krate: &str) -> Uses {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(krate).join("src");
    let mut texts = BTreeMap::new();
    read(&root, "", &mut texts);
    let names: BTreeSet<String> = texts.keys().cloned().collect();
    let shared: BTreeMap<String, String> =
        texts.iter().flat_map(|(folder, text)| shared(folder, text)).collect();
    let uses = texts.iter().map(|(file, text)| {
        // What tests use is not part of the crate.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let named = paths(code)
            .into_iter()
            .filter_map(|path| file_of(shared.get(&path).unwrap_or(&path), &names));
        (file.clone(), named.filter(|used| used != file).collect())
    });
    uses.collect()
}

/// Reads the files of a folder, by module path; `lib.rs` only lists them.
fn read(folder: &Path, prefix: &str, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of the crate").flatten() {
        let path = entry.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            read(&path, &format!("{prefix}{stem}::"), texts);
        } else if stem != "lib" && path.extension().is_some_and(|ext| ext == "rs") {
            let text = fs::read_to_string(&path).expect("a file of the crate");
            let name = if stem == "mod" {
                prefix.trim_end_matches("::").to_owned()
            } else {
                format!("{prefix}{stem}")
            };
            texts.insert(name, text);
        }
    }
}

/// Paths behind `crate::` in the code of a file, groups in braces taken apart.
fn paths(code: &str) -> Vec<String> {
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join(" ");
    let mut paths = Vec::new();
    for after in code.split("crate::").skip(1) {
        let word = |text: &str| -> String {
            text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect()
        };
        let path = word(after);
        match after.get(path.len()..).filter(|rest| rest.starts_with('{')) {
            Some(group) => {
                let group = group.trim_start_matches('{').split('}').next().unwrap_or_default();
                paths.extend(group.split(',').map(|name| format!("{path}{}", word(name.trim()))));
            }
            None => paths.push(path),
        }
    }
    paths
}

/// What a folder shares of its files, by its path in the folder, with the path in the file.
fn shared(folder: &str, text: &str) -> Vec<(String, String)> {
    let uses = text
        .lines()
        .filter_map(|line| line.trim_start().trim_start_matches("pub").split_once("use "));
    let groups = uses.filter_map(|(_, rest)| rest.trim_end_matches(';').split_once("::"));
    let names = groups.flat_map(|(file, names)| {
        names
            .trim_matches(['{', '}'])
            .split(',')
            .map(move |name| (file, name.trim().to_owned()))
            .collect::<Vec<_>>()
    });
    names
        .map(|(file, name)| (format!("{folder}::{name}"), format!("{folder}::{file}::{name}")))
        .collect()
}

/// The file that a path leads to: the longest beginning of it that is one.
fn file_of(path: &str, names: &BTreeSet<String>) -> Option<String> {
    let words: Vec<&str> = path.split("::").collect();
    (1..=words.len()).rev().map(|count| words[..count].join("::")).find(|file| names.contains(file))
}

/// The files that a file uses, directly or by way of others.
fn reached(uses: &Uses, from: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(file) = open.pop() {
        for used in uses.get(&file).into_iter().flatten() {
            if reached.insert(used.clone()) {
                open.push(used.clone());
            }
        }
    }
    reached
}

/// Files that use, by way of others, themselves.
fn in_circles(uses: &Uses) -> BTreeSet<&String> {
    uses.keys().filter(|file| reached(uses, file).contains(*file)).collect()
}

#[test]
fn no_file_of_the_solver_uses_one_that_uses_it() {
    assert_eq!(in_circles(&uses_of("cover")), BTreeSet::new());
}

#[test]
fn no_stage_of_the_solver_uses_a_later_one() {
    let stage = |file: &str| {
        let name = file.split("::").next().unwrap_or_default();
        COVER
            .iter()
            .position(|stage| *stage == name)
            .unwrap_or_else(|| panic!("`{name}` is no stage"))
    };
    for (file, used) in uses_of("cover") {
        for other in used {
            assert!(
                stage(&other) <= stage(&file),
                "{file} uses {other}, which belongs to a later stage"
            );
        }
    }
}

#[test]
fn the_verifier_shares_no_code_with_the_solver() {
    let types = ["id", "problem", "rights", "solution"].map(String::from);
    let used = &uses_of("cover")["certificate::verify"];
    assert!(used.iter().all(|file| types.contains(file)), "{used:?}");
}

#[test]
fn no_file_of_the_core_uses_one_that_uses_it() {
    assert_eq!(in_circles(&uses_of("core")), BTreeSet::new());
}

#[test]
fn no_stage_of_the_core_uses_a_later_one() {
    let stage = |file: &str| {
        let name = file.split("::").next().unwrap_or_default();
        CORE.iter().position(|stage| *stage == name)
    };
    for (file, used) in uses_of("core") {
        for other in used {
            assert!(
                stage(&other).is_none_or(|later| Some(later) <= stage(&file)) || file == "model",
                "{file} uses {other}, which belongs to a later stage"
            );
        }
    }
}

#[test]
fn prose_cannot_reach_the_solver() {
    for (file, used) in uses_of("core")
        .iter()
        .filter(|(file, _)| file.starts_with("explain::") || *file == "explain")
    {
        let reaches = |stage: &str| used.iter().any(|other| other.starts_with(stage));
        assert!(
            !reaches("solved") && !reaches("mix") && !reaches("what_if") && !reaches("books"),
            "{file}: {used:?}"
        );
    }
}

#[test]
fn what_a_folder_shares_leads_to_its_file() {
    let uses = uses_of("core");
    assert!(
        uses["solved"].contains("mix::catalogue") && uses["solved"].contains("demand::derive"),
        "{:?}",
        uses["solved"]
    );
    assert!(uses["explain"].contains("answer::assessment"), "{:?}", uses["explain"]);
}
