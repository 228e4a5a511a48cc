//! The texts of the books in other languages: what stops the build, and that the files are those
//! that `cargo xtask texts` writes.

use seatwise_rulebook::compile::texts::template;
use seatwise_rulebook::compile::{self, Translation};
use std::fs;
use std::path::{Path, PathBuf};

const BOOK: &str = "rulebooks/exchange-2007.toml";

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn german() -> String {
    read(&core().join("rulebooks/de/exchange-2007.toml"))
}

/// A broken translation is refused at this line, in words that hold these.
#[track_caller]
fn refused(translation: &str, line: usize, message: &str, remedy: &str) {
    let english = read(&core().join(BOOK));
    let faults = Translation::read("de.toml", translation)
        .and_then(|translation| compile::translated_rulebook(BOOK, &english, &translation))
        .expect_err("it is broken");
    let fault = faults.first().unwrap();
    assert_eq!((fault.file.as_str(), fault.line), ("de.toml", line), "{fault}");
    assert!(fault.message.contains(message) && fault.remedy.contains(remedy), "{fault}");
}

/// The line of a text, and the translation with that line replaced.
fn with_line(key: &str, new: &str) -> (usize, String) {
    let german = german();
    let begins = format!("\"{key}\" = ");
    let place = german.lines().position(|line| line.starts_with(&begins)).unwrap();
    let lines = german.lines().enumerate();
    let lines: Vec<&str> = lines.map(|(at, line)| if at == place { new } else { line }).collect();
    (place + 1, lines.join("\n"))
}

#[test]
fn a_text_that_is_missing_stops_the_build() {
    let (_, without) = with_line("client", "");
    let last = without.lines().count();
    refused(&without, last, "the text `client` is missing", "cargo xtask texts");
}

#[test]
fn a_text_that_is_empty_stops_the_build() {
    let (line, empty) = with_line("client", "\"client\" = \"\"");
    refused(&empty, line, "is not translated", "between the quotation marks");
}

#[test]
fn a_text_that_the_book_does_not_have_stops_the_build() {
    let german = german();
    let unknown = format!("{german}\n\"clause.none.says\" = \"nichts\"\n");
    let line = unknown.lines().count();
    refused(&unknown, line, "no text `clause.none.says`", "cargo xtask texts");
}

#[test]
fn the_holder_stands_in_both_texts() {
    let (line, lost) =
        with_line("licence.cal-standard.name", "\"licence.cal-standard.name\" = \"CAL\"");
    refused(&lost, line, "the holder is not in both texts", "{holder}");
}

#[test]
fn a_file_that_is_no_list_of_texts_stops_the_build() {
    refused("\"client\" = 5", 1, "expected a string", "one text a line");
}

#[test]
fn the_files_are_those_that_the_command_writes() {
    for folder in ["rulebooks", "prices", "analyses"] {
        let mut books: Vec<PathBuf> = fs::read_dir(core().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        books.sort();
        for book in books {
            let name = book.file_name().unwrap().to_string_lossy().into_owned();
            let of = core().join("rulebooks/de").join(&name);
            let present = read(&of);
            let translation = Translation::read(&name, &present).unwrap();
            let written =
                template(&format!("{folder}/{name}"), &read(&book), Some(&translation)).unwrap();
            assert!(written == present, "{name} changed: run `cargo xtask texts` and look at it");
        }
    }
}

#[test]
fn a_line_of_licences_has_no_word_for_its_holder() {
    let english = read(&core().join(BOOK));
    let german = german();
    let translation = Translation::read("de.toml", &german).unwrap();
    let book = compile::translated_rulebook(BOOK, &english, &translation).unwrap();
    let line = book.line_name("cal-standard");
    assert!(!line.contains("Nutzer") && !line.contains("--") && line.ends_with("CAL"), "{line}");
}
