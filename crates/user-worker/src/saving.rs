//! Users as lines of CSV: a list, or the register of who holds what, since when, and on what
//! ground.

use crate::csv;
use crate::listing::{is_selected, plan_names, row};
use crate::reasons;
use crate::sink::{At, Findings, Sink};
use crate::tables::{microsoft, tables};
use seatwise_core::rulebook::UserClass;
use seatwise_exports::{Person, Problem, RoleNames};
use seatwise_user_report::{FileSaved, Labels, UserQuery};

/// The byte order mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{feff}";

/// Writes users; whoever reads the files takes the text away from time to time.
#[derive(Debug)]
pub struct Saving {
    file: FileSaved,
    query: UserQuery,
    wanted: String,
    labels: Labels,
    /// The lines that were not taken away yet.
    pub text: String,
}

impl Saving {
    /// Begins a file with its heading.
    #[must_use]
    pub fn new(file: FileSaved, query: UserQuery, labels: Labels) -> Self {
        let mut text = MARK.to_owned();
        let mut headings: Vec<&str> = labels.headings.iter().map(String::as_str).collect();
        if file == FileSaved::Users {
            let reason = headings.pop().unwrap_or_default();
            let names =
                tables().analyses.iter().map(|classifier| classifier.analysis().name.as_str());
            headings.extend(names.flat_map(|name| [name, reason]));
        }
        csv::line(&mut text, headings);
        Self { file, wanted: query.search.trim().to_lowercase(), query, labels, text }
    }

    /// Label of a class.
    fn class(&self, class: UserClass) -> &str {
        self.labels.classes.get(class as usize).map_or(class.id(), String::as_str)
    }

    fn register(&mut self, person: &Person, findings: &Findings) {
        let place = microsoft();
        let (Some(finding), Some(classifier)) = (findings.get(place), tables().analyses.get(place))
        else {
            return;
        };
        if !matches!(finding.class, UserClass::Full | UserClass::TeamMember | UserClass::Unlicensed)
        {
            return;
        }
        let analysis = classifier.analysis();
        let group = finding.group.and_then(|group| analysis.group(group));
        let licence = match finding.class {
            UserClass::Unlicensed => self.class(finding.class).to_owned(),
            _ => group.map(|group| group.name.clone()).unwrap_or_default(),
        };
        let documents: Vec<String> = reasons::citations(analysis, finding)
            .into_iter()
            .map(|citation| format!("{}, {}", citation.title, citation.section))
            .collect();
        csv::line(
            &mut self.text,
            [
                person.label(),
                &person.name,
                &licence,
                &plan_names(person),
                &person.since,
                &reasons::whole(analysis, finding),
                &documents.join("; "),
            ],
        );
    }
}

impl Sink for Saving {
    fn person(&mut self, at: At, person: &Person, findings: &Findings, roles: &RoleNames) {
        match self.file {
            FileSaved::Register => self.register(person, findings),
            FileSaved::Unreadable => {}
            FileSaved::Users => {
                let named = [&person.user, &person.name, &person.object_id]
                    .iter()
                    .any(|text| text.to_lowercase().contains(&self.wanted));
                if !named || !is_selected(self.query.selection, person, findings) {
                    return;
                }
                let row = row(at, person, findings, roles);
                let (file, line) = ((at.file + 1).to_string(), row.line.to_string());
                let mut fields = vec![&*file, &*line, &row.user, &row.name, &row.roles, &row.plans];
                let mut text = std::mem::take(&mut self.text);
                for (class, reason) in &row.found {
                    fields.extend([self.class(*class), reason.as_str()]);
                }
                csv::line(&mut text, fields);
                self.text = text;
            }
        }
    }

    fn broken(&mut self, at: At, problem: &Problem) {
        if self.file == FileSaved::Unreadable {
            let (file, line) = ((at.file + 1).to_string(), at.start.line.to_string());
            csv::line(&mut self.text, [&*file, &*line, &problem.to_string()]);
        }
    }
}
