//! Reasons with their sources, ready to be read.

use super::Text;
use super::terms::Marked;
use crate::words::Words;
use seatwise_core::explain;
use seatwise_core::rulebook::Confidence;

/// A reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The decisive sentence.
    pub headline: Marked,
    /// Sentences that follow at once: the runner-up with its price, and the sum.
    pub first: Vec<Marked>,
    /// Further sentences.
    pub sentences: Vec<Marked>,
    /// Everybody and everything that holds the licence, where the line has no room for all.
    pub holders: Vec<Text>,
    /// Clauses that it rests on.
    pub sources: Vec<Citation>,
}

/// Clause that a reason rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// Text of the clause, in our words; empty where the headline says it.
    pub text: Text,
    /// The document and the section.
    pub origin: Text,
    /// Degree of trust in it.
    pub confidence: Confidence,
    /// When it was last reviewed.
    pub reviewed: Text,
    /// When a text was looked for that settles it, and none found.
    pub searched: Option<Text>,
    /// Address where it was read.
    pub address: Text,
    /// The same as a link, where it is one.
    pub link: Option<Text>,
}

/// A reason of the core, ready to be read.
pub fn read(words: Words, reason: explain::Reason) -> Reason {
    let headline: Text = words.sentence(&reason.headline).into();
    let mut sources: Vec<_> =
        reason.sources.into_iter().map(|citation| cite(words, citation)).collect();
    // What the headline says need not be said again.
    for source in sources.iter_mut().filter(|source| source.text == headline) {
        source.text = Text::default();
    }
    let texts = |sentences: &[String]| {
        sentences.iter().map(|sentence| words.sentence(sentence).into()).collect()
    };
    Reason {
        headline: headline.into(),
        first: texts(&reason.alternatives),
        sentences: texts(&reason.sentences),
        holders: Vec::new(),
        sources,
    }
}

/// A citation of the core, ready to be read.
pub fn cite(words: Words, citation: explain::Citation) -> Citation {
    let comma = if citation.section.is_empty() || citation.document.is_empty() { "" } else { ", " };
    let origin = format!("{}{comma}{}", citation.document, citation.section);
    Citation {
        text: words.sentence(&citation.says).into(),
        origin: origin.into(),
        confidence: citation.confidence,
        reviewed: words.reviewed(&citation.reviewed).into(),
        searched: citation.searched.map(|date| words.searched(&date, citation.confidence).into()),
        link: link(&citation.address),
        address: citation.address.into(),
    }
}

/// Addresses stand in the books without a scheme; some are not addresses at all.
pub fn link(address: &str) -> Option<Text> {
    let scheme = address.starts_with("https://") || address.starts_with("http://");
    let host = address.split('/').next().unwrap_or_default();
    let plain = host.contains('.')
        && !address.contains(char::is_whitespace)
        && !address.contains(['"', '<', '>']);
    if scheme {
        Some(address.to_owned().into())
    } else {
        plain.then(|| format!("https://{address}").into())
    }
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn addresses_become_links_where_they_are_some() {
        assert_eq!(link("techsoup.nl/node/2665").as_deref(), Some("https://techsoup.nl/node/2665"));
        assert_eq!(link("https://example.org").as_deref(), Some("https://example.org"));
        assert_eq!(link("an answer in a forum"), None);
        assert_eq!(link("javascript:alert(1)"), None);
        assert_eq!(link(""), None);
    }
}
