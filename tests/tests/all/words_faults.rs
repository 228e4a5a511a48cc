//! What stops a build: texts that are missing, or that do not fit those of English.

use seatwise_fluent::compile::{Compiled, Fault, compile};
use std::fs;
use std::path::PathBuf;

const ENGLISH: &str = "# Opens the reason.\nwhy = why\n\n# How many.\nlicences = { $count ->\n    [one] 1 licence\n   \
    *[other] { $count } licences\n } for { $name }\n";

const GERMAN: &str = "why = warum\nlicences = { $count ->\n    [one] 1 Lizenz\n   *[other] { $count } Lizenzen\n } für { $name }\n";

/// Compiles these texts, from a folder of their own.
fn compiled(name: &str, english: &str, german: &str) -> Result<Compiled, Vec<Fault>> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (language, text) in [("en", english), ("de", german)] {
        let folder = folder.join(language);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("page.ftl"), text).expect("a file");
    }
    compile(&folder)
}

/// The first fault is at this place, in words that hold these.
#[track_caller]
fn refused(name: &str, english: &str, german: &str, place: &str, words: &str) {
    let faults = compiled(name, english, german).expect_err("it is broken");
    let fault = faults.first().expect("a fault").to_string();
    assert!(fault.contains(place) && fault.contains(words), "{fault}");
}

#[test]
fn texts_become_tables_and_functions() {
    let compiled = compiled("sound", ENGLISH, GERMAN).expect("it is sound");
    assert_eq!(compiled.in_all("why"), [("en", "why"), ("de", "warum")]);
    for code in [
        "/// Opens the reason.",
        "pub fn why(self) -> &'static str",
        "pub fn licences(self, count: u64, name: &str) -> String",
    ] {
        assert!(compiled.code.contains(code), "{code}: {}", compiled.code);
    }
}

#[test]
fn a_message_that_is_missing_is_named() {
    refused("missing", ENGLISH, "why = warum\n", "de/page.ftl", "`licences` is missing");
}

#[test]
fn a_message_that_english_does_not_have_is_named() {
    let more = format!("{GERMAN}mehr = mehr\n");
    refused("unknown", ENGLISH, &more, "de/page.ftl:6", "no message `mehr`");
}

#[test]
fn an_argument_that_is_missing_is_named() {
    let without = GERMAN.replace(" für { $name }", "");
    refused("argument", ENGLISH, &without, "de/page.ftl:2", "does not use the argument `$name`");
}

#[test]
fn an_argument_that_english_does_not_have_is_named() {
    let more = GERMAN.replace("warum", "warum { $wer }");
    refused("more", ENGLISH, &more, "de/page.ftl:1", "no argument `$wer`");
}

#[test]
fn a_message_says_what_it_is_for() {
    let bare = ENGLISH.replace("# Opens the reason.\n", "");
    refused("bare", &bare, GERMAN, "en/page.ftl:1", "what `why` is for");
}

#[test]
fn a_count_decides_between_its_categories_alone() {
    let words = ENGLISH.replace("[one]", "[few]");
    refused("few", &words, GERMAN, "en/page.ftl:5", "neither a count nor the category `one`");
}

#[test]
fn what_is_no_fluent_is_told_by_its_line() {
    let broken = format!("{GERMAN}so {{ geht es nicht\n");
    refused("syntax", ENGLISH, &broken, "de/page.ftl:", "projectfluent.org");
}
