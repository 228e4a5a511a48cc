//! What the page is drawn with. Nothing here decides: it renders, and turns what the visitor does into actions.
//!
//! What holds state of its own is a component, and `Part`, for what is drawn again only when it changes; the rest are
//! functions that return a piece of the page. A component costs six kilobytes of the module, a function none.

mod app;
mod bill_line;
mod break_even;
mod changing_text;
mod choose;
mod comparison;
mod dispatch;
mod examples;
mod export;
mod family;
mod figure_input;
mod fold;
mod generations;
mod header;
mod import;
mod leaf;
mod licences;
mod modal;
mod notes;
mod notices;
mod owned;
mod part;
mod people;
mod people_row;
mod pick;
mod pinned;
mod popover;
mod prices;
mod proof;
mod question;
mod reasons;
mod rules;
mod save;
mod select;
mod share;
mod stable;
mod table;
mod text_input;
mod thing_row;
mod things;
mod use_row;
mod uses;
mod word;

pub use app::App;
pub use dispatch::Dispatch;
