//! The sentence that says a use: who, how, what, from where, on what.

use super::{UsePiece, Words};
use crate::session::UseField;
use seatwise_core::organisation::From;
use seatwise_core::roles;
use seatwise_core::rulebook::{Access, Activity, Family, VerdictKind};

/// A piece of a sentence: text that only links, or a word that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Links words; may be nothing.
    Link(&'static str),
    /// Can be changed.
    Field(UseField, String, Emphasis),
}

/// Emphasis of a field in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// The visitor stated it.
    Stated,
    /// The ordinary case, shown because the sentence goes on.
    Implied,
    /// The ordinary case, not shown; what stands after the sentence offers to state it.
    Offered,
}

/// A field of the sentence, with its text.
type Field<'a> = (&'a str, Emphasis);

/// Texts of the fields of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct UseTexts<'a> {
    /// The people.
    pub people: &'a str,
    /// The way in.
    pub access: &'a str,
    /// Activities that are done.
    pub activities: &'a str,
    /// From where.
    pub devices: Field<'a>,
    /// On which servers; none where there is no choice.
    pub servers: Option<Field<'a>>,
}

impl Words {
    /// The sentence of a use, a link before and after each field. Every field keeps its place, said
    /// or not.
    pub fn sentence_of_use(self, texts: &UseTexts<'_>) -> Vec<Piece> {
        let servers = texts.servers.map_or(Emphasis::Offered, |(_, emphasis)| emphasis);
        let pieces = match (texts.devices.1, servers) {
            (Emphasis::Offered, _) => self.use_sentence(),
            (_, Emphasis::Offered) => self.use_sentence_from(),
            _ => self.use_sentence_from_on(),
        };
        let mut sentence = Vec::new();
        // A link stands before each field, be it empty: so the fields keep their places.
        let mut link = "";
        for piece in pieces {
            match piece {
                UsePiece::Text(text) => link = text,
                place => {
                    if let Some(field) = self.field(place, texts) {
                        sentence.extend([Piece::Link(std::mem::take(&mut link)), field]);
                    }
                }
            }
        }
        sentence.push(Piece::Link(link));
        sentence
    }

    fn field(self, piece: UsePiece, texts: &UseTexts<'_>) -> Option<Piece> {
        let (field, (text, emphasis)) = match piece {
            UsePiece::Text(_) => return None,
            UsePiece::People => (UseField::People, (texts.people, Emphasis::Stated)),
            UsePiece::Access => (UseField::Access, (texts.access, Emphasis::Stated)),
            UsePiece::Activities => (UseField::Activities, (texts.activities, Emphasis::Stated)),
            UsePiece::Devices => (UseField::Devices, texts.devices),
            UsePiece::Servers => (UseField::Servers, texts.servers?),
        };
        let text = if emphasis == Emphasis::Offered { self.offer(field) } else { text };
        Some(Piece::Field(field, text.to_owned(), emphasis))
    }

    /// The access to a product; its own client has a name of its own.
    pub fn access(self, access: Access, client: &str) -> String {
        match access {
            Access::Client => return client.to_owned(),
            Access::Portal => self.access_portal(),
            Access::Pooled => self.access_pooled(),
            Access::Rekey => self.access_rekey(),
            Access::WebForm => self.access_web_form(),
        }
        .to_owned()
    }

    /// The meaning of an access, for the list to choose from.
    pub fn access_about(self, access: Access) -> &'static str {
        match access {
            Access::Client => self.access_client_about(),
            Access::Portal => self.access_portal_about(),
            Access::Pooled => self.access_pooled_about(),
            Access::Rekey => self.access_rekey_about(),
            Access::WebForm => self.access_web_form_about(),
        }
    }

    /// The activities: two in full, more as a number.
    pub fn activities(self, done: &[Activity], family: Family) -> String {
        match self.phrases(done, family).as_slice() {
            [first, second, further @ ..] if further.len() > 1 && !is_all(done, family) => {
                let more = u64::try_from(further.len()).unwrap_or_default();
                self.activities_and_more(first, second, more)
            }
            _ => self.activities_in_full(done, family),
        }
    }

    /// All activities.
    pub fn activities_in_full(self, done: &[Activity], family: Family) -> String {
        match self.phrases(done, family).as_slice() {
            [] => self.do_nothing().to_owned(),
            _ if is_all(done, family) => self.do_everything().to_owned(),
            phrases => self.list(phrases),
        }
    }

    /// The roles that activities amount to, and the others.
    fn phrases(self, done: &[Activity], family: Family) -> Vec<&'static str> {
        let amount = roles::amount(family, done);
        let of_roles = amount.roles.iter().map(|role| self.role(role).1);
        of_roles.chain(amount.remaining.iter().map(|&activity| self.activity(activity))).collect()
    }

    /// From which devices; the devices are called by their name.
    pub fn devices(self, from: Option<&From>, devices: impl Fn(&str) -> String) -> String {
        match from {
            None => self.own_devices(1),
            Some(From::Own(count)) => self.own_devices((*count).into()),
            Some(From::Devices(ids)) => {
                let names: Vec<String> = ids.iter().map(|id| devices(id)).collect();
                self.one_of(&names)
            }
        }
    }

    /// `a`, `a or b`, `a, b or c`; of more than four the first three.
    fn one_of(self, names: &[String]) -> String {
        match names {
            [first, second, third, further @ ..] if further.len() > 1 => {
                let first = format!("{first}, {second}, {third}");
                self.devices_and_more(&first, u64::try_from(further.len()).unwrap_or_default())
            }
            names => self.either(names),
        }
    }

    /// The verdict of the terms, in a word or three; that a use needs a licence goes without
    /// saying.
    pub fn verdict(self, kind: VerdictKind) -> &'static str {
        match kind {
            VerdictKind::Needs => self.verdict_needs(),
            VerdictKind::Included => self.verdict_included(),
            VerdictKind::Exempt => self.verdict_exempt(),
            VerdictKind::Impossible => self.verdict_impossible(),
            VerdictKind::Disputed => self.verdict_disputed(),
            VerdictKind::Unknown => self.verdict_unknown(),
        }
    }

    /// The parts that the activities of a family are listed in: a heading, and how the identifiers
    /// begin.
    pub fn activity_parts(self, family: Family) -> Vec<(&'static str, &'static [&'static str])> {
        match family {
            Family::Crm => vec![
                (self.part_reading(), &["records.read", "reports.run"]),
                (
                    self.part_shared(),
                    &[
                        "account.write",
                        "contact.write",
                        "activity.write",
                        "custom.write",
                        "goal.write",
                    ],
                ),
                (
                    self.part_sales(),
                    &["lead.", "opportunity.", "quote.", "catalogue.", "salesgroup.", "campaign."],
                ),
                (self.part_service(), &["case.", "sla.", "servicehub.", "knowledge."]),
                (self.part_field_service(), &["workorder.", "schedule.", "inventory."]),
                (
                    self.part_staff(),
                    &[
                        "time.",
                        "expense.",
                        "personal.",
                        "hr.",
                        "operations.",
                        "requisition.",
                        "approve",
                    ],
                ),
                (
                    self.part_running(),
                    &["records.share", "report.author", "customise", "administer"],
                ),
            ],
            Family::Server => vec![(self.part_functions(), &["server.", "administer"])],
        }
    }

    /// The name of the list that a word opens.
    pub fn field_question(self, field: UseField) -> &'static str {
        match field {
            UseField::People => self.asks_people(),
            UseField::Access => self.asks_access(),
            UseField::Activities => self.asks_activities(),
            UseField::Devices => self.asks_devices(),
            UseField::Servers => self.asks_servers(),
        }
    }

    /// The name of a word of a sentence: the question that it answers, and the answer.
    pub fn field_label(self, field: UseField, text: &str) -> String {
        match field {
            UseField::People => self.label_people(text),
            UseField::Access => self.label_access(text),
            UseField::Activities => self.label_activities(text),
            UseField::Devices => self.label_devices(text),
            UseField::Servers => self.label_servers(text),
        }
    }

    /// Offers a word that goes without saying.
    fn offer(self, field: UseField) -> &'static str {
        match field {
            UseField::Servers => self.offer_servers(),
            _ => self.offer_devices(),
        }
    }
}

/// True if activities are all that there are.
fn is_all(done: &[Activity], family: Family) -> bool {
    Activity::of(family).all(|activity| done.contains(&activity))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_are_named_or_counted() {
        let words = Words::default();
        let crm = |ids: &[&str]| {
            let done: Vec<_> = ids.iter().filter_map(|id| Activity::from_id(id)).collect();
            words.activities(&done, Family::Crm)
        };
        assert_eq!(crm(&[]), "do nothing yet");
        assert_eq!(crm(&["case.write"]), "work on cases");
        assert_eq!(
            crm(&["records.read", "reports.run"]),
            "read records and run reports and dashboards"
        );
        let many = crm(&["records.read", "case.write", "sla.manage", "goal.write"]);
        assert_eq!(many, "read records, work on cases and 2 more");
        let ids = ["records.read", "case.write", "sla.manage", "goal.write"];
        let done: Vec<_> = ids.iter().filter_map(|id| Activity::from_id(id)).collect();
        let full = words.activities_in_full(&done, Family::Crm);
        assert!(full.starts_with("read records, work on cases, ") && !full.contains("more"));
        let activities: Vec<_> = Activity::of(Family::Crm).collect();
        assert_eq!(words.activities(&activities, Family::Crm), "do everything");
        let role = |id: &str| {
            let mut matching = roles::of(Family::Crm).filter(|role| role.id == id);
            matching.next().map(|role| role.activities.clone()).unwrap_or_default()
        };
        let mut both = role("seller");
        both.extend(role("case-worker"));
        assert_eq!(words.activities(&both, Family::Crm), "sell and handle cases");
    }

    #[test]
    fn every_activity_has_a_part_of_the_list_and_only_one() {
        for &family in Family::ALL {
            for activity in Activity::of(family) {
                let parts = Words::default().activity_parts(family).into_iter();
                let matching = parts.filter(|(_, starts)| {
                    starts.iter().any(|start| activity.id().starts_with(start))
                });
                assert_eq!(matching.count(), 1, "{}", activity.id());
            }
        }
    }

    #[test]
    fn devices_are_counted_in_words() {
        let named = |id: &str| format!("the {id}");
        let devices = |from: Option<&From>| Words::default().devices(from, named);
        assert_eq!(devices(None), "one device of their own");
        assert_eq!(devices(Some(&From::Own(2))), "two devices of their own");
        assert_eq!(devices(Some(&From::Own(12))), "12 devices of their own");
        let pools = |ids: &[&str]| {
            let ids = ids.iter().map(|&id| id.to_owned()).collect();
            devices(Some(&From::Devices(ids)))
        };
        assert_eq!(pools(&["bench"]), "the bench");
        assert_eq!(pools(&["a", "b", "c"]), "the a, the b or the c");
        assert_eq!(pools(&["a", "b", "c", "d", "e"]), "the a, the b, the c or 2 more");
    }
}
