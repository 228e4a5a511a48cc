//! The sentence that says a use: who, how, what, from where, on what.

use super::{list, number};
use crate::session::UseField;
use seatwise_core::organisation::From;
use seatwise_core::rulebook::{Access, Activity, Family, VerdictKind};

/// A piece of a sentence: text that only links, or a word that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Links words; may be nothing.
    Link(&'static str),
    /// Can be changed.
    Field(UseField, String, Emphasis),
}

/// How a field stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// The visitor stated it.
    Stated,
    /// The ordinary case, shown because the sentence goes on.
    Implied,
    /// The ordinary case, not shown; what stands after the sentence offers to state it.
    Offered,
}

/// Ends the sentence, a little away from what is offered after it.
const STOP: &str = ".  ";

/// The sentence of a use. Every word keeps its place, said or not; without `on`, there is no choice
/// of servers.
pub fn use_sentence(
    who: &str,
    how: &str,
    what: &str,
    whence: (&str, Emphasis),
    on: Option<(&str, Emphasis)>,
) -> Vec<Piece> {
    let word = |word, text: &str, said| {
        let text = if said == Emphasis::Offered { offer(word) } else { text };
        Piece::Field(word, text.to_owned(), said)
    };
    let on_said = on.map_or(Emphasis::Offered, |(_, said)| said);
    let (before_whence, before_on, last) = match (whence.1, on_said) {
        (Emphasis::Offered, _) => (STOP, "", ""),
        (_, Emphasis::Offered) => (" from ", STOP, ""),
        _ => (" from ", " on ", STOP),
    };
    let mut pieces = vec![
        word(UseField::People, who, Emphasis::Stated),
        Piece::Link(" use "),
        word(UseField::Access, how, Emphasis::Stated),
        Piece::Link(" to "),
        word(UseField::Activities, what, Emphasis::Stated),
        Piece::Link(before_whence),
        word(UseField::Devices, whence.0, whence.1),
        Piece::Link(before_on),
    ];
    pieces.extend(on.map(|(text, said)| word(UseField::Servers, text, said)));
    pieces.push(Piece::Link(last));
    pieces
}

/// How a product is reached; its own client has a name of its own.
pub fn access(access: Access, client: &str) -> &str {
    match access {
        Access::Client => client,
        Access::Portal => "a portal",
        Access::Pooled => "a pooled or automated connection",
        Access::Rekey => "a licensed colleague who types it in",
        Access::WebForm => "a web form that shows no data",
    }
}

/// What it means, for the list to choose from.
pub const fn access_about(access: Access) -> &'static str {
    match access {
        Access::Client => "Web, Outlook or mobile: the product\u{2019}s own client",
        Access::Portal => "A portal or an application of your own in front of it",
        Access::Pooled => "One connection that stands for several people",
        Access::Rekey => "By hand, from paper or mail; nothing automated",
        Access::WebForm => "Takes data in, for example a contact form",
    }
}

/// What is done: two things in full, more as a number.
pub fn activities(done: &[Activity], family: Family) -> String {
    let phrases: Vec<_> = done.iter().map(|activity| activity.info().phrase).collect();
    let all = Activity::of(family).all(|activity| done.contains(&activity));
    match phrases.as_slice() {
        [] => "do nothing yet".to_owned(),
        _ if all => "do everything".to_owned(),
        [first, second, rest @ ..] if rest.len() > 1 => {
            format!("{first}, {second} and {} more", rest.len())
        }
        few => list(few),
    }
}

/// From which devices; the devices are called by their name.
pub fn devices(from: Option<&From>, devices: impl Fn(&str) -> String) -> String {
    match from {
        None => own_devices(1),
        Some(From::Own(count)) => own_devices(*count),
        Some(From::Devices(id)) => devices(id),
    }
}

/// `two devices of their own`.
pub fn own_devices(count: u32) -> String {
    let device = if count == 1 { "device" } else { "devices" };
    format!("{} {device} of their own", number(count))
}

/// What the terms say, in a word or three; that a use needs a licence goes without saying.
pub const fn verdict(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Needs => "why",
        VerdictKind::Included => "included",
        VerdictKind::Exempt => "needs no licence",
        VerdictKind::Impossible => "cannot be licensed this way",
        VerdictKind::Disputed => "texts disagree",
        VerdictKind::Unknown => "not known yet",
    }
}

/// The name of the button that opens the reason of a verdict.
pub fn verdict_of(verdict: &str, sentence: &str) -> String {
    format!("{verdict}: {sentence}")
}

/// The parts that the activities of a family are listed in: a heading, and how the identifiers
/// begin.
pub const fn activity_parts(family: Family) -> &'static [(&'static str, &'static [&'static str])] {
    match family {
        Family::Crm => &[
            ("Read only", &["records.read", "reports.run"]),
            (
                "Shared records",
                &["account.write", "contact.write", "activity.write", "custom.write", "goal.write"],
            ),
            (
                "Sales",
                &["lead.", "opportunity.", "quote.", "catalogue.", "salesgroup.", "campaign."],
            ),
            ("Service", &["case.", "sla.", "servicehub.", "knowledge."]),
            ("Field service", &["workorder.", "schedule.", "inventory."]),
            (
                "Time, expenses and staff",
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
            ("Sharing and running", &["records.share", "report.author", "customise", "administer"]),
        ],
        Family::Server => &[("Functions", &["server.", "administer"])],
    }
}

/// The name of the list that a word opens.
pub const fn field_question(field: UseField) -> &'static str {
    match field {
        UseField::People => "Who uses it?",
        UseField::Access => "Through what?",
        UseField::Activities => "To do what?",
        UseField::Devices => "From which devices?",
        UseField::Servers => "On which servers?",
    }
}

/// The name of a word of a sentence: the question that it answers, and the answer.
pub fn field_label(field: UseField, text: &str) -> String {
    let question = field_question(field).trim_end_matches('?');
    format!("{question}: {text}")
}

/// Offers a word that goes without saying.
const fn offer(field: UseField) -> &'static str {
    match field {
        UseField::Servers => "+ on which servers",
        _ => "+ from where",
    }
}

/// The name of the button that takes a use away.
pub fn remove_use(sentence: &str) -> String {
    format!("Remove the use: {sentence}")
}

/// All servers, as a choice.
pub const ALL_SERVERS: &str = "all servers";
/// Ends a list of several choices.
pub const DONE: &str = "Done";
/// For more own devices than the list holds.
pub const OWN_COUNT: &str = "Devices of their own, each";
/// A use whose people are gone.
pub const NOBODY: &str = "nobody";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_are_named_or_counted() {
        let crm = |ids: &[&str]| {
            let done: Vec<_> = ids.iter().filter_map(|id| Activity::from_id(id)).collect();
            activities(&done, Family::Crm)
        };
        assert_eq!(crm(&[]), "do nothing yet");
        assert_eq!(crm(&["case.write"]), "work on cases");
        assert_eq!(
            crm(&["records.read", "reports.run"]),
            "read records and run reports and dashboards"
        );
        let many = crm(&["records.read", "case.write", "sla.manage", "goal.write"]);
        assert_eq!(many, "read records, work on cases and 2 more");
        let all: Vec<_> = Activity::of(Family::Crm).collect();
        assert_eq!(activities(&all, Family::Crm), "do everything");
    }

    #[test]
    fn every_activity_has_a_part_of_the_list_and_only_one() {
        for &family in Family::ALL {
            for activity in Activity::of(family) {
                let parts = activity_parts(family).iter();
                let found = parts.filter(|(_, starts)| {
                    starts.iter().any(|start| activity.id().starts_with(start))
                });
                assert_eq!(found.count(), 1, "{}", activity.id());
            }
        }
    }

    #[test]
    fn devices_are_counted_in_words() {
        let named = |id: &str| format!("the {id}");
        assert_eq!(devices(None, named), "one device of their own");
        assert_eq!(devices(Some(&From::Own(2)), named), "two devices of their own");
        assert_eq!(devices(Some(&From::Own(12)), named), "12 devices of their own");
        assert_eq!(devices(Some(&From::Devices("bench".into())), named), "the bench");
    }
}
