//! The page in a frame: how much of it is shown, and the bar below it.

use super::{Text, ViewContext};
use crate::engine;
use crate::session::{Extent, Host};

/// The page in a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Framed {
    /// The part of the page that is shown.
    pub extent: Extent,
    /// True if nothing can be changed.
    pub readonly: bool,
    /// The title of the scenario.
    pub title: Text,
    /// The bar below.
    pub bar: FrameBar,
}

/// The bar below a page in a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameBar {
    /// The address of the page by itself, with the work at hand.
    pub page: Text,
    /// The way to reach the partner: the text before it, the address, and the text of that.
    pub contact: Option<(Text, Text, Text)>,
    /// The note on what becomes of the entries.
    pub about: Text,
    /// Sends the result; none where nobody asks for it or nothing is counted.
    pub send: Option<Send>,
}

/// Sending the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Send {
    /// The button.
    pub button: Text,
    /// Content of the result, or the note that it was sent.
    pub about: Text,
}

/// The page in a frame; none where it stands by itself.
pub fn framed(context: &ViewContext<'_>) -> Option<Framed> {
    let (session, words) = (context.session, context.words);
    let frame = session.settings.frame.as_ref()?;
    let partner = session.partner();
    let named = frame.partner.as_deref();
    let host = session.host.as_deref();
    let page = format!(
        "{}{}#{}",
        session.surroundings.page,
        session.settings.query_of_page(true),
        engine::encode(&session.document.scenario)
    );
    let contact = frame.contact.as_ref().map(|contact| {
        let before =
            named.map_or_else(|| words.contact().to_owned(), |name| words.contact_of(name));
        (before.into(), contact.address.clone().into(), contact.text.clone().into())
    });
    let follows = host.is_some_and(|host| host.wants.state);
    Some(Framed {
        extent: frame.extent,
        readonly: session.settings.is_readonly(),
        title: super::header::title(words, &session.document.scenario),
        bar: FrameBar {
            page: page.into(),
            contact,
            about: if follows { words.in_address() } else { words.stays_here() }.into(),
            send: host.and_then(|host| send(context, host, partner.unwrap_or_default())),
        },
    })
}

fn send(context: &ViewContext<'_>, host: &Host, partner: &str) -> Option<Send> {
    let assessment =
        context.session.answer.assessment().filter(|assessment| !assessment.bill.is_empty());
    assessment.filter(|_| host.wants.result)?;
    let words = context.words;
    let about = if host.sent { words.sent_to(partner) } else { words.sends(partner) };
    Some(Send { button: words.send_to(partner).into(), about: about.into() })
}
