//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// The project's own commands.
#[derive(Debug, Parser)]
#[command(
    name = "xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true,
    disable_version_flag = true
)]
pub struct CommandLine {
    #[command(subcommand)]
    pub command: Command,
}

/// One command, with its options.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Build the page and serve it on 127.0.0.1
    Serve(ServeOptions),
    /// Run everything, or one step
    Test {
        /// The one step to run
        step: Option<String>,
        /// What goes to the step's test runner
        #[arg(last = true)]
        extra: Vec<String>,
    },
    /// Leave the static page in dist/
    Build,
    /// Leave the page as one file, which opens from a disk
    Single {
        #[arg(default_value = "target/seatwise.html")]
        file: PathBuf,
    },
    /// Print the figures of the page and the package
    Bench {
        /// One group of them: families, package, solver, page or users
        group: Option<String>,
    },
    /// Leave the npm package in target/npm
    Npm,
    /// Bring the keys of the translated rulebooks up to date
    Texts,
    /// Take screenshots of the page
    Screenshots {
        #[arg(default_value = "target/screenshots")]
        folder: String,
    },
}

/// Address of the page, and whether it is built first.
#[derive(Args, Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// Any free port for 0
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Serve the page under this path
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = between_slashes)]
    pub base: String,
    /// Serve dist/ as it is
    #[arg(long)]
    pub no_build: bool,
}

#[expect(clippy::unnecessary_wraps, reason = "a parser of clap may fail")]
fn between_slashes(path: &str) -> Result<String, String> {
    Ok(format!("/{}/", path.trim_matches('/')).replace("//", "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(args: &[&str], expected: Command) {
        let args = std::iter::once(&"xtask").chain(args);
        assert_eq!(
            CommandLine::try_parse_from(args).expect("these arguments parse").command,
            expected
        );
    }

    #[test]
    fn arguments_say_what_to_do() {
        case(
            &["serve"],
            Command::Serve(ServeOptions { port: 8080, base: "/".to_owned(), no_build: false }),
        );
        case(
            &["serve", "--no-build", "--port", "0", "--base", "tools/x"],
            Command::Serve(ServeOptions { port: 0, base: "/tools/x/".to_owned(), no_build: true }),
        );
        case(
            &["test", "e2e", "--", "--test-name-pattern=undo"],
            Command::Test {
                step: Some("e2e".to_owned()),
                extra: vec!["--test-name-pattern=undo".to_owned()],
            },
        );
        case(&["bench", "families"], Command::Bench { group: Some("families".to_owned()) });
        case(&["single", "x.html"], Command::Single { file: PathBuf::from("x.html") });
        case(&["screenshots"], Command::Screenshots { folder: "target/screenshots".to_owned() });
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for args in [&["sing"][..], &["build", "x"], &["serve", "--port", "x"]] {
            let line = std::iter::once(&"xtask").chain(args);
            let error = CommandLine::try_parse_from(line).expect_err("no such arguments");
            assert!(error.to_string().contains(args[args.len() - 1]), "{error}");
        }
    }
}
