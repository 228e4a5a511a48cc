//! Every question that somebody asked in the seeds, the comments included, has a worked case with its answer.
//!
//! A case names the seed, who asked and when in its `about`; the words here are looked for in it. Left out is what asks
//! nothing about licences: a comment that offers links (seed 000), and where a form should be posted (seed 001). Seed 003
//! is a guide and seed 004 a vendor's page; nobody asks there, but their own examples are taken up.

use seatwise_rulebook::compile::Example;

const ASKED: &[(&str, &str)] = &[
    ("000", "customers open a case on a portal"),
    ("000", "partners update contact information on a portal"),
    ("000", "suppliers fill orders and update the status of cases"),
    ("000", "Sergey Fominenkov: how is the INTEGRATION user used"),
    ("000", "Greg: with a hosting provider the connector comes for free"),
    ("000", "Massoud: may an external user be added as a user, own a task"),
    ("000", "Mohit Raghav: how many users have the Outlook client"),
    ("000", "Kit: what became of Massoud's point"),
    ("000", "Steve Fu: what is the difference between an internet-facing deployment and the connector"),
    ("000", "Doug: anybody fills in a form on a website"),
    ("001", "first question: do we need a CAL for each employee of a customer"),
    ("001", "second question: is one External Connector for the organisation sufficient"),
    ("001", "third question: under a connector, which type of user can be created"),
    ("001", "fourth question: without users, how are the data of each employee kept apart"),
    ("001", "points 1 and 2: does storing data for each of a client's people take ESS CALs"),
    ("001", "point 3: is it legal under a connector to tie external people to a custom entity"),
    ("001", "CRM 4 has no self-service CAL"),
    ("001", "A serves tenants B and C"),
    ("001", "if A only hosts CRM for B and C"),
    ("001", "two installations, and neither offers an ESS licence type"),
    ("001", "why is the licence sold when it is not in the product"),
    ("001", "is one full CAL worth ten ESS CALs, or about fifty"),
    ("001", "200 to 800 roaming technicians, 40 managers, 20 executives; here with 800"),
    ("001", "the same people, with 200 technicians"),
    ("001", "20 executives on dashboards, with a sales and marketing role"),
    ("001", "a Gold partner does not know how many licences of which kind"),
    ("001", "give full access and take the roles away"),
    ("002", "what are Client Access Licenses and External Connectors"),
    ("002", "device or user, do they cost the same"),
    ("002", "which should I choose, device or user? First guideline"),
    ("002", "which should I choose, device or user? Second guideline"),
    ("002", "which should I choose, device, user or connector? Third guideline"),
    ("002", "at how many external users does a connector pay"),
    ("002", "Standard or Standard and Enterprise CALs, and does the latter need the Enterprise edition"),
    ("002", "a school of 200 staff, 1,750 pupils and 2,500 parents hosts a service that asks to sign in"),
    ("002", "hosts an internet service with MOSS"),
    ("002", "two definitions of the external user, which is correct and complete"),
    ("003", "Licensing Requirements for External Users: who is internal, who external"),
    ("004", "a user with an office plan and a role that writes"),
    ("004", "global administrators come in with a system administrator role"),
];

#[test]
fn every_question_of_the_seeds_has_an_answer() {
    let sources = seatwise_tests::rulebook_sources();
    let all: Vec<Example> = sources.iter().flat_map(|(file, text)| seatwise_tests::examples(file, text)).collect();
    let missing: Vec<String> = ASKED
        .iter()
        .filter(|(seed, words)| {
            let of_seed = format!("seed {seed}, ");
            let answers =
                |one: &Example| one.about.starts_with(&of_seed) && one.about.contains(words) && !one.answer.is_empty();
            !all.iter().any(answers)
        })
        .map(|(seed, words)| format!("seed {seed}: {words}"))
        .collect();
    let of_seeds = all.iter().filter(|one| one.about.starts_with("seed 0")).count();
    let answered = all.iter().filter(|one| one.about.starts_with("seed 0") && !one.answer.is_empty()).count();
    println!("{} questions listed, {answered} answers in words, {of_seeds} worked cases from the seeds", ASKED.len());
    assert!(missing.is_empty(), "\nwithout an answer:\n{}", missing.join("\n"));
}

#[test]
fn an_answer_names_who_asked() {
    for (file, text) in seatwise_tests::rulebook_sources() {
        for one in seatwise_tests::examples(&file, &text).iter().filter(|one| !one.answer.is_empty()) {
            assert!(one.about.starts_with("seed 00"), "{file}, {}: an answer without a question", one.name);
            assert!(!one.answer.ends_with('.'), "{file}, {}: no full stop at the end", one.name);
        }
    }
}
