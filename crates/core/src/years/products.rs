//! The products between which an organisation may choose: for servers of its own, and online.

use crate::books::Library;
use crate::organisation::ServerGroup;
use crate::scenario::Scenario;
use seatwise_rulebook::{Offering, Rulebook};

/// The products of a scenario's family.
pub(super) struct Products<'a> {
    /// The scenario's own.
    pub(super) own: Option<&'a Rulebook>,
    /// The product that is bought for servers of one's own.
    pub(super) premises: Option<&'a Rulebook>,
    /// The product that is rented online.
    pub(super) online: Option<&'a Rulebook>,
}

fn offers(book: &Rulebook, offering: Offering) -> bool {
    book.programmes.iter().any(|programme| programme.offers.contains(&offering))
}

impl<'a> Products<'a> {
    /// The scenario's own product, and the newest of its family on the other side.
    pub(super) fn of(library: &Library<'a>, scenario: &Scenario) -> Self {
        let own = library.rulebook(&scenario.rulebook);
        let newest = |offering: Offering| {
            let family = own?.family;
            let books = library.rulebooks.iter().filter(move |book| book.family == family);
            books.filter(|book| offers(book, offering)).max_by_key(|book| &book.edition)
        };
        let is_online = own.is_some_and(|book| offers(book, Offering::Subscription));
        let online = own.filter(|_| is_online).or_else(|| newest(Offering::Subscription));
        let premises = own.filter(|_| !is_online).or_else(|| newest(Offering::Licence));
        Self { own, premises, online }
    }

    /// True if the scenario's own product is rented online.
    pub(super) fn is_online(&self) -> bool {
        self.own.zip(self.online).is_some_and(|(own, online)| own.id == online.id)
    }

    /// The scenario under another product, on servers of that product's own.
    pub(super) fn under(&self, scenario: &Scenario, book: &Rulebook) -> Scenario {
        let mut supposed = Scenario { rulebook: book.id.clone(), ..scenario.clone() };
        if self.own.is_none_or(|own| own.id != book.id) {
            supposed.organisation.servers.iter_mut().for_each(|group| {
                group.version = None;
                group.edition = None;
            });
        }
        supposed
    }

    /// The scenario with subscriptions on servers of one's own: those of the product that is owned
    /// now, which the online product knows by its name. None where it does not know it.
    pub(super) fn with_dual_use(&self, scenario: &Scenario) -> Option<Scenario> {
        let (online, premises) = (self.online?, self.premises?);
        let version = online.versions.iter().find(|version| version.name == premises.name)?;
        let mut supposed = Scenario { rulebook: online.id.clone(), ..scenario.clone() };
        let servers = &mut supposed.organisation.servers;
        if servers.is_empty() {
            servers.push(ServerGroup {
                id: version.id.clone(),
                name: version.name.clone(),
                count: 1,
                note: String::new(),
                version: None,
                edition: None,
            });
        }
        for group in servers {
            group.edition = None;
            if self.is_online() || group.version.is_none() {
                group.version = Some(version.id.clone());
            }
        }
        Some(supposed)
    }
}
