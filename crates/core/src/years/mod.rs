//! Costs over the years, and the ways that an organisation may go: stay, step up, move to the
//! online service.
//!
//! ```text
//! Scenario --ways::compare()--> Outlook { Way { Obstacle, Course } }
//!               |
//!               +-- setting::read()    the organisation of every year, what each licence costs then
//!               +-- optimum::find()    the cheapest course, and how far it is known to be the least
//!               +-- ledger::write()    what is bought and paid in each year
//! ```

pub mod course;
mod growth;
mod ledger;
mod licence_cost;
mod optimum;
mod premises;
mod present_value;
mod products;
mod qualification;
mod regime;
mod setting;
pub mod way;
pub mod ways;
mod year_mix;

#[cfg(test)]
mod tests;
