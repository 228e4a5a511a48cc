//! A broken rulebook or price book is refused with its file, the line and the mend: one way to
//! break it after the other.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

use seatwise_core::rulebook::Rulebook;
use seatwise_rulebook::compile::{self, Fault};
use seatwise_tests::invented::{COINS, GREENHOUSE_2, GREENHOUSE_3};

/// Breaks a sound text and says what must be said of it.
struct Broken {
    /// The text to break.
    sound: &'static str,
    /// What is written in place of what.
    from: &'static str,
    to: &'static str,
}

impl Broken {
    fn text(&self) -> String {
        assert!(self.sound.contains(self.from), "the sound text has `{}`", self.from);
        self.sound.replacen(self.from, self.to, 1)
    }

    /// Checks that one fault stands on the line of `at` and has these words.
    #[track_caller]
    fn refused(&self, faults: &[Fault], at: &str, message: &str, remedy: &str) {
        let text = self.text();
        let place = text.find(at).unwrap_or_else(|| panic!("the broken text has `{at}`"));
        let line =
            text[..place].lines().count().max(1) + usize::from(text[..place].ends_with('\n'));
        let is_there = faults.iter().any(|fault| {
            fault.file == "greenhouse.toml"
                && fault.line == line
                && fault.message.contains(message)
                && fault.remedy.contains(remedy)
        });
        assert!(
            is_there,
            "no fault in line {line} says `{message}` and `{remedy}`:\n{}",
            listed(faults)
        );
    }
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A rulebook broken in one place is refused there.
#[track_caller]
fn book(from: &'static str, to: &'static str, at: &str, message: &str, remedy: &str) {
    let broken = Broken { sound: GREENHOUSE_3, from, to };
    let faults = compile::rulebook("greenhouse.toml", &broken.text()).expect_err("it is broken");
    broken.refused(&faults, at, message, remedy);
}

fn sound() -> Vec<Rulebook> {
    [("greenhouse-2.toml", GREENHOUSE_2), ("greenhouse-3.toml", GREENHOUSE_3)]
        .into_iter()
        .map(|(file, text)| compile::rulebook(file, text).unwrap())
        .collect()
}

/// What a rulebook says of another is refused once both are read.
#[track_caller]
fn across(from: &'static str, to: &'static str, at: &str, message: &str, remedy: &str) {
    let broken = Broken { sound: GREENHOUSE_3, from, to };
    let text = broken.text();
    let books = [
        compile::rulebook("greenhouse-2.toml", GREENHOUSE_2),
        compile::rulebook("greenhouse.toml", &text),
    ];
    let books: Vec<_> = books
        .into_iter()
        .map(|book| book.unwrap_or_else(|faults| panic!("{}", listed(&faults))))
        .collect();
    let faults = compile::cross_check("greenhouse.toml", &text, &books).expect_err("it is broken");
    broken.refused(&faults, at, message, remedy);
}

#[track_caller]
fn prices(from: &'static str, to: &'static str, at: &str, message: &str, remedy: &str) {
    let broken = Broken { sound: COINS, from, to };
    let faults =
        compile::price_book("greenhouse.toml", &broken.text(), &sound()).expect_err("it is broken");
    broken.refused(&faults, at, message, remedy);
}

#[track_caller]
fn example(from: &'static str, to: &'static str, at: &str, message: &str, remedy: &str) {
    let broken = Broken { sound: GREENHOUSE_3, from, to };
    let faults = compile::examples("greenhouse.toml", &broken.text()).expect_err("it is broken");
    broken.refused(&faults, at, message, remedy);
}

#[test]
fn the_sound_text_is_accepted() {
    let books = sound();
    compile::cross_check("greenhouse-3.toml", GREENHOUSE_3, &books).unwrap();
    compile::price_book("greenhouse-coins.toml", COINS, &books).unwrap();
}

#[test]
fn names_that_nothing_has() {
    book(
        "clauses = [\"hobby\"]",
        "clauses = [\"hobbies\"]",
        "hobbies",
        "no clause `hobbies`",
        "add a [[clause]]",
    );
    book(
        "bases = [\"pass\"]",
        "bases = [\"pas\"]",
        "\"pas\"",
        "no licence `pas`",
        "name a licence of this book",
    );
    book(
        "with = [\"pass\"]",
        "with = [\"passport\"]",
        "passport",
        "no licence `passport`",
        "name a licence",
    );
    book(
        "\"server.rights\"]\n\n[[standing",
        "\"water\"]\n\n[[standing",
        "\"water\"",
        "no activity `water`",
        "taxonomy",
    );
    book(
        "activities = [\"@all\"]",
        "activities = [\"@some\"]",
        "@some",
        "no activity `@some`",
        "a set as `@name`",
    );
    book(
        "[\"client\", \"portal\"",
        "[\"door\", \"portal\"",
        "\"door\"",
        "`door` is not known here",
        "write one of client, portal",
    );
    book(
        "verdict = \"exempt\"",
        "verdict = \"free\"",
        "\"free\"",
        "`free` is not known here",
        "needs, included, exempt",
    );
    book(
        "confidence = \"official\"",
        "confidence = \"memory, unverified\"",
        "memory",
        "not known here",
        "official copy",
    );
    book(
        "question = \"boots\"",
        "question = \"hats\"",
        "id = \"boots-unknown\"",
        "names no question",
        "name a [[question]]",
    );
    book(
        "to = \"year\"",
        "to = \"years\"",
        "\"years\"",
        "no line of licences `years`",
        "name a [[licence]]",
    );
    book(
        "offers = [\"licence\", ",
        "offers = [\"cake\", ",
        "cake",
        "`cake` is not known here",
        "licence, subscription",
    );
    book(
        "family = \"server\"",
        "family = \"tools\"",
        "\"tools\"",
        "the family is not known",
        "write crm or server",
    );
    book("mend = \"buy", "mends = \"buy", "mends", "unknown field `mends`", "ARCHITECTURE.md");
}

#[test]
fn sources_and_clauses() {
    book(
        "source = \"leaflet\"\nsection = \"back\"",
        "source = \"flyer\"\nsection = \"back\"",
        "\"flyer\"",
        "no source `flyer`",
        "add a [[source]]",
    );
    book(
        "address = \"the box\"",
        "address = \"\"",
        "id = \"leaflet\"",
        "the source has no address",
        "say where it was read",
    );
    book(
        "source = \"leaflet\"\nsection = \"front\"",
        "section = \"front\"",
        "[[clause]]",
        "missing field `source`",
        "shape of a rulebook",
    );
    book(
        "searched = \"2020-05-30\"\n",
        "\n",
        "id = \"gate\"",
        "`gate` stands in a dispute and does not say when a text was looked for",
        "write `searched = \"YYYY-MM-DD\"`",
    );
    book(
        "section = \"front, below\"",
        "section = \"front, below\"\nconfidence = \"derived\"",
        "id = \"pro\"",
        "`pro` is derived and does not say when a text was looked for",
        "look for a text",
    );
    book(
        "searched = \"2020-05-30\"",
        "searched = \"last May\"",
        "searched = \"last May\"",
        "`gate` was searched for on no date",
        "write YYYY-MM-DD",
    );
    book(
        "clauses = [\"keeper\"]",
        "clauses = [\"hobby\"]",
        "id = \"keeper\"",
        "nothing cites the clause `keeper`",
        "or remove it",
    );
    book(
        "[[clause]]\nid = \"pass\"",
        "[[source]]\nid = \"idle\"\ntitle = \"t\"\ndate = \"d\"\naddress = \"a\"\nconfidence = \"blog\"\n\n[[clause]]\nid = \"pass\"",
        "id = \"idle\"",
        "no clause is taken from the source `idle`",
        "or remove it",
    );
    book(
        "says = \"One gate on a house lets any number of guests in\"",
        "says = \"The rain functions take a pro pass on top\"",
        "says = \"The rain functions take a pro pass on top\"\nsearched = \"2020-05-30\"\n\n[[clause]]\nid = \"strangers\"",
        "`gate` says the same as `pro`",
        "keep one of the two",
    );
    book(
        "nobody else\"",
        "nobody else.\"",
        "nobody else.",
        "not one sentence without a full stop",
        "leave the full stop out",
    );
    book(
        "clauses = [\"strangers\"]\n\n[[rule]]\nid = \"strangers-",
        "clauses = []\n\n[[rule]]\nid = \"strangers-",
        "id = \"glass\"",
        "`glass` cites no clause",
        "name the clauses",
    );
}

#[test]
fn the_table_has_no_gap_and_no_overlap() {
    book(
        "activities = [\"@all\"]\nverdict",
        "activities = [\"server.use\"]\nverdict",
        "id = \"greenhouse-3\"",
        "no rule decides employee x client x",
        "add a [[rule]]",
    );
    book(
        "access = [\"portal\", \"pooled\", \"web-form\"]\nverdict = \"exempt\"",
        "access = [\"portal\", \"pooled\"]\nverdict = \"exempt\"",
        "id = \"greenhouse-3\"",
        "anonymous x web-form",
        "or widen one",
    );
    book(
        "access = [\"client\"]",
        "access = [\"client\", \"portal\"]",
        "id = \"strangers-at-the-panel\"",
        "is the second rule for anonymous x portal",
        "narrow one",
    );
    book(
        "relationships = [\"contractor\"]",
        "relationships = [\"customer\"]",
        "id = \"greenhouse-3\"",
        "`contractor` has no standing",
        "add it to a [[standing]]",
    );
    book(
        "relationships = [\"contractor\"]",
        "relationships = [\"contractor\", \"customer\"]",
        "audience = \"unknown\"\nclauses",
        "`customer` has two standings",
        "once",
    );
    book(
        "audience = \"unknown\"\naccess",
        "audience = \"unknown\"\nrelationships = [\"contractor\"]\naccess",
        "id = \"boots-unknown\"",
        "either an audience or relationships",
        "one of the two",
    );
}

#[test]
fn verdicts_say_what_they_have_to() {
    book(
        "mend = \"ask for their names\"\n",
        "",
        "id = \"strangers-at-the-panel\"",
        "an impossible use has no mend",
        "what would make it possible",
    );
    book(
        "otherwise = \"somebody with a pass has to type it in, and there is none\"\n",
        "",
        "id = \"notes-by-hand\"",
        "`with` has no `otherwise`",
        "what holds when none",
    );
    book(
        "  { says = \"Lodgers are nobody\", clauses = [\"strangers\"] },\n",
        "",
        "id = \"lodgers\"",
        "a dispute has two readings",
        "add `readings`",
    );
    book(
        "  { label = \"No\", relationship = \"offsite-vendor\" },\n",
        "",
        "id = \"boots\"",
        "leaves no choice",
        "two answers",
    );
    book(
        "[[rule]]\nid = \"gardeners\"",
        "[[question]]\nid = \"hats\"\nasks = \"?\"\nanswers = []\n\n[[rule]]\nid = \"gardeners\"",
        "id = \"hats\"",
        "no rule asks the question `hats`",
        "or remove it",
    );
    book(
        "counted = false\n",
        "",
        "id = \"lodgers\"",
        "says what is counted",
        "`counted = true` or `false`",
    );
}

#[test]
fn licences_can_be_held() {
    book(
        "clauses = [\"pass\"]\n\n[[licence]]\nid = \"pro\"",
        "clauses = [\"pass\"]\nbases = [\"pro\"]\n\n[[licence]]\nid = \"pro\"",
        "id = \"pass\"\nname = \"{holder}",
        "needs itself",
        "break the circle",
    );
    book(
        "grants = { client = [\"server.enterprise\"], app = [\"server.enterprise\"] }",
        "grants = { client = [\"server.use\"] }",
        "id = \"pro\"\nname",
        "no combination uses `pro-user`",
        "its base does not",
    );
    book(
        "id = \"pro\"\nname",
        "id = \"pass\"\nname",
        "id = \"pass\"\nname = \"{holder} pro",
        "the licence `pass` is named twice",
        "another id",
    );
    book(
        "all = [\"server.use\"",
        "all = [\"@all\"",
        "all = [\"@all\"",
        "no activity `@all`",
        "taxonomy",
    );
}

#[test]
fn names_stand_once() {
    book(
        "id = \"gate\"\nsource",
        "id = \"pro\"\nsource",
        "id = \"pro\"\nsource = \"leaflet\"\nsection = \"back\"",
        "the clause `pro` is named twice",
        "another id",
    );
    book(
        "id = \"glass\"",
        "id = \"guests\"",
        "id = \"guests\"\nrelationships = [\"anonymous\"]",
        "the rule `guests` is named twice",
        "another id",
    );
    book(
        "name = \"few guests take passes\"",
        "name = \"a house with guests\"",
        "name = \"a house with guests\"\npeople = [\"guests 4",
        "the example",
        "another id",
    );
}

#[test]
fn step_ups() {
    let sold = "offers = [\"licence\", \"step-up\"]";
    book(
        sold,
        "offers = [\"licence\"]",
        "offering = ",
        "no programme offers `step-up`",
        "`offers` of the [[programme]]",
    );
    book(
        "from = [\"pass\"]",
        "from = []",
        "id = \"golden\"",
        "starts from nothing",
        "what has to be owned",
    );
    book(
        "from = [\"pass\"]",
        "from = [\"pas\"]",
        "\"pas\"",
        "no line of licences `pas`",
        "name a [[licence]]",
    );
    book(
        "from = [\"pass\"]",
        "from = [\"pass\", \"pro\"]",
        "from = [",
        "`pass` is not of another book",
        "one line",
    );
    book(
        "from = [\"pass\"]",
        "from = [\"a/b\"]",
        "id = \"golden\"",
        "what is owned has no name",
        "from_name",
    );
    book(
        "to = \"year\"",
        "to = \"pro\"",
        "to = \"pro\"",
        "`pro` is additive itself",
        "stands alone",
    );
    book(
        "id = \"golden\"",
        "id = \"year\"",
        "id = \"year\"\nname = \"Golden",
        "`year` is named twice",
        "another id",
    );
    across(
        "from = [\"pass\"]",
        "from_name = \"Voucher\"\nfrom = [\"greenhouse-2/vouchers\"]",
        "\"greenhouse-2/vouchers\"",
        "not a licence of another book",
        "crm-2011/cal-ess-user",
    );
}

#[test]
fn versions_of_the_server() {
    let third = "reached_by = [\"user\", \"device\", \"server\"]";
    book(
        third,
        "reached_by = [\"user\", \"house\"]",
        "\"house\"",
        "`house` is not known here",
        "user, device, server",
    );
    book(
        third,
        "reached_by = [\"user\", \"server\"]",
        "id = \"third\"",
        "`third` is the book's own version, and no licence for a device reaches it",
        "own version first",
    );
    book(
        "holders = [\"server\"]",
        "holders = [\"user\"]",
        "id = \"first\"",
        "`first` is reached by a server, and no licence is for one",
        "leave it out",
    );
    book(
        "mend = \"throw these away\"\n",
        "",
        "id = \"fourth\"",
        "nothing reaches the version `fourth`, and it has no mend",
        "what would make it possible",
    );
    book(
        "id = \"fourth\"",
        "id = \"first\"",
        "id = \"first\"\nname = \"Greenhouse Control 4",
        "the version `first` is named twice",
        "another id",
    );
    for (taken, what) in [
        ("id = \"glass\"\nname", "`glass` is also"),
        ("id = \"one-keeper\"\nname", "`one-keeper` is also"),
    ] {
        book("id = \"fourth\"\nname", taken, taken, what, "another id");
    }
    book(
        "mend = \"throw these away\"\nclauses = [\"controls\"]",
        "mend = \"throw these away\"\nclauses = []",
        "id = \"fourth\"",
        "`fourth` cites no clause",
        "name the clauses",
    );
    book(
        "reached_by = []\n",
        "",
        "[[version_of_server]]\nid = \"fourth\"",
        "missing field `reached_by`",
        "shape of a",
    );
}

#[test]
fn conversions() {
    book(
        "lines = [\"*\"]",
        "lines = []",
        "id = \"swap\"",
        "`swap` converts nothing",
        "for users and for devices",
    );
    book(
        "lines = [\"*\"]",
        "lines = [\"pas\"]",
        "\"pas\"",
        "no line of licences `pas`",
        "name a [[licence]]",
    );
    book(
        "lines = [\"*\"]",
        "lines = [\"gate\"]",
        "lines = ",
        "`gate` is not sold for several kinds",
        "`*` for all",
    );
    book(
        "lines = [\"*\"]",
        "lines = [\"rain\"]",
        "lines = ",
        "`rain` is not sold for several kinds",
        "for sale",
    );
    book(
        "clauses = [\"vouchers\"]\n\n[[example]]",
        "clauses = []\n\n[[example]]",
        "id = \"swap\"",
        "`swap` cites no clause",
        "name the clauses",
    );
    book(
        "[[conversion]]",
        "[[conversion]]\nid = \"swap\"\nlines = [\"*\"]\nsays = \"twice\"\nclauses = [\"pass\"]\n\n[[conversion]]",
        "id = \"swap\"\nlines = [\"*\"]\nassured",
        "the conversion `swap` is named twice",
        "another id",
    );
}

#[test]
fn licences_of_other_generations() {
    book(
        "stands_for = [{ licence = \"greenhouse-2/voucher\", assured = true, clauses = [\"vouchers\"] }]\n",
        "",
        "id = \"rain\"",
        "nobody can come by this licence",
        "let it be for sale",
    );
    across(
        "greenhouse-2/voucher\", assured",
        "greenhouse-2/vouchers\", assured",
        "greenhouse-2/vouchers",
        "has no licence `vouchers`",
        "name one of its licences",
    );
    across(
        "greenhouse-2/voucher\", assured",
        "greenhouse-9/voucher\", assured",
        "greenhouse-9",
        "there is no rulebook `greenhouse-9`",
        "name a file",
    );
    across(
        "greenhouse-2/voucher\", assured",
        "greenhouse-3/pass-user\", assured",
        "greenhouse-3/pass-user",
        "is of this book",
        "of another book",
    );
    across(
        "greenhouse-2/voucher\", assured",
        "greenhouse-2/token\", assured",
        "greenhouse-2/token",
        "assigned to a device, not to a user",
        "say `holder = `",
    );
    across(
        "not_for_sale = true\n",
        "",
        "stands_for",
        "does not grant `administer`, which `rain` does",
        "not for sale stand for it",
    );
    across(
        "from = \"greenhouse-2/voucher\"",
        "from = \"greenhouse-2/vouchers\"",
        "from = \"greenhouse-2/vouchers\"",
        "not a line of licences of another book",
        "crm-2011/cal-ess",
    );
}

#[test]
fn a_right_that_only_a_granted_licence_has_is_not_for_sale() {
    book(
        "[[licence]]\nid = \"pro\"\nname = \"{holder} pro pass\"\nholders = [\"user\", \"device\"]\naudiences = [\"internal\", \"external\", \"unknown\"]",
        "[[licence]]\nid = \"pro\"\nname = \"{holder} pro pass\"\nholders = [\"user\", \"device\"]\naudiences = [\"external\", \"unknown\"]",
        "id = \"gardeners\"",
        "asks for a right that no licence for sale grants",
        "make the cell impossible",
    );
}

#[test]
fn price_books() {
    prices(
        "licence = \"gate\"",
        "licence = \"door\"",
        "\"door\"",
        "no such licence",
        "name one of its licences",
    );
    prices(
        "amount = \"80.00\"",
        "amount = \"80\"",
        "amount = \"80\"",
        "not a number with two decimals",
        "1000.00",
    );
    prices(
        "basis = \"assumption\"",
        "basis = \"list\"",
        "basis = \"list\"\nnote = \"an assumption\"",
        "only an assumption goes without a source",
        "name a [[source]]",
    );
    prices(
        "basis = \"assumption\"",
        "basis = \"own\"",
        "\"own\"",
        "the basis is not known",
        "list, reseller, derived or assumption",
    );
    prices(
        "rulebook = \"greenhouse-3\"",
        "rulebook = \"greenhouse-9\"",
        "greenhouse-9",
        "no such rulebook",
        "name a file",
    );
}

#[test]
fn examples_read_as_lines() {
    example(
        "people = [\"guests 4 customer\"]",
        "people = [\"guests four customer\"]",
        "guests four",
        "does not read as id count relationship",
        "grammar",
    );
    example(
        "servers = [\"house 1\"]",
        "servers = [\"house 1 hobby version\"]",
        "hobby version",
        "does not read as id count edition version",
        "grammar",
    );
    example(
        "facts = [\"umbrellas\"]",
        "facts = [\"parasols\"]",
        "parasols",
        "there is no fact `parasols`",
        "add a [[fact]]",
    );
}
