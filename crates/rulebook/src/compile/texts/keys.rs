//! Which texts of a book people read, and by which key a translation names each.

use crate::compile::analysis::RawAnalysis;
use crate::compile::prices::RawPrices;
use crate::compile::raw;
use std::collections::BTreeMap;

/// A book whose texts can be read in other languages.
pub(in crate::compile) trait Texts {
    /// Calls with every text of the book and its key, in the order of the file.
    fn visit(&mut self, with: &mut dyn FnMut(&str, &mut String));
}

impl Texts for raw::Book {
    fn visit(&mut self, with: &mut dyn FnMut(&str, &mut String)) {
        with("name", &mut self.name);
        with("client", &mut self.client);
        with("holder.user", &mut self.holder.user);
        with("holder.device", &mut self.holder.device);
        with("holder.server", &mut self.holder.server);
        sources(&mut self.source, with);
        clauses(&mut self.clause, with);
        for rule in &mut self.rule {
            let key = format!("rule.{}", rule.id.get_ref());
            with(&format!("{key}.says"), rule.says.get_mut());
            optional(&format!("{key}.otherwise"), rule.otherwise.as_mut(), with);
            optional(&format!("{key}.mend"), rule.mend.as_mut(), with);
            for (number, reading) in (1..).zip(&mut rule.readings) {
                with(&format!("{key}.reading.{number}"), &mut reading.says);
            }
        }
        for licence in &mut self.licence {
            let key = format!("licence.{}", licence.id.get_ref());
            with(&format!("{key}.name"), &mut licence.name);
            let software = licence.software.as_mut().map(|software| &mut software.says);
            optional(&format!("{key}.software"), software, with);
        }
        for edition in &mut self.edition_of_server {
            let key = format!("edition.{}", edition.id.get_ref());
            with(&format!("{key}.name"), &mut edition.name);
            optional(&format!("{key}.mend"), Some(&mut edition.mend), with);
        }
        for version in &mut self.version_of_server {
            let key = format!("version.{}", version.id.get_ref());
            with(&format!("{key}.name"), &mut version.name);
            with(&format!("{key}.says"), &mut version.says);
            optional(&format!("{key}.mend"), Some(&mut version.mend), with);
        }
        for allowance in &mut self.allowance {
            with(&format!("allowance.{}.says", allowance.id.get_ref()), &mut allowance.says);
        }
        for note in &mut self.note {
            with(&format!("note.{}.says", note.id.get_ref()), &mut note.says);
        }
        for question in &mut self.question {
            let key = format!("question.{}", question.id.get_ref());
            with(&format!("{key}.asks"), &mut question.asks);
            for answer in &mut question.answers {
                with(&format!("{key}.{}", answer.relationship.get_ref()), &mut answer.label);
            }
        }
        self.visit_what_is_sold(with);
    }
}

impl raw::Book {
    fn visit_what_is_sold(&mut self, with: &mut dyn FnMut(&str, &mut String)) {
        for programme in &mut self.programme {
            let key = format!("programme.{}", programme.id.get_ref());
            with(&format!("{key}.name"), &mut programme.name);
            with(&format!("{key}.says"), &mut programme.says);
        }
        for step_up in &mut self.step_up {
            let key = format!("step-up.{}", step_up.id.get_ref());
            with(&format!("{key}.name"), &mut step_up.name);
            optional(&format!("{key}.from-name"), step_up.from_name.as_mut(), with);
            with(&format!("{key}.says"), &mut step_up.says);
        }
        // A line may have become different things in several ways.
        let mut times: BTreeMap<String, u32> = BTreeMap::new();
        for mapping in &mut self.mapping {
            let from = mapping.from.get_ref();
            let time = times.entry(from.clone()).or_default();
            *time += 1;
            let again = if *time > 1 { format!(".{time}") } else { String::new() };
            with(&format!("mapping.{from}{again}.says"), &mut mapping.says);
        }
        for fact in &mut self.fact {
            let key = format!("fact.{}", fact.id.get_ref());
            with(&format!("{key}.title"), &mut fact.title);
            with(&format!("{key}.says"), &mut fact.says);
        }
        for conversion in &mut self.conversion {
            with(&format!("conversion.{}.says", conversion.id.get_ref()), &mut conversion.says);
        }
        for tier in &mut self.tier {
            let key = format!("tier.{}", tier.id.get_ref());
            with(&format!("{key}.name"), &mut tier.name);
            with(&format!("{key}.says"), &mut tier.says);
        }
        if let Some(trial) = &mut self.trial {
            with("trial.says", &mut trial.says);
        }
    }
}

impl Texts for RawPrices {
    fn visit(&mut self, with: &mut dyn FnMut(&str, &mut String)) {
        with("name", &mut self.name);
        with("about", &mut self.about);
        sources(&mut self.source, with);
        for price in &mut self.price {
            let key = format!("price.{}.note", price.licence.get_ref());
            optional(&key, Some(&mut price.note), with);
        }
    }
}

impl Texts for RawAnalysis {
    fn visit(&mut self, with: &mut dyn FnMut(&str, &mut String)) {
        with("name", &mut self.name);
        with("about", self.about.get_mut());
        sources(&mut self.source, with);
        clauses(&mut self.clause, with);
        let gates = [
            ("account", &mut self.account),
            ("mode", &mut self.mode),
            ("status", &mut self.status),
        ];
        for (kind, gates) in gates {
            for gate in gates {
                let key = format!("{kind}.{}.says", gate.id.get_ref());
                optional(&key, gate.says.as_mut().map(raw::Text::get_mut), with);
            }
        }
        for group in &mut self.group {
            with(&format!("group.{}.name", group.id.get_ref()), &mut group.name);
            if let Some(brings) = &mut group.brings {
                with(&format!("brings.{}.says", brings.id.get_ref()), brings.says.get_mut());
            }
        }
        with("precedence.says", self.precedence.says.get_mut());
        for row in &mut self.row {
            with(&format!("row.{}.says", row.id.get_ref()), row.says.get_mut());
        }
        for table in &mut self.table {
            with(&format!("table.{}.says", table.id.get_ref()), table.says.get_mut());
        }
    }
}

fn sources(sources: &mut [raw::Source], with: &mut dyn FnMut(&str, &mut String)) {
    for source in sources {
        let key = format!("source.{}", source.id.get_ref());
        with(&format!("{key}.title"), &mut source.title);
        // An address with a space says in words why there is none.
        let address = source.address.get_mut();
        let in_words = address.contains(' ').then_some(address);
        optional(&format!("{key}.address"), in_words, with);
    }
}

fn clauses(clauses: &mut [raw::Clause], with: &mut dyn FnMut(&str, &mut String)) {
    for clause in clauses {
        let key = format!("clause.{}", clause.id.get_ref());
        optional(&format!("{key}.section"), Some(&mut clause.section), with);
        with(&format!("{key}.says"), clause.says.get_mut());
    }
}

/// A text that may be absent; an empty one is.
fn optional(key: &str, text: Option<&mut String>, with: &mut dyn FnMut(&str, &mut String)) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        with(key, text);
    }
}
