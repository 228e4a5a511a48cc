//! The project's own commands: `cargo xtask serve | test | build | single | bench | npm | texts |
//! screenshots`.
//!
//! ```text
//! setup  --(Tools: a PATH, a toolchain)-->  build  --(dist/)-->  serve | test | bench | screenshots
//!                                      \->  npm    --(target/npm)-->  test | bench
//! ```
//!
//! Every command brings what it needs on a bare machine, says what it is doing and how long that
//! took, and finds nothing to do the second time.

mod args;
mod bench;
mod build;
mod checks;
mod dist;
mod elements;
mod first_requests;
mod npm;
mod offline;
mod project;
mod run;
mod screenshots;
mod serve;
mod setup;
mod single;
mod size;
mod split;
mod step;
mod test;
mod texts;
mod tools;
mod users;

use std::process::ExitCode;

use args::{Command, CommandLine};
use clap::Parser;

fn main() -> ExitCode {
    match dispatch(CommandLine::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(options) => serve::serve(&options),
        Command::Test { step, extra } => test::test(step.as_deref(), &extra),
        Command::Build => build::build(),
        Command::Single { file } => single::single(&file),
        Command::Bench { group } => bench::bench(group.as_deref()),
        Command::Npm => npm::npm(),
        Command::Texts => texts::texts(),
        Command::Screenshots { folder } => screenshots::screenshots(&folder),
    }
}
