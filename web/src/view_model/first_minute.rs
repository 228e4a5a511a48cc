//! The choice of a product, and the interview.

use super::uses::role_choices;
use super::{RoleChoice, Text, ViewContext};
use crate::engine;
use crate::session::{Interview, Question};
use crate::words::{Words, counted};
use seatwise_core::rulebook::{Family, Rulebook};
use std::rc::Rc;

/// Products of one kind, the newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductGroup {
    /// Heading of the kind.
    pub heading: Text,
    /// The identifier of the rulebook, the name, and the date of the rules.
    pub products: Vec<(Text, Text, Text)>,
}

/// Every product, kind by kind.
pub fn products(words: Words) -> Vec<ProductGroup> {
    let kinds = [words.products_online(), words.products_on_premises(), words.products_servers()];
    let group = |heading: &'static str| {
        let mut books: Vec<&Rulebook> =
            words.library().rulebooks.iter().filter(|book| kind(words, book) == heading).collect();
        books.sort_by(|book, later_book| later_book.edition.cmp(&book.edition));
        ProductGroup {
            heading: Text::Static(heading),
            products: books.into_iter().map(|book| product(words, book)).collect(),
        }
    };
    kinds.into_iter().map(group).filter(|group| !group.products.is_empty()).collect()
}

fn kind(words: Words, book: &Rulebook) -> &'static str {
    match book.family {
        Family::Server => words.products_servers(),
        // What is sold by environments of an online service has tiers.
        Family::Crm if book.tiers.is_empty() => words.products_on_premises(),
        Family::Crm => words.products_online(),
    }
}

fn product(words: Words, book: &Rulebook) -> (Text, Text, Text) {
    let about = words.rules_of_date(&words.month(&book.edition));
    (book.id.clone().into(), book.name.clone().into(), about.into())
}

/// A question of the interview with what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewPage {
    /// The question.
    pub question: Question,
    /// Progress of the interview.
    pub progress: Text,
    /// True at the first question.
    pub first: bool,
    /// True at the last question.
    pub last: bool,
    /// The products to choose from.
    pub products: Rc<Vec<ProductGroup>>,
    /// The product that is chosen.
    pub product: Text,
    /// Roles, and whether each is ticked.
    pub roles: Vec<(RoleChoice, bool)>,
    /// Counts, each as it is written as well.
    pub staff: (u32, Text),
    /// Number of people who share devices.
    pub in_shifts: (u32, Text),
    /// Number of devices that they share.
    pub shared: (u32, Text),
    /// People from outside.
    pub outside: (u32, Text),
    /// Servers.
    pub servers: (u32, Text),
}

/// The question that is asked.
pub fn interview(context: &ViewContext<'_>, interview: &Interview) -> InterviewPage {
    let words = context.words;
    let count = |count: u32| (count, Text::from(words.count(count.into())));
    let book = engine::rulebook(&interview.product);
    let roles = book.map(|book| role_choices(words, book)).unwrap_or_default();
    let place = interview.place();
    let ticked = |role: RoleChoice| {
        let ticked = interview.roles.iter().any(|id| **id == *role.id);
        (role, ticked)
    };
    InterviewPage {
        question: interview.question,
        progress: words.question_number(counted(place.saturating_add(1))).into(),
        first: place == 0,
        last: interview.is_last(),
        products: Rc::new(products(words)),
        product: interview.product.clone().into(),
        roles: roles.into_iter().map(ticked).collect(),
        staff: count(interview.staff),
        in_shifts: count(interview.in_shifts),
        shared: count(interview.shared),
        outside: count(interview.outside),
        servers: count(interview.servers),
    }
}
