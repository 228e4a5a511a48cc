//! Widgets that know nothing of Seatwise: texts, numbers and callbacks go in, and elements come
//! out.

mod button;
mod card;
mod changing_text;
mod check_box;
mod combo_box;
mod committed_field;
mod date_field;
mod dialog;
mod disclosure;
mod filter;
mod line_chart;
mod menu;
mod number_field;
mod popover;
mod select;
mod settled_text;
mod stable;
mod table;
mod text_field;

pub use button::{Button, ButtonLook, RemoveButton};
pub use card::{Card, CardHead, Heads};
pub use changing_text::ChangingText;
pub use check_box::CheckBox;
pub use combo_box::ComboBox;
pub use committed_field::CommittedField;
pub use date_field::DateField;
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use filter::{Filter, LONG, fits};
pub use line_chart::{Line, LineChart, Point};
pub use menu::{Menu, MenuItem};
pub use number_field::NumberField;
pub use popover::{Asked, Done, Next, Popover};
pub use select::Select;
pub use settled_text::SettledText;
pub use stable::use_stable;
pub use table::{Column, ColumnKind, Table, columns};
pub use text_field::TextField;

/// The value of an ARIA attribute that is either true or false.
pub const fn aria(state: bool) -> &'static str {
    if state { "true" } else { "false" }
}
