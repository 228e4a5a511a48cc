//! A broken analysis, or table of service plans, is refused with its file, the line and the mend.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

use seatwise_rulebook::compile::{self, Fault};
use seatwise_tests::invented::{GREENHOUSE_COUNT, GREENHOUSE_PLANS};

/// Writes something else in one place.
fn broken(sound: &str, from: &str, to: &str) -> String {
    assert!(sound.contains(from), "the sound text has `{from}`");
    sound.replacen(from, to, 1)
}

/// Checks that one fault stands on the line of `at` and has these words.
#[track_caller]
fn refused(text: &str, faults: &[Fault], at: &str, message: &str, remedy: &str) {
    let place = text.find(at).unwrap_or_else(|| panic!("the broken text has `{at}`"));
    let line = text[..place].matches('\n').count() + 1;
    let fits = |fault: &Fault| {
        fault.line == line && fault.message.contains(message) && fault.remedy.contains(remedy)
    };
    let listed: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert!(
        faults.iter().any(|one| one.file == "greenhouse.toml" && fits(one)),
        "no fault in line {line} says `{message}` and `{remedy}`:\n{}",
        listed.join("\n")
    );
}

/// An analysis broken in one place is refused there.
#[track_caller]
fn count(from: &str, to: &str, at: &str, message: &str, remedy: &str) {
    let plans = compile::service_plans("greenhouse-plans.toml", GREENHOUSE_PLANS).unwrap();
    let text = broken(GREENHOUSE_COUNT, from, to);
    let faults = compile::analysis("greenhouse.toml", &text, &plans).expect_err("it is broken");
    refused(&text, &faults, at, message, remedy);
}

#[track_caller]
fn plans(from: &str, to: &str, at: &str, message: &str, remedy: &str) {
    let text = broken(GREENHOUSE_PLANS, from, to);
    let faults = compile::service_plans("greenhouse.toml", &text).expect_err("it is broken");
    refused(&text, &faults, at, message, remedy);
}

#[test]
fn names_that_nothing_has() {
    count(
        "clauses = [\"robots\"]",
        "clauses = [\"robot\"]",
        "[\"robot\"]",
        "there is no clause `robot`",
        "add a [[clause]]",
    );
    count(
        "source = \"board\"",
        "source = \"bord\"",
        "\"bord\"",
        "there is no source `bord`",
        "add a [[source]]",
    );
    count(
        "\"PASS_DAY\",",
        "\"PASS_WEEK\",",
        "PASS_WEEK",
        "no service plan `PASS_WEEK`",
        "add it to the table",
    );
    count(
        "groups = [\"helpers\"]",
        "groups = [\"helper\"]",
        "[\"helper\"]",
        "there is no group `helper`",
        "gardeners",
    );
    count(
        "order = [\"keys\"",
        "order = [\"key\"",
        "[\"key\"",
        "there is no group `key`",
        "write one of gardeners",
    );
    count(
        "class = \"full\"",
        "class = \"whole\"",
        "\"whole\"",
        "`whole` is not known here",
        "full, team-member, none",
    );
    count(
        "\"read-only\"]",
        "\"reader\"]",
        "\"reader\"",
        "`reader` is not known here",
        "none, read-only",
    );
    count(
        "\"locked-out\"",
        "\"locked\"",
        "\"locked\"",
        "`locked` is not known here",
        "enabled, warning",
    );
    count("counts = true", "count = true", "count = true", "unknown field `count`", "");
}

#[test]
fn a_chart_with_a_gap_or_an_overlap() {
    let whole = "id = \"greenhouse-count\"";
    count(
        "roles = [\"none\", \"unsaid\"]",
        "roles = [\"none\"]",
        whole,
        "no row of the chart decides gardeners x unsaid",
        "add a [[row]]",
    );
    count(
        "groups = [\"no-plan\"]\nroles = [\"ordinary\", ",
        "groups = [\"no-plan\"]\nroles = [",
        whole,
        "no row of the chart decides no-plan x ordinary",
        "widen one",
    );
    count(
        "roles = [\"none\", \"unsaid\"]",
        "roles = [\"none\", \"unsaid\", \"ordinary\"]",
        "id = \"nobody\"",
        "`nobody` is the second row for gardeners x ordinary",
        "narrow one of the two",
    );
}

#[test]
fn gates_with_a_gap_or_an_overlap() {
    let whole = "id = \"greenhouse-count\"";
    count(
        "words = [\"disabled\"]",
        "words = []",
        whole,
        "nothing says whether `disabled` counts",
        "a gate",
    );
    count(
        "\"application\"]",
        "\"read\"]",
        whole,
        "nothing says whether `application` counts",
        "a gate",
    );
    count(
        "\"application\"]",
        "\"application\", \"read\"]",
        "id = \"robots\"\nwords",
        "second gate for `read`",
        "once",
    );
    count("\"warning\", ", "", whole, "nothing says whether `warning` counts", "[[status]]");
}

#[test]
fn groups_and_plans() {
    count(
        "plans = [\"SHED _ KEY\"]",
        "plans = []",
        "id = \"keys\"",
        "the group `keys` is empty",
        "name its plans, or remove it",
    );
    count(
        "plans = [\"SHED _ KEY\"]",
        "plans = [\"SHED _ KEY\", \"PASS_YEAR\"]",
        "\"PASS_YEAR\"",
        "the plan `PASS_YEAR` is in the group `gardeners` already",
        "name every plan once",
    );
    count(
        "\"NO_GUID\"]",
        "\"NO_GUID\", \"Pass_Day\"]",
        "\"Pass_Day\"",
        "the plan `Pass_Day` is in the group `gardeners` already",
        "name every plan once",
    );
    count(
        "plans = [\"PASS_DAY\"]",
        "plans = [\"HELPER\"]",
        "plans = [\"HELPER\"]\nsays",
        "`HELPER` is in no other group",
        "leave it out",
    );
    count(
        "[\"keys\", \"gardeners\", \"helpers\"]",
        "[\"keys\", \"gardeners\"]",
        "says = \"a key comes first\"",
        "the group `helpers` is not in the order of precedence",
        "add it to `order`",
    );
    count(
        "[\"keys\", \"gardeners\", \"helpers\"]",
        "[\"keys\", \"gardeners\", \"helpers\", \"keys\"]",
        "order =",
        "the group `keys` is named twice",
        "",
    );
}

#[test]
fn what_is_idle_or_cited_by_nothing() {
    count(
        "clauses = [\"robots\"]",
        "clauses = [\"gone\"]",
        "id = \"robots\"\nsource",
        "nothing cites the clause `robots`",
        "cite it where it decides",
    );
    count(
        "clauses = [\"robots\"]",
        "clauses = []",
        "id = \"robots\"\nwords",
        "`robots` cites no clause",
        "name the",
    );
    count(
        "[[source]]\nid = \"board\"",
        "[[source]]\nid = \"wall\"\ntitle = \"\"\ndate = \"\"\naddress = \"a\"\nconfidence = \"blog\"\n\n[[source]]\nid = \"board\"",
        "id = \"wall\"",
        "no clause is taken from the source `wall`",
        "cite it in a clause",
    );
}

#[test]
fn sentences_and_names() {
    count(
        "says = \"helpers help\"",
        "says = \"helpers help.\"",
        "helpers help.",
        "not one sentence",
        "full stop",
    );
    count(
        "says = \"two robots",
        "says = \". Two robots are free.\" # ",
        ". Two robots",
        "not one sentence",
        "full stop",
    );
    count(
        "id = \"visitor\"",
        "id = \"helper\"",
        "id = \"helper\"\ngroups = [\"no-plan\"]",
        "named twice",
        "another id",
    );
    count(
        "id = \"tools\"",
        "id = \"keys\"",
        "id = \"keys\"\ntables",
        "the rule `keys` is named twice",
        "another id",
    );
    count(
        "\"rake\"]",
        "\"rake\", \"spade\"]",
        "tables = ",
        "the table `spade` is named twice",
        "another id",
    );
}

#[test]
fn more_groups_than_fit() {
    let more: String = (0..30)
        .map(|n| format!("[[group]]\nid = \"g{n}\"\nname = \"\"\nplans = []\nclauses = []\n\n"))
        .collect();
    let text = GREENHOUSE_COUNT
        .replace("[precedence]", &format!("{more}[precedence]"))
        .replace("clauses = []", "clauses = [\"gone\"]");
    let plans = compile::service_plans("greenhouse-plans.toml", GREENHOUSE_PLANS).unwrap();
    let faults = compile::analysis("greenhouse.toml", &text, &plans).expect_err("it is broken");
    refused(&text, &faults, "id = \"g29\"", "there are more than 32 groups", "join some of them");
}

#[test]
fn the_table_of_service_plans() {
    plans(
        "HELPER 00030000-0000-0000-0000-000000000000",
        "HELPER 00030000-0000-0000-0000-00000000000",
        "HELPER",
        "does not read as a service plan",
        "its name and then its GUIDs",
    );
    plans("\"NO_GUID\"", "\"\"", "    \"\"", "does not read as a service plan", "its name");
    plans(
        "\"NO_GUID\"",
        "\"pass_day\"",
        "\"pass_day\"",
        "the service plan `pass_day` is there already",
        "without case",
    );
    plans(
        "\"NO_GUID\"",
        "\"OTHER 00020001-0000-0000-0000-000000000000\"",
        "\"OTHER",
        "`OTHER` is there already, as `PASS_YEAR`",
        "keep one line a plan",
    );
    plans(
        "confidence = \"official\"",
        "confidence = \"sure\"",
        "\"sure\"",
        "`sure` is not known here",
        "official",
    );
}

#[test]
fn the_sound_texts_are_accepted() {
    let plans = compile::service_plans("greenhouse-plans.toml", GREENHOUSE_PLANS).unwrap();
    assert_eq!(
        plans.plans.iter().map(|plan| plan.guids.len()).collect::<Vec<_>>(),
        [1, 2, 1, 1, 0]
    );
    assert_eq!(plans.plans[3].id, "SHED _ KEY");
    compile::analysis("greenhouse.toml", GREENHOUSE_COUNT, &plans).unwrap();
}
