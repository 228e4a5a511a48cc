//! Every question that somebody asked in the first documents, the comments included, has a worked
//! case with its answer.
//!
//! A case names the document, who asked and when in its `about`; the words here are looked for in
//! it. Left out is what asks nothing about licences: a comment that offers links (External
//! Connector post), and where a form should be posted (portal forum). Nobody asks in the
//! on-premises guide and on the add-on maker's page, but their own examples are taken up.

use seatwise_rulebook::compile::Example;

const CONNECTOR_POST: &str = "External Connector post";
const PORTAL_FORUM: &str = "portal forum";
const LICENSING_BLOG: &str = "licensing blog";
const ON_PREMISES_GUIDE: &str = "on-premises guide";
const ADD_ON_PAGE: &str = "add-on maker's page";
const DOCUMENTS: &[&str] =
    &[CONNECTOR_POST, PORTAL_FORUM, LICENSING_BLOG, ON_PREMISES_GUIDE, ADD_ON_PAGE];

const ASKED: &[(&str, &str)] = &[
    (CONNECTOR_POST, "customers open a case on a portal"),
    (CONNECTOR_POST, "partners update contact information on a portal"),
    (CONNECTOR_POST, "suppliers fill orders and update the status of cases"),
    (CONNECTOR_POST, "Sergey Fominenkov: how is the INTEGRATION user used"),
    (CONNECTOR_POST, "Greg: with a hosting provider the connector comes for free"),
    (CONNECTOR_POST, "Massoud: may an external user be added as a user, own a task"),
    (CONNECTOR_POST, "Mohit Raghav: how many users have the Outlook client"),
    (CONNECTOR_POST, "Kit: what became of Massoud's point"),
    (
        CONNECTOR_POST,
        "Steve Fu: what is the difference between an internet-facing deployment and the connector",
    ),
    (CONNECTOR_POST, "Doug: anybody fills in a form on a website"),
    (PORTAL_FORUM, "first question: do we need a CAL for each employee of a customer"),
    (PORTAL_FORUM, "second question: is one External Connector for the organisation sufficient"),
    (PORTAL_FORUM, "third question: under a connector, which type of user can be created"),
    (PORTAL_FORUM, "fourth question: without users, how are the data of each employee kept apart"),
    (PORTAL_FORUM, "points 1 and 2: does storing data for each of a client's people take ESS CALs"),
    (
        PORTAL_FORUM,
        "point 3: is it legal under a connector to tie external people to a custom entity",
    ),
    (PORTAL_FORUM, "CRM 4 has no self-service CAL"),
    (PORTAL_FORUM, "A serves tenants B and C"),
    (PORTAL_FORUM, "if A only hosts CRM for B and C"),
    (PORTAL_FORUM, "two installations, and neither offers an ESS licence type"),
    (PORTAL_FORUM, "why is the licence sold when it is not in the product"),
    (PORTAL_FORUM, "is one full CAL worth ten ESS CALs, or about fifty"),
    (PORTAL_FORUM, "200 to 800 roaming technicians, 40 managers, 20 executives; here with 800"),
    (PORTAL_FORUM, "the same people, with 200 technicians"),
    (PORTAL_FORUM, "20 executives on dashboards, with a sales and marketing role"),
    (PORTAL_FORUM, "a Gold partner does not know how many licences of which kind"),
    (PORTAL_FORUM, "give full access and take the roles away"),
    (LICENSING_BLOG, "what are Client Access Licenses and External Connectors"),
    (LICENSING_BLOG, "device or user, do they cost the same"),
    (LICENSING_BLOG, "which should I choose, device or user? First guideline"),
    (LICENSING_BLOG, "which should I choose, device or user? Second guideline"),
    (LICENSING_BLOG, "which should I choose, device, user or connector? Third guideline"),
    (LICENSING_BLOG, "at how many external users does a connector pay"),
    (
        LICENSING_BLOG,
        "Standard or Standard and Enterprise CALs, and does the latter need the Enterprise edition",
    ),
    (
        LICENSING_BLOG,
        "a school of 200 staff, 1,750 pupils and 2,500 parents hosts a service that asks to sign in",
    ),
    (LICENSING_BLOG, "hosts an internet service with MOSS"),
    (LICENSING_BLOG, "two definitions of the external user, which is correct and complete"),
    (ON_PREMISES_GUIDE, "Licensing Requirements for External Users: who is internal, who external"),
    (ADD_ON_PAGE, "a user with an office plan and a role that writes"),
    (ADD_ON_PAGE, "global administrators come in with a system administrator role"),
];

#[test]
fn every_question_has_an_answer() {
    let sources = seatwise_tests::rulebook_sources();
    let all: Vec<Example> =
        sources.iter().flat_map(|(file, text)| seatwise_tests::examples(file, text)).collect();
    let missing: Vec<String> = ASKED
        .iter()
        .filter(|(document, words)| {
            let answers = |example: &Example| {
                example.about.starts_with(document)
                    && example.about.contains(words)
                    && !example.answer.is_empty()
            };
            !all.iter().any(answers)
        })
        .map(|(document, words)| format!("{document}: {words}"))
        .collect();
    let answered = all.iter().filter(|example| !example.answer.is_empty()).count();
    println!("{} questions listed, {answered} answers in words", ASKED.len());
    assert!(missing.is_empty(), "\nwithout an answer:\n{}", missing.join("\n"));
}

#[test]
fn an_answer_names_who_asked() {
    for (file, text) in seatwise_tests::rulebook_sources() {
        for example in seatwise_tests::examples(&file, &text)
            .iter()
            .filter(|example| !example.answer.is_empty())
        {
            let named = DOCUMENTS.iter().any(|document| example.about.starts_with(document));
            assert!(named, "{file}, {}: an answer without a question", example.name);
            assert!(
                !example.answer.ends_with('.'),
                "{file}, {}: no full stop at the end",
                example.name
            );
        }
    }
}
