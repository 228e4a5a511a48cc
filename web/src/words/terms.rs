//! The words of licensing that are explained where they stand.

use super::Words;

/// A word of licensing.
pub struct Term {
    /// Its identifier.
    pub id: &'static str,
    /// Its name, then the further forms in which it stands in texts, parted by bars.
    forms: fn(Words) -> &'static str,
    /// Its meaning, in two sentences.
    about: fn(Words) -> &'static str,
    /// The clauses that it rests on, by their identifiers in whichever rulebook has them, or of one
    /// rulebook: `crm-2011/ess-scope`.
    pub clauses: &'static [&'static str],
}

impl Term {
    /// The name.
    pub fn name(&self, words: Words) -> &'static str {
        self.forms(words).next().unwrap_or_default()
    }

    /// The name, and the further forms in which it stands in texts.
    pub fn forms(&self, words: Words) -> impl Iterator<Item = &'static str> {
        (self.forms)(words).split('|').map(str::trim)
    }

    /// The meaning.
    pub fn about(&self, words: Words) -> &'static str {
        (self.about)(words)
    }
}

/// Every word that is explained.
pub static TERMS: &[Term] = &[
    Term {
        id: "cal",
        forms: Words::term_cal,
        about: Words::term_cal_about,
        clauses: &["cal-per-user-or-device", "internal-needs-cal"],
    },
    Term {
        id: "user-or-device",
        forms: Words::term_user_or_device,
        about: Words::term_user_or_device_about,
        clauses: &[
            "user-cal",
            "device-cal",
            "one-of-two",
            "named-user",
            "device",
            "cal-per-user-or-device",
        ],
    },
    Term {
        id: "ess",
        forms: Words::term_ess,
        about: Words::term_ess_about,
        clauses: &["crm-2011/ess-scope", "no-ess"],
    },
    Term {
        id: "limited",
        forms: Words::term_limited,
        about: Words::term_limited_about,
        clauses: &["limited-scope", "limited-reads", "ec-limited"],
    },
    Term {
        id: "full",
        forms: Words::term_full,
        about: Words::term_full_about,
        clauses: &["full-only", "full-writes"],
    },
    Term {
        id: "professional",
        forms: Words::term_professional,
        about: Words::term_professional_about,
        clauses: &[
            "crm-2013/professional",
            "crm-2015/professional",
            "crm-2016/professional",
            "sales-pro",
        ],
    },
    Term {
        id: "basic",
        forms: Words::term_basic,
        about: Words::term_basic_about,
        clauses: &["basic"],
    },
    Term {
        id: "essential",
        forms: Words::term_essential,
        about: Words::term_essential_about,
        clauses: &["essential"],
    },
    Term {
        id: "team-members",
        forms: Words::term_team_members,
        about: Words::term_team_members_about,
        clauses: &["team-read", "team-scope"],
    },
    Term {
        id: "additive",
        forms: Words::term_additive,
        about: Words::term_additive_about,
        clauses: &["additive-needs-base"],
    },
    Term {
        id: "external-connector",
        forms: Words::term_external_connector,
        about: Words::term_external_connector_about,
        clauses: &["ec-scope", "ec-any-number", "ec-instead", "connector"],
    },
    Term {
        id: "internal-external",
        forms: Words::term_internal_external,
        about: Words::term_internal_external_about,
        clauses: &["external-user"],
    },
    Term {
        id: "affiliate",
        forms: Words::term_affiliate,
        about: Words::term_affiliate_about,
        clauses: &["external-user"],
    },
    Term {
        id: "client-portal",
        forms: Words::term_client_portal,
        about: Words::term_client_portal_about,
        clauses: &["ec-not-client", "client-needs-cal", "external-client"],
    },
    Term {
        id: "multiplexing",
        forms: Words::term_multiplexing,
        about: Words::term_multiplexing_about,
        clauses: &["multiplexing"],
    },
    Term {
        id: "software-assurance",
        forms: Words::term_software_assurance,
        about: Words::term_software_assurance_about,
        clauses: &["sa-benefits", "suite-undivided"],
    },
    Term {
        id: "step-up",
        forms: Words::term_step_up,
        about: Words::term_step_up_about,
        clauses: &["step-up", "workgroup-step-up", "step-up-chain"],
    },
    Term {
        id: "base-attach",
        forms: Words::term_base_attach,
        about: Words::term_base_attach_about,
        clauses: &["base-attach"],
    },
    Term {
        id: "add-on",
        forms: Words::term_add_on,
        about: Words::term_add_on_about,
        clauses: &["add-on"],
    },
    Term {
        id: "from-sa",
        forms: Words::term_from_sa,
        about: Words::term_from_sa_about,
        clauses: &["from-sa"],
    },
    Term {
        id: "workgroup",
        forms: Words::term_workgroup,
        about: Words::term_workgroup_about,
        clauses: &["workgroup"],
    },
    Term {
        id: "server-licence",
        forms: Words::term_server_licence,
        about: Words::term_server_licence_about,
        clauses: &["server-each", "server-included"],
    },
    Term {
        id: "sla",
        forms: Words::term_sla,
        about: Words::term_sla_about,
        clauses: &["slas", "d365-onprem-2018/service"],
    },
    Term {
        id: "service-hub",
        forms: Words::term_service_hub,
        about: Words::term_service_hub_about,
        clauses: &["service-hub", "d365-onprem-2018/service"],
    },
    Term {
        id: "custom-entity",
        forms: Words::term_custom_entity,
        about: Words::term_custom_entity_about,
        clauses: &["custom-entities", "limited-custom-api"],
    },
    Term {
        id: "rulebook",
        forms: Words::term_rulebook,
        about: Words::term_rulebook_about,
        clauses: &[],
    },
    Term { id: "clause", forms: Words::term_clause, about: Words::term_clause_about, clauses: &[] },
    Term {
        id: "disputed",
        forms: Words::term_disputed,
        about: Words::term_disputed_about,
        clauses: &[],
    },
    Term {
        id: "assumption",
        forms: Words::term_assumption,
        about: Words::term_assumption_about,
        clauses: &[],
    },
    Term { id: "tie", forms: Words::term_tie, about: Words::term_tie_about, clauses: &[] },
    Term { id: "charge", forms: Words::term_charge, about: Words::term_charge_about, clauses: &[] },
    Term {
        id: "break-even",
        forms: Words::term_break_even,
        about: Words::term_break_even_about,
        clauses: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::{TERMS, Words};
    use crate::engine;
    use crate::words::every_language;
    use std::collections::BTreeSet;

    #[test]
    fn every_clause_of_a_word_stands_in_a_rulebook_with_its_document() {
        for term in TERMS {
            for clause in term.clauses {
                let (of, id) = clause.rsplit_once('/').unwrap_or(("", clause));
                let books =
                    engine::rulebooks().iter().filter(|book| of.is_empty() || book.id == of);
                let mut sources = books.filter_map(|book| {
                    let clause = book.clauses.iter().find(|sources| sources.id == id)?;
                    book.source_of(clause)
                });
                assert!(sources.next().is_some(), "{}: no clause {clause}", term.id);
            }
        }
    }

    #[test]
    fn the_glossary_of_the_documentation_has_every_word() {
        let glossary = include_str!("../../../docs/glossary.md").to_lowercase();
        let heads: Vec<&str> = glossary
            .lines()
            .filter_map(|line| Some(line.strip_prefix("* **")?.split_once("**")?.0))
            .collect();
        for term in TERMS {
            let mut forms = term.forms(Words::default()).map(str::to_lowercase);
            let known = forms.any(|form| heads.iter().any(|head| head.contains(&*form)));
            assert!(known, "docs/glossary.md lacks {}", term.id);
        }
    }

    #[test]
    fn every_word_has_its_own_name_and_two_sentences_in_every_language() {
        for language in ["en", "de"] {
            let words = every_language::words(language);
            let mut forms = BTreeSet::new();
            for term in TERMS {
                let mut of_term: Vec<_> = term.forms(words).collect();
                assert!(of_term.iter().all(|form| !form.is_empty()), "{language}: {}", term.id);
                of_term.dedup();
                for form in of_term {
                    assert!(forms.insert(form), "{language}: {form} stands for two words");
                }
                let about = term.about(words);
                let stops = about.matches(". ").count() + usize::from(about.ends_with('.'));
                assert_eq!(stops, 2, "{language}: {about}");
            }
        }
    }
}
