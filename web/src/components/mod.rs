//! Components that the page is drawn with. Nothing here decides: components render what the view
//! model says, and hand what the visitor does to the session as actions. Each compares its
//! properties and is drawn again only when they change.

mod app;
mod bars;
mod bill_line;
mod break_even;
mod command_dialog;
mod common;
mod comparison;
mod count_field;
mod device_or_server_row;
mod devices_and_servers;
mod dialogs;
mod dispatch;
mod examples;
mod explained;
mod export;
mod family_dialog;
mod frame_bar;
mod frame_header;
mod generations;
#[cfg(test)]
mod german_tests;
mod glossary_dialog;
mod header;
mod help_menu;
mod import_dialog;
mod insights;
mod interview_dialog;
mod language;
mod licences;
mod new_dialog;
mod new_pool;
mod note_field;
mod notes;
mod notices;
mod organisation;
mod owned_licences;
mod owned_row;
mod page;
mod paper;
mod people;
mod people_row;
mod plan_fields;
mod price_lists;
mod prices_dialog;
mod product_list;
mod proof;
mod question;
mod reasons;
mod row_menu;
mod rows_dialog;
mod rules_and_sources;
mod save_button;
mod saved_dialog;
mod share_dialog;
mod shortcuts_dialog;
mod side_by_side;
mod sticky_summary;
#[cfg(test)]
mod tests;
mod use_field;
mod use_menus;
mod use_row;
mod user_analysis;
mod uses;
mod ways;
mod welcome;
mod years;

pub use app::{App, AppProps};
pub use dialogs::draw_dialog;
pub use dispatch::Dispatch;
pub use insights::draw_insights;
#[cfg(any(test, feature = "prerender"))]
pub use page::{Page, PageProps};
pub use paper::draw_paper;
