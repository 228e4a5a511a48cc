//! Owned rows as they count on the day of the plan.

use crate::books::Library;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::{Owned, Plan};
use seatwise_rulebook::{Per, PriceBook};
use std::borrow::Cow;

/// True if a licence is sold by the month.
pub(crate) fn is_subscription(library: &Library<'_>, licence: &str) -> bool {
    let Some((book, id)) = licence.split_once('/') else { return false };
    let Some(book) = library.rulebooks.iter().find(|known| known.id == book) else { return false };
    library.price_book(&book.prices).is_some_and(|prices| {
        prices.price(id).map_or_else(|| PriceBook::usual_per(prices), |price| price.per)
            == Per::Month
    })
}

/// An owned row as it counts on the day of the plan: not at all, or without Software Assurance,
/// where that has ended.
pub(crate) fn on_the_day<'a>(
    library: &Library<'_>,
    plan: Option<&Plan>,
    index: usize,
    owned: &'a Owned,
) -> (Option<Cow<'a, Owned>>, Option<Diagnostic>) {
    let words = library.words;
    let date = |text: &Option<String>| text.as_deref().and_then(Date::parse);
    let day = plan.and_then(|plan| date(&plan.from));
    let Some((day, until)) = day.zip(date(&owned.until)).filter(|(day, until)| until < day) else {
        return (Some(Cow::Borrowed(owned)), None);
    };
    let place = format!("owned[{index}].until");
    if is_subscription(library, &owned.licence) {
        let message = words.subscription_ended(&words.date(until), &words.date(day));
        let warning = Diagnostic::new("subscription-ended", Severity::Warning, message, &place)
            .hint(words.subscription_ended_remedy());
        return (None, Some(warning));
    }
    if !owned.software_assurance {
        return (Some(Cow::Borrowed(owned)), None);
    }
    let message = words.assurance_ended(&words.date(until), &words.date(day));
    let warning = Diagnostic::new("assurance-ended", Severity::Warning, message, &place)
        .hint(words.assurance_ended_remedy());
    (Some(Cow::Owned(Owned { software_assurance: false, ..owned.clone() })), Some(warning))
}
