//! Reasons as the report has them.

use crate::tables::words;
use seatwise_core::rulebook::{Analysis, ClauseId, UserClass};
use seatwise_core::user_analysis::{Because, Decided, Finding};
use seatwise_user_report::{self as report, Citation};

/// The decision in words: the first step of the reason.
pub fn decision(analysis: &Analysis, finding: &Finding) -> String {
    finding.why(words(), analysis).first().map(|step| step.says.to_owned()).unwrap_or_default()
}

/// The whole reason in words, one step after the other.
pub fn whole(analysis: &Analysis, finding: &Finding) -> String {
    let steps: Vec<&str> = finding.why(words(), analysis).iter().map(|step| step.says).collect();
    steps.join("; ")
}

/// Clauses that the first step of a reason rests on.
pub fn citations(analysis: &Analysis, finding: &Finding) -> Vec<Citation> {
    let first: Option<Because<'_>> = finding.why(words(), analysis).into_iter().next();
    first.map_or(&[][..], |step| step.clauses).iter().filter_map(|&id| cite(analysis, id)).collect()
}

fn cite(analysis: &Analysis, id: ClauseId) -> Option<Citation> {
    let clause = analysis.clause(id)?;
    let source = analysis.source_of(clause)?;
    Some(Citation {
        says: clause.says.clone(),
        title: source.title.clone(),
        section: clause.section.clone(),
        confidence: clause.confidence,
    })
}

/// Finding of an analysis about a user, as the report has it.
pub fn explained(analysis: &Analysis, finding: &Finding) -> report::Finding {
    report::Finding {
        class: finding.class,
        decided: finding.decided,
        says: decision(analysis, finding),
    }
}

/// Key that users who count together have in common.
pub type Key = (UserClass, Decided);

/// Key under which a finding is counted.
pub const fn key(finding: &Finding) -> Key {
    (finding.class, finding.decided)
}

#[cfg(test)]
mod tests {
    use super::decision;
    use crate::tables::{tables, translate};
    use seatwise_core::language;
    use seatwise_core::user_analysis::{Decided, Finding, User};

    /// A user of whom something could not be read is told in the language of the analyses.
    #[test]
    fn reasons_are_told_in_one_language() {
        translate(language::pack("de").expect("a German pack"));
        let classifier = tables().analyses.first().expect("an analysis");
        let finding = Finding { decided: Decided::Unread, ..classifier.classify(&User::default()) };
        assert!(decision(classifier.analysis(), &finding).ends_with("er könnte entscheiden"));
    }
}
