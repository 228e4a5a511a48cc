//! The page around the frame: what it wants, and the prices that it brought.

use super::Session;
use super::view::Notice;
use crate::embed::{FromHost, Init, PartnerPrices};
use crate::ids;
use seatwise_core::scenario::{Prices, Scenario};
use std::rc::Rc;

/// The page around the frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Host {
    /// Its origin, as the browser tells it.
    pub origin: String,
    /// Its wishes.
    pub wants: Init,
    /// The prices that it brought.
    pub prices: Option<Rc<PartnerPrices>>,
    /// True once the visitor has sent the present result.
    pub sent: bool,
}

impl Host {
    /// The scenario at the partner's prices, the visitor's own before them; none without any.
    pub(super) fn priced(&self, scenario: &Scenario) -> Option<Scenario> {
        let partner = self.prices.as_ref().filter(|prices| !prices.set.is_empty())?;
        let own = scenario.prices.clone().unwrap_or_default();
        let mut set = partner.set.clone();
        set.extend(own.set);
        let prices =
            Prices { currency: own.currency.or_else(|| partner.currency.clone()), set, ..own };
        Some(Scenario { prices: Some(prices), ..scenario.clone() })
    }
}

impl Session {
    /// Follows what the page around the frame says.
    pub(super) fn hear(&mut self, origin: String, message: FromHost) {
        let mut host = self.host.as_deref().cloned().unwrap_or_default();
        host.origin = origin;
        match message {
            FromHost::Init(wants) => host.wants = wants,
            FromHost::Prices(prices) => host.prices = Some(Rc::new(prices)),
            FromHost::Load(scenario) => {
                self.open(*scenario);
                // Nobody asked for it here: the focus stays where it is.
                self.view.focus = None;
                self.view.dismiss(&Notice::Example);
                return;
            }
            FromHost::Looks(looks) => {
                let settings = Rc::make_mut(&mut self.settings);
                settings.theme = looks.theme.unwrap_or(settings.theme);
                settings.accent = looks.accent.or(settings.accent);
                return;
            }
            FromHost::Locale(tag) => {
                Rc::make_mut(&mut self.settings).language = Some(tag);
                return;
            }
            FromHost::Viewport(visible) => {
                self.view.visible = Some(visible);
                return;
            }
        }
        let prices = self.host.as_ref().and_then(|host| host.prices.clone());
        let other_prices = host.prices != prices;
        self.host = Some(Rc::new(host));
        if other_prices {
            self.count();
        }
    }

    /// The partner in whose frame the page is: by the name of the address or the prices, else by
    /// the origin.
    pub fn partner(&self) -> Option<&str> {
        let named = self.settings.frame.as_ref().and_then(|frame| frame.partner.as_deref());
        let prices = self.host.as_ref().and_then(|host| host.prices.as_deref());
        let origin = self.host.as_ref().map(|host| host.origin.as_str());
        prices.and_then(|prices| prices.partner.as_deref()).or(named).or(origin)
    }

    /// True if a licence is counted at the price of a partner.
    pub fn is_of_partner(&self, licence: &str) -> bool {
        let own = self.document.scenario.prices.as_ref();
        let is_own = own.is_some_and(|prices| prices.set.contains_key(licence));
        let host = self.host.as_ref().and_then(|host| host.prices.as_ref());
        !is_own && host.is_some_and(|prices| prices.set.contains_key(licence))
    }

    /// The visitor sends the result to the page around the frame.
    pub(super) fn send_result(&mut self) {
        if let Some(host) = &mut self.host {
            let host = Rc::make_mut(host);
            host.sent = true;
            self.view.send();
            self.view.focus_on(ids::SEND.to_owned());
        }
    }
}
